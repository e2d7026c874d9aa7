"""Reads a PDF's structure: its tag tree comes out as elements, and as text for a golden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pikepdf

from tests.pages.marked_content import PageReading, Shown, read_pages


@dataclass(frozen=True)
class Content:
    """A stretch of a page that belongs to an element."""

    page: int
    mcid: int


@dataclass(frozen=True)
class Annotation:
    """An annotation that belongs to an element."""

    page: int
    annotation: Any


class Element:
    """A structure element: its tag, what is said of it, and what is below it, in order."""

    def __init__(self, source: Any, parent: Element | None, pages: dict[Any, int]) -> None:
        """Read an element and all below it."""
        self.tag = str(source.S).removeprefix("/")
        self.alt = str(source.get("/Alt", ""))
        self.language = str(source.get("/Lang", ""))
        self.identity = source.objgen
        self.parent = parent
        self.attributes = _attributes(source.get("/A"))
        self.kids: list[Element | Content | Annotation] = []
        own_page = pages.get(source.Pg.objgen) if "/Pg" in source else None
        below = source.get("/K", [])
        for kid in below if isinstance(below, pikepdf.Array) else [below]:
            if isinstance(kid, int):
                assert own_page is not None, "a number among the kids of an element without a page"
                self.kids.append(Content(own_page, int(kid)))
            elif kid.get("/Type") == "/MCR":
                self.kids.append(Content(pages[kid.Pg.objgen], int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                self.kids.append(Annotation(pages[kid.Pg.objgen], kid.Obj))
            else:
                self.kids.append(Element(kid, self, pages))

    @property
    def children(self) -> list[Element]:
        """The elements right below this one, in reading order."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def walk(self) -> Iterator[Element]:
        """Give this element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def content(self) -> Iterator[Content]:
        """Give what was drawn for this element and those below it, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.content()
            elif isinstance(kid, Content):
                yield kid


def _attributes(source: Any) -> dict[str, str]:
    if source is None:
        return {}
    return {str(key)[1:]: str(value).removeprefix("/") for key, value in source.items()}


class TaggedPdf:
    """A PDF, what its pages show, and the tree that puts it in order."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        """Read a PDF."""
        self.pdf = pdf
        self.reading: PageReading = read_pages(pdf)
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        self.root = Element(pdf.Root.StructTreeRoot.K, None, pages)
        self._shown: dict[tuple[int, int], list[Shown]] = {}
        for shown in self.reading.shown:
            self._shown.setdefault((shown.page, shown.mcid), []).append(shown)

    def shown(self, element: Element) -> list[Shown]:
        """Give what an element and those below it show, in reading order."""
        return [
            shown
            for content in element.content()
            for shown in self._shown.get((content.page, content.mcid), [])
        ]

    def text(self, element: Element) -> str:
        """Give the text of an element and those below it, in reading order."""
        return "".join(shown.text for shown in self.shown(element))

    def elements(self, *tags: str) -> list[Element]:
        """Give all elements of some tags, in reading order."""
        return [element for element in self.root.walk() if element.tag in tags]

    def outline(self) -> str:
        """Write the tree as indented text, one element a line."""
        return "\n".join([*self._lines(self.root, 0), ""])

    def _lines(self, element: Element, depth: int) -> Iterator[str]:
        words = [element.tag]
        if element.language:
            words.append(f"lang={element.language}")
        words += [f"{key}={value}" for key, value in element.attributes.items() if key != "O"]
        if element.alt:
            words.append(f"alt={element.alt!r}")
        groups = self._groups(element)
        match groups:
            case [str(text)]:
                words.append(text)
                groups = []
            case _:
                pass
        yield "  " * depth + " ".join(words)
        for group in groups:
            if isinstance(group, Element):
                yield from self._lines(group, depth + 1)
            else:
                yield "  " * (depth + 1) + group

    def _groups(self, element: Element) -> list[Element | str]:
        """Give what stands below an element, with stretches of content that meet as one text."""
        groups: list[Element | str] = []
        for is_content, kids in groupby(element.kids, lambda kid: isinstance(kid, Content)):
            if is_content:
                text = "".join(
                    shown.text
                    for kid in kids
                    if isinstance(kid, Content)
                    for shown in self._shown.get((kid.page, kid.mcid), [])
                )
                groups.append(repr(text) if text else "drawing")
            else:
                groups += [kid if isinstance(kid, Element) else "annotation" for kid in kids]
        return groups
