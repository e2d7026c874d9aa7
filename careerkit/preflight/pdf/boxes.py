"""A page of a PDF goes in; its boxes come out: sheet, trimmed page, bleed.

Terms of ISO 32000-1, 14.11.2: the *MediaBox* is the sheet that is printed on, the *TrimBox* the
page once it is cut, the *BleedBox* how far its art goes on beyond the cut, the *CropBox* what a
viewer shows. A page without a TrimBox is as large as its CropBox.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

import pikepdf

from careerkit.preflight.pdf.rules import PdfRules

POINTS_PER_MM = 72 / 25.4
_TOLERANCE_MM = 0.05
_NAMED_MM = {
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "A6": (105.0, 148.0),
    "Letter": (215.9, 279.4),
    "half-letter": (139.7, 215.9),
    "Legal": (215.9, 355.6),
    "Tabloid": (279.4, 431.8),
}
_NAMED_TOLERANCE_MM = 0.5  # A5 is written as 420 by 595 points, too


class BoxMm(NamedTuple):
    """A box of a page in millimetres, from the lower left corner of its sheet."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> tuple[float, float]:
        """The width and the height."""
        return self.right - self.left, self.top - self.bottom

    def holds(self, other: BoxMm) -> bool:
        """Say whether the other box does not reach beyond this one."""
        return min(self.beyond(other)) >= -_TOLERANCE_MM

    def beyond(self, inner: BoxMm) -> tuple[float, float, float, float]:
        """Return how far this box reaches beyond another: left, bottom, right, top."""
        return (
            inner.left - self.left,
            inner.bottom - self.bottom,
            self.right - inner.right,
            self.top - inner.top,
        )


Orientation: TypeAlias = Literal["upright", "landscape", "square"]


@dataclass(frozen=True, slots=True)
class PageBoxes:
    """The boxes of a page; None for those it does not have. ``rotation_degrees`` is clockwise."""

    media: BoxMm
    crop: BoxMm | None
    trim: BoxMm | None
    bleed: BoxMm | None
    rotation_degrees: int = 0

    @property
    def finished(self) -> BoxMm:
        """The page once it is cut."""
        return self.trim or self.crop or self.media

    @property
    def is_landscape(self) -> bool:
        """Say whether the page, as it is shown, is wider than high."""
        width, height = self.finished.size
        return (width > height) != (self.rotation_degrees % 180 == 90)

    @property
    def bleed_mm(self) -> float:
        """How far the art may go on beyond the cut, on the side with least."""
        return 0.0 if self.bleed is None else max(0.0, min(self.bleed.beyond(self.finished)))


class UnreadableBoxError(Exception):
    """A page whose boxes are no boxes."""


def read_boxes(page: pikepdf.Page) -> PageBoxes:
    """Read the boxes of a page. Raises UnreadableBoxError."""
    try:
        unit = float(page.obj.get("/UserUnit", 1.0)) / POINTS_PER_MM
        media = _read_box(page.mediabox)
        rotation = int(page.rotation)
        corner = media.left, media.bottom

        def read(name: str) -> BoxMm | None:
            found = _find_inherited(page.obj, name) if name == "/CropBox" else page.obj.get(name)
            return None if found is None else _scale(_read_box(found), corner, unit)

        return PageBoxes(
            _scale(media, corner, unit),
            read("/CropBox"),
            read("/TrimBox"),
            read("/BleedBox"),
            rotation % 360,
        )
    except (AttributeError, KeyError, OverflowError, TypeError, ValueError) as error:
        # What pikepdf's objects raise that are absent or of another kind.
        raise UnreadableBoxError from error


def _find_inherited(page: pikepdf.Object, name: str) -> pikepdf.Object | None:
    depth = 0
    node: pikepdf.Object | None = page
    while isinstance(node, pikepdf.Dictionary) and depth < 50:
        if name in node:
            return node[name]
        node, depth = node.get("/Parent"), depth + 1
    return None


def _read_box(found: pikepdf.Object) -> BoxMm:
    x1, y1, x2, y2 = (float(value) for value in found)
    box = BoxMm(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
    if not all(map(math.isfinite, box)) or 0.0 in box.size:
        raise ValueError("no area")
    return box


def _scale(box: BoxMm, corner: tuple[float, float], unit: float) -> BoxMm:
    x, y = corner
    return BoxMm(
        (box.left - x) * unit, (box.bottom - y) * unit, (box.right - x) * unit, (box.top - y) * unit
    )


def name_size(size_mm: tuple[float, float]) -> tuple[str, Orientation]:
    """Return the name of a size, "" if it has none, and how it lies."""
    width, height = size_mm
    orientation: Orientation = "upright" if width < height else "landscape"
    if abs(width - height) < _NAMED_TOLERANCE_MM:
        return "", "square"
    for name, sides in _NAMED_MM.items():
        if all(
            abs(is_ - named) < _NAMED_TOLERANCE_MM
            for is_, named in zip(sorted(size_mm), sides, strict=True)
        ):
            return name, orientation
    return "", orientation


def write_size(size_mm: tuple[float, float]) -> str:
    """Write a size to a tenth of a millimetre, width first."""
    return " by ".join(f"{round(mm, 1):g}" for mm in size_mm)


def find_box_faults(boxes: PageBoxes, rules: PdfRules) -> Iterator[str]:
    """Give what is wrong with the boxes of a page."""
    finished, asked = boxes.finished, rules.page_mm
    if asked and not _are_alike(finished.size, asked):
        yield f"the page is {write_size(finished.size)} mm, not {write_size(asked)} mm"
    yield from find_nesting_faults(boxes)
    if rules.bleed_mm or rules.is_pdf_x4:
        if boxes.trim is None:
            yield "the page has no TrimBox"
        if boxes.bleed is None:
            yield "the page has no BleedBox"
        elif not _are_alike(boxes.bleed.beyond(finished), (rules.bleed_mm,) * 4):
            yield f"the BleedBox is not {rules.bleed_mm:g} mm outside the TrimBox all round"


def find_nesting_faults(boxes: PageBoxes) -> Iterator[str]:
    """Give which boxes do not lie within each other as they should."""
    around: list[tuple[str, BoxMm | None]] = [
        ("TrimBox", boxes.trim),
        ("BleedBox", boxes.bleed),
        ("MediaBox", boxes.media),
    ]
    there = [(name, box) for name, box in around if box is not None]
    for (inner_name, inner), (outer_name, outer) in pairwise(there):
        if not outer.holds(inner):
            yield f"the {inner_name} reaches beyond the {outer_name}"


def _are_alike(first: tuple[float, ...], second: tuple[float, ...]) -> bool:
    return all(abs(a - b) <= _TOLERANCE_MM for a, b in zip(first, second, strict=True))
