"""A lock holds others off while its process lives, and no longer."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from careerkit.project import file_lock
from careerkit.project.file_lock import hold_file

HOLDER = """
import sys, time
from pathlib import Path
from careerkit.project.file_lock import hold_file
with hold_file(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_held_file_is_waited_for(tmp_path: Path) -> None:
    """If another process holds a file, then it is waited for, until that process is gone."""
    target = tmp_path / "nurse.yaml"
    command = [sys.executable, "-c", HOLDER, str(target)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, **pipes, text=True) as process:  # type: ignore[call-overload]
        assert process.stdout.readline() == "held\n"
        message = r"nurse\.yaml is held by another process"
        with pytest.raises(TimeoutError, match=message), hold_file(target, 0.2):
            raise AssertionError
        process.kill()
        process.wait()
    with hold_file(target, 0.2):
        assert [path.name for path in tmp_path.iterdir()] == [".nurse.yaml.lock"]
    assert list(tmp_path.iterdir()) == []


def test_a_disk_without_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the disk has no locks, then the work is done without."""

    def refuse(_: int) -> None:
        raise OSError(errno.ENOLCK, "no locks available")

    monkeypatch.setattr(file_lock, "_lock", refuse)
    with hold_file(tmp_path / "nurse.yaml", 0.2):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """If there is no folder to put a lock into, then OSError says so."""
    with pytest.raises(FileNotFoundError), hold_file(tmp_path / "nothing" / "nurse.yaml"):
        raise AssertionError


@pytest.mark.parametrize("step", ["open", "fstat"])
def test_a_signal_in_the_taking_leaves_no_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """If the program is stopped just as it takes a lock, then the lock does not stay."""
    inner = getattr(os, step)
    stopped: list[bool] = []

    def stop(*arguments: object) -> object:
        done = inner(*arguments)
        if not stopped:
            stopped.append(True)
            raise KeyboardInterrupt
        return done

    monkeypatch.setattr(os, step, stop)
    with pytest.raises(KeyboardInterrupt), hold_file(tmp_path / "nurse.yaml"):
        raise AssertionError
    assert stopped
    assert list(tmp_path.iterdir()) == []
