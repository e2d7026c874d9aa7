"""Puts "a" or "an" before an English title: a title goes in, ``an AI Engineer`` comes out.

The sound decides, not the letter: an hour, a university, an HR officer, a UX designer. Where the
rule below errs, a profile says ``indefinite:`` itself.
"""

from __future__ import annotations

import re

from careerkit.content.text import Text

_LETTERS_SAID_WITH_VOWEL = frozenset("AEFHILMNORSX")
_ACRONYMS_SAID_AS_WORDS = frozenset(
    {"FIFA", "LAN", "LASER", "MOOC", "NASA", "NATO", "NICU", "RADAR", "RAM", "ROM", "SIM", "SONAR"}
    | {"STEM", "SWAT", "UNESCO", "UNICEF"}
)
_SILENT_H = ("heir", "honest", "honor", "honour", "hour")
_SAID_WITH_CONSONANT = re.compile(
    r"u[bcfhjkqrst][aeiou]|uni(?!d|mp|nc|nf|nh|ni|nj|nk|ns|nt|nv)|eu|ew|ugand|ukr|one\b|once\b|ouija"
)
_SAID_WITH_VOWEL_NUMBER = re.compile(r"8|1[18](?![0-9])")


def begin_indefinite(title: Text) -> Text:
    """Return a title as it stands in a sentence: with its article in English, else as it is.

    Which languages have articles, and how a title changes there, its writer or translator says.
    """
    if title.language.partition("-")[0] != "en":
        return title
    return Text(add_article(title), title.language, title.place)


def add_article(title: str) -> str:
    """Return the title with its indefinite article before it."""
    return f"{'an' if _begins_with_vowel_sound(title) else 'a'} {title}"


def _begins_with_vowel_sound(title: str) -> bool:
    found = re.search(r"[^\W_]+", title)
    if not found:
        return False
    word = found.group()
    if word[0].isdigit():
        return bool(_SAID_WITH_VOWEL_NUMBER.match(word))
    if _is_spelled_out(word, title):
        return word[0].upper() in _LETTERS_SAID_WITH_VOWEL
    lower = word.lower()
    if lower.startswith(_SILENT_H):
        return True
    return lower[0] in "aeiou" and not _SAID_WITH_CONSONANT.match(lower)


def _is_spelled_out(word: str, title: str) -> bool:
    """Tell letters said one by one (HR, UX, the X of X-ray) from words."""
    if len(word) == 1:
        return word.isascii() and (word.isupper() or title.lstrip()[1:2] == "-")
    shouted = title.isupper() and " " in title.strip()
    return word.isupper() and len(word) <= 5 and not shouted and word not in _ACRONYMS_SAID_AS_WORDS
