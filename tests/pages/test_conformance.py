"""The same pages written as PDF/UA-1, as PDF/UA-2 and without tags: what differs, and what not."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
import pypdfium2
import pytest

from careerkit.content import Locale, read_profile
from careerkit.document.theme import Theme
from careerkit.layout import Layout, render_document
from careerkit.pages import ComposedPages
from careerkit.pages.structure import StructureElement
from careerkit.pdf import write_pdf
from careerkit.pdf.conformance import PDF_UA_1, PDF_UA_2, UNTAGGED, Conformance, pdf_ua
from careerkit.preflight.pdf.file import preflight_pdf
from careerkit.preflight.pdf.rules import PdfRules
from careerkit.translation.words.locale_words import Words
from careerkit.typography import FontLibrary, LocaleStyle
from tests.booklet import compose_booklet
from tests.pages.conftest import FAMILIES
from tests.shipped import PROFILES, ROOT

NAMESPACE = "http://iso.org/pdf2/ssn"
OURS = "; this is a defect of careerkit, please report it"
# Marked content and its end, as they stand in a page's operators.
MARKS = re.compile(rb"^(/Artifact BMC|/\w+ <</MCID \d+>> BDC|EMC)\n", re.MULTILINE)


@pytest.fixture(scope="module")
def composed(layout: Layout, theme: Theme, english: Locale, library: FontLibrary) -> ComposedPages:
    """Give a booklet of a career that ships, composed."""
    profile = read_profile(PROFILES[0], ROOT / "source")
    document = render_document(layout, "booklet", "pages", profile, Words(english))
    return compose_booklet(document, theme, LocaleStyle(FAMILIES), library)


Write = Callable[[Conformance], bytes]


@pytest.fixture(scope="module")
def write(composed: ComposedPages, theme: Theme) -> Write:
    """Write the booklet, each way once."""
    known: dict[Conformance, bytes] = {}

    def written(conformance: Conformance) -> bytes:
        if conformance not in known:
            target = io.BytesIO()
            write_pdf(composed, target, colours=theme.colours, conformance=conformance)
            known[conformance] = target.getvalue()
        return known[conformance]

    return written


def reopen(content: bytes) -> pikepdf.Pdf:
    """Open a file."""
    return pikepdf.open(io.BytesIO(content))


def elements(element: Any) -> Iterator[Any]:
    """Give all elements below another, in reading order."""
    found = element.get("/K", [])
    for kid in list(found) if isinstance(found, pikepdf.Array) else [found]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def operators(content: bytes) -> list[bytes]:
    """Give what draws each page, without its marks."""
    with reopen(content) as pdf:
        return [MARKS.sub(b"", page.Contents.read_bytes() + b"\n") for page in pdf.pages]


def page_of(element: Any) -> Any:
    """Give the page that the first content of an element is on."""
    return next(each.Pg for each in [element, *elements(element)] if "/Pg" in each)


def bookmarks(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Give the entries of the outline."""
    entry = pdf.Root.Outlines.get("/First")
    while entry is not None:
        yield entry
        entry = entry.get("/Next")


def rules(part: Any) -> PdfRules:
    """Give what is asked of a booklet that keeps a part of PDF/UA."""
    return PdfRules(page_mm=(148.0, 210.0), pages_multiple=4, pdf_ua=part)


def test_every_way_has_the_same_ink(write: Write) -> None:
    """If pages are written another way, then what is drawn is the same, to the operator."""
    assert operators(write(PDF_UA_1)) == operators(write(PDF_UA_2)) == operators(write(UNTAGGED))
    texts = set()
    for conformance in (PDF_UA_1, PDF_UA_2, UNTAGGED):
        with pypdfium2.PdfDocument(write(conformance)) as pdf:
            texts.add("\f".join(page.get_textpage().get_text_range() for page in pdf))
    assert len(texts) == 1


