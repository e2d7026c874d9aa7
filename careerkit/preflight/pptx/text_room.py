"""A slide's texts and their shapes go in; those that cannot be held by them come out.

What a text needs is estimated from below, as no font is at hand: half of its size for a letter, all
of it for an ideograph, nothing for a mark on a letter. Only what is far too much is told.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from careerkit.preflight.pptx.presentation import A, Slide
from careerkit.preflight.pptx.shapes import SlideShape, place_of
from careerkit.preflight.pptx.text_sizes import TextSizes

_EMU_PER_POINT = 12700
_LETTER, _WIDE_LETTER = 0.42, 0.9  # of the size: letters are rarely narrower
_LINE = 1.1  # of the size
_FAR = 1.25  # times the height of the shape, and a line


def find_overfull(shapes: Sequence[SlideShape], slide: Slide, sizes: TextSizes) -> Iterator[str]:
    """Give the texts that need far more height than their shape has."""
    for shape in shapes:
        size_pt = sizes.smallest(shape, slide) if shape.kind == "sp" else None
        box = place_of(shape, slide)
        if size_pt is None or box is None:
            continue
        width_pt = (box[2] - box[0]) / _EMU_PER_POINT
        height_pt = (box[3] - box[1]) / _EMU_PER_POINT
        needed_pt = _count_lines(shape, width_pt / size_pt) * size_pt * _LINE
        if needed_pt > _FAR * height_pt + size_pt * _LINE:
            yield (
                f'text in "{shape.name}" needs at least {needed_pt:.0f} pt of height, '
                f"its shape has {height_pt:.0f}"
            )


def _count_lines(shape: SlideShape, width: float) -> int:
    """Return how many lines a shape's text has at least; ``width`` is in sizes of the text."""
    lines = 0
    for paragraph in shape.element.iter(f"{A}p"):
        text = "".join(each.text or "" for each in paragraph.iter(f"{A}t"))
        lines += 1 + int(sum(_width(character) for character in text) / max(width, 1.0))
    return lines


def _width(character: str) -> float:
    if unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"}:
        return 0.0
    return _WIDE_LETTER if unicodedata.east_asian_width(character) in "WF" else _LETTER
