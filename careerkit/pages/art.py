"""Shapes of the art room go in; the marks that show them on a page come out."""

from __future__ import annotations

from collections.abc import Iterable

from careerkit.document.shapes import Shape
from careerkit.pages.marks import PathMark
from careerkit.pages.structure import StructureElement


def art_marks(
    shapes: Iterable[Shape], *, top: float = 0.0, element: StructureElement | None = None
) -> list[PathMark]:
    """Return art whose upper left corner is at the page's left edge; it is decoration by itself."""
    return [
        PathMark(
            0.0,
            top,
            shape.commands,
            shape.fill,
            shape.stroke,
            shape.stroke_width,
            element=element,
        )
        for shape in shapes
    ]
