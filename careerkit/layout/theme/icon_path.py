"""An icon's path data goes in, what is wrong with it comes out."""

from __future__ import annotations

import re

GRID = 24

_FIGURES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Z": 0}
_TOKEN = re.compile(
    r"\s*(?:(?P<letter>[A-Za-z])|(?P<figure>-?\d*\.?\d+)|(?P<comma>,)|(?P<other>\S))"
)


def find_path_mistake(path: str) -> str:
    """Say what is wrong with an icon's path, empty where nothing is.

    Allowed are M, L, H, V, C and Z, each with its figures for one or more points, all absolute
    and on the grid of 24 by 24.
    """
    tokens = list(_TOKEN.finditer(path.strip()))
    if not tokens:
        return "the path is empty"
    if tokens[0]["letter"] != "M" and not _token_mistake(tokens[0]):
        return "the path does not begin with M"
    command, figures = "M", 0
    for number, token in enumerate(tokens):
        mistake = _token_mistake(token)
        if token["letter"] and number and not mistake:
            mistake = _count_mistake(command, figures)
        if mistake:
            return mistake
        if token["letter"]:
            command, figures = token["letter"], 0
        elif token["figure"]:
            figures += 1
    return _count_mistake(command, figures)


def _token_mistake(token: re.Match[str]) -> str:
    if token["other"]:
        return f"{token['other']!r} has no meaning in an icon's path"
    if token["letter"] and token["letter"] not in _FIGURES:
        return f"{token['letter']!r} is not one of M, L, H, V, C and Z"
    if token["figure"] and not 0 <= float(token["figure"]) <= GRID:
        return f"{token['figure']} lies outside the grid of {GRID} by {GRID}"
    return ""


def _count_mistake(command: str, figures: int) -> str:
    needed = _FIGURES[command]
    if needed == 0:
        return "Z takes no figures" if figures else ""
    if figures == 0 or figures % needed:
        return f"{command} takes {needed} figures, not {figures}"
    return ""
