"""A job goes in; the bytes of a file come out, or why not, and all that was found on the way."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache

from careerkit.build.findings import Findings, MissingGlyphs
from careerkit.build.jobs import Job
from careerkit.build.outcome import Drawn, Outcome
from careerkit.build.reading import Reader, Readers
from careerkit.build.reading_log import Found
from careerkit.content.problem import ContentError, Place, Problem, cannot_read
from careerkit.document.traversal import spans
from careerkit.editions import edition_named
from careerkit.editions.edition import Remark
from careerkit.editions.task import RenderTask
from careerkit.project.bug_report import Bug
from careerkit.typography import FontStack
from careerkit.typography.breaks import find_undivided


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished file: its bytes, and how many pages or slides it has.

    ``warnings`` are about the content, ``missing`` the characters that no font here has and where
    they stand, ``defects`` warnings of what is wrong with the file itself.
    """

    content: bytes
    count: int
    remarks: tuple[Remark, ...] = ()
    warnings: tuple[Problem, ...] = ()
    missing: tuple[tuple[Place, str], ...] = ()
    defects: tuple[Problem, ...] = ()


def render(job: Job, readers: Readers) -> Outcome:
    """Read, translate, lay out, check, draw and look through one file.

    What goes wrong with it concerns no other. A check is the same, but that the bytes are dropped.
    """
    try:
        reader = readers.reader_for(job)
    except OSError as error:
        problem = cannot_read(str(job.target), error, "check that you may read it")
        return Outcome(None, Findings((problem,), cannot_read=True))
    with reader.finding() as found:
        end = _make(job, reader, found)
    _begin_collecting()
    return Outcome(end, found.findings())


def _make(job: Job, reader: Reader, found: Found) -> Drawn | Bug | None:
    """Return what becomes of a job, None if there is an error in something that it needs."""
    bugs: list[Bug] = []
    task, drawing = None, None
    with _keeping_failures(job, reader, bugs):
        task = reader.prepare(job)
    if bugs:
        return bugs[0]
    if task is not None:
        with _keeping_failures(job, reader, bugs):
            drawing = draw_and_look(task)
        with _keeping_failures(job, reader, bugs):
            reader.find_doubts_in(job, task)
    with _keeping_failures(job, reader, bugs):
        reader.find_doubts(job)
    if bugs:
        return bugs[0]
    if drawing is None or not reader.is_sound(job):
        return None
    found.warn((*drawing.warnings, *drawing.defects))
    locale = job.locale.as_posix()
    found.missing.update(dict.fromkeys(MissingGlyphs(locale, *each) for each in drawing.missing))
    return Drawn(None if job.is_check else drawing.content, drawing.count, drawing.remarks)


@contextmanager
def _keeping_failures(job: Job, reader: Reader, bugs: list[Bug]) -> Iterator[None]:
    """Keep what goes wrong inside, so that what else is wrong is looked for too."""
    try:
        yield
    except (ContentError, OSError) as error:
        reader.refuse(job, error)
    except Exception as error:  # noqa: BLE001  # one file's bug is not another's
        bugs.append(Bug.of(error))


def draw_and_look(task: RenderTask) -> Drawing:
    """Draw one file and look through it for defects of the drawing. Raises ContentError."""
    edition = edition_named(task.edition)
    stack = task.library.stack(edition.families(task.theme, task.style))
    texts = [(span.text, span.place) for span in spans(task.document)]
    texts += edition.other_texts(task.document)
    missing = _find_missing(texts, stack)
    drawing = draw(task)
    characters = sorted({character for _, found in missing for character in found})
    defects = edition.inspect(task, drawing.content, characters)
    return replace(
        drawing,
        warnings=(*stack.warnings, *find_undivided(texts), *drawing.warnings),
        missing=missing,
        # The file is of use all the same, and whoever asked for it cannot mend it.
        defects=tuple(replace(problem, severity="warning") for problem in defects),
    )


def draw(task: RenderTask) -> Drawing:
    """Draw one file. Raises ContentError for all that hinders it."""
    prepared = edition_named(task.edition).prepare(task)
    made = prepared.render()
    return Drawing(made.content, made.count, made.remarks, prepared.warnings)


@cache
def _begin_collecting() -> None:
    """Let garbage be collected from now on, but for what is there when a first file is done.

    ``entry.run`` has switched it off for all that is loaded, which stays to the end.
    """
    gc.freeze()
    gc.enable()


def _find_missing(
    texts: Sequence[tuple[str, Place]], stack: FontStack
) -> tuple[tuple[Place, str], ...]:
    """Return the characters of texts that no font here has, by the place of the text."""
    if not stack.missing("".join(text for text, _ in texts)):
        return ()  # as nearly always: texts one by one take much longer
    each = ((place, "".join(stack.missing(text))) for text, place in texts)
    return tuple((place, characters) for place, characters in each if characters)
