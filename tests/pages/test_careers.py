"""The booklets of the careers that ship, reopened with independent readers."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import page as pdf_validator
import pikepdf
import pytest

from careerkit.build.jobs import plan
from careerkit.document.blocks import Section
from careerkit.document.spans import Span, plain_text
from careerkit.document.theme import Theme
from careerkit.document.traversal import spans
from careerkit.project.folders import Folders
from careerkit.typography import FontLibrary
from tests.booklet import write_booklet
from tests.pages.conftest import Booklet
from tests.pages.extracted_text import (
    folded,
    printed_spans,
    ranges,
    read_with_pdfium,
    read_with_pdfminer,
    squeezed,
)
from tests.pages.tag_tree import Annotation, Content, TaggedPdf
from tests.school import prepare_sheets
from tests.shipped import ROOT, TAGS

_MM = 72 / 25.4


def test_pages_are_a5_and_fold(career: Booklet, theme: Theme) -> None:
    """If a booklet is made, then its pages are of the theme's size and make whole sheets."""
    pdf = career.pdfium
    assert len(pdf) == career.page_count
    assert len(pdf) % 4 == 0
    for number in range(len(pdf)):
        size = pdf[number].get_size()
        assert size == pytest.approx([side * _MM for side in theme.booklet.page_mm], abs=0.01)


def test_properties_are_those_of_the_document(career: Booklet) -> None:
    """If a viewer opens a booklet, then it shows title, author and language, and the bookmarks."""
    document, pdf = career.document, career.tagged.pdf
    assert career.pdfium.get_metadata_value("Title") == document.title
    assert career.pdfium.get_metadata_value("Author") == ", ".join(document.authors)
    assert career.pdfium.get_metadata_value("Subject") == document.description
    assert str(pdf.Root.Lang) == document.language
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert str(pdf.Root.PageMode) == "/UseOutlines"
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == document.title
        assert metadata["pdfuaid:part"] == "1"


def test_bookmarks_lead_to_their_sections(career: Booklet) -> None:
    """If a bookmark is followed, then its title stands on that page as a heading."""
    tagged = career.tagged
    headings = {
        (tagged.text(heading).strip(), shown.page)
        for heading in tagged.elements("H1")
        for shown in tagged.shown(heading)
    }
    bookmarks = list(career.pdfium.get_toc())
    titles = [bookmark.get_title() for bookmark in bookmarks]
    chapters = [s for s in career.document.sections if s.kind in {"contents", "chapter"}]
    assert titles[0] == career.document.title
    assert titles[1 : len(chapters) + 1] == [plain_text(chapter.title) for chapter in chapters]
    for bookmark in bookmarks:
        assert (bookmark.get_title(), bookmark.get_dest().get_index()) in headings


def test_contents_give_the_right_pages(career: Booklet) -> None:
    """If a line of the contents names a page, then the section is there and the line leads there.

    The number printed on that page is the same.
    """
    tagged = career.tagged
    pages = {page.obj.objgen: number for number, page in enumerate(tagged.pdf.pages)}
    entries = tagged.elements("TOCI")
    chapters = [s for s in career.document.sections if s.kind == "chapter" and s.title]
    assert len(entries) == len(chapters)
    for entry, chapter in zip(entries, chapters, strict=True):
        found = re.fullmatch(r"(.*?)(\d+)", tagged.text(entry))
        assert found is not None
        title, number = found.groups()
        assert folded(title) == folded(plain_text(chapter.title))
        page = int(number) - 1
        links = [kid for each in entry.walk() for kid in each.kids if isinstance(kid, Annotation)]
        assert links
        for link in links:
            assert pages[link.annotation.Dest[0].objgen] == page
        on_page = [h for h in tagged.elements("H1") if tagged.shown(h)[0].page == page]
        assert folded(title) in {folded(tagged.text(heading)) for heading in on_page}
        artifacts = [s.text for s in tagged.reading.shown if (s.page, s.mcid) == (page, -1)]
        assert number in artifacts


def test_every_font_is_embedded_and_cut_down(career: Booklet) -> None:
    """If a font is used, then it is in the file, cut down, and there is no other font."""
    fonts = [
        item
        for item in career.tagged.pdf.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"
    ]
    assert fonts
    for font in fonts:
        assert re.fullmatch(r"/[A-Z]{6}\+NotoSans\w*-(Regular|Bold)", str(font.BaseFont))
        assert str(font.Subtype) in {"/Type0", "/CIDFontType2"}
    for embedded in career.tagged.reading.fonts.values():
        assert embedded.program[:4] == b"\0\1\0\0"
    assert b"Helvetica" not in career.content


def test_every_code_has_a_glyph_and_a_text(career: Booklet) -> None:
    """If a code is shown, then it has a glyph that is not ``.notdef``, and text to copy."""
    reading = career.tagged.reading
    for key, codes in reading.codes.items():
        font = reading.fonts[key]
        assert all(font.glyph_of[code] for code in codes)
        assert all(font.text_of[code] for code in codes)


