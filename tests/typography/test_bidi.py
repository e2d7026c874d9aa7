"""The bidirectional algorithm against cases worked out by hand from UAX #9.

All of the Unicode Character Database's own cases are run in tests/acceptance/.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.typography.bidi import (
    embedding_levels,
    may_turn,
    mirrored,
    visual_order,
)

ALEF, BET = "\u05d0", "\u05d1"
ARABIC_BEH = "\u0628"
RLI, LRI, FSI, PDI = "\u2067", "\u2066", "\u2068", "\u2069"


@pytest.mark.parametrize(
    ("text", "base", "levels"),
    [
        ("ab c", 0, [0, 0, 0, 0]),
        (f"a {ALEF}{BET} b", 0, [0, 0, 1, 1, 0, 0]),
        (f"{ALEF} 12", 1, [1, 1, 2, 2]),  # digits run from left to right in any text
        (f"{ARABIC_BEH} 1,2", 1, [1, 1, 2, 2, 2]),  # W2, W4: digits after Arabic, their comma
        (f"a({ALEF})b", 0, [0, 0, 1, 0, 0]),  # N0: brackets keep together
        (f"{ALEF}(a)", 1, [1, 1, 2, 1]),
        (f"a{RLI}{ALEF}b{PDI}c", 0, [0, 0, 1, 2, 0, 0]),
        (f"{FSI}{ALEF}{PDI} a", 0, [0, 1, 0, 0, 0]),
    ],
)
def test_levels(text: str, base: int, levels: list[int]) -> None:
    """If a text mixes directions, then each character has the level UAX #9 gives it."""
    assert embedding_levels(text, base) == levels


def test_runs_are_turned_from_the_deepest_up() -> None:
    """If levels are nested, then the inner run is turned back within the outer (L2)."""
    assert visual_order([0, 0, 1, 1, 2, 2, 1, 0]) == [0, 1, 6, 4, 5, 3, 2, 7]
    assert visual_order([]) == []


def test_brackets_have_mirror_images_and_letters_have_none() -> None:
    """If a character has a mirror image, then it is given, else the character itself."""
    assert mirrored("(") == ")"
    assert mirrored("a") == "a"


@given(st.text(alphabet=f"ab1, ({ALEF}{BET}{ARABIC_BEH}){RLI}{LRI}{PDI}"), st.sampled_from([0, 1]))
def test_every_character_has_a_place(text: str, base: int) -> None:
    """If any text is ordered, then every character stands on the line once, none below its base."""
    levels = embedding_levels(text, base)
    assert sorted(visual_order(levels)) == list(range(len(text)))
    assert all(level >= base for level in levels)


def test_text_of_one_direction_is_known_without_the_algorithm() -> None:
    """If a text has nothing that reads from right to left, then the algorithm is not needed."""
    assert not may_turn("USD 120,000 ශ්‍රී கோ")
    assert may_turn(f"a {ALEF}")
