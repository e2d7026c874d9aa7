"""The elements a template may use: one table that says what each accepts and what it gives.

The reader obeys this table, and ``layouts/README.md`` is tested to name everything in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, TypeAlias

Holds: TypeAlias = Literal["nothing", "words", "blocks", "words, then blocks", "parts"]
ValueKind: TypeAlias = Literal["words", "name", "address", "flag", "number", "count", "choice"]


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute: what sort of value it takes, and whether it must be there and not empty.

    ``words`` keep their language; a ``name`` is lower-case letters, digits and hyphens; a
    ``flag`` is true or false; a ``count`` is a whole number up to ``most`` or one of ``choices``.
    """

    kind: ValueKind
    required: bool = False
    choices: tuple[str, ...] = ()
    most: int = 999_999


@dataclass(frozen=True, slots=True)
class Element:
    """One element: what may stand inside it, its attributes, and the block it gives."""

    gives: str
    holds: Holds
    parts: tuple[str, ...] = ()
    attributes: Mapping[str, Attribute] = field(default_factory=dict)


INLINE = ("strong", "em", "a")
BLOCKS = (
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
)

_WORDS = Attribute("words")
_WORDS_NEEDED = Attribute("words", required=True)
_NAME = Attribute("name")
_NAME_NEEDED = Attribute("name", required=True)
_ADDRESS_NEEDED = Attribute("address", required=True)
_NUMBER = Attribute("number")
_NUMBER_NEEDED = Attribute("number", required=True)
_FLAG = Attribute("flag")


def _choice(*choices: str, required: bool = False) -> Attribute:
    return Attribute("choice", required, choices)


_ROOT = Element(
    "Document",
    "parts",
    ("section",),
    {
        "title": _WORDS_NEEDED,
        "description": _WORDS,
        "author": _WORDS,
        "continued": _WORDS,
        "notes-before": _WORDS,
    },
)

ELEMENTS: Mapping[str, Element] = MappingProxyType(
    {
        "booklet": _ROOT,
        "handout": _ROOT,
        "deck": _ROOT,
        "section": Element(
            "Section",
            "blocks",
            ("h1", "cover", "contents", *BLOCKS),
            {"name": _NAME_NEEDED, "kind": _NAME, "icon": _NAME},
        ),
        "h1": Element("Section.title", "words", INLINE),
        "h2": Element("Heading", "words", INLINE),
        "h3": Element("Heading", "words", INLINE),
        "p": Element("Paragraph", "words", INLINE, {"class": _choice("lead", "caption", "source")}),
        "strong": Element("Span.strong", "words", INLINE),
        "em": Element("Span.emphasis", "words", INLINE),
        "a": Element("Span.link", "words", INLINE, {"href": _ADDRESS_NEEDED}),
        "ul": Element(
            "BulletList", "parts", ("li",), {"class": _choice("ticks", "tags", "yes", "no")}
        ),
        "ol": Element("BulletList", "parts", ("li",)),
        "li": Element("ListItem", "words, then blocks", (*INLINE, *BLOCKS)),
        "steps": Element("Steps", "parts", ("step",)),
        "step": Element("Step", "words", INLINE, {"short": _WORDS_NEEDED}),
        "facts": Element("FactGrid", "parts", ("fact",)),
        "fact": Element(
            "Fact",
            "nothing",
            (),
            {"figure": _WORDS_NEEDED, "label": _WORDS_NEEDED, "note": _WORDS, "source": _WORDS},
        ),
        "range-chart": Element(
            "RangeChart",
            "parts",
            ("range",),
            {
                "title": _WORDS,
                "unit": _WORDS,
                "alt": _WORDS_NEEDED,
                "low-name": _WORDS,
                "span-name": _WORDS,
                "high-name": _WORDS,
            },
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
            },
        ),
        "aside": Element(
            "Callout or Notes",
            "blocks",
            BLOCKS,
            {
                "class": _choice("caution", "decision", "tip", "note", "notes", required=True),
                "title": _WORDS,
                "seconds": Attribute("count"),
            },
        ),
        "roadmap": Element("Roadmap", "parts", ("stage",), {"alt": _WORDS}),
        "stage": Element("Stage", "blocks", BLOCKS, {"title": _WORDS_NEEDED, "ages": _WORDS}),
        "figure": Element(
            "Figure",
            "nothing",
            (),
            {"src": _ADDRESS_NEEDED, "alt": _WORDS, "caption": _WORDS, "decorative": _FLAG},
        ),
        "qr": Element("QRCode", "blocks", BLOCKS, {"url": _ADDRESS_NEEDED, "alt": _WORDS_NEEDED}),
        "writing-lines": Element(
            "WritingLines",
            "words",
            INLINE,
            {"count": Attribute("count", required=True, choices=("fill",), most=500)},
        ),
        "dl": Element("Definitions", "parts", ("dt", "dd")),
        "dt": Element("Definition.term", "words", INLINE),
        "dd": Element("Definition.meaning", "words", INLINE),
        "table": Element("Table", "parts", ("tr",)),
        "tr": Element("Table.rows", "parts", ("th", "td")),
        "th": Element("Table.head", "words", INLINE),
        "td": Element("Table.rows", "words", INLINE),
        "cover": Element(
            "Cover",
            "nothing",
            (),
            {
                "seed": _ADDRESS_NEEDED,
                "title": _WORDS_NEEDED,
                "tagline": _WORDS,
                "eyebrow": _WORDS,
                "foot": _WORDS,
                "alt": _WORDS,
            },
        ),
        "contents": Element("Contents", "nothing"),
        "stamp-box": Element("StampBox", "parts", ("line",), {"title": _WORDS_NEEDED}),
        "line": Element("StampBox.lines", "words", INLINE),
    }
)

WITH_PRIORITY = ("section", *BLOCKS, "li", "step", "fact", "stage", "dt")
"""Elements that a sheet may leave out, by their attribute ``priority``."""

PRIORITY = _choice(*map(str, range(1, 10)))


def attributes_of(name: str, medium: str) -> Mapping[str, Attribute]:
    """Return the attributes that an element may have in a medium."""
    own = ELEMENTS[name].attributes
    if medium == "handout" and name in WITH_PRIORITY:
        return {**own, "priority": PRIORITY}
    return own
