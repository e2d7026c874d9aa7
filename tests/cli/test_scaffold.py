"""What a school begins with: folders laid out, a profile begun."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from careerkit.cli.scaffold import begin_part, begin_profile, lay_out_folder
from careerkit.project.choice import WrongArgument
from tests.school import NURSE, School, found_school
from tests.shipped import ROOT


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A school with one small career."""
    return found_school(tmp_path)


def test_a_begun_profile_has_no_problem(school: School) -> None:
    """If a profile is begun, then it can be checked and made as it stands."""
    done = school.run("new", 'Marine "Deep: Sea" Biologist')
    assert done.stdout == "source/careers/marine-deep-sea-biologist.yaml\n"
    assert done.stderr == (
        "write your words in it\n"
        "  hint: `check marine-deep-sea-biologist` tells what is left to do, "
        "`build marine-deep-sea-biologist` makes its files\n"
    )
    assert done.returncode == 0
    checked = school.run("check", "marine-deep-sea-biologist")
    assert (checked.returncode, checked.stdout) == (0, "")
    assert "error" not in checked.stderr
    assert "marine-deep-sea-biologist.yaml" in checked.stderr  # it says what is to be written


def test_a_profile_begins_in_another_language(school: School) -> None:
    """If a language is named, then the profile is begun in it, and it is one that is there."""
    title = "කාර්මිකයා"
    refused = school.run("new", title, "--locale", "si")
    assert refused.returncode == 2
    assert 'no language "si"\n  hint: there are: en\n' in refused.stderr
    shutil.copyfile(
        ROOT / "source" / "locales" / "si.yaml", school.folder / "source" / "locales" / "si.yaml"
    )
    done = school.run("new", title, "--locale", "si")
    assert done.returncode == 0
    text = (school.folder / done.stdout.strip()).read_text(encoding="utf-8")
    assert '\nlanguage: si\ntitle: "කාර්මිකයා"\n' in text
    assert school.run("check", done.stdout.strip(), "--locale", "si").returncode == 0


def test_a_profile_that_is_there_is_left_as_it_is(school: School) -> None:
    """If the profile is there already, then it is not touched."""
    careers = school.folder / "source" / "careers"
    before = (careers / "nurse.yaml").read_bytes()
    with pytest.raises(WrongArgument, match=r"nurse\.yaml is there already, and is left as it is"):
        begin_profile("Nurse", careers)
    assert (careers / "nurse.yaml").read_bytes() == before


def test_an_empty_title_is_refused(school: School) -> None:
    """If a title is empty, then no file is made of it."""
    with pytest.raises(WrongArgument, match="the title is empty"):
        begin_profile("  ", school.folder / "source" / "careers")


def test_a_profile_needs_a_folder(tmp_path: Path) -> None:
    """If there is no folder of careers, then the hint says how to get one."""
    with pytest.raises(WrongArgument) as caught:
        begin_profile("Nurse", tmp_path / "source" / "careers")
    assert caught.value.hint == "`init` lays one out, --source names another"


def test_a_folder_is_laid_out_with_all_that_came_with_the_program(tmp_path: Path) -> None:
    """If a folder is laid out, then it has every file of source and layouts, and no other."""
    lay_out_folder(tmp_path / "school")
    for name in ("source", "layouts"):
        expected = {p.relative_to(ROOT / name): p for p in (ROOT / name).rglob("*") if p.is_file()}
        there = tmp_path / "school" / name
        found = {p.relative_to(there): p for p in there.rglob("*") if p.is_file()}
        assert found.keys() == expected.keys()
        assert all(found[path].read_bytes() == expected[path].read_bytes() for path in expected)
    assert {path.name for path in (tmp_path / "school").iterdir()} == {"source", "layouts"}


def test_a_folder_that_is_laid_out_is_left_as_it_is(school: School) -> None:
    """If source or layouts are there already, then nothing is written over."""
    before = sorted(school.folder.rglob("*"))
    with pytest.raises(WrongArgument, match="source is there already, and is left as it is"):
        lay_out_folder(school.folder)
    assert sorted(school.folder.rglob("*")) == before


