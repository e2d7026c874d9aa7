"""Setters of running text: headings, paragraphs, lists, steps, definitions, tables, callouts."""

from __future__ import annotations

from dataclasses import replace

from careerkit.booklet.pen import Pen
from careerkit.booklet.setting import (
    Setting,
    baseline_of,
    line_slugs,
    set_block,
    set_blocks,
)
from careerkit.booklet.slug import (
    Slug,
    behind,
    beside,
    indent,
    keep_ends,
    keep_together,
    solid,
    with_space_before,
)
from careerkit.booklet.structure import StructureElement
from careerkit.layout.blocks import (
    BulletList,
    Callout,
    Definitions,
    Heading,
    Inline,
    ListItem,
    Notes,
    Paragraph,
    Span,
    Steps,
    Table,
)
from careerkit.layout.icons import icon_shape
from careerkit.layout.shapes import rectangle, rounded_rectangle
from careerkit.layout.theme import Role
from careerkit.typography import TextStyle, break_text

_BULLET_INDENT_EM = 1.35
_TICK_INDENT_EM = 1.9
_STEP_INDENT_EM = 2.6
_COLUMN_GAP_EM = 1.2


def _snapped(slugs: list[Slug], space_before: float) -> list[Slug]:
    """Begin on the baseline grid after at least a space."""
    return [
        replace(slug, snap=True, space_before=space_before) if index == 0 else slug
        for index, slug in enumerate(slugs)
    ]


@set_block.register
def set_heading(block: Heading, setting: Setting, parent: StructureElement) -> list[Slug]:
    """Set a heading inside a section (``H2``, ``H3``; the section's own title is ``H1``)."""
    is_minor = block.level > 2
    slugs = line_slugs(
        block.text,
        setting.scale.strong if is_minor else setting.scale.sub,
        setting.width,
        parent.add("H3" if is_minor else "H2"),
        colour="ink" if is_minor else "accent",
    )
    return _snapped(keep_together(slugs), setting.scale.grid_pt * (0.25 if is_minor else 0.75))


@set_block.register
def set_paragraph(block: Paragraph, setting: Setting, parent: StructureElement) -> list[Slug]:
    """Set a paragraph (``P``)."""
    scale = setting.scale
    styles = {
        "body": scale.body,
        "lead": scale.lead,
        "caption": scale.caption,
        "source": scale.caption,
    }
    style = styles[block.role]
    slugs = keep_ends(line_slugs(block.text, style, setting.width, parent.add("P")))
    if block.role in ("caption", "source"):
        return with_space_before(slugs, 0.25 * scale.grid_pt)
    return _snapped(slugs, 0.5 * scale.grid_pt)


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
            below[0] = replace(below[0], keep=True, space_before=0.0, snap=False)
        body += below
    if not body:
        return []
    body = indent(body, distance)
    draw_body = body[0].draw

    def draw(pen: Pen, x: float, top: float) -> None:
        _draw_mark(pen, x, top, style, number, setting, label_element)
        draw_body(pen, x, top)

    body[0] = replace(body[0], draw=draw, snap=True)
    if style in ("ticks", "yes", "no"):
        body[0] = replace(body[0], space_before=0.2 * scale.grid_pt, snap=False)
    return body


def _draw_mark(
    pen: Pen,
    x: float,
    top: float,
    style: str,
    number: int,
    setting: Setting,
    label_element: StructureElement,
) -> None:
    body = setting.scale.body
    em = body.size_pt
    if style in ("bullets", "numbers"):
        mark = "•" if style == "bullets" else f"{number}."
        span = Span(mark, label_element.language, strong=True)
        for slug in line_slugs((span,), body, em * 4, label_element, colour="accent"):
            slug.draw(pen, x, top)
        return
    middle = top + body.leading_pt / 2
    if style == "ticks":
        side = em * 0.95
        box = rounded_rectangle(0, 0, side, side, 2.0)
        pen.path(box, x=x, top=middle - side / 2, stroke="accent", stroke_width=1.1)
        return
    side = em * 1.25
    if style == "yes":
        draw_icon(pen, setting, "check", x, middle - side / 2, side)
    else:
        draw_icon(pen, setting, "cross", x, middle - side / 2, side, colour="signal")


def draw_icon(
    pen: Pen,
    setting: Setting,
    name: str,
    x: float,
    top: float,
    size: float,
    *,
    colour: Role = "accent",
) -> None:
    """Draw one of the theme's icons as decoration; a theme without it draws none."""
    data = setting.theme.icons.get(name)
    if data is None:
        return
    path = icon_shape(data, size, 0.0, 0.0)
    stroke_width = setting.theme.icon_stroke * size / 24
    pen.path(path, x=x, top=top, stroke=colour, stroke_width=stroke_width)


