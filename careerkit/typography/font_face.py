"""A font file goes in; a face with its coverage and measures comes out, ready for HarfBuzz.

Terms, as OpenType and this project use them:

- A *face* is one font file: one family in one weight ("Noto Sans Bold").
- A *family* is its faces of regular and bold weight, named as in ``layouts/fonts/``.
- A face's *cmap* says which characters it has; its *advance* is how far a glyph moves the pen.
- Measures are in font units, ``units_per_em`` of them to the type size (OpenType 1.9, ``head``).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import uharfbuzz as hb


class FontFace:
    """One TrueType file, ready for HarfBuzz."""

    def __init__(self, path: Path) -> None:
        """Open a font file. Only the table directory is read until a glyph is asked for."""
        self.path = path
        self.harfbuzz_face = hb.Face(hb.Blob.from_file_path(str(path)))
        self.harfbuzz_font = hb.Font(self.harfbuzz_face)
        self.units_per_em: int = self.harfbuzz_face.upem
        # The shaper keeps the face's clusters here, one object each.
        self.clusters: dict[object, object] = {}

    @cached_property
    def characters(self) -> frozenset[int]:
        """The code points the face has a glyph for."""
        return frozenset(self.harfbuzz_face.unicodes)

    @cached_property
    def weight(self) -> int:
        """How heavy the face says it is: 400 is regular, 700 bold (OpenType 1.9, ``OS/2``)."""
        table = bytes(self.harfbuzz_face.reference_table("OS/2").data)
        return int.from_bytes(table[4:6])

    @property
    def is_variable(self) -> bool:
        """Return whether the file holds many weights, of which only its default can be set."""
        return "fvar" in self.harfbuzz_face.table_tags

    @cached_property
    def postscript_name(self) -> str:
        """The name a PDF gives the font (OpenType name ID 6)."""
        return self.path.stem

    @cached_property
    def ascent(self) -> int:
        """Height above the baseline in font units, as the face's designer states it."""
        return int(self.harfbuzz_font.get_font_extents("ltr").ascender)

    @cached_property
    def descent(self) -> int:
        """Depth below the baseline in font units, a negative number."""
        return int(self.harfbuzz_font.get_font_extents("ltr").descender)

    @cached_property
    def cap_height(self) -> int:
        """Height of a flat capital letter in font units (OpenType 1.9, ``OS/2``)."""
        height = self.harfbuzz_font.get_metric_position(hb.OTMetricsTag.CAP_HEIGHT)
        return int(height) if height else round(0.7 * self.ascent)

    def glyph_of(self, character: str) -> int | None:
        """Return the glyph number of a character, None where the face lacks it."""
        glyph = self.harfbuzz_font.get_nominal_glyph(ord(character))
        return int(glyph) if glyph is not None else None

    def advance_of(self, glyph: int) -> int:
        """Return a glyph's advance in font units."""
        return int(self.harfbuzz_font.get_glyph_h_advance(glyph))


class FontFamily:
    """A family's regular and bold faces, opened when first used."""

    def __init__(self, name: str, regular: Path, bold: Path) -> None:
        """Name a family and say where its two faces lie."""
        self.name = name
        self._paths = (regular, bold)

    @cached_property
    def regular(self) -> FontFace:
        """The face of regular weight."""
        return FontFace(self._paths[0])

    @cached_property
    def bold(self) -> FontFace:
        """The face of bold weight."""
        return FontFace(self._paths[1])

    def face(self, *, bold: bool) -> FontFace:
        """Return the face of the wanted weight."""
        return self.bold if bold else self.regular


def face_of_letter(letter: str, faces: Sequence[FontFace]) -> FontFace | None:
    """Return the first face that has a letter with its marks, or at least its first character."""
    whole = next((face for face in faces if has_letter(face, letter)), None)
    return whole or next((face for face in faces if ord(letter[0]) in face.characters), None)


def has_letter(face: FontFace, letter: str) -> bool:
    """Return whether a face has a letter and its marks, one by one or as one character."""
    if all(ord(each) in face.characters for each in letter):
        return True
    return all(ord(each) in face.characters for each in unicodedata.normalize("NFC", letter))
