"""A roadmap goes in; what stands under its nodes, and what is left for its stages, come out.

Several stages have a node each. An only stage has a node for each thing to do in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from careerkit.document import blocks as b
from careerkit.document.spans import Inline
from careerkit.slides.paragraphs import (
    ITEM,
    Paragraphs,
    SlideParagraph,
    is_text,
    join,
    step_notes,
)
from careerkit.slides.running_text import flatten


@dataclass(frozen=True, slots=True)
class ShownRoadmap:
    """What stands under the nodes of a roadmap, above it, in its notes; and the blocks it leaves.

    ``rest`` has the blocks of each stage that the roadmap does not show.
    """

    words: tuple[Paragraphs, ...]
    lead: Inline
    notes: Paragraphs
    rest: tuple[tuple[b.Block, ...], ...]


def read_roadmap(roadmap: b.Roadmap) -> ShownRoadmap:
    """Find what the drawing of a roadmap shows."""
    if len(roadmap.stages) == 1:
        return _read_only_stage(roadmap.stages[0])
    words = tuple(_node_of_stage(stage) for stage in roadmap.stages)
    return ShownRoadmap(words, (), (), tuple(stage.blocks for stage in roadmap.stages))


def stage_paragraphs(blocks: Iterable[b.Block]) -> Paragraphs:
    """Write a stage's text, of its steps the short parts."""
    words: list[SlideParagraph] = []
    for block in blocks:
        if isinstance(block, b.Steps):
            words += (SlideParagraph(step.short, ITEM, "bullets") for step in block.items)
        elif is_text(block):
            words += flatten([block])
    return tuple(words)


def stage_details(blocks: Iterable[b.Block]) -> tuple[tuple[Inline, Paragraphs], ...]:
    """Give what the speaker says of each step of a stage, by its short part."""
    steps = [step for block in blocks if isinstance(block, b.Steps) for step in block.items]
    return tuple((step.short, tuple(step_notes(step))) for step in steps)


def _read_only_stage(stage: b.Stage) -> ShownRoadmap:
    """Make a node of each item of the first list; its further blocks come after the roadmap."""
    lead = join([part for part in (stage.title, stage.ages) if part], " · ")
    for number, block in enumerate(stage.blocks):
        before, after = stage.blocks[:number], stage.blocks[number + 1 :]
        if isinstance(block, b.BulletList) and all(item.text for item in block.items):
            below = tuple(each for item in block.items for each in item.blocks)
            words = tuple((_node(item.text),) for item in block.items)
            return ShownRoadmap(words, lead, (), ((*before, *below, *after),))
        if isinstance(block, b.Steps):
            words = tuple((_node(step.short),) for step in block.items)
            notes = tuple(each for step in block.items for each in step_notes(step))
            return ShownRoadmap(words, lead, notes, ((*before, *after),))
    return ShownRoadmap((_node_of_stage(stage),), (), (), (stage.blocks,))


def _node_of_stage(stage: b.Stage) -> Paragraphs:
    ages = (SlideParagraph(stage.ages, 1, ""),) if stage.ages else ()
    return (_node(stage.title), *ages)


def _node(text: Inline) -> SlideParagraph:
    return SlideParagraph(text, 0, "")
