"""Colours go in, pairs too close in lightness to be read come out as problems.

The ratio is WCAG 2.2's: relative luminance (its definition in the glossary), 1:1 to 21:1.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from careerkit.content.problem import Place, Problem
from careerkit.document.theme import Colour, Role

BODY_RATIO = 7.0
LARGE_RATIO = 4.5

# Text colour, what it stands on, and the least ratio. Body text is set in ink on every ground and
# in accent or signal on the page itself; paper on accent is a cover's and a slide's small print.
PAIRS: tuple[tuple[Role, Role, float], ...] = (
    ("ink", "paper", BODY_RATIO),
    ("ink", "tint", BODY_RATIO),
    ("ink", "accent_soft", BODY_RATIO),
    ("paper", "accent", BODY_RATIO),
    ("accent", "paper", BODY_RATIO),
    ("accent", "tint", BODY_RATIO),
    ("accent", "accent_soft", LARGE_RATIO),
    ("signal", "paper", LARGE_RATIO),
    ("signal", "tint", LARGE_RATIO),
)


def contrast_ratio(one: str, other: str) -> float:
    """Return the contrast of two ``#rrggbb`` colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@dataclass(frozen=True, slots=True)
class GivenAt:
    """Where a colour was given: its field (``colours.ink.srgb``) and its place."""

    field: str
    place: Place


def find_weak_pairs(
    colours: Mapping[Role, Colour],
    given: Mapping[Role, GivenAt],
    file: str,
    among: Collection[Role],
) -> Iterator[Problem]:
    """Give a problem for each pair below its ratio in which one of the roles ``among`` takes part.

    ``file`` is the theme at hand: where it gave one colour of a pair and the theme it extends
    gave the other, the problem is its own.
    """
    for text, ground, least in PAIRS:
        ratio = contrast_ratio(colours[text].srgb, colours[ground].srgb)
        if ratio >= least or not {text, ground} & set(among):
            continue
        suspects = sorted((text, ground), key=lambda role: role not in among)
        at = min((given[role] for role in suspects), key=lambda found: found.place.file != file)
        darker = _luminance(colours[text].srgb) < _luminance(colours[ground].srgb)
        yield Problem(
            at.place,
            at.field,
            f"{text} on {ground} has a contrast of {int(ratio * 10) / 10:.1f}:1, "
            f"and text needs {least:g}:1",
            f"make {text} {'darker' if darker else 'lighter'} "
            f"or {ground} {'lighter' if darker else 'darker'}",
        )


def _luminance(srgb: str) -> float:
    channels = [int(srgb[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
