"""A sheet has two sides whatever a career says: nothing overlaps, shrinks or is lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerkit.content import ContentError
from careerkit.document.blocks import Document, QRCode, Range, Section
from careerkit.document.spans import Span, plain_text
from careerkit.pages.marks import CodeMark, OutlineEntry, TextMark
from careerkit.pages.page import Box, Page
from careerkit.pages.sheet.sizes import COLUMNS, LEAST_PT, make_type_area
from careerkit.pages.structure import StructureElement
from tests.minimal import BAKER
from tests.pages.sheet.conftest import A4, LETTER, TAGS, Handout, LayOut
from tests.shipped import PROFILES
from tests.strategies import profiles

_NEAR_PT = 0.2
# How far the ink of most letters reaches from the baseline, in ems.
_ASCENT, _DESCENT = 0.72, 0.2


def _boxes(page: Page) -> Iterator[tuple[Box, TextMark | CodeMark]]:
    """Give where each line of text and each code stands."""
    for mark in page.marks:
        if isinstance(mark, TextMark):
            size = mark.size_pt
            ascent, descent = _ASCENT * size, _DESCENT * size
            # Of a line that is read from the right the space at its end stands at its left.
            left = mark.x + mark.line.right_edge_pt - mark.line.width_pt
            yield Box(left, mark.baseline - ascent, mark.line.width_pt, ascent + descent), mark
        elif isinstance(mark, CodeMark):
            yield Box(mark.x, mark.top, mark.size, mark.size), mark


def assert_apart(page: Page) -> None:
    """Check that no line of text and no code lies over another."""
    boxes = sorted(_boxes(page), key=lambda each: each[0].top)
    for index, (box, mark) in enumerate(boxes):
        for other, below in boxes[index + 1 :]:
            if other.top >= box.top + box.height - _NEAR_PT:
                break
            beside = (
                box.left + box.width <= other.left + _NEAR_PT
                or other.left + other.width <= box.left + _NEAR_PT
            )
            assert beside, (_shown(mark), _shown(below))


def _shown(mark: TextMark | CodeMark) -> str:
    return mark.line.text if isinstance(mark, TextMark) else "a code"


def assert_in_place(page: Page) -> None:
    """Check that text stands in a column, or between the margins at head and foot."""
    media = page.boxes.media
    type_area = make_type_area((media.width * 25.4 / 72, media.height * 25.4 / 72))
    edges = [
        (left, left + type_area.column_width)
        for left in (
            type_area.left + number * (type_area.column_width + type_area.gutter)
            for number in range(COLUMNS)
        )
    ]
    edges.append((type_area.left, type_area.left + type_area.width))
    for box, mark in _boxes(page):
        assert box.top > 0, _shown(mark)
        assert box.top + box.height <= type_area.bottom + _NEAR_PT, _shown(mark)
        assert any(
            left - _NEAR_PT <= box.left and box.left + box.width <= right + _NEAR_PT
            for left, right in edges
        ), _shown(mark)


def squeezed(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())


def _alternatives(element: StructureElement) -> str:
    return element.alt + "".join(map(_alternatives, element.kids))


def _texts(node: Any) -> Iterator[str]:
    """Give the words that are to be read on a sheet; a range's figures are said in one of ways."""
    if isinstance(node, Span):
        yield node.text
    elif isinstance(node, tuple):
        for each in node:
            yield from _texts(each)
    elif isinstance(node, Range):
        yield from _texts((node.label, node.note))
    elif hasattr(node, "__dataclass_fields__"):
        for slot in fields(node):
            if not (isinstance(node, QRCode) and slot.name == "alt"):
                yield from _texts(getattr(node, slot.name))


def assert_sound(made: Handout) -> None:
    """Check all that holds for any sheet."""
    pages, sheet = made.sheet.pages, made.sheet
    assert pages.page_count == 2
    for page in pages.pages:
        assert_apart(page)
        assert_in_place(page)
    marks = [mark for page in pages.pages for mark in page.marks if isinstance(mark, TextMark)]
    assert min(mark.size_pt for mark in marks) >= LEAST_PT - 1e-6
    printed = "".join(mark.line.text for mark in marks if mark.element is not None)
    told = "".join(each.text for each in sheet.left_out)
    found = squeezed(printed + told + _alternatives(pages.tree))
    for text in _texts(made.document.sections):
        assert squeezed(text) in found
    assert_codes_have_addresses(made)


