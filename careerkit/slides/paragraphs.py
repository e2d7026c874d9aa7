"""What a placeholder holds: paragraphs with a level and a bullet; how lines are cut and joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, assert_never

from careerkit.document import blocks as b
from careerkit.document.spans import Inline, Span
from careerkit.slides.slide_layout import Bullet

# The levels of a layout's running text, as `levels` in slide_measures.py draws them.
ITEM, BELOW, PLAIN, SMALL, SOURCE_LINE, HEAD = range(6)
# Between what stands in a row: a line may end with the dot, and none begins with it.
BETWEEN_TAGS = "\N{NO-BREAK SPACE}· "


@dataclass(frozen=True, slots=True)
class SlideParagraph:
    """A paragraph in a placeholder.

    ``bullet`` None is the level's own, "" none. ``number`` is that of a numbered item. ``follows``
    marks what goes on from a paragraph on the slide before: it has the indent and no bullet.
    ``keep`` holds a heading to what comes after it; ``strong`` sets all of it in bold.
    """

    text: Inline
    level: int = ITEM
    bullet: Bullet | None = None
    number: int = 0
    keep: bool = False
    strong: bool = False
    follows: bool = False

    @property
    def is_item(self) -> bool:
        """Say whether the paragraph counts as an item of a list, not by its lines."""
        return self.level in (ITEM, BELOW) and self.bullet != ""


Paragraphs: TypeAlias = tuple[SlideParagraph, ...]


def cut(inline: Inline, start: int, end: int) -> Inline:
    """Return the part of a line between two offsets, without the spaces at its ends."""
    parts: list[Span] = []
    offset = 0
    for span in inline:
        first, last = max(start - offset, 0), min(end - offset, len(span.text))
        offset += len(span.text)
        if first < last:
            parts.append(replace(span, text=span.text[first:last]))
    if parts:
        parts[0] = replace(parts[0], text=parts[0].text.lstrip(" "))
        parts[-1] = replace(parts[-1], text=parts[-1].text.rstrip(" "))
    return tuple(part for part in parts if part.text)


def heading(text: Inline) -> SlideParagraph:
    """Make a heading inside a slide's text."""
    return SlideParagraph(text, HEAD, "", keep=True, strong=True)


def part_at_headings(paragraphs: Sequence[SlideParagraph]) -> list[tuple[SlideParagraph, ...]]:
    """Part a text before each of its headings."""
    parts: list[list[SlideParagraph]] = []
    for paragraph in paragraphs:
        if not parts or paragraph.level == HEAD:
            parts.append([])
        parts[-1].append(paragraph)
    return [tuple(part) for part in parts]


def join(parts: Iterable[Inline], between: str) -> Inline:
    """Put lines together, with a mark of punctuation between them in the language before it."""
    joined: list[Span] = []
    for part in parts:
        if joined and part:
            joined.append(replace(joined[-1], text=between, link="", strong=False))
        joined += part
    return tuple(joined)


def step_notes(step: b.Step) -> Iterator[SlideParagraph]:
    """Write what the speaker says of a step whose short part the slide shows."""
    if step.detail:
        yield SlideParagraph(step.short, ITEM, "", strong=True)
        yield SlideParagraph(step.detail, ITEM, "")


def is_text(block: b.Block) -> bool:
    """Say whether a block is running text, not a graphic and not set apart."""
    match block:
        case b.Heading() | b.Paragraph() | b.BulletList() | b.Definitions():
            return True
        case b.WritingLines() | b.StampBox():
            return True
        case b.Steps() | b.FactGrid() | b.RangeChart() | b.Callout() | b.Roadmap() | b.Picture():
            return False
        case b.QRCode() | b.Table() | b.Cover() | b.Contents() | b.Notes():
            return False
        case _:
            assert_never(block)
