"""The bytes of a TrueType font go in; which of its tables cannot be relied on comes out.

HarfBuzz takes any bytes for a font: it passes over a table that makes no sense, and what should
have been set with it is set otherwise, or in another font, without a word. So what is measured
with, shown and embedded is looked at here first (OpenType 1.9, "Font Tables").
"""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Iterator, Mapping
from operator import le

NEEDED_TABLES = frozenset(["cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "OS/2"])
_HEADER, _RECORD = struct.Struct(">4sH6x"), struct.Struct(">4sLLL")
# The shortest these tables can be: all their fields, of OS/2 those of its first version.
_LEAST_BYTES = {"maxp": 32, "head": 54, "hhea": 36, "OS/2": 78, "cmap": 12}
_LEAST_UNITS, _MOST_UNITS = 16, 16_384
_MAGIC = b"\x5f\x0f\x3c\xf5"
# Of ``head`` the sum is wrong in fonts that are sound, as it holds a sum of the whole file. A
# signature is no part of what is set.
_UNSUMMED = frozenset(["head", "DSIG"])


def find_damage(font: bytes) -> str:
    """Return what is wrong with a font in plain words, "" for a sound one."""
    records = list(_records(font))
    if not records:
        return "the font is cut off"
    if any(offset + length > len(font) for _, _, offset, length in records):
        return "the font is cut off"
    tables = {tag: font[offset : offset + length] for tag, _, offset, length in records}
    missing = ", ".join(sorted(NEEDED_TABLES - tables.keys()))
    if missing:
        return f"the font lacks what it has to have: {missing}"
    for wrong in (_find_short_table, _find_wrong_measure, _find_wrong_glyph):
        if message := wrong(tables):
            return message
    changed = [
        tag
        for tag, wanted, _, _ in records
        if tag not in _UNSUMMED and sum_of_words(tables[tag]) != wanted
    ]
    if changed:
        return (
            f"the font is not as it was made: what it says of {', '.join(sorted(changed))}"
            " has changed"
        )
    return ""


def sum_of_words(table: bytes) -> int:
    """Return the sum of a table's words of four bytes, modulo 2 to the power of 32.

    **Why** not one word after the other: a font has 150,000 of them, and each is looked at in every
    run. Here they stand side by side in one large number, whose halves are added.
    """
    table += b"\0" * (-len(table) % 8)
    lanes = len(table) // 8
    number = int.from_bytes(table)
    low = int.from_bytes(b"\0\0\0\0\xff\xff\xff\xff" * lanes)
    number = (number & low) + ((number >> 32) & low)
    while lanes > 1:
        lanes = (lanes + 1) // 2
        number = (number >> 64 * lanes) + (number & ((1 << 64 * lanes) - 1))
    return number & 0xFFFFFFFF


def _records(font: bytes) -> Iterator[tuple[str, int, int, int]]:
    """Yield tag, sum, offset and length of each table; none if the list of them is cut off."""
    if len(font) < _HEADER.size:
        return
    _, count = _HEADER.unpack_from(font)
    listed = font[_HEADER.size : _HEADER.size + count * _RECORD.size]
    if len(listed) < count * _RECORD.size:
        return
    for tag, wanted, offset, length in _RECORD.iter_unpack(listed):
        yield tag.decode("latin-1"), wanted, offset, length


def _find_short_table(tables: Mapping[str, bytes]) -> str:
    for tag, least in _LEAST_BYTES.items():
        if len(tables[tag]) < least:
            return f"the font's table {tag} is cut off: {len(tables[tag])} of {least} bytes"
    return ""


def _find_wrong_measure(tables: Mapping[str, bytes]) -> str:
    """Look at the type size in units, and at the advances of the glyphs."""
    head = tables["head"]
    if head[12:16] != _MAGIC:
        return "the font's table head is damaged"
    (units,) = struct.unpack_from(">H", head, 18)
    if not _LEAST_UNITS <= units <= _MOST_UNITS:
        return (
            f"the font's unitsPerEm is {units}, and has to be from {_LEAST_UNITS} to {_MOST_UNITS}"
        )
    glyphs, advances = _glyph_count(tables), struct.unpack_from(">H", tables["hhea"], 34)[0]
    if not glyphs:
        return "the font has no glyphs"
    if not 1 <= advances <= glyphs:
        return f"the font's table hhea is damaged: {advances} advances of {glyphs} glyphs"
    if len(tables["hmtx"]) < 4 * advances + 2 * (glyphs - advances):
        return f"the font's table hmtx is cut off: it lacks advances of its {glyphs} glyphs"
    return ""


def _find_wrong_glyph(tables: Mapping[str, bytes]) -> str:
    """Look at where the outlines of the glyphs begin and end."""
    (kind,) = struct.unpack_from(">h", tables["head"], 50)
    if kind not in (0, 1):
        return "the font's table head is damaged: it does not say how glyphs are found"
    offsets = array("I" if kind else "H")
    count = _glyph_count(tables) + 1
    loca = tables["loca"][: count * offsets.itemsize]
    if len(loca) < count * offsets.itemsize:
        return f"the font's table loca is cut off: it lacks places of its {count - 1} glyphs"
    offsets.frombytes(loca)
    if sys.byteorder == "little":
        offsets.byteswap()
    end = len(tables["glyf"])
    if offsets[-1] * (1 if kind else 2) > end:
        return f"the font's table glyf is cut off: {end:,} bytes"
    if not all(map(le, offsets, offsets[1:])):
        return "the font's table loca is damaged: a glyph ends before it begins"
    return ""


def _glyph_count(tables: Mapping[str, bytes]) -> int:
    return int(struct.unpack_from(">H", tables["maxp"], 4)[0])
