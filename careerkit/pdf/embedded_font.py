"""Clusters go in; character codes to write on a page, and the font objects behind them, come out.

Terms of ISO 32000-1:

- A *composite font* (``/Type0``, 9.7) has codes of two bytes; each code is a *CID*, the number of
  a character in the font. Ours come in the order of first use.
- ``/CIDToGIDMap`` says which glyph of the embedded program shows a CID (9.7.4.2); ``/W`` how wide
  it is (9.7.4.3).
- A ``/ToUnicode`` map (9.10.3) says which text a code stands for. Readers search, copy and speak
  from it, so it must be exact: a code is one cluster, and its text is the cluster's.

What extractors ask for beyond the standard, seen November 2026: poppler takes code 0x20 for a
space, so codes start at 33; pdf.js takes a code whose text has a combining mark in it for one of
no width, so such a cluster is written as an outline code with its first character and a blank code
of 0.12 em with the rest; poppler drops duplicates of no width, hence the 0.12 em; pdfium cannot
tell which way a line of a single code runs and joins it to the next, so vowel signs with a width of
their own are parted from their letter as well.
"""

from __future__ import annotations

import struct
import unicodedata
import zlib
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from reportlab.pdfbase import pdfdoc

from careerkit.pdf.font_program import Outline, build_font_program
from careerkit.pdf.packing import PACKED_ONCE
from careerkit.typography import Cluster, FontFace
from careerkit.typography.bidi import mirrored

_FIRST_CODE = 33
_TAIL_EM = 0.12


class EmbeddedFont:
    """One face in one PDF: hands out codes while pages are drawn, writes itself at the end."""

    def __init__(self, face: FontFace, document: Any, resource_name: str) -> None:
        """Join a document's fonts under a resource name ("F1")."""
        self.face = face
        self.resource_name = resource_name
        self._scale = 1000 / face.units_per_em
        self._tail = round(_TAIL_EM * face.units_per_em)
        self._codes: dict[tuple[str, Outline], int] = {}
        self._cache: dict[Cluster, tuple[str, float]] = {}
        self._texts: list[str] = []
        self._outlines: list[Outline] = []
        self._widths: list[int] = []
        document.fontMapping[f"embedded:{face.path}"] = "/" + resource_name
        document.delayedFonts.append(self)

    def encode(self, cluster: Cluster) -> tuple[str, float]:
        """Return a cluster's codes in hexadecimal and the TJ adjustment that follows them.

        The adjustment (thousandths of the type size, ISO 32000-1, 9.4.3) makes up for kerning and
        for the rounding of widths.
        """
        encoded = self._cache.get(cluster)
        if encoded is None:
            encoded = self._cache[cluster] = self._encode(cluster)
        return encoded

    def _encode(self, cluster: Cluster) -> tuple[str, float]:
        text, advance = cluster.text, cluster.advance
        if cluster.right_to_left:
            text = _as_it_stands(text)
        elif len(text) > 1 and advance > 2 * self._tail and _has_combining_mark(text):
            first = self._code(text[0], Outline(cluster.glyphs, advance - self._tail))
            rest = self._code(text[1:], Outline((), self._tail))
            written = self._widths[first - _FIRST_CODE] + self._widths[rest - _FIRST_CODE]
            return f"{first:04X}{rest:04X}", written - advance * self._scale
        outline = Outline(cluster.glyphs, advance)
        if outline.is_plain:
            # The glyph's own advance: kerned pairs then share one code.
            outline = Outline(cluster.glyphs, self.face.advance_of(cluster.glyphs[0].number))
        code = self._code(text, outline)
        return f"{code:04X}", self._widths[code - _FIRST_CODE] - advance * self._scale

    def _code(self, text: str, outline: Outline) -> int:
        key = (text, outline)
        code = self._codes.get(key)
        if code is None:
            code = self._codes[key] = _FIRST_CODE + len(self._texts)
            self._texts.append(text)
            self._outlines.append(outline)
            self._widths.append(round(outline.advance * self._scale))
        return code

    def addObjects(self, document: Any) -> None:  # noqa: N802  # ReportLab calls it by this name
        """Write the font's objects; ReportLab calls this for its ``delayedFonts`` at the end."""
        program, glyph_numbers = build_font_program(self.face, self._outlines)
        name = f"{_subset_tag(program)}+{self.face.postscript_name}"
        reference = document.Reference
        name_of, dictionary, array = pdfdoc.PDFName, pdfdoc.PDFDictionary, pdfdoc.PDFArray
        ascent = round(self.face.ascent * self._scale)
        descent = round(self.face.descent * self._scale)
        descriptor = dictionary(
            {
                "Type": name_of("FontDescriptor"),
                "FontName": name_of(name),
                "Flags": 4,  # symbolic: the codes are our own (ISO 32000-1, table 123)
                "FontBBox": array([-500, descent, 1500, ascent]),
                "ItalicAngle": 0,
                "Ascent": ascent,
                "Descent": descent,
                "CapHeight": round(self.face.cap_height * self._scale),
                "StemV": 80,  # asked for by the standard, used by no reader of embedded fonts
                "FontFile2": reference(_stream(program, Length1=len(program))),
            }
        )
        glyph_map = struct.pack(
            f">{_FIRST_CODE + len(glyph_numbers)}H", *([0] * _FIRST_CODE), *glyph_numbers
        )
        system = {"Registry": pdfdoc.PDFString("Adobe"), "Ordering": pdfdoc.PDFString("Identity")}
        descendant = dictionary(
            {
                "Type": name_of("Font"),
                "Subtype": name_of("CIDFontType2"),
                "BaseFont": name_of(name),
                "CIDSystemInfo": dictionary({**system, "Supplement": 0}),
                "FontDescriptor": reference(descriptor),
                "DW": 1000,
                "W": array([_FIRST_CODE, array(self._widths)]),
                "CIDToGIDMap": reference(_stream(glyph_map)),
            }
        )
        font = dictionary(
            {
                "Type": name_of("Font"),
                "Subtype": name_of("Type0"),
                "BaseFont": name_of(name),
                "Encoding": name_of("Identity-H"),
                "DescendantFonts": array([reference(descendant)]),
                "ToUnicode": reference(_stream(_to_unicode_map(self._texts))),
            }
        )
        document.idToObject["BasicFonts"].dict[self.resource_name] = reference(font)


