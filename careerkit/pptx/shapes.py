"""Names, places and outlines go in; the XML that all native shapes of a slide share comes out.

A shape either says in words what it shows or is marked as decoration, so that a screen reader
passes it by.
"""

from __future__ import annotations

from careerkit.pptx.text_frame import attribute, emu
from careerkit.slides.slide_layout import Area, Placeholder

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
TREE_HEAD = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


class Numbers:
    """Gives each shape of a slide its number."""

    def __init__(self) -> None:
        self._last = 1

    def next(self) -> int:
        """Return the next free number; 1 is the slide's own tree."""
        self._last += 1
        return self._last


def non_visual(number: int, name: str, alt: str | None, inner: str = "") -> str:
    """Write a shape's name and words; ``alt`` "" is decoration, None where text speaks itself."""
    words = f" descr={attribute(alt)}" if alt else ""
    inner += DECORATIVE if alt == "" else ""
    return f'<p:cNvPr id="{number}" name={attribute(name)}{words}>{inner}</p:cNvPr>'


def transform(box: Area, tag: str = "a", child: str = "") -> str:
    """Write where a shape stands."""
    x, y, width, height = (emu(value) for value in (box.x, box.y, box.width, box.height))
    return (
        f'<{tag}:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/>{child}'
        f"</{tag}:xfrm>"
    )


def placeholder_mark(placeholder: Placeholder | None) -> str:
    """Write which placeholder of its layout a shape fills; None for none."""
    if placeholder is None:
        return "<p:nvPr/>"
    index = f' idx="{placeholder.index}"' if placeholder.index else ""
    return f'<p:nvPr><p:ph type="{placeholder.type}"{index}/></p:nvPr>'


def group(box: Area, head: str, shapes: str) -> str:
    """Write shapes as one group, drawn at their true places."""
    x, y, width, height = (emu(value) for value in (box.x, box.y, box.width, box.height))
    child = f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{width}" cy="{height}"/>'
    return (
        f"<p:grpSp><p:nvGrpSpPr>{head}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr>{transform(box, child=child)}</p:grpSpPr>{shapes}</p:grpSp>"
    )


def freeform(number: int, box: Area, paths: str, paint: str, line: str) -> str:
    """Write a shape drawn by its own paths, which are decoration unless their group says more."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Shape {number}">{DECORATIVE}</p:cNvPr>'
        f"<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{transform(box)}<a:custGeom><a:avLst/>"
        f'<a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst>{paths}</a:pathLst></a:custGeom>{paint}{line}</p:spPr></p:sp>"
    )


def solid(colour: str) -> str:
    """Write a plain fill in a colour of the theme."""
    return f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