def _set_tags(block: BulletList, setting: Setting, parent: StructureElement) -> list[Slug]:
    """Set short names on soft grounds, as many to a line as there is room for."""
    style = setting.scale.body
    padding, gap = 0.55 * style.size_pt, 0.5 * style.size_pt
    height = 1.5 * setting.scale.grid_pt
    rows: list[list[tuple[float, float, list[Slug]]]] = [[]]
    left = 0.0
    for item in block.items:
        element = parent.add("LI").add("LBody")
        lines = break_text(item.text, style, setting.width - 2 * padding)
        width = max(line.width_pt for line in lines) + 2 * padding
        if rows[-1] and left + width > setting.width:
            rows.append([])
            left = 0.0
        slugs = line_slugs(lines, style, width, element)
        if len(slugs) > 1:
            # A name longer than the measure is set as plain lines.
            rows += [[(0.0, 0.0, [slug])] for slug in slugs]
            rows.append([])
            left = 0.0
            continue
        rows[-1].append((left, width, slugs))
        left += width + gap

    def row_slug(row: list[tuple[float, float, list[Slug]]]) -> Slug:
        ground = 1.28 * style.size_pt + padding

        def draw(pen: Pen, x: float, top: float) -> None:
            text_top = top + (height - style.leading_pt) / 2
            for distance, width, slugs in row:
                if width:
                    pill = rounded_rectangle(0, 0, width, ground, ground / 2)
                    pen.path(pill, x=x + distance, top=top + (height - ground) / 2, fill="tint")
                slugs[0].draw(pen, x + distance + (padding if width else 0.0), text_top)

        return Slug(height, draw)

    slugs = [row_slug(row) for row in rows if row]
    return _snapped(slugs, 0.25 * setting.scale.grid_pt)


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
            detail[0] = replace(detail[0], keep=True)
        item = indent([*short, *detail], distance)
        item[0] = _with_numeral(item[0], number, setting, label)
        slugs += _snapped(item, 0.6 * scale.grid_pt)
    return slugs


def _with_numeral(slug: Slug, number: int, setting: Setting, element: StructureElement) -> Slug:
    scale = setting.scale
    draw_text = slug.draw
    numeral = Span(str(number), element.language)

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

    return replace(slug, draw=draw)


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
            return label if span in term else body

        entry = line_slugs(lines, scale.body, setting.width, element_of)
        first, rest = entry[:1], indent(entry[1:], hanging)
        slugs += _snapped(keep_ends([*first, *rest]), 0.0)
    return with_space_before(slugs, 0.25 * scale.grid_pt)


@set_block.register
def set_table(block: Table, setting: Setting, parent: StructureElement) -> list[Slug]:
    """Set a table (``Table``), line by line, so that a long row may run over pages."""
    table = parent.add("Table")
    columns = max(len(row) for row in (*block.rows, block.head))
    gap = _COLUMN_GAP_EM * setting.scale.body.size_pt
    width = (setting.width - gap * (columns - 1)) / columns
    slugs: list[Slug] = []
    if block.head:
        row = table.add("TR")
        slugs += _table_row(block.head, setting, width, gap, row, "TH", setting.scale.strong)
        slugs.append(_rule(setting.width))
        slugs = keep_together(slugs)
    for cells in block.rows:
        row = table.add("TR")
        body = _table_row(cells, setting, width, gap, row, "TD", setting.scale.body)
        if body and block.head and cells is block.rows[0]:
            body[0] = replace(body[0], keep=True)
        slugs += body
    return _snapped(slugs, 0.5 * setting.scale.grid_pt)


def _table_row(
    cells: tuple[Inline, ...],
    setting: Setting,
    width: float,
    gap: float,
    row: StructureElement,
    tag: str,
    style: TextStyle,
) -> list[Slug]:
    scope = "<</O/Table/Scope/Column>>" if tag == "TH" else ""
    columns = [line_slugs(cell, style, width, row.add(tag, attributes=scope)) for cell in cells]
    slugs = [
        beside(
            [
                (index * (width + gap), [column[number]])
                for index, column in enumerate(columns)
                if number < len(column)
            ]
        )
        for number in range(max(len(column) for column in columns))
    ]
    return with_space_before(keep_ends(slugs), 0.25 * setting.scale.grid_pt)


def _rule(width: float) -> Slug:
    def draw(pen: Pen, x: float, top: float) -> None:
        pen.path(rectangle(0, 0, width, 0.8), x=x, top=top + 2, fill="accent")

    return Slug(5.0, draw)


_CALLOUT_ICONS = {"caution": "caution", "decision": "decision", "tip": "facts", "note": "words"}


@set_block.register
def set_callout(block: Callout, setting: Setting, parent: StructureElement) -> list[Slug]:
    """Set words apart on a tinted ground with a bar at its left edge (``Div``)."""
    scale = setting.scale
    grid = scale.grid_pt
    inset = 2.6 * scale.body.size_pt
    element = parent.add("Div")
    inner = setting.narrower(inset + scale.body.size_pt)
    colour: Role = "signal" if block.kind == "caution" else "accent"
    title = keep_together(
        line_slugs(
            block.title,
            scale.strong,
            inner.width,
            element.add("P"),
            colour=colour,
        )
    )
    body = set_blocks(block.blocks, inner, element)
    if title and body:
        body[0] = replace(body[0], keep=True, space_before=0.0)
    content = indent(solid([replace(slug, snap=False) for slug in [*title, *body]]), inset)
    if not content:
        return []
    draw_content = content[0].draw

    def draw_first(pen: Pen, x: float, top: float) -> None:
        size = 1.6 * scale.body.size_pt
        icon = _CALLOUT_ICONS[block.kind]
        icon_top = top + (scale.body.leading_pt - size) / 2
        draw_icon(pen, setting, icon, x + 0.65 * scale.body.size_pt, icon_top, size, colour=colour)
        draw_content(pen, x, top)

    def draw_ground(pen: Pen, x: float, top: float, height: float) -> None:
        pen.rectangle(x=x, top=top, width=setting.width, height=height + 0.25, fill="tint")
        pen.rectangle(x=x, top=top, width=3.0, height=height + 0.25, fill=colour)

    content[0] = replace(content[0], draw=draw_first, keep=True, space_before=0.0)
    padded = [Slug(grid / 2), *content, Slug(grid / 2, keep=True)]
    return _snapped(behind(padded, draw_ground), 0.75 * grid)


@set_block.register
def set_notes(block: Notes, setting: Setting, parent: StructureElement) -> list[Slug]:
    """Set a speaker's words, should a booklet ask for them, as plain paragraphs."""
    return set_blocks(block.blocks, setting, parent)
