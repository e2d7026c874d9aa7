"""The document's language goes in; the master of the notes pages comes out, and each page's XML."""

from __future__ import annotations

from careerkit.pptx.shapes import NAMESPACES, TREE_HEAD
from careerkit.pptx.text_frame import LinkWriter, attribute, text_body
from careerkit.slides.paragraphs import Paragraphs
from careerkit.slides.slide_layout import TextLevel

_SLIDE_IMAGE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/><p:cNvSpPr><a:spLocks noGrp="1" '
    'noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr>'
    "</p:nvSpPr><p:spPr>{}</p:spPr></p:sp>"
)
_PLACE_OF_IMAGE = (
    '<a:xfrm><a:off x="685800" y="685800"/><a:ext cx="5486400" cy="3086100"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="12700"><a:solidFill>'
    '<a:schemeClr val="tx1"/></a:solidFill></a:ln>'
)
_NOTES_PT = 14
_LEVELS = (TextLevel(_NOTES_PT, 6),)


def notes_master_xml(language: str, *, is_rtl: bool) -> str:
    """Write the notes master: the slide's picture above, the speaker's words below it."""
    side = "r" if is_rtl else "l"
    tag = attribute(language)
    return (
        f"<p:notesMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr><a:solidFill>"
        '<a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>'
        f"{TREE_HEAD}{_SLIDE_IMAGE.format(_PLACE_OF_IMAGE)}"
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr>'
        '<a:xfrm><a:off x="685800" y="4000500"/><a:ext cx="5486400" cy="4572000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" '
        'tIns="0" rIns="0" bIns="0"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:r>'
        f"<a:rPr lang={tag}/><a:t>Notes</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld>"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
        'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
        'folHlink="folHlink"/><p:notesStyle>'
        f'<a:lvl1pPr marL="0" indent="0" algn="{side}" rtl="{int(is_rtl)}"><a:spcBef>'
        f'<a:spcPts val="600"/></a:spcBef><a:defRPr sz="{_NOTES_PT}00" kern="1200"><a:solidFill>'
        '<a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>'
        '<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr>'
        "</p:notesStyle></p:notesMaster>"
    )


def notes_page_xml(paragraphs: Paragraphs, link: LinkWriter) -> str:
    """Write one notes page with the speaker's words."""
    return (
        f"<p:notes {NAMESPACES}><p:cSld><p:spTree>{TREE_HEAD}{_SLIDE_IMAGE.format('')}"
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"{text_body(paragraphs, _LEVELS, link)}</p:sp></p:spTree></p:cSld><p:clrMapOvr>"
        "<a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )
