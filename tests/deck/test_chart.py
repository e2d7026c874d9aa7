"""The chart of pay is native: its data can be edited, and its XML is what PowerPoint expects."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from careerkit.deck.chart_figures import number_format
from careerkit.layout.blocks import Document
from tests.deck.conftest import Writer
from tests.deck.documents import document, pay, section
from tests.deck.reading import A, C, parts

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def with_pay() -> Document:
    """A document with a chart of three rows, one of them with one figure only."""
    rows = pay(("Beginner", 40_000, 60_000), ("Skilled", 70_000, 120_500), ("Master", 90_000, None))
    return document(section("pay", "chart", "Pay", rows))


@pytest.fixture(scope="module")
def data(write: Writer) -> bytes:
    """A deck with a chart."""
    return write(with_pay())


@pytest.fixture(scope="module")
def chart(data: bytes) -> etree._Element:
    """The chart's XML."""
    return parts(data, r"ppt/charts/chart1\.xml").popitem()[1]


def test_the_workbook_holds_the_true_figures(data: bytes) -> None:
    """If a teacher opens the chart's data, then each row has its lower and its upper figure."""
    with zipfile.ZipFile(io.BytesIO(data)) as deck:
        book = deck.read("ppt/embeddings/Microsoft_Excel_Sheet1.xlsx")
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
        words = etree.fromstring(archive.read("xl/sharedStrings.xml"))
    labels = ["".join(str(part) for part in node.itertext()) for node in words.iter(f"{SHEET}si")]
    assert {"Beginner", "Skilled", "Master", "LKR a month", "min", "max"} <= set(labels)
    cells = {
        cell.get("r"): cell.findtext(f"{SHEET}v")
        for cell in sheet.iter(f"{SHEET}c")
        if cell.get("t") != "s"
    }
    assert cells == {"B2": "40000", "C2": "60000", "B3": "70000", "C3": "120500", "C4": "90000"}


def test_the_series_refer_to_the_workbook(chart: etree._Element) -> None:
    """If figures are edited in the workbook, then the bars follow: they refer to its cells."""
    formulas = [node.text for node in chart.iter(f"{C}f")]
    assert formulas == [
        "Sheet1!$C$1",
        "Sheet1!$A$2:$A$4",
        "Sheet1!$C$2:$C$4",
        "Sheet1!$B$1",
        "Sheet1!$A$2:$A$4",
        "Sheet1!$B$2:$B$4",
    ]
    assert chart.find(f"{C}externalData") is not None


def test_axes_have_positive_numbers(chart: etree._Element) -> None:
    """If axes are numbered, then their numbers are not negative, to which validators object."""
    numbers = [int(node.get("val", "")) for node in chart.iter(f"{C}axId", f"{C}crossAx")]
    assert numbers
    assert all(number > 0 for number in numbers)


def test_the_axis_begins_at_nothing(chart: etree._Element) -> None:
    """If ranges are drawn to scale, then the scale begins at zero."""
    low = chart.find(f".//{C}valAx/{C}scaling/{C}min")
    assert low is not None
    assert low.get("val") == "0"


def test_the_chart_takes_the_themes_colours(chart: etree._Element) -> None:
    """If the theme's colours are changed, then the chart's change too."""
    assert not list(chart.iter(f"{A}srgbClr"))
    assert {node.get("val") for node in chart.iter(f"{A}schemeClr")} <= {
        "accent1",
        "accent2",
        "bg1",
        "tx1",
    }


@pytest.mark.parametrize(
    ("value", "text", "code"),
    [
        (120000, "120,000", "#,##0"),
        (300000, "more than 300,000", '"more than "#,##0'),
        (1200, "1200 a day", '0" a day"'),
        (250000, "2,50,000", '"2,50,000"'),
        (5, 'about "five"', '"about ”five”"'),
        (2, "120", '"120"'),
    ],
)
def test_a_figure_is_written_as_the_text_has_it(value: float, text: str, code: str) -> None:
    """If a figure stands in its text, then the format follows the figure; else it is the text."""
    assert number_format(value, text) == code
