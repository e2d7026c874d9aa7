"""Which languages are asked for what a language lacks, and what may be inherited."""

from __future__ import annotations

import pytest

from careerkit.content import ContentError, Locale
from careerkit.translation.locales.fallback import find_chain, merge_family
from careerkit.translation.locales.label_check import check_labels
from careerkit.translation.words.labels import LabelError
from careerkit.translation.words.locale_words import Words
from tests.translation.catalogues import Source


def _chain(tag: str, *locales: Locale) -> list[str]:
    by_tag = {locale.tag: locale for locale in locales}
    return [locale.tag for locale in find_chain(tag, by_tag, by_tag.get)]


def test_chain(source: Source) -> None:
    """If a region's language lacks something, then the order is region, language, fallback, en."""
    locales = [
        source.locale("en"),
        source.locale("si", more="fallback: ta\n"),
        source.locale("si-LK"),
        source.locale("ta"),
        source.locale("fr"),
    ]
    assert _chain("si-LK", *locales) == ["si-LK", "si", "ta", "en"]
    assert _chain("fr", *locales) == ["fr", "en"]
    assert _chain("en", *locales) == ["en"]
    assert _chain("fr", locales[-1]) == ["fr"]


@pytest.mark.parametrize("tag", ["si-LK", "si", "ta", "fr"])
def test_a_ring_of_fallbacks(source: Source, tag: str) -> None:
    """If languages come back to themselves, then that is said once, whichever is asked for."""
    locales = [
        source.locale("fr", more="fallback: ta\n"),
        source.locale("si", more="fallback: ta\n"),
        source.locale("si-LK"),
        source.locale("ta", more="digits: latn\nfallback: si-LK\n"),
    ]
    with pytest.raises(ContentError) as caught:
        _chain(tag, *locales)
    file = (source.folder / "locales" / "si.yaml").as_posix()
    assert str(caught.value) == (
        f"{file}:5:11: fallback: the languages fall back on one another in a ring: si to ta to si\n"
        "  hint: take the fallback out of one of them"
    )


def test_a_region_may_name_its_language(source: Source) -> None:
    """If a region falls back on its own language, then that is no ring."""
    locales = [
        source.locale("si-LK", more="fallback: si\n"),
        source.locale("si", more="fallback: en\n"),
        source.locale("en"),
    ]
    assert _chain("si-LK", *locales) == ["si-LK", "si", "en"]


def test_unknown_fallback(source: Source) -> None:
    """If a fallback has no file, then that is said at its place."""
    with pytest.raises(ContentError) as caught:
        _chain("si", source.locale("si", more="fallback: tam\n"), source.locale("ta"))
    (problem,) = caught.value.problems
    assert (problem.place.line, problem.message, problem.hint) == (
        5,
        'there is no language "tam"',
        'did you mean "ta"?',
    )


def test_a_region_inherits(source: Source) -> None:
    """If a region says little, then the rest comes from its language, and never from another."""
    region = source.locale("si-LK", "  a: x", more="digits: latn\n")
    language = source.locale("si", "  a: y\n  b: z", more="digits: sinh\nline_height: 1.6\n")
    english = source.locale("en", "  c: w")
    merged = merge_family([region, language, english])
    assert (merged.tag, merged.digits, merged.line_height) == ("si-LK", "latn", 1.6)
    assert merged.labels == {"a": "x", "b": "z"}
    assert merge_family([language, english]) == language


def test_lending(source: Source) -> None:
    """If a label is lacking, then it is an error until it is lent, and lent once."""
    words = Words(source.locale("si"), [source.locale("en", "  c: w")])
    with pytest.raises(LabelError, match="no such label"):
        words.label("c")
    assert not words.has_label("c")
    assert words.lend("c")
    assert words.label("c") == "w"
    assert not words.lend("c")
    assert not words.lend("d")


ENGLISH = """\
  work: "What {indefinite} does"
  plain: Contents
  minutes: {one: "{count} minute", other: "{count} minutes"}
  pay: "{low_money} to {high} a year"
"""


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        ('  work: "{indefinite} x"\n  pay: "{currency} {low} - {high_money}"', []),
        ('  pay: "{low_money} {high_money}"\n  own: "{anything}"', []),
        ('  minutes: {one: a minute, other: "{count}"}', []),
        (
            "  work: x",
            [
                (
                    "7:9: labels.work: the hole {indefinite} is missing\n"
                    "  hint: put {indefinite} where it belongs in the sentence"
                )
            ],
        ),
        (
            '  work: "{indefinit} x {indefinite}"',
            [
                (
                    "7:9: labels.work: nothing fills the hole {indefinit}\n"
                    "  hint: did you mean {indefinite}?"
                )
            ],
        ),
        (
            '  plain: "{x}"',
            ["7:10: labels.plain: nothing fills the hole {x}\n  hint: this label's holes: none"],
        ),
        (
            "  minutes: {one: a, other: b}",
            [
                (
                    "7:28: labels.minutes.other: the hole {count} is missing\n"
                    "  hint: put {count} where it belongs in the sentence"
                )
            ],
        ),
        (
            '  pay: "{low} to {high}"',
            [],
        ),
        ('  money_lkr: "Rs {amount}"\n  currency_lkr: rupees\n  date_month: "{year} {month}"', []),
        (
            "  money_lkr: Rs",
            [
                (
                    "7:14: labels.money_lkr: the hole {amount} is missing\n"
                    "  hint: put {amount} where it belongs in the sentence"
                )
            ],
        ),
        (
            '  currency_lkr: "Rs {amount}"',
            [
                (
                    "7:17: labels.currency_lkr: nothing fills the hole {amount}\n"
                    "  hint: this label's holes: none"
                )
            ],
        ),
        (
            '  work: "{indefinite"',
            [
                (
                    "7:9: labels.work: a brace is left open or closed; write {{ and }} for braces"
                    " to be printed"
                )
            ],
        ),
    ],
)
def test_holes(source: Source, labels: str, told: list[str]) -> None:
    """If a label lacks a hole or has one of its own, then its line is named."""
    found = check_labels(source.locale("si", "  first: b\n" + labels), source.locale("en", ENGLISH))
    file = (source.folder / "locales" / "si.yaml").as_posix()
    assert [str(problem).removeprefix(f"{file}:") for problem in found] == told
