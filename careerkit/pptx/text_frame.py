"""Paragraphs of a placeholder go in; the XML of a text body comes out.

Sizes, faces and colours stay in the master and its layouts: a run says its language and, where it
is so, that it is bold or a link. What a paragraph says itself is what differs from its level.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape, quoteattr

from careerkit.document.spans import Inline, Span
from careerkit.slides.paragraphs import Paragraphs, SlideParagraph
from careerkit.slides.slide_layout import EMU_PER_POINT, Bullet, TextLevel

# Gives the XML of a link's `hlinkClick` for an address.
LinkWriter = Callable[[str], str]

# Characters that XML 1.0 cannot hold.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

# Written text has its true size and fits: this takes effect where a teacher adds to it. It stands
# in the layouts, for new slides, and in each slide, as LibreOffice (7.4) passes over the layout's.
FITS_ITSELF = "<a:normAutofit/>"

_WINGDINGS = '<a:buFont typeface="Wingdings" pitchFamily="2" charset="2"/>'
# The tick, cross and box of Wingdings, a font of every Windows and macOS with Office.
BULLETS: dict[Bullet, str] = {
    "": "<a:buNone/>",
    "bullets": '<a:buClr><a:schemeClr val="accent1"/></a:buClr>'
    '<a:buFont typeface="Arial"/><a:buChar char="•"/>',
    "ticks": f'<a:buClr><a:schemeClr val="accent1"/></a:buClr>{_WINGDINGS}<a:buChar char="¨"/>',
    "yes": f'<a:buClr><a:schemeClr val="accent1"/></a:buClr>{_WINGDINGS}<a:buChar char="ü"/>',
    "no": f'<a:buClr><a:schemeClr val="accent3"/></a:buClr>{_WINGDINGS}<a:buChar char="û"/>',
}


def numbered(start: int) -> str:
    """Return the bullet of a numbered list that begins with a number."""
    first = f' startAt="{start}"' if start > 1 else ""
    return (
        '<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="+mj-lt"/>'
        f'<a:buAutoNum type="arabicPeriod"{first}/>'
    )


def emu(points: float) -> int:
    """Return points as English Metric Units."""
    return round(points * EMU_PER_POINT)


def text_body(
    paragraphs: Paragraphs, levels: Sequence[TextLevel], link: LinkWriter, fit: str = ""
) -> str:
    """Write a text body whose properties come from the layout, but for what makes it ``fit``."""
    starts = _number_starts(paragraphs)
    written = "".join(
        _paragraph(each, levels[min(each.level, len(levels) - 1)], start, link)
        for each, start in zip(paragraphs, starts, strict=True)
    )
    properties = f"<a:bodyPr>{fit}</a:bodyPr>" if fit else "<a:bodyPr/>"
    return f"<p:txBody>{properties}<a:lstStyle/>{written or '<a:p/>'}</p:txBody>"


def runs(text: Inline, link: LinkWriter, *, bold: bool = False) -> str:
    """Write the runs of a line."""
    return "".join(_run(span, link, bold=bold) for span in text if span.text)


def attribute(text: str) -> str:
    """Write a text as an attribute's value, in quotes."""
    return quoteattr(_NOT_XML.sub("", text))


def _run(span: Span, link: LinkWriter, *, bold: bool) -> str:
    # Clear print asks for no slanted type, and Sinhala and Tamil have none: emphasis is bold.
    weight = ' b="1"' if bold or span.strong or span.emphasis else ""
    properties = f"lang={attribute(span.language)}{weight}"
    inner = link(span.link) if span.link else ""
    written = escape(_NOT_XML.sub("", span.text))
    close = f">{inner}</a:rPr>" if inner else "/>"
    return f"<a:r><a:rPr {properties}{close}<a:t>{written}</a:t></a:r>"


def _paragraph(paragraph: SlideParagraph, level: TextLevel, start: int, link: LinkWriter) -> str:
    depth = f' lvl="{paragraph.level}"' if paragraph.level else ""
    inside, bullet = "", ""
    wanted = level.bullet if paragraph.bullet is None else paragraph.bullet
    if paragraph.follows:
        inside, bullet = ' indent="0"', BULLETS[""]
    elif wanted == "numbers":
        if level.bullet != "numbers" or start > 1:
            bullet = numbered(start)
    elif wanted != level.bullet:
        bullet = BULLETS[wanted]
    indent = emu(level.indent_pt or level.size_pt)
    if wanted and not level.bullet:
        inside = f' marL="{indent}" indent="{0 if paragraph.follows else -indent}"'
    elif not wanted and level.bullet and not paragraph.follows:
        inside = ' marL="0" indent="0"'
    properties = f"<a:pPr{inside}{depth}>{bullet}</a:pPr>" if inside or depth or bullet else ""
    bold = paragraph.strong and not level.bold
    return f"<a:p>{properties}{runs(paragraph.text, link, bold=bold)}</a:p>"


def _number_starts(paragraphs: Paragraphs) -> list[int]:
    """Return for each numbered item the number that its list begins with on this slide."""
    starts: list[int] = []
    begun: dict[int, tuple[int, int]] = {}  # level: first number, last number
    for each in paragraphs:
        if each.bullet == "numbers":
            first, last = begun.get(each.level, (each.number, each.number - 1))
            if last != each.number - 1:
                first = each.number
            begun[each.level] = (first, each.number)
            starts.append(first)
            continue
        if not each.follows:
            begun = {level: pair for level, pair in begun.items() if level < each.level}
        starts.append(0)
    return starts
