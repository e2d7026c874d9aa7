"""Problems and files made go in; lines for people and fields for programs come out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from careerkit.build import Failed, Made
from careerkit.content.problem import Problem


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
    return f"{result.job.target.as_posix()}: {count_of(result.count, _unit(result))}{fresh}"


def result_fields(result: Made | Failed) -> dict[str, object]:
    """Return one file, made or not, as fields for programs."""
    job = result.job
    fields: dict[str, object] = {
        "file": job.target.as_posix(),
        "career": job.career,
        "locale": job.tag,
        "edition": job.edition,
    }
    if isinstance(result, Made):
        return {"event": "made", **fields, f"{_unit(result)}s": result.count, "fresh": result.fresh}
    return {"event": "failed", **fields, "message": result.message, "hint": result.hint}


def sum_up(done: Sequence[Made | Failed], warnings: Sequence[Problem]) -> str:
    """Write a whole run as one line for people."""
    made = [result for result in done if isinstance(result, Made)]
    parts = []
    for edition, unit in (("booklet", "page"), ("deck", "slide")):
        drawn = [result for result in made if result.job.edition == edition and not result.fresh]
        if drawn:
            total = count_of(sum(result.count for result in drawn), unit)
            parts.append(f"{count_of(len(drawn), edition)} made ({total})")
    if fresh := sum(result.fresh for result in made):
        parts.append(f"{count_of(fresh, 'file')} up to date")
    if failed := len(done) - len(made):
        parts.append(f"{count_of(failed, 'file')} not made")
    return ", ".join([*parts, count_problems(warnings)])


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


def _unit(result: Made) -> str:
    return "page" if result.job.edition == "booklet" else "slide"
