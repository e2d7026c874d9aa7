"""The line of a roadmap goes in; native shapes with a numbered node for each stage come out."""

from __future__ import annotations

from careerkit.pptx.shapes import DECORATIVE, Numbers, group, non_visual, solid, transform
from careerkit.pptx.text_frame import attribute, emu
from careerkit.slides.plan import PlacedRoadmap
from careerkit.slides.slide_layout import Area


def draw_roadmap(roadmap: PlacedRoadmap, language: str, numbers: Numbers, *, is_rtl: bool) -> str:
    """Draw the line of a roadmap with a numbered node for each stage."""
    number = numbers.next()
    top = roadmap.y - roadmap.radius
    box = Area(roadmap.left, top, roadmap.right - roadmap.left, 2 * roadmap.radius)
    end = "headEnd" if is_rtl else "tailEnd"
    line = Area(roadmap.left, roadmap.y, roadmap.right - roadmap.left, 0)
    shapes = (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{numbers.next()}" name="Line">{DECORATIVE}</p:cNvPr>'
        f"<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>{transform(line)}"
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{emu(5)}">{solid("accent2")}<a:{end} type="triangle"/></a:ln>'
        "</p:spPr></p:cxnSp>"
    )
    for place, centre in enumerate(roadmap.centres):
        count = roadmap.first + place
        shapes += _node(count, centre, roadmap, language, numbers)
    return group(box, non_visual(number, "Path", roadmap.alt), shapes)


def _node(
    count: int, centre: float, roadmap: PlacedRoadmap, language: str, numbers: Numbers
) -> str:
    filled = roadmap.current in (0, count)
    radius = roadmap.radius
    box = Area(centre - radius, roadmap.y - radius, 2 * radius, 2 * radius)
    number = numbers.next()
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Node {count}"/><p:cNvSpPr/><p:nvPr/>'
        f'</p:nvSpPr><p:spPr>{transform(box)}<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
        f"{solid('accent1' if filled else 'bg1')}"
        f'<a:ln w="{emu(2.5)}">{solid("accent1")}</a:ln></p:spPr>'
        '<p:style><a:lnRef idx="0"><a:schemeClr val="accent1"/></a:lnRef>'
        '<a:fillRef idx="0"><a:schemeClr val="accent1"/></a:fillRef>'
        '<a:effectRef idx="0"><a:schemeClr val="accent1"/></a:effectRef>'
        f'<a:fontRef idx="minor"><a:schemeClr val="{"bg1" if filled else "tx2"}"/></a:fontRef>'
        '</p:style><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" '
        'anchor="ctr"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr algn="ctr"/><a:r>'
        f'<a:rPr lang={attribute(language)} b="1"/><a:t>{count}</a:t></a:r></a:p></p:txBody></p:sp>'
    )
