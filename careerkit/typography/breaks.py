"""A paragraph goes in; the places where a line may end come out (UAX #14, UAX #29).

The rules are in ``line_rules``. The scripts that put no spaces between words (Thai, Khmer, Burmese,
Lao) need a dictionary besides, which ICU has, a library of 44 MB that is installed with the extra
``scripts``. Some habits of good setting are added: a number keeps its unit
and a currency its amount; a slash parts words, not initials ("A/B"); a hyphen parts none, unless
the word is wider than the measure (``lines.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from careerkit.content.problem import Place, Problem
from careerkit.typography.line_classes import needs_dictionary
from careerkit.typography.line_rules import find_line_breaks

if TYPE_CHECKING:
    import regex

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
# Words after a number that must not be parted from it; of Sinhala and Tamil words their beginning,
# as they take endings.
_UNITS = (
    "million|billion|trillion|thousand|lakh|crore|percent|per cent|hours?|minutes?|months?|years?|"
    "weeks?|days?|km|kg|cm|mm|GB|MB|%|°C"
)
_UNITS_WITH_ENDINGS = (
    r"මිලියන|බිලියන|පැය|මිනිත්තු|වසර|අවුරුදු|වන(?!\w)|වැනි(?!\w)|"
    "மில்லியன்|பில்லியன்|மணித்தியால|நிமிட|ஆண்டு|வயது|சதவீத|மாத|ஆம்|ஆவது"
)
_NUMBER_THEN_UNIT = re.compile(
    rf"(?<=\d) (?=(?:{_UNITS})\b|%|{_UNITS_WITH_ENDINGS})|(?<=\d\+) (?=(?:{_UNITS})\b)|"
    r"(?<=\d per) (?=cent\b)"
)
_CURRENCY_THEN_NUMBER = re.compile(
    r"(?:(?<=\b[A-Z]{3})|(?<=[$€£¥₨₹])|(?<=\bRs)|(?<=\bRs\.)) (?=\d)"
)
# No line ends with a hyphen: readers of a text layer take it for one that the line's end brought in
# and leave it out (poppler 22.12), and an address copied without it leads nowhere.
_HYPHEN = re.compile(r"-(?=\S)")
_INITIALS = re.compile(
    r"(?<![^\W\d_])[^\W\d_]{1,2}[-/](?=\w)|(?<=\w)[-/](?=[^\W\d_]{1,2}(?![^\W\d_]))"
)


@lru_cache(maxsize=2048)
def line_break_offsets(text: str, language: str) -> tuple[int, ...]:
    """Return the offsets at which a line may end, ascending, the text's length the last of them."""
    if needs_dictionary(text):
        offsets = _find_by_dictionary(text, language)
    else:
        offsets = find_line_breaks(text)
    kept = {match.end() for match in _NUMBER_THEN_UNIT.finditer(text)}
    kept |= {match.end() for match in _CURRENCY_THEN_NUMBER.finditer(text)}
    kept |= {match.end() for match in _INITIALS.finditer(text)}
    kept |= {match.end() for match in _HYPHEN.finditer(text)}
    kept.discard(len(text))
    return tuple(offset for offset in offsets if offset not in kept)


def grapheme_offsets(text: str) -> tuple[int, ...]:
    """Return the ends of the text's grapheme clusters: what a reader takes for one letter."""
    # Nothing before the marks at U+0300 joins another, but the two ends of a line.
    if max(text, default="") < "\u0300" and "\r" not in text:
        return tuple(range(1, len(text) + 1))
    return tuple(found.end() for found in _graphemes().finditer(text))


def find_undivided(texts: Iterable[tuple[str, Place]]) -> Iterator[Problem]:
    """Yield a warning for the first text whose words cannot be told apart, as ICU is not there."""
    if has_dictionary():
        return
    for text, place in texts:
        if needs_dictionary(text):
            yield Problem(
                place,
                "",
                "lines end between any two letters: the dictionary of its words is not installed",
                'install it: pip install "careerkit[scripts]"',
                "warning",
            )
            return


@cache
def has_dictionary() -> bool:
    """Return whether ICU is installed, which knows the words of Thai, Lao, Khmer and Burmese."""
    return find_spec("icu4py") is not None


def _find_by_dictionary(text: str, language: str) -> list[int]:
    if not has_dictionary():
        # Between two letters of such a script, rather than one word as long as a paragraph.
        letters = {end for end in grapheme_offsets(text) if needs_dictionary(text[end - 1 : end])}
        inside = {end for end in letters if needs_dictionary(text[end : end + 1])}
        return sorted(inside | set(find_line_breaks(text)))
    from icu4py.breakers import LineBreaker

    ends = [end for _, end in LineBreaker(text, language).segments()]
    if not _ASTRAL.search(text):
        return ends
    # icu4py 1.2.0 counts UTF-16 code units where it promises characters.
    units = 0
    offset_of = {}
    for offset, character in enumerate(text, start=1):
        units += 2 if ord(character) > 0xFFFF else 1
        offset_of[units] = offset
    return [offset_of[end] for end in ends]


@cache
def _graphemes() -> regex.Pattern[str]:
    import regex

    return regex.compile(r"\X", regex.DOTALL)
