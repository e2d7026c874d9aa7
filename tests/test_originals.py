"""A career written in another language than English: its original, and its translations."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import yaml
from pptx import Presentation

from careerkit.build.jobs import plan
from careerkit.cli.command import main
from careerkit.content import Profile, check_profile, read_catalogue, read_locale, read_profile
from careerkit.content.models.content_model import walk_texts
from careerkit.document.blocks import Document
from careerkit.document.traversal import outline, spans
from careerkit.project.folders import find_folders
from careerkit.translation.catalogues.translated import translate_profile
from careerkit.translation.catalogues.units import find_units
from tests.school import NURSE, School, found_school, prepare_sheets
from tests.shipped import ROOT, WHOLE_TEMPLATES

SINHALA = """\
schema: 1
language: si
title: රථවාහන කාර්මික
tagline: වාහන අලුත්වැඩියා කරන අය.
overview:
  work: |
    මෝටර් රථ කාර්මිකයෙක් වාහන පරීක්ෂා කර අලුත්වැඩියා කරයි.
daily_tasks:
  - task: එන්ජිම පරීක්ෂා කරන්න
  - task: තෙල් මාරු කරන්න
"""
CAREER = "ai-ml-engineer"


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> School:
    """A school with all languages that ship, and a career in English."""
    monkeypatch.chdir(tmp_path)
    school = found_school(tmp_path)
    for tag in ("si", "ta"):
        _copy(f"source/locales/{tag}.yaml", school)
    return school


def _copy(name: str, school: School) -> None:
    target = school.folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes((ROOT / name).read_bytes())


def _lay_out(school: School, tag: str, edition: str, career: str) -> Document:
    folders = find_folders(school.folder / "source", school.folder / "layouts")
    (sheet,) = prepare_sheets(folders, plan(folders, [career], [tag], [edition]))
    return sheet.document


def _put(tree: Any, path: str, text: str) -> None:
    """Put a text into plain YAML data where a profile has it.

    A plain item is its main text; a statement keeps its sources.
    """
    steps = [int(step) if step.isdecimal() else step for step in re.findall(r"[^.\[\]]+", path)]
    node = tree
    for step in steps[:-1]:
        if isinstance(node[step], str):
            node[step] = text
            return
        node = node[step]
    last = steps[-1]
    if isinstance(node, dict) and last not in node:
        return
    if isinstance(node[last], dict):
        node[last]["text"] = text
    else:
        node[last] = text


def _write_tamil_original(school: School) -> Profile:
    """Write a shipped career as if it were written in Tamil, and its translation into English."""
    source = ROOT / "source"
    english = read_profile(source / "careers" / f"{CAREER}.yaml", source)
    catalogue = read_catalogue(source / "locales" / "ta" / f"{CAREER}.yaml")
    tamil = translate_profile(english, "ta", [catalogue])
    assert tamil.translation
    written_in_english = (source / "careers" / f"{CAREER}.yaml").read_text(encoding="utf-8")
    tree = yaml.load(written_in_english, Loader=yaml.BaseLoader)  # noqa: S506  # it makes texts alone
    for where, text, _ in walk_texts(tamil):
        _put(tree, where, "\n\n".join(text.paragraphs))
    tree["language"] = "ta"
    path = school.write_career(CAREER, yaml.safe_dump(tree, allow_unicode=True, sort_keys=False))
    written = read_profile(path, school.folder / "source")
    entries: dict[tuple[str, str], dict[str, str]] = {}
    for own, back in zip(find_units(written), find_units(english), strict=True):
        assert own.path == back.path
        entry = {"source": str(own.text), "target": str(back.text)}
        first = entries.setdefault((own.source, ""), entry)
        if first["target"] != entry["target"] or own.is_name:
            entries[own.source, own.kind] = {**entry, "context": own.kind}
    entries_written = yaml.safe_dump(
        {"career": CAREER, "status": "reviewed", "entries": list(entries.values())},
        allow_unicode=True,
        sort_keys=False,
    )
    file = school.folder / "source" / "locales" / "en" / f"{CAREER}.yaml"
    file.parent.mkdir()
    file.write_text(entries_written, encoding="utf-8")
    for name in list((ROOT / "source" / "images").iterdir()):
        _copy(f"source/images/{name.name}", school)
    return written


def _told(document: Document) -> list[str]:
    """Give a document's words without their languages and what is said of a translation."""
    sections = tuple(one for one in document.sections if one.name != "sources")
    return re.sub(r"\{[a-z]{2}\}", "", outline(replace(document, sections=sections))).splitlines()


