"""A text goes in; the offsets at which its lines may end come out, by the rules of UAX #14.

A text becomes a row of *units*, each one letter of a private alphabet that stands for its class: a
word of letters is one, a run of spaces is one, a sign with its marks is one (LB9). Whether a line
may end between two of them depends on at most three units before and three behind.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from types import MappingProxyType

from careerkit.typography.line_classes import CLASSES, CharacterClass, class_of

_LETTER = MappingProxyType({name: chr(0x100 + index) for index, name in enumerate(CLASSES)})
_NAME = MappingProxyType({letter: name for name, letter in _LETTER.items()})
_TO_WIDE = 0x100  # from the letter of a class to that of its wide characters (East Asian Width)
_BEFORE, _BEHIND = 3, 3
_HARD = frozenset(["BK", "CR", "LF", "NL"])
_START, _END = "start", "end"
_QUOTES = frozenset(["QU", "QU_Pi", "QU_Pf"])
_WORDS = frozenset(["AL", "AL_DottedCircle", "HL"])
_NUMBERS = frozenset(["NU", "NU_SY", "NU_IS"])
_PICTURES = frozenset(["ID", "ID_Unassigned", "EB", "EM"])
_HANGUL = frozenset(["JL", "JV", "JT", "H2", "H3"])
_BASES = frozenset(["AK", "AS", "AL_DottedCircle"])


def find_line_breaks(text: str) -> list[int]:
    """Return the offsets at which a line may end, ascending, the text's length the last of them.

    Texts in Thai, Lao, Khmer and Burmese are taken for one word from space to space.
    """
    units: list[str] = []
    ends: list[int] = []
    for found in _UNIT.finditer(text.translate(_LETTERS)):
        units.append(_letter_of(found[0]))
        ends.append(found.end())
    row = "".join(units)
    offsets = [
        end
        for index, end in enumerate(ends[:-1], start=1)
        if _may_end(row[max(0, index - _BEFORE) : index], row[index : index + _BEHIND])
    ]
    return [*offsets, *ends[-1:]]


class _Letters(dict[int, str]):
    """The letter of each character, found when it first occurs."""

    def __missing__(self, code: int) -> str:
        found = class_of(chr(code))
        self[code] = chr(ord(_LETTER[found.name]) + (_TO_WIDE if found.is_wide else 0))
        return self[code]


def _letter_of(unit: str) -> str:
    """Return the one letter that a unit of several stands as."""
    first, last = unit[0], unit[-1]
    if last == _LETTER["ZWJ"]:
        return _LETTER["ZWJ"]
    if first == _NU and len(unit) > 1:
        signs = unit.rstrip(_MARKS)
        return _AFTER_NUMBER.get(signs[-1], _NU)
    if first == _RI and unit.count(_RI) == 2:  # a flag is a pair
        return _LETTER["RI_RI"]
    return _AL if first in _MARKS else first


@lru_cache(maxsize=8192)
def _may_end(before: str, behind: str) -> bool:
    """Return whether a line may end between some units (UAX #14, revision 55)."""
    earlier = [_class(letter) for letter in before]
    later = [_class(letter) for letter in behind]
    padding = CharacterClass(_START), CharacterClass(_END)
    places = [padding[0]] * (_BEFORE - len(earlier)) + earlier
    return _decide(places[::-1], later + [padding[1]] * (_BEHIND - len(later)))


def _decide(before: list[CharacterClass], behind: list[CharacterClass]) -> bool:
    """Carry out the rules in their order; ``before[0]`` and ``behind[0]`` are beside the place."""
    b, a = before[0].name, behind[0].name
    a2 = behind[1].name
    # What stands before the spaces, if there are any.
    is_spaced = b == "SP"
    word, its = (before[1], before[2]) if is_spaced else (before[0], before[1])
    if b == "CR" and a == "LF":  # LB5
        return False
    if b in _HARD:  # LB4, LB5
        return True
    if a in _HARD or a in ("SP", "ZW"):  # LB6, LB7
        return False
    if word.name == "ZW":  # LB8
        return True
    if b == "ZWJ" or a == "WJ" or b in ("WJ", "GL"):  # LB8a, LB11, LB12
        return False
    if a == "GL" and b not in ("SP", "BA", "HY", "HH"):  # LB12a
        return False
    if a in ("CL", "CP", "EX", "SY") or word.name == "OP":  # LB13, LB14
        return False
    if _is_held_by_quotation(word, its, behind):  # LB15a, LB15b
        return False
    if is_spaced and a == "IS" and a2 in _NUMBERS:  # LB15c
        return True
    if a == "IS" or (word.name in ("CL", "CP") and a == "NS"):  # LB15d, LB16
        return False
    if word.name == a == "B2":  # LB17
        return False
    if is_spaced:  # LB18
        return True
    if _is_beside_quotation(before, behind):  # LB19, LB19a
        return False
    if "CB" in (a, b):  # LB20
        return True
    return not (_keeps_signs(before, a) or _keeps_numbers(b, before[1].name, behind))


def _is_held_by_quotation(
    word: CharacterClass, its: CharacterClass, behind: list[CharacterClass]
) -> bool:
    """Return whether an opening mark before spaces, or a closing one, holds its neighbour."""
    opens = {*_HARD, *_QUOTES, _START, "OP", "GL", "SP", "ZW"}
    if word.name == "QU_Pi" and its.name in opens:
        return True
    closes = {*_HARD, *_QUOTES, _END, "SP", "GL", "WJ", "CL", "CP", "EX", "IS", "SY", "ZW"}
    return behind[0].name == "QU_Pf" and behind[1].name in closes


def _is_beside_quotation(before: list[CharacterClass], behind: list[CharacterClass]) -> bool:
    b, a = before[0], behind[0]
    if a.name in ("QU", "QU_Pf") or b.name in ("QU", "QU_Pi"):
        return True
    if a.name in _QUOTES and not (b.is_wide and behind[1].is_wide):
        return True
    return b.name in _QUOTES and not (a.is_wide and before[1].is_wide)


def _keeps_signs(before: list[CharacterClass], a: str) -> bool:
    """Return whether rules LB20a to LB22 and LB26 to LB30b, but for numbers, keep two together."""
    b, b2 = before[0].name, before[1].name
    hyphens = ("HY", "HH")
    return (
        # LB20a
        (b in hyphens and a in _WORDS and b2 in {*_HARD, _START, "SP", "ZW", "CB", "GL"})
        or a in ("BA", "HH", "HY", "NS", "IN")  # LB21, LB22
        or b == "BB"
        or (b2 == "HL" and b in hyphens and a != "HL")  # LB21a
        or (b in ("SY", "NU_SY") and a == "HL")  # LB21b
        or (b == "JL" and a in ("JL", "JV", "H2", "H3"))  # LB26
        or (b in ("JV", "H2") and a in ("JV", "JT"))
        or (b in ("JT", "H3") and a == "JT")
        or (b in _HANGUL and a == "PO")  # LB27
        or (b == "PR" and a in _HANGUL)
        or (b in _WORDS and a in _WORDS)  # LB28
        or (b in ("IS", "NU_IS") and a in _WORDS)  # LB29
        or (b == "EB" and a == "EM")  # LB30b
        or (b == "ID_Unassigned" and a == "EM")
    )


def _keeps_numbers(b: str, b2: str, behind: list[CharacterClass]) -> bool:
    """Return whether rules LB23 to LB25, LB28a and LB30 keep two together."""
    a, a2, a3 = (each.name for each in behind)
    closed = b in ("CL", "CP") and b2 in _NUMBERS
    opened = a == "OP" and (a2 in _NUMBERS or (a2 == "IS" and a3 in _NUMBERS))
    return (
        (b in _WORDS and a in _NUMBERS)  # LB23
        or (b == "NU" and a in _WORDS)
        or (b == "PR" and a in _PICTURES)  # LB23a
        or (b in _PICTURES and a == "PO")
        or (b in ("PR", "PO") and a in _WORDS)  # LB24
        or (b in _WORDS and a in ("PR", "PO"))
        or ((closed or b in _NUMBERS) and a in ("PO", "PR"))  # LB25
        or (b in ("PO", "PR") and opened)
        or (b in ("PO", "PR", "HY", "IS", *_NUMBERS) and a in _NUMBERS)
        or (b == "AP" and a in _BASES)  # LB28a
        or (b in _BASES and a in ("VF", "VI"))
        or (b2 in _BASES and b == "VI" and a in ("AK", "AL_DottedCircle"))
        or (b in _BASES and a in _BASES and a2 == "VF")
        or (b in {*_WORDS, "NU"} and a == "OP" and not behind[0].is_wide)  # LB30
        or (b == "CP" and a in {*_WORDS, *_NUMBERS})
    )


def _class(letter: str) -> CharacterClass:
    is_wide = letter not in _NAME
    return CharacterClass(_NAME[chr(ord(letter) - _TO_WIDE) if is_wide else letter], is_wide)


_LETTERS = _Letters()
_AL, _NU, _RI = _LETTER["AL"], _LETTER["NU"], _LETTER["RI"]
_AFTER_NUMBER = MappingProxyType({_LETTER["SY"]: _LETTER["NU_SY"], _LETTER["IS"]: _LETTER["NU_IS"]})
_MARKS = _LETTER["CM"] + _LETTER["ZWJ"] + chr(ord(_LETTER["CM"]) + _TO_WIDE)
_ALONE = "".join(chain(map(_LETTER.__getitem__, sorted(_HARD)), _LETTER["ZW"]))
# A mark at the beginning, or behind a space, is taken for a letter (LB10). No line ends before what
# belongs to a number, nor between the two signs of a flag (LB30a).
_UNIT = re.compile(
    rf"(?:[{_AL}{_MARKS}][{_MARKS}]*)+|{_LETTER['SP']}+|[{_ALONE}]"
    rf"|{_NU}[{_MARKS}]*(?:[{''.join(_AFTER_NUMBER)}][{_MARKS}]*)*"
    rf"|{_RI}[{_MARKS}]*(?:{_RI}[{_MARKS}]*)?|.[{_MARKS}]*",
    re.DOTALL,
)
