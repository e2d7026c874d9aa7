"""Bars of a chart: as long as their figures say, which stand at their ends or are written whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

import pytest

from careerkit.document.blocks import Range, RangeChart
from careerkit.pages.compose import make_setting
from careerkit.pages.icon import IconSet
from careerkit.pages.marks import PathMark, RectangleMark, TextMark
from careerkit.pages.range_chart import set_range_chart
from careerkit.pages.setting import Setting
from careerkit.pages.strip import Strip
from careerkit.pages.structure import StructureElement
from careerkit.typography import FontLibrary, LocaleStyle
from tests.booklet import ROUND_SIZES
from tests.pages.conftest import document, words

WIDTH, HALF_BAR, GAP = 350.0, 4.5, 8.0
TO_80 = Range(words("End"), 80, 80, False, words("80"), words("80"), words("80"))


class Row(NamedTuple):
    """The first row of a chart: the ends of its bar, and where its figures stand."""

    left: float
    right: float
    figures: tuple[TextMark, ...]

    def words(self) -> list[str]:
        """Give the figures as they are written."""
        return [mark.line.text for mark in self.figures]


Draw = Callable[[Range], Row]


@pytest.fixture(scope="module")
def setting(library: FontLibrary) -> Setting:
    """Give what a chart is set with, in a column of 350 points."""
    style = LocaleStyle(("Noto Sans",))
    return make_setting(document(), ROUND_SIZES, style, library, icons=IconSet({}, 1.0))


def set_rows(setting: Setting, *rows: Range, title: str = "") -> list[Strip]:
    """Set a chart of some rows."""
    chart = RangeChart(words(title) if title else (), (), words("Pay"), rows)
    return set_range_chart(chart, setting, StructureElement("Sect", language="en"))


@pytest.fixture
def draw(setting: Setting) -> Draw:
    """Draw a row above one that reaches to 80."""

    def first_row(row: Range) -> Row:
        _, bar, *others = set_rows(setting, row, TO_80)
        track, shown = bar.marks
        assert isinstance(track, PathMark)
        assert isinstance(shown, PathMark)
        across = [number for _, numbers in shown.commands for number in numbers[::2]]
        down = [number for _, numbers in shown.commands for number in numbers[1::2]]
        assert (min(down), max(down)) == (0, 2 * HALF_BAR)
        assert (shown.top, track.top) == pytest.approx((2, 2 + HALF_BAR - 1.5))
        assert bar.height == 2 + 2 * HALF_BAR + 2
        marks = [mark for strip in others for mark in strip.marks if isinstance(mark, TextMark)]
        figures = tuple(takewhile(lambda mark: mark.size_pt == 8, marks))
        return Row(shown.x + min(across), shown.x + max(across), figures)

    return first_row


def row(low: float, high: float | None, *, open_ended: bool = False) -> Range:
    """Give a row whose figures are written as they are."""
    texts = words(str(low)), words(str(high)) if high is not None else ()
    return Range(words("Row"), low, high, open_ended, *texts, words(f"{low} to {high}"))


def test_a_bar_is_as_long_as_its_figures_say(draw: Draw) -> None:
    """If a row goes from one figure to another, then so does its bar, to the chart's one scale."""
    made = draw(row(20, 60))
    assert (made.left, made.right) == pytest.approx((WIDTH * 20 / 80, WIDTH * 60 / 80))
    low, high = made.figures
    assert made.words() == ["20", "60"]
    assert low.x == pytest.approx(made.left)
    assert high.x + high.line.width_pt == pytest.approx(made.right)


def test_the_shortest_bar_is_seen(draw: Draw) -> None:
    """If a row's figures are the same, then its bar is two points long."""
    made = draw(row(40, 40))
    assert (made.left, made.right) == pytest.approx((175, 177))


def test_a_bar_that_goes_on_ends_in_an_arrow(draw: Draw, setting: Setting) -> None:
    """If a range goes on above its end, then its arrow points there, inside the column."""
    made = draw(row(20, 60, open_ended=True))
    scale = WIDTH / (80 * 1.06)
    assert (made.left, made.right) == pytest.approx((20 * scale, 60 * scale + 1.4 * HALF_BAR))
    shown = set_rows(setting, row(20, 60, open_ended=True), TO_80)[1].marks[1]
    assert isinstance(shown, PathMark)
    (tip,) = [numbers for _, numbers in shown.commands if numbers and numbers[1] == HALF_BAR]
    assert tip[0] == pytest.approx(40 * scale + 1.4 * HALF_BAR)
    corners = [numbers for _, numbers in shown.commands if numbers and numbers[1] != HALF_BAR]
    assert sorted(y for _, y in corners) == [0, 0, 2 * HALF_BAR, 2 * HALF_BAR]
    assert sorted(x for x, _ in corners) == pytest.approx([0, 0, 40 * scale, 40 * scale])


