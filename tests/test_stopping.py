"""Stopped, out of room, or watched: what only a real process on a POSIX system can show.

``conftest.py`` leaves this file out on Windows, which has no such signals, limits and terminals.
"""

from __future__ import annotations

import os
import pty
import resource
import signal
import subprocess
import time
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pptx import Presentation

from tests.school import NURSE, School, found_school


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A school with many careers, so that a build takes long enough to be stopped."""
    school = found_school(tmp_path)
    for number in range(12):
        school.write_career(f"career-{number}", NURSE.replace("Nurse", f"Helper {number}"))
    return school


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["ctrl-c", "kill"]
)
@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_stopped_build_leaves_no_half_file(
    school: School, number: signal.Signals, code: int, processes: str
) -> None:
    """If a build is stopped on the way, then every file there is whole, and no part is left."""
    process = _start_build(school, "--jobs", processes)
    os.killpg(process.pid, number)
    _, told = process.communicate(timeout=60)
    assert process.returncode == code, told
    assert "Traceback" not in told
    made = {name: content for name, content in school.made().items() if not name.startswith(".")}
    assert 0 < len(made) < 26
    for name, content in made.items():
        if name.endswith(".pdf"):
            assert len(pypdfium2.PdfDocument(content)) > 0
        else:
            assert name.endswith(".deck.pptx"), name
            assert len(Presentation(BytesIO(content)).slides) > 0
    again = school.run()
    assert again.returncode == 0, again.stderr
    assert len(school.made()) == 27
    assert "up to date" in again.stdout


def test_helpers_end_when_the_program_is_killed(school: School) -> None:
    """If the first process is killed, then those that draw for it do not stay behind."""
    process = _start_build(school)
    process.kill()
    # The helpers have its output too: that ends, which is waited for here, with the last of them.
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL


def test_a_full_disk_is_told_and_leaves_no_half_file(school: School) -> None:
    """If there is no room for a file, then it is named with what to do, and nothing is left."""

    def leave_little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    done = subprocess.run(
        school.command("nurse"),
        cwd=school.folder,
        preexec_fn=leave_little_room,  # this process has one thread
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert done.stdout == ""
    assert "output/en/nurse.booklet.pdf: the disk is full" in done.stderr
    assert "hint: make room, or choose another folder with --output" in done.stderr
    assert "2 files not made" in done.stderr
    assert [name for name in school.made() if name != ".made.json"] == []


def test_a_reader_that_leaves_is_no_bug(school: School) -> None:
    """If whoever reads the output has left, then the program stops without a word, exit 3."""
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        school.command("schema"),
        cwd=school.folder,
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (3, "")


def test_a_terminal_shows_a_bar_and_a_pipe_plain_lines(school: School) -> None:
    """If standard error is a terminal, then a bar counts files; the results stay plain lines."""
    plain = school.run("nurse", "--force")
    assert "\x1b" not in plain.stderr + plain.stdout
    terminal, end = pty.openpty()
    process = subprocess.Popen(
        school.command("nurse", "--force"),
        cwd=school.folder,
        env={**os.environ, "TERM": "xterm-256color"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=end,
        text=True,
    )
    os.close(end)
    shown = _read_all(terminal)
    assert process.stdout is not None
    assert process.stdout.read() == plain.stdout
    process.stdout.close()
    assert process.wait(timeout=60) == 0
    assert "\x1b[" in shown
    assert "2/2" in shown
    assert shown.rstrip().endswith("no problems")


def _start_build(school: School, *options: str) -> subprocess.Popen[str]:
    """Start a build in a process group of its own, and return when the first file is made."""
    process = subprocess.Popen(
        school.command(*options),
        cwd=school.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    process.stdout.readline()
    return process


def _read_all(terminal: int) -> str:
    parts = []
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            part = os.read(terminal, 4096)
        except OSError:  # Linux's way to say that the other end was closed
            break
        if not part:
            break
        parts.append(part)
    os.close(terminal)
    return b"".join(parts).decode()
