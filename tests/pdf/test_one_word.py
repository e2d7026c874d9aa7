"""One word on one page, step by step: where to begin reading how text reaches a PDF."""

from __future__ import annotations

import io
import re
import unicodedata

import pikepdf
import pypdfium2
import pytest

from careerkit.document.theme import Theme
from careerkit.typography import FontLibrary
from tests.one_word import SHIPPED, Page, Word, set_one_word
from tests.pages.extracted_text import read_with_pdfminer
from tests.pages.marked_content import PageReading, read_pages
from tests.pages.tag_tree import TaggedPdf


@pytest.fixture(params=SHIPPED)
def word(request: pytest.FixtureRequest) -> Word:
    """Give a word of each script whose fonts ship."""
    return SHIPPED[request.param]


@pytest.fixture
def page(word: Word, library: FontLibrary, theme: Theme) -> Page:
    """Give the page with the word on it."""
    return set_one_word(word, library, theme)


@pytest.fixture
def reading(page: Page) -> PageReading:
    """Give what an independent reader finds on the page."""
    return read_pages(pikepdf.open(io.BytesIO(page.pdf)))


def test_letters_become_clusters(word: Word, page: Page) -> None:
    """If a word is shaped, then letters that are drawn as one belong to one cluster."""
    assert page.clusters == word.clusters


def test_clusters_become_codes(word: Word, page: Page) -> None:
    """If a word is drawn, then one operator shows its codes, numbered from 33 as they come."""
    with pikepdf.open(io.BytesIO(page.pdf)) as pdf:
        content = pdf.pages[0].Contents.read_bytes().decode()
    shown = re.findall(r"\[<([0-9A-F]+)>\]TJ", content)
    assert shown == ["".join(f"{33 + at:04X}" for at in range(len(word.codes)))]


def test_codes_have_the_text_they_stand_for(word: Word, reading: PageReading) -> None:
    """If a code is looked up in ToUnicode, then it is the text of its part of the word."""
    (font,) = reading.fonts.values()
    assert tuple(font.text_of.values()) == word.codes
    assert "".join(word.codes) == word.text


def test_codes_have_glyphs_in_a_font_of_their_own(word: Word, reading: PageReading) -> None:
    """If a code is drawn, then the embedded font has a glyph for it, and few others."""
    (font,) = reading.fonts.values()
    numbers = [font.glyph_of[code] for code in font.text_of]
    assert all(numbers)
    assert len(set(numbers)) == len(word.codes)
    assert len(font.program) < 2000


def test_a_word_is_one_paragraph(word: Word, page: Page, reading: PageReading) -> None:
    """If a word is a paragraph, then all that is drawn of it is marked as that paragraph's."""
    tagged = TaggedPdf(pikepdf.open(io.BytesIO(page.pdf)))
    (paragraph,) = tagged.elements("P")
    assert tagged.text(paragraph) == word.text
    assert reading.tags == {(0, 0): "/P"}
    assert {painted.mcid for painted in reading.painted} == {0}


def test_a_word_is_read_as_it_was_written(word: Word, page: Page) -> None:
    """If readers that know nothing of all this extract the text, then it is the word."""
    pdfium = pypdfium2.PdfDocument(page.pdf)[0].get_textpage().get_text_range()
    for text in (pdfium, read_with_pdfminer(page.pdf)):
        assert unicodedata.normalize("NFC", text.strip()) == word.text
