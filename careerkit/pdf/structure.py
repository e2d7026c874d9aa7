"""Elements, and what is drawn for them, go in; the tag tree of a PDF file comes out.

Terms of ISO 32000-1:

- *Marked content* (14.6) is a stretch of a page's drawing operators between ``BDC`` and ``EMC``.
  Its *MCID* ties it to an element. What belongs to no element is an *artifact* (14.8.2.2):
  page numbers, rules, backgrounds.
- The *parent tree* (14.7.4.4) leads from a page's MCIDs, and from an annotation, to the elements.

PDF 2.0 has *namespaces* of structure types (ISO 32000-2, 14.7.4.2); an element without one is of
PDF 1.7's.

The tree of the composed pages is read and never changed: what is drawn for an element is noted
here. Elements that nothing was drawn for, and that hold none that was, are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple, TypeAlias

from reportlab.pdfbase import pdfdoc

from careerkit.document.spans import Span
from careerkit.pages.structure import StructureAttribute, StructureElement
from careerkit.pdf.conformance import PDF_UA_1, Conformance

# Keys of the parent tree: pages count from 0, annotations from here.
_FIRST_ANNOTATION_KEY = 1_000_000
_CELLS = ("TH", "TD")
# Types that PDF 2.0's own namespace leaves out, of those that are used here (ISO 32000-2, 14.8.6).
_ONLY_OF_PDF_1_7 = frozenset({"Reference", "TOC", "TOCI"})
# What PDF 1.7 has in place of a value that came with PDF 2.0 (ISO 32000-2, table 382).
_VALUES_OF_PDF_1_7 = {"Description": "None"}


class MarkedContent(NamedTuple):
    """A stretch of a page: the page's index, counted from 0, and the MCID there."""

    page: int
    mcid: int


class AnnotationReference(NamedTuple):
    """An annotation that belongs to an element: ReportLab's name for it, and its page's index."""

    name: str
    page: int


_Kid: TypeAlias = StructureElement | MarkedContent | AnnotationReference
_Numbering: TypeAlias = Callable[[str], str]


