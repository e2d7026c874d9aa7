"""Blocks and a theme go in; a tagged, print-ready PDF booklet comes out. ReportLab lives here.

``writer`` is the way through. ``setting`` and the modules of setters (``text_blocks``, ``lists``,
...) set blocks as slugs (``slug``); ``composition`` and ``pagination`` stack them on pages;
``pages`` draws covers and page furniture; ``pen`` writes the operators; ``embedded_font``,
``font_program`` and ``structure`` make the fonts and the tag tree behind them.
"""

from careerkit.pages.writer import (
    ComposedBooklet,
    compose_booklet,
    draw_booklet,
    write_booklet,
)

__all__ = ["ComposedBooklet", "compose_booklet", "draw_booklet", "write_booklet"]