@pytest.fixture
def tamil_original(school: School) -> Profile:
    """The shipped career in the school, as an original in Tamil with an English translation."""
    return _write_tamil_original(school)


@pytest.mark.parametrize("edition", ["booklet", "deck"])
@pytest.mark.parametrize("tag", ["ta", "en"])
def test_a_tamil_original_has_all_that_an_english_one_has(
    school: School, tamil_original: Profile, tag: str, edition: str
) -> None:
    """If a career is written in Tamil and translated into English, then both editions are whole."""
    assert tamil_original.title.language == "ta"
    shipped = found_school(school.folder / "shipped")
    for name in ("locales/ta.yaml", f"locales/ta/{CAREER}.yaml", f"careers/{CAREER}.yaml"):
        _copy(f"source/{name}", shipped)
    told = _told(_lay_out(school, tag, edition, CAREER))
    assert len(told) > 100
    assert told == _told(_lay_out(shipped, tag, edition, CAREER))


@pytest.mark.usefixtures("tamil_original")
def test_an_original_is_no_draft(school: School) -> None:
    """If a language is that of the original, then files say so and speak of no translation."""
    assert main([CAREER, "--locale", "en,ta", "--quiet"]) == 0
    for tag in ("en", "ta"):
        with pikepdf.open(school.output / tag / f"{CAREER}.booklet.pdf") as pdf:
            assert str(pdf.Root.Lang) == tag
        deck = Presentation(str(school.output / tag / f"{CAREER}.deck.pptx"))
        title = deck.slides[0].shapes.title
        assert title is not None
        assert title._element.xpath(".//a:rPr/@lang") == [tag]
    locale = read_locale(school.folder / "source" / "locales" / "ta.yaml")
    for label in ("draft_notice_translation", "not_translated_notice"):
        for edition in WHOLE_TEMPLATES:
            assert str(locale.labels[label]) not in outline(_lay_out(school, "ta", edition, CAREER))


def test_the_reading_grade_is_checked_for_english_alone(tamil_original: Profile) -> None:
    """If a profile in Tamil names a reading grade, then no English rule is held against it."""
    assert tamil_original.about is not None
    assert tamil_original.about.reading_grade is not None
    assert "about.reading_grade" not in [one.field for one in check_profile(tamil_original)]


