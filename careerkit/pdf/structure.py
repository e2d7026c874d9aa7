"""The logical structure of a PDF: elements go in as the pages are set, a tag tree comes out.

Terms of ISO 32000-1:

- A *structure element* (14.7.2) is a node of the tree: ``Document``, ``Sect``, ``H1``, ``P``,
  ``L``, ``Figure`` ... in the order a person would read them.
- *Marked content* (14.6) is a stretch of a page's drawing operators between ``BDC`` and ``EMC``.
  Its *MCID* ties it to an element. What belongs to no element is an *artifact* (14.8.2.2):
  page numbers, rules, backgrounds.
- The *parent tree* (14.7.4.4) leads from a page's MCIDs, and from an annotation, to the elements.

The tree is built while the blocks are set, in reading order; drawing only fills in the MCIDs, so
a paragraph that runs over two pages is still one ``P``. Elements that nothing was drawn for, and
that hold none that was, are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeAlias

from reportlab.pdfbase import pdfdoc

# Keys of the parent tree: pages count from 0, annotations from here.
_FIRST_ANNOTATION_KEY = 1_000_000
_CELLS = ("TH", "TD")


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """A stretch of a page: the page's index, counted from 0, and the MCID there."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class AnnotationReference:
    """An annotation that belongs to an element: ReportLab's name for it, and its page's index."""

    name: str
    page: int


class StructureElement:
    """A node of the tag tree. ``kids`` are elements and what was drawn for this one, in order."""

    __slots__ = ("_inner", "alt", "attributes", "kids", "language", "number", "parent", "tag")

    def __init__(
        self,
        tag: str,
        parent: StructureElement | None = None,
        *,
        language: str = "",
        alt: str = "",
        attributes: str = "",
    ) -> None:
        """Make an element; ``attributes`` is the source of an attribute dictionary (14.7.5)."""
        self.tag = tag
        self.parent = parent
        inherited: str = parent.language if parent is not None else ""
        self.language: str = language or inherited
        self.alt = alt
        self.attributes = attributes
        self.kids: list[StructureElement | MarkedContent | AnnotationReference] = []
        self.number = 0
        self._inner: dict[tuple[str, int], tuple[object, StructureElement]] = {}

    def add(
        self, tag: str, *, language: str = "", alt: str = "", attributes: str = ""
    ) -> StructureElement:
        """Append a child element."""
        child = StructureElement(tag, self, language=language, alt=alt, attributes=attributes)
        self.kids.append(child)
        return child

    def inner(self, tag: str, owner: object, *, language: str = "") -> StructureElement:
        """Return the child of a kind that stands for ``owner``, made when first asked for.

        A link or a phrase in another language may be drawn in several pieces, over lines and
        pages; all of them belong to the one element made for its span.
        """
        known = self._inner.get((tag, id(owner)))
        if known is None:
            known = (owner, self.add(tag, language=language))
            self._inner[(tag, id(owner))] = known
        return known[1]

    def drop_empty(self) -> bool:
        """Drop the children nothing was drawn for; say whether anything is left.

        A table's empty cell stays: the rows of a table are of one length (ISO 14289-1, 7.5).
        """
        self.kids = [
            kid for kid in self.kids if not isinstance(kid, StructureElement) or kid.drop_empty()
        ]
        return bool(self.kids) or self.tag in _CELLS

    def walk(self) -> Iterator[StructureElement]:
        """Give this element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, StructureElement):
                yield from kid.walk()


class _RawObject(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab 5.1 has no types
    """A PDF object whose bytes are made when the object numbers are known."""

    __RefOnly__ = 1

    def __init__(self, write: Callable[[Any], bytes]) -> None:
        self._write = write

    def format(self, document: Any) -> bytes:
        return self._write(document)


Numbering: TypeAlias = Callable[[str], str]


class StructureTree:
    """The tree of one document, and the way back from its pages and annotations."""

    def __init__(self, language: str) -> None:
        """Start with an empty ``Document`` element in the document's language."""
        self.root = StructureElement("Document", language=language)
        self._pages: list[list[StructureElement]] = []
        self._annotations: list[StructureElement] = []

    def mark(self, element: StructureElement, page: int) -> int:
        """Note that an element is about to be drawn on a page; return the MCID to write there."""
        while len(self._pages) <= page:
            self._pages.append([])
        mcid = len(self._pages[page])
        self._pages[page].append(element)
        element.kids.append(MarkedContent(page, mcid))
        return mcid

    def next_annotation_key(self, element: StructureElement) -> int:
        """Return the ``StructParent`` of an annotation that belongs to an element."""
        self._annotations.append(element)
        return _FIRST_ANNOTATION_KEY + len(self._annotations) - 1

    def write(self, document: Any) -> None:
        """Add the tree to a ReportLab document whose pages are all drawn."""
        self.root.drop_empty()
        elements = list(self.root.walk())
        for number, element in enumerate(elements):
            element.number = number
        for element in elements:
            document.Reference(
                _RawObject(partial(_element_source, element)),
                _name(element),
            )
        document.Reference(_RawObject(self._parent_tree_source), "ParentTree")
        document.Catalog.StructTreeRoot = document.Reference(
            _RawObject(self._root_source), "StructTreeRoot"
        )

    def _root_source(self, document: Any) -> bytes:
        number = _numbering(document)
        return (
            f"<</Type/StructTreeRoot/K {number(_name(self.root))}"
            f"/ParentTree {number('ParentTree')}"
            f"/ParentTreeNextKey {_FIRST_ANNOTATION_KEY + len(self._annotations)}>>"
        ).encode("ascii")

    def _parent_tree_source(self, document: Any) -> bytes:
        number = _numbering(document)
        entries = [
            f"{page}[{' '.join(number(_name(element)) for element in elements)}]"
            for page, elements in enumerate(self._pages)
        ]
        entries += [
            f"{_FIRST_ANNOTATION_KEY + index} {number(_name(element))}"
            for index, element in enumerate(self._annotations)
        ]
        return ("<</Nums[" + "\n".join(entries) + "]>>").encode("ascii")


