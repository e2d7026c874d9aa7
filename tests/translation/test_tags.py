"""What tags of languages say by themselves."""

from __future__ import annotations

import pytest

from careerkit.translation.tags import script_of_language


@pytest.mark.parametrize(
    ("tag", "script"),
    [
        ("en", "Latn"),
        ("si", "Sinh"),
        ("si-LK", "Sinh"),
        ("ta-LK", "Taml"),
        ("ar", "Arab"),
        ("ar-XB", "Arab"),
        ("zh-TW", "Hant"),
        ("zh-Hans-SG", "Hans"),
        ("sr-Latn", "Latn"),
        ("qqq", "Latn"),
    ],
)
def test_a_tag_says_the_script(tag: str, script: str) -> None:
    """If a language is named, then the script it is written in is known, a tag's own first."""
    assert script_of_language(tag) == script
