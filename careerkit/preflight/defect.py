"""A fault of a file this program made goes in; the problem that says whose it is comes out."""

from __future__ import annotations

from collections.abc import Collection

from careerkit.content.problem import Place, Problem

_SHOWN = 8


def defect(file: str, where: str, what: str) -> Problem:
    """Return a problem of a file; ``where`` is the page or the slide, "" for the whole file."""
    message = f"{what}; this is a defect of careerkit, please report it"
    return Problem(Place(file), where, message)


def some(names: Collection[str]) -> str:
    """Write the first few of some names, sorted, and how many more there are."""
    shown = ", ".join(sorted(names)[:_SHOWN])
    return f"{shown} and {len(names) - _SHOWN} more" if len(names) > _SHOWN else shown
