"""A slide layout goes in; its part of the presentation comes out.

A layout says only what differs from the master, so that a change to it reaches every slide.
"""

from __future__ import annotations

from functools import lru_cache

from careerkit.pptx.foot import write_foot
from careerkit.pptx.master_text import write_placeholder
from careerkit.pptx.shapes import NAMESPACES, TREE_HEAD, transform
from careerkit.pptx.text_frame import attribute
from careerkit.slides.slide_layout import Area, Background, SlideLayout
from careerkit.slides.slide_master import SlideMaster

_MASTERS_REMEMBERED = 16
_COLOUR_OF_BACKGROUND: dict[Background, str] = {"paper": "bg1", "tint": "bg2", "accent": "accent1"}


@lru_cache(maxsize=_MASTERS_REMEMBERED)
def layouts_xml(master: SlideMaster) -> tuple[str, ...]:
    """Write the layouts of a master, the same in every deck of a language."""
    return tuple(_layout_xml(master, layout) for layout in master.layouts)


def _layout_xml(master: SlideMaster, layout: SlideLayout) -> str:
    """Write a layout: its placeholders, its bar or rules, its background."""
    placeholders = "".join(
        write_placeholder(
            each,
            number,
            (master.title if each.role == "title" else master.body).levels,
            is_rtl=master.is_rtl,
        )
        for number, each in enumerate(layout.placeholders, start=2)
    )
    free = len(layout.placeholders) + 2
    bar = ""
    if layout.bar:
        body, title, edge = layout.body.box, layout.title.box, master.body_box
        left = edge.x + edge.width - 8 if master.is_rtl else edge.x
        area = Area(left, title.y, 8, body.y + body.height - title.y)
        bar = (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{free + 2}" name="Bar"/><p:cNvSpPr/><p:nvPr '
            f'userDrawn="1"/></p:nvSpPr><p:spPr>{transform(area)}<a:prstGeom prst="rect">'
            f'<a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="{layout.bar}"/></a:solidFill>'
            "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
        )
    rules = "".join(
        _rule(master, height, free + 3 + number) for number, height in enumerate(layout.rules)
    )
    colour = "bg1" if layout.background == "accent" else "tx1"
    alone = ' showMasterSp="0"' if layout.art else ""
    foot = write_foot(master, free, layout, colour)
    background = ""
    if layout.background != "paper":
        background = write_background(_COLOUR_OF_BACKGROUND[layout.background])
    return (
        f'<p:sldLayout {NAMESPACES} type="{layout.type}" preserve="1" userDrawn="1"{alone}>'
        f"<p:cSld name={attribute(layout.name)}>{background}<p:spTree>{TREE_HEAD}{bar}{rules}"
        f"{placeholders}{foot}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/>"
        "</p:clrMapOvr></p:sldLayout>"
    )


def write_background(colour: str) -> str:
    """Write a plain background in a colour of the theme."""
    return (
        f'<p:bg><p:bgPr><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill><a:effectLst/>'
        "</p:bgPr></p:bg>"
    )


def _rule(master: SlideMaster, height: float, number: int) -> str:
    """Draw a thin line over the width of the body."""
    body = master.body_box
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{number}" name="Rule"/><p:cNvCxnSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvCxnSpPr><p:spPr>'
        f"{transform(Area(body.x, height, body.width, 0))}"
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="19050"><a:solidFill>'
        '<a:schemeClr val="accent2"/></a:solidFill></a:ln></p:spPr></p:cxnSp>'
    )
