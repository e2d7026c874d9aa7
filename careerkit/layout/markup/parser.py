"""Rendered markup goes in, a tree of nodes comes out, each knowing its line in the template.

The line arrives in the attribute ``PLACE_ATTRIBUTE``, which
``careerkit.layout.templates.engine`` writes into every start tag. A mistake in
the markup itself is reported with the line of the last tag that was opened before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePath
from xml.parsers import expat

from careerkit.content.problem import ContentError, Place, Problem
from careerkit.content.text import MARK_BETWEEN, MARK_OPEN

PLACE_ATTRIBUTE = "_place"
MOST_DEPTH = 60

_PLACE = re.compile(rb' _place="([^":]*):(\d+)"')
_WRITTEN_PLACE = re.compile(r"([a-z0-9_-]{1,100}/[a-z0-9_-]{1,100}\.xml):([0-9]{1,7})")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MARK = re.compile(
    f"{MARK_OPEN}([^|]*)\\|(\\d{{1,9}})\\|(\\d{{1,9}})\\|([^{MARK_BETWEEN}]*){MARK_BETWEEN}"
)
_CLOSING = re.compile(rb"</\s*([^\s>]*)")


@dataclass(slots=True)
class Node:
    """One element: its attributes as written, and its words and elements in order."""

    name: str
    attributes: dict[str, str]
    place: Place
    children: list[Node | str] = field(default_factory=list)

    @property
    def elements(self) -> list[Node]:
        """The elements directly inside this one."""
        return [child for child in self.children if isinstance(child, Node)]


def parse_markup(markup: str, layouts_dir: PurePath, template: str) -> Node:
    """Parse what a template gave. Raises ContentError with the one mistake that stops parsing.

    ``template`` names the template for a mistake before the first tag.
    """
    start = Place((layouts_dir / template).as_posix(), 1)
    _refuse_forbidden_characters(markup, start)
    return _Parser(markup.encode("utf-8"), layouts_dir, start).parse()


def _refuse_forbidden_characters(markup: str, start: Place) -> None:
    found = _FORBIDDEN.search(markup)
    if found is None:
        return
    place = start
    for mark in _MARK.finditer(markup, 0, found.start()):
        place = Place(mark[4], int(mark[2]), int(mark[3]))
    raise ContentError(
        [
            Problem(
                place,
                "",
                f"the character U+{ord(found[0]):04X} cannot be printed",
                "take it out; it came in unseen, often with copied text",
            )
        ]
    )


class _Parser:
    """State of one parse: the open elements, and the words not yet put into one."""

    def __init__(self, markup: bytes, layouts_dir: PurePath, start: Place) -> None:
        self.markup = markup
        self.layouts_dir = layouts_dir
        self.start = start
        self.open: list[Node] = []
        self.words: list[str] = []
        self.root: Node | None = None

    def parse(self) -> Node:
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.StartElementHandler = self.start_element
        parser.EndElementHandler = self.end_element
        parser.CharacterDataHandler = self.words.append
        parser.StartDoctypeDeclHandler = self.refuse_doctype
        try:
            parser.Parse(self.markup, True)
        except expat.ExpatError as error:
            raise ContentError([self.explain(error, parser.ErrorByteIndex)]) from error
        if self.root is None:
            raise ContentError([Problem(self.start, "", "the template gives no element")])
        return self.root

    def start_element(self, name: str, attributes: dict[str, str]) -> None:
        place = self.start
        # An attribute of this name that a template gives itself stays, and is reported as unknown.
        found = _WRITTEN_PLACE.fullmatch(attributes.get(PLACE_ATTRIBUTE, ""))
        if found:
            place = Place((self.layouts_dir / found[1]).as_posix(), int(found[2]))
            del attributes[PLACE_ATTRIBUTE]
        elif self.open:
            place = self.open[-1].place
        node = Node(name, attributes, place)
        if len(self.open) >= MOST_DEPTH:
            raise ContentError(
                [Problem(place, name, f"more than {MOST_DEPTH} elements stand inside one another")]
            )
        if self.open:
            self.flush_words()
            self.open[-1].children.append(node)
        else:
            self.root = node
        self.open.append(node)

    def end_element(self, _name: str) -> None:
        self.flush_words()
        self.open.pop()

    def flush_words(self) -> None:
        if self.words:
            self.open[-1].children.append("".join(self.words))
            self.words.clear()

    def refuse_doctype(self, *_: object) -> None:
        raise ContentError(
            [Problem(self.start, "", "a layout has no <!DOCTYPE>", "leave the line out")]
        )

    def explain(self, error: expat.ExpatError, index: int) -> Problem:
        """Say in plain words what the parser stumbled over, and in which line of the template."""
        place = self.place_before(index)
        codes = expat.errors.codes
        inner = self.open[-1] if self.open else None
        opened = f"<{inner.name}> of line {inner.place.line}" if inner else ""
        if error.code == codes[expat.errors.XML_ERROR_TAG_MISMATCH] and inner:
            closing = _CLOSING.match(self.markup, self.markup.rfind(b"</", 0, index + 2))
            name = closing[1].decode() if closing else ""
            return Problem(
                inner.place,
                inner.name,
                f"</{name}> comes before {opened} is closed",
                f"write </{inner.name}> first",
            )
        if error.code == codes[expat.errors.XML_ERROR_NO_ELEMENTS]:
            if inner is None:
                return Problem(
                    self.start,
                    "",
                    "the template gives no element",
                    "begin with <pages> or <slides>",
                )
            return Problem(
                inner.place, inner.name, f"{opened} is never closed", f"write </{inner.name}>"
            )
        if error.code == codes[expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE]:
            return Problem(place, "", "an attribute is given twice in one tag")
        if error.code == codes[expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT]:
            return Problem(
                self.place_before(self.markup.find(b">", index)),
                "",
                "something stands after the end of the document",
                "put everything inside one <pages> or <slides>",
            )
        if error.code == codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]:
            return Problem(
                place, "", "unknown character name after &", "write the character itself"
            )
        return Problem(
            place,
            inner.name if inner else "",
            "this is not well-formed markup, here or soon after",
            "write &amp; for &, &lt; for <, and put quotes around every attribute's value",
        )

    def place_before(self, index: int) -> Place:
        """Find the template's line of the last start tag before a byte of the markup."""
        found = None
        for match in _PLACE.finditer(self.markup, 0, index):
            found = match
        if found is None:
            return self.start
        return Place((self.layouts_dir / found[1].decode()).as_posix(), int(found[2]))
