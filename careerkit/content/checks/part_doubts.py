"""A career told in parts goes in; warnings about how its fields are parted come out.

The shared file holds what is true everywhere; a part has what differs, and is to be read again
whenever the file below it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from careerkit.content.merged_tree import GROUPS, KEYED_LISTS
from careerkit.content.models.content_model import ContentModel
from careerkit.content.models.profile import About, CareerFile, Profile
from careerkit.content.problem import Place, Problem, warn

COUNTRY_FIELDS = (
    *("country", "subjects", "roadmap", "entry_routes", "licences", "pay", "pay_compared"),
    *("demand", "facts", "employers"),
)
"""What belongs to a country, beside ``overview.here``."""
_OF_EACH_FILE = frozenset(
    {"schema_version", "language", "country", "languages", "indefinite", "about"}
)


def doubt_parts(profile: Profile) -> Iterator[Problem]:
    """Yield the warnings about the files of a career; none for one that is told in one file."""
    shared, *parts = profile.files
    if not parts:
        return
    yield from _doubt_shared(shared)
    for below, part in pairwise(profile.files):
        for path, place in _find_copies(below, part):
            hint = "take it out here, or it stays behind when that is changed"
            yield warn(place, path, f"{below.id}.yaml says the same", hint)
        yield from _doubt_review(below, part)


def _doubt_shared(shared: CareerFile) -> Iterator[Problem]:
    """Warn of what belongs to a country in the file for all of them."""
    owners: dict[str, ContentModel] = dict.fromkeys(COUNTRY_FIELDS, shared)
    overview = getattr(shared, "overview", None)
    if isinstance(overview, ContentModel):
        owners["overview.here"] = overview
    for field, owner in owners.items():
        name = field.rpartition(".")[2]
        if name in owner.model_fields_set:
            message = "this belongs to a country, and stands in the file for all"
            hint = "move it into the parts, each with what is true in its country"
            yield warn(owner.place_of(name), field, message, hint)


def _find_copies(below: CareerFile, part: CareerFile) -> Iterator[tuple[str, Place]]:
    """Yield what says the same as the file that it lies over, and will not change with it."""
    for name in type(part).model_fields:
        if not {name} <= (part.model_fields_set & below.model_fields_set) - _OF_EACH_FILE:
            continue
        own, other = getattr(part, name), getattr(below, name)
        if name in KEYED_LISTS:
            there = [_said(item) for item in other]
            for index, item in enumerate(own):
                if _said(item) in there:
                    yield f"{name}[{index}]", item.place
        elif name in GROUPS:
            for key in type(own).model_fields:
                given = {key} <= own.model_fields_set & other.model_fields_set
                if given and _said(getattr(own, key)) == _said(getattr(other, key)):
                    yield f"{name}.{key}", own.place_of(key)
        elif _said(own) == _said(other):
            yield name, part.place_of(name)


def _doubt_review(below: CareerFile, part: CareerFile) -> Iterator[Problem]:
    """Warn of a part that was reviewed before the file that it lies over was."""
    own, other = (getattr(file, "about", None) for file in (part, below))
    if not isinstance(own, About) or not isinstance(other, About):
        return
    if own.reviewed_on and other.reviewed_on and own.reviewed_on.last_day < other.reviewed_on:
        message = f"{below.id}.yaml was reviewed after this part, on {other.reviewed_on}"
        hint = "see what was changed there, and whether it holds here, then write the new date"
        yield warn(own.place_of("reviewed_on"), "about.reviewed_on", message, hint)


def _said(value: object) -> object:
    """Return what a value says, wherever it was written."""
    if isinstance(value, ContentModel):
        return value.model_dump()
    return tuple(map(_said, value)) if isinstance(value, tuple) else value
