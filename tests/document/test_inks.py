"""What a colour role is printed with: on a screen, on a press, on an office printer."""

from __future__ import annotations

import pytest

from careerkit.document.inks import BLACK_ALONE, CMYK, GREY, MOST_INK_PERCENT, SRGB
from careerkit.document.theme import Colour
from careerkit.layout import load_layout
from tests.shipped import LAYOUTS

INK = Colour("#336699", (70.0, 60.0, 45.0, 70.0), 92.0)


def test_ink_is_black_alone_in_letters_and_lines() -> None:
    """If letters or lines are printed in ``ink``, then by one plate; areas have the theme's mix."""
    assert CMYK.resolve("ink", INK, "text") == BLACK_ALONE
    assert CMYK.resolve("ink", INK, "line") == BLACK_ALONE
    assert CMYK.resolve("ink", INK, "area") == (0.7, 0.6, 0.45, 0.7)


def test_other_roles_have_their_mix_everywhere() -> None:
    """If letters are printed in another role, then in the theme's mix of it."""
    assert CMYK.resolve("accent", INK, "text") == (0.7, 0.6, 0.45, 0.7)


def test_grey_is_light_where_there_is_little_black() -> None:
    """If grey is per cent of black, then its component is what is left of white."""
    assert GREY.resolve("accent", INK, "text") == pytest.approx((0.08,))
    assert GREY.resolve("ink", INK, "area") == pytest.approx((0.08,))


def test_letters_and_lines_in_ink_are_black() -> None:
    """If letters or lines are in ``ink``, then no dots are made of them in grey."""
    assert GREY.resolve("ink", INK, "text") == (0,)
    assert GREY.resolve("ink", INK, "line") == (0,)


def test_shipped_mixes_dry() -> None:
    """If a colour ships, then its inks add up to no more than paper takes."""
    layout = load_layout("classic", LAYOUTS)
    for accent in (None, *layout.accents):
        for colour in layout.theme_for(accent).colours.values():
            assert sum(colour.cmyk) <= MOST_INK_PERCENT


def test_a_screen_shows_the_same_for_every_use() -> None:
    """If a colour is shown on a screen, then it is its sRGB value."""
    assert SRGB.resolve("ink", INK, "text") == pytest.approx((0.2, 0.4, 0.6))
    assert SRGB.resolve("ink", INK, "area") == pytest.approx((0.2, 0.4, 0.6))
