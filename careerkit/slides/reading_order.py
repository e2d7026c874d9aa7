"""What stands on a slide goes in; the same in the order in which it is read comes out.

A screen reader follows the order of the file. It is that of the eye: what stands above something,
over the same part of the slide's width, comes before it; else titles and texts come as they are
planned, a code before its own words, and any other drawing after all of them.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TypeAlias

from careerkit.slides.frames import SOURCE, Box
from careerkit.slides.plan import Code, Drawing, FilledFrame, SlidePlan, Trail

Item: TypeAlias = FilledFrame | Drawing


def put_in_reading_order(plan: SlidePlan, title: FilledFrame) -> list[Item]:
    """Return the title, texts and drawings of a slide, but for the source at its foot."""
    texts = [each for each in plan.texts if each.index != SOURCE]
    planned: list[Item] = [title]
    for text, drawing in zip_longest(texts, plan.drawings):
        if isinstance(drawing, Code):
            planned.append(drawing)
        if text is not None:
            planned.append(text)
    planned += [each for each in plan.drawings if not isinstance(each, Code)]
    ordered: list[Item] = []
    for item in planned:
        box = _place(item, plan)
        below = [
            number for number, other in enumerate(ordered) if _is_above(box, _place(other, plan))
        ]
        ordered.insert(below[0] if below else len(ordered), item)
    return ordered


def _place(item: Item, plan: SlidePlan) -> Box:
    match item:
        case FilledFrame():
            return item.box or plan.layout.frame(item.index).box
        case Trail():
            return Box(item.left, item.y - item.radius, item.right - item.left, 2 * item.radius)
        case _:
            return item.box


def _is_above(box: Box, other: Box) -> bool:
    """Say whether a box stands wholly above another and over a part of it."""
    over = min(box.x + box.width, other.x + other.width) - max(box.x, other.x)
    return box.y + box.height <= other.y + 1 and over > 0
