"""Problems of one file go in; the same come out, many of one kind summed up in one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from careerkit.content.problem import Place, Problem, warn

_FEW_OF_A_KIND = 5


class GroupedProblems:
    """Problems of one file while they are found, by what kind they are."""

    def __init__(self, others: Iterable[Problem] = ()) -> None:
        """Begin with problems that are given as they are."""
        self.count = 0
        self._others = tuple(others)
        self._by_kind: dict[str, list[Problem]] = {}

    def add(self, kind: str, problem: Problem) -> None:
        """Take a problem; its kind is one word for it."""
        self.count += 1
        self._by_kind.setdefault(kind, []).append(problem)

    def warn(self, kind: str, place: Place, message: str, hint: str) -> None:
        """Take a warning; many of one kind are summed up in one, those of no kind are not."""
        self.add(kind or str(place), warn(place, "", message, hint))

    def first(self) -> Problem:
        """Return the first problem in the file, of those of a kind; there is one at least."""
        return min(one for many in self._by_kind.values() for one in many)

    def summed_up(self) -> tuple[Problem, ...]:
        """Return the problems in their order, the first of many with how many they are."""
        few = [one for many in self._by_kind.values() for one in _as_few(many)]
        return tuple(sorted([*self._others, *few]))


def _as_few(many: list[Problem]) -> list[Problem]:
    if len(many) <= _FEW_OF_A_KIND:
        return many
    first, last = min(many), max(many)
    more = f"and the like in {len(many) - 1} other places, down to line {last.place.line}"
    return [replace(first, message=f"{first.message}, {more}")]
