"""Files drawn by one process or several: the same files, and every failure told."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from careerkit.build.jobs import plan
from careerkit.build.render import Drawing, Refused, draw_and_look
from careerkit.build.worker_pool import Drawers, Outcome
from careerkit.content.problem import Problem
from careerkit.editions.task import RenderTask
from careerkit.project.bug_report import Bug
from careerkit.project.folders import Folders
from tests.school import NURSE, found_school, prepare_sheets


@pytest.fixture
def sheets(tmp_path: Path) -> tuple[RenderTask, ...]:
    """Booklet and deck of two careers, ready to be drawn."""
    school = found_school(tmp_path)
    school.write_career("diver", NURSE.replace("Nurse", "Diver"))
    folders = Folders(tmp_path / "source", tmp_path / "layouts", tmp_path / "output")
    return prepare_sheets(folders, plan(folders))


def draw_all(drawers: Drawers, sheets: Iterable[RenderTask]) -> list[Outcome | None]:
    """Have sheets drawn, and return what became of them."""
    sheets = tuple(sheets)
    for sheet in sheets:
        drawers.begin(sheet)
    return [drawers.take(wait=True) for _ in sheets]


@contextmanager
def another_thread() -> Iterator[None]:
    """Have a second thread, so that the process may not be copied."""
    enough = threading.Event()
    thread = threading.Thread(target=enough.wait)
    thread.start()
    try:
        yield
    finally:
        enough.set()
        thread.join()


@pytest.mark.parametrize("processes", [1, 2, 3, 9, None])
def test_any_number_of_processes_draws_the_same(
    sheets: tuple[RenderTask, ...], processes: int | None
) -> None:
    """If files are drawn by any number of processes, then they are those of one, in order."""
    alone = [draw_and_look(sheet) for sheet in sheets]
    with Drawers() as drawers:
        drawers.engage(sheets, processes)
        assert draw_all(drawers, sheets) == alone


def test_processes_that_start_afresh_draw_the_same(sheets: tuple[RenderTask, ...]) -> None:
    """If the process cannot be copied, then fresh ones draw the same files."""
    with another_thread(), Drawers() as drawers:
        drawers.engage(sheets, 2)
        drawn = draw_all(drawers, sheets)
    assert drawn == [draw_and_look(sheet) for sheet in sheets]


def test_drawers_draw_what_they_were_not_started_for(sheets: tuple[RenderTask, ...]) -> None:
    """If only decks are left to be made, then those started for booklets are not waited for."""
    decks = [sheet for sheet in sheets if sheet.edition == "deck"]
    with Drawers() as drawers:
        drawers.engage(sheets, 2)
        assert draw_all(drawers, decks) == [draw_and_look(sheet) for sheet in decks]
    booklet_jobs = [sheet for sheet in sheets if sheet.edition == "booklet"]
    with Drawers() as drawers:
        drawers.engage(booklet_jobs, 2)
        assert draw_all(drawers, decks) == [draw_and_look(sheet) for sheet in decks]


@pytest.mark.parametrize("processes", [1, 2])
def test_problems_found_while_drawing_are_told_whole(
    sheets: tuple[RenderTask, ...], tmp_path: Path, processes: int
) -> None:
    """If a file cannot be drawn for its content, then the problems come from any process."""
    without_fonts = replace(sheets[1], fonts=tmp_path)
    with Drawers() as drawers:
        drawers.engage(sheets, processes)
        drawn, refused = draw_all(drawers, [sheets[0], without_fonts])
    assert drawn == draw_and_look(sheets[0])
    assert isinstance(refused, Refused)
    assert all(isinstance(problem, Problem) for problem in refused.problems)
    assert "no font files for the family" in str(refused.problems[0])


@pytest.mark.parametrize("processes", [1, 2])
def test_a_bug_in_one_file_says_where_it_is(sheets: tuple[RenderTask, ...], processes: int) -> None:
    """If the drawing of a file fails, then its traceback comes from any process, and the rest."""
    broken = replace(sheets[1], document=None)  # type: ignore[arg-type]  # a bug, for once
    with Drawers() as drawers:
        drawers.engage(sheets, processes)
        drawn, bug, after = draw_all(drawers, [sheets[0], broken, sheets[1]])
    assert (drawn, after) == (draw_and_look(sheets[0]), draw_and_look(sheets[1]))
    assert isinstance(bug, Bug)
    assert bug.words.startswith("AttributeError: 'NoneType' object has no attribute")
    assert "draw_and_look" in bug.trace


def test_nothing_to_draw_is_nothing_drawn() -> None:
    """If there are no sheets, then nothing is given, and the drawers can be left."""
    with Drawers() as drawers:
        drawers.engage([])
        assert draw_all(drawers, []) == []


def test_helpers_started_early_draw_what_they_have_loaded(sheets: tuple[RenderTask, ...]) -> None:
    """If helpers were started before the jobs were known, then they draw, even a single file."""
    alone = draw_and_look(sheets[1])
    with Drawers() as drawers:
        drawers.start_early()
        early = [helper.edition for helper in drawers._helpers]
        drawers.engage([sheets[1]])
        kept = [helper.edition for helper in drawers._helpers]
        assert draw_all(drawers, sheets[1:2]) == [alone]
    assert kept == [each for each in early if each == sheets[1].edition]


def test_helpers_started_early_are_dropped_where_one_process_is_asked_for(
    sheets: tuple[RenderTask, ...],
) -> None:
    """If one file at a time is asked for, then this process draws, and no other."""
    with Drawers() as drawers:
        drawers.start_early()
        drawers.engage(sheets, 1)
        assert drawers._helpers == []
        assert draw_all(drawers, sheets) == [draw_and_look(sheet) for sheet in sheets]


def test_a_sheet_is_drawn_while_others_are_laid_out(sheets: tuple[RenderTask, ...]) -> None:
    """If a sheet is begun, then its drawing does not wait until all have been."""
    with Drawers() as drawers:
        drawers.engage(sheets, 2)
        drawers.begin(sheets[0])
        (busy,) = [helper for helper in drawers._helpers if helper.order is not None]
        assert busy.line.poll(timeout=60)
        for sheet in sheets[1:]:
            drawers.begin(sheet)
        assert all(isinstance(drawers.take(wait=True), Drawing) for _ in sheets)


def test_a_sheet_that_fails_leaves_those_after_it_to_be_drawn(
    sheets: tuple[RenderTask, ...], tmp_path: Path
) -> None:
    """If a file cannot be drawn, then whoever failed at it draws what waits behind it."""
    booklets = [sheet for sheet in sheets if sheet.edition == "booklet"]
    with Drawers() as drawers:
        drawers.engage(sheets, 2)
        first, *others = draw_all(drawers, [replace(booklets[0], fonts=tmp_path), *booklets])
    assert isinstance(first, Refused)
    assert others == [draw_and_look(sheet) for sheet in booklets]


def test_many_sheets_are_not_kept_waiting(
    sheets: tuple[RenderTask, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """If sheets are laid out faster than drawn, then a few wait, and all come in their order."""
    monkeypatch.setattr("careerkit.build.worker_pool._MOST_WAITING", 1)
    with Drawers() as drawers:
        drawers.engage(sheets, 2)
        for sheet in sheets * 2:
            drawers.begin(sheet)
            assert len(drawers._waiting) <= 1
        drawn = [drawers.take(wait=True) for _ in sheets * 2]
    assert drawn == [draw_and_look(sheet) for sheet in sheets] * 2


def test_a_single_file_needs_no_other_process(sheets: tuple[RenderTask, ...]) -> None:
    """If there is one file, then no process is started for it, however many are allowed."""
    with Drawers() as drawers:
        drawers.engage([sheets[0]], 2)
        assert drawers._helpers == []


def test_a_helper_that_is_left_alone_ends_quietly(
    sheets: tuple[RenderTask, ...], capfd: pytest.CaptureFixture[str]
) -> None:
    """If the first process is gone before it took what was drawn, then the helper just ends."""
    with Drawers() as drawers:
        drawers._start("booklet")  # a second one would have a copy of its line
        drawers.begin(sheets[0])
        (busy,) = drawers._helpers
        assert busy.line.poll(timeout=60)
        busy.line.close()
        busy._process.join()
        assert busy._process.exitcode == 0
    assert capfd.readouterr() == ("", "")


def test_without_another_process_this_one_draws(
    sheets: tuple[RenderTask, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the system lets no other process be started, then this one draws what is asked for."""

    def refuse(_: BaseProcess) -> None:
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(BaseProcess, "start", refuse)
    with Drawers() as drawers:
        drawers.start_early()
        drawers.engage(sheets, 2)
        assert drawers._helpers == []
        assert draw_all(drawers, sheets) == [draw_and_look(sheet) for sheet in sheets]
