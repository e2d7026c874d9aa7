"""Font files on disk go in; faces with coverage and metrics, and stacks of them, come out.

Terms, as OpenType and this project use them:

- A *face* is one font file: one family in one weight ("Noto Sans Bold").
- A *family* is its faces of regular and bold weight, named as in ``layouts/fonts/``.
- A *stack* is families in order of preference. Each character is set in the first family that
  has it, so that "Docker" inside a Sinhala sentence takes its letters from Noto Sans.
- A face's *cmap* says which characters it has; its *advance* is how far a glyph moves the pen.
- Measures are in font units, ``units_per_em`` of them to the type size (OpenType 1.9, ``head``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

import uharfbuzz as hb

from careerkit.content.problem import ContentError, Place, Problem
from careerkit.typography.font_file import FONT_SUFFIXES, find_font_mistake

_WEIGHTS = {"Regular": False, "Bold": True}


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


class FontStack:
    """Families in order of preference: the first that has a character sets it."""

    def __init__(self, families: Sequence[FontFamily], warnings: Iterable[Problem] = ()) -> None:
        """Make a stack of at least one family; ``warnings`` are what is suspicious about them."""
        if not families:
            raise ValueError("a font stack needs at least one family")
        self.families = tuple(families)
        self.warnings = tuple(warnings)
        # What was shaped is kept here: a stack lives as long as its library.
        self.shaped_words: dict[object, object] = {}
        self.shaped_stretches: dict[object, object] = {}

    @property
    def first(self) -> FontFamily:
        """The family the stack is set in where it has the character."""
        return self.families[0]

    def faces(self, *, bold: bool) -> tuple[FontFace, ...]:
        """Return the faces of one weight in order of preference."""
        return tuple(family.face(bold=bold) for family in self.families)

    def space_width(self, *, bold: bool) -> float:
        """Return the width of a word space: the first family's, in thousandths of the size."""
        face = self.first.face(bold=bold)
        return face.advance_of(face.glyph_of(" ") or 0) * 1000 / face.units_per_em

    def missing(self, text: str) -> tuple[str, ...]:
        """Return the characters no family has, each once, in the order they appear.

        Characters that only steer shaping or breaking (joiners, marks of direction, soft hyphens)
        and white space leave no ink and are never missing. A mark is missing where the face of its
        letter lacks it, whatever another face may have.
        """
        faces = self.faces(bold=False)
        found: dict[str, None] = {}
        for letter in split_letters(text):
            face = face_of_letter(letter, faces)
            for character in "" if face and has_letter(face, letter) else letter:
                if face is None or ord(character) not in face.characters:
                    found[character] = None
        return tuple(found)


def split_letters(text: str) -> Iterator[str]:
    """Yield each different character that leaves ink with the marks on it, in order.

    "é" may be two characters. The text is gone through by one regular expression, made of the marks
    that occur in it: a booklet has tens of thousands of characters and a few dozen letters.
    """
    marks = "".join(re.escape(each) for each in dict.fromkeys(text) if stays_with_base(each))
    pattern = f".[{marks}]*" if marks else "."
    for group in dict.fromkeys(re.findall(pattern, text, re.DOTALL)):
        letter = "".join(each for each in group if not is_invisible(each))
        if letter:
            yield letter


def face_of_letter(letter: str, faces: Sequence[FontFace]) -> FontFace | None:
    """Return the first face that has a letter with its marks, or at least its first character."""
    whole = next((face for face in faces if has_letter(face, letter)), None)
    return whole or next((face for face in faces if ord(letter[0]) in face.characters), None)


def has_letter(face: FontFace, letter: str) -> bool:
    """Return whether a face has a letter and its marks, one by one or as one character."""
    if all(ord(each) in face.characters for each in letter):
        return True
    return all(ord(each) in face.characters for each in unicodedata.normalize("NFC", letter))


