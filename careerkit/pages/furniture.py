"""A page's part of the column goes in; the marks of the whole page come out, its furniture as well.

What stands outside the text area, the strip of art over a section's opening, the running head and
the page number, is decoration to a screen reader: an artifact.
"""

from __future__ import annotations

from collections.abc import Sequence

from careerkit.art.artwork import section_strip
from careerkit.document.blocks import Section
from careerkit.document.shapes import circle
from careerkit.document.spans import Inline, Span
from careerkit.document.theme import BookletSizes
from careerkit.pages.art import art_marks
from careerkit.pages.icon import icon_marks
from careerkit.pages.marks import PathMark, StripMark, TextMark, move_marks
from careerkit.pages.pagination import FilledPage
from careerkit.pages.setting import Setting, plain
from careerkit.pages.strip import Strip, stack
from careerkit.pages.type_scale import MM
from careerkit.typography import Line, break_text

_LONGEST_HEAD = 200  # characters; no line of small print has room for as many
_STRIP_MM = 9.0  # beside type of 12 pt, as all measures of ornaments here
_ICON_DISC_MM = 11.0
_DISC_RING_PT = 1.6


def text_area(sizes: BookletSizes, page_number: int) -> tuple[float, float]:
    """Return the left edge and the head of the text area of a page, in points.

    A page of an odd number lies at the right of an open booklet and is bound at its left edge, one
    of an even number the other way round.
    """
    is_odd = page_number % 2 == 1
    left = sizes.margin_inner_mm if is_odd else sizes.margin_outer_mm
    return left * MM, sizes.margin_top_mm * MM


def compose_running_page(
    page: FilledPage, section: Section, setting: Setting, *, page_number: int, seed: str
) -> list[StripMark]:
    """Compose a page of the column, with its number.

    At its head stands the strip of art and the section's icon where a section opens on it, the
    running head where it does not. ``seed`` decides the art.
    """
    left, top = text_area(setting.sizes, page_number)
    marks: list[StripMark] = []
    if page.placed and page.placed[0].strip.starts:
        page_width = setting.sizes.page_mm[0] * MM
        marks += art_marks(section_strip(seed, page_width, _strip_height(setting)))
        marks += _section_icon(setting, section.icon, left)
    else:
        marks += _running_head(section.title, setting, left, page_number)
    for placed in page.placed:
        marks += move_marks(placed.strip.grounds, left, top + placed.top)
    for placed in page.placed:
        marks += move_marks(placed.strip.marks, left, top + placed.top)
    return marks + _page_number(setting, left, page_number)


def compose_back_cover(
    strips: Sequence[Strip], setting: Setting, *, page_number: int, seed: str
) -> list[StripMark]:
    """Compose the back cover: its blocks at the head, a strip of the cover's art at the foot."""
    left, top = text_area(setting.sizes, page_number)
    marks, bottom = stack(strips, left, top)
    page_width, page_height = (side * MM for side in setting.sizes.page_mm)
    strip_height = 3 * _strip_height(setting)
    strip_top = page_height - strip_height
    if bottom < strip_top - setting.scale.grid_pt:
        marks += art_marks(section_strip(seed, page_width, strip_height), top=strip_top)
    return marks


def _strip_height(setting: Setting) -> float:
    return _STRIP_MM * MM * setting.sizes.ornament_scale


def _section_icon(setting: Setting, icon: str, left: float) -> list[StripMark]:
    """Return a section's icon on a disc that hangs from the strip."""
    if icon not in setting.icons.paths:
        return []
    larger = setting.sizes.ornament_scale
    radius = _ICON_DISC_MM / 2 * MM * larger
    middle = _strip_height(setting)
    size = 1.15 * radius
    x = left + radius - size / 2
    inner = radius - _DISC_RING_PT * larger
    return [
        PathMark(0.0, 0.0, circle(left + radius, middle, radius), fill="paper"),
        PathMark(0.0, 0.0, circle(left + radius, middle, inner), fill="accent"),
        *icon_marks(setting.icons, icon, x=x, top=middle - size / 2, size=size, colour="paper"),
    ]


def _running_head(text: Inline, setting: Setting, left: float, page_number: int) -> list[StripMark]:
    style = setting.scale.caption
    baseline = setting.sizes.margin_top_mm * MM - 1.15 * style.leading_pt
    lines = break_text(text, style, setting.width) if len(plain(text)) < _LONGEST_HEAD else ()
    if len(lines) != 1:  # a title too long for one line is better left out than cut
        return []
    x = _outer_edge(lines[0], setting, left, page_number)
    return [TextMark(x, baseline, lines[0], style.size_pt, "accent")]


def _page_number(setting: Setting, left: float, page_number: int) -> list[StripMark]:
    style = setting.scale.caption_strong
    baseline = (setting.sizes.page_mm[1] * MM) - 0.5 * setting.sizes.margin_bottom_mm * MM
    return [
        TextMark(
            _outer_edge(line, setting, left, page_number), baseline, line, style.size_pt, "accent"
        )
        for line in break_text((Span(setting.numeral(page_number)),), style, setting.width)
    ]


def _outer_edge(line: Line, setting: Setting, left: float, page_number: int) -> float:
    """Return where a line begins that stands at the edge away from the binding."""
    is_odd = page_number % 2 == 1
    return left + setting.width - line.width_pt if is_odd else left