def assert_codes_have_addresses(made: Handout) -> None:
    """Check that what a code leads to is printed on the side where the code is."""
    codes = [block for section in made.document.sections for block in section.blocks]
    urls = {plain_text(each.alt): each.url for each in codes if isinstance(each, QRCode)}
    for page in made.sheet.pages.pages:
        texts = [mark.line for mark in page.marks if isinstance(mark, TextMark)]
        links = {piece.span.link for line in texts for piece in line.pieces}
        for mark in page.marks:
            if isinstance(mark, CodeMark):
                assert mark.element is not None
                assert urls[mark.element.alt] in links


@settings(max_examples=60)
@given(profile=profiles(), tag=st.sampled_from(TAGS), page_mm=st.sampled_from([A4, LETTER]))
def test_any_career_fits_on_two_sides(
    lay_out: LayOut, profile: str, tag: str, page_mm: tuple[float, float]
) -> None:
    """If a profile is valid, then it has two sides, no letter under 9 pt, and nothing is lost."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "source" / "careers" / "baker.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(profile, encoding="utf-8")
        assert_sound(lay_out(path, tag, page_mm))


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_what_ships_fits_and_is_full(lay_out: LayOut, path: Path, tag: str) -> None:
    """If a career ships, then its sheet says what matters, and no column is half empty."""
    made = lay_out(path, tag)
    assert_sound(made)
    left_out = {each.section for each in made.sheet.left_out}
    panels = [section for section in made.document.sections if section.kind == "panel"]
    said = squeezed(_printed(made))
    for section in panels:
        if section.name in ("work", "day", "pay", "entry", "suits", "tonight", "ask"):
            assert squeezed("".join(span.text for span in section.title)) in said, left_out
    for page in made.sheet.pages.pages:
        foot = _top_of_foot(page)
        columns = [[box for box in column if box.top < foot] for column in _columns(page)]
        lowest = [max(box.top + box.height for box in column) for column in columns if column]
        assert len(lowest) == COLUMNS
        assert min(lowest) > 0.6 * foot
    assert len(_columns_with_codes(made)) == 1


def _top_of_foot(page: Page) -> float:
    """Return where the lines begin that go over both columns at a page's foot."""
    middle, height = page.boxes.media.width / 2, page.boxes.media.height
    wide = [box for box, _ in _boxes(page) if box.left < middle < box.left + box.width]
    return min((box.top for box in wide if box.top > height / 2), default=height)


def _columns_with_codes(made: Handout) -> set[tuple[int, bool]]:
    """Return in which columns, of which side, the panels with codes stand."""
    marks = [
        (side, mark.x > page.boxes.media.width / 2, mark)
        for side, page in enumerate(made.sheet.pages.pages)
        for mark in page.marks
        if isinstance(mark, TextMark | CodeMark)
    ]
    codes = {id(mark.element) for _, _, mark in marks if isinstance(mark, CodeMark)}
    panels = [set(_elements(kid)) for kid in made.sheet.pages.tree.kids if kid.tag == "Sect"]
    own = set().union(*(each for each in panels if codes & each))
    return {(side, is_right) for side, is_right, mark in marks if id(mark.element) in own}


def _elements(element: StructureElement) -> Iterator[int]:
    yield id(element)
    for kid in element.kids:
        yield from _elements(kid)


def _printed(made: Handout) -> str:
    return "".join(
        mark.line.text
        for page in made.sheet.pages.pages
        for mark in page.marks
        if isinstance(mark, TextMark)
    )


def _columns(page: Page) -> list[list[Box]]:
    """Return the boxes in each half of a page that do not reach over its middle."""
    middle = page.boxes.media.width / 2
    boxes = [box for box, _ in _boxes(page)]
    left = [box for box in boxes if box.left + box.width < middle]
    return [left, [box for box in boxes if box.left > middle]]


def _write(folder: Path, **fields: object) -> Path:
    path = folder / "source" / "careers" / "baker.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({**BAKER, **fields}), encoding="utf-8")
    return path


_LONG = "A sentence that goes on and on. " * 1500


