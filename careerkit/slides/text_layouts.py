"""The measures of a deck go in; the layouts of slides that hold text come out.

Of one role the layout with the largest text comes first: what fits it on one slide is set in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from careerkit.slides.slide_layout import (
    ICON_PT,
    LARGE_ICON_PT,
    Anchor,
    Area,
    Background,
    Bullet,
    LayoutRole,
    SchemeColour,
    SlideLayout,
    TextLevel,
)
from careerkit.slides.slide_measures import SlideMeasures

# The mark of a school stands above all words.
_LOGO_TOP_PT, _LOGO_PT = 14.0, 44.0


def make_openings(slide: SlideMeasures) -> Iterator[SlideLayout]:
    """Draw the title slides, for the shortest titles first: words on the left, then the art.

    The longer a title is, the smaller it is set and the more of the slide is its own; the last
    has no room for a line below it.
    """
    body, small = slide.sizes.body_pt, slide.sizes.small_pt
    title = slide.sizes.title_pt
    yield _opening(slide, "Title", 0.52, title * 1.1, 4, body)
    yield _opening(slide, "Long title", 0.52, title * 0.8, 6, body)
    yield _opening(slide, "Longer title", 0.72, body * 7 / 6, 6, small)
    yield _opening(slide, "Longest title", 0.72, body * 7 / 6, 0, small)


def make_statements(slide: SlideMeasures) -> Iterator[SlideLayout]:
    """Draw the slides of a sentence, from the largest type to the smallest."""
    size, small = slide.sizes.body_pt, slide.sizes.small_pt
    large, middle = size * 5 / 3, size * 7 / 6
    levels = slide.levels(round(large), "", gap=16)
    yield beside_icon(slide, "statement", "Statement with icon", levels)
    yield _text(slide, "statement", "Statement", large, "", 16, background="tint")
    levels = slide.levels(round(middle), "", gap=14)
    yield beside_icon(slide, "statement", "Text with icon", levels)
    yield _text(slide, "statement", "Text", middle, "", 14, background="tint")
    yield _text(slide, "long statement", "Long text", size, "", 14, background="tint")
    yield _text(slide, "long statement", "Longest text", small, "", 10, background="tint")


def make_lists(slide: SlideMeasures) -> Iterator[SlideLayout]:
    """Draw the slides of running text, and those of tasks."""
    size = slide.sizes.body_pt
    large = round(size * 4 / 3)
    levels = slide.levels(large, "bullets", gap=16)
    yield beside_icon(slide, "list", "Short list with icon", levels)
    yield _text(slide, "list", "Short list", size * 4 / 3, "bullets", 12)
    yield _text(slide, "list", "Middle list", size * 7 / 6, "bullets", 12)
    body = slide.text("body", "Text", slide.body_box, slide.levels(size, "bullets"))
    yield SlideLayout("list", "List", "obj", slide.around(body))
    levels = slide.levels(large, "numbers", gap=22)
    yield beside_icon(slide, "steps", "Short steps with icon", levels)
    yield _text(slide, "steps", "Short steps", size * 4 / 3, "numbers", 26)
    yield _text(slide, "steps", "Steps", size * 7 / 6, "numbers", 12)


def make_stages(slide: SlideMeasures) -> Iterator[SlideLayout]:
    """Draw the slides of one stage of a roadmap, which is drawn small above its text."""
    size = slide.sizes.body_pt
    above, below = slide.around_roadmap()
    for name, large, gap in (
        ("Short path", round(size * 4 / 3), 12),
        ("Path", round(size * 9 / 8), 7),
        ("Long path", size, 7),
    ):
        levels = slide.levels(large, "bullets", gap=gap)
        text = slide.text("body", "Text", below, levels)
        yield SlideLayout("stage", name, "obj", slide.around(text), roadmap=above)


def make_columns(slide: SlideMeasures) -> Iterator[SlideLayout]:
    """Draw two headed lists side by side, set a little closer than one alone."""
    levels = slide.levels(slide.sizes.body_pt, "bullets", gap=6)
    head = (slide.level(slide.sizes.body_pt, bold=True),)
    line = slide.sizes.body_pt * slide.scale * slide.line + 2
    placeholders = []
    for number, each in enumerate(slide.columns(2, 48)):
        text = Area(each.x, each.y + line + 10, each.width, each.height - line - 10)
        name = ("Left", "Right")[number]
        top = Area(each.x, each.y, each.width, line)
        placeholders += [
            slide.text("heading", f"{name} heading", top, head, "b", number=number),
            slide.text("body", f"{name} text", text, levels, number=number),
        ]
    yield SlideLayout("two columns", "Two columns", "twoTxTwoObj", slide.around(*placeholders))


def make_set_apart(slide: SlideMeasures) -> Iterator[SlideLayout]:
    """Draw the slides of a caution, and of a choice or a tip."""
    yield _set_apart(slide, "caution", "Caution with icon", "accent3", has_icon=True)
    yield _set_apart(slide, "caution", "Caution", "accent3")
    yield _set_apart(slide, "callout", "Callout", "accent1")


def make_endings(slide: SlideMeasures) -> Iterator[SlideLayout]:
    """Draw the last words, over the art of the cover, and the slides of small print."""
    width = slide.width * 0.52 - slide.margin
    title = Area(slide.margin, 80, width, slide.title_box.height)
    below = title.y + title.height + 20
    text = Area(slide.margin, below, width, slide.foot - below)
    art = slide.art_box(0.52)
    logo = Area(slide.margin, _LOGO_TOP_PT, width, _LOGO_PT)
    for name, body_pt, gap in (
        ("Closing", slide.sizes.body_pt * 7 / 6, 14),
        ("Middle closing", slide.sizes.body_pt, 10),
        ("Long closing", slide.sizes.small_pt, 8),
    ):
        levels = slide.levels(round(body_pt), "", colour="bg1", gap=gap)
        words = (slide.title(title, "bg1"), slide.text("body", "Text", text, levels))
        yield SlideLayout("closing", name, "obj", words, "accent", art=art, logo=logo)
    size = slide.sizes.body_pt
    yield _text(slide, "sources", "Short sources", size, "bullets", 14, anchor="t")
    levels = slide.levels(slide.sizes.small_pt, "bullets", gap=8)
    small = slide.text("body", "Sources", slide.body_box, levels)
    yield SlideLayout("sources", "Sources", "obj", slide.around(small))


def beside_icon(
    slide: SlideMeasures, role: LayoutRole, name: str, levels: tuple[TextLevel, ...]
) -> SlideLayout:
    """Draw a layout for few words, half way down like the large icon beside them."""
    box = slide.body_box
    area = Area(box.x, box.y, box.width - LARGE_ICON_PT - 30, box.height)
    text = slide.text("body", "Text", area, levels, "ctr")
    background: Background = "paper" if levels[0].bullet else "tint"
    icon = slide.icon_box()
    return SlideLayout(role, name, "obj", slide.around(text), background, icon=icon)


def _text(
    slide: SlideMeasures,
    role: LayoutRole,
    name: str,
    size: float,
    bullet: Bullet,
    gap: float,
    *,
    background: Background = "paper",
    anchor: Anchor = "ctr",
) -> SlideLayout:
    """Draw a layout with one placeholder of running text, half way down where it is short."""
    levels = slide.levels(round(size), bullet, gap=gap)
    text = slide.text("body", "Text", slide.body_box, levels, anchor)
    return SlideLayout(role, name, "obj", slide.around(text), background)


def _opening(
    slide: SlideMeasures, name: str, share: float, size: float, lines: int, lead_size: float
) -> SlideLayout:
    """Draw a title slide; a title of 0 lines has all the height that there is."""
    width = slide.width * share - slide.margin
    foot = 468.0
    height = lines * size * slide.scale * slide.line + 2
    title = Area(slide.margin, 112, width, height if lines else foot - 112)
    below = title.y + title.height + 20
    lead = slide.level(lead_size, 8)
    subtitle = Area(
        slide.margin, below, width, max(foot - below, lead.size_pt * lead.line_height + 2)
    )
    eyebrow = slide.level(slide.sizes.small_pt, bold=True, colour="accent3")
    small = slide.level(slide.sizes.small_pt)
    placeholders = (
        slide.title(title, size=size),
        slide.text("eyebrow", "Eyebrow", Area(slide.margin, 60, width, 44), (eyebrow,), "b"),
        *([slide.text("body", "Subtitle", subtitle, (lead,))] if lines else []),
        slide.text("foot", "Foot", Area(slide.margin, 474, width, 46), (small,), "b"),
    )
    art = slide.art_box(share)
    logo = Area(slide.margin, _LOGO_TOP_PT, width, _LOGO_PT)
    return SlideLayout("title", name, "title", placeholders, "tint", art=art, logo=logo)


def _set_apart(
    slide: SlideMeasures, role: LayoutRole, name: str, bar: SchemeColour, *, has_icon: bool = False
) -> SlideLayout:
    """Draw a slide of its own look, with a bar of a colour at its side."""
    box, title = slide.body_box, slide.title_box
    inner = Area(box.x + 30, box.y, box.width - 30, box.height)
    beside = LARGE_ICON_PT + 30 if has_icon else 0
    text = Area(inner.x, inner.y, inner.width - beside, inner.height)
    levels = slide.levels(round(slide.sizes.body_pt * 4 / 3), "", gap=14)
    band = Area(inner.x, title.y, inner.width - ICON_PT - 20, title.height)
    placeholders = (
        slide.title(band, bar),
        slide.text("body", "Text", text, levels, "ctr" if has_icon else "t"),
        slide.source(),
    )
    icon = slide.icon_box() if has_icon else None
    return SlideLayout(role, name, "obj", placeholders, "tint", bar, icon=icon)
