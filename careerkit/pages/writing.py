"""Setters of what is written into by hand: ruled lines, room for a stamp."""

from __future__ import annotations

from careerkit.document.blocks import StampBox, WritingLines
from careerkit.document.shapes import PathCommands, rounded_rectangle
from careerkit.pages.marks import PathMark
from careerkit.pages.setting import Setting, text_strips
from careerkit.pages.strip import Strip, keep_together, stack
from careerkit.pages.structure import StructureElement
from careerkit.pages.type_scale import MM


def set_writing_lines(
    block: WritingLines, setting: Setting, parent: StructureElement
) -> list[Strip]:
    """Set a prompt and ruled lines below it, as far apart as a pen needs."""
    scale = setting.scale
    prompt = keep_together(text_strips(block.prompt, scale.body, setting.width, parent.add("P")))
    line = _ruled_line(setting)
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


def _ruled_line(setting: Setting) -> Strip:
    height = setting.sizes.writing_line_mm * MM
    line: PathCommands = (("M", (0.0, 0.0)), ("L", (setting.width, 0.0)))
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
        ruled = _ruled_line(setting)._replace(keep=True)
        strips += [strip._replace(keep=True) for strip in label]
        strips[-len(label)] = strips[-len(label)]._replace(space_before=9.0)
        strips.append(ruled._replace(height=0.8 * ruled.height))
    return strips
