"""The kinds of block: one table of what a template writes for each, and where it has a home.

The elements of templates, the check that each block stands where it is drawn, and the strategies of
the tests are made from this table. A block without a home in a medium is reported with the line of
the template, never left out in silence.

A kind is added by its class in ``careerkit.document.blocks``, a row here and the names of its
elements in ``BlockElement``; the type checker then names each reader and writer that has no case
for it, and the tests each table and page that does not know it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, TypeAlias, assert_never

from careerkit.document import blocks as b
from careerkit.document.section_kinds import Medium

BlockElement: TypeAlias = Literal[
    "h2",
    "h3",
    "p",
    "ul",
    "ol",
    "steps",
    "facts",
    "range-chart",
    "aside",
    "roadmap",
    "figure",
    "qr",
    "writing-lines",
    "dl",
    "table",
    "stamp-box",
    "cover",
    "contents",
]
"""The elements that give a block."""

Holds: TypeAlias = Literal["nothing", "words", "blocks", "words, then blocks", "parts"]
"""What stands inside an element; ``parts`` are elements of its own, such as the rows of a table."""

Home: TypeAlias = Literal["anywhere", "drawn", "section"]
"""Where a block may stand: ``anywhere`` blocks do; ``drawn``, with room of its own, directly in a
section or a stage; directly in a ``section`` alone."""


@dataclass(frozen=True, slots=True)
class BlockKind:
    """One kind of block: what a template writes, what that holds, its home in each medium.

    ``only_class`` is the class that makes it of an element which gives another block as well.
    ``None`` for a home says that the medium cannot show it.
    """

    block: type[b.Block]
    elements: tuple[BlockElement, ...]
    holds: Holds
    only_class: str = ""
    on_pages: Home | None = "anywhere"
    on_slides: Home | None = "anywhere"

    def home(self, medium: Medium) -> Home | None:
        """Return where it may stand in a medium, None where it may not stand at all."""
        match medium:
            case "pages":
                return self.on_pages
            case "slides":
                return self.on_slides
            case _:
                assert_never(medium)


BLOCK_KINDS: tuple[BlockKind, ...] = (
    BlockKind(b.Heading, ("h2", "h3"), "words"),
    BlockKind(b.Paragraph, ("p",), "words"),
    BlockKind(b.BulletList, ("ul", "ol"), "parts"),
    BlockKind(b.Steps, ("steps",), "parts"),
    BlockKind(b.FactGrid, ("facts",), "parts"),
    BlockKind(b.RangeChart, ("range-chart",), "parts", on_slides="drawn"),
    BlockKind(b.Callout, ("aside",), "blocks"),
    BlockKind(
        b.Notes, ("aside",), "blocks", only_class="notes", on_pages=None, on_slides="section"
    ),
    BlockKind(b.Roadmap, ("roadmap",), "parts", on_slides="drawn"),
    BlockKind(b.Picture, ("figure",), "nothing", on_slides="drawn"),
    BlockKind(b.QRCode, ("qr",), "blocks", on_slides="drawn"),
    BlockKind(b.WritingLines, ("writing-lines",), "words"),
    BlockKind(b.Definitions, ("dl",), "parts"),
    BlockKind(b.Table, ("table",), "parts"),
    BlockKind(b.StampBox, ("stamp-box",), "parts"),
    BlockKind(b.Cover, ("cover",), "nothing", on_pages="section", on_slides="section"),
    BlockKind(b.Contents, ("contents",), "nothing", on_pages="section", on_slides="section"),
)

_BY_ELEMENT: Mapping[str, tuple[BlockElement, tuple[BlockKind, ...]]] = MappingProxyType(
    {
        element: (element, tuple(kind for kind in BLOCK_KINDS if element in kind.elements))
        for row in BLOCK_KINDS
        for element in row.elements
    }
)

BLOCKS: tuple[BlockElement, ...] = tuple(
    element
    for element, kinds in _BY_ELEMENT.values()
    if any({kind.on_pages, kind.on_slides} & {"anywhere", "drawn"} for kind in kinds)
)
"""The elements that may stand wherever blocks may, in the order of the table."""


def block_element(name: str) -> BlockElement | None:
    """Return an element's name as one that gives a block; None for another's."""
    found = _BY_ELEMENT.get(name)
    return found[0] if found else None


def kind_of(name: str, class_: str = "") -> BlockKind | None:
    """Return the kind of block that an element gives, with this class; None for no block."""
    if name not in _BY_ELEMENT:
        return None
    kinds = _BY_ELEMENT[name][1]
    alike = (kind for kind in kinds if not kind.only_class)
    return next((kind for kind in kinds if kind.only_class == class_ and class_), next(alike))
