"""Words of clusters go in; the operators that show them on a page come out.

A line is written as ``TJ`` arrays (ISO 32000-1, 9.4.3), one for each font in turn: codes in
hexadecimal, and between them numbers that move the pen for kerning. A word's codes are worked out
once for a document; a line then joins what its words have become. What stands in a right-to-left
line may need marks around it (``turned_text``), by what stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

from careerkit.pdf.embedded_font import EmbeddedFont
from careerkit.pdf.turned_text import mark_up
from careerkit.typography import Cluster, FontFace

# Thousandths of the type size: a smaller correction is put off until it adds up to this.
_LEAST_ADJUSTMENT = 0.5


class _Chunk(NamedTuple):
    """A word's codes in one font, as they stand between < and >, and the adjustment after them.

    ``marks`` begin marked content around them.
    """

    font: EmbeddedFont
    codes: str
    adjustment: float
    marks: tuple[str, ...] = ()


class TextShower:
    """Writes text operators for one document, and keeps its fonts."""

    def __init__(self, document: Any) -> None:
        """Start with a ReportLab document that has no fonts yet."""
        self._document = document
        self._fonts: dict[FontFace, EmbeddedFont] = {}
        # A word is a tuple that the typography room keeps and gives again for each occurrence. It
        # is held here as well, so that no other can come by its identity.
        self._words: dict[int, tuple[tuple[Cluster, ...], tuple[_Chunk, ...]]] = {}

    def show(
        self,
        words: Sequence[tuple[Cluster, ...]],
        size_pt: str,
        *,
        turned: bool = False,
        before: Cluster | None = None,
    ) -> Iterator[str]:
        """Give the operators for words that follow each other from where the pen stands.

        ``turned`` says that the page is read from right to left; ``before`` is the cluster that
        stands at the left of the words on their line.
        """
        if turned:
            chunks = self._turned_chunks(chain.from_iterable(words), before)
        else:
            chunks = chain.from_iterable(map(self._chunks, words))
        font: EmbeddedFont | None = None
        marks: tuple[str, ...] = ()
        body: list[str] = []
        pending = 0.0
        for chunk in chunks:
            if chunk.font is not font or chunk.marks or marks:
                if font is not None:
                    yield _operator(font, size_pt, body, pending, marks)
                font, marks, body, pending = chunk.font, chunk.marks, [], 0.0
            elif abs(pending) >= _LEAST_ADJUSTMENT:
                body.append(f">{_adjustment(pending)}<")
                pending = 0.0
            body.append(chunk.codes)
            pending += chunk.adjustment
        if font is not None:
            yield _operator(font, size_pt, body, pending, marks)

    def _turned_chunks(
        self, clusters: Iterable[Cluster], before: Cluster | None
    ) -> Iterator[_Chunk]:
        """Give each cluster as a chunk: what it needs hangs on its neighbour, not on its word."""
        for cluster in clusters:
            font = self._font(cluster.face)
            yield _Chunk(font, *font.encode(cluster), mark_up(cluster, before))
            before = cluster

    def _chunks(self, word: tuple[Cluster, ...]) -> tuple[_Chunk, ...]:
        known = self._words.get(id(word))
        if known is None:
            known = self._words[id(word)] = (word, tuple(self._encode(word)))
        return known[1]

    def _encode(self, word: tuple[Cluster, ...]) -> Iterator[_Chunk]:
        font: EmbeddedFont | None = None
        codes = ""
        pending = 0.0
        for cluster in word:
            if font is None or cluster.face is not font.face:
                if font is not None:
                    yield _Chunk(font, codes, pending)
                font, codes, pending = self._font(cluster.face), "", 0.0
            elif pending >= _LEAST_ADJUSTMENT or pending <= -_LEAST_ADJUSTMENT:
                codes += f">{_adjustment(pending)}<"
                pending = 0.0
            code, adjustment = font.encode(cluster)
            codes += code
            pending += adjustment
        if font is not None:
            yield _Chunk(font, codes, pending)

    def _font(self, face: FontFace) -> EmbeddedFont:
        font = self._fonts.get(face)
        if font is None:
            font = EmbeddedFont(face, self._document, f"F{len(self._fonts) + 1}")
            self._fonts[face] = font
        return font


def _operator(
    font: EmbeddedFont, size_pt: str, body: list[str], pending: float, marks: tuple[str, ...]
) -> str:
    # Adjustments that meet are one number: pdf.js 4 loses glyphs between two in a row.
    last = _adjustment(pending) if abs(pending) >= _LEAST_ADJUSTMENT else ""
    shown = f"/{font.resource_name} {size_pt} Tf [<{''.join(body)}>{last}]TJ"
    return " ".join([*marks, shown, *["EMC"] * len(marks)]) if marks else shown


def _adjustment(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