@pytest.mark.parametrize(
    ("fields", "printed"),
    [
        ({"title": "Baker of bread " * 33}, True),
        ({"title": "Baker of bread " * 4000}, False),
        ({"tagline": _LONG}, False),
        ({"overview": {"work": _LONG}}, False),
        ({"daily_tasks": [_LONG, "Knead"]}, False),
        ({"sources": [{"id": "one", "title": _LONG}]}, False),
        ({"daily_tasks": ["x" * 3000]}, True),
    ],
    ids=["title", "endless title", "tagline", "work", "task", "source", "word"],
)
def test_a_text_without_end_stops_nothing(
    lay_out: LayOut, tmp_path: Path, fields: dict[str, Any], printed: bool
) -> None:
    """If a text is longer than a side, then it is left out whole and told; others are said."""
    made = lay_out(_write(tmp_path, **fields))
    assert_sound(made)
    longest = max(_texts(made.document.sections), key=len)
    assert (squeezed(longest) in squeezed(_printed(made))) == printed
    assert any(squeezed(longest) in squeezed(each.text) for each in made.sheet.left_out) != printed
    said = squeezed(_printed(made))
    assert "Whatthejobis" in said or fields.get("overview")
    assert "Schoolstamp" in said


def test_a_title_of_500_characters_is_whole(lay_out: LayOut, tmp_path: Path) -> None:
    """If a title is very long, then it is set in small type, and the job is still explained."""
    title = "Baker of bread " * 33
    made = lay_out(_write(tmp_path, title=title.strip()))
    assert squeezed(title) in squeezed(_printed(made))
    assert made.sheet.left_out == () or all(
        each.section not in ("masthead", "What the job is") for each in made.sheet.left_out
    )


def test_short_careers_have_large_type_and_large_art(lay_out: LayOut, tmp_path: Path) -> None:
    """If a career says little, then type is as large as it may be and the questions are asked."""
    made = lay_out(_write(tmp_path))
    assert made.sheet.left_out == ()
    assert made.sheet.body_pt == 10.5
    assert "Questionstoask" in squeezed(_printed(made))


def test_the_same_career_gives_the_same_sheet(lay_out: LayOut) -> None:
    """If a sheet is made twice, then the same is said, at the same places."""
    first, second = (lay_out(PROFILES[0]).sheet for _ in range(2))
    assert first.left_out == second.left_out
    assert [_boxes_of(page) for page in first.pages.pages] == [
        _boxes_of(page) for page in second.pages.pages
    ]


def _boxes_of(page: Page) -> list[tuple[Box, str]]:
    return [(box, _shown(mark)) for box, mark in _boxes(page)]


def test_panels_are_in_the_outline_and_read_in_their_order(lay_out: LayOut) -> None:
    """If panels are printed, then a reader finds each, and hears them in the template's order."""
    made = lay_out(PROFILES[0])
    names = [section.name for section in made.document.sections if section.kind == "panel"]
    tops = [
        mark.name
        for page in made.sheet.pages.pages
        for mark in page.marks
        if isinstance(mark, OutlineEntry)
    ]
    assert tops[0] == "masthead"
    assert tops[1:] == [name for name in names if name in tops]
    elements = [kid for kid in made.sheet.pages.tree.kids if kid.tag == "Sect"]
    assert len(elements) >= len(tops)
    assert all(a is not b for a, b in pairwise(elements))


def test_a_size_scale_below_one_leaves_nine_points(lay_out: LayOut, tmp_path: Path) -> None:
    """If a language is set smaller than others, then the least size is the least all the same."""
    assert_sound(lay_out(_write(tmp_path, overview={"work": _LONG[:9000]}), size_scale=0.8))


def test_a_section_of_another_kind_is_told(lay_out: LayOut) -> None:
    """If a template has a section that no sheet has, then it is told with the kinds there are."""
    made = lay_out(PROFILES[0])
    chapter = Section("one", "chapter", (Span("One"),), ())
    document = Document("Baker", "en", "ltr", (), "", (chapter,))
    from careerkit.pages.sheet import compose_sheet

    with pytest.raises(ContentError) as error:
        compose_sheet(
            document,
            None,  # type: ignore[arg-type]  # it is not asked for
            None,  # type: ignore[arg-type]
            None,  # type: ignore[arg-type]
            page_mm=A4,
            icons=None,  # type: ignore[arg-type]
        )
    assert [problem.message for problem in error.value.problems] == [
        '"chapter" is not a kind of section a sheet has'
    ]
    assert made.sheet.pages.page_count == 2
