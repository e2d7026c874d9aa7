"""A master and plans made for left to right go in; those for right to left come out.

Everything is moved to the other side of the slide; what is inside a picture, an icon or a QR code
is not turned round.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import assert_never

from careerkit.document.spans import Inline, plain_text
from careerkit.slides.paragraphs import Paragraphs
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
from careerkit.slides.slide_layout import Area, Placeholder, SlideLayout
from careerkit.slides.slide_master import SlideMaster
from careerkit.typography.bidi import may_turn

_MASTERS_REMEMBERED = 16
_LEFT_TO_RIGHT_MARK = "\u200e"


@lru_cache(maxsize=_MASTERS_REMEMBERED)
def mirror_master(master: SlideMaster) -> SlideMaster:
    """Move the placeholders, icons and art of all layouts to the other side."""
    width = master.width
    return replace(
        master,
        title=_mirror_placeholder(master.title, width),
        body=_mirror_placeholder(master.body, width),
        layouts=tuple(_mirror_layout(each, width) for each in master.layouts),
        is_rtl=True,
    )


def mirror_plans(plans: Sequence[SlidePlan], master: SlideMaster) -> tuple[SlidePlan, ...]:
    """Move what stands on slides to the other side; ``master`` is the mirrored one."""
    layouts = {each.name: each for each in master.layouts}
    width = master.width
    return tuple(
        replace(
            plan,
            layout=layouts[plan.layout.name],
            title=_hold(plan.title),
            texts=tuple(_mirror_text(each, width) for each in plan.texts),
            graphics=tuple(_mirror_graphic(each, width) for each in plan.graphics),
            icon=replace(plan.icon, box=mirror(plan.icon.box, width)) if plan.icon else None,
            notes=_hold_all(plan.notes),
            asides=_hold_all(plan.asides),
        )
        for plan in plans
    )


def mirror(box: Area, width: float) -> Area:
    """Move a box to the other side of a slide of some width."""
    return replace(box, x=width - box.x - box.width)


def _mirror_layout(layout: SlideLayout, width: float) -> SlideLayout:
    return replace(
        layout,
        placeholders=tuple(_mirror_placeholder(each, width) for each in layout.placeholders),
        icon=mirror(layout.icon, width) if layout.icon else None,
        art=mirror(layout.art, width) if layout.art else None,
        codes=tuple(mirror(each, width) for each in layout.codes),
        roadmap=mirror(layout.roadmap, width) if layout.roadmap else None,
        logo=mirror(layout.logo, width) if layout.logo else None,
    )


def _mirror_placeholder(placeholder: Placeholder, width: float) -> Placeholder:
    return replace(placeholder, box=mirror(placeholder.box, width))


def _mirror_text(text: PlacedText, width: float) -> PlacedText:
    return PlacedText(
        _mirror_placeholder(text.placeholder, width),
        _hold_all(text.paragraphs),
        mirror(text.box, width) if text.box else None,
    )


def _mirror_graphic(graphic: PlacedGraphic, width: float) -> PlacedGraphic:
    match graphic:
        case PlacedRoadmap():
            return replace(
                graphic,
                centres=tuple(width - centre for centre in graphic.centres),
                left=width - graphic.right,
                right=width - graphic.left,
            )
        case PlacedChart():
            rows = tuple(replace(row, label=_hold(row.label)) for row in graphic.rows)
            return replace(graphic, rows=rows, box=mirror(graphic.box, width))
        case PlacedTable():
            return replace(
                graphic,
                head=tuple(_hold(cell) for cell in graphic.head),
                rows=tuple(tuple(_hold(cell) for cell in row) for row in graphic.rows),
                box=mirror(graphic.box, width),
            )
        case PlacedArt() | PlacedCode() | PlacedPicture():
            return replace(graphic, box=mirror(graphic.box, width))
        case _:
            assert_never(graphic)


def _hold_all(paragraphs: Paragraphs) -> Paragraphs:
    return tuple(replace(each, text=_hold(each.text)) for each in paragraphs)


def _hold(text: Inline) -> Inline:
    """Keep a line in which nothing runs from right to left in its own order, full stop and all.

    Paragraphs of the deck run from right to left, an English one among them too; a mark of
    direction at each end lets its figures and punctuation go with its letters.
    """
    words = plain_text(text)
    if may_turn(words) or not any(character.isalpha() for character in words):
        return text
    *most, last = text
    held = (*most, replace(last, text=last.text + _LEFT_TO_RIGHT_MARK))
    return (replace(held[0], text=_LEFT_TO_RIGHT_MARK + held[0].text), *held[1:])
