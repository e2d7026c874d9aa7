"""A web address goes in; its QR code comes out as one native shape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from careerkit.art.qr_code import QUIET_MODULES, qr_modules
from careerkit.pptx.shapes import Numbers, freeform, group, non_visual, transform
from careerkit.pptx.text_frame import LinkWriter
from careerkit.slides.plan import PlacedCode

Point = tuple[int, int]

_CODES_REMEMBERED = 64


def draw_code(code: PlacedCode, numbers: Numbers, link: LinkWriter) -> str:
    """Draw a QR code as one black freeform on white, its quiet zone inside the box."""
    box = code.box
    # Black on white whatever the theme: a camera reads a code by its contrast.
    ground = (
        f"<p:sp><p:nvSpPr>{non_visual(numbers.next(), 'Ground', '')}<p:cNvSpPr/><p:nvPr/>"
        f'</p:nvSpPr><p:spPr>{transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:prstClr val="white"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>'
        "</p:sp>"
    )
    modules = freeform(
        numbers.next(),
        box,
        _draw_modules(code.url),
        '<a:solidFill><a:prstClr val="black"/></a:solidFill>',
        "<a:ln><a:noFill/></a:ln>",
    )
    head = non_visual(numbers.next(), "QR code", code.alt, link(code.url))
    return group(box, head, ground + modules)


@lru_cache(maxsize=_CODES_REMEMBERED)
def _draw_modules(url: str) -> str:
    """Write the outlines of a code's dark parts; a career's codes are the same in all languages."""
    matrix = qr_modules(url)
    size = len(matrix) + 2 * QUIET_MODULES
    drawn = "".join(
        "<a:moveTo>{}</a:moveTo>{}<a:close/>".format(
            _grid_point(outline[0]),
            "".join(f"<a:lnTo>{_grid_point(point)}</a:lnTo>" for point in outline[1:]),
        )
        for outline in _outlines(matrix)
    )
    return f'<a:path w="{size}" h="{size}">{drawn}</a:path>'


def _grid_point(point: Point) -> str:
    return f'<a:pt x="{point[0] + QUIET_MODULES}" y="{point[1] + QUIET_MODULES}"/>'


def _outlines(matrix: Sequence[Sequence[int]]) -> Iterator[list[Point]]:
    """Walk round each dark area, dark on the right hand, so that no seam shows inside it."""
    following = _edges(matrix)
    for start in sorted(following):
        while start in following:
            yield _corners(_walk_round(start, following))


def _walk_round(start: Point, following: dict[Point, list[Point]]) -> list[Point]:
    """Take the sides of one outline out of those that are left, from a corner back to it."""
    outline = [start]
    while True:
        ends = following[outline[-1]]
        end = ends.pop()
        if not ends:
            del following[outline[-1]]
        if end == start:
            return outline
        outline.append(end)


def _edges(matrix: Sequence[Sequence[int]]) -> dict[Point, list[Point]]:
    """Return the sides between a dark cell and a light one, from one corner to the next."""
    dark = {(x, y) for y, row in enumerate(matrix) for x, cell in enumerate(row) if cell}
    following: dict[Point, list[Point]] = {}
    for x, y in sorted(dark):
        for neighbour, start, end in (
            ((x, y - 1), (x, y), (x + 1, y)),
            ((x + 1, y), (x + 1, y), (x + 1, y + 1)),
            ((x, y + 1), (x + 1, y + 1), (x, y + 1)),
            ((x - 1, y), (x, y + 1), (x, y)),
        ):
            if neighbour not in dark:
                following.setdefault(start, []).append(end)
    return following


def _corners(outline: list[Point]) -> list[Point]:
    """Leave out the points that lie on a straight line."""
    return [
        point
        for before, point, after in zip(
            [outline[-1], *outline[:-1]], outline, [*outline[1:], outline[0]], strict=True
        )
        if (before[0] != after[0] and before[1] != after[1])
    ]
