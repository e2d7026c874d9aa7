"""A character goes in; its number and name, for a message, come out."""

from __future__ import annotations

import unicodedata


def describe_character(character: str) -> str:
    """Name a character that cannot be seen: ``the character U+2028 (line separator)``."""
    return f"the character {name_character(character)}"


def name_character(character: str) -> str:
    """Return a character's number and name: ``U+2028 (line separator)``."""
    name = unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X}" + (f" ({name})" if name else "")