@pytest.mark.parametrize(("at", "middle"), [(0, HALF_BAR), (40, 175), (80, WIDTH - HALF_BAR)])
def test_a_single_figure_is_a_dot(draw: Draw, at: float, middle: float) -> None:
    """If one figure alone is known, then a dot stands there, never outside the column."""
    made = draw(row(at, None))
    assert (made.left, made.right) == pytest.approx((middle - HALF_BAR, middle + HALF_BAR))
    (figure,) = made.figures
    assert made.words() == [str(at)]
    assert figure.x == pytest.approx(min(WIDTH * at / 80, WIDTH - figure.line.width_pt))


def test_figures_of_a_short_bar_keep_apart(draw: Draw) -> None:
    """If figures would touch under a bar, then the lower one gives way to the left."""
    made = draw(row(40, 41))
    low, high = made.figures
    assert high.x + high.line.width_pt == pytest.approx(WIDTH * 41 / 80)
    assert low.x + low.line.width_pt + GAP == pytest.approx(high.x)


def test_a_figure_under_the_end_of_the_scale_stays_in_the_column(draw: Draw) -> None:
    """If the upper figure is wider than what is left of it, then it begins at the column's edge.

    The lower one then has no room, so that the range is written as a phrase.
    """
    made = draw(row(0, 1))
    assert made.words() == ["0 to 1"]
    assert made.figures[0].x == 0


def test_a_phrase_stands_under_its_bar(draw: Draw) -> None:
    """If a range is written as a phrase of several lines, then they begin under the bar's end."""
    long = replace(row(30, 31), summary=words("between thirty and thirty-one " * 6))
    made = draw(replace(long, low_text=words("3" * 200)))
    assert len(made.figures) > 2
    widest = max(mark.line.width_pt for mark in made.figures)
    assert all(mark.x == pytest.approx(WIDTH - widest) for mark in made.figures)
    assert WIDTH - widest < WIDTH * 30 / 80


def test_rows_are_not_left_alone(setting: Setting) -> None:
    """If a chart is parted, then its head and first two rows stay together, and its last two."""
    starts = [
        strip
        for strip in set_rows(setting, *[row(20, 60)] * 5, title="Pay")
        if any(isinstance(mark, TextMark) and mark.line.text == "Row" for mark in strip.marks)
    ]
    assert [strip.keep for strip in starts] == [True, True, False, False, True]
    assert {strip.break_cost for strip in starts} == {150}
    (first, *_) = set_rows(setting, row(20, 60), title="Pay")
    assert first.snap
    assert first.space_before == pytest.approx(0.75 * 15)
    assert all(strip.space_before == pytest.approx(0.6 * 15) for strip in starts)


def test_a_note_keeps_to_its_bar(setting: Setting) -> None:
    """If a row has a note, then none of its lines goes to another page."""
    noted = replace(row(20, 60), note=words("In hotels and in bakeries of the capital. " * 4))
    label, *others = set_rows(setting, noted, title="")
    assert len(others) > 3
    assert all(strip.keep for strip in others)
    assert not label.keep


@pytest.mark.parametrize(("middle", "at"), [(40, WIDTH * 40 / 80), (20, WIDTH * 20 / 80 + 1.25)])
def test_the_middle_of_a_range_is_a_gap_in_its_bar(
    setting: Setting, middle: float, at: float
) -> None:
    """If the middle of a range is known, then its bar has a gap there, and words say it."""
    told = replace(row(20, 60), middle=middle, middle_text=words("Half earn less"))
    _, bar, _, said, *_ = set_rows(setting, told, TO_80)
    gap = bar.marks[-1]
    assert isinstance(gap, RectangleMark)
    assert gap.x + gap.width / 2 == pytest.approx(at)
    assert (gap.fill, gap.height) == ("paper", bar.height)
    (line,) = said.marks
    assert isinstance(line, TextMark)
    assert line.line.text == "Half earn less"
    assert said.keep