@pytest.mark.parametrize("conformance", [PDF_UA_1, PDF_UA_2, UNTAGGED])
def test_preflight_finds_nothing(write: Write, conformance: Conformance) -> None:
    """If a file is asked for what it is, then nothing is wrong with it; else something is."""
    content = write(conformance)
    for part in (None, 1, 2):
        problems = preflight_pdf(content, rules(part), file="a.pdf")
        assert (problems == ()) == ((conformance.part or None) == part)


def test_parts_of_pdf_ua() -> None:
    """If a part of ISO 14289 is asked for, then it is that part."""
    assert [pdf_ua(1), pdf_ua(2)] == [PDF_UA_1, PDF_UA_2]


# --- PDF/UA-2 ------------------------------------------------------------------------------------


def test_the_mark_of_pdf_ua_2(write: Write) -> None:
    """If a file is PDF/UA-2, then its header and its metadata say so."""
    content = write(PDF_UA_2)
    assert content.startswith(b"%PDF-2.0\n")
    with reopen(content) as pdf:
        packet = pdf.Root.Metadata.read_bytes()
    assert b"<pdfuaid:part>2</pdfuaid:part>" in packet
    assert b"<pdfuaid:rev>2024</pdfuaid:rev>" in packet
    assert b"pdfuaid:rev" not in write(PDF_UA_1)


def test_types_of_pdf_2(write: Write) -> None:
    """If a type is one of PDF 2.0, then its element is in that namespace."""
    with reopen(write(PDF_UA_2)) as pdf:
        tree = pdf.Root.StructTreeRoot
        assert [str(each.NS) for each in tree.Namespaces] == [NAMESPACE]
        for each in elements(tree):
            is_older = str(each.S) in ("/Reference", "/TOC", "/TOCI")
            assert str(each.get("/NS", {}).get("/NS", "")) == ("" if is_older else NAMESPACE)
    with reopen(write(PDF_UA_1)) as pdf:
        assert not any("/NS" in each for each in elements(pdf.Root.StructTreeRoot))


def test_entries_of_the_contents(write: Write, composed: ComposedPages) -> None:
    """If an entry stands in the list of contents, then it refers to its section's element."""
    titles = []
    with reopen(write(PDF_UA_2)) as pdf:
        in_order = [each.objgen for each in elements(pdf.Root.StructTreeRoot)]
        for entry in elements(pdf.Root.StructTreeRoot):
            if entry.S != "/TOCI":
                continue
            assert str(entry.K.S) == "/P"
            (section,) = entry.Ref
            heading = next(each for each in elements(section) if each.S == "/H1")
            titles.append(heading.objgen)
            link = next(each for each in elements(entry) if each.S == "/Link")
            annotation = next(kid.Obj for kid in link.K if "/Obj" in dict(kid.items()))
            names = dict(pikepdf.NameTree(pdf.Root.Names.Dests).items())
            assert names[str(annotation.Dest)].SD[0].objgen == section.objgen
    assert len(titles) == len(set(titles)) > 5
    assert titles == [each for each in in_order if each in titles]
    (contents,) = (each for each in _walk(composed.tree) if each.tag == "TOC")
    assert len(titles) == len(contents.kids)


def _walk(element: StructureElement) -> Iterator[StructureElement]:
    """Give an element and all below it."""
    yield element
    for kid in element.kids:
        yield from _walk(kid)


def test_where_links_and_bookmarks_lead(write: Write) -> None:
    """If something leads to a place, then it leads to a page, and to an element on that page."""
    with reopen(write(PDF_UA_2)) as pdf:
        names = dict(pikepdf.NameTree(pdf.Root.Names.Dests).items())
        targets = [str(entry.Dest) for entry in bookmarks(pdf)]
        for page in pdf.pages:
            annotations: Any = page.obj.get("/Annots", [])
            targets += [str(each.Dest) for each in annotations if "/Dest" in each]
        assert len(targets) > len(list(bookmarks(pdf))) > 5
        for target in targets:
            action = names[target]
            assert action.S == "/GoTo"
            assert page_of(action.SD[0]).objgen == action.D[0].objgen
            assert list(action.D)[1:] == list(action.SD)[1:]
    with (
        pypdfium2.PdfDocument(write(PDF_UA_2)) as two,
        pypdfium2.PdfDocument(write(PDF_UA_1)) as one,
    ):
        leads = [
            [(entry.get_title(), entry.get_dest().get_index()) for entry in pdf.get_toc()]
            for pdf in (one, two)
        ]
    assert leads[0] == leads[1]


