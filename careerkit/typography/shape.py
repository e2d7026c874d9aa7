"""A word and a font stack go in; clusters of placed glyphs come out (HarfBuzz).

Terms, as Unicode and HarfBuzz use them:

- A *run* is a stretch of text in one script and one face. Characters all scripts share (digits,
  punctuation) join the run before them; joiners and marks never leave their base (UAX #24).
- *Shaping* turns a run into glyphs: it reorders vowels, joins conjuncts, places marks.
- A *cluster* is the smallest group of characters and glyphs that belong together: ``ක්‍ෂ`` is five
  characters, one or two glyphs, one cluster. Text is never parted inside one.

Widths are in thousandths of the type size. Words are shaped once for each stack and remembered:
a booklet of twelve pages repeats two words in three.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import cast

import uharfbuzz as hb

from careerkit.typography.font_face import FontFace, face_of_letter, has_letter
from careerkit.typography.font_stack import FontStack
from careerkit.typography.letters import is_invisible, stays_with_base

# A school's words are few; a hostile text's need not be. Past this the memory starts afresh.
_WORDS_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph of a cluster and where it stands from the cluster's start, in font units."""

    number: int
    x: int
    y: int


@dataclass(frozen=True, slots=True, eq=False)
class Cluster:
    """Characters and the glyphs that show them, inseparable; ``advance`` is in font units.

    A face has one object for each of its clusters, so that they are told apart by identity: a
    writer looks up tens of thousands of them.
    """

    face: FontFace
    text: str
    glyphs: tuple[Glyph, ...]
    advance: int
    right_to_left: bool = False


@dataclass(frozen=True, slots=True)
class ShapedText:
    """Clusters in the order they stand on the line, left to right.

    ``width`` is in thousandths of the type size. ``right_to_left`` says which way they read.
    """

    clusters: tuple[Cluster, ...]
    width: float
    right_to_left: bool = False


def shape_word(
    text: str,
    stack: FontStack,
    *,
    bold: bool = False,
    language: str = "en",
    right_to_left: bool = False,
) -> ShapedText:
    """Shape one word, or any stretch of text without a change of direction in it.

    A character no face has is shaped with the stack's first face, where it gives ``.notdef``; the
    build has warned of it before anything is drawn.
    """
    key = (text, bold, language, right_to_left)
    remembered = stack.shaped_words.get(key)
    if remembered is not None:
        return cast("ShapedText", remembered)
    runs = _runs(text, stack.faces(bold=bold))
    if right_to_left:
        runs.reverse()
    clusters: list[Cluster] = []
    width = 0.0
    for face, start, end in runs:
        run_clusters = _shape_run(face, text[start:end], language, right_to_left)
        clusters += run_clusters
        width += sum(cluster.advance for cluster in run_clusters) * 1000 / face.units_per_em
    shaped = ShapedText(tuple(clusters), width, right_to_left)
    if len(stack.shaped_words) >= _WORDS_REMEMBERED:
        stack.shaped_words.clear()
    stack.shaped_words[key] = shaped
    return shaped


def _shape_run(face: FontFace, text: str, language: str, right_to_left: bool) -> list[Cluster]:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.language = language
    buffer.direction = "rtl" if right_to_left else "ltr"
    hb.shape(face.harfbuzz_font, buffer)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    starts = sorted({info.cluster for info in infos})
    end_of = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    clusters: list[Cluster] = []
    index = 0
    while index < len(infos):
        start = infos[index].cluster
        glyphs: list[Glyph] = []
        pen = 0
        while index < len(infos) and infos[index].cluster == start:
            position = positions[index]
            glyphs.append(Glyph(infos[index].codepoint, pen + position.x_offset, position.y_offset))
            pen += position.x_advance
            index += 1
        characters = text[start : end_of[start]]
        clusters.append(_intern(face, characters, tuple(glyphs), pen, right_to_left))
    return clusters


def _intern(
    face: FontFace,
    text: str,
    glyphs: tuple[Glyph, ...],
    advance: int,
    right_to_left: bool = False,
) -> Cluster:
    places = ((glyph.number, glyph.x, glyph.y) for glyph in glyphs)
    key = (text, right_to_left, advance, *places)
    cluster = face.clusters.get(key)
    if cluster is None:
        cluster = face.clusters[key] = Cluster(face, text, glyphs, advance, right_to_left)
    return cast("Cluster", cluster)


def space_cluster(
    face: FontFace, character: str, width: float, *, right_to_left: bool = False
) -> Cluster:
    """Return a space, so wide in thousandths of the type size, as a cluster of a face.

    It is of the face in use, as pdfium loses a lone space of another font, but of one width in the
    whole stack: that of Noto Sans Sinhala 2.006 is twice as wide as that of Noto Sans.
    """
    glyph = face.glyph_of(" ") or 0
    advance = 0 if character == "\u200b" else round(width * face.units_per_em / 1000)
    return _intern(face, character, (Glyph(glyph, 0, 0),), advance, right_to_left)


def _runs(text: str, faces: tuple[FontFace, ...]) -> list[tuple[FontFace, int, int]]:
    """Part a text into (face, start, end), by script and by what each face has."""
    if not text:
        return []
    if text.isascii() and all(ord(character) in faces[0].characters for character in text):
        return [(faces[0], 0, len(text))]
    runs: list[tuple[FontFace, int, int]] = []
    face: FontFace | None = None
    script = ""
    start = 0
    for index, character in enumerate(text):
        if face is not None and stays_with_base(character):
            continue
        own_script = script_of(character) or script
        letter = _letter_at(text, index)
        if face is not None and own_script == script and has_letter(face, letter):
            continue
        chosen = face_of_letter(letter, faces) or face or faces[0]
        if face is not None and (chosen is not face or (script and own_script != script)):
            runs.append((face, start, index))
            start = index
        face, script = chosen, own_script
    if face is not None:
        runs.append((face, start, len(text)))
    return runs


def _letter_at(text: str, index: int) -> str:
    """Return the character at an index with the marks on it, without what leaves no ink."""
    end = index + 1
    while end < len(text) and stays_with_base(text[end]):
        end += 1
    if end == index + 1:
        return text[index]
    return text[index] + "".join(each for each in text[index + 1 : end] if not is_invisible(each))


@lru_cache(maxsize=4096)
def script_of(character: str) -> str:
    """Return the ISO 15924 script of a character, "" for those that all scripts share."""
    buffer = hb.Buffer()
    buffer.add_str(character)
    buffer.guess_segment_properties()
    script = buffer.script or ""
    return "" if script in ("Zyyy", "Zinh", "Zzzz") else str(script)
