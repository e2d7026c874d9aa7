"""Pictures and tables go in; the plans of their slides come out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from careerkit.content.pictures.picture import measure_picture, reading_picture
from careerkit.document.spans import Inline
from careerkit.slides.contents import PictureContent, TableContent
from careerkit.slides.media_room import find_media_room
from careerkit.slides.plan import PlacedPicture, PlacedTable, SlidePlan
from careerkit.slides.planner import Planner
from careerkit.slides.running_text import write_rows
from careerkit.slides.slide_layout import CELL_MARGIN_PT, Area, TextLevel


def plan_picture(planner: Planner, content: PictureContent) -> list[SlidePlan]:
    """Set a picture as large as the slide allows, its caption below it.

    Raises ContentError where it cannot be read.
    """
    layout = planner.layouts("picture")[-1]
    room = find_media_room(layout, planner.master, content.caption)
    box = _fit_whole(content, room.box)
    picture = PlacedPicture(content.path, box, content.alt, room.placeholder, content.place)
    return planner.plan_with_words(layout, [picture], room.texts)


def place_logo(plan: SlidePlan, content: PictureContent) -> SlidePlan | None:
    """Set a logo on a slide; None where its layout has no room for one.

    Raises ContentError where it cannot be read.
    """
    layout = plan.layout
    if layout.logo is None or any(isinstance(each, PlacedPicture) for each in plan.graphics):
        return None
    box = _fit_whole(content, layout.logo)
    on_paper = layout.background == "accent"
    logo = PlacedPicture(content.path, box, content.alt, None, content.place, on_paper)
    return replace(plan, graphics=(*plan.graphics, logo))


def _fit_whole(picture: PictureContent, area: Area) -> Area:
    """Return where a picture stands: whole, in its proportions, where reading begins in an area."""
    with reading_picture(picture.place, "figure.src"):
        width, height = measure_picture(picture.path)
    scale = min(area.width / width, area.height / height)
    shown_width, shown_height = width * scale, height * scale
    top = area.y + (area.height - shown_height) / 2
    return Area(area.x, top, shown_width, shown_height)


def plan_table(planner: Planner, content: TableContent) -> list[SlidePlan]:
    """Set a table, its head repeated on each slide; a row taller than a slide goes as text."""
    layout = planner.layouts("table")[-1]
    room = find_media_room(layout, planner.master, ())
    box = room.box
    small = planner.master.small
    bold = replace(small, bold=True)
    head = _row_height(planner, content.head, bold, box) if content.head else 0.0
    plans: list[SlidePlan] = []
    rows: list[tuple[Inline, ...]] = []
    heights: list[float] = []

    def close() -> None:
        if rows:
            tall = (head, *heights) if content.head else tuple(heights)
            area = replace(box, height=sum(tall))
            table = PlacedTable(content.head, tuple(rows), area, tall, room.placeholder)
            plans.append(planner.plan(layout, [], [table]))
            rows.clear()
            heights.clear()

    for row in content.rows:
        height = _row_height(planner, row, small, box)
        if head + height > box.height:
            close()
            plans.extend(planner.text_slides([tuple(write_rows(content.head, [row]))]))
            continue
        if len(rows) == planner.most or head + sum(heights) + height > box.height:
            close()
        rows.append(row)
        heights.append(height)
    close()
    if not content.rows:
        plans.extend(planner.text_slides([tuple(write_rows(content.head, ()))]))
    return plans


def _row_height(planner: Planner, row: Sequence[Inline], level: TextLevel, box: Area) -> float:
    width = box.width / len(row) - 2 * CELL_MARGIN_PT
    return max(planner.measure.height(cell, level, width) for cell in row) + 2 * CELL_MARGIN_PT
