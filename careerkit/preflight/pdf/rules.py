"""What an edition asks of its PDF files, as one value."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal, TypeAlias

DeviceColour: TypeAlias = Literal["grey", "RGB", "CMYK"]
"""A colour space of a device (ISO 32000-1, 8.6.4): DeviceGray, DeviceRGB, DeviceCMYK."""

PAGES_OF_A_SHEET = 4  # folded once


@dataclass(frozen=True, slots=True)
class PdfRules:
    """The rules of an edition. What is not given is not asked for.

    ``page_mm`` is the finished size: of the TrimBox, which is the whole page where there is none.
    With a ``bleed_mm`` each page has a TrimBox and, so far outside it, a BleedBox, and art that
    reaches the trimmed edge goes on to the bleed's. The number of pages is a multiple of
    ``pages_multiple``. ``pdf_ua`` is the part of ISO 14289 that a file is tagged by; None is
    untagged on purpose. ``is_pdf_x4`` asks for ISO 15930-7. ``colours`` are the only ones allowed;
    ``most_ink_percent`` is the most that the inks of one colour may add up to, of CMYK and spot
    colours. No type is smaller than ``smallest_type_pt``, and most of the text is at least
    ``body_type_pt``. Pictures have at least ``picture_dpi`` at their printed size.
    """

    page_mm: tuple[float, float] | None = None
    bleed_mm: float = 0.0
    pages_multiple: int = 1
    pdf_ua: Literal[1, 2] | None = 1
    is_pdf_x4: bool = False
    colours: AbstractSet[DeviceColour] | None = None
    most_ink_percent: float | None = None
    smallest_type_pt: float = 0.0
    body_type_pt: float = 0.0
    picture_dpi: float = 0.0

    @property
    def asks_about_colour(self) -> bool:
        """Say whether the colour operators of the pages have to be read."""
        return self.is_pdf_x4 or self.colours is not None or self.most_ink_percent is not None


BOOKLET_RULES = PdfRules(pages_multiple=PAGES_OF_A_SHEET)
"""What every booklet is held to, whatever its size."""
