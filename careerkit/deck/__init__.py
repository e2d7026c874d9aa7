"""Blocks and a theme go in; an editable PowerPoint deck comes out.

Planned first and drawn after: ``frames`` (layouts), ``paragraphs`` and ``measure`` (text),
``flow`` (what fits a slide), ``compose`` with ``compose_drawn`` and ``compose_path`` (a plan of each
slide); then ``master``, ``shapes``, ``chart``, ``grid``, ``slide_part`` and ``package`` write it.
"""

from careerkit.deck.writer import write_deck

__all__ = ["write_deck"]
