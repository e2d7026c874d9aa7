"""A catalogue and what a PO file says go in; the catalogue's text with both in it comes out.

Nothing that either has is lost. A translation of a text that the profile does not have is kept as
stale; one left empty, or as it was exported, changes nothing; what is suspicious becomes a draft.
One that a person has reviewed here, or changed here since the export, stays unless it is forced,
and what the PO file has for it is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from careerkit.content.excerpt import quote
from careerkit.content.models.catalogue import Catalogue, CatalogueEntry, Key
from careerkit.content.models.credit import Status
from careerkit.content.models.profile import CareerFile
from careerkit.content.problem import ContentError, Problem
from careerkit.content.text import Text, fold
from careerkit.translation.catalogues.catalogue_text import CatalogueText
from careerkit.translation.catalogues.comparison import compare, nearest_text
from careerkit.translation.catalogues.units import find_units
from careerkit.translation.po.grouped_problems import GroupedProblems
from careerkit.translation.po.reading import PoFile, PoMessage
from careerkit.translation.po.writing import mark_of

_HOLE = re.compile(r"\{[A-Za-z_][A-Za-z0-9_]*\}")
_SAME_BEGINNING = re.compile(r"(?s)(.{16,}\s)(.*)\n\1(.*)")

_MANY = 20
_NOBODY = ("FULL NAME", "Automatically generated")  # what gettext's own programs write


@dataclass(frozen=True, slots=True)
class Merged:
    """A catalogue's new text and what is suspicious.

    ``taken`` is how many translations were new or changed, ``kept`` how many stayed although the
    PO file has another.
    """

    text: str
    taken: int
    kept: int
    problems: tuple[Problem, ...]


def merge_po(
    profile: CareerFile, catalogue: Catalogue, text: str, po: PoFile, *, force: bool = False
) -> Merged:
    """Put the translations of a PO file into a catalogue, whose file has ``text``.

    ``force`` lets them replace what was reviewed or changed here, and believes what the file says
    of their review. Raises ContentError for a long file without a text of this career.
    """
    merging = _Merging(profile, catalogue, text, po, force=force)
    merging.run()
    problems = merging.problems.summed_up()
    return Merged(merging.changes.text(), merging.taken, merging.kept, problems)


class _Merging:
    """One merge: the catalogue while it is changed, and what has been found suspicious so far."""

    def __init__(
        self, profile: CareerFile, catalogue: Catalogue, text: str, po: PoFile, *, force: bool
    ) -> None:
        self.catalogue = catalogue
        self.po = po
        self.force = force
        self.changes = CatalogueText(text, catalogue)
        self.problems = GroupedProblems(po.problems)
        self.taken = self.kept = 0
        self.waiting = {(fold(one.source), one.context): one for one in po.messages}
        self.status = self._find_status()
        self.positions = {entry.key: at for at, entry in enumerate(catalogue.entries)}
        self.found = compare(profile, catalogue)
        self.targets = {fold(entry.target) for entry in catalogue.entries if entry.target}
        self.known = {
            (unit.source, context) for unit in find_units(profile) for context in unit.contexts
        }

    def run(self) -> None:
        """Take over one message after the other, new ones in the order of the profile."""
        self._refuse_other_career()
        self._merge_head()
        waiting = dict(self.waiting)
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
        at = self.positions.get(key)
        entry = self.catalogue.entries[at] if at is not None else None
        if not message.target or self._is_as_exported(message, entry):
            return
        old = entry.target if entry else None
        if old is not None and not _same(old, message.target):
            told = f"the translation of {quote(message.source)}"
            if self._is_kept(message, entry, told, old, message.target):
                return
        changed = dict(self._changes(message, entry))
        if not changed:
            return
        self.taken += 1
        if old is not None and "target" in changed and not message.mark and not self.force:
            told = f"the translation of {quote(message.source)} was {quote(old)} ({old.place})"
            hint = "drafts are replaced by a file that does not say what it was exported from"
            self.problems.warn("replaced", message.place, told, hint)
        if at is not None:
            self.changes.change(at, changed)
            return
        new = {"source": message.source, "context": message.context or None, **changed}
        self.changes.insert(anchor, new)

    def _is_as_exported(self, message: PoMessage, entry: CatalogueEntry | None) -> bool:
        """Return whether a message is as exported, and the catalogue has the same or newer."""
        if entry is not None and entry.target is not None and message.mark and not message.edited:
            return True
        # A fuzzy one was exported with what stands here for a text that reads almost the same.
        return message.fuzzy and not message.edited and fold(message.target) in self.targets

    def _is_kept(
        self, message: PoMessage, entry: CatalogueEntry | None, what: str, old: Text, new: str
    ) -> bool:
        """Report a text that stays although the PO file has another, if it does."""
        if entry is None or self.force:
            return False
        if self.catalogue.status_of(entry) == "reviewed":
            reason = "is reviewed"
        elif _is_changed_since(message, entry):
            reason = "has changed since this file was exported"
        else:
            return False
        self.kept += 1
        shown, shown_new = _show_both(old, new)
        told = f"{what} {reason} and stays {shown} ({old.place}), not {shown_new}"
        hint = "if this one is better, write it there, or import with --force"
        self.problems.warn("", message.place, told, hint)
        return True

    def _changes(
        self, message: PoMessage, entry: CatalogueEntry | None
    ) -> Iterator[tuple[str, str]]:
        """Yield what a message says otherwise than its entry; what it does not say, stays."""
        old = entry.target if entry else None
        own = entry.status if entry else None
        now = own or self.status
        if old is None or not _same(old, message.target):
            yield "target", message.target
            told: Status | None = "draft" if self._is_doubtful(message) else message.status
            status = told or self._status_by_head(message)
            if status != (own if told else now):
                yield "status", status
        elif now == "draft" and self._confirms(message, entry):
            yield "status", "reviewed"
        note = entry.note if entry else None
        if message.note and (note is None or not _same(note, message.note)):
            told_note = f"the note on {quote(message.source)}"
            if note is None or not self._is_kept(message, entry, told_note, note, message.note):
                yield "note", message.note

    def _confirms(self, message: PoMessage, entry: CatalogueEntry | None) -> bool:
        """Return whether a message that has the same translation says that it is reviewed."""
        if message.fuzzy or _is_changed_since(message, entry):
            return False
        return (message.status or self._status_by_head(message)) == "reviewed"

    def _status_by_head(self, message: PoMessage) -> Status:
        """Return the status of a message that says none itself.

        A file exported as reviewed still says so once a translator has changed it: its head is
        believed where the catalogue does not say the same, and of what is not changed.
        """
        told = self.po.header.get("x-status") == "reviewed"
        believed = self.force or (self.catalogue.status == "draft" and not message.edited)
        return "reviewed" if told and believed else "draft"

    def _find_status(self) -> Status:
        """Return the catalogue's status after the merge: reviewed if all that it is for is."""
        if self.po.header.get("x-status") != "reviewed":
            return self.catalogue.status
        for entry in self.catalogue.entries:
            if entry.target is None or entry.status is not None:
                continue
            one = self.waiting.get(entry.key)
            if one is None or one.fuzzy or one.status == "draft":
                return self.catalogue.status
            if not _same(entry.target, one.target):
                return self.catalogue.status
        return "reviewed"

    def _is_doubtful(self, message: PoMessage) -> bool:
        lacking = sorted(set(_HOLE.findall(message.source)) - set(_HOLE.findall(message.target)))
        for hole in lacking:
            told = f"{hole} of the source text is missing"
            hint = "it is taken as a draft: put the hole where it belongs"
            self.problems.warn("hole", message.place, told, hint)
        if message.fuzzy:
            told = f"{quote(message.source)} is marked as fuzzy"
            self.problems.warn(
                "fuzzy", message.place, told, "it is taken as a draft: read it again"
            )
        return bool(lacking) or message.fuzzy

    def _refuse_other_career(self) -> None:
        sources = {source for source, _ in self.known} | {key[0] for key in self.positions}
        if len(self.waiting) < _MANY or any(source in sources for source, _ in self.waiting):
            return
        told = f"none of its {len(self.waiting)} texts is one of the career {self.catalogue.career}"
        hint = "give the file the name of its career, or put that behind Project-Id-Version:"
        raise ContentError([Problem(self.po.place, "", told, hint)])

    def _warn_unknown(self, message: PoMessage, key: Key) -> None:
        near = nearest_text(key[0], [source for source, context in self.known if not context])
        told = f"no text of this career reads {quote(message.source)}"
        if message.context:
            told += f" in {quote(message.context)}"
        hint = f"the nearest is {quote(near)}" if near else "it may belong to another career"
        self.problems.warn("unknown", message.place, told, f"it is kept as stale; {hint}")

    def _merge_head(self) -> None:
        header = self.po.header
        if self.status != self.catalogue.status:
            self.changes.change_head("status", self.status)
        for name in ("translators", "reviewers"):
            old = [str(person) for person in getattr(self.catalogue, name)]
            told = header.get(f"x-{name}", "").split(";")
            if name == "translators":
                told.append(header.get("last-translator", "").partition("<")[0])
            people = list(dict.fromkeys([*old, *filter(None, map(str.strip, told))]))
            people = [person for person in people if person not in _NOBODY]
            if people != old:
                self.changes.change_head(name, people)


def _same(one: str, other: str) -> bool:
    return fold(one) == fold(other)


def _is_changed_since(message: PoMessage, entry: CatalogueEntry | None) -> bool:
    """Return whether an entry is known to be other than when a message was exported."""
    if entry is None or not message.mark:
        return False
    now = mark_of(str(entry.target or ""), entry.status, entry.note, fuzzy=False)
    return message.mark != now


def _show_both(one: str, other: str) -> tuple[str, str]:
    """Quote two texts, a long beginning that they share replaced by "..."."""
    found = _SAME_BEGINNING.fullmatch(f"{fold(one)}\n{fold(other)}")
    pair = (f"... {found[2]}", f"... {found[3]}") if found else (fold(one), fold(other))
    return quote(pair[0]), quote(pair[1])
