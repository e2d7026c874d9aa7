"""A profile and its catalogue go in; what is translated, missing and stale comes out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerkit.content.models.profile import CareerFile
from careerkit.content.text import Text
from careerkit.translation.catalogues.units import Unit, find_units

if TYPE_CHECKING:
    from careerkit.content.models.catalogue import Catalogue, CatalogueEntry, Key

_NEAR = 0.5
_FEW_WORDS = 4


@dataclass(frozen=True, slots=True)
class Message:
    """A source text to translate once, and the units it stands for. ``context`` may be empty."""

    context: str
    units: tuple[Unit, ...]
    entry: CatalogueEntry | None = None

    @property
    def source(self) -> str:
        """The text as catalogues name it."""
        return self.units[0].source

    @property
    def target(self) -> Text | None:
        """The translation, if there is one."""
        return self.entry.target if self.entry else None


@dataclass(frozen=True, slots=True)
class Stale:
    """An entry whose source text the profile no longer has, and the text nearest to it there."""

    entry: CatalogueEntry
    nearest: Message | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a catalogue has of a profile: ``messages`` in the profile's order, ``stale`` entries."""

    messages: tuple[Message, ...]
    stale: tuple[Stale, ...]

    @property
    def translated(self) -> tuple[Message, ...]:
        """The texts that have a translation."""
        return tuple(message for message in self.messages if message.target)

    @property
    def missing(self) -> tuple[Message, ...]:
        """The texts that have none."""
        return tuple(message for message in self.messages if not message.target)


class CatalogueIndex:
    """The entries of a catalogue by source text and context."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Take the entries of a catalogue."""
        self.catalogue = catalogue
        self._entries: dict[Key, CatalogueEntry] = {entry.key: entry for entry in catalogue.entries}

    def find(self, unit: Unit) -> CatalogueEntry | None:
        """Return the entry for a unit: that of its context first, then that of any."""
        source = unit.source
        for context in unit.contexts:
            if (entry := self._entries.get((source, context))) is not None:
                return entry
        return None


def compare(profile: CareerFile, catalogue: Catalogue | None) -> Comparison:
    """Return what a catalogue has of a profile, and what it has beside it."""
    index = CatalogueIndex(catalogue) if catalogue else None
    grouped: dict[Key, list[Unit]] = {}
    entries: dict[Key, CatalogueEntry | None] = {}
    for unit in find_units(profile):
        entry = index.find(unit) if index else None
        if entry is None and unit.optional:
            continue
        key = entry.key if entry else (unit.source, "")
        grouped.setdefault(key, []).append(unit)
        entries[key] = entry
    messages = tuple(Message(key[1], tuple(units), entries[key]) for key, units in grouped.items())
    open_messages = [message for message in messages if not message.target]
    stale = tuple(
        Stale(entry, _nearest(entry.key[0], open_messages))
        for entry in (catalogue.entries if catalogue else ())
        if entry.key not in grouped
    )
    return Comparison(messages, stale)


def nearest_text(text: str, others: Iterable[str]) -> str | None:
    """Return the text most like another, if one is at least half like it."""
    from difflib import SequenceMatcher

    best, found = _NEAR, None
    for other in others:
        matcher = SequenceMatcher(None, *_parts(text, other), autojunk=False)
        if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best:
            ratio = matcher.ratio()
            if ratio > best:
                best, found = ratio, other
    return found


def _parts(one: str, other: str) -> tuple[Sequence[str], Sequence[str]]:
    """Compare sentences by their words, and a few words by their letters."""
    words, other_words = one.split(), other.split()
    if min(len(words), len(other_words)) < _FEW_WORDS:
        return one, other
    return words, other_words


def _nearest(source: str, messages: Sequence[Message]) -> Message | None:
    by_source = {message.source: message for message in messages}
    found = nearest_text(source, by_source)
    return by_source[found] if found is not None else None
