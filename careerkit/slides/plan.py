"""What stands on each slide, before any XML: texts in frames, drawings in boxes, notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from careerkit.content.problem import Place
from careerkit.document.blocks import NOWHERE, Inline, Range
from careerkit.slides.flow import Share
from careerkit.slides.frames import Box, SlideLayout


@dataclass(frozen=True, slots=True)
class FilledFrame:
    """The text of one placeholder; ``box`` only where it differs from the layout's."""

    index: int
    share: Share
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Art:
    """The art of a career; ``alt`` is "" where it is decoration."""

    seed: str
    box: Box
    alt: str


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code, with its quiet zone inside the box."""

    url: str
    box: Box
    alt: str


@dataclass(frozen=True, slots=True)
class Figures:
    """How a chart's figures are written: their size, the width kept for them right of the bars.

    ``at_both_ends`` draws a range as one bar between its figures; else it is drawn as two bars,
    each from nothing to its figure.
    """

    size_pt: float
    width: float
    at_both_ends: bool


@dataclass(frozen=True, slots=True)
class ColumnNames:
    """What the columns of a chart's data are called: labels, lower, span, upper."""

    labels: str
    low: str
    span: str
    high: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Rows of a range chart on one slide. ``rows`` carry labels short enough to be shown."""

    rows: tuple[Range, ...]
    names: ColumnNames
    box: Box
    alt: str
    language: str
    label_width: float
    label_pt: float
    figures: Figures


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture whole and in its own proportions inside a box."""

    path: Path
    box: Box
    alt: str
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of a table on one slide; ``heights`` are those of the head and of each row."""

    head: tuple[Inline, ...]
    rows: tuple[tuple[Inline, ...], ...]
    box: Box
    heights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Trail:
    """The line of a path with numbered nodes.

    ``centres`` are the x of the nodes, ``first`` the number of the first, ``current`` the number
    of the one that the slide is about (0: all of them). ``goes_on`` draws an arrow at the end.
    """

    centres: tuple[float, ...]
    y: float
    radius: float
    left: float
    right: float
    first: int
    current: int
    alt: str


Drawing: TypeAlias = Art | Code | Chart | Picture | Grid | Trail


@dataclass(frozen=True, slots=True)
class SlidePlan:
    """One slide. ``section`` is the name of the section that it shows.

    ``icon`` names one of the theme's icons, "" for none. ``notes`` are the speaker's words;
    ``asides`` stand below them: sources without room elsewhere.
    """

    layout: SlideLayout
    section: str
    title: Inline
    texts: tuple[FilledFrame, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    icon: str = ""
    notes: Share = ()
    asides: Share = ()
