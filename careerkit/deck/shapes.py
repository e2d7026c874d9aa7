"""What is drawn on a slide goes in; the XML of native vector shapes comes out.

Colours are those of the theme. A shape either says in words what it shows or is marked as
decoration, so that a screen reader passes it by.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from careerkit.deck.frames import Box
from careerkit.deck.plan import Art, Code, Trail
from careerkit.deck.text_frame import LinkWriter, attribute, emu
from careerkit.layout.artwork import cover_art, section_strip
from careerkit.layout.shapes import Shape
from careerkit.layout.theme import Role

SCHEME_OF_ROLE: dict[Role, str] = {
    "ink": "tx1",
    "paper": "bg1",
    "tint": "bg2",
    "accent": "accent1",
    "accent_soft": "accent2",
    "signal": "accent3",
}
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
_QUIET_ZONE_MODULES = 4


class Numbers:
    """Gives each shape of a slide its number."""

    def __init__(self) -> None:
        self._last = 1

    def next(self) -> int:
        """Return the next free number; 1 is the slide's own tree."""
        self._last += 1
        return self._last


def non_visual(number: int, name: str, alt: str | None, inner: str = "") -> str:
    """Write a shape's name and words; ``alt`` "" is decoration, None where text speaks itself."""
    words = f" descr={attribute(alt)}" if alt else ""
    inner += _DECORATIVE if alt == "" else ""
    return f'<p:cNvPr id="{number}" name={attribute(name)}{words}>{inner}</p:cNvPr>'


def transform(box: Box, tag: str = "a", child: str = "") -> str:
    """Write where a shape stands."""
    x, y, width, height = (emu(value) for value in (box.x, box.y, box.width, box.height))
    return (
        f'<{tag}:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/>{child}'
        f"</{tag}:xfrm>"
    )


def group(box: Box, head: str, shapes: str) -> str:
    """Write shapes as one group, drawn at their true places."""
    x, y, width, height = (emu(value) for value in (box.x, box.y, box.width, box.height))
    child = f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{width}" cy="{height}"/>'
    return (
        f"<p:grpSp><p:nvGrpSpPr>{head}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr>{transform(box, child=child)}</p:grpSpPr>{shapes}</p:grpSp>"
    )


def draw_art(art: Art, numbers: Numbers) -> str:
    """Draw the art of a career as one group of freeforms."""
    head = non_visual(numbers.next(), "Art", art.alt)
    shapes = cover_art(art.seed, art.box.width, art.box.height)
    return group(art.box, head, _freeforms(shapes, art.box, numbers))


def draw_spine(seed: str, height: float, numbers: Numbers) -> str:
    """Draw the strip of a career's art down the slide's left edge, in tiles as wide as high."""
    width = height / 24
    shapes = [
        Shape(
            tuple((letter, _swap(values)) for letter, values in shape.points),
            shape.fill,
            shape.stroke,
            shape.stroke_width,
        )
        for shape in section_strip(seed, height, width)
    ]
    box = Box(0, 0, width, height)
    head = non_visual(numbers.next(), "Art", "")
    return group(box, head, _freeforms(shapes, box, numbers))


def _swap(values: tuple[float, ...]) -> tuple[float, ...]:
    """Exchange x and y, which lays a row of tiles down as a column."""
    return tuple(value for x, y in zip(values[::2], values[1::2], strict=True) for value in (y, x))


def _freeforms(shapes: Iterable[Shape], box: Box, numbers: Numbers) -> str:
    """Write freeforms; neighbours of one colour in one shape."""
    written = []
    for (fill, stroke, width), run in groupby(
        shapes, key=lambda shape: (shape.fill, shape.stroke, shape.stroke_width)
    ):
        paths = "".join(
            _path(_commands(shape), box.width, box.height, filled=fill is not None) for shape in run
        )
        paint = _solid(SCHEME_OF_ROLE[fill]) if fill else "<a:noFill/>"
        line = (
            f'<a:ln w="{emu(width)}" cap="rnd">{_solid(SCHEME_OF_ROLE[stroke])}<a:round/></a:ln>'
            if stroke
            else "<a:ln><a:noFill/></a:ln>"
        )
        written.append(_freeform(numbers.next(), box, paths, paint, line))
    return "".join(written)


def _freeform(number: int, box: Box, paths: str, paint: str, line: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Shape {number}">{_DECORATIVE}</p:cNvPr>'
        f"<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{transform(box)}<a:custGeom><a:avLst/>"
        f'<a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst>{paths}</a:pathLst></a:custGeom>{paint}{line}</p:spPr></p:sp>"
    )


def _path(commands: Iterable[str], width: float, height: float, *, filled: bool = True) -> str:
    fill = "" if filled else ' fill="none"'
    return f'<a:path w="{emu(width)}" h="{emu(height)}"{fill}>{"".join(commands)}</a:path>'


def _commands(shape: Shape) -> Iterator[str]:
    names = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo"}
    for letter, values in shape.points:
        if letter == "Z":
            yield "<a:close/>"
            continue
        points = "".join(
            f'<a:pt x="{emu(x)}" y="{emu(y)}"/>'
            for x, y in zip(values[::2], values[1::2], strict=True)
        )
        yield f"<a:{names[letter]}>{points}</a:{names[letter]}>"


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'


# --- codes -----------------------------------------------------------------------------------


