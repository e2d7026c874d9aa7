"""Blocks go in; running text comes out: paragraphs in order, with no word left out.

What a slide draws otherwise (a chart, a picture, a code) gives its words here; those blocks come
this way only where they stand inside others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from careerkit.document import blocks as b
from careerkit.document.spans import Inline
from careerkit.slides.paragraphs import (
    BELOW,
    BETWEEN_TAGS,
    ITEM,
    PLAIN,
    SMALL,
    SOURCE_LINE,
    SlideParagraph,
    heading,
    join,
)

_LEVEL_OF_ROLE = {"caption": SMALL, "source": SOURCE_LINE}


def flatten(blocks: Iterable[b.Block], level: int = PLAIN) -> Iterator[SlideParagraph]:
    """Write blocks as paragraphs; ``level`` is that of plain text, BELOW inside an item."""
    for block in blocks:
        yield from _flatten_block(block, level)


def write_rows(
    head: Sequence[Inline], rows: Iterable[Sequence[Inline]]
) -> Iterator[SlideParagraph]:
    """Write rows of a table as items, the head as the first of them."""
    for row in (head, *rows):
        if any(row):
            yield SlideParagraph(
                join([cell for cell in row if cell], BETWEEN_TAGS), ITEM, "bullets"
            )


def _flatten_block(block: b.Block, level: int) -> Iterator[SlideParagraph]:  # noqa: C901, PLR0912  # one case for each kind
    match block:
        case b.Heading():
            yield heading(block.text)
        case b.Paragraph():
            yield SlideParagraph(block.text, _LEVEL_OF_ROLE.get(block.role, level), "")
        case b.BulletList():
            yield from _flatten_list(block, level)
        case b.Steps():
            yield from _flatten_steps(block)
        case b.FactGrid():
            yield from _flatten_facts(block, level)
        case b.RangeChart():
            yield from _flatten_chart(block)
        case b.Callout():
            if block.title:
                yield heading(block.title)
            yield from flatten(block.blocks, level)
        case b.Roadmap():
            for stage in block.stages:
                yield heading(
                    join([part for part in (stage.title, stage.ages) if part], BETWEEN_TAGS)
                )
                yield from flatten(stage.blocks, level)
        case b.Picture():
            yield from (
                SlideParagraph(text, SMALL, "") for text in (block.alt, block.caption) if text
            )
        case b.QRCode():
            yield from flatten(block.blocks, level)
            if block.alt:
                yield SlideParagraph(_lead_to(block.alt, block.url), SMALL, "")
        case b.WritingLines():
            if block.prompt:
                yield SlideParagraph(block.prompt, ITEM, "bullets")
        case b.Definitions():
            for item in block.items:
                yield SlideParagraph(item.term, level, "", keep=True, strong=True)
                yield SlideParagraph(item.meaning, level, "")
        case b.Table():
            yield from write_rows(block.head, block.rows)
        case b.Cover():
            logo = block.logo.alt if block.logo else ()
            lines = (block.eyebrow, block.title, block.promise, block.tagline, block.foot, logo)
            for words in lines:
                if words:
                    yield SlideParagraph(words, level, "", strong=words is block.title)
        case b.Contents():
            return  # it has no words of its own
        case b.StampBox():
            yield heading(block.title)
            yield from (SlideParagraph(line, ITEM, "bullets") for line in block.lines)
        case b.Notes():
            yield from flatten(block.blocks, level)
        case _:
            assert_never(block)


def _flatten_list(block: b.BulletList, level: int) -> Iterator[SlideParagraph]:
    if block.style == "tags":
        yield SlideParagraph(join([item.text for item in block.items], BETWEEN_TAGS), level, "")
        for item in block.items:
            yield from flatten(item.blocks, BELOW)
        return
    style = block.style
    for number, item in enumerate(block.items, start=1):
        if item.text:
            depth = ITEM if level == PLAIN else BELOW
            yield SlideParagraph(item.text, depth, style, number if style == "numbers" else 0)
        yield from flatten(item.blocks, BELOW)


def _flatten_steps(block: b.Steps) -> Iterator[SlideParagraph]:
    for number, step in enumerate(block.items, start=1):
        yield SlideParagraph(step.short, ITEM, "numbers", number)
        if step.detail:
            yield SlideParagraph(step.detail, BELOW, "")


def _flatten_facts(block: b.FactGrid, level: int) -> Iterator[SlideParagraph]:
    for fact in block.items:
        yield SlideParagraph(fact.figure, level, "", keep=True, strong=True)
        yield SlideParagraph(fact.label, level, "")
        for words in (fact.note, fact.source):
            if words:
                yield SlideParagraph(words, SMALL, "")


def _flatten_chart(block: b.RangeChart) -> Iterator[SlideParagraph]:
    if block.title or block.unit:
        yield heading(join([part for part in (block.title, block.unit) if part], BETWEEN_TAGS))
    for row in block.rows:
        words = join([part for part in (row.label, row.summary) if part], ": ")
        yield SlideParagraph(words, ITEM, "bullets")
        if row.note:
            yield SlideParagraph(row.note, SMALL, "")


def _lead_to(text: Inline, url: str) -> Inline:
    return tuple(span if span.link else replace(span, link=url) for span in text)
