"""A page and a whole file of them, as data: all that a writer is given.

Writing changes none of it, so that the same pages can be written any number of times, in other
inks, with other boxes, two to a sheet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from careerkit.pages.marks import Mark
from careerkit.pages.structure import StructureElement


class Box(NamedTuple):
    """A rectangle on a page, in points; y runs down."""

    left: float
    top: float
    width: float
    height: float


class Boxes(NamedTuple):
    """The boxes of a page (ISO 32000-1, 14.11.2); None where it has no such box.

    The media box begins at (0, 0), from where marks and the other boxes are measured. ``trim`` is
    what is left when the sheet is cut, ``bleed`` how far ink reaches beyond it.
    """

    media: Box
    trim: Box | None = None
    bleed: Box | None = None


class Page(NamedTuple):
    """What stands on one page, in the order it is laid down, what lies at the bottom first."""

    marks: tuple[Mark, ...]
    boxes: Boxes


@dataclass(frozen=True, slots=True)
class ComposedPages:
    """All pages of one file.

    ``tree`` is the root of the tag tree, the element ``Document``. ``pages_by_section`` counts the
    pages that each section begins or goes on at the head of, by its name.
    """

    pages: tuple[Page, ...]
    tree: StructureElement
    title: str
    language: str
    direction: Literal["ltr", "rtl"]
    authors: tuple[str, ...]
    description: str
    pages_by_section: Mapping[str, int]

    @property
    def page_count(self) -> int:
        """The number of pages."""
        return len(self.pages)
