"""The elements a template may use: one table that says what each accepts and what it gives.

What an element that gives a block holds is in the table of block kinds; here are its attributes,
and the elements of which it is made. The reader obeys this table, and ``layouts/README.md`` is
tested to name everything in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal, TypeAlias, assert_never

from careerkit.document.block_kinds import BLOCK_KINDS, BLOCKS, BlockElement, Holds
from careerkit.document.section_kinds import Medium

ValueKind: TypeAlias = Literal["words", "name", "address", "flag", "number", "count", "choice"]


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute: what sort of value it takes, and whether it must be there and not empty.

    ``words`` keep their language; a ``name`` is lower-case letters, digits and hyphens; a
    ``flag`` is true or false; a ``count`` is a whole number up to ``most`` or one of ``choices``.
    ``medium`` is the only one that shows it, None where both do.
    """

    kind: ValueKind
    required: bool = False
    choices: tuple[str, ...] = ()
    most: int = 999_999
    medium: Medium | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """One element: what may stand inside it, its attributes, and the block or part it gives."""

    gives: str
    holds: Holds
    parts: tuple[str, ...] = ()
    attributes: Mapping[str, Attribute] = field(default_factory=dict)


INLINE = ("strong", "em", "a", "cite")

_WORDS = Attribute("words")
_WORDS_NEEDED = Attribute("words", required=True)
_NAME = Attribute("name")
_NAME_NEEDED = Attribute("name", required=True)
_ADDRESS_NEEDED = Attribute("address", required=True)
_NUMBER = Attribute("number")
_NUMBER_NEEDED = Attribute("number", required=True)
_FLAG = Attribute("flag")
_WORDS_OF_SLIDES = Attribute("words", medium="slides")
_ICON_ON_PAGES = Attribute("name", medium="pages")


def _choice(*choices: str, required: bool = False) -> Attribute:
    return Attribute("choice", required, choices)


_OF_A_DOCUMENT: Mapping[str, Attribute] = {
    "title": _WORDS_NEEDED,
    "description": _WORDS,
    "author": _WORDS,
}
# Of elements that give a block: the elements of which it is made, and its attributes.
_PARTS: Mapping[BlockElement, tuple[str, ...]] = {
    "ul": ("li",),
    "ol": ("li",),
    "steps": ("step",),
    "facts": ("fact",),
    "range-chart": ("range",),
    "roadmap": ("stage",),
    "dl": ("dt", "dd"),
    "table": ("tr",),
    "stamp-box": ("line",),
}
_ATTRIBUTES: Mapping[BlockElement, Mapping[str, Attribute]] = {
    "p": {
        "class": _choice("lead", "caption", "source"),
        "name": _NAME,
    },
    "ul": {"class": _choice("ticks", "tags", "yes", "no")},
    "range-chart": {
        "title": _WORDS,
        "unit": _WORDS,
        "alt": _WORDS_NEEDED,
        "low-name": _WORDS_OF_SLIDES,
        "span-name": _WORDS_OF_SLIDES,
        "high-name": _WORDS_OF_SLIDES,
    },
    "aside": {
        "class": _choice("caution", "decision", "tip", "note", "notes", required=True),
        "title": _WORDS,
        "seconds": Attribute("count"),
    },
    "roadmap": {"alt": _WORDS},
    "figure": {
        "class": _choice("logo", "portrait"),
        "src": _ADDRESS_NEEDED,
        "alt": _WORDS,
        "caption": _WORDS,
        "decorative": _FLAG,
    },
    "qr": {"url": _ADDRESS_NEEDED, "alt": _WORDS_NEEDED},
    "writing-lines": {
        "count": Attribute("count", required=True, choices=("fill",), most=500),
        "class": _choice("beside", "frame", "scale"),
    },
    "cover": {
        "seed": _ADDRESS_NEEDED,
        "title": _WORDS_NEEDED,
        "tagline": _WORDS,
        "eyebrow": _WORDS,
        "foot": _WORDS,
        "alt": _WORDS,
        "promise": _WORDS,
        "logo": Attribute("address"),
        "logo-alt": _WORDS,
    },
    "stamp-box": {"title": _WORDS_NEEDED},
}


