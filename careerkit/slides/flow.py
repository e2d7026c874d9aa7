"""Paragraphs and a placeholder go in; the share of each slide comes out.

Nothing is shrunk. A slide takes as much as its placeholder holds, and at most so many lines or
items; what is left goes to the next. An item is parted only where it is longer than a slide, after
a sentence where one ends near.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from careerkit.slides.measure import Measured, Measurer
from careerkit.slides.paragraphs import BETWEEN_TAGS, HEAD, Paragraphs, SlideParagraph, cut
from careerkit.slides.slide_layout import Placeholder

_TOLERANCE_PT = 0.01
# A mark after one letter, or before a figure, is an abbreviation's as often as a sentence's.
_SENTENCE_END = re.compile(r"(?<=[^\s.][^\s.])[.!?।][\"'”’)]*\s+(?![\s\d])")


def pour(
    paragraphs: Sequence[SlideParagraph],
    placeholder: Placeholder,
    measure: Measurer,
    most: int,
    *,
    evenly: bool = True,
) -> tuple[Paragraphs, ...]:
    """Part paragraphs into what stands in a placeholder on one slide, the next, and so on.

    ``most`` is the number of lines of prose and of items that a slide may hold together.
    ``evenly`` shares what several slides hold among them: ten items as 4, 3, 3, not 4, 4, 2.
    """

    def measured_in_place(each: SlideParagraph) -> Measured:
        level = placeholder.level(each.level)
        return measure.paragraph(each, level, placeholder.box.width)

    measured = [measured_in_place(each) for each in paragraphs if each.text]
    pouring = _Pouring(measured, placeholder.box.height, measured_in_place)
    slides = pouring.fill((most,))
    if evenly and len(slides) > 1:
        slides = _balance(pouring, slides, most)
    return _part_after_sentences(slides, measured_in_place, max(1, most))


def _balance(pouring: _Pouring, slides: list[_Slide], most: int) -> list[_Slide]:
    """Fill as many slides again, each with as little as it can have."""
    cost = sum(_cost(each, len(each.line_ends)) for each in pouring.measured)
    least, more = divmod(cost, len(slides))
    balanced = tuple(least + (number < more) for number in range(len(slides)))
    for fewer in (balanced, *((each,) for each in range(min(least + 1, most), most))):
        again = pouring.fill(fewer)
        if len(again) == len(slides):
            return again
    return slides


def _part_after_sentences(
    slides: Sequence[_Slide], measure: Callable[[SlideParagraph], Measured], most: int
) -> tuple[Paragraphs, ...]:
    """Move the begun sentence of a parted paragraph to the next slide, if that has room for it."""
    shares = [list(slide.share()) for slide in slides]
    moved: dict[int, int] = {}
    for number, (slide, after) in enumerate(pairwise(slides)):
        if not slide.kept or not after.kept:
            continue
        (whole, start, end), (same, first, last) = slide.kept[-1], after.kept[0]
        if same is not whole or first != end:
            continue
        ends, paragraph = whole.line_ends, whole.paragraph
        begin = ends[start - 1] if start else 0
        if len(slide.kept) == 1:
            begin = moved.get(number, begin)
        offset = _last_sentence_end(paragraph, begin, ends[end - 1])
        text = cut(paragraph.text, offset, ends[last - 1])
        rest = replace(paragraph, text=text, follows=paragraph.is_item)
        more = len(measure(rest).line_ends) - (last - first)
        room = after.height - after.used + _TOLERANCE_PT
        if more * whole.leading_pt <= room and after.count + more <= most:
            head = shares[number][-1]
            shares[number][-1] = replace(head, text=cut(paragraph.text, begin, offset))
            shares[number + 1][0] = rest
            moved[number + 1] = offset
    return tuple(tuple(share) for share in shares)


def _last_sentence_end(paragraph: SlideParagraph, begin: int, end: int) -> int:
    """Return where the last sentence ends in the last third of a part, or the part itself."""
    text = "".join(span.text for span in paragraph.text)
    found = [match.end() for match in _SENTENCE_END.finditer(text, begin, end)]
    return found[-1] if found and found[-1] - begin >= (end - begin) * 2 / 3 else end


def share_out(count: int, most: int) -> tuple[int, ...]:
    """Paragraphs things out over slides that hold so many at most: seven by three as 3, 2, 2."""
    slides = -(-count // most)
    least, more = divmod(count, slides)
    return tuple(least + (number < more) for number in range(slides))


def _cost(measured: Measured, lines: int) -> int:
    """Count a share of a paragraph: an item as one, prose and a parted item by its lines.

    A heading does not count: it names the lines that do.
    """
    if measured.paragraph.level == HEAD:
        return 0
    if measured.paragraph.is_item and lines == len(measured.line_ends):
        return 1
    return lines


@dataclass(slots=True)
class _Slide:
    """A slide being filled."""

    height: float
    most: int
    used: float = 0.0
    count: int = 0
    kept: list[tuple[Measured, int, int]] = field(default_factory=list)

    def space(self, measured: Measured) -> float:
        return measured.before_pt if self.kept else 0.0

    def room(self, measured: Measured) -> int:
        """Return how many of a paragraph's lines still fit."""
        left = self.height - self.used - self.space(measured) + _TOLERANCE_PT
        return max(0, int(left // measured.leading_pt))

    def takes(self, measured: Measured, lines: int) -> bool:
        """Say whether so many lines of a paragraph fit and may stand here."""
        return lines <= self.room(measured) and self.count + _cost(measured, lines) <= self.most

    def add(self, measured: Measured, start: int, end: int) -> None:
        self.used += self.space(measured) + (end - start) * measured.leading_pt
        self.count += _cost(measured, end - start)
        self.kept.append((measured, start, end))

    def loosen(self) -> list[tuple[Measured, int, int]]:
        """Take away the headings at the end, which belong to what comes next."""
        loose: list[tuple[Measured, int, int]] = []
        while len(self.kept) > 1 and self.kept[-1][0].paragraph.keep:
            loose.insert(0, self.kept.pop())
        return loose

    def share(self) -> Paragraphs:
        return tuple(_part(*each) for each in self.kept)


@dataclass(frozen=True, slots=True)
class _Pouring:
    """Paragraphs measured for slides of a height, and what measures a part of one."""

    measured: Sequence[Measured]
    height: float
    measure: Callable[[SlideParagraph], Measured]

    def fill(self, most: Sequence[int]) -> list[_Slide]:
        """Fill slides in order; ``most`` is what each may hold, its last number any further one."""
        slides = [_Slide(self.height, max(1, most[0]))]
        for each in self.measured:
            rest: Measured | None = each
            while rest:
                rest = self._place(rest, slides, most)
        return slides

    def _place(self, each: Measured, slides: list[_Slide], most: Sequence[int]) -> Measured | None:
        """Place a paragraph; of tags in a row return those that begin the next slide."""
        start, end = 0, len(each.line_ends)
        while start < end:
            slide = slides[-1]
            if slide.takes(each, end - start):
                slide.add(each, start, end)
                return None
            fresh = _Slide(slide.height, max(1, most[min(len(slides), len(most) - 1)]))
            alone = all(kept.paragraph.keep for kept, _, _ in slide.kept)
            if slide.kept and not alone and fresh.takes(each, end - start):
                _turn(slides, fresh)
                continue
            lines = min(slide.room(each), end - start)
            if each.paragraph.level != HEAD:
                lines = min(lines, slide.most - slide.count)
            if lines >= min(2, end - start) or not slide.kept:
                lines = max(1, lines)
                if start == 0 and (
                    parts := _part_between_tags(each.paragraph, each.line_ends[lines - 1])
                ):
                    first, rest = map(self.measure, parts)
                    slide.add(first, 0, len(first.line_ends))
                    _turn(slides, fresh)
                    return rest
                slide.add(each, start, start + lines)
                start += lines
            if start < end:
                _turn(slides, fresh)
        return None


def _part_between_tags(paragraph: SlideParagraph, end: int) -> tuple[SlideParagraph, ...]:
    """Part tags in a row after the last that is whole before an offset; () for other text."""
    text = "".join(span.text for span in paragraph.text)
    offset = text.rfind(BETWEEN_TAGS, 0, end) + len(BETWEEN_TAGS)
    rest = cut(paragraph.text, offset, len(text))
    if end == len(text) or offset < len(BETWEEN_TAGS) or not rest:
        return ()
    return (
        replace(paragraph, text=cut(paragraph.text, 0, offset)),
        replace(paragraph, text=rest, follows=paragraph.is_item),
    )


def _turn(slides: list[_Slide], fresh: _Slide) -> None:
    """Begin the next slide, with the headings that stood last on this one."""
    loose = slides[-1].loosen()
    slides.append(fresh)
    for each in loose:
        fresh.add(*each)


def _part(measured: Measured, start: int, end: int) -> SlideParagraph:
    ends = measured.line_ends
    paragraph = measured.paragraph
    if start == 0 and end == len(ends):
        return paragraph
    text = cut(paragraph.text, ends[start - 1] if start else 0, ends[end - 1])
    return replace(paragraph, text=text, follows=start > 0 and paragraph.is_item)
