"""A career's shared mapping and a country's part go in; the mapping of both comes out.

A field of the part stands in place of the shared one, whole. Groups are merged field by field; a
few lists add up, by what their items are known by. A field that is left empty says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from careerkit.content.problem import Place
from careerkit.content.text import Text, fold
from careerkit.content.yaml.nodes import EMPTY, Node, YamlMapping, YamlSequence

GROUPS: Final = frozenset({"overview", "work", "headlines"})
KEYED_LISTS: Final[Mapping[str, str]] = {
    "sources": "id",
    "talk": "section",
    "glossary": "term",
    "images": "file",
}


def merge_trees(shared: YamlMapping, part: YamlMapping) -> YamlMapping:
    """Return a career's mapping with a part lying over it; neither is changed.

    A province's part leaves the country as it is. A part's title takes the shared one's form in a
    sentence with it.
    """
    merged = _copy(shared)
    own = _copy(part)
    own.pop("languages", None)
    if "-" in str(own.get("country", "")):
        own.pop("country")
    if own.get("title", EMPTY) is not EMPTY:
        merged.pop("indefinite", None)
    for name, value in own.items():
        if value is not EMPTY:
            _put(merged, name, _merge(name, merged.get(name), value), own)
    return merged


def find_own_paths(whole: YamlMapping, trees: Iterable[YamlMapping]) -> dict[str, str]:
    """Return where the items of the lists that add up stand in their own files, by where in all."""
    at: dict[Place, str] = {}
    for tree in trees:
        for name in KEYED_LISTS:
            items = tree.get(name)
            places = items.places if isinstance(items, YamlSequence) else ()
            at |= {place: f"{name}[{index}]" for index, place in enumerate(places)}
    own: dict[str, str] = {}
    for name in KEYED_LISTS:
        items = whole.get(name)
        for index, place in enumerate(items.places if isinstance(items, YamlSequence) else ()):
            own[f"{name}[{index}]"] = at[place]
    return own


def _merge(name: str, shared: Node | None, part: Node) -> Node:
    """Return what a field holds that both have."""
    if isinstance(shared, YamlMapping) and isinstance(part, YamlMapping) and name in GROUPS:
        group = _copy(shared)
        for key, value in part.items():
            if value is not EMPTY:
                _put(group, key, value, part)
        return group
    if isinstance(shared, YamlSequence) and isinstance(part, YamlSequence) and name in KEYED_LISTS:
        return _add_up(shared, part, KEYED_LISTS[name])
    return part


def _add_up(shared: YamlSequence, part: YamlSequence, key: str) -> YamlSequence:
    """Return a list with the part's items where the shared ones of their keys were, or after all.

    Two sources of one name are both kept, for a check to tell of them.
    """
    own = [(_key(item, key), item, place) for item, place in zip(part, part.places, strict=True)]
    taken = {name for name, _, _ in own} - {""} if key != "id" else set()
    items: list[tuple[Node, Place]] = []
    replaced: set[str] = set()
    for item, place in zip(shared, shared.places, strict=True):
        name = _key(item, key)
        if name not in taken:
            items.append((item, place))
        elif name not in replaced:
            items += [(item, place) for own_name, item, place in own if own_name == name]
            replaced.add(name)
    items += [(item, place) for name, item, place in own if name not in replaced]
    made = YamlSequence(shared.place)
    made.extend(item for item, _ in items)
    made.places.extend(place for _, place in items)
    return made


def _key(item: Node, key: str) -> str:
    """Return what an item of a list is known by, empty if by nothing."""
    value = item.get(key) if isinstance(item, YamlMapping) else None
    return fold(value).casefold() if isinstance(value, Text) else ""


def _put(mapping: YamlMapping, name: str, value: Node, written: YamlMapping) -> None:
    mapping[name] = value
    mapping.key_places[name] = written.key_places[name]
    mapping.places[name] = written.places[name]


def _copy(mapping: YamlMapping) -> YamlMapping:
    made = YamlMapping(mapping.place, mapping.in_braces)
    made.update(mapping)
    made.key_places.update(mapping.key_places)
    made.places.update(mapping.places)
    return made
