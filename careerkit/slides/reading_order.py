"""What stands on a slide goes in; the same in the order in which it is read comes out.

A screen reader follows the order of the file. It is that of the eye: what stands above something,
over the same part of the slide's width, comes before it; else titles and texts come as they are
planned, a code before its own words, and any other graphic after all of them.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TypeAlias, assert_never

from careerkit.slides.plan import (
    PlacedArt,
    PlacedChart,
    PlacedCode,
    PlacedGraphic,
    PlacedPicture,
    PlacedRoadmap,
    PlacedTable,
    PlacedText,
    SlidePlan,
)
from careerkit.slides.slide_layout import Area

Item: TypeAlias = PlacedText | PlacedGraphic


def put_in_reading_order(plan: SlidePlan, title: PlacedText) -> list[Item]:
    """Return the title, texts and graphics of a slide, but for the source at its foot."""
    texts = [each for each in plan.texts if each.placeholder.role != "source"]
    planned: list[Item] = [title]
    for text, graphic in zip_longest(texts, plan.graphics):
        if isinstance(graphic, PlacedCode):
            planned.append(graphic)
        if text is not None:
            planned.append(text)
    planned += [each for each in plan.graphics if not isinstance(each, PlacedCode)]
    ordered: list[Item] = []
    for item in planned:
        box = _place(item)
        below = [number for number, other in enumerate(ordered) if _is_above(box, _place(other))]
        ordered.insert(below[0] if below else len(ordered), item)
    return ordered


def _place(item: Item) -> Area:
    match item:
        case PlacedText():
            return item.area
        case PlacedRoadmap():
            return Area(item.left, item.y - item.radius, item.right - item.left, 2 * item.radius)
        case PlacedArt() | PlacedCode() | PlacedChart() | PlacedPicture() | PlacedTable():
            return item.box
        case _:
            assert_never(item)


def _is_above(box: Area, other: Area) -> bool:
    """Say whether a box stands wholly above another and over a part of it."""
    over = min(box.x + box.width, other.x + other.width) - max(box.x, other.x)
    return box.y + box.height <= other.y + 1 and over > 0
