"""The kinds of section: one table of what pages and slides there are and what each may hold.

The reader of templates obeys this table, and the writers take their names from it. What it lets
through is drawn: a page has a place for it, or it has pages and slides of its own. The table of
elements says what is the same in every medium.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from careerkit.layout.markup.elements import BLOCKS

DEFAULT_KIND = "chapter"


@dataclass(frozen=True, slots=True)
class SectionKind:
    """One kind of page or slide: what may stand directly in it, and whether its icon is drawn.

    ``once`` names what it needs and has one of; "" for nothing.
    """

    says: str
    holds: tuple[str, ...]
    once: str = ""
    has_icon: bool = True


_ON_PAGES = ("h1", "contents", *BLOCKS)
_ON_SLIDES = ("h1", "cover", "contents", *BLOCKS)
_BOOKLET = {
    "cover": SectionKind("the front page: its `cover` alone", ("cover",), "cover", has_icon=False),
    "contents": SectionKind("a chapter that stays on one page if it can", _ON_PAGES),
    "chapter": SectionKind("running pages", _ON_PAGES),
    "spare": SectionKind("a page that is printed where the sheet has room for it", _ON_PAGES),
    "back": SectionKind("the last page", _ON_PAGES, has_icon=False),
}
_DECK = {
    "title": SectionKind("the first slide, with a `cover`", _ON_SLIDES, has_icon=False),
    "statement": SectionKind("a sentence, large", _ON_SLIDES),
    "list": SectionKind("running text and lists", _ON_SLIDES),
    "columns": SectionKind("two parts, each under its `h2`, side by side", _ON_SLIDES),
    "steps": SectionKind("`steps`", _ON_SLIDES),
    "facts": SectionKind("`facts`", _ON_SLIDES),
    "chart": SectionKind("a `range-chart`", _ON_SLIDES),
    "path": SectionKind("a `roadmap`", _ON_SLIDES),
    "links": SectionKind("codes with their words", _ON_SLIDES),
    "closing": SectionKind("the last words, over the art of the cover", _ON_SLIDES, has_icon=False),
    "sources": SectionKind("small print", _ON_SLIDES),
    "chapter": SectionKind("as `list`", _ON_SLIDES),
}
_HANDOUT = {
    "masthead": SectionKind(
        "the head of the first side: its `cover` alone", ("cover",), "cover", has_icon=False
    ),
    "panel": SectionKind("a part of the sheet, in its columns", ("h1", *BLOCKS)),
    "foot": SectionKind("the last lines of the second side", BLOCKS, has_icon=False),
}
KINDS: Mapping[str, Mapping[str, SectionKind]] = MappingProxyType(
    {
        "booklet": MappingProxyType(_BOOKLET),
        "handout": MappingProxyType(_HANDOUT),
        "deck": MappingProxyType(_DECK),
    }
)
"""The kinds of each medium, named as its root element is."""

# Attributes for which a medium has no use: what stands in them would go unseen.
_FOR_SLIDES = {"range-chart": ("low-name", "span-name", "high-name")}
UNUSED: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "booklet": {
            "booklet": ("continued", "notes-before"),
            **_FOR_SLIDES,
        },
        "handout": {"handout": ("continued", "notes-before"), **_FOR_SLIDES},
        "deck": {},
    }
)
# Inside these a slide has words alone, and what is drawn has no place there.
WORDS_ON_A_SLIDE = ("li", "aside", "qr")
DRAWN = ("range-chart", "roadmap", "figure", "qr")
