"""A profile and its catalogue go in; the catalogue's text with all texts to translate comes out.

New source texts are added without a translation where they stand in the profile. A stale entry
stays, and says what its source text most likely reads now; the new text is put right below it.
"""

from __future__ import annotations

from dataclasses import dataclass

from careerkit.content.models.catalogue import Catalogue, CatalogueEntry
from careerkit.content.models.profile import CareerFile
from careerkit.content.text import Text
from careerkit.translation.catalogues.catalogue_text import CatalogueText
from careerkit.translation.catalogues.comparison import Comparison, Message, Stale, compare


@dataclass(frozen=True, slots=True)
class Updated:
    """A catalogue's new text, how many source texts were added to it, and how many are stale."""

    text: str
    added: int
    stale: int


def update_catalogue(profile: CareerFile, catalogue: Catalogue, text: str) -> Updated:
    """Bring a catalogue up to its profile. ``text`` is what it was read from; nothing is lost."""
    found = compare(profile, catalogue)
    positions = {id(entry): number for number, entry in enumerate(catalogue.entries)}
    changes = CatalogueText(text, catalogue)
    below = _mark_stale(found, catalogue, positions, changes)
    anchor, added = -1, 0
    for message in found.messages:
        if message.entry is not None:
            anchor = positions[id(message.entry)]
            continue
        changes.insert(below.get(message.source, anchor), {"source": str(message.units[0].text)})
        added += 1
    return Updated(changes.text(), added, len(found.stale))


def _mark_stale(
    found: Comparison, catalogue: Catalogue, positions: dict[int, int], changes: CatalogueText
) -> dict[str, int]:
    """Write into each stale entry what it reads now; return where to put those texts."""
    by_source = {message.source: message for message in found.messages}
    stale = {id(one.entry): one for one in found.stale}
    below: dict[str, int] = {}
    for entry in catalogue.entries:
        nearest = _nearest_of(stale.get(id(entry)), entry, by_source)
        written = str(nearest.units[0].text) if nearest else None
        position = positions[id(entry)]
        if nearest is not None:
            below.setdefault(nearest.source, position)
        if written != (str(entry.nearest) if isinstance(entry.nearest, Text) else None):
            changes.change(position, {"nearest": written})
    return below


def _nearest_of(
    stale: Stale | None, entry: CatalogueEntry, by_source: dict[str, Message]
) -> Message | None:
    if stale is None:
        return None
    # Once the new text is translated it is no longer looked for, but is still what this became.
    return by_source.get(entry.nearest or "") or stale.nearest
