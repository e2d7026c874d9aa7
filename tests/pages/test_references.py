"""The numbers of sources in a booklet: small print, a link that is tagged, and where it leads."""

from __future__ import annotations

import pytest

from careerkit.document.blocks import Paragraph
from careerkit.document.spans import Span
from careerkit.document.theme import Theme
from tests.pages.conftest import Bind, Booklet, chapter, document, words


@pytest.fixture
def cited(bind: Bind) -> Booklet:
    """Give a booklet with a statement, its number, and the source on a later page."""
    statement = (
        Span("People bake at night.\u00a0"),
        Span("[1]", link="#source-1", reference=True),
        Span(" And by day."),
    )
    source = Paragraph(words("1. A book of bread"), "source", name="source-1")
    return bind(
        document(
            chapter(Paragraph(statement), name="work", title="The work"),
            chapter(Paragraph(words("Bread")), source, name="sources", title="Sources"),
        )
    )


def test_a_number_is_a_reference_with_a_link(cited: Booklet) -> None:
    """If a number leads to a source, then it is a link in a reference, as PDF has them."""
    (reference,) = [each for each in cited.tagged.root.walk() if each.tag == "Reference"]
    assert reference.parent is not None
    assert reference.parent.tag == "P"
    assert [each.tag for each in reference.children] == ["Link"]


def test_a_number_leads_to_its_source(cited: Booklet) -> None:
    """If the number is clicked, then the page of the source comes up, at the source."""
    pdf = cited.tagged.pdf
    (link,) = [each for page in pdf.pages for each in page.get("/Annots", []) if "/Dest" in each]
    assert str(link.Contents) == "[1]"
    pages = [page.obj.objgen for page in pdf.pages]
    page = pages.index(link.Dest[0].objgen)
    text = cited.pdfium[page].get_textpage()
    found = text.search("1. A book").get_next()
    _, _, _, top = text.get_charbox(found[0])
    assert top <= float(link.Dest[3]) <= top + 12


def test_a_number_is_small_print(cited: Booklet, theme: Theme) -> None:
    """If a number stands behind a statement, then it is in 9 pt on the same line."""
    shown = {each.text.strip(): each for each in cited.tagged.reading.shown}
    number, after = shown["[1]"], shown["And by day."]
    assert (number.size_pt, after.size_pt) == (9, theme.booklet.body_pt)
    assert number.y == after.y
