"""Texts and fonts go in; the least line height at which no two lines touch comes out.

On a page that is the height of the ink itself. **Why** not the line height that a face states
(``hhea``): it says how airy its designer would have it, not what collides. Noto Sans states 1.36 of
the size, its headings are well set at 1.18; Noto Sans Arabic states 2.11, and reads well at 1.6;
Noto Nastaliq Urdu has ink 2.46 high. On a slide PowerPoint itself sets lines by what a face states.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from careerkit.typography.bidi import may_turn
from careerkit.typography.font_face import FontFace
from careerkit.typography.font_stack import FontStack
from careerkit.typography.shape import Cluster, shape_word

# Higher than any line of letters without marks above marks.
_TALL = 1.3


@dataclass(frozen=True, slots=True)
class InkHeight:
    """How far ink stands above and below the baseline, as multiples of the type size."""

    above: float = 0.0
    below: float = 0.0

    @property
    def whole(self) -> float:
        """The least distance of two baselines at which no ink of two lines can touch."""
        return self.above + self.below


NO_INK = InkHeight()


def measure_ink(texts: Iterable[tuple[str, str]], fonts: FontStack) -> InkHeight:
    """Return the ink of texts, each given with its language, in regular and bold faces.

    What is bold is known where it is set. Words of low letters are not all shaped in bold for it,
    but their letters one by one: only in tall scripts does a letter's height hang on its word.
    """
    words = {(word, tag): None for text, tag in dict.fromkeys(texts) for word in text.split()}
    clusters = _shape(words, fonts, bold=False)
    ink = _ink_of(clusters)
    if ink.whole < _TALL:
        words = dict.fromkeys((cluster.text, "") for cluster in clusters)
    bold = _ink_of(_shape(words, fonts, bold=True))
    return InkHeight(max(ink.above, bold.above), max(ink.below, bold.below))


def _shape(
    words: Iterable[tuple[str, str]], fonts: FontStack, *, bold: bool
) -> dict[Cluster, None]:
    clusters: dict[Cluster, None] = {}
    for word, language in words:
        turned = may_turn(word)
        shaped = shape_word(word, fonts, bold=bold, language=language, right_to_left=turned)
        clusters.update(dict.fromkeys(shaped.clusters))
    return clusters


def _ink_of(clusters: Iterable[Cluster]) -> InkHeight:
    above = below = 0.0
    for cluster in clusters:
        for glyph in cluster.glyphs:
            top, bottom = _extents_of(cluster.face, glyph.number)
            above = max(above, (glyph.y + top) / cluster.face.units_per_em)
            below = max(below, -(glyph.y + bottom) / cluster.face.units_per_em)
    return InkHeight(above, below)


def stated_line_height(faces: Iterable[FontFace]) -> float:
    """Return the line height that faces state themselves, the tallest of them; 0 for none."""
    heights = [0.0]
    for face in faces:
        extents = face.harfbuzz_font.get_font_extents("ltr")
        height = extents.ascender - extents.descender + extents.line_gap
        heights.append(height / face.units_per_em)
    return max(heights)


def _extents_of(face: FontFace, glyph: int) -> tuple[int, int]:
    """Return a glyph's highest and lowest point in font units; none for one without ink."""
    extents = face.harfbuzz_font.get_glyph_extents(glyph)
    if extents is None or not extents.height:
        return 0, 0
    return int(extents.y_bearing), int(extents.y_bearing + extents.height)
