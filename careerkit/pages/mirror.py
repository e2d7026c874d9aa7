"""Pages laid out as if read from left to right go in; the same, read from right to left, come out.

All of a page is mirrored, but for the inside of words, icons, codes and pictures: these stand
upright, at the mirrored place.
"""

from __future__ import annotations

from typing import assert_never

from careerkit.document.shapes import PathCommands
from careerkit.pages.marks import (
    CodeMark,
    Mark,
    NamedPlace,
    OutlineEntry,
    PathMark,
    PictureMark,
    RectangleMark,
    TextMark,
)
from careerkit.pages.page import Page


def mirror_page(page: Page) -> Page:
    """Return a page mirrored about the middle of its media box, the boxes included."""
    width = page.boxes.media.width
    media, *others = page.boxes
    boxes = (box and box._replace(left=width - box.left - box.width) for box in others)
    marks = tuple([_mirror(mark, width) for mark in page.marks])
    return Page(marks, type(page.boxes)(media, *boxes))


def _mirror(mark: Mark, page_width: float) -> Mark:
    match mark:
        case TextMark():
            return mark._replace(x=page_width - mark.x - mark.line.right_edge_pt)
        case RectangleMark() | PictureMark():
            return mark._replace(x=page_width - mark.x - mark.width)
        case PathMark():
            if mark.upright_width is not None:
                return mark._replace(x=page_width - mark.x - mark.upright_width)
            commands = _turn_round(mark.commands)
            return mark._replace(x=page_width - mark.x, commands=commands)
        case CodeMark():
            return mark._replace(x=page_width - mark.x - mark.size)
        case NamedPlace():
            return mark._replace(x=page_width - mark.x)
        case OutlineEntry():
            return mark
    assert_never(mark)


def _turn_round(commands: PathCommands) -> PathCommands:
    """Return a path that runs as far to the left of its origin as it did to the right."""
    return tuple(
        (
            letter,
            tuple(-number if index % 2 == 0 else number for index, number in enumerate(numbers)),
        )
        for letter, numbers in commands
    )
