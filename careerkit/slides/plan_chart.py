"""Ranges go in; the plans of slides with a chart of them come out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from careerkit.document import blocks as b
from careerkit.document.spans import Inline, plain_text
from careerkit.slides.chart_figures import (
    CHART_MARGIN_PT,
    LEAST_FOR_BARS,
    end_text,
    top_figure,
)
from careerkit.slides.contents import ChartContent
from careerkit.slides.measure import leading
from careerkit.slides.media_room import find_media_room
from careerkit.slides.paragraphs import SlideParagraph, cut, join
from careerkit.slides.plan import DataLabels, PlacedChart, SlidePlan
from careerkit.slides.planner import Planner
from careerkit.slides.slide_layout import Area, TextLevel

# The shares of the chart's width that its labels may take, and the lines between two rows' labels.
_FOR_LABELS = (0.26, 0.32, 0.38)
_BETWEEN_LABELS = 0.35
# A program ends an axis at a round figure, which is rarely more than so many times the highest.
_ROUND_END = 1.25


@dataclass(frozen=True, slots=True)
class _Labels:
    """How the labels of a chart are set: the lines of each, and how many stand on a slide."""

    level: TextLevel
    width: float
    lines: tuple[int, ...]
    room: int
    rows: int


def plan_chart(planner: Planner, content: ChartContent) -> list[SlidePlan]:
    """Set a chart, over several slides where it has many rows or long labels.

    Each slide has a scale of its own, which follows its data when they are edited.
    """
    layout = planner.layouts("chart")[-1]
    room = find_media_room(layout, planner.master, content.caption)
    labels = _set_labels(planner, content.rows, room.box)
    label_width = labels.width
    labelled = [
        row if count <= labels.room else replace(row, label=_shorten(planner, row, labels))
        for row, count in zip(content.rows, labels.lines, strict=True)
    ]
    plot_width = room.box.width - label_width - 2 * CHART_MARGIN_PT
    data_labels = _set_data_labels(planner, content.rows, plot_width)
    plans: list[SlidePlan] = []
    shares = _shares(len(labelled), labels.rows)
    for start, end in shares:
        rows = content.rows[start:end]
        chart = PlacedChart(
            tuple(labelled[start:end]),
            content.names,
            room.box,
            content.alt if len(shares) == 1 else _alt(rows),
            content.language,
            label_width,
            labels.level.size_pt,
            data_labels,
            room.placeholder,
        )
        notes = tuple(_row_words(row) for row in rows)
        sources = dict.fromkeys(SlideParagraph(row.note, 0, "") for row in rows if row.note)
        plans += planner.plan_with_words(layout, [chart], room.texts, tuple(sources), notes)
    if any(count > labels.room for count in labels.lines):
        plans += planner.text_slides([content.words])
    return plans


def _set_labels(planner: Planner, rows: Sequence[b.Range], box: Area) -> _Labels:
    """Set labels for the fewest slides, then as large as can be, then in few lines."""
    small = planner.master.small
    large = replace(small, size_pt=planner.master.body.levels[0].size_pt)
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
    planner: Planner, rows: Sequence[b.Range], box: Area, level: TextLevel, share: float
) -> _Labels:
    measure = planner.measure
    widest = max(measure.width(plain_text(row.label), level) for row in rows)
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


def _set_data_labels(planner: Planner, rows: Sequence[b.Range], plot_width: float) -> DataLabels:
    """Choose how the figures are written: large and at both ends where there is room."""
    measure = planner.measure
    small = replace(planner.master.small, bold=True)
    large = replace(small, size_pt=planner.master.body.levels[0].size_pt)
    highest = max(top_figure(row) for row in rows) * _ROUND_END or 1.0
    for level in (large, small):
        width = max(measure.width(end_text(row), level) for row in rows)
        bars = plot_width - width - CHART_MARGIN_PT
        if bars >= plot_width * LEAST_FOR_BARS and all(
            measure.width(plain_text(row.low_text), level) + CHART_MARGIN_PT
            <= row.low / highest * bars
            for row in rows
            if row.high is not None
        ):
            return DataLabels(level.size_pt, width, at_both_ends=True)
    texts = [text for row in rows for text in (plain_text(row.low_text), end_text(row))]
    return DataLabels(
        small.size_pt, max(measure.width(text, small) for text in texts), at_both_ends=False
    )


def _alt(rows: Sequence[b.Range]) -> str:
    """Say what the rows of one of several slides show."""
    return "; ".join(plain_text(_row_words(row).text) for row in rows)


def _shorten(planner: Planner, row: b.Range, labels: _Labels) -> Inline:
    """Return as much of a label as so many lines hold, with an ellipsis."""
    ends = planner.measure.line_ends(row.label, labels.level, labels.width)
    kept = cut(row.label, 0, max(1, ends[labels.room - 1] - 2))
    return (*kept[:-1], replace(kept[-1], text=kept[-1].text + "…"))


def _row_words(row: b.Range) -> SlideParagraph:
    return SlideParagraph(join([part for part in (row.label, row.summary) if part], ": "), 0, "")