def test_lists_of_words_explained(write: Write) -> None:
    """If a list explains words, then PDF 2.0 has a name for it, and PDF 1.7 has none."""

    def numberings(conformance: Conformance) -> set[str]:
        with reopen(write(conformance)) as pdf:
            lists = [each for each in elements(pdf.Root.StructTreeRoot) if each.S == "/L"]
            return {str(each.A.ListNumbering) for each in lists}

    assert "/Description" in numberings(PDF_UA_2)
    assert numberings(PDF_UA_1) == {
        value.replace("Description", "None") for value in numberings(PDF_UA_2)
    }


def spoil_namespace(pdf: Any) -> None:
    """Let the Document be one of PDF 1.7."""
    del pdf.Root.StructTreeRoot.K["/NS"]


def spoil_reference(pdf: Any) -> None:
    """Let an entry of the list of contents stand for nothing."""
    entry = next(each for each in elements(pdf.Root.StructTreeRoot) if each.S == "/TOCI")
    del entry["/Ref"]


def spoil_destination(pdf: Any) -> None:
    """Let a name lead to a page alone."""
    names = pdf.Root.Names.Dests.Names
    for at in range(1, len(names), 2):
        del names[at]["/SD"]


def spoil_list(pdf: Any) -> None:
    """Let a list with labels say that it has none."""
    for each in elements(pdf.Root.StructTreeRoot):
        if each.S == "/L" and each.A.ListNumbering == "/Description":
            each.A = pikepdf.Dictionary(O=pikepdf.Name.List, ListNumbering=pikepdf.Name("/None"))


def spoil_year(pdf: Any) -> None:
    """Let the metadata say another year."""
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b"2024", b"2023"))


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (spoil_namespace, "the tag tree does not begin with one Document of PDF 2.0"),
        (spoil_reference, "an entry of the list of contents does not say what it stands for"),
        (spoil_destination, "a link or a bookmark leads to a page, not to what stands there"),
        (spoil_list, "a list has labels and says that it has none"),
        (spoil_year, "a document of PDF/UA-2 is of PDF 2.0 and says the year 2024"),
    ],
)
def test_a_slip_of_the_writer_is_found(
    write: Write, spoil: Callable[[Any], None], told: str
) -> None:
    """If a file lacks what PDF/UA-2 asks for, then preflight says so."""
    target = io.BytesIO()
    with reopen(write(PDF_UA_2)) as pdf:
        spoil(pdf)
        pdf.save(target, fix_metadata_version=False)
    problems = preflight_pdf(target.getvalue(), rules(2), file="a.pdf")
    assert {problem.message.removesuffix(OURS) for problem in problems} == {told}


# --- without tags --------------------------------------------------------------------------------


def test_a_file_without_tags(write: Write) -> None:
    """If a file is for a press or a copier, then it has no tags, links, bookmarks or marks."""
    content = write(UNTAGGED)
    with reopen(content) as pdf:
        assert not {"/StructTreeRoot", "/MarkInfo", "/Outlines", "/Names"} & set(pdf.Root.keys())
        assert b"pdfuaid:part" not in pdf.Root.Metadata.read_bytes()
        for page in pdf.pages:
            assert not {"/Annots", "/StructParents", "/Tabs"} & set(page.obj.keys())
            assert MARKS.search(page.obj.Contents.read_bytes()) is None
    assert len(content) < len(write(PDF_UA_1))
