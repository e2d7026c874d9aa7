"""An icon of the theme goes in as path data, the commands that draw it at its place come out."""

from __future__ import annotations

import re
from functools import lru_cache

from careerkit.document.shapes import PathCommand, PathCommands, place

# The path data of a theme's icons is drawn on a grid of so many units a side.
ICON_GRID = 24

_TOKEN = re.compile(r"[MLHVCZ]|-?[0-9.]+")
_PAIRS = {"M": 1, "L": 1, "C": 3}


# A booklet shows two dozen icons in a handful of sizes, a handout that is tried the same again.
@lru_cache(maxsize=256)
def icon_shape(path_data: str, size: float, x: float, y: float) -> PathCommands:
    """Return an icon's outline in a square of ``size`` with its top left corner at x and y.

    Takes absolute M, L, H, V, C and Z on the 24 by 24 grid, as ``read_theme`` has checked them;
    H and V come out as lines. The stroke is to be scaled by ``size`` / 24 as well.
    """
    return place(_read(path_data), x, y, size / ICON_GRID, size / ICON_GRID)


def _read(path_data: str) -> PathCommands:
    tokens = _TOKEN.findall(path_data)
    commands: list[PathCommand] = []
    here_x = here_y = 0.0
    letter = ""
    position = 0
    while position < len(tokens):
        if tokens[position].isalpha():
            letter = tokens[position]
            position += 1
        if letter == "Z":
            commands.append(("Z", ()))
            continue
        if letter in "HV":
            figure = float(tokens[position])
            position += 1
            here_x, here_y = (figure, here_y) if letter == "H" else (here_x, figure)
            commands.append(("L", (here_x, here_y)))
            continue
        count = 2 * _PAIRS[letter]
        numbers = tuple(float(token) for token in tokens[position : position + count])
        position += count
        here_x, here_y = numbers[-2:]
        if letter == "C":
            commands.append(("C", numbers))
        else:
            commands.append(("M" if letter == "M" else "L", numbers))
            letter = "L"  # as in SVG, further points after a move are lines
    return tuple(commands)
