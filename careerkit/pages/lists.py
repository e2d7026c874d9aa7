"""Setters of lists: bullets, numbers, boxes to tick, tags, numbered tasks, words explained."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from careerkit.document.blocks import BulletList, Definitions, ListItem, Steps
from careerkit.document.shapes import rounded_rectangle
from careerkit.document.spans import Span
from careerkit.document.theme import Role
from careerkit.pages.icon import icon_marks
from careerkit.pages.marks import PathMark, StripMark, TextMark
from careerkit.pages.setting import Setting, baseline_in, line_strips, set_blocks, text_strips
from careerkit.pages.strip import (
    Strip,
    in_front,
    indent,
    keep_ends,
    keep_together,
    rather_whole,
    snap_to_grid,
    stack,
    with_space_before,
)
from careerkit.pages.structure import StructureAttribute, StructureElement
from careerkit.typography import break_text

_BULLET_INDENT_EM = 1.35
_TICK_INDENT_EM = 1.9
_STEP_INDENT_EM = 2.6
_ICON_EM = 1.05
_LARGE_ICON_EM = 1.6  # beside a task
_LONGEST_TAG = 0.5  # of a column: how high a ground may be
_WITHIN_A_TASK = 20.0  # the cost of a page break inside one


_LIST_NUMBERING = {"bullets": "Disc", "numbers": "Decimal", "yes": "Disc", "no": "Disc"}


def set_list(block: BulletList, setting: Setting, parent: StructureElement) -> list[Strip]:
    """Set a list (``L``); an item's mark stands on its first line and never leaves it."""
    numbering = _LIST_NUMBERING.get(block.style, "None")
    list_element = parent.add("L", attribute=StructureAttribute("List", "ListNumbering", numbering))
    if block.style == "tags":
        return _set_tags(block, setting, list_element)
    strips: list[Strip] = []
    for number, item in enumerate(block.items, start=1):
        strips += _set_item(item, number, block.style, setting, list_element)
    return with_space_before(strips, 0.25 * setting.scale.grid_pt)


def _set_item(
    item: ListItem, number: int, style: str, setting: Setting, parent: StructureElement
) -> list[Strip]:
    scale = setting.scale
    em = scale.body.size_pt
    distance = em * (_TICK_INDENT_EM if style in ("ticks", "yes", "no") else _BULLET_INDENT_EM)
    if style == "numbers":
        distance = em * (1.0 + 0.62 * len(str(number)))
    item_element = parent.add("LI")
    label_element = item_element.add("Lbl")
    body_element = item_element.add("LBody")
    inner = setting.narrower(distance)
    body = keep_ends(text_strips(item.text, scale.body, inner.width, body_element.add("P")))
    if item.blocks:
        below = set_blocks(item.blocks, inner, body_element)
        if below:
            below[0] = below[0]._replace(keep=True, space_before=0.0, snap=False)
        body += below
    if not body:
        return []
    body = indent(body, distance)
    label = _item_icon(item.icon, setting) if style == "bullets" else ()
    label = label or _label_marks(style, number, setting, label_element)
    body[0] = in_front(body[0], *label)._replace(snap=True)
    if style in ("ticks", "yes", "no"):
        body[0] = body[0]._replace(space_before=0.2 * scale.grid_pt, snap=False)
    return body


def _item_icon(name: str, setting: Setting) -> tuple[StripMark, ...]:
    body = setting.scale.body
    size = _ICON_EM * body.size_pt
    return icon_marks(setting.icons, name, x=0.0, top=(body.leading_pt - size) / 2, size=size)


def _label_marks(
    style: str, number: int, setting: Setting, element: StructureElement
) -> tuple[StripMark, ...]:
    """Return what stands before an item. Only bullets and numbers are read out as labels."""
    body = setting.scale.body
    em = body.size_pt
    if style in ("bullets", "numbers"):
        label = "•" if style == "bullets" else f"{setting.numeral(number)}."
        span = Span(label, element.language, strong=True)
        return text_strips((span,), body, em * 4, element, colour="accent")[0].marks
    if style == "ticks":
        side = 0.95 * em
        box = rounded_rectangle(0, 0, side, side, 2.0)
        top = body.leading_pt / 2 - side / 2
        return (PathMark(0.0, top, box, stroke="accent", stroke_width=1.1),)
    size = 1.25 * em
    icon: tuple[str, Role] = ("check", "accent") if style == "yes" else ("cross", "signal")
    top = (body.leading_pt - size) / 2
    return icon_marks(setting.icons, icon[0], x=0.0, top=top, size=size, colour=icon[1])


