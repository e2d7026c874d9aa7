"""Translators of a career in parts have a file for what is true everywhere, and one for a part."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerkit.cli.command import main
from tests.parts import found_school_of_parts, write_catalogue
from tests.school import School


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> School:
    """A school with a career in two parts and three languages."""
    monkeypatch.chdir(tmp_path)
    return found_school_of_parts(tmp_path)


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """Run a command of translators, and return its lines; nothing may be wrong."""
    assert main(["translate", *arguments]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out.splitlines()


def test_status_has_a_line_for_each_file(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If the status is asked for, then the shared file and each part made in a language have it."""
    rows = [line.split()[:2] for line in told(capsys, "status", "electrician")[1:]]
    both = ["electrician", "electrician.LK"]
    assert rows == [[tag, name] for tag in ("si", "ta") for name in both]
    write_catalogue(school, "electrician.GB", "si", Physics="භෞතික")
    rows = [line.split() for line in told(capsys, "status", "electrician", "--locale", "si")[1:]]
    assert [row[:3] for row in rows] == [
        ["si", "electrician", "0"],
        ["si", "electrician.GB", "1"],
        ["si", "electrician.LK", "0"],
    ]


def test_update_begins_what_is_made(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If a career is updated, then each file has its own texts; no part gets a file for nothing."""
    assert told(capsys, "update", "electrician", "--locale", "si") == [
        "source/locales/si/electrician.yaml: 8 added, 0 stale",
        "source/locales/si/electrician.LK.yaml: 3 added, 0 stale",
    ]
    text = (school.folder / "source/locales/si/electrician.LK.yaml").read_text(encoding="utf-8")
    assert "career: electrician.LK\n" in text
    assert "source: Science" in text
    assert "Fit wires" not in text
    assert told(capsys, "update", "electrician-gb", "--locale", "si") == [
        "source/locales/si/electrician.yaml: nothing to add",
        "source/locales/si/electrician.GB.yaml: 4 added, 0 stale",
    ]


def test_po_files_go_and_come_back(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If a career in parts is exported and imported, then each file has its own PO file."""
    write_catalogue(school, "electrician", "si", Electrician="කාර්මිකයා")
    write_catalogue(school, "electrician.LK", "si", Science="විද්‍යාව")
    paths = told(capsys, "export", "electrician", "--locale", "si")
    assert paths == ["output/si/electrician.po", "output/si/electrician.LK.po"]
    shared, part = (Path(path).read_text(encoding="utf-8") for path in paths)
    assert "Project-Id-Version: electrician.LK\\n" in part
    assert "#: source/careers/electrician.LK.yaml:4" in part
    assert "electrician.LK" not in shared
    assert 'msgid "Science"\nmsgstr "විද්‍යාව"' in part
    Path(paths[1]).write_text(part.replace("විද්‍යාව", "විද්‍යා විෂය"), encoding="utf-8")
    assert told(capsys, "import", *paths) == [
        "source/locales/si/electrician.yaml: 0 taken over from output/si/electrician.po",
        "source/locales/si/electrician.LK.yaml: 1 taken over from output/si/electrician.LK.po",
    ]
    path = school.folder / "source/locales/si/electrician.LK.yaml"
    assert "විද්‍යා විෂය" in path.read_text(encoding="utf-8")


def test_a_broken_part_hinders_no_other_file(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If one part is broken, then the shared file's PO file is taken over all the same."""
    write_catalogue(school, "electrician", "si", Electrician="කාර්මිකයා")
    (path, *_) = told(capsys, "export", "electrician", "--locale", "si")
    school.write_career("electrician.GB", "schema: 1\n")
    assert told(capsys, "import", path) == [
        f"source/locales/si/electrician.yaml: 0 taken over from {path}"
    ]


def test_a_broken_part_leaves_the_shared_file(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If the only part is broken, then its error is told, and the shared file is counted."""
    (school.folder / "source" / "careers" / "electrician.GB.yaml").unlink()
    school.write_career("electrician.LK", "schema: 1\ncountry: LK\npay: much\n")
    assert main(["translate", "status", "electrician", "--locale", "si"]) == 1
    captured = capsys.readouterr()
    assert captured.err.count("electrician.LK.yaml:3:6: pay: expected a list") == 1
    assert [line.split()[:2] for line in captured.out.splitlines()[1:]] == [["si", "electrician"]]


def test_an_example_is_read_in_its_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """If the careers that came with the program are in parts, then so is their status."""
    monkeypatch.chdir(tmp_path)
    assert main(["translate", "status", "electrician-gb", "--locale", "si"]) == 0
    rows = [line.split()[:2] for line in capsys.readouterr().out.splitlines()[1:]]
    assert rows == [["si", "electrician"], ["si", "electrician.GB"]]
