"""Levels and placeholders go in; a master's text styles and the layouts' placeholders come out."""

from __future__ import annotations

from collections.abc import Sequence

from careerkit.pptx.shapes import placeholder_mark, transform
from careerkit.pptx.text_frame import BULLETS, FITS_ITSELF, attribute, emu, numbered
from careerkit.slides.slide_layout import Placeholder, TextLevel

_KEEPS_ITS_SIZE = "<a:noAutofit/>"


def body_properties(anchor: str, *, is_rtl: bool, fit: str = _KEEPS_ITS_SIZE) -> str:
    """Write how a text stands in its shape; ``fit`` is what it does if it is too long."""
    way = ' rtlCol="1"' if is_rtl else ""
    return (
        f'<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"{way} anchor="{anchor}">'
        f"{fit}</a:bodyPr>"
    )


def write_level(number: int, level: TextLevel, face: str, *, is_rtl: bool) -> str:
    """Write a level in full, as the master has it; ``face`` is "mj" or "mn"."""
    side = "r" if is_rtl else "l"
    faces = "".join(
        f'<a:{script} typeface="+{face}-{short}"/>'
        for script, short in (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
    )
    return (
        f'<a:lvl{number}pPr {_indent(level)} algn="{side}" defTabSz="914400" rtl="{int(is_rtl)}" '
        f'eaLnBrk="1"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>{_before(level)}{_bullet(level)}'
        f'<a:defRPr {_size(level)} {_weight(level)} kern="1200">{_paint(level)}{faces}</a:defRPr>'
        f"</a:lvl{number}pPr>"
    )


def write_difference(number: int, level: TextLevel, base: TextLevel) -> str:
    """Write what a layout's level says otherwise than the master's, often nothing."""
    is_moved = (level.indent_pt, level.bullet) != (base.indent_pt, base.bullet)
    indent = f" {_indent(level)}" if is_moved else ""
    inner = _before(level) if level.before_pt != base.before_pt else ""
    inner += _bullet(level) if level.bullet != base.bullet else ""
    run = f" {_size(level)}" if level.size_pt != base.size_pt else ""
    run += f" {_weight(level)}" if level.bold != base.bold else ""
    paint = _paint(level) if level.colour != base.colour else ""
    if run or paint:
        inner += f"<a:defRPr{run}>{paint}</a:defRPr>"
    return f"<a:lvl{number}pPr{indent}>{inner}</a:lvl{number}pPr>" if indent or inner else ""


def _indent(level: TextLevel) -> str:
    hang = emu(level.indent_pt)
    return f'marL="{hang}" indent="{-hang}"'


def _before(level: TextLevel) -> str:
    return f'<a:spcBef><a:spcPts val="{round(level.before_pt * 100)}"/></a:spcBef>'


def _bullet(level: TextLevel) -> str:
    return numbered(1) if level.bullet == "numbers" else BULLETS[level.bullet]


def _size(level: TextLevel) -> str:
    return f'sz="{round(level.size_pt * 100)}"'


def _weight(level: TextLevel) -> str:
    return f'b="{int(level.bold)}"'


def _paint(level: TextLevel) -> str:
    return f'<a:solidFill><a:schemeClr val="{level.colour}"/></a:solidFill>'


def write_placeholder(
    placeholder: Placeholder, number: int, base: Sequence[TextLevel], *, is_rtl: bool = False
) -> str:
    """Write a layout's placeholder; its levels by their difference from the master's."""
    levels = "".join(
        write_difference(place, level, base[min(place, len(base)) - 1])
        for place, level in enumerate(placeholder.levels, start=1)
    )
    text = attribute(placeholder.name)[1:-1]
    fit = body_properties(placeholder.anchor, is_rtl=is_rtl, fit=FITS_ITSELF)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={attribute(placeholder.name)}/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr>{placeholder_mark(placeholder)}'
        f"</p:nvSpPr><p:spPr>{transform(placeholder.box)}</p:spPr><p:txBody>{fit}"
        f'<a:lstStyle>{levels}</a:lstStyle><a:p><a:r><a:rPr lang="en"/><a:t>{text}</a:t></a:r>'
        "</a:p></p:txBody></p:sp>"
    )


def slide_number_field(language: str, number: int | None = None) -> str:
    """Write the field that PowerPoint fills with the slide's number."""
    shown = "#" if number is None else str(number)
    return (
        '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
        f"<a:rPr lang={attribute(language)}/><a:t>{shown}</a:t></a:fld>"
    )
