"""Sheets that are printed, folded and stapled are read in the order of the booklet's pages."""

from __future__ import annotations

import pytest

from careerkit.pages.imposition import impose, order_for_saddle_stitch, part_into_signatures
from careerkit.pages.marks import ClipEnd, ClipStart, RectangleMark
from careerkit.pages.page import Box, Boxes, ComposedPages, Page
from careerkit.pages.structure import StructureElement

MM = 72 / 25.4
A4_ACROSS_MM = (297.0, 210.0)
PAGE_PT = (148 * MM, 210 * MM)


def fold(sides: list[tuple[int, int]], *, right_to_left: bool = False) -> list[int]:
    """Fold sheets that lie on each other, each a front and a back side, and read on.

    A sheet is turned over about its short edge: what was at its right is then at its left.
    """
    leaves_before: list[int] = []
    leaves_after: list[int] = []
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        (front_left, front_right), (back_left, back_right) = front, back
        if right_to_left:
            leaves_before += [front_left, back_right]
            leaves_after = [back_left, front_right, *leaves_after]
        else:
            leaves_before += [front_right, back_left]
            leaves_after = [back_right, front_left, *leaves_after]
    return [*leaves_before, *leaves_after]


@pytest.mark.parametrize("right_to_left", [False, True])
@pytest.mark.parametrize("pages", [4, 8, 28, 64, 68, 132, 256])
def test_folded_sheets_are_read_in_order(pages: int, right_to_left: bool) -> None:
    """If the sheets of each signature are folded, then the pages follow one another."""
    order = order_for_saddle_stitch(pages, right_to_left=right_to_left)
    read: list[int] = []
    at = 0
    for sheets in part_into_signatures(pages // 4):
        sides = [(left, right) for left, right, _ in order[at : at + 2 * sheets]]
        read += fold(sides, right_to_left=right_to_left)
        at += 2 * sheets
    assert read == list(range(pages))


@pytest.mark.parametrize(
    ("sheets", "signatures"),
    [(1, (1,)), (16, (16,)), (17, (8, 9)), (33, (11, 11, 11)), (64, (16, 16, 16, 16))],
)
def test_what_is_too_thick_to_fold_is_parted(sheets: int, signatures: tuple[int, ...]) -> None:
    """If there are more than 16 sheets, then they are folded in parts of like thickness."""
    assert part_into_signatures(sheets) == signatures


def impose_pages(count: int) -> list[Page]:
    """Impose pages that each have a rectangle in their upper left corner, as wide as its number."""
    boxes = Boxes(Box(0.0, 0.0, *PAGE_PT))
    pages = tuple(
        Page((RectangleMark(0.0, 0.0, number + 1.0, 1.0, "ink"),), boxes) for number in range(count)
    )
    tree = StructureElement("Document", language="en")
    composed = ComposedPages(pages, tree, "Title", "en", "ltr", (), "", {})
    return list(impose(composed, A4_ACROSS_MM).pages)


def test_pages_meet_at_the_fold() -> None:
    """If a sheet is printed, then its left page ends where its right page begins, in the middle."""
    front, back = impose_pages(4)
    assert front.boxes.media[2:] == pytest.approx((297 * MM, 210 * MM))
    left, right = front.marks
    assert isinstance(left, RectangleMark)
    assert isinstance(right, RectangleMark)
    assert (left.width, right.width) == (4, 1)
    assert left.x == pytest.approx(0.5 * MM)
    assert right.x == pytest.approx(148.5 * MM)
    assert [mark.width for mark in back.marks if isinstance(mark, RectangleMark)] == [2, 3]


def test_inner_sheets_of_a_thick_fold_move_towards_it_and_not_over_it() -> None:
    """If a fold is thick, then its inner sheets creep inwards by their depth, cut at the fold."""
    sides = impose_pages(64)
    assert not any(isinstance(mark, ClipStart) for side in sides[:10] for mark in side.marks)
    innermost = sides[-2].marks
    clip, left, end, right_clip, right, right_end = innermost
    assert isinstance(clip, ClipStart)
    assert isinstance(right_clip, ClipStart)
    assert isinstance(end, ClipEnd)
    assert isinstance(right_end, ClipEnd)
    assert isinstance(left, RectangleMark)
    assert isinstance(right, RectangleMark)
    creep = 15 * 0.1
    assert left.x == pytest.approx((0.5 + creep) * MM)
    assert right.x == pytest.approx((148.5 - creep) * MM)
    assert clip.x + clip.width == pytest.approx(148.5 * MM)
    assert right_clip.x == pytest.approx(148.5 * MM)
