"""A text goes in; the vowel signs and other marks that stand on no letter come out.

In the scripts of South Asia a vowel is a sign on a consonant, typed after it even where it stands
to its left: Tamil ``மை`` is ம and then ை. A sign alone is drawn on a dotted circle, a second vowel
sign on one letter over the first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from careerkit.translation.lint.letters import Suspicion

# Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada, Malayalam, Sinhala.
_BLOCK = "\u0900-\u0dff"
_WORD = re.compile(f"[{_BLOCK}\u200c\u200d\u25cc\u00a0]+")
_BLOCK_SIZE = 0x80
_VIRAMA = 9  # its canonical combining class
_NUKTA = 7
# What a sign is put on where the sign itself is meant (The Unicode Standard, 2.11).
_BEARERS = "\u25cc\u00a0"
_JOINERS = "\u200c\u200d"


def find_lone_signs(text: str) -> Iterator[Suspicion]:
    """Yield the words in which a sign stands on no letter, or a second vowel sign on one."""
    for found in _WORD.finditer(text):
        word = found[0].strip("\u00a0")
        sign, after = _lone_sign(found[0])
        if not sign:
            continue
        if _is_vowel(after):
            message = f'"{word}" has two vowel signs on one letter'
            yield Suspicion(
                word, message, "take one of them out, or type the letter that is missing"
            )
            continue
        name = unicodedata.name(sign).lower()
        mended = _type_after(word)
        hint = "type each sign after its letter, also one that stands to the left of it"
        if mended:
            hint = f'write "{mended}": {hint}'
        message = f'"{word}" has a sign without a letter (U+{ord(sign):04X}, {name})'
        yield Suspicion(word, message, hint)


def _lone_sign(word: str) -> tuple[str, str]:
    """Return the first sign of a word that has no letter to stand on, and what it stands after."""
    before = ""
    for character in unicodedata.normalize("NFC", word):
        if character in _JOINERS:
            continue
        if unicodedata.category(character)[0] == "M" and not _bears(before, character):
            return character, before
        before = character
    return "", ""


def _bears(before: str, sign: str) -> bool:
    """Return whether a sign may follow a character."""
    if not before or before in _BEARERS:
        return bool(before)
    if ord(before) // _BLOCK_SIZE != ord(sign) // _BLOCK_SIZE:
        return False
    category = unicodedata.category(before)
    if not _is_vowel(sign):
        return category[0] in "LM"  # signs of other kinds may stand on signs
    return category[0] == "L" or unicodedata.combining(before) == _NUKTA


def _is_vowel(sign: str) -> bool:
    return bool(sign) and " VOWEL SIGN " in unicodedata.name(sign, "")


def _type_after(word: str) -> str:
    """Return a word with its first vowel sign behind the next letter, if it is sound then."""
    mended = unicodedata.normalize("NFC", f"{word[1:2]}{word[:1]}{word[2:]}")
    return mended if _is_vowel(word[0]) and not _lone_sign(mended)[0] else ""