def test_what_is_not_translated_keeps_its_language_and_its_fonts(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a Sinhala career has no translation, then other editions have its texts, tagged and set.

    The other language's own fonts lack the letters: those of Sinhala are lent.
    """
    school.write_career("mechanic", SINHALA)
    english = school.folder / "source" / "locales" / "en.yaml"
    text = english.read_text(encoding="utf-8")
    english.write_text(re.sub("(?m)^fonts: .*$", "fonts: [Noto Sans]", text), encoding="utf-8")
    assert main(["mechanic", "--locale", "en,ta", "--edition", "booklet"]) == 0
    told = capsys.readouterr().err
    assert "5 of 5 texts are not translated into English" in told
    assert "glyph" not in told
    for tag in ("en", "ta"):
        made = _lay_out(school, tag, "deck", "mechanic")
        assert {each.language for each in spans(made) if "වාහන" in each.text} == {"si"}


@pytest.mark.parametrize(
    ("tag", "more", "indefinite"),
    [
        ("en", "", "an Engine fitter"),
        ("fr", "", "Engine fitter"),
        ("en", ", {source: රථවාහන කාර්මික, context: indefinite, target: a fitter}", "a fitter"),
    ],
)
def test_an_english_title_made_from_one_without_article_has_one(
    school: School, tag: str, more: str, indefinite: str
) -> None:
    """If an original has no form of its title for sentences, then English puts its article."""
    profile = read_profile(school.write_career("mechanic", SINHALA), school.folder / "source")
    assert profile.indefinite == "රථවාහන කාර්මික"
    file = school.folder / "source" / "locales" / tag / "mechanic.yaml"
    file.parent.mkdir()
    entries = f"[{{source: රථවාහන කාර්මික, target: Engine fitter}}{more}]"
    file.write_text(f"career: mechanic\nentries: {entries}\n", encoding="utf-8")
    made = translate_profile(profile, tag, [read_catalogue(file)])
    assert (made.title, made.indefinite) == ("Engine fitter", indefinite)


def test_a_language_without_a_file_is_told(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a profile names a language that there is no file for, then that is told at its line."""
    school.write_career("mechanic", SINHALA.replace("language: si", "language: sr"))
    assert main(["check", "mechanic", "--locale", "en"]) == 1
    assert capsys.readouterr().err.startswith(
        'source/careers/mechanic.yaml:2:11: language: there is no language "sr"\n'
    )
    school.write_career("mechanic", SINHALA.replace("language: si", "language: si-LK"))
    assert main(["check", "mechanic", "--locale", "si"]) == 0
    assert "no problems" in capsys.readouterr().err
    school.write_career("mechanic", SINHALA.replace("language: si", "language: Sinhala"))
    assert main(["check", "mechanic", "--locale", "si"]) == 1
    assert (
        '2:11: language: expected a language tag, found "Sinhala"\n'
        "  hint: for example en or si-LK\n"
    ) in capsys.readouterr().err


@pytest.mark.parametrize("command", [["check"], ["build"]])
def test_another_script_than_the_language_has_is_told(
    school: School, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """If a text is plainly in the letters of another language, then that is told, and which."""
    school.write_career("mechanic", SINHALA.replace("language: si\n", ""))
    main([*command, "mechanic", "--locale", "en"])
    assert (
        "source/careers/mechanic.yaml:1:1: warning: language: the text is in Sinhala letters, but"
        ' is taken for "en"\n  hint: say in the file `language: si`\n'
    ) in capsys.readouterr().err
    school.write_career("nurse", "language: ta\n" + NURSE)
    main([*command, "nurse", "--locale", "ta"])
    assert (
        "source/careers/nurse.yaml:1:11: warning: language: the text is in Latin letters, but is"
        ' taken for "ta"\n  hint: say in the file `language: en`\n'
    ) in capsys.readouterr().err
    (school.folder / "source" / "locales" / "si.yaml").unlink()
    main([*command, "mechanic", "--locale", "en"])
    assert (
        "hint: say in language: which it is, by the tag of a file in source/locales\n"
    ) in capsys.readouterr().err


def test_a_translation_into_the_own_language_is_told(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If an old translation lies in the language of the original, it is not used, and told."""
    school.write_career("mechanic", SINHALA)
    file = school.folder / "source" / "locales" / "si" / "mechanic.yaml"
    file.parent.mkdir()
    file.write_text(
        "career: mechanic\nentries: [{source: තෙල් මාරු කරන්න, target: වෙනත්}]\n", encoding="utf-8"
    )
    assert main(["mechanic", "--locale", "si", "--edition", "deck"]) == 0
    assert (
        "source/locales/si/mechanic.yaml: warning: not used: the career is written in this language"
        " (si)\n  hint: take the file away, or correct language: in source/careers/mechanic.yaml\n"
    ) in capsys.readouterr().err
    made = outline(_lay_out(school, "si", "deck", "mechanic"))
    assert "තෙල් මාරු කරන්න" in made
    assert "වෙනත්" not in made


@pytest.mark.usefixtures("tamil_original")
def test_the_letters_of_an_original_are_looked_through(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If an original has text for an old font or a lost joiner, then that is told as elsewhere."""
    career = SINHALA.replace("එන්ජිම පරීක්ෂා කරන්න", "jdyk w;a;=jEoaod lrk").replace(
        "තෙල් මාරු කරන්න", "විද්යාව YouTube Café GitHub"
    )
    school.write_career("mechanic", career + "tools: [YouTube, GitHub]\n")
    main(["check", "mechanic", "--locale", "si"])
    warnings = [one for one in capsys.readouterr().err.splitlines() if "warning: " in one]
    career = "source/careers/mechanic.yaml"
    odd = "looks like text for an old font: Latin letters that stand for Sinhala ones"
    assert warnings == [
        f'{career}:9:16: warning: daily_tasks[0].task: "w;a;=jEoaod" {odd}',
        f'{career}:10:11: warning: daily_tasks[1].task: "විද්යාව" has lost a joiner (U+200D)',
    ]


def test_translators_work_out_of_the_own_language(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a career is in Sinhala, then English is a language to translate into, Sinhala is none."""
    path = school.write_career("mechanic", SINHALA)
    assert main(["translate", "update", "mechanic"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "source/locales/en/mechanic.yaml: 5 added, 0 stale",
        "source/locales/ta/mechanic.yaml: 5 added, 0 stale",
    ]
    assert main(["translate", "status", "mechanic", "--locale", "si"]) == 2
    assert 'no language to translate into "si"' in capsys.readouterr().err
    assert main(["translate", "export", "mechanic", "--locale", "en"]) == 0
    po = school.output / "en" / "mechanic.po"
    text = po.read_text(encoding="utf-8")
    assert '"Language: en\\n"\n"X-Source-Language: si\\n"' in text
    po.write_text(
        text.replace('msgid "තෙල් මාරු කරන්න"\nmsgstr ""', 'msgid "තෙල් මාරු කරන්න"\nmsgstr "Oil"'),
        encoding="utf-8",
    )
    assert main(["translate", "import", str(po)]) == 0
    catalogue = read_catalogue(school.folder / "source" / "locales" / "en" / path.name)
    assert [entry.target for entry in catalogue.entries if entry.target] == ["Oil"]


@pytest.mark.parametrize("tag", ["en-XA", "ar-XB"])
def test_pseudo_languages_are_made_of_an_original(school: School, tag: str) -> None:
    """If a pseudo-language is asked for, then it is made from the career as it is written."""
    school.write_career("mechanic", SINHALA)
    assert main(["mechanic", "--locale", tag, "--quiet"]) == 0
    words = outline(_lay_out(school, tag, "deck", "mechanic"))
    assert ("[රථවාහන කාර්මික" if tag == "en-XA" else "\u202eරථවාහන\u202c") in words


def test_a_school_that_writes_in_sinhala_alone(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a school has no English at all, then its careers are made, without a warning."""
    locales = school.folder / "source" / "locales"
    (locales / "en.yaml").unlink()
    (locales / "ta.yaml").unlink()
    (school.folder / "source" / "careers" / "nurse.yaml").unlink()
    school.write_career("mechanic", SINHALA)
    assert main([]) == 0
    made = "1 booklet made (4 pages), 1 handout made (2 sides), 1 deck made (4 slides)"
    assert f"{made}, no problems" in (capsys.readouterr().err)


def test_a_language_may_fall_back_to_that_of_the_original(school: School) -> None:
    """If Tamil falls back to Sinhala, then what it lacks of a Sinhala career is not in English."""
    locales = school.folder / "source" / "locales"
    school.write_career("mechanic", SINHALA)
    for tag, target in (("en", "Oil"), ("ta", "எண்ணெய்")):
        (locales / tag).mkdir(exist_ok=True)
        source = "තෙල් මාරු කරන්න" if tag == "ta" else "එන්ජිම පරීක්ෂා කරන්න"
        (locales / tag / "mechanic.yaml").write_text(
            f"career: mechanic\nentries: [{{source: {source}, target: {target}}}]\n", "utf-8"
        )
    assert "Oil" in outline(_lay_out(school, "ta", "deck", "mechanic"))
    tamil = (locales / "ta.yaml").read_text("utf-8").replace("fallback: en", "fallback: si")
    (locales / "ta.yaml").write_text(tamil, "utf-8")
    made = outline(_lay_out(school, "ta", "deck", "mechanic"))
    assert "Oil" not in made
    assert "எண்ணெய்" in made
    assert "එන්ජිම පරීක්ෂා කරන්න" in made
