"""What stands on each slide, before any XML: texts in placeholders, graphics in boxes, notes.

Writing changes none of it, so that the same slides can be written any number of times.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from careerkit.content.problem import Place
from careerkit.document.blocks import Range
from careerkit.document.spans import NOWHERE, Inline
from careerkit.document.theme import Role
from careerkit.slides.contents import ColumnNames
from careerkit.slides.paragraphs import Paragraphs
from careerkit.slides.slide_layout import Area, Placeholder, SlideLayout


@dataclass(frozen=True, slots=True)
class PlacedText:
    """The text of one placeholder; ``box`` only where it differs from the layout's."""

    placeholder: Placeholder
    paragraphs: Paragraphs
    box: Area | None = None

    @property
    def area(self) -> Area:
        """Where the text stands."""
        return self.box or self.placeholder.box


@dataclass(frozen=True, slots=True)
class PlacedArt:
    """The art of a career; ``alt`` is "" where it is decoration."""

    seed: str
    box: Area
    alt: str


@dataclass(frozen=True, slots=True)
class PlacedCode:
    """A QR code, with its quiet zone inside the box."""

    url: str
    box: Area
    alt: str


@dataclass(frozen=True, slots=True)
class DataLabels:
    """How a chart's figures are written: their size, the width kept for them right of the bars.

    ``at_both_ends`` draws a range as one bar between its figures; else it is drawn as two bars,
    each from nothing to its figure.
    """

    size_pt: float
    width: float
    at_both_ends: bool


@dataclass(frozen=True, slots=True)
class PlacedChart:
    """Rows of a range chart on one slide. ``rows`` carry labels short enough to be shown.

    ``placeholder`` is what the chart fills, None where the layout has none for it.
    """

    rows: tuple[Range, ...]
    names: ColumnNames
    box: Area
    alt: str
    language: str
    label_width: float
    label_pt: float
    data_labels: DataLabels
    placeholder: Placeholder | None


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture, whole and in its own proportions; ``placeholder`` as of a chart.

    ``on_paper`` sets it on the lightest colour, where something may be seen through it.
    """

    path: Path
    box: Area
    alt: str
    placeholder: Placeholder | None
    place: Place = field(default=NOWHERE, compare=False)
    on_paper: bool = False


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """Rows of a table on one slide; ``heights`` are those of the head and of each row.

    ``placeholder`` as of a chart.
    """

    head: tuple[Inline, ...]
    rows: tuple[tuple[Inline, ...], ...]
    box: Area
    heights: tuple[float, ...]
    placeholder: Placeholder | None


@dataclass(frozen=True, slots=True)
class PlacedRoadmap:
    """The line of a roadmap with numbered nodes.

    ``centres`` are the x of the nodes, ``first`` the number of the first, ``current`` the number
    of the one that the slide is about (0: all of them).
    """

    centres: tuple[float, ...]
    y: float
    radius: float
    left: float
    right: float
    first: int
    current: int
    alt: str


PlacedGraphic: TypeAlias = (
    PlacedArt | PlacedCode | PlacedChart | PlacedPicture | PlacedTable | PlacedRoadmap
)


@dataclass(frozen=True, slots=True)
class PlacedIcon:
    """One of the theme's icons, in lines of a colour; decoration, as the title says the same."""

    path: str
    stroke: Role
    box: Area


@dataclass(frozen=True, slots=True)
class SlidePlan:
    """One slide. ``section`` is the name of the section that it shows.

    ``notes`` are the speaker's words; ``asides`` stand below them: what has no room on the slide
    and is not running text, as a source.
    """

    layout: SlideLayout
    section: str
    title: Inline
    texts: tuple[PlacedText, ...] = ()
    graphics: tuple[PlacedGraphic, ...] = ()
    icon: PlacedIcon | None = None
    notes: Paragraphs = ()
    asides: Paragraphs = ()
