"""A tree that keeps to the table of elements goes in, the document's blocks come out.

What the table cannot say is checked here: links that lead nowhere, names given twice, rows of
unequal length. An element left empty by a profile that lacks its content gives nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, assert_never

from careerkit.content.nearest import nearest
from careerkit.content.pictures.picture import UnusablePicture, check_picture
from careerkit.content.problem import ContentError, Place
from careerkit.content.web_address import to_ascii
from careerkit.document import blocks as b
from careerkit.document.block_kinds import BlockElement, block_element
from careerkit.document.section_kinds import DEFAULT_KIND, KINDS, Medium, SectionKind
from careerkit.layout.markup import part_reader as parts
from careerkit.layout.markup.elements import INLINE
from careerkit.layout.markup.homes import PAGE_OF
from careerkit.layout.markup.inline import read_plain
from careerkit.layout.markup.parser import Node
from careerkit.layout.markup.word_reader import WordReader

_LONGEST_NAME = 255  # bytes, on Linux, macOS and Windows alike


def read_document(
    root: Node,
    medium: Medium,
    language: str,
    direction: Literal["ltr", "rtl"],
    *,
    icons: Collection[str],
    images: Path,
) -> b.Document:
    """Read a checked tree; ``language`` is that of unmarked words. Raises ContentError.

    ``icons`` are the theme's; ``images`` is the folder below which all pictures lie.
    """
    kinds = KINDS[medium]
    words = WordReader(language, _named_paragraphs(root, kinds))
    reader = _Reader(words, kinds, icons, images)
    sections = tuple(reader.section(node) for node in root.elements)
    words.check_links(reader.section_names, reader.dead_ends(sections))
    if not words.problems and not any(map(reader.is_shown, sections)):
        words.report(
            root.place, root.name, f"nothing stands on any {PAGE_OF[medium]}", "write a <section>"
        )
    if words.problems:
        raise ContentError(words.problems)
    authors = words.plain(root, "author").split(";")
    return b.Document(
        title=words.plain(root, "title"),
        language=language,
        direction=direction,
        authors=tuple(author.strip() for author in authors if author.strip()),
        description=words.plain(root, "description"),
        sections=sections,
        slides=b.SlideWords(
            words.attribute(root, "continued"), words.attribute(root, "notes-before")
        ),
    )


def _named_paragraphs(root: Node, kinds: Mapping[str, SectionKind]) -> frozenset[str]:
    """Return the names of the paragraphs that can be led to: on pages, where they surely stand."""
    return frozenset(
        read_plain(node.attributes["name"])
        for section in root.elements
        for kind in [kinds[read_plain(section.attributes.get("kind", "")) or DEFAULT_KIND]]
        if kind.medium == "pages" and not kind.dead_end
        for node in _walk(section)
        if node.name == "p" and "name" in node.attributes
    )


def _walk(node: Node) -> Iterator[Node]:
    for child in node.elements:
        yield child
        yield from _walk(child)


def _check_picture(path: Path, folder: Path) -> None:
    if len(path.name.encode()) > _LONGEST_NAME:
        raise UnusablePicture("no file has so long a name", "name a file of source/images")
    check_picture(path, folder)


class _Reader:
    """Reads nodes that hold other blocks, and gathers the names of the sections."""

    def __init__(
        self,
        words: WordReader,
        kinds: Mapping[str, SectionKind],
        icons: Collection[str],
        images: Path,
    ) -> None:
        self.words = words
        self.kinds = kinds
        self.icons = icons
        self.images = images
        self.section_names: dict[str, Place] = {}
        self.names: dict[str, tuple[str, Place]] = {}

    def dead_ends(self, sections: Iterable[b.Section]) -> dict[str, str]:
        """Return why no link can lead to a section: it may not be there, or has nothing on it."""
        why: dict[str, str] = {}
        for section in sections:
            kind = self.kinds[section.kind]
            if kind.dead_end:
                why[section.name] = kind.dead_end
            elif kind.medium == "pages" and not section.title and not section.blocks:
                why[section.name] = "is empty"
        return why

    def is_shown(self, section: b.Section) -> bool:
        """Say whether a section has anything, and is there whatever the others leave."""
        blocks = [block for block in section.blocks if not isinstance(block, b.Contents)]
        return not self.kinds[section.kind].is_filler and bool(section.title or blocks)

    def take_name(self, name: str, node: Node, field: str) -> None:
        """Report a name that another section or paragraph has."""
        if name in self.names:
            kind, first = self.names[name]
            self.words.report(
                node.place,
                field,
                f"a {kind} named {name!r} stands already in line {first.line}",
                f"give each {kind} its own name",
            )
        self.names.setdefault(name, ("paragraph" if node.name == "p" else node.name, node.place))

    def section(self, node: Node) -> b.Section:
        name = self.words.plain(node, "name")
        self.take_name(name, node, "section.name")
        self.section_names.setdefault(name, node.place)
        titles = [child for child in node.elements if child.name == "h1"]
        for extra in titles[1:]:
            self.words.report(
                extra.place, "h1", f"section {name!r} has a title already", "write <h2> here"
            )
        rest = [child for child in node.elements if child.name != "h1"]
        return b.Section(
            name=name,
            kind=self.kinds[self.words.plain(node, "kind") or DEFAULT_KIND].name,
            title=self.words.inline(titles[0]) if titles else (),
            blocks=self.blocks(rest),
            icon=self.icon(node),
            label=self.words.attribute(node, "label"),
            place=node.place,
            priority=self.words.priority(node),
        )

    def icon(self, node: Node) -> str:
        """Return the name of the icon beside something; report one that the theme has not."""
        icon = self.words.plain(node, "icon")
        if icon and icon not in self.icons:
            self.words.report(
                node.place,
                f"{node.name}.icon",
                f"the theme has no icon {icon!r}",
                nearest(icon, self.icons),
            )
        return icon

    def blocks(self, nodes: Iterable[Node]) -> tuple[b.Block, ...]:
        found: list[b.Block] = []
        for node in nodes:
            element = block_element(node.name)
            assert element is not None, node.name  # the check let nothing else through
            block = self.block(node, element)
            if block is not None:
                priority = self.words.priority(node)
                found.append(block if priority is None else replace(block, priority=priority))
        return tuple(found)

    def block(self, node: Node, element: BlockElement) -> b.Block | None:
        """Read one block; None where nothing stands in it."""
        match element:
            case "h2":
                return self.heading(node, 2)
            case "h3":
                return self.heading(node, 3)
            case "p":
                return self.paragraph(node)
            case "ul" | "ol":
                return self.bullet_list(node)
            case "steps":
                return parts.read_steps(node, self.words, self.icon)
            case "facts":
                return parts.read_facts(node, self.words)
            case "range-chart":
                return parts.read_range_chart(node, self.words)
            case "aside":
                return self.aside(node)
            case "roadmap":
                return self.roadmap(node)
            case "figure":
                return self.picture(node)
            case "qr":
                return self.qr(node)
            case "writing-lines":
                return parts.read_writing_lines(node, self.words)
            case "dl":
                return parts.read_definitions(node, self.words)
            case "table":
                return parts.read_table(node, self.words)
            case "stamp-box":
                return parts.read_stamp_box(node, self.words)
            case "cover":
                return parts.read_cover(node, self.words, self.cover_logo(node))
            case "contents":
                return b.Contents(place=node.place)
            case _:
                assert_never(element)

    def heading(self, node: Node, level: int) -> b.Heading | None:
        text = self.words.inline(node)
        return b.Heading(level, text, place=node.place) if text else None

    def paragraph(self, node: Node) -> b.Paragraph | None:
        text = self.words.inline(node)
        role: Any = self.words.plain(node, "class") or "body"  # one of the table's choices
        name = self.words.plain(node, "name")
        if name:
            self.take_name(name, node, "p.name")
        return b.Paragraph(text, role, name, place=node.place) if text else None

    def bullet_list(self, node: Node) -> b.BulletList | None:
        style: Any = self.words.plain(node, "class") or "bullets"  # one of the table's choices
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
        text = self.words.inline(node, line)
        if not text and below and below[0].name == "p":
            text = self.words.inline(below[0])
            below = below[1:]
        return b.ListItem(
            text,
            self.blocks(below),
            self.icon(node),
            place=node.place,
            priority=self.words.priority(node),
        )

    def aside(self, node: Node) -> b.Callout | b.Notes | None:
        kind: Any = self.words.plain(node, "class")  # one of the table's choices
        inside = self.blocks(node.elements)
        if kind == "notes":
            seconds = int(self.words.plain(node, "seconds") or 0)
            return b.Notes(inside, seconds, place=node.place)
        title = self.words.attribute(node, "title")
        return b.Callout(kind, title, inside, place=node.place) if inside else None

    def roadmap(self, node: Node) -> b.Roadmap | None:
        stages = tuple(
            b.Stage(
                self.words.attribute(child, "title"),
                self.words.attribute(child, "ages"),
                self.blocks(child.elements),
                place=child.place,
                priority=self.words.priority(child),
            )
            for child in node.elements
        )
        return (
            b.Roadmap(stages, self.words.attribute(node, "alt"), place=node.place)
            if stages
            else None
        )

    def picture(self, node: Node) -> b.Picture:
        alt = self.words.attribute(node, "alt")
        decorative = self.words.plain(node, "decorative") == "true"
        if not alt and not decorative:
            self.words.report(
                node.place,
                "figure.alt",
                "'alt' is missing in <figure>",
                'say what the picture shows, or write decorative="true"',
            )
        if alt and decorative:
            self.words.report(
                node.place,
                "figure.alt",
                "a decorative picture is passed over when a page is read out, its 'alt' with it",
                "leave out 'alt', or decorative",
            )
        path = self.picture_path(node, "src")
        caption = self.words.attribute(node, "caption")
        role: Any = self.words.plain(node, "class") or "figure"  # one of the table's choices
        return b.Picture(path, () if decorative else alt, caption, role, place=node.place)

    def cover_logo(self, node: Node) -> b.Picture | None:
        alt = self.words.attribute(node, "logo-alt")
        if not self.words.plain(node, "logo"):
            return None
        if not alt:
            self.words.report(
                node.place,
                "cover.logo-alt",
                "'logo-alt' is missing in <cover>",
                "say what the logo shows",
            )
        return b.Picture(self.picture_path(node, "logo"), alt, role="logo", place=node.place)

    def picture_path(self, node: Node, attribute: str) -> Path:
        path = self.images / self.words.plain(node, attribute)
        try:
            _check_picture(path, self.images)
        except UnusablePicture as error:
            self.words.problems.append(error.at(node.place, f"{node.name}.{attribute}"))
        return path

    def qr(self, node: Node) -> b.QRCode:
        url = self.words.plain(node, "url")
        self.words.check_address(node, "url", url)
        self.words.check_code(node, "url", url)
        return b.QRCode(
            to_ascii(url),
            self.words.attribute(node, "alt"),
            self.blocks(node.elements),
            place=node.place,
        )
