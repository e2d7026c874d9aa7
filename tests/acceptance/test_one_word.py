"""One word on one page in every script, as five readers extract it."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerkit.layout import load_layout
from careerkit.typography import FontLibrary
from tests.acceptance.extractors import EXTRACTORS
from tests.acceptance.script_fonts import fill_font_folder
from tests.acceptance.text_layer import RIGHT_TO_LEFT_READERS, fold
from tests.one_word import ADDED, SHIPPED, Page, Word, set_one_word
from tests.shipped import ROOT

WORDS = {**SHIPPED, **ADDED}


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> FontLibrary:
    """Give a library that has the fonts of all tested scripts."""
    return FontLibrary(fill_font_folder(tmp_path_factory.mktemp("fonts")))


@pytest.fixture(params=WORDS)
def word(request: pytest.FixtureRequest) -> Word:
    """Give a word of each script."""
    return WORDS[request.param]


@pytest.fixture
def page(word: Word, library: FontLibrary) -> Page:
    """Give the page with the word on it."""
    return set_one_word(word, library, load_layout("classic", ROOT / "layouts").theme_for(None))


def test_letters_become_clusters(word: Word, page: Page) -> None:
    """If a word is shaped, then letters that are drawn as one belong to one cluster."""
    assert page.clusters == word.clusters


def test_every_reader_extracts_the_word(word: Word, page: Page, tmp_path: Path) -> None:
    """If a word is extracted, then it is as it was written, whoever extracts it."""
    pdf = tmp_path / "word.pdf"
    pdf.write_bytes(page.pdf)
    readers = RIGHT_TO_LEFT_READERS if word.right_to_left else tuple(EXTRACTORS)
    read = {name: fold(EXTRACTORS[name](pdf)) for name in readers}
    assert read == dict.fromkeys(readers, fold(word.text))
