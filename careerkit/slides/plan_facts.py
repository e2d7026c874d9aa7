"""Facts go in; the plans of slides come out, with figures as large as the layouts have them."""

from __future__ import annotations

from collections.abc import Sequence

from careerkit.slides.contents import FactContent, FactsContent
from careerkit.slides.paragraphs import Paragraphs, SlideParagraph
from careerkit.slides.plan import PlacedText, SlidePlan
from careerkit.slides.planner import Planner
from careerkit.slides.slide_layout import LayoutRole, Placeholder, SlideLayout

# From the one that holds most to the one that holds widest.
_SIDE_BY_SIDE: tuple[LayoutRole, ...] = ("three facts", "two facts")


def plan_facts(planner: Planner, content: FactsContent) -> list[SlidePlan]:
    """Set figures side by side where they are short, else in rows, else one to a slide."""
    facts = content.facts
    *large, small = planner.layouts("fact")
    *beside_icon, wide = large or [small]
    alone = next((each for each in beside_icon if _are_whole(planner, facts, each)), wide)
    if not all(_is_on_one_slide(planner, fact.paragraphs, alone.body) for fact in facts):
        alone = small
    for layout in (each for role in _SIDE_BY_SIDE for each in planner.layouts(role)):
        columns = len(layout.find_all("body"))
        # Four facts are better as two and two than as three and one.
        is_full = -(-len(facts) // -(-len(facts) // columns)) == columns
        if is_full and _are_whole(planner, facts, layout):
            groups = [facts[at : at + columns] for at in range(0, len(facts), columns)]
            return [
                plan
                for group in groups
                for plan in _plan_group(planner, group, layout if len(group) > 1 else alone)
            ]
    return [plan for fact in facts for plan in _plan_group(planner, [fact], alone)]


def _plan_group(
    planner: Planner, facts: Sequence[FactContent], layout: SlideLayout
) -> list[SlidePlan]:
    """Set facts on a slide, with their sources at its foot."""
    sources = dict.fromkeys(SlideParagraph(fact.source, 0, "") for fact in facts if fact.source)
    bodies = layout.find_all("body")
    words = [PlacedText(body, fact.paragraphs) for body, fact in zip(bodies, facts, strict=False)]
    return planner.plan_with_words(layout, (), words, tuple(sources))


def _are_whole(planner: Planner, facts: Sequence[FactContent], layout: SlideLayout) -> bool:
    """Say whether each fact fits a layout's first body with its figure on one line."""
    return all(_is_whole(planner, fact.paragraphs, layout.body) for fact in facts)


def _is_whole(planner: Planner, words: Paragraphs, body: Placeholder) -> bool:
    """Say whether a fact fits a placeholder with its figure on one line."""
    ends = planner.measure.line_ends(words[0].text, body.level(0), body.box.width)
    return len(ends) == 1 and _is_on_one_slide(planner, words, body)


def _is_on_one_slide(planner: Planner, words: Paragraphs, body: Placeholder) -> bool:
    """Say whether a figure of any length stands on one slide with its words."""
    return len(planner.fit(words, body)) == 1