class RawObject(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab 5.1 has no types
    """A PDF object whose bytes are made when the object numbers are known."""

    __RefOnly__ = 1

    def __init__(self, write: Callable[[Any], bytes]) -> None:
        self._write = write

    def format(self, document: Any) -> bytes:
        """Return the bytes; ReportLab calls this when it writes the file."""
        return self._write(document)


class StructureWriter:
    """What is drawn for the elements of one file, and the way back from pages and annotations."""

    def __init__(self, tree: StructureElement, conformance: Conformance = PDF_UA_1) -> None:
        """Start with a tree that nothing was drawn for."""
        self._tree = tree
        self._conformance = conformance
        self._by_name: dict[str, StructureElement] = {}
        self._contents: dict[StructureElement, StructureElement] = {}
        self._drawn: dict[StructureElement, list[_Kid]] = {}
        self._inner: dict[tuple[StructureElement, str, int], tuple[Span, StructureElement]] = {}
        self._pages: list[list[StructureElement]] = []
        self._annotations: list[StructureElement] = []
        self._kids: dict[StructureElement, list[_Kid]] = {}
        self._references: dict[StructureElement, str] = {}

    def mark(self, element: StructureElement, page: int) -> tuple[str, int]:
        """Note that an element is about to be drawn on a page.

        Return the tag and the MCID to write there.
        """
        element = self._content_of(element)
        while len(self._pages) <= page:
            self._pages.append([])
        mcid = len(self._pages[page])
        self._pages[page].append(element)
        self._drawn.setdefault(element, []).append(MarkedContent(page, mcid))
        return element.tag, mcid

    def inner(self, element: StructureElement, tag: str, span: Span) -> StructureElement:
        """Return the element of a kind for a span in another's text, made when first asked for.

        A link or a phrase in another language may be drawn in several pieces, over lines and
        pages; all of them belong to the one element made for its span.
        """
        element = self._content_of(element)
        key = (element, tag, id(span))
        known = self._inner.get(key)
        if known is None:
            made = StructureElement(tag, element, language=span.language)
            self._drawn.setdefault(element, []).append(made)
            known = self._inner[key] = (span, made)
        return known[1]

    def _content_of(self, element: StructureElement) -> StructureElement:
        """Return the element that an element's text and links belong to.

        PDF/UA-2 allows none of them right in an entry of the list of contents (ISO 32005, TOCI).
        """
        if self._conformance.part != 2 or element.tag != "TOCI":
            return element
        if element not in self._contents:
            made = self._contents[element] = StructureElement("P", element)
            self._drawn.setdefault(element, []).append(made)
        return self._contents[element]

    def next_annotation_key(self, element: StructureElement) -> int:
        """Return the ``StructParent`` of an annotation that belongs to an element."""
        self._annotations.append(element)
        return _FIRST_ANNOTATION_KEY + len(self._annotations) - 1

    def add_annotation(self, element: StructureElement, name: str, page: int) -> None:
        """Note that an annotation of a name belongs to an element."""
        self._drawn.setdefault(element, []).append(AnnotationReference(name, page))

    def write(self, document: Any) -> None:
        """Add the tree to a ReportLab document whose pages are all drawn."""
        self._keep(self._tree)
        elements = list(self._walk(self._tree))
        for element in reversed(elements):  # of several of a name, the first
            self._by_name[element.name] = element
        if self._conformance.namespace:
            document.Reference(RawObject(self._namespace_source), "Namespace")
        reference_to = _numbering(document)
        for number, element in enumerate(elements):
            name = f"StructElem{number}"
            document.Reference(RawObject(partial(self._element_source, element)), name)
            self._references[element] = reference_to(name)
        document.Reference(RawObject(self._parent_tree_source), "ParentTree")
        document.Catalog.StructTreeRoot = document.Reference(
            RawObject(self._root_source), "StructTreeRoot"
        )

    def _keep(self, element: StructureElement) -> bool:
        """Find the kids of an element that are written; say whether it is written itself.

        A table's empty cell is: the rows of a table are of one length (ISO 14289-1, 7.5).
        """
        kids: list[_Kid] = [
            kid
            for kid in (*element.kids, *self._drawn.get(element, ()))
            if not isinstance(kid, StructureElement) or self._keep(kid)
        ]
        self._kids[element] = kids
        return bool(kids) or element.tag in _CELLS

    def _walk(self, element: StructureElement) -> Iterator[StructureElement]:
        """Give an element and all below it that is written, in reading order."""
        yield element
        for kid in self._kids[element]:
            if isinstance(kid, StructureElement):
                yield from self._walk(kid)

    def _root_source(self, document: Any) -> bytes:
        number = _numbering(document)
        return (
            f"<</Type/StructTreeRoot/K {self._references[self._tree]}"
            f"/ParentTree {number('ParentTree')}"
            f"/ParentTreeNextKey {_FIRST_ANNOTATION_KEY + len(self._annotations)}"
            + (f"/Namespaces[{number('Namespace')}]" if self._conformance.namespace else "")
            + ">>"
        ).encode("ascii")

    def _namespace_source(self, _document: Any) -> bytes:
        return f"<</Type/Namespace/NS({self._conformance.namespace})>>".encode("ascii")

    def find_named(self, name: str) -> str:
        """Return the object of the element that a section is, of the whole tree if none is.

        The tree has to be written.
        """
        return self._references[self._by_name.get(name, self._tree)]

    def _parent_tree_source(self, _document: Any) -> bytes:
        entries = [
            f"{page}[{' '.join(self._references[element] for element in elements)}]"
            for page, elements in enumerate(self._pages)
        ]
        entries += [
            f"{_FIRST_ANNOTATION_KEY + index} {self._references[element]}"
            for index, element in enumerate(self._annotations)
        ]
        return ("<</Nums[" + "\n".join(entries) + "]>>").encode("ascii")

    def _element_source(self, element: StructureElement, document: Any) -> bytes:
        number = _numbering(document)
        page: int | None = None
        kids: list[str] = []
        for kid in self._kids[element]:
            if isinstance(kid, StructureElement):
                kids.append(self._references[kid])
            elif isinstance(kid, AnnotationReference):
                page_number = number(_page_name(kid.page))
                kids.append(f"<</Type/OBJR/Obj {number(kid.name)}/Pg {page_number}>>")
            else:
                page = kid.page if page is None else page
                if kid.page == page:
                    kids.append(str(kid.mcid))
                else:
                    page_number = number(_page_name(kid.page))
                    kids.append(f"<</Type/MCR/Pg {page_number}/MCID {kid.mcid}>>")
        parent = element.parent
        above = number("StructTreeRoot") if parent is None else self._references[parent]
        parts = [f"<</Type/StructElem/S/{element.tag}/P {above}"]
        if page is not None:
            parts.append(f"/Pg {number(_page_name(page))}")
        parts.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]")
        if element.alt:
            parts.append(f"/Alt{text_string(element.alt)}")
        if element.language and (parent is None or element.language != parent.language):
            parts.append(f"/Lang({element.language})")
        if element.attribute:
            parts.append(f"/A{self._attribute_source(element.attribute)}")
        if self._conformance.namespace:
            parts += self._parts_of_pdf_2(element, document)
        return ("".join(parts) + ">>").encode("ascii")

    def _attribute_source(self, attribute: StructureAttribute) -> str:
        owner, name, value = attribute
        if self._conformance.pdf_version == "1.7":
            value = _VALUES_OF_PDF_1_7.get(value, value)
        return f"<</O/{owner}/{name}/{value}>>"

    def _parts_of_pdf_2(self, element: StructureElement, document: Any) -> Iterator[str]:
        """Give the entries of an element that came with PDF 2.0."""
        if element.tag not in _ONLY_OF_PDF_1_7:
            yield f"/NS {_numbering(document)('Namespace')}"
        if element.stands_for:
            yield f"/Ref[{self.find_named(element.stands_for)}]"


def text_string(text: str) -> str:
    """Write a text string of any script (ISO 32000-1, 7.9.2.2) in hexadecimal."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def _page_name(page: int) -> str:
    # ReportLab's own names of pages count from 1.
    return f"Page{page + 1}"


def _numbering(document: Any) -> _Numbering:
    numbers = document.idToObjectNumberAndVersion
    return lambda name: "{} {} R".format(*numbers[name])
