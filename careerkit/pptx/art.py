"""A career's id goes in; its art comes out as a group of native freeforms in theme colours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from careerkit.art.artwork import cover_art, section_strip
from careerkit.art.icons import ICON_GRID, icon_shape
from careerkit.document.shapes import Shape
from careerkit.document.theme import Role
from careerkit.pptx.shapes import Numbers, freeform, group, non_visual, solid
from careerkit.pptx.text_frame import emu
from careerkit.slides.plan import PlacedArt, PlacedIcon
from careerkit.slides.slide_layout import Area
from careerkit.slides.slide_master import SlideMaster

_SCHEME_OF_ROLE: dict[Role, str] = {
    "ink": "tx1",
    "paper": "bg1",
    "tint": "bg2",
    "accent": "accent1",
    "accent_soft": "accent2",
    "signal": "accent3",
}


def draw_art(art: PlacedArt, numbers: Numbers) -> str:
    """Draw the art of a career as one group of freeforms."""
    head = non_visual(numbers.next(), "Art", art.alt)
    shapes = cover_art(art.seed, art.box.width, art.box.height)
    return group(art.box, head, _freeforms(shapes, art.box, numbers))


def draw_spine(seed: str, master: SlideMaster, numbers: Numbers) -> str:
    """Draw the strip of a career's art down the edge where lines begin, in tiles wide as high."""
    height = master.height
    width = height / 24
    shapes = [
        Shape(
            tuple((letter, _swap(values)) for letter, values in shape.commands),
            shape.fill,
            shape.stroke,
            shape.stroke_width,
        )
        for shape in section_strip(seed, height, width)
    ]
    box = Area(master.width - width if master.is_rtl else 0, 0, width, height)
    head = non_visual(numbers.next(), "Art", "")
    return group(box, head, _freeforms(shapes, box, numbers))


def draw_icon(icon: PlacedIcon, stroke_width: float, numbers: Numbers) -> str:
    """Draw one of the theme's icons, in lines of a width on the grid that icons are drawn on."""
    box = icon.box
    width = stroke_width * box.width / ICON_GRID
    shape = Shape(icon_shape(icon.path, box.width, 0, 0), None, icon.stroke, width)
    return _freeforms([shape], box, numbers)


def _swap(values: tuple[float, ...]) -> tuple[float, ...]:
    """Exchange x and y, which lays a row of tiles down as a column."""
    return tuple(value for x, y in zip(values[::2], values[1::2], strict=True) for value in (y, x))


def _freeforms(shapes: Iterable[Shape], box: Area, numbers: Numbers) -> str:
    """Write freeforms; neighbours of one colour in one shape."""
    written = []
    for (fill, stroke, width), run in groupby(
        shapes, key=lambda shape: (shape.fill, shape.stroke, shape.stroke_width)
    ):
        paths = "".join(
            _path(_commands(shape), box.width, box.height, filled=fill is not None) for shape in run
        )
        paint = solid(_SCHEME_OF_ROLE[fill]) if fill else "<a:noFill/>"
        line = (
            f'<a:ln w="{emu(width)}" cap="rnd">{solid(_SCHEME_OF_ROLE[stroke])}<a:round/></a:ln>'
            if stroke
            else "<a:ln><a:noFill/></a:ln>"
        )
        written.append(freeform(numbers.next(), box, paths, paint, line))
    return "".join(written)


def _path(commands: Iterable[str], width: float, height: float, *, filled: bool = True) -> str:
    fill = "" if filled else ' fill="none"'
    return f'<a:path w="{emu(width)}" h="{emu(height)}"{fill}>{"".join(commands)}</a:path>'


def _commands(shape: Shape) -> Iterator[str]:
    names = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo"}
    for letter, values in shape.commands:
        if letter == "Z":
            yield "<a:close/>"
            continue
        points = "".join(
            f'<a:pt x="{emu(x)}" y="{emu(y)}"/>'
            for x, y in zip(values[::2], values[1::2], strict=True)
        )
        yield f"<a:{names[letter]}>{points}</a:{names[letter]}>"
