"""A translator's day: what is left to do is told, and files are brought up to date."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from careerkit.command import main
from tests.school import School, found_school

SINHALA = """\
career: nurse
status: reviewed
entries:
  - {source: Nurse, target: හෙදිය}
  - {source: Give medicine, target: බෙහෙත් දෙන්න, status: draft}
  - {source: Ask each patient how night was, target: අසන්න}
"""


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> School:
    """A school with English, Sinhala and Tamil, and one career."""
    monkeypatch.chdir(tmp_path)
    school = found_school(tmp_path)
    locales = tmp_path / "source" / "locales"
    for tag in ("si", "ta"):
        (locales / f"{tag}.yaml").write_bytes((locales / "en.yaml").read_bytes())
    (locales / "si").mkdir()
    (locales / "si" / "nurse.yaml").write_text(SINHALA, encoding="utf-8")
    return school


def test_status(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If the status is asked for, then each language and career has a line of a table."""
    assert main(["translate", "status"]) == 0
    assert capsys.readouterr() == (
        (
            "language  career  translated  draft  reviewed  stale  missing  per cent\n"
            "si        nurse            2      1         1      1        5      28 %\n"
            "ta        nurse            0      0         0      0        7       0 %\n"
        ),
        "",
    )
    assert main(["translate", "status", "nurse", "--locale", "ta", "--json"]) == 0
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [
        {
            "event": "progress",
            "language": "ta",
            "career": "nurse",
            "draft": 0,
            "reviewed": 0,
            "stale": 0,
            "missing": 7,
            "translated": 0,
            "per_cent": 0,
        }
    ]
    assert school.made() == {}


def test_update(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If translations are updated, then each has all texts, and a second time nothing changes."""
    assert main(["translate", "update"]) == 0
    assert capsys.readouterr().out == (
        "source/locales/si/nurse.yaml: 5 added, 1 stale\n"
        "source/locales/ta/nurse.yaml: 7 added, 0 stale\n"
    )
    locales = school.folder / "source" / "locales"
    sinhala = (locales / "si" / "nurse.yaml").read_text(encoding="utf-8")
    assert (
        "  - source: Ask each patient how night was\n    target: අසන්න\n"
        "    nearest: Ask each patient how the night was\n"
        "  - source: Ask each patient how the night was\n    target:\n"
    ) in sinhala
    assert main(["translate", "update", "--json"]) == 0
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [
        {"event": "updated", "file": f"source/locales/{tag}/nurse.yaml", "added": 0, "stale": stale}
        for tag, stale in (("si", 1), ("ta", 0))
    ]
    assert (locales / "si" / "nurse.yaml").read_text(encoding="utf-8") == sinhala
    assert main(["translate", "status", "--locale", "ta"]) == 0
    assert capsys.readouterr().out.splitlines()[1].split()[2:7] == ["0", "0", "0", "0", "7"]


def test_a_mistake_is_told_and_nothing_is_written(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If one translation has a mistake, then it is told and none is written."""
    path = school.folder / "source" / "locales" / "si" / "nurse.yaml"
    path.write_text(SINHALA.replace("career: nurse", "career: baker"), encoding="utf-8")
    assert main(["translate", "update"]) == 1
    assert "source/locales/si/nurse.yaml:1:9: career: the file is for" in capsys.readouterr().err
    assert not (school.folder / "source" / "locales" / "ta").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["all"], 'no errand "all"\n  hint: there are: status, update, export, import\n'),
        (["status", "nurze"], 'no career "nurze"'),
        (["status", "--locale", "en"], 'no language to translate into "en"\n  hint: there are: si'),
    ],
)
@pytest.mark.usefixtures("school")
def test_wrong_argument(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """If an argument is wrong, then stderr says what would be right, with exit code 2."""
    assert main(["translate", *arguments]) == 2
    assert words in capsys.readouterr().err


def test_export_and_import(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If a file is exported and comes back with work in it, then the catalogue has that work."""
    assert main(["translate", "export", "--locale", "si", "--output", "po"]) == 0
    assert capsys.readouterr() == ("po/si/nurse.po\n", "")
    path = school.folder / "po" / "si" / "nurse.po"
    catalogue = school.folder / "source" / "locales" / "si" / "nurse.yaml"
    before = catalogue.read_bytes()
    assert main(["translate", "import", "po/si/nurse.po"]) == 0
    assert capsys.readouterr() == (
        "source/locales/si/nurse.yaml: 0 taken over from po/si/nurse.po\n",
        "",
    )
    assert catalogue.read_bytes() == before
    exported = path.read_bytes()
    path.write_text(
        exported.decode().replace('msgstr "හෙදිය"', 'msgstr "හෙද"') + 'msgid "x\nmsgstr "y"\n',
        encoding="utf-8",
    )
    assert main(["translate", "import", "po/si/nurse.po", "--json"]) == 1
    captured = capsys.readouterr()
    problem, imported = map(json.loads, captured.out.splitlines())
    assert problem["message"] == "msgid is not between two quotation marks"
    assert imported == {
        "event": "imported",
        "file": "source/locales/si/nurse.yaml",
        "taken": 1,
    }
    assert catalogue.read_bytes() == before.replace(
        "  - {source: Nurse, target: හෙදිය}\n".encode(),
        "  - source: Nurse\n    target: හෙද\n".encode(),
    )
    path.write_bytes(exported)
    assert main(["translate", "export", "--locale", "si", "--output", "again"]) == 0
    changed = (school.folder / "again" / "si" / "nurse.po").read_bytes()
    assert changed == exported.replace("හෙදිය".encode(), "හෙද".encode())


def test_import_begins_a_translation(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If nobody had begun, then a PO file from elsewhere begins the translation."""
    path = school.folder / "nurse.po"
    header = 'msgid ""\nmsgstr "Language: ta\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
    path.write_text(f'{header}msgid "Nurse"\nmsgstr "தாதி"\n', encoding="utf-8")
    assert main(["translate", "import", "nurse.po"]) == 0
    assert capsys.readouterr().out == "source/locales/ta/nurse.yaml: 1 taken over from nurse.po\n"
    made = (school.folder / "source" / "locales" / "ta" / "nurse.yaml").read_text(encoding="utf-8")
    assert "  - source: Nurse\n    target: தாதி\n" in made


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["import"], 2, "no file was named"),
        (["import", "missing.po"], 3, "missing.po: no such file or directory"),
        (["import", "si/nurse.po", "--locale", "ta"], 2, "si/nurse.po is in si"),
        (["import", "si/baker.po"], 2, 'no career "baker"'),
    ],
)
def test_import_of_what_is_not_there(
    school: School, arguments: list[str], code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a file, a language or a career is not there, then that is said."""
    (school.folder / "si").mkdir()
    for name in ("nurse", "baker"):
        (school.folder / "si" / f"{name}.po").write_text('msgid "a"\nmsgstr "b"\n')
    assert main(["translate", *arguments]) == code
    assert words in capsys.readouterr().err
