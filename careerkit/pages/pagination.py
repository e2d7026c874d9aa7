"""Slugs go in, pages come out: where a column is best parted into pages.

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

from careerkit.pdf.slug import Slug

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
class PlacedSlug:
    """A slug and its upper edge, in points below the head of the text area."""

    slug: Slug
    top: float


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one page, from head to foot."""

    placed: tuple[PlacedSlug, ...]

    @property
    def bottom(self) -> float:
        """The lower edge of the last slug."""
        last = self.placed[-1]
        return last.top + last.slug.height


def paginate(slugs: Sequence[Slug], height_pt: float, grid_pt: float) -> list[Page]:
    """Part a column into pages of a height, on a baseline grid.

    A slug higher than the page has a page of its own; the rooms that make slugs make none.
    """
    if not slugs:
        return []
    count = len(slugs)
    cheapest = [math.inf] * (count + 1)
    cheapest[0] = 0.0
    came_from = [0] * (count + 1)
    for first in range(count):
        if cheapest[first] == math.inf:
            continue
        for end, cost in _pages_from(slugs, first, height_pt, grid_pt):
            if cheapest[first] + cost < cheapest[end]:
                cheapest[end] = cheapest[first] + cost
                came_from[end] = first
    ends = [count]
    while ends[-1]:
        ends.append(came_from[ends[-1]])
    ends.reverse()
    return [_set_page(slugs[start:end], grid_pt) for start, end in pairwise(ends)]


def _pages_from(
    slugs: Sequence[Slug], first: int, height_pt: float, grid_pt: float
) -> Iterator[tuple[int, float]]:
    """Give each page that can begin with a slug: the slug that follows it, and what it costs."""
    bottom = 0.0
    cost = _PAGE
    section_top = heading_top = -math.inf
    for index in range(first, len(slugs)):
        slug = slugs[index]
        top = _place(slug, bottom, grid_pt, at_head=index == first)
        bottom = top + slug.height
        if bottom > height_pt + _TOLERANCE_PT and index > first:
            return
        if slug.heads:
            heading_top = top
        if slug.starts:
            section_top = top
            if index > first:
                cost += _RUN_ON + (_RUN_ON_LOW if top > height_pt * 2 / 3 else 0.0)
        following = slugs[index + 1] if index + 1 < len(slugs) else None
        of_end = _cost_of_end(following, bottom / height_pt)
        begun = section_top if following and following.heads else heading_top
        if following and not following.starts and _is_stranded(begun, bottom, height_pt):
            of_end += _STRANDED
        yield index + 1, cost + of_end


def _cost_of_end(following: Slug | None, fill: float) -> float:
    """Weigh ending a page, filled to a part, before a slug (None: at the column's end)."""
    white = max(0.0, 1.0 - fill)
    cost = _TOO_EMPTY if fill < LEAST_FILL else 0.0
    if following is None:
        return cost + _WHITE / 4 * white * white
    if following.keep:
        cost += _FORBIDDEN
    dear = _WHITE if following.starts else _WHITE_INSIDE
    return cost + following.break_cost + dear * white * white


def _is_stranded(heading_top: float, bottom: float, height_pt: float) -> bool:
    """Say whether a heading, of which more follows, stands over little text and much white."""
    is_little = bottom - heading_top <= _LITTLE_TEXT * height_pt
    return is_little and bottom < (1 - _MUCH_WHITE) * height_pt


def _place(slug: Slug, bottom: float, grid_pt: float, *, at_head: bool) -> float:
    """Return the upper edge of a slug that follows what ends at ``bottom``."""
    if at_head:
        return 0.0
    top = bottom + slug.space_before
    if slug.snap:
        top = math.ceil((top - _TOLERANCE_PT) / grid_pt) * grid_pt
    return top


def _set_page(slugs: Sequence[Slug], grid_pt: float) -> Page:
    placed: list[PlacedSlug] = []
    bottom = 0.0
    for index, slug in enumerate(slugs):
        top = _place(slug, bottom, grid_pt, at_head=index == 0)
        placed.append(PlacedSlug(slug, top))
        bottom = top + slug.height
    return Page(tuple(placed))


def stretch(slugs: Sequence[Slug], height_pt: float, grid_pt: float) -> Page:
    """Set one page, repeating the slugs that stretch, each set of them in turn, until it is full.

    A set is a run of stretching slugs, the lines below one prompt.
    """
    sets: list[list[Slug]] = []
    for slug in slugs:
        if sets and not (sets[-1][-1].stretches and not slug.stretches):
            sets[-1].append(slug)
        else:
            sets.append([slug])
    growing = [group for group in sets if group[-1].stretches]
    turn = 0
    while growing:
        group = growing[turn % len(growing)]
        group.append(group[-1])
        page = _set_page([slug for each in sets for slug in each], grid_pt)
        if page.bottom > height_pt + _TOLERANCE_PT:
            group.pop()
            break
        turn += 1
    return _set_page([slug for each in sets for slug in each], grid_pt)
