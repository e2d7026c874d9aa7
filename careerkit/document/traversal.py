"""A document, a section or a block goes in; its words in reading order come out, or its outline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path

from careerkit.document.blocks import BlockBase, Document, SlideWords
from careerkit.document.spans import Inline, Span


def spans(node: object) -> Iterator[Span]:
    """Give every span below a document, a section or a block, in reading order."""
    if isinstance(node, Span):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from spans(part)
    elif isinstance(node, Document | SlideWords | BlockBase):
        for slot in fields(node):
            yield from spans(getattr(node, slot.name))


def lines_of(node: object) -> Iterator[Inline]:
    """Give every line of words below a document, a section or a block, in reading order.

    Lines are what spans run on in: a title, a term, its meaning.
    """
    if isinstance(node, tuple):
        if node and isinstance(node[0], Span):
            yield node
        else:
            for part in node:
                yield from lines_of(part)
    elif isinstance(node, Document | SlideWords | BlockBase):
        for slot in fields(node):
            yield from lines_of(getattr(node, slot.name))


def outline(document: Document) -> str:
    """Write a document's blocks as indented text, one block a line: the golden of the tests."""
    head = f"Document {document.language} {document.direction} {document.title!r}"
    return "\n".join([head, *_outline_lines(document.sections, 1), ""])


def _outline_lines(blocks: Iterable[object], depth: int) -> Iterator[str]:
    for block in blocks:
        words: list[str] = []
        below: list[object] = []
        for slot in fields(block):  # type: ignore[arg-type]  # every block is a dataclass
            value = getattr(block, slot.name)
            if slot.name == "place" or value in ((), "", None):
                continue
            if (slot.name, value) in (("role", "figure"), ("form", "lines")):
                continue
            if isinstance(value, BlockBase):
                below.append(value)
                continue
            if not isinstance(value, tuple):
                shown = value.as_posix() if isinstance(value, Path) else value
                words.append(f"{slot.name}={shown}")
            elif isinstance(value[0], Span):
                words.append(f"{slot.name}={_outline_inline(value)}")
            elif isinstance(value[0], tuple):
                rows = value if isinstance(value[0][0], tuple) else (value,)
                words += [" | ".join(_outline_inline(cell) for cell in row) for row in rows]
            else:
                below += value
        yield "  " * depth + " ".join([type(block).__name__, *words])
        yield from _outline_lines(below, depth + 1)


def _outline_inline(inline: Inline) -> str:
    parts = []
    for span in inline:
        text = span.text
        if span.emphasis:
            text = f"_{text}_"
        if span.strong:
            text = f"*{text}*"
        if span.link:
            text = f"[{text}]({span.link})"
        parts.append(f"{{{span.language}}}{text}" if span.language != "en" else text)
    return '"' + "".join(parts) + '"'
