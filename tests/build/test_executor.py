"""Jobs done by one process or several: the same outcomes, and every failure told."""

from __future__ import annotations

import errno
import os
import pickle
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from careerkit.build.executor import Executor, InProcess
from careerkit.build.jobs import Job, plan
from careerkit.build.outcome import Drawn, Outcome
from careerkit.build.worker_pool import WorkerPool, choose_executor
from careerkit.content import Profile
from careerkit.document.blocks import Document
from careerkit.document.section_kinds import Medium
from careerkit.layout import Layout, render_document
from careerkit.project.bug_report import Bug
from careerkit.project.folders import Folders
from careerkit.translation.words.locale_words import Words
from tests.school import NURSE, School, found_school

EDITIONS = ("booklet", "deck")


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A school with two careers in two languages."""
    school = found_school(tmp_path)
    school.write_career("diver", NURSE.replace("Nurse", "Diver"))
    english = tmp_path / "source" / "locales" / "en.yaml"
    text = english.read_text(encoding="utf-8")
    french = text.replace("name: English", "name: Français", 1)
    english.with_name("fr.yaml").write_text(french, encoding="utf-8")
    return school


@pytest.fixture
def jobs(school: School) -> tuple[Job, ...]:
    """Booklet and deck of two careers in English."""
    folder = school.folder
    folders = Folders(folder / "source", folder / "layouts", folder / "output")
    return plan(folders, locales=["en"], editions=EDITIONS)


def do_all(executor: Executor, jobs: Iterable[Job]) -> list[Outcome]:
    """Have jobs done, and return what became of them."""
    futures = [executor.submit(job) for job in jobs]
    return [future.result() for future in futures]


@pytest.fixture
def alone(jobs: tuple[Job, ...]) -> list[Outcome]:
    """What one process makes of the jobs."""
    return do_all(InProcess(), jobs)


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


def test_a_job_and_its_outcome_are_plain_data(jobs: tuple[Job, ...], alone: list[Outcome]) -> None:
    """If a job is sent elsewhere, then it and what comes back are what they were, and small."""
    assert pickle.loads(pickle.dumps(jobs)) == jobs  # noqa: S301  # it is our own
    assert pickle.loads(pickle.dumps(alone)) == alone  # noqa: S301  # it is our own
    assert len(pickle.dumps(jobs[0])) < 2000
    assert all(isinstance(outcome.end, Drawn) for outcome in alone)


@pytest.mark.parametrize("processes", [2, 3, 9])
def test_any_number_of_processes_makes_the_same(
    jobs: tuple[Job, ...], alone: list[Outcome], processes: int
) -> None:
    """If jobs are done by any number of processes, then their outcomes are those of one."""
    with choose_executor(len(jobs), processes) as executor:
        assert isinstance(executor, WorkerPool)
        assert do_all(executor, jobs) == alone
        assert len(executor._workers) <= min(processes, len(jobs))


def test_processes_that_start_afresh_make_the_same(
    jobs: tuple[Job, ...], alone: list[Outcome]
) -> None:
    """If the process cannot be copied, then fresh ones make the same files."""
    with another_thread(), choose_executor(len(jobs), 2) as executor:
        assert do_all(executor, jobs) == alone


@pytest.mark.parametrize("processes", [1, 2])
def test_problems_come_from_any_process(
    school: School, jobs: tuple[Job, ...], processes: int
) -> None:
    """If a career has an error, then it hinders the career's files, whoever is at them."""
    school.write_career("diver", NURSE.replace("tagline", "tagllne"))
    with choose_executor(len(jobs), processes) as executor:
        outcomes = do_all(executor, jobs)
    hindered = [job.career for job, each in zip(jobs, outcomes, strict=True) if each.end is None]
    assert hindered == ["diver", "diver"]
    for outcome in outcomes[:2]:
        assert [problem.message for problem in outcome.findings.problems][-1] == "unknown field"
    assert not any(outcome.findings for outcome in outcomes[2:])


