"""Strips go in, pages come out: where a column is best parted into pages.

As TeX does for the lines of a paragraph (Knuth and Plass, "Breaking Paragraphs into Lines", 1981),
all ways to part the column are weighed at once and the cheapest is taken: a page that ends early
costs by how much of it is left white; a page under a quarter full, a forbidden break, or a heading
with little of its text above much white, costs more than anything else can; and a section would
rather begin a page than follow another, unless that leaves the page before it too empty.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from careerkit.pages.strip import Strip, grow

LEAST_FILL = 0.25
"""The part of a page that must be filled, at the least."""

# Costs. Only their proportions matter.
_FORBIDDEN = 1e7  # a heading stranded, a line alone
_TOO_EMPTY = 1e6  # a page under a quarter full
_STRANDED = 1e5  # a heading with little below it, then white, where more of its text follows
_WHITE = 150.0  # times the square of the part left white before a section
_WHITE_INSIDE = 500.0  # ... and within one, where there was more to set
_RUN_ON = 14.0  # a section that begins under another
_RUN_ON_LOW = 40.0  # ... in the lower third of the page
_PAGE = 4.0  # each page
_TOLERANCE_PT = 0.01

# What is stranded: so much of a page from the heading on at the most, above so much white.
_LITTLE_TEXT = 0.25
_MUCH_WHITE = 1 / 3


@dataclass(frozen=True, slots=True)
class PlacedStrip:
    """A strip and its upper edge, in points below the head of the text area."""

    strip: Strip
    top: float


@dataclass(frozen=True, slots=True)
class FilledPage:
    """What of a column stands on one page, from head to foot."""

    placed: tuple[PlacedStrip, ...]

    @property
    def bottom(self) -> float:
        """The lower edge of the last strip."""
        last = self.placed[-1]
        return last.top + last.strip.height


def paginate(strips: Sequence[Strip], height_pt: float, grid_pt: float) -> list[FilledPage]:
    """Part a column into pages of a height, on a baseline grid.

    A strip higher than the page has a page of its own; the setters make none.
    """
    if not strips:
        return []
    count = len(strips)
    cheapest = [math.inf] * (count + 1)
    cheapest[0] = 0.0
    came_from = [0] * (count + 1)
    for first in range(count):
        if cheapest[first] == math.inf:
            continue
        for end, cost in _pages_from(strips, first, height_pt, grid_pt):
            if cheapest[first] + cost < cheapest[end]:
                cheapest[end] = cheapest[first] + cost
                came_from[end] = first
    ends = [count]
    while ends[-1]:
        ends.append(came_from[ends[-1]])
    ends.reverse()
    return [_set_page(strips[start:end], grid_pt) for start, end in pairwise(ends)]


def _pages_from(
    strips: Sequence[Strip], first: int, height_pt: float, grid_pt: float
) -> Iterator[tuple[int, float]]:
    """Give each page that can begin with a strip: the strip that follows it, and what it costs.

    A column of a booklet has ten thousand such pages, so strips are taken apart by their places.
    """
    count = len(strips)
    limit = height_pt + _TOLERANCE_PT
    bottom = 0.0
    cost = _PAGE
    section_top = heading_top = -math.inf
    following: Strip | None = strips[first]
    index = first
    while following is not None:
        height, _, _, space_before, snaps, _, _, starts, heads, _ = following
        top = 0.0
        if index > first:
            top = bottom + space_before
            if snaps:
                top = math.ceil((top - _TOLERANCE_PT) / grid_pt) * grid_pt
        bottom = top + height
        if bottom > limit and index > first:
            return
        if heads:
            heading_top = top
        if starts:
            section_top = top
            if index > first:
                cost += _RUN_ON + (_RUN_ON_LOW if top > height_pt * 2 / 3 else 0.0)
        index += 1
        following = strips[index] if index < count else None
        of_end = _cost_of_end(following, bottom / height_pt)
        if following is not None and not following.starts:
            begun = section_top if following.heads else heading_top
            if _is_stranded(begun, bottom, height_pt):
                of_end += _STRANDED
        yield index, cost + of_end


def _cost_of_end(following: Strip | None, fill: float) -> float:
    """Weigh ending a page, filled to a part, before a strip (None: at the column's end)."""
    white = 1.0 - fill if fill < 1.0 else 0.0
    cost = _TOO_EMPTY if fill < LEAST_FILL else 0.0
    if following is None:
        return cost + _WHITE / 4 * white * white
    _, _, _, _, _, keep, break_cost, starts, _, _ = following
    if keep:
        cost += _FORBIDDEN
    return cost + break_cost + (_WHITE if starts else _WHITE_INSIDE) * white * white


def _is_stranded(heading_top: float, bottom: float, height_pt: float) -> bool:
    """Say whether a heading, of which more follows, stands over little text and much white."""
    if bottom >= (1 - _MUCH_WHITE) * height_pt:
        return False
    return bottom - heading_top <= _LITTLE_TEXT * height_pt


def _place(strip: Strip, bottom: float, grid_pt: float, *, at_head: bool) -> float:
    """Return the upper edge of a strip that follows what ends at ``bottom``."""
    if at_head:
        return 0.0
    top = bottom + strip.space_before
    if strip.snap:
        top = math.ceil((top - _TOLERANCE_PT) / grid_pt) * grid_pt
    return top


def fits_one_page(strips: Sequence[Strip], height_pt: float, grid_pt: float) -> bool:
    """Say whether a column has no more than one page; a single strip always has its own."""
    if len(strips) < 2:
        return True
    return _set_page(strips, grid_pt).bottom <= height_pt + _TOLERANCE_PT


def _set_page(strips: Sequence[Strip], grid_pt: float) -> FilledPage:
    placed: list[PlacedStrip] = []
    bottom = 0.0
    for index, strip in enumerate(strips):
        top = _place(strip, bottom, grid_pt, at_head=index == 0)
        placed.append(PlacedStrip(strip, top))
        bottom = top + strip.height
    return FilledPage(tuple(placed))


def stretch(strips: Sequence[Strip], height_pt: float, grid_pt: float) -> FilledPage:
    """Set one page, repeating the strips that stretch until it is full."""

    def fits(grown: list[Strip]) -> bool:
        return _set_page(grown, grid_pt).bottom <= height_pt + _TOLERANCE_PT

    return _set_page(grow(strips, fits), grid_pt)
