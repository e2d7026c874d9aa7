"""A face and the outlines a document needs go in; a small TrueType program to embed comes out.

An *outline* here is what one character code shows: one glyph as the face has it, several glyphs
joined into one (a conjunct with its vowel sign), or nothing. HarfBuzz subsets the face to the
glyphs that occur; an outline of several glyphs is appended as a *composite glyph*, TrueType's own
way of building a glyph from others at offsets (OpenType 1.9, ``glyf``). One code for one cluster is
what lets every reader copy the exact text.

The tables a PDF needs of a CIDFontType2 are kept: ``glyf head hhea hmtx loca maxp`` and the hinting
tables (ISO 32000-1, 9.9).
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

import uharfbuzz as hb

from careerkit.typography import FontFace, Glyph

_DROPPED_TABLES = (
    *("GSUB", "GPOS", "GDEF", "BASE", "kern", "MATH", "STAT", "meta", "DSIG"),
    *("name", "OS/2", "post", "cmap"),
    # A variable font is set in its default alone, which the outlines are.
    *("fvar", "gvar", "avar", "cvar", "HVAR", "VVAR", "MVAR"),
)
# Flags of a composite's part (OpenType 1.9, glyf): offsets are words, and they are x and y values.
_ARGUMENTS_ARE_WORDS = 0x0001
_ARGUMENTS_ARE_OFFSETS = 0x0002
_MORE_PARTS = 0x0020


@dataclass(frozen=True, slots=True)
class Outline:
    """What one code shows: placed glyphs (none for a blank), and its advance in font units."""

    glyphs: tuple[Glyph, ...]
    advance: int

    @property
    def is_plain(self) -> bool:
        """Whether it is one glyph of the face just as it stands there."""
        return len(self.glyphs) == 1 and self.glyphs[0].x == 0 and self.glyphs[0].y == 0


def build_font_program(face: FontFace, outlines: Sequence[Outline]) -> tuple[bytes, list[int]]:
    """Return a TrueType file and, for each outline, the number of its glyph in that file."""
    subset = hb.SubsetInput()
    subset.glyph_set.update(glyph.number for outline in outlines for glyph in outline.glyphs)
    subset.drop_table_tag_set.update(
        int.from_bytes(tag.encode().ljust(4), "big") for tag in _DROPPED_TABLES
    )
    # Layout has done its work in the codes; a character without a glyph shall show as a box.
    subset.flags = (
        hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    )
    plan = hb.SubsetPlan(face.harfbuzz_face, subset)
    new_number = plan.old_to_new_glyph_mapping
    program = bytes(plan.execute().blob.data)
    if all(_stands_in(face, outline) for outline in outlines):
        return program, [new_number[outline.glyphs[0].number] for outline in outlines]
    tables = _GlyphTables(_read_tables(program))
    numbers: list[int] = []
    appended: dict[Outline, int] = {}
    for outline in outlines:
        if _stands_in(face, outline):
            numbers.append(new_number[outline.glyphs[0].number])
            continue
        if outline not in appended:
            parts = [(new_number[glyph.number], glyph.x, glyph.y) for glyph in outline.glyphs]
            appended[outline] = tables.append_composite(parts, outline.advance)
        numbers.append(appended[outline])
    return _write_tables(tables.finish()), numbers


def _stands_in(face: FontFace, outline: Outline) -> bool:
    """Say whether a face has an outline as one glyph, of the same advance.

    A narrower one needs a glyph of its own: the widths of a PDF and of its font must agree
    (ISO 14289-1, 7.21.5).
    """
    return outline.is_plain and outline.advance == face.advance_of(outline.glyphs[0].number)


class _GlyphTables:
    """The tables that list a font's glyphs, open for appending."""

    def __init__(self, tables: dict[str, bytes]) -> None:
        self._tables = tables
        count = struct.unpack(">H", tables["maxp"][4:6])[0]
        long_offsets = struct.unpack(">h", tables["head"][50:52])[0]
        if long_offsets:
            self._offsets = list(struct.unpack(f">{count + 1}L", tables["loca"]))
        else:
            halves = struct.unpack(f">{count + 1}H", tables["loca"])
            self._offsets = [2 * half for half in halves]
        # What is appended begins at a multiple of four. The padding goes to the last glyph with
        # ink: a blank one is blank by having no bytes.
        end = self._offsets[-1]
        padding = -end % 4
        self._outlines = bytearray(tables["glyf"][:end]) + b"\0" * padding
        self._offsets = [at + padding if at == end else at for at in self._offsets]
        self._metrics = _read_metrics(tables, count)
        self._most_parts = 1

    def append_composite(self, parts: Sequence[tuple[int, int, int]], advance: int) -> int:
        """Append a glyph made of (glyph, x, y) parts, blank if none has ink; return its number."""
        inked = [part for part in parts if self._offsets[part[0] + 1] > self._offsets[part[0]]]
        record = b""
        left_bearing = 0
        if inked:
            boxes = [self._box(*part) for part in inked]
            box = (
                min(each[0] for each in boxes),
                min(each[1] for each in boxes),
                max(each[2] for each in boxes),
                max(each[3] for each in boxes),
            )
            left_bearing = box[0]
            record = struct.pack(">h4h", -1, *box)
            for index, (number, x, y) in enumerate(inked):
                flags = _ARGUMENTS_ARE_WORDS | _ARGUMENTS_ARE_OFFSETS
                if index < len(inked) - 1:
                    flags |= _MORE_PARTS
                record += struct.pack(">HHhh", flags, number, x, y)
            self._most_parts = max(self._most_parts, len(inked))
        self._outlines += record + b"\0" * (-len(record) % 4)
        self._offsets.append(len(self._outlines))
        self._metrics.append((max(0, advance), left_bearing))
        return len(self._metrics) - 1

    def _box(self, number: int, x: int, y: int) -> tuple[int, int, int, int]:
        """Return a glyph's bounding box, moved to where the part stands."""
        start = self._offsets[number]
        x_min, y_min, x_max, y_max = struct.unpack(">4h", self._outlines[start + 2 : start + 10])
        return x_min + x, y_min + y, x_max + x, y_max + y

    def finish(self) -> dict[str, bytes]:
        """Give the tables with the new glyphs in them."""
        tables = dict(self._tables)
        count = len(self._metrics)
        tables["glyf"] = bytes(self._outlines)
        tables["loca"] = struct.pack(f">{count + 1}L", *self._offsets)
        tables["head"] = tables["head"][:50] + b"\0\1" + tables["head"][52:]
        tables["hmtx"] = b"".join(struct.pack(">Hh", *metric) for metric in self._metrics)
        tables["hhea"] = tables["hhea"][:34] + struct.pack(">H", count)
        # maxp: glyph count, then what a composite may hold; generous bounds are allowed.
        maxp = bytearray(tables["maxp"])
        maxp[4:6] = struct.pack(">H", count)
        points, contours = struct.unpack(">HH", maxp[6:10])
        parts = max(self._most_parts, struct.unpack(">H", maxp[28:30])[0])
        depth = struct.unpack(">H", maxp[30:32])[0] + 1
        maxp[10:14] = struct.pack(">HH", min(0xFFFF, points * parts), min(0xFFFF, contours * parts))
        maxp[28:32] = struct.pack(">HH", parts, depth)
        tables["maxp"] = bytes(maxp)
        return tables


