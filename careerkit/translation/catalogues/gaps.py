"""A profile and its catalogues go in; warnings about what is missing and stale come out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from careerkit.content.excerpt import quote
from careerkit.content.models.profile import CareerFile
from careerkit.content.problem import Place, Problem
from careerkit.translation.catalogues.comparison import compare
from careerkit.translation.catalogues.translated import find_missing
from careerkit.translation.catalogues.units import find_units
from careerkit.translation.language_tags import same_language

if TYPE_CHECKING:
    from careerkit.content.models.catalogue import Catalogue


def sum_up_gaps(
    profile: CareerFile, tag: str, language: str, catalogues: Sequence[Catalogue], file: str
) -> Iterator[Problem]:
    """Yield one warning if a translation has gaps. ``file`` is its own; ``language`` its name."""
    missing = find_missing(profile, tag, catalogues)
    stale = sum(len(compare(profile, one).stale) for one in _own(catalogues, tag))
    told = []
    if missing:
        texts = {unit.source for unit in find_units(profile) if not unit.optional}
        told.append(
            f"{len(missing)} of {len(texts)} texts are not translated into {language} and are set"
            " in another language"
        )
    if stale:
        told.append(
            "1 translation is stale: its source text has changed"
            if stale == 1
            else f"{stale} translations are stale: their source texts have changed"
        )
    if told:
        hint = "`check --list` gives each, `translate update` puts them into the file"
        yield Problem(Place(file), "", "; ".join(told), hint, "warning")


def list_gaps(
    profile: CareerFile, tag: str, language: str, catalogues: Sequence[Catalogue], file: str
) -> Iterator[Problem]:
    """Yield a warning for each text without a translation, and for each stale translation."""
    for unit in find_missing(profile, tag, catalogues):
        message = f"missing translation: {quote(unit.text)} is not translated into {language}"
        hint = f"add it to {file}; `translate update` does that for all of them"
        yield Problem(unit.place, unit.path, message, hint, "warning")
    for catalogue in _own(catalogues, tag):
        for stale in compare(profile, catalogue).stale:
            entry = stale.entry
            message = f"stale translation: no text here reads {quote(entry.source)}"
            hint = "take it out once nothing of it is needed"
            if entry.context:
                message += f" in {quote(entry.context)}"
            if stale.nearest is not None:
                near = stale.nearest.units[0]
                hint = f"the nearest, not translated yet, is {quote(near.text)} ({near.place})"
            yield Problem(entry.source.place, "entries", message, hint, "warning")


def _own(catalogues: Sequence[Catalogue], tag: str) -> list[Catalogue]:
    return [catalogue for catalogue in catalogues if same_language(catalogue.tag, tag)]
