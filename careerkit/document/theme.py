"""The theme of a layout as values: colours by role, sizes of pages and slides, icons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from careerkit.content.problem import Place

Role: TypeAlias = Literal["ink", "paper", "tint", "accent", "accent_soft", "signal"]


@dataclass(frozen=True, slots=True)
class Colour:
    """One colour for screen (``srgb``, ``#rrggbb``), press (``cmyk``) and copier (``grey``).

    ``cmyk`` and ``grey`` are per cent of ink, 0 to 100.
    """

    srgb: str
    cmyk: tuple[float, float, float, float]
    grey: float


@dataclass(frozen=True, slots=True)
class BookletSizes:
    """Measures of a booklet page. ``heading_pt`` is for levels 1 to 3 (cover, section, sub).

    ``reference_pt`` is for the numbers of sources, "[3]". A theme may leave out what has a value.
    """

    page_mm: tuple[float, float]
    margin_inner_mm: float
    margin_outer_mm: float
    margin_top_mm: float
    margin_bottom_mm: float
    body_pt: float
    leading_pt: float
    lead_pt: float
    lead_leading_pt: float
    heading_pt: tuple[float, float, float]
    caption_pt: float
    writing_line_mm: float
    qr_mm: float
    reference_pt: float = 9.0

    @property
    def ornament_scale(self) -> float:
        """How much larger than beside type of 12 pt ornaments are: strips of art, discs, bars."""
        return max(1.0, self.body_pt / 12)


@dataclass(frozen=True, slots=True)
class DeckSizes:
    """Measures of a slide. Text in ``face`` is measured with the family ``measured_with``."""

    size_in: tuple[float, float]
    face: str
    measured_with: str
    title_pt: float
    body_pt: float
    small_pt: float
    source_pt: float
    figure_pt: float
    items_on_a_slide: int


@dataclass(frozen=True, slots=True)
class Theme:
    """How a layout looks; ``icons`` maps a name to path data on a 24 by 24 grid.

    ``page_place`` is where the size of a booklet's page is given, for messages about it.
    """

    name: str
    colours: Mapping[Role, Colour]
    booklet: BookletSizes
    deck: DeckSizes
    icons: Mapping[str, str]
    icon_stroke: float
    page_place: Place = field(default=Place(""), compare=False)
