"""A number that can mean two things is a question; one in another form is told how to write."""

from __future__ import annotations

import pytest

from tests.content.conftest import Explain
from tests.content.test_explain import HEAD

DIGITS = "write digits only, without commas, signs or units, for example 250000 or 1.2"


def _facts(written: str) -> str:
    return f'{HEAD}facts: [{{label: a, amount: "{written}"}}]\n'


@pytest.mark.parametrize(
    ("written", "meanings", "hint"),
    [
        ("90.000", "90 or 90,000", "write 90 or 90000"),
        ("250.500", "250.5 or 250,500", "write 250.5 or 250500"),
        ("1.234", "1.234 or 1,234", "write 1.2340 or 1234"),
    ],
)
def test_two_meanings_are_a_question(
    explain: Explain, written: str, meanings: str, hint: str
) -> None:
    """If a point may part thousands or begin decimals, then it is asked which."""
    assert explain(_facts(written)) == [
        f'baker.yaml:6:28: facts[0].amount: "{written}" can mean {meanings}\n  hint: {hint}'
    ]


def test_both_ends_of_pay_are_asked_for(explain: Explain) -> None:
    """If low and high are written with a point for thousands, then each is a question."""
    text = "pay:\n  - {region: H, low: 90.000, high: 250.000, currency: LKR, period: month}\n"
    assert [one.split("\n")[0] for one in explain(HEAD + text)] == [
        'baker.yaml:7:22: pay[0].low: "90.000" can mean 90 or 90,000',
        'baker.yaml:7:36: pay[0].high: "250.000" can mean 250 or 250,000',
    ]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("1.234,50", "write 1234.50"),
        ("1,234.50", "write 1234.50"),
        ("90 000", "write 90000"),
        ("90\u00a0000", "write 90000"),
        ("90'000", "write 90000"),
        ("1 234,5", "write 1234.5"),
        ("90,000", "write 90000, or 90 if the comma begins decimals"),
        ("1,234", "write 1234, or 1.2340 if the comma begins decimals"),
        ("90,5", "write 90.5"),
        ("12.345.678", "write 12345678"),
        ("9e4", "write 90000"),
        ("9.5E4", "write 95000"),
        ("2,50,000", "write 250000"),
        ("90k", "write 90000"),
        ("1.5 lakh", "write 150000"),
        ("LKR 90000", "write 90000"),
        ("\u0bef\u0be6", "write 90"),
        ("\u0def\u0de6,\u0de6\u0de6\u0de6", "write 90000, or 90 if the comma begins decimals"),
        ("\u0661\u066c\u0662\u0663\u0664\u066b\u0665", "write 1234.5"),
        ("\u22125", "write -5"),
        (".5", "write 0.5"),
        ("2-3", DIGITS),
        ("90000 100000", DIGITS),
        ("10 20", DIGITS),
        ("90000 to 95000", DIGITS),
        ("1,2,3", DIGITS),
        ("1.000,000.5", DIGITS),
        ("many", DIGITS),
    ],
)
def test_other_forms_are_told_how_to_write(explain: Explain, written: str, hint: str) -> None:
    """If a number is written in another form, then the hint says how, and guesses nothing."""
    assert explain(_facts(written)) == [
        (
            "baker.yaml:6:28: facts[0].amount: expected a number, found "
            f'"{" ".join(written.split())}"\n  hint: {hint}'
        )
    ]


@pytest.mark.parametrize("written", ["0.125", "90000", "90_000", "1.2340", "90.00", "-5.5"])
def test_clear_numbers_are_taken(explain: Explain, written: str) -> None:
    """If a number can mean one thing only, then it is taken."""
    told = explain(f"{HEAD}facts: [{{label: a, amount: {written}}}]\nwrong: 1\n")
    assert [one.split("\n")[0] for one in told] == ["baker.yaml:7:1: wrong: unknown field"]


def test_a_number_out_of_reach_is_not_asked_for() -> None:
    """If the thousands would be more than a field may hold, then the decimals were meant."""
    from careerkit.content.models.values import _take_number
    from careerkit.content.text import Text

    assert str(_take_number(Text("1.625"), 1, 3)) == "1.625"


@pytest.mark.parametrize("written", ["0.0000001", "1" + "0" * 15, "1e30", "9" * 400])
def test_hint_for_a_number_of_too_many_digits_can_be_followed(
    explain: Explain, written: str
) -> None:
    """If a number has more digits than are read, then the hint is not to write just that."""
    (problem,) = explain(_facts(written))
    assert problem.split("\n  hint: ")[1] == (
        "a number has 15 digits at the most, and 6 behind the point"
    )
