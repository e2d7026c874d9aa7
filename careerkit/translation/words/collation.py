"""Words in a language go in; they come out in the order of its alphabet.

The order of letters is that of the Unicode Collation Algorithm (UTS #10, its table DUCET, version
15.0) with CLDR's tailoring for the languages that ship; the files of ``alphabets`` hold both. As in
CLDR a language's own script stands before all others, and spaces count, so that words which begin
alike stand together. Marks and capitals decide only between words that are the same without them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TypeAlias, TypeVar

from careerkit.content.language_tag import lineage
from careerkit.translation.words.script_names import script_name, script_of_letter

Key: TypeAlias = tuple[tuple[tuple[int, int], ...], str, str]
Item = TypeVar("Item")

_ALPHABETS = Path(__file__).with_name("alphabets")
# Classes of what is compared, in their order.
_SPACE, _SIGN, _DIGIT, _OWN_LETTER, _OTHER_LETTER = range(5)
# Vowels written before the consonant that they are said after (Logical_Order_Exception).
_SAID_LATER = re.compile(
    "([\u0e40-\u0e44\u0ec0-\u0ec4\u19b5-\u19b7\u19ba\uaab5\uaab6\uaab9\uaabb\uaabc])(\\w)"
)
_BEFORE = "[before 1]"


class Alphabet:
    """The order of a language's letters: each, of one character or several, has its rank."""

    def __init__(self, letters: list[list[str]], spelled: dict[str, str], script: str) -> None:
        """Take the letters in their order, those of one rank together.

        ``spelled`` says as what a letter such as æ is sorted, ``script`` is the language's own.
        """
        self._ranks = {each: rank for rank, group in enumerate(letters) for each in group}
        self._longest = max(map(len, self._ranks))
        self._spelled = spelled
        self._script = script

    def key(self, text: str) -> Key:
        """Return what to compare a text by."""
        folded = unicodedata.normalize("NFKC", text).casefold()
        spelled = "".join(self._spelled.get(each, each) for each in folded)
        spelled = _SAID_LATER.sub(r"\2\1", _without_joiners(spelled))
        places: list[tuple[int, int]] = []
        marks = ""
        for letter in self._letters(unicodedata.normalize("NFC", spelled)):
            rank = self._ranks.get(letter)
            if rank is not None:
                places.append((self._class_of(letter), rank))
                continue
            decomposed = unicodedata.normalize("NFD", letter)
            base, added = decomposed[0], decomposed[1:]
            if unicodedata.category(base)[0] == "M":
                marks += base  # on the letter before it, or on none
            else:
                places.append(self._place_of(base))
            marks += added or " "
        return tuple(places), marks.rstrip(), text.swapcase()

    def _letters(self, text: str) -> Iterator[str]:
        start = 0
        while start < len(text):
            lengths = range(min(self._longest, len(text) - start), 1, -1)
            known = (size for size in lengths if text[start : start + size] in self._ranks)
            end = start + next(known, 1)
            yield text[start:end]
            start = end

    def _place_of(self, base: str) -> tuple[int, int]:
        category = unicodedata.category(base)
        if base in self._ranks:
            return self._class_of(base), self._ranks[base]
        if category == "Nd":
            return _DIGIT, unicodedata.digit(base)
        classes = {"Z": _SPACE, "P": _SIGN, "S": _SIGN}
        # Han and Hangul, and what Unicode knows later, stand in the order of their code points.
        return classes.get(category[0], self._class_of(base)), len(self._ranks) + ord(base)

    def _class_of(self, letter: str) -> int:
        return _OWN_LETTER if script_of_letter(letter[0]) == self._script else _OTHER_LETTER


def sort_by_alphabet(items: Iterable[tuple[str, Item]], tag: str) -> tuple[Item, ...]:
    """Return things in the order of the texts they stand with, in the alphabet of a language."""
    alphabet = alphabet_of(tag)
    return tuple(item for _, item in sorted(items, key=lambda pair: alphabet.key(pair[0])))


@cache
def alphabet_of(tag: str) -> Alphabet:
    """Return the alphabet of a language, by its BCP 47 tag."""
    letters: list[list[str]] = []
    spelled: dict[str, str] = {}
    for token in (token for line in _read("root") for token in line.split()):
        if "=" in token:
            letter, _, others = token.partition("=")
            spelled[_character(letter)] = "".join(map(_character, others.split("+")))
        else:
            letters += _expand(token)
    for general in lineage(tag):
        for rule in _read(general):
            _tailor(letters, rule)
    return Alphabet(letters, spelled, script_name(tag))


def _read(name: str) -> Iterator[str]:
    """Yield the lines of a file of ``alphabets`` but its comments; none where there is no file."""
    path = _ALPHABETS / f"{name}.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return (line for line in lines if not line.startswith("#"))


def _expand(token: str) -> list[list[str]]:
    """Read ``61-63`` as three letters, one after the other, ``73.17F`` as two of one place."""
    first, _, last = token.partition("-")
    if last:
        return [[chr(code)] for code in range(int(first, 16), int(last, 16) + 1)]
    return [list(map(_character, token.split(".")))]


def _character(code: str) -> str:
    return chr(int(code, 16))


def _tailor(letters: list[list[str]], rule: str) -> None:
    """Move letters to where a rule of LDML puts them: ``&a<b`` right after, or before, another."""
    anchor, *moved = rule.removeprefix("&").split("<")
    before = anchor.startswith(_BEFORE)
    anchor = anchor.removeprefix(_BEFORE)
    for letter in moved:
        for group in letters:
            if letter in group:
                group.remove(letter)
        place = next(rank for rank, group in enumerate(letters) if anchor in group)
        letters.insert(place if before else place + 1, [letter])
        anchor, before = letter, False


def _without_joiners(text: str) -> str:
    return "".join(each for each in text if unicodedata.category(each) != "Cf")
