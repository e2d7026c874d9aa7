"""What the tags of languages say by themselves: BCP 47 tags go in, their relations come out."""

from __future__ import annotations

from careerkit.content.language_tag import lineage

LAST_LANGUAGE = "en"
ACCENTED, RIGHT_TO_LEFT = "en-XA", "ar-XB"
PSEUDO_TAGS = (ACCENTED, RIGHT_TO_LEFT)

# ISO 15924, of the scripts in use whose letters have the class R or AL (Unicode 15, UAX #9).
_RIGHT_TO_LEFT_SCRIPTS = frozenset(
    [
        *("Adlm", "Arab", "Aran", "Hebr", "Hung", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc"),
        *("Thaa", "Yezi"),
    ]
)
# The modifiers of POSIX locales that name a script.
_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "devanagari": "Deva", "arabic": "Arab"}


def as_tag(name: str) -> str:
    """Return the BCP 47 tag of a language as gettext names it: ``ta_LK.UTF-8``, ``sr@latin``."""
    name, _, modifier = name.strip().partition("@")
    parts = name.partition(".")[0].replace("_", "-").split("-")
    if script := _SCRIPTS.get(modifier.lower()):
        parts.insert(1, script)
    written = [parts[0].lower()]
    for part in parts[1:]:
        forms = {2: part.upper(), 4: part.title()}
        written.append(forms.get(len(part), part.lower()) if part.isalpha() else part)
    return "-".join(written)


def same_language(tag: str, other: str) -> bool:
    """Return whether two tags differ in region at most: ``si-LK`` and ``si``.

    Whoever reads ``sr-Latn`` may not read ``sr-Cyrl``: another script is another translation.
    """
    if not same_base(tag, other):
        return False
    return tag == other or script_of_language(tag) == script_of_language(other)


def same_base(tag: str, other: str) -> bool:
    """Return whether two tags are of one language in whatever script: ``sr`` and ``sr-Latn``."""
    return tag.partition("-")[0] == other.partition("-")[0]


def runs_right_to_left(tag: str) -> bool:
    """Return whether a language is written from right to left, by its script."""
    return script_of_language(tag) in _RIGHT_TO_LEFT_SCRIPTS


def script_of_language(tag: str) -> str:
    """Return the script a language is written in, by ISO 15924 (CLDR's likely subtags).

    A language that CLDR does not know is taken to be written in Latin letters.
    """
    for part in tag.split("-")[1:]:
        if len(part) == 4 and part.isalpha():
            return part
    # Babel takes 15 ms, and not every command asks for this.
    from babel.core import get_global

    likely = get_global("likely_subtags")
    for general in lineage(tag):
        found: str = likely.get(general.replace("-", "_"), "")
        if "_" in found:
            return found.split("_")[1]
    return "Latn"
