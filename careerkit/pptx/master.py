"""A slide master and a language go in; the parts of master and presentation come out.

Text sizes, faces and colours stand in the master; slides have them from there.
"""

from __future__ import annotations

from dataclasses import dataclass

from careerkit.pptx.art import draw_spine
from careerkit.pptx.foot import write_foot
from careerkit.pptx.layout_part import write_background
from careerkit.pptx.master_text import write_level, write_placeholder
from careerkit.pptx.shapes import NAMESPACES, TREE_HEAD, Numbers
from careerkit.pptx.text_frame import attribute, emu
from careerkit.slides.slide_master import SlideMaster

# Slide layouts count on from the master's number, which must be at least this.
_FIRST_MASTER_ID = 2147483648


@dataclass(frozen=True, slots=True)
class Language:
    """What the master says of a language: its tag, and whether it runs from right to left."""

    tag: str
    is_rtl: bool


def master_xml(master: SlideMaster, language: Language, seed: str) -> str:
    """Write the master: the strip of art that grows from ``seed``, text styles, placeholders."""
    numbers = Numbers()
    art = draw_spine(seed, master, numbers)
    placeholders = "".join(
        write_placeholder(each, numbers.next(), each.levels, is_rtl=master.is_rtl)
        for each in (master.title, master.body)
    )
    foot = write_foot(master, numbers.next())
    levels = "".join(
        write_level(place, level, "mn", is_rtl=language.is_rtl)
        for place, level in enumerate(master.body.levels, start=1)
    )
    title_style = write_level(1, master.title.levels[0], "mj", is_rtl=language.is_rtl)
    other = write_level(1, master.small, "mn", is_rtl=language.is_rtl)
    ids = "".join(
        f'<p:sldLayoutId id="{_FIRST_MASTER_ID + number}" r:id="rId{number}"/>'
        for number in range(1, len(master.layouts) + 1)
    )
    return (
        f"<p:sldMaster {NAMESPACES}><p:cSld>{write_background('bg1')}<p:spTree>{TREE_HEAD}{art}"
        f"{placeholders}{foot}</p:spTree></p:cSld>"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
        'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
        f'folHlink="folHlink"/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:txStyles>'
        f"<p:titleStyle>{title_style}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def presentation_xml(master: SlideMaster, language: Language) -> str:
    """Write the presentation: its sizes, and the text of what is drawn on a slide by hand."""
    way = ' rtl="1"' if language.is_rtl else ""
    levels = "".join(
        write_level(number, master.small, "mn", is_rtl=language.is_rtl) for number in range(1, 10)
    )
    return (
        f'<p:presentation {NAMESPACES} saveSubsetFonts="1"{way}>'
        "<p:sldMasterIdLst>"
        f'<p:sldMasterId id="{_FIRST_MASTER_ID}" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="{emu(master.width)}" cy="{emu(master.height)}"/>'
        '<p:notesSz cx="6858000" cy="9144000"/><p:defaultTextStyle><a:defPPr>'
        f"<a:defRPr lang={attribute(language.tag)}/></a:defPPr>{levels}</p:defaultTextStyle>"
        "</p:presentation>"
    )
