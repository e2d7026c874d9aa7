"""Large print has the whole text of the booklet, in 18 points on whole sheets."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from careerkit.editions.composed_booklet import compose_booklet
from careerkit.editions.edition import AS_USUAL, Variant
from careerkit.editions.large_print import LARGE_PRINT, enlarge
from careerkit.layout import load_layout
from careerkit.pages import ComposedPages
from careerkit.pages.marks import NamedPlace, PathMark, RectangleMark, TextMark
from tests.editions.pdf_files import make, prepare, words
from tests.shipped import ROOT

MM = 72 / 25.4


def sizes_of(content: bytes) -> Counter[float]:
    """Count the characters of a file by their size in points."""
    counted: Counter[float] = Counter()
    for page in pdfium.PdfDocument(content):
        text = page.get_textpage()
        for index in range(text.count_chars()):
            if not chr(raw.FPDFText_GetUnicode(text.raw, index)).isspace():
                counted[round(raw.FPDFText_GetFontSize(text.raw, index), 1)] += 1
    return counted


def letters_of(composed: ComposedPages) -> Counter[str]:
    """Count the letters that are read out of composed pages."""
    marks = (mark for page in composed.pages for mark in page.marks)
    lines = (mark for mark in marks if isinstance(mark, TextMark) and mark.element is not None)
    return Counter(char for mark in lines for char in mark.line.text if char.isalpha())


@pytest.mark.parametrize("tag", ["en", "si", "ta", "ar-XB"])
def test_no_word_of_the_booklet_is_missing(tag: str, tmp_path: Path) -> None:
    """If a booklet is made in large print, then it has all its sentences, and no defect."""
    task = prepare("large-print", "electrician-gb", tag, tmp_path)
    usual, larger = task.theme.booklet, enlarge(task.theme.booklet, "a4")
    booklet, whole = (compose_booklet(task, each, page_multiple=None) for each in (usual, larger))
    assert letters_of(whole) == letters_of(booklet)
    spares = [each for each in task.document.sections if each.kind == "spare"]
    marks = [mark for page in whole.pages for mark in page.marks]
    begun = {mark.name for mark in marks if isinstance(mark, NamedPlace)}
    assert len(spares) > 1
    assert {each.name for each in spares} <= begun
    drawing = make("large-print", "electrician-gb", tag, tmp_path)
    pages = list(pdfium.PdfDocument(drawing.content))
    printed = Counter("".join(words(page, 0, 210 * MM) for page in pages))
    assert not letters_of(whole) - printed
    for page in pages:
        assert page.get_size() == pytest.approx((210 * MM, 297 * MM), abs=0.01)
    assert not drawing.defects


def test_the_body_has_18_points_and_nothing_less_than_16(tmp_path: Path) -> None:
    """If type is counted by its size, then most of it has 18 points, none less than 16."""
    sizes = sizes_of(make("large-print", "electrician-gb", "en", tmp_path).content)
    assert min(sizes) >= 16
    assert sizes.most_common(1)[0][0] == 18


def test_headings_keep_their_proportion() -> None:
    """If the body grows, then headings and leading grow by as much."""
    usual = load_layout("classic", ROOT / "layouts").theme.booklet
    larger = enlarge(usual, "a4")
    factor = 18 / usual.body_pt
    assert larger.heading_pt == pytest.approx([factor * size for size in usual.heading_pt])
    assert larger.leading_pt == pytest.approx(factor * usual.leading_pt)
    assert larger.page_mm == (210, 297)
    assert enlarge(usual, "letter").page_mm == (215.9, 279.4)


def test_ornaments_grow_with_the_type() -> None:
    """If the body grows, then strips of art, discs and bars grow by as much; they never shrink."""
    usual = load_layout("classic", ROOT / "layouts").theme.booklet
    assert usual.ornament_scale == 1
    assert enlarge(usual, "a4").ornament_scale == pytest.approx(18 / 12)
    assert replace(usual, body_pt=9.0).ornament_scale == 1


def test_the_strip_of_art_is_as_high_as_the_type_asks(tmp_path: Path) -> None:
    """If a section opens on a page, then its strip of art is half as high again as in a booklet."""
    task = prepare("large-print", "electrician-gb", "en", tmp_path)
    usual, larger = task.theme.booklet, enlarge(task.theme.booklet, "a4")
    heights = [
        max(
            mark.top + y
            for mark in compose_booklet(task, sizes, page_multiple=None).pages[1].marks
            if isinstance(mark, PathMark) and mark.fill
            for _, numbers in mark.commands
            for y in numbers[1::2]
        )
        for sizes in (usual, larger)
    ]
    assert heights[1] == pytest.approx(1.5 * heights[0], rel=0.01)


@pytest.mark.parametrize("tag", ["en", "si", "ta", "en-XA"])
def test_the_contents_has_a_page_of_its_own(tag: str, tmp_path: Path) -> None:
    """If the type is large, then the contents still stands on one page, before the chapters."""
    task = prepare("large-print", "electrician-gb", tag, tmp_path)
    composed = compose_booklet(task, enlarge(task.theme.booklet, "a4"), page_multiple=None)
    begun = [
        [mark for mark in page.marks if isinstance(mark, NamedPlace)] for page in composed.pages
    ]
    contents, first = (
        next(section.name for section in task.document.sections if section.kind == kind)
        for kind in ("contents", "chapter")
    )
    assert [mark.name for mark in begun[1]] == [contents]
    assert begun[2][0].name == first
    assert begun[2][0].top < 30 * MM


@pytest.mark.parametrize("tag", ["en", "si", "ta"])
def test_no_callout_that_ends_a_stage_begins_a_page(tag: str, tmp_path: Path) -> None:
    """If a stage of the path ends with a callout, then something of the stage stands above it."""
    task = prepare("large-print", "electrician-gb", tag, tmp_path)
    composed = compose_booklet(task, enlarge(task.theme.booklet, "a4"), page_multiple=None)
    for page in composed.pages:
        texts = [mark for mark in page.marks if isinstance(mark, TextMark) and mark.element]
        first = min((mark.baseline for mark in texts), default=0.0)
        assert not [
            mark
            for mark in page.marks
            if isinstance(mark, RectangleMark)
            and mark.fill == "tint"
            and mark.top < first < mark.top + mark.height
        ]


def test_copies_are_counted_where_they_are_asked_for() -> None:
    """If copies are asked for, then the sheets are counted; otherwise nothing is said."""
    assert LARGE_PRINT.instructions(29, AS_USUAL, 0) == ""
    told = "2 copies: 30 sheets of Letter, both sides, flip on the long edge, staple at the corner"
    assert LARGE_PRINT.instructions(29, Variant(paper="letter"), 2) == told
