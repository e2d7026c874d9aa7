"""A slide goes in; what its audience, its presenter or a screen reader would miss comes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from careerkit.preflight.defect import some
from careerkit.preflight.pptx.presentation import A, Element, Slide
from careerkit.preflight.pptx.reading_order import find_order_faults
from careerkit.preflight.pptx.shapes import SlideShape, shapes_of
from careerkit.preflight.pptx.slide_contrast import find_weak_text
from careerkit.preflight.pptx.text_room import find_overfull
from careerkit.preflight.pptx.text_sizes import TextSizes, smallest_in_chart

_SMALLEST_PT = 14  # a source line; below it nobody in a hall can read
_TOLERANCE_EMU = 6350  # half a point, for the rounding of a group's measure


def find_slide_faults(slide: Slide, sizes: TextSizes) -> Iterator[str]:
    """Give what is wrong with a slide and its notes."""
    shapes = list(shapes_of(slide.root))
    yield from _find_placeholder_faults(shapes)
    yield from _find_description_faults(shapes)
    yield from _find_small_text(slide, shapes, sizes)
    yield from find_overfull(shapes, slide, sizes)
    yield from find_weak_text(shapes, slide, sizes)
    yield from find_order_faults(shapes, slide)
    if twice := [number for number, uses in Counter(s.number for s in shapes).items() if uses > 1]:
        yield f"two shapes have the same number: {some(twice)}"
    if _has_mute_text(slide.root):
        yield "some text does not say its language"
    yield from _find_notes_faults(slide.notes)


def title_of(slide: Slide) -> str:
    """Return a slide's title, "" if it has none."""
    for shape in shapes_of(slide.root):
        mark = shape.placeholder
        if mark is not None and mark.get("type") in {"title", "ctrTitle"}:
            return " ".join(shape.text.split())
    return ""


def find_strays(root: Element, size: tuple[int, int]) -> Iterator[str]:
    """Give the shapes of a slide or a layout that reach beyond it; ``size`` is in EMU."""
    for shape in shapes_of(root):
        if _is_off(shape, size):
            yield f'"{shape.name}" reaches beyond the slide'


def _find_placeholder_faults(shapes: Sequence[SlideShape]) -> Iterator[str]:
    titled = False
    for shape in shapes:
        mark = shape.placeholder
        if mark is None:
            continue
        is_empty = shape.kind == "sp" and not shape.text.strip()
        titled = titled or (mark.get("type") in {"title", "ctrTitle"} and not is_empty)
        if is_empty:
            yield f'the placeholder "{shape.name}" is empty'
    if not titled:
        yield "the slide has no title"


def _find_description_faults(shapes: Sequence[SlideShape]) -> Iterator[str]:
    """Give the shapes without words. Text and tables speak for themselves, groups by their parts.

    An empty placeholder has been told of already.
    """
    for shape in shapes:
        is_group = shape.kind == "grpSp"
        is_empty = shape.kind == "sp" and shape.placeholder is not None
        if not (shape.is_described or is_group or is_empty or shape.text.strip()):
            yield f'"{shape.name}" has no words for those who do not see it'


def _find_small_text(slide: Slide, shapes: Sequence[SlideShape], sizes: TextSizes) -> Iterator[str]:
    for shape in shapes:
        size = None if shape.kind == "grpSp" else sizes.smallest(shape, slide)
        if size is not None and size < _SMALLEST_PT:
            yield f'text in "{shape.name}" is {size:g} pt, less than {_SMALLEST_PT}'
    for chart in slide.charts:
        size = smallest_in_chart(chart)
        if size is not None and size < _SMALLEST_PT:
            yield f"text in a chart is {size:g} pt, less than {_SMALLEST_PT}"


def _is_off(shape: SlideShape, size: tuple[int, int]) -> bool:
    if shape.box is None:
        return False
    left, top, right, bottom = shape.box
    return (
        min(left, top) < -_TOLERANCE_EMU
        or right > size[0] + _TOLERANCE_EMU
        or bottom > size[1] + _TOLERANCE_EMU
    )


def _has_mute_text(root: Element) -> bool:
    """Say whether a run of text has no language."""
    for run in root.iter(f"{A}r", f"{A}fld"):
        properties = run.find(f"{A}rPr")
        if properties is None or not properties.get("lang"):
            return True
    return False


def _find_notes_faults(notes: Element | None) -> Iterator[str]:
    said = [] if notes is None else [shape.text for shape in shapes_of(notes) if _is_body(shape)]
    if not any(text.strip() for text in said):
        yield "the slide has no notes for the speaker"
    elif notes is not None and _has_mute_text(notes):
        yield "some text of the notes does not say its language"


def _is_body(shape: SlideShape) -> bool:
    mark = shape.placeholder
    return mark is not None and mark.get("type") == "body"
