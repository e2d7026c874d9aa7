"""A profile goes in; warnings about what it says twice, and about a career named as its own kin.

In a list of names (skills, tools, employers) one name may stand once; where an item is more than a
name, such as a task with its detail, only the whole of it counts.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from typing import get_args

from careerkit.content.excerpt import quote
from careerkit.content.models.content_model import ContentModel
from careerkit.content.models.profile import Profile
from careerkit.content.problem import Place, Problem, warn
from careerkit.content.text import Text, fold

# Fields of a list's items that are told apart by their first field alone.
_NAMES = {
    "specialisms": "name",
    "skills": "name",
    "employers": "name",
    "related": "title",
    "glossary": "term",
    "suits": "text",
    "progression": "text",
    "demands": "text",
    "licences": "name",
    "people": "name",
}


def find_repeats(profile: Profile) -> Iterator[Problem]:
    """Yield a warning for each item that its list has already, and for kin that is none."""
    yield from _find_in_lists(profile, "")
    title = _key(profile.title)
    for index, other in enumerate(profile.other_titles):
        if _key(other) == title:
            message = "this is the title itself"
            yield warn(other.place, f"other_titles[{index}]", message, "take it out")
    own = {title, *map(_key, profile.other_titles)}
    for path, other in _others(profile):
        if _key(other) in own:
            yield warn(other.place, path, "this is the career itself", "name another career")
        elif path.startswith("may_not_suit"):
            yield from _find_own_field(profile, path, other)


def _others(profile: Profile) -> Iterator[tuple[str, Text]]:
    """Yield the other careers that a profile names, with their paths."""
    for index, related in enumerate(profile.related):
        yield f"related[{index}].title", related.title
    for index, mismatch in enumerate(profile.may_not_suit):
        for number, career in enumerate(mismatch.consider):
            yield f"may_not_suit[{index}].consider[{number}]", career


def _find_own_field(profile: Profile, path: str, other: Text) -> Iterator[Problem]:
    """Warn of what is to be considered instead and is a field of the very same career."""
    words = _stems(other)
    for specialism in profile.specialisms:
        is_same = _key(specialism.name) == _key(other)
        # "school nurse" is in "public health and school nursing"; "nurse" alone may be wider.
        if is_same or (len(words) > 1 and words <= _stems(specialism.name)):
            message = f"this is in a field of the career itself: {quote(specialism.name)}"
            hint = "name another career, or tell whom that field suits"
            yield warn(other.place, path, message, hint)
            return


def _stems(name: Text) -> frozenset[str]:
    """Return the words of an English name without the ending that a person has or a field."""
    if name.language.partition("-")[0] != "en":
        return frozenset()
    words = re.findall("[a-z]+", name.casefold())
    return frozenset(re.sub("(?:ing|es?|s)$", "", word) for word in words if len(word) > 3)


def _find_in_lists(entry: ContentModel, path: str) -> Iterator[Problem]:
    for name, field in type(entry).model_fields.items():
        value = getattr(entry, name)
        where = f"{path}.{field.alias or name}" if path else field.alias or name
        if isinstance(value, ContentModel):
            yield from _find_in_lists(value, where)
        # A point of a picture is a pair of numbers, which may be alike, and no list.
        elif isinstance(value, tuple) and ... in get_args(field.annotation):
            yield from _find_in_list(entry, name, value, where)


def _find_in_list(
    owner: ContentModel, name: str, items: tuple[object, ...], path: str
) -> Iterator[Problem]:
    first: dict[Hashable, Place] = {}
    for index, item in enumerate(items):
        here = f"{path}[{index}]"
        place = item.place if isinstance(item, Text | ContentModel) else owner.place_of(name)
        key = _key(item, _NAMES.get(name, ""))
        if key in first:
            hint = "take one of the two out, or say what is different"
            yield warn(place, here, f"this stands in line {first[key].line} already", hint)
        first.setdefault(key, place)
        if isinstance(item, ContentModel):
            yield from _find_in_lists(item, here)


def _key(item: object, name: str = "") -> Hashable:
    """Return what an item is told apart by: its words, whatever their case and spaces."""
    if isinstance(item, Text):
        return fold(item).casefold()
    if isinstance(item, ContentModel):
        if name:
            return _key(getattr(item, name))
        return tuple(_key(getattr(item, field)) for field in type(item).model_fields)
    return tuple(map(_key, item)) if isinstance(item, tuple) else item
