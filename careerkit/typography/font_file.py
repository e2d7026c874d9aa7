"""The path of a font file goes in; what makes it useless comes out, in plain words."""

from __future__ import annotations

from pathlib import Path

import uharfbuzz as hb

from careerkit.content.problem import Place, Problem
from careerkit.content.yaml.source_text import find_way_out, is_no_file
from careerkit.typography.font_tables import find_damage

_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_OTHER_KINDS = {
    b"OTTO": "an OpenType font with PostScript outlines",
    b"ttcf": "a collection of fonts",
    b"wOFF": "a font for web pages",
    b"wOF2": "a font for web pages",
}
# What a font in a booklet is made of (ISO 32000-1, 9.9).
_EMBEDDED_TABLES = frozenset(["glyf", "head", "hhea", "hmtx", "loca", "maxp"])
FONT_SUFFIXES = frozenset([".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2"])
"""How the names of files end that may be meant for fonts."""


def find_font_mistake(path: Path) -> Problem | None:
    """Return what is wrong with a font file, None if it can be used. Lets ``OSError`` pass."""
    if way_out := find_way_out(path, path.parent.parent):  # of the layouts, where fonts/ is
        hint = "replace the link by the file itself, with its licence"
        return Problem(Place(path.as_posix()), "", way_out, hint)
    if path.is_dir() or is_no_file(path):
        message = f"this is a {'folder' if path.is_dir() else 'pipe or device'}, not a font file"
    else:
        message = _find_mistake(path)
    if not message:
        return None
    hint = f"put a whole {path.name} into its place, a TrueType font, as its maker gives it"
    return Problem(Place(path.as_posix()), "", message, hint)


def _find_mistake(path: Path) -> str:
    font = path.read_bytes()
    if not font:
        return "the file is empty"
    kind = font[:4]
    if kind in _OTHER_KINDS:
        return f"this is {_OTHER_KINDS[kind]}, which cannot be used here"
    if kind not in _TRUETYPE:
        return "this is not a font file"
    if message := find_damage(font):
        return message
    face = hb.Face(hb.Blob(font))
    if not face.unicodes:
        return "the font's table cmap is damaged: there is no character in it"
    lost = _EMBEDDED_TABLES - _cut_down(face)
    if lost:
        return f"the font's table {min(lost)} is damaged"
    return ""


def _cut_down(face: hb.Face) -> frozenset[str]:
    """Return the tables of the font that a booklet would carry, were it set in a space alone.

    HarfBuzz leaves out those that it cannot make sense of.
    """
    wanted = hb.SubsetInput()
    wanted.unicode_set.add(ord(" "))
    try:
        return frozenset(hb.SubsetPlan(face, wanted).execute().table_tags)
    except (RuntimeError, MemoryError, ValueError):
        return frozenset()
