"""Rows of a range chart go in; a native bar chart and the workbook behind it come out.

Two series lie over one another: the bar to the upper figure, and over it, in the colour of the
slide, the bar to the lower one. So both columns of the workbook hold true figures, and a teacher
who changes one sees the bar and its label follow.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from xml.sax.saxutils import escape

from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it has none

from careerkit.deck.chart_figures import (
    CHART_MARGIN_PT,
    LEAST_FOR_BARS,
    end_text,
    figures_text,
    number_format,
    top_figure,
)
from careerkit.deck.plan import Chart
from careerkit.deck.text_frame import attribute
from careerkit.layout.blocks import Range, plain_text

# Short for minimum and maximum where people write Latin letters, and the names of Excel's own
# functions in every language.
_LOW, _HIGH = "min", "max"
_AXES = (111111111, 222222222)


def chart_xml(chart: Chart, *, is_rtl: bool = False) -> bytes:
    """Write the chart part; the relation to its workbook is added by whoever holds the part."""
    count = len(chart.rows)
    labels = _column("A", [plain_text(row.label) for row in chart.rows])
    lows = [row.low if row.high is not None else None for row in chart.rows]
    highs = [top_figure(row) for row in chart.rows]
    series = _series(0, ("C", _HIGH), highs, labels=labels, look=_bars(chart, is_rtl=is_rtl))
    series += _series(1, ("B", _LOW), lows, labels=labels, look=_cover(chart, is_rtl=is_rtl))
    beside_labels = (chart.label_width + CHART_MARGIN_PT) / chart.box.width
    # From right to left the labels stand at the right, and the figures grow towards the left.
    plot_left, side, order = (0.01, "r", "maxMin") if is_rtl else (beside_labels, "l", "minMax")
    way = _way(is_rtl=is_rtl)
    text = (
        f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr{way}>"
        f'<a:defRPr sz="{round(chart.label_pt * 100)}">'
        '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>'
        '<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:pPr>'
        f"<a:endParaRPr lang={attribute(chart.language)}/></a:p></c:txPr>"
    )
    category, value = _AXES
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        '<c:plotArea><c:layout><c:manualLayout><c:layoutTarget val="inner"/>'
        '<c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{plot_left:.4f}"/><c:y val="0.02"/><c:w val="{0.99 - beside_labels:.4f}"/>'
        '<c:h val="0.96"/></c:manualLayout></c:layout>'
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="{(260, 140, 90)[min(count, 3) - 1]}"/><c:overlap val="100"/>'
        f'<c:axId val="{category}"/><c:axId val="{value}"/></c:barChart>'
        f'<c:catAx><c:axId val="{category}"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
        f'<c:crossAx val="{value}"/><c:crosses val="autoZero"/><c:auto val="1"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
        f'<c:valAx><c:axId val="{value}"/><c:scaling><c:orientation val="{order}"/>'
        f'<c:max val="{_axis_end(chart)!r}"/><c:min val="0"/></c:scaling>'
        '<c:delete val="1"/><c:axPos val="t"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        f'<c:crossAx val="{category}"/><c:crosses val="autoZero"/></c:valAx>'
        '<c:spPr><a:noFill/></c:spPr></c:plotArea><c:plotVisOnly val="1"/>'
        f'<c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f"{text}</c:chartSpace>"
    ).encode()


def workbook(chart: Chart) -> bytes:
    """Write the workbook that opens at "Edit data": a row a range, its two figures beside it."""
    written = io.BytesIO()
    book = Workbook(written, {"in_memory": True})
    # Without a date of its own the workbook carries the time at which it was made.
    book.set_properties({"created": dt.datetime(1980, 1, 1)})  # noqa: DTZ001 (xlsxwriter wants none)
    sheet = book.add_worksheet("Sheet1")
    sheet.set_column(0, 0, 48)
    sheet.set_column(1, 2, 16)
    figures = book.add_format({"num_format": "#,##0.##" if _has_cents(chart.rows) else "#,##0"})
    sheet.write_string(0, 0, chart.name)
    sheet.write_string(0, 1, _LOW)
    sheet.write_string(0, 2, _HIGH)
    for number, row in enumerate(chart.rows, start=1):
        sheet.write_string(number, 0, plain_text(row.label))
        if row.high is not None:
            sheet.write_number(number, 1, row.low, figures)
        sheet.write_number(number, 2, top_figure(row), figures)
    book.close()
    return written.getvalue()


def _has_cents(rows: Sequence[Range]) -> bool:
    return any(value != int(value) for row in rows for value in (row.low, top_figure(row)))


def _axis_end(chart: Chart) -> float:
    """Return where the axis ends, so that the longest bar leaves room for its figures."""
    plot = chart.box.width * 0.99 - chart.label_width - CHART_MARGIN_PT
    return round(
        chart.highest / max(LEAST_FOR_BARS, 1 - (chart.figures.width + CHART_MARGIN_PT) / plot), 2
    )


def _column(letter: str, words: Sequence[str]) -> str:
    points = "".join(
        f'<c:pt idx="{number}"><c:v>{escape(word)}</c:v></c:pt>'
        for number, word in enumerate(words)
    )
    return (
        f"<c:cat><c:strRef><c:f>Sheet1!${letter}$2:${letter}${len(words) + 1}</c:f>"
        f'<c:strCache><c:ptCount val="{len(words)}"/>{points}</c:strCache></c:strRef></c:cat>'
    )


def _series(
    number: int,
    column: tuple[str, str],
    values: Sequence[float | None],
    *,
    labels: str,
    look: str,
) -> str:
    """Write a series; ``column`` is its letter in the workbook and its name there."""
    letter, name = column
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{value:.15g}</c:v></c:pt>'
        for place, value in enumerate(values)
        if value is not None
    )
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef>'
        f'<c:f>Sheet1!${letter}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0">'
        f"<c:v>{name}</c:v></c:pt></c:strCache></c:strRef></c:tx>{look}{labels}"
        f"<c:val><c:numRef><c:f>Sheet1!${letter}$2:${letter}${len(values) + 1}</c:f>"
        f'<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>'
        f"{points}</c:numCache></c:numRef></c:val></c:ser>"
    )


def _bars(chart: Chart, *, is_rtl: bool) -> str:
    """Write the look of the upper figures: the accent, and at the bar's end what is written."""
    points = "".join(
        f'<c:dPt><c:idx val="{number}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        '<c:spPr><a:gradFill><a:gsLst><a:gs pos="0"><a:schemeClr val="accent1"/></a:gs>'
        '<a:gs pos="80000"><a:schemeClr val="accent1"/></a:gs><a:gs pos="100000">'
        '<a:schemeClr val="accent2"/></a:gs></a:gsLst>'
        f'<a:lin ang="{10800000 if is_rtl else 0}" scaled="0"/></a:gradFill></c:spPr></c:dPt>'
        for number, row in enumerate(chart.rows)
        if row.open_ended
    )
    text = end_text if chart.figures.at_both_ends else figures_text
    shown = _shown("outEnd", chart, _way(is_rtl=is_rtl))
    labels = "".join(
        _label(number, number_format(top_figure(row), text(row)), shown)
        for number, row in enumerate(chart.rows)
    )
    return (
        '<c:spPr><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></c:spPr>'
        f'<c:invertIfNegative val="0"/>{points}<c:dLbls>{labels}{shown}</c:dLbls>'
    )


