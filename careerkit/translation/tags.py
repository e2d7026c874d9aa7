"""What the tags of languages say by themselves: BCP 47 tags go in, their relations come out."""

from __future__ import annotations

LAST_LANGUAGE = "en"
ACCENTED, RIGHT_TO_LEFT = "en-XA", "ar-XB"
PSEUDO_TAGS = (ACCENTED, RIGHT_TO_LEFT)


def same_language(tag: str, other: str) -> bool:
    """Say whether two tags differ in region or script at most: ``si-LK`` and ``si``."""
    return tag.partition("-")[0] == other.partition("-")[0]


def lineage(tag: str) -> tuple[str, ...]:
    """Return a tag and the more general ones: ``si-Sinh-LK``, ``si-Sinh``, ``si``."""
    parts = tag.split("-")
    return tuple("-".join(parts[:count]) for count in range(len(parts), 0, -1))
