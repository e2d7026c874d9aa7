"""A language's tag (BCP 47) goes in; the tags of the languages that it is a form of come out."""

from __future__ import annotations


def lineage(tag: str) -> tuple[str, ...]:
    """Return a tag and the more general ones: ``si-Sinh-LK``, ``si-Sinh``, ``si``."""
    parts = tag.split("-")
    return tuple("-".join(parts[:count]) for count in range(len(parts), 0, -1))
