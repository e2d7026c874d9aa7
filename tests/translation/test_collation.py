"""Words are in the order of their language's alphabet."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from careerkit.build.languages import Languages
from careerkit.build.reading_log import ReadingLog
from careerkit.content import read_profile
from careerkit.project.folders import find_folders
from careerkit.translation.words.collation import sort_by_alphabet
from tests.school import NURSE, School, found_school
from tests.shipped import copy_shipped


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", "A/B testing|accuracy|Résumé|résumé writing|robot|zoo"),
        ("en", "de luge|deluge|éclair|ecology|Zebra"),
        ("en", "-|10 jobs|2 jobs|job"),
        ("fr", "cote|Cote|coté|côte|côté|œuf|ouvrir"),
        ("de", "Aas|Ähre|Strasse|Straße|Zahl"),
        # The signs of nasal and breath after the vowels, ඥ before ඤ, the joiner of no account.
        ("si", "අංකය|අකුර|ආකෘතිය|ඉංජිනේරු|ඖෂධ|කම|කාල|කෘත්\u200dරිම|ක්\u200dරමය|ජනක|ඥාන|ඤ|දත්ත"),
        # A consonant without vowel before the one with a, க்ஷ at the end, ஃ after the vowels.
        ("ta", "அஃது|அக்கம்|அகம்|ஆய்வு|ஐ|ஔ|ஃ|க்|க|கா|கொ|கௌ|ங|தரவு|ந்|நா|ன்|ஜ|ஹ|க்ஷ"),
        # A language's own script first.
        ("si", "අකුර|හෙදිය|API|Docker|தரவு"),
        ("ta", "தரவு|API|Docker|හෙදිය"),
        ("en", "API|Docker|தரவு|හෙදිය"),
        ("ru", "ёлка|ель|ещё|яма"),
        ("hi", "अंक|अगर|आम|कलम|क़लम|खग|ज्ञान"),
        ("th", "กา|เก|ขา|เข"),
        ("ar", "أب|باب|تمر"),
        ("ja", "あい|いえ|うみ|AI"),
        ("ko", "가구|나무|하늘|AI"),
    ],
)
def test_order(tag: str, words: str) -> None:
    """If words are in any order, then they come out in that of the language's alphabet."""
    expected = words.split("|")
    mixed = random.Random(7).sample(expected, len(expected))  # noqa: S311  # no secret
    assert list(sort_by_alphabet(((word, word) for word in mixed), tag)) == expected


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A school with the languages that ship, and a career with a glossary in disorder."""
    school = found_school(tmp_path)
    copy_shipped(tmp_path, "source")
    glossary = "".join(f"  - {{term: {term}, meaning: x}}\n" for term in ("Ward", "drip", "Chart"))
    school.write_career("nurse", f"{NURSE}glossary:\n{glossary}")
    return school


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", ["Chart", "drip", "Ward"]),
        ("si", ["කාරිය", "වාට්ටුව", "drip"]),
        ("en-XA", ["[Ŵåŕđ]", "[đŕîþ]", "[Çĥåŕţ]"]),
    ],
)
def test_a_glossary_is_in_the_order_of_each_language(
    school: School, tag: str, expected: list[str]
) -> None:
    """If a career has a glossary, then it is sorted anew in each language."""
    entries = "[{source: Ward, target: වාට්ටුව}, {source: Chart, target: කාරිය}]"
    file = school.folder / "source" / "locales" / "si" / "nurse.yaml"
    file.write_text(f"career: nurse\nentries: {entries}\n", encoding="utf-8")
    folders = find_folders(school.folder / "source", school.folder / "layouts")
    profile = read_profile(school.folder / "source" / "careers" / "nurse.yaml", folders.source)
    languages = Languages(folders, ReadingLog())
    made = languages.translate(profile, tag)
    assert [str(each.term) for each in made.glossary] == expected
    assert [str(each.term) for each in profile.glossary] == ["Ward", "drip", "Chart"]
