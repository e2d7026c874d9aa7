"""Composed pages go in, drawn pages come out: cover, running pages, back cover.

A right-hand page has an odd number and its binding edge at the left (all of it the other way
round on a left-hand page). What stands outside the text area, the strip of art over a section's
opening, the running head and the page number, is decoration to a screen reader: an artifact.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from careerkit.art.artwork import cover_art, section_strip
from careerkit.document.blocks import Cover, Inline, Span
from careerkit.document.shapes import Shape, circle, shift
from careerkit.pages.icon import draw_icon
from careerkit.pages.pagination import Page
from careerkit.pages.setting import Setting, line_slugs, plain, set_block
from careerkit.pages.type_scale import MM
from careerkit.pdf.pen import Pen
from careerkit.pdf.slug import Slug, keep_ends, keep_together, with_space_before
from careerkit.pdf.structure import StructureElement
from careerkit.typography import Line, TextStyle, break_text

_COVER_ART = 0.54  # of the page's height
_COVER_GAP = 0.6  # of the grid
_LONGEST_HEAD = 200  # characters; no line of small print has room for as many
_STRIP_MM = 9.0
_ICON_DISC_MM = 11.0

_CoverStyles: TypeAlias = tuple[TextStyle, TextStyle]
"""The styles of a cover's title and of its tagline."""


# --- cover -----------------------------------------------------------------------------------


def draw_cover(pen: Pen, cover: Cover, setting: Setting, parent: StructureElement) -> None:
    """Draw the cover: art over the upper part of the page, the title and its sentence below.

    A title that needs more room than there is takes it from the art, down to nothing; then the
    words are set in the next smaller sizes of the booklet, down to the first in which they are
    whole. For words that do not fit on the page at all (``cover_fits``) there is ``set_cover``.
    """
    margins = setting.theme.booklet
    left = margins.margin_outer_mm * MM
    width = pen.page_width_pt - 2 * left
    figure = parent.add("Figure", alt=plain(cover.alt)) if cover.alt else None
    styles = _cover_styles(cover, setting) or _cover_steps(setting)[0]
    words = _cover_words(cover, setting, width, parent, styles)
    eyebrow, title, tagline, foot = words
    gap = _COVER_GAP * setting.scale.grid_pt
    room = _cover_room(setting)
    art_height = min(_COVER_ART * pen.page_height_pt, room - _height_needed(words, setting))
    if art_height > 20:
        art = cover_art(cover.seed, pen.page_width_pt, art_height)
        draw_shapes(pen, art, 0.0, 0.0, figure)
    top = art_height + 1.6 * gap
    for slugs in (eyebrow, title):
        top = _draw_column(pen, slugs, left, top)
    top = _draw_column(pen, tagline, left, top + gap)
    foot_height = sum(slug.height for slug in foot)
    _draw_column(pen, foot, left, max(top + gap, room - foot_height))


def cover_fits(cover: Cover, setting: Setting) -> bool:
    """Say whether a cover's words find room on one page."""
    return _cover_styles(cover, setting) is not None


def _cover_steps(setting: Setting) -> tuple[_CoverStyles, ...]:
    """Return the styles of a cover's title and tagline, from the largest to the smallest."""
    scale = setting.scale
    return (
        (scale.title, scale.lead),
        (scale.figure, scale.lead),
        (scale.section, scale.lead),
        (scale.section, scale.body),
        (scale.sub, scale.body),
    )


def _cover_styles(cover: Cover, setting: Setting) -> _CoverStyles | None:
    """Return the largest styles in which a cover's words are whole on its page; None if in none."""
    width = (setting.theme.booklet.page_mm[0] - 2 * setting.theme.booklet.margin_outer_mm) * MM
    for styles in _cover_steps(setting):
        words = _cover_words(cover, setting, width, StructureElement("Sect"), styles)
        if _height_needed(words, setting) <= _cover_room(setting):
            return styles
    return None


@set_block.register
def set_cover(block: Cover, setting: Setting, parent: StructureElement) -> list[Slug]:
    """Set a cover's words in the column, over as many pages as they need, without the art."""
    styles = _cover_steps(setting)[0]
    eyebrow, title, tagline, foot = _cover_words(block, setting, setting.width, parent, styles)
    gap = _COVER_GAP * setting.scale.grid_pt
    return [
        *keep_together(eyebrow),
        *keep_ends(title),
        *with_space_before(keep_ends(tagline), gap),
        *with_space_before(keep_ends(foot), gap),
    ]


def _cover_words(
    cover: Cover,
    setting: Setting,
    width: float,
    parent: StructureElement,
    styles: _CoverStyles,
) -> tuple[list[Slug], list[Slug], list[Slug], list[Slug]]:
    """Set the small line above the title, the title, its sentence, and the line at the foot."""
    scale = setting.scale
    return (
        line_slugs(cover.eyebrow, scale.caption_strong, width, parent.add("P"), colour="signal"),
        line_slugs(cover.title, styles[0], width, parent.add("H1"), colour="accent"),
        line_slugs(cover.tagline, styles[1], width, parent.add("P")),
        line_slugs(cover.foot, scale.caption, width, parent.add("P")),
    )


def _height_needed(words: Sequence[Sequence[Slug]], setting: Setting) -> float:
    heights = sum(slug.height for slugs in words for slug in slugs)
    return heights + len(words) * _COVER_GAP * setting.scale.grid_pt


