"""The tiles of the cover art: outlines in the unit square, each in a tile's main or detail ink.

The composition lays a ground below a tile, gives its inks their colours, turns it and puts it in
its place. A family is the handful of tiles that one drawing may use.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from careerkit.document.shapes import PathCommands, arc, circle, polygon, rectangle, shift, turn

TileInk: TypeAlias = Literal["main", "detail"]
Tile: TypeAlias = tuple[tuple[PathCommands, TileInk], ...]


def _quarter(radius: float) -> PathCommands:
    return (
        ("M", (0.0, 0.0)),
        ("L", (radius, 0.0)),
        arc(0, 0, (radius, 0), (0, radius)),
        ("Z", ()),
    )


def _band(inner: float, outer: float) -> PathCommands:
    return (
        ("M", (inner, 0.0)),
        ("L", (outer, 0.0)),
        arc(0, 0, (outer, 0), (0, outer)),
        ("L", (0.0, inner)),
        arc(0, 0, (0, inner), (inner, 0)),
        ("Z", ()),
    )


def _leaf(left: float, top: float, size: float, *, falling: bool = True) -> PathCommands:
    right, bottom = left + size, top + size
    if falling:
        start, end, first, second = (left, top), (right, bottom), (right, top), (left, bottom)
    else:
        start, end, first, second = (left, bottom), (right, top), (left, top), (right, bottom)
    return (("M", start), arc(*first, start, end), arc(*second, end, start), ("Z", ()))


def _arch(width: float) -> PathCommands:
    left, right = 0.5 - width / 2, 0.5 + width / 2
    return (
        ("M", (left, 1.0)),
        ("L", (left, 0.5)),
        arc(0.5, 0.5, (left, 0.5), (0.5, 0.5 - width / 2)),
        arc(0.5, 0.5, (0.5, 0.5 - width / 2), (right, 0.5)),
        ("L", (right, 1.0)),
        ("Z", ()),
    )


def _dome(centre_y: float, radius: float) -> PathCommands:
    return (
        ("M", (0.5 - radius, centre_y)),
        arc(0.5, centre_y, (0.5 - radius, centre_y), (0.5, centre_y - radius)),
        arc(0.5, centre_y, (0.5, centre_y - radius), (0.5 + radius, centre_y)),
        ("Z", ()),
    )


def _tile(*outlines: PathCommands) -> Tile:
    """Make a tile of outlines that all take its main ink."""
    return tuple((outline, "main") for outline in outlines)


def _nest(*outlines: PathCommands) -> Tile:
    """Make a tile of outlines that lie on one another, in its main and its detail ink in turn."""
    return tuple((outline, "detail" if odd % 2 else "main") for odd, outline in enumerate(outlines))


def _petals(left: float, top: float, size: float) -> tuple[PathCommands, ...]:
    """Return four leaves that meet in the middle of a square."""
    half = size / 2
    return (
        _leaf(left, top, half),
        _leaf(left + half, top, half, falling=False),
        _leaf(left, top + half, half, falling=False),
        _leaf(left + half, top + half, half),
    )


_LEAF = _tile(_leaf(0, 0, 1))
_SPROUT = _tile(
    _leaf(0, 0, 0.5),
    _leaf(0.5, 0, 0.5, falling=False),
    _leaf(0, 0.5, 0.5),
    _leaf(0.5, 0.5, 0.5, falling=False),
)
_FLOWER = _tile(*_petals(0, 0, 1))
_QUARTER = _tile(_quarter(1))
_RINGS = _nest(_quarter(1), _quarter(0.75), _quarter(0.5), _quarter(0.25))
# Roads leave a tile between 0.3 and 0.7 of its sides, so that they join those of the next tile.
_BEND = _tile(_band(0.3, 0.7), turn(_band(0.3, 0.7), 2))
_CROSSING = _tile(rectangle(0, 0.3, 1, 0.7)) + tuple(
    reversed(_nest(rectangle(0.3, 0, 0.7, 1), rectangle(0.24, 0, 0.76, 1)))
)
_STOP = _tile(rectangle(0, 0.3, 1, 0.7)) + _nest(circle(0.5, 0.5, 0.46), circle(0.5, 0.5, 0.22))
_ARCHES = _nest(_arch(1), _arch(0.64), _arch(0.28))
_ARCH = _tile(_arch(1))
_DOMES = _tile(_dome(0.5, 0.5), _dome(1, 0.5))
_RING = _nest(circle(0.5, 0.5, 0.5), circle(0.5, 0.5, 0.2))
_DISC = _tile(circle(0.5, 0.5, 0.5))
_DOTS = _tile(*(circle(x, y, 0.125) for y in (0.25, 0.75) for x in (0.25, 0.75)))
_SLOPE = _tile(polygon((0, 0), (1, 0), (0, 1)))
_PEAKS = _tile(polygon((0, 0.5), (0.5, 0), (1, 0.5)), polygon((0, 1), (0.5, 0.5), (1, 1)))
_BARS = _tile(*(rectangle(0, top / 12, 1, top / 12 + 1 / 6) for top in (1, 5, 9)))
_DIAMOND = _nest(polygon((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)), circle(0.5, 0.5, 0.15))

FAMILIES: dict[str, tuple[Tile, ...]] = {
    "garden": (_LEAF, _SPROUT, _FLOWER, _QUARTER, _LEAF, _DISC),
    "roads": (_BEND, _BEND, _STOP, _CROSSING, _BEND),
    "houses": (_ARCHES, _DOMES, _ARCH, _RINGS, _DOTS),
    "hills": (_SLOPE, _PEAKS, _BARS, _DIAMOND, _SLOPE),
    "tides": (_RINGS, _QUARTER, _DOMES, _RING, _QUARTER),
}

# The one large figure of a drawing: a light disc in the main ink, a figure in the detail ink that
# stays off the disc's edge, so that it is seen against the light in grey as well.
_PLATE = _tile(circle(0.5, 0.5, 0.46))
_VANE = shift(_quarter(0.37), 0.5, 0.5)
HEROES: tuple[Tile, ...] = (
    (*_PLATE, (circle(0.5, 0.5, 0.28), "detail")),
    (*_PLATE, (_dome(0.5, 0.37), "detail"), (_dome(0.5, 0.15), "main")),
    (*_PLATE, *((petal, "detail") for petal in _petals(0.16, 0.16, 0.68))),
    (*_PLATE, (_VANE, "detail"), (turn(_VANE, 2), "detail")),
)
