"""A paragraph goes in; the places where a line may end come out (UAX #14, UAX #29, by ICU).

ICU's line breaker is UAX #14 with dictionaries for the scripts that put no spaces between words
(Thai, Khmer, Burmese, Lao). Some habits of good setting are added to it: a number keeps its unit
and a currency its amount; a slash parts words, not initials ("A/B"); a hyphen parts none, unless
the word is wider than the measure (``lines.py``).
"""

from __future__ import annotations

import re
from functools import lru_cache

from icu4py.breakers import CharacterBreaker, LineBreaker

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
_HYPHEN = re.compile(r"-(?=\w)")
_INITIALS = re.compile(
    r"(?<![^\W\d_])[^\W\d_]{1,2}[-/](?=\w)|(?<=\w)[-/](?=[^\W\d_]{1,2}(?![^\W\d_]))"
)


@lru_cache(maxsize=2048)
def line_break_offsets(text: str, language: str) -> tuple[int, ...]:
    """Return the offsets at which a line may end, ascending, the text's length the last of them."""
    offsets = _offsets(LineBreaker, text, language)
    kept = {match.end() for match in _NUMBER_THEN_UNIT.finditer(text)}
    kept |= {match.end() for match in _CURRENCY_THEN_NUMBER.finditer(text)}
    kept |= {match.end() for match in _INITIALS.finditer(text)}
    kept |= {match.end() for match in _HYPHEN.finditer(text)}
    kept.discard(len(text))
    return tuple(offset for offset in offsets if offset not in kept)


def grapheme_offsets(text: str, language: str) -> tuple[int, ...]:
    """Return the ends of the text's grapheme clusters: what a reader takes for one letter."""
    return tuple(_offsets(CharacterBreaker, text, language))


def _offsets(
    breaker: type[CharacterBreaker] | type[LineBreaker], text: str, language: str
) -> list[int]:
    ends = [end for _, end in breaker(text, language).segments()]
    if not _ASTRAL.search(text):
        return ends
    # icu4py 1.2.0 counts UTF-16 code units where it promises characters.
    units = 0
    offset_of = {}
    for offset, character in enumerate(text, start=1):
        units += 2 if ord(character) > 0xFFFF else 1
        offset_of[units] = offset
    return [offset_of[end] for end in ends]