def _stream(content: bytes, **entries: int) -> Any:
    stream = pdfdoc.PDFStream(content=content, filters=[PACKED_ONCE])
    for key, value in entries.items():
        stream.dictionary[key] = value
    return stream


def _subset_tag(program: bytes) -> str:
    """Return six letters to mark a subset (ISO 32000-1, 9.6.4), the same for the same bytes."""
    number = zlib.crc32(program)
    letters = ""
    for _ in range(6):
        number, letter = divmod(number, 26)
        letters += chr(ord("A") + letter)
    return letters


def _to_unicode_map(texts: Iterable[str]) -> bytes:
    """Write a ToUnicode CMap (ISO 32000-1, 9.10.3); at most 100 entries stand in one block."""
    entries = [
        f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for code, text in enumerate(texts, start=_FIRST_CODE)
    ]
    blocks = [
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar"
        for block in (entries[start : start + 100] for start in range(0, len(entries), 100))
    ]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<0000> <FFFF>",
            "endcodespacerange",
            *blocks,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    ).encode("ascii")


def _as_it_stands(text: str) -> str:
    """Return a right-to-left cluster's text as readers expect it of what is drawn left to right.

    They put a line in its reading order again, marks after their letters and brackets mirrored, as
    if each glyph were in the text by itself (poppler 22.12, pdfium 7500).
    """
    if len(text) == 1:
        return mirrored(text)
    return text[::-1] if _has_combining_mark(text) else text


@lru_cache(maxsize=4096)
def _has_combining_mark(text: str) -> bool:
    return any(unicodedata.category(character) in ("Mn", "Mc") for character in text)