def test_a_begun_part_can_be_made(school: School) -> None:
    """If a country's part is begun, then it can be made as it stands, and says what to write."""
    done = school.run("new", "--country", "LK", "nurse")
    assert (done.returncode, done.stdout) == (0, "source/careers/nurse.LK.yaml\n"), done.stderr
    checked = school.run("check", "nurse")
    assert checked.returncode == 0
    assert "nurse.LK.yaml:15:5: warning: overview.here: this is still to be written" in (
        checked.stderr
    )
    province = school.run("new", "nurse", "--country", "LK-2")
    assert province.stdout == "source/careers/nurse.LK-2.yaml\n"
    made = school.run("--edition", "handout")
    assert made.returncode == 0
    assert sorted(path for path in school.made() if path.endswith("pdf")) == [
        *("en/nurse-lk-2.handout.pdf", "en/nurse-lk.handout.pdf")
    ]


def test_a_part_begins_in_the_language_of_its_career(school: School) -> None:
    """If a career is written in another language, then the advice in its part is in that."""
    school.write_career("nurse", f"language: si\n{NURSE}")
    shutil.copy(ROOT / "source" / "locales" / "si.yaml", school.folder / "source" / "locales")
    begin_part("nurse", "LK", school.folder / "source" / "careers")
    text = (school.folder / "source" / "careers" / "nurse.LK.yaml").read_text(encoding="utf-8")
    assert "ලිවිය යුතුයි -" in text
    assert "To be written" not in text


@pytest.mark.parametrize(
    ("name", "country", "message", "hint"),
    [
        ("nurse", "lk", '"lk" is no country', 'did you mean "LK"?'),
        (
            *("nurse", "UK", '"UK" is no country'),
            "two capital letters (ISO 3166), as LK; of a province, its code behind them: LK-2",
        ),
        (
            *("nurse", "../x", '"../x" is no country'),
            "two capital letters (ISO 3166), as LK; of a province, its code behind them: LK-2",
        ),
        ("nurze", "LK", 'no career "nurze"', 'did you mean "nurse" or "nurse-ie"?'),
        (
            *("chef", "LK", 'no career "chef"'),
            (
                'begin it first: `new "chef"`; if it is told for one country alone, '
                "write country: LK in it, and no part"
            ),
        ),
        ("nurse", "LK-2", 'no career "nurse.LK"', "begin that first: `new --country LK nurse`"),
        (
            *("nurse", "GB", "source/careers/nurse.GB.yaml is there already, and is left as it is"),
            "fill that one in",
        ),
        (
            *("nurse", "IE", "source/careers/nurse-ie.yaml is there, and would be made into"),
            "rename it to nurse.IE.yaml, and take out of it what nurse.yaml says",
        ),
    ],
)
def test_a_part_that_cannot_be_begun(
    name: str,
    country: str,
    message: str,
    hint: str,
    school: School,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """If a country, a career or its shared file is not there, then no file is made."""
    monkeypatch.chdir(school.folder)
    school.write_career("nurse.GB", "schema: 1\ncountry: GB\n")
    school.write_career("nurse-ie", NURSE)
    careers = Path("source", "careers")
    before = sorted(careers.iterdir())
    with pytest.raises(WrongArgument) as caught:
        begin_part(name, country, careers)
    assert caught.value.message.startswith(message)
    assert caught.value.hint == hint
    assert sorted(careers.iterdir()) == before


def test_a_part_has_no_language_of_its_own(school: School) -> None:
    """If a language is named for a part, then it is said what languages a part has."""
    done = school.run("new", "--country", "LK", "nurse", "--locale", "si")
    assert done.returncode == 2
    assert done.stderr == (
        "a part is written in the language of its career\n"
        "  hint: leave --locale out; `languages:` says in which languages it is made\n"
    )
