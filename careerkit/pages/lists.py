"""Setters of lists: bullets, numbers, boxes to tick, tags, numbered tasks, words explained."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from careerkit.document.blocks import BulletList, Definitions, Inline, ListItem, Span, Steps
from careerkit.document.shapes import rounded_rectangle
from careerkit.document.theme import Role
from careerkit.pages.icon import draw_icon
from careerkit.pages.setting import Setting, baseline_of, line_slugs, set_block, set_blocks
from careerkit.pdf.pen import Pen
from careerkit.pdf.slug import (
    Draw,
    Slug,
    indent,
    keep_ends,
    keep_together,
    rather_whole,
    snap_to_grid,
    with_space_before,
)
from careerkit.pdf.structure import StructureElement
from careerkit.typography import break_text

_BULLET_INDENT_EM = 1.35
_TICK_INDENT_EM = 1.9
_STEP_INDENT_EM = 2.6
_LONGEST_TAG = 0.5  # of a column: how high a ground may be
_WITHIN_A_TASK = 20.0  # the cost of a page break inside one


_LIST_NUMBERING = {"bullets": "Disc", "numbers": "Decimal", "yes": "Disc", "no": "Disc"}


@set_block.register
def set_list(block: BulletList, setting: Setting, parent: StructureElement) -> list[Slug]:
    """Set a list (``L``); an item's mark stands on its first line and never leaves it."""
    numbering = _LIST_NUMBERING.get(block.style, "None")
    list_element = parent.add("L", attributes=f"<</O/List/ListNumbering/{numbering}>>")
    if block.style == "tags":
        return _set_tags(block, setting, list_element)
    slugs: list[Slug] = []
    for number, item in enumerate(block.items, start=1):
        slugs += _set_item(item, number, block.style, setting, list_element)
    return with_space_before(slugs, 0.25 * setting.scale.grid_pt)


def _set_item(
    item: ListItem, number: int, style: str, setting: Setting, parent: StructureElement
) -> list[Slug]:
    scale = setting.scale
    em = scale.body.size_pt
    distance = em * (_TICK_INDENT_EM if style in ("ticks", "yes", "no") else _BULLET_INDENT_EM)
    if style == "numbers":
        distance = em * (1.0 + 0.62 * len(str(number)))
    item_element = parent.add("LI")
    label_element = item_element.add("Lbl")
    body_element = item_element.add("LBody")
    inner = setting.narrower(distance)
    body = keep_ends(line_slugs(item.text, scale.body, inner.width, body_element.add("P")))
    if item.blocks:
        below = set_blocks(item.blocks, inner, body_element)
        if below:
            below[0] = below[0]._replace(keep=True, space_before=0.0, snap=False)
        body += below
    if not body:
        return []
    body = indent(body, distance)
    draw_mark = _mark(style, number, setting, label_element)
    draw_body = body[0].draw

    def draw(pen: Pen, x: float, top: float) -> None:
        draw_mark(pen, x, top)
        draw_body(pen, x, top)

    body[0] = body[0]._replace(draw=draw, snap=True)
    if style in ("ticks", "yes", "no"):
        body[0] = body[0]._replace(space_before=0.2 * scale.grid_pt, snap=False)
    return body


def _mark(style: str, number: int, setting: Setting, element: StructureElement) -> Draw:
    """Return what draws an item's mark. Only bullets and numbers are read out as labels."""
    body = setting.scale.body
    em = body.size_pt
    if style in ("bullets", "numbers"):
        mark = "•" if style == "bullets" else f"{setting.numeral(number)}."
        span = Span(mark, element.language, strong=True)
        return line_slugs((span,), body, em * 4, element, colour="accent")[0].draw
    if style == "ticks":
        side = 0.95 * em
        box = rounded_rectangle(0, 0, side, side, 2.0)

        def draw_box(pen: Pen, x: float, top: float) -> None:
            middle = top + body.leading_pt / 2
            pen.path(box, x=x, top=middle - side / 2, stroke="accent", stroke_width=1.1)

        return draw_box
    size = 1.25 * em
    icon: tuple[str, Role] = ("check", "accent") if style == "yes" else ("cross", "signal")

    def draw_sign(pen: Pen, x: float, top: float) -> None:
        icon_top = top + (body.leading_pt - size) / 2
        draw_icon(pen, setting.theme, icon[0], x=x, top=icon_top, size=size, colour=icon[1])

    return draw_sign