def _element_source(element: StructureElement, document: Any) -> bytes:
    number = _numbering(document)
    page: int | None = None
    kids: list[str] = []
    for kid in element.kids:
        if isinstance(kid, StructureElement):
            kids.append(number(_name(kid)))
        elif isinstance(kid, AnnotationReference):
            kids.append(f"<</Type/OBJR/Obj {number(kid.name)}/Pg {number(_page_name(kid.page))}>>")
        else:
            page = kid.page if page is None else page
            if kid.page == page:
                kids.append(str(kid.mcid))
            else:
                kids.append(f"<</Type/MCR/Pg {number(_page_name(kid.page))}/MCID {kid.mcid}>>")
    parent = "StructTreeRoot" if element.parent is None else _name(element.parent)
    parts = [f"<</Type/StructElem/S/{element.tag}/P {number(parent)}"]
    if page is not None:
        parts.append(f"/Pg {number(_page_name(page))}")
    parts.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]")
    if element.alt:
        parts.append(f"/Alt{text_string(element.alt)}")
    if element.language and (element.parent is None or element.language != element.parent.language):
        parts.append(f"/Lang({element.language})")
    if element.attributes:
        parts.append(f"/A{element.attributes}")
    return ("".join(parts) + ">>").encode("ascii")


def text_string(text: str) -> str:
    """Write a text string of any script (ISO 32000-1, 7.9.2.2) in hexadecimal."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def _name(element: StructureElement) -> str:
    return f"StructElem{element.number}"


def _page_name(page: int) -> str:
    # ReportLab's own names of pages count from 1.
    return f"Page{page + 1}"


def _numbering(document: Any) -> Numbering:
    numbers = document.idToObjectNumberAndVersion
    return lambda name: "{} {} R".format(*numbers[name])
