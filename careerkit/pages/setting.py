"""Blocks go in, slugs come out: what every setter of a block is given, and how it is found.

Each kind of block has one setter, registered with ``set_block`` in the module of its kind. A setter
makes the block's part of the tag tree at once, in reading order, and gives slugs that will draw
into it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import singledispatch

from careerkit.content.pictures.clean_picture import DrawnSizes
from careerkit.document.blocks import (
    Block,
    BulletList,
    Definitions,
    FactGrid,
    Heading,
    Inline,
    Paragraph,
    QRCode,
    Span,
    WritingLines,
    plain_text,
    write_number,
)
from careerkit.document.theme import Role, Theme
from careerkit.pages.type_scale import TypeScale
from careerkit.pdf.pen import Owner, Pen
from careerkit.pdf.slug import Slug, keep_first
from careerkit.pdf.structure import StructureElement
from careerkit.typography import Line, TextStyle, break_text

# A list under a heading is rather kept whole: a page ends better before the next heading.
_WITHIN_A_LIST = 16.0
# How far ink may reach out of its line, in ems: in a heading's close lines descenders do a little.
_OVERHANG = 0.05
_DOTS_PER_INCH = 300  # of pictures: as many as an office printer shows
_ABOVE_A_FIGURE = 0.5  # of the grid


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the list of contents: where it leads, and its title."""

    name: str
    title: Inline


@dataclass(frozen=True, slots=True)
class Setting:
    """What a block is set with. ``width`` is the column's measure in points.

    Two things change, both before any page is drawn: ``page_numbers`` is filled in, by section
    name, once the pages are composed; ``pictures`` notes how large each picture is set.
    """

    scale: TypeScale
    theme: Theme
    width: float
    column_height: float
    digits: str = "0123456789"
    contents: tuple[ContentsEntry, ...] = ()
    page_numbers: dict[str, int] = field(default_factory=dict)
    pictures: DrawnSizes = field(default_factory=lambda: DrawnSizes(_DOTS_PER_INCH))

    def numeral(self, number: int) -> str:
        """Write a number of a page or of an item in the language's digits."""
        return write_number(number, self.digits)

    def narrower(self, by: float) -> Setting:
        """Return the same setting for a column that is narrower by a distance."""
        return dataclasses.replace(self, width=self.width - by)


@singledispatch
def set_block(
    block: object,
    setting: Setting,  # noqa: ARG001  # the registered setters use both
    parent: StructureElement,  # noqa: ARG001
) -> list[Slug]:
    """Set one block under an element of the tag tree."""
    raise TypeError(f"the booklet has no setter for {type(block).__name__}")


def set_blocks(blocks: Iterable[Block], setting: Setting, parent: StructureElement) -> list[Slug]:
    """Set blocks one below the other; what follows a heading stands close under it, and with it.

    The source of what stands above it goes to no other page; a list of sources alone may part.
    """
    slugs: list[Slug] = []
    after_heading = is_lead_in = False
    has_matter = under_heading = False
    for block in blocks:
        set_ = set_block(block, setting, parent)
        is_source = isinstance(block, Paragraph) and block.role == "source"
        if after_heading and set_:
            # A figure larger than the heading needs some room below it.
            space = _ABOVE_A_FIGURE * setting.scale.grid_pt if isinstance(block, FactGrid) else 0.0
            set_[0] = set_[0]._replace(space_before=space, snap=set_[0].snap and not space)
            set_ = keep_first(set_, 2)
        elif is_source and has_matter:
            set_ = keep_first(set_, len(set_))
        elif isinstance(block, QRCode | WritingLines) and is_lead_in:
            set_ = keep_first(set_, 1)
        if under_heading and isinstance(block, BulletList | Definitions):
            set_ = [slug._replace(break_cost=slug.break_cost + _WITHIN_A_LIST) for slug in set_]
        slugs += set_
        after_heading = isinstance(block, Heading)
        is_lead_in = isinstance(block, Paragraph)
        under_heading = under_heading or after_heading
        has_matter = has_matter or not (is_source or after_heading)
    return slugs


def baseline_of(top: float, style: TextStyle) -> float:
    """Return the baseline of a line whose slug begins at ``top``: capitals stand in its middle.

    Ink that would so stand far out of the slug, into the line above or below, moves it.
    """
    face = style.fonts.first.face(bold=style.bold)
    cap_height = face.cap_height * style.size_pt / face.units_per_em
    baseline = (style.leading_pt + cap_height) / 2
    above, below = style.ink.above * style.size_pt, style.ink.below * style.size_pt
    if max(above - baseline, baseline + below - style.leading_pt) > _OVERHANG * style.size_pt:
        baseline = (style.leading_pt + above - below) / 2  # the ink in the middle
    return top + baseline


def line_slugs(
    text: Inline | tuple[Line, ...],
    style: TextStyle,
    width: float,
    element: Owner,
    *,
    colour: Role = "ink",
    align_right: bool = False,
) -> list[Slug]:
    """Set text as one slug a line, owned by an element; no page breaks are forbidden yet."""
    lines = break_text(text, style, width) if text and isinstance(text[0], Span) else text

    def slug(line: Line) -> Slug:
        def draw(pen: Pen, x: float, top: float) -> None:
            left = x + width - line.width_pt if align_right else x
            pen.line(
                line,
                x=left,
                baseline=baseline_of(top, style),
                size_pt=style.size_pt,
                colour=colour,
                element=element,
            )

        return Slug(style.leading_pt, draw)

    return [slug(line) for line in lines if isinstance(line, Line)]


def plain(text: Inline) -> str:
    """Return the words of a line, for a bookmark or an alternative text."""
    return plain_text(text)
