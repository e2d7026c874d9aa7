"""A school's file is read with its texts in their languages, or explained."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from careerkit.content import ContentError, doubt_school, read_school
from careerkit.content.models.content_model import walk_texts
from careerkit.content.models.school import School, SchoolFile

WHOLE = """\
name: Lakeside College
logo: {file: logo.png, alt: An owl on a book}
counsellor:
  name: Ms Perera
  room: 12
  phone: 011 234 5678
address: 1 Lake Road, Kandy
website: https://lakeside.example
more:
  - {label: Bus, value: 654}
translations:
  si:
    name: විල්තෙර විද්‍යාලය
    logo: පොතක් මත බකමූණෙක්
    counsellor: {name: පෙරේරා මහත්මිය, hours: සඳුදා}
  si-LK:
    counsellor: පෙරේරා මිය
"""

Read = Callable[[str], SchoolFile]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a source folder with a logo and three languages."""
    for name in ("images", "locales"):
        (tmp_path / name).mkdir()
    for tag in ("en", "si", "ta"):
        (tmp_path / "locales" / f"{tag}.yaml").touch()
    Image.new("L", (400, 300)).save(tmp_path / "images" / "logo.png")
    return tmp_path


@pytest.fixture
def read(folder: Path) -> Read:
    """Return a function that reads a school from text."""

    def read_text(text: str) -> SchoolFile:
        (folder / "school.yaml").write_text(text, encoding="utf-8")
        return read_school(folder / "school.yaml", folder)

    return read_text


def told(school: School) -> dict[str, tuple[str, str]]:
    """Return each text of a school with its language."""
    return {path: (str(text), text.language) for path, text, _ in walk_texts(school)}


def test_a_school_as_it_is_written(read: Read) -> None:
    """If no translation is of a language, then all is as the file has it, in its own language."""
    assert told(read(WHOLE).said_in("ta")) == {
        "name": ("Lakeside College", "en"),
        "logo.file": ("logo.png", "en"),
        "logo.alt": ("An owl on a book", "en"),
        "counsellor.name": ("Ms Perera", "en"),
        "counsellor.room": ("12", "en"),
        "counsellor.phone": ("011 234 5678", "en"),
        "address": ("1 Lake Road, Kandy", "en"),
        "website": ("https://lakeside.example", "en"),
        "more[0].label": ("Bus", "en"),
        "more[0].value": ("654", "en"),
    }


def test_a_translation_stands_field_by_field(read: Read) -> None:
    """If a language translates some fields, then the nearest of its lineage has each of them."""
    school = read(WHOLE)
    first, second = told(school.said_in("si")), told(school.said_in("si-LK"))
    assert first["name"] == second["name"] == ("විල්තෙර විද්‍යාලය", "si")
    assert first["logo.alt"] == ("පොතක් මත බකමූණෙක්", "si")
    assert first["logo.file"] == ("logo.png", "en")
    assert first["counsellor.name"] == ("පෙරේරා මහත්මිය", "si")
    assert second["counsellor.name"] == ("පෙරේරා මිය", "si-LK")
    assert second["counsellor.hours"] == ("සඳුදා", "si")
    assert second["counsellor.phone"] == ("011 234 5678", "en")
    assert second["more[0].label"] == ("Bus", "en")


def test_each_field_of_a_school_can_be_translated(read: Read) -> None:
    """If a language says a field in its own words, whichever, then those stand in its place."""
    own = {
        "name": "විල්තෙර විද්‍යාලය",
        "counsellor": "{name: පෙරේරා, room: 14, hours: සඳුදා, phone: 012, email: b@b.example}",
        "address": "මහනුවර",
        "website": "https://lakeside.example/si",
        "more": "[{label: බස්, value: 655}]",
        "logo": "බකමූණෙක්",
    }
    lines = "".join(f"    {name}: {said}\n" for name, said in own.items())
    text = WHOLE.partition("translations:")[0] + f"translations:\n  si:\n{lines}"
    assert told(read(text).said_in("si")) == {
        "name": ("විල්තෙර විද්‍යාලය", "si"),
        "logo.file": ("logo.png", "en"),
        "logo.alt": ("බකමූණෙක්", "si"),
        "counsellor.name": ("පෙරේරා", "si"),
        "counsellor.room": ("14", "si"),
        "counsellor.hours": ("සඳුදා", "si"),
        "counsellor.phone": ("012", "si"),
        "counsellor.email": ("b@b.example", "si"),
        "address": ("මහනුවර", "si"),
        "website": ("https://lakeside.example/si", "si"),
        "more[0].label": ("බස්", "si"),
        "more[0].value": ("655", "si"),
    }


