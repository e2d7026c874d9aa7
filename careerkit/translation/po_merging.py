"""A catalogue and what a PO file says go in; the catalogue's text with both in it comes out.

Nothing that either has is lost: a translation of a text that the profile does not have is kept as
stale, one left empty or as it was exported changes nothing, and what is doubtful becomes a draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from careerkit.content.catalogue import Catalogue, CatalogueEntry, Key
from careerkit.content.problem import Problem
from careerkit.content.profile import Profile
from careerkit.content.text import fold
from careerkit.content.yaml_mistake import quote
from careerkit.translation.catalogue_text import CatalogueText
from careerkit.translation.comparison import compare, nearest_text
from careerkit.translation.po_file import former_texts
from careerkit.translation.po_reading import PoFile, PoMessage
from careerkit.translation.units import find_units

_HOLE = re.compile(r"\{[A-Za-z_][A-Za-z0-9_]*\}")

_NOBODY = ("FULL NAME", "Automatically generated")  # what gettext's own programs write


@dataclass(frozen=True, slots=True)
class Merged:
    """A catalogue's new text, how many translations were new or changed, and what is doubtful."""

    text: str
    taken: int
    problems: tuple[Problem, ...]


def merge_po(profile: Profile, catalogue: Catalogue, text: str, po: PoFile) -> Merged:
    """Put the translations of a PO file into a catalogue, whose file has ``text``."""
    merging = _Merging(profile, catalogue, text, po)
    merging.run()
    problems = tuple(sorted([*po.problems, *merging.problems]))
    return Merged(merging.changes.text(), merging.taken, problems)


class _Merging:
    """One merge: the catalogue while it is changed, and what has been found doubtful so far."""

    def __init__(self, profile: Profile, catalogue: Catalogue, text: str, po: PoFile) -> None:
        self.profile = profile
        self.catalogue = catalogue
        self.po = po
        self.changes = CatalogueText(text, catalogue)
        self.problems: list[Problem] = []
        self.taken = 0
        self.positions = {entry.key: at for at, entry in enumerate(catalogue.entries)}
        self.found = compare(profile, catalogue)
        self.former = former_texts(self.found)
        self.known = {
            (unit.source, context)
            for unit in find_units(profile)
            for context in ("", *unit.contexts)
        }

    def run(self) -> None:
        """Take over one message after the other, new ones in the order of the profile."""
        self._merge_head()
        waiting = {(fold(one.source), one.context): one for one in self.po.messages}
        anchor = -1
        for message in self.found.messages:
            key = message.source, message.context
            anchor = self.positions.get(key, anchor)
            if key in waiting:
                self._take(waiting.pop(key), key, anchor)
        for key, one in waiting.items():
            if key not in self.positions and key not in self.known and one.target:
                self._warn_unknown(one, key)
            self._take(one, key, len(self.catalogue.entries) - 1)

    def _take(self, message: PoMessage, key: Key, anchor: int) -> None:
        former = self.former.get(key[0])
        if not message.target or (
            message.fuzzy and former is not None and message.target == former.entry.target
        ):
            return
        at = self.positions.get(key)
        entry = self.catalogue.entries[at] if at is not None else None
        changed = dict(self._changes(message, entry))
        if not changed:
            return
        self.taken += 1
        if at is not None:
            self.changes.change(at, changed)
            return
        new = {"source": message.source, "context": message.context or None, **changed}
        self.changes.insert(anchor, new)

    def _changes(
        self, message: PoMessage, entry: CatalogueEntry | None
    ) -> Iterator[tuple[str, str]]:
        """Give what a message says otherwise than its entry; what it does not say, stays."""
        old = entry.target if entry else None
        new_target = old is None or str(old) != message.target
        if new_target:
            yield "target", message.target
        status = message.status
        if new_target and (self._is_doubtful(message) or message.fuzzy):
            status = "draft"
        if status and status != (entry.status if entry else None):
            yield "status", status
        if message.note and fold(message.note) != fold((entry.note or "") if entry else ""):
            yield "note", message.note

    def _is_doubtful(self, message: PoMessage) -> bool:
        lacking = sorted(set(_HOLE.findall(message.source)) - set(_HOLE.findall(message.target)))
        for hole in lacking:
            told = f"{hole} of the source text is missing"
            self._warn(message, told, "it is taken as a draft: put the hole where it belongs")
        if message.fuzzy:
            told = f"{quote(message.source)} is marked as fuzzy"
            self._warn(message, told, "it is taken as a draft: read it again")
        return bool(lacking)

    def _warn_unknown(self, message: PoMessage, key: Key) -> None:
        near = nearest_text(key[0], [source for source, context in self.known if not context])
        told = f"no text of this career reads {quote(message.source)}"
        if message.context:
            told += f" in {quote(message.context)}"
        hint = f"the nearest is {quote(near)}" if near else "it may belong to another career"
        self._warn(message, told, f"it is kept as stale; {hint}")

    def _warn(self, message: PoMessage, told: str, hint: str) -> None:
        self.problems.append(Problem(message.place, "", told, hint, "warning"))

    def _merge_head(self) -> None:
        header = self.po.header
        status = header.get("x-status", "")
        if status in ("draft", "reviewed") and status != self.catalogue.status:
            self.changes.change_head("status", status)
        for name in ("translators", "reviewers"):
            old = [str(person) for person in getattr(self.catalogue, name)]
            told = header.get(f"x-{name}", "").split(";")
            if name == "translators":
                told.append(header.get("last-translator", "").partition("<")[0])
            people = list(dict.fromkeys([*old, *filter(None, map(str.strip, told))]))
            people = [person for person in people if person not in _NOBODY]
            if people != old:
                self.changes.change_head(name, people)
