"""A profile goes in; its translation units come out, each with its place and its kind.

A unit is a paragraph or a list item: a text with blank lines in it gives one a paragraph, with line
breaks folded into spaces. What is the same in every language (codes, addresses) gives none. A name,
of a tool or a source, is a unit that only an entry with its context translates: "Docker" stays, and
a catalogue may have a word for a voltage tester.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from careerkit.content.models.content_model import Stays, walk_texts
from careerkit.content.models.profile import CareerFile
from careerkit.content.problem import Place
from careerkit.content.text import Text, fold

_POSITION = re.compile(r"\[[0-9]+\]")

# What a slide takes without going on to a next one: characters of two lines of its shape.
_MAX_LENGTHS = {
    "title": 60,
    "tagline": 180,
    "daily_tasks.short": 30,
    "daily_tasks.task": 110,
    "employers.name": 110,
    "facts.label": 80,
    "facts.value": 24,
    "may_not_suit.because": 160,
    "people.name": 110,
    "pay.level": 40,
    "pay.region": 50,
    "promise": 90,
    "resources.title": 80,
    "roadmap.actions.action": 80,
    "roadmap.ages": 30,
    "roadmap.stage": 50,
    "skills.name": 110,
    "suits": 160,
}


@dataclass(frozen=True, slots=True)
class Unit:
    """One text to translate. ``kind`` is its path without positions: ``daily_tasks.task``.

    ``optional`` ones need no translation: they have no words, another text can stand for them, or
    ``is_name`` says that they are names.
    """

    text: Text
    path: str
    kind: str
    optional: bool = False
    is_name: bool = False

    @property
    def source(self) -> str:
        """The text as catalogues name it."""
        return fold(self.text)

    @property
    def place(self) -> Place:
        """Where it stands in the profile."""
        return self.text.place

    @property
    def max_length(self) -> int | None:
        """How many characters fit where a slide has little room; None where there is enough."""
        return _MAX_LENGTHS.get(self.kind)

    @property
    def contexts(self) -> tuple[str, ...]:
        """What an entry's ``context`` may say to mean this unit, the most exact first."""
        named = contexts_of(self.kind)
        return named if self.is_name else (*named, "")


def contexts_of(kind: str) -> tuple[str, ...]:
    """Return the ways to name a kind: ``daily_tasks.task``, ``task``, ``daily_tasks``."""
    parts = kind.split(".")
    ends = [".".join(parts[start:]) for start in range(len(parts))]
    beginnings = [".".join(parts[:end]) for end in range(len(parts) - 1, 0, -1)]
    return tuple(dict.fromkeys([*ends, *beginnings]))


def kind_of(path: str) -> str:
    """Return the kind of the text at a path."""
    return _POSITION.sub("", path)


def units_of(text: Text, path: str, stays: Stays) -> Iterator[Unit]:
    """Yield the units of one text, none of what is verbatim."""
    if stays == "verbatim":
        return
    kind = kind_of(path)
    is_name = stays == "name"
    for paragraph in text.paragraphs:
        # Where nothing is said, the translated title does for a title with its article.
        optional = is_name or kind == "indefinite" or not any(map(str.isalpha, paragraph))
        yield Unit(paragraph, path, kind, optional, is_name)


def find_units(profile: CareerFile) -> tuple[Unit, ...]:
    """Return the units of a profile in the order of its fields."""
    return tuple(
        unit for path, text, stays in walk_texts(profile) for unit in units_of(text, path, stays)
    )
