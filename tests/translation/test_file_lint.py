"""What goes wrong in translations is warned of at its line and column, and what is right is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerkit.content import read_terms
from careerkit.content.problem import Problem
from careerkit.translation.lint.file_lint import lint_catalogue, lint_locale
from careerkit.translation.lint.letters import (
    find_lost_joiners,
    find_mixed_scripts,
    find_old_font,
    words_of,
)
from careerkit.translation.lint.pairs import (
    find_other_digits,
    find_other_holes,
    find_other_numbers,
    find_other_terms,
    find_same,
)
from tests.translation.catalogues import Source

ZWJ, ZWNJ = "\u200d", "\u200c"
SOURCE = Path(__file__).parents[2] / "source"


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("කෘත්රිම බුද්ධිය", ["කෘත්රිම"]),
        ("විද්යාව සහ ක්රමය", ["විද්යාව", "ක්රමය"]),
        (f"කෘත්{ZWJ}රිම විද්{ZWJ}යාව", []),
        ("කාර්ය අය්ය", []),
        (f"බස්{ZWNJ}රථය බස්රථය නිව්යෝක්", []),
        ("කෙනෙක්ය වාක්ය", ["වාක්ය"]),
        ("සත්ය", ["සත්ය"]),
        ("Docker කර්මය", []),
    ],
)
def test_lost_joiner(text: str, lost: list[str]) -> None:
    """If ra or ya follows al-lakuna without a joiner, then it is told, but not after ra."""
    assert [finding.word for finding in find_lost_joiners(text)] == lost


def test_lost_joiner_is_put_back() -> None:
    """If a joiner is lost, then the hint has the word as it should be."""
    (finding,) = find_lost_joiners("කෘත්රිම")
    assert f'write "කෘත්{ZWJ}රිම"' in finding.hint


@pytest.mark.parametrize(
    ("text", "source", "script", "found"),
    [
        ("lD;su nqoaêh", "Artificial intelligence", "SINHALA", True),
        ("nraw;if Ez;zwpT", "Artificial intelligence", "TAMIL", True),
        ("දත්ත nraw;if Ez;zwpT", "Data", "TAMIL", True),
        ("Docker සහ Kubernetes", "Docker and Kubernetes", "SINHALA", False),
        ("LinkedIn GitHub", "Use LinkedIn GitHub", "SINHALA", False),
        ("GitHub", "GitHub", "SINHALA", False),
        ("WSO2 සහ PyTorch", "WSO2", "SINHALA", False),
        ("https://example.org/a;b", "x", "SINHALA", False),
    ],
)
def test_old_font(text: str, source: str, script: str, found: bool) -> None:
    """If Latin letters stand for those of another script, then it is told; names are let be."""
    assert bool(list(find_old_font(text, source, script))) == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pythonහි", ["Pythonහි"]),
        ("Python-හි Python හි", []),
        ("p\u0430ge", ["p\u0430ge"]),
        ("5µm café 日本のテレビ", []),
        ("AI工程师使用Python編程、機器學習のAIエンジニア", []),
        ("AI엔지니어는 ใช้Python", []),
        ("工程\u0440師", ["工程\u0440師"]),
    ],
)
def test_mixed_scripts(text: str, words: list[str]) -> None:
    """If a word has letters of two scripts, then it is told, but not what is written so."""
    assert [finding.word for finding in find_mixed_scripts(text)] == words


def test_words() -> None:
    """If a word has marks and joiners, then it is one word."""
    assert list(words_of(f"ක්{ZWJ}රම, a-b 12x")) == [f"ක්{ZWJ}රම", "a", "b", "x"]


@pytest.mark.parametrize(
    ("source", "kind", "found"),
    [
        ("Give medicine", "daily_tasks.task", True),
        ("Nurse", "title", True),
        ("WSO2", "employers.name", False),
        ("Dialog Axiata", "employers.name", False),
        ("Dozens of others", "employers.name", True),
        ("16-18", "roadmap.ages", False),
    ],
)
def test_same(source: str, kind: str, found: bool) -> None:
    """If a translation is its source text, then it is told, unless that is a name."""
    assert bool(list(find_same(source, f" {source}", kind))) == found
    assert not list(find_same(source, "x", kind))


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ("from 120,000 to 1.2 billion", "1,2 et 1,20,000", ""),
        ("16 or 17", "௧௬ 17", ""),
        ("16 years", "17", "it lacks 16 and has 17 more"),
        ("three years", "3", ""),
        ("a year", "1", "it has 1 more"),
        ("Grade 9, 9", "9", "it lacks 9"),
        ("CS50", "CS50", ""),
    ],
)
def test_other_numbers(source: str, target: str, told: str) -> None:
    """If the digits of a number differ, then it is told; script and grouping are not looked at."""
    found = [finding.message for finding in find_other_numbers(source, target)]
    assert found == ([f"the numbers differ from the source text: {told}"] if told else [])


def test_other_holes() -> None:
    """If a hole is lost or made up, then it is told."""
    assert [one.message for one in find_other_holes("a {b} {{ 7 }}", "{c}")] == [
        "{b} of the source text is missing",
        "{c} is not in the source text",
    ]


@pytest.mark.parametrize(
    ("target", "digits", "words"),
    [
        ("12 ௧௬", "latn", ["௧௬"]),
        ("12 CS50 ১২", "beng", ["12"]),
        ("ISCO-08 COVID\u201119 x 7 -3", "beng", ["7", "3"]),
        ("12", "latn", []),
    ],
)
def test_other_digits(target: str, digits: str, words: list[str]) -> None:
    """If a number is not in the digits chosen, then it is told; those in names are let be."""
    assert [one.word for one in find_other_digits(target, digits)] == words


def test_other_digits_are_put_right() -> None:
    """If digits are wrong, then the hint has the right ones."""
    (finding,) = find_other_digits("௧,௬", "latn")
    assert finding.hint == 'write "1,6"'


def test_terms(source: Source) -> None:
    """If a term is not kept, then it is told; forms, plurals and longer terms are known."""
    source.catalogue()
    path = source.folder / "locales" / "si" / "terms.yaml"
    path.write_text(
        "- {term: data, target: දත්ත}\n- {term: data science, target: දත්ත විද්‍යාව}\n"
        "- {term: model, target: ආකෘතිය, forms: [ආකෘති]}\n",
        encoding="utf-8",
    )
    terms = read_terms(path).terms
    assert not list(find_other_terms("Models of data", "දත්ත ආකෘතිවල", terms))
    assert not list(find_other_terms("database remodelled", "x", terms))
    assert [one.message for one in find_other_terms("Data science", "දත්ත", terms)] == [
        'the term "data science" is not translated as "දත්ත විද්‍යාව"'
    ]
    # A joiner more or less is another rule's business.
    assert not list(find_other_terms("Data science", "දත්ත විද්යාව", terms))


def _short(problems: list[Problem]) -> list[str]:
    return [f"{one.place.line}:{one.place.column}: {one.field}: {one.message}" for one in problems]


def test_places_of_a_catalogue(source: Source) -> None:
    """If a word is doubtful, then its own line and column are told, else those of the text."""
    text = """\
