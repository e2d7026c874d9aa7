"""Texts and graphics of a section go in; plans of its slides come out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from careerkit.slides.flow import pour
from careerkit.slides.measure import Measurer
from careerkit.slides.paragraphs import PLAIN, Paragraphs, join
from careerkit.slides.plan import PlacedGraphic, PlacedText, SlidePlan
from careerkit.slides.slide_layout import LayoutRole, Placeholder, SlideLayout
from careerkit.slides.slide_master import SlideMaster

# More than any placeholder can hold: its height alone decides.
ANY_NUMBER = 999
_BETWEEN_SOURCES = " · "


@dataclass(frozen=True, slots=True)
class Planner:
    """Makes plans for one section. A plan without a title takes the section's.

    ``most`` is the number of lines or items that a slide may hold. ``has_icon`` says that the
    section has an icon.
    """

    section: str
    master: SlideMaster
    measure: Measurer
    most: int
    has_icon: bool

    def layouts(self, role: LayoutRole, *, has_icon: bool = False) -> tuple[SlideLayout, ...]:
        """Return the layouts of a role, those with a large icon where there is one.

        Empty only for what has other ways to be shown: see ``fall_backs``.
        """
        found = self.master.find(role)
        with_icon = has_icon or self.has_icon
        return tuple(each for each in found if with_icon or not each.icon) or found

    def fit(self, words: Paragraphs, placeholder: Placeholder) -> tuple[Paragraphs, ...]:
        """Pour words into a placeholder, by its height alone."""
        return pour(words, placeholder, self.measure, ANY_NUMBER, evenly=False)

    def keeps_words_whole(self, words: Paragraphs, placeholder: Placeholder) -> bool:
        """Say whether no word has to be broken in a placeholder."""
        width = placeholder.box.width
        return all(
            self.measure.keeps_words_whole(each.text, placeholder.level(each.level), width)
            for each in words
        )

    def pour_best(
        self, layouts: Sequence[SlideLayout], words: Paragraphs, most: int
    ) -> tuple[SlideLayout, tuple[Paragraphs, ...]]:
        """Choose the first of some layouts, the largest, that needs no more slides than another."""
        best = (layouts[0], pour(words, layouts[0].body, self.measure, most))
        for layout in layouts[1:]:
            if len(best[1]) == 1:
                break
            shares = pour(words, layout.body, self.measure, most)
            if len(shares) < len(best[1]):
                best = (layout, shares)
        return best

    def pour(self, layout: SlideLayout, words: Paragraphs) -> tuple[Paragraphs, ...]:
        """Pour words into slides of a layout, as many lines and items to each as it may hold."""
        return pour(words, layout.body, self.measure, self.most) if words else ()

    def plan(
        self,
        layout: SlideLayout,
        texts: Sequence[PlacedText],
        graphics: Sequence[PlacedGraphic] = (),
        notes: Paragraphs = (),
    ) -> SlidePlan:
        """Plan a slide under the section's title."""
        return SlidePlan(layout, self.section, (), tuple(texts), tuple(graphics), notes=notes)

    def plan_with_words(
        self,
        layout: SlideLayout,
        graphics: Sequence[PlacedGraphic],
        words: Iterable[PlacedText],
        sources: Paragraphs = (),
        notes: Paragraphs = (),
    ) -> list[SlidePlan]:
        """Plan a slide with words in its placeholders, sources at its foot.

        Words too long for one go on as text. Sources that do not fit the foot as a line each are
        run on; sources too long for that go to the notes.
        """
        texts: list[PlacedText] = []
        more: list[Paragraphs] = []
        for text in words:
            if text.paragraphs:
                first, *rest = self.fit(text.paragraphs, replace(text.placeholder, box=text.area))
                texts.append(replace(text, paragraphs=first))
                more += rest
        foot = self._fit_sources(sources, layout) if sources else ()
        plan = self.plan(layout, (*texts, *foot), graphics, notes)
        if sources and not foot:
            plan = replace(plan, asides=sources)
        return [plan, *self.text_slides(more)]

    def text_slides(self, shares: Iterable[Paragraphs]) -> list[SlidePlan]:
        """Plan slides of running text for words that found no room beside a graphic."""
        words = tuple(
            replace(each, level=PLAIN, bullet="") if each.level < PLAIN else each
            for share in shares
            for each in share
        )
        layout = self.master.plain
        return [
            self.plan(layout, [PlacedText(layout.body, share)])
            for share in self.pour(layout, words)
        ]

    def _fit_sources(self, sources: Paragraphs, layout: SlideLayout) -> tuple[PlacedText, ...]:
        """Set sources at the foot of a slide, run on if need be; () where they have no room."""
        foot = layout.find("source")
        if foot is None:
            return ()
        whole = join([each.text for each in sources], _BETWEEN_SOURCES)
        for words in (sources, (replace(sources[0], text=whole),)):
            if len(self.fit(words, foot)) == 1:
                return (PlacedText(foot, words),)
        return ()
