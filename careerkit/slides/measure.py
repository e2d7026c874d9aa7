"""Text and a width go in; the lines it takes there come out, in the metrics of the deck's face.

Arial is measured with a face of the same widths; a margin of safety is kept for programs that
round them. What PowerPoint would set in a face that is not measured with its own metrics (Nirmala
UI for Sinhala and Tamil) keeps a wider one.
"""

from __future__ import annotations

from dataclasses import dataclass

from careerkit.document.spans import Inline, Span
from careerkit.document.theme import DeckSizes
from careerkit.slides.paragraphs import SlideParagraph
from careerkit.slides.slide_layout import TextLevel
from careerkit.typography import (
    FontLibrary,
    FontStack,
    LocaleStyle,
    TextStyle,
    break_text,
)
from careerkit.typography.breaks import line_break_offsets

_SAFETY = 0.97
_SAFETY_OTHER_FACE = 0.9
_ENDLESS_PT = 1e6
# The last letters of the scripts that Arial sets itself: Latin, Greek, Cyrillic and punctuation.
_LAST_OF_ARIAL = 0x052F


@dataclass(frozen=True, slots=True)
class Measured:
    """A paragraph with the offsets at which its lines end, and the height of one of them."""

    paragraph: SlideParagraph
    line_ends: tuple[int, ...]
    leading_pt: float
    before_pt: float


class Measurer:
    """Measures with the families of the theme and the language; remembers nothing."""

    def __init__(
        self,
        sizes: DeckSizes,
        style: LocaleStyle,
        library: FontLibrary,
        *,
        is_rtl: bool = False,
        is_embedded: bool = False,
    ) -> None:
        """Take the families; ``is_embedded`` says that the deck is drawn with these very files."""
        self._is_rtl, self._is_embedded = is_rtl, is_embedded
        families = dict.fromkeys((sizes.measured_with, *style.families))
        self._fonts: FontStack = library.stack(tuple(families))

    def line_ends(self, text: Inline, level: TextLevel, width_pt: float) -> tuple[int, ...]:
        """Return the offset at which each line of a text ends; one line for no text."""
        lines = break_text(text, self._style(level), self._safe(text, width_pt))
        ends: list[int] = []
        end = 0
        for line in lines:
            end += len(line.text)
            ends.append(end)
        return tuple(ends) or (0,)

    def paragraph(self, paragraph: SlideParagraph, level: TextLevel, width_pt: float) -> Measured:
        """Measure a paragraph at a level of a placeholder."""
        if paragraph.strong and not level.bold:
            level = _bold(level)
        indent = paragraph_indent(paragraph, level)
        ends = self.line_ends(paragraph.text, level, width_pt - indent)
        return Measured(paragraph, ends, leading(level), level.before_pt)

    def height(self, text: Inline, level: TextLevel, width_pt: float) -> float:
        """Return the height of a text in points."""
        return len(self.line_ends(text, level, width_pt)) * leading(level)

    def keeps_words_whole(self, text: Inline, level: TextLevel, width_pt: float) -> bool:
        """Say whether every line of a text ends where one may, with no word broken inside."""
        if not text:
            return True
        whole = "".join(span.text for span in text)
        allowed = line_break_offsets(whole, text[0].language)
        return set(self.line_ends(text, level, width_pt)) <= set(allowed)

    def width(self, text: str, level: TextLevel) -> float:
        """Return the width of a text on one line, with the margin of safety."""
        inline = (Span(text),)
        lines = break_text(inline, self._style(level), _ENDLESS_PT)
        return sum(line.width_pt for line in lines) / self._safe(inline, 1.0)

    def _style(self, level: TextLevel) -> TextStyle:
        return TextStyle(self._fonts, level.size_pt, leading(level), level.bold, self._is_rtl)

    def _safe(self, text: Inline, width_pt: float) -> float:
        ours = self._is_embedded or all(
            ord(character) <= _LAST_OF_ARIAL or 0x2000 <= ord(character) <= 0x2BFF
            for span in text
            if not span.text.isascii()
            for character in span.text
        )
        return width_pt * (_SAFETY if ours else _SAFETY_OTHER_FACE)


def leading(level: TextLevel) -> float:
    """Return the height of a line in points."""
    return level.size_pt * level.line_height


def paragraph_indent(paragraph: SlideParagraph, level: TextLevel) -> float:
    """Return how far a paragraph's text stands in from the placeholder's edge, in points."""
    if not paragraph.is_item and not paragraph.follows:
        return 0.0
    return level.indent_pt or level.size_pt


def _bold(level: TextLevel) -> TextLevel:
    return TextLevel(
        level.size_pt,
        level.before_pt,
        True,
        level.colour,
        level.bullet,
        level.indent_pt,
        level.line_height,
    )
