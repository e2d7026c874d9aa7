"""Characters and the marks on them: a text goes in, what stands on one another comes out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

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
