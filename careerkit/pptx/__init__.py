"""The plans of slides go in; an editable PowerPoint deck comes out. python-pptx lives here.

``empty_presentation`` with ``master`` and ``layout_part`` writes the slide layouts;
``presentation`` with ``slide_part``, ``text_frame``, ``art``, ``qr_code``, ``roadmap``, ``chart``,
``table``, ``embedded_fonts`` and ``package`` writes the slides.
"""

from careerkit.pptx.writer import write_pptx

__all__ = ["write_pptx"]
