"""Families in order of preference: a text goes in, the face of each letter comes out.

Each character is set in the first family that has it, so that "Docker" inside a Sinhala sentence
takes its letters from Noto Sans.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from careerkit.content.problem import Problem
from careerkit.typography.font_face import FontFace, FontFamily, face_of_letter, has_letter
from careerkit.typography.letters import split_letters


class FontStack:
    """Families in order of preference: the first that has a character sets it."""

    def __init__(self, families: Sequence[FontFamily], warnings: Iterable[Problem] = ()) -> None:
        """Make a stack of at least one family; ``warnings`` are what is suspicious about them."""
        if not families:
            raise ValueError("a font stack needs at least one family")
        self.families = tuple(families)
        self.warnings = tuple(warnings)
        # What was shaped and set is kept here: a stack lives as long as its library.
        self.shaped_words: dict[object, object] = {}
        self.shaped_stretches: dict[object, object] = {}
        self.broken_texts: dict[object, tuple[object, object]] = {}

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
