"""Rows of a range chart go in; a native bar chart that shows what its cells say comes out.

A range is a stacked bar: the lower figure, which is not painted, and the span up to the upper one.
The upper figure is a bar of its own on a second pair of axes, not painted either, whose label
stands where the range ends. So every label is the value of its own cell, and the axes, which begin
at nothing and end where the program has them end, follow whatever is typed.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from careerkit.document.spans import plain_text
from careerkit.pptx.chart_workbook import SHEET, Column
from careerkit.pptx.text_frame import attribute
from careerkit.slides.chart_figures import CHART_MARGIN_PT
from careerkit.slides.plan import PlacedChart

# The numbers of the axes: of the rows and of the figures, and the second pair.
_AXES, _SECOND_AXES = (111111111, 222222222), (333333333, 444444444)
_LEGEND_SHARE = 0.12
_NO_FILL = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


def chart_xml(chart: PlacedChart, columns: Sequence[Column], *, is_rtl: bool = False) -> bytes:
    """Write the chart part; the relation to its workbook is added by whoever holds the part."""
    return _ChartWriter(chart, columns, is_rtl=is_rtl).write().encode()


class _ChartWriter:
    """Writes the XML of one chart."""

    def __init__(self, chart: PlacedChart, columns: Sequence[Column], *, is_rtl: bool) -> None:
        self.chart, self.is_rtl = chart, is_rtl
        self.columns = {column.role: column for column in columns}
        self.places = {column.role: place for place, column in enumerate(columns)}
        self.way = ' rtl="1"' if is_rtl else ""

    def write(self) -> str:
        if "span" in self.columns:
            bars = self.bars(_AXES, "stacked", self.low(), self.span())
            bars += self.bars(_SECOND_AXES, "clustered", self.high(painted=False))
            axes = self.axes(_AXES) + self.axes(_SECOND_AXES, is_second=True)
        else:
            series = [self.low()] if "low" in self.columns else []
            bars = self.bars(_AXES, "clustered", *series, self.high(painted=True))
            axes = self.axes(_AXES)
        has_legend = "low" in self.columns and "span" not in self.columns
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
            'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
            'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            '<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>'
            '<c:autoTitleDeleted val="1"/><c:plotArea>'
            f"{self.plot(has_legend=has_legend)}{bars}{axes}<c:spPr><a:noFill/></c:spPr>"
            f'</c:plotArea>{self.legend() if has_legend else ""}<c:plotVisOnly val="1"/>'
            '<c:dispBlanksAs val="gap"/></c:chart>'
            f"{_NO_FILL}{self.text()}</c:chartSpace>"
        )

    def plot(self, *, has_legend: bool) -> str:
        """Place the bars between the labels of the rows and the room for the figures."""
        chart = self.chart
        before = (chart.label_width + CHART_MARGIN_PT) / chart.box.width
        after = (chart.data_labels.width + CHART_MARGIN_PT) / chart.box.width
        # From right to left the labels stand at the right, and the figures grow to the left.
        left = after if self.is_rtl else before
        height = 0.96 - (_LEGEND_SHARE if has_legend else 0)
        return (
            '<c:layout><c:manualLayout><c:layoutTarget val="inner"/>'
            '<c:xMode val="edge"/><c:yMode val="edge"/>'
            f'<c:x val="{left:.4f}"/><c:y val="0.02"/>'
            f'<c:w val="{max(0.05, 1 - before - after):.4f}"/><c:h val="{height:.4f}"/>'
            "</c:manualLayout></c:layout>"
        )

    # --- series ----------------------------------------------------------------------------

    def bars(self, axes: tuple[int, int], grouping: str, *series: str) -> str:
        count = len(self.chart.rows)
        gap, overlap = (260, 140, 90)[min(count, 3) - 1], 100
        if grouping == "clustered" and len(series) > 1:
            gap, overlap = 60, 0
        return (
            f'<c:barChart><c:barDir val="bar"/><c:grouping val="{grouping}"/>'
            f'<c:varyColors val="0"/>{"".join(series)}<c:gapWidth val="{gap}"/>'
            f'<c:overlap val="{overlap}"/><c:axId val="{axes[0]}"/><c:axId val="{axes[1]}"/>'
            "</c:barChart>"
        )

    def low(self) -> str:
        if "span" not in self.columns:
            return self.series(self.columns["low"], self.paint("accent2"), "outEnd")
        return self.series(self.columns["low"], _NO_FILL, "inEnd")

    def span(self) -> str:
        return self.series(self.columns["span"], self.paint("accent1"), "", self.fading())

    def high(self, *, painted: bool) -> str:
        column = self.columns["high"]
        if painted:
            return self.series(column, self.paint("accent1"), "outEnd", self.fading())
        return self.series(column, _NO_FILL, "outEnd")

    def paint(self, colour: str) -> str:
        return f'<c:spPr><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill></c:spPr>'

    def fading(self) -> str:
        """Let the bars of rows that go on above their upper figure fade at that end."""
        return "".join(
            f'<c:dPt><c:idx val="{number}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
            '<c:spPr><a:gradFill><a:gsLst><a:gs pos="0"><a:schemeClr val="accent1"/></a:gs>'
            '<a:gs pos="80000"><a:schemeClr val="accent1"/></a:gs><a:gs pos="100000">'
            '<a:schemeClr val="accent2"/></a:gs></a:gsLst>'
            f'<a:lin ang="{10800000 if self.is_rtl else 0}" scaled="0"/></a:gradFill></c:spPr>'
            "</c:dPt>"
            for number, row in enumerate(self.chart.rows)
            if row.open_ended
        )

    def series(self, column: Column, look: str, labels_at: str, points: str = "") -> str:
        number = self.places[column.role]
        count = len(self.chart.rows)
        values = "".join(
            f'<c:pt idx="{place}"><c:v>{value:.15g}</c:v></c:pt>'
            for place, value in enumerate(column.values)
            if value is not None
        )
        names = "".join(
            f'<c:pt idx="{place}"><c:v>{escape(plain_text(row.label))}</c:v></c:pt>'
            for place, row in enumerate(self.chart.rows)
        )
        labels = self.labels(column, labels_at) if labels_at else ""
        return (
            f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef>'
            f'<c:f>{SHEET}!${column.letter}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0">'
            f"<c:v>{escape(column.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>{look}"
            f'<c:invertIfNegative val="0"/>{points}{labels}'
            f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${count + 1}</c:f>"
            f'<c:strCache><c:ptCount val="{count}"/>{names}</c:strCache></c:strRef></c:cat>'
            f"<c:val><c:numRef><c:f>{SHEET}!${column.letter}$2:${column.letter}${count + 1}</c:f>"
            f'<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="{count}"/>'
            f"{values}</c:numCache></c:numRef></c:val></c:ser>"
        )

    def labels(self, column: Column, place: str) -> str:
        """Write how the values of a series are shown; a row with a format of its own by itself."""
        shown = self.shown(place)
        used = [
            code
            for code, value in zip(column.formats, column.values, strict=True)
            if value is not None
        ]
        usual = max(used, key=used.count)
        others = "".join(
            f'<c:dLbl><c:idx val="{number}"/>{_number_format(code)}{shown}</c:dLbl>'
            for number, code in enumerate(column.formats)
            if code != usual and column.values[number] is not None
        )
        return f"<c:dLbls>{others}{_number_format(usual)}{shown}</c:dLbls>"

    def shown(self, place: str) -> str:
        size = round(self.chart.data_labels.size_pt * 100)
        return (
            '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr wrap="none"/>'
            f'<a:lstStyle/><a:p><a:pPr{self.way}><a:defRPr sz="{size}" b="1"/></a:pPr>'
            f'<a:endParaRPr/></a:p></c:txPr><c:dLblPos val="{place}"/>'
            '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
            '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
        )

    # --- axes, legend, text ------------------------------------------------------------------

    def axes(self, axes: tuple[int, int], *, is_second: bool = False) -> str:
        rows, figures = axes
        side, order = ("r", "maxMin") if self.is_rtl else ("l", "minMax")
        return (
            f'<c:catAx><c:axId val="{rows}"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
            f'<c:delete val="{int(is_second)}"/><c:axPos val="{side}"/>'
            '<c:numFmt formatCode="General" sourceLinked="0"/>'
            '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
            "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
            f'<c:crossAx val="{figures}"/><c:crosses val="autoZero"/><c:auto val="1"/>'
            '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
            f'<c:valAx><c:axId val="{figures}"/><c:scaling><c:orientation val="{order}"/>'
            '<c:min val="0"/></c:scaling>'
            f'<c:delete val="1"/><c:axPos val="{"b" if is_second else "t"}"/>'
            '<c:numFmt formatCode="General" sourceLinked="0"/>'
            '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
            f'<c:crossAx val="{rows}"/><c:crosses val="{"max" if is_second else "autoZero"}"/>'
            "</c:valAx>"
        )

    def legend(self) -> str:
        size = round(self.chart.data_labels.size_pt * 100)
        return (
            '<c:legend><c:legendPos val="b"/><c:overlay val="0"/><c:txPr><a:bodyPr/><a:lstStyle/>'
            f'<a:p><a:pPr{self.way}><a:defRPr sz="{size}"/></a:pPr><a:endParaRPr/></a:p></c:txPr>'
            "</c:legend>"
        )

    def text(self) -> str:
        return (
            f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr{self.way}>"
            f'<a:defRPr sz="{round(self.chart.label_pt * 100)}">'
            '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>'
            '<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:pPr>'
            f"<a:endParaRPr lang={attribute(self.chart.language)}/></a:p></c:txPr>"
        )


def _number_format(code: str) -> str:
    return f'<c:numFmt formatCode={attribute(code)} sourceLinked="0"/>'
