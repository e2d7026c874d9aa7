"""Colour roles and inks go in; the operators that choose a colour come out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias, get_args

from careerkit.document.inks import ColourSpace, Inks, Use
from careerkit.document.theme import Colour, Role
from careerkit.pdf.numbers import write_number

# To fill and to stroke (ISO 32000-1, table 74).
_OPERATORS: dict[ColourSpace, tuple[str, str]] = {
    "rgb": ("rg", "RG"),
    "cmyk": ("k", "K"),
    "grey": ("g", "G"),
}


class ColourOperators(NamedTuple):
    """The operators that choose a colour, with their operands."""

    fill: str
    stroke: str


ColourTable: TypeAlias = Mapping[Use, Mapping[Role, ColourOperators]]


def make_colour_table(colours: Mapping[Role, Colour], inks: Inks) -> ColourTable:
    """Return the operators for each use of each role."""
    fill, stroke = _OPERATORS[inks.space]

    def operators(role: Role, colour: Colour, use: Use) -> ColourOperators:
        components = " ".join(map(write_number, inks.resolve(role, colour, use)))
        return ColourOperators(f"{components} {fill}", f"{components} {stroke}")

    uses: tuple[Use, ...] = get_args(Use)
    return {
        use: {role: operators(role, colour, use) for role, colour in colours.items()}
        for use in uses
    }
