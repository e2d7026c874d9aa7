"""The logical structure of a file, as data: elements in the order a person would read them.

The tags are the standard structure types of PDF (ISO 32000-1, 14.8.4): ``Document``, ``Sect``,
``H1``, ``P``, ``L``, ``Figure`` ... The tree grows while blocks are set, in reading order. What is
drawn for an element is not noted here: each mark names its element (see ``marks``), so that a
paragraph that runs over two pages is still one ``P``. A ``Link`` and a phrase in another language
are told by a mark's spans; they have no element of their own.
"""

from __future__ import annotations

from typing import NamedTuple


class StructureAttribute(NamedTuple):
    """What a reader is told of an element beyond its tag (ISO 32000-1, 14.8.5).

    ``owner`` is whose attribute it is ("List"), ``value`` a name ("Decimal").
    """

    owner: str
    name: str
    value: str


class StructureElement:
    """A node of the tag tree; two elements are the same only if they are one object.

    ``language`` is a BCP 47 tag, the parent's where none is given; ``alt`` says in words what a
    picture shows. ``name`` is that of the section it is, ``stands_for`` that of the section which
    an entry of the list of contents leads to.
    """

    __slots__ = (
        "alt",
        "attribute",
        "kids",
        "language",
        "name",
        "parent",
        "stands_for",
        "tag",
    )

    def __init__(
        self,
        tag: str,
        parent: StructureElement | None = None,
        *,
        language: str = "",
        alt: str = "",
        attribute: StructureAttribute | None = None,
        name: str = "",
        stands_for: str = "",
    ) -> None:
        """Make an element that its parent does not know yet."""
        self.tag = tag
        self.parent = parent
        inherited: str = parent.language if parent is not None else ""
        self.language: str = language or inherited
        self.alt = alt
        self.attribute = attribute
        self.name = name
        self.stands_for = stands_for
        self.kids: list[StructureElement] = []

    def add(
        self,
        tag: str,
        *,
        language: str = "",
        alt: str = "",
        attribute: StructureAttribute | None = None,
        name: str = "",
        stands_for: str = "",
    ) -> StructureElement:
        """Append a child element."""
        child = StructureElement(
            tag,
            self,
            language=language,
            alt=alt,
            attribute=attribute,
            name=name,
            stands_for=stands_for,
        )
        self.kids.append(child)
        return child

    def adopt(self, element: StructureElement) -> None:
        """Append an element that was made apart, with all below it."""
        element.parent = self
        self.kids.append(element)
