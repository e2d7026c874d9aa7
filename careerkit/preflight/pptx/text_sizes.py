"""A slide goes in; the smallest size of each text on it comes out, as PowerPoint would show it.

A run that says no size takes that of its shape, else of the layout's placeholder, else of the
master's, else of the master's style for its kind, else of the presentation (ECMA-376, part 1,
19.3.1.51 and 21.1.2.4). Shrink-to-fit is counted in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from careerkit.preflight.pptx.presentation import A, Element, P, Slide
from careerkit.preflight.pptx.shapes import SlideShape

_DEFAULT_SIZE = 1800  # hundredths of a point, where nothing says otherwise
_TITLES = frozenset(["title", "ctrTitle"])
_OTHERS = frozenset(["dt", "ftr", "sldNum"])


class TextSizes:
    """Looks up sizes in one deck, the placeholders of each layout and master read once."""

    def __init__(self, presentation: Element) -> None:
        """Take the root of the presentation, which has the last word."""
        self._default = presentation.find(f"{P}defaultTextStyle")
        self._known: dict[Element, list[tuple[str, str, Element]]] = {}

    def smallest(self, shape: SlideShape, slide: Slide) -> float | None:
        """Return the size in points of the smallest text in a shape, None if it has none."""
        own: list[int] = []
        levels: set[str] = set()
        for run in shape.element.iter(f"{A}r", f"{A}fld"):
            if not (run.findtext(f"{A}t") or "").strip():
                continue
            properties = run.find(f"{A}rPr")
            size = "" if properties is None else properties.get("sz", "")
            if size:
                own.append(int(size))
            else:
                levels.add(level_of(run))
        chain = list(self.chain(shape, slide)) if levels else []
        own += (_inherited_size(level, chain) for level in levels)
        return min(own) / 100 * _shrinking(shape.element) if own else None

    def chain(self, shape: SlideShape, slide: Slide) -> Iterator[Element]:
        """Give the lists of level styles that hold for a shape, the nearest first."""
        yield from shape.element.iterfind(f"{P}txBody/{A}lstStyle")
        mark = shape.placeholder
        if mark is not None:
            kind = mark.get("type", "obj")
            for root in (slide.layout, slide.master):
                yield from _matching(self._placeholders(root), kind, mark.get("idx", "0"))
            name = "titleStyle" if kind in _TITLES else "bodyStyle"
            name = "otherStyle" if kind in _OTHERS else name
            yield from slide.master.iterfind(f"{P}txStyles/{P}{name}")
        if self._default is not None:
            yield self._default

    def _placeholders(self, root: Element) -> list[tuple[str, str, Element]]:
        if root not in self._known:
            self._known[root] = list(_placeholders(root))
        return self._known[root]


def smallest_in_chart(chart: Element) -> float | None:
    """Return the smallest size in points that a chart gives to any of its text."""
    names = (f"{A}defRPr", f"{A}rPr")
    sizes = [int(each.get("sz", "")) for each in chart.iter(*names) if each.get("sz")]
    return min(sizes) / 100 if sizes else None


def _placeholders(root: Element) -> Iterator[tuple[str, str, Element]]:
    for shape in root.iter(f"{P}sp"):
        mark = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        style = shape.find(f"{P}txBody/{A}lstStyle")
        if mark is not None and style is not None:
            yield mark.get("type", "obj"), mark.get("idx", "0"), style


def _matching(
    placeholders: Iterable[tuple[str, str, Element]], kind: str, index: str
) -> Iterator[Element]:
    """Give the style of the placeholder with the same number, else the first of the same kind."""
    of_kind = [(number, style) for name, number, style in placeholders if name == kind]
    same = [style for number, style in of_kind if number == index]
    yield from (same or [style for _, style in of_kind])[:1]


def level_of(run: Element) -> str:
    """Return the name of the level style that holds for a run's paragraph."""
    paragraph = run.getparent()
    properties = None if paragraph is None else paragraph.find(f"{A}pPr")
    return f"{A}lvl{int(properties.get('lvl', '0')) + 1 if properties is not None else 1}pPr"


def _inherited_size(level: str, chain: Iterable[Element]) -> int:
    for style in chain:
        inherited = style.find(f"{level}/{A}defRPr")
        if inherited is not None and inherited.get("sz"):
            return int(inherited.get("sz", ""))
    return _DEFAULT_SIZE


def _shrinking(element: Element) -> float:
    shrunk = element.find(f"{P}txBody/{A}bodyPr/{A}normAutofit")
    scale = "" if shrunk is None else shrunk.get("fontScale", "")
    if scale.endswith("%"):
        return float(scale[:-1]) / 100
    return int(scale) / 100_000 if scale else 1.0
