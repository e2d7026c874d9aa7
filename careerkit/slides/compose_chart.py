"""Ranges go in; the plans of slides with a chart of them come out. One figure alone is no chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from careerkit.document import blocks as b
from careerkit.slides.chart_figures import (
    CHART_MARGIN_PT,
    LEAST_FOR_BARS,
    end_text,
    top_figure,
)
from careerkit.slides.frames import BODY, MEDIA, SOURCE, Box, Level
from careerkit.slides.measure import leading
from careerkit.slides.paragraphs import SlideParagraph, cut, join
from careerkit.slides.plan import Chart, ColumnNames, Figures, SlidePlan
from careerkit.slides.planner import Planner
from careerkit.slides.running_text import flatten

# The shares of the chart's width that its labels may take, and the lines between two rows' labels.
_FOR_LABELS = (0.26, 0.32, 0.38)
_BETWEEN_LABELS = 0.35
# A program ends an axis at a round figure, which is rarely more than so many times the highest.
_ROUND_END = 1.25
# What a language without words for them calls the columns: Excel's own functions, in every one.
_LOW, _SPAN, _HIGH = "min", "max − min", "max"


@dataclass(frozen=True, slots=True)
class _Labels:
    """How the labels of a chart are set: the lines of each, and how many stand on a slide."""

    level: Level
    width: float
    lines: tuple[int, ...]
    room: int
    rows: int


def read_lone_figure(block: b.RangeChart) -> b.FactGrid | None:
    """Return a chart with one figure as what it is, a figure with its words; None for any other."""
    row = block.rows[0]
    if len(block.rows) > 1 or row.high is not None:
        return None
    figure = row.summary or join([part for part in (row.low_text, block.unit) if part], " · ")
    return b.FactGrid((b.Fact(figure, row.label, block.title, row.note),), place=block.place)


def plan_chart(planner: Planner, block: b.RangeChart) -> list[SlidePlan]:
    """Set a chart, over several slides where it has many rows or long labels.

    Each slide has a scale of its own, which follows its data when they are edited.
    """
    layout = planner.layout("Chart")
    box = layout.frame(MEDIA).box
    labels = _labels(planner, block.rows, box)
    label_width = labels.width
    labelled = [
        row if count <= labels.room else replace(row, label=_shorten(planner, row, labels))
        for row, count in zip(block.rows, labels.lines, strict=True)
    ]
    figures = _figures(planner, block.rows, box.width - label_width - 2 * CHART_MARGIN_PT)
    caption = join([part for part in (block.title, block.unit) if part], " · ")
    heading = (SlideParagraph(caption, 0, ""),) if caption else ()
    plans: list[SlidePlan] = []
    shares = _shares(len(labelled), labels.rows)
    for start, end in shares:
        rows = block.rows[start:end]
        chart = Chart(
            tuple(labelled[start:end]),
            _names(block),
            box,
            b.plain_text(block.alt) if len(shares) == 1 else _alt(rows),
            _language(block),
            label_width,
            labels.level.size_pt,
            figures,
        )
        notes = tuple(_row_words(row) for row in rows)
        sources = dict.fromkeys(SlideParagraph(row.note, 0, "") for row in rows if row.note)
        plans += planner.with_words(
            layout, [chart], [(BODY, heading), (SOURCE, tuple(sources))], notes
        )
    if any(count > labels.room for count in labels.lines):
        plans += planner.text_slides([tuple(flatten([block]))])
    return plans


def _labels(planner: Planner, rows: Sequence[b.Range], box: Box) -> _Labels:
    """Set labels for the fewest slides, then as large as can be, then in few lines."""
    small = planner.layout("Chart").frame(BODY).levels[0]
    large = replace(small, size_pt=planner.slides.body[0].size_pt)
    found = [
        _try_labels(planner, rows, box, level, share)
        for level in (large, small)
        for share in _FOR_LABELS
    ]
    return min(
        found,
        key=lambda each: (
            -(-len(rows) // each.rows),
            max(each.lines) > each.room,
            -each.level.size_pt,
            max(2, *each.lines),
            each.width,
        ),
    )


def _try_labels(
    planner: Planner, rows: Sequence[b.Range], box: Box, level: Level, share: float
) -> _Labels:
    measure = planner.measure
    widest = max(measure.width(b.plain_text(row.label), level) for row in rows)
    width = min(widest + 4, box.width * share)
    lines = tuple(len(measure.line_ends(row.label, level, width)) for row in rows)
    height = (box.height - 8) / leading(level)
    on_a_slide = int(height // (max(lines) + _BETWEEN_LABELS))
    return _Labels(level, width, lines, int(height), max(1, min(planner.most, on_a_slide)))


def _shares(count: int, most: int) -> list[tuple[int, int]]:
    """Part so many rows evenly over as few slides as hold them."""
    slides = -(-count // most)
    size = -(-count // slides)
    return [(start, min(start + size, count)) for start in range(0, count, size)]


def _figures(planner: Planner, rows: Sequence[b.Range], plot_width: float) -> Figures:
    """Choose how the figures are written: large and at both ends where there is room."""
    measure = planner.measure
    small = replace(planner.layout("Chart").frame(BODY).levels[0], bold=True)
    large = replace(small, size_pt=planner.slides.body[0].size_pt)
    highest = max(top_figure(row) for row in rows) * _ROUND_END or 1.0
    for level in (large, small):
        width = max(measure.width(end_text(row), level) for row in rows)
        bars = plot_width - width - CHART_MARGIN_PT
        if bars >= plot_width * LEAST_FOR_BARS and all(
            measure.width(b.plain_text(row.low_text), level) + CHART_MARGIN_PT
            <= row.low / highest * bars
            for row in rows
            if row.high is not None
        ):
            return Figures(level.size_pt, width, at_both_ends=True)
    texts = [text for row in rows for text in (b.plain_text(row.low_text), end_text(row))]
    return Figures(
        small.size_pt, max(measure.width(text, small) for text in texts), at_both_ends=False
    )


def _names(block: b.RangeChart) -> ColumnNames:
    unit = b.plain_text(block.unit)
    if all(row.high is None for row in block.rows):
        return ColumnNames("", "", "", unit or _HIGH)
    return ColumnNames(
        unit,
        b.plain_text(block.low_name) or _LOW,
        b.plain_text(block.span_name) or _SPAN,
        b.plain_text(block.high_name) or _HIGH,
    )


def _alt(rows: Sequence[b.Range]) -> str:
    """Say what the rows of one of several slides show."""
    return "; ".join(b.plain_text(_row_words(row).text) for row in rows)


def _shorten(planner: Planner, row: b.Range, labels: _Labels) -> b.Inline:
    """Return as much of a label as so many lines hold, with an ellipsis."""
    ends = planner.measure.line_ends(row.label, labels.level, labels.width)
    kept = cut(row.label, 0, max(1, ends[labels.room - 1] - 2))
    return (*kept[:-1], replace(kept[-1], text=kept[-1].text + "…"))


def _language(block: b.RangeChart) -> str:
    return next((span.language for span in b.spans(block)), "en")


def _row_words(row: b.Range) -> SlideParagraph:
    return SlideParagraph(join([part for part in (row.label, row.summary) if part], ": "), 0, "")
