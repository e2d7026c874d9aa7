"""Room to write, to draw and to mark a number: what stands on the page for each."""

from __future__ import annotations

import pytest

from careerkit.document.blocks import Block, Heading, Paragraph, WritingForm, WritingLines
from careerkit.document.spans import Span
from careerkit.pages.compose import make_setting
from careerkit.pages.icon import IconSet
from careerkit.pages.marks import PathMark, TextMark
from careerkit.pages.setting import Setting, set_blocks
from careerkit.pages.strip import Strip
from careerkit.pages.structure import StructureElement
from careerkit.pages.type_scale import MM
from careerkit.pages.writing import set_writing_lines
from careerkit.typography import FontLibrary, LocaleStyle
from tests.booklet import ROUND_SIZES
from tests.pages.conftest import document, words

LINE = ROUND_SIZES.writing_line_mm * MM


@pytest.fixture(scope="module")
def setting(library: FontLibrary) -> Setting:
    """Give what blocks are set with."""
    style = LocaleStyle(("Noto Sans",))
    return make_setting(document(), ROUND_SIZES, style, library, icons=IconSet({}, 1.0))


def set_room(setting: Setting, form: WritingForm, count: int, prompt: str = "Why?") -> list[Strip]:
    """Set a prompt with room of a form."""
    block = WritingLines(words(prompt), count, form)
    return set_writing_lines(block, setting, StructureElement("Sect", language="en"))


def drawn(strips: list[Strip]) -> list[PathMark]:
    """Return what is drawn."""
    return [mark for strip in strips for mark in strip.marks if isinstance(mark, PathMark)]


def written(strips: list[Strip]) -> list[str]:
    """Return the lines of text."""
    return [
        mark.line.text for strip in strips for mark in strip.marks if isinstance(mark, TextMark)
    ]


@pytest.mark.parametrize(("count", "lines"), [(0, 5), (3, 5), (12, 12)])
def test_a_frame_is_as_high_as_its_lines(setting: Setting, count: int, lines: int) -> None:
    """If something is to be drawn, then there is an empty frame, with room for a drawing."""
    strips = set_room(setting, "frame", count)
    (frame,) = drawn(strips)
    assert strips[-1].height == pytest.approx(lines * LINE)
    assert (frame.fill, frame.stroke) == (None, "ink")
    assert strips[-1].keep


def test_a_frame_stays_on_its_page(setting: Setting) -> None:
    """If a frame is to be higher than a page, then it is not."""
    strips = set_room(setting, "frame", 60)
    assert strips[-1].height == pytest.approx(0.7 * setting.column_height)


def test_a_scale_has_five_numbers(setting: Setting) -> None:
    """If something is to be rated, then there are five circles with their numbers."""
    strips = set_room(setting, "scale", 1)
    assert len(drawn(strips)) == 5
    assert written(strips) == ["Why?", "1", "2", "3", "4", "5"]
    lefts = [mark.x for mark in drawn(strips)]
    assert lefts == sorted(set(lefts))
    assert lefts[-1] < setting.width
    numbers = [mark for strip in strips[1:] for mark in strip.marks if isinstance(mark, TextMark)]
    assert {mark.element for mark in numbers} == {None}


@pytest.mark.parametrize("count", [1, 3])
def test_lines_stand_beside_their_prompt(setting: Setting, count: int) -> None:
    """If lines stand beside a prompt, then right of its words, from its line on."""
    strips = set_room(setting, "beside", count, "Monday")
    assert len(drawn(strips)) == len(strips) == count
    left = min(mark.x for mark in drawn(strips))
    (text,) = [mark for mark in strips[0].marks if isinstance(mark, TextMark)]
    assert text.x + text.line.width_pt <= left
    assert written(strips) == ["Monday"]
    assert [strip.keep for strip in strips] == [False, *[True] * (count - 1)]


def test_lines_beside_prompts_stay_together(setting: Setting) -> None:
    """If lines stand beside prompts, one under the other, then no page parts them."""
    tree = StructureElement("Sect", language="en")
    week = [WritingLines(words(day), 1, "beside") for day in ("Mon", "Tue", "Wed")]
    lead = Paragraph(words("Plan your week."))
    strips = set_blocks([lead, *week, WritingLines(words("Why?"), 1)], setting, tree)
    assert [strip.keep for strip in strips] == [False, True, True, True, False, True]


def test_a_long_prompt_stands_above_its_lines(setting: Setting) -> None:
    """If a prompt has no room beside its lines, then it stands whole above them."""
    strips = set_room(setting, "beside", 2, "Of all days the best " * 4)
    assert {mark.x for mark in drawn(strips)} == {0.0}
    assert len(drawn(strips)) == 2
    assert " ".join(written(strips)).split() == ("Of all days the best " * 4).split()


def test_a_question_stays_whole_above_the_lines_it_asks_for(setting: Setting) -> None:
    """If a paragraph stands over lines to write on, then no page break parts it or them."""
    question = Paragraph(words("Which days of your week have an hour for bread? " * 6))
    other = Paragraph(words("Some other text that is as long as that. " * 6))
    tree = StructureElement("Sect", language="en")
    strips = set_blocks([other, question, WritingLines(words("Mon"), 1, "beside")], setting, tree)
    first = len(setting.set_block(other, setting, StructureElement("Sect", language="en")))
    assert not all(strip.keep for strip in strips[1:first])
    assert not strips[first].keep
    assert all(strip.keep for strip in strips[first + 1 :])


def test_a_name_below_a_heading_stays_with_its_small_print(setting: Setting) -> None:
    """If a name stands between a heading and small print, then all three are on one page."""
    name = Paragraph((Span("Baker's licence", "en", strong=True), Span(" [2]", "en")))
    blocks: list[Block] = [
        Heading(2, words("Licence")),
        name,
        Paragraph(words("Issued by the guild."), "caption"),
    ]
    strips = set_blocks(blocks, setting, StructureElement("Sect", language="en"))
    assert [strip.keep for strip in strips] == [False, True, True]


def test_small_print_stays_with_the_text_above_it(setting: Setting) -> None:
    """If small print follows a text under a heading, then it stays there; more of it may part."""
    blocks: list[Block] = [
        Heading(2, words("Clubs")),
        Paragraph(words("Ask whether your school has a group.")),
        Paragraph(words("https://www.example.org/"), "caption"),
        Paragraph(words("Free"), "caption"),
    ]
    strips = set_blocks(blocks, setting, StructureElement("Sect", language="en"))
    assert [strip.keep for strip in strips] == [False, True, True, False]
