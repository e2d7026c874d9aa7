"""A name that is not there and those that are go in; a hint at what was meant comes out."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> str:
    """Ask whether the nearest known name was meant; empty where none is near."""
    near = get_close_matches(name, list(known), n=1)
    return f'did you mean "{near[0]}"?' if near else ""


def nearest_or_all(name: str, known: Iterable[str]) -> str:
    """Ask whether the nearest known name was meant; name all of them where none is near."""
    names = sorted(known)
    return nearest(name, names) or f"there are: {', '.join(names)}"
