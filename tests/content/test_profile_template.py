"""A new profile can be built as it stands, and its examples too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from careerkit.content import Profile, check_profile, new_profile, read_profile

TITLES = ["Marine Biologist", '"A" \\ : # {b}', "වෛද්‍යවරයා", "AI / ML & UX", "no"]


def _read(folder: Path, stem: str, text: str) -> Profile:
    path = folder / f"{stem}.yaml"
    path.write_text(text, encoding="utf-8")
    return read_profile(path, folder)


@pytest.mark.parametrize("title", TITLES)
def test_new_profile_is_valid(tmp_path: Path, title: str) -> None:
    """If a profile is new, then it is valid, and what is to be written is warned of."""
    stem, text = new_profile(title)
    assert text.startswith("# yaml-language-server: $schema=../profile.schema.json\n")
    profile = _read(tmp_path, stem, text)
    assert profile.title == title
    told = {problem.field: problem.message for problem in check_profile(profile)}
    assert set(told.values()) == {"this is still to be written"}
    assert {"tagline", "overview.work", "daily_tasks[0].task"} <= set(told)


def test_every_field_has_an_example(tmp_path: Path) -> None:
    """If the "# " before all examples is taken away, then every field is used, and is valid."""
    stem, text = new_profile("Baker")
    (tmp_path / "images").mkdir()
    Image.new("L", (4, 3)).save(tmp_path / "images" / "example.jpg")
    profile = _read(tmp_path, stem, re.sub(r"(?m)^# (?!yaml-)", "", text))
    assert profile.model_fields_set == set(Profile.model_fields)


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("AI / Machine Learning Engineer", "ai-machine-learning-engineer"),
        ("Café Owner", "cafe-owner"),
        ("Health & Safety Officer", "health-and-safety-officer"),
        ("C++ Developer", "c-developer"),
        ("වෛද්‍යවරයා", "career-85a4eac5"),
        ("Con", "career-con"),
        ("../../etc", "etc"),
    ],
)
def test_stem(title: str, stem: str) -> None:
    """If a title is in any script, then the file's name is lower-case ASCII with hyphens."""
    assert new_profile(title)[0] == stem


@pytest.mark.parametrize("title", ["", "  ", "\x00\ufdd0", "\u200b\u200f"])
def test_empty_title(title: str) -> None:
    """If there is nothing in a title, then it is refused."""
    with pytest.raises(ValueError, match="the title is empty"):
        new_profile(title)
