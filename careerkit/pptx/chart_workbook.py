"""Rows of a range chart go in; its columns of figures and the workbook that holds them come out.

What is typed at "Edit data" are the lower and the upper figures; the span between them, which is
what a stacked bar needs, is a formula.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it has none

from careerkit.document.blocks import Range
from careerkit.document.spans import Inline, plain_text
from careerkit.slides.chart_figures import number_format, top_figure
from careerkit.slides.plan import PlacedChart

SHEET = "Sheet1"

Role: TypeAlias = Literal["low", "span", "high"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures in the workbook: a value a row, None where there is none.

    ``formats`` write each value as its label does, ``cell_formats`` without the words around it.
    ``formulas`` stand in the cells in place of the values, where there are any.
    """

    role: Role
    letter: str
    name: str
    values: tuple[float | None, ...]
    formats: tuple[str, ...]
    cell_formats: tuple[str, ...]
    formulas: tuple[str, ...] = ()


def lay_out_columns(chart: PlacedChart) -> tuple[Column, ...]:
    """Return a chart's columns in the workbook's order, from B: lower figures, spans, upper ones.

    Spans are there where they are drawn; lower figures where any row has two.
    """
    rows, names = chart.rows, chart.names
    if all(row.high is None for row in rows):
        return (_figures("high", "B", names.high, rows),)
    low = _figures("low", "B", names.low, rows)
    if not chart.data_labels.at_both_ends:
        return low, _figures("high", "C", names.high, rows)
    formulas = tuple(f"=MAX(D{number}-B{number},0)" for number in range(2, len(rows) + 2))
    high = _figures("high", "D", names.high, rows)
    span = Column(
        "span",
        "C",
        names.span,
        tuple(_span(row) for row in rows),
        high.cell_formats,
        high.cell_formats,
        formulas,
    )
    return low, span, high


def workbook(chart: PlacedChart, columns: Sequence[Column]) -> bytes:
    """Write the workbook that opens at "Edit data": a row a range, its figures beside it."""
    written = io.BytesIO()
    book = Workbook(written, {"in_memory": True})
    # Without a date of its own the workbook carries the time at which it was made.
    book.set_properties({"created": dt.datetime(1980, 1, 1)})  # noqa: DTZ001 (xlsxwriter wants none)
    sheet = book.add_worksheet(SHEET)
    sheet.set_column(0, 0, 48)
    sheet.set_column(1, len(columns), 18)
    sheet.write_string(0, 0, chart.names.labels)
    for number, row in enumerate(chart.rows, start=1):
        sheet.write_string(number, 0, plain_text(row.label))
    formats: dict[str, object] = {}
    for place, column in enumerate(columns, start=1):
        sheet.write_string(0, place, column.name)
        for number, value in enumerate(column.values):
            code = column.cell_formats[number]
            look = formats.setdefault(code, book.add_format({"num_format": code}))
            if column.formulas:
                sheet.write_formula(number + 1, place, column.formulas[number], look, value)
            elif value is not None:
                sheet.write_number(number + 1, place, value, look)
    book.close()
    return written.getvalue()


def _figures(role: Role, letter: str, name: str, rows: Sequence[Range]) -> Column:
    is_low = role == "low"
    values = [
        (row.low if row.high is not None else None) if is_low else top_figure(row) for row in rows
    ]
    texts = [row.low_text if is_low else row.high_text or row.low_text for row in rows]

    def write(*, with_words: bool) -> tuple[str, ...]:
        return tuple(
            _format(row, value, text, with_words=with_words)
            for row, value, text in zip(rows, values, texts, strict=True)
        )

    return Column(
        role, letter, name, tuple(values), write(with_words=True), write(with_words=False)
    )


def _format(row: Range, value: float | None, text: Inline, *, with_words: bool) -> str:
    figure = row.low if value is None else value
    language = text[0].language if text else "en"
    return number_format(figure, plain_text(text), language, with_words=with_words)


def _span(row: Range) -> float:
    """Return what lies between a row's figures, exactly as far as they are written."""
    low = Decimal(repr(row.low)) if row.high is not None else Decimal(0)
    return float(max(Decimal(repr(top_figure(row))) - low, Decimal(0)))