def _set_tags(block: BulletList, setting: Setting, parent: StructureElement) -> list[Slug]:
    """Set short names on soft grounds, as many to a line as there is room for.

    A name wider than the measure wraps on a ground of its own, or on several where it is longer
    than most of a page.
    """
    style = setting.scale.body
    padding, gap = 0.55 * style.size_pt, 0.5 * style.size_pt
    most = max(1, int(_LONGEST_TAG * setting.column_height / style.leading_pt))
    set_slugs: list[Slug] = []
    row: list[_Tag] = []
    left = 0.0

    def end_row() -> None:
        nonlocal left
        if row:
            set_slugs.append(_tag_row(tuple(row), setting, padding))
        row.clear()
        left = 0.0

    for item in block.items:
        element = parent.add("LI").add("LBody")
        lines = break_text(item.text, style, setting.width - 2 * padding)
        width = max(line.width_pt for line in lines) + 2 * padding
        if left + width > setting.width:
            end_row()
        slugs = line_slugs(lines, style, width, element)
        for start in range(0, len(slugs), most):
            row.append(_Tag(left, width, slugs[start : start + most]))
            left += width + gap
            if len(slugs) > 1:
                end_row()
        if item.blocks:
            end_row()
            set_slugs += set_blocks(item.blocks, setting, element)
    end_row()
    return snap_to_grid(set_slugs, 0.25 * setting.scale.grid_pt)


@dataclass(frozen=True, slots=True)
class _Tag:
    """A short name on its ground: where it begins, how wide it is, and its lines."""

    left: float
    width: float
    lines: list[Slug]


def _tag_row(row: Sequence[_Tag], setting: Setting, padding: float) -> Slug:
    style = setting.scale.body
    more = (max(len(tag.lines) for tag in row) - 1) * style.leading_pt
    height = 1.5 * setting.scale.grid_pt + more
    one_line = 1.28 * style.size_pt + padding

    def draw(pen: Pen, x: float, top: float) -> None:
        for tag in row:
            pill = rounded_rectangle(0, 0, tag.width, one_line + more, one_line / 2)
            ground_top = top + (height - one_line - more) / 2
            pen.path(pill, x=x + tag.left, top=ground_top, fill="tint")
            line_top = top + (height - style.leading_pt - more) / 2
            for line in tag.lines:
                line.draw(pen, x + tag.left + padding, line_top)
                line_top += style.leading_pt

    return Slug(height, draw)


@set_block.register
def set_steps(block: Steps, setting: Setting, parent: StructureElement) -> list[Slug]:
    """Set numbered tasks: a large numeral, the short part bold, the rest plain below it."""
    scale = setting.scale
    distance = _STEP_INDENT_EM * scale.body.size_pt
    list_element = parent.add("L", attributes="<</O/List/ListNumbering/Decimal>>")
    slugs: list[Slug] = []
    for number, step in enumerate(block.items, start=1):
        item_element = list_element.add("LI")
        label = item_element.add("Lbl")
        body = item_element.add("LBody")
        width = setting.width - distance
        short = keep_together(line_slugs(step.short, scale.strong, width, body.add("P")))
        detail = keep_ends(line_slugs(step.detail, scale.body, width, body.add("P")))
        if detail:
            detail[0] = detail[0]._replace(keep=True)
        item = indent([*short, *detail], distance)
        item[0] = _with_numeral(item[0], number, setting, label)
        slugs += snap_to_grid(rather_whole(item, _WITHIN_A_TASK), 0.6 * scale.grid_pt)
    return slugs


def _with_numeral(slug: Slug, number: int, setting: Setting, element: StructureElement) -> Slug:
    scale = setting.scale
    draw_text = slug.draw
    numeral = Span(setting.numeral(number), element.language)

    def draw(pen: Pen, x: float, top: float) -> None:
        # The numeral stands on the baseline of the words beside it.
        baseline = baseline_of(top, scale.strong)
        for line in break_text((numeral,), scale.section, setting.width):
            pen.line(
                line,
                x=x,
                baseline=baseline,
                size_pt=scale.section.size_pt,
                colour="accent",
                element=element,
            )
        draw_text(pen, x, top)

    return slug._replace(draw=draw)


@set_block.register
def set_definitions(block: Definitions, setting: Setting, parent: StructureElement) -> list[Slug]:
    """Set words explained as a dictionary does: the term bold, its meaning after it, hanging."""
    scale = setting.scale
    hanging = scale.body.size_pt
    list_element = parent.add("L", attributes="<</O/List/ListNumbering/None>>")
    slugs: list[Slug] = []
    for item in block.items:
        element = list_element.add("LI")
        label, body = element.add("Lbl"), element.add("LBody")
        term = tuple(replace(span, strong=True) for span in item.term)
        gap = Span("  ", body.language)
        lines = break_text(
            (*term, gap, *item.meaning), scale.body, setting.width, hanging_pt=hanging
        )

        def element_of(
            span: Span,
            term: Inline = term,
            label: StructureElement = label,
            body: StructureElement = body,
        ) -> StructureElement:
            return label if any(span is each for each in term) else body

        entry = line_slugs(lines, scale.body, setting.width, element_of)
        first, rest = entry[:1], indent(entry[1:], hanging)
        slugs += snap_to_grid(keep_ends([*first, *rest]), 0.0)
    return with_space_before(slugs, 0.25 * scale.grid_pt)
