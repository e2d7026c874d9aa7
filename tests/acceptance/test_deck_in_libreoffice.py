"""Decks are opened by LibreOffice, which draws them with no knowledge of how they were planned.

Where it draws each letter is read from the PDF that it makes: a letter outside the shapes that have
text has overflowed. It needs LibreOffice Impress, so ``.ci/run`` runs this folder by name.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pptx import Presentation
from pptx.presentation import Presentation as Deck

from tests.acceptance.libreoffice import draw
from tests.shipped import ROOT

DECKS = sorted((ROOT / "output").rglob("*.deck.pptx"))
POINT = 12700
# LibreOffice draws the ascenders of a first line a little above its frame, and italics beside it.
TOLERANCE_PT = 4

LONG_PROFILE = """\
schema: 1
title: {sentence}
tagline: {long}
overview: {{work: {long}}}
daily_tasks:
  - {{task: {sentence}, detail: {long}}}
  - {{task: {word}}}
  - {{task: {long}}}
facts: [{{label: {sentence}, value: {sentence}}}, {{label: Short, value: "42"}}]
employers: [{sentence}, {sentence} {sentence}, {word}]
pay:
  - {{region: {sentence}, low: 100, high: 3000, currency: LKR, period: month, open_ended: true}}
  - {{region: Here, low: 2000, currency: LKR, period: month}}
suits: [{sentence} {sentence}, {sentence}, {sentence}, {sentence}]
may_not_suit: [{long}]
roadmap:
  - {{stage: {sentence}, actions: [{sentence}, {long}], caution: {long}}}
  - {{stage: Two, ages: 11 to 12, actions: [{sentence}]}}
resources:
  - {{title: {sentence}, url: "https://example.org/{word}"}}
sources: [{{id: a, title: {long}}}]
"""


def names(path: Path) -> str:
    """Name a deck in a test's id."""
    return path.relative_to(ROOT / "output").as_posix()


def areas_with_text(slide: Any) -> Iterator[tuple[float, float, float, float]]:
    """Give left, top, right and bottom of what may show letters, in points."""
    for shape in slide.shapes:
        has_text = shape.has_text_frame and shape.text_frame.text
        if has_text or (shape.shape_type is not None and not shape.has_text_frame):
            left, top = shape.left / POINT, shape.top / POINT
            yield left, top, left + shape.width / POINT, top + shape.height / POINT


def letters_outside(deck: Deck, pdf: Path) -> Iterator[str]:
    """Name each letter that LibreOffice draws outside the shapes that have text."""
    document = pypdfium2.PdfDocument(str(pdf))
    assert len(document) == len(deck.slides)
    for number, (page, slide) in enumerate(zip(document, deck.slides, strict=True), start=1):
        height = page.get_height()
        areas = list(areas_with_text(slide))
        text = page.get_textpage()
        for index in range(text.count_chars()):
            letter = text.get_text_range(index, 1)
            if not letter.strip():
                continue
            left, bottom, right, top = text.get_charbox(index)
            x, y = (left + right) / 2, height - (bottom + top) / 2
            if not any(
                area[0] - TOLERANCE_PT <= x <= area[2] + TOLERANCE_PT
                and area[1] - TOLERANCE_PT <= y <= area[3] + TOLERANCE_PT
                for area in areas
            ):
                yield f"slide {number}: {letter!r} at {x:.0f}, {y:.0f}"


def squeezed(text: str) -> str:
    """Leave out white space and bullets, which are no text of the deck's.

    Joiners too: of the letters they join, pdfium reads them with some and not with others. And of
    a hyphen at the end of a line it gives a control character.
    """
    joined = "".join(text.split()).replace("\N{ZERO WIDTH JOINER}", "")
    return joined.replace("\x02", "-")


def assert_drawn_whole(deck: Path, folder: Path) -> None:
    """Compare what LibreOffice draws with what the deck holds."""
    opened = Presentation(str(deck))
    pdf = draw(deck, folder)
    assert list(letters_outside(opened, pdf)) == []
    document = pypdfium2.PdfDocument(str(pdf))
    for page, slide in zip(document, opened.slides, strict=True):
        drawn = squeezed(page.get_textpage().get_text_bounded())
        letters = Counter(drawn)
        for shape in slide.placeholders:
            if shape.has_text_frame:
                for paragraph in shape.text_frame.paragraphs:
                    text = squeezed(paragraph.text)
                    # A line in two faces is read in another order where their heights differ.
                    assert text in drawn or Counter(text) <= letters


@pytest.mark.parametrize("deck", DECKS, ids=names)
def test_every_text_is_drawn_inside_its_shape(deck: Path, tmp_path: Path) -> None:
    """If LibreOffice draws a deck, then each text is on its slide, inside a shape with text."""
    assert_drawn_whole(deck, tmp_path)


def test_long_texts_stay_inside_as_well(tmp_path: Path) -> None:
    """If texts are far too long for a slide, then they go on, and no letter leaves its shape."""
    sentence = "A sentence of some length that nobody would shorten"
    profile = LONG_PROFILE.format(
        sentence=sentence, long=f"{sentence} and " * 30 + "ends", word="abcdefghij" * 60
    )
    careers = tmp_path / "source" / "careers"
    careers.mkdir(parents=True)
    (careers / "long.yaml").write_text(profile, encoding="utf-8")
    locales = tmp_path / "source" / "locales"
    locales.mkdir()
    shutil.copy(ROOT / "source" / "locales" / "en.yaml", locales)
    subprocess.run(
        [
            sys.executable,
            str(ROOT / "generate.py"),
            "build",
            "--locale",
            "en",
            "--edition",
            "deck",
            "--source",
            str(tmp_path / "source"),
            "--layouts",
            str(ROOT / "layouts"),
            "--output",
            str(tmp_path / "output"),
        ],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        timeout=300,
    )
    assert_drawn_whole(tmp_path / "output" / "en" / "long.deck.pptx", tmp_path)
