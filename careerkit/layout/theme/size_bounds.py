"""The sizes a theme gives go in; what no page or slide can be made of comes out as a problem.

Within these bounds whatever a profile says can be set, each size taken by itself. On a slide
nothing is smaller than what can be read at the back of a room (``careerkit.preflight.pptx``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from careerkit.content.problem import Place, Problem
from careerkit.document.theme import BookletSizes

Bounds = tuple[float, float]

ICON_STROKE: Bounds = (0.25, 5)
BOUNDS: Mapping[str, Bounds] = MappingProxyType(
    {
        "booklet.page_mm": (100, 450),
        "booklet.margin_inner_mm": (5, 60),
        "booklet.margin_outer_mm": (5, 60),
        "booklet.margin_top_mm": (8, 60),
        "booklet.margin_bottom_mm": (8, 60),
        "booklet.body_pt": (7, 24),
        "booklet.leading_pt": (7, 40),
        "booklet.lead_pt": (7, 30),
        "booklet.lead_leading_pt": (7, 50),
        "booklet.heading_pt": (8, 60),
        "booklet.caption_pt": (6, 18),
        "booklet.writing_line_mm": (5, 25),
        "booklet.qr_mm": (15, 40),
        "booklet.reference_pt": (6, 18),
        "deck.size_in": (7.5, 30),
        "deck.title_pt": (18, 60),
        "deck.body_pt": (14, 40),
        "deck.small_pt": (14, 24),
        "deck.source_pt": (14, 24),
        "deck.figure_pt": (24, 120),
        "deck.items_on_a_slide": (1, 20),
    }
)
LEAST_TEXT_MM = (70, 100)
"""What is left between the margins of a page, at least: its width and its height."""


def find_misfits(sizes: BookletSizes, places: Mapping[str, Place], file: str) -> Iterator[Problem]:
    """Give a problem for lines that run into one another, and for a page that is all margin.

    ``places`` says where each of the booklet's sizes was given, ``file`` is the layout's own: of
    two sizes that do not go together the one it gives is named.
    """
    for leading, size in (("leading_pt", "body_pt"), ("lead_leading_pt", "lead_pt")):
        leading_pt, size_pt = getattr(sizes, leading), getattr(sizes, size)
        if leading_pt < size_pt:
            named = _own((leading, size), places, file)
            yield Problem(
                places[named],
                f"booklet.{named}",
                f"text of {size_pt:g} pt does not fit into lines of {leading_pt:g} pt",
                f"for {size}: {size_pt:g}, {leading}: {1.4 * size_pt:.3g} reads well",
            )
    across = sizes.margin_inner_mm + sizes.margin_outer_mm
    down = sizes.margin_top_mm + sizes.margin_bottom_mm
    ways = (
        ("width", across, ("margin_inner_mm", "margin_outer_mm", "page_mm")),
        ("height", down, ("margin_top_mm", "margin_bottom_mm", "page_mm")),
    )
    for page, least, (way, taken, names) in zip(sizes.page_mm, LEAST_TEXT_MM, ways, strict=True):
        if page - taken < least:
            named = _own(names, places, file)
            yield Problem(
                places[named],
                f"booklet.{named}",
                f"the margins leave {max(0.0, page - taken):g} mm of the page's {way} for text",
                f"at least {least} mm are needed: make the margins narrower or the page larger",
            )


def _own(names: tuple[str, ...], places: Mapping[str, Place], file: str) -> str:
    return next((name for name in names if places[name].file == file), names[0])
