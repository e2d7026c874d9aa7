"""Finds what a profile says twice: a profile goes in, a warning for each repeated item comes out.

An item repeats one before it if nothing tells the two apart: the same name and, in each field that
both give, the same words. A subject of two stages, or pay of two levels, stands twice with reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from careerkit.content.entry import Entry
from careerkit.content.problem import Place, Problem
from careerkit.content.profile import Profile
from careerkit.content.text import Text, fold
from careerkit.content.yaml_mistake import quote

# Of one name so many that differ are compared: a file of 1 MiB must not take minutes.
_MOST_ALIKE = 20


def find_repeats(profile: Profile) -> Iterator[Problem]:
    """Give a warning for each item that stands twice in its list, and for the career's own name."""
    yield from _find_in(profile, "")
    yield from _find_own_name(profile)


def _find_in(entry: Entry, path: str) -> Iterator[Problem]:
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        where = f"{path}.{name}" if path else name
        if isinstance(value, Entry):
            yield from _find_in(value, where)
        if not isinstance(value, tuple):
            continue
        for index, item in enumerate(value):
            if isinstance(item, Entry):
                yield from _find_in(item, f"{where}[{index}]")
        for index, first, count in _repeated(value):
            item = value[index]
            times = "twice" if count == 1 else f"{count + 1} times"
            message = f"{quote(_name_of(item))} stands {times} in this list"
            line = _place_of(first, entry, name).line
            hint = f"it stands in line {line} already: keep one, or say how they differ"
            place = _place_of(item, entry, name)
            yield Problem(place, f"{where}[{index}]", message, hint, "warning")


def _repeated(items: tuple[object, ...]) -> Iterator[tuple[int, object, int]]:
    """Give for each item with repeats the number of the first repeat, itself, and how many."""
    alike: dict[str, list[_Repeated]] = {}
    for index, item in enumerate(items):
        groups = alike.setdefault(_folded(_name_of(item)), [])
        same = next((group for group in groups if _is_same(group.first, item)), None)
        if same:
            same.repeats.append(index)
        elif len(groups) < _MOST_ALIKE:
            groups.append(_Repeated(item))
    for group in chain.from_iterable(alike.values()):
        if group.repeats:
            yield group.repeats[0], group.first, len(group.repeats)


@dataclass(slots=True)
class _Repeated:
    """An item of a list, and the numbers of those that repeat it."""

    first: object
    repeats: list[int] = field(default_factory=list)


def _find_own_name(profile: Profile) -> Iterator[Problem]:
    own = {_folded(profile.title)}
    named = [(f"other_titles[{n}]", text) for n, text in enumerate(profile.other_titles)]
    for path, text in named:
        if _folded(text) in own:
            yield _warn_of_own_name(path, text, "write other names of it only")
    own |= {_folded(text) for _, text in named}
    others = [(f"related[{n}].title", each.title) for n, each in enumerate(profile.related)]
    for n, reason in enumerate(profile.may_not_suit):
        others += [
            (f"may_not_suit[{n}].consider[{m}]", text) for m, text in enumerate(reason.consider)
        ]
    for path, text in others:
        if _folded(text) in own:
            yield _warn_of_own_name(path, text, "name another career")


def _warn_of_own_name(path: str, text: Text, hint: str) -> Problem:
    return Problem(text.place, path, f"{quote(text)} is this career itself", hint, "warning")


def _is_same(first: object, second: object) -> bool:
    """Say whether nothing tells two items of a list apart."""
    if not isinstance(first, Entry) or not isinstance(second, Entry):
        return _folded(first) == _folded(second)
    fields = type(first).model_fields
    pairs = [(name, _parts(first, name), _parts(second, name)) for name in fields]
    if first.main_text:
        return all(
            one == other or (name != first.main_text and not (one and other))
            for name, one, other in pairs
        )
    return all(one == other for _, one, other in pairs)


def _parts(entry: Entry, name: str) -> tuple[object, ...]:
    """Return what a field holds in a form that can be compared; nothing if it is absent."""
    value = getattr(entry, name)
    if value is None or value is False:
        return ()
    items = value if isinstance(value, tuple) else (value,)
    return tuple(
        tuple(_parts(item, each) for each in type(item).model_fields)
        if isinstance(item, Entry)
        else _folded(item)
        for item in items
    )


def _folded(value: object) -> str:
    return fold(str(value)).casefold()


def _name_of(item: object) -> str:
    """Return the words by which a person knows an item: its main text, or the first it has."""
    if not isinstance(item, Entry):
        return str(item)
    named = getattr(item, item.main_text) if item.main_text else None
    texts = (getattr(item, name) for name in type(item).model_fields)
    return str(named or next((text for text in texts if isinstance(text, Text)), ""))


def _place_of(item: object, owner: Entry, name: str) -> Place:
    if isinstance(item, Text | Entry):
        return item.place
    return owner.place_of(name)
