"""A PDF and the rules of an edition go in; what shows only once its pages are drawn comes out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from careerkit.preflight.pdf.bleed import read_edges
from careerkit.preflight.pdf.boxes import PageBoxes
from careerkit.preflight.pdf.drawn_page import DrawnPage, UnreadablePageError, read_drawn_pages
from careerkit.preflight.pdf.geometry import find_ink_faults
from careerkit.preflight.pdf.rules import PdfRules

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_ROUNDING_PT = 0.05


def find_drawn_faults(
    content: bytes, boxes: Sequence[PageBoxes], rules: PdfRules
) -> Iterator[tuple[int, str]]:
    """Give each fault with its page, counted from 1, or 0. Raises UnreadablePageError."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with PdfDocument(content) as pdf:
            ems: dict[float, float] = defaultdict(float)
            pages = list(read_drawn_pages(pdf))
            for page in pages:
                yield from ((page.number, what) for what in find_ink_faults(page))
                yield from ((page.number, what) for what in _find_size_faults(page, rules))
                for text in page.texts:
                    ems[round(text.size_pt, 1)] += text.ems
            most = max(ems, key=lambda size: ems[size], default=0.0)
            if ems and most < rules.body_type_pt:
                yield 0, f"most of the text is set in {most:g} pt, less than {rules.body_type_pt:g}"
            if rules.bleed_mm:
                yield from _find_bleed_faults(pdf, pages, boxes)
    except PdfiumError as error:
        raise UnreadablePageError(str(error)) from error


def _find_size_faults(page: DrawnPage, rules: PdfRules) -> Iterator[str]:
    smallest = min((text.size_pt for text in page.texts), default=rules.smallest_type_pt)
    if smallest < rules.smallest_type_pt - _ROUNDING_PT:
        yield f"some text is set in {smallest:.1f} pt, less than {rules.smallest_type_pt:g}"
    lowest = min((picture.dpi for picture in page.pictures), default=rules.picture_dpi)
    if lowest < rules.picture_dpi:
        yield f"a picture has {lowest:.0f} dpi, less than {rules.picture_dpi:g}"


def _find_bleed_faults(
    pdf: PdfDocument, pages: Sequence[DrawnPage], boxes: Sequence[PageBoxes]
) -> Iterator[tuple[int, str]]:
    for page, each in zip(pages, boxes, strict=True):
        for side in sorted(read_edges(pdf, page, each).short):
            yield page.number, f"the art is cut at the {side} and does not go on into the bleed"
