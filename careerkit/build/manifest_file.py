"""The bytes of a manifest go in; what it says of each file comes out, and the other way round.

A manifest may come from a stranger, and what it says is told and acted upon: whatever is not as
this module writes it is passed over, and the file that it speaks of is made again.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from careerkit.build.findings import NOTHING, Findings, MissingGlyphs
from careerkit.content.problem import Place, Problem
from careerkit.editions.edition import Remark, Unit

VERSION = 2

_MOST_BYTES = 64 << 20
_MOST_LETTERS, _MOST_FINDINGS, _MOST_COUNT, _MOST_DEPTH = 10_000, 10_000, 10_000_000, 4
# A file that is named may be taken away.
_NAME = re.compile(r"(?!\.)[^/\\:]+/(?!\.)[^/\\:]+\.(pdf|pptx)")
_DIGEST = re.compile(r"[0-9a-f]{64}|")
_FIELD = re.compile(r"[a-z][a-z_]{0,40}")
# What would move the cursor of a terminal, or begin a line of its own.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# What a program is told of every file that was made, its count among it.
_UNITS = tuple(f"{unit}s" for unit in get_args(Unit))
_FIELDS_OF_ALL = frozenset(
    {"event", "file", "career", "locale", "edition", "fresh", "remarks", *_UNITS}
)


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file made: the digests of what went in and of what came out, its pages or slides.

    ``profile`` and ``locale`` are the files it was made from, as seen from the output folder.
    ``findings`` are what was told of it, where the files were called as ``called`` has it.
    """

    ingredients: str
    content: str
    count: int
    profile: str
    locale: str
    called: str = ""
    findings: Findings = NOTHING
    remarks: tuple[Remark, ...] = ()


class _Wrong(Exception):  # noqa: N818  # it is not raised out of this module
    """Something is not as it was written."""


def read_manifest(path: Path) -> dict[str, MadeFile]:
    """Return what a manifest says, by the names of the files. What cannot be read says nothing."""
    try:
        if not path.is_file() or path.stat().st_size > _MOST_BYTES:
            return {}
        raw = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}  # everything is made again, which is always right
    if not isinstance(raw, dict):
        return {}
    version = raw.get("version", 1)
    if version == 1:
        return dict(_read_files_of_version_1(raw))
    files, problems = raw.get("files"), raw.get("problems")
    if version != VERSION or not isinstance(files, dict) or not isinstance(problems, list):
        return {}
    known = [_try_problem(each) for each in problems]
    return dict(_read_files(files, known))


def write_manifest(files: Mapping[str, MadeFile]) -> str:
    """Return the text of a manifest: one file a line, one problem a line, each told once."""
    every = sorted({each for made in files.values() for each in made.findings.problems})
    number_of = {problem: number for number, problem in enumerate(every)}
    problems = ",\n".join(json.dumps(_problem_fields(each)) for each in every)
    lines = ",\n".join(
        f"{json.dumps(name)}: {json.dumps(_file_fields(made, number_of))}"
        for name, made in sorted(files.items())
    )
    head = f'{{"version": {VERSION},\n"problems": [\n{problems}\n],\n"files": {{\n'
    return f"{head}{lines}\n}}}}\n"


def _problem_fields(problem: Problem) -> list[object]:
    place = problem.place
    where = place.file, place.line, place.column
    return [*where, problem.field, problem.message, problem.hint, problem.severity]


def _file_fields(made: MadeFile, number_of: Mapping[Problem, int]) -> list[object]:
    missing = [
        [one.locale, one.place.file, one.place.line, one.place.column, one.characters]
        for one in made.findings.missing
    ]
    return [
        *(made.ingredients, made.content, made.count, made.profile, made.locale, made.called),
        [number_of[problem] for problem in made.findings.problems],
        missing,
        [[one.message, one.is_measure, *map(list, one.fields)] for one in made.remarks],
    ]


