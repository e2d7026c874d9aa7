"""Blocks of running text go in; paragraphs with a level, a bullet and a number come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from careerkit.deck.frames import Bullet
from careerkit.layout import blocks as b

# The levels of a layout's running text: see `levels` in frames.py.
ITEM, BELOW, PLAIN, SMALL, SOURCE_LINE = range(5)


@dataclass(frozen=True, slots=True)
class SlideParagraph:
    """A paragraph in a frame.

    ``bullet`` None is the level's own, "" none. ``number`` is that of a numbered item. ``follows``
    marks what goes on from a paragraph on the slide before: it has the indent and no bullet.
    ``keep`` holds a heading to what comes after it; ``heading`` sets all of it in bold.
    """

    text: b.Inline
    level: int = ITEM
    bullet: Bullet | None = None
    number: int = 0
    keep: bool = False
    heading: bool = False
    follows: bool = False

    @property
    def is_item(self) -> bool:
        """Say whether the paragraph counts as an item of a list, not by its lines."""
        return self.level in (ITEM, BELOW) and self.bullet != ""


def cut(inline: b.Inline, start: int, end: int) -> b.Inline:
    """Return the part of a line between two offsets, without the spaces at its ends."""
    parts: list[b.Span] = []
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


def join(parts: Iterable[b.Inline], between: str) -> b.Inline:
    """Put lines together, with a mark of punctuation between them in the language before it."""
    joined: list[b.Span] = []
    for part in parts:
        if joined and part:
            joined.append(replace(joined[-1], text=between, link="", strong=False))
        joined += part
    return tuple(joined)


def step_notes(step: b.Step) -> Iterator[SlideParagraph]:
    """Write what the speaker says of a step whose short part the slide shows."""
    if step.detail:
        yield SlideParagraph(step.short, ITEM, "", heading=True)
        yield SlideParagraph(step.detail, ITEM, "")


def flatten(blocks: Iterable[b.Block], level: int = PLAIN) -> Iterator[SlideParagraph]:
    """Write blocks as paragraphs, in order and with nothing left out.

    What a slide draws otherwise (a chart, a picture, a code) gives its words here; those blocks
    come this way only where they stand inside others.
    """
    for block in blocks:
        yield from _flatten(block, level)


def _flatten(block: b.Block, level: int) -> Iterator[SlideParagraph]:
    match block:
        case b.Heading():
            yield SlideParagraph(block.text, PLAIN, "", keep=True, heading=True)
        case b.Paragraph():
            small = {"caption": SMALL, "source": SOURCE_LINE}
            yield SlideParagraph(block.text, small.get(block.role, level), "")
        case b.BulletList(style="tags"):
            yield from _tags(block, level)
        case b.BulletList():
            yield from _items(block, ITEM if level == PLAIN else BELOW)
        case b.Steps():
            for number, step in enumerate(block.items, start=1):
                yield SlideParagraph(step.short, ITEM, "numbers", number)
                if step.detail:
                    yield SlideParagraph(step.detail, BELOW, "")
        case b.Definitions():
            for item in block.items:
                yield SlideParagraph(item.term, PLAIN, "", keep=True, heading=True)
                yield SlideParagraph(item.meaning, PLAIN, "")
        case b.Callout() | b.Stage():
            yield from _headed(block, level)
        case b.WritingLines():
            if block.prompt:
                yield SlideParagraph(block.prompt, ITEM, "bullets")
        case b.StampBox():
            yield SlideParagraph(block.title, PLAIN, "", keep=True, heading=True)
            for line in block.lines:
                yield SlideParagraph(line, ITEM, "bullets")
        case _:
            yield from _flatten_drawn(block, level)


def _flatten_drawn(block: b.Block, level: int) -> Iterator[SlideParagraph]:
    match block:
        case b.FactGrid():
            for fact in block.items:
                yield SlideParagraph(fact.figure, PLAIN, "", keep=True, heading=True)
                yield SlideParagraph(fact.label, PLAIN, "")
                if fact.note:
                    yield SlideParagraph(fact.note, SMALL, "")
        case b.RangeChart():
            yield from _chart_words(block)
        case b.Roadmap():
            for stage in block.stages:
                yield from _headed(stage, level)
        case b.Figure():
            for words in (block.alt, block.caption):
                if words:
                    yield SlideParagraph(words, SMALL, "")
        case b.QRCode():
            yield from flatten(block.blocks, level)
            if block.alt:
                yield SlideParagraph(_linked(block.alt, block.url), SMALL, "")
        case b.Table():
            for row in (block.head, *block.rows):
                if any(row):
                    yield SlideParagraph(join(row, " · "), ITEM, "bullets")
        case b.Cover():
            for words in (block.eyebrow, block.title, block.tagline, block.foot):
                if words:
                    yield SlideParagraph(words, PLAIN, "", heading=words is block.title)
        case b.Notes():
            yield from flatten(block.blocks, level)


def _chart_words(chart: b.RangeChart) -> Iterator[SlideParagraph]:
    if chart.title or chart.unit:
        heading = join([part for part in (chart.title, chart.unit) if part], " · ")
        yield SlideParagraph(heading, PLAIN, "", keep=True, heading=True)
    for row in chart.rows:
        yield SlideParagraph(join([row.label, row.summary], ": "), ITEM, "bullets")
        if row.note:
            yield SlideParagraph(row.note, SMALL, "")


def _headed(block: b.Callout | b.Stage, level: int) -> Iterator[SlideParagraph]:
    title = block.title
    if isinstance(block, b.Stage) and block.ages:
        title = join([title, block.ages], " · ")
    if title:
        yield SlideParagraph(title, PLAIN, "", keep=True, heading=True)
    yield from flatten(block.blocks, level)


def _items(block: b.BulletList, level: int) -> Iterator[SlideParagraph]:
    style: Bullet = "bullets" if block.style == "tags" else block.style
    for number, item in enumerate(block.items, start=1):
        if item.text:
            yield SlideParagraph(item.text, level, style, number if style == "numbers" else 0)
        yield from flatten(item.blocks, BELOW)


def _tags(block: b.BulletList, level: int) -> Iterator[SlideParagraph]:
    yield SlideParagraph(join([item.text for item in block.items], " · "), level, "")
    for item in block.items:
        yield from flatten(item.blocks, BELOW)


def _linked(words: b.Inline, url: str) -> b.Inline:
    return tuple(span if span.link else replace(span, link=url) for span in words)


def is_text(block: b.Block) -> bool:
    """Say whether a block is running text, not a drawing and not set apart."""
    return isinstance(
        block, b.Heading | b.Paragraph | b.BulletList | b.Definitions | b.WritingLines | b.StampBox
    )
