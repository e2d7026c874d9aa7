"""What a slide layout is: placeholders with a role, an area and the levels of their text.

One value serves both sides: the master is written from it, and text is poured into the same
placeholders. All measures are points on the slide, from its upper left corner.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

EMU_PER_POINT = 12700
# What PowerPoint sets between two lines of Arial is 1.15 of the size; other faces take more.
LINE_HEIGHT = 1.2
# Of a face for scripts with marks above and below: Nirmala UI takes 1.33 of the size, Noto Sans
# Sinhala and Tamil 1.36. A booklet's own leading is not asked for on slides.
TALL_LINE_HEIGHT = 1.4

SchemeColour: TypeAlias = Literal["tx1", "tx2", "bg1", "accent1", "accent3"]
Bullet: TypeAlias = Literal["", "bullets", "numbers", "ticks", "yes", "no"]
PlaceholderType: TypeAlias = Literal["title", "body", "pic", "chart", "tbl"]
Background: TypeAlias = Literal["paper", "tint", "accent"]
Anchor: TypeAlias = Literal["t", "ctr", "b"]

LayoutRole: TypeAlias = Literal[
    "title",
    "statement",
    "long statement",
    "list",
    "steps",
    "fact",
    "two facts",
    "three facts",
    "chart",
    "roadmap",
    "stage",
    "one code",
    "two codes",
    "three codes",
    "two columns",
    "picture",
    "table",
    "caution",
    "callout",
    "closing",
    "sources",
    "blank",
]
"""What a layout is for. Several layouts of one role differ in how large their text is."""

PlaceholderRole: TypeAlias = Literal[
    "title", "body", "heading", "lead", "caption", "media", "source", "eyebrow", "foot"
]
"""What stands in a placeholder: several bodies stand side by side, each below its ``heading``.

``eyebrow`` is the small line above a cover's title, ``foot`` the one below all; ``lead`` stands
above a roadmap, ``caption`` beside ``media`` (a picture, a chart, a table).
"""

# An icon stands at the right of the title, on its last line.
ICON_PT = 44.0
# An icon that stands beside short text, as high as the text is likely to be.
LARGE_ICON_PT = 190.0
# What a table's cell leaves free around its words.
CELL_MARGIN_PT = 6.0


@dataclass(frozen=True, slots=True)
class Area:
    """An area of the slide, in points."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class TextLevel:
    """How one level of text is set. ``before_pt`` is the space above, except at the top."""

    size_pt: float
    before_pt: float = 0
    bold: bool = False
    colour: SchemeColour = "tx1"
    bullet: Bullet = ""
    indent_pt: float = 0
    line_height: float = LINE_HEIGHT


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder of a layout. ``index`` is what the file has as ``idx`` (0: the title's).

    The ``levels`` of a body are those of ``paragraphs``; text at a deeper level than it has is set
    at its last.
    """

    role: PlaceholderRole
    index: int
    type: PlaceholderType
    name: str
    box: Area
    levels: tuple[TextLevel, ...] = ()
    anchor: Anchor = "t"

    def level(self, depth: int) -> TextLevel:
        """Return how text at a level is set."""
        return self.levels[min(depth, len(self.levels) - 1)]


@dataclass(frozen=True, slots=True)
class SlideLayout:
    """A layout with a role. ``type`` is what PowerPoint calls a layout of its sort.

    ``icon`` is where the section's icon stands large; None sets it small beside the title.
    ``art`` is where the art of the career stands, which leaves no room for the master's strip;
    ``logo`` is where the mark of a school has room.
    ``codes`` are where QR codes stand, one for each body; ``roadmap`` is where a roadmap is drawn
    small. ``rules`` are the heights at which a thin line parts one row from the next. ``name`` is
    what a list of layouts shows, and means nothing to the planner.
    """

    role: LayoutRole
    name: str
    type: str
    placeholders: tuple[Placeholder, ...]
    background: Background = "paper"
    bar: SchemeColour | None = None
    art: Area | None = None
    icon: Area | None = None
    codes: tuple[Area, ...] = ()
    roadmap: Area | None = None
    rules: tuple[float, ...] = ()
    logo: Area | None = None

    @property
    def title(self) -> Placeholder:
        """The title's placeholder. Raises LookupError where there is none."""
        return self._first("title")

    @property
    def body(self) -> Placeholder:
        """The first placeholder of text. Raises LookupError where there is none."""
        return self._first("body")

    def find(self, role: PlaceholderRole) -> Placeholder | None:
        """Return the first placeholder of a role, None where the layout has none."""
        return next(iter(self.find_all(role)), None)

    def find_all(self, role: PlaceholderRole) -> tuple[Placeholder, ...]:
        """Return the placeholders of a role, in the order in which they are filled."""
        return tuple(each for each in self.placeholders if each.role == role)

    def _first(self, role: PlaceholderRole) -> Placeholder:
        if found := self.find(role):
            return found
        raise LookupError(f"the layout {self.name!r} has no {role}")
