"""A profile and catalogues go in; the same profile in another language comes out.

Each text is the target of the first catalogue that has one, or stays as it is; either way it says
which language it is in and where it was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from careerkit.content.models.article import begin_indefinite
from careerkit.content.models.credit import Status, TranslationCredit
from careerkit.content.models.profile import CareerFile, Profile
from careerkit.content.text import Text
from careerkit.translation.catalogues.comparison import CatalogueIndex
from careerkit.translation.catalogues.profile_texts import change_texts
from careerkit.translation.catalogues.units import Unit, find_units
from careerkit.translation.language_tags import same_language

if TYPE_CHECKING:
    from careerkit.content.models.catalogue import Catalogue, CatalogueEntry


def translate_profile(profile: Profile, tag: str, catalogues: Sequence[Catalogue]) -> Profile:
    """Return a profile in the language ``tag``, its ``translation`` saying how far it got.

    ``catalogues`` are in the order of the fallback. A profile that is in that language already
    and has no catalogue for it stays as it is.
    """
    own = _of_language(catalogues, tag)
    if not own and same_language(profile.language, tag):
        return profile
    translator = _Translator(tag, _Shelf(profile, catalogues))
    made = change_texts(profile, translator.translate)
    credit = TranslationCredit(
        "reviewed" if translator.statuses == {"reviewed"} else "draft",
        _people(catalogue.translators for catalogue in own),
        _people(catalogue.reviewers for catalogue in own),
        len(find_missing(profile, tag, catalogues)),
    )
    return made.credited(credit)


def find_missing(
    profile: CareerFile, tag: str, catalogues: Sequence[Catalogue]
) -> tuple[Unit, ...]:
    """Return the units that no catalogue of the language translates, each text once.

    None is missing from a profile that is in that language already.
    """
    if same_language(profile.language, tag):
        return ()
    shelf = _Shelf(profile, _of_language(catalogues, tag))
    missing: dict[str, Unit] = {}
    for unit in find_units(profile):
        if not unit.optional and not any(_target(index.find(unit)) for index in shelf.of(unit)):
            missing.setdefault(unit.source, unit)
    return tuple(missing.values())


class _Shelf:
    """The catalogues of a career, each for the texts of one of its files."""

    def __init__(self, profile: CareerFile, catalogues: Sequence[Catalogue]) -> None:
        self._all = [CatalogueIndex(catalogue) for catalogue in catalogues]
        self._by_file = {
            file.place.file: [one for one in self._all if one.catalogue.career == file.id]
            for file in profile.files
        }

    def of(self, unit: Unit) -> Sequence[CatalogueIndex]:
        """Return the catalogues to ask for a text, in the order of the fallback."""
        if len(self._by_file) < 2:
            return self._all
        return self._by_file.get(unit.place.file, ())


class _Translator:
    """One translation: holds what its title has become, and the status of all that was used."""

    def __init__(self, tag: str, shelf: _Shelf) -> None:
        self.tag = tag
        self.shelf = shelf
        self.statuses: set[Status] = set()
        self.title: Text | None = None
        self.title_source = ""

    def translate(self, unit: Unit) -> Text:
        made = self._find(unit)
        if unit.kind == "title":
            self.title, self.title_source = made, unit.source
        return made

    def _find(self, unit: Unit) -> Text:
        for index in self.shelf.of(unit):
            entry = index.find(unit)
            target = _target(entry)
            if entry is not None and target is not None:
                if same_language(index.catalogue.tag, self.tag):
                    self.statuses.add(index.catalogue.status_of(entry))
                is_title = unit.kind == "indefinite" and unit.source == self.title_source
                # An original without articles has one text for both.
                return begin_indefinite(target) if is_title and not entry.context else target
        if unit.kind == "indefinite" and self.title is not None:
            return begin_indefinite(self.title)
        has_no_words = unit.optional and not unit.is_name
        return Text(unit.text, self.tag, unit.place) if has_no_words else unit.text


def _target(entry: CatalogueEntry | None) -> Text | None:
    return entry.target if entry else None


def _of_language(catalogues: Sequence[Catalogue], tag: str) -> list[Catalogue]:
    return [catalogue for catalogue in catalogues if same_language(catalogue.tag, tag)]


def _people(groups: Iterable[tuple[Text, ...]]) -> tuple[Text, ...]:
    return tuple(dict.fromkeys(person for group in groups for person in group))
