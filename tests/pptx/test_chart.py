"""The chart of pay is native: its data can be edited, and its XML is what PowerPoint expects."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openxml_audit
import pytest
from lxml import etree

from careerkit.document import blocks as b
from careerkit.document.blocks import Document
from careerkit.slides.chart_figures import number_format
from tests.pptx.chart_editing import read_book
from tests.pptx.reading import A, C, parts, titles
from tests.slides.conftest import Opener, Writer
from tests.slides.documents import document, pay, say, section

THREE_ROWS = (("Beginner", 40_000, 60_000), ("Skilled", 70_000, 120_500), ("Master", 90_000, None))


def with_pay(chart: b.RangeChart | None = None) -> Document:
    """A document with a chart: of three rows, one of them with one figure only, or a given one."""
    return document(section("pay", "chart", "Pay", chart or pay(*THREE_ROWS)))


@pytest.fixture(scope="module")
def data(write: Writer) -> bytes:
    """A deck with a chart."""
    return write(with_pay())


@pytest.fixture(scope="module")
def chart(data: bytes) -> etree._Element:
    """The chart's XML."""
    return chart_of(data)


def chart_of(deck: bytes) -> etree._Element:
    """The XML of a deck's first chart."""
    return parts(deck, r"ppt/charts/chart1\.xml").popitem()[1]


def book_of(deck: bytes) -> bytes:
    """The workbook of a deck's first chart."""
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        return archive.read("ppt/embeddings/Microsoft_Excel_Sheet1.xlsx")


def alternative_text(shape: Any) -> str:
    """The words of a chart for those who do not see it; python-pptx has no other way to them."""
    return str(shape._element.nvGraphicFramePr.cNvPr.get("descr"))


def values_of(chart: etree._Element) -> dict[str, list[str]]:
    """The values of each series by its name."""
    return {
        series.findtext(f"{C}tx//{C}v") or "": [
            point.findtext(f"{C}v") or "" for point in series.findall(f"{C}val//{C}pt")
        ]
        for series in chart.iter(f"{C}ser")
    }


def test_the_workbook_holds_the_true_figures(data: bytes) -> None:
    """If a teacher opens the chart's data, then each row has its lower and its upper figure."""
    book = read_book(book_of(data))
    assert book.figures == {"B2": 40000, "D2": 60000, "B3": 70000, "D3": 120500, "D4": 90000}
    assert book.formulas == {f"C{row}": f"MAX(D{row}-B{row},0)" for row in (2, 3, 4)}


def test_series_and_columns_have_names_in_the_language(write: Writer) -> None:
    """If a layout names the columns, then workbook and series have those names."""
    named = replace(
        pay(*THREE_ROWS), low_name=say("Lowest"), span_name=say("Between"), high_name=say("Highest")
    )
    deck = write(with_pay(named))
    names = read_book(book_of(deck)).names
    assert [names[cell] for cell in ("A1", "B1", "C1", "D1")] == [
        "LKR a month",
        "Lowest",
        "Between",
        "Highest",
    ]
    assert list(values_of(chart_of(deck))) == ["Lowest", "Between", "Highest"]


def test_columns_without_names_have_those_of_formulas(data: bytes) -> None:
    """If a layout does not name the columns, then they have names that all languages read."""
    names = read_book(book_of(data)).names
    assert [names[cell] for cell in ("B1", "C1", "D1")] == ["min", "max − min", "max"]


def test_the_series_refer_to_the_workbook(chart: etree._Element) -> None:
    """If figures are edited in the workbook, then the bars follow: they refer to its cells."""
    formulas = [node.text for node in chart.iter(f"{C}f")]
    assert formulas == [
        f"Sheet1!{cells}"
        for column in "BCD"
        for cells in (f"${column}$1", "$A$2:$A$4", f"${column}$2:${column}$4")
    ]
    assert chart.find(f"{C}externalData") is not None


