"""Colour roles and inks go in; the operators that choose a colour come out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeAlias, get_args

from reportlab.pdfbase import pdfdoc

from careerkit.document.inks import BLACK_ALONE, ColourSpace, Components, Inks, Use
from careerkit.document.theme import Colour, Role
from careerkit.pdf.numbers import write_number

# To fill and to stroke (ISO 32000-1, table 74).
_OPERATORS: dict[ColourSpace, tuple[str, str]] = {
    "rgb": ("rg", "RG"),
    "cmyk": ("k", "K"),
    "grey": ("g", "G"),
}
# Whether an area leaves the other plates standing below it (ISO 32000-1, 8.6.7 and table 58).
_OVERPRINT, _KNOCK_OUT = "Overprint", "KnockOut"


class ColourOperators(NamedTuple):
    """The operators that choose a colour, with their operands."""

    fill: str
    stroke: str


ColourTable: TypeAlias = Mapping[Use, Mapping[Role, ColourOperators]]


def make_colour_table(colours: Mapping[Role, Colour], inks: Inks) -> ColourTable:
    """Return the operators for each use of each role."""
    _, stroke = _OPERATORS[inks.space]

    def operators(role: Role, colour: Colour, use: Use) -> ColourOperators:
        components = inks.resolve(role, colour, use)
        numbers = " ".join(map(write_number, components))
        return ColourOperators(_write_fill(components, numbers, inks.space), f"{numbers} {stroke}")

    uses: tuple[Use, ...] = get_args(Use)
    return {
        use: {role: operators(role, colour, use) for role, colour in colours.items()}
        for use in uses
    }


def _write_fill(components: Components, numbers: str, space: ColourSpace) -> str:
    """Return what chooses a colour to fill with; on a press, black alone overprints.

    Letters that were left out of the colours below would show paper at their edges wherever the
    plates do not meet. All else has to be said to knock out: white letters would vanish.
    """
    operator, _ = _OPERATORS[space]
    if space != "cmyk":
        return f"{numbers} {operator}"
    state = _OVERPRINT if components == BLACK_ALONE else _KNOCK_OUT
    return f"/{state} gs {numbers} {operator}"


def make_graphics_states(space: ColourSpace) -> Any:
    """Return the graphics states that the operators of a colour space name, None for none.

    In the overprint mode 1 an ink of 0 leaves its plate as it is.
    """
    if space != "cmyk":
        return None
    overprints = {_OVERPRINT: "true", _KNOCK_OUT: "false"}
    return pdfdoc.PDFDictionary(
        {
            name: pdfdoc.PDFDictionary(
                {"Type": pdfdoc.PDFName("ExtGState"), "OP": "false", "op": overprint, "OPM": 1}
            )
            for name, overprint in overprints.items()
        }
    )
