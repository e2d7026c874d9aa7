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
