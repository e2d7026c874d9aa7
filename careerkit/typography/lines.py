"""A paragraph and a measure go in; lines of shaped text come out, for page and slide alike.

Lines are filled greedily, as left-aligned text wants. A line ends where UAX #14 allows it
(``breaks.py``); only a word wider than the measure is parted inside: at its no-break spaces, and
what is still wider between two grapheme clusters (UAX #29) that are also two clusters of the
shaper. No hyphen is added: the word's characters stay as they were written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, takewhile
from typing import cast

from careerkit.document.spans import Inline, Span
from careerkit.typography.bidi import embedding_levels, may_turn, visual_order
from careerkit.typography.font_stack import FontStack
from careerkit.typography.line_height import NO_INK, InkHeight
from careerkit.typography.shape import Cluster
from careerkit.typography.stretches import (
    Part,
    Stretch,
    shape_stretch,
    split_segments,
    split_stretch,
)

_ADDRESS = re.compile(r"://|^\s*[^\s/]+\.[^\s/]+/\S*\s*$")  # with its scheme in a text, or alone
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"  # UAX #9, 2.4
# Sums of floating point widths may differ from the measure by this without being wider.
_TOLERANCE_PT = 0.01
_NO_BREAK_SPACE = "\u00a0"
# Where a text wider than its line is parted: a word behind these signs, an address before them.
_WORD_SIGNS: tuple[str, ...] = ("-",)
_ADDRESS_SIGNS: tuple[str, ...] = ("-", "&")
# A handout sets the same texts again and again until all fits: a fifth of the time, when warm.
# Past this the memory starts afresh.
_TEXTS_REMEMBERED = 2_000


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set: stack, size and leading in points, weight, the way it is read.

    ``ink`` is the height of what is set; where it is tall, a line's baseline makes room for it.
    The number of a source, "[3]", is set in ``reference_pt`` where that is smaller, and never bold.
    """

    fonts: FontStack
    size_pt: float
    leading_pt: float
    bold: bool = False
    right_to_left: bool = False
    ink: InkHeight = NO_INK
    reference_pt: float | None = None

    @property
    def reference_scale(self) -> float:
        """How large the number of a source is beside the text, at most 1."""
        return min(1.0, (self.reference_pt or self.size_pt) / self.size_pt)


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a line that comes from one span. ``width_pt`` is its advance.

    A word is the same object each time it occurs, with the space that follows it. ``scale`` is the
    size that the piece is set in, as a part of its line's.
    """

    span: Span
    text: str
    words: tuple[tuple[Cluster, ...], ...]
    width_pt: float
    scale: float = 1.0

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """The clusters of all words, as they stand from left to right."""
        return tuple(chain.from_iterable(self.words))


@dataclass(frozen=True, slots=True)
class Line:
    """One line; its pieces stand from left to right, its ``text`` is in the order it is read.

    ``width_pt`` leaves out the space at the line's end, which a piece and the text still hold.
    """

    pieces: tuple[Piece, ...]
    width_pt: float
    text: str

    @property
    def right_edge_pt(self) -> float:
        """How far from the left end of its pieces the line's ink ends.

        The space at the line's end stands to the right of a line that is read from left to right,
        and to the left of any other, where it pushes the ink away from its pieces' end.
        """
        ends_in_space = bool(self.pieces) and self.pieces[-1].words[-1][-1].text.isspace()
        return self.width_pt if ends_in_space else sum(piece.width_pt for piece in self.pieces)


def text_width_pt(text: str, style: TextStyle, language: str = "en") -> float:
    """Return the advance of a text set on one line, in points."""
    stretch = shape_stretch(text, style.fonts, bold=style.bold, language=language)
    return stretch.width * style.size_pt / 1000


def break_text(
    inline: Inline, style: TextStyle, width_pt: float, *, hanging_pt: float = 0.0
) -> tuple[Line, ...]:
    """Break a paragraph into lines at most ``width_pt`` wide; an empty one gives no line.

    All lines but the first are narrower by ``hanging_pt``. A single cluster wider than the measure
    stands alone on its line.
    """
    key = (id(inline), style, width_pt, hanging_pt)
    remembered = style.fonts.broken_texts.get(key)
    if remembered is not None:
        return cast("tuple[Line, ...]", remembered[1])
    lines = _break(inline, style, width_pt, hanging_pt)
    if len(style.fonts.broken_texts) >= _TEXTS_REMEMBERED:
        style.fonts.broken_texts.clear()
    # The spans are kept as well, so that no others come by their identity.
    style.fonts.broken_texts[key] = (inline, lines)
    return lines


def _break(
    inline: Inline, style: TextStyle, width_pt: float, hanging_pt: float
) -> tuple[Line, ...]:
    text = "".join(span.text for span in inline)
    if not text:
        return ()
    to_thousandths = 1000 / style.size_pt
    base_level, levels = _levels_of(inline, text, style)
    lines = _LineFiller(
        style,
        base_level,
        (width_pt + _TOLERANCE_PT) * to_thousandths,
        (width_pt - hanging_pt + _TOLERANCE_PT) * to_thousandths,
    )
    segments = split_segments(
        inline,
        text,
        style.fonts,
        levels,
        bold=style.bold,
        reference_scale=style.reference_scale,
    )
    for segment in segments:
        lines.add(segment)
    return lines.finish()


def _levels_of(inline: Inline, text: str, style: TextStyle) -> tuple[int, list[int] | None]:
    """Return a paragraph's base level and its characters' levels, None where all are 0.

    A paragraph without a character of its own direction, such as an English sentence in an Arabic
    booklet, runs from left to right. A span of another direction in another language is isolated,
    so that a sentence in the hole of a label keeps its own order, its full stop included.
    """
    if not may_turn(text):
        return 0, None
    base_level = 1 if style.right_to_left else 0
    own = {span.language for span in inline if may_turn(span.text) == style.right_to_left}
    isolated = ""
    places: list[int] = []
    for span in inline:
        is_foreign = span.language not in own
        start = len(isolated) + is_foreign
        places += range(start, start + len(span.text))
        isolate = f"{_FIRST_STRONG_ISOLATE}{span.text}{_POP_ISOLATE}"
        isolated += isolate if is_foreign else span.text
    levels = embedding_levels(isolated, base_level)
    return base_level, [levels[place] for place in places]


class _LineFiller:
    """The lines made so far and the one being filled."""

    def __init__(
        self, style: TextStyle, base_level: int, first_measure: float, measure: float
    ) -> None:
        self._style = style
        self._base_level = base_level
        self._measure = first_measure
        self._next_measure = measure
        self._lines: list[Line] = []
        self._parts: list[Part] = []
        self._width = 0.0  # with the space at the end
        self._inked = 0.0  # without it

    def add(self, segment: list[Part]) -> None:
        """Put a segment on the line, on a new one, or over as many as it needs."""
        width = 0.0
        inked = 0.0
        for _, stretch, _ in segment:
            if stretch.space < stretch.width:
                inked = width + stretch.width - stretch.space
            width += stretch.width
        if self._parts and self._width + inked > self._measure:
            self._end_line()
        if inked > self._measure:
            groups = _split_at_glue(segment)
            if len(groups) == 1:
                self._part(segment)
                return
            for group in groups:
                self.add(group)
            return
        self._parts += segment
        if inked:
            self._inked = self._width + inked
        self._width += width

    def finish(self) -> tuple[Line, ...]:
        """End the last line and give them all."""
        if self._parts:
            self._end_line()
        return tuple(self._lines)

    def _end_line(self) -> None:
        scale = self._style.size_pt / 1000
        text = "".join([part.stretch.text for part in self._parts])
        pieces = [
            _merge(span, [part.stretch for part in group], scale)
            for span, group in _group_by_span(self._in_visual_order())
        ]
        self._lines.append(Line(tuple(pieces), self._inked * scale, text))
        self._measure = self._next_measure
        self._parts = []
        self._width = self._inked = 0.0

    def _in_visual_order(self) -> list[Part]:
        levels = [part.level for part in self._parts]
        if not any(levels):
            return self._parts
        for index in range(len(levels) - 1, -1, -1):  # L1: the space at the end
            if self._parts[index].stretch.space < self._parts[index].stretch.width:
                break
            levels[index] = self._base_level
        return [self._parts[index] for index in visual_order(levels)]

    def _part(self, segment: list[Part]) -> None:
        """Fill lines with a segment wider than the measure, parting it where it must be."""
        for span, stretch, level in segment:
            letters = list(split_stretch(stretch))
            is_address = bool(_ADDRESS.search(span.text))
            signs = _ADDRESS_SIGNS if is_address else _WORD_SIGNS
            for index, letter in enumerate(letters):
                sign = letters[index if is_address else index - 1]
                if self._parts and index and sign.text in signs:
                    self._end_line_at_sign(letters[index:], signs, is_before=is_address)
                is_space = letter.space > 0 or not letter.width
                if self._parts and not is_space and self._width + letter.width > self._measure:
                    self._end_line()
                self._parts.append(Part(span, letter, level))
                self._width += letter.width
                if not is_space:
                    self._inked = self._width

    def _end_line_at_sign(
        self, rest: list[Stretch], signs: tuple[str, ...], *, is_before: bool
    ) -> None:
        """End the line at a sign, rather than within the word that follows it.

        An address goes on with its hyphen in the next line: of one that ends a line nobody knows
        whether it belongs to the address, and readers of a text layer leave it out. It goes on
        likewise with the "&" before each of the values that it hands over.
        """
        word = list(takewhile(lambda each: each.text not in signs, rest[is_before:]))
        width = sum(each.width for each in rest[:is_before] + word)
        fits_next = width <= self._next_measure
        if is_before and not fits_next:  # then at least its first letter stands beside the sign
            width = sum(each.width for each in rest[:is_before] + word[:1])
            fits_next = True
        if fits_next and self._width + width > self._measure:
            self._end_line()


def _split_at_glue(segment: list[Part]) -> list[list[Part]]:
    """Return a segment in groups, each of which ends with a no-break space but the last.

    **Why.** Thirty numbers of sources, held together by such spaces, are wider than any line: to
    end it between two of them is better than within one.
    """
    if not any(_NO_BREAK_SPACE in part.stretch.text for part in segment):
        return [segment]
    groups: list[list[Part]] = [[]]
    for span, stretch, level in segment:
        for letter in split_stretch(stretch):
            groups[-1].append(Part(span, letter, level))
            if letter.text == _NO_BREAK_SPACE:
                groups.append([])
    return [group for group in groups if group]


def _group_by_span(parts: list[Part]) -> Iterator[tuple[Span, list[Part]]]:
    start = 0
    for index in range(1, len(parts) + 1):
        if index == len(parts) or parts[index].span is not parts[start].span:
            yield parts[start].span, parts[start:index]
            start = index


def _merge(span: Span, stretches: list[Stretch], scale: float) -> Piece:
    return Piece(
        span,
        "".join([stretch.text for stretch in stretches]),
        tuple([stretch.clusters for stretch in stretches]),
        sum([stretch.width for stretch in stretches]) * scale,
        stretches[0].scale,
    )
