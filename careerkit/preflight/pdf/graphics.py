"""A page goes in; the colours, fonts, transparency and overprint its operators ask for come out.

Terms of ISO 32000-1: *overprint* (8.6.7) leaves the inks below standing. *Transparency* is an
opacity, a blend mode or a soft mask (11.3, 11.6).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import pikepdf
from pikepdf.models import PdfParsingError

from careerkit.preflight.pdf.colour_spaces import (
    UsedColourSpace,
    colours_of,
    is_made_of_inks,
    list_of,
)
from careerkit.preflight.pdf.ink_of_picture import read_most_ink

_MOST_NESTING = 20  # forms inside forms
# Operators in small letters are for areas, those in capitals for lines.
_SIMPLE = {"g": ("grey", 1), "rg": ("RGB", 3), "k": ("CMYK", 4)}
_COLOURS = frozenset(["g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN"])
_READ = " ".join([*sorted(_COLOURS), "gs sh Do Tf BI ID EI q Q"])


@dataclass(slots=True)
class Graphics:
    """What the operators of a page, or of a form, ask for.

    ``most_ink_percent`` is the most that the inks of one colour add up to, of CMYK and spot
    colours; what lies over it is not added. ``fonts`` are those that text is set in, by name.
    ``is_cut_off`` says that forms are nested too deep to be read to the end; ``faults`` are what
    PDF/X does not allow.
    """

    colours: set[UsedColourSpace] = field(default_factory=set)
    most_ink_percent: float = 0.0
    is_transparent: bool = False
    overprints: bool = False
    fonts: dict[str, pikepdf.Object] = field(default_factory=dict)
    is_cut_off: bool = False
    faults: set[str] = field(default_factory=set)

    def add(self, other: Graphics) -> None:
        """Take over what a form asks for that is drawn here."""
        self.colours |= other.colours
        self.most_ink_percent = max(self.most_ink_percent, other.most_ink_percent)
        self.is_transparent |= other.is_transparent
        self.overprints |= other.overprints
        self.fonts |= other.fonts
        self.is_cut_off |= other.is_cut_off
        self.faults |= other.faults


class UnreadableGraphicsError(Exception):
    """A page whose operators or resources are not what they have to be."""


# What pikepdf 10.17 and its objects raise for what is absent or of another kind.
_UNREADABLE = (
    AttributeError,
    IndexError,
    KeyError,
    RuntimeError,
    TypeError,
    ValueError,
    PdfParsingError,
    pikepdf.PdfError,
)


class _Spaces:
    """The colour spaces of the moment, for areas and for lines; None is a device's."""

    def __init__(self) -> None:
        self._stack: list[dict[bool, pikepdf.Object | None]] = [{}]

    def save_or_restore(self, operator: str) -> None:
        if operator == "q":
            self._stack.append(dict(self._stack[-1]))
        elif len(self._stack) > 1:
            self._stack.pop()

    def read(
        self,
        operator: str,
        operands: Sequence[pikepdf.Object],
        resources: pikepdf.Object,
        graphics: Graphics,
    ) -> None:
        """Note the colour space, or the colour, that an operator sets."""
        is_line, name = operator.isupper(), operator.lower()
        if name in _SIMPLE:
            model, count = _SIMPLE[name]
            if len(operands) != count:
                raise ValueError(f"{len(operands)} numbers for {operator}")
            self._stack[-1][is_line] = None
            graphics.colours.add(UsedColourSpace("device", model))
            if model == "CMYK":
                _add_ink(graphics, operands)
        elif name == "cs":
            space = _look_up(resources, "/ColorSpace", operands[0])
            self._stack[-1][is_line] = space
            graphics.colours.update(colours_of(space))
        elif is_made_of_inks(self._stack[-1].get(is_line)):
            _add_ink(graphics, operands)


