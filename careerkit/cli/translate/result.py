"""What a command for translators ends with: lines for people, fields for programs, problems."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from careerkit.content.problem import Problem

Fields: TypeAlias = dict[str, object]


@dataclass(frozen=True, slots=True)
class CommandResult:
    """What a command has to say: lines for people, the same as fields for programs, problems.

    ``unwritten`` are the problems of files that could not be read or written, or were left as they
    are.
    """

    lines: tuple[str, ...]
    fields: tuple[Fields, ...]
    problems: tuple[Problem, ...] = ()
    unwritten: tuple[Problem, ...] = ()

    @property
    def failed(self) -> bool:
        """Return whether there is an error among the problems."""
        return any(problem.severity == "error" for problem in self.problems)
