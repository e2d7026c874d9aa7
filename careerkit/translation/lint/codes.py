"""A profile goes in; a warning for each country and currency that there is none of comes out."""

from __future__ import annotations

from collections.abc import Iterator

from careerkit.content.countries import COUNTRIES
from careerkit.content.models.profile import Profile
from careerkit.content.problem import Problem
from careerkit.content.text import Text
from careerkit.translation.words.cldr_formats import currency_codes


def lint_codes(profile: Profile) -> Iterator[Problem]:
    """Yield a warning for each code that is shaped like one and stands for nothing (CLDR)."""
    if profile.country is not None and profile.country not in COUNTRIES:
        message = f'there is no country "{profile.country}"'
        hint = "look its two letters up in ISO 3166, for example LK"
        yield Problem(profile.country.place, "country", message, hint, "warning")
    currencies: list[tuple[str, Text | None]] = [
        *((f"pay[{index}].currency", pay.currency) for index, pay in enumerate(profile.pay)),
        *((f"facts[{index}].currency", fact.currency) for index, fact in enumerate(profile.facts)),
    ]
    for field, currency in currencies:
        if currency is not None and currency not in currency_codes():
            message = f'there is no currency "{currency}"'
            hint = "look its three letters up in ISO 4217, for example LKR"
            yield Problem(currency.place, field, message, hint, "warning")