def _read_metrics(tables: dict[str, bytes], count: int) -> list[tuple[int, int]]:
    """Return (advance, left side bearing) of each glyph; the last advances may be left out."""
    full = struct.unpack(">H", tables["hhea"][34:36])[0]
    hmtx = tables["hmtx"]
    metrics = [struct.unpack_from(">Hh", hmtx, 4 * index) for index in range(full)]
    for index in range(count - full):
        bearing = struct.unpack_from(">h", hmtx, 4 * full + 2 * index)[0]
        metrics.append((metrics[full - 1][0], bearing))
    return [(advance, bearing) for advance, bearing in metrics]


def _read_tables(program: bytes) -> dict[str, bytes]:
    tables = {}
    for index in range(struct.unpack(">H", program[4:6])[0]):
        tag, _, offset, length = struct.unpack_from(">4sLLL", program, 12 + 16 * index)
        tables[tag.decode("ascii")] = program[offset : offset + length]
    return tables


def _write_tables(tables: dict[str, bytes]) -> bytes:
    """Write a TrueType file with its checksums (OpenType 1.9, "Organization of a Font")."""
    tables["head"] = tables["head"][:8] + b"\0\0\0\0" + tables["head"][12:]
    tags = sorted(tables)
    selector = len(tags).bit_length() - 1
    search_range = 16 << selector
    header = struct.pack(
        ">LHHHH", 0x00010000, len(tags), search_range, selector, 16 * len(tags) - search_range
    )
    offset = len(header) + 16 * len(tags)
    directory = body = b""
    head_offset = 0
    for tag in tags:
        padded = tables[tag] + b"\0" * (-len(tables[tag]) % 4)
        if tag == "head":
            head_offset = offset
        directory += struct.pack(
            ">4sLLL", tag.encode("ascii"), _checksum(padded), offset, len(tables[tag])
        )
        body += padded
        offset += len(padded)
    program = bytearray(header + directory + body)
    adjustment = (0xB1B0AFBA - _checksum(bytes(program))) & 0xFFFFFFFF
    program[head_offset + 8 : head_offset + 12] = struct.pack(">L", adjustment)
    return bytes(program)


def _checksum(data: bytes) -> int:
    return int(sum(struct.unpack(f">{len(data) // 4}L", data)) & 0xFFFFFFFF)
