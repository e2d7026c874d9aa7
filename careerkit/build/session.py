"""Jobs go in; whole files on disk come out, each drawn only if it is not up to date.

A check is the same run, but that nothing is written: what it has to say is what a build has.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from careerkit.build.desk import Desk
from careerkit.build.fingerprint import digest_ingredients
from careerkit.build.jobs import Job
from careerkit.build.manifest import Leftover, Record
from careerkit.build.render import Drawing, Refused
from careerkit.build.worker_pool import Drawers, Lost, Outcome
from careerkit.content.problem import Problem
from careerkit.editions.edition import Remark
from careerkit.project.atomic_file import write_whole
from careerkit.project.bug_report import Bug
from careerkit.project.folders import Folders
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


@dataclass(frozen=True, slots=True)
class _Begun:
    """A file that is being drawn.

    ``has_warnings`` says that there is a warning which is found only by laying it out,
    ``is_doubtful`` that there is any; ``trouble`` is what was met in looking through its content.
    """

    job: Job
    has_warnings: bool = False
    is_doubtful: bool = False
    trouble: Crashed | Stopped | None = None


class Run:
    """One run over some jobs. Its results come in their order; what was found is known after."""

    def __init__(
        self,
        folders: Folders,
        jobs: Sequence[Job],
        layout_name: str,
        *,
        force: bool = False,
        strict: bool = False,
        listing: bool = False,
        prune: bool = False,
        is_check: bool = False,
    ) -> None:
        """Take the jobs, and how to do them.

        ``force`` takes no file as up to date; ``strict`` makes none of which there is a warning;
        ``listing`` warns of each missing translation; ``prune`` takes away what is left over;
        ``is_check`` writes nothing.
        """
        self._jobs = jobs
        self._folders = folders
        self._force, self._strict, self._is_check = force, strict, is_check
        self._prune = prune
        # Before the reading: what changes between the two is then made once too often, not stale.
        self._ingredients = digest_ingredients(folders, layout_name, jobs)
        self._record = Record(folders.output)
        # Files that are left over, and those of them that were taken away.
        self.leftovers: tuple[Leftover, ...] = ()
        self.pruned: list[Leftover] = []
        # Other files than those of the jobs that could not be written: which, why, what to do.
        self.unkept: list[tuple[Path, str, str]] = []
        self._desk = Desk(folders, layout_name, listing=listing)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that was found so far, sorted, each once."""
        return self._desk.problems

    @property
    def cannot_read(self) -> bool:
        """Say whether there was a file that could not be read at all."""
        return self._desk.cannot_read

    def results(self, drawers: Drawers) -> Iterator[Result]:
        """Do the jobs: files are drawn while others are read, and written as they are done."""
        waiting: deque[Result | _Begun] = deque()
        if not self._is_check:
            written = {job.target.parent for job in self._jobs}
            clear_temporary_files({self._folders.output, *written})
        try:
            for job in self._jobs:
                waiting.append(self._begin(job, drawers))
                yield from self._finish(waiting, drawers, wait=False)
            yield from self._finish(waiting, drawers, wait=True)
            self._desk.look_around()
            self._look_for_leftovers()
        finally:
            if not self._is_check:
                self._keep_record()

    def _begin(self, job: Job, drawers: Drawers) -> Result | _Begun:
        """Have a file drawn if everything that it needs is sound, and it is not up to date."""
        task = None
        try:
            count = self._count_if_done(job)
            if count is None:
                task = self._desk.prepare(job)
                if task is not None:
                    drawers.begin(task)  # before the rest: a helper draws meanwhile
            else:
                self._desk.read(job)
            has_warnings = task is not None and self._desk.find_doubts_in(job, task)
            is_doubtful = self._desk.find_doubts(job) or has_warnings
        except OSError as error:
            self._desk.refuse_unread(job, error)
            return Stopped(job) if task is None else _Begun(job, trouble=Stopped(job))
        except Exception as error:  # noqa: BLE001  # one file's bug is not another's
            crashed = Crashed(job, Bug.of(error))
            return crashed if task is None else _Begun(job, trouble=crashed)
        if task is not None:
            is_sound = self._desk.is_sound(job)
            return _Begun(job, has_warnings, is_doubtful, None if is_sound else Stopped(job))
        if count is None or not self._desk.is_sound(job) or (self._strict and is_doubtful):
            return Stopped(job)
        return Made(job, count, fresh=True)

    def _count_if_done(self, job: Job) -> int | None:
        """Return the pages or slides of a file that need not be drawn."""
        if self._force:
            return None
        ingredients = self._ingredients[job]
        if self._is_check:
            return self._record.count_if_known(job, ingredients)
        return self._record.count_if_fresh(job, ingredients)

    def _finish(
        self, waiting: deque[Result | _Begun], drawers: Drawers, *, wait: bool
    ) -> Iterator[Result]:
        """Give what is done of the files at the head of the queue, or all there are."""
        while waiting:
            first = waiting[0]
            if isinstance(first, _Begun):
                outcome = drawers.take(wait=wait)
                if outcome is None:
                    return
                first = self._settle(first, outcome)
            waiting.popleft()
            yield first

    def _settle(self, begun: _Begun, outcome: Outcome) -> Result:
        """Tell what has become of a file that was drawn, and put it into its place."""
        job = begun.job
        match outcome:
            case Refused(problems):
                self._desk.refuse(job, problems)
                return Stopped(job)
            case Bug():
                return Crashed(job, outcome)
            case Lost(""):
                told = "the process that drew it was ended from outside"
                return Failed(job, told, "try --jobs 1, which needs the least memory")
            case Lost(fault):
                return Crashed(job, Bug(f"the process that drew it ended by {fault}", ""))
            case Drawing():
                return begun.trouble or self._keep(begun, outcome)

    def _keep(self, begun: _Begun, drawing: Drawing) -> Result:
        """Write a file, and note what it was made of."""
        job, found = begun.job, (*drawing.warnings, *drawing.defects)
        self._desk.warn(found)
        self._desk.warn_of_missing(job, drawing.missing)
        has_warnings = begun.has_warnings or bool(found or drawing.missing)
        if self._strict and (has_warnings or begun.is_doubtful):
            return Stopped(job)
        if self._is_check:
            return Made(job, drawing.count, fresh=False, remarks=drawing.remarks)
        self._record.forget(job)
        try:
            write_whole(job.target, drawing.content)
        except OSError as error:
            return Failed(job, *explain_failure(error, job.target))
        # What is warned about in the drawing is drawn, and warned about, in the next run too.
        ingredients = "" if has_warnings else self._ingredients[job]
        self._record.remember(job, ingredients, drawing.content, drawing.count)
        return Made(job, drawing.count, fresh=False, remarks=drawing.remarks)

    def _look_for_leftovers(self) -> None:
        """Find what was made once of what is gone; take it away if that is asked for."""
        self.leftovers = tuple(self._record.find_leftovers(self._folders))
        for leftover in self.leftovers if self._prune else ():
            if leftover.is_changed:
                continue
            try:
                self._record.take_away(leftover)
            except OSError as error:
                self.unkept.append((leftover.file, *explain_failure(error, leftover.file)))
            else:
                self.pruned.append(leftover)

    def _keep_record(self) -> None:
        try:
            self._record.write()
        except OSError as error:
            path = self._record.path
            self.unkept.append((path, *explain_failure(error, path)))
