"""Where a cover's art and words stand, to the hundredth of a point."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from careerkit.document.blocks import Cover, Document
from careerkit.pages.compose import make_setting
from careerkit.pages.cover import compose_cover, cover_fits, set_cover
from careerkit.pages.icon import IconSet
from careerkit.pages.marks import PathMark, TextMark
from careerkit.pages.setting import Setting, baseline_in
from careerkit.pages.structure import StructureElement
from careerkit.typography import FontLibrary, LocaleStyle, break_text
from tests.booklet import ROUND_SIZES
from tests.pages.conftest import document, words

GAP = 9.0  # 0.6 of the grid, the body's leading
ROOM = 570.0  # the page's height without three quarters of the margin at its foot
LEFT, WIDTH = 20.0, 360.0
TITLE, TAGLINE, SMALL = 30 * 1.18, 16.0, 8 * 1.42  # leadings
LONG_WORD = "bakes" * 6 + " "  # two do not fit on a line, not even in the smallest size


class Placed(NamedTuple):
    """What stands on a cover: the lower edge of its art, and each line's words, size and top."""

    art_bottom: float
    art_right: float
    lines: tuple[tuple[str, float, float], ...]
    marks: tuple[TextMark, ...]

    def tops(self, text: str) -> list[float]:
        """Give the upper edges of the lines that hold a word."""
        return [top for line, _, top in self.lines if text in line]

    def sizes(self, text: str) -> set[float]:
        """Give the sizes of the lines that hold a word."""
        return {size for line, size, _ in self.lines if text in line}


@pytest.fixture(scope="module")
def setting(library: FontLibrary) -> Setting:
    """Give what a cover is set with."""
    made: Document = document()
    style = LocaleStyle(("Noto Sans",))
    return make_setting(made, ROUND_SIZES, style, library, icons=IconSet({}, 1.0))


def cover(title: str = "Baker", tagline: str = "Bread", alt: str = "") -> Cover:
    """Give a cover of a title and a tagline."""
    return Cover("x", words(title), words(tagline), words("Eyebrow"), words("Foot"), words(alt))


@pytest.fixture
def place(setting: Setting) -> Callable[[Cover], Placed]:
    """Compose a cover."""

    def compose(block: Cover) -> Placed:
        marks = compose_cover(block, setting, StructureElement("Sect", language="en"))
        art = [mark for mark in marks if isinstance(mark, PathMark)]
        text = [mark for mark in marks if isinstance(mark, TextMark)]
        assert len(art) + len(text) == len(marks)
        assert all(mark.x == 0 and mark.top == 0 for mark in art)
        assert {mark.x for mark in text} == {LEFT}
        numbers = [numbers for mark in art for _, numbers in mark.commands]
        baselines = {
            style.size_pt: baseline_in(style)
            for style in (
                setting.scale.caption,
                setting.scale.body,
                setting.scale.lead,
                setting.scale.sub,
                setting.scale.section,
                setting.scale.display,
                setting.scale.title,
            )
        }
        return Placed(
            max((number for each in numbers for number in each[1::2]), default=0.0),
            max((number for each in numbers for number in each[::2]), default=0.0),
            tuple(
                (mark.line.text, mark.size_pt, mark.baseline - baselines[mark.size_pt])
                for mark in text
            ),
            tuple(text),
        )

    return compose


def near(*values: float) -> object:
    """Compare with figures to the hundredth of a point."""
    return pytest.approx(list(values), abs=0.01)


def test_art_fills_the_upper_part_of_the_page(place: Callable[[Cover], Placed]) -> None:
    """If a title is short, then its art is 0.54 of the page high, and as wide as the page."""
    made = place(cover())
    assert [made.art_bottom, made.art_right] == near(324, 400)


def test_words_stand_below_the_art(place: Callable[[Cover], Placed]) -> None:
    """If words stand under the art, then they follow each other with the gaps of a cover."""
    made = place(cover())
    eyebrow = 324 + 1.6 * GAP
    title = eyebrow + SMALL
    assert made.tops("Eyebrow") == near(eyebrow)
    assert made.tops("Baker") == near(title)
    assert made.tops("Bread") == near(title + TITLE + GAP)
    assert made.sizes("Baker") == {30}
    assert made.sizes("Bread") == {12}


def test_the_foot_stands_at_the_foot(place: Callable[[Cover], Placed]) -> None:
    """If a cover has a line for its foot, then it ends above the margin, however short the rest."""
    made = place(cover())
    assert made.tops("Foot") == near(ROOM - SMALL)
    both = place(Cover("x", words("Baker"), words("Bread"), foot=words("Foot " * 60)))
    tops = both.tops("Foot")
    assert len(tops) > 1
    assert tops == near(*(ROOM - SMALL * left for left in range(len(tops), 0, -1)))


