"""The colours of a page go in; those that an edition does not allow come out."""

from __future__ import annotations

from collections.abc import Iterator

from careerkit.preflight.pdf.colour_spaces import UsedColourSpace
from careerkit.preflight.pdf.graphics import Graphics
from careerkit.preflight.pdf.rules import PdfRules

_ROUNDING_PERCENT = 0.5


def find_colour_faults(graphics: Graphics, rules: PdfRules) -> Iterator[str]:
    """Give what is wrong with the colours of a page."""
    for colour in sorted(graphics.colours):
        if rules.colours is not None and not _is_allowed(colour, rules):
            yield f"{write_colour(colour)} is used, which is not for this edition"
    most = rules.most_ink_percent
    if most is not None and graphics.most_ink_percent > most + _ROUNDING_PERCENT:
        found = round(graphics.most_ink_percent)
        yield f"the inks of a colour add up to {found} percent, more than {most:g}"
    if rules.is_pdf_x4:
        yield from sorted(graphics.faults)


def _is_allowed(colour: UsedColourSpace, rules: PdfRules) -> bool:
    return colour.kind == "device" and colour.model in (rules.colours or ())


def write_colour(colour: UsedColourSpace) -> str:
    """Write a colour space as a print shop calls it."""
    match colour.kind:
        case "device":
            return colour.model
        case "icc":
            return f"{colour.model} with an ICC profile"
        case "calibrated":
            return f"calibrated {colour.model}"
        case "spot":
            return f"the spot colour {colour.model}"
