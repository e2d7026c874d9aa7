"""The path of a font file goes in; what makes it useless comes out, in plain words.

HarfBuzz takes any bytes for a font, one without characters if need be, and what was to be set in it
would be set in another family without a word.
"""

from __future__ import annotations

import struct
from pathlib import Path

from careerkit.content.problem import Place, Problem

_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_OTHER_KINDS = {
    b"OTTO": "an OpenType font with PostScript outlines",
    b"ttcf": "a collection of fonts",
    b"wOFF": "a font for web pages",
    b"wOF2": "a font for web pages",
}
# What is measured with and put into a booklet (OpenType 1.9, "Font Tables").
_NEEDED_TABLES = frozenset(["cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "OS/2"])
_HEADER, _RECORD = struct.Struct(">4sH6x"), struct.Struct(">4s4xLL")


def find_font_mistake(path: Path) -> Problem | None:
    """Return what is wrong with a font file, None if it can be used. Lets ``OSError`` pass.

    Only the list of its tables is read.
    """
    message = "this is a folder, not a font file" if path.is_dir() else _find_mistake(path)
    if not message:
        return None
    hint = f"put a whole {path.name} into its place, a TrueType font, as its maker gives it"
    return Problem(Place(path.as_posix()), "", message, hint)


def _find_mistake(path: Path) -> str:
    size = path.stat().st_size
    with path.open("rb") as file:
        header = file.read(_HEADER.size)
        if len(header) < _HEADER.size:
            return "this is not a font file" if header else "the file is empty"
        kind, count = _HEADER.unpack(header)
        if kind in _OTHER_KINDS:
            return f"this is {_OTHER_KINDS[kind]}, which cannot be used here"
        if kind not in _TRUETYPE:
            return "this is not a font file"
        records = file.read(count * _RECORD.size)
    if len(records) < count * _RECORD.size:
        return "the font is cut off"
    tables = set()
    for tag, offset, length in _RECORD.iter_unpack(records):
        if offset + length > size:
            return "the font is cut off"
        tables.add(tag.decode("latin-1"))
    missing = ", ".join(sorted(_NEEDED_TABLES - tables))
    return f"the font lacks what it has to have: {missing}" if missing else ""
