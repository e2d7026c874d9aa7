"""Estimates how hard an English text is to read: sentences go in, a school grade comes out.

The Flesch-Kincaid grade level, 0.39 words per sentence + 11.8 syllables per word - 15.59 (Kincaid,
Fishburne, Rogers and Chissom, "Derivation of new readability formulas", 1975). Names, acronyms and
tools count as words but not for their syllables: they are what they are, and a reader meets them as
pictures rather than spells them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\]]*\s+|\n{2,}")
_WORD = re.compile(r"[A-Za-z]+(?:['\u2019-][A-Za-z]+)*|[0-9][0-9.,]*")
_VOWELS = re.compile(r"[aeiouy]+")
_TWO_SOUNDS = re.compile(
    r"i[ao]|(?<![ctg])ien|^scien|eo(?!p)|ea$|eas$|ua|[^aeiouq]ie[rt]|uiet|[aeo]ing|creat|[^aeiou]ism$"
)
_JOINED_IO = re.compile(r"[cstxg]i(?:o|a|ou)|geo[nru]")
_SILENT_END = re.compile(r"[^aeiouyl]e$|[aeiouy]le$")
_SILENT_ED = re.compile(r"[^dt]ed$")
_SILENT_ES = re.compile(r"[^aeiouyscxzghl]es$|[aeiouy]les$|[^sc]hes$")
_FEWEST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Measure:
    """What was counted in one text or in several together."""

    sentences: int = 0
    words: int = 0
    rated_words: int = 0
    syllables: int = 0

    def __add__(self, other: Measure) -> Measure:
        """Count two texts together."""
        return Measure(
            self.sentences + other.sentences,
            self.words + other.words,
            self.rated_words + other.rated_words,
            self.syllables + other.syllables,
        )

    @property
    def grade(self) -> float:
        """The grade; 0 where nothing was counted."""
        if not self.sentences or not self.rated_words:
            return 0.0
        pace = 0.39 * self.words / self.sentences
        return max(0.0, pace + 11.8 * self.syllables / self.rated_words - 15.59)


def measure(text: str, names: Iterable[str] = ()) -> Measure:
    """Count a text's sentences; a phrase of fewer than five words is none.

    ``names`` are words that count without their syllables, in lower case.
    """
    known = frozenset(names)
    total = Measure()
    for sentence in _SENTENCE_END.split(text):
        words = _WORD.findall(sentence)
        if len(words) < _FEWEST_WORDS:
            continue
        rated = [word for place, word in enumerate(words) if not _is_name(word, place, known)]
        syllables = sum(count_syllables(part) for word in rated for part in word.split("-"))
        total += Measure(1, len(words), len(rated), syllables)
    return total


@lru_cache(maxsize=8192)
def count_syllables(word: str) -> int:
    """Return the syllables of an English word by its vowels: one at least."""
    lower = re.sub("[^a-z]", "", word.lower())
    count = len(_VOWELS.findall(lower))
    count += len(_TWO_SOUNDS.findall(lower)) - len(_JOINED_IO.findall(lower))
    if any(ending.search(lower) for ending in (_SILENT_ED, _SILENT_ES, _SILENT_END)):
        count -= 1
    return max(1, count)


def _is_name(word: str, place: int, known: frozenset[str]) -> bool:
    if word[0].isdigit() or word.lower() in known:
        return True
    if any(letter.isupper() for letter in word[1:]):
        return True
    return place > 0 and word[0].isupper() and word != "I" and not word.startswith("I'")
