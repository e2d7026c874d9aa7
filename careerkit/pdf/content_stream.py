"""The marks of a page go in, one by one; the operators that draw them come out.

Marks are measured from the page's upper left corner, y down; PDF measures from the lower left, y
up. In a tagged file, every operator is written inside marked content (see ``structure``): with an
element it is that element's, without one an artifact.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import TypeAlias, assert_never

from careerkit.document.inks import Use
from careerkit.document.shapes import PathCommands
from careerkit.document.theme import Role
from careerkit.pages.links import Link, link_over
from careerkit.pages.marks import (
    ClipEnd,
    ClipStart,
    CodeMark,
    Mark,
    NamedPlace,
    OutlineEntry,
    PathMark,
    PictureMark,
    RectangleMark,
    TextMark,
)
from careerkit.pages.structure import StructureElement
from careerkit.pdf.colours import ColourTable
from careerkit.pdf.numbers import write_number
from careerkit.pdf.shown_text import TextShower
from careerkit.pdf.structure import StructureWriter
from careerkit.typography import Cluster, Piece

AddLink: TypeAlias = Callable[[Link, int], str]
"""Adds the annotation of a link under a key of the parent tree; returns its name in the file."""

AddPicture: TypeAlias = Callable[[PictureMark], str]
"""Adds a picture to the file and returns the name it is drawn by."""

_LARGE_PT = 28.0  # 10 mm: an area that is narrower is printed as lines are

_PATH_OPERATORS = {"M": "m", "L": "l", "C": "c"}
_PAINT = {(True, False): "f", (False, True): "S", (True, True): "B"}


class ContentStream:
    """The operators of one page, in the order of its marks."""

    def __init__(
        self,
        page_index: int,
        page_height_pt: float,
        *,
        colours: ColourTable,
        text: TextShower,
        structure: StructureWriter | None,
        right_to_left: bool,
        add_link: AddLink,
        add_picture: AddPicture,
    ) -> None:
        """Start an empty page, the one of an index that counts from 0.

        Without a ``structure`` nothing is tagged, and no link is added.
        """
        self.operators: list[str] = []
        self._page_index = page_index
        self._page_height = page_height_pt
        self._colours = colours
        self._text = text
        self._structure = structure
        self._right_to_left = right_to_left
        self._add_link = add_link
        self._add_picture = add_picture
        self._owner: StructureElement | None = None
        self._is_marked = False
        self._state: dict[str, str] = {}
        self._state_outside: dict[str, str] = {}

    def draw(self, mark: Mark) -> None:
        """Write what draws a mark; places and outline entries are not drawn."""
        match mark:
            case TextMark():
                self._draw_text(mark)
            case PathMark():
                self._draw_path(mark)
            case RectangleMark():
                self._draw_rectangle(mark)
            case CodeMark():
                self._draw_code(mark)
            case PictureMark():
                self._draw_picture(mark)
            case ClipStart():
                self._start_clip(mark)
            case ClipEnd():
                self._end_clip()
            case NamedPlace() | OutlineEntry():
                pass
            case _:
                assert_never(mark)

    def end(self) -> None:
        """End the marked content that is open."""
        if self._is_marked:
            self.operators.append("EMC")
            self._is_marked = False

    # --- text -------------------------------------------------------------------------------

    def _draw_text(self, mark: TextMark) -> None:
        x = mark.x
        y = write_number(self._page_height - mark.baseline)
        colour = self._colours["text"][mark.colour].fill
        owner = mark.element
        before: Cluster | None = None
        for index, piece in enumerate(mark.line.pieces):
            element = owner[index] if isinstance(owner, tuple) else owner
            right = x + piece.width_pt
            if element is not None and self._structure is not None:
                element = self._element_of(piece, element, mark, x, right, self._structure)
            self._begin(element)
            self._set("fill", colour)
            size = write_number(mark.size_pt * piece.scale)
            shown = self._text.show(piece.words, size, turned=self._right_to_left, before=before)
            self.operators.append(
                " ".join(["BT", f"1 0 0 1 {write_number(x)} {y} Tm", *shown, "ET"])
            )
            x = right
            before = piece.words[-1][-1]

    def _element_of(
        self,
        piece: Piece,
        element: StructureElement,
        mark: TextMark,
        left: float,
        right: float,
        structure: StructureWriter,
    ) -> StructureElement:
        """Return the element of a piece in an element's text: its own if it has one.

        A link has one, with its annotation, and words in another language do. The number of a
        source is a reference to what stands elsewhere (ISO 32000-1, 14.8.4.4.1).
        """
        span = piece.span
        if span.link:
            if span.reference:
                element = structure.inner(element, "Reference", span)
            inner = structure.inner(element, "Link", span)
            key = structure.next_annotation_key(inner)
            name = self._add_link(link_over(span, mark, left, right), key)
            structure.add_annotation(inner, name, self._page_index)
            return inner
        if span.language != element.language:
            return structure.inner(element, "Span", span)
        return element

    # --- shapes and pictures ------------------------------------------------------------------

    def _draw_rectangle(self, mark: RectangleMark) -> None:
        self._begin(mark.element)
        self._set("fill", self._colours[_use_of(mark.width, mark.height)][mark.fill].fill)
        y = self._page_height - mark.top - mark.height
        numbers = " ".join(map(write_number, (mark.x, y, mark.width, mark.height)))
        self.operators.append(f"{numbers} re f")

    def _draw_path(self, mark: PathMark) -> None:
        x, top, commands, fill, stroke, stroke_width, dash, _, element = mark
        if fill is None and stroke is None:
            return
        self._begin(element)
        if fill is not None:
            self._set("fill", self._fill_of_path(commands, fill))
        if stroke is not None:
            self._set("stroke", self._colours["line"][stroke].stroke)
            self._set("width", f"{write_number(stroke_width)} w")
            lengths = " ".join(map(write_number, dash)) if dash else ""
            self._set("dash", f"[{lengths}] 0 d")
            self._set("joins", "1 J 1 j")
        y = self._page_height - top
        written = []
        for name, numbers in commands:
            if name == "Z":
                written.append("h")
                continue
            points = [
                write_number(y - number if index % 2 else x + number)
                for index, number in enumerate(numbers)
            ]
            written.append(f"{' '.join(points)} {_PATH_OPERATORS[name]}")
        written.append(_PAINT[fill is not None, stroke is not None])
        self.operators.append(" ".join(written))

    def _fill_of_path(self, commands: PathCommands, fill: Role) -> str:
        large, small = self._colours["area"][fill].fill, self._colours["line"][fill].fill
        if large == small:
            return large
        across = [number for _, numbers in commands for number in numbers[::2]]
        down = [number for _, numbers in commands for number in numbers[1::2]]
        use = _use_of(max(across) - min(across), max(down) - min(down))
        return self._colours[use][fill].fill

    def _draw_code(self, mark: CodeMark) -> None:
        """Draw the dark modules as ink.

        The rectangles are whole numbers in a grid of their own: a third of the bytes.
        """
        self._begin(mark.element)
        self._set("fill", self._colours["line"]["ink"].fill)
        module = mark.size / len(mark.rows)
        matrix = (module, 0, 0, -module, mark.x, self._page_height - mark.top)
        operators = [f"q {' '.join(map(write_number, matrix))} cm"]
        for row_number, row in enumerate(mark.rows):
            column = 0
            for dark, group in groupby(row):
                length = len(list(group))
                if dark:
                    operators.append(f"{column} {row_number} {length} 1 re")
                column += length
        self.operators.append(" ".join([*operators, "f Q"]))

    def _draw_picture(self, mark: PictureMark) -> None:
        self._begin(mark.element)
        name = self._add_picture(mark)
        bottom = self._page_height - mark.top - mark.height
        numbers = " ".join(map(write_number, (mark.width, 0, 0, mark.height, mark.x, bottom)))
        self.operators.append(f"q {numbers} cm /{name} Do Q")

    def _start_clip(self, mark: ClipStart) -> None:
        """Save the graphics state, and cut off what is drawn outside a rectangle."""
        self.end()
        y = self._page_height - mark.top - mark.height
        numbers = " ".join(map(write_number, (mark.x, y, mark.width, mark.height)))
        self.operators.append(f"q {numbers} re W n")
        self._state_outside = dict(self._state)

    def _end_clip(self) -> None:
        self.end()
        self.operators.append("Q")
        self._state = self._state_outside

    # --- marked content and state -------------------------------------------------------------

    def _begin(self, element: StructureElement | None) -> None:
        """Make sure that what follows belongs to an element, or is an artifact."""
        if self._structure is None or (self._is_marked and self._owner is element):
            return
        self.end()
        if element is None:
            self.operators.append("/Artifact BMC")
        else:
            tag, mcid = self._structure.mark(element, self._page_index)
            self.operators.append(f"/{tag} <</MCID {mcid}>> BDC")
        self._owner, self._is_marked = element, True

    def _set(self, name: str, operator: str) -> None:
        """Write a change of the graphics state only where it is one."""
        if self._state.get(name) != operator:
            self._state[name] = operator
            self.operators.append(operator)


def _use_of(width: float, height: float) -> Use:
    """Say what a filled shape of a size in points counts as."""
    return "area" if min(width, height) >= _LARGE_PT else "line"
