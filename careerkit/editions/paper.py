"""The sizes of paper: what is printed on, and the pages of a booklet that is folded from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from careerkit.editions.edition import Paper

if TYPE_CHECKING:
    from careerkit.document.theme import BookletSizes


@dataclass(frozen=True, slots=True)
class PaperSize:
    """A size of paper: the whole sheet, upright, and the page that it is folded to; in mm."""

    name: str
    sheet_mm: tuple[float, float]
    half_mm: tuple[float, float]

    @property
    def across_mm(self) -> tuple[float, float]:
        """The whole sheet, lying across."""
        width, height = self.sheet_mm
        return height, width


# ISO 216; ANSI/ASME Y14.1 (8.5 by 11 inches).
PAPERS: Mapping[Paper, PaperSize] = MappingProxyType(
    {
        "a4": PaperSize("A4", (210.0, 297.0), (148.0, 210.0)),
        "letter": PaperSize("Letter", (215.9, 279.4), (139.7, 215.9)),
    }
)


def on_paper(sizes: BookletSizes, paper: Paper) -> BookletSizes:
    """Return a booklet's measures for a paper; margins follow the page.

    A theme gives the page that an A4 sheet is folded to. On another paper that page is as much
    wider and higher as the paper's half is than A4's.
    """
    if paper == "a4":
        return sizes
    across, down = (
        other / a4 for other, a4 in zip(PAPERS[paper].half_mm, PAPERS["a4"].half_mm, strict=True)
    )
    width_mm, height_mm = sizes.page_mm
    return replace(
        sizes,
        page_mm=(round(width_mm * across, 3), round(height_mm * down, 3)),
        margin_inner_mm=sizes.margin_inner_mm * across,
        margin_outer_mm=sizes.margin_outer_mm * across,
        margin_top_mm=sizes.margin_top_mm * down,
        margin_bottom_mm=sizes.margin_bottom_mm * down,
    )


def count_copies(copies: int, sheets: int, paper: Paper) -> str:
    """Write how much paper copies of so many sheets take: ``30 copies: 210 sheets of A4``."""
    total = copies * sheets
    of_paper = f"{total} sheet{'' if total == 1 else 's'} of {PAPERS[paper].name}"
    return f"{copies} {'copy' if copies == 1 else 'copies'}: {of_paper}"
