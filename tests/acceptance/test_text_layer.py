"""The figures of ``text_layer``, held: what is drawn can be found, copied and read out exactly."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from careerkit.typography import FontLibrary, LocaleStyle
from tests.acceptance.script_fonts import FAMILIES, fill_font_folder
from tests.acceptance.text_layer import (
    LEFT_TO_RIGHT,
    RIGHT_TO_LEFT,
    RIGHT_TO_LEFT_READERS,
    Figure,
    find_inexact,
    find_inexact_in_pages,
    measure,
    measure_booklets,
    measure_careers,
    measure_names,
    table,
)


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> FontLibrary:
    """Give a library that has the fonts of all tested scripts."""
    return FontLibrary(fill_font_folder(tmp_path_factory.mktemp("fonts")))


def assert_exact(figures: list[Figure], *, least: Mapping[str, float] | None = None) -> None:
    """Fail with the table and with what did not come back; ``least`` is a share by extractor."""
    assert figures
    short = {
        f"{each.subject}, {each.extractor}": each.inexact
        for each in figures
        if 1 - len(each.inexact) / each.total < (least or {}).get(each.extractor, 1.0)
    }
    assert short == {}, table(figures)


@pytest.mark.parametrize("language", LEFT_TO_RIGHT)
def test_names_are_exact_for_all_readers(
    language: str, library: FontLibrary, tmp_path: Path
) -> None:
    """If 500 names are set in a script, then all five readers give all of them back."""
    figures = measure_names(language, library, tmp_path)
    assert {(each.total, each.extractor) for each in figures} == {
        (500, name) for name in ("poppler", "pdfium", "pdfminer", "mutool", "pdf.js")
    }
    assert_exact(figures)


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_right_to_left_names_are_exact(language: str, library: FontLibrary, tmp_path: Path) -> None:
    """If 500 names are set from right to left, then readers that know UAX #9 give them back."""
    figures = measure_names(language, library, tmp_path, RIGHT_TO_LEFT_READERS)
    assert [each.total for each in figures] == [500, 500]
    assert_exact(figures)


# What pdfium 7500 puts into another order, as it knows of UAX #9 only how each character runs.
PDFIUM_REORDERS = ("نسبة 5% من الناس", "من A/B testing إلى", "كلمة (AI) أخرى")


def test_sentences_of_mixed_direction_are_exact(library: FontLibrary, tmp_path: Path) -> None:
    """If digits, marks or Latin stand in an Arabic sentence, then it comes back in order."""
    sentences = [
        "يعمل مع Docker في السحابة",
        "في سنة 2025 كان هناك",
        "كلمة: أخرى",
        "جملة. جملة",
        "كلمة / أخرى",
        "كلمة، أخرى",
        "بين 3–5 سنوات",
        "كلمة Docker",
        "Docker كلمة",
        "من [كلمة] إلى",
        *PDFIUM_REORDERS,
    ]
    style = LocaleStyle(FAMILIES["ar"])
    poppler, pdfium = measure(
        "mixed", "ar", sentences, style, library, tmp_path, RIGHT_TO_LEFT_READERS
    )
    assert poppler.inexact == ()
    assert pdfium.inexact == PDFIUM_REORDERS


def test_careers_are_exact(library: FontLibrary, tmp_path: Path) -> None:
    """If a string is in a career, then all five readers give it back, in every language."""
    figures = measure_careers(library, tmp_path)
    assert sum(each.total for each in figures) > 5 * 500
    assert_exact(figures)


def test_booklets_are_exact(tmp_path: Path) -> None:
    """If a string is printed in a booklet, then readers give it back from where it stands."""
    figures = measure_booklets(tmp_path)
    assert sum(each.total for each in figures) > 5 * 500
    # These two guess at columns from white space: words that run over two lines beside others are
    # taken apart.
    assert_exact(figures, least={"poppler": 0.99, "pdfminer": 0.99})


@pytest.mark.parametrize(
    ("extracted", "inexact"),
    [
        ("one\nBread is baked before\ndawn.\n 7 \n\f", []),
        ("Bread is\n3\n\fbaked before dawn.\n4\n\f", []),
        ("Bread is baked be\nfore dawn.\n", ["Bread is baked before dawn."]),
        ("Bread is ba ked before dawn.\n", ["Bread is baked before dawn."]),
        ("Bread is baked before dawn. And\n", ["Bread is baked before dawn."]),
    ],
)
def test_only_a_line_end_may_part_a_text(extracted: str, inexact: list[str]) -> None:
    """If a text comes back with a space too many, or not as a whole line, then it is counted."""
    assert find_inexact(["Bread is baked before dawn."], "en", extracted) == inexact


@pytest.mark.parametrize(
    ("extracted", "inexact"),
    [
        ("Bread is\nbaked\n7\n\fBread\nbefore dawn. Then", []),
        ("Bread is baked before dawn. Then", []),
        ("Bread is baked Rolls\nbefore dawn. and cake", ["Bread is baked before dawn."]),
    ],
)
def test_only_running_heads_may_come_between(extracted: str, inexact: list[str]) -> None:
    """If words of another text come between two lines of one, then it is counted."""
    texts = ["Bread is baked before dawn."]
    assert find_inexact_in_pages(texts, "en", extracted, {"Bread"}) == inexact
