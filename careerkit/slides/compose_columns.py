"""Two headed parts of a section go in; what stands in two columns on its slides comes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from careerkit.document import blocks as b
from careerkit.slides.flow import Share, pour
from careerkit.slides.frames import BODY, LEFT_HEAD
from careerkit.slides.paragraphs import HEAD, SlideParagraph, is_text
from careerkit.slides.plan import FilledFrame
from careerkit.slides.planner import Planner
from careerkit.slides.running_text import flatten


@dataclass(frozen=True, slots=True)
class Parts:
    """A section's blocks parted at its two headings; ``others`` cannot stand in a column."""

    before: tuple[b.Block, ...]
    heads: tuple[b.Inline, b.Inline]
    sides: tuple[tuple[b.Block, ...], tuple[b.Block, ...]]
    others: tuple[b.Block, ...]


def part_columns(blocks: Sequence[b.Block]) -> Parts | None:
    """Part blocks at two headings; None where there are more or fewer."""
    heads = [
        (number, block.text)
        for number, block in enumerate(blocks)
        if isinstance(block, b.Heading) and block.level <= 2
    ]
    if len(heads) != 2:
        return None
    (first, left), (second, right) = heads
    sides = (blocks[first + 1 : second], blocks[second + 1 :])
    return Parts(
        tuple(blocks[:first]),
        (left, right),
        (
            tuple(block for block in sides[0] if is_text(block)),
            tuple(block for block in sides[1] if is_text(block)),
        ),
        tuple(block for side in sides for block in side if not is_text(block)),
    )


def fill_columns(planner: Planner, parts: Parts) -> list[list[FilledFrame]]:
    """Give the texts of each slide: both columns side by side, as many as a slide may hold."""
    layout = planner.layout("Two columns")
    words = [tuple(flatten(side)) for side in parts.sides]
    items = sum(each.is_item for side in words for each in side)
    most = planner.most if items <= planner.most else max(1, planner.most // 2)
    columns: list[tuple[Share, tuple[Share, ...]]] = []
    for number, (head, side) in enumerate(zip(parts.heads, words, strict=True)):
        frame = layout.frame(LEFT_HEAD + number)
        shown, *more = planner.fit((SlideParagraph(head, 0, ""),), frame)
        rest = tuple(replace(each, level=HEAD, strong=True) for share in more for each in share)
        body = layout.frame(BODY + number)
        columns.append((shown, pour((*rest, *side), body, planner.measure, most)))
    count = max(len(shares) for _, shares in columns)
    return [list(_slide(columns, part)) for part in range(count)]


def _slide(columns: Sequence[tuple[Share, tuple[Share, ...]]], part: int) -> Iterator[FilledFrame]:
    """Give both columns' texts on one of their slides; a column that has ended is left out."""
    for number, (head, shares) in enumerate(columns):
        share = shares[part] if part < len(shares) else ()
        if share or part == 0:
            yield FilledFrame(LEFT_HEAD + number, head)
        if share:
            yield FilledFrame(BODY + number, share)
