"""Texts and drawings of a section go in; plans of its slides come out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from careerkit.slides.flow import Share, pour
from careerkit.slides.frames import BODY, SOURCE, Box, Frame, SlideLayout, Slides
from careerkit.slides.measure import Measurer
from careerkit.slides.paragraphs import PLAIN, join
from careerkit.slides.plan import Drawing, FilledFrame, SlidePlan

# More than any frame can hold: its height alone decides.
ANY_NUMBER = 999
_BETWEEN_SOURCES = " · "


@dataclass(frozen=True, slots=True)
class Planner:
    """Makes plans for one section. A plan without a title takes the section's.

    ``most`` is the number of lines or items that a slide may hold.
    """

    section: str
    slides: Slides
    measure: Measurer
    most: int

    def layout(self, name: str) -> SlideLayout:
        """Return a layout by its name."""
        return self.slides.layouts[name]

    @property
    def body(self) -> Box:
        """The area below the title in which most slides have their text."""
        return self.layout("List").frame(BODY).box

    def fit(self, words: Share, frame: Frame) -> tuple[Share, ...]:
        """Pour words into a frame, by its height alone."""
        return pour(words, frame, self.measure, ANY_NUMBER, evenly=False)

    def keeps_words_whole(self, words: Share, frame: Frame) -> bool:
        """Say whether no word has to be broken in a frame."""
        return all(
            self.measure.keeps_words_whole(each.text, frame.levels[each.level], frame.box.width)
            for each in words
        )

    def pour_best(
        self, names: Sequence[str], words: Share, most: int
    ) -> tuple[str, tuple[Share, ...]]:
        """Choose the first of some layouts, the largest, that needs no more slides than another."""
        best = (names[0], pour(words, self.layout(names[0]).frame(BODY), self.measure, most))
        for name in names[1:]:
            if len(best[1]) == 1:
                break
            shares = pour(words, self.layout(name).frame(BODY), self.measure, most)
            if len(shares) < len(best[1]):
                best = (name, shares)
        return best

    def pour(self, name: str, words: Share) -> tuple[Share, ...]:
        """Pour words into slides of a layout, as many lines and items to each as it may hold."""
        frame = self.layout(name).frame(BODY)
        return pour(words, frame, self.measure, self.most) if words else ()

    def count_slides(self, name: str, texts: Iterable[Share]) -> int:
        """Return how many slides of a layout some texts take, each beginning on its own."""
        return sum(len(self.pour(name, words)) for words in texts)

    def plan(
        self,
        layout: SlideLayout,
        texts: Sequence[FilledFrame],
        drawings: Sequence[Drawing] = (),
        notes: Share = (),
    ) -> SlidePlan:
        """Plan a slide under the section's title."""
        return SlidePlan(layout, self.section, (), tuple(texts), tuple(drawings), notes=notes)

    def with_words(
        self,
        layout: SlideLayout,
        drawings: Sequence[Drawing],
        words: Iterable[tuple[int, Share]],
        notes: Share = (),
    ) -> list[SlidePlan]:
        """Plan a drawing with words in its frames.

        Words too long for one go on as text. Sources that do not fit the foot as a line each are
        run on; sources too long for that go to the notes.
        """
        texts: list[FilledFrame] = []
        more: list[Share] = []
        asides: Share = ()
        for index, share in words:
            if not share:
                continue
            first, *rest = self.fit(share, layout.frame(index))
            if rest and index == SOURCE:
                whole = join([each.text for each in share], _BETWEEN_SOURCES)
                first, *rest = self.fit((replace(share[0], text=whole),), layout.frame(index))
                if rest:
                    asides = share
                    continue
            texts.append(FilledFrame(index, first))
            more += rest
        plan = replace(self.plan(layout, texts, drawings, notes), asides=asides)
        return [plan, *self.text_slides(more)]

    def text_slides(self, shares: Iterable[Share]) -> list[SlidePlan]:
        """Plan slides of running text for words that found no room beside a drawing."""
        words = tuple(
            replace(each, level=PLAIN, bullet="") if each.level < PLAIN else each
            for share in shares
            for each in share
        )
        if not words:
            return []
        layout = self.layout("List")
        poured = pour(words, layout.frame(BODY), self.measure, self.most)
        return [self.plan(layout, [FilledFrame(BODY, share)]) for share in poured]
