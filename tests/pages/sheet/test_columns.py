"""Strips in columns: what fits, and where they are best parted."""

from __future__ import annotations

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from careerkit.pages.sheet.columns import (
    fits,
    keep_sections,
    part_into_columns,
    spread,
    stack_height,
    stretch,
)
from careerkit.pages.strip import Strip


def _strip(
    height: float,
    space_before: float = 0.0,
    keep: bool = False,
    break_cost: float = 0.0,
    starts: str = "",
) -> Strip:
    return Strip(height, space_before=space_before, keep=keep, break_cost=break_cost, starts=starts)


def _lines(count: int, *, starts: str = "") -> list[Strip]:
    return [_strip(10.0, 5.0, starts=starts), *[_strip(10.0)] * (count - 1)]


def test_space_at_the_head_of_a_column_is_left_out() -> None:
    """If a strip is the first of its column, then the space above it is not counted."""
    strips = [_strip(10.0, 90.0), _strip(10.0, 90.0)]
    assert fits(strips, [[10.0, 10.0]], parted=True)
    assert not fits(strips, [[100.0]], parted=True)
    assert stack_height(strips) == 110.0


def test_what_is_kept_together_is_not_parted() -> None:
    """If a strip is held to the one before, then both go to a column with room for both."""
    strips = [_strip(10.0), _strip(10.0), _strip(10.0, keep=True)]
    assert fits(strips, [[20.0, 20.0]], parted=True)
    assert not fits(strips, [[15.0, 15.0]], parted=True)
    assert part_into_columns(strips, [[20.0, 20.0]]) == [[strips[:1], strips[1:]]]


def test_a_section_is_held_together_where_a_column_has_room() -> None:
    """If a section is not to be parted, then it is not, unless it is higher than any column."""
    strips = [*_lines(2, starts="a"), *_lines(3, starts="b")]
    held = keep_sections(strips, {"b"}, 30.0)
    assert [strip.keep for strip in held] == [False, False, False, True, True]
    assert keep_sections(strips, {"b"}, 29.0) == strips
    assert fits(strips, [[40.0, 20.0]], parted=True)
    assert not fits(held, [[40.0, 20.0]], parted=True)


def test_a_column_too_low_for_a_run_is_passed_over() -> None:
    """If a run is higher than a column, then the next one takes it."""
    strips = [_strip(30.0)]
    assert fits(strips, [[20.0, 30.0]], parted=False)
    assert part_into_columns(strips, [[20.0], [30.0]]) == [[[]], [strips]]


def test_what_does_not_fit_is_told() -> None:
    """If strips are higher than all columns, then there is no way to part them."""
    assert part_into_columns(_lines(5), [[20.0], [20.0]]) is None
    assert not fits(_lines(5), [[20.0], [20.0]], parted=True)


def test_a_section_may_have_to_stay_on_one_side() -> None:
    """If sections may not be parted where the sheet is turned, then each ends on its own side."""
    strips = [*_lines(3, starts="a"), *_lines(3, starts="b")]
    assert fits(strips, [[50.0], [20.0]], parted=True)
    assert not fits(strips, [[50.0], [20.0]], parted=False)
    assert fits(strips, [[50.0], [30.0]], parted=False)
    assert not fits(_lines(3, starts="a"), [[20.0], [20.0]], parted=False)


def test_white_is_shared_out() -> None:
    """If there is room to spare, then no column is much emptier than the others."""
    strips = [strip for name in "abcd" for strip in _lines(2, starts=name)]
    parted = part_into_columns(strips, [[100.0, 100.0], [100.0, 100.0]])
    assert parted is not None
    assert [len(column) for column in chain.from_iterable(parted)] == [2, 2, 2, 2]


def test_what_little_there_is_stands_first() -> None:
    """If there is less than fills a side, then the last columns are white."""
    strips = _lines(2, starts="a")
    assert part_into_columns(strips, [[100.0], [100.0]]) == [[strips], [[]]]


def test_a_section_is_rather_not_parted() -> None:
    """If a section can begin a column without much white above, then it does."""
    strips = [*_lines(5, starts="a"), *_lines(7, starts="b")]
    parted = part_into_columns(strips, [[80.0, 80.0]])
    assert parted == [[strips[:5], strips[5:]]]


def test_least_of_all_where_the_sheet_is_turned() -> None:
    """If a section has to be parted somewhere, then between two columns of one side."""
    strips = [*_lines(7, starts="a"), *_lines(6, starts="b"), *_lines(7, starts="c")]
    parted = part_into_columns(strips, [[75.0, 75.0], [75.0, 75.0]])
    assert parted is not None
    assert parted[1][0][0].starts == "c"


def test_ruled_lines_grow_in_turn() -> None:
    """If a column has room, then the lines below each prompt grow by one after the other."""
    line = _strip(10.0)._replace(stretches=True)
    prompt = _strip(5.0, starts="q")
    grown = stretch([prompt, line, prompt, line], 65.0)
    assert [strip.stretches for strip in grown] == [False, *[True] * 3, False, True, True]
    assert stretch([prompt], 65.0) == [prompt]


def test_what_is_left_goes_between_sections() -> None:
    """If a column has room, then the spaces above its sections grow alike, and not without end."""
    strips = [_strip(10.0, starts="a"), _strip(10.0), _strip(10.0, 2.0, starts="b")]
    assert [strip.space_before for strip in spread(strips, 40.0, 20.0)] == [0.0, 0.0, 10.0]
    assert [strip.space_before for strip in spread(strips, 90.0, 20.0)] == [0.0, 0.0, 22.0]
    assert spread(strips[:1], 90.0, 20.0) == strips[:1]


_STRIPS = st.lists(
    st.builds(
        _strip,
        st.floats(0.5, 60.0),
        st.floats(0.0, 20.0),
        st.booleans(),
        st.sampled_from([0.0, 30.0]),
        st.sampled_from(["", "section"]),
    ),
    max_size=25,
)


@given(_STRIPS, st.lists(st.floats(5.0, 120.0), min_size=2, max_size=2))
def test_all_that_fits_is_parted_and_stays_in_its_column(
    strips: list[Strip], heights: list[float]
) -> None:
    """If strips fit, then all come out once, in their order, no higher than their columns."""
    sides = [[height] * 2 for height in heights]
    parted = part_into_columns(strips, sides)
    assert (parted is not None) == fits(strips, sides, parted=True)
    whole = fits(strips, sides, parted=False)
    assert parted is not None or not whole
    if parted is None:
        return
    assert [*chain.from_iterable(chain.from_iterable(parted))] == strips
    if whole and parted[0][0] + parted[0][1] and parted[1][0] + parted[1][1]:
        assert (parted[1][0] or parted[1][1])[0].starts
    for columns, side in zip(parted, sides, strict=True):
        for column, height in zip(columns, side, strict=True):
            assert stack_height(column) <= height + 0.1
            assert not column or not column[0].keep or column[0] is strips[0]