def test_a_long_title_takes_its_room_from_the_art(place: Callable[[Cover], Placed]) -> None:
    """If words need more than what the art leaves, then the art is lower by just as much."""
    made = place(cover("Bakers " * 22))
    titles = len(made.tops("Bakers"))
    needed = 2 * SMALL + titles * TITLE + TAGLINE + 4 * GAP
    assert ROOM - 324 < needed < ROOM - 20
    assert made.art_bottom == pytest.approx(ROOM - needed, abs=0.01)
    assert made.tops("Eyebrow") == near(ROOM - needed + 1.6 * GAP)
    assert made.tops("Foot") == near(ROOM - SMALL)
    assert made.sizes("Bakers") == {30}


def test_a_sliver_of_art_is_left_out(place: Callable[[Cover], Placed]) -> None:
    """If words leave no more than 20 points to the art, then there is none; they stand as before.

    Twelve lines of title leave 70.5 points, from which each line more of the tagline takes 16.
    """
    for taglines, art_height in ((1, 70.48), (4, 22.48), (5, 6.48)):
        made = place(cover("Bakersbakersbake " * 12, LONG_WORD * taglines))
        assert len(made.tops("Bakers")) == 12
        assert len(made.tops("bakes")) == taglines
        shown = art_height if art_height > 20 else 0.0
        assert made.art_bottom == pytest.approx(shown, abs=0.01)
        assert made.tops("Eyebrow") == near(art_height + 1.6 * GAP)
        assert made.sizes("Bakers") == {30}


def test_words_wrap_between_the_outer_margins(place: Callable[[Cover], Placed]) -> None:
    """If a title wraps, then its lines are as long as there is room between equal margins."""
    made = place(cover("ab " * 120, "cd " * 120))
    for letters in ("ab", "cd"):
        widths = [mark.line.width_pt for mark in made.marks if letters in mark.line.text]
        assert len(widths) > 2
        assert WIDTH - 60 < max(widths) <= WIDTH


def test_words_are_set_in_the_largest_size_they_fit_in(
    place: Callable[[Cover], Placed], setting: Setting
) -> None:
    """If a title is too long for one size, then it takes the next, and is whole on its page."""
    scale = setting.scale
    steps = [
        (scale.title, scale.lead),
        (scale.display, scale.lead),
        (scale.section, scale.lead),
        (scale.section, scale.body),
        (scale.sub, scale.body),
    ]
    taken: set[int] = set()
    for count in range(20, 230, 2):
        block = cover("Bakers " * count, "Bread " * 80)
        heights = [
            len(break_text(block.title, title, WIDTH)) * title.leading_pt
            + len(break_text(block.tagline, tagline, WIDTH)) * tagline.leading_pt
            for title, tagline in steps
        ]
        fitting = [at for at, height in enumerate(heights) if height + 2 * SMALL + 4 * GAP <= ROOM]
        assert cover_fits(block, setting) == bool(fitting)
        if fitting:
            made = place(block)
            title, tagline = steps[fitting[0]]
            assert made.sizes("Bakers") == {title.size_pt}
            assert made.sizes("Bread") == {tagline.size_pt}
            taken.add(fitting[0])
    assert taken == {0, 1, 2, 3, 4}


def test_a_page_is_filled_to_the_last_line(setting: Setting) -> None:
    """If words just fit in the smallest size, then one line more does not, and they run on."""
    free = ROOM - 2 * SMALL - 15 - 4 * GAP
    lines = int(free // 15)
    assert cover_fits(cover(LONG_WORD * lines), setting)
    too_long = cover(LONG_WORD * (lines + 1))
    assert not cover_fits(too_long, setting)
    with pytest.raises(ValueError, match="more words than a page has room for"):
        compose_cover(too_long, setting, StructureElement("Sect"))


def test_a_cover_in_the_column_keeps_its_gaps(setting: Setting) -> None:
    """If a cover's words run over pages, then its parts keep their gaps and there is no art."""
    strips = set_cover(cover(), setting, StructureElement("Sect", language="en"))
    assert [strip.space_before for strip in strips] == near(0, 0, GAP, GAP)
    assert all(isinstance(mark, TextMark) for strip in strips for mark in strip.marks)


def test_art_is_read_out_where_it_is_described(setting: Setting) -> None:
    """If a cover says what its art shows, then the art is a figure, first in reading order."""
    sect = StructureElement("Sect", language="en")
    marks = compose_cover(cover(alt="Loaves"), setting, sect)
    figure = sect.kids[0]
    assert (figure.tag, figure.alt) == ("Figure", "Loaves")
    assert {mark.element for mark in marks if isinstance(mark, PathMark)} == {figure}
    assert [kid.tag for kid in sect.kids] == ["Figure", "P", "H1", "P", "P"]
