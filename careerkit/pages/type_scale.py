"""The theme's sizes and a language's needs go in; the text styles of a booklet come out."""

from __future__ import annotations

from dataclasses import dataclass

from careerkit.document.theme import BookletSizes
from careerkit.typography import FontLibrary, LocaleStyle, TextStyle
from careerkit.typography.line_height import NO_INK, InkHeight

MM = 72 / 25.4
"""Points in a millimetre."""

# What is displayed, such as a large figure, stands between a section heading and the cover's title
# on the 1.5 scale.
_DISPLAY_TO_SECTION_HEADING = 1.3
_TIGHT_LEADING = 1.275
_CAPTION_LEADING = 1.42


@dataclass(frozen=True, slots=True)
class TypeScale:
    """The styles of one booklet and the grid they stand on; sizes in points."""

    body: TextStyle
    strong: TextStyle
    lead: TextStyle
    title: TextStyle
    section: TextStyle
    sub: TextStyle
    display: TextStyle
    caption: TextStyle
    caption_strong: TextStyle

    @property
    def grid_pt(self) -> float:
        """The distance of the baseline grid: the body's leading."""
        return self.body.leading_pt


def make_type_scale(
    sizes: BookletSizes,
    style: LocaleStyle,
    library: FontLibrary,
    *,
    right_to_left: bool = False,
    ink: InkHeight = NO_INK,
) -> TypeScale:
    """Set a theme's sizes in a language's families, with the leading the language wants.

    A language's ``line_height`` moves all leadings in the same proportion, so that the grid stays
    whole. None is less than the ``ink`` of what is set, whatever theme and language say: two lines
    never touch. Raises ContentError where a family has no font file.
    """
    fonts = library.stack(style.families)
    scale = style.size_scale
    airiness = 1.0
    if style.line_height is not None:
        airiness = style.line_height * sizes.body_pt * scale / sizes.leading_pt

    reference_pt = sizes.reference_pt * scale

    def text_style(size_pt: float, leading_pt: float, *, bold: bool = False) -> TextStyle:
        size = size_pt * scale
        leading = max(leading_pt * airiness, ink.whole * size)
        return TextStyle(fonts, size, leading, bold, right_to_left, ink, reference_pt)

    title_pt, section_pt, sub_pt = sizes.heading_pt
    display_pt = section_pt * _DISPLAY_TO_SECTION_HEADING
    caption_leading_pt = sizes.caption_pt * _CAPTION_LEADING
    return TypeScale(
        body=text_style(sizes.body_pt, sizes.leading_pt),
        strong=text_style(sizes.body_pt, sizes.leading_pt, bold=True),
        lead=text_style(sizes.lead_pt, sizes.lead_leading_pt),
        title=text_style(title_pt, title_pt * 1.18, bold=True),
        section=text_style(section_pt, section_pt * _TIGHT_LEADING, bold=True),
        sub=text_style(sub_pt, sizes.leading_pt, bold=True),
        display=text_style(display_pt, display_pt * _TIGHT_LEADING, bold=True),
        caption=text_style(sizes.caption_pt, caption_leading_pt),
        caption_strong=text_style(sizes.caption_pt, caption_leading_pt, bold=True),
    )