def draw_code(code: Code, numbers: Numbers, link: LinkWriter) -> str:
    """Draw a QR code as one black freeform on white, its quiet zone inside the box."""
    import segno

    matrix = [bytes(row) for row in segno.make_qr(code.url, error="m").matrix]
    size = len(matrix) + 2 * _QUIET_ZONE_MODULES
    # The dark part begins where the words below it do; the quiet zone lies in the margin.
    quiet = code.box.width * _QUIET_ZONE_MODULES / size
    box = replace(code.box, x=code.box.x - quiet)
    corners = [
        [(x + _QUIET_ZONE_MODULES, y + _QUIET_ZONE_MODULES) for x, y in outline]
        for outline in _outlines(matrix)
    ]
    drawn = "".join(
        "<a:moveTo>{}</a:moveTo>{}<a:close/>".format(
            _grid_point(outline[0]),
            "".join(f"<a:lnTo>{_grid_point(point)}</a:lnTo>" for point in outline[1:]),
        )
        for outline in corners
    )
    # Black on white whatever the theme: a camera reads a code by its contrast.
    ground = (
        f"<p:sp><p:nvSpPr>{non_visual(numbers.next(), 'Ground', '')}<p:cNvSpPr/><p:nvPr/>"
        f'</p:nvSpPr><p:spPr>{transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:prstClr val="white"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )
    modules = _freeform(
        numbers.next(),
        box,
        f'<a:path w="{size}" h="{size}">{drawn}</a:path>',
        '<a:solidFill><a:prstClr val="black"/></a:solidFill>',
        "<a:ln><a:noFill/></a:ln>",
    )
    head = non_visual(numbers.next(), "QR code", code.alt, link(code.url))
    return group(box, head, ground + modules)


def _grid_point(point: tuple[int, int]) -> str:
    return f'<a:pt x="{point[0]}" y="{point[1]}"/>'


def _outlines(matrix: list[bytes]) -> Iterator[list[tuple[int, int]]]:
    """Walk round each dark area, dark on the right hand, so that no seam shows inside it."""
    height, width = len(matrix), len(matrix[0])

    def dark(x: int, y: int) -> bool:
        return 0 <= x < width and 0 <= y < height and bool(matrix[y][x])

    following: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for y in range(height):
        for x in range(width):
            if not dark(x, y):
                continue
            for is_inside, start, end in (
                (dark(x, y - 1), (x, y), (x + 1, y)),
                (dark(x + 1, y), (x + 1, y), (x + 1, y + 1)),
                (dark(x, y + 1), (x + 1, y + 1), (x, y + 1)),
                (dark(x - 1, y), (x, y + 1), (x, y)),
            ):
                if not is_inside:
                    following.setdefault(start, []).append(end)
    while following:
        start = min(following)
        outline = [start]
        point = start
        while True:
            ends = following[point]
            end = ends.pop()
            if not ends:
                del following[point]
            if end == start:
                break
            outline.append(end)
            point = end
        yield _corners(outline)


def _corners(outline: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave out the points that lie on a straight line."""
    return [
        point
        for before, point, after in zip(
            [outline[-1], *outline[:-1]], outline, [*outline[1:], outline[0]], strict=True
        )
        if (before[0] != after[0] and before[1] != after[1])
    ]


# --- the path --------------------------------------------------------------------------------


def draw_trail(trail: Trail, language: str, numbers: Numbers) -> str:
    """Draw the line of a path with a numbered node for each stage."""
    number = numbers.next()
    top = trail.y - trail.radius
    box = Box(trail.left, top, trail.right - trail.left, 2 * trail.radius)
    line = Box(trail.left, trail.y, trail.right - trail.left, 0)
    shapes = [
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{numbers.next()}" name="Line">{_DECORATIVE}</p:cNvPr>'
        f"<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>{transform(line)}"
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{emu(5)}">{_solid("accent2")}<a:tailEnd type="triangle"/></a:ln>'
        "</p:spPr></p:cxnSp>"
    ]
    for place, centre in enumerate(trail.centres):
        count = trail.first + place
        shapes.append(_node(count, centre, trail, language, numbers))
    return group(box, non_visual(number, "Path", trail.alt), "".join(shapes))


def _node(count: int, centre: float, trail: Trail, language: str, numbers: Numbers) -> str:
    filled = trail.current in (0, count)
    radius = trail.radius
    box = Box(centre - radius, trail.y - radius, 2 * radius, 2 * radius)
    number = numbers.next()
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Node {count}"/><p:cNvSpPr/><p:nvPr/>'
        f'</p:nvSpPr><p:spPr>{transform(box)}<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
        f"{_solid('accent1' if filled else 'bg1')}"
        f'<a:ln w="{emu(2.5)}">{_solid("accent1")}</a:ln></p:spPr>'
        '<p:style><a:lnRef idx="0"><a:schemeClr val="accent1"/></a:lnRef>'
        '<a:fillRef idx="0"><a:schemeClr val="accent1"/></a:fillRef>'
        '<a:effectRef idx="0"><a:schemeClr val="accent1"/></a:effectRef>'
        f'<a:fontRef idx="minor"><a:schemeClr val="{"bg1" if filled else "tx2"}"/></a:fontRef>'
        '</p:style><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" '
        'anchor="ctr"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr algn="ctr"/><a:r>'
        f'<a:rPr lang={attribute(language)} b="1"/><a:t>{count}</a:t></a:r></a:p></p:txBody></p:sp>'
    )
