"""Vector shapes: measures go in, outlines made of straight and curved lines come out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from careerkit.document.theme import Role

PathLetter: TypeAlias = Literal["M", "L", "C", "Z"]
PathCommand: TypeAlias = tuple[PathLetter, tuple[float, ...]]
PathCommands: TypeAlias = tuple[PathCommand, ...]

# How far a Bezier curve's handles reach to draw a quarter of a circle of radius 1.
_ARC = 0.5522847498


@dataclass(frozen=True, slots=True)
class Shape:
    """An outline with a fill, a stroke or both, named by the theme's roles.

    ``commands`` are absolute: move, line and curve with their x and y pairs, and close.
    Y grows downwards; the unit is the one the drawing was asked for in.
    """

    commands: PathCommands
    fill: Role | None
    stroke: Role | None = None
    stroke_width: float = 0.0


def polygon(*corners: tuple[float, float]) -> PathCommands:
    """Return a closed outline through the corners."""
    first, *rest = corners
    return (("M", first), *(("L", corner) for corner in rest), ("Z", ()))


def rectangle(left: float, top: float, right: float, bottom: float) -> PathCommands:
    """Return the outline of a rectangle."""
    return polygon((left, top), (right, top), (right, bottom), (left, bottom))


def circle(centre_x: float, centre_y: float, radius: float) -> PathCommands:
    """Return the outline of a circle."""
    x, y, r = centre_x, centre_y, radius
    return (
        ("M", (x + r, y)),
        arc(x, y, (x + r, y), (x, y + r)),
        arc(x, y, (x, y + r), (x - r, y)),
        arc(x, y, (x - r, y), (x, y - r)),
        arc(x, y, (x, y - r), (x + r, y)),
        ("Z", ()),
    )


def arc(
    centre_x: float, centre_y: float, start: tuple[float, float], end: tuple[float, float]
) -> PathCommand:
    """Return the curve of a quarter circle from ``start`` to ``end`` about a centre."""
    from_x, from_y = start[0] - centre_x, start[1] - centre_y
    to_x, to_y = end[0] - centre_x, end[1] - centre_y
    return (
        "C",
        (
            start[0] + _ARC * to_x,
            start[1] + _ARC * to_y,
            end[0] + _ARC * from_x,
            end[1] + _ARC * from_y,
            *end,
        ),
    )


def turn(path: PathCommands, quarters: int) -> PathCommands:
    """Turn a path in the unit square by quarter turns, clockwise, about the square's centre."""
    for _ in range(quarters % 4):
        path = tuple(
            (letter, tuple(value for x, y in _pairs(numbers) for value in (1 - y, x)))
            for letter, numbers in path
        )
    return path


def shift(path: PathCommands, right: float, down: float) -> PathCommands:
    """Move a path."""
    return place(path, right, down, 1, 1)


def place(path: PathCommands, left: float, top: float, width: float, height: float) -> PathCommands:
    """Stretch a path from the unit square to a rectangle."""
    return tuple(
        (
            letter,
            tuple(
                value for x, y in _pairs(numbers) for value in (left + x * width, top + y * height)
            ),
        )
        for letter, numbers in path
    )


def _pairs(numbers: tuple[float, ...]) -> Iterable[tuple[float, float]]:
    return zip(numbers[::2], numbers[1::2], strict=True)


def rounded_rectangle(
    left: float, top: float, width: float, height: float, radius: float
) -> PathCommands:
    """Return the outline of a rectangle with quarter circles for corners."""
    r = min(radius, width / 2, height / 2)
    right, bottom = left + width, top + height
    return (
        ("M", (left + r, top)),
        ("L", (right - r, top)),
        arc(right - r, top + r, (right - r, top), (right, top + r)),
        ("L", (right, bottom - r)),
        arc(right - r, bottom - r, (right, bottom - r), (right - r, bottom)),
        ("L", (left + r, bottom)),
        arc(left + r, bottom - r, (left + r, bottom), (left, bottom - r)),
        ("L", (left, top + r)),
        arc(left + r, top + r, (left, top + r), (left + r, top)),
        ("Z", ()),
    )
