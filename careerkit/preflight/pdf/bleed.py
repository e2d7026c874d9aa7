"""A page and its boxes go in; on which sides its art is cut, and where it goes on beyond, come out.

The page is drawn: only so is known what clips, white areas and pictures leave of the art. Art that
ends at the cut leaves a white hair where the knife is half a millimetre off, so what is inked just
inside the cut has to be inked at the far edge of the bleed as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from careerkit.preflight.pdf.boxes import BoxMm, PageBoxes
from careerkit.preflight.pdf.drawn_page import DrawnPage

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument

Side: TypeAlias = Literal["left", "bottom", "right", "top"]

_INSIDE_MM = 0.35  # of a box's edge: more than a pixel, so that none on the edge itself is read
_NEAR_MM = 1.0  # to the cut: more than what is looked at inside it
_PIXELS_PER_MM = 3.0
_MOST_PIXELS = 3_000  # of a side
_PAPER = 250  # the grey of paper, of 255, but for what smoothing makes of it
_LEAST_MM = 1.0  # of inked edge: a speck is no art


class Edges(NamedTuple):
    """The sides of a page on which art is cut, and those of them where the bleed lacks art."""

    cut: frozenset[Side]
    short: frozenset[Side]


def read_edges(pdf: PdfDocument, page: DrawnPage, boxes: PageBoxes) -> Edges:
    """Draw a page and look along its edges.

    Without a bleed every side is short on which art is cut.
    """
    if not _may_be_cut(page, boxes):
        return Edges(frozenset(), frozenset())
    image, per_mm = _draw(pdf, page.number - 1, boxes)
    finished = boxes.finished
    bleed = boxes.bleed if boxes.bleed_mm else None
    reach = max(1, round(boxes.bleed_mm * per_mm))
    cut: set[Side] = set()
    short: set[Side] = set()
    sides: tuple[Side, ...] = ("left", "bottom", "right", "top")
    for side in sides:
        inner = _read_edge(image, per_mm, boxes.media, finished, finished, side)
        if sum(inner) < _LEAST_MM * per_mm:
            continue
        cut.add(side)
        if bleed is None or bleed.size == finished.size:
            short.add(side)
            continue
        outer = _widen(_read_edge(image, per_mm, boxes.media, bleed, finished, side), reach)
        lacking = sum(a and not b for a, b in zip(inner, outer, strict=True))
        if lacking >= _LEAST_MM * per_mm:
            short.add(side)
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


def _draw(pdf: PdfDocument, index: int, boxes: PageBoxes) -> tuple[Image, float]:
    """Draw the whole sheet of a page, unturned, in grey; return it with its pixels to a mm.

    Pages count from 0.
    """
    page = pdf[index]
    page.set_rotation(0)
    page.set_cropbox(*page.get_mediabox())
    page.close()
    page = pdf[index]  # PDFium takes a page's size when it is opened
    width, height = boxes.media.size
    per_mm = min(_PIXELS_PER_MM, _MOST_PIXELS / max(width, height))
    points = page.get_width() / width
    image: Image = page.render(scale=per_mm / points, grayscale=True, draw_annots=False).to_pil()
    page.close()
    return image if image.mode == "L" else image.convert("L"), per_mm


def _read_edge(
    image: Image, per_mm: float, sheet: BoxMm, edge: BoxMm, span: BoxMm, side: Side
) -> list[bool]:
    """Say of each pixel along a side, from end to end of ``span``, whether it is inked."""
    if side in ("left", "right"):
        x = edge.left + _INSIDE_MM if side == "left" else edge.right - _INSIDE_MM
        column = min(max(int(x * per_mm), 0), image.width - 1)
        first = int((sheet.top - span.top) * per_mm)
        strip = image.crop((column, first, column + 1, first + int(span.size[1] * per_mm)))
    else:
        y = sheet.top - (edge.top - _INSIDE_MM if side == "top" else edge.bottom + _INSIDE_MM)
        row = min(max(int(y * per_mm), 0), image.height - 1)
        first = int(span.left * per_mm)
        strip = image.crop((first, row, first + int(span.size[0] * per_mm), row + 1))
    return [value < _PAPER for value in strip.tobytes()]


def _widen(inked: list[bool], reach: int) -> list[bool]:
    """Ink what lies no farther than ``reach`` from an inked pixel: art may run aslant."""
    widened = [False] * len(inked)
    last = -reach - 1
    for at, is_inked in enumerate(inked):
        last = at if is_inked else last
        widened[at] = at - last <= reach
    last = len(inked) + reach
    for at in range(len(inked) - 1, -1, -1):
        last = at if inked[at] else last
        widened[at] = widened[at] or last - at <= reach
    return widened
