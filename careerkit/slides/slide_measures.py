"""A theme's measures of a deck go in; the boxes of its slides and the levels of text come out.

All slides share one grid: a margin, a title band, a body, a source line, a foot.
"""

from __future__ import annotations

from careerkit.document.theme import DeckSizes
from careerkit.slides.frames import (
    ICON_PT,
    LARGE_ICON_PT,
    SOURCE,
    TITLE,
    Anchor,
    Box,
    Bullet,
    Frame,
    Ink,
    Level,
    SlideLayout,
)


class SlideMeasures:
    """The boxes of one deck's slides, in points, and the frames that stand in them.

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
        self.title_level = self.level(sizes.title_pt, bold=True, ink="tx2")
        band = 2 * sizes.title_pt * self.scale * self.line + 4
        self.title_box = Box(self.margin, 16, self.across - ICON_PT - 20, band)
        self.top = self.title_box.y + band + 20
        self.foot = height - 36
        two_lines = 2 * sizes.source_pt * self.scale * self.line + 2.4
        self.source_box = Box(self.margin, self.foot - two_lines - 4, self.across, two_lines)
        self.body_box = Box(self.margin, self.top, self.across, self.source_box.y - 4 - self.top)

    def level(
        self,
        size_pt: float,
        before_pt: float = 0,
        *,
        bold: bool = False,
        ink: Ink = "tx1",
        bullet: Bullet = "",
        indent_pt: float = 0,
    ) -> Level:
        """Give a level of text, its size grown with the language."""
        size = round(size_pt * self.scale, 1)
        return Level(size, before_pt, bold, ink, bullet, indent_pt, self.line)

    def levels(
        self, size: float, bullet: Bullet, ink: Ink = "tx1", gap: float = 10
    ) -> tuple[Level, ...]:
        """Give the levels of running text: item, item below it, plain, small, source, heading."""
        indent = size * (1.7 if bullet == "numbers" else 1.0)
        return (
            self.level(size, gap, ink=ink, bullet=bullet, indent_pt=indent if bullet else 0),
            self.level(
                self.sizes.body_pt, 6, ink=ink, bullet="bullets", indent_pt=self.sizes.body_pt
            ),
            self.level(size, gap, ink=ink),
            self.level(self.sizes.small_pt, 6, ink=ink),
            self.level(self.sizes.source_pt, 4, ink=ink),
            self.level(size, gap * 2, bold=True, ink="tx2" if ink == "tx1" else ink),
        )

    def columns(self, count: int, gap: float = 30) -> list[Box]:
        """Part the body into columns of one width."""
        box = self.body_box
        width = (box.width - gap * (count - 1)) / count
        return [
            Box(box.x + number * (width + gap), box.y, width, box.height) for number in range(count)
        ]

    def rows(self, count: int, gap: float) -> list[Box]:
        """Part the body into rows of one height."""
        box = self.body_box
        height = (box.height - gap * (count - 1)) / count
        return [
            Box(box.x, box.y + number * (height + gap), box.width, height)
            for number in range(count)
        ]

    def title(self, box: Box | None = None, ink: Ink = "tx2", size: float = 0) -> Frame:
        """Give the frame of the title, in the title band unless it has a box of its own."""
        level = self.level(size or self.sizes.title_pt, bold=True, ink=ink)
        return Frame(TITLE, "title", "Title", box or self.title_box, (level,), "b")

    def body(
        self,
        index: int,
        name: str,
        box: Box,
        levels: tuple[Level, ...],
        anchor: Anchor = "t",
    ) -> Frame:
        """Give a frame of text."""
        return Frame(index, "body", name, box, levels, anchor)

    def source(self) -> Frame:
        """Give the frame of the source line."""
        return self.body(
            SOURCE, "Source", self.source_box, (self.level(self.sizes.source_pt),), "b"
        )

    def ordinary(self, name: str, *frames: Frame, kind: str = "obj", **more: object) -> SlideLayout:
        """Give a layout with title and source line; ``more`` are its ground, bar, icon or rules."""
        every = (self.title(), *frames, self.source())
        return SlideLayout(name, kind, every, **more)  # type: ignore[arg-type]  # ground and bar

    def icon_box(self) -> Box:
        """Return where a large icon stands: at the right of the body, half way down."""
        box = self.body_box
        return Box(
            box.x + box.width - LARGE_ICON_PT,
            box.y + (box.height - LARGE_ICON_PT) / 2,
            LARGE_ICON_PT,
            LARGE_ICON_PT,
        )

    def art_box(self, share: float) -> Box:
        """Return the part of a slide that is left for the art beside words so wide."""
        left = round(self.width * (share + 0.04))
        return Box(left, 0, self.width - left, self.height)

    def path_body(self) -> Box:
        """Return what a small path above it leaves of the body."""
        box = self.body_box
        return Box(box.x, box.y + 48, box.width, box.height - 48)
