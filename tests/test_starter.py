"""What a school begins with: folders laid out, a profile begun."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from careerkit.jobs import WrongArgument
from careerkit.starter import begin_profile, career_name, lay_out_folder
from tests.school import ROOT, School, found_school


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A school with one small career."""
    return found_school(tmp_path)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Marine Biologist", "marine-biologist"),
        ("AI / Machine Learning Engineer", "ai-machine-learning-engineer"),
        ("  Pâtissière (chef) ", "pâtissière-chef"),
        ("කෘත්‍රිම බුද්ධි ඉංජිනේරු", "කෘත්රිම-බුද්ධි-ඉංජිනේරු"),
        ("../../etc/passwd", "etc-passwd"),
        ("---", ""),
    ],
)
def test_a_title_gives_a_file_name(title: str, name: str) -> None:
    """If a title is given, then its file name has its letters, in lower case, with hyphens."""
    assert career_name(title) == name


def test_a_begun_profile_has_no_problem(school: School) -> None:
    """If a profile is begun, then it can be checked and made as it stands."""
    done = school.run("new", 'Marine "Deep: Sea" Biologist')
    assert done.stdout == "source/careers/marine-deep-sea-biologist.yaml\n"
    assert done.returncode == 0
    checked = school.run("check", "marine-deep-sea-biologist")
    assert (checked.returncode, checked.stdout) == (0, "")
    assert "error" not in checked.stderr


def test_a_begun_profile_has_no_problem_with_every_comment_taken_out(school: School) -> None:
    """If every "#" before a field is taken away, then the profile has no problem either."""
    path = begin_profile("Marine Biologist", school.folder / "source" / "careers")
    lines = path.read_text(encoding="utf-8").splitlines()
    fields = [line.replace("#", "", 1) if _is_field(line) else line for line in lines]
    assert len(set(fields) - set(lines)) > 50
    path.write_text("\n".join(fields), encoding="utf-8")
    checked = school.run("check", "marine-biologist")
    assert checked.returncode == 0, checked.stderr


def _is_field(line: str) -> bool:
    text = line.lstrip()
    return text.startswith("#  ") or (text.startswith("#") and text[1:2] not in ("", " "))


def test_every_field_is_in_a_begun_profile(school: School) -> None:
    """If the schema has a field, then a begun profile shows it."""
    schema = json.loads((ROOT / "source" / "profile.schema.json").read_text(encoding="utf-8"))
    path = begin_profile("Marine Biologist", school.folder / "source" / "careers")
    text = path.read_text(encoding="utf-8")
    assert [name for name in schema["properties"] if f"{name}:" not in text] == []


def test_a_profile_that_is_there_is_left_as_it_is(school: School) -> None:
    """If the profile is there already, then it is not touched."""
    careers = school.folder / "source" / "careers"
    before = (careers / "nurse.yaml").read_bytes()
    with pytest.raises(WrongArgument, match=r"nurse\.yaml is there already, and is left as it is"):
        begin_profile("Nurse", careers)
    assert (careers / "nurse.yaml").read_bytes() == before


def test_a_title_without_letters_is_refused(school: School) -> None:
    """If a title has no letters, then no file is made of it."""
    with pytest.raises(WrongArgument, match='no career can be named "/"'):
        begin_profile("/", school.folder / "source" / "careers")


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
