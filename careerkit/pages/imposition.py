"""Pages in reading order go in; the sides of sheets come out, to be printed, folded and stapled.

*Saddle stitch*: sheets printed on both sides with two pages abreast are laid on each other, folded
once, and stapled in the fold. Turned over about its short edge, a sheet that lies across has both
its sides upright. What is too thick to fold becomes several *signatures*, each a small booklet of
its own, put behind one another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from careerkit.pages.marks import ClipEnd, ClipStart, Mark
from careerkit.pages.page import Box, Boxes, ComposedPages, Page
from careerkit.pages.sections import PAGES_OF_A_SHEET
from careerkit.pages.type_scale import MM

MOST_SHEETS_IN_A_FOLD = 16
"""As many sheets of office paper as a stapler goes through where they are folded."""

_SHEET_THICKNESS_MM = 0.1  # of office paper, 80 g/m²
# Up to here what the inner sheets stand out is less than anybody trims.
_SHEETS_WITHOUT_CREEP = 5


def part_into_signatures(sheets: int) -> tuple[int, ...]:
    """Return the number of sheets of each signature: as few as can be folded, of like thickness."""
    count = -(-sheets // MOST_SHEETS_IN_A_FOLD)
    ends = [sheets * index // count for index in range(count + 1)] if count else []
    return tuple(end - start for start, end in pairwise(ends))


def order_for_saddle_stitch(pages: int, *, right_to_left: bool) -> list[tuple[int, int, int]]:
    """Return for each side of each sheet its left page, its right page and its sheet's depth.

    Pages count from 0 and are a multiple of four. The depth counts the sheets that lie around a
    sheet in its signature. Sides come as a printer takes them: front and back of each sheet, the
    outermost sheet of each signature first. What is read from right to left is bound at the right.
    """
    signatures = part_into_signatures(pages // PAGES_OF_A_SHEET)
    starts = accumulate((sheets * PAGES_OF_A_SHEET for sheets in signatures), initial=0)
    sides: list[tuple[int, int, int]] = []
    for sheets, start in zip(signatures, starts, strict=False):
        first, last = start, start + sheets * PAGES_OF_A_SHEET - 1
        for depth in range(sheets):
            for left, right in ((last, first), (first + 1, last - 1)):
                sides.append((right, left, depth) if right_to_left else (left, right, depth))
            first, last = first + 2, last - 2
    return sides


def impose(composed: ComposedPages, sheet_mm: tuple[float, float]) -> ComposedPages:
    """Put pages of one size two abreast on the sides of sheets of a size, which lie across.

    ``sheet_mm`` is width and height of a sheet as it is printed, wider than high. The number of
    pages is a multiple of four, and two of them are no wider and one no higher than a sheet.
    """
    right_to_left = composed.direction == "rtl"
    order = order_for_saddle_stitch(composed.page_count, right_to_left=right_to_left)
    sides = tuple(_impose_side(composed.pages, *side, sheet_mm) for side in order)
    return replace(composed, pages=sides)


def _impose_side(
    pages: Sequence[Page], left: int, right: int, depth: int, sheet_mm: tuple[float, float]
) -> Page:
    width, height = (side * MM for side in sheet_mm)
    fold = width / 2
    creep = depth * _SHEET_THICKNESS_MM * MM if depth >= _SHEETS_WITHOUT_CREEP else 0.0
    media = pages[left].boxes.media
    top = (height - media.height) / 2
    marks = (
        *_place(pages[left], fold - media.width + creep, top, Box(0.0, 0.0, fold, height), creep),
        *_place(pages[right], fold - creep, top, Box(fold, 0.0, fold, height), creep),
    )
    return Page(marks, Boxes(Box(0.0, 0.0, width, height)))


def _place(page: Page, x: float, top: float, half: Box, creep: float) -> Iterator[Mark]:
    """Give a page's marks on its half of a sheet.

    The inner sheets of a thick fold stand out at its edge, where they are trimmed or thumbed: what
    stands on them is moved towards the fold, but not over it.
    """
    if creep:
        yield ClipStart(*half)
    for mark in page.marks:
        yield mark.moved(x, top)
    if creep:
        yield ClipEnd()
