"""A career in Arabic, from the command to what LibreOffice draws and Microsoft's reader says.

The words are those of ``tests/locales``; the font is of the packages that ``script_fonts`` names.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import openxml_audit
import pypdfium2
import pytest
from pptx import Presentation

from tests.acceptance.libreoffice import draw
from tests.acceptance.script_fonts import fill_font_folder
from tests.acceptance.test_deck_in_libreoffice import letters_outside
from tests.shipped import ROOT, copy_shipped

POINT = 12700


def build(folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a school that has English and Arabic, and fonts for both."""
    command = [sys.executable, str(ROOT / "generate.py"), "build", "ai-ml-engineer"]
    return subprocess.run(
        [*command, "--locale", "ar", *more],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school with careers in Arabic."""
    folder = tmp_path_factory.mktemp("school")
    copy_shipped(folder, "source", "layouts")
    shutil.copytree(ROOT / "tests" / "locales", folder / "source" / "locales", dirs_exist_ok=True)
    fill_font_folder(folder / "layouts" / "fonts")
    done = build(folder)
    assert done.returncode == 0, done.stderr
    warnings = [line for line in done.stderr.splitlines() if ": " in line and "hint" not in line]
    assert [line for line in warnings if "glyph" in line or "defect" in line] == []
    return folder


@pytest.fixture(scope="module", params=["plain", "embedded"])
def deck(request: pytest.FixtureRequest, school: Path) -> Path:
    """The deck, with its fonts inside or without them."""
    made = school / "output" / "ar" / "ai-ml-engineer.deck.pptx"
    if request.param == "plain":
        return made
    other = school / "embedded"
    done = build(school, "--edition", "deck", "--embed-fonts", "--output", str(other))
    assert done.returncode == 0, done.stderr
    return other / "ar" / made.name


def test_two_schema_readers_find_no_fault(deck: Path) -> None:
    """If a deck is in Arabic, its fonts inside or not, then both schema readers find nothing."""
    assert openxml_audit.validate_pptx(str(deck)).errors == []
    done = subprocess.run(
        ["ooxml-validator", str(deck)], capture_output=True, text=True, check=False, timeout=300
    )
    report = json.loads(done.stdout)
    assert (report["errors"], report["ok"]) == ([], True)


@pytest.fixture(scope="module")
def drawn(deck: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What LibreOffice makes of the deck."""
    return draw(deck, tmp_path_factory.mktemp("drawn"))


def test_every_letter_is_inside_its_shape(deck: Path, drawn: Path) -> None:
    """If LibreOffice draws a deck in Arabic, then no letter leaves the shapes that have text."""
    assert list(letters_outside(Presentation(str(deck)), drawn)) == []


def ink(slide: pypdfium2.PdfPage, top: float, bottom: float) -> Iterator[tuple[float, float]]:
    """Give left and right of each letter that stands between two heights of a slide."""
    height = slide.get_height()
    text = slide.get_textpage()
    for index in range(text.count_chars()):
        left, low, right, high = text.get_charbox(index)
        if right > left and top <= height - (low + high) / 2 <= bottom:
            yield left, right


def test_titles_begin_at_the_right(deck: Path, drawn: Path) -> None:
    """If LibreOffice draws a title, then its line ends where its frame does: at the right."""
    slides = Presentation(str(deck)).slides
    with pypdfium2.PdfDocument(str(drawn)) as pages:
        for slide, page in zip(slides, pages, strict=True):
            title = slide.shapes.title
            assert title is not None
            top = title.top / POINT
            edge = (title.left + title.width) / POINT
            letters = list(ink(page, top, top + title.height / POINT))
            assert abs(max(right for _, right in letters) - edge) < 12


def test_bullets_stand_right_of_their_text(drawn: Path) -> None:
    """If LibreOffice draws a list, then nothing stands further right than its bullets."""
    seen = 0
    with pypdfium2.PdfDocument(str(drawn)) as pages:
        for page in pages:
            text = page.get_textpage()
            letters = [text.get_text_range(index, 1) for index in range(text.count_chars())]
            for index, letter in enumerate(letters):
                if letter != "•":
                    continue
                left, low, _, high = text.get_charbox(index)
                middle = page.get_height() - (low + high) / 2
                line = list(ink(page, middle - 8, middle + 8))
                # The bullet itself is the one letter that ends right of where it begins.
                assert sum(right > left + 1 for _, right in line) == 1
                seen += 1
    assert seen > 5


def test_the_booklet_is_made_as_well(school: Path) -> None:
    """If a career is in Arabic, then its booklet says so and has pages enough to be folded."""
    path = school / "output" / "ar" / "ai-ml-engineer.booklet.pdf"
    with pypdfium2.PdfDocument(str(path)) as booklet:
        assert len(booklet) % 4 == 0
        assert booklet.get_metadata_value("Title") == "مهندس الذكاء الاصطناعي وتعلم الآلة"
