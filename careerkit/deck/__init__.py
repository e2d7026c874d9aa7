"""Blocks and a theme go in; an editable PowerPoint deck comes out.

Planned first: ``slide_layouts`` (frames), ``running_text`` and ``measure`` (words), ``flow`` (what
fits a slide), ``compose`` and its fellows (a plan of each slide). Drawn after: ``master``,
``slide_part`` with ``text_frame``, ``art``, ``qr_code``, ``trail``, ``chart`` and ``grid``, then
``package``.
"""

from careerkit.deck.writer import write_deck

__all__ = ["write_deck"]