def _read_files_of_version_1(raw: Mapping[str, object]) -> Iterator[tuple[str, MadeFile]]:
    """Give the files of a manifest that has no warnings: all are made again, none is forgotten."""
    for name, fields in raw.items():
        try:
            _ingredients, content, count, profile, locale = _list(fields, 5)
            made = MadeFile("", _digest(content), _number(count), _words(profile), _words(locale))
        except (_Wrong, ValueError):
            continue
        if _NAME.fullmatch(name):
            yield name, made


def _read_files(
    raw: Mapping[str, object], problems: list[Problem | None]
) -> Iterator[tuple[str, MadeFile]]:
    for name, fields in raw.items():
        try:
            ingredients, content, count, profile, locale, called, told, missing, remarks = _list(
                fields, 9
            )
            findings = Findings(
                tuple(_problem_of(number, problems) for number in _list(told)),
                missing=tuple(map(_missing, _list(missing))),
            )
            made = MadeFile(
                _digest(ingredients),
                _digest(content),
                _number(count),
                _words(profile),
                _words(locale),
                _words(called),
                findings,
                tuple(map(_remark, _list(remarks))),
            )
        except (_Wrong, ValueError):
            continue
        if _NAME.fullmatch(name):
            yield name, made


def _try_problem(raw: object) -> Problem | None:
    try:
        file, line, column, field, message, hint, severity = _list(raw, 7)
        place = Place(_words(file), _number(line), _number(column))
        if severity == "error":
            return Problem(place, _words(field), _words(message), _words(hint))
        if severity == "warning":
            return Problem(place, _words(field), _words(message), _words(hint), "warning")
    except (_Wrong, ValueError):
        return None
    return None


def _problem_of(number: object, problems: list[Problem | None]) -> Problem:
    index = _number(number)
    problem = problems[index] if index < len(problems) else None
    if problem is None:
        raise _Wrong
    return problem


def _missing(raw: object) -> MissingGlyphs:
    locale, file, line, column, characters = _list(raw, 5)
    if not isinstance(characters, str) or len(characters) > _MOST_LETTERS:
        raise _Wrong  # they are told by their numbers and names, and may be anything
    place = Place(_words(file), _number(line), _number(column))
    return MissingGlyphs(_words(locale), place, characters)


def _remark(raw: object) -> Remark:
    message, is_measure, *fields = _list(raw)
    if not isinstance(is_measure, bool):
        raise _Wrong
    return Remark(_words(message), tuple(map(_field, fields)), is_measure=is_measure)


def _field(raw: object) -> tuple[str, object]:
    name, value = _list(raw, 2)
    if not isinstance(name, str) or not _FIELD.fullmatch(name) or name in _FIELDS_OF_ALL:
        raise _Wrong
    return name, _value(value)


def _value(value: object, depth: int = 0) -> object:
    if isinstance(value, float) and not math.isfinite(value):
        raise _Wrong  # JSON has no such number, and programs read what is told of it
    if value is None or isinstance(value, bool | int | float):
        return value
    if depth > _MOST_DEPTH:
        raise _Wrong
    if isinstance(value, list):
        return tuple(_value(each, depth + 1) for each in _list(value))
    if isinstance(value, dict):
        return {_words(name): _value(each, depth + 1) for name, each in value.items()}
    return _words(value)


def _list(value: object, length: int | None = None) -> list[object]:
    if not isinstance(value, list) or len(value) > _MOST_FINDINGS:
        raise _Wrong
    if length is not None and len(value) != length:
        raise _Wrong
    return value


def _words(value: object) -> str:
    if not isinstance(value, str) or len(value) > _MOST_LETTERS or _CONTROL.search(value):
        raise _Wrong
    return value


def _digest(value: object) -> str:
    if not isinstance(value, str) or not _DIGEST.fullmatch(value):
        raise _Wrong
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _MOST_COUNT:
        raise _Wrong
    return value
