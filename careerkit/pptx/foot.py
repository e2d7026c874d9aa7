"""A master or a layout goes in; the placeholders at the foot of its slides come out."""

from __future__ import annotations

from dataclasses import replace

from careerkit.pptx.master_text import body_properties, slide_number_field
from careerkit.pptx.shapes import solid, transform
from careerkit.slides.slide_layout import Area, SlideLayout
from careerkit.slides.slide_master import SlideMaster

_FOOTER, SLIDE_NUMBER = 11, 12  # numbers of placeholders, as ``idx`` has them


def write_foot(
    master: SlideMaster, number: int, layout: SlideLayout | None = None, colour: str = "tx1"
) -> str:
    """Write the placeholders of the slide number and, for the school's own words, the footer.

    They are those of a layout, or of the master.
    """
    # Beside art words have the width of the title; elsewhere the title leaves room for an icon.
    box = layout.title.box if layout and layout.art else master.body_box
    size = master.small.size_pt
    y, height = master.height - 36, size * 1.2 + 4
    right = Area(box.x + box.width - 90, y, 90, height)
    left = Area(box.x, y, box.width - 120, height)
    sides = ("l", "r")
    if master.is_rtl:
        right, left = replace(right, x=box.x), replace(left, x=box.x + 120)
        sides = ("r", "l")
    style = (
        '<a:lstStyle><a:lvl1pPr algn="{}">'
        f'<a:defRPr sz="{round(size * 100)}">{solid(colour)}</a:defRPr>'
        "</a:lvl1pPr></a:lstStyle>"
    )
    shape = (
        '<p:sp><p:nvSpPr><p:cNvPr id="{}" name="{}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="{}" sz="quarter" idx="{}"/></p:nvPr></p:nvSpPr><p:spPr>{}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>{}{}<a:p>{}</a:p>'
        "</p:txBody></p:sp>"
    )
    fit = body_properties("ctr", is_rtl=master.is_rtl)
    end = '<a:endParaRPr lang="en"/>'
    return shape.format(
        number, "Footer", "ftr", _FOOTER, transform(left), fit, style.format(sides[0]), end
    ) + shape.format(
        number + 1,
        "Slide Number",
        "sldNum",
        SLIDE_NUMBER,
        transform(right),
        fit,
        style.format(sides[1]),
        slide_number_field("en"),
    )
