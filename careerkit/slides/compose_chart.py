"""Ranges go in; the rows of a chart and all its words come out. One figure alone is no chart."""

from __future__ import annotations

from careerkit.document import blocks as b
from careerkit.document.spans import plain_text
from careerkit.document.traversal import spans
from careerkit.slides.contents import ChartContent, ColumnNames, FactContent, FactsContent
from careerkit.slides.paragraphs import SlideParagraph, join
from careerkit.slides.running_text import flatten

# What a language without words for them calls the columns: Excel's own functions, in every one.
_LOW, _SPAN, _HIGH = "min", "max − min", "max"


def compose_chart(block: b.RangeChart) -> ChartContent | FactsContent:
    """Compose a chart; one with a single figure is that figure with its words."""
    row = block.rows[0]
    if len(block.rows) == 1 and row.high is None:
        return _compose_lone_figure(block, row)
    return ChartContent(
        block.rows,
        join([part for part in (block.title, block.unit) if part], " · "),
        _name_columns(block),
        plain_text(block.alt),
        next((span.language for span in spans(block)), "en"),
        tuple(flatten([block])),
    )


def _compose_lone_figure(block: b.RangeChart, row: b.Range) -> FactsContent:
    figure = row.summary or join([part for part in (row.low_text, block.unit) if part], " · ")
    parts = (figure, row.label, block.title)
    words = tuple(SlideParagraph(text, level, "") for level, text in enumerate(parts) if text)
    return FactsContent((FactContent(words, row.note),))


def _name_columns(block: b.RangeChart) -> ColumnNames:
    unit = plain_text(block.unit)
    if all(row.high is None for row in block.rows):
        return ColumnNames("", "", "", unit or _HIGH)
    return ColumnNames(
        unit,
        plain_text(block.low_name) or _LOW,
        plain_text(block.span_name) or _SPAN,
        plain_text(block.high_name) or _HIGH,
    )
