"""What stands on a page, as plain data: lines of text, paths, codes, pictures, named places.

A mark says where it is, which of the theme's colour roles it takes, and which structure element it
belongs to; none makes it an artifact, decoration that is not read out. Measures are points; x runs
from the left edge of a strip or of a page, y *down* from its upper edge. Marks are named tuples, as
a booklet has some thousands of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, TypeAlias

from careerkit.content.problem import Place
from careerkit.document.shapes import PathCommands
from careerkit.document.theme import Role
from careerkit.pages.structure import StructureElement
from careerkit.typography import Line, TextStyle

Owner: TypeAlias = StructureElement | tuple[StructureElement, ...] | None
"""The element a line of text belongs to, or one for each of its pieces; None: an artifact."""


class TextMark(NamedTuple):
    """A line of text that begins at ``x``; its spans say what in it is a link."""

    x: float
    baseline: float
    line: Line
    size_pt: float
    colour: Role
    element: Owner = None

    def moved(self, right: float, down: float) -> TextMark:
        """Return the mark at another place."""
        return TextMark(self[0] + right, self[1] + down, *self[2:])


class RectangleMark(NamedTuple):
    """A filled rectangle."""

    x: float
    top: float
    width: float
    height: float
    fill: Role
    element: StructureElement | None = None

    def moved(self, right: float, down: float) -> RectangleMark:
        """Return the mark at another place."""
        return RectangleMark(self[0] + right, self[1] + down, *self[2:])


class PathMark(NamedTuple):
    """A path of M, L, C and Z commands (as in SVG, absolute, y down) from (x, top).

    One with an ``upright_width`` is not mirrored on a right-to-left page, only moved. ``dash`` is
    the length of a dash and of the gap after it.
    """

    x: float
    top: float
    commands: PathCommands
    fill: Role | None = None
    stroke: Role | None = None
    stroke_width: float = 1.0
    dash: tuple[float, float] | None = None
    upright_width: float | None = None
    element: StructureElement | None = None

    def moved(self, right: float, down: float) -> PathMark:
        """Return the mark at another place."""
        return PathMark(self[0] + right, self[1] + down, *self[2:])


class CodeMark(NamedTuple):
    """The modules of a QR code, dark (1) and light (0), row by row, on a square of a size."""

    x: float
    top: float
    rows: tuple[tuple[int, ...], ...]
    size: float
    element: StructureElement | None = None

    def moved(self, right: float, down: float) -> CodeMark:
        """Return the mark at another place."""
        return CodeMark(self[0] + right, self[1] + down, *self[2:])


class PictureMark(NamedTuple):
    """A picture that fills a rectangle; ``place`` is where the layout asks for it."""

    x: float
    top: float
    width: float
    height: float
    path: Path
    place: Place
    element: StructureElement | None = None

    def moved(self, right: float, down: float) -> PictureMark:
        """Return the mark at another place."""
        return PictureMark(self[0] + right, self[1] + down, *self[2:])


class NamedPlace(NamedTuple):
    """A place that links and the outline lead to by its name; nothing is seen of it."""

    x: float
    top: float
    name: str

    def moved(self, right: float, down: float) -> NamedPlace:
        """Return the place moved."""
        return NamedPlace(self.x + right, self.top + down, self.name)


class OutlineEntry(NamedTuple):
    """An entry of the outline ("bookmarks") that leads to a named place."""

    title: str
    name: str
    level: int = 0

    def moved(self, _right: float, _down: float) -> OutlineEntry:
        """Return the entry as it is: where it leads to is moved."""
        return self


class ClipStart(NamedTuple):
    """From here to the next ``ClipEnd`` nothing is drawn outside a rectangle."""

    x: float
    top: float
    width: float
    height: float

    def moved(self, right: float, down: float) -> ClipStart:
        """Return the mark at another place."""
        return ClipStart(self[0] + right, self[1] + down, *self[2:])


class ClipEnd(NamedTuple):
    """The end of what a ``ClipStart`` began; there is none inside another."""

    def moved(self, _right: float, _down: float) -> ClipEnd:
        """Return the mark as it is."""
        return self


class PageReference(NamedTuple):
    """Room for the number of the page a section begins on, right-aligned in a width.

    It stands in strips alone: once the pages are known, it is a line of text.
    """

    x: float
    baseline: float
    width: float
    section: str
    style: TextStyle
    colour: Role
    element: StructureElement

    def moved(self, right: float, down: float) -> PageReference:
        """Return the mark at another place."""
        return PageReference(self[0] + right, self[1] + down, *self[2:])


Mark: TypeAlias = (
    TextMark
    | RectangleMark
    | PathMark
    | CodeMark
    | PictureMark
    | NamedPlace
    | OutlineEntry
    | ClipStart
    | ClipEnd
)
"""What a page is made of."""

StripMark: TypeAlias = Mark | PageReference
"""What a strip is made of."""


def move_marks(marks: Iterable[StripMark], right: float, down: float) -> list[StripMark]:
    """Return marks moved by a distance."""
    return [mark.moved(right, down) for mark in marks]
