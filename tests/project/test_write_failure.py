"""Where nothing can be written, each command says which file it is and what to do: never more.

``conftest.py`` leaves this file out on Windows, which has no such limits, rights and signals.
"""

from __future__ import annotations

import ctypes
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.school import School, found_school
from tests.shipped import ROOT

PR_CAPBSET_DROP, CAP_DAC_OVERRIDE = 24, 1

COMMANDS = {
    "build": (["build", "nurse", "--edition", "deck"], "output/en/nurse.deck.pptx", "--output"),
    "new": (["new", "Pilot"], "source/careers/pilot.yaml", "--source"),
    "init": (["init", "begin"], "begin/source", "name another folder after `init`"),
    "update": (["translate", "update"], "source/locales/si/nurse.yaml", "the same command again"),
    "export": (["translate", "export"], "output/si/nurse.po", "the same command again"),
}


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A school with a career to be translated into Sinhala."""
    school = found_school(tmp_path)
    shutil.copyfile(ROOT / "source/locales/si.yaml", tmp_path / "source/locales/si.yaml")
    return school


def leave_no_room() -> None:
    """Let no file be larger than a few bytes, as on a disk that is full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


def give_up_root() -> None:
    """Let what is read-only be read-only for the superuser too."""
    ctypes.CDLL(None, use_errno=True).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)


def run(
    school: School, arguments: list[str], before: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the program after something was done in its process."""
    return subprocess.run(
        school.command(*arguments),
        cwd=school.folder,
        preexec_fn=before,  # this process has one thread
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def check_told(done: subprocess.CompletedProcess[str], file: str, why: str, hint: str) -> None:
    """See that a file is named with a reason and a hint, exit 3."""
    assert done.returncode == 3, done.stderr
    assert "Traceback" not in done.stderr
    lines = done.stderr.splitlines()
    (number,) = [index for index, line in enumerate(lines) if line.startswith(f"{file}")][:1]
    assert why in lines[number]
    assert lines[number + 1].startswith("  hint: ")
    assert hint in lines[number + 1]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk(school: School, name: str) -> None:
    """If there is no room, then the file is named, and nothing is left of it."""
    arguments, file, hint = COMMANDS[name]
    before = sorted(school.folder.rglob("*"))
    done = run(school, arguments, leave_no_room)
    check_told(done, file, "the disk is full", hint)
    left = set(school.folder.rglob("*")) - set(before)
    assert not [path for path in left if path.is_file()]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such rights to give up")
@pytest.mark.parametrize("name", COMMANDS)
def test_a_read_only_folder(school: School, name: str) -> None:
    """If a folder may only be read, then the file in it is named."""
    arguments, file, hint = COMMANDS[name]
    folder = (school.folder / file).parent
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o555)
    done = run(school, arguments, give_up_root)
    folder.chmod(0o755)
    check_told(done, file.rpartition("/")[0], "it may not be written", hint)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_link_that_leads_nowhere_for_a_folder(school: School, name: str) -> None:
    """If a folder is a link that leads nowhere, then the link is named."""
    arguments, file, hint = COMMANDS[name]
    folder = (school.folder / file).parent
    if folder.is_dir():
        shutil.rmtree(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.symlink_to("nowhere")
    link = Path(file).parent.as_posix()
    done = run(school, arguments)
    check_told(done, link, "a link that leads nowhere", hint)
    assert link in done.stderr
    assert folder.is_symlink()


@pytest.mark.parametrize("name", ["new", "init", "update", "export"])
def test_a_link_that_leads_nowhere_for_a_file(school: School, name: str) -> None:
    """If a file is a link that leads nowhere, then it is named, and stays."""
    arguments, file, _ = COMMANDS[name]
    link = school.folder / file
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to("nowhere")
    check_told(run(school, arguments), file, "a link", "take the link away")
    assert link.is_symlink()
    assert not (link.parent / "nowhere").exists()


def test_a_file_that_is_made_takes_the_place_of_a_link(school: School) -> None:
    """If a link lies where a file is made, then the file takes its place, not what it leads to."""
    mine = school.folder / "mine.txt"
    mine.write_text("mine", encoding="utf-8")
    for number, target in enumerate(("../../mine.txt", "nowhere")):
        link = school.output / "en" / "nurse.deck.pptx"
        link.parent.mkdir(parents=True, exist_ok=True)
        link.unlink(missing_ok=True)
        link.symlink_to(target)
        assert run(school, ["nurse", "--edition", "deck", "--force"]).returncode == 0, number
        assert not link.is_symlink()
    assert mine.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["build", "init", "update", "export"])
def test_a_file_in_the_place_of_a_folder(school: School, name: str) -> None:
    """If a file has the name that a folder is to have, then the file is named."""
    arguments, file, hint = COMMANDS[name]
    folder = (school.folder / file).parent
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_bytes(b"in the way")
    done = run(school, arguments)
    check_told(done, file, "is a file where a folder has to be", hint)
    assert Path(file).parent.as_posix() in done.stderr
    assert folder.read_bytes() == b"in the way"


@pytest.mark.parametrize("name", ["build", "update", "export"])
def test_a_folder_in_the_place_of_a_file(school: School, name: str) -> None:
    """If a folder has the name that a file is to have, then it is named, and stays."""
    arguments, file, _ = COMMANDS[name]
    (school.folder / file / "taken").mkdir(parents=True)
    done = run(school, arguments)
    assert done.returncode == 3
    assert f"{file}: " in done.stderr
    assert "\n  hint: " in done.stderr
    assert "Traceback" not in done.stderr
    assert (school.folder / file / "taken").is_dir()


def test_a_record_that_cannot_be_written_is_told(school: School) -> None:
    """If the record's place is taken, then the files are made, and it is named, exit 3."""
    (school.output / ".made.json" / "taken").mkdir(parents=True)
    done = run(school, ["nurse", "--locale", "en"])
    assert done.returncode == 3
    assert len(done.stdout.splitlines()) == len(list((school.output / "en").iterdir())) > 0
    assert "output/.made.json: a folder and a file have the same name here" in done.stderr
    assert "\n  hint: rename one of them" in done.stderr


def test_a_folder_that_the_system_keeps(school: School) -> None:
    """If no folder can be made somewhere at all, then that is told."""
    if not Path("/proc/self").is_dir():
        pytest.skip("there is no such folder here")
    for arguments in (["init", "/proc/careerkit"], ["nurse", "--output", "/proc/careerkit"]):
        done = run(school, arguments)
        assert done.returncode == 3
        assert done.stderr.startswith("/proc/careerkit/")
        assert "\n  hint: " in done.stderr
        assert "Traceback" not in done.stderr
