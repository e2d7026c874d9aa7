"""A character goes in; its number and name, for a message, come out."""

from __future__ import annotations

import unicodedata

_HIDDEN = frozenset(["Cc", "Cf", "Zl", "Zp"])  # of Unicode's general categories
# Without the joiners words of Sinhala, Tamil and Persian are written wrong; the others can be seen:
# they are signs around digits (property Prepended_Concatenation_Mark, Unicode 15).
_NEEDED = frozenset(
    "\u200c\u200d\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd"
    "\U000110cd\n\t"
)


def describe_character(character: str) -> str:
    """Name a character that cannot be seen: ``the character U+2028 (line separator)``."""
    return f"the character {name_character(character)}"


def name_character(character: str) -> str:
    """Return a character's number and name: ``U+2028 (line separator)``."""
    name = unicodedata.name(character, "").lower()
    return number_character(character) + (f" ({name})" if name else "")


def number_character(character: str) -> str:
    """Return a character's number: ``U+2028``."""
    return f"U+{ord(character):04X}"


def show_hidden(text: str) -> str:
    """Return a text with what would work on a terminal unseen put as ``<U+202E>``.

    A control character moves the cursor or changes colours, a direction sign turns the rest of the
    line around: what is read would not be what is there. Line feeds and tabs stay.
    """
    if text.isprintable():
        return text
    return "".join(f"<{number_character(each)}>" if _is_hidden(each) else each for each in text)


def _is_hidden(character: str) -> bool:
    return unicodedata.category(character) in _HIDDEN and character not in _NEEDED
