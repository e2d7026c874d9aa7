"""A slide's texts, its grounds and its theme go in; texts too like their ground come out.

A colour that a run does not say is its shape's, else its placeholder's in the layout, else the
master's, as sizes are (``text_sizes``); the ground is the shape's own fill, else the slide's, the
layout's, the master's. The least ratios are WCAG 2.2's, 1.4.3.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careerkit.layout.theme.contrast import contrast_ratio
from careerkit.preflight.pptx.presentation import A, Element, P, Slide
from careerkit.preflight.pptx.shapes import SlideShape
from careerkit.preflight.pptx.text_sizes import TextSizes, level_of

_LEAST, _LEAST_LARGE = 4.5, 3.0
_LARGE_PT = 18


def find_weak_text(shapes: Sequence[SlideShape], slide: Slide, sizes: TextSizes) -> Iterator[str]:
    """Give the texts that have too little contrast with what they stand on."""
    ground = _ground(slide)
    for shape in shapes:
        size_pt = sizes.smallest(shape, slide) if shape.kind == "sp" else None
        if size_pt is None:
            continue
        under = _fill(shape.element.find(f"{P}spPr"), slide) or ground
        least = _LEAST_LARGE if size_pt >= _LARGE_PT else _LEAST
        ratios = [
            contrast_ratio(colour, under)
            for run in shape.element.iter(f"{A}r", f"{A}fld")
            if (run.findtext(f"{A}t") or "").strip()
            and (colour := _colour(run, shape, slide, sizes))
        ]
        if ratios and min(ratios) < least:
            yield (
                f'text in "{shape.name}" has a contrast of {min(ratios):.1f} to its ground, '
                f"less than {least:g}"
            )


def _colour(run: Element, shape: SlideShape, slide: Slide, sizes: TextSizes) -> str:
    """Return a run's colour as ``#rrggbb``; the theme's for a link."""
    properties = run.find(f"{A}rPr")
    if properties is not None:
        if own := _fill(properties, slide):
            return own
        if properties.find(f"{A}hlinkClick") is not None:
            return _scheme("hlink", slide)
    font = shape.element.find(f"{P}style/{A}fontRef")
    level = level_of(run)
    for style in sizes.chain(shape, slide):
        if inherited := _fill(style.find(f"{level}/{A}defRPr"), slide):
            return inherited
        if font is not None and shape.placeholder is None:
            break
    return (font is not None and _read(font, slide)) or _scheme("tx1", slide)


def _ground(slide: Slide) -> str:
    for root in (slide.root, slide.layout, slide.master):
        if found := _fill(root.find(f"{P}cSld/{P}bg/{P}bgPr"), slide):
            return found
    return _scheme("bg1", slide)


def _fill(element: Element | None, slide: Slide) -> str:
    """Return the plain fill that an element asks for, "" for none."""
    fill = None if element is None else element.find(f"{A}solidFill")
    return "" if fill is None else _read(fill, slide)


def _read(element: Element, slide: Slide) -> str:
    """Return a colour given by its value or by its name in the theme, "" where by neither."""
    value = element.find(f"{A}srgbClr")
    if value is not None:
        return f"#{value.get('val', '').lower()}"
    name = element.find(f"{A}schemeClr")
    return "" if name is None else _scheme(name.get("val", ""), slide)


def _scheme(name: str, slide: Slide) -> str:
    names = slide.master.find(f"{P}clrMap")
    mapped = name if names is None else names.get(name, name)
    colour = slide.theme.find(f"{A}themeElements/{A}clrScheme/{A}{mapped}")
    if colour is None:
        return ""
    for each in colour:
        return f"#{(each.get('lastClr') or each.get('val') or '').lower()}"
    return ""
