"""A mirrored page: everything at the other side, and what is looked into as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerkit.document.shapes import PathCommands
from careerkit.document.spans import NOWHERE, Span
from careerkit.pages.marks import (
    ClipEnd,
    ClipStart,
    CodeMark,
    Mark,
    NamedPlace,
    OutlineEntry,
    PathMark,
    PictureMark,
    RectangleMark,
    TextMark,
)
from careerkit.pages.mirror import mirror_page
from careerkit.pages.page import Box, Boxes, Page
from careerkit.typography import FontLibrary, Line, TextStyle, break_text
from tests.pages.conftest import FAMILIES

TRIANGLE: PathCommands = (
    ("M", (0.0, 0.0)),
    ("L", (30.0, 0.0)),
    ("C", (1.0, 2.0, 3.0, 4.0, 30.0, 40.0)),
    ("Z", ()),
)
TURNED: PathCommands = (
    ("M", (0.0, 0.0)),
    ("L", (-30.0, 0.0)),
    ("C", (-1.0, 2.0, -3.0, 4.0, -30.0, 40.0)),
    ("Z", ()),
)
BOXES = Boxes(Box(0, 0, 400, 600), trim=Box(10, 10, 370, 580), bleed=Box(7, 7, 376, 586))


def mirrored(mark: Mark) -> Mark:
    """Mirror a mark on a page 400 points wide."""
    (made,) = mirror_page(Page((mark,), BOXES)).marks
    return made


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        (RectangleMark(20, 5, 100, 10, "tint"), RectangleMark(280, 5, 100, 10, "tint")),
        (PathMark(20, 5, TRIANGLE, "accent"), PathMark(380, 5, TURNED, "accent")),
        (
            PathMark(20, 5, TRIANGLE, stroke="ink", upright_width=40),
            PathMark(340, 5, TRIANGLE, stroke="ink", upright_width=40),
        ),
        (CodeMark(20, 5, ((1, 0), (0, 1)), 60), CodeMark(320, 5, ((1, 0), (0, 1)), 60)),
        (
            PictureMark(20, 5, 80, 50, Path("ward.png"), NOWHERE),
            PictureMark(300, 5, 80, 50, Path("ward.png"), NOWHERE),
        ),
        (ClipStart(20, 5, 100, 10), ClipStart(280, 5, 100, 10)),
        (ClipEnd(), ClipEnd()),
        (NamedPlace(30, 7, "pay"), NamedPlace(370, 7, "pay")),
        (OutlineEntry("Pay", "pay"), OutlineEntry("Pay", "pay")),
    ],
    ids=lambda value: type(value).__name__,
)
def test_marks_stand_at_the_other_side(mark: Mark, expected: Mark) -> None:
    """If a page is mirrored, then only free paths are turned round; all else is moved."""
    assert mirrored(mark) == expected


def line_of(text: str, library: FontLibrary, width: float = 1000) -> Line:
    """Set the first line of a text."""
    style = TextStyle(library.stack(FAMILIES), 10, 15)
    return break_text((Span(text),), style, width)[0]


@pytest.mark.parametrize("width", [1000, 60], ids=["alone", "wrapped"])
def test_a_line_ends_where_it_began(library: FontLibrary, width: float) -> None:
    """If a line of text is mirrored, then its last letter ends where its first one began."""
    line = line_of("Bread every day", library, width)
    made = mirrored(TextMark(20, 100, line, 10, "ink"))
    assert isinstance(made, TextMark)
    assert made.line is line
    assert made.x + line.width_pt == pytest.approx(380)


def test_mirroring_twice_gives_the_page_again() -> None:
    """If a page is mirrored twice, then it is as it was, its boxes too; the page stays as it is."""
    icon = PathMark(20, 5, TRIANGLE, stroke="ink", upright_width=40)
    page = Page((RectangleMark(20, 5, 100, 10, "tint"), PathMark(8, 5, TRIANGLE), icon), BOXES)
    once = mirror_page(page)
    assert once.boxes == Boxes(Box(0, 0, 400, 600), Box(20, 10, 370, 580), Box(17, 7, 376, 586))
    assert once != page
    assert mirror_page(once) == page
