"""Readers of files go in; each is called once, and what it found is told to all who ask for it.

**Why.** A job must tell the same whatever its process has read before: what is wrong with a
language is found when its file is read first, and concerns every career in it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from careerkit.build.findings import Findings, LackingLabel, MissingGlyphs
from careerkit.content.problem import ContentError, Problem, cannot_read

_T = TypeVar("_T")


class Found:
    """What was found while something was read. ``errors`` are by what they hinder: a file, mostly.

    Something may be hindered without a problem of its own, where that is told otherwise.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.errors: dict[Hashable, dict[Problem, None]] = {}
        self.warnings: dict[Problem, None] = {}
        self.lacking: dict[LackingLabel, None] = {}
        self.missing: dict[MissingGlyphs, None] = {}
        self.cannot_read = False

    def hinder(self, what: Hashable, problems: Iterable[Problem] = ()) -> None:
        """Keep what is wrong with something."""
        self.errors.setdefault(what, {}).update(dict.fromkeys(problems))

    def warn(self, problems: Iterable[Problem]) -> None:
        """Keep warnings."""
        self.warnings.update(dict.fromkeys(problems))

    def add(self, other: Found) -> None:
        """Keep what was found elsewhere, too."""
        for what, problems in other.errors.items():
            self.hinder(what, problems)
        self.warnings.update(other.warnings)
        self.lacking.update(other.lacking)
        self.missing.update(other.missing)
        self.cannot_read = self.cannot_read or other.cannot_read

    def findings(self) -> Findings:
        """Return it as plain data, sorted."""
        errors = {problem for problems in self.errors.values() for problem in problems}
        problems = tuple(sorted(errors | self.warnings.keys()))
        return Findings(
            problems,
            tuple(sorted(self.lacking)),
            tuple(sorted(self.missing)),
            self.cannot_read,
        )


class ReadingLog:
    """What was read in a process, each with what was found in reading it.

    What is of one career is held until the next is begun, so that memory does not grow with the
    careers. What a bug hinders from being read is not held.
    """

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._open = [Found()]
        self._held: dict[Hashable, tuple[object, Found]] = {}
        self._held_of_career: dict[Hashable, tuple[object, Found]] = {}
        self._career: Hashable = None

    @property
    def found(self) -> Found:
        """What was found so far in what is being read now."""
        return self._open[-1]

    @contextmanager
    def finding(self) -> Iterator[Found]:
        """Give what is found inside, which is nobody else's."""
        found = Found()
        self._open.append(found)
        try:
            yield found
        finally:
            self._open.pop()

    def begin_career(self, career: Hashable) -> None:
        """Let go of what is of another career."""
        if career != self._career:
            self._held_of_career.clear()
            self._career = career

    def once(self, key: Hashable, read: Callable[[], _T], *, of_career: bool = False) -> _T:
        """Return what a reader gives, called now or before; keep what it found."""
        held = self._held_of_career if of_career else self._held
        if key not in held:
            with self.finding() as found:
                held[key] = read(), found
        value, found = held[key]
        self.found.add(found)
        return value  # type: ignore[return-value]  # a key is always given with the same reader

    @contextmanager
    def collecting(self, what: Hashable, name: str = "") -> Iterator[None]:
        """Keep the problems of what is done inside, which hinder ``what``.

        ``name`` is told of a file that cannot be read, where the system does not say which.
        """
        try:
            yield
        except ContentError as error:
            self.found.hinder(what, error.problems)
        except OSError as error:
            self.found.cannot_read = True
            problem = cannot_read(name or str(what), error, "check that you may read it")
            self.found.hinder(what, [problem])
