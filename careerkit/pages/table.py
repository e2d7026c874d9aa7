"""The setter of tables."""

from __future__ import annotations

from careerkit.document.blocks import Table
from careerkit.document.spans import Inline
from careerkit.pages.marks import RectangleMark
from careerkit.pages.setting import Setting, text_strips
from careerkit.pages.strip import (
    Strip,
    beside,
    keep_ends,
    keep_together,
    snap_to_grid,
    with_space_before,
)
from careerkit.pages.structure import StructureAttribute, StructureElement

_COLUMN_GAP_EM = 1.2
_HEADING_SCOPE = StructureAttribute("Table", "Scope", "Column")  # ISO 32000-1, table 349


def set_table(block: Table, setting: Setting, parent: StructureElement) -> list[Strip]:
    """Set a table (``Table``), line by line, so that a long row may run over pages."""
    table = parent.add("Table")
    strips: list[Strip] = []
    if block.head:
        head = _set_row(block.head, setting, table.add("TR"), is_head=True)
        strips += keep_together([*head, _rule(setting.width)])
    for index, cells in enumerate(block.rows):
        row = _set_row(cells, setting, table.add("TR"), is_head=False)
        if row and block.head and index == 0:
            row[0] = row[0]._replace(keep=True)
        strips += row
    return snap_to_grid(strips, 0.5 * setting.scale.grid_pt)


def _set_row(
    cells: tuple[Inline, ...], setting: Setting, row: StructureElement, *, is_head: bool
) -> list[Strip]:
    """Set a row as one strip for each of its lines; the columns are equally wide."""
    scale = setting.scale
    style = scale.strong if is_head else scale.body
    gap = _COLUMN_GAP_EM * scale.body.size_pt
    width = (setting.width - gap * (len(cells) - 1)) / len(cells)
    columns: list[list[Strip]] = []
    for cell in cells:
        element = row.add("TH", attribute=_HEADING_SCOPE) if is_head else row.add("TD")
        columns.append(text_strips(cell, style, width, element))
    strips = [
        beside(
            [
                (index * (width + gap), [column[number]])
                for index, column in enumerate(columns)
                if number < len(column)
            ]
        )
        for number in range(max(len(column) for column in columns))
    ]
    return with_space_before(keep_ends(strips), 0.25 * scale.grid_pt)


def _rule(width: float) -> Strip:
    return Strip(5.0, (RectangleMark(0.0, 2.0, width, 0.8, "accent"),))
