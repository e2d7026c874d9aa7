"""A theme's deck measures go in; the named slide layouts come out, with a frame for each text."""

from __future__ import annotations

from careerkit.document.theme import DeckSizes
from careerkit.slides.faces import is_set_by_latin
from careerkit.slides.frames import (
    BODY,
    CODE_PT,
    ICON_PT,
    LARGE_ICON_PT,
    LEFT_HEAD,
    LINE_HEIGHT,
    MEDIA,
    MOST_STAGES,
    SECOND,
    TALL_LINE_HEIGHT,
    THIRD,
    TITLE,
    Anchor,
    Box,
    Bullet,
    Frame,
    Ground,
    Ink,
    Level,
    PlaceholderType,
    SlideLayout,
    Slides,
)
from careerkit.slides.slide_measures import SlideMeasures
from careerkit.typography.locale_style import LocaleStyle


def make_layouts(sizes: DeckSizes, style: LocaleStyle, least_line_height: float = 0.0) -> Slides:
    """Lay out the slides. Sizes grow with the language's scale and never below the theme's.

    ``least_line_height`` is that of the face they are drawn with, where it is known.
    """
    # 13.333 in the theme stands for the 13 1/3 inches of PowerPoint's own 16:9 slide.
    width, height = (round(inches * 6) * 12.0 for inches in sizes.size_in)
    own = TALL_LINE_HEIGHT if style.line_height or not is_set_by_latin(style) else LINE_HEIGHT
    line_height = max(own, least_line_height)
    return _Drawing(width, height, sizes, style.size_scale, line_height).slides()


