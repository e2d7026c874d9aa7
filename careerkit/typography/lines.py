"""A paragraph and a measure go in; lines of shaped text come out, for page and slide alike.

Lines are filled greedily, as left-aligned text wants. A line ends where UAX #14 allows it
(``breaks.py``); only a word wider than the measure is parted inside, and then between two
grapheme clusters (UAX #29) that are also two clusters of the shaper. No hyphen is added: the
word's characters stay as they were written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from careerkit.layout.blocks import Inline, Span
from careerkit.typography.breaks import grapheme_offsets, line_break_offsets
from careerkit.typography.fonts import FontFace, FontStack
from careerkit.typography.shape import Cluster, shape_word, space_cluster

# White space at which a word ends: all of Unicode's but the no-break kinds.
_SPACES = " \t\n\r\f\v\u2000-\u2006\u2008-\u200b\u2028\u2029\u205f\u3000"
_TOKEN = re.compile(f"[{_SPACES}]+|[^{_SPACES}]+")
_NO_BREAK_SPACE = re.compile("([\u00a0\u202f]+)")
# Sums of floating point widths may differ from the measure by this without being wider.
_TOLERANCE_PT = 0.01


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set: stack, size and leading in points, weight."""

    fonts: FontStack
    size_pt: float
    leading_pt: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a line that comes from one span. ``width_pt`` is its advance."""

    span: Span
    text: str
    clusters: tuple[Cluster, ...]
    width_pt: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line. ``width_pt`` leaves out the space at its end, which the last piece still holds."""

    pieces: tuple[Piece, ...]
    width_pt: float

    @property
    def text(self) -> str:
        """The line's characters, the space at its end among them."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class _Token:
    """A word or a space of one span, shaped. ``width`` is in thousandths of the type size."""

    span: Span
    text: str
    clusters: tuple[Cluster, ...]
    width: float
    is_space: bool


def text_width_pt(text: str, style: TextStyle, language: str = "en") -> float:
    """Return the advance of a text set on one line, in points."""
    tokens = _tokens(Span(text, language), text, style)
    return sum(token.width for token in tokens) * style.size_pt / 1000


def break_text(
    inline: Inline, style: TextStyle, width_pt: float, *, hanging_pt: float = 0.0
) -> tuple[Line, ...]:
    """Break a paragraph into lines at most ``width_pt`` wide; an empty one gives no line.

    All lines but the first are narrower by ``hanging_pt``. A single cluster wider than the measure
    stands alone on its line.
    """
    text = "".join(span.text for span in inline)
    if not text:
        return ()
    to_thousandths = 1000 / style.size_pt
    lines = _LineFiller(
        style,
        (width_pt + _TOLERANCE_PT) * to_thousandths,
        (width_pt - hanging_pt + _TOLERANCE_PT) * to_thousandths,
    )
    for segment in _segments(inline, text, style):
        lines.add(segment)
    return lines.finish()


class _LineFiller:
    """The lines made so far and the one being filled."""

    def __init__(self, style: TextStyle, first_measure: float, measure: float) -> None:
        self._style = style
        self._measure = first_measure
        self._next_measure = measure
        self._lines: list[Line] = []
        self._tokens: list[_Token] = []
        self._width = 0.0  # with the space at the end
        self._inked = 0.0  # without it

    def add(self, segment: list[_Token]) -> None:
        """Put a segment on the line, on a new one, or over as many as it needs."""
        width = sum(token.width for token in segment)
        space = 0.0
        for token in reversed(segment):
            if not token.is_space:
                break
            space += token.width
        if self._tokens and self._width + width - space > self._measure:
            self._end_line()
        if width - space > self._measure:
            segment = self._part(segment)
            width = sum(token.width for token in segment)
            space = min(space, width)
        self._tokens += segment
        self._inked = self._width + width - space
        self._width += width

    def finish(self) -> tuple[Line, ...]:
        """End the last line and give them all."""
        if self._tokens:
            self._end_line()
        return tuple(self._lines)

    def _end_line(self) -> None:
        scale = self._style.size_pt / 1000
        pieces: list[Piece] = []
        group: list[_Token] = []
        for token in self._tokens:
            if group and token.span is not group[0].span:
                pieces.append(_merge(group, scale))
                group = []
            group.append(token)
        pieces.append(_merge(group, scale))
        self._lines.append(Line(tuple(pieces), self._inked * scale))
        self._measure = self._next_measure
        self._tokens = []
        self._width = self._inked = 0.0

    def _part(self, segment: list[_Token]) -> list[_Token]:
        """Fill lines with a segment wider than the measure; return what is left for the next."""
        for token in segment:
            if token.is_space or self._width + token.width <= self._measure:
                self._tokens.append(token)
                self._width += token.width
                self._inked = self._inked if token.is_space else self._width
                continue
            for part in _letters(token):
                if self._tokens and self._width + part.width > self._measure:
                    self._end_line()
                self._tokens.append(part)
                self._width += part.width
                self._inked = self._width
        rest, self._tokens = self._tokens, []
        self._width = self._inked = 0.0
        return rest


def _merge(group: list[_Token], scale: float) -> Piece:
    return Piece(
        group[0].span,
        "".join(token.text for token in group),
        tuple(cluster for token in group for cluster in token.clusters),
        sum(token.width for token in group) * scale,
    )


def _letters(token: _Token) -> Iterator[_Token]:
    """Part a word between grapheme clusters, never inside a cluster of the shaper."""
    graphemes = set(grapheme_offsets(token.text, token.span.language))
    start = offset = 0
    clusters: list[Cluster] = []
    for cluster in token.clusters:
        clusters.append(cluster)
        offset += len(cluster.text)
        # ICU ends a grapheme after the joiner of a Sinhala conjunct, which a reader does not.
        if offset in graphemes and not cluster.text.endswith("\u200d"):
            width = sum(each.advance * 1000 / each.face.units_per_em for each in clusters)
            yield _Token(
                token.span, token.text[start:offset], tuple(clusters), width, is_space=False
            )
            start, clusters = offset, []
    if clusters:
        width = sum(each.advance * 1000 / each.face.units_per_em for each in clusters)
        yield _Token(token.span, token.text[start:], tuple(clusters), width, is_space=False)


def _segments(inline: Inline, text: str, style: TextStyle) -> Iterator[list[_Token]]:
    """Give the tokens between one place where a line may end and the next."""
    offsets = line_break_offsets(text, inline[0].language)
    spans = iter(inline)
    span = next(spans)
    span_end = len(span.text)
    start = 0
    for end in offsets:
        tokens: list[_Token] = []
        while start < end:
            while span_end <= start:
                span = next(spans)
                span_end += len(span.text)
            stop = min(end, span_end)
            tokens += _tokens(span, text[start:stop], style)
            start = stop
        yield tokens


def _tokens(span: Span, text: str, style: TextStyle) -> list[_Token]:
    """Shape the words and spaces of a stretch of text that lies in one span."""
    bold = style.bold or span.strong or span.emphasis
    tokens: list[_Token] = []
    face = style.fonts.first.face(bold=bold)
    for word in _TOKEN.findall(text):
        if word.isspace() or word == "\u200b":
            tokens.append(_space_token(span, word, face))
            continue
        for part in _NO_BREAK_SPACE.split(word) if "\u00a0" in word or "\u202f" in word else [word]:
            if not part:
                continue
            if part.isspace():
                tokens.append(_space_token(span, part, face, breaks=False))
                continue
            shaped = shape_word(part, style.fonts, bold=bold, language=span.language)
            face = shaped.clusters[-1].face if shaped.clusters else face
            tokens.append(_Token(span, part, shaped.clusters, shaped.width, is_space=False))
    return tokens


def _space_token(span: Span, text: str, face: FontFace, *, breaks: bool = True) -> _Token:
    clusters = tuple(space_cluster(face, character) for character in text)
    width = sum(cluster.advance for cluster in clusters) * 1000 / face.units_per_em
    return _Token(span, text, clusters, width, is_space=breaks)
