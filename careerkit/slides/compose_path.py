"""A roadmap goes in; the plans of its slides come out: the path drawn, then what each stage asks.

Several stages give a path with a node for each. An only stage gives a path with a node for each
thing to do in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from careerkit.document import blocks as b
from careerkit.slides.flow import Share, share_out
from careerkit.slides.frames import BODY, LEFT_HEAD, MOST_STAGES, Box
from careerkit.slides.paragraphs import SlideParagraph, join, step_notes
from careerkit.slides.plan import FilledFrame, SlidePlan, Trail
from careerkit.slides.planner import Planner

_NODE_PT = 26.0
_SMALL_NODE_PT = 15.0
_GAP_PT = 20.0
_BELOW_NODES_PT = 20.0


@dataclass(frozen=True, slots=True)
class Path:
    """What stands under the nodes of a path, above it, in its notes; and the blocks it leaves.

    ``rest`` has the blocks of each stage that the path does not show.
    """

    words: tuple[Share, ...]
    lead: b.Inline
    notes: Share
    rest: tuple[tuple[b.Block, ...], ...]


def read_path(roadmap: b.Roadmap) -> Path:
    """Find what the path of a roadmap shows."""
    if len(roadmap.stages) == 1:
        return _only_stage(roadmap.stages[0])
    words = tuple(_stage_words(stage) for stage in roadmap.stages)
    return Path(words, (), (), tuple(stage.blocks for stage in roadmap.stages))


def plan_path(planner: Planner, path: Path, alt: str) -> list[SlidePlan]:
    """Draw the path with as many nodes to a slide as can carry their words."""
    for count in range(min(MOST_STAGES, len(path.words)), 0, -1):
        plans = _try(planner, path, count, alt)
        if plans:
            return plans
    lead = SlideParagraph(path.lead, 0, "")
    return planner.text_slides([(lead,), *path.words] if path.lead else path.words)


def small_trail(planner: Planner, stages: int, current: int) -> tuple[Trail, ...]:
    """Draw the path small above a stage's text, with its node filled.

    There is none for one stage, nor for more than stand side by side.
    """
    box = planner.body
    step = min(90.0, (box.width - 2 * _SMALL_NODE_PT) / stages)
    if stages < 2 or step < 2 * _SMALL_NODE_PT + 4:
        return ()
    centres = tuple(box.x + _SMALL_NODE_PT + step * number for number in range(stages))
    y = box.y + _SMALL_NODE_PT + 2
    return (Trail(centres, y, _SMALL_NODE_PT, box.x, centres[-1] + step / 2, 1, current, ""),)


def _try(planner: Planner, path: Path, count: int, alt: str) -> list[SlidePlan]:
    """Plan the path with so many nodes to a slide; nothing where their words do not fit."""
    layout = planner.layout("Stages")
    frame = layout.frame(BODY)
    shares = share_out(len(path.words), count)
    boxes = _boxes(planner, path, shares[0])
    column = replace(frame, box=boxes[0])
    if any(len(planner.fit(words, column)) > 1 for words in path.words):
        return []
    # A word wider than the whole slide is broken anyway: a column of its own is the most it gets.
    if shares[0] > 1 and not all(planner.keeps_words_whole(each, column) for each in path.words):
        return []
    plans: list[SlidePlan] = []
    start = 0
    for share in shares:
        shown = path.words[start : start + share]
        texts = [
            FilledFrame(BODY + number, each, boxes[number]) for number, each in enumerate(shown)
        ]
        is_last = start + share >= len(path.words)
        trail = _trail(planner, boxes[: len(shown)], start + 1, alt, is_last=is_last)
        more: list[Share] = []
        if path.lead and start == 0:
            first, *more = planner.fit((SlideParagraph(path.lead, 0, ""),), layout.frame(LEFT_HEAD))
            texts.insert(0, FilledFrame(LEFT_HEAD, first))
        plans.append(planner.plan(layout, texts, [trail], path.notes if start == 0 else ()))
        plans += planner.text_slides(more)
        start += share
    return plans


def _boxes(planner: Planner, path: Path, count: int) -> list[Box]:
    """Return the areas under the nodes: path and words stand half way down what is free."""
    layout = planner.layout("Stages")
    body, levels = planner.body, layout.frame(BODY).levels
    width = (body.width - _GAP_PT * (count - 1)) / count
    tallest = max(
        sum(
            planner.measure.height(each.text, levels[each.level], width)
            + levels[each.level].before_pt
            for each in words
        )
        for words in path.words
    )
    above = layout.frame(LEFT_HEAD).box.height if path.lead else 0.0
    nodes = above + 2 * _NODE_PT + _BELOW_NODES_PT
    top = body.y + nodes + max(0.0, (body.height - nodes - tallest) / 2)
    return [
        Box(body.x + number * (width + _GAP_PT), top, width, body.y + body.height - top)
        for number in range(count)
    ]


def _trail(planner: Planner, boxes: Sequence[Box], first: int, alt: str, *, is_last: bool) -> Trail:
    """Draw the line over some boxes, from and to the slide's edge where it goes on."""
    return Trail(
        tuple(box.x + _NODE_PT for box in boxes),
        boxes[0].y - _NODE_PT - _BELOW_NODES_PT,
        _NODE_PT,
        boxes[0].x if first == 1 else 0.0,
        boxes[-1].x + boxes[-1].width if is_last else planner.slides.width,
        first,
        0,
        alt,
    )


def _only_stage(stage: b.Stage) -> Path:
    """Make a node of each item of the first list; its further blocks come after the path."""
    lead = join([part for part in (stage.title, stage.ages) if part], " · ")
    for number, block in enumerate(stage.blocks):
        before, after = stage.blocks[:number], stage.blocks[number + 1 :]
        if isinstance(block, b.BulletList) and all(item.text for item in block.items):
            below = tuple(each for item in block.items for each in item.blocks)
            words = tuple((_node(item.text),) for item in block.items)
            return Path(words, lead, (), ((*before, *below, *after),))
        if isinstance(block, b.Steps):
            words = tuple((_node(step.short),) for step in block.items)
            notes = tuple(each for step in block.items for each in step_notes(step))
            return Path(words, lead, notes, ((*before, *after),))
    return Path((_stage_words(stage),), (), (), (stage.blocks,))


def _stage_words(stage: b.Stage) -> Share:
    ages = (SlideParagraph(stage.ages, 1, ""),) if stage.ages else ()
    return (_node(stage.title), *ages)


def _node(text: b.Inline) -> SlideParagraph:
    return SlideParagraph(text, 0, "")
