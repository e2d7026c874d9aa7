"""Pictures and tables go in; the plans of their slides come out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from careerkit.document import blocks as b
from careerkit.slides.frames import BODY, CELL_MARGIN_PT, MEDIA, Box, Level
from careerkit.slides.paragraphs import SlideParagraph
from careerkit.slides.plan import Grid, Picture, SlidePlan
from careerkit.slides.planner import Planner
from careerkit.slides.running_text import flatten


def plan_figure(planner: Planner, block: b.Figure) -> list[SlidePlan]:
    """Set a picture as large as the slide allows, its caption below it."""
    layout = planner.layout("Picture")
    picture = Picture(block.path, layout.frame(MEDIA).box, b.plain_text(block.alt), block.place)
    caption = (SlideParagraph(block.caption, 0, ""),) if block.caption else ()
    return planner.with_words(layout, [picture], [(BODY, caption)])


def plan_table(planner: Planner, block: b.Table) -> list[SlidePlan]:
    """Set a table, its head repeated on each slide; a row taller than a slide goes as text."""
    layout = planner.layout("Table")
    box = layout.frame(MEDIA).box
    small = layout.frame(BODY).levels[0]
    head = _row_height(planner, block.head, replace(small, bold=True), box) if block.head else 0.0
    plans: list[SlidePlan] = []
    rows: list[tuple[b.Inline, ...]] = []
    heights: list[float] = []

    def close() -> None:
        if rows:
            tall = (head, *heights) if block.head else tuple(heights)
            grid = Grid(block.head, tuple(rows), replace(box, height=sum(tall)), tall)
            plans.append(planner.plan(layout, [], [grid]))
            rows.clear()
            heights.clear()

    for row in block.rows:
        height = _row_height(planner, row, small, box)
        if head + height > box.height:
            close()
            words = flatten([b.Table(block.head, (row,))])
            plans.extend(planner.text_slides([tuple(words)]))
            continue
        if len(rows) == planner.most or head + sum(heights) + height > box.height:
            close()
        rows.append(row)
        heights.append(height)
    close()
    if not block.rows:
        plans.extend(planner.text_slides([tuple(flatten([block]))]))
    return plans


def _row_height(planner: Planner, row: Sequence[b.Inline], level: Level, box: Box) -> float:
    width = box.width / len(row) - 2 * CELL_MARGIN_PT
    return max(planner.measure.height(cell, level, width) for cell in row) + 2 * CELL_MARGIN_PT
