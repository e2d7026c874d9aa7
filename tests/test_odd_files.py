"""A pipe is never waited for, and no link leads out of source/ and layouts/ without a word."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from careerkit.editions import EDITIONS
from careerkit.editions.edition import AS_USUAL
from tests.school import NURSE, School, found_school
from tests.shipped import ROOT

# Each file of a kind that is read, and the files made of what it stands for.
FILES = {
    "source/careers/nurse.yaml": "nurse",
    "source/locales/si.yaml": "si/",
    "source/locales/si/nurse.yaml": "si/nurse",
    "source/locales/si/terms.yaml": "nothing",
    "source/images/ward.png": "nurse",
    "layouts/classic/theme.yaml": "/",
    "layouts/classic/deck.xml": ".pptx",
    "layouts/fonts/NotoSans-Regular.ttf": "/",
    "layouts/fonts/NotoSans-Bold.ttf": "/",
}
FOLDERS = (
    *("source/careers", "source/locales", "source/locales/si", "source/images"),
    *("layouts/classic", "layouts/fonts"),
)


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A school with every kind of file, and a career that has a picture."""
    school = found_school(tmp_path / "school")
    source = school.folder / "source"
    shutil.copyfile(ROOT / "source/locales/si.yaml", source / "locales/si.yaml")
    (source / "locales/si").mkdir()
    (source / "locales/si/nurse.yaml").write_text("career: nurse\nentries: []\n", encoding="utf-8")
    (source / "locales/si/terms.yaml").write_text("[]\n", encoding="utf-8")
    shutil.copyfile(ROOT / ".github/pictures/booklet.png", source / "images/ward.png")
    school.write_career("nurse", NURSE + "images: [{file: ward.png, alt: A ward}]\n")
    school.write_career("diver", NURSE)
    return school


def run(school: School, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program, which is not to wait."""
    return subprocess.run(
        school.command(*arguments),
        cwd=school.folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def told_of(done: subprocess.CompletedProcess[str]) -> list[str]:
    """The errors that were told."""
    lines = done.stderr.splitlines()[:-1]
    return [line for line in lines if not line.startswith("  hint") and "warning: " not in line]


@pytest.mark.parametrize("file", FILES)
def test_a_pipe_is_not_waited_for(school: School, file: str) -> None:
    """If a file is a pipe, then it is named, and what does not need it is made."""
    path = school.folder / file
    path.unlink()
    os.mkfifo(path)
    done = run(school)
    assert done.returncode == 1, done.stderr
    assert told_of(done)
    assert all(file in line for line in told_of(done))
    assert "did you mean" not in done.stderr
    made = {name for name in school.made() if name.startswith(("en/", "si/"))}
    assert not [name for name in made if FILES[file] in name]
    # Two careers in two languages, in every edition that is made where none is named.
    assert made == {
        name
        for tag in ("en", "si")
        for career in ("diver", "nurse")
        for edition in EDITIONS
        if edition.is_default
        and FILES[file] not in (name := f"{tag}/{edition.file_name(career, AS_USUAL)}")
    }
    assert run(school, "check").returncode == 1


@pytest.mark.parametrize("command", ["status", "update", "export"])
def test_a_pipe_stops_no_command_for_translators(school: School, command: str) -> None:
    """If a translation or a PO file is a pipe, then it is named."""
    for file in ("source/locales/si/nurse.yaml", "output/si/nurse.po", "given.po"):
        path = school.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_bytes() if path.is_file() else None
        path.unlink(missing_ok=True)
        os.mkfifo(path)
        if file == "given.po":
            done = run(school, "translate", "import", file)
        else:
            done = run(school, "translate", command)
        if file != "output/si/nurse.po" or command == "export":
            assert done.returncode != 0
            assert f"{file}: " in done.stderr
        path.unlink()
        if before is not None:
            path.write_bytes(before)


@pytest.mark.parametrize("file", FILES)
def test_a_link_to_a_file_elsewhere_is_refused(school: School, tmp_path: Path, file: str) -> None:
    """If a file is a link that leads out, then it is named, and what does not need it is made."""
    path = school.folder / file
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    done = run(school)
    assert done.returncode == 1, done.stderr
    assert told_of(done)
    assert all(f"{file}" in line and " leads out of " in line for line in told_of(done))
    assert "\n  hint: replace the link" in done.stderr
    assert not [name for name in school.made() if FILES[file] in name]


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_link_to_a_folder_elsewhere_is_refused(
    school: School, tmp_path: Path, folder: str
) -> None:
    """If a folder is a link that leads out, then it is named beside what was to be read in it."""
    path = school.folder / folder
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    done = run(school, "check")
    assert done.returncode == 1, done.stderr
    assert told_of(done)
    for line in told_of(done):
        assert " leads out of the " in line
        assert folder in line
        assert line.endswith(f": {folder} is a link") or folder == "source/images"


def test_links_that_stay_inside_are_followed(school: School) -> None:
    """If links lead to files of the same folders, or the folders are links, then all is made."""
    careers = school.folder / "source" / "careers"
    (careers / "pilot.yaml").symlink_to("diver.yaml")
    for name in ("source", "layouts"):
        (school.folder / name).rename(school.folder / f"my {name}")
        (school.folder / name).symlink_to(f"my {name}")
    done = run(school, "--locale", "en")
    assert done.returncode == 0, done.stderr
    assert "output/en/pilot.deck.pptx" in done.stdout
