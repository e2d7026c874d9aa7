"""Figures typed into the data of a chart are what LibreOffice writes beside its bars."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from careerkit.document import blocks as b
from careerkit.layout.layout import load_layout
from careerkit.typography import FontLibrary, LocaleStyle
from tests.acceptance.libreoffice import ROOT, draw
from tests.deck import write_deck
from tests.pptx.chart_editing import type_figures
from tests.slides.documents import document, say, section

FIGURES = (9.50, 20.405, 31.99, 1234.5)


@dataclass(frozen=True)
class Case:
    """A language, a range as it writes it, and what its labels are to show of ``FIGURES``."""

    name: str
    language: str
    low: tuple[float, str]
    high: tuple[float, str]
    labels: tuple[str, ...]


CASES = (
    Case("places", "en", (8.16, "8.16"), (13.05, "13.05"), ("9.50", "20.405", "31.99", "1,234.50")),
    Case("whole", "en", (40000, "40,000"), (60000, "60,000"), ("9.5", "20.405", "31.99", "1,235")),
    Case(
        "words",
        "en",
        (120000, "120,000"),
        (300000, "more than 300,000"),
        ("9.5", "more than 20.405", "31.99", "more than 1,235"),
    ),
    Case(
        "Sinhala",
        "si",
        (120000, "120,000"),
        (300000, "300,000කට වැඩි"),
        ("9.5", "20.405කට වැඩි", "31.99", "1,235කට වැඩි"),
    ),
    Case(
        "Tamil",
        "ta",
        (8.16, "8.16"),
        (13.05, "13.05 இற்கு\u00a0மேல்"),
        ("9.50", "20.405 இற்கு மேல்", "31.99", "1,234.50 இற்கு மேல்"),
    ),
    Case(
        "Arabic digits",
        "ar",
        (8.16, "٨٫١٦"),
        (13.05, "١٣٫٠٥"),
        ("٩٫٥٠", "٢٠٫٤٠٥", "٣١٫٩٩", "١٬٢٣٤٫٥٠"),
    ),
    Case(
        "marks of German",
        "de",
        (1200.5, "1.200,50"),
        (1400.5, "1.400,50"),
        ("9,50", "20,405", "31,99", "1.234,50"),
    ),
    Case(
        "grouping of India",
        "en-IN",
        (210000, "2,10,000"),
        (250000, "2,50,000"),
        ("9.5", "20.405", "31.99", "1,235"),
    ),
    Case(
        "two bars", "en", (1.25, "1.25"), (99.5, "99.50"), ("9.50", "20.405", "31.99", "1,234.50")
    ),
)


def chart_of(case: Case) -> b.RangeChart:
    """A chart of two rows, both with the same figures."""
    (low, low_text), (high, high_text) = case.low, case.high
    rows = tuple(
        b.Range(
            say(label, case.language),
            low,
            high,
            open_ended=False,
            low_text=say(low_text, case.language),
            high_text=say(high_text, case.language),
            summary=say(label, case.language),
        )
        for label in ("A", "B")
    )
    return b.RangeChart((), say("unit"), say("chart"), rows)


@pytest.fixture(scope="module")
def slides(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The text of each slide that LibreOffice draws after figures were typed, a case a slide."""
    sections = (
        section(f"case-{number}", "chart", case.name, chart_of(case))
        for number, case in enumerate(CASES)
    )
    target = io.BytesIO()
    theme = load_layout("classic", ROOT / "layouts").theme
    families = ("Noto Sans", "Noto Sans Sinhala", "Noto Sans Tamil")
    library = FontLibrary(ROOT / "layouts" / "fonts")
    write_deck(document(*sections), theme, LocaleStyle(families, ("Arial",)), library, target)
    edited, typed = type_figures(target.getvalue(), FIGURES)
    assert [tuple(each.values()) for each in typed] == [FIGURES] * len(CASES)
    folder = tmp_path_factory.mktemp("chart")
    deck: Path = folder / "edited.pptx"
    deck.write_bytes(edited)
    pages = pypdfium2.PdfDocument(str(draw(deck, folder)))
    return [page.get_textpage().get_text_bounded().replace("\u00a0", " ") for page in pages]


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case.name for case in CASES])
def test_labels_show_the_figures_in_their_cells(slides: list[str], number: int) -> None:
    """If figures are typed into a chart, then its labels show them, as the language writes them."""
    text = " ".join(slides[number].split())
    for label in CASES[number].labels:
        assert re.search(rf"(?<![\d.,]){re.escape(label)}(?![\d.,])", text), text
