"""A sentence made of pieces: texts of several languages go in, one printable value comes out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from careerkit.content.text import Text


@dataclass(frozen=True, slots=True)
class JoinedText:
    """Texts that stand one after the other, each keeping its own language and place.

    **Why** not a ``Text``: a Sinhala sentence with an English job title in it has two languages,
    and a screen reader, a font and a spelling checker each need to know where one ends.
    """

    pieces: tuple[Text, ...]

    def __str__(self) -> str:
        """Return the words without their languages."""
        return "".join(self.pieces)

    def __html__(self) -> str:
        """Return the marked pieces in sequence, as markup (see ``careerkit.content.text``)."""
        return "".join(piece.__html__() for piece in self.pieces)

    def __bool__(self) -> bool:
        """Return whether there is anything to print."""
        return any(self.pieces)


Wording: TypeAlias = Text | JoinedText


def pieces_of(wording: Wording) -> tuple[Text, ...]:
    """Return the texts a wording is made of."""
    return wording.pieces if isinstance(wording, JoinedText) else (wording,)


def join(wordings: Iterable[Wording]) -> Wording:
    """Set wordings one after the other; a single piece stays a ``Text``. Empty pieces drop out."""
    pieces = tuple(piece for wording in wordings for piece in pieces_of(wording) if piece)
    if len(pieces) == 1:
        return pieces[0]
    return JoinedText(pieces) if pieces else Text("")
