"""Any blocks inside one another, on pages and on slides: no word is lost."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from PIL import Image

from careerkit.document.section_kinds import Medium
from careerkit.document.traversal import spans
from careerkit.layout import load_layout
from careerkit.typography import FontLibrary, LocaleStyle
from tests.block_strategies import documents
from tests.booklet import write_booklet
from tests.deck import write_deck
from tests.homes import WORD, find_lost, words_of_pdf, words_of_pptx
from tests.shipped import ROOT

LAYOUTS = ROOT / "layouts"
MEDIA = {"pages": (write_booklet, words_of_pdf), "slides": (write_deck, words_of_pptx)}
STYLE = LocaleStyle(("Noto Sans",))
THEME = load_layout("classic", LAYOUTS).theme
LIBRARY = FontLibrary(LAYOUTS / "fonts")


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a picture."""
    path = tmp_path_factory.mktemp("images") / "line.png"
    Image.new("RGB", (40, 30)).save(path)
    return path


@pytest.mark.parametrize("medium", MEDIA)
@settings(
    max_examples=100,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # making it small takes minutes
)
@given(data=st.data())
def test_no_word_is_lost(data: st.DataObject, picture: Path, medium: Medium) -> None:
    """If blocks of any kinds stand inside one another, then every word of them is in the file."""
    write, words_of = MEDIA[medium]
    document = data.draw(documents(medium, picture))
    target = io.BytesIO()
    write(document, THEME, STYLE, LIBRARY, target)
    written = {word for span in spans(document) for word in WORD.findall(span.text)}
    assert not find_lost(written, words_of(target.getvalue()))
