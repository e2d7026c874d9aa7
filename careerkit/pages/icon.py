"""One of the theme's icons and a place go in; the marks that show it come out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from careerkit.art.icons import ICON_GRID, icon_shape
from careerkit.document.theme import Role
from careerkit.pages.marks import PathMark


@dataclass(frozen=True, slots=True)
class IconSet:
    """A theme's icons by name, as path data, and the width of their lines on the icons' grid."""

    paths: Mapping[str, str]
    stroke: float


def icon_marks(
    icons: IconSet, name: str, *, x: float, top: float, size: float, colour: Role = "accent"
) -> tuple[PathMark, ...]:
    """Return an icon as decoration; a theme without it shows none."""
    data = icons.paths.get(name)
    if data is None:
        return ()
    return (
        PathMark(
            x,
            top,
            icon_shape(data, size, 0.0, 0.0),
            stroke=colour,
            stroke_width=icons.stroke * size / ICON_GRID,
            upright_width=size,
        ),
    )
