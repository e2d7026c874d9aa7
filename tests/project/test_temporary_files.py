"""A kill between any two steps leaves nothing that the next run does not mend or clear away.

``conftest.py`` leaves this file out on Windows, which has no such limits, rights and signals.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from careerkit.project.file_lock import hold_file
from careerkit.project.temporary_files import clear_temporary_files
from tests.school import School, found_school
from tests.shipped import ROOT

# Runs the program, and kills it before a step of a writer that is called by the given name for the
# given time.
KILLER = """
import os, signal, sys
from careerkit.cli.entry import run
name, count = sys.argv[1], int(sys.argv[2])
inner, calls = getattr(os, name), []
def step(*arguments, **named):
    calls.append(arguments)
    if len(calls) == count:
        os.kill(os.getpid(), signal.SIGKILL)
    return inner(*arguments, **named)
setattr(os, name, step)
sys.argv[1:] = sys.argv[3:]
run()
"""


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A school with a career to be translated into Sinhala."""
    school = found_school(tmp_path)
    shutil.copyfile(ROOT / "source/locales/si.yaml", tmp_path / "source/locales/si.yaml")
    return school


def kill_at(folder: Path, step: str, count: int, *arguments: str) -> bool:
    """Run the program and kill it at a step; say whether it came so far."""
    done = subprocess.run(
        [sys.executable, "-c", KILLER, step, str(count), *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.returncode != 0


def kill_at_each(folder: Path, step: str, *arguments: str) -> Iterator[None]:
    """Kill the program at the first, the second ... time that it comes to a step."""
    for count in range(1, 20):
        if not kill_at(folder, step, count, *arguments):
            assert count > 1, "the step was never come to"
            return
        yield


def hidden_in(folder: Path) -> set[str]:
    """The names of hidden files and folders below a folder, but for the record of what was made."""
    found = {path.relative_to(folder).as_posix() for path in folder.rglob(".*")}
    return {name for name in found if not name.endswith(".made.json")}


@pytest.mark.parametrize("step", ["fsync", "replace", "unlink"])
def test_a_build_that_was_killed(school: School, step: str) -> None:
    """If a build is killed between two steps, then the next one has everything whole and clear."""
    arguments = ["build", "nurse", "--locale", "en", "--jobs", "1"]
    assert school.run(*arguments[1:], "--output", "whole").returncode == 0
    whole = {path.name: path.read_bytes() for path in (school.folder / "whole" / "en").iterdir()}
    left = set()
    for _ in kill_at_each(school.folder, step, *arguments, "--force"):
        left |= hidden_in(school.output)
        for path in (school.output / "en").glob("[!.]*"):
            assert path.read_bytes() == whole[path.name]
        assert school.run(*arguments[1:]).returncode == 0
        assert not hidden_in(school.output)
        made = {name: content for name, content in school.made().items() if name[0] != "."}
        assert made == {f"en/{name}": content for name, content in whole.items()}
        assert f"{len(whole)} files up to date" in school.run(*arguments[1:]).stderr
    assert left


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_an_update_that_was_killed(school: School, step: str) -> None:
    """If ``translate update`` is killed, then the next one writes what it wanted, and clears."""
    arguments = ["translate", "update"]
    for _ in kill_at_each(school.folder, step, *arguments):
        assert hidden_in(school.folder / "source")
        assert school.run(*arguments).returncode == 0
        assert not hidden_in(school.folder / "source")
        assert "7 texts" in school.run("check", "--locale", "si").stderr
        (school.folder / "source" / "locales" / "si" / "nurse.yaml").unlink()


def test_what_was_left_is_cleared_where_nothing_is_to_be_written(school: School) -> None:
    """If there is nothing to do any more, then what a killed run left is cleared all the same."""
    for arguments in (["translate", "update"], ["translate", "export"], ["nurse"]):
        assert school.run(*arguments).returncode == 0
    left = [
        school.folder / "source" / "locales" / "si" / ".nurse.yaml.4711.part",
        school.output / "si" / ".nurse.po.4711.part",
        school.output / "en" / ".nurse.deck.pptx.4711.part",
        school.output / "..made.json.lock",
    ]
    for path in left:
        path.write_bytes(b"half")
    assert school.run("translate", "update").returncode == 0
    assert school.run("translate", "export").returncode == 0
    assert school.run("nurse").returncode == 0
    assert [path for path in left if path.exists()] == []


@pytest.mark.parametrize("step", ["fsync", "link", "unlink"])
def test_a_profile_that_was_killed_in_the_making(school: School, step: str) -> None:
    """If ``new`` is killed, then the profile is whole or not there, and the next one clears."""
    careers = school.folder / "source" / "careers"
    arguments = ["new", "Deep-sea diver"]
    assert school.run(*arguments).returncode == 0
    path = careers / "deep-sea-diver.yaml"
    whole = path.read_bytes()
    path.unlink()
    for _ in kill_at_each(school.folder, step, *arguments):
        assert hidden_in(careers)
        is_there = path.exists()
        assert not is_there or path.read_bytes() == whole
        assert school.run(*arguments).returncode == (2 if is_there else 0)
        assert not hidden_in(careers)
        assert path.read_bytes() == whole
        assert path.stat().st_nlink == 1
        path.unlink()


@pytest.mark.parametrize("step", ["mkdir", "rename"])
def test_an_init_that_was_killed(tmp_path: Path, step: str) -> None:
    """If ``init`` is killed between two steps, then the next one completes it, and clears."""
    school = School(tmp_path)
    for _ in kill_at_each(tmp_path, step, "init", "begun"):
        done = school.run("init", "begun")
        assert done.returncode == 0, done.stderr
        assert not list((tmp_path / "begun").glob(".*"))
        for name in ("source", "layouts"):
            assert sorted(
                path.relative_to(tmp_path / "begun" / name)
                for path in (tmp_path / "begun" / name).rglob("*")
            ) == sorted(path.relative_to(ROOT / name) for path in (ROOT / name).rglob("*"))
        assert school.run("init", "begun").returncode == 2
        shutil.rmtree(tmp_path / "begun")


def test_what_is_held_is_not_cleared(tmp_path: Path) -> None:
    """If another process is writing, then its part of a file is none that was left."""
    part, other = tmp_path / ".nurse.deck.pptx.1.part", tmp_path / ".nurse.txt.1.part"
    part.write_bytes(b"half")
    other.write_bytes(b"somebody else's")
    with hold_file(tmp_path / "nurse.deck.pptx"):
        clear_temporary_files([tmp_path, tmp_path / "nowhere"])
        assert part.exists()
    clear_temporary_files([tmp_path])
    assert not part.exists()
    assert other.exists()
