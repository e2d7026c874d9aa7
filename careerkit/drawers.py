"""Sheets go in; finished files come out, in the same order, drawn by one process or several.

**Why.** Loading ReportLab and python-pptx takes as long as drawing with them. So where a process
can be copied cheaply, that is done before the content is read: by the time a sheet is laid out, one
helper has loaded what booklets need, and another what decks need.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import traceback
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Self

from careerkit.drawing import Drawing, Sheet, draw_and_look, load_writer
from careerkit.jobs import Job

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from careerkit.layout import Edition

# A process that starts afresh has to load everything again, which takes about as long.
_FILES_WORTH_A_FRESH_PROCESS = 6


class Drawers:
    """Processes that draw files: none besides this one, or as many helpers as are of use.

    Helpers start at once, load what the jobs ask for, and wait. Use it as a context manager; when
    that is left, the helpers are stopped, whatever they do.
    """

    def __init__(self, jobs: Sequence[Job], processes: int | None = None) -> None:
        """Start helpers for these jobs; ``processes`` is by default as many as is quickest."""
        if processes is None:
            processes = _most_useful(len(jobs))
        processes = min(processes, len(jobs))
        editions = [job.edition for job in jobs[:processes]] if processes > 1 else []
        self._helpers = [_Helper(edition) for edition in editions]

    def __enter__(self) -> Self:
        """Return the drawers."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop the helpers."""
        for helper in self._helpers:
            helper.stop()

    def draw_all(self, sheets: Sequence[Sheet]) -> Iterator[Drawing]:
        """Draw files, giving each in its turn. Problems and bugs met on the way are raised."""
        if not self._helpers:
            yield from map(draw_and_look, sheets)
            return
        shares: dict[_Helper, list[Sheet]] = {helper: [] for helper in self._helpers}
        order = []
        for sheet in sheets:
            loaded = [helper for helper in shares if helper.edition == sheet.job.edition]
            helper = min(loaded or shares, key=lambda one: len(shares[one]))
            shares[helper].append(sheet)
            order.append(helper)
        for helper, share in shares.items():
            helper.give(share)
        for helper in order:
            yield helper.take()


class _Helper:
    """Another process, which has loaded what one edition needs."""

    def __init__(self, edition: Edition) -> None:
        from multiprocessing import get_context

        context = get_context("fork") if _can_copy_process() else get_context("spawn")
        self.edition = edition
        self._line, far_end = context.Pipe()
        self._process = context.Process(target=_help, args=(edition, far_end), daemon=True)
        self._process.start()
        far_end.close()

    def give(self, sheets: Sequence[Sheet]) -> None:
        """Hand over all that it is to draw."""
        self._line.send(sheets)

    def take(self) -> Drawing:
        """Wait for the next file."""
        received = self._line.recv()
        if isinstance(received, Exception):
            raise received
        assert isinstance(received, Drawing)
        return received

    def stop(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.join()
        self._line.close()


def _help(edition: Edition, line: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process sees to the end of all
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        load_writer(edition)
        for sheet in line.recv():
            line.send(draw_and_look(sheet))
    except Exception as error:  # noqa: BLE001  # it is raised in the first process
        error.add_note(traceback.format_exc())
        line.send(error)


def _can_copy_process() -> bool:
    # A copy of a program with threads can hang; macOS has threads of its own in any program.
    return sys.platform == "linux" and threading.active_count() == 1


def _most_useful(files: int) -> int:
    if _can_copy_process():
        return min(len(os.sched_getaffinity(0)), files)
    return min(os.cpu_count() or 1, files // _FILES_WORTH_A_FRESH_PROCESS)
