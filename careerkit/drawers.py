"""Sheets go in; finished files come out, in the same order, drawn by one process or several.

**Why.** Loading ReportLab and python-pptx takes as long as drawing with them. So where a process
can be copied cheaply, that is done before the arguments are read: by the time a sheet is laid out,
one helper has loaded what booklets need, and another what decks need. Each is drawn while the next
is being laid out.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self, TypeVar

from careerkit.drawing import Drawing, Sheet, draw_and_look, load_writer
from careerkit.jobs import Job

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from careerkit.layout import Edition

# A process that starts afresh has to load everything again, which takes about as long.
_FILES_WORTH_A_FRESH_PROCESS = 6

_Given = TypeVar("_Given")
_Found = TypeVar("_Found")


@dataclass(eq=False, slots=True)
class _Order:
    """A sheet to be drawn, and what has become of it."""

    sheet: Sheet
    result: Drawing | Exception | None = None


class Drawers:
    """Processes that draw files: none besides this one, or as many helpers as are of use.

    Helpers load what their edition asks for as soon as they are started, and wait. Use it as a
    context manager; when that is left, the helpers are stopped, whatever they do.
    """

    def __init__(self) -> None:
        """Have no helpers yet."""
        self._helpers: list[_Helper] = []
        self._orders: list[_Order] = []  # not given back yet
        self._waiting: list[_Order] = []  # not begun yet

    def start_early(self) -> None:
        """Start a helper for each edition before the jobs are known, if another core is idle."""
        if _can_copy_process() and _cores() > 1:
            self._start("booklet", "deck")

    def engage(self, jobs: Sequence[Job], processes: int | None = None) -> None:
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

    def begin(self, sheet: Sheet) -> None:
        """Have a sheet drawn as soon as a helper is free.

        Raises ChildProcessError, as ``finish`` does, if a helper was ended from outside.
        """
        order = _Order(sheet)
        self._orders.append(order)
        if self._helpers:
            self._waiting.append(order)
            self._go_on(seconds=0)

    def finish(self) -> Iterator[Drawing]:
        """Give what was begun, in that order. Problems and bugs met on the way are raised."""
        while self._orders:
            order = self._orders.pop(0)
            if not self._helpers:
                order.result = draw_and_look(order.sheet)
            while order.result is None:
                self._go_on(seconds=None)
            if isinstance(order.result, Exception):
                raise order.result
            yield order.result

    def _start(self, *editions: Edition) -> None:
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

        A helper has one sheet at a time: with more, both sides could wait for the other to read.
        """
        from multiprocessing.connection import wait

        busy = [helper for helper in self._helpers if helper.order is not None]
        ready = wait([helper.line for helper in busy], seconds)
        for helper in busy:
            if helper.line in ready:
                helper.take()
        loaded = {helper.edition for helper in self._helpers}
        for helper in self._helpers:
            if helper.order is None:
                editions = {helper.edition} | ({"booklet", "deck"} - loaded)
                mine = [each for each in self._waiting if each.sheet.job.edition in editions]
                if mine:
                    self._waiting.remove(mine[0])
                    helper.give(mine[0])


class _Helper:
    """Another process, which has loaded what one edition needs."""

    def __init__(self, edition: Edition) -> None:
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

    def give(self, order: _Order) -> None:
        """Have a sheet drawn."""
        self.order = order
        with _line_held(order):
            self.line.send(order.sheet)

    def take(self) -> None:
        """Wait for what has become of the sheet."""
        assert self.order is not None
        with _line_held(self.order):
            self.order.result = self.line.recv()
        self.order = None

    def stop(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.join()
        self.line.close()


@contextmanager
def _line_held(order: _Order) -> Iterator[None]:
    """Say of a line that breaks off what it means: the process at its far end is gone."""
    try:
        yield
    except (EOFError, OSError) as error:
        file = order.sheet.job.target.as_posix()
        raise ChildProcessError(
            f"{file}: the process that drew it was ended from outside"
        ) from error


def _help(edition: Edition, line: Connection, other_end: Connection | None = None) -> None:
    # What reaches every process of a terminal the first one answers, and sees to the end of all.
    for name in ("SIGINT", "SIGHUP"):
        if number := getattr(signal, name, None):  # Windows has no SIGHUP
            signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if other_end is not None:
        other_end.close()  # a copy, which would keep the line open were the first process killed
    loading = _attempt(load_writer, edition)
    try:
        while True:
            sheet = line.recv()
            failed = isinstance(loading, Exception)
            line.send(loading if failed else _attempt(draw_and_look, sheet))
    except (EOFError, OSError):
        return  # the first process is gone


def _attempt(action: Callable[[_Given], _Found], given: _Given) -> _Found | Exception:
    """Return what an action gives, or the error it raises, which the first process then raises."""
    try:
        return action(given)
    except Exception as error:  # noqa: BLE001  # it is raised elsewhere
        error.add_note(traceback.format_exc())
        return error


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
