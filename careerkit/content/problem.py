"""What is wrong with a file, and where: a problem goes in, one line a teacher can act on comes out.

Every room reports through these types; only ``cli/console.py`` prints them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A position in a text file. Lines and columns count from 1; 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Write the place as compilers do: ``file:line:column``."""
        if not self.line:
            return self.file
        if not self.column:
            return f"{self.file}:{self.line}"
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing a person has to put right, in plain words.

    ``field`` is the dotted path inside the file (``pay[1].high``), empty where there is none.
    ``message`` is lower case without a full stop; ``hint`` says what to do.
    """

    place: Place
    field: str
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        """Write the problem as ``file:line:column: field: what is wrong`` and its hint below."""
        kind = "warning: " if self.severity == "warning" else ""
        field = f"{self.field}: " if self.field else ""
        hint = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{self.place}: {kind}{field}{self.message}{hint}"


def as_written(problem: Problem, own_paths: Mapping[str, str]) -> Problem:
    """Return a problem with the beginning of its field's path, an item's, replaced by its own."""
    item, bracket, rest = problem.field.partition("]")
    return replace(problem, field=f"{own_paths.get(item + bracket, item + bracket)}{rest}")


def warn(place: Place, field: str, message: str, hint: str) -> Problem:
    """Return a problem that is a warning: something suspicious, which hinders nothing."""
    return Problem(place, field, message, hint, "warning")


def reason_of(error: OSError) -> str:
    """Say in the system's own words why a file cannot be read or written."""
    return (error.strerror or str(error)).lower()


def cannot_read(path: str, error: OSError, hint: str) -> Problem:
    """Return the problem of a file that cannot be read; ``path`` is used if the error has none."""
    return Problem(
        Place(str(error.filename or path)), "", f"cannot be read: {reason_of(error)}", hint
    )


class ContentError(Exception):
    """Content, a translation or a layout cannot be used; holds every problem found, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order of their files and lines, each once."""
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type[ContentError], tuple[tuple[Problem, ...]]]:
        """Let the error come whole out of another process."""
        return (type(self), (self.problems,))


class CannotReadError(ContentError):
    """Some file could not be read at all; holds every problem found, like its parent."""
