"""A source text and its translation go in; what differs and should not comes out."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from careerkit.content.digit_systems import DIGIT_ZERO
from careerkit.content.models.catalogue import TermRule
from careerkit.content.text import fold
from careerkit.translation.lint.letters import Suspicion, words_of

_NUMBER = re.compile(r"\d(?:[\d.,\u00a0\u202f]*\d)?")
_END_OF_NAME = re.compile(r"[A-Za-z][-\u2010\u2011]?\Z")
_HOLE = re.compile(r"\{[A-Za-z_][A-Za-z0-9_]*\}")
_LOWER_WORD = re.compile(r"\b[a-z]{2,}")
_NUMBER_WORDS = frozenset(
    [
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
        *("eleven", "twelve", "twenty", "thirty", "hundred", "thousand", "million", "billion"),
        *("once", "twice", "half", "first", "second", "third", "dozen", "dozens"),
    ]
)
# Where a text may be a name alone, which is written alike in many languages.
_KINDS_OF_NAMES = frozenset(
    [
        *("employers.name", "entry_routes.providers", "glossary.term", "other_titles"),
        *("pay.region", "resources.title", "roadmap.activities.activity", "skills.name"),
    ]
)
_JOINERS = dict.fromkeys(map(ord, "\u200c\u200d"))
_SAY_WHY = "if it is right as it is, say why in note:"


def find_same(source: str, target: str, kind: str) -> Iterator[Suspicion]:
    """Yield a translation that is its source text, unless that is a name."""
    if fold(source) != fold(target) or not any(map(str.isalpha, source)):
        return
    if kind in _KINDS_OF_NAMES and not _LOWER_WORD.search(source):
        return
    yield Suspicion(
        "", "the translation is the same as the source text", f"translate it; {_SAY_WHY}"
    )


def find_other_numbers(source: str, target: str) -> Iterator[Suspicion]:
    """Yield a translation whose numbers are not those of its source text.

    Their digits count, not the script or the grouping; a number in words may become digits.
    """
    wanted, found = Counter(_numbers(source)), Counter(_numbers(target))
    lacking = sorted((wanted - found).elements())
    added = sorted((found - wanted).elements())
    if any(word.lower() in _NUMBER_WORDS for word in words_of(source)):
        added = []
    if lacking or added:
        told = [f"lacks {_listed(lacking)}"] if lacking else []
        told += [f"has {_listed(added)} more"] if added else []
        message = f"the numbers differ from the source text: it {' and '.join(told)}"
        yield Suspicion("", message, f"correct them; {_SAY_WHY}")


def find_other_holes(source: str, target: str) -> Iterator[Suspicion]:
    """Yield a translation whose holes are not those of its source text."""
    wanted, found = set(_HOLE.findall(source)), set(_HOLE.findall(target))
    for hole in sorted(wanted - found):
        yield Suspicion("", f"{hole} of the source text is missing", "put it where it belongs")
    for hole in sorted(found - wanted):
        yield Suspicion(hole, f"{hole} is not in the source text", "take it out, or correct it")


def find_other_digits(target: str, digits: str) -> Iterator[Suspicion]:
    """Yield numbers in other digits than those the language has chosen."""
    zero = DIGIT_ZERO.get(digits, DIGIT_ZERO["latn"])
    for match in _NUMBER.finditer(target):
        if _touches_latin(target, match.start()) and zero != DIGIT_ZERO["latn"]:
            continue
        number = match.group()
        if any(each.isdecimal() and not zero <= ord(each) <= zero + 9 for each in number):
            written = "".join(
                chr(zero + unicodedata.digit(each)) if each.isdecimal() else each for each in number
            )
            message = f'"{number}" is not in the digits that the language has chosen ({digits})'
            yield Suspicion(number, message, f'write "{written}"')


def find_other_terms(source: str, target: str, terms: Sequence[TermRule]) -> Iterator[Suspicion]:
    """Yield the terms in a source text that are not translated as they are to be.

    A longer term goes before the shorter ones in it.
    """
    left = source
    plain = _plain(target)
    for rule in sorted(terms, key=lambda rule: -len(rule.term)):
        word = re.compile(rf"(?<!\w){re.escape(rule.term)}(?:s|es)?(?!\w)", re.IGNORECASE)
        left, count = word.subn("\0", left)
        if count and not any(_plain(form) in plain for form in (rule.target, *rule.forms)):
            yield Suspicion(
                "",
                f'the term "{rule.term}" is not translated as "{rule.target}"',
                f"use that word, or add a form of it to forms: in terms.yaml; {_SAY_WHY}",
            )


def _numbers(text: str) -> Iterator[str]:
    for match in _NUMBER.finditer(text):
        yield "".join(str(unicodedata.digit(each)) for each in match.group() if each.isdecimal())


def _listed(numbers: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(numbers))


def _touches_latin(text: str, start: int) -> bool:
    """Return whether a number belongs to a name in Latin letters: "CS50", "ISCO-08"."""
    return _END_OF_NAME.search(text, 0, start) is not None


def _plain(text: str) -> str:
    return fold(text.translate(_JOINERS)).casefold()
