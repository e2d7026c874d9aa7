"""The plans of slides go in; an editable PowerPoint deck comes out. python-pptx lives here.

``master`` draws the slide layouts; ``presentation`` with ``slide_part``, ``text_frame``, ``art``,
``qr_code``, ``trail``, ``chart``, ``table``, ``embedded_fonts`` and ``package`` writes the slides.
"""

from careerkit.pptx.writer import draw_deck, write_deck
from careerkit.slides.deck import PlannedDeck, fonts_to_embed, plan_deck

__all__ = ["PlannedDeck", "draw_deck", "fonts_to_embed", "plan_deck", "write_deck"]
