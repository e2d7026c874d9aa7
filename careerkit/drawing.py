"""Sheets (blocks and how they are to look) go in; the bytes of files come out, in the same order.

**Why processes.** Loading ReportLab and python-pptx costs as much as drawing with them. Where a
process can be copied cheaply, one draws booklets while another draws decks, and each loads only
what it needs.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
import traceback
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from careerkit.content.problem import Problem
from careerkit.jobs import Job
from careerkit.layout.blocks import Document, spans
from careerkit.layout.theme import Theme
from careerkit.typography import FontLibrary, FontStack, LocaleStyle

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

# A process that starts afresh has to load everything again, which takes about as long.
_FILES_WORTH_A_FRESH_PROCESS = 6


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file ready to be drawn: its blocks, how they are to look, and the warnings about it.

    ``ingredients`` is the digest of all that goes into the file.
    """

    job: Job
    document: Document
    theme: Theme
    style: LocaleStyle
    fonts: Path
    ingredients: str
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished file: its bytes, and how many pages or slides it has.

    ``defects`` are warnings of what is wrong with the file itself.
    """

    content: bytes
    count: int
    defects: tuple[Problem, ...] = ()


def draw(sheet: Sheet) -> Drawing:
    """Draw one file."""
    target = BytesIO()
    library = open_library(sheet.fonts)
    if sheet.job.edition == "booklet":
        from careerkit.booklet import write_booklet

        count = write_booklet(sheet.document, sheet.theme, sheet.style, library, target)
    else:
        from careerkit.deck import write_deck

        count = write_deck(sheet.document, sheet.theme, sheet.style, library, target)
    # Up to here hardly anything was thrown away, and ``command.run`` had switched it off.
    gc.enable()
    return Drawing(target.getvalue(), count)


def draw_and_look(sheet: Sheet) -> Drawing:
    """Draw one file and look through it for defects of the drawing."""
    drawing = draw(sheet)
    file = sheet.job.target.as_posix()
    if sheet.job.edition == "booklet":
        from careerkit.preflight.booklet_file import preflight_pdf

        # What has no glyph was told before, with its place in the source.
        missing = find_missing_characters(sheet) if sheet.warnings else ()
        page_mm = sheet.theme.booklet.page_mm
        found = preflight_pdf(drawing.content, file=file, page_mm=page_mm, missing=missing)
    else:
        from careerkit.preflight.deck_file import preflight_pptx

        found = preflight_pptx(drawing.content, file=file)
    # The file is of use all the same, and whoever asked for it cannot mend it.
    defects = tuple(replace(problem, severity="warning") for problem in found)
    return replace(drawing, defects=defects)


def draw_all(
    sheets: Sequence[Sheet], processes: int | None = None
) -> Generator[Drawing, None, None]:
    """Draw files by so many processes, this one among them; by default as many as is quickest.

    Closing the generator stops the other processes.
    """
    if processes is None:
        processes = _most_useful(len(sheets))
    processes = max(1, min(processes, len(sheets)))
    if processes == 1:
        yield from map(draw_and_look, sheets)
        return
    helpers: list[BaseProcess] = []
    answers: list[Connection] = []
    try:
        for number in range(1, processes):
            helper, answer = _start_helper(sheets[number::processes])
            helpers.append(helper)
            answers.append(answer)
        for index, sheet in enumerate(sheets):
            number = index % processes
            yield _receive(answers[number - 1]) if number else draw_and_look(sheet)
    finally:
        for helper, answer in zip(helpers, answers, strict=True):
            helper.kill()
            helper.join()
            answer.close()


def font_stack_of(sheet: Sheet) -> FontStack:
    """Return the fonts a file is drawn or measured with, in the order they are asked."""
    families = sheet.style.families
    if sheet.job.edition == "deck":
        families = (sheet.theme.deck.measured_with, *families)
    return open_library(sheet.fonts).stack(families)


def find_missing_characters(sheet: Sheet) -> tuple[str, ...]:
    """Return the characters of a document that no font here has."""
    return font_stack_of(sheet).missing("".join(span.text for span in spans(sheet.document)))


@cache
def open_library(fonts: Path) -> FontLibrary:
    """Return the one library of a process: a word it has shaped need not be shaped again."""
    return FontLibrary(fonts)


def _start_helper(sheets: Sequence[Sheet]) -> tuple[BaseProcess, Connection]:
    from multiprocessing import get_context

    context = get_context("fork") if _can_copy_process() else get_context("spawn")
    answer, helpers_end = context.Pipe(duplex=False)
    helper = context.Process(target=_draw_share, args=(sheets, helpers_end), daemon=True)
    helper.start()
    helpers_end.close()
    return helper, answer


def _draw_share(sheets: Sequence[Sheet], answer: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process sees to the end of all
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for sheet in sheets:
        try:
            answer.send(draw_and_look(sheet))
        except Exception as error:  # noqa: BLE001  # it is raised in the first process
            error.add_note(traceback.format_exc())
            answer.send(error)
            return


def _receive(answer: Connection) -> Drawing:
    received = answer.recv()
    if isinstance(received, Exception):
        raise received
    assert isinstance(received, Drawing)
    return received


def _can_copy_process() -> bool:
    # A copy of a program with threads can hang; macOS has threads of its own in any program.
    return sys.platform == "linux" and threading.active_count() == 1


def _most_useful(files: int) -> int:
    if _can_copy_process():
        return min(len(os.sched_getaffinity(0)), files)
    return min(os.cpu_count() or 1, files // _FILES_WORTH_A_FRESH_PROCESS)
