"""Blocks and a theme go in; an editable PowerPoint deck comes out.

Planned first: ``slide_layouts`` (frames), ``running_text`` and ``measure`` (words), ``flow`` (what
fits a slide), ``compose`` and its fellows (a plan of each slide), ``mirror`` for languages read
from right to left. Drawn after: ``master`` with ``faces``, then ``presentation`` with
``slide_part``, ``text_frame``, ``art``, ``qr_code``, ``trail``, ``chart``, ``grid``,
``embedded_fonts`` and ``package``.
"""

from careerkit.deck.writer import PlannedDeck, draw_deck, fonts_to_embed, plan_deck, write_deck

__all__ = ["PlannedDeck", "draw_deck", "fonts_to_embed", "plan_deck", "write_deck"]
