"""Stopped, out of room, or watched: what only a real process on a POSIX system can show.

``conftest.py`` leaves this file out on Windows, which has no such signals, limits and terminals.
"""

from __future__ import annotations

import json
import os
import pty
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pptx import Presentation
from pydantic_core import SchemaValidator, core_schema

from careerkit.build.executor import InProcess
from careerkit.build.jobs import plan
from careerkit.build.outcome import Lost, Outcome
from careerkit.build.worker_pool import WorkerPool
from careerkit.cli.command import main
from careerkit.cli.signals import heed_signals
from careerkit.project.folders import Folders
from tests.school import NURSE, School, found_school
from tests.shipped import ROOT


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A school with many careers, so that a build takes long enough to be stopped."""
    school = found_school(tmp_path)
    for number in range(12):
        school.write_career(f"career-{number}", NURSE.replace("Nurse", f"Helper {number}"))
    return school


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
    ids=["ctrl-c", "kill", "closed terminal"],
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
    assert 0 < len(made) < 39
    for name, content in made.items():
        if name.endswith(".pdf"):
            assert len(pypdfium2.PdfDocument(content)) > 0
        else:
            assert name.endswith(".deck.pptx"), name
            assert len(Presentation(BytesIO(content)).slides) > 0
    again = school.run()
    assert again.returncode == 0, again.stderr
    assert len(school.made()) == 40
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
    assert "3 files not made" in done.stderr
    assert [name for name in school.made() if name != ".made.json"] == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_that_a_library_hides_is_heeded(
    school: School,
    number: signal.Signals,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """If pydantic makes its own error of a signal to stop, then that is not taken for a bug."""

    class Stopper:
        def __repr__(self) -> str:
            signal.raise_signal(number)
            return ""

    def build_a_model(*_: object, **__: object) -> None:
        SchemaValidator(core_schema.literal_schema([Stopper()]))

    monkeypatch.setattr("careerkit.build.session.Run", build_a_model)
    monkeypatch.setattr("careerkit.cli.signals._received", [])
    monkeypatch.chdir(school.folder)
    before = {each: signal.getsignal(each) for each in (2, 15, signal.SIGHUP)}
    try:
        heed_signals()
        assert main(["check"]) == 128 + number
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
    assert capsys.readouterr().err == "stopped; every file is whole, or as it was\n"


def test_a_program_that_is_not_to_hear_of_its_terminal_does_not(school: School) -> None:
    """If SIGHUP is ignored, as ``nohup`` has it, then a terminal that is closed stops nothing."""
    process = _start_build(school, "--jobs", "1", before=["nohup"])
    os.killpg(process.pid, signal.SIGHUP)
    process.communicate(timeout=60)
    assert process.returncode == 0


@pytest.mark.parametrize("arguments", [["schema"], ["nurse"]])
def test_a_reader_that_leaves_is_no_failure(school: School, arguments: list[str]) -> None:
    """If whoever reads the output has left, then all is done that was asked for, exit 0."""
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        school.command(*arguments),
        cwd=school.folder,
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writer)
    assert done.returncode == 0
    assert "broken pipe" not in done.stderr.lower()
    assert arguments == ["schema"] or len(school.made()) == 4


def test_streams_without_buffers_lose_nothing(school: School) -> None:
    """If Python is told not to buffer, then everything is told all the same."""
    (school.folder / "source" / "careers" / "pilot.yml").touch()
    done = school.run("check", "--quiet", environment={"PYTHONUNBUFFERED": "1"})
    assert done.returncode == 0
    assert "pilot.yml: warning: passed over" in done.stderr


def test_a_full_disk_behind_standard_output_is_told(school: School) -> None:
    """If what was asked for cannot be printed, then that is told, exit 3."""

    def leave_no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    with (school.folder / "told.txt").open("wb") as told:
        done = subprocess.run(
            school.command("-h"),
            cwd=school.folder,
            preexec_fn=leave_no_room,  # this process has one thread
            stdout=told,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stderr) == (3, "standard output: file too large\n")


def test_closed_streams_change_nothing(school: School) -> None:
    """If standard output or error is closed, then the files are made and the rest is told."""
    done = _run_in_shell(school, 'exec "$@" >&-', "nurse")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.endswith("no problems\n")
    assert len(school.made()) == 4
    done = _run_in_shell(school, 'exec "$@" 2>&-', "nurse", "--force", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert [json.loads(line)["event"] for line in done.stdout.splitlines()] == ["made"] * 3


def test_without_room_for_helpers_one_process_draws(school: School) -> None:
    """If the system allows few open files, then fewer processes draw, and all is made."""
    done = _run_in_shell(school, 'ulimit -n 20; exec "$@"', "--jobs", "8")
    assert done.returncode == 0, done.stderr
    assert len(school.made()) == 40


def test_a_working_folder_that_is_gone_is_told(school: School) -> None:
    """If the folder was removed from under the program, then that is told, exit 3."""
    done = _run_in_shell(school, 'mkdir gone; cd gone; rmdir ../gone; exec "$@"')
    assert done.returncode == 3
    assert done.stderr == "the folder you work in: not there any more\n"


@pytest.mark.parametrize("is_drawing", [False, True])
def test_a_helper_that_was_ended_costs_its_file_alone(school: School, is_drawing: bool) -> None:
    """If a process that draws is ended from outside, then its file is lost, the others are not."""
    folder = school.folder
    folders = Folders(folder / "source", folder / "layouts", folder / "output")
    jobs = plan(folders, ["nurse", "career-1"])
    with WorkerPool(2) as pool:
        futures = [pool.submit(jobs[0])] if is_drawing else []
        first = pool._workers[0] if is_drawing else pool._start()
        assert first is not None
        assert first.process.pid is not None
        os.kill(first.process.pid, signal.SIGSTOP)
        os.waitpid(first.process.pid, os.WUNTRACED)
        first.process.kill()
        first.process.join()
        futures += [pool.submit(job) for job in jobs[len(futures) :]]
        lost, *others = [future.result() for future in futures]
        assert first not in pool._workers
        assert len(pool._workers) == 2
    assert lost == Outcome(Lost())
    alone = InProcess()
    assert others == [alone.render(job) for job in jobs[1:]]


def test_a_library_that_crashes_costs_its_file_alone(school: School) -> None:
    """If a library brings its process down, then that is a bug in one file: exit 70."""
    crash = school.folder / "crash.py"
    crash.write_text(
        "import os, signal, sys\n"
        "from careerkit.editions import DECK\n"
        "from careerkit.cli.entry import run\n"
        "inner = DECK.prepare\n"
        "def prepare(task):\n"
        "    if task.profile.stem == 'nurse':\n"
        "        os.kill(os.getpid(), signal.SIGSEGV)\n"
        "    return inner(task)\n"
        "object.__setattr__(DECK, 'prepare', prepare)\n"
        "run()\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, str(crash), "build", "nurse", "career-1", "--jobs", "2"],
        cwd=school.folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_STATE_HOME": str(school.folder / "log")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 70, done.stderr
    assert (
        "output/en/nurse.deck.pptx (nurse, en, deck): this is a bug in careerkit, not in your"
        " files: the process that drew it ended by SIGSEGV\n"
    ) in done.stderr
    assert len([name for name in school.made() if name.startswith("en/")]) == 5


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
    assert "3/3" in shown
    assert shown.rstrip().endswith("no problems")


@pytest.mark.parametrize(
    ("arguments", "opened"),
    [
        (["nurse", "--edition", "deck"], "output/en/nurse.deck.pptx"),
        (["nurse"], "output/en"),
        (["nurse", "--locale", "en,en-XA", "--edition", "deck"], "output"),
    ],
)
def test_what_was_made_is_opened(school: School, arguments: list[str], opened: str) -> None:
    """If --open is given, then the system is handed the file, or the folder of several."""
    told = school.folder / "opened.txt"
    opener = school.folder / "xdg-open"
    opener.write_text(f'#!/bin/sh\necho "$@" >{told}.part && mv {told}.part {told}\n')
    opener.chmod(0o755)
    path = f"{school.folder}:{os.environ['PATH']}"
    done = school.run("--open", *arguments, environment={"PATH": path})
    assert done.returncode == 0, done.stderr
    deadline = time.monotonic() + 30
    while not told.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert told.read_text(encoding="utf-8") == f"{opened}\n"


def test_what_cannot_be_opened_is_told(school: School) -> None:
    """If there is nothing to open files with, then that is told, and all is made all the same."""
    done = school.run("nurse", "--open", environment={"PATH": str(school.folder)})
    assert done.returncode == 0
    assert done.stderr.endswith("output/en: cannot be opened from here\n  hint: open it by hand\n")
    school.write_career("nurse", NURSE + "tite: x\n")
    done = school.run("nurse", "--open", environment={"PATH": str(school.folder)})
    assert "cannot be opened" not in done.stderr


def _run_in_shell(school: School, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a shell's script, in which "$@" is the program with these arguments."""
    return subprocess.run(
        ["sh", "-c", script, "sh", *school.command(*arguments)],
        cwd=school.folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def _start_build(
    school: School, *options: str, before: Sequence[str] = ()
) -> subprocess.Popen[str]:
    """Start a build in a process group of its own, and return when the first file is made."""
    process = subprocess.Popen(
        [*before, *school.command(*options)],
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
