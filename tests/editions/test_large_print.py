"""Large print has the whole text of the booklet, in 18 points on whole sheets."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from careerkit.editions.composed_booklet import compose_booklet
from careerkit.editions.edition import AS_USUAL, Variant
from careerkit.editions.large_print import LARGE_PRINT, enlarge
from careerkit.layout import load_layout
from careerkit.pages import ComposedPages
from careerkit.pages.marks import NamedPlace, TextMark
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


def test_copies_are_counted_where_they_are_asked_for() -> None:
    """If copies are asked for, then the sheets are counted; otherwise nothing is said."""
    assert LARGE_PRINT.instructions(29, AS_USUAL, 0) == ""
    told = "2 copies: 30 sheets of Letter, both sides, flip on the long edge, staple at the corner"
    assert LARGE_PRINT.instructions(29, Variant(paper="letter"), 2) == told
