"""Blocks: what a layout says is to be shown, and what pages and slides are made of.

Layouts make blocks, writers draw them, tests compare them as text (``traversal``). Nothing here
knows a career profile, PDF or PowerPoint. All values are frozen; a sequence is a tuple. ``place``
is the element's line in the template, for messages, and does not count when blocks are compared.
``priority`` says how much something matters where not all has room, from 1, the most, to 9; None
is as much as what it stands in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from careerkit.content.problem import Place
from careerkit.content.text import Text
from careerkit.document.section_kinds import SectionKindName
from careerkit.document.spans import NOWHERE, Inline

_LATIN_DIGITS = Text("0123456789")


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockBase:
    """What every block has, and every part of one."""

    place: Place = field(default=NOWHERE, compare=False)
    priority: int | None = None


@dataclass(frozen=True, slots=True)
class Heading(BlockBase):
    """A heading inside a section; ``level`` 1 is the section's own title."""

    level: int
    text: Inline


ParagraphRole: TypeAlias = Literal["body", "lead", "caption", "source"]


@dataclass(frozen=True, slots=True)
class Paragraph(BlockBase):
    """Running text. ``lead`` opens a section; ``caption`` and ``source`` are small print.

    ``name`` is what a source's number leads to it by, "" if none does; no section has the same.
    """

    text: Inline
    role: ParagraphRole = "body"
    name: str = ""


ListStyle: TypeAlias = Literal["bullets", "numbers", "ticks", "tags", "yes", "no"]


@dataclass(frozen=True, slots=True)
class ListItem(BlockBase):
    """One item: its line of text, and further blocks below it (often none).

    ``icon`` names one of the theme's icons, which stands in place of a bullet on pages.
    """

    text: Inline
    blocks: tuple[Block, ...] = ()
    icon: str = ""


@dataclass(frozen=True, slots=True)
class BulletList(BlockBase):
    """A list. ``ticks`` have boxes to tick by pen, ``tags`` run on in a line as short names,
    ``yes`` and ``no`` carry a tick or a cross.
    """

    items: tuple[ListItem, ...]
    style: ListStyle = "bullets"


@dataclass(frozen=True, slots=True)
class Step(BlockBase):
    """One numbered step: a short bold part (fit for a slide) and the plain rest, or ().

    ``icon`` names one of the theme's icons, which stands at the end of the short part on pages.
    """

    short: Inline
    detail: Inline = ()
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Steps(BlockBase):
    """Numbered tasks, counted from 1."""

    items: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Fact(BlockBase):
    """A large figure ("over USD 1.2 billion"), what it counts; a note and a source (often ())."""

    figure: Inline
    label: Inline
    note: Inline = ()
    source: Inline = ()


@dataclass(frozen=True, slots=True)
class FactGrid(BlockBase):
    """Facts as large figures."""

    items: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Range(BlockBase):
    """One row of a range chart.

    ``low`` and ``high`` are in the chart's unit; ``high`` is None where only one figure is known.
    ``open_ended`` says that the range goes on above ``high``. The texts are the figures as
    written out ("120,000", "more than 300,000"); ``summary`` is the whole row as a phrase.
    ``middle`` is marked within the range, and said by ``middle_text``.
    """

    label: Inline
    low: float
    high: float | None
    open_ended: bool
    low_text: Inline
    high_text: Inline
    summary: Inline
    note: Inline = ()
    middle: float | None = None
    middle_text: Inline = ()


@dataclass(frozen=True, slots=True)
class RangeChart(BlockBase):
    """Ranges drawn to one scale. ``unit`` is its caption ("USD a year"); ``alt`` says it all.

    The names are what the columns of figures are called on a slide, where its data may be edited:
    the lower figures, what lies between, the upper figures.
    """

    title: Inline
    unit: Inline
    alt: Inline
    rows: tuple[Range, ...]
    low_name: Inline = ()
    span_name: Inline = ()
    high_name: Inline = ()


@dataclass(frozen=True, slots=True)
class Callout(BlockBase):
    """Words set apart: a caution, a choice to make, a tip. ``title`` may be ()."""

    kind: Literal["caution", "decision", "tip", "note"]
    title: Inline
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Stage(BlockBase):
    """One node of the roadmap: its title, the ages it is for (may be ()), and what to do."""

    title: Inline
    ages: Inline
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Roadmap(BlockBase):
    """A path with a node per stage. ``alt`` says in words what the drawing shows."""

    stages: tuple[Stage, ...]
    alt: Inline = ()


PictureRole: TypeAlias = Literal["figure", "logo", "portrait"]


