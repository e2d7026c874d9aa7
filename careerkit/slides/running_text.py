"""Blocks go in; running text comes out: paragraphs in order, with no word left out.

What a slide draws otherwise (a chart, a picture, a code) gives its words here; those blocks come
this way only where they stand inside others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from careerkit.document import blocks as b
from careerkit.slides.frames import Bullet
from careerkit.slides.paragraphs import (
    BELOW,
    ITEM,
    PLAIN,
    SMALL,
    SOURCE_LINE,
    SlideParagraph,
    heading,
    join,
)

_LEVEL_OF_ROLE = {"caption": SMALL, "source": SOURCE_LINE}
_BETWEEN = " · "


def flatten(blocks: Iterable[b.Block], level: int = PLAIN) -> Iterator[SlideParagraph]:
    """Write blocks as paragraphs; ``level`` is that of plain text, BELOW inside an item."""
    for block in blocks:
        yield from _FLATTEN[type(block)](block, level)


def _heading(block: b.Heading, level: int) -> Iterator[SlideParagraph]:
    del level
    yield heading(block.text)


def _paragraph(block: b.Paragraph, level: int) -> Iterator[SlideParagraph]:
    yield SlideParagraph(block.text, _LEVEL_OF_ROLE.get(block.role, level), "")


def _bullet_list(block: b.BulletList, level: int) -> Iterator[SlideParagraph]:
    if block.style == "tags":
        yield SlideParagraph(join([item.text for item in block.items], _BETWEEN), level, "")
        for item in block.items:
            yield from flatten(item.blocks, BELOW)
        return
    style: Bullet = block.style
    for number, item in enumerate(block.items, start=1):
        if item.text:
            depth = ITEM if level == PLAIN else BELOW
            yield SlideParagraph(item.text, depth, style, number if style == "numbers" else 0)
        yield from flatten(item.blocks, BELOW)


def _steps(block: b.Steps, level: int) -> Iterator[SlideParagraph]:
    del level
    for number, step in enumerate(block.items, start=1):
        yield SlideParagraph(step.short, ITEM, "numbers", number)
        if step.detail:
            yield SlideParagraph(step.detail, BELOW, "")


def _facts(block: b.FactGrid, level: int) -> Iterator[SlideParagraph]:
    for fact in block.items:
        yield SlideParagraph(fact.figure, level, "", keep=True, strong=True)
        yield SlideParagraph(fact.label, level, "")
        for words in (fact.note, fact.source):
            if words:
                yield SlideParagraph(words, SMALL, "")


def _chart(block: b.RangeChart, level: int) -> Iterator[SlideParagraph]:
    del level
    if block.title or block.unit:
        yield heading(join([part for part in (block.title, block.unit) if part], _BETWEEN))
    for row in block.rows:
        words = join([part for part in (row.label, row.summary) if part], ": ")
        yield SlideParagraph(words, ITEM, "bullets")
        if row.note:
            yield SlideParagraph(row.note, SMALL, "")


def _callout(block: b.Callout, level: int) -> Iterator[SlideParagraph]:
    if block.title:
        yield heading(block.title)
    yield from flatten(block.blocks, level)


def _roadmap(block: b.Roadmap, level: int) -> Iterator[SlideParagraph]:
    for stage in block.stages:
        yield heading(join([part for part in (stage.title, stage.ages) if part], _BETWEEN))
        yield from flatten(stage.blocks, level)


def _figure(block: b.Figure, level: int) -> Iterator[SlideParagraph]:
    del level
    for words in (block.alt, block.caption):
        if words:
            yield SlideParagraph(words, SMALL, "")


def _code(block: b.QRCode, level: int) -> Iterator[SlideParagraph]:
    yield from flatten(block.blocks, level)
    if block.alt:
        linked = tuple(span if span.link else replace(span, link=block.url) for span in block.alt)
        yield SlideParagraph(linked, SMALL, "")


def _writing_lines(block: b.WritingLines, level: int) -> Iterator[SlideParagraph]:
    del level
    if block.prompt:
        yield SlideParagraph(block.prompt, ITEM, "bullets")


def _definitions(block: b.Definitions, level: int) -> Iterator[SlideParagraph]:
    for item in block.items:
        yield SlideParagraph(item.term, level, "", keep=True, strong=True)
        yield SlideParagraph(item.meaning, level, "")


def _table(block: b.Table, level: int) -> Iterator[SlideParagraph]:
    del level
    for row in (block.head, *block.rows):
        if any(row):
            yield SlideParagraph(join([cell for cell in row if cell], _BETWEEN), ITEM, "bullets")


def _cover(block: b.Cover, level: int) -> Iterator[SlideParagraph]:
    for words in (block.eyebrow, block.title, block.tagline, block.foot):
        if words:
            yield SlideParagraph(words, level, "", strong=words is block.title)


def _stamp_box(block: b.StampBox, level: int) -> Iterator[SlideParagraph]:
    del level
    yield heading(block.title)
    for line in block.lines:
        yield SlideParagraph(line, ITEM, "bullets")


def _contents(block: b.Contents, level: int) -> Iterator[SlideParagraph]:
    del block, level
    yield from ()  # it has no words of its own


def _notes(block: b.Notes, level: int) -> Iterator[SlideParagraph]:
    yield from flatten(block.blocks, level)


_FLATTEN: Mapping[type, Callable[[Any, int], Iterator[SlideParagraph]]] = MappingProxyType(
    {
        b.Heading: _heading,
        b.Paragraph: _paragraph,
        b.BulletList: _bullet_list,
        b.Steps: _steps,
        b.FactGrid: _facts,
        b.RangeChart: _chart,
        b.Callout: _callout,
        b.Roadmap: _roadmap,
        b.Figure: _figure,
        b.QRCode: _code,
        b.WritingLines: _writing_lines,
        b.Definitions: _definitions,
        b.Table: _table,
        b.Cover: _cover,
        b.Contents: _contents,
        b.StampBox: _stamp_box,
        b.Notes: _notes,
    }
)
