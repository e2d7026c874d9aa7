"""A paragraph goes in; what stands between two places where a line may end comes out, shaped.

A stretch is in one language, one weight and one direction. It is shaped once for each stack and
remembered: what a text repeats is the same object each time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, cast

from careerkit.document.spans import Inline, Span
from careerkit.typography.breaks import grapheme_offsets, line_break_offsets
from careerkit.typography.font_stack import FontStack
from careerkit.typography.shape import Cluster, shape_word, space_cluster

_NO_BREAK_SPACES = "\u00a0\u202f"
# White space at which a word ends: all of Unicode's but the no-break kinds, which stand apart.
_SPACES = " \t\n\r\f\v\u2000-\u2006\u2008-\u200b\u2028\u2029\u205f\u3000"
_TOKEN = re.compile(f"[{_SPACES}]+|[{_NO_BREAK_SPACES}]+|[^{_SPACES}{_NO_BREAK_SPACES}]+")
_STRETCHES_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """A stretch of text between two places where a line may end, shaped; the same for every use.

    Widths are in thousandths of the type size; ``space`` is that of the white space at the end.
    ``scale`` is what its clusters are set in, as a part of the type size; the widths count it in.
    """

    text: str
    clusters: tuple[Cluster, ...]
    width: float
    space: float
    scale: float = 1.0

    def scaled(self, scale: float) -> Stretch:
        """Return the same in a smaller size."""
        return Stretch(self.text, self.clusters, self.width * scale, self.space * scale, scale)


class Part(NamedTuple):
    """A stretch, the span it comes from, and its level (see ``bidi``)."""

    span: Span
    stretch: Stretch
    level: int = 0


def split_stretch(stretch: Stretch) -> Iterator[Stretch]:
    """Part a stretch between grapheme clusters, never inside a cluster of the shaper."""
    graphemes = set(grapheme_offsets(stretch.text))
    start = offset = 0
    clusters: list[Cluster] = []
    turned = bool(stretch.clusters) and stretch.clusters[0].right_to_left
    for cluster in reversed(stretch.clusters) if turned else stretch.clusters:
        clusters.append(cluster)
        offset += len(cluster.text)
        # UAX #29 ends a grapheme after the joiner of a Sinhala conjunct, which a reader does not.
        is_end = offset in graphemes and not cluster.text.endswith("\u200d")
        if is_end or offset == len(stretch.text):
            text = stretch.text[start:offset]
            width = _width_of(clusters) * stretch.scale
            if turned:
                clusters.reverse()
            space = width if text.isspace() else 0.0
            yield Stretch(text, tuple(clusters), width, space, stretch.scale)
            start, clusters = offset, []


def _width_of(clusters: Iterable[Cluster]) -> float:
    return sum(each.advance * 1000 / each.face.units_per_em for each in clusters)


def split_segments(
    inline: Inline,
    text: str,
    fonts: FontStack,
    levels: list[int] | None,
    *,
    bold: bool,
    reference_scale: float = 1.0,
) -> Iterator[list[Part]]:
    """Yield what stands between one place where a line may end and the next.

    The number of a source is not bold, and ``reference_scale`` of the size of the rest. A part has
    one span and, in a text of mixed direction, one level and no space beside words.
    """
    offsets = line_break_offsets(text, inline[0].language)
    spans = iter(inline)
    span = next(spans)
    span_end = len(span.text)
    start = 0
    for end in offsets:
        parts: list[Part] = []
        while start < end:
            while span_end <= start:
                span = next(spans)
                span_end += len(span.text)
            stop = min(end, span_end)
            level = 0
            if levels is not None:
                stop, level = _end_of_level(text, levels, start, stop)
            is_bold = (bold or span.strong or span.emphasis) and not span.reference
            stretch = shape_stretch(
                text[start:stop],
                fonts,
                bold=is_bold,
                language=span.language,
                right_to_left=level % 2 == 1,
            )
            if span.reference and reference_scale < 1:
                stretch = stretch.scaled(reference_scale)
            parts.append(Part(span, stretch, level))
            start = stop
        yield parts


def _end_of_level(text: str, levels: list[int], start: int, stop: int) -> tuple[int, int]:
    """Return where the stretch of one level, all words or all space, ends; and the level."""
    level = levels[start]
    is_space = text[start].isspace()
    end = start + 1
    while end < stop and levels[end] == level and text[end].isspace() == is_space:
        end += 1
    return end, level


def shape_stretch(
    text: str, fonts: FontStack, *, bold: bool, language: str, right_to_left: bool = False
) -> Stretch:
    """Shape the words and spaces of a text of one language, one weight and one direction."""
    key = (text, bold, language, right_to_left)
    remembered = fonts.shaped_stretches.get(key)
    if remembered is not None:
        return cast("Stretch", remembered)
    clusters: list[Cluster] = []
    space = 0.0
    face = fonts.first.face(bold=bold)
    for word in _TOKEN.findall(text):
        if word.isspace() or word == "\u200b":
            width = fonts.space_width(bold=bold)
            spaces = [
                space_cluster(face, character, width, right_to_left=right_to_left)
                for character in word
            ]
            # A no-break space belongs to the words at its sides, at a line's end too.
            space = 0.0 if word[0] in _NO_BREAK_SPACES else space + _width_of(spaces)
            clusters += spaces
            continue
        shaped = shape_word(word, fonts, bold=bold, language=language, right_to_left=right_to_left)
        face = shaped.clusters[-1].face
        clusters += shaped.clusters
        space = 0.0
    stretch = Stretch(text, tuple(clusters), _width_of(clusters), space)
    if len(fonts.shaped_stretches) >= _STRETCHES_REMEMBERED:
        fonts.shaped_stretches.clear()
    fonts.shaped_stretches[key] = stretch
    return stretch
