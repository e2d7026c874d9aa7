"""A PDF goes in; where the marks of each page end up, and how large, comes out.

PDFium works out where each object of a page ends up: all that moves, turns and clips it on the way
is a renderer's business. It knows text by the shapes of its glyphs, not by its font's line height.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from ctypes import byref, c_float, c_int, c_uint
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfMatrix, PdfPage

FORM_DEPTH = 8  # forms inside forms; none of ours holds another
_THIN_FILL_PT = 1.0  # an area narrower than this is a rule that is drawn as one
_LONG_FILL_PT = 5.0  # and it is at least so long

PageObject: TypeAlias = Any
"""A handle of PDFium's (``FPDF_PAGEOBJECT``), which has no type here."""


class UnreadablePageError(Exception):
    """A file that PDFium cannot draw."""


class Extent(NamedTuple):
    """Where an object ends up, in points from the lower left corner of its page."""

    left: float
    bottom: float
    right: float
    top: float


class DrawnText(NamedTuple):
    """A text that is seen: its box, where it stands, and how large it is set.

    ``ems`` is its length in ems: about twice that many letters.
    """

    box: Extent
    baseline: float
    size_pt: float
    ems: float


class DrawnPicture(NamedTuple):
    """A picture: its pixels and how many of them come to an inch, the lower of both ways."""

    width_px: int
    height_px: int
    dpi: float


@dataclass(slots=True)
class DrawnPage:
    """What is seen on a page. ``boxes`` are of all marks, ``spares`` what a line may reach beyond.

    ``lines_pt`` are the widths of its lines; 0 is as thin as the device can.
    """

    number: int
    sheet: Extent
    texts: list[DrawnText] = field(default_factory=list)
    boxes: list[tuple[Extent, float]] = field(default_factory=list)
    lines_pt: list[float] = field(default_factory=list)
    pictures: list[DrawnPicture] = field(default_factory=list)


def read_drawn_pages(pdf: PdfDocument) -> Iterator[DrawnPage]:
    """Give what each page shows. Raises UnreadablePageError."""
    from pypdfium2 import PdfiumError

    try:
        for number, page in enumerate(pdf, start=1):
            drawn = DrawnPage(number, Extent(*page.get_mediabox()))
            _ObjectReader(drawn).read_page(page)
            yield drawn
    except PdfiumError as error:
        raise UnreadablePageError(str(error)) from error


class _ObjectReader:
    """Reads the objects of a page, in their order, into what is drawn on it.

    PDFium's own functions are called: pypdfium2's objects around them take as long again. ``outer``
    is what the forms around an object do to its place, None for an object of the page itself.
    """

    def __init__(self, drawn: DrawnPage) -> None:
        from pypdfium2 import raw

        self._raw = raw
        self._drawn = drawn
        # PDFium writes its answers into these.
        self._edges = c_float(), c_float(), c_float(), c_float()
        self._edge_places = [byref(edge) for edge in self._edges]
        self._matrix = raw.FS_MATRIX()
        self._number = c_float()
        self._fill_mode, self._is_stroked = c_int(), c_int()

    def read_page(self, page: PdfPage) -> None:
        handle = page.raw
        for index in range(self._raw.FPDFPage_CountObjects(handle)):
            self._read(self._raw.FPDFPage_GetObject(handle, index), None, 1)

    def _read(self, found: PageObject, outer: PdfMatrix | None, depth: int) -> None:
        raw, drawn = self._raw, self._drawn
        kind = raw.FPDFPageObj_GetType(found)
        if kind == raw.FPDF_PAGEOBJ_FORM:
            if depth < FORM_DEPTH:
                self._read_form(found, outer, depth + 1)
            return  # what it holds comes by itself
        box = self._read_box(found, outer)
        spare = 0.0
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            if raw.FPDFTextObj_GetTextRenderMode(found) != raw.FPDF_TEXTRENDERMODE_INVISIBLE:
                drawn.texts.append(self._read_text(found, box, outer))
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            drawn.pictures.append(self._read_picture(found, outer))
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            spare = self._read_path(found, box, outer)
        drawn.boxes.append((box, spare))

    def _read_form(self, form: PageObject, outer: PdfMatrix | None, depth: int) -> None:
        from pypdfium2 import PdfMatrix

        matrix = PdfMatrix(*self._read_matrix(form, outer))
        for index in range(self._raw.FPDFFormObj_CountObjects(form)):
            self._read(self._raw.FPDFFormObj_GetObject(form, index), matrix, depth)

    def _read_box(self, found: PageObject, outer: PdfMatrix | None) -> Extent:
        _check(self._raw.FPDFPageObj_GetBounds(found, *self._edge_places))
        left, bottom, right, top = self._edges
        bounds = left.value, bottom.value, right.value, top.value
        return Extent(*bounds) if outer is None else Extent(*outer.on_rect(*bounds))

    def _read_matrix(self, found: PageObject, outer: PdfMatrix | None) -> tuple[float, ...]:
        """Return the six numbers that an object's own measure is turned into the page's by."""
        matrix = self._matrix
        _check(self._raw.FPDFPageObj_GetMatrix(found, byref(matrix)))
        if outer is not None:
            from pypdfium2 import PdfMatrix

            return tuple(PdfMatrix.from_raw(matrix).multiply(outer).get())
        return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f

    def _read_text(self, found: PageObject, box: Extent, outer: PdfMatrix | None) -> DrawnText:
        _, _, c, d, _, baseline = self._read_matrix(found, outer)
        _check(self._raw.FPDFTextObj_GetFontSize(found, byref(self._number)))
        size_pt = self._number.value * math.hypot(c, d)
        length = max(box.right - box.left, box.top - box.bottom)
        return DrawnText(box, baseline, size_pt, length / size_pt if size_pt else 0.0)

    def _read_picture(self, found: PageObject, outer: PdfMatrix | None) -> DrawnPicture:
        a, b, c, d, _, _ = self._read_matrix(found, outer)
        across, down = c_uint(), c_uint()
        _check(self._raw.FPDFImageObj_GetImagePixelSize(found, byref(across), byref(down)))
        width, height = across.value, down.value
        inches = math.hypot(a, b) / 72, math.hypot(c, d) / 72
        each = [px / inch for px, inch in zip((width, height), inches, strict=True) if inch]
        return DrawnPicture(width, height, min(each, default=0.0))

    def _read_path(self, found: PageObject, box: Extent, outer: PdfMatrix | None) -> float:
        """Note the line of a path; return its width in points in the path's own measure."""
        raw, lines_pt = self._raw, self._drawn.lines_pt
        raw.FPDFPath_GetDrawMode(found, byref(self._fill_mode), byref(self._is_stroked))
        if self._is_stroked.value:
            raw.FPDFPageObj_GetStrokeWidth(found, byref(self._number))
            width = self._number.value
            a, b, c, d, _, _ = self._read_matrix(found, outer)
            lines_pt.append(width * min(math.hypot(a, b), math.hypot(c, d)))
            return width
        if self._fill_mode.value:
            sides = sorted((box.right - box.left, box.top - box.bottom))
            if sides[0] < _THIN_FILL_PT and sides[1] > _LONG_FILL_PT:
                lines_pt.append(sides[0])
        return 0.0


def _check(is_done: int) -> None:
    """Raise PdfiumError where PDFium could not do what it was asked."""
    if not is_done:
        from pypdfium2 import PdfiumError

        raise PdfiumError("an object of a page cannot be read")
