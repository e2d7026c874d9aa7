"""A theme's measures of a deck go in; the boxes of its slides and their placeholders come out.

All slides share one grid: a margin, a title band, a body, a source line, a foot.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from careerkit.document.theme import DeckSizes
from careerkit.slides.slide_layout import (
    ICON_PT,
    LARGE_ICON_PT,
    Anchor,
    Area,
    Bullet,
    Placeholder,
    PlaceholderRole,
    SchemeColour,
    TextLevel,
)

# The number (``idx``) of the first placeholder of each role; further ones count on from it.
FIRST_INDEX: Mapping[PlaceholderRole, int] = MappingProxyType(
    {
        "title": 0,
        "body": 1,
        "caption": 1,
        "eyebrow": 2,
        "foot": 3,
        "source": 13,
        "media": 14,
        "lead": 15,
        "heading": 15,
    }
)


class SlideMeasures:
    """The boxes of one deck's slides, in points, and the placeholders that stand in them.

    ``line`` is the line height, as a multiple of the type size; sizes grow with ``scale``.
    """

    def __init__(
        self, width: float, height: float, sizes: DeckSizes, size_scale: float, line_height: float
    ) -> None:
        """Take the slide's size in points, and how a language's sizes and lines grow."""
        self.width, self.height, self.sizes = width, height, sizes
        self.scale = max(1.0, size_scale)
        self.line = line_height
        self.margin = 60.0
        self.across = width - 2 * self.margin
        self.title_level = self.level(sizes.title_pt, bold=True, colour="tx2")
        band = 2 * sizes.title_pt * self.scale * self.line + 4
        self.title_box = Area(self.margin, 16, self.across - ICON_PT - 20, band)
        self.top = self.title_box.y + band + 20
        self.foot = height - 36
        two_lines = 2 * sizes.source_pt * self.scale * self.line + 2.4
        self.source_box = Area(self.margin, self.foot - two_lines - 4, self.across, two_lines)
        self.body_box = Area(self.margin, self.top, self.across, self.source_box.y - 4 - self.top)

    def level(
        self,
        size_pt: float,
        before_pt: float = 0,
        *,
        bold: bool = False,
        colour: SchemeColour = "tx1",
        bullet: Bullet = "",
        indent_pt: float = 0,
    ) -> TextLevel:
        """Give a level of text, its size grown with the language."""
        size = round(size_pt * self.scale, 1)
        return TextLevel(size, before_pt, bold, colour, bullet, indent_pt, self.line)

    def levels(
        self, size: float, bullet: Bullet, colour: SchemeColour = "tx1", gap: float = 10
    ) -> tuple[TextLevel, ...]:
        """Give the levels of running text: item, item below it, plain, small, source, heading."""
        indent = size * (1.7 if bullet == "numbers" else 1.0)
        return (
            self.level(size, gap, colour=colour, bullet=bullet, indent_pt=indent if bullet else 0),
            self.level(
                self.sizes.body_pt, 6, colour=colour, bullet="bullets", indent_pt=self.sizes.body_pt
            ),
            self.level(size, gap, colour=colour),
            self.level(self.sizes.small_pt, 6, colour=colour),
            self.level(self.sizes.source_pt, 4, colour=colour),
            self.level(size, gap * 2, bold=True, colour="tx2" if colour == "tx1" else colour),
        )

    def columns(self, count: int, gap: float = 30) -> list[Area]:
        """Part the body into columns of one width."""
        box = self.body_box
        width = (box.width - gap * (count - 1)) / count
        return [
            Area(box.x + number * (width + gap), box.y, width, box.height)
            for number in range(count)
        ]

    def rows(self, count: int, gap: float) -> list[Area]:
        """Part the body into rows of one height."""
        box = self.body_box
        height = (box.height - gap * (count - 1)) / count
        return [
            Area(box.x, box.y + number * (height + gap), box.width, height)
            for number in range(count)
        ]

    def title(
        self, box: Area | None = None, colour: SchemeColour = "tx2", size: float = 0
    ) -> Placeholder:
        """Give the placeholder of the title, in the title band unless it has a box of its own."""
        level = self.level(size or self.sizes.title_pt, bold=True, colour=colour)
        index = FIRST_INDEX["title"]
        return Placeholder("title", index, "title", "Title", box or self.title_box, (level,), "b")

    def text(
        self,
        role: PlaceholderRole,
        name: str,
        box: Area,
        levels: tuple[TextLevel, ...],
        anchor: Anchor = "t",
        *,
        number: int = 0,
    ) -> Placeholder:
        """Give a placeholder of text; ``number`` counts those of one role, from 0."""
        return Placeholder(role, FIRST_INDEX[role] + number, "body", name, box, levels, anchor)

    def source(self) -> Placeholder:
        """Give the placeholder of the source line."""
        levels = (self.level(self.sizes.source_pt),)
        return self.text("source", "Source", self.source_box, levels, "b")

    def around(self, *placeholders: Placeholder) -> tuple[Placeholder, ...]:
        """Give the placeholders of an ordinary slide: title, those of its own, source line."""
        return (self.title(), *placeholders, self.source())

    def icon_box(self) -> Area:
        """Return where a large icon stands: at the right of the body, half way down."""
        box = self.body_box
        return Area(
            box.x + box.width - LARGE_ICON_PT,
            box.y + (box.height - LARGE_ICON_PT) / 2,
            LARGE_ICON_PT,
            LARGE_ICON_PT,
        )

    def art_box(self, share: float) -> Area:
        """Return the part of a slide that is left for the art beside words so wide."""
        left = round(self.width * (share + 0.04))
        return Area(left, 0, self.width - left, self.height)

    def around_roadmap(self) -> tuple[Area, Area]:
        """Part the body into where a roadmap is drawn small, and what is left below it."""
        box = self.body_box
        above = Area(box.x, box.y, box.width, 48)
        return above, Area(box.x, box.y + 48, box.width, box.height - 48)