def _set_tags(block: BulletList, setting: Setting, parent: StructureElement) -> list[Strip]:
    """Set short names on soft grounds, as many to a line as there is room for.

    A name wider than the measure wraps on a ground of its own, or on several where it is longer
    than most of a page.
    """
    style = setting.scale.body
    padding, gap = 0.55 * style.size_pt, 0.5 * style.size_pt
    most = max(1, int(_LONGEST_TAG * setting.column_height / style.leading_pt))
    set_strips: list[Strip] = []
    row: list[_Tag] = []
    left = 0.0

    def end_row() -> None:
        nonlocal left
        if row:
            set_strips.append(_tag_row(tuple(row), setting, padding))
        row.clear()
        left = 0.0

    for item in block.items:
        element = parent.add("LI").add("LBody")
        lines = break_text(item.text, style, setting.width - 2 * padding)
        width = max(line.width_pt for line in lines) + 2 * padding
        if left + width > setting.width:
            end_row()
        strips = line_strips(lines, style, element)
        for start in range(0, len(strips), most):
            row.append(_Tag(left, width, strips[start : start + most]))
            left += width + gap
            if len(strips) > 1:
                end_row()
        if item.blocks:
            end_row()
            set_strips += set_blocks(item.blocks, setting, element)
    end_row()
    return snap_to_grid(set_strips, 0.25 * setting.scale.grid_pt)


@dataclass(frozen=True, slots=True)
class _Tag:
    """A short name on its ground: where it begins, how wide it is, and its lines."""

    left: float
    width: float
    lines: list[Strip]


def _tag_row(row: Sequence[_Tag], setting: Setting, padding: float) -> Strip:
    style = setting.scale.body
    more = (max(len(tag.lines) for tag in row) - 1) * style.leading_pt
    height = 1.5 * setting.scale.grid_pt + more
    one_line = 1.28 * style.size_pt + padding
    marks: list[StripMark] = []
    for tag in row:
        pill = rounded_rectangle(0, 0, tag.width, one_line + more, one_line / 2)
        marks.append(PathMark(tag.left, (height - one_line - more) / 2, pill, fill="tint"))
        lines, _ = stack(tag.lines, tag.left + padding, (height - style.leading_pt - more) / 2)
        marks += lines
    return Strip(height, tuple(marks))


def set_steps(block: Steps, setting: Setting, parent: StructureElement) -> list[Strip]:
    """Set numbered tasks: a large numeral, the short part bold, the rest plain below it."""
    scale = setting.scale
    distance = _STEP_INDENT_EM * scale.body.size_pt
    list_element = parent.add("L", attribute=StructureAttribute("List", "ListNumbering", "Decimal"))
    strips: list[Strip] = []
    for number, step in enumerate(block.items, start=1):
        item_element = list_element.add("LI")
        label = item_element.add("Lbl")
        body = item_element.add("LBody")
        width = setting.width - distance
        icon_size = _LARGE_ICON_EM * scale.body.size_pt if step.icon in setting.icons.paths else 0.0
        words_width = width - 1.25 * icon_size
        short = keep_together(text_strips(step.short, scale.strong, words_width, body.add("P")))
        detail = keep_ends(text_strips(step.detail, scale.body, width, body.add("P")))
        if detail:
            detail[0] = detail[0]._replace(keep=True)
        item = indent([*short, *detail], distance)
        item[0] = _with_numeral(item[0], number, setting, label)
        if icon_size:
            top = (scale.strong.leading_pt - icon_size) / 2
            left = setting.width - icon_size
            icon = icon_marks(setting.icons, step.icon, x=left, top=top, size=icon_size)
            item[0] = in_front(item[0], *icon)
        strips += snap_to_grid(rather_whole(item, _WITHIN_A_TASK), 0.6 * scale.grid_pt)
    return strips


def _with_numeral(strip: Strip, number: int, setting: Setting, element: StructureElement) -> Strip:
    scale = setting.scale
    numeral = Span(setting.numeral(number), element.language)
    baseline = baseline_in(scale.strong)  # that of the words beside it
    lines = break_text((numeral,), scale.section, setting.width)
    size_pt = scale.section.size_pt
    return in_front(
        strip, *(TextMark(0.0, baseline, line, size_pt, "accent", element) for line in lines)
    )


def set_definitions(block: Definitions, setting: Setting, parent: StructureElement) -> list[Strip]:
    """Set words explained as a dictionary does: the term bold, its meaning after it, hanging."""
    scale = setting.scale
    hanging = scale.body.size_pt
    list_element = parent.add(
        "L", attribute=StructureAttribute("List", "ListNumbering", "Description")
    )
    strips: list[Strip] = []
    for item in block.items:
        element = list_element.add("LI")
        label, body = element.add("Lbl"), element.add("LBody")
        term = tuple(replace(span, strong=True) for span in item.term)
        gap = Span("  ", body.language)
        lines = break_text(
            (*term, gap, *item.meaning), scale.body, setting.width, hanging_pt=hanging
        )
        entry: list[Strip] = []
        for line in lines:
            owners = tuple(
                label if any(piece.span is each for each in term) else body for piece in line.pieces
            )
            entry += line_strips((line,), scale.body, owners)
        first, rest = entry[:1], indent(entry[1:], hanging)
        strips += snap_to_grid(keep_ends([*first, *rest]), 0.0)
    return with_space_before(strips, 0.25 * scale.grid_pt)
