"""A document of blocks goes in; pages come out, as plain data. No library and no file format.

``compose`` is the way through. ``setting`` and the modules of setters (``text_blocks``, ``lists``,
...) set blocks as strips of marks (``strip``, ``marks``); ``sections`` and ``pagination`` stack
strips on pages; ``cover`` and ``furniture`` make whole pages; ``mirror`` turns them round for
languages that are read from right to left. ``sheet`` composes a handout's two sides instead,
``imposition`` and ``bleed`` put pages on a printer's paper.
"""

from careerkit.pages.compose import compose_pages
from careerkit.pages.icon import IconSet
from careerkit.pages.page import ComposedPages

__all__ = ["ComposedPages", "IconSet", "compose_pages"]