def _cover_room(setting: Setting) -> float:
    sizes = setting.theme.booklet
    return (sizes.page_mm[1] - 0.75 * sizes.margin_bottom_mm) * MM


def _draw_column(pen: Pen, slugs: Sequence[Slug], x: float, top: float) -> float:
    tops: list[float] = []
    for index, slug in enumerate(slugs):
        top += slug.space_before if index else 0.0
        tops.append(top)
        top += slug.height
    for slug, slug_top in zip(slugs, tops, strict=True):
        slug.ground(pen, x, slug_top)
    for slug, slug_top in zip(slugs, tops, strict=True):
        slug.draw(pen, x, slug_top)
    return top


def draw_shapes(
    pen: Pen, shapes: Sequence[Shape], x: float, top: float, element: StructureElement | None
) -> None:
    """Draw art; without an element it is decoration."""
    for shape in shapes:
        pen.path(
            shape.points,
            x=x,
            top=top,
            fill=shape.fill,
            stroke=shape.stroke,
            stroke_width=shape.stroke_width,
            element=element,
        )


# --- running pages ---------------------------------------------------------------------------


def text_area(setting: Setting, page_number: int) -> tuple[float, float]:
    """Return the left edge and the head of the text area of a page, in points."""
    margins = setting.theme.booklet
    is_right_hand = page_number % 2 == 1
    left = margins.margin_inner_mm if is_right_hand else margins.margin_outer_mm
    return left * MM, margins.margin_top_mm * MM


def draw_running_page(
    pen: Pen,
    page: Page,
    setting: Setting,
    *,
    page_number: int,
    running_head: Inline,
    icon: str,
    seed: str,
) -> None:
    """Draw a page of the column, with its number.

    At its head stands the strip of art and the section's icon where a section opens on it, the
    running head where it does not.
    """
    left, top = text_area(setting, page_number)
    opens = bool(page.placed and page.placed[0].slug.starts)
    if opens:
        strip = section_strip(seed, pen.page_width_pt, _STRIP_MM * MM)
        draw_shapes(pen, strip, 0.0, 0.0, None)
        _draw_section_icon(pen, setting, icon, left)
    else:
        _draw_running_head(pen, running_head, setting, left, page_number)
    for placed in page.placed:
        placed.slug.ground(pen, left, top + placed.top)
    for placed in page.placed:
        placed.slug.draw(pen, left, top + placed.top)
    _draw_page_number(pen, setting, left, page_number)


def _draw_section_icon(pen: Pen, setting: Setting, icon: str, left: float) -> None:
    """Draw a section's icon on a disc that hangs from the strip."""
    if icon not in setting.theme.icons:
        return
    radius = _ICON_DISC_MM / 2 * MM
    middle = _STRIP_MM * MM
    pen.path(circle(left + radius, middle, radius), fill="paper")
    pen.path(circle(left + radius, middle, radius - 1.6), fill="accent")
    size = 1.15 * radius
    x = left + radius - size / 2
    draw_icon(pen, setting.theme, icon, x=x, top=middle - size / 2, size=size, colour="paper")


def _draw_running_head(
    pen: Pen, text: Inline, setting: Setting, left: float, page_number: int
) -> None:
    style = setting.scale.caption
    baseline = setting.theme.booklet.margin_top_mm * MM - 1.15 * style.leading_pt
    lines = break_text(text, style, setting.width) if len(plain(text)) < _LONGEST_HEAD else ()
    if len(lines) == 1:  # a title too long for one line is better left out than cut
        x = _outer_edge(lines[0], setting, left, page_number)
        pen.line(
            lines[0], x=x, baseline=baseline, size_pt=style.size_pt, colour="accent", element=None
        )


def _draw_page_number(pen: Pen, setting: Setting, left: float, page_number: int) -> None:
    style = setting.scale.caption_strong
    baseline = pen.page_height_pt - 0.5 * setting.theme.booklet.margin_bottom_mm * MM
    for line in break_text((Span(setting.numeral(page_number)),), style, setting.width):
        x = _outer_edge(line, setting, left, page_number)
        pen.line(line, x=x, baseline=baseline, size_pt=style.size_pt, colour="accent", element=None)


def _outer_edge(line: Line, setting: Setting, left: float, page_number: int) -> float:
    """Return where a line begins that stands at the edge away from the binding."""
    is_right_hand = page_number % 2 == 1
    return left + setting.width - line.width_pt if is_right_hand else left


# --- back cover ------------------------------------------------------------------------------


def draw_back_cover(
    pen: Pen, slugs: Sequence[Slug], setting: Setting, *, seed: str, page_number: int
) -> None:
    """Draw the back cover: its blocks at the head, a strip of the cover's art at the foot."""
    left, top = text_area(setting, page_number)
    y = _draw_column(pen, slugs, left, top)
    strip_height = 3 * _STRIP_MM * MM
    strip_top = pen.page_height_pt - strip_height
    if y < strip_top - setting.scale.grid_pt:
        art = section_strip(seed, pen.page_width_pt, strip_height)
        moved = [
            Shape(shift(s.points, 0.0, strip_top), s.fill, s.stroke, s.stroke_width) for s in art
        ]
        draw_shapes(pen, moved, 0.0, 0.0, None)
