"""Files that would be content but for how their names end: named, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerkit.project.choice import WrongArgument, choose_profiles
from careerkit.project.folders import Folders
from careerkit.project.misnamed import find_misnamed


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """A school with one career; its file is empty, as only names count here."""
    folders = Folders(tmp_path / "source", tmp_path / "layouts", tmp_path / "output")
    folders.careers.mkdir(parents=True)
    folders.locales.mkdir()
    (folders.careers / "nurse.yaml").touch()
    return folders


def test_files_that_are_passed_over_are_told(folders: Folders) -> None:
    """If a file's name ends almost as content does, then it is named with what to do."""
    (folders.locales / "si").mkdir()
    read = folders.careers / "pilot.yml"
    for path in (read, folders.careers / "nurse.yml", folders.locales / "si" / "nurse.YAML"):
        path.touch()
    careers, si = folders.careers.as_posix(), (folders.locales / "si").as_posix()
    spelt = folders.careers / ".." / "careers" / "pilot.yml"
    assert [str(problem) for problem in find_misnamed(folders, [spelt])] == [
        (
            f"{careers}/nurse.yml: warning: passed over, for its name does not end in .yaml\n"
            "  hint: nurse.yaml lies beside it: compare the two before you take one away"
        ),
        (
            f"{si}/nurse.YAML: warning: passed over, for its name does not end in .yaml\n"
            "  hint: rename nurse.YAML to nurse.yaml"
        ),
    ]


@pytest.mark.parametrize(
    ("name", "content", "hint"),
    [
        ("zookeeper.yaml.txt", b"schema: 1", "rename zookeeper.yaml.txt to zookeeper.yaml"),
        ("zookeeper.YML.TXT", b"schema: 1", "rename zookeeper.YML.TXT to zookeeper.yaml"),
        ("zookeeper.yaml (1)", b"schema: 1", "rename zookeeper.yaml (1) to zookeeper.yaml"),
        ("zookeeper.yaml.txt (2)", b"", "rename zookeeper.yaml.txt (2) to zookeeper.yaml"),
        ("nurse.yaml.txt", b"schema: 1", "nurse.yaml lies beside it: compare the two before you"),
        (
            "zookeeper.yaml.docx",
            b"PK\x03\x04\x14\x00\x06\x00word/document.xml",
            (
                "it is a Word document: copy its words into a plain text editor, and save them as "
                "zookeeper.yaml"
            ),
        ),
        (
            "zookeeper.yaml.rtf",
            b"{\\rtf1\\ansi",
            "it is a text of a word processor (RTF): copy its",
        ),
    ],
)
def test_a_second_ending_is_told(folders: Folders, name: str, content: bytes, hint: str) -> None:
    """If another program added an ending to .yaml, then the file is told, with what to do."""
    (folders.careers / name).write_bytes(content)
    (told,) = find_misnamed(folders, [])
    assert told.message == "passed over, for its name does not end in .yaml"
    assert told.hint.startswith(hint)
    if name.startswith("zoo"):
        with pytest.raises(WrongArgument) as caught:
            choose_profiles(folders.careers, ["zookeeper"])
        assert caught.value.hint == told.hint


@pytest.mark.parametrize(
    "name",
    ["nurse.yaml.bak", "nurse.yaml~", "nurse.yaml.orig", "notes.txt", "nurse.docx", "yaml.md"],
)
def test_backups_and_notes_are_not_told(folders: Folders, name: str) -> None:
    """If a file is a backup, or has a name of its own, then nothing is said of it."""
    (folders.careers / name).touch()
    (folders.careers / "diver.yaml.txt").mkdir()
    assert list(find_misnamed(folders, [])) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nurse.yaml", "nurse.yaml"),
        ("Baker.LK.yaml", "baker.LK.yaml"),
        ("Baker.LK.yaml", "baker-lk.yaml"),
    ],
)
def test_names_that_one_disk_takes_for_one_are_told(folders: Folders, one: str, other: str) -> None:
    """If what is made of two careers has one name but for capitals, then the second is told."""
    (folders.careers / one).touch()
    (folders.careers / other).touch()
    place = f"{folders.careers.as_posix()}/{other}"
    assert [str(problem) for problem in find_misnamed(folders, [])] == [
        (
            f"{place}: warning: but for capitals, {one} is made into files of the same names\n"
            "  hint: give one of them another name: many disks take the two for one file"
        )
    ]
