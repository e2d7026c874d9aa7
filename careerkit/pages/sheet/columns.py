"""Strips and columns of known heights go in; which strips stand in which column comes out.

Plain arithmetic, before anything is drawn. Strips between which no break is allowed are a *group*.
Heights and positions are points.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from careerkit.pages.strip import Strip, grow, keep_together

_TOLERANCE_PT = 0.01
# Costs. Only their proportions matter.
_WHITE = 100.0  # times the square of the part of a column that is left white
_LATER = 0.002  # of that less for each further column: rather the last is white than the first
_INSIDE = 12.0  # a section that goes on in the next column of its side
_OVER_THE_PAGE = 1e4  # ... on the other side of the sheet


class StripGroup(NamedTuple):
    """Strips that stay together: which they are, how high, and what a break before them costs.

    ``space`` stands above the group unless it is at the head of its column.
    """

    first: int
    end: int
    space: float
    height: float
    break_cost: float
    starts_section: bool


def keep_sections(
    strips: Sequence[Strip], names: Collection[str], height: float
) -> Sequence[Strip]:
    """Hold sections of some names together: those that are no higher than a column."""
    heads = [index for index, strip in enumerate(strips) if strip.starts]
    held = list(strips)
    for first, end in pairwise([*heads, len(strips)]):
        if strips[first].starts in names and stack_height(strips[first:end]) <= height:
            held[first:end] = keep_together(strips[first:end])
    return held


def list_groups(strips: Sequence[Strip]) -> list[StripGroup]:
    """Return the groups that strips make, from first to last."""
    groups: list[StripGroup] = []
    for index, strip in enumerate(strips):
        if groups and strip.keep:
            last = groups[-1]
            height = last.height + strip.space_before + strip.height
            groups[-1] = last._replace(end=index + 1, height=height)
        else:
            groups.append(
                StripGroup(
                    index,
                    index + 1,
                    strip.space_before,
                    strip.height,
                    strip.break_cost,
                    bool(strip.starts),
                )
            )
    return groups


def fits(strips: Sequence[Strip], sides: Sequence[Sequence[float]], *, parted: bool) -> bool:
    """Say whether strips find room in the columns of each side.

    Each column takes as much as goes into it: no other way of parting them needs less room. Unless
    sections may be ``parted`` where the sheet is turned, one that begins on a side ends there.
    """
    groups = list_groups(strips)
    if parted:
        return _fill(groups, [height for heights in sides for height in heights]) == len(groups)
    first = 0
    for heights in sides:
        end = first + _fill(groups[first:], heights)
        while first < end < len(groups) and not groups[end].starts_section:
            end -= 1
        first = end
    return first == len(groups)


def _fill(groups: Sequence[StripGroup], heights: Sequence[float]) -> int:
    """Return how many groups find room in columns, one after the other."""
    column, bottom = 0, 0.0
    for number, group in enumerate(groups):
        with_space = bottom + group.space + group.height if bottom else group.height
        while with_space > heights[column] + _TOLERANCE_PT:
            column, bottom, with_space = column + 1, 0.0, group.height
            if column == len(heights):
                return number
        bottom = with_space
    return len(groups)


def part_into_columns(
    strips: Sequence[Strip], sides: Sequence[Sequence[float]]
) -> list[list[list[Strip]]] | None:
    """Part strips into the columns of each side as evenly as they go; None if they do not fit.

    All ways are weighed at once, as ``pagination`` does it for pages: white at a column's foot
    costs by its square, so that it is shared out, and a section is rather not parted, least of all
    where the sheet has to be turned.
    """
    groups = list_groups(strips)
    columns = [(height, side) for side, heights in enumerate(sides) for height in heights]
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for number, (height, side) in enumerate(columns):
        turns = number + 1 < len(columns) and columns[number + 1][1] != side
        of_parting = _OVER_THE_PAGE if turns else _INSIDE
        later = 1 - _LATER * number
        following: dict[int, tuple[float, tuple[int, ...]]] = {}
        for first, (cost, ends) in best.items():
            for end, bottom in _heights_from(groups, first, height):
                whole = cost + later * _WHITE * (1 - bottom / height) ** 2
                if 0 < end < len(groups) and not groups[end].starts_section:
                    whole += groups[end].break_cost + of_parting
                if end not in following or whole < following[end][0]:
                    following[end] = whole, (*ends, end)
        best = following
    if len(groups) not in best:
        return None
    ends = best[len(groups)][1]
    parted: list[list[list[Strip]]] = [[] for _ in sides]
    for (_, side), first, end in zip(columns, (0, *ends), ends, strict=False):
        own = groups[first:end]
        parted[side].append(list(strips[own[0].first : own[-1].end]) if own else [])
    return parted


def _heights_from(
    groups: Sequence[StripGroup], first: int, height: float
) -> Iterator[tuple[int, float]]:
    """Give each number of groups that a column from one on may end before, and their lower edge."""
    bottom = 0.0
    yield first, bottom
    for end in range(first + 1, len(groups) + 1):
        group = groups[end - 1]
        bottom += group.height + (group.space if end - 1 > first else 0.0)
        if bottom > height + _TOLERANCE_PT:
            return
        yield end, bottom


def stack_height(strips: Sequence[Strip]) -> float:
    """Return how high strips stand in one column."""
    return sum(
        strip.height + (strip.space_before if index else 0.0) for index, strip in enumerate(strips)
    )


def stretch(strips: Sequence[Strip], height: float) -> list[Strip]:
    """Repeat the strips of a column that stretch until it is full."""
    return grow(strips, lambda grown: stack_height(grown) <= height)


def spread(strips: Sequence[Strip], height: float, most: float) -> list[Strip]:
    """Share what is left of a column out among the spaces above its sections, up to ``most``."""
    gaps = sum(1 for strip in strips[1:] if strip.starts)
    more = min((height - stack_height(strips)) / gaps, most) if gaps else 0.0
    return [
        strip._replace(space_before=strip.space_before + more) if index and strip.starts else strip
        for index, strip in enumerate(strips)
    ]
