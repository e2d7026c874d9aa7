"""A theme's booklet, a sheet of paper and a type size go in; the measures of a handout come out."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from careerkit.document.theme import BookletSizes
from careerkit.pages.type_scale import MM

LEAST_PT = 9.0
"""No letter of a handout is smaller."""

COLUMNS = 2
"""How many columns a side has: of A4, each takes some sixty letters a line."""

_MARGIN_MM = 14.0
_FOOT_MM = 11.0
_GUTTER_MM = 8.0
_BODY = (0.875, 0.8)  # of the booklet's: 10.5 and 9.6 pt where that has 12
_HEADINGS = (2.6, 1.35, 1.1)  # of the body: the career's title, a panel's, a heading in it
_LEAD = 1.2  # of the body
_CODE_MM = 17.0
_WRITING_LINE_MM = 8.0


class TypeArea(NamedTuple):
    """Where text stands on both sides of a sheet, in points; y runs down from the upper edge."""

    page_width: float
    page_height: float
    left: float
    width: float
    column_width: float
    gutter: float
    bottom: float


def list_body_sizes(booklet: BookletSizes, size_scale: float) -> tuple[float, ...]:
    """Return the body sizes in which a sheet may be set, in points, the largest first.

    The first is smaller than the booklet's, as on any page of two columns. A language's
    ``size_scale`` multiplies them later.
    """
    least = _least(size_scale)
    sizes = [part * booklet.body_pt for part in _BODY if part * booklet.body_pt > least]
    return (*sizes, least)


def sheet_sizes(
    booklet: BookletSizes, page_mm: tuple[float, float], body_pt: float, size_scale: float
) -> BookletSizes:
    """Return the sizes that a sheet's blocks are set in, in the proportions of the booklet."""
    factor = body_pt / booklet.body_pt
    title, section, sub = (proportion * body_pt for proportion in _HEADINGS)
    return replace(
        booklet,
        page_mm=page_mm,
        margin_inner_mm=_MARGIN_MM,
        margin_outer_mm=_MARGIN_MM,
        margin_top_mm=_MARGIN_MM,
        margin_bottom_mm=_FOOT_MM,
        body_pt=body_pt,
        leading_pt=booklet.leading_pt * factor,
        lead_pt=_LEAD * body_pt,
        lead_leading_pt=_LEAD * booklet.leading_pt * factor,
        heading_pt=(title, section, sub),
        caption_pt=max(booklet.caption_pt * factor, _least(size_scale)),
        writing_line_mm=_WRITING_LINE_MM,
        qr_mm=_CODE_MM,
        reference_pt=max(booklet.reference_pt * factor, _least(size_scale)),
    )


def make_type_area(page_mm: tuple[float, float]) -> TypeArea:
    """Return where text stands on a sheet of a size."""
    page_width, page_height = page_mm[0] * MM, page_mm[1] * MM
    width = page_width - 2 * _MARGIN_MM * MM
    gutter = _GUTTER_MM * MM
    return TypeArea(
        page_width,
        page_height,
        left=_MARGIN_MM * MM,
        width=width,
        column_width=(width - (COLUMNS - 1) * gutter) / COLUMNS,
        gutter=gutter,
        bottom=page_height - _FOOT_MM * MM,
    )


def _least(size_scale: float) -> float:
    return LEAST_PT / min(1.0, size_scale)