WITH_PRIORITY = ("section", *BLOCKS, "li", "step", "fact", "stage", "dt")
"""Elements that a sheet may leave out, by their attribute ``priority``."""

PRIORITY = Attribute("choice", choices=tuple(map(str, range(1, 10))), medium="pages")


def _parts_of(element: BlockElement, holds: Holds) -> tuple[str, ...]:
    match holds:
        case "nothing":
            return ()
        case "words":
            return INLINE
        case "blocks":
            return BLOCKS
        case "words, then blocks":
            return (*INLINE, *BLOCKS)
        case "parts":
            return _PARTS[element]
        case _:
            assert_never(holds)


def _block_elements() -> Iterator[tuple[str, Element]]:
    """Give the elements of the table of block kinds."""
    names: dict[BlockElement, list[str]] = {}
    for kind in BLOCK_KINDS:
        for element in kind.elements:
            names.setdefault(element, []).append(kind.block.__name__)
    for kind in BLOCK_KINDS:
        for element in kind.elements:
            parts = _parts_of(element, kind.holds)
            attributes = _ATTRIBUTES.get(element, {})
            yield element, Element(" or ".join(names[element]), kind.holds, parts, attributes)


_ELEMENTS: Mapping[str, Element] = {
    "pages": Element("Document", "parts", ("section",), _OF_A_DOCUMENT),
    "slides": Element(
        "Document",
        "parts",
        ("section",),
        {**_OF_A_DOCUMENT, "continued": _WORDS, "notes-before": _WORDS},
    ),
    "section": Element(
        "Section",
        "blocks",
        ("h1", "cover", "contents", *BLOCKS),
        {"name": _NAME_NEEDED, "kind": _NAME, "icon": _NAME, "label": _WORDS},
    ),
    "h1": Element("Section.title", "words", INLINE),
    **dict(_block_elements()),
    "strong": Element("Span.strong", "words", INLINE),
    "em": Element("Span.emphasis", "words", INLINE),
    "a": Element("Span.link", "words", INLINE, {"href": _ADDRESS_NEEDED}),
    "cite": Element("Span.reference", "words", (), {"to": _NAME}),
    "li": Element("ListItem", "words, then blocks", (*INLINE, *BLOCKS), {"icon": _ICON_ON_PAGES}),
    "step": Element("Step", "words", INLINE, {"short": _WORDS_NEEDED, "icon": _ICON_ON_PAGES}),
    "fact": Element(
        "Fact",
        "nothing",
        (),
        {"figure": _WORDS_NEEDED, "label": _WORDS_NEEDED, "note": _WORDS, "source": _WORDS},
    ),
    "range": Element(
        "Range",
        "nothing",
        (),
        {
            "label": _WORDS_NEEDED,
            "low": _NUMBER_NEEDED,
            "high": _NUMBER,
            "open-ended": _FLAG,
            "low-text": _WORDS_NEEDED,
            "high-text": _WORDS,
            "summary": _WORDS_NEEDED,
            "note": _WORDS,
            "middle": Attribute("number", medium="pages"),
            "middle-text": Attribute("words", medium="pages"),
        },
    ),
    "stage": Element("Stage", "blocks", BLOCKS, {"title": _WORDS_NEEDED, "ages": _WORDS}),
    "dt": Element("Definition.term", "words", INLINE),
    "dd": Element("Definition.meaning", "words", INLINE),
    "tr": Element("Table.rows", "parts", ("th", "td")),
    "th": Element("Table.head", "words", INLINE),
    "td": Element("Table.rows", "words", INLINE),
    "line": Element("StampBox.lines", "words", INLINE),
}

ELEMENTS: Mapping[str, Element] = MappingProxyType(
    {
        name: replace(element, attributes={**element.attributes, "priority": PRIORITY})
        if name in WITH_PRIORITY
        else element
        for name, element in _ELEMENTS.items()
    }
)
