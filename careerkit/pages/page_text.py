"""A composed page goes in; text for people to read and compare comes out, a line for each mark.

A line says what kind of mark it is, where it begins, what of it is seen, its colour role, and the
tag of its structure element, ``artifact`` where it has none. Places are in points from the page's
upper left corner, to a tenth.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from careerkit.document.shapes import PathCommands
from careerkit.pages.links import links_of
from careerkit.pages.marks import (
    ClipEnd,
    ClipStart,
    CodeMark,
    Mark,
    NamedPlace,
    OutlineEntry,
    Owner,
    PathMark,
    PictureMark,
    RectangleMark,
    TextMark,
)
from careerkit.pages.page import Page


def page_as_text(page: Page) -> str:
    """Return a page's boxes and marks, a line for each, and below a line of text its links."""
    boxes = page.boxes._asdict().items()
    lines = [f"{name} box {_numbers(*box)}" for name, box in boxes if box is not None]
    for mark in page.marks:
        lines.append(_describe(mark))
        if isinstance(mark, TextMark):
            lines += [
                f"  link {_numbers(link.left, link.top, link.right, link.bottom)} {link.target}"
                for link in links_of(mark)
            ]
    return "\n".join([*lines, ""])


def _describe(mark: Mark) -> str:
    match mark:
        case TextMark():
            of_text = f"{_numbers(mark.x, mark.baseline)} {mark.size_pt:.1f}pt"
            return f"text {of_text} {mark.colour} {_tags(mark.element)} {mark.line.text!r}"
        case RectangleMark():
            place = _numbers(mark.x, mark.top, mark.width, mark.height)
            return f"rectangle {place} {mark.fill} {_tags(mark.element)}"
        case PathMark():
            return f"path {' '.join(_of_path(mark))} {_tags(mark.element)}"
        case CodeMark():
            modules = f"{len(mark.rows)} modules"
            place = _numbers(mark.x, mark.top, mark.size)
            return f"code {place} {modules} {_tags(mark.element)}"
        case PictureMark():
            place = _numbers(mark.x, mark.top, mark.width, mark.height)
            return f"picture {place} {mark.path.name} {_tags(mark.element)}"
        case NamedPlace():
            return f"place {_numbers(mark.x, mark.top)} {mark.name}"
        case ClipStart():
            return f"clip {_numbers(mark.x, mark.top, mark.width, mark.height)}"
        case ClipEnd():
            return "clip ends"
        case OutlineEntry():
            return f"outline {mark.level} {mark.title!r} to {mark.name}"
    assert_never(mark)


def _of_path(mark: PathMark) -> Iterator[str]:
    """Give the rectangle that a path's points lie in, and how the path is painted."""
    left, top, right, bottom = _extent(mark.commands)
    yield _numbers(mark.x + left, mark.top + top, right - left, bottom - top)
    if mark.fill is not None:
        yield f"fill {mark.fill}"
    if mark.stroke is not None:
        yield f"stroke {mark.stroke} {mark.stroke_width:.1f}pt"
    if mark.dash is not None:
        yield f"dash {_numbers(*mark.dash)}"
    if mark.upright_width is not None:
        yield "upright"


def _extent(commands: PathCommands) -> tuple[float, float, float, float]:
    across = [number for _, numbers in commands for number in numbers[::2]]
    down = [number for _, numbers in commands for number in numbers[1::2]]
    return min(across), min(down), max(across), max(down)


def _tags(owner: Owner) -> str:
    if owner is None:
        return "artifact"
    return "+".join(element.tag for element in owner) if isinstance(owner, tuple) else owner.tag


def _numbers(*values: float) -> str:
    return " ".join(f"{value:.1f}" if round(value, 1) else "0.0" for value in values)
