"""Facts go in; the plans of slides with their figures as large as the layout has them come out."""

from __future__ import annotations

from collections.abc import Sequence

from careerkit.document import blocks as b
from careerkit.slides.flow import Share
from careerkit.slides.frames import BODY, SOURCE, Frame, SlideLayout
from careerkit.slides.paragraphs import SlideParagraph
from careerkit.slides.plan import SlidePlan
from careerkit.slides.planner import Planner

# From the one that holds most to the one that holds widest; the last takes anything.
_LAYOUTS = (
    ("Three facts", 3),
    ("Three facts in rows", 3),
    ("Two facts", 2),
    ("Two facts in rows", 2),
)


def plan_facts(planner: Planner, block: b.FactGrid, single: Sequence[str]) -> list[SlidePlan]:
    """Set figures side by side where they are short, else in rows, else one to a slide.

    ``single`` names the layouts for one, the last of which takes anything.
    """
    facts = block.items
    *others, widest = (planner.layout(name) for name in single)
    alone = next((each for each in others if _are_whole(planner, facts, each)), widest)
    for name, columns in _LAYOUTS:
        layout = planner.layout(name)
        # Four facts are better as two and two than as three and one.
        is_full = -(-len(facts) // -(-len(facts) // columns)) == columns
        if is_full and _are_whole(planner, facts, layout):
            groups = [facts[at : at + columns] for at in range(0, len(facts), columns)]
            return [
                plan
                for group in groups
                for plan in _group(planner, group, layout if len(group) > 1 else alone)
            ]
    return [plan for fact in facts for plan in _group(planner, [fact], alone)]


def _group(planner: Planner, facts: Sequence[b.Fact], layout: SlideLayout) -> list[SlidePlan]:
    """Set facts on a slide, with their sources at its foot."""
    sources = dict.fromkeys(SlideParagraph(fact.source, 0, "") for fact in facts if fact.source)
    words = [(BODY + number, _words(fact)) for number, fact in enumerate(facts)]
    return planner.with_words(layout, (), [*words, (SOURCE, tuple(sources))])


def _are_whole(planner: Planner, facts: Sequence[b.Fact], layout: SlideLayout) -> bool:
    """Say whether each fact fits a layout's first frame with its figure on one line."""
    frame = layout.frame(BODY)
    return all(_is_whole(planner, _words(fact), frame) for fact in facts)


def _is_whole(planner: Planner, words: Share, frame: Frame) -> bool:
    """Say whether a fact fits a frame with its figure on one line."""
    ends = planner.measure.line_ends(words[0].text, frame.levels[0], frame.box.width)
    return len(ends) == 1 and len(planner.fit(words, frame)) == 1


def _words(fact: b.Fact) -> Share:
    parts = (fact.figure, fact.label, fact.note)
    return tuple(SlideParagraph(text, level, "") for level, text in enumerate(parts) if text)
