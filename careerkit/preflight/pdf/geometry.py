"""A PDF goes in; where its ink lies beyond its page, or over other ink, comes out.

PDFium works out where each object of a page ends up: all that moves, turns and clips it on the way
is a renderer's business. It knows text by the shapes of its glyphs, not by its font's line height.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import byref, c_float, c_int
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfObject, PdfPage

_BEYOND_PT = 1.0  # what rounding and a line along the edge make of it
_WIDENED = 0.92  # of a line's width: PDFium 159 takes the ink for up to so much wider on each side
_OVER_HEIGHT = 0.25  # of the lower of two texts: a mark that reaches into the next line is less
_OVER_WIDTH_PT = 1.5  # letters that lean into one another, side by side in two stretches, are less
_OVER_BESIDE = 0.25  # of the lower's height, in one line: words of Nastaliq begin above each other
_ONE_LINE_PT = 1.0  # between baselines, which rounding moves
_FORM_DEPTH = 8  # forms inside forms; none of ours holds another


class UnreadablePageError(Exception):
    """A file that PDFium cannot draw."""


class _Box(NamedTuple):
    """Where an object ends up, in points from the lower left corner of its page.

    ``baseline`` is where its text stands.
    """

    left: float
    bottom: float
    right: float
    top: float
    baseline: float = 0.0


def find_ink_faults(content: bytes) -> Iterator[tuple[int, str]]:
    """Give each fault with its page, counted from 1. Raises UnreadablePageError."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(content) as pdf:
            for number, page in enumerate(pdf, start=1):
                for what in _find_on_page(page):
                    yield number, what
    except pypdfium2.PdfiumError as error:
        raise UnreadablePageError(str(error)) from error


def _find_on_page(page: PdfPage) -> Iterator[str]:
    from pypdfium2.raw import FPDF_PAGEOBJ_FORM, FPDF_PAGEOBJ_PATH, FPDF_PAGEOBJ_TEXT

    sheet = _Box(*page.get_mediabox())
    texts: list[_Box] = []
    for found in page.get_objects(max_depth=_FORM_DEPTH):
        if found.type == FPDF_PAGEOBJ_FORM:
            continue  # what it holds comes by itself
        box = _Box(*found.get_bounds())
        if found.type == FPDF_PAGEOBJ_TEXT:
            texts.append(box._replace(baseline=found.get_matrix().f))
        spare = _WIDENED * _line_width(found) if found.type == FPDF_PAGEOBJ_PATH else 0.0
        if _is_beyond(box, sheet, _BEYOND_PT + spare):
            yield "some ink lies beyond the edge of the page"
    if _has_collision(texts):
        yield "a text lies over another"


def _line_width(path: PdfObject) -> float:
    """Return the width of a path's line in points, 0 where it is only filled."""
    from pypdfium2.raw import FPDFPageObj_GetStrokeWidth, FPDFPath_GetDrawMode

    mode, is_stroked, width = c_int(), c_int(), c_float()
    FPDFPath_GetDrawMode(path, byref(mode), byref(is_stroked))
    FPDFPageObj_GetStrokeWidth(path, byref(width))
    return width.value if is_stroked.value else 0.0


def _is_beyond(box: _Box, sheet: _Box, spare: float) -> bool:
    inside = (
        box.left >= sheet.left - spare
        and box.bottom >= sheet.bottom - spare
        and box.right <= sheet.right + spare
        and box.top <= sheet.top + spare
    )
    return not inside


def _has_collision(texts: Sequence[_Box]) -> bool:
    """Say whether two texts share more than letters of two lines or words ever do."""
    reaching: list[_Box] = []
    for box in sorted(texts, key=lambda each: each.bottom):
        reaching = [other for other in reaching if other.top > box.bottom]
        if any(_collide(box, other) for other in reaching):
            return True
        reaching.append(box)
    return False


def _collide(one: _Box, other: _Box) -> bool:
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.top, other.top) - max(one.bottom, other.bottom)
    lower = min(one.top - one.bottom, other.top - other.bottom)
    is_one_line = abs(one.baseline - other.baseline) < _ONE_LINE_PT
    least_width = max(_OVER_WIDTH_PT, _OVER_BESIDE * lower if is_one_line else 0.0)
    return width > least_width and height > _OVER_HEIGHT * lower
