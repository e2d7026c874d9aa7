"""Blocks go in, strips come out: what every setter of a block is given, and how it is found.

Each kind of block has one setter, in the module of its kind; ``block_setters`` finds it. A setter
makes the block's part of the tag tree at once, in reading order, and gives strips of marks that
name its elements.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from careerkit.document.blocks import (
    Block,
    BulletList,
    Definitions,
    FactGrid,
    Heading,
    Paragraph,
    QRCode,
    WritingLines,
    write_number,
)
from careerkit.document.spans import Inline, plain_text
from careerkit.document.theme import BookletSizes, Role
from careerkit.pages.icon import IconSet
from careerkit.pages.marks import Owner, TextMark
from careerkit.pages.strip import Strip, keep_first, keep_together
from careerkit.pages.structure import StructureElement
from careerkit.pages.type_scale import TypeScale
from careerkit.typography import Line, TextStyle, break_text

# A list under a heading is rather kept whole: a page ends better before the next heading.
_WITHIN_A_LIST = 16.0
# How far ink may reach out of its line, in ems: in a heading's close lines descenders do a little.
_OVERHANG = 0.05
_ABOVE_A_FIGURE = 0.5  # of the grid


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the list of contents: where it leads, and its title."""

    name: str
    title: Inline


class SetBlock(Protocol):
    """Sets one block under an element of the tag tree."""

    def __call__(self, block: Block, setting: Setting, parent: StructureElement, /) -> list[Strip]:
        """Return the block's strips; its elements are added to the parent."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a block is set with. ``width`` is the column's measure in points.

    ``set_block`` sets the blocks within a block. ``below_entry`` is how much of the grid a rule of
    the list of contents takes.
    """

    scale: TypeScale
    sizes: BookletSizes
    icons: IconSet
    width: float
    column_height: float
    set_block: SetBlock
    digits: str = "0123456789"
    contents: tuple[ContentsEntry, ...] = ()
    below_entry: float = 0.5

    def numeral(self, number: int) -> str:
        """Write a number of a page or of an item in the language's digits."""
        return write_number(number, self.digits)

    def narrower(self, by: float) -> Setting:
        """Return the same setting for a column that is narrower by a distance."""
        return dataclasses.replace(self, width=self.width - by)


def set_blocks(blocks: Iterable[Block], setting: Setting, parent: StructureElement) -> list[Strip]:
    """Set blocks one below the other; what follows a heading stands close under it, and with it.

    The source of what stands above it goes to no other page; a list of sources alone may part.
    """
    strips: list[Strip] = []
    above: Block | None = None
    is_second = has_matter = under_heading = False
    begun = 0
    for block in blocks:
        set_ = setting.set_block(block, setting, parent)
        if isinstance(above, Heading) and set_:
            # A figure larger than the heading needs some room below it.
            space = _ABOVE_A_FIGURE * setting.scale.grid_pt if isinstance(block, FactGrid) else 0.0
            set_[0] = set_[0]._replace(space_before=space, snap=set_[0].snap and not space)
        if isinstance(above, Heading) or (is_second and _is_claim(above)):
            set_ = keep_first(set_, 2)
        elif _goes_with(block, above, has_matter=has_matter):
            set_ = keep_first(set_, len(set_))
        elif under_heading and _is_small_print(block, above):
            set_ = keep_first(set_, 2)
        elif isinstance(block, QRCode | WritingLines) and isinstance(above, Paragraph):
            if isinstance(block, WritingLines):
                # Who writes has all that is asked before the eyes.
                strips[begun:] = keep_together(strips[begun:])
            set_ = keep_first(set_, 1)
        if under_heading and isinstance(block, BulletList | Definitions):
            set_ = [strip._replace(break_cost=strip.break_cost + _WITHIN_A_LIST) for strip in set_]
        above, is_second, begun = block, not strips, len(strips)
        strips += set_
        under_heading = under_heading or isinstance(block, Heading)
        has_matter = has_matter or not (_is_source(block) or isinstance(block, Heading))
    return strips


def _is_claim(block: Block | None) -> bool:
    """Say whether a block that stands first only leads to the next: bold words, or a small line."""
    return isinstance(block, Paragraph) and (
        block.role == "caption" or all(span.strong for span in block.text)
    )


def _goes_with(block: Block, above: Block | None, *, has_matter: bool) -> bool:
    """Say whether a block stays whole with what is above it: its source, the days of a week."""
    return (has_matter and _is_source(block)) or (_is_row(block) and _is_row(above))


def _is_small_print(block: Block, above: Block | None) -> bool:
    """Say whether a block is small print of a text: at the head of a page nobody sees of which."""
    is_below_text = isinstance(above, Paragraph) and above.role in ("body", "lead")
    return is_below_text and isinstance(block, Paragraph) and block.role == "caption"


def _is_source(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role == "source"


def _is_row(block: Block | None) -> bool:
    """Say whether a block is lines beside their prompt, which stand under one another."""
    return isinstance(block, WritingLines) and block.form == "beside"


def baseline_in(style: TextStyle) -> float:
    """Return how far below the upper edge of its strip a line stands: capitals are in the middle.

    Ink that would so stand far out of the strip, into the line above or below, moves it.
    """
    face = style.fonts.first.face(bold=style.bold)
    cap_height = face.cap_height * style.size_pt / face.units_per_em
    baseline = (style.leading_pt + cap_height) / 2
    above, below = style.ink.above * style.size_pt, style.ink.below * style.size_pt
    if max(above - baseline, baseline + below - style.leading_pt) > _OVERHANG * style.size_pt:
        baseline = (style.leading_pt + above - below) / 2  # the ink in the middle
    return baseline


def text_strips(
    text: Inline, style: TextStyle, width: float, element: Owner, *, colour: Role = "ink"
) -> list[Strip]:
    """Set text as one strip a line, owned by an element; no page breaks are forbidden yet."""
    return line_strips(break_text(text, style, width), style, element, colour=colour)


def line_strips(
    lines: Iterable[Line], style: TextStyle, element: Owner, *, colour: Role = "ink"
) -> list[Strip]:
    """Return a strip for each of some lines, owned by an element."""
    baseline = baseline_in(style)
    return [
        Strip(
            style.leading_pt,
            (TextMark(0.0, baseline, line, style.size_pt, colour, element),),
        )
        for line in lines
    ]


def plain(text: Inline) -> str:
    """Return the words of a line, for a bookmark or an alternative text."""
    return plain_text(text)