class _Drawing(SlideMeasures):
    """Draws the layouts on one grid."""

    def slides(self) -> Slides:
        size, box = self.sizes.body_pt, self.body_box
        below, middle, large = self.path_body(), round(size * 9 / 8), round(size * 4 / 3)
        body = self.levels(size, "bullets")
        layouts = [
            *self.openings(),
            self.beside_icon("Statement with icon", self.levels(round(size * 5 / 3), "", gap=16)),
            self.text("Statement", size * 5 / 3, "", 16, ground="tint"),
            self.beside_icon("Text with icon", self.levels(round(size * 7 / 6), "", gap=14)),
            self.text("Text", size * 7 / 6, "", 14, ground="tint"),
            self.text("Long text", size, "", 14, ground="tint"),
            self.text("Longest text", self.sizes.small_pt, "", 10, ground="tint"),
            self.beside_icon("Short list with icon", self.levels(large, "bullets", gap=16)),
            self.text("Short list", size * 4 / 3, "bullets", 12),
            self.text("Middle list", size * 7 / 6, "bullets", 12),
            self.ordinary("List", self.body(BODY, "Text", box, body)),
            self.beside_icon("Short steps with icon", self.levels(large, "numbers", gap=22)),
            self.text("Short steps", size * 4 / 3, "numbers", 26),
            self.text("Steps", size * 7 / 6, "numbers", 12),
            *self.facts(),
            self.ordinary("Chart", *self.media("chart", "Chart"), kind="chart"),
            self.ordinary(
                "Short path", self.body(BODY, "Text", below, self.levels(large, "bullets", gap=12))
            ),
            self.ordinary(
                "Path", self.body(BODY, "Text", below, self.levels(middle, "bullets", gap=7))
            ),
            self.ordinary(
                "Long path", self.body(BODY, "Text", below, self.levels(size, "bullets", gap=7))
            ),
            self.stages(),
            *self.links(),
            self.two_columns(),
            self.ordinary("Picture", *self.media("pic", "Picture"), kind="picTx"),
            self.ordinary("Table", *self.media("tbl", "Table"), kind="tbl"),
            self.set_apart("Caution with icon", "accent3", has_icon=True),
            self.set_apart("Caution", "accent3"),
            self.set_apart("Callout", "accent1"),
            self.closing(),
            self.text("Short sources", size, "bullets", 14, anchor="t"),
            self.ordinary(
                "Sources",
                self.body(BODY, "Sources", box, self.levels(self.sizes.small_pt, "bullets", gap=8)),
            ),
        ]
        return Slides(
            self.width, self.height, {each.name: each for each in layouts}, body, self.title_level
        )

    def text(
        self,
        name: str,
        size: float,
        bullet: Bullet,
        gap: float,
        *,
        ground: Ground = "paper",
        anchor: Anchor = "ctr",
    ) -> SlideLayout:
        """Draw a layout with one frame of running text, half way down where it is short."""
        levels = self.levels(round(size), bullet, gap=gap)
        frame = self.body(BODY, "Text", self.body_box, levels, anchor)
        return self.ordinary(name, frame, ground=ground)

    def beside_icon(self, name: str, levels: tuple[Level, ...]) -> SlideLayout:
        """Draw a layout for few words, half way down like the large icon beside them."""
        box = self.body_box
        area = Box(box.x, box.y, box.width - LARGE_ICON_PT - 30, box.height)
        frame = self.body(BODY, "Text", area, levels, "ctr")
        ground: Ground = "paper" if levels[0].bullet else "tint"
        return self.ordinary(name, frame, ground=ground, icon=self.icon_box())

    def openings(self) -> list[SlideLayout]:
        """Draw the title slides, for the shortest titles first: words on the left, then the art.

        The longer a title is, the smaller it is set and the more of the slide is its own; the last
        has no room for a line below it.
        """
        body, small = self.sizes.body_pt, self.sizes.small_pt
        large = self.sizes.title_pt * 1.1
        return [
            self.opening("Title", 0.52, large, 4, body),
            self.opening("Long title", 0.52, self.sizes.title_pt * 0.8, 6, body),
            self.opening("Longer title", 0.72, body * 7 / 6, 6, small),
            self.opening("Longest title", 0.72, body * 7 / 6, 0, small),
        ]

    def opening(
        self, name: str, share: float, size: float, lines: int, lead_size: float
    ) -> SlideLayout:
        """Draw a title slide; a title of 0 lines has all the height that there is."""
        width = self.width * share - self.margin
        foot = 468.0
        height = lines * size * self.scale * self.line + 2
        title = Box(self.margin, 112, width, height if lines else foot - 112)
        below = title.y + title.height + 20
        lead = self.level(lead_size, 8)
        lead_line = lead.size_pt * self.line
        if lines:
            subtitle = Box(self.margin, below, width, max(foot - below, lead_line + 2))
        small = self.level(self.sizes.small_pt, bold=True, ink="accent3")
        frames = (
            self.title(title, size=size),
            self.body(SECOND, "Eyebrow", Box(self.margin, 60, width, 44), (small,), "b"),
            *([self.body(BODY, "Subtitle", subtitle, (lead,))] if lines else []),
            self.body(
                THIRD,
                "Foot",
                Box(self.margin, 474, width, 46),
                (self.level(self.sizes.small_pt),),
                "b",
            ),
        )
        return SlideLayout(name, "title", frames, "tint", art=self.art_box(share))

    def facts(self) -> list[SlideLayout]:
        figure = self.level(self.sizes.figure_pt, bold=True, ink="tx2")
        levels = (
            figure,
            self.level(self.sizes.body_pt, 2, bold=True),
            self.level(self.sizes.small_pt, 4),
        )
        box = self.body_box
        smaller = (
            self.level(self.sizes.figure_pt * 2 / 3, bold=True, ink="tx2"),
            self.level(self.sizes.body_pt, bold=True),
            levels[2],
        )
        made = []
        for name, boxes, used, gap in (
            ("Two facts", self.columns(2), levels, 0.0),
            ("Three facts", self.columns(3), levels, 0.0),
            ("Three facts in rows", self.rows(3, 26), smaller, 26.0),
            ("Two facts in rows", self.rows(2, 24), levels, 24.0),
        ):
            frames = [
                self.body(BODY + number, f"Fact {number + 1}", each, used)
                for number, each in enumerate(boxes)
            ]
            rules = tuple(each.y - gap / 2 for each in boxes[1:] if gap)
            made.append(self.ordinary(name, *frames, rules=rules))
        single = (figure, self.level(round(self.sizes.body_pt * 4 / 3), 10, bold=True), levels[2])
        alone = self.body(BODY, "Fact", box, single, "ctr")
        return [
            *made,
            self.beside_icon("One fact with icon", single),
            self.ordinary("One fact", alone, ground="tint"),
        ]

    def media(self, kind: PlaceholderType, name: str) -> tuple[Frame, Frame]:
        box = self.body_box
        line = self.sizes.small_pt * self.scale * self.line
        caption = Box(box.x, box.y, box.width, line + 2)
        area = Box(box.x, box.y + line + 10, box.width, box.height - line - 10)
        if kind == "pic":
            area = Box(box.x, box.y, box.width, box.height - 2 * line - 10)
            caption = Box(box.x, area.y + area.height + 8, box.width, 2 * line + 2)
        small = (self.level(self.sizes.small_pt),)
        return Frame(MEDIA, kind, name, area), self.body(BODY, "Caption", caption, small)

    def stages(self) -> SlideLayout:
        """Draw a path across the slide, a node above each of its stages."""
        levels = (
            self.level(self.sizes.body_pt, bold=True),
            self.level(self.sizes.small_pt, 4),
        )
        box = self.body_box
        line = self.sizes.body_pt * self.scale * self.line
        frames = [
            self.body(
                BODY + number,
                f"Stage {number + 1}",
                Box(each.x, each.y + 2 * line + 96, each.width, each.height - 2 * line - 96),
                levels,
            )
            for number, each in enumerate(self.columns(MOST_STAGES, 20))
        ]
        lead = self.body(
            LEFT_HEAD,
            "Lead",
            Box(box.x, box.y, box.width, 2 * line + 2),
            (self.level(self.sizes.body_pt),),
        )
        return self.ordinary("Stages", lead, *frames)

    def links(self) -> list[SlideLayout]:
        words = (
            self.level(self.sizes.body_pt, bold=True, ink="tx2"),
            self.level(self.sizes.body_pt, 4),
            self.level(self.sizes.body_pt, 4),
            self.level(self.sizes.small_pt, 4),
            self.level(self.sizes.source_pt, 4),
            self.level(self.sizes.body_pt, 4, bold=True, ink="tx2"),
        )
        box = self.body_box
        single = Box(box.x + 290, box.y, box.width - 290, box.height)
        three, two = (
            [
                Box(each.x, each.y + CODE_PT + 8, each.width, each.height - CODE_PT - 8)
                for each in self.columns(count)
            ]
            for count in (3, 2)
        )
        return [
            self.ordinary(
                "Links",
                *(
                    self.body(BODY + number, f"Link {number + 1}", each, words)
                    for number, each in enumerate(three)
                ),
            ),
            self.ordinary(
                "Two links",
                *(
                    self.body(BODY + number, f"Link {number + 1}", each, words)
                    for number, each in enumerate(two)
                ),
            ),
            self.ordinary("One link", self.body(BODY, "Link", single, words, "ctr")),
        ]

    def two_columns(self) -> SlideLayout:
        """Two headed lists side by side, set a little closer than one alone."""
        levels = self.levels(self.sizes.body_pt, "bullets", gap=6)
        head = (self.level(self.sizes.body_pt, bold=True),)
        line = self.sizes.body_pt * self.scale * self.line + 2
        frames = []
        for number, each in enumerate(self.columns(2, 48)):
            text = Box(each.x, each.y + line + 10, each.width, each.height - line - 10)
            name = ("Left", "Right")[number]
            top = Box(each.x, each.y, each.width, line)
            frames += [
                self.body(LEFT_HEAD + number, f"{name} heading", top, head, "b"),
                self.body(BODY + number, f"{name} text", text, levels),
            ]
        return self.ordinary("Two columns", *frames, kind="twoTxTwoObj")

    def set_apart(self, name: str, bar: Ink, *, has_icon: bool = False) -> SlideLayout:
        box = self.body_box
        inner = Box(box.x + 30, box.y, box.width - 30, box.height)
        beside = LARGE_ICON_PT + 30 if has_icon else 0
        text = Box(inner.x, inner.y, inner.width - beside, inner.height)
        levels = self.levels(round(self.sizes.body_pt * 4 / 3), "", gap=14)
        frames = (
            Frame(
                TITLE,
                "title",
                "Title",
                Box(inner.x, self.title_box.y, inner.width - ICON_PT - 20, self.title_box.height),
                (self.level(self.sizes.title_pt, bold=True, ink=bar),),
                "b",
            ),
            self.body(BODY, "Text", text, levels, "ctr" if has_icon else "t"),
            self.source(),
        )
        icon = self.icon_box() if has_icon else None
        return SlideLayout(name, "obj", frames, "tint", bar, icon=icon)

    def closing(self) -> SlideLayout:
        width = self.width * 0.52 - self.margin
        title = Box(self.margin, 80, width, self.title_box.height)
        below = title.y + title.height + 20
        text = Box(self.margin, below, width, self.foot - below)
        levels = self.levels(round(self.sizes.body_pt * 7 / 6), "", ink="bg1", gap=14)
        frames = (self.title(title, "bg1"), self.body(BODY, "Text", text, levels))
        return SlideLayout("Closing", "obj", frames, "accent", art=self.art_box(0.52))
