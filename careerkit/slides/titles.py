"""Titles go in; titles that their placeholders hold, numbered where slides go on, come out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from careerkit.document.spans import Inline, Span, plain_text
from careerkit.slides.measure import Measurer, leading
from careerkit.slides.paragraphs import cut
from careerkit.slides.plan import SlidePlan
from careerkit.slides.slide_layout import SlideLayout

# Where a document does not say how a title goes on: a form that has no words.
_CONTINUED = (Span("{title} ({part}/{parts})"),)
_HOLE = re.compile(r"\{(title|part|parts)\}")


class Titles:
    """Fits and numbers titles by the document's pattern, () for one without words."""

    def __init__(self, measure: Measurer, continued: Inline) -> None:
        self._measure = measure
        self._pattern = continued or _CONTINUED

    def fit(self, title: Inline, layout: SlideLayout) -> tuple[Inline, Inline]:
        """Part a title into what its placeholder holds and the rest, often nothing."""
        ends, most = self._lines(title, layout)
        if len(ends) <= most:
            return title, ()
        return cut(title, 0, ends[most - 1]), cut(title, ends[most - 1], ends[-1])

    def has_room(self, title: Inline, layout: SlideLayout, parts: int) -> bool:
        """Say whether a title fits its placeholder on each of so many slides."""
        last = self._fill(title, parts, parts) if parts > 1 else title
        return not self.fit(last, layout)[1]

    def shorten(self, title: Inline, layout: SlideLayout) -> Inline:
        """Return a title, or as much of it as its placeholder holds, with a sign that more follows.

        For what stands whole elsewhere.
        """
        return self._shorten(title, layout, lambda shorter: shorter)

    def number(self, plans: Sequence[SlidePlan], labels: Mapping[str, Inline]) -> list[SlidePlan]:
        """Write "(2 of 3)" after the titles of slides that go on from others.

        ``labels`` are the few words that stand for a title too long for that, by the section.
        """
        totals = Counter(plan.title for plan in plans)
        parts: Counter[Inline] = Counter()
        numbered: list[SlidePlan] = []
        for plan in plans:
            parts[plan.title] += 1
            part = parts[plan.title]
            title = plan.title
            if part > 1:
                label = labels.get(plan.section, ())
                title = self._continued(title, label, part, totals[title], plan.layout)
            numbered.append(replace(plan, title=title))
        return numbered

    def _continued(
        self, title: Inline, label: Inline, part: int, parts: int, layout: SlideLayout
    ) -> Inline:
        """Fill the pattern, with the label for a title too long for it.

        A claim that is cut may say its opposite. Without a label it is shortened, as it stood
        whole before.
        """
        if label and not self.has_room(title, layout, parts):
            title = label
        return self._shorten(title, layout, lambda shorter: self._fill(shorter, part, parts))

    def _shorten(
        self, title: Inline, layout: SlideLayout, fill: Callable[[Inline], Inline]
    ) -> Inline:
        filled = fill(title)
        words = plain_text(title)
        while words:
            ends, most = self._lines(filled, layout)
            if len(ends) <= most:
                break
            shorter = words[: len(words) * 9 // 10]
            words = shorter.rpartition(" ")[0] or shorter
            filled = fill((Span(f"{words}…", title[0].language),))
        return filled

    def _fill(self, title: Inline, part: int, parts: int) -> Inline:
        filled: list[Span] = []
        for span in self._pattern:
            position = 0
            for hole in _HOLE.finditer(span.text):
                filled.append(replace(span, text=span.text[position : hole.start()]))
                position = hole.end()
                if hole[1] == "title":
                    filled += title
                else:
                    number = part if hole[1] == "part" else parts
                    filled.append(replace(span, text=str(number)))
            filled.append(replace(span, text=span.text[position:]))
        return tuple(span for span in filled if span.text)

    def _lines(self, title: Inline, layout: SlideLayout) -> tuple[tuple[int, ...], int]:
        """Return where a title's lines end, and how many lines its placeholder holds."""
        placeholder = layout.title
        level = placeholder.levels[0]
        most = int(placeholder.box.height // leading(level))
        return self._measure.line_ends(title, level, placeholder.box.width), most
