"""Composed pages go in; how much of the paper each ink covers comes out, and words that say so.

Toner and ink are used up by what they cover: a ground of 20 percent of black on a tenth of a page
is 2 percent of it. A cartridge's yield is given for 5 percent (ISO/IEC 19752, 24711).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, assert_never, get_args

from careerkit.content.pictures.seen_areas import Point, SeenAreas
from careerkit.document.inks import CMYK, GREY, Components, Inks, Use
from careerkit.document.theme import Colour, Role
from careerkit.editions.edition import Ink, Remark
from careerkit.pages.marks import (
    ClipEnd,
    ClipStart,
    CodeMark,
    NamedPlace,
    OutlineEntry,
    PathMark,
    PictureMark,
    RectangleMark,
    TextMark,
)

if TYPE_CHECKING:
    from pathlib import Path

    from careerkit.pages.page import ComposedPages, Page

_ROLES: tuple[Role, ...] = get_args(Role)
_THIN_PT = 4.0  # a rule or a bar: less than it can be drawn to, and never hidden
# How much of its four points there is in a Bezier curve, at some steps along it.
_WEIGHTS = tuple(
    ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3) for t in (0.25, 0.5, 0.75, 1.0)
)
# What letters cover of the square of their size, on each width of it: the mean of the fonts that
# ship, as pdfium draws pages in English (a tenth less), Sinhala and Tamil (a tenth more).
_REGULAR, _BOLD, _BOLD_WEIGHT = 0.21, 0.32, 600
_BANDS = {"grey": ("black",), "cmyk": ("cyan", "magenta", "yellow", "black")}


class _Area(NamedTuple):
    """What is covered in one colour; ``use`` is what of."""

    role: Role
    use: Use


_Areas: TypeAlias = defaultdict[_Area, float]
"""How much of a page is covered, in square points."""


def tell_coverage(composed: ComposedPages, colours: Mapping[Role, Colour], ink: Ink) -> Remark:
    """Return what to say of the ink that pages take; to programs, of each ink."""
    shares = _measure_once(composed, colours, ink)
    fields = [(f"{name}_percent", round(share, 1)) for name, share in shares.items()]
    return Remark(
        f"ink on {_write_percent(sum(shares.values()))} percent of the paper",
        tuple(fields),
        is_measure=True,
    )


class _Measured(NamedTuple):
    """What was measured last, and of what."""

    composed: ComposedPages
    colours: Mapping[Role, Colour]
    ink: Ink
    shares: dict[str, float]


# A career has as many editions made of pages.
_MOST_MEASURED = 4
_measured: list[_Measured] = []


def _measure_once(
    composed: ComposedPages, colours: Mapping[Role, Colour], ink: Ink
) -> dict[str, float]:
    """Measure pages, unless they were measured for another edition that is made of them."""
    for known in _measured:
        if known.composed is composed and known.colours is colours and known.ink == ink:
            return known.shares
    shares = measure_coverage(composed, colours, GREY if ink == "grey" else CMYK)
    _measured[:] = [_Measured(composed, colours, ink, shares), *_measured[: _MOST_MEASURED - 1]]
    return shares


def _write_percent(percent: float) -> str:
    return f"{percent:.0f}" if percent >= 1 or percent == 0 else "less than 1"


def measure_coverage(
    composed: ComposedPages, colours: Mapping[Role, Colour], inks: Inks
) -> dict[str, float]:
    """Return what percentage of the paper each ink covers, as if its tones were solid.

    ``inks`` are grey or CMYK; what lies above hides what lies below.
    """
    names = _BANDS["cmyk" if inks.space == "cmyk" else "grey"]
    covered = dict.fromkeys(names, 0.0)
    paper = 0.0
    for page in composed.pages:
        box = page.boxes.trim or page.boxes.media
        paper += box.width * box.height
        for area, square in _measure(page).items():
            amounts = _amounts(inks.resolve(area.role, colours[area.role], area.use), inks)
            for name, amount in zip(names, amounts, strict=True):
                covered[name] += amount * square
        for mark in page.marks:
            if isinstance(mark, PictureMark):
                for name, amount in zip(names, _of_picture(mark.path, inks), strict=True):
                    covered[name] += amount * mark.width * mark.height
    return {name: 100 * square / paper for name, square in covered.items()}


def _amounts(components: Components, inks: Inks) -> Components:
    """Return inks from 0 to 1; a component of grey is light."""
    return components if inks.space == "cmyk" else tuple(1 - light for light in components)


def _measure(page: Page) -> _Areas:
    """Measure what stands on a page, pictures aside."""
    areas: _Areas = defaultdict(float)
    box = page.boxes.trim or page.boxes.media
    shapes = SeenAreas(box.left, box.top, box.width, box.height)
    for mark in page.marks:
        match mark:
            case TextMark():
                areas[_Area(mark.colour, "text")] += _ink_of_text(mark)
            case RectangleMark():
                _add_rectangle(mark, shapes, areas)
            case PathMark():
                _add_path(mark, shapes, areas)
            case CodeMark():
                dark = sum(map(sum, mark.rows))
                areas[_Area("ink", "line")] += dark * (mark.size / len(mark.rows)) ** 2
            case PictureMark() | NamedPlace() | OutlineEntry() | ClipStart() | ClipEnd():
                pass
            case _:
                assert_never(mark)
    for number, square in shapes.measure().items():
        areas[_Area(_ROLES[number], "area")] += square
    return areas


def _add_rectangle(mark: RectangleMark, shapes: SeenAreas, areas: _Areas) -> None:
    if min(mark.width, mark.height) < _THIN_PT:
        areas[_Area(mark.fill, "line")] += mark.width * mark.height
        return
    right, bottom = mark.x + mark.width, mark.top + mark.height
    corners = [(mark.x, mark.top), (right, mark.top), (right, bottom), (mark.x, bottom)]
    shapes.fill(corners, _ROLES.index(mark.fill))


def _add_path(mark: PathMark, shapes: SeenAreas, areas: _Areas) -> None:
    for points in _flatten(mark):
        if mark.fill is not None:
            shapes.fill(points, _ROLES.index(mark.fill))
        if mark.stroke is not None:
            line = mark.stroke_width * _length(points) * _inked_part(mark.dash)
            areas[_Area(mark.stroke, "line")] += line


def _ink_of_text(mark: TextMark) -> float:
    return mark.size_pt * sum(
        piece.width_pt * (_BOLD if piece.words[0][0].face.weight >= _BOLD_WEIGHT else _REGULAR)
        for piece in mark.line.pieces
    )


def _flatten(mark: PathMark) -> Iterator[list[Point]]:
    """Give the outlines of a path, their curves as short straight lines."""
    points: list[Point] = []
    for letter, numbers in mark.commands:
        if letter == "Z":
            points.append(points[0])
            continue
        here = [
            (mark.x + x, mark.top + y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)
        ]
        if letter == "M" and points:
            yield points
            points = []
        if letter == "C":
            points += _flatten_curve(points[-1], *here)
        else:
            points += here
    if points:
        yield points


def _flatten_curve(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    return [
        (
            a * start[0] + b * first[0] + c * second[0] + d * end[0],
            a * start[1] + b * first[1] + c * second[1] + d * end[1],
        )
        for a, b, c, d in _WEIGHTS
    ]


def _length(points: Sequence[Point]) -> float:
    return sum(math.dist(one, other) for one, other in pairwise(points))


def _inked_part(dash: tuple[float, float] | None) -> float:
    return dash[0] / sum(dash) if dash else 1.0


def _of_picture(path: Path, inks: Inks) -> Components:
    """Return how much of each ink a picture takes on the average."""
    from careerkit.content.pictures.printed_picture import mean_in_four_inks, mean_in_grey
    from careerkit.pdf.output_intent import FOGRA39

    if inks.space == "cmyk":
        return mean_in_four_inks(path, FOGRA39.read_profile())
    return (mean_in_grey(path),)
