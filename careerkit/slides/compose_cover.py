"""A cover's words go in; the title slide that holds them, and what of them it holds, come out."""

from __future__ import annotations

from collections.abc import Mapping

from careerkit.document.blocks import Inline
from careerkit.slides.flow import Share
from careerkit.slides.frames import SlideLayout
from careerkit.slides.paragraphs import SlideParagraph
from careerkit.slides.planner import Planner
from careerkit.slides.titles import Titles

_COVER_LAYOUTS = ("Title", "Long title", "Longer title", "Longest title")


def choose_cover_layout(
    planner: Planner, titles: Titles, title: Inline, words: Mapping[int, Inline]
) -> SlideLayout:
    """Choose the first title slide that holds all words, else the title; else the last.

    ``words`` are the other lines of the cover by the numbers of their frames.
    """
    layouts = [planner.layout(name) for name in _COVER_LAYOUTS]
    whole = [each for each in layouts if not titles.fit(title, each.name)[1]]
    for layout in whole:
        if all(
            not text or (layout.has(index) and len(part_line(planner, text, layout, index)) == 1)
            for index, text in words.items()
        ):
            return layout
    return (whole or layouts[-1:])[0]


def part_line(planner: Planner, text: Inline, layout: SlideLayout, index: int) -> tuple[Share, ...]:
    """Part a line of a cover into what its frame holds, and the rest."""
    words = (SlideParagraph(text, 0, ""),)
    if not text or not layout.has(index):
        return (words,) if text else ()
    return planner.fit(words, layout.frame(index))
