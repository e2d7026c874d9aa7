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


def script_of_language(tag: str) -> str:
    """Return the script a language is written in, by ISO 15924 (CLDR's likely subtags).

    A language that CLDR does not know is taken to be written in Latin letters.
    """
    # Babel takes 15 ms, and no command but a build asks for this.
    from babel.core import get_global

    likely = get_global("likely_subtags")
    for general in lineage(tag):
        for part in general.split("-")[1:]:
            if len(part) == 4 and part.isalpha():
                return part
        found: str = likely.get(general.replace("-", "_"), "")
        if "_" in found:
            return found.split("_")[1]
    return "Latn"
