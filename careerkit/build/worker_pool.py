"""Tasks go in; what became of each comes out in that order, drawn by one process or several.

**Why.** Loading ReportLab and python-pptx takes as long as drawing with them. So where a process
can be copied cheaply, that is done before the arguments are read: by the time a task is laid out,
one helper has loaded what booklets need, and another what decks need. Each is drawn while the next
is being laid out.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self, TypeAlias

from careerkit.build.jobs import Job
from careerkit.build.render import Drawing, Refused, try_to_draw
from careerkit.editions import EDITIONS, edition_named
from careerkit.editions.task import RenderTask
from careerkit.project.bug_report import Bug

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


# A process that starts afresh has to load everything again, which takes about as long.
_FILES_WORTH_A_FRESH_PROCESS = 6
# Tasks that wait for a helper: more would only fill the memory.
_MOST_WAITING = 16
_SECONDS_TO_END = 5.0
# Signals that a process is sent for what it does itself; Windows has fewer of them.
_FAULTS = {
    number
    for name in ("SIGSEGV", "SIGABRT", "SIGBUS", "SIGFPE", "SIGILL")
    if (number := getattr(signal, name, None)) is not None
}


@dataclass(frozen=True, slots=True)
class Lost:
    """The process that drew a file is gone: ended from outside, or by ``fault``, a signal's name.

    A signal that a process brings upon itself is a bug, in this program or in a library.
    """

    fault: str = ""


Outcome: TypeAlias = Drawing | Refused | Bug | Lost


@dataclass(eq=False, slots=True)
class _Order:
    """A task to be drawn, and what has become of it."""

    task: RenderTask
    outcome: Outcome | None = None


class Drawers:
    """Processes that draw files: none besides this one, or as many helpers as are of use.

    Helpers load what their edition asks for as soon as they are started, and wait. Use it as a
    context manager; when that is left, the helpers are stopped, whatever they do.
    """

    def __init__(self) -> None:
        """Have no helpers yet."""
        self._helpers: list[_Helper] = []
        self._orders: deque[_Order] = deque()  # not given back yet
        self._waiting: deque[_Order] = deque()  # not begun yet

    def start_early(self) -> None:
        """Start a helper for each edition before the jobs are known, if another core is idle."""
        if _can_copy_process() and _cores() > 1:
            self._start(*(edition.name for edition in EDITIONS if edition.is_default))

    def engage(self, jobs: Sequence[Job | RenderTask], processes: int | None = None) -> None:
        """Have helpers for these jobs; ``processes`` is by default as many as is quickest."""
        most = _most_useful(len(jobs)) if processes is None else processes
        wanted = [job.edition for job in jobs[:most]]
        # This process draws a single file itself, unless a helper has loaded more by now.
        if processes == 1 or (len(wanted) == 1 and not self._helpers):
            wanted = []
        helpers = []
        for helper in self._helpers:
            if helper.edition in wanted:
                wanted.remove(helper.edition)
                helpers.append(helper)
            else:
                helper.stop()
        self._helpers = helpers
        self._start(*wanted)

    def __enter__(self) -> Self:
        """Return the drawers."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop the helpers."""
        self._stop()

    def begin(self, task: RenderTask) -> None:
        """Have a task drawn as soon as a helper is free; if many wait already, wait for one."""
        order = _Order(task)
        self._orders.append(order)
        if self._helpers:
            self._waiting.append(order)
            self._go_on(seconds=0)
        while self._helpers and len(self._waiting) > _MOST_WAITING:
            self._go_on(seconds=None)

    def take(self, *, wait: bool) -> Outcome | None:
        """Return what became of the first task that was begun and not taken yet.

        Unless it is to be waited for, that is None where a helper still has it. Without helpers
        it is drawn now.
        """
        order = self._orders[0]
        if order.outcome is None and self._helpers:
            self._go_on(seconds=0)
        while wait and order.outcome is None and self._helpers:
            self._go_on(seconds=None)
        if order.outcome is None and not self._helpers:
            self._waiting.clear()
            order.outcome = try_to_draw(order.task)
        if order.outcome is not None:
            self._orders.popleft()
        return order.outcome

    def _start(self, *editions: str) -> None:
        """Start helpers, as many as the system has room for: each can draw every edition."""
        with suppress(OSError):
            for edition in editions:
                self._helpers.append(_Helper(edition))

    def _stop(self) -> None:
        for helper in self._helpers:
            helper.stop()
        self._helpers = []

    def _go_on(self, *, seconds: float | None) -> None:
        """Take what is ready within some seconds, or something at all; give out what waits.

        A helper has one task at a time: with more, both sides could wait for the other to read.
        """
        from multiprocessing.connection import wait

        busy = [helper for helper in self._helpers if helper.order is not None]
        ready = wait([helper.line for helper in busy], seconds)
        for helper in busy:
            if helper.line in ready and not helper.take():
                self._replace(helper)
        loaded = {helper.edition for helper in self._helpers}
        for helper in list(self._helpers):
            if helper.order is None:
                editions = {helper.edition} | ({edition.name for edition in EDITIONS} - loaded)
                mine = [each for each in self._waiting if each.task.edition in editions]
                if mine:
                    self._waiting.remove(mine[0])
                    if not helper.give(mine[0]):
                        self._replace(helper)

    def _replace(self, helper: _Helper) -> None:
        """Have another helper in the place of one that is gone, if it can be had."""
        helper.stop()
        self._helpers.remove(helper)
        self._start(helper.edition)


class _Helper:
    """Another process, which has loaded what one edition needs."""

    def __init__(self, edition: str) -> None:
        from multiprocessing import get_context

        is_copy = _can_copy_process()
        context = get_context("fork") if is_copy else get_context("spawn")
        self.edition = edition
        self.order: _Order | None = None
        self.line, far_end = context.Pipe()
        ends = (far_end, self.line) if is_copy else (far_end,)
        self._process = context.Process(target=_help, args=(edition, *ends), daemon=True)
        try:
            self._process.start()
        except OSError:
            self.line.close()
            raise
        finally:
            far_end.close()

    def give(self, order: _Order) -> bool:
        """Have a task drawn; say whether the process is still there."""
        self.order = order
        try:
            self.line.send(order.task)
        except OSError:
            return self._lose()
        return True

    def take(self) -> bool:
        """Wait for what has become of the task; say whether the process is still there."""
        assert self.order is not None
        try:
            self.order.outcome = self.line.recv()
        except (EOFError, OSError):
            return self._lose()
        self.order = None
        return True

    def _lose(self) -> bool:
        assert self.order is not None
        self._process.join(timeout=_SECONDS_TO_END)
        number = -(self._process.exitcode or 0)
        self.order.outcome = Lost(signal.Signals(number).name if number in _FAULTS else "")
        self.order = None
        return False

    def stop(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.join()
        self.line.close()


def _help(edition: str, line: Connection, other_end: Connection | None = None) -> None:
    # What reaches every process of a terminal the first one answers, and sees to the end of all.
    for name in ("SIGINT", "SIGHUP"):
        if number := getattr(signal, name, None):  # Windows has no SIGHUP
            signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if other_end is not None:
        other_end.close()  # a copy, which would keep the line open were the first process killed
    # What hinders the loading hinders the drawing, and is told of each file.
    with suppress(Exception):
        edition_named(edition).load()
    try:
        while True:
            line.send(try_to_draw(line.recv()))
    except (EOFError, OSError):
        return  # the first process is gone


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