career: nurse
entries:
  - source: Nurses look after people who are ill.
    target: >-
      ඔවුහු රෝගීන්
      Pythonහි විද්යාව.
  - {source: They work in 3 shifts., target: "වැඩ 4"}
  - {source: School, target: School}
  - source: Give medicine
    target: Give medicine
    note: the campaign's name
"""
    catalogue = source.catalogue(text)
    locale = source.locale("si").model_copy(update={"name": "සිංහල"})
    found = list(lint_catalogue(source.profile(), catalogue, locale, (), text))
    assert _short(found) == [
        '6:16: entries: "විද්යාව" has lost a joiner (U+200D)',
        '6:7: entries: "Pythonහි" mixes Latin and Sinhala letters',
        "7:46: entries: the numbers differ from the source text: it lacks 3 and has 4 more",
        "8:30: entries: the translation is the same as the source text",
    ]
    assert {one.severity for one in found} == {"warning"}


def test_places_of_labels(source: Source) -> None:
    """If a label is doubtful, then its line is told; one of another language is not looked at."""
    labels = '  a: විද්යාව\n  b: {one: "{x} ක්රම", other: "{x}"}'
    locale = source.locale("si", labels, more="digits: latn\n").model_copy(update={"name": "සිංහල"})
    text = (source.folder / "locales" / "si.yaml").read_text(encoding="utf-8")
    assert _short(list(lint_locale(locale, text))) == [
        '7:6: labels.a: "විද්යාව" has lost a joiner (U+200D)',
        '8:17: labels.b: "ක්රම" has lost a joiner (U+200D)',
    ]
    assert list(lint_locale(locale.tagged("si-LK"), text)) == []


@pytest.mark.parametrize(
    ("tag", "more", "told"),
    [
        ("ur", "", []),
        ("ur", "direction: rtl\nhabits: ur-IN\n", []),
        ("xyz", "habits: en-GB\n", []),
        (
            "ur",
            "direction: ltr\nhabits: en-GB\n",
            [
                '5:12: direction: "ltr" is not how its script is read: that is from right to left',
                '6:9: habits: "en-GB" is no form of "ur", whose dates and numbers it is to be for',
            ],
        ),
        (
            "fr",
            "direction: rtl\n",
            ['5:12: direction: "rtl" is not how its script is read: that is from left to right'],
        ),
    ],
)
def test_what_is_left_of_another_language(
    source: Source, tag: str, more: str, told: list[str]
) -> None:
    """If a language's file has another's direction or habits, then that is told at its line."""
    locale = source.locale(tag, "  a: x", more=more)
    assert sorted(_short(list(lint_locale(locale, "")))) == told
