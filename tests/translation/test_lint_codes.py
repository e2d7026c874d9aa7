"""Codes that stand for no country and no currency are told, at their places."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel import Locale

from careerkit.content import read_profile
from careerkit.content.countries import COUNTRIES
from careerkit.translation.lint.codes import lint_codes
from careerkit.translation.words.cldr_formats import currency_codes
from tests.school import NURSE
from tests.shipped import PROFILES, SOURCE


def test_codes_that_stand_for_nothing(tmp_path: Path) -> None:
    """If a profile names no country or no currency, then each is told; others are not."""
    path = tmp_path / "nurse.yaml"
    pay = "{{region: a, low: 1, period: day, currency: {0}}}"
    text = (
        f"country: ZZ\npay: [{pay.format('XXQ')}, {pay.format('LKR')}, {pay.format('DEM')}]\n"
        "facts: [{label: a, amount: 1, currency: LRK}, {label: a, amount: 1}]\n"
    )
    path.write_text(NURSE + text, encoding="utf-8")
    told = [str(one).split(":", 1)[1] for one in lint_codes(read_profile(path, tmp_path))]
    assert told == [
        (
            '10:10: warning: country: there is no country "ZZ"\n'
            "  hint: look its two letters up in ISO 3166, for example LK"
        ),
        (
            '11:50: warning: pay[0].currency: there is no currency "XXQ"\n'
            "  hint: look its three letters up in ISO 4217, for example LKR"
        ),
        (
            '12:41: warning: facts[0].currency: there is no currency "LRK"\n'
            "  hint: look its three letters up in ISO 4217, for example LKR"
        ),
    ]


@pytest.mark.parametrize("career", PROFILES)
def test_codes_of_the_careers(career: Path) -> None:
    """If a career ships, then its codes are real."""
    assert list(lint_codes(read_profile(career, SOURCE))) == []


def test_the_lists_are_whole() -> None:
    """If a code is of a country or a currency today, then it is known."""
    assert {"LK", "IN", "GB", "US", "XK", "PS", "TW"} <= COUNTRIES
    named = {code for code in map(str, Locale("en").territories) if len(code) == 2}
    no_country = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
    assert named - no_country == COUNTRIES
    assert {"LKR", "INR", "GBP", "USD", "EUR", "XOF"} <= currency_codes()
