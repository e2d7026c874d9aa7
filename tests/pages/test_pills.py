"""A short name stands on a soft ground, a longer one on a ground of as many lines as it takes."""

from __future__ import annotations

import pypdfium2
import pypdfium2.raw as pdfium

from careerkit.document.blocks import BulletList, ListItem, Paragraph
from tests.pages.conftest import Bind, chapter, document, words

LONG = "Dual frequency geodetic global positioning system GPS receiver units"


def pills_of(page: pypdfium2.PdfPage) -> list[str]:
    """The text on each rounded ground of a page, in the order they are drawn."""
    text = page.get_textpage()
    found = []
    for shape in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = shape.get_bounds()
        if right - left < 340 and top - bottom < 60:
            words_on = text.get_text_bounded(left=left, bottom=bottom, right=right, top=top)
            found.append(" ".join(words_on.split()))
    return found


def test_a_wide_name_wraps_on_its_ground(bind: Bind) -> None:
    """If a name is wider than the line, then its ground has two lines, and holds all of it."""
    tags = BulletList(
        tuple(ListItem(words(name)) for name in ("Alidades", LONG, "Altimeters", "Windows")), "tags"
    )
    booklet = bind(document(chapter(tags)))
    pages = pypdfium2.PdfDocument(booklet.content)
    pills = [pill for page in pages for pill in pills_of(page)]
    assert [pill for pill in pills if pill in ("Alidades", LONG, "Altimeters", "Windows")] == [
        "Alidades",
        LONG,
        "Altimeters",
        "Windows",
    ]


def test_blocks_in_a_name_are_set_below_it(bind: Bind) -> None:
    """If a short name has blocks of its own, then they are printed too."""
    tags = BulletList((ListItem(words("Saw"), (Paragraph(words("It cuts.")),)),), "tags")
    pages = pypdfium2.PdfDocument(bind(document(chapter(tags))).content)
    text = " ".join(page.get_textpage().get_text_bounded() for page in pages)
    assert "Saw" in text
    assert "It cuts." in text
