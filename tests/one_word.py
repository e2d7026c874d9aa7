"""A word goes in; the smallest PDF that shows it comes out, with what stands in it at each step.

Start here to learn how text reaches a page. ``clusters`` is what shaping makes of a word: letters
and the glyphs that show them, in the order they stand on the line (``careerkit/typography/shape``).
``codes`` is what is written for them and the text each code stands for, which is all that a reader
has to search, copy and speak from (``careerkit/pdf/embedded_font``).
"""

from __future__ import annotations

import io
from dataclasses import dataclass

from careerkit.document.spans import Span
from careerkit.document.theme import Theme
from careerkit.pages.marks import TextMark
from careerkit.pages.page import Box
from careerkit.typography import FontLibrary, TextStyle, break_text
from tests.booklet import write_lines


@dataclass(frozen=True)
class Word:
    """A word, its family, and what is expected of it.

    ``clusters`` pairs letters with the number of their glyphs; ``codes`` are the texts of the codes
    that show them, in the same order.
    """

    text: str
    language: str
    family: str
    clusters: tuple[tuple[str, int], ...]
    codes: tuple[str, ...]
    right_to_left: bool = False


SHIPPED = {
    # Three letters in one glyph, and still three letters in its code.
    "latin": Word(
        "office",
        "en",
        "Noto Sans",
        clusters=(("o", 1), ("ffi", 1), ("c", 1), ("e", 1)),
        codes=("o", "ffi", "c", "e"),
    ),
    # A conjunct held by a joiner (U+200D), with its vowel sign: one cluster. It has a mark in it,
    # so its outline is the first letter's code and a blank code stands for the rest.
    "sinhala": Word(
        "ශ්\u200dරී",
        "si",
        "Noto Sans Sinhala",
        clusters=(("ශ්\u200dරී", 2),),
        codes=("ශ", "්\u200dරී"),
    ),
    # A vowel sign drawn on both sides of its letter, and written after it.
    "tamil": Word(
        "கொ",
        "ta",
        "Noto Sans Tamil",
        clusters=(("கொ", 3),),
        codes=("க", "ொ"),
    ),
}
"""Words whose fonts ship."""

ADDED = {
    # A vowel sign drawn before its letter, and written after it.
    "devanagari": Word(
        "कि",
        "hi",
        "Noto Sans Devanagari",
        clusters=(("कि", 2),),
        codes=("क", "ि"),
    ),
    # Two marks, one above the other.
    "thai": Word(
        "น้ำ",
        "th",
        "Noto Sans Thai",
        clusters=(("น้ำ", 4),),
        codes=("น", "้ำ"),
    ),
    # Letters that join, drawn from the right: the last of them stands first on the line.
    "arabic": Word(
        "سلام",
        "ar",
        "Noto Sans Arabic",
        clusters=(("م", 1), ("ا", 1), ("ل", 1), ("س", 1)),
        codes=("م", "ا", "ل", "س"),
        right_to_left=True,
    ),
    # Marks come after their letter; in text drawn from the right, readers expect them before it.
    "hebrew": Word(
        "שָׁלוֹם",
        "he",
        "Noto Sans Hebrew",
        clusters=(("ם", 1), ("וֹ", 2), ("ל", 1), ("שָׁ", 3)),
        codes=("ם", "ֹו", "ל", "ָׁש"),
        right_to_left=True,
    ),
}
"""Words whose fonts a school would add."""


@dataclass(frozen=True)
class Page:
    """A PDF with one word on it, and the clusters that were drawn."""

    pdf: bytes
    clusters: tuple[tuple[str, int], ...]


def set_one_word(word: Word, library: FontLibrary, theme: Theme) -> Page:
    """Set a word as one paragraph on a page of its own."""
    style = TextStyle(
        library.stack([word.family]), size_pt=40, leading_pt=50, right_to_left=word.right_to_left
    )
    (line,) = break_text((Span(word.text, word.language),), style, width_pt=260)
    target = io.BytesIO()
    mark = TextMark(20, 60, line, 40, "ink")
    write_lines([mark], target, theme, page=Box(0, 0, 300, 100), language=word.language)
    clusters = (cluster for piece in line.pieces for cluster in piece.clusters)
    return Page(
        target.getvalue(), tuple((cluster.text, len(cluster.glyphs)) for cluster in clusters)
    )
