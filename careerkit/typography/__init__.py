"""Text and fonts go in; shaped words, widths, lines and missing characters come out.

This room knows scripts and type and neither PDF nor PPTX, so that page and slide measure alike:
``font_face``, ``font_stack`` and ``font_library`` (files, coverage, preference), ``shape``
(HarfBuzz), ``bidi`` (UAX #9), ``breaks`` (UAX #14 and #29), ``stretches`` and ``lines`` (filling a
measure), ``line_height`` (what keeps lines apart), ``locale_style`` (what a language asks for).
"""

from careerkit.typography.font_face import FontFace
from careerkit.typography.font_library import FontLibrary
from careerkit.typography.font_stack import FontStack
from careerkit.typography.line_height import measure_ink, stated_line_height
from careerkit.typography.lines import Line, Piece, TextStyle, break_text, text_width_pt
from careerkit.typography.locale_style import LocaleStyle
from careerkit.typography.shape import Cluster, Glyph, ShapedText, shape_word

__all__ = [
    "Cluster",
    "FontFace",
    "FontLibrary",
    "FontStack",
    "Glyph",
    "Line",
    "LocaleStyle",
    "Piece",
    "ShapedText",
    "TextStyle",
    "break_text",
    "measure_ink",
    "shape_word",
    "stated_line_height",
    "text_width_pt",
]
