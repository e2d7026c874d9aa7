"""A run hands over jobs, writes what comes back at once, and tells it in the order of the jobs."""

from __future__ import annotations

import errno
import os
from collections.abc import Collection
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from careerkit.build.executor import Future, InProcess
from careerkit.build.findings import NOTHING
from careerkit.build.jobs import Job, plan
from careerkit.build.outcome import Drawn, Outcome
from careerkit.build.session import Made, Run, Stopped
from careerkit.cli.command import main
from careerkit.project.folders import find_folders
from tests.school import NURSE, School, found_school

CAREERS = ("apple", "baker", "cook", "diver", "nurse")


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> School:
    """A school with five careers, the last of them with a mistake."""
    monkeypatch.chdir(tmp_path)
    school = found_school(tmp_path)
    for career in CAREERS[:-1]:
        school.write_career(career, NURSE.replace("Nurse", career.title()))
    school.write_career("nurse", NURSE.replace("tagline", "tagllne"))
    return school


def plan_decks() -> tuple[Job, ...]:
    """The deck of each career."""
    return plan(find_folders(), editions=["deck"])


@dataclass(eq=False)
class _Later:
    """A job that somebody else decides about."""

    job: Job
    outcome: Outcome | None = None

    def done(self) -> bool:
        """Say whether it was decided."""
        return self.outcome is not None

    def result(self) -> Outcome:
        """Return what was."""
        assert self.outcome is not None
        return self.outcome


@dataclass
class _LastFirst:
    """An executor that does the last job that it has first, each with bytes of its own."""

    capacity: int = 3
    waiting: list[_Later] = field(default_factory=list)
    most_waiting: int = 0

    def submit(self, job: Job) -> Future:
        """Keep a job."""
        self.waiting.append(_Later(job))
        self.most_waiting = max(self.most_waiting, len(self.waiting))
        return self.waiting[-1]

    def wait(self, futures: Collection[Future]) -> None:
        """Do the last one that is waited for."""
        last = self.waiting.pop()
        assert last in futures
        last.outcome = Outcome(Drawn(last.job.career.encode(), 1), NOTHING)


@pytest.mark.usefixtures("school")
def test_any_executor_will_do_and_its_order_does_not_matter() -> None:
    """If jobs end in any order, then files are written at once, and told in the jobs' order."""
    executor, jobs = _LastFirst(), plan_decks()
    results = Run(find_folders(), jobs).results(executor)
    first = next(results)
    # The last ones were done, and lie there, before the first was.
    assert [job.target.read_bytes() for job in jobs] == [job.career.encode() for job in jobs]
    assert [first, *results] == [Made(job, 1, fresh=False) for job in jobs]
    assert executor.most_waiting == 3


def test_an_error_in_the_last_career_does_not_hold_up_the_first(school: School) -> None:
    """If the last career has an error, then the first is made before it is even looked at."""
    read = []

    class Watched(InProcess):
        def render(self, job: Job) -> Outcome:
            read.append(job.career)
            return super().render(job)

    run = Run(find_folders(), plan_decks())
    results = run.results(Watched())
    assert isinstance(next(results), Made)
    assert list(school.made()) == ["en/apple.deck.pptx"]
    assert read == ["apple"]
    assert isinstance(list(results)[-1], Stopped)
    assert "nurse.yaml:3:1" in "".join(map(str, run.problems))


@pytest.mark.parametrize("processes", ["1", "2"])
def test_where_no_process_can_be_started_all_is_made(
    school: School, processes: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the system lets no other process be started, then a build makes everything by itself."""

    def refuse(_: BaseProcess) -> None:
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(BaseProcess, "start", refuse)
    assert main(["--edition", "deck", "--jobs", processes]) == 1  # for the last one's mistake
    assert [name for name in school.made() if name.startswith("en/")] == [
        f"en/{career}.deck.pptx" for career in CAREERS[:-1]
    ]
