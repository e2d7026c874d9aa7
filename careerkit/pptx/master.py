"""A theme and the slide layouts go in; an empty presentation with its own master comes out.

The presentation is written as a package of XML parts, which python-pptx then opens like any
template of a user's. Text sizes, faces and colours stand in the master; a layout says only what
differs from it, so that a change to the master reaches every slide.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from careerkit.document.theme import Theme
from careerkit.pptx.art import draw_spine
from careerkit.pptx.master_text import (
    body_properties,
    slide_number_field,
    write_level,
    write_placeholder,
)
from careerkit.pptx.notes_master import notes_master_xml
from careerkit.pptx.shapes import NAMESPACES, TREE_HEAD, Numbers, transform
from careerkit.pptx.text_frame import attribute, emu
from careerkit.pptx.theme_part import theme_xml
from careerkit.slides.faces import Faces
from careerkit.slides.frames import (
    BODY,
    FOOTER,
    SLIDE_NUMBER,
    TITLE,
    Box,
    Frame,
    SlideLayout,
    Slides,
)

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_MIME = "application/vnd.openxmlformats-officedocument."
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_GROUNDS = {"paper": "bg1", "tint": "bg2", "accent": "accent1"}
# Slide layouts count on from the master's number, which must be at least this.
_FIRST_MASTER_ID = 2147483648


@dataclass(frozen=True, slots=True)
class Language:
    """What the master says of a language: its tag, and whether it runs from right to left."""

    tag: str
    is_rtl: bool


def template(theme: Theme, faces: Faces, slides: Slides, language: Language, seed: str) -> bytes:
    """Write an empty presentation: one master with its layouts, a notes master, a theme each."""
    names = list(slides.layouts)
    layouts = {
        f"ppt/slideLayouts/slideLayout{number}.xml": _layout(slides, layout)
        for number, layout in enumerate(slides.layouts.values(), start=1)
    }
    parts = {
        "ppt/presentation.xml": _presentation(slides, language),
        "ppt/slideMasters/slideMaster1.xml": _master(slides, language, seed, len(names)),
        **layouts,
        "ppt/theme/theme1.xml": theme_xml(theme, faces),
        "ppt/notesMasters/notesMaster1.xml": notes_master_xml(language.tag, is_rtl=language.is_rtl),
        "ppt/theme/theme2.xml": theme_xml(theme, faces),
        "ppt/presProps.xml": f"<p:presentationPr {NAMESPACES}/>",
        "ppt/viewProps.xml": f"<p:viewPr {NAMESPACES}/>",
        "ppt/tableStyles.xml": '<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/'
        'drawingml/2006/main" def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>',
    }
    relations: dict[str, Sequence[tuple[str, str]]] = {
        "_rels/.rels": [("officeDocument", "ppt/presentation.xml")],
        "ppt/_rels/presentation.xml.rels": [
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("presProps", "presProps.xml"),
            ("viewProps", "viewProps.xml"),
            ("theme", "theme/theme1.xml"),
            ("tableStyles", "tableStyles.xml"),
        ],
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": [
            *(
                ("slideLayout", f"../slideLayouts/slideLayout{number}.xml")
                for number in range(1, len(names) + 1)
            ),
            ("theme", "../theme/theme1.xml"),
        ],
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": [("theme", "../theme/theme2.xml")],
    }
    for number in range(1, len(names) + 1):
        relations[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = [
            ("slideMaster", "../slideMasters/slideMaster1.xml")
        ]
    return _package(parts, relations)


def _package(parts: Mapping[str, str], relations: Mapping[str, Sequence[tuple[str, str]]]) -> bytes:
    kinds = {
        "presentation.xml": "presentationml.presentation.main+xml",
        "slideMaster1.xml": "presentationml.slideMaster+xml",
        "notesMaster1.xml": "presentationml.notesMaster+xml",
        "presProps.xml": "presentationml.presProps+xml",
        "viewProps.xml": "presentationml.viewProps+xml",
        "tableStyles.xml": "presentationml.tableStyles+xml",
        "theme1.xml": "theme+xml",
        "theme2.xml": "theme+xml",
    }
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_MIME}'
        f'{kinds.get(name.rpartition("/")[2], "presentationml.slideLayout+xml")}"/>'
        for name in parts
    )
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        f'package.relationships+xml"/>{overrides}</Types>',
        **parts,
    }
    for name, links in relations.items():
        inner = "".join(
            f'<Relationship Id="rId{number}" Type="{_OFFICE}{kind}" Target="{target}"/>'
            for number, (kind, target) in enumerate(links, start=1)
        )
        files[name] = f'<Relationships xmlns="{_RELS}">{inner}</Relationships>'
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, _EARLIEST), _HEAD + content)
    return written.getvalue()


def _foot(slides: Slides, number: int, layout: str = "List", ink: str = "tx1") -> str:
    """Write the placeholders of the slide number and, for the school's own words, the footer."""
    # Beside art words have the width of the title; elsewhere the title leaves room for an icon.
    above = slides.layouts[layout]
    box = above.frame(TITLE if above.art else BODY).box
    size = slides.layouts["Chart"].frame(BODY).levels[0].size_pt
    y, height = slides.height - 36, size * 1.2 + 4
    right = Box(box.x + box.width - 90, y, 90, height)
    left = Box(box.x, y, box.width - 120, height)
    sides = ("l", "r")
    if slides.is_rtl:
        right, left = replace(right, x=box.x), replace(left, x=box.x + 120)
        sides = ("r", "l")
    style = (
        '<a:lstStyle><a:lvl1pPr algn="{}">'
        f'<a:defRPr sz="{round(size * 100)}"><a:solidFill><a:schemeClr val="{ink}"/></a:solidFill>'
        "</a:defRPr></a:lvl1pPr></a:lstStyle>"
    )
    shape = (
        '<p:sp><p:nvSpPr><p:cNvPr id="{}" name="{}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="{}" sz="quarter" idx="{}"/></p:nvPr></p:nvSpPr><p:spPr>{}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>{}{}<a:p>{}</a:p>'
        "</p:txBody></p:sp>"
    )
    fit = body_properties("ctr", is_rtl=slides.is_rtl)
    end = '<a:endParaRPr lang="en"/>'
    return shape.format(
        number, "Footer", "ftr", FOOTER, transform(left), fit, style.format(sides[0]), end
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


# --- parts -----------------------------------------------------------------------------------


def _master(slides: Slides, language: Language, seed: str, count: int) -> str:
    numbers = Numbers()
    art = draw_spine(seed, slides, numbers)
    plain = slides.layouts["List"]
    title, body = plain.frame(TITLE), plain.frame(BODY)
    placeholders = write_placeholder(
        Frame(TITLE, "title", "Title", title.box, (), "b"),
        numbers.next(),
        (slides.title,),
        is_rtl=slides.is_rtl,
    ) + write_placeholder(
        Frame(BODY, "body", "Text", body.box, (), "t"),
        numbers.next(),
        slides.body,
        is_rtl=slides.is_rtl,
    )
    foot = _foot(slides, numbers.next())
    levels = "".join(
        write_level(place, level, "mn", is_rtl=language.is_rtl)
        for place, level in enumerate(slides.body, start=1)
    )
    small = slides.layouts["Chart"].frame(BODY).levels[0]
    title_style = write_level(1, slides.title, "mj", is_rtl=language.is_rtl)
    other = write_level(1, small, "mn", is_rtl=language.is_rtl)
    ids = "".join(
        f'<p:sldLayoutId id="{_FIRST_MASTER_ID + number}" r:id="rId{number}"/>'
        for number in range(1, count + 1)
    )
    return (
        f"<p:sldMaster {NAMESPACES}><p:cSld>{_ground('bg1')}<p:spTree>{TREE_HEAD}{art}"
        f"{placeholders}{foot}</p:spTree></p:cSld>"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
        'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
        f'folHlink="folHlink"/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:txStyles>'
        f"<p:titleStyle>{title_style}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _layout(slides: Slides, layout: SlideLayout) -> str:
    placeholders = "".join(
        write_placeholder(
            frame,
            number,
            (slides.title,) if frame.index == TITLE else slides.body,
            is_rtl=slides.is_rtl,
        )
        for number, frame in enumerate(layout.frames, start=2)
    )
    free = len(layout.frames) + 2
    bar = ""
    if layout.bar:
        body = layout.frame(BODY).box
        title = layout.frame(TITLE).box
        edge = slides.layouts["List"].frame(BODY).box
        left = edge.x + edge.width - 8 if slides.is_rtl else edge.x
        area = Box(left, title.y, 8, body.y + body.height - title.y)
        bar = (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{free + 2}" name="Bar"/><p:cNvSpPr/><p:nvPr '
            f'userDrawn="1"/></p:nvSpPr><p:spPr>{transform(area)}<a:prstGeom prst="rect">'
            f'<a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="{layout.bar}"/></a:solidFill>'
            "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
        )
    rules = "".join(
        _rule(slides, height, free + 3 + number) for number, height in enumerate(layout.rules)
    )
    ink = "bg1" if layout.ground == "accent" else "tx1"
    alone = ' showMasterSp="0"' if layout.art else ""
    foot = _foot(slides, free, layout.name if layout.art else "List", ink)
    ground = "" if layout.ground == "paper" else _ground(_GROUNDS[layout.ground])
    return (
        f'<p:sldLayout {NAMESPACES} type="{layout.kind}" preserve="1" userDrawn="1"{alone}>'
        f"<p:cSld name={attribute(layout.name)}>{ground}<p:spTree>{TREE_HEAD}{bar}{rules}"
        f"{placeholders}{foot}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/>"
        "</p:clrMapOvr></p:sldLayout>"
    )


def _rule(slides: Slides, height: float, number: int) -> str:
    """Draw a thin line over the width of the body."""
    body = slides.layouts["List"].frame(BODY).box
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{number}" name="Rule"/><p:cNvCxnSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvCxnSpPr><p:spPr>'
        f"{transform(Box(body.x, height, body.width, 0))}"
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="19050"><a:solidFill>'
        '<a:schemeClr val="accent2"/></a:solidFill></a:ln></p:spPr></p:cxnSp>'
    )


def _ground(colour: str) -> str:
    return (
        f'<p:bg><p:bgPr><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill><a:effectLst/>'
        "</p:bgPr></p:bg>"
    )


def _presentation(slides: Slides, language: Language) -> str:
    level = slides.layouts["Chart"].frame(BODY).levels[0]
    way = ' rtl="1"' if language.is_rtl else ""
    levels = "".join(
        write_level(number, level, "mn", is_rtl=language.is_rtl) for number in range(1, 10)
    )
    return (
        f'<p:presentation {NAMESPACES} saveSubsetFonts="1"{way}>'
        "<p:sldMasterIdLst>"
        f'<p:sldMasterId id="{_FIRST_MASTER_ID}" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="{emu(slides.width)}" cy="{emu(slides.height)}"/>'
        '<p:notesSz cx="6858000" cy="9144000"/><p:defaultTextStyle><a:defPPr>'
        f"<a:defRPr lang={attribute(language.tag)}/></a:defPPr>{levels}</p:defaultTextStyle>"
        "</p:presentation>"
    )