@dataclass(frozen=True, slots=True)
class Picture(BlockBase):
    """A picture below source/images/. ``alt`` is () only where it is decorative.

    A ``figure`` is as large as there is room; a ``logo`` is the small mark of a school, a
    ``portrait`` the picture of a person beside what they say.
    """

    path: Path
    alt: Inline
    caption: Inline = ()
    role: PictureRole = "figure"


@dataclass(frozen=True, slots=True)
class QRCode(BlockBase):
    """A QR code of ``url``, in 7 bits, with words beside it. ``alt`` says where it leads."""

    url: str
    alt: Inline
    blocks: tuple[Block, ...] = ()


WritingForm: TypeAlias = Literal["lines", "beside", "frame", "scale"]


@dataclass(frozen=True, slots=True)
class WritingLines(BlockBase):
    """A prompt and room to write; ``count`` is of ruled lines, 0 fills what is left of the page.

    The ``form`` of the room: lines below the prompt or ``beside`` it, an empty ``frame`` as high as
    the lines would be, or a ``scale`` from 1 to 5 to mark a number on.
    """

    prompt: Inline
    count: int
    form: WritingForm = "lines"


@dataclass(frozen=True, slots=True)
class Definition(BlockBase):
    """A term and its meaning."""

    term: Inline
    meaning: Inline


@dataclass(frozen=True, slots=True)
class Definitions(BlockBase):
    """Words explained."""

    items: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Table(BlockBase):
    """A table; ``head`` is one row of column headings, or ()."""

    head: tuple[Inline, ...]
    rows: tuple[tuple[Inline, ...], ...]


@dataclass(frozen=True, slots=True)
class Cover(BlockBase):
    """The opening page or slide. ``seed`` (the career's id) decides the art.

    ``eyebrow`` is the small line above the title, ``promise`` the short one below it, ``foot`` the
    one at the page's foot, beside the ``logo``; ``alt`` says what the art shows, () where it is
    decoration.
    """

    seed: str
    title: Inline
    tagline: Inline
    eyebrow: Inline = ()
    foot: Inline = ()
    alt: Inline = ()
    promise: Inline = ()
    logo: Picture | None = None


@dataclass(frozen=True, slots=True)
class Contents(BlockBase):
    """The list of the sections with the pages they begin on, made by the writer."""


@dataclass(frozen=True, slots=True)
class StampBox(BlockBase):
    """Room for a school's stamp, and lines to fill in: a counsellor's name, a telephone number."""

    title: Inline
    lines: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Notes(BlockBase):
    """The speaker's words for one slide; ``seconds`` is how long they take, 0 if unsaid."""

    blocks: tuple[Block, ...]
    seconds: int = 0


Block: TypeAlias = (
    Heading
    | Paragraph
    | BulletList
    | Steps
    | FactGrid
    | RangeChart
    | Callout
    | Roadmap
    | Picture
    | QRCode
    | WritingLines
    | Definitions
    | Table
    | Cover
    | Contents
    | StampBox
    | Notes
)


@dataclass(frozen=True, slots=True)
class Section(BlockBase):
    """A part of the pages, or one slide's worth of slides.

    ``name`` is unique in the document and is what links and talk entries refer to. ``kind`` says
    what sort of page or slide it is. ``title`` is () where none is printed. ``icon`` names one of
    the theme's icons. ``label`` names the section in few words where its title has no room; only
    slides have such places.
    """

    name: str
    kind: SectionKindName
    title: Inline
    blocks: tuple[Block, ...]
    icon: str = ""
    label: Inline = ()


@dataclass(frozen=True, slots=True)
class SlideWords:
    """What slides alone say, between the sections.

    ``continued`` is the title of a slide that goes on from another, with the holes ``{title}``,
    ``{part}`` and ``{parts}``; () leaves a form without words. ``notes_before`` tells the speaker,
    on a slide without notes of its own, where they are.
    """

    continued: Inline = ()
    notes_before: Inline = ()


@dataclass(frozen=True, slots=True)
class Document:
    """All that one template shows of a career, in one language, on pages or on slides.

    ``digits`` are the ten that the language counts with, from nought to nine. ``slides`` has the
    words that only slides need; pages leave it empty.
    """

    title: str
    language: str
    direction: Literal["ltr", "rtl"]
    authors: tuple[str, ...]
    description: str
    sections: tuple[Section, ...]
    digits: Text = _LATIN_DIGITS
    slides: SlideWords = SlideWords()


def write_number(number: int, digits: str) -> str:
    """Write a whole number that the writers count themselves: of a page, of a step."""
    return "".join(digits[int(digit)] for digit in str(number))
