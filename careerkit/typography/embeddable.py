"""A text and the families it is set in go in; the families that a file has to carry come out.

A file that is handed on with its fonts may carry only those whose licence bits allow it
(OpenType 1.9, ``OS/2``, fsType).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from careerkit.content.problem import ContentError, Place, Problem
from careerkit.typography.font_face import FontFace, FontFamily, face_of_letter
from careerkit.typography.font_library import FontLibrary
from careerkit.typography.letters import split_letters
from careerkit.typography.shape import script_of

_OFFSET_OF_LICENCE = 8
_MAY_BE_READ_ONLY, _MAY_BE_EDITED, _PIXELS_ONLY = 0x4, 0x8, 0x200
# Of several of these bits, which fonts before version 3 of the table may set, the mildest counts.
_RESTRICTIONS = 0x2 | _MAY_BE_READ_ONLY | _MAY_BE_EDITED


@dataclass(frozen=True, slots=True)
class CarriedFamily:
    """A family that a file carries. ``scripts`` are those it sets there, by ISO 15924."""

    name: str
    scripts: frozenset[str]
    regular: FontFace
    bold: FontFace


def choose_carried(
    text: str, families: Sequence[str], library: FontLibrary
) -> tuple[CarriedFamily, ...]:
    """Return the families that set a text, in order, each with the scripts it sets.

    Raises ContentError for every file whose licence does not let it be carried.
    """
    stack = library.stack(families)
    faces = stack.faces(bold=False)
    scripts: dict[FontFace, set[str]] = {}
    for letter in dict.fromkeys(split_letters(text)):
        face = face_of_letter(letter, faces)
        if face is not None:
            scripts.setdefault(face, set()).add(script_of(letter[0]))
    used = [family for family in stack.families if family.regular in scripts]
    problems = [problem for family in used for problem in _refusals(family)]
    if problems:
        raise ContentError(problems)
    return tuple(
        CarriedFamily(
            # The name that programs know it by, which its file's need not be.
            family.regular.harfbuzz_face.get_name(1) or family.name,
            frozenset(scripts[family.regular] - {""}),
            family.regular,
            family.bold,
        )
        for family in used
    )


def embedding_rights(face: FontFace) -> int:
    """Return a face's fsType: what its licence says of files that carry it."""
    table = bytes(face.harfbuzz_face.reference_table("OS/2").data)
    return int(struct.unpack_from(">H", table, _OFFSET_OF_LICENCE)[0])


def _refusals(family: FontFamily) -> Iterator[Problem]:
    for face in dict.fromkeys((family.regular, family.bold)):
        rights = embedding_rights(face)
        restrictions = rights & _RESTRICTIONS
        if (restrictions and not restrictions & _MAY_BE_EDITED) or rights & _PIXELS_ONLY:
            yield Problem(
                Place(face.path.as_posix()),
                "",
                f'the font "{family.name}" does not allow to be embedded in a deck'
                f" (fsType 0x{rights:04X})",
                "build without --embed-fonts, or name a family with a free licence in the"
                " language's fonts",
            )
