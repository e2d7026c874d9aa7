"""The words of nodes go in, lines of spans come out; links and addresses are checked on the way."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from careerkit.art.qr_code import MOST_BYTES
from careerkit.content.nearest import nearest
from careerkit.content.problem import Place, Problem
from careerkit.content.text_faults.crowded_letters import explain_crowded, find_crowded
from careerkit.content.web_address import find_fault, to_ascii
from careerkit.document.spans import Inline, Span
from careerkit.layout.markup.inline import fold, read_inline, read_plain, read_spans
from careerkit.layout.markup.parser import Node

_ADDRESSES = ("https://", "http://", "mailto:", "tel:")


class WordReader:
    """Reads words in the document's ``language``; gathers the problems and the links met.

    ``paragraphs`` are the names of those that a source's number can lead to.
    """

    def __init__(self, language: str, paragraphs: Collection[str] = ()) -> None:
        """Begin without problems and links."""
        self.language = language
        self._paragraphs = paragraphs
        self.problems: list[Problem] = []
        self._links: list[tuple[str, Place]] = []

    def report(self, place: Place, field: str, message: str, hint: str = "") -> None:
        """Keep a problem."""
        self.problems.append(Problem(place, field, message, hint))

    def inline(self, node: Node, children: Iterable[Node | str] | None = None) -> Inline:
        """Read a node's words, or those of some of its children."""
        style = Span("", self.language, place=node.place)
        spans = self._spans(node.children if children is None else children, style)
        return self._settable(fold(spans))

    def attribute(self, node: Node, name: str) -> Inline:
        """Read an attribute's words; () where it is absent or empty."""
        words = node.attributes.get(name, "")
        return self._settable(read_inline(words, self.language, node.place))

    def _settable(self, inline: Inline) -> Inline:
        """Report a letter with more on it than a font can set; a template may have one too."""
        for span in inline:
            for crowded in find_crowded(span.text):
                self.report(span.place, "", *explain_crowded(crowded))
        return inline

    def plain(self, node: Node, name: str) -> str:
        """Read an attribute as a bare string."""
        return read_plain(node.attributes.get(name, ""))

    def priority(self, node: Node) -> int | None:
        """Read how much an element matters on a sheet; None where nothing says it."""
        return int(self.plain(node, "priority") or 0) or None

    def check_address(self, node: Node, name: str, address: str) -> None:
        """Report an address that is none, at the place where it was written."""
        if not address.startswith(_ADDRESSES):
            hint = "begin it with https:// or http://"
            if node.name == "a":
                hint += ", mailto: or tel:, or with # and the name of a section"
            place = self.attribute(node, name)[0].place
            self.report(place, f"{node.name}.{name}", f"{address!r} is not a full address", hint)
        elif address.startswith("http") and (fault := find_fault(address)):
            self.report(self.attribute(node, name)[0].place, f"{node.name}.{name}", *fault)

    def check_code(self, node: Node, name: str, address: str) -> None:
        """Report an address too long for a QR code, at the place where it was written."""
        length = len(to_ascii(address))
        if length > MOST_BYTES:
            self.report(
                self.attribute(node, name)[0].place,
                f"{node.name}.{name}",
                f"the address is too long for a QR code: {length:,} bytes, and "
                f"{MOST_BYTES:,} are the most",
                'give a shorter address; often the part before "?" leads to the same page',
            )

    def check_links(self, names: Collection[str], dead_ends: Mapping[str, str]) -> None:
        """Report each link to a section that is not among ``names``, or has no page.

        ``dead_ends`` says why a section has none.
        """
        for name, place in self._links:
            if name in dead_ends:
                self.report(
                    place,
                    "a.href",
                    f"section {name!r} {dead_ends[name]}, and no link can lead to it",
                    "take the link away, or let it lead to another section",
                )
            elif name not in names:
                self.report(place, "a.href", f"no section is named {name!r}", nearest(name, names))

    def _spans(self, children: Iterable[Node | str], style: Span) -> Iterator[Span]:
        for child in children:
            if isinstance(child, str):
                yield from read_spans(child, style)
                continue
            inner = replace(style, place=child.place)
            if child.name == "strong":
                inner = replace(inner, strong=True)
            elif child.name == "em":
                inner = replace(inner, emphasis=True)
            elif child.name == "cite":
                yield self._reference(child, inner)
                continue
            else:
                inner = replace(inner, link=self._link(child))
            yield from self._spans(child.children, inner)

    def _reference(self, node: Node, style: Span) -> Span:
        """Read the number of a source: one span, and so one link, whatever it was put together of.

        It leads nowhere where no paragraph has the name, as in a layout that lists no sources.
        """
        words = read_plain("".join(child for child in node.children if isinstance(child, str)))
        to = self.plain(node, "to")
        link = f"#{to}" if to in self._paragraphs else ""
        return replace(style, text=words, reference=True, link=link)

    def _link(self, node: Node) -> str:
        address = self.plain(node, "href")
        if address.startswith("#"):
            self._links.append((address[1:], node.place))
        else:
            self.check_address(node, "href", address)
            address = to_ascii(address)
        return address
