"""Rows of a table go in; the XML of a native table comes out, in the theme's colours."""

from __future__ import annotations

from careerkit.document.spans import Inline
from careerkit.pptx.shapes import placeholder_mark, transform
from careerkit.pptx.text_frame import LinkWriter, emu, runs
from careerkit.slides.plan import PlacedTable
from careerkit.slides.slide_layout import CELL_MARGIN_PT


def table_xml(table: PlacedTable, number: int, link: LinkWriter, *, is_rtl: bool = False) -> str:
    """Write a table into its placeholder, if it has one."""
    way = '<a:pPr algn="r" rtl="1"/>' if is_rtl else ""
    rows = ([table.head] if table.head else []) + list(table.rows)
    columns = len(rows[0])
    width = emu(table.box.width / columns)
    written = "".join(
        f'<a:tr h="{emu(height)}">'
        + "".join(_cell(cell, link, way, is_head=bool(table.head) and place == 0) for cell in row)
        + "</a:tr>"
        for place, (row, height) in enumerate(zip(rows, table.heights, strict=True))
    )
    head = (' rtl="1"' if is_rtl else "") + (' firstRow="1"' if table.head else "")
    gaps = f'<a:gridCol w="{width}"/>' * columns
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="Table"/>'
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
        f"{placeholder_mark(table.placeholder)}</p:nvGraphicFramePr>"
        f"{transform(table.box, 'p')}<a:graphic><a:graphicData "
        'uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>'
        f"<a:tblPr{head}/><a:tblGrid>{gaps}</a:tblGrid>{written}</a:tbl>"
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )


def _cell(text: Inline, link: LinkWriter, way: str, *, is_head: bool) -> str:
    """Write a cell: a line below it, the head's thicker; no boxes."""
    none = '<a:{0} w="0"><a:noFill/></a:{0}>'
    weight, colour = (2.0, "accent1") if is_head else (0.75, "accent2")
    below = (
        f'<a:lnB w="{emu(weight)}"><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill></a:lnB>'
    )
    margin = emu(CELL_MARGIN_PT)
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p>{way}{runs(text, link, bold=is_head)}"
        f'</a:p></a:txBody><a:tcPr marL="{margin}" marR="{margin}" marT="{margin}" marB="{margin}">'
        f"{none.format('lnL')}{none.format('lnR')}{none.format('lnT')}{below}<a:noFill/>"
        "</a:tcPr></a:tc>"
    )
