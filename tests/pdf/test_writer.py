"""Composed pages, written: any number of times, in any inks, with the boxes they have."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest

from careerkit.document.blocks import Callout, Contents, Cover, Document, Paragraph, QRCode
from careerkit.document.inks import Inks
from careerkit.document.spans import Span
from careerkit.document.theme import Theme
from careerkit.pages import ComposedPages
from careerkit.pages.marks import PathMark, RectangleMark, TextMark
from careerkit.pages.page import Box, Boxes
from careerkit.pages.page_text import page_as_text
from careerkit.pages.structure import StructureElement
from careerkit.pdf import write_pdf
from careerkit.typography import FontLibrary, LocaleStyle
from tests.booklet import compose_booklet
from tests.pages.conftest import FAMILIES, chapter, document, words

LINKED = (
    Span("Read "),
    Span("this page", link="https://example.org/bread"),
    Span(" and the "),
    Span("first part", link="#work"),
    Span(", with your "),
    Span("Lehrer", "de"),
)
SHADES = {"ink": 0, "paper": 1, "tint": 0.9, "accent": 0.3, "accent_soft": 0.7, "signal": 0.5}
GREY = Inks("grey", lambda role, _colour, _use: (SHADES[role],))


def small() -> Document:
    """Give a booklet with everything that is noted while pages are written."""
    cover = Cover("x", words("Baker"), words("Bread"), alt=words("Loaves"))
    return document(
        chapter(cover, name="cover", title="", kind="cover"),
        chapter(Contents(), name="contents", title="Contents", kind="contents"),
        chapter(
            Paragraph(LINKED),
            Callout("tip", words("Try it"), (Paragraph(words("Knead well.")),)),
            QRCode("https://example.org/", words("Code")),
            name="work",
            title="The work",
        ),
    )


@pytest.fixture(scope="module")
def composed(theme: Theme, library: FontLibrary) -> ComposedPages:
    """Compose the booklet."""
    return compose_booklet(small(), theme, LocaleStyle(FAMILIES), library)


def written(composed: ComposedPages, theme: Theme, inks: Inks | None = None) -> bytes:
    """Write pages in some inks."""
    target = io.BytesIO()
    if inks is None:
        write_pdf(composed, target, colours=theme.colours)
    else:
        write_pdf(composed, target, colours=theme.colours, inks=inks)
    return target.getvalue()


def tree_of(element: StructureElement) -> Iterator[object]:
    """Give all that an element knows, and those below it."""
    yield (element.tag, element.language, element.alt, element.attribute, len(element.kids))
    for kid in element.kids:
        assert kid.parent is element
        yield from tree_of(kid)


def state_of(composed: ComposedPages) -> tuple[object, ...]:
    """Give all that could change about composed pages."""
    texts = [page_as_text(page) for page in composed.pages]
    return (texts, composed.pages, list(tree_of(composed.tree)))


def test_writing_changes_nothing(composed: ComposedPages, theme: Theme) -> None:
    """If pages are written twice, and in other inks between, then the bytes are the same."""
    before = state_of(composed)
    first = written(composed, theme)
    other = written(composed, theme, GREY)
    assert other != first
    assert written(composed, theme) == first
    assert written(composed, theme, GREY) == other
    assert state_of(composed) == before


def operators_of(content: bytes) -> str:
    """Give the operators of all pages."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return "\n".join(page.Contents.read_bytes().decode("latin-1") for page in pdf.pages)


def test_roles_become_inks_at_the_end(composed: ComposedPages, theme: Theme) -> None:
    """If pages are written in grey, then each role is the grey that was said, and nothing else."""
    operators = operators_of(written(composed, theme, GREY))
    assert not re.search(r"\d (rg|RG|k|K)\n", operators)
    fills = {float(each) for each in re.findall(r"^([\d.]+) g$", operators, re.MULTILINE)}
    strokes = {float(each) for each in re.findall(r"^([\d.]+) G$", operators, re.MULTILINE)}
    marks = [mark for page in composed.pages for mark in page.marks]
    filled = {mark.fill for mark in marks if isinstance(mark, RectangleMark | PathMark)} - {None}
    filled |= {mark.colour for mark in marks if isinstance(mark, TextMark)}
    stroked = {mark.stroke for mark in marks if isinstance(mark, PathMark)} - {None}
    assert fills == {SHADES[role] for role in filled if role}
    assert strokes == {SHADES[role] for role in stroked if role}
    assert len(fills) > 3


def test_uses_are_told_apart(composed: ComposedPages, theme: Theme) -> None:
    """If an ink differs by its use, then letters, areas and lines of one role differ."""
    shade = {"text": 0.1, "area": 0.2, "line": 0.3}
    inks = Inks("cmyk", lambda _role, _colour, use: (0, 0, 0, shade[use]))
    operators = operators_of(written(composed, theme, inks))
    filled = re.findall(r"0 0 0 ([\d.]+) k\n(BT|[\d.-]+ [\d.-]+ [\d.-]+ [\d.-]+(?= re))", operators)
    assert len(filled) > 3
    for shade_found, drawn in filled:
        is_large = drawn != "BT" and min(map(float, drawn.split()[2:])) >= 28
        assert shade_found == ("0.1" if drawn == "BT" else "0.2" if is_large else "0.3")
    assert set(re.findall(r"0 0 0 ([\d.]+) K", operators)) == {"0.3"}
    assert set(re.findall(r"0 0 0 ([\d.]+) k", operators)) == {"0.1", "0.2", "0.3"}


def test_boxes_are_written(composed: ComposedPages, theme: Theme) -> None:
    """If a page has a trim box and a bleed box, then the file has them, measured from below."""
    boxes = Boxes(Box(0, 0, 120, 220), trim=Box(10, 20, 100, 190), bleed=Box(7, 17, 106, 196))
    mark = RectangleMark(10, 20, 100, 190, "tint")
    page = composed.pages[0]._replace(marks=(mark,), boxes=boxes)
    plain = composed.pages[1]._replace(marks=())
    with pikepdf.open(io.BytesIO(written(replace(composed, pages=(page, plain)), theme))) as pdf:
        first, second = pdf.pages
        assert [float(number) for number in first.MediaBox] == [0, 0, 120, 220]
        assert [float(number) for number in first.TrimBox] == [10, 10, 110, 200]
        assert [float(number) for number in first.BleedBox] == [7, 7, 113, 203]
        assert b"10 10 100 190 re f" in first.Contents.read_bytes()
        assert second.MediaBox != first.MediaBox
        assert "/TrimBox" not in second
