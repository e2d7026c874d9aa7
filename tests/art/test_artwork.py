"""The art of a career: same id, same drawing; it fills its rectangle; grey keeps it apart."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerkit.art.artwork import cover_art, section_strip
from careerkit.document.shapes import Shape

Draw = Callable[[str, float, float], tuple[Shape, ...]]

SIZES_MM = [(148.0, 115.5), (160.0, 190.5), (339.0, 95.0), (148.0, 6.0)]
CAREERS = ["ai-ml-engineer", "nurse", "electrician", "baker", "teacher", "plumber", "accountant"]
MOST_SHAPES = 250


def bounds(shape: Shape) -> tuple[float, float, float, float]:
    """Return the left, top, right and bottom of a shape's points and handles."""
    across = [x for _, numbers in shape.commands for x in numbers[::2]]
    down = [y for _, numbers in shape.commands for y in numbers[1::2]]
    return min(across), min(down), max(across), max(down)


@pytest.mark.parametrize("draw", [cover_art, section_strip])
@given(
    seed=st.text(min_size=1, max_size=30),
    width=st.floats(5, 2000),
    height=st.floats(5, 2000),
)
@settings(max_examples=60)
def test_art_fills_its_rectangle_and_stays_inside(
    draw: Draw, seed: str, width: float, height: float
) -> None:
    """If any id and any rectangle are given, then a ground fills it and nothing leaves it."""
    ground, *figures = draw(seed, width, height)
    assert bounds(ground) == (0, 0, width, height)
    assert 0 < len(figures) < MOST_SHAPES
    for shape in figures:
        left, top, right, bottom = bounds(shape)
        assert 0 <= left < right <= width
        assert 0 <= top < bottom <= height
        assert [letter for letter, _ in shape.commands][0 :: len(shape.commands) - 1] == ["M", "Z"]


@pytest.mark.parametrize(
    ("draw", "size"),
    [
        *((cover_art, size) for size in SIZES_MM),
        (section_strip, (148, 6)),
        (section_strip, (339, 9)),
    ],
)
def test_two_careers_have_two_drawings(draw: Draw, size: tuple[float, float]) -> None:
    """If careers differ, then so do their drawings at every size."""
    assert len({draw(career, *size) for career in CAREERS}) == len(CAREERS)


def test_the_drawing_does_not_hang_on_the_process() -> None:
    """If another process with another hash seed draws, then it draws the same."""
    code = (
        "from careerkit.art.artwork import cover_art;print(cover_art('ai-ml-engineer', 148, 115.5))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": hash_seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for hash_seed in ("1", "2")
    }
    assert printed == {str(cover_art("ai-ml-engineer", 148, 115.5))}


@pytest.mark.parametrize("size", SIZES_MM)
@pytest.mark.parametrize("career", CAREERS)
def test_the_same_colours_serve_every_size(career: str, size: tuple[float, float]) -> None:
    """If a career's cover has a ground, then its slide and its strip have the same one."""
    cover = cover_art(career, *SIZES_MM[0])
    assert cover_art(career, *size)[0].fill == cover[0].fill
    assert section_strip(career, *size)[0].fill == cover[0].fill


@pytest.mark.parametrize("career", CAREERS)
@pytest.mark.parametrize("size", SIZES_MM)
def test_the_signal_colour_lies_on_a_light_plate(career: str, size: tuple[float, float]) -> None:
    """If the signal colour is used, then a light shape surrounds it, as a grey copier needs."""
    shapes = cover_art(career, *size)
    first = next(number for number, shape in enumerate(shapes) if shape.fill == "signal")
    plate = shapes[first - 1]
    assert plate.fill in {"tint", "accent_soft"}
    assert plate.fill != shapes[0].fill
    for shape in shapes[first:]:
        inner, outer = bounds(shape), bounds(plate)
        assert inner[0] > outer[0]
        assert inner[1] > outer[1]
        assert inner[2] < outer[2]
        assert inner[3] < outer[3]
