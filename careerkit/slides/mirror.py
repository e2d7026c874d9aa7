"""Layouts and plans made for left to right go in; those of a deck read from right to left come out.

Everything is moved to the other side of the slide; what is inside a picture, an icon or a QR code
is not turned round.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from careerkit.document.blocks import Inline, plain_text
from careerkit.slides.flow import Share
from careerkit.slides.frames import Box, SlideLayout, Slides
from careerkit.slides.plan import Chart, Drawing, FilledFrame, Grid, SlidePlan, Trail
from careerkit.typography.bidi import may_turn

_LEFT_TO_RIGHT_MARK = "\u200e"


def mirror_slides(slides: Slides) -> Slides:
    """Move the frames, icons and art of all layouts to the other side."""
    layouts = {name: _mirror_layout(each, slides.width) for name, each in slides.layouts.items()}
    return replace(slides, layouts=layouts, is_rtl=True)


def mirror_plans(plans: Sequence[SlidePlan], slides: Slides) -> tuple[SlidePlan, ...]:
    """Move what stands on slides to the other side; ``slides`` are the mirrored ones."""
    return tuple(
        replace(
            plan,
            layout=slides.layouts[plan.layout.name],
            title=_hold(plan.title),
            texts=tuple(_mirror_text(each, slides.width) for each in plan.texts),
            drawings=tuple(_mirror_drawing(each, slides.width) for each in plan.drawings),
            notes=_hold_all(plan.notes),
        )
        for plan in plans
    )


def mirror(box: Box, width: float) -> Box:
    """Move a box to the other side of a slide of some width."""
    return replace(box, x=width - box.x - box.width)


def _mirror_layout(layout: SlideLayout, width: float) -> SlideLayout:
    return replace(
        layout,
        frames=tuple(replace(each, box=mirror(each.box, width)) for each in layout.frames),
        icon=mirror(layout.icon, width) if layout.icon else None,
        art=mirror(layout.art, width) if layout.art else None,
    )


def _mirror_text(text: FilledFrame, width: float) -> FilledFrame:
    box = mirror(text.box, width) if text.box else None
    return replace(text, share=_hold_all(text.share), box=box)


def _mirror_drawing(drawing: Drawing, width: float) -> Drawing:
    match drawing:
        case Trail():
            return replace(
                drawing,
                centres=tuple(width - centre for centre in drawing.centres),
                left=width - drawing.right,
                right=width - drawing.left,
            )
        case Chart():
            rows = tuple(replace(row, label=_hold(row.label)) for row in drawing.rows)
            return replace(drawing, rows=rows, box=mirror(drawing.box, width))
        case Grid():
            return replace(
                drawing,
                head=tuple(_hold(cell) for cell in drawing.head),
                rows=tuple(tuple(_hold(cell) for cell in row) for row in drawing.rows),
                box=mirror(drawing.box, width),
            )
        case _:
            return replace(drawing, box=mirror(drawing.box, width))


def _hold_all(share: Share) -> Share:
    return tuple(replace(each, text=_hold(each.text)) for each in share)


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
