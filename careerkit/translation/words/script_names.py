"""A letter or a language's tag goes in; its script by Unicode's names of letters comes out.

``SINHALA`` is what the names of all Sinhala letters begin with. All of China's, Japan's and Korea's
are ``CJK``, for they are written together. ISO 15924's codes of scripts are with ``language_tags``.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from careerkit.translation.language_tags import script_of_language

_EAST_ASIAN = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "HALFWIDTH", "FULLWIDTH")
_OF_NO_SCRIPT = ("COMBINING", "MODIFIER", "MICRO", "FEMININE", "MASCULINE", "OHM", "KELVIN")
# Where the first word of CLDR's name is not Unicode's.
_UNICODE_NAMES = {
    "Beng": "BENGALI",
    "Cans": "CANADIAN",
    "Nkoo": "NKO",
    "Orya": "ORIYA",
    "Rohg": "HANIFI",
    **dict.fromkeys(["Bopo", "Hang", "Hani", "Hans", "Hant", "Hira", "Kana"], "CJK"),
    **dict.fromkeys(["Hrkt", "Jpan", "Kore"], "CJK"),
}


@lru_cache(maxsize=4096)
def script_of_letter(character: str) -> str:
    """Return the script that a letter is of; empty for what is of none, or no letter."""
    if unicodedata.category(character)[0] not in "LM":
        return ""
    name = unicodedata.name(character, "").partition(" ")[0].partition("-")[0]
    if name in _OF_NO_SCRIPT:
        return ""
    return "CJK" if name in _EAST_ASIAN else name


def script_name(tag: str) -> str:
    """Return the script that a language is written in."""
    from babel import Locale

    code = script_of_language(tag)
    name = _UNICODE_NAMES.get(code) or Locale("en").scripts.get(code, code)
    return str(name).partition(" ")[0].upper()