def _cover(chart: Chart, *, is_rtl: bool) -> str:
    """Write the look of the lower figures: hidden in the ground, over the other bar's edge."""
    labels = ""
    if chart.figures.at_both_ends:
        shown = _shown("inEnd", chart, _way(is_rtl=is_rtl))
        inner = "".join(
            _label(number, number_format(row.low, plain_text(row.low_text)), shown)
            for number, row in enumerate(chart.rows)
            if row.high is not None
        )
        labels = f"<c:dLbls>{inner}{shown}</c:dLbls>"
    return (
        '<c:spPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:ln w="19050"><a:solidFill>'
        '<a:schemeClr val="bg1"/></a:solidFill></a:ln></c:spPr><c:invertIfNegative val="0"/>'
        f"{labels}"
    )


def _way(*, is_rtl: bool) -> str:
    return ' rtl="1"' if is_rtl else ""


def _shown(place: str, chart: Chart, way: str) -> str:
    """Write how the figures of a series are shown."""
    return (
        '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr wrap="none"/>'
        f'<a:lstStyle/><a:p><a:pPr{way}><a:defRPr sz="{round(chart.figures.size_pt * 100)}" b="1"/>'
        f'</a:pPr><a:endParaRPr/></a:p></c:txPr><c:dLblPos val="{place}"/>'
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def _label(number: int, code: str, shown: str) -> str:
    return (
        f'<c:dLbl><c:idx val="{number}"/><c:numFmt formatCode={attribute(code)} '
        f'sourceLinked="0"/>{shown}</c:dLbl>'
    )
