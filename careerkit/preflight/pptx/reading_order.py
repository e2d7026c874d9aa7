"""The shapes of a slide go in; what is read out in another order than it is seen comes out.

Shapes are read in the order in which they stand in the file. What stands above something else, over
the same part of the slide's width, is seen first. Decoration is not read, nor are the slide's
number and foot looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careerkit.preflight.pptx.presentation import Slide
from careerkit.preflight.pptx.shapes import SlideShape, place_of

_TITLES = frozenset(["title", "ctrTitle"])
_AT_THE_FOOT = frozenset(["sldNum", "ftr", "dt"])
_TOLERANCE_EMU = 12700  # a point


def find_order_faults(shapes: Sequence[SlideShape], slide: Slide) -> Iterator[str]:
    """Give the first shape that is read too late, the title before all others."""
    read = [
        (shape, box)
        for shape in shapes
        if _is_read(shape) and (box := place_of(shape, slide)) is not None
    ]
    found = [
        (late, early)
        for number, (early, early_box) in enumerate(read)
        for late, late_box in read[number + 1 :]
        if _is_above(late_box, early_box)
    ]
    for late, early in found:
        if _kind(late) in _TITLES:
            yield f'the title is read after "{early.name}"'
            return
    for late, early in found[:1]:
        yield f'"{late.name}" is read after "{early.name}", which stands below it'


def _is_read(shape: SlideShape) -> bool:
    if shape.is_grouped or _kind(shape) in _AT_THE_FOOT:
        return False
    return bool(shape.text.strip() or shape.words)


def _kind(shape: SlideShape) -> str:
    return "" if shape.placeholder is None else shape.placeholder.get("type", "obj")


def _is_above(
    box: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> bool:
    """Say whether a box stands wholly above another and over a part of it."""
    over = min(box[2], other[2]) - max(box[0], other[0])
    return box[3] <= other[1] + _TOLERANCE_EMU and over > _TOLERANCE_EMU
