"""The icons of the classic theme, as both writers draw them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from careerkit.art.icons import ICON_GRID, icon_shape
from careerkit.art.things import thing_icons
from careerkit.content.models.icon_names import ICON_NAMES
from careerkit.layout.theme.icon_path import find_path_mistake

THEME = Path(__file__).parents[2] / "layouts" / "classic" / "theme.yaml"
ICONS: dict[str, str] = yaml.safe_load(THEME.read_text(encoding="utf-8"))["icons"]
HALF_A_STROKE = 0.875
ALL_ICONS = {**thing_icons(), **ICONS}


def test_every_letter_is_read() -> None:
    """If a path uses M, L, H, V, C and Z, then it is drawn at its place and size."""
    assert icon_shape("M0 0 L12 24 H24 V6 C1 2 3 4 12 12 Z", 12, 100, 200) == (
        ("M", (100, 200)),
        ("L", (106, 212)),
        ("L", (112, 212)),
        ("L", (112, 203)),
        ("C", (100.5, 201, 101.5, 202, 106, 206)),
        ("Z", ()),
    )


def test_points_after_a_move_are_lines() -> None:
    """If figures follow without a letter, then they go on as in SVG."""
    assert icon_shape("M0,0 4,4L8 8 12 12", 24, 0, 0) == (
        ("M", (0, 0)),
        ("L", (4, 4)),
        ("L", (8, 8)),
        ("L", (12, 12)),
    )


def test_each_name_of_a_profile_is_drawn() -> None:
    """If a profile may name an icon, then there is a drawing of it, and none that none may name."""
    assert sorted(thing_icons()) == sorted(ICON_NAMES)


@pytest.mark.parametrize("name", sorted(thing_icons()))
def test_a_thing_is_drawn_as_a_theme_would(name: str) -> None:
    """If a thing has a drawing, then it is one that a theme could hold."""
    assert find_path_mistake(thing_icons()[name]) == ""


def test_no_two_things_look_the_same() -> None:
    """If two things have names of their own, then they have drawings of their own."""
    assert len({*thing_icons().values()}) == len(thing_icons())


@pytest.mark.parametrize("name", sorted(ALL_ICONS))
def test_an_icon_lies_well_inside_its_square(name: str) -> None:
    """If an icon is drawn with its stroke, then nothing of it is cut off at the square's edge."""
    numbers = [
        number for _, pairs in icon_shape(ALL_ICONS[name], ICON_GRID, 0, 0) for number in pairs
    ]
    assert min(numbers) >= HALF_A_STROKE
    assert max(numbers) <= ICON_GRID - HALF_A_STROKE


def test_icons_are_large_alike() -> None:
    """If icons stand beside each other, then each fills most of its square in one direction."""
    for name, path in ALL_ICONS.items():
        pairs = [numbers for _, numbers in icon_shape(path, ICON_GRID, 0, 0)]
        across = [x for numbers in pairs for x in numbers[::2]]
        down = [y for numbers in pairs for y in numbers[1::2]]
        extent = max(max(across) - min(across), max(down) - min(down))
        assert extent >= ICON_GRID / 2, name
