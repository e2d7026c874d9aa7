"""A font of a PDF goes in; what is wrong with it, and with the codes a page uses of it, comes out.

Terms of ISO 32000-1: a font is *embedded* if the file holds its program (9.9), and a *subset* if
its name begins with six letters and a plus (9.6.4). A *ToUnicode* map (9.10.3) says which text a
code stands for, a *CIDToGIDMap* (9.7.4.2) which glyph of the program shows it. Glyph 0 is
``.notdef``: the box, or the blank, that stands for a character a font does not have.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

_NOTDEF = 0
_SUBSET = re.compile(r"/[A-Z]{6}\+")
_BLOCK = re.compile(rb"beginbfchar\s(.*?)endbfchar", re.DOTALL)
_ENTRY = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]*)>")
# Flags of a composite glyph's part (OpenType 1.9, glyf), and how many bytes each adds.
_ARGUMENTS_ARE_WORDS, _MORE_PARTS = 0x0001, 0x0020
_SCALES = ((0x0008, 2), (0x0040, 4), (0x0080, 8))


@dataclass(frozen=True, slots=True)
class FontReading:
    """A font as it stands in the file.

    ``texts`` is what its codes stand for; ``boxes`` are the codes that show ``.notdef``, alone or
    as a part. ``has_codes`` says whether codes can be looked up in it at all.
    """

    faults: tuple[str, ...]
    texts: dict[int, str] = field(default_factory=dict)
    boxes: frozenset[int] = frozenset()
    has_codes: bool = False

    def untold(self, codes: bytearray) -> set[int]:
        """Return the codes that stand for no text."""
        return _numbers(codes) - self.texts.keys() if self.has_codes else set()

    def boxed(self, codes: bytearray, missing: frozenset[str]) -> set[str]:
        """Return the texts that are shown as a box, but for those with a character in ``missing``.

        A space that a font does not have leaves no ink. A letter and its marks may be two codes,
        the letter's showing both: what is missing may be told by the second.
        """
        if self.boxes.isdisjoint(_numbers(codes)):
            return set()
        texts: set[str] = set()
        row = [number for (number,) in struct.iter_unpack(">H", codes[: len(codes) & ~1])]
        for code, next_code in zip(row, [*row[1:], -1], strict=True):
            if code in self.boxes:
                following = self.texts.get(next_code, "")
                has_marks = unicodedata.category(following[:1] or " ").startswith("M")
                texts.add(self.texts[code] + (following if has_marks else ""))
        return {text for text in texts if text.strip() and missing.isdisjoint(text)}


def read_font(font: pikepdf.Object) -> FontReading:
    """Read a font. Codes are looked up in composite fonts alone; this program writes no other."""
    name = str(font.get("/BaseFont", "/")).removeprefix("/") or "a font without a name"
    descendants = font.get("/DescendantFonts")
    holder = descendants[0] if isinstance(descendants, pikepdf.Array) else font
    descriptor = holder.get("/FontDescriptor", pikepdf.Dictionary())
    programs = [value for key, value in descriptor.items() if key.startswith("/FontFile")]
    to_unicode = font.get("/ToUnicode")
    faults = []
    if not programs:
        faults.append(f"the font {name} is not embedded")
    elif not _SUBSET.match(f"/{name}"):
        faults.append(f"the font {name} is embedded whole, not cut down to what is used")
    if to_unicode is None:
        faults.append(f"the font {name} does not say which text it shows")
    if not programs or to_unicode is None or holder is font:
        return FontReading(tuple(faults))
    texts = _read_texts(to_unicode.read_bytes())
    glyphs = _read_glyph_map(holder.get("/CIDToGIDMap"))
    hollow = _glyphs_with_notdef(programs[0].read_bytes())
    boxes = frozenset(code for code in texts if _glyph_of(code, glyphs) in hollow)
    return FontReading(tuple(faults), texts, boxes, has_codes=True)


def _numbers(codes: bytearray) -> set[int]:
    """Return the different codes of two bytes."""
    count = len(codes) // 2
    return set(struct.unpack_from(f">{count}H", codes))


def _read_texts(to_unicode: bytes) -> dict[int, str]:
    """Read a ToUnicode map of single entries (``bfchar``), the only ones written here."""
    return {
        int(code, 16): bytes.fromhex(text.decode("ascii")).decode("utf-16-be", "replace")
        for block in _BLOCK.findall(to_unicode)
        for code, text in _ENTRY.findall(block)
    }


def _read_glyph_map(glyph_map: pikepdf.Object | None) -> array[int] | None:
    """Return the glyph of each code, None where the code is the glyph's number itself."""
    if not isinstance(glyph_map, pikepdf.Stream):
        return None
    content = glyph_map.read_bytes()
    return array("H", struct.unpack(f">{len(content) // 2}H", content))


def _glyph_of(code: int, glyphs: array[int] | None) -> int:
    if glyphs is None:
        return code
    return glyphs[code] if code < len(glyphs) else _NOTDEF


def _glyphs_with_notdef(program: bytes) -> set[int]:
    """Return the glyphs of a TrueType program that are ``.notdef`` or have it among their parts."""
    tables = {
        tag: (offset, length)
        for tag, _, offset, length in (
            struct.unpack_from(">4s3L", program, 12 + 16 * index)
            for index in range(struct.unpack_from(">H", program, 4)[0])
        )
    }
    if b"glyf" not in tables:
        return {_NOTDEF}  # outlines of another kind are not made of parts
    count = struct.unpack_from(">H", program, tables[b"maxp"][0] + 4)[0]
    is_long = struct.unpack_from(">h", program, tables[b"head"][0] + 50)[0]
    at = tables[b"loca"][0]
    if is_long:
        offsets = struct.unpack_from(f">{count + 1}L", program, at)
    else:
        offsets = tuple(2 * half for half in struct.unpack_from(f">{count + 1}H", program, at))
    start = tables[b"glyf"][0]
    parts = {
        glyph: list(_parts(program, start + offsets[glyph]))
        for glyph in range(count)
        if offsets[glyph + 1] > offsets[glyph]
        and struct.unpack_from(">h", program, start + offsets[glyph])[0] < 0
    }
    found = {_NOTDEF}
    while more := {glyph for glyph, used in parts.items() if not found.isdisjoint(used)} - found:
        found |= more
    return found


def _parts(program: bytes, at: int) -> Iterator[int]:
    """Give the glyphs a composite glyph is made of."""
    at += 10  # past the number of contours and the bounding box
    flags = _MORE_PARTS
    while flags & _MORE_PARTS:
        flags, glyph = struct.unpack_from(">HH", program, at)
        yield glyph
        at += 8 if flags & _ARGUMENTS_ARE_WORDS else 6
        at += sum(size for flag, size in _SCALES if flags & flag)
