"""A roadmap goes in; the plans of the slides on which it is drawn come out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from careerkit.document.spans import plain_text
from careerkit.slides.contents import RoadmapContent
from careerkit.slides.flow import share_out
from careerkit.slides.paragraphs import Paragraphs, SlideParagraph
from careerkit.slides.plan import PlacedRoadmap, PlacedText, SlidePlan
from careerkit.slides.planner import Planner
from careerkit.slides.slide_layout import Area, SlideLayout

_NODE_PT = 26.0
_SMALL_NODE_PT = 15.0
_GAP_PT = 20.0
_BELOW_NODES_PT = 20.0


def plan_roadmap(planner: Planner, content: RoadmapContent) -> list[SlidePlan]:
    """Draw the roadmap with as many nodes to a slide as can carry their words.

    Where none carries them it is told in words, and what its drawing would show in the notes.
    """
    for layout in planner.layouts("roadmap"):
        for count in range(min(len(layout.find_all("body")), len(content.words)), 0, -1):
            if plans := _try(planner, layout, content, count):
                return plans
    lead = (SlideParagraph(content.lead, 0, ""),) if content.lead else ()
    plans = planner.text_slides([lead, *content.words])
    if plans:
        alt = (SlideParagraph(content.alt, 0, ""),) if content.alt else ()
        plans[0] = replace(plans[0], notes=content.notes, asides=alt)
    return plans


def plan_small_roadmap(layout: SlideLayout, stages: int, current: int) -> tuple[PlacedRoadmap, ...]:
    """Draw the roadmap small above a stage's text, with its node filled.

    There is none for one stage, nor for more than stand side by side, nor without room for it.
    """
    box = layout.roadmap
    if box is None:
        return ()
    step = min(90.0, (box.width - 2 * _SMALL_NODE_PT) / stages)
    if stages < 2 or step < 2 * _SMALL_NODE_PT + 4:
        return ()
    centres = tuple(box.x + _SMALL_NODE_PT + step * number for number in range(stages))
    y = box.y + _SMALL_NODE_PT + 2
    right = centres[-1] + step / 2
    return (PlacedRoadmap(centres, y, _SMALL_NODE_PT, box.x, right, 1, current, ""),)


def _try(
    planner: Planner, layout: SlideLayout, content: RoadmapContent, count: int
) -> list[SlidePlan]:
    """Plan the roadmap with so many nodes to a slide; nothing where their words do not fit."""
    lead = layout.find("lead")
    if content.lead and lead is None:
        return []
    shares = share_out(len(content.words), count)
    boxes = _place_columns(planner, layout, content, shares[0])
    column = replace(layout.body, box=boxes[0])
    if any(len(planner.fit(words, column)) > 1 for words in content.words):
        return []
    # A word wider than the whole slide is broken anyway: a column of its own is the most it gets.
    if shares[0] > 1 and not all(planner.keeps_words_whole(each, column) for each in content.words):
        return []
    bodies = layout.find_all("body")
    plans: list[SlidePlan] = []
    start = 0
    for share in shares:
        shown = content.words[start : start + share]
        texts = [
            PlacedText(body, words, box)
            for body, words, box in zip(bodies, shown, boxes, strict=False)
        ]
        is_last = start + share >= len(content.words)
        line = _place_line(
            planner, boxes[: len(shown)], start + 1, plain_text(content.alt), is_last=is_last
        )
        more: list[Paragraphs] = []
        if content.lead and lead and start == 0:
            first, *more = planner.fit((SlideParagraph(content.lead, 0, ""),), lead)
            texts.insert(0, PlacedText(lead, first))
        plans.append(planner.plan(layout, texts, [line], content.notes if start == 0 else ()))
        plans += planner.text_slides(more)
        start += share
    return plans


def _place_columns(
    planner: Planner, layout: SlideLayout, content: RoadmapContent, count: int
) -> list[Area]:
    """Return the areas under the nodes: line and words stand half way down what is free."""
    area, body, lead = planner.master.body_box, layout.body, layout.find("lead")
    width = (area.width - _GAP_PT * (count - 1)) / count
    tallest = max(
        sum(
            planner.measure.height(each.text, body.level(each.level), width)
            + body.level(each.level).before_pt
            for each in words
        )
        for words in content.words
    )
    above = lead.box.height if lead and content.lead else 0.0
    nodes = above + 2 * _NODE_PT + _BELOW_NODES_PT
    top = area.y + nodes + max(0.0, (area.height - nodes - tallest) / 2)
    return [
        Area(area.x + number * (width + _GAP_PT), top, width, area.y + area.height - top)
        for number in range(count)
    ]


def _place_line(
    planner: Planner, boxes: Sequence[Area], first: int, alt: str, *, is_last: bool
) -> PlacedRoadmap:
    """Draw the line over some boxes, from and to the slide's edge where it goes on."""
    return PlacedRoadmap(
        tuple(box.x + _NODE_PT for box in boxes),
        boxes[0].y - _NODE_PT - _BELOW_NODES_PT,
        _NODE_PT,
        boxes[0].x if first == 1 else 0.0,
        boxes[-1].x + boxes[-1].width if is_last else planner.master.width,
        first,
        0,
        alt,
    )
