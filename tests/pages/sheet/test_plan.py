"""Which portions are said: by their order, as long as there is room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.pages.sheet.plan import choose_portions, choose_size
from careerkit.pages.sheet.selection import Portion, PortionPath


def _portions(count: int) -> list[Portion]:
    return [Portion(1, 0, ((0, number),), (0, number)) for number in range(count)]


class Room:
    """A test of what fits that counts how often it is asked."""

    def __init__(self, heights: dict[PortionPath, int], room: int) -> None:
        """Take what each portion is high."""
        self.heights, self.room, self.asked = heights, room, 0

    def fits(self, kept: frozenset[PortionPath]) -> bool:
        """Say whether portions are no higher together than there is room."""
        self.asked += 1
        return sum(self.heights.get(path, 1) for path in kept) <= self.room


def test_all_that_fits_is_said() -> None:
    """If everything fits, then everything is said."""
    portions = [Portion(priority, 0, ((0, priority),), (0, priority)) for priority in range(1, 10)]
    assert len(choose_portions(portions, Room({}, 9).fits)) == 9


def test_the_least_important_go_first() -> None:
    """If there is room for some, then for the first ones; few questions find how many."""
    room = Room({}, 37)
    assert choose_portions(_portions(100), room.fits) == {(0, number) for number in range(37)}
    assert room.asked < 20


def test_what_has_no_room_makes_place_for_what_comes_after_it() -> None:
    """If a portion is too high, then others that follow are said in its place."""
    room = Room({(0, 2): 90}, 10)
    assert choose_portions(_portions(5), room.fits) == {(0, 0), (0, 1), (0, 3), (0, 4)}


def test_a_side_is_filled_when_the_other_is_full() -> None:
    """If many on end have no room on their side, then those that follow are said on the other."""
    portions = [
        Portion(6, 0, ((side, number),), (side, number)) for side in (0, 1) for number in range(20)
    ]

    def fits(kept: frozenset[PortionPath]) -> bool:
        first = sum(1 for side, _ in kept if side == 0)
        return first <= 2 and len(kept) - first <= 5

    kept = choose_portions(portions, fits)
    assert kept == {(0, 0), (0, 1), *((1, number) for number in range(5))}


def test_what_is_inside_goes_with_what_it_is_in() -> None:
    """If a portion has no room, then nothing inside it is said or asked for."""
    paths = [(0, 0), (0, 1), (0, 1, 0)]
    portions = [Portion(1, 0, (path,), path) for path in paths]
    room = Room({(0, 1): 90}, 10)
    assert choose_portions(portions, room.fits) == {(0, 0)}


def test_a_list_grows_from_its_first_item_on() -> None:
    """If an item of a list has no room, then those that follow are not said in its place."""
    items = [Portion(1, rank, ((0, 0, rank),), (0, 0)) for rank in range(4)]
    other = Portion(2, 0, ((0, 1),), (0, 1))
    room = Room({(0, 0, 1): 90}, 10)
    assert choose_portions([*items, other], room.fits) == {(0, 0, 0), (0, 1)}


def test_what_is_joined_is_said_whole_or_not_at_all() -> None:
    """If a portion is of several items, then there is room for all of them or for none."""
    items = Portion(6, 0, ((0, 0, 0), (0, 0, 1)), (0, 0))
    assert choose_portions([items], Room({}, 1).fits) == frozenset()
    assert choose_portions([items], Room({}, 2).fits) == set(items.paths)


def test_nothing_at_all_may_fit() -> None:
    """If not even one portion fits, then none is said."""
    assert choose_portions(_portions(3), lambda kept: not kept) == frozenset()


@pytest.mark.parametrize("first_that_fits", [0, 1, 2, 3])
def test_the_largest_type_that_fits_is_taken(first_that_fits: int) -> None:
    """If all fits in some sizes, then in the largest of them; if in none, then in the least."""
    asked: list[int] = []

    def fits_in(size: int) -> bool:
        asked.append(size)
        return size >= first_that_fits

    assert choose_size(3, fits_in) == min(first_that_fits, 2)
    assert len(asked) <= 2


@given(st.lists(st.integers(1, 40), min_size=1, max_size=30), st.integers(0, 200))
def test_what_is_said_fits(heights: list[int], height: int) -> None:
    """If portions are of any height, then those said fit, and none before them could be added."""
    room = Room({(0, number): each for number, each in enumerate(heights)}, height)
    kept = choose_portions(_portions(len(heights)), room.fits)
    assert room.fits(kept)
    first_gone = next((n for n in range(len(heights)) if (0, n) not in kept), None)
    if first_gone is not None:
        before = frozenset((0, number) for number in range(first_gone + 1))
        assert not room.fits(before)
