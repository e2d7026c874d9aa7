"""A page and its boxes go in; on which sides its art is cut, and where it goes on beyond, come out.

The page is drawn: only so is known what clips, white areas and pictures leave of the art. Art that
ends at the cut leaves a white hair where the knife is half a millimetre off, so what is inked just
inside the cut has to be inked at the far edge of the bleed as well.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from careerkit.preflight.pdf.boxes import BoxMm, PageBoxes
from careerkit.preflight.pdf.drawn_page import DrawnPage

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

Side: TypeAlias = Literal["left", "bottom", "right", "top"]

_INSIDE_MM = 0.35  # of a box's edge: more than a pixel, so that none on the edge itself is read
_NEAR_MM = 1.0  # to the cut: more than what is looked at inside it
_PIXELS_PER_MM = 3.0
_MOST_PIXELS = 3_000  # of a side
_PAPER = 250  # the grey of paper, of 255, but for what smoothing makes of it
_LEAST_MM = 1.0  # of inked edge: a speck is no art
_BITS = bytes(ord("1" if grey < _PAPER else "0") for grey in range(256))


class Edges(NamedTuple):
    """The sides of a page on which art is cut, and those of them where the bleed lacks art."""

    cut: frozenset[Side]
    short: frozenset[Side]


def read_edges(pdf: PdfDocument, page: DrawnPage, boxes: PageBoxes) -> Edges:
    """Draw the edges of a page and look along them.

    Without a bleed every side is short on which art is cut.
    """
    if not _may_be_cut(page, boxes):
        return Edges(frozenset(), frozenset())
    sheet = _Sheet(pdf, page.number - 1, boxes)
    finished = boxes.finished
    bleed = boxes.bleed if boxes.bleed_mm else None
    reach = max(1, round(boxes.bleed_mm * sheet.per_mm))
    least = _LEAST_MM * sheet.per_mm
    cut: set[Side] = set()
    short: set[Side] = set()
    sides: tuple[Side, ...] = ("left", "bottom", "right", "top")
    for side in sides:
        inner = sheet.read_line(finished, finished, side)
        if inner.bit_count() < least:
            continue
        cut.add(side)
        if bleed is None or bleed.size == finished.size:
            short.add(side)
            continue
        outer = _widen(sheet.read_line(bleed, finished, side), reach)
        if (inner & ~outer).bit_count() >= least:
            short.add(side)
    sheet.close()
    return Edges(frozenset(cut), frozenset(short))


def _may_be_cut(page: DrawnPage, boxes: PageBoxes) -> bool:
    """Say whether a mark lies at the cut, so that the page has to be drawn to see its edges."""
    left, bottom, right, _ = page.sheet
    if right <= left:
        return True  # PDFium makes something else of the page's size
    per_point = boxes.media.size[0] / (right - left)
    finished = boxes.finished
    for box, _ in page.boxes:
        mark = BoxMm(
            (box.left - left) * per_point,
            (box.bottom - bottom) * per_point,
            (box.right - left) * per_point,
            (box.top - bottom) * per_point,
        )
        inside = finished.beyond(mark)
        is_apart = any(
            far <= -side for far, side in zip(inside, (*mark.size, *mark.size), strict=True)
        )
        if not is_apart and min(inside) < _NEAR_MM:
            return True
    return False


class _Sheet:
    """The whole sheet of a page, unturned, of which single lines of pixels are drawn in grey.

    Pages count from 0. To draw the lines alone takes PDFium a fifth of the time for the sheet.
    """

    def __init__(self, pdf: PdfDocument, index: int, boxes: PageBoxes) -> None:
        page = pdf[index]
        if page.get_rotation() or page.get_cropbox() != page.get_mediabox():
            page.set_rotation(0)
            page.set_cropbox(*page.get_mediabox())
            page.close()
            page = pdf[index]  # PDFium takes a page's size when it is opened
        width, height = boxes.media.size
        self.per_mm = min(_PIXELS_PER_MM, _MOST_PIXELS / max(width, height))
        self._page = page
        self._media = boxes.media
        self._scale = self.per_mm / (page.get_width() / width)
        self._width = math.ceil(page.get_width() * self._scale)
        self._height = math.ceil(page.get_height() * self._scale)

    def close(self) -> None:
        self._page.close()

    def read_line(self, edge: BoxMm, span: BoxMm, side: Side) -> int:
        """Return a bit for each pixel along a side, from end to end of ``span``: 1 if inked."""
        if side in ("left", "right"):
            x = edge.left + _INSIDE_MM if side == "left" else edge.right - _INSIDE_MM
            column = min(max(int(x * self.per_mm), 0), self._width - 1)
            first = int((self._media.top - span.top) * self.per_mm)
            last = first + int(span.size[1] * self.per_mm)
            return self._read(column, first, column + 1, last)
        y = edge.top - _INSIDE_MM if side == "top" else edge.bottom + _INSIDE_MM
        row = min(max(int((self._media.top - y) * self.per_mm), 0), self._height - 1)
        first = int(span.left * self.per_mm)
        return self._read(first, row, first + int(span.size[0] * self.per_mm), row + 1)

    def _read(self, left: int, upper: int, right: int, lower: int) -> int:
        """Draw some pixels of the sheet; return a bit for each, the first the highest."""
        left, right = max(left, 0), min(right, self._width)
        upper, lower = max(upper, 0), min(lower, self._height)
        if left >= right or upper >= lower:
            return 0  # a page beyond its sheet
        outside = (left, self._height - lower, self._width - right, upper)
        image = self._page.render(
            scale=self._scale,
            # pypdfium2 rounds up to whole pixels: so half of one less is meant.
            crop=tuple((count - 0.5) / self._scale if count else 0.0 for count in outside),
            grayscale=True,
            draw_annots=False,
        ).to_pil()
        grey = image if image.mode == "L" else image.convert("L")
        return int(grey.tobytes().translate(_BITS), 2)


def _widen(inked: int, reach: int) -> int:
    """Ink what lies no farther than ``reach`` from an inked pixel: art may run aslant."""
    widened = inked
    for distance in range(1, reach + 1):
        widened |= inked << distance | inked >> distance
    return widened