class GraphicsReader:
    """Reads the pages of one file; a form or a picture that is drawn often is read once."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._known: dict[tuple[int, int], Graphics] = {}

    def read(self, page: pikepdf.Page) -> Graphics:
        """Read a page, what is drawn in it and its annotations. Raises UnreadableGraphicsError."""
        try:
            graphics = Graphics()
            self._read_group(page.obj, graphics)
            resources = page.resources
            for pattern in _values(resources, "/Pattern"):
                self._read_pattern(pattern, graphics, resources, 0)
            self._read_stream(page, resources, graphics, 0)
            for annotation in list_of(page.obj.get("/Annots")):
                for stream in _appearances(annotation):
                    graphics.add(self._read_form(stream, resources, 1))
        except _UNREADABLE as error:
            raise UnreadableGraphicsError from error
        else:
            return graphics

    def _read_stream(
        self,
        stream: pikepdf.Page | pikepdf.Object,
        resources: pikepdf.Object,
        graphics: Graphics,
        depth: int,
    ) -> None:
        spaces = _Spaces()
        named: set[tuple[str, str]] = set()  # what is asked for again says nothing new
        for instruction in pikepdf.parse_content_stream(stream, _READ):
            operator = str(instruction.operator)
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                self._read_picture(instruction.iimage.obj, resources, graphics)
            elif operator in ("q", "Q"):
                spaces.save_or_restore(operator)
            elif operator in _COLOURS:
                spaces.read(operator, list(instruction.operands), resources, graphics)
            elif (call := (operator, str(instruction.operands[0]))) not in named:
                named.add(call)
                self._read_named(*call, resources, graphics, depth)

    def _read_named(
        self,
        operator: str,
        name: str,
        resources: pikepdf.Object,
        graphics: Graphics,
        depth: int,
    ) -> None:
        """Read what an operator names of the resources."""
        if operator == "gs":
            self._read_state(resources["/ExtGState"][name], resources, graphics, depth)
        elif operator == "Tf":
            font = resources.get("/Font", pikepdf.Dictionary()).get(name)
            if font is not None:
                graphics.fonts[str(font.get("/BaseFont", name))] = font
        elif operator == "sh":
            shading = resources["/Shading"][name]
            graphics.colours.update(colours_of(shading.get("/ColorSpace")))
        elif operator == "Do":
            drawn = resources["/XObject"][name]
            if drawn.get("/Subtype") == "/Image":
                self._read_picture(drawn, resources, graphics)
            elif drawn.get("/Subtype") == "/PS":
                graphics.faults.add("it holds PostScript")
            else:
                graphics.add(self._read_form(drawn, resources, depth + 1))

    def _read_form(self, form: pikepdf.Object, outer: pikepdf.Object, depth: int) -> Graphics:
        number = form.objgen
        if number in self._known and number != (0, 0):
            return self._known[number]
        graphics = Graphics()
        if depth > _MOST_NESTING:
            graphics.is_cut_off = True
            return graphics
        self._known[number] = graphics  # a form that draws itself finds this
        self._read_group(form, graphics)
        resources = form.get("/Resources", outer)
        for pattern in _values(resources, "/Pattern"):
            self._read_pattern(pattern, graphics, resources, depth)
        self._read_stream(form, resources, graphics, depth)
        return graphics

    def _read_pattern(
        self, pattern: pikepdf.Object, graphics: Graphics, resources: pikepdf.Object, depth: int
    ) -> None:
        if isinstance(pattern, pikepdf.Stream):
            graphics.add(self._read_form(pattern, resources, depth + 1))
        elif "/Shading" in pattern:
            graphics.colours.update(colours_of(pattern.Shading.get("/ColorSpace")))

    def _read_group(self, drawn: pikepdf.Object, graphics: Graphics) -> None:
        group = drawn.get("/Group")
        if isinstance(group, pikepdf.Dictionary) and group.get("/S") == "/Transparency":
            graphics.colours.update(colours_of(group.get("/CS")))

    def _read_state(
        self, state: pikepdf.Object, resources: pikepdf.Object, graphics: Graphics, depth: int
    ) -> None:
        """Read a graphics state (ISO 32000-1, 8.4.5)."""
        mask = state.get("/SMask", pikepdf.Name("/None"))
        modes = {str(mode) for mode in list_of(state.get("/BM"))} - {"/Normal", "/Compatible"}
        opacity = min(float(state.get("/ca", 1.0)), float(state.get("/CA", 1.0)))
        if modes or opacity < 1.0 or isinstance(mask, pikepdf.Dictionary):
            graphics.is_transparent = True
        if isinstance(mask, pikepdf.Dictionary) and "/G" in mask:
            self._read_form(mask.G, resources, depth + 1)  # a mask leaves no ink of its own
        if bool(state.get("/OP", False)) or bool(state.get("/op", False)):
            graphics.overprints = True
        if "/TR" in state or state.get("/TR2", pikepdf.Name("/Default")) != "/Default":
            graphics.faults.add("it holds a transfer function")

    def _read_picture(
        self, picture: pikepdf.Object, resources: pikepdf.Object, graphics: Graphics
    ) -> None:
        number = picture.objgen
        if number == (0, 0) or number not in self._known:
            self._known[number] = _read_picture(picture, resources)
        graphics.add(self._known[number])


def _read_picture(picture: pikepdf.Object, resources: pikepdf.Object) -> Graphics:
    graphics = Graphics()
    if isinstance(picture.get("/SMask"), pikepdf.Stream) or int(picture.get("/SMaskInData", 0)):
        graphics.is_transparent = True
    if bool(picture.get("/ImageMask", picture.get("/IM", False))):
        return graphics  # painted in the colour of the moment
    space = picture.get("/ColorSpace", picture.get("/CS"))
    if isinstance(space, pikepdf.Name):
        space = _look_up(resources, "/ColorSpace", space)
    graphics.colours.update(colours_of(space))
    if isinstance(picture, pikepdf.Stream) and is_made_of_inks(space):
        graphics.most_ink_percent = read_most_ink(picture)
    return graphics


def _add_ink(graphics: Graphics, operands: Sequence[pikepdf.Object]) -> None:
    """Add up the inks of one colour."""
    amounts = [float(value) for value in operands if not isinstance(value, pikepdf.Name)]
    if len(amounts) != 1:  # one ink is at most 100 percent
        graphics.most_ink_percent = max(graphics.most_ink_percent, 100.0 * sum(amounts))


def _look_up(resources: pikepdf.Object, kind: str, name: pikepdf.Object) -> pikepdf.Object | None:
    """Return what a name stands for, itself if it stands for nothing else."""
    found = resources.get(kind, pikepdf.Dictionary()).get(str(name))
    return name if found is None else found


def _values(resources: pikepdf.Object, kind: str) -> list[pikepdf.Object]:
    return [value for _, value in resources.get(kind, pikepdf.Dictionary()).items()]


def _appearances(annotation: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Give the streams of an annotation as it is printed (ISO 32000-1, 12.5.5)."""
    with suppress(AttributeError, KeyError):
        normal = annotation["/AP"]["/N"]
        if isinstance(normal, pikepdf.Stream):
            yield normal
        elif isinstance(normal, pikepdf.Dictionary):
            yield from (value for _, value in normal.items() if isinstance(value, pikepdf.Stream))
