"""A number as somebody wrote it goes in; what it can mean comes out, in digits that can be read.

``90.000`` is ninety to some and ninety thousand to others, ``2,50,000`` a quarter of a million in
South Asia: nothing is guessed, but what may have been meant is said.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

_SPACED = re.compile("(?<![0-9])[0-9]{1,3}(?:[\\s'’_\u066c][0-9]{3})+(?![0-9])")
_NUMBER = re.compile(r"-?(?:[0-9]+|(?<![\w.,])[.,](?=[0-9]))(?:[.,]?[0-9]+)*")
_POWER = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?)[eE]\+?([0-9]{1,2})")
_SIGNS = str.maketrans("−–٫", "--.")
_WORDS = {
    "k": 3,
    "thousand": 3,
    "lac": 5,
    "lakh": 5,
    "lakhs": 5,
    "million": 6,
    "millions": 6,
    "crore": 7,
    "crores": 7,
    "billion": 9,
}
_OF_THREE = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")


def other_meaning(text: str) -> tuple[str, str] | None:
    """Return the two ways to read a number with three decimals, which may be thousands.

    The first is the number with its decimals, written so that nothing else can be meant.
    """
    if not _OF_THREE.fullmatch(text):
        return None
    return _with_decimals(text), text.replace(".", "")


def likely_meanings(text: str) -> tuple[str, ...]:
    """Return how to write what a text that is no number may mean: one way, two, or none."""
    plain = "".join(
        str(unicodedata.decimal(each)) if each.isdecimal() else each
        for each in text.translate(_SIGNS)
    )
    if power := _POWER.fullmatch(plain):
        return (_write(Decimal(power[1]).scaleb(int(power[2]))),)
    plain = _SPACED.sub(lambda spaced: re.sub("[^0-9]", "", spaced[0]), plain)
    found = _NUMBER.findall(plain)
    if len(found) != 1:
        return ()
    words = re.findall(r"[^\W\d_]+", plain)
    scale = next((_WORDS[word.lower()] for word in words if word.lower() in _WORDS), 0)
    return tuple(
        _write(Decimal(meaning).scaleb(scale)) if scale else meaning for meaning in _split(found[0])
    )


def _split(number: str) -> tuple[str, ...]:
    """Return the meanings of digits with points and commas between them."""
    signs = re.findall("[.,]", number)
    whole, *groups = re.split("[.,]", number)
    if whole in ("", "-"):
        return (f"{whole}0.{''.join(groups)}",)
    if not signs:
        return (number,)
    if len(set(signs)) == 2:
        if signs.count(signs[-1]) > 1 or signs[-1] == signs[0]:
            return ()
        return (f"{whole}{''.join(groups[:-1])}.{groups[-1]}",)
    if len(signs) > 1:
        grouped = len(groups[-1]) == 3 and all(len(group) in (2, 3) for group in groups[:-1])
        return (whole + "".join(groups),) if grouped else ()
    decimals = f"{whole}.{groups[0]}"
    both = other_meaning(decimals)
    return (both[1], both[0]) if both else (decimals,)


def _with_decimals(text: str) -> str:
    """Return a number with three decimals without them if they are nought, or else with four."""
    shorter = text.rstrip("0").rstrip(".")
    return f"{text}0" if shorter == text else shorter


def _write(number: Decimal) -> str:
    return f"{number:f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:f}"
