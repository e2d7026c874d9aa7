"""A language's file is read with its labels in that language, or explained."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerkit.content import ContentError, Locale, read_locale

SINHALA = """\
name: සිංහල
english_name: Sinhala
fallback: en
direction: ltr
fonts: [Noto Sans Sinhala, Noto Sans]
deck_fonts: [Nirmala UI]
line_height: 1.65
digits: latn
money: "{currency} {amount}"
labels:
  daily_tasks: දෛනික කාර්යයන්
  minutes: {one: "{count} a", other: "{count} b"}
"""


def _read(folder: Path, text: str, name: str = "si.yaml") -> Locale:
    (folder / name).write_text(text, encoding="utf-8")
    return read_locale(folder / name)


def test_locale(tmp_path: Path) -> None:
    """If a locale is valid, then its labels are texts in its language, with their places."""
    locale = _read(tmp_path, SINHALA, "si-LK.yaml")
    label = locale.labels["daily_tasks"]
    assert (locale.tag, locale.fallback, locale.line_height) == ("si-LK", "en", 1.65)
    assert isinstance(label, str)
    assert (label.language, label.place.line, label.place.column) == ("si-LK", 11, 16)
    assert locale.labels["minutes"] == {"one": "{count} a", "other": "{count} b"}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "direction: ltr",
            "direction: rlt",
            '4:12: direction: expected one of ltr, rtl, found "rlt"\n  hint: did you mean "rtl"?',
        ),
        (
            "{currency} {amount}",
            "{curency} 1",
            (
                '9:8: money: expected a pattern such as {currency} {amount}, found "{curency} 1"\n'
                '  hint: write it in quotes, with the two holes {currency} and {amount}: "{currency} '  # noqa: E501  # a message as it is printed
                '{amount}"'
            ),
        ),
        (
            ', other: "{count} b"',
            "",
            (
                '12:12: labels.minutes: the form for "other" is missing\n'
                "  hint: every language has it (CLDR)"
            ),
        ),
        (
            "one:",
            "sing:",
            (
                '12:12: labels.minutes: "sing" is not a plural category\n'
                "  hint: allowed are zero, one, two, few, many, other"
            ),
        ),
        ("දෛනික කාර්යයන්", "[a]", "11:16: labels.daily_tasks: expected text, found a list"),
        (
            "fallback: en",
            "fallback: English",
            (
                '3:11: fallback: expected a language tag, found "English"\n'
                "  hint: for example en or si-LK"
            ),
        ),
        (
            "line_height: 1.65",
            "line_height: 0",
            '7:14: line_height: expected a number from 1 to 3, found "0"',
        ),
        (
            "line_height: 1.65",
            "size_scale: 10",
            '7:13: size_scale: expected a number from 0.8 to 1.5, found "10"',
        ),
        (
            "digits: latn",
            "digits: tamldek",
            (
                '8:9: digits: expected a CLDR system of ten digits, found "tamldek"\n'
                '  hint: did you mean "tamldec"?'
            ),
        ),
        (
            "line_height: 1.65",
            "line_hight: 1.65",
            '7:1: line_hight: unknown field\n  hint: did you mean "line_height"?',
        ),
    ],
)
def test_problem_of_a_locale(tmp_path: Path, old: str, new: str, told: str) -> None:
    """If one thing is wrong in a locale, then one problem says what and where."""
    with pytest.raises(ContentError) as caught:
        _read(tmp_path, SINHALA.replace(old, new))
    assert [str(one) for one in caught.value.problems] == [f"{tmp_path / 'si.yaml'}:{told}"]


@pytest.mark.parametrize("given", ["roman", "hanidec", "[]"])
def test_digits_that_are_not_ten(tmp_path: Path, given: str) -> None:
    """If a numbering system does not work like latn, then those that do are listed."""
    with pytest.raises(ContentError) as caught:
        _read(tmp_path, SINHALA.replace("digits: latn", f"digits: {given}"))
    (problem,) = caught.value.problems
    assert problem.hint.startswith("there are: latn, arab, ")


@pytest.mark.parametrize(
    "given", ["size_scale: 0.8", "size_scale: 1.5", "line_height: 1", "line_height: 3"]
)
def test_limits_are_allowed(tmp_path: Path, given: str) -> None:
    """If a number is a limit itself, then it is taken."""
    locale = _read(tmp_path, SINHALA.replace("line_height: 1.65", given))
    name, value = given.split(": ")
    assert getattr(locale, name) == float(value)


def test_name_of_the_file_is_a_tag(tmp_path: Path) -> None:
    """If the file's name is no language tag, then that is said."""
    with pytest.raises(ContentError, match='"Sinhala" is not a language tag'):
        _read(tmp_path, SINHALA, "Sinhala.yaml")
