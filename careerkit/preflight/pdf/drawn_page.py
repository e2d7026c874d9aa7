"""A PDF goes in; where the marks of each page end up, and how large, comes out.

PDFium works out where each object of a page ends up: all that moves, turns and clips it on the way
is a renderer's business. It knows text by the shapes of its glyphs, not by its font's line height.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from ctypes import byref, c_float, c_int
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfMatrix, PdfObject, PdfPage

FORM_DEPTH = 8  # forms inside forms; none of ours holds another
_THIN_FILL_PT = 1.0  # an area narrower than this is a rule that is drawn as one
_LONG_FILL_PT = 5.0  # and it is at least so long


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
            yield _read_page(page, number)
    except PdfiumError as error:
        raise UnreadablePageError(str(error)) from error


def _read_page(page: PdfPage, number: int) -> DrawnPage:
    from pypdfium2.raw import (
        FPDF_PAGEOBJ_FORM,
        FPDF_PAGEOBJ_IMAGE,
        FPDF_PAGEOBJ_PATH,
        FPDF_PAGEOBJ_TEXT,
        FPDF_TEXTRENDERMODE_INVISIBLE,
        FPDFTextObj_GetTextRenderMode,
    )

    drawn = DrawnPage(number, Extent(*page.get_mediabox()))
    for found in page.get_objects(max_depth=FORM_DEPTH):
        if found.type == FPDF_PAGEOBJ_FORM:
            continue  # what it holds comes by itself
        outer = _matrix_of_forms(found)
        box = _move(found.get_bounds(), outer)
        spare = 0.0
        if found.type == FPDF_PAGEOBJ_TEXT:
            if FPDFTextObj_GetTextRenderMode(found) != FPDF_TEXTRENDERMODE_INVISIBLE:
                drawn.texts.append(_read_text(found, box, outer))
        elif found.type == FPDF_PAGEOBJ_IMAGE:
            drawn.pictures.append(_read_picture(found, outer))
        elif found.type == FPDF_PAGEOBJ_PATH:
            spare = _read_path(found, box, outer, drawn)
        drawn.boxes.append((box, spare))
    return drawn


def _matrix_of_forms(found: PdfObject) -> PdfMatrix | None:
    """Return what the forms around an object do to its place, None for an object of the page."""
    matrix = None
    container = found.container
    while container is not None:
        step = container.get_matrix()
        matrix = step if matrix is None else matrix.multiply(step)
        container = container.container
    return matrix


def _move(bounds: tuple[float, float, float, float], outer: PdfMatrix | None) -> Extent:
    return Extent(*bounds) if outer is None else Extent(*outer.on_rect(*bounds))


def _numbers_of(found: PdfObject, outer: PdfMatrix | None) -> tuple[float, ...]:
    matrix = found.get_matrix()
    return tuple((matrix if outer is None else matrix.multiply(outer)).get())


def _read_text(found: PdfObject, box: Extent, outer: PdfMatrix | None) -> DrawnText:
    _, _, c, d, _, baseline = _numbers_of(found, outer)
    size_pt = found.get_font_size() * math.hypot(c, d)
    length = max(box.right - box.left, box.top - box.bottom)
    return DrawnText(box, baseline, size_pt, length / size_pt if size_pt else 0.0)


def _read_picture(found: PdfObject, outer: PdfMatrix | None) -> DrawnPicture:
    a, b, c, d, _, _ = _numbers_of(found, outer)
    width, height = found.get_px_size()
    inches = math.hypot(a, b) / 72, math.hypot(c, d) / 72
    each = [px / inch for px, inch in zip((width, height), inches, strict=True) if inch]
    return DrawnPicture(width, height, min(each, default=0.0))


def _read_path(found: PdfObject, box: Extent, outer: PdfMatrix | None, drawn: DrawnPage) -> float:
    """Note the line of a path; return its width in points in the path's own measure."""
    from pypdfium2.raw import FPDFPageObj_GetStrokeWidth, FPDFPath_GetDrawMode

    mode, is_stroked, width = c_int(), c_int(), c_float()
    FPDFPath_GetDrawMode(found, byref(mode), byref(is_stroked))
    if is_stroked.value:
        FPDFPageObj_GetStrokeWidth(found, byref(width))
        a, b, c, d, _, _ = _numbers_of(found, outer)
        drawn.lines_pt.append(width.value * min(math.hypot(a, b), math.hypot(c, d)))
        return float(width.value)
    if mode.value:
        sides = sorted((box.right - box.left, box.top - box.bottom))
        if sides[0] < _THIN_FILL_PT and sides[1] > _LONG_FILL_PT:
            drawn.lines_pt.append(sides[0])
    return 0.0
