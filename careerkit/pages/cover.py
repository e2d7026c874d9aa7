"""A cover goes in; the marks of its page come out, or strips where its words need more than one."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from careerkit.art.artwork import cover_art
from careerkit.document.blocks import Cover
from careerkit.pages.art import art_marks
from careerkit.pages.marks import StripMark
from careerkit.pages.pictures import draw_picture
from careerkit.pages.setting import Setting, plain, text_strips
from careerkit.pages.strip import Strip, keep_ends, keep_together, stack, with_space_before
from careerkit.pages.structure import StructureElement
from careerkit.pages.type_scale import MM
from careerkit.typography import TextStyle

_ART = 0.54  # of the page's height
_LEAST_ART_PT = 20.0
_GAP = 0.6  # of the grid
_BELOW_LOGO = 0.4

_Styles: TypeAlias = tuple[TextStyle, TextStyle]
"""The styles of a cover's title and of its tagline."""


class _Words(NamedTuple):
    """A cover's words from top to bottom; the logo is the foot's first strip."""

    eyebrow: list[Strip]
    title: list[Strip]
    promise: list[Strip]
    tagline: list[Strip]
    foot: list[Strip]


def compose_cover(cover: Cover, setting: Setting, parent: StructureElement) -> list[StripMark]:
    """Compose a cover: art over the upper part of the page, the title and its sentence below.

    A title that needs more room than there is takes it from the art, down to nothing; then the
    words are set in the next smaller sizes, down to the first in which they are whole. For words
    that do not fit on the page at all (``cover_fits``) there is ``set_cover``: here they are a
    ValueError.
    """
    page_width, page_height = (side * MM for side in setting.sizes.page_mm)
    left = setting.sizes.margin_outer_mm * MM
    figure = parent.add("Figure", alt=plain(cover.alt)) if cover.alt else None
    styles = _find_styles(cover, setting)
    if styles is None:
        raise ValueError("a cover with more words than a page has room for")
    words = _set_words(cover, setting, page_width - 2 * left, parent, styles)
    gap = _GAP * setting.scale.grid_pt
    room = _room(setting)
    art_height = min(_ART * page_height, room - _height_needed(words, setting))
    marks: list[StripMark] = []
    if art_height > _LEAST_ART_PT:
        marks += art_marks(cover_art(cover.seed, page_width, art_height), element=figure)
    top = art_height + 1.6 * gap
    for strips in (words.eyebrow, words.title):
        more, top = stack(strips, left, top)
        marks += more
    for strips in filter(None, (words.promise, words.tagline)):
        more, top = stack(strips, left, top + gap)
        marks += more
    foot_height = sum(strip.height for strip in words.foot)
    more, _ = stack(words.foot, left, room - foot_height)
    return marks + more


def cover_fits(cover: Cover, setting: Setting) -> bool:
    """Say whether a cover's words find room on one page."""
    return _find_styles(cover, setting) is not None


def set_cover(block: Cover, setting: Setting, parent: StructureElement) -> list[Strip]:
    """Set a cover's words in the column, over as many pages as they need, without the art."""
    words = _set_words(block, setting, setting.width, parent, _steps(setting)[0])
    gap = _GAP * setting.scale.grid_pt
    return [
        *keep_together(words.eyebrow),
        *keep_ends(words.title),
        *with_space_before(keep_ends(words.promise), gap),
        *with_space_before(keep_ends(words.tagline), gap),
        *with_space_before(keep_ends(words.foot), gap),
    ]


def _steps(setting: Setting) -> tuple[_Styles, ...]:
    """Return the styles of a cover's title and tagline, from the largest to the smallest."""
    scale = setting.scale
    return (
        (scale.title, scale.lead),
        (scale.display, scale.lead),
        (scale.section, scale.lead),
        (scale.section, scale.body),
        (scale.sub, scale.body),
    )


def _find_styles(cover: Cover, setting: Setting) -> _Styles | None:
    """Return the largest styles in which a cover's words are whole on its page; None if in none."""
    width = (setting.sizes.page_mm[0] - 2 * setting.sizes.margin_outer_mm) * MM
    for styles in _steps(setting):
        words = _set_words(cover, setting, width, StructureElement("Sect"), styles)
        if _height_needed(words, setting) <= _room(setting):
            return styles
    return None


def _set_words(
    cover: Cover, setting: Setting, width: float, parent: StructureElement, styles: _Styles
) -> _Words:
    scale = setting.scale
    title, tagline = styles
    return _Words(
        text_strips(cover.eyebrow, scale.caption_strong, width, parent.add("P"), colour="signal"),
        text_strips(cover.title, title, width, parent.add("H1"), colour="accent"),
        _set_promise(cover, tagline, width, parent),
        text_strips(cover.tagline, tagline, width, parent.add("P")),
        [
            *_set_logo(cover, setting, parent),
            *text_strips(cover.foot, scale.caption, width, parent.add("P")),
        ],
    )


def _set_promise(
    cover: Cover, style: TextStyle, width: float, parent: StructureElement
) -> list[Strip]:
    if not cover.promise:
        return []
    return text_strips(cover.promise, style, width, parent.add("P"), colour="accent")


def _set_logo(cover: Cover, setting: Setting, parent: StructureElement) -> list[Strip]:
    """Set the logo with room below it."""
    if cover.logo is None:
        return []
    element = parent.add("Figure", alt=plain(cover.logo.alt))
    picture = draw_picture(cover.logo, setting, element, "cover.logo")
    return [Strip(picture.height + _BELOW_LOGO * setting.scale.grid_pt, (picture,))]


def _height_needed(words: _Words, setting: Setting) -> float:
    heights = sum(strip.height for strips in words for strip in strips)
    gaps = len(words) - (0 if words.promise else 1)
    return heights + gaps * _GAP * setting.scale.grid_pt


def _room(setting: Setting) -> float:
    """Return how far down a cover's words may reach: into the foot's margin by a quarter."""
    return (setting.sizes.page_mm[1] - 0.75 * setting.sizes.margin_bottom_mm) * MM
