"""The setter of facts: large figures, and what they count."""

from __future__ import annotations

from itertools import chain

from careerkit.document.blocks import Fact, FactGrid
from careerkit.pages.setting import Setting, text_strips
from careerkit.pages.strip import Strip, beside, keep_ends, keep_first, keep_together, snap_to_grid
from careerkit.pages.structure import StructureElement
from careerkit.typography import break_text


def set_facts(block: FactGrid, setting: Setting, parent: StructureElement) -> list[Strip]:
    """Set large figures, two abreast where both are short enough, with what they count."""
    gap = 1.6 * setting.scale.body.size_pt
    half = (setting.width - gap) / 2
    space = 0.75 * setting.scale.grid_pt
    strips: list[Strip] = []
    facts = list(block.items)
    while facts:
        if len(facts) > 1 and all(_is_short(fact, setting, half) for fact in facts[:2]):
            left, right = (_fact(fact, setting, half, parent) for fact in facts[:2])
            strips += snap_to_grid([beside([(0.0, left), (half + gap, right)])], space)
            del facts[:2]
            continue
        alone = _fact(facts.pop(0), setting, setting.width, parent)
        if sum(strip.height for strip in alone) < setting.column_height / 3:
            alone = keep_together(alone)
        strips += snap_to_grid(alone, space)
    return strips


def _is_short(fact: Fact, setting: Setting, width: float) -> bool:
    """Say whether a figure fits on one line of a width, and its words on a few."""
    scale = setting.scale
    height = sum(
        len(break_text(text, style, width)) * style.leading_pt
        for text, style in (
            (fact.label, scale.body),
            (fact.note, scale.caption),
            (fact.source, scale.caption),
        )
    )
    return (
        len(break_text(fact.figure, scale.display, width)) == 1
        and height < setting.column_height / 4
    )


def _fact(fact: Fact, setting: Setting, width: float, parent: StructureElement) -> list[Strip]:
    scale = setting.scale
    element = parent.add("Div")
    figure = text_strips(fact.figure, scale.display, width, element.add("P"), colour="accent")
    label = keep_ends(text_strips(fact.label, scale.body, width, element.add("P")))
    captions = [
        keep_ends(text_strips(words, scale.caption, width, element.add("P")))
        for words in (fact.note, fact.source)
    ]
    below = [keep_first(each, 1) for each in (label, *captions)]
    return [*keep_together(figure), *chain.from_iterable(below)]
