"""Nodes that hold words alone go in, their blocks come out: facts, charts, tables, covers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from careerkit.document import blocks as b
from careerkit.document.spans import Inline
from careerkit.layout.markup.parser import Node
from careerkit.layout.markup.word_reader import WordReader


def read_steps(node: Node, words: WordReader, read_icon: Callable[[Node], str]) -> b.Steps | None:
    """Read numbered tasks."""
    items = tuple(
        b.Step(
            words.attribute(child, "short"),
            words.inline(child),
            read_icon(child),
            place=child.place,
            priority=words.priority(child),
        )
        for child in node.elements
    )
    return b.Steps(items, place=node.place) if items else None


def read_facts(node: Node, words: WordReader) -> b.FactGrid | None:
    """Read large figures."""
    items = tuple(
        b.Fact(
            words.attribute(child, "figure"),
            words.attribute(child, "label"),
            words.attribute(child, "note"),
            words.attribute(child, "source"),
            place=child.place,
            priority=words.priority(child),
        )
        for child in node.elements
    )
    return b.FactGrid(items, place=node.place) if items else None


def read_range_chart(node: Node, words: WordReader) -> b.RangeChart | None:
    """Read ranges drawn to one scale."""
    rows = tuple(_read_range(child, words) for child in node.elements)
    if not rows:
        return None
    return b.RangeChart(
        words.attribute(node, "title"),
        words.attribute(node, "unit"),
        words.attribute(node, "alt"),
        rows,
        words.attribute(node, "low-name"),
        words.attribute(node, "span-name"),
        words.attribute(node, "high-name"),
        place=node.place,
    )


def _read_range(node: Node, words: WordReader) -> b.Range:
    low = float(words.plain(node, "low"))
    high = float(words.plain(node, "high")) if words.plain(node, "high") else None
    if high is not None and high < low:
        words.report(node.place, "range.high", "the range ends below its beginning")
    if high is not None and not words.plain(node, "high-text"):
        words.report(
            node.place,
            "range.high-text",
            "'high-text' is missing in <range>",
            "the figure of 'high' as it is written out",
        )
    if high is None and words.plain(node, "high-text"):
        words.report(
            node.place, "range.high-text", "'high' is missing in <range>, and its text is not shown"
        )
    middle = float(words.plain(node, "middle")) if words.plain(node, "middle") else None
    if middle is not None and (middle < low or (high is not None and middle > high)):
        words.report(node.place, "range.middle", "the middle lies outside of the range")
    if (middle is None) != (not words.plain(node, "middle-text")):
        lacking = "middle" if middle is None else "middle-text"
        words.report(
            node.place,
            f"range.{lacking}",
            f"{lacking!r} is missing in <range>",
            "the middle is marked, and said in words",
        )
    return b.Range(
        label=words.attribute(node, "label"),
        low=low,
        high=high,
        open_ended=words.plain(node, "open-ended") == "true",
        low_text=words.attribute(node, "low-text"),
        high_text=words.attribute(node, "high-text"),
        summary=words.attribute(node, "summary"),
        note=words.attribute(node, "note"),
        middle=middle,
        middle_text=words.attribute(node, "middle-text"),
        place=node.place,
    )


def read_writing_lines(node: Node, words: WordReader) -> b.WritingLines:
    """Read a prompt with ruled lines."""
    count = words.plain(node, "count")
    form: Any = words.plain(node, "class") or "lines"  # one of the table's choices
    return b.WritingLines(
        words.inline(node), 0 if count == "fill" else int(count), form, place=node.place
    )


def read_definitions(node: Node, words: WordReader) -> b.Definitions | None:
    """Read terms, each with its meaning."""
    items: list[b.Definition] = []
    term: Node | None = None
    for child in node.elements:
        if (child.name == "dt") == (term is not None):
            _report_unpaired(term or child, words)
        if child.name == "dd" and term is not None:
            items.append(
                b.Definition(
                    words.inline(term),
                    words.inline(child),
                    place=term.place,
                    priority=words.priority(term),
                )
            )
        term = child if child.name == "dt" else None
    if term is not None:
        _report_unpaired(term, words)
    return b.Definitions(tuple(items), place=node.place) if items else None


def _report_unpaired(node: Node, words: WordReader) -> None:
    partner = "dd" if node.name == "dt" else "dt"
    words.report(
        node.place,
        node.name,
        f"<{node.name}> has no <{partner}>",
        "each <dt> is followed by one <dd>",
    )


def read_table(node: Node, words: WordReader) -> b.Table | None:
    """Read a table; a first row of ``th`` is its head."""
    head: tuple[Inline, ...] = ()
    rows: list[tuple[Inline, ...]] = []
    width = 0
    for number, row in enumerate(node.elements):
        names = {cell.name for cell in row.elements}
        cells = tuple(words.inline(cell) for cell in row.elements)
        width = width or len(cells)
        if len(cells) != width:
            words.report(
                row.place,
                "tr",
                f"the row has {len(cells)} cells where the first has {width}",
                "give every row the same number of cells",
            )
        if names == {"th"} and number == 0:
            head = cells
        elif "th" in names:
            words.report(
                row.place, "th", "<th> stands outside a first row of column headings", "write <td>"
            )
        elif cells:
            rows.append(cells)
    return b.Table(head, tuple(rows), place=node.place) if rows else None


def read_cover(node: Node, words: WordReader, logo: b.Picture | None) -> b.Cover:
    """Read the opening page or slide."""
    return b.Cover(
        seed=words.plain(node, "seed"),
        title=words.attribute(node, "title"),
        tagline=words.attribute(node, "tagline"),
        eyebrow=words.attribute(node, "eyebrow"),
        foot=words.attribute(node, "foot"),
        alt=words.attribute(node, "alt"),
        promise=words.attribute(node, "promise"),
        logo=logo,
        place=node.place,
    )


def read_stamp_box(node: Node, words: WordReader) -> b.StampBox:
    """Read the room for a stamp."""
    lines = tuple(words.inline(child) for child in node.elements)
    return b.StampBox(words.attribute(node, "title"), lines, place=node.place)
