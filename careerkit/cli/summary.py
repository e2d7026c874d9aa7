"""Problems and files made go in; lines for people and fields for programs come out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from careerkit.build.session import Crashed, Failed, Made, Result, Stopped
from careerkit.content.problem import Problem
from careerkit.editions import EDITIONS, edition_named


def count_of(count: int, noun: str) -> str:
    """Write a number and what it counts: ``1 page``, ``2 pages``."""
    return f"{count} {noun}" + ("" if count == 1 else "s")


def count_problems(problems: Iterable[Problem]) -> str:
    """Write how many errors and warnings there are."""
    severities = [problem.severity for problem in problems]
    found = [
        count_of(severities.count(severity), severity)
        for severity in ("error", "warning")
        if severity in severities
    ]
    return " and ".join(found) or "no problems"


def as_line(result: Made) -> str:
    """Write one file made as a line for people."""
    fresh = ", up to date" if result.fresh else ""
    unit = edition_named(result.job.edition).unit
    measures = [remark.message for remark in result.remarks if remark.is_measure]
    told = ", ".join([count_of(result.count, unit), *measures])
    return f"{result.job.target.as_posix()}: {told}{fresh}"


def remarks_on(result: Made, copies: int | None) -> list[str]:
    """Write what is to be told of a file that is fine; how ``copies`` of it are printed, last."""
    job = result.job
    words = [remark.message for remark in result.remarks if not remark.is_measure]
    how = edition_named(job.edition).instructions(result.count, job.variant, copies or 0)
    return [*words, how] if how else words


def result_fields(result: Result, copies: int | None = None) -> dict[str, object]:
    """Return one file, made or not, as fields for programs."""
    job = result.job
    fields: dict[str, object] = {
        "file": job.target.as_posix(),
        "career": job.career,
        "locale": job.tag,
        "edition": job.edition,
    }
    match result:
        case Made():
            counted = {f"{edition_named(job.edition).unit}s": result.count, "fresh": result.fresh}
            remarks = remarks_on(result, copies)
            told = {"remarks": remarks} if remarks else {}
            more = {name: value for each in result.remarks for name, value in each.fields}
            return {"event": "made", **fields, **counted, **told, **more}
        case Stopped():
            return {"event": "stopped", **fields}
        case Failed():
            return {"event": "failed", **fields, "message": result.message, "hint": result.hint}
        case Crashed():
            return {"event": "crashed", **fields, "message": result.bug.words}


def sum_up(done: Sequence[Result], problems: Sequence[Problem], *, strict: bool = False) -> str:
    """Write a whole build as one line for people."""
    made = [result for result in done if isinstance(result, Made)]
    parts = []
    for edition in EDITIONS:
        drawn = [
            result for result in made if result.job.edition == edition.name and not result.fresh
        ]
        if drawn:
            total = count_of(sum(result.count for result in drawn), edition.unit)
            parts.append(f"{count_of(len(drawn), edition.noun)} made ({total})")
    if fresh := sum(result.fresh for result in made):
        parts.append(f"{count_of(fresh, 'file')} up to date")
    counted = _count_all(done, problems, strict=strict)
    if problems and not made:
        return f"{counted}; nothing was made"
    if missed := len(done) - len(made):
        parts.append(f"{count_of(missed, 'file')} not made")
    if problems or not missed or any(isinstance(result, Crashed) for result in done):
        parts.append(counted)
    return ", ".join(parts)


def sum_up_check(done: Sequence[Result], problems: Sequence[Problem], *, strict: bool) -> str:
    """Write a whole check as one line for people."""
    careers = count_of(len({result.job.career for result in done}), "career")
    languages = count_of(len({result.job.tag for result in done}), "language")
    told = f"checked {careers} in {languages}: {_count_all(done, problems, strict=strict)}"
    missed = sum(not isinstance(result, Made) for result in done)
    return f"{told}; {missed} of {count_of(len(done), 'file')} cannot be made" if missed else told


def _count_all(done: Sequence[Result], problems: Sequence[Problem], *, strict: bool) -> str:
    """Write how many problems there are and how many bugs, and what makes warnings count."""
    parts = [count_problems(problems)]
    if bugs := sum(isinstance(result, Crashed) for result in done):
        parts.append(count_of(bugs, "bug"))
    if strict and any(problem.severity == "warning" for problem in problems):
        parts.append("and --strict was given")
    return ", ".join(parts)


def problem_fields(problem: Problem) -> dict[str, object]:
    """Return a problem as fields for programs."""
    return {
        "event": "problem",
        "severity": problem.severity,
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "field": problem.field,
        "message": problem.message,
        "hint": problem.hint,
    }
