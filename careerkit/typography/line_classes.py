"""A character goes in; its class in the rules of line breaking comes out (UAX #14, section 5).

The ``regex`` library has the classes of all characters (Unicode 17). It takes 25 ms to load, so
those of the scripts that need no table, and of the signs among them, are known without it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import regex

_PROPERTY = (
    *("AL", "HL", "NU", "SP", "CM", "ZWJ", "BK", "CR", "LF", "NL", "ZW", "WJ", "GL", "CB"),
    *("OP", "CL", "CP", "QU", "EX", "IS", "SY", "PR", "PO", "BA", "BB", "B2", "HY", "HH"),
    *("IN", "NS", "ID", "EB", "EM", "RI", "JL", "JV", "JT", "H2", "H3"),
    *("AK", "AP", "AS", "VF", "VI", "CJ", "AI", "SG", "XX", "SA"),
)
CLASSES = (
    *_PROPERTY,
    *("QU_Pi", "QU_Pf", "AL_DottedCircle", "ID_Unassigned", "NU_SY", "NU_IS", "RI_RI"),
)
"""The names of the classes, and of kinds and rows of them that rules tell apart."""

# LB1: what is not resolved otherwise.
_RESOLVED = MappingProxyType({"AI": "AL", "SG": "AL", "XX": "AL", "CJ": "NS"})
_SIGNS_OF_CLASSES = MappingProxyType(
    {
        "SP": " ",
        "GL": "\u00a0\u202f\u2007\u2011",
        "LF": "\n",
        "CR": "\r",
        "NL": "\x85",
        "HH": "\u00ad",
        "BB": "\u02c8\u02cc",
        "BA": "\t|\u2013\u2012\u2009",
        "EX": "!?",
        "QU": "\"'",
        "QU_Pi": "«‘“",
        "QU_Pf": "»’”",
        "AL": "#&*<=>@^_`~©®¬¯¦•·",
        "PR": "$+\\£¥±€₨₹№",
        "PO": "%¢°‰",
        "OP": "([{¡¿",
        "CP": ")]",
        "CL": "}",
        "IS": ",.:;",
        "HY": "-",
        "SY": "/",
        "B2": "—",
        "IN": "…",
        "WJ": "\u2060\ufeff",
        "ZW": "\u200b",
        "ZWJ": "\u200d",
        "CM": "\u200c\u200e\u200f",
    }
)
# One of them has another class in Unicode since 17.0, where it is counted among the commas: a dot
# between two names has spaces on both sides here, and may begin a line.
_CLASS_OF_SIGN = MappingProxyType(
    {sign: name for name, signs in _SIGNS_OF_CLASSES.items() for sign in signs}
)
# Latin, Greek and Cyrillic; Sinhala; Tamil: their letters, marks and digits are as Unicode's
# general categories have it.
_PLAIN = (range(0x41, 0x300), range(0x370, 0x483), range(0xB82, 0xBD0), range(0xD81, 0xDF4))
_CLASS_OF_CATEGORY = MappingProxyType(
    {"Lu": "AL", "Ll": "AL", "Lt": "AL", "Lm": "AL", "Lo": "AL", "Mn": "CM", "Mc": "CM", "Nd": "NU"}
)
# All blocks with characters of class SA: Thai, Lao, Burmese, Khmer, Tai Le, New Tai Lue, Tai Tham,
# more Burmese, Tai Viet, Ahom.
_WITHOUT_SPACES = re.compile(
    "[\u0e01-\u0edf\u1000-\u109f\u1780-\u17dd\u1950-\u19df\u1a20-\u1aad"
    "\ua9e0-\ua9fe\uaa60-\uaadf\U00011700-\U00011746]"
)
_DOTTED_CIRCLE = "\u25cc"


class CharacterClass(NamedTuple):
    """A class, and whether the character is as wide as an ideograph (UAX #11: F, W or H)."""

    name: str
    is_wide: bool = False


def class_of(character: str) -> CharacterClass:
    """Return the class of a character, resolved as LB1 has it.

    Characters of Thai, Lao, Khmer, Burmese and their like are letters and marks.
    """
    if character.isascii() and character.isdigit():
        return CharacterClass("NU")
    name = _CLASS_OF_SIGN.get(character)
    if name is None and any(ord(character) in block for block in _PLAIN):
        name = _CLASS_OF_CATEGORY.get(unicodedata.category(character))
    name = name or _look_up(character)
    return CharacterClass(name, unicodedata.east_asian_width(character) in ("F", "W", "H"))


def needs_dictionary(text: str) -> bool:
    """Return whether a text has letters of a script that puts no spaces between its words.

    Those are Thai, Lao, Khmer, Burmese and their like (class SA); others have dictionaries of
    signs, not of words.
    """
    return _WITHOUT_SPACES.search(text) is not None


def _look_up(character: str) -> str:
    name = _property(character)
    name = _RESOLVED.get(name, name)
    category = unicodedata.category(character)
    if name == "SA":
        return "CM" if category in ("Mn", "Mc") else "AL"
    if name == "QU" and category in ("Pi", "Pf"):
        return f"QU_{category}"
    if character == _DOTTED_CIRCLE:
        return "AL_DottedCircle"
    if name == "ID" and category == "Cn":
        import regex

        if regex.match(r"\p{Extended_Pictographic}", character):
            return "ID_Unassigned"
    return name


@cache
def _property(character: str) -> str:
    return next((name for name in _PROPERTY if _pattern(name).match(character)), "XX")


@cache
def _pattern(name: str) -> regex.Pattern[str]:
    import regex

    return regex.compile(rf"\p{{Line_Break={name}}}")
