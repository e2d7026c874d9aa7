"""The tree of shapes of a slide goes in; each shape comes out with where it really stands.

A shape in a group is placed in the group's own measure (ECMA-376, part 1, 20.1.7.5): what it says
of itself is carried over to the slide.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from careerkit.preflight.pptx.presentation import A, Element, P, Slide

_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_SHAPES = frozenset(f"{P}{name}" for name in ("sp", "grpSp", "graphicFrame", "cxnSp", "pic"))


@dataclass(frozen=True, slots=True)
class GroupTransform:
    """How a group's measure lies on the slide: ``slide = offset + scale * own``."""

    x: float = 0.0
    y: float = 0.0
    scale_x: float = 1.0
    scale_y: float = 1.0


@dataclass(frozen=True, slots=True)
class SlideShape:
    """A shape of a slide. ``box`` is (left, top, right, bottom) in EMU, None if the layout's.

    ``is_described`` says that it, or a group around it, has words for it or is decoration;
    ``placeholder`` is what marks it as one, None for any other shape; ``is_grouped`` says that it
    is part of a group.
    """

    element: Element
    name: str
    number: str
    box: tuple[float, float, float, float] | None
    is_described: bool
    placeholder: Element | None
    is_grouped: bool = False

    @property
    def words(self) -> str:
        """Return what is said of it to who does not see it, "" for decoration."""
        properties = self.element.find(f"*/{P}cNvPr")
        return "" if properties is None else properties.get("descr", "").strip()

    @property
    def kind(self) -> str:
        """Return the element's name: sp, grpSp, graphicFrame, cxnSp or pic."""
        return str(self.element.tag).rpartition("}")[2]

    @property
    def text(self) -> str:
        """Return what is written in it, a table's cells included."""
        return "".join(each.text or "" for each in self.element.iter(f"{A}t"))


def shapes_of(root: Element) -> Iterator[SlideShape]:
    """Give all shapes of a slide, a layout or a notes page, groups before what is in them."""
    tree = root.find(f"{P}cSld/{P}spTree")
    assert tree is not None
    yield from _walk(tree, GroupTransform(), is_described=False)


def place_of(shape: SlideShape, slide: Slide) -> tuple[float, float, float, float] | None:
    """Return where a shape stands on its slide: by itself, its layout or its master."""
    if shape.box is not None or shape.placeholder is None:
        return shape.box
    kind, index = shape.placeholder.get("type", "obj"), shape.placeholder.get("idx", "0")
    for root in (slide.layout, slide.master):
        marked = [
            (each, each.placeholder)
            for each in shapes_of(root)
            if each.placeholder is not None and each.placeholder.get("type", "obj") == kind
        ]
        same = [each for each, mark in marked if mark.get("idx", "0") == index]
        for each in (*same, *(other for other, _ in marked)):
            if each.box is not None:
                return each.box
    return None


def _walk(parent: Element, frame: GroupTransform, *, is_described: bool) -> Iterator[SlideShape]:
    for element in parent:
        if element.tag not in _SHAPES:
            continue
        properties = element.find(f"*/{P}cNvPr")
        assert properties is not None
        described = is_described or bool(properties.get("descr", "").strip())
        described = described or any(
            mark.get("val") in {"1", "true"} for mark in properties.iter(_DECORATIVE)
        )
        yield SlideShape(
            element,
            properties.get("name", ""),
            properties.get("id", ""),
            _box(element, frame),
            described,
            element.find(f"*/{P}nvPr/{P}ph"),
            parent.tag == f"{P}grpSp",
        )
        if element.tag == f"{P}grpSp":
            yield from _walk(element, _inside(element, frame), is_described=described)


def _transform(element: Element) -> Element | None:
    if element.tag == f"{P}graphicFrame":
        return element.find(f"{P}xfrm")
    if element.tag == f"{P}grpSp":
        return element.find(f"{P}grpSpPr/{A}xfrm")
    return element.find(f"{P}spPr/{A}xfrm")


def _pair(transform: Element, name: str, first: str, second: str) -> tuple[int, int]:
    element = transform.find(f"{A}{name}")
    assert element is not None
    return int(element.get(first, "0")), int(element.get(second, "0"))


def _box(element: Element, frame: GroupTransform) -> tuple[float, float, float, float] | None:
    transform = _transform(element)
    if transform is None:
        return None
    x, y = _pair(transform, "off", "x", "y")
    width, height = _pair(transform, "ext", "cx", "cy")
    left, top = frame.x + frame.scale_x * x, frame.y + frame.scale_y * y
    return left, top, left + frame.scale_x * width, top + frame.scale_y * height


def _inside(group: Element, frame: GroupTransform) -> GroupTransform:
    """Return how the measure of a group's members lies on the slide."""
    transform = _transform(group)
    if transform is None or transform.find(f"{A}chExt") is None:
        return frame
    x, y = _pair(transform, "off", "x", "y")
    width, height = _pair(transform, "ext", "cx", "cy")
    own_x, own_y = _pair(transform, "chOff", "x", "y")
    own_width, own_height = _pair(transform, "chExt", "cx", "cy")
    scale_x = width / own_width if own_width else 1.0
    scale_y = height / own_height if own_height else 1.0
    return GroupTransform(
        frame.x + frame.scale_x * (x - own_x * scale_x),
        frame.y + frame.scale_y * (y - own_y * scale_y),
        frame.scale_x * scale_x,
        frame.scale_y * scale_y,
    )
