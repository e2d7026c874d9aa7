"""A text goes in; what a reader takes for one letter, and is more than any script needs, comes out.

Unicode lets any number of marks stand on a letter, and any number of emoji be joined; a font's
program does not: one glyph holds what fits into 16 bits (OpenType 1.9, ``glyf``).

**Why** not the clusters of UAX #29, as ``regex`` finds them: one ends behind each al-lakuna of
Sinhala, where a shaper goes on.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from careerkit.content.characters import describe_character

MOST_CHARACTERS = 30
"""The most that stand on one letter: Unicode's Stream-Safe Text Format (UAX #15, 13) says so."""

_MANY = re.compile(f"[^\\x00-\u02ff]{{{MOST_CHARACTERS}}}")
_JOINER = "\u200d"
_VIRAMA = 9  # the combining class of the signs that join a consonant to the next
_ADDED = frozenset(["Mn", "Mc", "Me"])
_NOT_ALONE = frozenset(
    [*"\u200c\u200d", *map(chr, range(0x1F3FB, 0x1F400)), *map(chr, range(0xE0020, 0xE0080))]
)
_PREPENDED = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")


def explain_crowded(crowded: str) -> tuple[str, str]:
    """Return the message and the hint about a letter that ``find_crowded`` gave."""
    base = describe_character(crowded[0])
    message = f"{len(crowded)} characters are piled up into one letter, beginning with {base}"
    return message, f"leave at most {MOST_CHARACTERS} together: no language needs more"


def find_crowded(text: str) -> Iterator[str]:
    """Yield each letter with all that is on it, where that is too much (UAX #29, 3)."""
    if not _MANY.search(text):
        return
    start = 0
    for index in range(1, len(text) + 1):
        if index < len(text) and _goes_on(text[index - 1], text[index]):
            continue
        if index - start > MOST_CHARACTERS:
            yield text[start:index]
        start = index


def _goes_on(before: str, character: str) -> bool:
    """Return whether a character belongs to the letter before it."""
    if character < "\u0300":
        return False
    return (
        unicodedata.category(character) in _ADDED
        or character in _NOT_ALONE
        or before == _JOINER
        or before in _PREPENDED
        or unicodedata.combining(before) == _VIRAMA
        or (_is_jamo(before) and _is_jamo(character))
    )


def _is_jamo(character: str) -> bool:
    return "\u1100" <= character <= "\u11ff" or "\ua960" <= character <= "\ua97f"
