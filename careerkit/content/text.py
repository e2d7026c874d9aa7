"""A piece of text that knows its language and the place it was written at.

A ``Text`` is a ``str``; Jinja2 templates print it like one. What lets it keep its language and its
place through a template is ``__html__``: it wraps the escaped text in three Unicode noncharacters
(U+FDD0 to U+FDD2, never assigned to anything, refused in content files), which may stand in element
content and in attribute values alike. ``careerkit.layout.markup.parser`` reads them back.
"""

from __future__ import annotations

import unicodedata
from html import escape
from typing import Any, Self

from careerkit.content.problem import Place

MARK_OPEN = "\ufdd0"
MARK_BETWEEN = "\ufdd1"
MARK_CLOSE = "\ufdd2"

_NOWHERE = Place("")
_UNSEEN = frozenset(["Cc", "Cf", "Zl", "Zp", "Zs"])  # of Unicode's general categories


def fold(text: str) -> str:
    """Return a text as it is compared: on one line, single spaces, composed characters (NFC)."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def can_be_seen(text: str) -> bool:
    """Return whether a text has anything but spaces, joiners and marks of direction."""
    return any(unicodedata.category(each) not in _UNSEEN for each in text)


class Text(str):
    """A string with its BCP 47 ``language`` tag and its ``place`` in a source file."""

    __slots__ = ("language", "place")

    language: str
    place: Place

    def __new__(cls, value: str, language: str = "en", place: Place = _NOWHERE) -> Self:
        """Make a text from a string, keeping where it was written."""
        text = super().__new__(cls, value)
        text.language = language
        text.place = place
        return text

    def __reduce__(self) -> tuple[type[Self], tuple[str, str, Place]]:
        """Let copies and pickles keep the language and the place."""
        return (type(self), (str(self), self.language, self.place))

    def __html__(self) -> str:
        """Return the text escaped for markup, between marks that say its language and place."""
        place = self.place
        where = f"{self.language}|{place.line}|{place.column}|{place.file}"
        return f"{MARK_OPEN}{escape(where)}{MARK_BETWEEN}{escape(str(self))}{MARK_CLOSE}"

    @property
    def paragraphs(self) -> tuple[Text, ...]:
        """The paragraphs: parted at blank lines, line breaks inside folded into spaces."""
        found: list[Text] = []
        lines: list[str] = []
        first = 0
        for number, line in enumerate([*self.splitlines(), ""]):
            if line.strip():
                if not lines:
                    first = number
                lines.append(line)
            elif lines:
                place = self.place
                if first and place.line:
                    place = Place(place.file, place.line + first, place.column)
                found.append(Text(" ".join(" ".join(lines).split()), self.language, place))
                lines = []
        return tuple(found)


class MixedText(Text):
    """A text of several paragraphs, each in its own language and from a place of its own.

    **Why** not a ``Text``: where a translation lacks one paragraph, that one is shown in another
    language, and whatever reads, speaks or spells the text has to know which.
    """

    __slots__ = ("parts",)

    parts: tuple[Text, ...]

    @classmethod
    def of(cls, parts: tuple[Text, ...]) -> Text:
        """Put paragraphs together; a single one stays as it is."""
        if len(parts) == 1:
            return parts[0]
        mixed = cls("\n\n".join(parts), parts[0].language, parts[0].place)
        mixed.parts = parts
        return mixed

    def __reduce__(self) -> tuple[Any, ...]:
        """Let copies and pickles keep the paragraphs."""
        return (MixedText.of, (self.parts,))

    def __html__(self) -> str:
        """Return the marked paragraphs in sequence."""
        return "\n\n".join(part.__html__() for part in self.parts)

    @property
    def paragraphs(self) -> tuple[Text, ...]:
        """The paragraphs, each with its own language."""
        return tuple(paragraph for part in self.parts for paragraph in part.paragraphs)
