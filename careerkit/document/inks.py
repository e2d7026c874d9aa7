"""A colour of the theme goes in; what is printed for it comes out: in sRGB, in CMYK, in grey.

Pages name colours by their roles. Which ink a role becomes is decided last, by whoever writes, so
that the same pages can be written in several.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple, TypeAlias

from careerkit.document.theme import Colour, Role

ColourSpace: TypeAlias = Literal["rgb", "cmyk", "grey"]

Use: TypeAlias = Literal["text", "area", "line"]
"""What a colour is for: its ink may differ for letters, for areas, and for the lines of shapes."""

Components: TypeAlias = tuple[float, ...]
"""How much of each component of a colour space, from 0 to 1."""


class Inks(NamedTuple):
    """A way to print: the colour space of a file, and what of it a role is for a use."""

    space: ColourSpace
    resolve: Callable[[Role, Colour, Use], Components]


def _on_screen(_role: Role, colour: Colour, _use: Use) -> Components:
    return tuple(int(colour.srgb[at : at + 2], 16) / 255 for at in (1, 3, 5))


SRGB = Inks("rgb", _on_screen)
"""The theme's colours as a screen shows them."""

BLACK_ALONE: Components = (0.0, 0.0, 0.0, 1.0)
"""Black without the other three inks, in CMYK."""

MOST_INK_PERCENT = 300
"""What the four inks of one colour may add up to: what sheet-fed offset dries on coated paper.

FOGRA39, the printing condition of the profile that goes with press files, was measured for it.
"""


def _in_four_inks(role: Role, colour: Colour, use: Use) -> Components:
    """Return the theme's own mix; letters and lines in ``ink`` are black alone.

    Four plates never lie on each other to the hair: thin black made of four inks has coloured
    edges. The mix of ``ink`` is for areas, which are deeper with it.
    """
    if role == "ink" and use != "area":
        return BLACK_ALONE
    return tuple(per_cent / 100 for per_cent in colour.cmyk)


CMYK = Inks("cmyk", _in_four_inks)
"""The theme's mixes for a print shop."""


def _in_black(role: Role, colour: Colour, use: Use) -> Components:
    """Return the theme's grey; letters and lines in ``ink`` are black.

    An office printer makes a grey of dots, by which small letters lose their edges.
    """
    if role == "ink" and use != "area":
        return (0.0,)
    return (1 - colour.grey / 100,)


GREY = Inks("grey", _in_black)
"""The theme's greys for an office printer; a component of 0 is black."""
