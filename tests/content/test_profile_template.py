"""A new profile can be built as it stands, and its examples too."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from PIL import Image

from careerkit.content import Profile, check_profile, new_profile, read_profile
from careerkit.content.checks.part_doubts import COUNTRY_FIELDS
from careerkit.content.models.content_model import walk_texts
from careerkit.content.models.icon_names import ICON_NAMES
from careerkit.content.models.materials import Resource
from careerkit.content.part_template import PART_TEMPLATE, new_part
from careerkit.content.profile_template import TEMPLATE, read_words, words_of
from careerkit.layout import load_layout
from careerkit.translation.words.script_names import script_name, script_of_letter
from tests.shipped import LAYOUTS, ROOT

# Names and codes, which a profile has alike whatever its language.
_SAME_IN_EVERY_LANGUAGE = frozenset(
    [
        "yaml-language-server: $schema=../profile.schema.json",
        "yaml-language-server: $schema=../part.schema.json",
        '{{isco08: "2512", onet: 15-2051.00, national: "2512"}}',
        "{{percent: 9, since: 2024, until: 2034}}",
        "[0.5, 0.3]",
        "[Docker, Git]",
        "[investigative, realistic]",
        "CC BY 4.0",
    ]
)
TEMPLATE_WORDS = (*words_of(TEMPLATE), *words_of(PART_TEMPLATE))
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


def test_names_to_choose_from_are_listed() -> None:
    """If a field takes one name of a few, then the advice or README.md has all of them."""
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    assert f"It is one of: {', '.join(ICON_NAMES)}." in readme
    layout = load_layout("classic", LAYOUTS)
    *others, last = layout.accents
    assert f"## One of the theme's accent colours: {', '.join(others)} or {last}.\n" in TEMPLATE
    *others, last = get_args(get_args(Resource.model_fields["kind"].annotation)[0])
    assert f"## kind: {', '.join(others)} or {last}; cost: free or paid.\n" in TEMPLATE


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
        ("Terms", "career-terms"),
        ("LABELS", "career-labels"),
        ("All", "career-all"),
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


@pytest.mark.parametrize("tag", ["si", "ta", "ta-LK"])
def test_a_profile_begins_in_its_language(tmp_path: Path, tag: str) -> None:
    """If a profile is begun in a language, then all of it is, comments and examples too."""
    language = tag.partition("-")[0]
    words = read_words(language)
    lacking = [
        each
        for each in TEMPLATE_WORDS
        if " " in each and each not in words and each not in _SAME_IN_EVERY_LANGUAGE
    ]
    assert lacking == []
    assert [each for each in words if each not in TEMPLATE_WORDS] == []
    stem, text = new_profile("வைத்தியர்", tag)
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales" / f"{language}.yaml").touch()
    (tmp_path / "images").mkdir()
    Image.new("L", (4, 3)).save(tmp_path / "images" / "example.jpg")
    profile = _read(tmp_path, stem, text)
    assert (profile.language, profile.title.language) == (tag, tag)
    assert {one.message for one in check_profile(profile)} == {"this is still to be written"}
    assert len(check_profile(profile)) == 5
    assert "To be written" not in text
    for written in re.findall("(?m)^ *## .*(?:\n *## .*)*", text):
        assert script_name(tag) in {script_of_letter(each) for each in written}
    whole = _read(tmp_path, stem, re.sub(r"(?m)^# (?!yaml-)", "", text))
    assert whole.model_fields_set == set(Profile.model_fields)
    own = script_name(tag)
    texts = [text for _, text, stays in walk_texts(whole) if not stays]
    assert len(texts) > 50
    assert [text for text in texts if {*map(script_of_letter, text)} - {own, ""} == {"LATIN"}] == [
        "NVQ 4"
    ]


def test_a_language_without_words_begins_in_english(tmp_path: Path) -> None:
    """If the program has no words in a language, then comments are English, the tag is right."""
    stem, text = new_profile("Baker", "fr")
    english = new_profile("Baker")[1]
    assert text == english.replace("# language: en\n", "language: fr\n").replace(
        '"a Baker"', '"Baker"'
    )
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales" / "fr.yaml").touch()
    assert _read(tmp_path, stem, text).title.language == "fr"


def test_a_new_part_is_valid_with_its_examples(tmp_path: Path) -> None:
    """If the "# " before the examples of a part is taken away, then it is valid all the same."""
    _, shared = new_profile("Baker")
    (tmp_path / "baker.yaml").write_text(shared, encoding="utf-8")
    (tmp_path / "baker.LK.yaml").write_text(new_part("LK"), encoding="utf-8")
    begun = read_profile(tmp_path / "baker.LK.yaml", tmp_path)
    assert begun.country == "LK"
    whole = re.sub(r"(?m)^# (?!yaml-)", "", new_part("LK"))
    (tmp_path / "baker.LK.yaml").write_text(whole, encoding="utf-8")
    part = read_profile(tmp_path / "baker.LK.yaml", tmp_path).files[-1]
    assert {*COUNTRY_FIELDS, "overview", "languages"} <= part.model_fields_set
