"""Pages laid out as if read from left to right go in; the same, read from right to left, come out.

All of a page is mirrored, but for the inside of words, icons, codes and pictures: these stand
upright, at the mirrored place.
"""

from __future__ import annotations

from typing import assert_never

from careerkit.document.shapes import PathCommand, PathCommands
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
from careerkit.pages.page import Boxes, Page


def mirror_page(page: Page) -> Page:
    """Return a page mirrored about the middle of its media box, the boxes included."""
    width = page.boxes.media.width
    media, *others = page.boxes
    boxes = (box and box._replace(left=width - box.left - box.width) for box in others)
    return Page(tuple([_mirror(mark, width) for mark in page.marks]), Boxes(media, *boxes))


def _mirror(mark: Mark, page_width: float) -> Mark:
    match mark:
        case TextMark():
            return TextMark(page_width - mark.x - mark.line.right_edge_pt, *mark[1:])
        case PathMark():
            if mark.upright_width is not None:
                return PathMark(page_width - mark.x - mark.upright_width, *mark[1:])
            return PathMark(page_width - mark.x, mark.top, _turn_round(mark.commands), *mark[3:])
        case RectangleMark():
            return RectangleMark(page_width - mark.x - mark.width, *mark[1:])
        case PictureMark():
            return PictureMark(page_width - mark.x - mark.width, *mark[1:])
        case ClipStart():
            return ClipStart(page_width - mark.x - mark.width, *mark[1:])
        case CodeMark():
            return CodeMark(page_width - mark.x - mark.size, *mark[1:])
        case NamedPlace():
            return NamedPlace(page_width - mark.x, *mark[1:])
        case OutlineEntry() | ClipEnd():
            return mark
    assert_never(mark)


def _turn_round(commands: PathCommands) -> PathCommands:
    """Return a path that runs as far to the left of its origin as it did to the right."""
    turned: list[PathCommand] = []
    for letter, numbers in commands:
        points: tuple[float, ...] = numbers
        if len(numbers) == 2:
            points = (-numbers[0], numbers[1])
        elif len(numbers) == 6:
            x1, y1, x2, y2, x, y = numbers
            points = (-x1, y1, -x2, y2, -x, y)
        turned.append((letter, points))
    return tuple(turned)