def test_pdfium_finds_every_text(career: Booklet, theme: Theme) -> None:
    """If a text is printed, then pdfium finds it as it was written."""
    _assert_complete(career, read_with_pdfium(career.pdfium, theme.booklet))


def test_pdfminer_finds_every_text(career: Booklet) -> None:
    """If a text is printed, then pdfminer finds it as it was written."""
    _assert_complete(career, read_with_pdfminer(career.content))


def _assert_complete(booklet: Booklet, text: str) -> None:
    found = squeezed(text)
    printed = list(printed_spans(booklet.document, booklet.pdfium))
    assert len(printed) > 100
    assert [span.text for span in printed if squeezed(span.text) not in found] == []
    # With its spaces, where no line end can have come into a word.
    folded_text = folded(text)
    short = [span.text for span in printed if re.fullmatch(r"[\w ,.’]+", span.text)]
    assert [text for text in short if folded(text) not in folded_text] == []
    for row in ranges(booklet.document):
        figures = (plain_text(row.low_text), plain_text(row.high_text))
        summary = squeezed(plain_text(row.summary))
        assert summary in found or all(squeezed(figure) in found for figure in figures)


def test_alternatives_are_there(career: Booklet) -> None:
    """If a block has words in place of its drawing, then a figure carries them."""
    alternatives = {element.alt for element in career.tagged.elements("Figure")}
    expected = {
        plain_text(block.alt)
        for section in career.document.sections
        for block in section.blocks
        if hasattr(block, "alt") and block.alt
    }
    assert expected
    assert expected == alternatives


def test_web_addresses_are_links(career: Booklet) -> None:
    """If a text is a link, then there is an annotation that opens its address."""
    opened = {
        str(annotation.A.URI)
        for page in career.tagged.pdf.pages
        for annotation in page.obj.get("/Annots", [])
        if "/A" in annotation
    }
    wanted = {span.link for span in spans(career.document) if span.link.startswith("http")}
    assert opened == wanted


def test_nothing_is_drawn_unmarked(career: Booklet) -> None:
    """If an operator leaves ink, then it stands in marked content: an element's or an artifact's.

    And what the pages say of elements, the elements say of the pages.
    """
    tagged = career.tagged
    assert tagged.reading.faults == []
    assert [painted for painted in tagged.reading.painted if painted.mcid == -2] == []
    claimed = {
        (content.page, content.mcid): element
        for element in tagged.root.walk()
        for content in element.kids
        if isinstance(content, Content)
    }
    assert claimed.keys() == tagged.reading.tags.keys()
    parents = _parent_tree(tagged.pdf)
    for (page, mcid), element in claimed.items():
        key = int(tagged.pdf.pages[page].obj.StructParents)
        assert parents[key][mcid].objgen == element.identity
        assert tagged.reading.tags[page, mcid] == f"/{element.tag}"


def _parent_tree(pdf: pikepdf.Pdf) -> dict[int, pikepdf.Object]:
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    return {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}


def test_annotations_know_their_elements(career: Booklet) -> None:
    """If a page has an annotation, then its element is the one that holds it, and it has words."""
    tagged = career.tagged
    parents = _parent_tree(tagged.pdf)
    holders = {
        kid.annotation.objgen: element.identity
        for element in tagged.root.walk()
        for kid in element.kids
        if isinstance(kid, Annotation)
    }
    for page in tagged.pdf.pages:
        assert page.obj.Tabs == "/S"
        for annotation in page.obj.get("/Annots", []):
            assert parents[int(annotation.StructParent)].objgen == holders[annotation.objgen]
            assert str(annotation.Contents).strip()


def test_validator_finds_nothing(career: Booklet, tmp_path: Path) -> None:
    """If a booklet is checked against PDF/UA-1, then nothing fails."""
    path = tmp_path / "booklet.pdf"
    path.write_bytes(career.content)
    report = pdf_validator.validate_pdf(str(path), profile="ua1")
    assert report.failures == []


def test_pages_that_fill_a_sheet_are_whole_in_every_language(
    theme: Theme, library: FontLibrary
) -> None:
    """If pages are added to fill a sheet, then each has a page of its own, in whatever language."""
    folders = Folders(ROOT / "source", ROOT / "layouts", ROOT / "output")
    jobs = plan(folders, ["ai-ml-engineer"], TAGS, ["booklet"])
    sheets = prepare_sheets(folders, jobs)
    assert {sheet.tag for sheet in sheets} == {"en", "si", "ta"}
    for sheet in sheets:
        spares = [each for each in sheet.document.sections if each.kind == "spare"]
        before = Section("before", "chapter", (Span("Before"),), ())
        document = replace(sheet.document, sections=(before, *spares))
        target = io.BytesIO()
        write_booklet(document, theme, sheet.style, library, target)
        tagged = TaggedPdf(pikepdf.open(target))
        pages = [tagged.shown(each)[0].page for each in tagged.elements("H1")]
        assert pages == list(range(len(spares) + 1)), sheet.tag