def test_a_range_is_a_stacked_bar_on_nothing_painted(chart: etree._Element) -> None:
    """If a row is a range, then its bar stands on the lower figure, and nothing hides anything."""
    stacked, ends = chart.iter(f"{C}barChart")
    assert [stacked.find(f"{C}grouping").get("val"), ends.find(f"{C}grouping").get("val")] == [  # type: ignore[union-attr]  # both have one
        "stacked",
        "clustered",
    ]
    low, span = stacked.iter(f"{C}ser")
    (high,) = ends.iter(f"{C}ser")
    assert low.find(f"{C}spPr/{A}noFill") is not None
    assert high.find(f"{C}spPr/{A}noFill") is not None
    assert span.find(f"{C}spPr/{A}solidFill/{A}schemeClr").get("val") == "accent1"  # type: ignore[union-attr]  # it has one
    assert values_of(chart) == {
        "min": ["40000", "70000"],
        "max − min": ["20000", "50500", "90000"],
        "max": ["60000", "120500", "90000"],
    }


def test_spans_are_exact(write: Writer) -> None:
    """If figures have places after the point, then their span has no more of them."""
    deck = write(with_pay(pay(("Here", 8.16, 13.05), ("There", 8.16, 14.03))))
    assert values_of(chart_of(deck))["max − min"] == ["4.89", "5.87"]


def test_lower_figures_without_room_before_their_bar_are_bars_of_their_own(write: Writer) -> None:
    """If a bar begins too near to nothing for its figure, then both figures have bars."""
    chart = chart_of(write(with_pay(pay(("Here", 1_000, 400_000), ("There", 50_000, 90_000)))))
    (bars,) = chart.iter(f"{C}barChart")
    low, high = bars.iter(f"{C}ser")
    assert [each.find(f"{C}dLbls/{C}dLblPos").get("val") for each in (low, high)] == ["outEnd"] * 2  # type: ignore[union-attr]  # both have one
    assert values_of(chart) == {"min": ["1000", "50000"], "max": ["400000", "90000"]}
    assert chart.find(f".//{C}legend") is not None


def test_no_label_is_text_of_its_own(chart: etree._Element) -> None:
    """If a label is drawn, then it is its cell's value in a format, never words put in by hand."""
    assert not list(chart.iter(f"{C}rich"))
    labels = list(chart.iter(f"{C}dLbls"))
    assert len(labels) == 2
    for each in labels:
        assert each.find(f"{C}showVal").get("val") == "1"  # type: ignore[union-attr]  # it has one
        code = each.find(f"{C}numFmt")
        assert code is not None
        assert code.get("formatCode") == "[<1000]General;#,##0"


def test_axes_have_positive_numbers(chart: etree._Element) -> None:
    """If axes are numbered, then their numbers are not negative, to which validators object."""
    numbers = [int(node.get("val", "")) for node in chart.iter(f"{C}axId", f"{C}crossAx")]
    assert numbers
    assert all(number > 0 for number in numbers)


def test_the_axes_begin_at_nothing_and_end_where_the_data_have_them_end(
    chart: etree._Element,
) -> None:
    """If figures are edited, then the scale still begins at zero and holds the highest of them."""
    scales = list(chart.iter(f"{C}valAx"))
    assert len(scales) == 2
    for axis in scales:
        assert axis.find(f"{C}scaling/{C}min").get("val") == "0"  # type: ignore[union-attr]  # it has one
        assert axis.find(f"{C}scaling/{C}max") is None


def test_the_chart_takes_the_themes_colours(chart: etree._Element) -> None:
    """If the theme's colours are changed, then the chart's change too."""
    assert not list(chart.iter(f"{A}srgbClr"))
    assert {node.get("val") for node in chart.iter(f"{A}schemeClr")} <= {
        "accent1",
        "accent2",
        "tx1",
    }


def test_the_alternative_text_says_the_rows_of_the_slide(opened: Opener) -> None:
    """If a chart goes over several slides, then each slide's words are of its own rows."""
    rows = pay(*((f"Place {count}", 1_000 * count, 2_000 * count) for count in range(10, 20)))
    slides = opened(with_pay(rows)).slides
    words = [
        alternative_text(shape) for slide in slides for shape in slide.shapes if shape.has_chart
    ]
    assert len(words) == 2
    for number in range(10, 20):
        holding = [f"Place {number}: LKR {1_000 * number:,} and up" in each for each in words]
        assert holding == [number < 15, number >= 15]


