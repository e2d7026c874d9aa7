"""The kinds of section: one table of what pages and slides there are and what each may hold.

The reader of templates obeys this table, and the writers match over its names. What it lets through
is drawn: a page has a place for it, or it has pages and slides of its own.

A kind is added by a row here and its name in ``BoundKind``, ``SheetKind`` or ``SlideKind``; the
type checker then names each ``match`` that has no case for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, TypeAlias, TypeGuard, get_args

Medium: TypeAlias = Literal["pages", "slides"]
"""What a document is for: a template's root is named so, and a writer reads one or the other."""

BoundKind: TypeAlias = Literal["cover", "contents", "chapter", "spare", "back"]
"""The kinds of pages that follow one another and say all there is."""

SheetKind: TypeAlias = Literal["masthead", "panel", "foot"]
"""The kinds of one sheet, of which what matters most is said, as there is room."""

PageKind: TypeAlias = BoundKind | SheetKind
SlideKind: TypeAlias = Literal[
    "title",
    "statement",
    "list",
    "columns",
    "steps",
    "facts",
    "chart",
    "path",
    "links",
    "closing",
    "sources",
    "chapter",
]
SectionKindName: TypeAlias = PageKind | SlideKind

SectionPart: TypeAlias = Literal["h1", "cover", "contents", "blocks"]
"""What stands directly in a section: its title, a cover, a list of contents, any other blocks."""

MEDIA: tuple[Medium, ...] = get_args(Medium)
DEFAULT_KIND: SectionKindName = "chapter"  # in every medium


@dataclass(frozen=True, slots=True)
class SectionKind:
    """One kind of page or slide: what it is, what may stand directly in it, is its icon drawn.

    ``once`` names what it needs and has one of; "" for nothing. ``dead_end`` says why no link can
    lead to it, as it may have no page; "" where it has one. A document of ``is_filler`` kinds
    alone shows nothing: they fill what others leave. Of a kind that ``is_single`` it has one
    section at the most.
    """

    medium: Medium
    name: SectionKindName
    says: str
    holds: tuple[SectionPart, ...]
    once: Literal["", "cover"] = ""
    has_icon: bool = True
    dead_end: str = ""
    is_filler: bool = False
    is_single: bool = False

    @property
    def is_chosen(self) -> bool:
        """Whether what it holds is chosen by priority, as there is room."""
        return is_sheet_kind(self.name)


_ON_PAGES: tuple[SectionPart, ...] = ("h1", "contents", "blocks")
_NO_ROOM = "may find no room on its sheet"
_ON_SLIDES: tuple[SectionPart, ...] = ("h1", "cover", "contents", "blocks")

SECTION_KINDS: tuple[SectionKind, ...] = (
    SectionKind(
        "pages",
        "cover",
        "the front page: its `cover` alone",
        ("cover",),
        once="cover",
        has_icon=False,
    ),
    SectionKind("pages", "contents", "a chapter that stays on one page if it can", _ON_PAGES),
    SectionKind("pages", "chapter", "running pages", _ON_PAGES),
    SectionKind(
        "pages",
        "spare",
        "a page that is printed where the sheet has room for it",
        _ON_PAGES,
        dead_end="is printed only where the sheet has room for it",
        is_filler=True,
    ),
    SectionKind("pages", "back", "the last page", _ON_PAGES, has_icon=False),
    SectionKind(
        "pages",
        "masthead",
        "the head of a sheet's first side: its `cover` alone",
        ("cover",),
        once="cover",
        has_icon=False,
        dead_end=_NO_ROOM,
        is_single=True,
    ),
    SectionKind(
        "pages",
        "panel",
        "a part of a sheet, in its columns",
        ("h1", "blocks"),
        dead_end=_NO_ROOM,
    ),
    SectionKind(
        "pages",
        "foot",
        "the last lines of a sheet's second side",
        ("blocks",),
        has_icon=False,
        dead_end=_NO_ROOM,
    ),
    SectionKind("slides", "title", "the first slide, with a `cover`", _ON_SLIDES, has_icon=False),
    SectionKind("slides", "statement", "a sentence, large", _ON_SLIDES),
    SectionKind("slides", "list", "running text and lists", _ON_SLIDES),
    SectionKind("slides", "columns", "two parts, each under its `h2`, side by side", _ON_SLIDES),
    SectionKind("slides", "steps", "`steps`", _ON_SLIDES),
    SectionKind("slides", "facts", "`facts`", _ON_SLIDES),
    SectionKind("slides", "chart", "a `range-chart`", _ON_SLIDES),
    SectionKind("slides", "path", "a `roadmap`", _ON_SLIDES),
    SectionKind("slides", "links", "codes with their words", _ON_SLIDES),
    SectionKind(
        "slides",
        "closing",
        "the last words, over the art of the cover",
        _ON_SLIDES,
        has_icon=False,
    ),
    SectionKind("slides", "sources", "small print", _ON_SLIDES),
    SectionKind("slides", "chapter", "as `list`", _ON_SLIDES),
)

KINDS: Mapping[Medium, Mapping[str, SectionKind]] = MappingProxyType(
    {
        medium: MappingProxyType(
            {kind.name: kind for kind in SECTION_KINDS if kind.medium == medium}
        )
        for medium in MEDIA
    }
)
"""The rows of each medium by their names."""


def is_bound_kind(name: SectionKindName) -> TypeGuard[BoundKind]:
    """Say whether a section's kind is one of pages that follow one another."""
    return name in get_args(BoundKind)


def is_sheet_kind(name: SectionKindName) -> TypeGuard[SheetKind]:
    """Say whether a section's kind is one of a sheet."""
    return name in get_args(SheetKind)


def is_slide_kind(name: SectionKindName) -> TypeGuard[SlideKind]:
    """Say whether a section's kind is one of slides."""
    return name in get_args(SlideKind)
