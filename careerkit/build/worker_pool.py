"""Jobs go in; what becomes of each comes out, done by several processes of this machine.

Each process has jobs of one career as long as there are any, so that it reads the career once. One
that dies loses the job it was at and nothing else, and another takes its place.

**Why.** A process is started when there is a job for it, so that a run in which everything is up to
date starts none; where it is a copy of this one, what all jobs need is loaded here first, once.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Self

from careerkit.build.executor import Future, InProcess
from careerkit.build.jobs import Job
from careerkit.build.outcome import Lost, Outcome

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

# A process that starts afresh has to load everything again, which takes as long as some files.
_FILES_WORTH_A_FRESH_PROCESS = 6
# Jobs that wait for each process: enough to choose one of the career that it has read.
_WAITING_EACH = 16
_SECONDS_TO_END = 5.0
# Signals that a process is sent for what it does itself; Windows has fewer of them.
_FAULTS = {
    number
    for name in ("SIGSEGV", "SIGABRT", "SIGBUS", "SIGFPE", "SIGILL")
    if (number := getattr(signal, name, None)) is not None
}


@dataclass(eq=False, slots=True)
class _Pending:
    """A job, and what has become of it."""

    job: Job
    pool: WorkerPool
    outcome: Outcome | None = None

    def done(self) -> bool:
        """Say whether it is known."""
        return self.outcome is not None

    def result(self) -> Outcome:
        """Return it, when it is known."""
        while self.outcome is None:
            self.pool.wait([self])
        return self.outcome


class _Distance(NamedTuple):
    """How far a job is from what a process has read; the least is nearest."""

    is_laid_out_elsewhere: bool
    is_read_elsewhere: bool
    is_new: bool


class WorkerPool:
    """Processes that do jobs. Where the system has room for none, this process does them.

    Use it as a context manager; when that is left, the processes are stopped, whatever they do.
    """

    def __init__(self, most: int) -> None:
        """Have no processes yet, and at most so many."""
        self._most = most
        self._workers: list[_Worker] = []
        self._waiting: list[_Pending] = []
        self._alone: InProcess | None = None

    def __enter__(self) -> Self:
        """Return the pool."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop the processes."""
        for worker in self._workers:
            worker.stop()
        self._workers = []

    @property
    def capacity(self) -> int:
        """How many jobs may be done, or wait, at once: one where no process can be had."""
        return self._most * _WAITING_EACH or 1

    def submit(self, job: Job) -> Future:
        """Have a job done as soon as a process is free."""
        pending = _Pending(job, self)
        self._waiting.append(pending)
        self._go_on(seconds=0, may_come=True)
        return pending

    def wait(self, futures: Collection[Future]) -> None:
        """Return when one of some futures of this pool is done."""
        while not any(future.done() for future in futures):
            self._go_on(seconds=None, may_come=False)

    def _go_on(self, *, seconds: float | None, may_come: bool) -> None:
        """Take what is ready within some seconds, or something at all; give out what waits.

        A process has one job at a time: with more, both sides could wait for the other to read.
        """
        self._give_out(may_come=may_come)
        busy = [worker for worker in self._workers if worker.pending is not None]
        if busy:
            from multiprocessing.connection import wait

            ready = wait([worker.line for worker in busy], seconds)
            for worker in busy:
                if worker.line in ready and not worker.take():
                    self._drop(worker)
            self._give_out(may_come=may_come)
        elif self._waiting:  # no process can be had
            self._alone = self._alone or InProcess()
            pending = self._waiting.pop(0)
            pending.outcome = self._alone.render(pending.job)

    def _give_out(self, *, may_come: bool) -> None:
        """Give each idle process the job nearest to what it has read.

        While others ``may_come``, a job of what another process has read waits: one of a career
        that nobody has read may be the next.
        """
        while self._waiting:
            idle = next((each for each in self._workers if each.pending is None), None)
            if idle is None and len(self._workers) >= self._most:
                return
            pending = min(self._waiting, key=lambda one: self._distance(idle, one.job))
            if may_come and self._distance(idle, pending.job).is_read_elsewhere:
                return
            worker = idle or self._start()
            if worker is None:
                return
            self._waiting.remove(pending)
            if not worker.give(pending):
                self._drop(worker)

    def _distance(self, worker: _Worker | None, job: Job) -> _Distance:
        """Return how far a job is from what a process (None: a new one) has read."""
        others = [other.last for other in self._workers if other is not worker and other.last]
        own = worker.last if worker else None
        return _Distance(
            any((other.profile, other.tag) == (job.profile, job.tag) for other in others),
            any(other.profile == job.profile for other in others),
            own is None or (own.profile, own.tag) != (job.profile, job.tag),
        )

    def _start(self) -> _Worker | None:
        """Start a process, if the system has room for one."""
        try:
            worker = _Worker()
        except OSError:
            self._most = len(self._workers)
            return None
        self._workers.append(worker)
        return worker

    def _drop(self, worker: _Worker) -> None:
        """Let go of a process that is gone: the next job has another started in its place."""
        worker.stop()
        self._workers.remove(worker)