@pytest.mark.parametrize("processes", [1, 2])
def test_a_bug_in_one_file_says_where_it_is(
    jobs: tuple[Job, ...],
    alone: list[Outcome],
    processes: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """If the drawing of a file fails, then its traceback comes from any process, and the rest."""
    monkeypatch.setattr("careerkit.pptx.write_pptx", lambda *_: [].pop())
    with choose_executor(len(jobs), processes) as executor:
        outcomes = do_all(executor, jobs)
    assert outcomes[::2] == alone[::2]
    for outcome in outcomes[1::2]:
        assert isinstance(outcome.end, Bug)
        assert outcome.end.words == "IndexError: pop from empty list"
        assert "draw_and_look" in outcome.end.trace


def test_what_a_job_tells_does_not_depend_on_those_before(school: School) -> None:
    """If a language has problems, then each career in it tells them, whoever was first."""
    locales = school.folder / "source" / "locales"
    (locales / "fr").mkdir()
    (locales / "fr" / "terms.yaml").write_text("- trm: x\n")
    french = locales / "fr.yaml"
    lines = french.read_text(encoding="utf-8").splitlines(keepends=True)
    without = [line for line in lines if not line.startswith(("  cover_alt:", "  continued:"))]
    french.write_text("".join(without), encoding="utf-8")
    folder = school.folder
    folders = Folders(folder / "source", folder / "layouts", folder / "output")
    jobs = plan(folders, editions=EDITIONS)
    in_a_row = do_all(InProcess(), jobs)
    assert in_a_row == [InProcess().render(job) for job in jobs]
    assert do_all(InProcess(), reversed(jobs)) == in_a_row[::-1]
    lacking = [{label.name for label in each.findings.lacking} for each in in_a_row]
    assert lacking == [set(), set(), {"cover_alt"}, {"cover_alt", "continued"}] * 2
    broken = [len(outcome.findings.problems) for outcome in in_a_row]
    assert broken[0] < broken[2]


def test_a_process_holds_one_career(school: School, jobs: tuple[Job, ...]) -> None:
    """If another career is begun, then nothing of the one before is held."""
    executor = InProcess()
    for job in jobs:
        executor.submit(job)
        readers = executor._readers
        assert readers is not None
        log = readers.reader_for(job)._log
        assert log._career == job.profile
        profile, _ = log._held_of_career["profile"]
        assert getattr(profile, "id", "") == job.career
        assert not [key for key in log._held if "diver" in str(key) or "nurse" in str(key)]
    assert school.made() == {}


def test_editions_of_one_template_share_a_document(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If several editions are made of one template, then it is filled once in a language."""
    filled: list[str] = []

    def count(
        layout: Layout, template: str, medium: Medium, profile: Profile, words: Words, *rest: object
    ) -> Document:
        filled.append(template)
        return render_document(layout, template, medium, profile, words, *rest)

    monkeypatch.setattr("careerkit.build.reading.render_document", count)
    folder = school.folder
    folders = Folders(folder / "source", folder / "layouts", folder / "output")
    jobs = plan(folders, ["nurse"], ["en"], ["booklet", "duplex", "deck"])
    outcomes = do_all(InProcess(), jobs)
    assert all(isinstance(outcome.end, Drawn) for outcome in outcomes)
    assert sorted(filled) == ["booklet", "deck"]


def test_a_check_gives_no_bytes(jobs: tuple[Job, ...], alone: list[Outcome]) -> None:
    """If a job is a check, then it is done in the same way, and the file is not sent back."""
    checked = do_all(InProcess(), [replace(job, is_check=True) for job in jobs])
    for one, made in zip(checked, alone, strict=True):
        assert isinstance(made.end, Drawn)
        assert one == replace(made, end=replace(made.end, content=None))


def test_a_career_stays_with_the_process_that_has_read_it(school: School) -> None:
    """If there are several careers, then each is read by one process, but for the last ones."""
    for number in range(4):
        school.write_career(f"career-{number}", NURSE.replace("Nurse", f"Helper {number}"))
    folder = school.folder
    folders = Folders(folder / "source", folder / "layouts", folder / "output")
    jobs = plan(folders)
    taken: dict[str, set[int | None]] = {}
    with WorkerPool(2) as pool:
        futures = []
        for job in jobs:
            futures.append(pool.submit(job))
            for worker in pool._workers:
                if worker.last is not None:
                    taken.setdefault(worker.last.career, set()).add(worker.process.pid)
        while waiting := [future for future in futures if not future.done()]:
            pool.wait(waiting)
            for worker in pool._workers:
                if worker.last is not None:
                    taken.setdefault(worker.last.career, set()).add(worker.process.pid)
    assert len(taken) == 6
    shared = [career for career, processes in taken.items() if len(processes) > 1]
    assert len(shared) <= 1  # the last one


def test_a_second_process_begins_with_another_career(school: School) -> None:
    """If more jobs may come, then none goes to a process that would have to read it again."""
    folder = school.folder
    folders = Folders(folder / "source", folder / "layouts", folder / "output")
    jobs = plan(folders)
    with WorkerPool(2) as pool:
        futures = [pool.submit(job) for job in jobs[:2]]
        assert jobs[0].profile == jobs[1].profile
        assert len(pool._workers) == 1
        pool.wait(futures)
        futures += [pool.submit(job) for job in jobs[2:]]
        assert all(future.result().end for future in futures)
        assert len(pool._workers) == 2


def test_nothing_is_started_before_there_is_a_job(jobs: tuple[Job, ...]) -> None:
    """If no job is submitted, then no process is started; the first job starts the first one."""
    with WorkerPool(2) as pool:
        assert pool._workers == []
        pool.submit(jobs[0])
        assert len(pool._workers) == 1


def test_a_single_file_needs_no_other_process() -> None:
    """If there is one file, then no process is started for it, however many are allowed."""
    assert isinstance(choose_executor(1, 2), InProcess)
    assert isinstance(choose_executor(0), InProcess)
    assert isinstance(choose_executor(9, 1), InProcess)


def test_a_process_that_is_left_alone_ends_quietly(
    jobs: tuple[Job, ...], capfd: pytest.CaptureFixture[str]
) -> None:
    """If the first process is gone before it took an outcome, then the other just ends."""
    with WorkerPool(1) as pool:  # a second one would have a copy of its line
        pool.submit(jobs[0])
        (busy,) = pool._workers
        assert busy.line.poll(timeout=60)
        busy.line.close()
        busy.process.join()
        assert busy.process.exitcode == 0
    assert capfd.readouterr() == ("", "")


def test_without_another_process_this_one_does_the_jobs(
    jobs: tuple[Job, ...], alone: list[Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the system lets no other process be started, then this one does what is asked for."""

    def refuse(_: BaseProcess) -> None:
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(BaseProcess, "start", refuse)
    with WorkerPool(2) as pool:
        assert do_all(pool, jobs) == alone
        assert pool._workers == []
