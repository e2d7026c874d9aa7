"""The setter of tables."""

from __future__ import annotations

from careerkit.document.blocks import Inline, Table
from careerkit.pages.setting import Setting, line_slugs, set_block
from careerkit.pdf.pen import Pen
from careerkit.pdf.slug import (
    Slug,
    beside,
    keep_ends,
    keep_together,
    snap_to_grid,
    with_space_before,
)
from careerkit.pdf.structure import StructureElement

_COLUMN_GAP_EM = 1.2
_HEADING_SCOPE = "<</O/Table/Scope/Column>>"  # ISO 32000-1, table 349


@set_block.register
def set_table(block: Table, setting: Setting, parent: StructureElement) -> list[Slug]:
    """Set a table (``Table``), line by line, so that a long row may run over pages."""
    table = parent.add("Table")
    slugs: list[Slug] = []
    if block.head:
        head = _set_row(block.head, setting, table.add("TR"), is_head=True)
        slugs += keep_together([*head, _rule(setting.width)])
    for index, cells in enumerate(block.rows):
        row = _set_row(cells, setting, table.add("TR"), is_head=False)
        if row and block.head and index == 0:
            row[0] = row[0]._replace(keep=True)
        slugs += row
    return snap_to_grid(slugs, 0.5 * setting.scale.grid_pt)


def _set_row(
    cells: tuple[Inline, ...], setting: Setting, row: StructureElement, *, is_head: bool
) -> list[Slug]:
    """Set a row as one slug for each of its lines; the columns are equally wide."""
    scale = setting.scale
    style = scale.strong if is_head else scale.body
    gap = _COLUMN_GAP_EM * scale.body.size_pt
    width = (setting.width - gap * (len(cells) - 1)) / len(cells)
    columns: list[list[Slug]] = []
    for cell in cells:
        element = row.add("TH", attributes=_HEADING_SCOPE) if is_head else row.add("TD")
        columns.append(line_slugs(cell, style, width, element))
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
    return with_space_before(keep_ends(slugs), 0.25 * scale.grid_pt)


def _rule(width: float) -> Slug:
    def draw(pen: Pen, x: float, top: float) -> None:
        pen.rectangle(x=x, top=top + 2.0, width=width, height=0.8, fill="accent")

    return Slug(5.0, draw)
