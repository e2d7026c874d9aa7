"""Strips and columns of known heights go in; which strips stand in which column comes out.

Plain arithmetic, before anything is drawn. Strips between which no break is allowed are a *run*.
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


class Run(NamedTuple):
    """Strips that stay together: which they are, how high, and what a break before them costs.

    ``space`` stands above the run unless it is at the head of its column.
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


def list_runs(strips: Sequence[Strip]) -> list[Run]:
    """Return the runs that strips make, from first to last."""
    runs: list[Run] = []
    for index, strip in enumerate(strips):
        if runs and strip.keep:
            last = runs[-1]
            height = last.height + strip.space_before + strip.height
            runs[-1] = last._replace(end=index + 1, height=height)
        else:
            runs.append(
                Run(
                    index,
                    index + 1,
                    strip.space_before,
                    strip.height,
                    strip.break_cost,
                    bool(strip.starts),
                )
            )
    return runs


def fits(strips: Sequence[Strip], sides: Sequence[Sequence[float]], *, parted: bool) -> bool:
    """Say whether strips find room in the columns of each side.

    Each column takes as much as goes into it: no other way of parting them needs less room. Unless
    sections may be ``parted`` where the sheet is turned, one that begins on a side ends there.
    """
    runs = list_runs(strips)
    if parted:
        return _fill(runs, [height for heights in sides for height in heights]) == len(runs)
    first = 0
    for heights in sides:
        end = first + _fill(runs[first:], heights)
        while first < end < len(runs) and not runs[end].starts_section:
            end -= 1
        first = end
    return first == len(runs)


def _fill(runs: Sequence[Run], heights: Sequence[float]) -> int:
    """Return how many runs find room in columns, one after the other."""
    column, bottom = 0, 0.0
    for number, run in enumerate(runs):
        with_space = bottom + run.space + run.height if bottom else run.height
        while with_space > heights[column] + _TOLERANCE_PT:
            column, bottom, with_space = column + 1, 0.0, run.height
            if column == len(heights):
                return number
        bottom = with_space
    return len(runs)


def part_into_columns(
    strips: Sequence[Strip], sides: Sequence[Sequence[float]]
) -> list[list[list[Strip]]] | None:
    """Part strips into the columns of each side as evenly as they go; None if they do not fit.

    All ways are weighed at once, as ``pagination`` does it for pages: white at a column's foot
    costs by its square, so that it is shared out, and a section is rather not parted, least of all
    where the sheet has to be turned.
    """
    runs = list_runs(strips)
    columns = [(height, side) for side, heights in enumerate(sides) for height in heights]
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for number, (height, side) in enumerate(columns):
        turns = number + 1 < len(columns) and columns[number + 1][1] != side
        of_parting = _OVER_THE_PAGE if turns else _INSIDE
        later = 1 - _LATER * number
        following: dict[int, tuple[float, tuple[int, ...]]] = {}
        for first, (cost, ends) in best.items():
            for end, bottom in _heights_from(runs, first, height):
                whole = cost + later * _WHITE * (1 - bottom / height) ** 2
                if 0 < end < len(runs) and not runs[end].starts_section:
                    whole += runs[end].break_cost + of_parting
                if end not in following or whole < following[end][0]:
                    following[end] = whole, (*ends, end)
        best = following
    if len(runs) not in best:
        return None
    ends = best[len(runs)][1]
    parted: list[list[list[Strip]]] = [[] for _ in sides]
    for (_, side), first, end in zip(columns, (0, *ends), ends, strict=False):
        own = runs[first:end]
        parted[side].append(list(strips[own[0].first : own[-1].end]) if own else [])
    return parted


def _heights_from(runs: Sequence[Run], first: int, height: float) -> Iterator[tuple[int, float]]:
    """Give each number of runs that a column from one on may end before, and their lower edge."""
    bottom = 0.0
    yield first, bottom
    for end in range(first + 1, len(runs) + 1):
        run = runs[end - 1]
        bottom += run.height + (run.space if end - 1 > first else 0.0)
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
