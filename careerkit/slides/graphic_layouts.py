"""The measures of a deck go in; the layouts of figures, charts, codes and pictures come out."""

from __future__ import annotations

from collections.abc import Iterator

from careerkit.slides.slide_layout import (
    Area,
    LayoutRole,
    Placeholder,
    PlaceholderType,
    SlideLayout,
)
from careerkit.slides.slide_measures import FIRST_INDEX, SlideMeasures
from careerkit.slides.text_layouts import beside_icon

# A QR code among others, its quiet zone included: wide enough to be scanned from the first rows.
_CODE_PT = 196.0
_LARGE_CODE_PT = 270.0
# Stages side by side, each wide enough for short words at body size.
_MOST_STAGES = 5


def make_facts(slide: SlideMeasures) -> Iterator[SlideLayout]:
    """Draw the slides of large figures: in columns, in rows, and alone."""
    sizes = slide.sizes
    figure = slide.level(sizes.figure_pt, bold=True, colour="tx2")
    label, note = slide.level(sizes.body_pt, 2, bold=True), slide.level(sizes.small_pt, 4)
    levels = (figure, label, note)
    smaller = (
        slide.level(sizes.figure_pt * 2 / 3, bold=True, colour="tx2"),
        slide.level(sizes.body_pt, bold=True),
        note,
    )
    in_columns: LayoutRole
    for in_columns, name, boxes, used, gap in (
        ("two facts", "Two facts", slide.columns(2), levels, 0.0),
        ("three facts", "Three facts", slide.columns(3), levels, 0.0),
        ("three facts", "Three facts in rows", slide.rows(3, 26), smaller, 26.0),
        ("two facts", "Two facts in rows", slide.rows(2, 24), levels, 24.0),
    ):
        placeholders = [
            slide.text("body", f"Fact {number + 1}", each, used, number=number)
            for number, each in enumerate(boxes)
        ]
        rules = tuple(each.y - gap / 2 for each in boxes[1:] if gap)
        yield SlideLayout(in_columns, name, "obj", slide.around(*placeholders), rules=rules)
    single = (figure, slide.level(round(sizes.body_pt * 4 / 3), 10, bold=True), note)
    alone = slide.text("body", "Fact", slide.body_box, single, "ctr")
    yield beside_icon(slide, "fact", "One fact with icon", single)
    yield SlideLayout("fact", "One fact", "obj", slide.around(alone), "tint")
    spaced = (smaller[0], slide.level(sizes.body_pt, 14, bold=True), note)
    long = slide.text("body", "Fact", slide.body_box, spaced, "ctr")
    yield SlideLayout("fact", "One long fact", "obj", slide.around(long), "tint")


def make_chart(slide: SlideMeasures) -> Iterator[SlideLayout]:
    """Draw a chart below its caption."""
    placeholders = slide.around(*_below_caption(slide, "chart", "Chart"))
    yield SlideLayout("chart", "Chart", "chart", placeholders)


def make_roadmap(slide: SlideMeasures) -> Iterator[SlideLayout]:
    """Draw a roadmap across the slide, a node above each of its stages."""
    levels = (
        slide.level(slide.sizes.body_pt, bold=True),
        slide.level(slide.sizes.small_pt, 4),
    )
    box = slide.body_box
    line = slide.sizes.body_pt * slide.scale * slide.line
    stages = [
        slide.text(
            "body",
            f"Stage {number + 1}",
            Area(each.x, each.y + 2 * line + 96, each.width, each.height - 2 * line - 96),
            levels,
            number=number,
        )
        for number, each in enumerate(slide.columns(_MOST_STAGES, 20))
    ]
    above = Area(box.x, box.y, box.width, 2 * line + 2)
    lead = slide.text("lead", "Lead", above, (slide.level(slide.sizes.body_pt),))
    yield SlideLayout("roadmap", "Stages", "obj", slide.around(lead, *stages))


def make_codes(slide: SlideMeasures) -> Iterator[SlideLayout]:
    """Draw QR codes above their words, and a large one beside them."""
    sizes = slide.sizes
    words = (
        slide.level(sizes.body_pt, bold=True, colour="tx2"),
        slide.level(sizes.body_pt, 4),
        slide.level(sizes.body_pt, 4),
        slide.level(sizes.small_pt, 4),
        slide.level(sizes.source_pt, 4),
        slide.level(sizes.body_pt, 4, bold=True, colour="tx2"),
    )
    box = slide.body_box
    role: LayoutRole
    for role, name, count in (("three codes", "Links", 3), ("two codes", "Two links", 2)):
        columns = slide.columns(count)
        below = [
            Area(each.x, each.y + _CODE_PT + 8, each.width, each.height - _CODE_PT - 8)
            for each in columns
        ]
        texts = [
            slide.text("body", f"Link {number + 1}", each, words, number=number)
            for number, each in enumerate(below)
        ]
        codes = tuple(Area(each.x, each.y, _CODE_PT, _CODE_PT) for each in columns)
        yield SlideLayout(role, name, "obj", slide.around(*texts), codes=codes)
    beside = Area(box.x + 290, box.y, box.width - 290, box.height)
    text = slide.text("body", "Link", beside, words, "ctr")
    large = Area(box.x, box.y, _LARGE_CODE_PT, _LARGE_CODE_PT)
    yield SlideLayout("one code", "One link", "obj", slide.around(text), codes=(large,))


def make_pictures(slide: SlideMeasures) -> Iterator[SlideLayout]:
    """Draw a picture above its caption, and a table below it."""
    line = slide.sizes.small_pt * slide.scale * slide.line
    box = slide.body_box
    area = Area(box.x, box.y, box.width, box.height - 2 * line - 10)
    caption = Area(box.x, area.y + area.height + 8, box.width, 2 * line + 2)
    small = (slide.level(slide.sizes.small_pt),)
    placeholders = slide.around(
        _media(area, "pic", "Picture"), slide.text("caption", "Caption", caption, small)
    )
    yield SlideLayout("picture", "Picture", "picTx", placeholders)
    placeholders = slide.around(*_below_caption(slide, "tbl", "Table"))
    yield SlideLayout("table", "Table", "tbl", placeholders)


def _below_caption(
    slide: SlideMeasures, type_: PlaceholderType, name: str
) -> tuple[Placeholder, Placeholder]:
    box = slide.body_box
    line = slide.sizes.small_pt * slide.scale * slide.line
    caption = Area(box.x, box.y, box.width, line + 2)
    area = Area(box.x, box.y + line + 10, box.width, box.height - line - 10)
    small = (slide.level(slide.sizes.small_pt),)
    return _media(area, type_, name), slide.text("caption", "Caption", caption, small)


def _media(area: Area, type_: PlaceholderType, name: str) -> Placeholder:
    return Placeholder("media", FIRST_INDEX["media"], type_, name, area)
