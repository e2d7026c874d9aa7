"""Families that a deck carries go in; a presentation with their files inside it comes out.

PowerPoint keeps a font as Embedded OpenType (W3C submission of 5 March 2008), which is a header
before the font's own file; here that file is whole and neither compressed nor disguised.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.parts.presentation import PresentationPart

from careerkit.pptx.shapes import NAMESPACES
from careerkit.typography.embeddable import CarriedFamily, embedding_rights
from careerkit.typography.font_face import FontFace

FONT_DATA = "application/x-fontdata"

_VERSION = 0x00020001
_MAGIC = 0x504C
_DEFAULT_CHARSET = 1
# The numbers of names in a font: family, style, version, full name (OpenType 1.9, ``name``).
_NAMES = (1, 2, 5, 4)


def put_fonts_into(root: PresentationPart, families: Sequence[CarriedFamily]) -> None:
    """Put the faces of some families into a presentation, each file once."""
    if not families:
        return
    listed = ""
    count = 0
    for family in families:
        inner = f"<p:font typeface={quoteattr(family.name)}/>"
        weights = {"regular": family.regular}
        if family.bold is not family.regular:
            weights["bold"] = family.bold
        for weight, face in weights.items():
            count += 1
            name = PackURI(f"/ppt/fonts/font{count}.fntdata")
            part = Part(name, FONT_DATA, root.package, embedded_opentype(face))
            inner += f'<p:{weight} r:id="{root.relate_to(part, RELATIONSHIP_TYPE.FONT)}"/>'
        listed += f"<p:embeddedFont>{inner}</p:embeddedFont>"
    element = root.presentation.element
    element.set("embedTrueTypeFonts", "1")
    sizes = next(each for each in element if each.tag.endswith("}notesSz"))
    sizes.addnext(parse_xml(f"<p:embeddedFontLst {NAMESPACES}>{listed}</p:embeddedFontLst>"))


def embedded_opentype(face: FontFace) -> bytes:
    """Return a font's file with the header that names and describes it, little-endian."""
    font = face.path.read_bytes()
    table = bytes(face.harfbuzz_face.reference_table("OS/2").data)
    (weight,) = struct.unpack_from(">H", table, 4)
    panose = table[32:42]
    unicode_ranges = struct.unpack_from(">4I", table, 42)
    (selection,) = struct.unpack_from(">H", table, 62)
    # Version 0 of the table ends before the code pages.
    code_pages = struct.unpack_from(">2I", table, 78) if len(table) >= 86 else (0, 0)
    head = bytes(face.harfbuzz_face.reference_table("head").data)
    (check_sum,) = struct.unpack_from(">I", head, 8)
    described = struct.pack(
        "<2I10s2BI2H4I2II4IH",
        _VERSION,
        0,  # not compressed, not disguised, not a subset
        panose,
        _DEFAULT_CHARSET,
        selection & 1,  # italic
        weight,
        embedding_rights(face),
        _MAGIC,
        *unicode_ranges,
        *code_pages,
        check_sum,
        *(0, 0, 0, 0),  # reserved
        0,  # padding, as after each name
    )
    for number in _NAMES:
        name = (face.harfbuzz_face.get_name(number) or "").encode("utf-16-le")
        described += struct.pack("<H", len(name)) + name + bytes(2)
    described += struct.pack("<H", 0)  # no web address that the font is bound to
    size = 8 + len(described) + len(font)
    return struct.pack("<2I", size, len(font)) + described + font
