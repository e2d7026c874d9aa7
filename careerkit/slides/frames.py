"""What a slide layout is: frames with a place, a kind and the levels of their text.

One table serves both sides: the master is drawn from it, and text is poured into the same
frames. All measures are points on the slide, from its upper left corner.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

EMU_PER_POINT = 12700
# What PowerPoint sets between two lines of Arial is 1.15 of the size; other faces take more.
LINE_HEIGHT = 1.2
# Of a face for scripts with marks above and below: Nirmala UI takes 1.33 of the size, Noto Sans
# Sinhala and Tamil 1.36. A booklet's own leading is not asked for on slides.
TALL_LINE_HEIGHT = 1.4

Ink: TypeAlias = Literal["tx1", "tx2", "bg1", "accent1", "accent3"]
Bullet: TypeAlias = Literal["", "bullets", "numbers", "ticks", "yes", "no"]
PlaceholderType: TypeAlias = Literal["title", "body", "pic", "chart", "tbl", "sldNum", "ftr"]
Ground: TypeAlias = Literal["paper", "tint", "accent"]
Anchor: TypeAlias = Literal["t", "ctr", "b"]

# Numbers of the placeholders within a layout, as `idx` has them.
TITLE, BODY, SECOND, THIRD, SOURCE, MEDIA, LEFT_HEAD, RIGHT_HEAD = 0, 1, 2, 3, 13, 14, 15, 16
FOOTER, SLIDE_NUMBER = 11, 12
# A QR code among others, its quiet zone included: wide enough to be scanned from the first rows.
CODE_PT = 196.0
# An icon stands at the right of the title, on its last line.
ICON_PT = 44.0
# An icon that stands beside short text, as high as the text is likely to be.
LARGE_ICON_PT = 190.0
# Stages side by side, each wide enough for short words at body size.
MOST_STAGES = 5
# What a table's cell leaves free around its words.
CELL_MARGIN_PT = 6.0


@dataclass(frozen=True, slots=True)
class Box:
    """An area of the slide, in points."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of text is set. ``before_pt`` is the space above, except at the top."""

    size_pt: float
    before_pt: float = 0
    bold: bool = False
    ink: Ink = "tx1"
    bullet: Bullet = ""
    indent_pt: float = 0
    line_height: float = LINE_HEIGHT


@dataclass(frozen=True, slots=True)
class Frame:
    """A placeholder of a layout: its number, kind, area, and the levels of its text."""

    index: int
    kind: PlaceholderType
    name: str
    box: Box
    levels: tuple[Level, ...] = ()
    anchor: Anchor = "t"


@dataclass(frozen=True, slots=True)
class SlideLayout:
    """A named layout. ``kind`` is what PowerPoint calls a layout of its sort.

    ``icon`` is where the section's icon stands large; None sets it small beside the title.
    ``art`` is where the art of the career stands, which leaves no room for the master's strip.
    ``rules`` are the heights at which a thin line parts one row from the next.
    """

    name: str
    kind: str
    frames: tuple[Frame, ...]
    ground: Ground = "paper"
    bar: Ink | None = None
    art: Box | None = None
    icon: Box | None = None
    rules: tuple[float, ...] = ()

    def frame(self, index: int) -> Frame:
        """Return the frame with a number. Raises KeyError where the layout has none."""
        for frame in self.frames:
            if frame.index == index:
                return frame
        raise KeyError(index)

    def has(self, index: int) -> bool:
        """Say whether the layout has a frame with a number."""
        return any(frame.index == index for frame in self.frames)


@dataclass(frozen=True, slots=True)
class Slides:
    """The slide's size in points and all its layouts, by name in the master's order.

    ``is_rtl`` says that they are for a language read from right to left.
    """

    width: float
    height: float
    layouts: Mapping[str, SlideLayout]
    body: tuple[Level, ...]
    title: Level
    is_rtl: bool = False
