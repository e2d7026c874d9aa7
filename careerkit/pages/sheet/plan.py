"""Portions in the order of importance and a test of what fits go in; what is said comes out."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TypeAlias

from careerkit.pages.sheet.selection import LAST_WANTED, Portion, PortionPath

_MOST_MISSES = 6  # on end, of one section

Fits: TypeAlias = Callable[[frozenset[PortionPath]], bool]
"""Says whether portions find room together."""


def paths_of(portions: Iterable[Portion]) -> frozenset[PortionPath]:
    """Return where portions stand."""
    return frozenset(path for portion in portions for path in portion.paths)


def choose_size(count: int, fits_in: Callable[[int], bool]) -> int:
    """Return which of so many type sizes is the largest that something fits in.

    Sizes are counted from the largest; where it fits in none it is the last, the least.
    """
    return min(count - 1, bisect_left(range(count), True, key=fits_in))


def choose_portions(portions: Sequence[Portion], fits: Fits) -> frozenset[PortionPath]:
    """Return the portions that are said, taken in their order as long as there is room.

    How many from the first on fit together is found by halving; then each of the others is tried
    alone, and taken where it still finds room, until several on end of its section have found none:
    what is left beside it is less than most of them need, but another section may stand on the
    other side. Where one has no room, neither what is inside it is said nor what follows in its
    list.
    """
    wanted = sum(1 for portion in portions if portion.priority <= LAST_WANTED)

    def has_no_room(count: int) -> bool:
        return not fits(paths_of(portions[:count]))

    # All that is wanted may well fit, for the type was chosen for that; all there is hardly does.
    if has_no_room(wanted):
        fitting = bisect_left(range(wanted), True, key=has_no_room) - 1
    else:
        fitting = wanted + bisect_left(range(wanted + 1, len(portions) + 1), True, key=has_no_room)
    fitting = max(fitting, 0)
    kept = paths_of(portions[:fitting])
    gone: set[PortionPath] = set()
    misses: Counter[int] = Counter()
    for portion in portions[fitting:]:
        own = frozenset(portion.paths)
        section = portion.paths[0][0]
        if portion.group in gone or any(_is_inside(path, gone) for path in own):
            gone |= own
        elif misses[section] < _MOST_MISSES and fits(kept | own):
            kept |= own
            misses[section] = 0
        else:
            gone |= {*own, portion.group}
            misses[section] += 1
    return kept


def _is_inside(path: PortionPath, gone: Collection[PortionPath]) -> bool:
    return any(path[:length] in gone for length in range(1, len(path)))
