"""Pages go in; the same pages ready for a press come out: with bleed, and marks to cut along.

Ink that touches a page's edge goes on beyond it, as far as the *bleed*, so that no white hair is
left where the knife is half a millimetre off. What is inside the edge stays as it is: a shape is
drawn out straight from where it meets the edge, not made larger.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple, TypeAlias, assert_never

from careerkit.document.shapes import PathCommand, PathCommands
from careerkit.pages.marks import (
    ClipEnd,
    ClipStart,
    CodeMark,
    Mark,
    NamedPlace,
    OutlineEntry,
    PathMark,
    PictureMark,
    RectangleMark,
    TextMark,
)
from careerkit.pages.page import Box, Boxes, ComposedPages, Page
from careerkit.pages.type_scale import MM

BLEED_MM = 3.0
_CROP_GAP_MM, _CROP_MARK_MM = 0.5, 5.0  # between bleed and mark, and the mark's length
_SHEET_MARGIN_MM = 10.0  # of the sheet, around the page
_CROP_LINE_PT = 0.25
_ON_EDGE_PT = 0.01  # what rounding makes of a place on the edge

Point: TypeAlias = tuple[float, float]


class _Way(NamedTuple):
    """A way out of the page: where its edge is, along x (0) or y (1), and how far beyond to go."""

    axis: int
    edge: float
    distance: float

    def is_met(self, point: Point) -> bool:
        return abs(point[self.axis] - self.edge) < _ON_EDGE_PT

    def out(self, point: Point) -> Point:
        x, y = point
        return (x + self.distance, y) if self.axis == 0 else (x, y + self.distance)


def make_press_pages(composed: ComposedPages) -> ComposedPages:
    """Return pages on larger sheets, each with its bleed, its crop marks and its boxes."""
    return replace(composed, pages=tuple(_make_press_page(page) for page in composed.pages))


def _make_press_page(page: Page) -> Page:
    trim = page.boxes.trim or page.boxes.media
    margin, bleed = _SHEET_MARGIN_MM * MM, BLEED_MM * MM
    right, down = margin - trim.left, margin - trim.top
    ways = _ways_out(trim, bleed)
    marks = [_reach_out(mark, ways).moved(right, down) for mark in page.marks]
    boxes = Boxes(
        Box(0.0, 0.0, trim.width + 2 * margin, trim.height + 2 * margin),
        trim=Box(margin, margin, trim.width, trim.height),
        bleed=Box(margin - bleed, margin - bleed, trim.width + 2 * bleed, trim.height + 2 * bleed),
    )
    return Page((*marks, *_crop_marks(boxes.trim or trim)), boxes)


def _crop_marks(trim: Box) -> Iterator[PathMark]:
    """Give two short lines at each corner, along which the page is cut, outside the bleed."""
    near = (BLEED_MM + _CROP_GAP_MM) * MM
    far = near + _CROP_MARK_MM * MM
    right, bottom = trim.left + trim.width, trim.top + trim.height
    for x, across in ((trim.left, -1), (right, 1)):
        for y, down in ((trim.top, -1), (bottom, 1)):
            for line in (
                ((x + across * near, y), (x + across * far, y)),
                ((x, y + down * near), (x, y + down * far)),
            ):
                commands: PathCommands = (("M", line[0]), ("L", line[1]))
                yield PathMark(0.0, 0.0, commands, stroke="ink", stroke_width=_CROP_LINE_PT)


# --- ink at the edge -------------------------------------------------------------------------


def _ways_out(trim: Box, bleed: float) -> tuple[_Way, ...]:
    return (
        _Way(0, trim.left, -bleed),
        _Way(0, trim.left + trim.width, bleed),
        _Way(1, trim.top, -bleed),
        _Way(1, trim.top + trim.height, bleed),
    )


def _reach_out(mark: Mark, ways: tuple[_Way, ...]) -> Mark:
    """Return a mark that goes on beyond the edges it touches; words, codes, pictures never do."""
    match mark:
        case RectangleMark():
            return _draw_out_rectangle(mark, ways)
        case PathMark():
            return mark if mark.fill is None else _draw_out_path(mark, ways)
        case TextMark() | CodeMark() | PictureMark() | NamedPlace() | OutlineEntry():
            return mark
        case ClipStart() | ClipEnd():  # what is cut off on purpose stays so
            return mark
    assert_never(mark)


def _draw_out_rectangle(mark: RectangleMark, ways: tuple[_Way, ...]) -> RectangleMark:
    corners = [(mark.x, mark.top), (mark.x + mark.width, mark.top + mark.height)]
    first, last = (
        _move_out(corner, [way for way in ways if way.is_met(corner)]) for corner in corners
    )
    width, height = last[0] - first[0], last[1] - first[1]
    return mark._replace(x=first[0], top=first[1], width=width, height=height)


def _draw_out_path(mark: PathMark, ways: tuple[_Way, ...]) -> PathMark:
    moved = [(letter, _shift(numbers, mark.x, mark.top)) for letter, numbers in mark.commands]
    if not any(way.is_met(point) for way in ways for _, numbers in moved for point in numbers):
        return mark
    commands: list[PathCommand] = []
    for outline in _outlines(moved):
        commands += _draw_out_outline(outline, ways)
    return mark._replace(x=0.0, top=0.0, commands=tuple(commands))


_Points: TypeAlias = tuple[Point, ...]
_Outline: TypeAlias = list[_Points]
"""A closed outline: its first point, then for each piece the points it goes to, 1 or 3."""


def _shift(numbers: tuple[float, ...], right: float, down: float) -> _Points:
    return tuple((x + right, y + down) for x, y in zip(numbers[::2], numbers[1::2], strict=True))


def _outlines(commands: Iterable[tuple[str, _Points]]) -> Iterator[_Outline]:
    """Give the outlines of a path, each closed: what is filled is closed if it says so or not."""
    outline: _Outline = []
    for letter, points in commands:
        if letter == "M" and outline:
            yield _closed(outline)
            outline = []
        if letter != "Z":
            outline.append(points)
    if outline:
        yield _closed(outline)


def _closed(outline: _Outline) -> _Outline:
    first, last = outline[0][-1], outline[-1][-1]
    return outline if first == last else [*outline, (first,)]


def _draw_out_outline(outline: _Outline, ways: tuple[_Way, ...]) -> list[PathCommand]:
    """Return an outline that makes a way round outside wherever it runs along an edge."""
    start = outline[0][-1]
    ways_of = [_way_along(before[-1], points, ways) for before, points in pairwise(outline)]
    commands: list[PathCommand] = [("M", start)]
    here = start
    for index, (points, way) in enumerate(zip(outline[1:], ways_of, strict=True)):
        there = points[-1]
        if way is None:
            commands.append(("L" if len(points) == 1 else "C", _flat(points)))
        else:
            after = ways_of[(index + 1) % len(ways_of)]
            turns = after is not None and after != way
            end = _move_out(there, [way, after]) if turns and after else there
            commands += [("L", way.out(here)), ("L", way.out(there)), ("L", end)]
        here = there
    # An outline that turns a corner of the page at its start begins out there.
    first, last = ways_of[0], ways_of[-1]
    if first is not None and last is not None and first != last:
        commands[0] = ("M", _move_out(start, [last, first]))
    return [*commands, ("Z", ())]


def _way_along(here: Point, points: _Points, ways: tuple[_Way, ...]) -> _Way | None:
    """Return the way out over the edge that a straight piece runs along, if it does."""
    if len(points) > 1:
        return None
    return next((way for way in ways if way.is_met(here) and way.is_met(points[0])), None)


def _move_out(point: Point, ways: list[_Way]) -> Point:
    for way in ways:
        point = way.out(point)
    return point


def _flat(points: _Points) -> tuple[float, ...]:
    return tuple(number for point in points for number in point)
