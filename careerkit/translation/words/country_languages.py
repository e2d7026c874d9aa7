"""A language and a country go in; whether it is official there, or read by many, comes out.

The figures are CLDR's: what part of a country's people can read a language. (Unicode CLDR,
"Territory-Language Information"; LDML part 6, "Supplemental Territory Information".)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from careerkit.translation.language_tags import same_language

FEWEST_READERS_PER_CENT = 5
_OFFICIAL = ("official", "de_facto_official")
_OFFICIAL_IN_A_REGION = (*_OFFICIAL, "official_regional")


def is_usual_in(tag: str, country: str) -> bool:
    """Return whether a language is official in all of a country, or many there read it."""
    return _is_one_of(tag, country, _OFFICIAL)


def is_at_home_in(tag: str, country: str) -> bool:
    """Return whether a language is official in some region of a country, or many there read it.

    Of a country that CLDR has no figures for, every language is taken to be at home in it.
    """
    return _is_one_of(tag, country, _OFFICIAL_IN_A_REGION) or country not in _languages()


def _is_one_of(tag: str, country: str, official: tuple[str, ...]) -> bool:
    return any(
        facts["official_status"] in official
        or facts["population_percent"] >= FEWEST_READERS_PER_CENT
        for name, facts in _languages().get(country, {}).items()
        if same_language(tag, name.replace("_", "-"))
    )


def _languages() -> Mapping[str, Any]:
    from babel.core import get_global

    return get_global("territory_languages")
