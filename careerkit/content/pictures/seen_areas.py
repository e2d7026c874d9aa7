"""Filled shapes in some colours, one over the other, go in; how much is seen of each comes out.

They are drawn small, and the pixels are counted: only so is known what hides what.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

Point: TypeAlias = tuple[float, float]

_PIXELS_PER_UNIT = (
    0.7  # of points: two to a millimetre, which measures an A5 page to some per mille
)
_NOTHING = 255


class SeenAreas:
    """What is seen in a rectangle. Colours are numbers from 0 to 254; y runs down."""

    def __init__(self, left: float, top: float, width: float, height: float) -> None:
        """Begin with nothing; Pillow is loaded for the first shape."""
        self._left, self._top = left, top
        self._size = round(width * _PIXELS_PER_UNIT), round(height * _PIXELS_PER_UNIT)
        self._image: Image | None = None
        self._canvas: ImageDraw | None = None

    def fill(self, points: Sequence[Point], colour: int) -> None:
        """Lay a shape over those that are there."""
        if len(points) < 2:
            return
        if self._canvas is None:
            from PIL import Image, ImageDraw

            self._image = Image.new("L", self._size, _NOTHING)
            self._canvas = ImageDraw.Draw(self._image)
        # Pillow 13 takes a whole number for the middle of a pixel.
        placed = [
            (
                (x - self._left) * _PIXELS_PER_UNIT - 0.5,
                (y - self._top) * _PIXELS_PER_UNIT - 0.5,
            )
            for x, y in points
        ]
        self._canvas.polygon(placed, fill=colour)

    def measure(self) -> Mapping[int, float]:
        """Return how much is seen of each colour, in square units."""
        counts = [] if self._image is None else self._image.histogram()[:_NOTHING]
        return {colour: count / _PIXELS_PER_UNIT**2 for colour, count in enumerate(counts) if count}
