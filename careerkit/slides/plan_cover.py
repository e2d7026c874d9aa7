"""A cover's words go in; the title slide that holds them, and what it cannot hold, come out."""

from __future__ import annotations

from dataclasses import replace

from careerkit.document.spans import Inline, plain_text
from careerkit.slides.contents import CoverContent
from careerkit.slides.paragraphs import PLAIN, Paragraphs, SlideParagraph
from careerkit.slides.plan import PlacedArt, PlacedText, SlidePlan
from careerkit.slides.planner import Planner
from careerkit.slides.slide_layout import PlaceholderRole, SlideLayout
from careerkit.slides.titles import Titles


def plan_cover(
    planner: Planner, titles: Titles, content: CoverContent
) -> tuple[SlidePlan, Inline, Paragraphs]:
    """Set title, lines and art; return the slide, the rest of its title and of its lines."""
    lines: dict[PlaceholderRole, Paragraphs] = {
        "eyebrow": _paragraphs(content.eyebrow),
        "body": _paragraphs(content.promise, content.tagline),
        "foot": _paragraphs(content.foot),
    }
    layout = _choose_layout(planner, titles, content.title, lines)
    title, rest = titles.fit(content.title, layout)
    texts: list[PlacedText] = []
    waiting: list[SlideParagraph] = []
    for role, text in lines.items():
        placeholder = layout.find(role)
        shares = _part_line(planner, text, layout, role)
        if shares and placeholder:
            texts.append(PlacedText(placeholder, shares[0]))
            shares = shares[1:]
        waiting += [replace(each, level=PLAIN) for share in shares for each in share]
    plan = replace(planner.plan(layout, texts), title=title)
    if layout.art:
        art = PlacedArt(content.seed, layout.art, plain_text(content.alt))
        plan = replace(plan, graphics=(art,))
    elif content.alt:
        plan = replace(plan, asides=(SlideParagraph(content.alt, 0, ""),))
    return plan, rest, tuple(waiting)


def _choose_layout(
    planner: Planner, titles: Titles, title: Inline, lines: dict[PlaceholderRole, Paragraphs]
) -> SlideLayout:
    """Choose the first title slide that holds all words, else the title; else the last."""
    layouts = planner.layouts("title")
    whole = [each for each in layouts if not titles.fit(title, each)[1]]
    for layout in whole:
        if all(
            not text or (layout.find(role) and len(_part_line(planner, text, layout, role)) == 1)
            for role, text in lines.items()
        ):
            return layout
    return (whole or layouts[-1:])[0]


def _part_line(
    planner: Planner, words: Paragraphs, layout: SlideLayout, role: PlaceholderRole
) -> tuple[Paragraphs, ...]:
    """Part lines of a cover into what their placeholder holds, and the rest."""
    placeholder = layout.find(role)
    if not words or placeholder is None:
        return (words,) if words else ()
    return planner.fit(words, placeholder)


def _paragraphs(*lines: Inline) -> Paragraphs:
    return tuple(SlideParagraph(line, 0, "") for line in lines if line)
