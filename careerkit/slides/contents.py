"""What a section's slides are to show, before any slide is chosen: texts, figures, pictures.

Composing makes these of blocks, planning sets them on slides. Each says what it is, and none of
them knows how large a slide or its type are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from careerkit.content.problem import Place
from careerkit.document.blocks import Range
from careerkit.document.spans import NOWHERE, Inline
from careerkit.slides.paragraphs import Paragraphs
from careerkit.slides.slide_layout import LayoutRole


@dataclass(frozen=True, slots=True)
class TextContent:
    """Running text, set in the layout of its section."""

    paragraphs: Paragraphs


@dataclass(frozen=True, slots=True)
class StepsContent:
    """Numbered tasks; ``notes`` are what the speaker says of each."""

    items: Paragraphs
    notes: tuple[Paragraphs, ...]


@dataclass(frozen=True, slots=True)
class SetApartContent:
    """A caution, a choice or a tip; without a title it takes the section's."""

    role: LayoutRole
    title: Inline
    paragraphs: Paragraphs


@dataclass(frozen=True, slots=True)
class CoverContent:
    """The words of a cover; its art grows from ``seed``, and ``alt`` says what it shows."""

    seed: str
    title: Inline
    eyebrow: Inline
    promise: Inline
    tagline: Inline
    foot: Inline
    alt: Inline


@dataclass(frozen=True, slots=True)
class ColumnsContent:
    """Two headed texts, to be read side by side."""

    heads: tuple[Inline, Inline]
    sides: tuple[Paragraphs, Paragraphs]


@dataclass(frozen=True, slots=True)
class FactContent:
    """A figure with its words, the figure first; ``source`` is () where it has none."""

    paragraphs: Paragraphs
    source: Inline


@dataclass(frozen=True, slots=True)
class FactsContent:
    """Figures, each with its words."""

    facts: tuple[FactContent, ...]


@dataclass(frozen=True, slots=True)
class ColumnNames:
    """What the columns of a chart's data are called: labels, lower, span, upper."""

    labels: str
    low: str
    span: str
    high: str


@dataclass(frozen=True, slots=True)
class ChartContent:
    """Rows of a range chart; ``words`` say all of it where its labels do not."""

    rows: tuple[Range, ...]
    caption: Inline
    names: ColumnNames
    alt: str
    language: str
    words: Paragraphs


@dataclass(frozen=True, slots=True)
class CodeContent:
    """A web address with what stands beside its QR code."""

    url: str
    alt: str
    paragraphs: Paragraphs


@dataclass(frozen=True, slots=True)
class CodesContent:
    """QR codes that stand together."""

    codes: tuple[CodeContent, ...]


@dataclass(frozen=True, slots=True)
class PictureContent:
    """A picture with its caption, () for none."""

    path: Path
    alt: str
    caption: Inline
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class TableContent:
    """Rows of a table; ``head`` is () where it has none."""

    head: tuple[Inline, ...]
    rows: tuple[tuple[Inline, ...], ...]


@dataclass(frozen=True, slots=True)
class StageContent:
    """What a stage of a roadmap asks for, on slides of its own after the roadmap.

    ``details`` are what the speaker says of a paragraph, by its text. ``topics`` come after.
    """

    title: Inline
    paragraphs: Paragraphs
    details: tuple[tuple[Inline, Paragraphs], ...]
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class RoadmapContent:
    """What stands under the nodes of a roadmap, above it and in its notes; then its stages."""

    words: tuple[Paragraphs, ...]
    lead: Inline
    notes: Paragraphs
    alt: Inline
    stages: tuple[StageContent, ...]


Content: TypeAlias = (
    TextContent
    | StepsContent
    | SetApartContent
    | CoverContent
    | ColumnsContent
    | FactsContent
    | ChartContent
    | CodesContent
    | PictureContent
    | TableContent
    | RoadmapContent
)


@dataclass(frozen=True, slots=True)
class Topic:
    """A content, and the sources that stand at the foot of each of its slides."""

    content: Content
    sources: Paragraphs = ()


@dataclass(frozen=True, slots=True)
class ComposedSection:
    """A section of which each topic has slides of its own.

    ``role`` is the layout of its running text; ``notes`` are the speaker's words for all of it.
    ``logos`` stand small on the first of its slides that has room for one. ``label`` stands where
    the title has no room, () for none.
    """

    name: str
    role: LayoutRole
    title: Inline
    icon: str
    topics: tuple[Topic, ...]
    notes: Paragraphs
    logos: tuple[PictureContent, ...] = ()
    label: Inline = ()
