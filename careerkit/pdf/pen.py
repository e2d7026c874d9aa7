"""Lines, shapes and pictures go in, each with its place in the structure; a PDF comes out.

The one module that writes drawing operators. Measures are points; x runs from the edge where
reading begins (the left, in a right-to-left booklet the right), y *down* from the page's top. All
of a right-to-left booklet is mirrored here, but for the inside of words, icons, codes and pictures.
Every operator is written inside marked content (see ``structure``): with an element it is that
element's, without one an artifact.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any, BinaryIO, TypeAlias

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from careerkit.content.pictures.clean_picture import CleanPicture
from careerkit.document.blocks import Span
from careerkit.document.shapes import Path
from careerkit.document.theme import Colour, Role
from careerkit.pdf.metadata import write_packet
from careerkit.pdf.object_streams import write_packed
from careerkit.pdf.picture import add_picture
from careerkit.pdf.shown_text import TextShower
from careerkit.pdf.structure import AnnotationReference, StructureElement, StructureTree
from careerkit.typography import Cluster, Line, Piece

_LONGEST_DESCRIPTION = 300  # characters of a link's words, repeated on each of its lines


Owner: TypeAlias = StructureElement | Callable[[Span], StructureElement] | None
"""The element a line of text belongs to; none, for an artifact; or a way to tell by the span."""


class _BareCanvas(Canvas):  # type: ignore[misc]  # ReportLab 5.1 has no types
    """A canvas that starts no page in Helvetica, which would come unembedded into every file."""

    def _make_preamble(self) -> None:
        self._preamble = ""


class Pen:
    """Draws one document, page after page."""

    def __init__(
        self,
        target: BinaryIO,
        tree: StructureTree,
        *,
        page_size_pt: tuple[float, float],
        colours: Mapping[Role, Colour],
        language: str,
        title: str,
        right_to_left: bool = False,
    ) -> None:
        """Open a document; nothing is written to ``target`` before ``finish``.

        Drawing fills in ``tree``, which stands already.
        """
        self.page_width_pt, self.page_height_pt = page_size_pt
        self.tree = tree
        self.page_index = 0
        self._right_to_left = right_to_left
        self._language = language
        self._title = title
        self._canvas = _BareCanvas(
            target, pagesize=page_size_pt, pageCompression=1, invariant=1, pdfVersion=(1, 7)
        )
        self._document = self._canvas._doc
        self._colours = {
            role: " ".join(_number(int(colour.srgb[i : i + 2], 16) / 255) for i in (1, 3, 5))
            for role, colour in colours.items()
        }
        self._mark: StructureElement | None = None
        self._is_marked = False
        self._state: dict[str, str] = {}
        self._text = TextShower(self._document)
        self._document.format = partial(write_packed, self._document)
        add_page = self._document.addPage
        self._document.addPage = lambda page: add_page(self._with_structure(page))

    # --- text -------------------------------------------------------------------------------

    def line(
        self,
        line: Line,
        *,
        x: float,
        baseline: float,
        size_pt: float,
        colour: Role,
        element: Owner,
    ) -> None:
        """Draw a line of text that begins at ``x``; its links become annotations."""
        if self._right_to_left:
            x = self.page_width_pt - x - line.right_edge_pt
        before: Cluster | None = None
        for piece in line.pieces:
            owner = element(piece.span) if callable(element) else element
            self._piece(
                piece,
                before,
                x=x,
                baseline=baseline,
                size_pt=size_pt,
                colour=colour,
                element=owner,
            )
            x += piece.width_pt
            before = piece.words[-1][-1]

    def _piece(
        self,
        piece: Piece,
        before: Cluster | None,
        *,
        x: float,
        baseline: float,
        size_pt: float,
        colour: Role,
        element: StructureElement | None,
    ) -> None:
        span = piece.span
        if element is not None and span.link:
            element = element.inner("Link", span, language=span.language)
            y = self.page_height_pt - baseline
            bottom, top = y - 0.3 * size_pt, y + size_pt
            self._link(span, element, (x, bottom, x + piece.width_pt, top))
        elif element is not None and span.language != element.language:
            element = element.inner("Span", span, language=span.language)
        self._begin(element)
        self._set("fill", f"{self._colours[colour]} rg")
        y = self.page_height_pt - baseline
        operators = ["BT", f"1 0 0 1 {_number(x)} {_number(y)} Tm"]
        operators += self._text.show(
            piece.words, _number(size_pt), turned=self._right_to_left, before=before
        )
        self._write(" ".join([*operators, "ET"]))

    def _link(
        self,
        span: Span,
        element: StructureElement,
        rectangle: tuple[float, float, float, float],
    ) -> None:
        entries = {
            "Type": pdfdoc.PDFName("Annot"),
            "Subtype": pdfdoc.PDFName("Link"),
            "Rect": pdfdoc.PDFArray([round(value, 3) for value in rectangle]),
            "Border": pdfdoc.PDFArray([0, 0, 0]),
            "F": 4,  # to be printed, as PDF/UA asks of annotations (ISO 14289-1, 7.18)
            "Contents": pdfdoc.PDFString(span.text.strip()[:_LONGEST_DESCRIPTION]),
            "StructParent": self.tree.next_annotation_key(element),
        }
        if span.link.startswith("#"):
            entries["Dest"] = self._canvas._bookmarkReference(span.link[1:])
        else:
            action = {"S": pdfdoc.PDFName("URI"), "URI": pdfdoc.PDFString(span.link)}
            entries["A"] = pdfdoc.PDFDictionary(action)
        self._canvas._addAnnotation(pdfdoc.PDFDictionary(entries))
        name = self._canvas._annotationrefs[-1].name
        element.kids.append(AnnotationReference(name, self.page_index))

    # --- shapes and pictures ------------------------------------------------------------------

    def rectangle(
        self,
        *,
        x: float,
        top: float,
        width: float,
        height: float,
        fill: Role,
        element: StructureElement | None = None,
    ) -> None:
        """Fill a rectangle."""
        self._begin(element)
        self._set("fill", f"{self._colours[fill]} rg")
        x = self._left_of(x, width)
        y = self.page_height_pt - top - height
        self._write(f"{_number(x)} {_number(y)} {_number(width)} {_number(height)} re f")

    def path(
        self,
        commands: Path,
        *,
        x: float = 0.0,
        top: float = 0.0,
        fill: Role | None = None,
        stroke: Role | None = None,
        stroke_width: float = 1.0,
        dash: tuple[float, float] | None = None,
        upright_width: float | None = None,
        element: StructureElement | None = None,
    ) -> None:
        """Draw a path of M, L, C and Z commands (as in SVG, absolute, y down) from (x, top).

        A drawing with an ``upright_width`` is moved but not mirrored in a right-to-left booklet.
        """
        if fill is None and stroke is None:
            return
        self._begin(element)
        if fill is not None:
            self._set("fill", f"{self._colours[fill]} rg")
        if stroke is not None:
            self._set("stroke", f"{self._colours[stroke]} RG")
            self._set("width", f"{_number(stroke_width)} w")
            self._set("dash", f"[{_number(dash[0])} {_number(dash[1])}] 0 d" if dash else "[] 0 d")
            self._set("joins", "1 J 1 j")
        operators = {"M": "m", "L": "l", "C": "c"}
        sign = 1
        if upright_width is not None:
            x = self._left_of(x, upright_width)
        elif self._right_to_left:
            x, sign = self.page_width_pt - x, -1
        written = []
        for name, numbers in commands:
            if name == "Z":
                written.append("h")
                continue
            points = [
                _number(x + sign * value if index % 2 == 0 else self.page_height_pt - top - value)
                for index, value in enumerate(numbers)
            ]
            written.append(f"{' '.join(points)} {operators[name]}")
        paint = {(True, False): "f", (False, True): "S", (True, True): "B"}
        written.append(paint[(fill is not None, stroke is not None)])
        self._write(" ".join(written))

    def modules(
        self,
        rows: Sequence[Sequence[int]],
        *,
        x: float,
        top: float,
        size: float,
        element: StructureElement | None,
    ) -> None:
        """Draw the dark modules of a QR code as ink on a square of a size.

        The rectangles are whole numbers in a grid of their own: a third of the bytes.
        """
        self._begin(element)
        self._set("fill", f"{self._colours['ink']} rg")
        module = size / len(rows)
        x = self._left_of(x, size)
        y = self.page_height_pt - top
        operators = [f"q {_number(module)} 0 0 {_number(-module)} {_number(x)} {_number(y)} cm"]
        for row_number, row in enumerate(rows):
            column = 0
            for dark, group in groupby(row):
                length = len(list(group))
                if dark:
                    operators.append(f"{column} {row_number} {length} 1 re")
                column += length
        self._write(" ".join([*operators, "f Q"]))

    def image(
        self,
        picture: CleanPicture,
        *,
        x: float,
        top: float,
        width: float,
        height: float,
        element: StructureElement | None,
    ) -> None:
        """Draw a picture to fill a rectangle."""
        self._begin(element)
        name = add_picture(self._document, picture)
        self._canvas._formsinuse.append(name)
        matrix = (width, 0, 0, height, self._left_of(x, width), self.page_height_pt - top - height)
        numbers = " ".join(map(_number, matrix))
        self._write(f"q {numbers} cm /{self._document.getXObjectName(name)} Do Q")

    def _left_of(self, x: float, width: float) -> float:
        """Return the left edge of what begins at ``x`` and is so wide."""
        return self.page_width_pt - x - width if self._right_to_left else x

    # --- pages --------------------------------------------------------------------------------

    def bookmark(self, name: str, top: float) -> None:
        """Name a place on this page for links and for the outline."""
        self._canvas.bookmarkHorizontalAbsolute(name, self.page_height_pt - top)

    def outline_entry(self, title: str, name: str, level: int = 0) -> None:
        """Add an entry to the outline ("bookmarks") that leads to a named place."""
        self._canvas.addOutlineEntry(title, name, level)

    def end_page(self) -> None:
        """End this page and begin the next."""
        self._end()
        if not self._canvas._code:
            self._write("")
        self._canvas.showPage()
        self.page_index += 1
        self._state.clear()

    def finish(self, *, authors: Sequence[str], description: str) -> None:
        """Write the document, its properties and its structure to the target."""
        canvas, catalog = self._canvas, self._document.Catalog
        canvas.setTitle(self._title)
        canvas.setAuthor(", ".join(authors) or "careerkit")
        canvas.setSubject(description)
        canvas.setCreator("careerkit")
        catalog.Lang = pdfdoc.PDFString(self._language)
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        direction = pdfdoc.PDFName("R2L" if self._right_to_left else "L2R")
        preferences = {"DisplayDocTitle": "true", "Direction": direction}
        catalog.ViewerPreferences = pdfdoc.PDFDictionary(preferences)
        catalog.PageMode = pdfdoc.PDFName("UseOutlines")
        packet = write_packet(
            title=self._title,
            authors=authors,
            description=description,
            language=self._language,
            # SOURCE_DATE_EPOCH or, as the document is invariant, a fixed day: never the clock's.
            date=dt.datetime.fromtimestamp(self._document._timeStamp.t, dt.UTC),
        )
        metadata = pdfdoc.PDFStream(content=packet)
        metadata.dictionary["Type"] = pdfdoc.PDFName("Metadata")
        metadata.dictionary["Subtype"] = pdfdoc.PDFName("XML")
        catalog.Metadata = self._document.Reference(metadata, "Metadata")
        self.tree.write(self._document)
        # `save` would open one more, empty page for whatever is left in the canvas.
        canvas._code.clear()
        canvas.save()

    def _with_structure(self, page: Any) -> Any:
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.Trans = None
        page.StructParents = self.page_index
        page.Tabs = pdfdoc.PDFName("S")  # tab order follows the structure (ISO 14289-1, 7.18.3)
        # ReportLab would wrap the page in ASCII85 as well: a quarter more bytes for nothing.
        page.Contents = pdfdoc.PDFStream(content=page.stream, filters=[pdfdoc.PDFZCompress])
        return page

    # --- marked content -----------------------------------------------------------------------

    def _begin(self, element: StructureElement | None) -> None:
        """Make sure that what follows belongs to an element, or is an artifact."""
        if self._is_marked and self._mark is element:
            return
        self._end()
        if element is None:
            self._write("/Artifact BMC")
        else:
            mcid = self.tree.mark(element, self.page_index)
            self._write(f"/{element.tag} <</MCID {mcid}>> BDC")
        self._mark, self._is_marked = element, True

    def _end(self) -> None:
        if self._is_marked:
            self._write("EMC")
            self._is_marked = False

    def _set(self, name: str, operator: str) -> None:
        """Write a change of the graphics state only where it is one."""
        if self._state.get(name) != operator:
            self._state[name] = operator
            self._write(operator)

    def _write(self, operators: str) -> None:
        self._canvas._code.append(operators)


def _number(value: float) -> str:
    """Write a number with at most three decimals, the way PDF takes them (no exponent)."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
