"""Setters of what is written into by hand: ruled lines, room for a stamp."""

from __future__ import annotations

from typing import assert_never

from careerkit.document.blocks import StampBox, WritingLines
from careerkit.document.shapes import PathCommands, rounded_rectangle
from careerkit.document.spans import Span
from careerkit.pages.marks import PathMark, StripMark, TextMark
from careerkit.pages.setting import Setting, baseline_in, text_strips
from careerkit.pages.strip import Strip, keep_together, stack
from careerkit.pages.structure import StructureElement
from careerkit.pages.type_scale import MM
from careerkit.typography import break_text

_BESIDE = 0.3  # of the column, for a prompt with lines at its side
_POINTS = 5  # of a scale
_LEAST_OF_A_FRAME = 5  # lines
_MOST_OF_A_PAGE = 0.7
_ABOVE_ROOM = 0.4  # of the grid


def set_writing_lines(
    block: WritingLines, setting: Setting, parent: StructureElement
) -> list[Strip]:
    """Set a prompt, and the room to answer it below or beside it, as a pen needs it."""
    match block.form:
        case "lines":
            return _set_lines(block, setting, parent)
        case "beside":
            return _set_beside(block, setting, parent)
        case "frame":
            return _set_below(block, setting, parent, _frame(block, setting))
        case "scale":
            return _set_below(block, setting, parent, _scale(setting))
        case _:
            assert_never(block.form)


def _set_lines(block: WritingLines, setting: Setting, parent: StructureElement) -> list[Strip]:
    scale = setting.scale
    prompt = keep_together(text_strips(block.prompt, scale.body, setting.width, parent.add("P")))
    line = _ruled_line(setting, setting.width)
    lines = [
        line._replace(stretches=True, keep=index > 0 or bool(prompt))
        for index in range(max(1, block.count))
    ]
    strips = [*prompt, *lines]
    if sum(strip.height for strip in strips) > setting.column_height / 2:
        # Long sets of lines may be parted over pages, but not one line from its prompt.
        for index in range(3, len(lines)):
            at = len(prompt) + index
            strips[at] = strips[at]._replace(keep=index == len(lines) - 1)
    strips[0] = strips[0]._replace(snap=True, space_before=0.5 * scale.grid_pt)
    return strips


def _set_below(
    block: WritingLines, setting: Setting, parent: StructureElement, room: Strip
) -> list[Strip]:
    """Set a prompt, and what is drawn to answer it under it, on one page."""
    scale = setting.scale
    prompt = keep_together(text_strips(block.prompt, scale.body, setting.width, parent.add("P")))
    strips = [*prompt, room._replace(keep=bool(prompt), space_before=_ABOVE_ROOM * scale.grid_pt)]
    strips[0] = strips[0]._replace(snap=True, space_before=0.5 * scale.grid_pt)
    return strips


def _set_beside(block: WritingLines, setting: Setting, parent: StructureElement) -> list[Strip]:
    """Set a prompt of one line in a narrow column, and ruled lines at its side.

    A prompt that is longer stands above its lines.
    """
    left = _BESIDE * setting.width
    style = setting.scale.body
    if len(break_text(block.prompt, style, left - style.size_pt)) > 1:
        return _set_lines(block, setting, parent)
    prompt = text_strips(block.prompt, style, left - style.size_pt, parent.add("P"))
    line = _ruled_line(setting, setting.width - left)
    marks = tuple(mark.moved(left, 0.0) for mark in line.marks)
    below = [line._replace(marks=marks, keep=True) for _ in range(1, block.count)]
    words = (
        mark.moved(0.0, line.height - strip.height) for strip in prompt for mark in strip.marks
    )
    return [line._replace(marks=(*words, *marks)), *below]


def _frame(block: WritingLines, setting: Setting) -> Strip:
    """Draw an empty frame as high as the lines would be, no higher than a page has room for."""
    line = setting.sizes.writing_line_mm * MM
    height = min(
        max(_LEAST_OF_A_FRAME, block.count) * line, _MOST_OF_A_PAGE * setting.column_height
    )
    outline = rounded_rectangle(0, 0, setting.width, height, 4)
    return Strip(height, (PathMark(0.0, 0.0, outline, stroke="ink", stroke_width=0.6),))


def _scale(setting: Setting) -> Strip:
    """Draw five circles with their numbers, to mark one of them."""
    style = setting.scale.body
    size = 2.2 * style.size_pt
    step = min((setting.width - size) / (_POINTS - 1), 3 * size)
    circle = rounded_rectangle(0, 0, size, size, size / 2)
    marks: list[StripMark] = []
    for number in range(1, _POINTS + 1):
        left = (number - 1) * step
        marks.append(PathMark(left, 0.0, circle, stroke="accent", stroke_width=0.9))
        # Decoration: the prompt says in words what there is to mark.
        (line,) = break_text((Span(setting.numeral(number), "en"),), style, size)
        middle = left + (size - line.width_pt) / 2
        baseline = (size - style.leading_pt) / 2 + baseline_in(style)
        marks.append(TextMark(middle, baseline, line, style.size_pt, "ink"))
    return Strip(size, tuple(marks))


def _ruled_line(setting: Setting, width: float) -> Strip:
    height = setting.sizes.writing_line_mm * MM
    line: PathCommands = (("M", (0.0, 0.0)), ("L", (width, 0.0)))
    mark = PathMark(0.0, height - 1.0, line, stroke="ink", stroke_width=0.5, dash=(0.5, 2.0))
    return Strip(height, (mark,))


def set_stamp_box(block: StampBox, setting: Setting, parent: StructureElement) -> list[Strip]:
    """Set room for a stamp, and lines to fill in a name and a number."""
    scale = setting.scale
    height = 34 * MM
    element = parent.add("P")
    title = text_strips(block.title, scale.caption, setting.width - 16, element)
    outline = rounded_rectangle(0, 0, setting.width, height, 5)
    border = PathMark(0.0, 0.0, outline, stroke="accent", stroke_width=0.9, dash=(2.5, 2.5))
    words, _ = stack(title, 8.0, 5.0)
    box_height = max(height, sum(strip.height for strip in title) + 10)
    strips = [Strip(box_height, (border, *words), space_before=0.75 * scale.grid_pt)]
    for text in block.lines:
        label = text_strips(text, scale.caption, setting.width, parent.add("P"))
        ruled = _ruled_line(setting, setting.width)._replace(keep=True)
        strips += [strip._replace(keep=True) for strip in label]
        strips[-len(label)] = strips[-len(label)]._replace(space_before=9.0)
        strips.append(ruled._replace(height=0.8 * ruled.height))
    return strips