def test_the_alternative_text_of_one_slide_is_the_layouts(opened: Opener) -> None:
    """If a chart stands on one slide, then its words are those of the layout."""
    (slide,) = opened(with_pay()).slides
    (frame,) = [shape for shape in slide.shapes if shape.has_chart]
    assert (
        frame._element.nvGraphicFramePr.cNvPr.get("descr") == "Chart of pay, in LKR a month"
    )  # python-pptx has no other way to it


def test_one_figure_alone_is_a_figure(opened: Opener) -> None:
    """If a chart would have one bar from nothing to one figure, then the figure is set instead."""
    deck = opened(with_pay(pay(("Median", 81_680, None))))
    (slide,) = deck.slides
    assert titles(deck) == ["Pay"]
    assert not any(shape.has_chart for shape in slide.shapes)
    texts = [shape.text_frame.text for shape in slide.placeholders]
    assert any("LKR 81,680 and up" in text and "Median" in text for text in texts)
    assert "Source: a survey" in texts


@pytest.mark.parametrize(
    "chart",
    [
        pay(*THREE_ROWS),
        pay(("Here", 1_000, 400_000), ("There", 50_000, 90_000)),
        pay(("Here", 1_000, None), ("There", 50_000, None)),
    ],
    ids=["stacked", "two bars", "one figure each"],
)
def test_openxml_audit_finds_nothing(write: Writer, chart: b.RangeChart, tmp_path: Path) -> None:
    """If a chart of any form is written, then the schema and its rules have nothing against it."""
    path = tmp_path / "chart.pptx"
    path.write_bytes(write(with_pay(chart)))
    assert [str(error) for error in openxml_audit.validate_pptx(str(path)).errors] == []


WHOLE = "[<1000]General;#,##0"


@pytest.mark.parametrize(
    ("value", "text", "language", "code"),
    [
        (120000, "120,000", "en", WHOLE),
        (300000, "more than 300,000", "en", '[<1000]"more than "General;"more than "#,##0'),
        (8.16, "8.16", "en", "#,##0.00##"),
        (16.8, "16.80", "en", "#,##0.00##"),
        (0.5, "0.50", "en", "#,##0.00##"),
        (1200, "1200 a day", "es", 'General" a day"'),
        (45, "45", "de", WHOLE),
        (1234.5, "1.234,50", "de", "[$-407]#,##0.00##"),
        (120000, "120\u202f000", "fr", "[<1000][$-40C]General;[$-40C]#,##0"),
        (120000, "١٢٠٬٠٠٠", "ar", "[<1000][$-2000401]General;[$-2000401]#,##0"),
        (120000, "১২০,০০০.০০", "bn", "[$-5000445]#,##0.00##"),
        (250000, "2,50,000", "hi", r"[>=100000]##\,##\,##0;[<1000]General;#,##0"),
        (
            25000000,
            "2,50,00,000",
            "hi",
            r"[>=10000000]##\,##\,##\,##0;[>=100000]##\,##\,##0;#,##0",
        ),
        (5, 'about "five"', "en", WHOLE),
        (2, "120", "en", WHOLE),
        (2.5, "two and a half", "en", "#,##0.00##"),
        (5, '"5" at most', "en", '[<1000]"”"General"” at most";"”"#,##0"” at most"'),
    ],
)
def test_a_figure_is_written_as_the_text_has_it(
    value: float, text: str, language: str, code: str
) -> None:
    """If a figure stands in its text in any digits and grouping, then the format has the same."""
    assert number_format(value, text, language) == code


def test_cells_have_no_words_in_their_format() -> None:
    """If a cell of the workbook is formatted, then without the words around its label."""
    assert number_format(300000, "more than 300,000", with_words=False) == WHOLE


def test_other_digits_are_not_the_figure() -> None:
    """If a text has digits that are those of the figure with nought behind, it is another one."""
    assert number_format(1, "w10") == number_format(1, "w")
