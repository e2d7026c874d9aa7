"""A locale's file and a PO file of its labels go in; the file's text with both in it comes out.

A label that somebody translated here since the export, or before a PO file from elsewhere, stays
unless it is forced, and what the PO file has for it is reported. What is suspicious has no place in
a locale file, which knows no drafts: it is reported and left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from careerkit.content.excerpt import quote
from careerkit.content.models.locale import Locale
from careerkit.content.nearest import nearest
from careerkit.content.problem import ContentError, Problem
from careerkit.content.text import Text, fold
from careerkit.translation.locales.label_check import check_labels, is_optional
from careerkit.translation.locales.label_forms import is_english, wanted_forms
from careerkit.translation.locales.locale_text import LocaleText
from careerkit.translation.po.grouped_problems import GroupedProblems
from careerkit.translation.po.label_writing import name_of
from careerkit.translation.po.merging import Merged
from careerkit.translation.po.reading import PoFile, PoMessage
from careerkit.translation.po.writing import mark_of
from careerkit.translation.words.labels import Label, forms_of

_MOST_COPIES = 10


def merge_label_po(
    locale: Locale, english: Locale, text: str, po: PoFile, *, force: bool = False
) -> Merged:
    """Put the labels of a PO file into a locale's file, which has ``text``.

    Raises ContentError where labels stand between braces.
    """
    merging = _LabelMerging(locale, english, po, force=force)
    for message in po.messages:
        merging.take(message)
    written = _open_text(locale, english, text)
    labels = {name: _complete(forms) for name, forms in merging.changed.items()}
    written.change(labels)
    written.name_same_as_english(merging.meant, list(map(str, locale.same_as_english)))
    return Merged(written.text(), merging.taken, merging.kept, merging.problems.summed_up())


def add_labels(locale: Locale, english: Locale, text: str) -> tuple[str, int]:
    """Add the English text of each label that a locale lacks; return its file's text, how many.

    Raises ContentError where labels stand between braces.
    """
    lacking = {
        name: {category: str(form) for category, form in forms.items()}
        for name, label in english.labels.items()
        if name not in locale.labels
        and not is_optional(name)
        and (forms := wanted_forms(None, label, locale.tag))
    }
    written = _open_text(locale, english, text)
    written.change(lacking)
    return written.text(), len(lacking)


def _open_text(locale: Locale, english: Locale, text: str) -> LocaleText:
    try:
        return LocaleText(text, list(english.labels))
    except ValueError as error:
        hint = "write each label in a line of its own, without the braces around them"
        problem = Problem(locale.place_of("labels"), "labels", str(error), hint)
        raise ContentError([problem]) from error


class _LabelMerging:
    """One merge: the labels to change, and what has been found suspicious so far."""

    def __init__(self, locale: Locale, english: Locale, po: PoFile, *, force: bool) -> None:
        self.locale = locale
        self.english = english
        self.force = force
        self.problems = GroupedProblems(po.problems)
        self.changed: dict[str, dict[str, str]] = {}
        self.meant: list[str] = []
        self.taken = self.kept = 0
        texts = [one for one in po.messages if one.target]
        copies = sum(fold(one.target) == fold(one.source) for one in texts)
        self.is_copied = copies > max(_MOST_COPIES, len(texts) / 2)

    def take(self, message: PoMessage) -> None:
        """Take a message over, unless nothing was done to it or something is wrong with it."""
        named = name_of(message.context)
        if not message.target or message.obsolete or (message.mark and not message.edited):
            return
        known = self.english.labels.get(named[0]) if named else None
        if named is None or known is None:
            told = f"there is no label {quote(named[0] if named else message.source)}"
            hint = nearest(named[0], self.english.labels) if named else ""
            self.problems.warn("unknown", message.place, told, hint or "it is not taken over")
            return
        name, category = named
        sources = wanted_forms(self.locale.labels.get(name), known, self.locale.tag)
        problem = next(self._find_problems(message, name, category, sources), None)
        if problem is not None:
            self.problems.add(*problem)
            return
        now = forms_of(self.locale.labels[name]).get(category) if self._has(name) else None
        if now is not None and fold(now) == fold(message.target):
            self._mean(message, name, category, known)
            return
        if now is not None and self._is_kept(message, name, category, now):
            return
        start = {one: str(text) for one, text in self._begin(name, sources).items()}
        self.changed.setdefault(name, start)[category] = message.target
        self.taken += 1
        self._mean(message, name, category, known)

    def _has(self, name: str) -> bool:
        return name in self.locale.labels

    def _begin(self, name: str, sources: dict[str, Text]) -> dict[str, Text]:
        """Return the forms of a label before it is changed: English where it has none."""
        there = forms_of(self.locale.labels[name]) if self._has(name) else {}
        return {category: there.get(category, text) for category, text in sources.items()}

    def _mean(self, message: PoMessage, name: str, category: str, known: Label) -> None:
        """Note a label that a translator has given the English text: it is meant to read so."""
        named = {*self.meant, *self.locale.same_as_english}
        if name in named or not is_english(message.target, category, known):
            return
        told = f"the label {name} has its English text"
        if self.is_copied:
            hint = "as most have here, it is not taken over: leave msgstr empty until translated"
        else:
            hint = "it is taken as meant, and named under same_as_english:"
            self.meant.append(name)
            self.taken += name not in self.changed
        self.problems.warn("english", message.place, told, hint)

    def _is_kept(self, message: PoMessage, name: str, category: str, now: Text) -> bool:
        is_meant = name in self.locale.same_as_english
        is_open = not is_meant and is_english(now, category, self.english.labels[name])
        if self.force or is_open:
            return False
        if message.mark == mark_of(str(now), None, None, fuzzy=False):
            return False
        reason = "has changed since this file was exported" if message.mark else "is translated"
        told = f"the label {name} {reason} and stays {quote(now)} ({now.place}), not"
        hint = "if this one is better, write it there, or import with --force"
        self.problems.warn("", message.place, f"{told} {quote(message.target)}", hint)
        self.kept += 1
        return True

    def _find_problems(
        self, message: PoMessage, name: str, category: str, sources: dict[str, Text]
    ) -> Iterator[tuple[str, Problem]]:
        """Yield what keeps a message from being taken over, with a word for what kind it is."""
        place = message.place
        if category not in sources:
            told = f"the label {name} has no plural form {quote(category or 'of that kind')}"
            hint = f"it has: {', '.join(filter(None, sources)) or 'one form alone'}"
            yield "form", Problem(place, "", told, hint)
            return
        if fold(message.source) != fold(sources[category]):
            told = f"the label {name} reads {quote(sources[category])} in English now"
            hint = "it is not taken over: export the labels again"
            yield "source", Problem(place, "", told, hint)
        if message.fuzzy:
            hint = "it is not taken over: read it again, and take the mark away"
            yield (
                "fuzzy",
                Problem(place, "", f"the label {name} is marked as fuzzy", hint, "warning"),
            )
        form = Text(message.target, self.locale.tag, place)
        label = {"other": form} if category else form
        tried = self.locale.model_copy(update={"labels": {name: label}})
        for one in check_labels(tried, self.english):
            yield "hole", Problem(place, "", f"the label {name}: {one.message}", one.hint)


def _complete(forms: dict[str, str]) -> dict[str, str]:
    """Return plural forms, the general one last, which every language has."""
    if "other" in forms:
        forms["other"] = forms.pop("other")
    return forms
