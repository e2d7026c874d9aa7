"""What tags of languages say by themselves."""

from __future__ import annotations

import pytest

from careerkit.translation.language_tags import same_language, script_of_language
from careerkit.translation.words.script_names import script_name


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


@pytest.mark.parametrize(
    ("tag", "other", "same"),
    [
        ("si", "si-LK", True),
        ("si", "ta", False),
        ("sr", "sr-Cyrl", True),
        ("sr-Latn", "sr-Cyrl", False),
        ("sr-Latn", "sr", False),
        ("zh", "zh-Hans-SG", True),
        ("zh", "zh-TW", False),
        ("en", "en-XA", True),
    ],
)
def test_another_script_is_another_translation(tag: str, other: str, same: bool) -> None:
    """If two tags differ in region alone, then they are one language to a reader, else not."""
    assert same_language(tag, other) is same


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en", "LATIN"),
        ("si", "SINHALA"),
        ("bn", "BENGALI"),
        ("or", "ORIYA"),
        ("my", "MYANMAR"),
        ("sr", "CYRILLIC"),
        ("uz-Arab", "ARABIC"),
        *((tag, "CJK") for tag in ("ja", "ko", "zh", "zh-Hant")),
    ],
)
def test_the_script_is_named_as_its_letters_are(tag: str, name: str) -> None:
    """If a language is named, then so is its script, as Unicode's names of its letters begin."""
    assert script_name(tag) == name
