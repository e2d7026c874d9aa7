"""Labels and headings that hold whatever a title, a name or a place is, in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from careerkit.content import read_locale, read_profile
from careerkit.content.models.locale import Locale
from careerkit.content.text import Text
from careerkit.document.traversal import outline
from careerkit.editions import EDITIONS
from careerkit.layout import load_layout, render_document
from careerkit.translation.words.locale_words import Words

ROOT = Path(__file__).parent.parent
LOCALES = {
    "en": ROOT / "source" / "locales" / "en.yaml",
    "si": ROOT / "source" / "locales" / "si.yaml",
    "ta": ROOT / "source" / "locales" / "ta.yaml",
    "ar": ROOT / "tests" / "locales" / "ar.yaml",
}
LABELS_WITH_A_TITLE = {"cover_alt", "continued"}

# What fills a hole: words as somebody wrote them, or what the language itself wrote of a number,
# a date or a currency, in the form its sentence needs.
TEMPLATES = {edition.template: edition.medium for edition in EDITIONS}
HOLES_FOR_WORDS = {
    *(
        "address",
        "ages",
        "careers",
        "code",
        "country",
        "credit",
        "issuer",
        "label",
        "language",
        "level",
        "licence",
    ),
    *("people", "prompt", "range", "region", "source", "sources", "stage", "subject", "title"),
    *("titles", "person", "via"),
}
HOLES_FOR_FIGURES = {
    *("amount", "count", "currency", "date", "day", "figure", "grade", "high", "high_money", "low"),
    *("low_money", "minutes", "month", "part", "parts", "percent", "since", "until", "year"),
}
_ALONE_BEFORE = re.compile(r"(?:^|[:·(“«]\s*|[,،;؛]\s+)$")
_ALONE_AFTER = re.compile(r"(?:$|[:)”»,،;؛]|\s+[·(])")

# As it came, and as it may come: plural, a word this program uses, a parenthesis at the end, long,
# capitals, a digit first, an h that is not heard, no Latin letter, from right to left.
AWKWARD_TITLES = (
    *("Accountants and Auditors", "Terms", "Nurse (registered)", "“Quoted”", "Hourly Worker"),
    *("NASA UX DESIGNER", "3D Artist", "Heir-hunter", "Scissors", "Zoo keeper’s.", "x"),
    f"Supervisors of {'transportation and material-moving machine ' * 2}operators, except in air",
    *("විදුලි කාර්මිකයා", "பதிவுபெற்ற தாதி", "ممرضة مسجلة"),
)


@cache
def speak(tag: str) -> Locale:
    """Read a language's file."""
    return read_locale(LOCALES[tag])


def forms_of(tag: str) -> Iterator[tuple[str, Text]]:
    """Give each label of a language with each of its forms."""
    for name, label in speak(tag).labels.items():
        for form in (label,) if isinstance(label, Text) else label.values():
            yield name, form


def not_alone(template: str) -> list[str]:
    """Return the holes for words that lean on what stands beside them."""
    pieces: list[tuple[str, str]] = []
    for literal, hole, _, _ in Formatter().parse(template):
        pieces += [(literal, ""), ("x", hole)] if hole else [(literal, "")]
    return [
        hole
        for number, (_, hole) in enumerate(pieces)
        if hole in HOLES_FOR_WORDS
        and not (
            _ALONE_BEFORE.search("".join(text for text, _ in pieces[:number]))
            and _ALONE_AFTER.match("".join(text for text, _ in pieces[number + 1 :]))
        )
    ]


@pytest.mark.parametrize(
    ("template", "leaning"),
    [
        ("What {title} does", ["title"]),
        ("In {country}", ["country"]),
        ("{title} கரන", ["title"]),
        ("{country}වල", ["country"]),
        ("by {people}.", ["people"]),
        ("{title}{stage}", ["title", "stage"]),
        ("“{title}” and more", []),
        ("{level}, {region}", []),
        ("Words: {title}", []),
        ("{title} ({part} of {parts})", []),
        ("About {count} seconds", []),
    ],
)
def test_what_leans_on_a_word_is_found(template: str, leaning: list[str]) -> None:
    """If a hole for words has a word, an article or an ending beside it, then it does not stand."""
    assert not_alone(template) == leaning


@pytest.mark.parametrize("tag", LOCALES)
def test_words_in_labels_stand_alone(tag: str) -> None:
    """If words fill a hole, then no word of the label beside them has to agree with them."""
    assert [(name, form) for name, form in forms_of(tag) if not_alone(form)] == []


@pytest.mark.parametrize("tag", LOCALES)
def test_every_hole_is_of_words_or_of_figures(tag: str) -> None:
    """If a label gets a new hole, then it has to be said here what may fill it."""
    holes = {hole for _, form in forms_of(tag) for _, hole, _, _ in Formatter().parse(form) if hole}
    assert holes - HOLES_FOR_WORDS - HOLES_FOR_FIGURES == set()


@pytest.mark.parametrize("tag", LOCALES)
def test_few_labels_take_a_title(tag: str) -> None:
    """If a label takes the career's title, then it is one of two; none takes it with an article."""
    taking = {name for name, form in forms_of(tag) if "{title}" in form}
    assert taking == LABELS_WITH_A_TITLE
    assert not [name for name, form in forms_of(tag) if "{indefinite}" in form]


def outline_with(title: str, tag: str, edition: str, folder: Path) -> str:
    """Lay out a career of a title that has something in every section that names things."""
    text = (ROOT / "tests" / "content" / "profiles" / "full.yaml").read_text(encoding="utf-8")
    text = text.replace("title: Urologist\nindefinite: a Urologist\n", f"title: '{title}'\n")
    text = re.sub(r"(?m)^images:\n(?:  .*\n)+", "", text)
    text = re.sub(r"(?m)^    photo: .*\n", "", text)
    path = folder / "any.yaml"
    path.write_text(text, encoding="utf-8")
    profile = read_profile(path, folder)
    layout = load_layout("classic", ROOT / "layouts")
    medium = TEMPLATES[edition]
    return outline(render_document(layout, edition, medium, profile, Words(speak(tag))))


@pytest.mark.parametrize("edition", TEMPLATES)
@pytest.mark.parametrize("tag", LOCALES)
def test_a_title_changes_no_other_word(tag: str, edition: str, tmp_path: Path) -> None:
    """If a career has another title, then nothing but the title changes, and it stands alone."""
    plain = outline_with("Qqq", tag, edition, tmp_path)
    assert plain.count("Qqq") >= 2
    for line in plain.splitlines():
        bare = re.sub(r"\{\w+\}", "", line)
        for found in re.finditer("Qqq", bare):
            assert re.search(r"""["':·(“]\s?$""", bare[: found.start()]), line
            assert re.match(r"""["':)”]|\s[·(]""", bare[found.end() :]), line
    for title in AWKWARD_TITLES:
        assert outline_with(title, tag, edition, tmp_path) == plain.replace("Qqq", title)
