"""A roadmap goes in; the plans of its slides come out: the path drawn, then what each stage asks.

Several stages give a path with a node for each. An only stage gives a path with a node for each
thing to do in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from careerkit.deck.compose_drawn import DrawnSlides
from careerkit.deck.flow import Share
from careerkit.deck.frames import BODY, LEFT_HEAD, MOST_STAGES, Box
from careerkit.deck.paragraphs import SlideParagraph, join
from careerkit.deck.plan import FilledFrame, SlidePlan, Trail
from careerkit.layout import blocks as b

_NODE_PT = 22.0
_SMALL_NODE_PT = 15.0
_GAP_PT = 20.0


@dataclass(frozen=True, slots=True)
class _Nodes:
    """What stands under the nodes, a line above them, and the blocks not shown by the path."""

    words: tuple[Share, ...]
    lead: b.Inline
    rest: tuple[tuple[b.Block, ...], ...]


class PathSlides:
    """Plans the slides of a roadmap with the means of a section's drawn slides."""

    def __init__(self, drawn: DrawnSlides) -> None:
        self._drawn = drawn

    def overview(self, roadmap: b.Roadmap) -> list[SlidePlan]:
        """Draw the path with as many nodes to a slide as can carry their words."""
        nodes = _nodes(roadmap)
        if not nodes.words:
            return []
        for count in range(min(MOST_STAGES, len(nodes.words)), 0, -1):
            plans = self._try(nodes, count, b.plain_text(roadmap.alt))
            if plans:
                return plans
        words = [SlideParagraph(nodes.lead, 0, "")] if nodes.lead else []
        return self._drawn.text_slides([tuple(words), *nodes.words])

    def rest(self, roadmap: b.Roadmap) -> Iterator[tuple[b.Stage, tuple[b.Block, ...]]]:
        """Give each stage with its blocks that the path does not show."""
        yield from zip(roadmap.stages, _nodes(roadmap).rest, strict=True)

    def small_trail(self, stages: int, current: int) -> tuple[Trail, ...]:
        """Draw the path small above a stage's text, with its node filled; none for one stage."""
        if stages < 2:
            return ()
        box = self._drawn.slides.layouts["List"].frame(BODY).box
        step = min(90.0, (box.width - 40) / stages)
        centres = tuple(box.x + _SMALL_NODE_PT + step * number for number in range(stages))
        if step < 2 * _SMALL_NODE_PT + 4:
            return ()
        end = centres[-1] + step / 2
        y = box.y + _SMALL_NODE_PT + 2
        return (Trail(centres, y, _SMALL_NODE_PT, centres[0], end, 1, current, ""),)

    def _try(self, nodes: _Nodes, count: int, alt: str) -> list[SlidePlan]:
        """Plan the path with so many nodes to a slide; nothing where their words do not fit."""
        layout = self._drawn.slides.layouts["Stages"]
        body = self._drawn.slides.layouts["List"].frame(BODY).box
        frame = layout.frame(BODY)
        slides = -(-len(nodes.words) // count)
        share = -(-len(nodes.words) // slides)
        width = (body.width - _GAP_PT * (share - 1)) / share
        lift = 0.0 if nodes.lead else layout.frame(LEFT_HEAD).box.height
        boxes = [
            Box(
                body.x + number * (width + _GAP_PT),
                frame.box.y - lift,
                width,
                frame.box.height + lift,
            )
            for number in range(share)
        ]
        levels = layout.frame(BODY)
        for words in nodes.words:
            one = type(levels)(BODY, "body", "", boxes[0], levels.levels)
            if len(self._drawn.fit(words, one)) > 1:
                return []
        lead: Share = (SlideParagraph(nodes.lead, 0, ""),) if nodes.lead else ()
        plans: list[SlidePlan] = []
        for start in range(0, len(nodes.words), share):
            shown = nodes.words[start : start + share]
            texts = [
                FilledFrame(BODY + number, each, boxes[number]) for number, each in enumerate(shown)
            ]
            is_last = start + share >= len(nodes.words)
            trail = self._trail(boxes[: len(shown)], start + 1, is_last, alt)
            plans += self._with_lead(texts, trail, lead if start == 0 else ())
        return plans

    def _with_lead(self, texts: list[FilledFrame], trail: Trail, lead: Share) -> list[SlidePlan]:
        layout = self._drawn.slides.layouts["Stages"]
        more: list[Share] = []
        if lead:
            first, *more = self._drawn.fit(lead, layout.frame(LEFT_HEAD))
            texts = [FilledFrame(LEFT_HEAD, first), *texts]
        return [self._drawn.plan(layout, texts, [trail]), *self._drawn.text_slides(more)]

    def _trail(self, boxes: Sequence[Box], first: int, is_last: bool, alt: str) -> Trail:
        left = boxes[0].x
        edge = self._drawn.slides.width
        centres = tuple(box.x + _NODE_PT for box in boxes)
        return Trail(
            centres,
            boxes[0].y - _NODE_PT - 20,
            _NODE_PT,
            left if first == 1 else 0.0,
            boxes[-1].x + boxes[-1].width if is_last else edge,
            first,
            0,
            alt,
        )


def _nodes(roadmap: b.Roadmap) -> _Nodes:
    stages = roadmap.stages
    if len(stages) == 1:
        return _only_stage(stages[0])
    words = tuple(_stage_words(stage) for stage in stages)
    return _Nodes(words, (), tuple(stage.blocks for stage in stages))


def _only_stage(stage: b.Stage) -> _Nodes:
    """Make a node of each item of the first list; its further blocks come after the path."""
    lead = join([part for part in (stage.title, stage.ages) if part], " · ")
    for number, block in enumerate(stage.blocks):
        if isinstance(block, b.BulletList) and all(item.text for item in block.items):
            below = tuple(each for item in block.items for each in item.blocks)
            rest = (*stage.blocks[:number], *below, *stage.blocks[number + 1 :])
            return _Nodes(tuple((_node(item.text),) for item in block.items), lead, (rest,))
        if isinstance(block, b.Steps):
            texts = tuple((_node(step.short),) for step in block.items)
            details = tuple(b.Paragraph(step.detail) for step in block.items if step.detail)
            rest = (*stage.blocks[:number], *details, *stage.blocks[number + 1 :])
            return _Nodes(texts, lead, (rest,))
    return _Nodes((_stage_words(stage),), (), (stage.blocks,))


def _stage_words(stage: b.Stage) -> Share:
    words = [SlideParagraph(stage.ages, 0, "")] if stage.ages else []
    return (*words, _node(stage.title))


def _node(text: b.Inline) -> SlideParagraph:
    return SlideParagraph(text, 1, "")
