"""What was found of single files goes in; the problems of a whole run come out, each told once.

Some things are told together: the labels that a language lacks in one line, and the characters of
a language that no font here has, place by place or, where they are many, file by file. So they
travel as data, and are put into words when all is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from careerkit.content.characters import name_character
from careerkit.content.problem import Place, Problem

_FEW_PLACES, _FEW_CHARACTERS = 10, 6


class LackingLabel(NamedTuple):
    """A label that a language lacks: where its labels stand, and the file that has it."""

    labels: Place
    name: str
    lender: str


class MissingGlyphs(NamedTuple):
    """Characters of a text that no font here has; ``locale`` is the file of their language."""

    locale: str
    place: Place
    characters: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What is to be told of one file that was asked for, whatever became of it.

    ``cannot_read`` says that one of the problems is a file that could not be read at all.
    """

    problems: tuple[Problem, ...] = ()
    lacking: tuple[LackingLabel, ...] = ()
    missing: tuple[MissingGlyphs, ...] = ()
    cannot_read: bool = False

    def __bool__(self) -> bool:
        """Say whether there is anything to tell."""
        return bool(self.problems or self.lacking or self.missing)

    @property
    def has_warnings(self) -> bool:
        """Say whether there is a warning among them."""
        return bool(self.missing) or any(each.severity == "warning" for each in self.problems)


NOTHING = Findings()


class Report:
    """The findings of a run, put together as they come."""

    def __init__(self, *, listing: bool = False) -> None:
        """Begin with none; ``listing`` tells each place of a missing glyph."""
        self.cannot_read = False
        self._listing = listing
        self._problems: set[Problem] = set()
        self._lacking: dict[Place, dict[str, str]] = {}
        self._missing: dict[tuple[str, str], dict[Place, set[str]]] = {}

    def add(self, findings: Findings) -> None:
        """Add what was found of a file."""
        self.cannot_read = self.cannot_read or findings.cannot_read
        self._problems.update(findings.problems)
        for label in findings.lacking:
            self._lacking.setdefault(label.labels, {})[label.name] = label.lender
        for locale, place, characters in findings.missing:
            in_file = self._missing.setdefault((locale, place.file), {})
            in_file.setdefault(place, set()).update(characters)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All of them, sorted, each once."""
        lacking = (_tell_lacking(place, names) for place, names in self._lacking.items())
        return tuple(sorted({*self._problems, *lacking, *self._tell_missing()}))

    def _tell_missing(self) -> Iterator[Problem]:
        """Give a warning for each place, or for a file with many: its language has no font here."""
        for (locale, _), places in self._missing.items():
            hint = (
                "write it in words, or put a font that has it into the layouts' fonts folder and"
                f" name it in {locale} under fonts"
            )
            if self._listing or len(places) <= _FEW_PLACES:
                for place, characters in places.items():
                    told = ", ".join(map(name_character, sorted(characters)))
                    yield Problem(place, "", f"missing glyph: {told}", hint, "warning")
                continue
            every = sorted(set().union(*places.values()))
            shown = ", ".join(map(name_character, every[:_FEW_CHARACTERS]))
            more = len(every) - _FEW_CHARACTERS
            told = f"missing glyph in {len(places)} places: {shown}"
            told += f" and {more} more" if more > 0 else ""
            hint = (
                "put a font that has them into the layouts' fonts folder and name it in"
                f" {locale} under fonts; `check --list` gives each"
            )
            yield Problem(min(places), "", told, hint, "warning")


def _tell_lacking(place: Place, lender_by_name: dict[str, str]) -> Problem:
    """Return the problem of a language without labels that others have."""
    many = len(lender_by_name) > 1
    told = f"{len(lender_by_name)} labels are" if many else "a label is"
    files = " and ".join(dict.fromkeys(lender_by_name.values()))
    hint = f"copy {'them' if many else 'it'} from {files}, then translate"
    return Problem(place, "labels", f"{told} missing: {', '.join(lender_by_name)}", hint)
