"""Booklets to reopen: of all careers that ship, of every block there is, of any document."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from careerkit.content import Locale, read_locale, read_profile
from careerkit.document.blocks import Block, Document, Section
from careerkit.document.section_kinds import SectionKindName
from careerkit.document.spans import Span
from careerkit.document.theme import Theme
from careerkit.layout import Layout, load_layout, render_document
from careerkit.translation.words.locale_words import Words
from careerkit.typography import FontLibrary, LocaleStyle
from tests.booklet import write_booklet
from tests.pages.tag_tree import TaggedPdf
from tests.shipped import CAREERS, PROFILE_OF, ROOT

FAMILIES = ("Noto Sans", "Noto Sans Sinhala", "Noto Sans Tamil")


@dataclass(frozen=True)
class Booklet:
    """A booklet that was written: what it was to show, and what came out."""

    document: Document
    content: bytes
    page_count: int

    @cached_property
    def pdfium(self) -> pypdfium2.PdfDocument:
        """The booklet as pdfium reads it."""
        return pypdfium2.PdfDocument(self.content)

    @cached_property
    def tagged(self) -> TaggedPdf:
        """The booklet's pages and tag tree as they stand in the file."""
        return TaggedPdf(pikepdf.open(io.BytesIO(self.content)))


Bind = Callable[..., Booklet]


@pytest.fixture(scope="session")
def library() -> FontLibrary:
    """Give the library of the fonts that ship."""
    return FontLibrary(ROOT / "layouts" / "fonts")


@pytest.fixture(scope="session")
def layout() -> Layout:
    """Give the layout that ships."""
    return load_layout("classic", ROOT / "layouts")


@pytest.fixture(scope="session")
def theme(layout: Layout) -> Theme:
    """Give the theme that ships."""
    return layout.theme_for(None)


@pytest.fixture(scope="session")
def english() -> Locale:
    """Give the English that ships."""
    return read_locale(ROOT / "source" / "locales" / "en.yaml")


@pytest.fixture(scope="session")
def bind(library: FontLibrary, theme: Theme) -> Bind:
    """Write a document as a booklet."""

    def write(document: Document, *, line_height: float | None = None) -> Booklet:
        target = io.BytesIO()
        style = LocaleStyle(FAMILIES, line_height=line_height)
        count = write_booklet(document, theme, style, library, target)
        return Booklet(document, target.getvalue(), count)

    return write


@pytest.fixture(scope="session")
def bind_profile(bind: Bind, layout: Layout, english: Locale) -> Callable[[Path], Booklet]:
    """Write a profile as a booklet, in the layout that ships."""

    def write(path: Path) -> Booklet:
        profile = read_profile(path, path.parent.parent)
        return bind(render_document(layout, "booklet", "pages", profile, Words(english)))

    return write


@pytest.fixture(scope="session", params=CAREERS)
def career(request: pytest.FixtureRequest, bind_profile: Callable[[Path], Booklet]) -> Booklet:
    """Give the booklet of each career that ships."""
    return bind_profile(PROFILE_OF[request.param])


def words(text: str, language: str = "en") -> tuple[Span, ...]:
    """Give a line of text in one language."""
    return (Span(text, language),)


def chapter(
    *blocks: Block, name: str = "one", title: str = "One", kind: SectionKindName = "chapter"
) -> Section:
    """Give a section of some blocks."""
    return Section(name, kind, words(title) if title else (), blocks)


def document(*sections: Section, language: str = "en") -> Document:
    """Give a document of some sections."""
    return Document("Baker", language, "ltr", ("A. Writer",), "Bread, every day", sections)