class FontLibrary:
    """The font folder of the layouts: file names give families and weights."""

    def __init__(self, folder: Path) -> None:
        """Look through a folder for ``Family-Regular.ttf`` and ``Family-Bold.ttf``.

        Nothing is opened yet. A family without a bold face uses its regular one for both.
        """
        self.folder = folder
        self._unnamed: list[Path] = []
        self._doubles: dict[Path, Path] = {}
        found: dict[str, dict[str, Path]] = {}
        for path in sorted(folder.glob("*")):
            if path.suffix.lower() not in FONT_SUFFIXES:
                continue
            family, _, weight = path.stem.rpartition("-")
            if path.suffix.lower() != ".ttf" or weight not in _WEIGHTS or not family:
                self._unnamed.append(path)
                continue
            first = found.setdefault(_key(family), {}).setdefault(weight, path)
            if first is not path:
                self._doubles[first] = path
        self._files: Mapping[str, Mapping[str, Path]] = {
            name: files for name, files in found.items() if "Regular" in files
        }
        self._families: dict[str, FontFamily] = {}
        self._stacks: dict[tuple[str, ...], FontStack] = {}

    def has(self, family: str) -> bool:
        """Return whether a family ("Noto Sans Sinhala") has a file in the folder."""
        return _key(family) in self._files

    def stack(self, families: Sequence[str]) -> FontStack:
        """Return the stack of the named families ("Noto Sans Sinhala"), the same one each time.

        It warns of each family without a bold face. Raises ContentError naming every family that
        has no file in the folder, and every file that cannot be used.
        """
        key = tuple(_key(name) for name in families)
        stack = self._stacks.get(key)
        if stack is None:
            problems = [problem for name in families for problem in self._find_mistakes(name)]
            if problems:
                raise ContentError(problems)
            warnings = (warning for name in families for warning in self._warn(name))
            stack = FontStack([self._family(name) for name in families], warnings)
            self._stacks[key] = stack
        return stack

    def _find_mistakes(self, name: str) -> Iterator[Problem]:
        files = self._files.get(_key(name))
        if files is None:
            stem = _file_stem(name)
            hint = (
                f"put {stem}-Regular.ttf and {stem}-Bold.ttf into this folder, with their licence"
            )
            meant = [path.name for path in self._unnamed if _key(path.stem).startswith(_key(name))]
            if meant:
                hint += f"; {', '.join(meant[:3])} is not named so, or of another kind"
            place = Place(self.folder.as_posix())
            yield Problem(place, "", f'no font files for the family "{name}"', hint)
            return
        for path in files.values():
            if mistake := find_font_mistake(path):
                yield mistake

    def _warn(self, name: str) -> Iterator[Problem]:
        files, stem = self._files[_key(name)], _file_stem(name)
        for path in files.values():
            if path in self._doubles:
                other = self._doubles[path].name
                message = f"{path.name} and {other} are files for the same face: the first is used"
                yield _doubt(path, message, "take one of them away")
        if "Bold" not in files:
            message = f'the family "{name}" has no bold face: nothing in it stands out as bold'
            yield _doubt(files["Regular"], message, f"put {stem}-Bold.ttf beside it")
            return
        family = self._family(name)
        static = f"put {stem}-Regular.ttf and {stem}-Bold.ttf into its place: a variable font's"
        hint = f'{static} download has them in its folder "static"'
        if family.bold.weight > family.regular.weight:
            for face in (family.regular, family.bold):
                if face.is_variable:
                    message = f"this is a variable font: it is set in its weight of {face.weight}"
                    yield _doubt(face.path, f"{message} alone", hint)
            return
        weights = f"the file for bold has a weight of {family.bold.weight}"
        if family.bold.is_variable:
            weights = "the file for bold is a variable font, whose weight is that of the regular"
        else:
            hint = f"put the family's bold face into its place, as {stem}-Bold.ttf"
        message = f'the family "{name}" has no bold face: {weights}'
        yield _doubt(family.bold.path, message, hint)

    def _family(self, name: str) -> FontFamily:
        key = _key(name)
        if key not in self._families:
            files = self._files[key]
            self._families[key] = FontFamily(
                name, files["Regular"], files.get("Bold", files["Regular"])
            )
        return self._families[key]


# Default_Ignorable_Code_Point ranges that occur in text (Unicode DerivedCoreProperties) and white
# space: they steer the setting and have no ink of their own.
_INVISIBLE = frozenset(
    [
        *range(0x20),
        0x20,
        0xA0,
        0xAD,
        0x034F,
        0x061C,
        *range(0x2000, 0x2010),
        *range(0x2028, 0x2030),
        0x205F,
        *range(0x2060, 0x2070),
        0x3000,
        *range(0xFE00, 0xFE10),
        0xFEFF,
    ]
)


def is_invisible(character: str) -> bool:
    """Return whether a character leaves no ink: white space, a joiner, a mark of direction."""
    return ord(character) in _INVISIBLE


@lru_cache(maxsize=4096)
def stays_with_base(character: str) -> bool:
    """Return whether a character belongs to the one before it: a joiner, a selector or a mark."""
    if is_invisible(character):
        return not character.isspace()
    return unicodedata.category(character) in ("Mn", "Me", "Mc")


def _doubt(path: Path, message: str, hint: str) -> Problem:
    return Problem(Place(path.as_posix()), "", message, hint, "warning")


def _key(family: str) -> str:
    return family.replace(" ", "").lower()


def _file_stem(family: str) -> str:
    return family.replace(" ", "")
