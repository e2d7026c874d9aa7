"""A profile and catalogues go in; the same profile in another language comes out.

Each text is the target of the first catalogue that has one, or stays as it is; either way it says
which language it is in and where it was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from careerkit.content.catalogue import Catalogue, CatalogueEntry, TranslationCredit
from careerkit.content.entry import Entry
from careerkit.content.profile import Profile
from careerkit.content.text import MixedText, Text
from careerkit.translation.comparison import CatalogueIndex
from careerkit.translation.fallback import same_language
from careerkit.translation.units import Unit, units_of

Part = TypeVar("Part", bound=Entry)


def translate_profile(profile: Profile, tag: str, catalogues: Sequence[Catalogue]) -> Profile:
    """Return a profile in the language ``tag``, its ``translation`` saying how far it got.

    ``catalogues`` are in the order of the fallback. A profile that is in that language already
    and has no catalogue for it stays as it is.
    """
    own = [catalogue for catalogue in catalogues if same_language(catalogue.tag, tag)]
    if not own and same_language(profile.title.language, tag):
        return profile
    translator = _Translator(tag, catalogues)
    made = translator.part(profile, "")
    statuses = {catalogue.status_of(entry) for catalogue, entry in translator.used}
    credit = TranslationCredit(
        "reviewed" if statuses == {"reviewed"} else "draft",
        _people(catalogue.translators for catalogue in own),
        _people(catalogue.reviewers for catalogue in own),
        0 if same_language(profile.title.language, tag) else len(translator.missing),
    )
    return made.credited(credit)


class _Translator:
    """One translation: holds the entries used in the wanted language and the texts without one."""

    def __init__(self, tag: str, catalogues: Sequence[Catalogue]) -> None:
        self.tag = tag
        self.indexes = [CatalogueIndex(catalogue) for catalogue in catalogues]
        self.used: list[tuple[Catalogue, CatalogueEntry]] = []
        self.missing: set[str] = set()
        self.title: Text | None = None

    def part(self, entry: Part, path: str) -> Part:
        """Translate the texts of a part and of the parts inside it."""
        changed: dict[str, object] = {}
        for name in type(entry).model_fields:
            value = getattr(entry, name)
            where = f"{path}.{name}" if path else name
            if isinstance(value, Entry):
                changed[name] = self.part(value, where)
            elif name in entry.verbatim:
                continue
            elif isinstance(value, Text):
                changed[name] = self.text(value, where)
            elif isinstance(value, tuple) and value:
                changed[name] = tuple(self.item(item, where) for item in value)
        return entry.model_copy(update=changed)

    def item(self, item: object, path: str) -> object:
        if isinstance(item, Entry):
            return self.part(item, path)
        return self.text(item, path) if isinstance(item, Text) else item

    def text(self, text: Text, path: str) -> Text:
        translated = tuple(self.unit(unit) for unit in units_of(text, path))
        if not translated:
            return text
        made = MixedText.of(translated)
        if path == "title":
            self.title = made
        return made

    def unit(self, unit: Unit) -> Text:
        for index in self.indexes:
            entry = index.find(unit)
            if entry is None or entry.target is None:
                continue
            if same_language(index.catalogue.tag, self.tag):
                self.used.append((index.catalogue, entry))
            elif not unit.optional:
                self.missing.add(unit.source)
            return entry.target
        if unit.kind == "indefinite" and self.title is not None:
            return self.title
        if unit.optional:
            return Text(unit.text, self.tag, unit.place)
        self.missing.add(unit.source)
        return unit.text


def _people(groups: Iterable[tuple[Text, ...]]) -> tuple[Text, ...]:
    return tuple(dict.fromkeys(person for group in groups for person in group))
