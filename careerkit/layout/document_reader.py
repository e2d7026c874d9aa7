"""A tree that keeps to the table of elements goes in, the document's blocks come out.

What the table cannot say is checked here: links that lead nowhere, names given twice, rows of
unequal length. An element left empty by a profile that lacks its content gives nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from careerkit.content.problem import ContentError, Place, Problem
from careerkit.layout import blocks as b
from careerkit.layout.conformance import nearest
from careerkit.layout.elements import INLINE
from careerkit.layout.inline import fold, read_inline, read_plain, read_spans
from careerkit.layout.markup import Node

_ADDRESSES = ("https://", "http://", "mailto:", "tel:")


def read_document(
    root: Node, language: str, direction: Literal["ltr", "rtl"], icons: Collection[str]
) -> b.Document:
    """Read a checked tree; ``language`` is that of unmarked words. Raises ContentError."""
    reader = _Reader(language, icons)
    sections = tuple(reader.section(node) for node in root.elements)
    reader.check_links()
    if reader.problems:
        raise ContentError(reader.problems)
    authors = read_plain(root.attributes.get("author", "")).split(";")
    return b.Document(
        title=read_plain(root.attributes["title"]),
        language=language,
        direction=direction,
        authors=tuple(author.strip() for author in authors if author.strip()),
        description=read_plain(root.attributes.get("description", "")),
        sections=sections,
    )


class _Reader:
    """Reads nodes, and gathers names, links and problems on the way."""

    def __init__(self, language: str, icons: Collection[str]) -> None:
        self.language = language
        self.icons = icons
        self.problems: list[Problem] = []
        self.section_names: dict[str, Place] = {}
        self.links: list[tuple[str, Place]] = []
        self.read_block: dict[str, Callable[[Node], b.Block | None]] = {
            "h2": lambda node: self.heading(node, 2),
            "h3": lambda node: self.heading(node, 3),
            "p": self.paragraph,
            "ul": self.bullet_list,
            "ol": self.bullet_list,
            "steps": self.steps,
            "facts": self.facts,
            "range-chart": self.range_chart,
            "aside": self.aside,
            "roadmap": self.roadmap,
            "figure": self.figure,
            "qr": self.qr,
            "writing-lines": self.writing_lines,
            "dl": self.definitions,
            "table": self.table,
            "cover": self.cover,
            "contents": lambda node: b.Contents(place=node.place),
            "stamp-box": self.stamp_box,
        }

    # --- words ---------------------------------------------------------------------------

    def words(self, node: Node) -> b.Inline:
        return fold(self.raw_spans(node.children, b.Span("", self.language, place=node.place)))

    def raw_spans(self, children: Iterable[Node | str], style: b.Span) -> Iterator[b.Span]:
        for child in children:
            if isinstance(child, str):
                yield from read_spans(child, style)
                continue
            inner = replace(style, place=child.place)
            if child.name == "strong":
                inner = replace(inner, strong=True)
            elif child.name == "em":
                inner = replace(inner, emphasis=True)
            else:
                inner = replace(inner, link=self.link(child))
            yield from self.raw_spans(child.children, inner)

    def link(self, node: Node) -> str:
        address = read_plain(node.attributes["href"])
        if address.startswith("#"):
            self.links.append((address[1:], node.place))
        else:
            self.check_address(node, "href", address)
        return address

    def check_address(self, node: Node, name: str, address: str) -> None:
        if not address.startswith(_ADDRESSES):
            spans = read_inline(node.attributes[name], self.language, node.place)
            self.problems.append(
                Problem(
                    spans[0].place,
                    f"{node.name}.{name}",
                    f"{address!r} is not a full address",
                    "begin it with https://, http://, mailto: or tel:, "
                    "or with # and a section's name for a place in the document"
                    if node.name == "a"
                    else "begin it with https:// or http://",
                )
            )

    def attribute(self, node: Node, name: str) -> b.Inline:
        return read_inline(node.attributes.get(name, ""), self.language, node.place)

    def plain(self, node: Node, name: str) -> str:
        return read_plain(node.attributes.get(name, ""))

    # --- blocks --------------------------------------------------------------------------

    def section(self, node: Node) -> b.Section:
        name = self.plain(node, "name")
        if name in self.section_names:
            first = self.section_names[name]
            self.problems.append(
                Problem(
                    node.place,
                    "section.name",
                    f"a section named {name!r} stands already in line {first.line}",
                    "give each section its own name",
                )
            )
        self.section_names.setdefault(name, node.place)
        icon = self.plain(node, "icon")
        if icon and icon not in self.icons:
            self.problems.append(
                Problem(
                    node.place,
                    "section.icon",
                    f"the theme has no icon {icon!r}",
                    nearest(icon, self.icons),
                )
            )
        titles = [child for child in node.elements if child.name == "h1"]
        for extra in titles[1:]:
            self.problems.append(
                Problem(
                    extra.place, "h1", f"section {name!r} has a title already", "write <h2> here"
                )
            )
        rest = [child for child in node.elements if child.name != "h1"]
        return b.Section(
            name=name,
            kind=self.plain(node, "kind") or "chapter",
            title=self.words(titles[0]) if titles else (),
            blocks=self.blocks(rest, notes=True),
            icon=icon,
            place=node.place,
        )

    def blocks(self, nodes: Iterable[Node], notes: bool = False) -> tuple[b.Block, ...]:
        found: list[b.Block] = []
        for node in nodes:
            block = self.read_block[node.name](node)
            if isinstance(block, b.Notes) and not notes:
                self.problems.append(
                    Problem(
                        node.place,
                        "aside.class",
                        "notes may stand directly in <section> alone",
                        "move them to the end of the section",
                    )
                )
            if block is not None:
                found.append(block)
        return tuple(found)

    def heading(self, node: Node, level: int) -> b.Heading | None:
        text = self.words(node)
        return b.Heading(level, text, place=node.place) if text else None

    def paragraph(self, node: Node) -> b.Paragraph | None:
        text = self.words(node)
        role: Any = self.plain(node, "class") or "body"  # one of the table's choices
        return b.Paragraph(text, role, place=node.place) if text else None

    def bullet_list(self, node: Node) -> b.BulletList | None:
        style: Any = self.plain(node, "class") or "bullets"  # one of the table's choices
        if node.name == "ol":
            style = "numbers"
        found = [self.item(child) for child in node.elements]
        items = tuple(item for item in found if item.text or item.blocks)
        return b.BulletList(items, style, place=node.place) if items else None

    def item(self, node: Node) -> b.ListItem:
        line: list[Node | str] = []
        below: list[Node] = []
        for child in node.children:
            if isinstance(child, str) or child.name in INLINE:
                line.append(child)
            else:
                below.append(child)
        text = fold(self.raw_spans(line, b.Span("", self.language, place=node.place)))
        if not text and below and below[0].name == "p":
            text = self.words(below[0])
            below = below[1:]
        return b.ListItem(text, self.blocks(below), place=node.place)

    def steps(self, node: Node) -> b.Steps | None:
        items = tuple(
            b.Step(self.attribute(child, "short"), self.words(child), place=child.place)
            for child in node.elements
        )
        return b.Steps(items, place=node.place) if items else None

    def facts(self, node: Node) -> b.FactGrid | None:
        items = tuple(
            b.Fact(
                self.attribute(child, "figure"),
                self.attribute(child, "label"),
                self.attribute(child, "note"),
                place=child.place,
            )
            for child in node.elements
        )
        return b.FactGrid(items, place=node.place) if items else None

    def range_chart(self, node: Node) -> b.RangeChart | None:
        rows = tuple(self.range(child) for child in node.elements)
        if not rows:
            return None
        return b.RangeChart(
            self.attribute(node, "title"),
            self.attribute(node, "unit"),
            self.attribute(node, "alt"),
            rows,
            place=node.place,
        )

    def range(self, node: Node) -> b.Range:
        low = float(self.plain(node, "low"))
        high = float(self.plain(node, "high")) if self.plain(node, "high") else None
        if high is not None and high < low:
            self.problems.append(
                Problem(node.place, "range.high", "the range ends below its beginning")
            )
        if high is not None and not self.plain(node, "high-text"):
            self.problems.append(
                Problem(
                    node.place,
                    "range.high-text",
                    "'high-text' is missing in <range>",
                    "the figure of 'high' as it is written out",
                )
            )
        return b.Range(
            label=self.attribute(node, "label"),
            low=low,
            high=high,
            open_ended=self.plain(node, "open-ended") == "true",
            low_text=self.attribute(node, "low-text"),
            high_text=self.attribute(node, "high-text"),
            summary=self.attribute(node, "summary"),
            note=self.attribute(node, "note"),
            place=node.place,
        )

    def aside(self, node: Node) -> b.Callout | b.Notes | None:
        kind: Any = self.plain(node, "class")  # one of the table's choices
        inside = self.blocks(node.elements)
        if kind == "notes":
            seconds = int(self.plain(node, "seconds") or 0)
            return b.Notes(inside, seconds, place=node.place)
        title = self.attribute(node, "title")
        return b.Callout(kind, title, inside, place=node.place) if inside else None

    def roadmap(self, node: Node) -> b.Roadmap | None:
        stages = tuple(
            b.Stage(
                self.attribute(child, "title"),
                self.attribute(child, "ages"),
                self.blocks(child.elements),
                place=child.place,
            )
            for child in node.elements
        )
        return b.Roadmap(stages, self.attribute(node, "alt"), place=node.place) if stages else None

    def figure(self, node: Node) -> b.Figure:
        alt = self.attribute(node, "alt")
        decorative = self.plain(node, "decorative") == "true"
        if not alt and not decorative:
            self.problems.append(
                Problem(
                    node.place,
                    "figure.alt",
                    "'alt' is missing in <figure>",
                    'say what the picture shows, or write decorative="true"',
                )
            )
        path = Path(self.plain(node, "src"))
        caption = self.attribute(node, "caption")
        return b.Figure(path, () if decorative else alt, caption, place=node.place)

    def qr(self, node: Node) -> b.QRCode:
        url = self.plain(node, "url")
        self.check_address(node, "url", url)
        return b.QRCode(
            url, self.attribute(node, "alt"), self.blocks(node.elements), place=node.place
        )

    def writing_lines(self, node: Node) -> b.WritingLines:
        count = self.plain(node, "count")
        return b.WritingLines(
            self.words(node), 0 if count == "fill" else int(count), place=node.place
        )

    def definitions(self, node: Node) -> b.Definitions | None:
        items: list[b.Definition] = []
        term: Node | None = None
        for child in node.elements:
            if (child.name == "dt") == (term is not None):
                self.unpaired(term or child)
            if child.name == "dd" and term is not None:
                items.append(b.Definition(self.words(term), self.words(child), place=term.place))
            term = child if child.name == "dt" else None
        if term is not None:
            self.unpaired(term)
        return b.Definitions(tuple(items), place=node.place) if items else None

    def unpaired(self, node: Node) -> None:
        partner = "dd" if node.name == "dt" else "dt"
        self.problems.append(
            Problem(
                node.place,
                node.name,
                f"<{node.name}> has no <{partner}>",
                "each <dt> is followed by one <dd>",
            )
        )

    def table(self, node: Node) -> b.Table | None:
        head: tuple[b.Inline, ...] = ()
        rows: list[tuple[b.Inline, ...]] = []
        width = 0
        for number, row in enumerate(node.elements):
            names = {cell.name for cell in row.elements}
            cells = tuple(self.words(cell) for cell in row.elements)
            width = width or len(cells)
            if len(cells) != width:
                self.problems.append(
                    Problem(
                        row.place,
                        "tr",
                        f"the row has {len(cells)} cells where the first has {width}",
                        "give every row the same number of cells",
                    )
                )
            if names == {"th"} and number == 0:
                head = cells
            elif "th" in names:
                self.problems.append(
                    Problem(
                        row.place,
                        "th",
                        "<th> stands outside a first row of column headings",
                        "write <td>",
                    )
                )
            elif cells:
                rows.append(cells)
        return b.Table(head, tuple(rows), place=node.place) if rows else None

    def cover(self, node: Node) -> b.Cover:
        return b.Cover(
            seed=self.plain(node, "seed"),
            title=self.attribute(node, "title"),
            tagline=self.attribute(node, "tagline"),
            eyebrow=self.attribute(node, "eyebrow"),
            foot=self.attribute(node, "foot"),
            alt=self.attribute(node, "alt"),
            place=node.place,
        )

    def stamp_box(self, node: Node) -> b.StampBox:
        lines = tuple(self.words(child) for child in node.elements)
        return b.StampBox(self.attribute(node, "title"), lines, place=node.place)

    # --- the whole -----------------------------------------------------------------------

    def check_links(self) -> None:
        for name, place in self.links:
            if name not in self.section_names:
                self.problems.append(
                    Problem(
                        place,
                        "a.href",
                        f"no section is named {name!r}",
                        nearest(name, self.section_names),
                    )
                )