def test_a_school_of_another_language(read: Read) -> None:
    """If a file says that it is in Tamil, then its texts are, and only the others' are not."""
    school = read("language: ta\nname: ஏரிக்கரைக் கல்லூரி\ntranslations: {en: {name: Lakeside}}\n")
    assert told(school.said_in("ta")) == {"name": ("ஏரிக்கரைக் கல்லூரி", "ta")}
    assert told(school.said_in("en")) == {"name": ("Lakeside", "en")}
    assert told(school.said_in("si")) == {"name": ("ஏரிக்கரைக் கல்லூரி", "ta")}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "address: a\n",
            '1:1: name: required, but missing\n  hint: add "name:", the school\'s name',
        ),
        (
            "name: a\nlogo: {file: logo.png}\n",
            (
                "2:7: logo.alt: required, but missing\n"
                '  hint: add "alt:", what it shows, for those who do not see it'
            ),
        ),
        (
            "name: a\nlogo: {file: ../logo.png, alt: b}\n",
            (
                '2:14: logo.file: "../logo.png" does not lie in source/images\n'
                '  hint: give the path below source/images, with "/" between folders,'
                " for example ward.jpg"
            ),
        ),
        (
            "name: a\nlogo: {file: lgo.png, alt: b}\n",
            (
                "2:14: logo.file: there is no file IMAGES/lgo.png\n"
                '  hint: did you mean "logo.png"? capitals count'
            ),
        ),
        (
            "name: a\nwebsite: lakeside\n",
            '2:10: website: expected a web address, found "lakeside"',
        ),
        (
            "name: a\ncounselor: b\n",
            '2:1: counselor: unknown field\n  hint: did you mean "counsellor"?',
        ),
        (
            "name: a\ncounsellor:\n  fone: 1\n",
            '3:3: counsellor.fone: unknown field\n  hint: did you mean "phone"?',
        ),
        (
            "name: a\nmore: [{label: b}]\n",
            '2:8: more[0].value: required, but missing\n  hint: add "value:", what it says',
        ),
        (
            "name: a\nmore:\n" + "  - {label: b, value: c}\n" * 13,
            (
                "3:3: more: expected 12 items at the most, found 13\n"
                "  hint: keep those that matter most"
            ),
        ),
        (
            "name: a\ntranslations:\n  si: {nmae: b}\n",
            '3:8: translations.si.nmae: unknown field\n  hint: did you mean "name"?',
        ),
        (
            "name: a\ntranslations:\n  sii: {name: b}\n",
            '3:3: translations.sii: there is no language "sii"\n  hint: did you mean "si"?',
        ),
        (
            "name: a\ntranslations:\n  Sinhala: {name: b}\n",
            (
                '3:12: translations.Sinhala: expected a language tag, found "Sinhala"\n'
                "  hint: for example si or si-LK"
            ),
        ),
        (
            "name: a\ntranslations:\n  en: {name: b}\n",
            (
                "3:3: translations.en: the file is written in this language (en)\n"
                "  hint: write it above in place of what stands there, or correct language:"
            ),
        ),
        (
            "name: a\nlanguage: si-LK\ntranslations:\n  si: {name: b}\n",
            "4:3: translations.si: the file is written in this language (si-LK)",
        ),
        (
            "name: a\ntranslations:\n  si: {logo: b}\n",
            (
                "3:14: translations.si.logo: there is no logo to say it of\n"
                "  hint: name its file under logo: above"
            ),
        ),
        (
            "name: a\nlanguage: fr\n",
            '2:11: language: there is no language "fr"\n  hint: there are: en, si, ta',
        ),
    ],
)
def test_what_is_wrong_is_explained(read: Read, folder: Path, text: str, wanted: str) -> None:
    """If a school's file has a mistake, then it is told with its line and what to do."""
    with pytest.raises(ContentError) as caught:
        read(text)
    problems = [
        str(one).replace(f"{folder / 'school.yaml'}:", "").replace(f"{folder / 'images'}", "IMAGES")
        for one in caught.value.problems
    ]
    assert len(problems) == 1
    assert problems[0].startswith(wanted)


def test_a_logo_that_is_no_picture(read: Read, folder: Path) -> None:
    """If the logo is not whole, then that is told at its name."""
    whole = (folder / "images" / "logo.png").read_bytes()
    (folder / "images" / "logo.png").write_bytes(whole[:60])
    with pytest.raises(ContentError) as caught:
        read("name: a\nlogo: {file: logo.png, alt: b}\n")
    (problem,) = caught.value.problems
    assert (problem.place.line, problem.field) == (2, "logo.file")
    assert "damaged" in problem.message or "cut off" in problem.message


@pytest.mark.parametrize(
    ("size", "told"),
    [
        ((315, 60), []),
        ((314, 60), ["image too coarse for print: 314 pixels wide"]),
        ((142, 142), []),
        ((141, 141), ["image too coarse for print: 141 pixels wide"]),
    ],
)
def test_a_coarse_logo_is_warned_of(
    read: Read, folder: Path, size: tuple[int, int], told: list[str]
) -> None:
    """If a logo has too few pixels for the size that it is printed in, then that is told."""
    Image.new("L", size).save(folder / "images" / "logo.png")
    school = read("name: a\nlogo: {file: logo.png, alt: b}\n")
    warnings = doubt_school(school, folder / "images")
    assert [one.message for one in warnings] == told
    assert {one.severity for one in warnings} <= {"warning"}


def test_pasted_words_are_doubted(read: Read, folder: Path) -> None:
    """If words look like those of a web page, in whatever language, then that is told."""
    school = read("name: a\ntranslations: {si: {address: '<b>b</b>'}}\n")
    (warning,) = doubt_school(school, folder / "images")
    assert warning.field == "translations.si.address"
