"""A picture and how wide it is printed go in; warnings about how it will look come out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from careerkit.content.pictures.picture import describe_rest, measure_picture
from careerkit.content.problem import Place, Problem, warn

# Below 200 dots an inch an office printer shows the dots.
_DOTS_PER_MM = 200 / 25.4


def doubt_picture(path: Path, place: Place, field: str, width_mm: float) -> Iterator[Problem]:
    """Yield a warning for what of a file is not shown, and for too few pixels.

    ``place`` and ``field`` are where the file is named. Raises UnusablePicture.
    """
    if rest := describe_rest(path):
        hint = "choose the picture to show, and export it as JPEG or PNG"
        yield warn(place, field, f"the {rest} is not shown", hint)
    width, _ = measure_picture(path)
    least = round(width_mm * _DOTS_PER_MM)
    if width < least:
        message = f"image too coarse for print: {width} pixels wide"
        yield warn(place, field, message, f"use one at least {least} pixels wide")
