"""Jobs go in; whole files on disk come out, each made only if it is not up to date.

This process plans and writes, and holds no documents: what it reads of careers is their digests. A
check is the same run, but that nothing is written: what it has to say is what a build has.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, assert_never

from careerkit.build.executor import Executor, Future
from careerkit.build.findings import NOTHING, Findings, Report
from careerkit.build.fingerprint import digest_ingredients
from careerkit.build.jobs import Job
from careerkit.build.lagging_parts import find_lagging
from careerkit.build.manifest import Leftover, Manifest
from careerkit.build.outcome import Drawn, Lost, Outcome
from careerkit.build.stray_translations import find_strays
from careerkit.content.problem import Problem, cannot_read
from careerkit.editions.edition import Remark
from careerkit.project.atomic_file import write_whole
from careerkit.project.bug_report import Bug
from careerkit.project.folders import Folders
from careerkit.project.misnamed import find_misnamed
from careerkit.project.temporary_files import clear_temporary_files
from careerkit.project.write_failure import explain_failure


@dataclass(frozen=True, slots=True)
class Made:
    """A file in its place. ``count`` is its pages or slides; ``fresh``, that it was up to date.

    In a check: a file that could be made.
    """

    job: Job
    count: int
    fresh: bool
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Stopped:
    """A file that was not made for the problems of what it is made of."""

    job: Job


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that could not be written, why, and what to do."""

    job: Job
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Crashed:
    """A file that was not made for a bug."""

    job: Job
    bug: Bug


Result: TypeAlias = Made | Stopped | Failed | Crashed


@dataclass(eq=False, slots=True)
class _Slot:
    """A job's slot in the order of results: what is awaited, or what came of it."""

    job: Job
    future: Future | None = None
    result: Result | None = None
    findings: Findings = NOTHING


class Run:
    """One run over some jobs. Its results come in their order; what was found is known after."""

    def __init__(
        self,
        folders: Folders,
        jobs: Sequence[Job],
        *,
        force: bool = False,
        strict: bool = False,
        prune: bool = False,
    ) -> None:
        """Take the jobs, and how to do them.

        ``force`` takes no file as up to date; ``strict`` makes none of which there is a warning;
        ``prune`` takes away what is left over.
        """
        self._jobs = jobs
        self._folders = folders
        self._force, self._strict = force, strict
        self._is_check = all(job.is_check for job in jobs)
        self._prune = prune
        # Before the reading: what changes between the two is then made once too often, not stale.
        self._ingredients = digest_ingredients(folders, jobs)
        self._manifest = Manifest(folders.output)
        self._report = Report(listing=any(job.listing for job in jobs))
        # Files that are left over, and those of them that were taken away.
        self.leftovers: tuple[Leftover, ...] = ()
        self.pruned: list[Leftover] = []
        # Other files than those of the jobs that could not be written: which, why, what to do.
        self.unkept: list[tuple[Path, str, str]] = []

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that was found so far, sorted, each once."""
        return self._report.problems

    @property
    def cannot_read(self) -> bool:
        """Say whether there was a file that could not be read at all."""
        return self._report.cannot_read

    def results(self, executor: Executor) -> Iterator[Result]:
        """Have the jobs done; each file is written as soon as it is there, and told in order."""
        order: deque[_Slot] = deque()
        if not self._is_check:
            written = {job.target.parent for job in self._jobs}
            clear_temporary_files({self._folders.output, *written})
        try:
            for job in self._jobs:
                order.append(self._begin(job, executor, order))
                self._settle(order)
                yield from self._give(order)
            while order:
                self._wait_for_one(executor, order)
                yield from self._give(order)
            self._look_around()
            self._look_for_leftovers()
        finally:
            if not self._is_check:
                self._write_manifest()

    def _begin(self, job: Job, executor: Executor, order: deque[_Slot]) -> _Slot:
        """Have a file made, unless it is up to date; if there is no room for more, wait."""
        slot = _Slot(job)
        if not self._force and self._recall(slot):
            return slot
        while sum(each.future is not None for each in order) >= executor.capacity:
            self._wait_for_one(executor, order)
        slot.future = executor.submit(job)
        return slot

    def _recall(self, slot: _Slot) -> bool:
        """Tell of a file what was told when it was made, if it is up to date; say whether it is."""
        job = slot.job
        known = self._manifest.recall(job, self._ingredients[job])
        if known is None or (job.listing and known.findings):
            return False
        slot.findings = known.findings
        if self._strict and known.findings.has_warnings:
            slot.result = Stopped(job)
        else:
            slot.result = Made(job, known.count, fresh=True, remarks=known.remarks)
        return True

    def _wait_for_one(self, executor: Executor, order: deque[_Slot]) -> None:
        executor.wait([each.future for each in order if each.future is not None])
        self._settle(order)

    def _settle(self, order: deque[_Slot]) -> None:
        """Write what is done, so that no more bytes are held than come at once."""
        for slot in order:
            if slot.future is not None and slot.future.done():
                outcome, slot.future = slot.future.result(), None
                slot.findings = outcome.findings
                slot.result = self._end(slot.job, outcome)

    def _give(self, order: deque[_Slot]) -> Iterator[Result]:
        """Give what has come of the jobs at the head of the order."""
        while order and order[0].result is not None:
            slot = order.popleft()
            self._report.add(slot.findings)
            assert slot.result is not None
            yield slot.result

    def _end(self, job: Job, outcome: Outcome) -> Result:
        """Tell what has become of a job, and put the file into its place."""
        match outcome.end:
            case None:
                return Stopped(job)
            case Bug() as bug:
                return Crashed(job, bug)
            case Lost(""):
                told = "the process that drew it was ended from outside"
                return Failed(job, told, "try --jobs 1, which needs the least memory")
            case Lost(fault):
                return Crashed(job, Bug(f"the process that drew it ended by {fault}", ""))
            case Drawn() if self._strict and outcome.findings.has_warnings:
                return Stopped(job)
            case Drawn(content, count, remarks):
                if content is None:
                    return Made(job, count, fresh=False, remarks=remarks)
                self._manifest.forget(job)
                try:
                    write_whole(job.target, content)
                except OSError as error:
                    return Failed(job, *explain_failure(error, job.target))
                self._manifest.remember(
                    job, self._ingredients[job], content, count, outcome.findings, remarks
                )
                return Made(job, count, fresh=False, remarks=remarks)
            case _:
                assert_never(outcome.end)

    def _look_around(self) -> None:
        """Find files nothing is made of."""
        read = {job.profile for job in self._jobs}
        try:
            found = (
                *find_misnamed(self._folders, read),
                *find_strays(self._folders),
                *find_lagging(read, self._folders),
            )
            self._report.add(Findings(found))
        except OSError as error:
            hint = "check that you may read it"
            problem = cannot_read(self._folders.locales.as_posix(), error, hint)
            self._report.add(Findings((problem,), cannot_read=True))

    def _look_for_leftovers(self) -> None:
        """Find what was made once of what is gone; take it away if that is asked for."""
        self.leftovers = tuple(self._manifest.find_leftovers(self._folders))
        for leftover in self.leftovers if self._prune else ():
            if leftover.is_changed:
                continue
            try:
                self._manifest.take_away(leftover)
            except OSError as error:
                self.unkept.append((leftover.file, *explain_failure(error, leftover.file)))
            else:
                self.pruned.append(leftover)

    def _write_manifest(self) -> None:
        try:
            self._manifest.write()
        except OSError as error:
            path = self._manifest.path
            self.unkept.append((path, *explain_failure(error, path)))
