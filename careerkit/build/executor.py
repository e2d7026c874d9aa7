"""Jobs go in; what becomes of each comes out, wherever they are done.

**Why.** A school's laptop does its jobs in one process or two, a ministry's server in many; a
cluster would do them on other machines. What plans the jobs and writes the files knows this
protocol alone: nothing in it needs shared memory, and a job that is lost is lost alone.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, Self

from careerkit.build.jobs import Job
from careerkit.build.outcome import Outcome

if TYPE_CHECKING:
    from careerkit.build.reading import Readers


class Future(Protocol):
    """What a job will have become: the part that is needed of ``concurrent.futures.Future``."""

    def done(self) -> bool:
        """Say whether it is known."""
        ...

    def result(self) -> Outcome:
        """Return it; wait for it if it is not known yet."""
        ...


class Executor(Protocol):
    """Somebody who does jobs. Exceptions are not raised by a job: its outcome tells of them."""

    @property
    def capacity(self) -> int:
        """How many jobs it is of use to hand over before the first is done."""
        ...

    def submit(self, job: Job) -> Future:
        """Have a job done. Jobs of one career are best submitted in a row."""
        ...

    def wait(self, futures: Collection[Future]) -> None:
        """Return when one of some futures, of which there is at least one, is done."""
        ...


@dataclass(frozen=True, slots=True)
class _Known:
    """A future that is done."""

    outcome: Outcome

    def done(self) -> bool:
        """Say that it is."""
        return True

    def result(self) -> Outcome:
        """Return it."""
        return self.outcome


class InProcess:
    """Does each job in this process, when it is submitted."""

    def __init__(self) -> None:
        """Have read nothing yet: that waits for the first job."""
        self._readers: Readers | None = None

    @property
    def capacity(self) -> int:
        """One at a time."""
        return 1

    def __enter__(self) -> Self:
        """Return it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Do nothing: it has nothing to end."""

    def submit(self, job: Job) -> Future:
        """Do a job."""
        return _Known(self.render(job))

    def wait(self, futures: Collection[Future]) -> None:
        """Return at once: all of them are done."""

    def render(self, job: Job) -> Outcome:
        """Do a job, and keep what was read for the next."""
        from careerkit.build.reading import Readers
        from careerkit.build.render import render

        if self._readers is None:
            self._readers = Readers()
        return render(job, self._readers)
