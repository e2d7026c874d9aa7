"""Colours go in, pairs too close in lightness to be told apart come out as problems.

The ratio is WCAG 2.2's: relative luminance (its definition in the glossary), 1:1 to 21:1. It is
asked of a text and its ground on screen and in grey. In grey, colours that touch or are compared
have to be apart as well, where on screen their hue does it.
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

QUIET_STEP = 5.0
CLEAR_STEP = 10.0
# Neighbours, and how many per cent of black lie between them at least. A tint only has to be seen
# on the paper; by the others something is told: figures of the art from their grounds, a bar from
# its track, words from headings and links, a warning from advice.
NEIGHBOURS: tuple[tuple[Role, Role, float], ...] = (
    ("tint", "paper", QUIET_STEP),
    ("accent_soft", "paper", CLEAR_STEP),
    ("accent_soft", "tint", CLEAR_STEP),
    ("accent", "accent_soft", CLEAR_STEP),
    ("accent", "tint", CLEAR_STEP),
    ("signal", "accent_soft", CLEAR_STEP),
    ("signal", "tint", CLEAR_STEP),
    ("ink", "accent", CLEAR_STEP),
    ("ink", "signal", CLEAR_STEP),
    ("accent", "signal", CLEAR_STEP),
)


def contrast_ratio(one: str, other: str) -> float:
    """Return the contrast of two ``#rrggbb`` colours, 1 to 21."""
    return _ratio(_luminance(one), _luminance(other))


def grey_ratio(one: float, other: float) -> float:
    """Return the contrast of two greys in per cent of black, 1 to 21."""
    return _ratio(_linear(1 - one / 100), _linear(1 - other / 100))


@dataclass(frozen=True, slots=True)
class GivenAt:
    """Where a colour was given: its field (``colours.ink``) and the places of its values."""

    field: str
    places: Mapping[str, Place]


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
        if not {text, ground} & set(among):
            continue
        ratio = contrast_ratio(colours[text].srgb, colours[ground].srgb)
        if ratio < least:
            darker = _luminance(colours[text].srgb) < _luminance(colours[ground].srgb)
            yield _problem(
                (text, ground),
                given,
                file,
                among,
                "srgb",
                f"{text} on {ground} has a contrast of {_write_ratio(ratio)}:1, "
                f"and text needs {least:g}:1",
                f"make {text} {'darker' if darker else 'lighter'} "
                f"or {ground} {'lighter' if darker else 'darker'}",
            )


def find_close_greys(
    colours: Mapping[Role, Colour],
    given: Mapping[Role, GivenAt],
    file: str,
    among: Collection[Role],
) -> Iterator[Problem]:
    """Give a problem for each pair that grey does not tell apart; ``find_weak_pairs`` says of what.

    A pair of text and ground that is too weak to be read is told as that alone.
    """
    told: set[frozenset[Role]] = set()
    for text, ground, least in PAIRS:
        ratio = grey_ratio(colours[text].grey, colours[ground].grey)
        if ratio >= least or not {text, ground} & set(among):
            continue
        told.add(frozenset((text, ground)))
        message = (
            f"in grey, {text} on {ground} has a contrast of {_write_ratio(ratio)}:1, "
            f"and text needs {least:g}:1"
        )
        hint = _write_way_apart(text, ground, colours)
        yield _problem((text, ground), given, file, among, "grey", message, hint)
    for one, other, step in NEIGHBOURS:
        between = abs(colours[one].grey - colours[other].grey)
        if between >= step or not {one, other} & set(among) or {one, other} in told:
            continue
        message = (
            f"in grey, {one} and {other} are {between:g} percent of black apart, "
            f"and to be told apart they need {step:g}"
        )
        hint = _write_way_apart(one, other, colours)
        yield _problem((one, other), given, file, among, "grey", message, hint)


def _problem(
    pair: tuple[Role, Role],
    given: Mapping[Role, GivenAt],
    file: str,
    among: Collection[Role],
    value: str,
    message: str,
    hint: str,
) -> Problem:
    """Make the problem of a pair, at the value of the colour that the theme at hand gave."""
    suspects = sorted(pair, key=lambda role: role not in among)
    role = min(suspects, key=lambda each: given[each].places[value].file != file)
    return Problem(given[role].places[value], f"{given[role].field}.{value}", message, hint)


def _write_way_apart(one: Role, other: Role, colours: Mapping[Role, Colour]) -> str:
    darker, lighter = (one, other) if colours[one].grey > colours[other].grey else (other, one)
    return f"give {darker} more black or {lighter} less"


def _write_ratio(ratio: float) -> str:
    return f"{int(ratio * 10) / 10:.1f}"


def _ratio(one: float, other: float) -> float:
    lighter, darker = sorted((one, other), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(srgb: str) -> float:
    channels = [int(srgb[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = map(_linear, channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