class _Worker:
    """Another process, which does one job after another."""

    def __init__(self) -> None:
        from multiprocessing import get_context

        is_copy = _can_copy_process()
        context = get_context("fork") if is_copy else get_context("spawn")
        if is_copy:
            import careerkit.build.render  # noqa: F401  # for this process and all its copies
        self.last: Job | None = None
        self.pending: _Pending | None = None
        self.line, far_end = context.Pipe()
        ends = (far_end, self.line) if is_copy else (far_end,)
        self.process = context.Process(target=_work, args=ends, daemon=True)
        try:
            self.process.start()
        except OSError:
            self.line.close()
            raise
        finally:
            far_end.close()

    def give(self, pending: _Pending) -> bool:
        """Have a job done; say whether the process is still there."""
        self.pending, self.last = pending, pending.job
        try:
            self.line.send(pending.job)
        except OSError:
            return self._lose()
        return True

    def take(self) -> bool:
        """Take what has become of the job; say whether the process is still there."""
        assert self.pending is not None
        try:
            self.pending.outcome = self.line.recv()
        except (EOFError, OSError):
            return self._lose()
        self.pending = None
        return True

    def _lose(self) -> bool:
        assert self.pending is not None
        self.process.join(timeout=_SECONDS_TO_END)
        number = -(self.process.exitcode or 0)
        fault = signal.Signals(number).name if number in _FAULTS else ""
        self.pending.outcome = Outcome(Lost(fault))
        self.pending = None
        return False

    def stop(self) -> None:
        """End the process, whatever it does."""
        self.process.kill()
        self.process.join()
        self.line.close()


def _work(line: Connection, other_end: Connection | None = None) -> None:
    # What reaches every process of a terminal the first one answers, and sees to the end of all.
    for name in ("SIGINT", "SIGHUP"):
        if number := getattr(signal, name, None):  # Windows has no SIGHUP
            signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if other_end is not None:
        other_end.close()  # a copy, which would keep the line open were the first process killed
    worker = InProcess()
    try:
        while True:
            line.send(worker.render(line.recv()))
    except (EOFError, OSError):
        return  # the first process is gone


def choose_executor(files: int, processes: int | None = None) -> InProcess | WorkerPool:
    """Return who does the jobs of so many files: this process alone, or others.

    ``processes`` is by default as many as is quickest.
    """
    most = _most_useful(files) if processes is None else min(processes, files)
    return WorkerPool(most) if most > 1 else InProcess()


def _can_copy_process() -> bool:
    # A copy of a program with threads can hang; macOS has threads of its own in any program.
    return sys.platform == "linux" and threading.active_count() == 1


def _cores() -> int:
    """Return how many processes can run at once: a container may have fewer than its machine."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _most_useful(files: int) -> int:
    return min(_cores(), files if _can_copy_process() else files // _FILES_WORTH_A_FRESH_PROCESS)
