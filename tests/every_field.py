"""Fills every field of a content file: a model goes in, plain data with a word for each comes out.

The model is walked as it is, so a new field is in the data at once. Words are unique and of one
length, so that none is in another; so are numbers and dates.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from careerkit.content.models.content_model import ContentModel
from careerkit.content.models.values import (
    Code,
    Date,
    DateOrUnknown,
    Flag,
    Money,
    Number,
    Prose,
    Url,
)

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass
class Filler:
    """Fills models. ``given`` says by path what a field of a certain shape holds.

    ``alternatives`` says for a list which fields of an item stand in each other's place: there is
    one item for each group, without the fields of that group. ``turn`` chooses among words that are
    enumerated.
    """

    given: Mapping[str, Any]
    alternatives: Mapping[str, tuple[frozenset[str], ...]]
    turn: int = 0
    _count: int = field(default=0, init=False)

    def fill(
        self, model: type[ContentModel], path: str = "", without: frozenset[str] = frozenset()
    ) -> dict[str, Any]:
        """Return data for every field of a model but some."""
        return {
            key: self.value(annotation, here)
            for key, here, annotation in fields_of(model, path)
            if key not in without
        }

    def value(self, annotation: Any, path: str) -> Any:
        """Return a value for a field of a kind."""
        if path in self.given:
            return deepcopy(self.given[path])  # YAML would name a list that stands twice
        self._count += 1
        number = self._count
        first, second = divmod(number, len(_LETTERS))
        word = f"Zqx{_LETTERS[first]}{_LETTERS[second]}"
        if annotation in (Prose, Code):
            return word
        if annotation == Url:
            return f"https://example.org/{word}"
        if annotation in (Date, DateOrUnknown):
            return (date(2011, 1, 1) + timedelta(days=29 * number)).isoformat()
        if annotation in (Number, Money):
            return 2000 + 17 * number
        if annotation == Flag:
            return True
        arguments = get_args(annotation)
        match get_origin(annotation):
            case origin if origin is Literal:
                return arguments[self.turn % len(arguments)]
            case origin if origin is tuple:
                return self._items(arguments[0], path)
            case _ if _is_entry(annotation):
                return self.fill(annotation, path)
            case _:
                raise AssertionError(f"say in the test what {path} may hold")

    def _items(self, annotation: Any, path: str) -> list[Any]:
        if get_origin(annotation) is Literal:
            return list(get_args(annotation))
        if not _is_entry(annotation):
            return [self.value(annotation, path)]
        groups = self.alternatives.get(path, (frozenset(),))
        return [self.fill(annotation, path, without) for without in groups]


def fields_of(model: type[ContentModel], path: str = "") -> Iterator[tuple[str, str, Any]]:
    """Give each field of a model: its key in the file, its path, and its kind without None."""
    for name, info in model.model_fields.items():
        key = info.alias or name
        yield key, f"{path}.{key}" if path else key, _kind_of(info)


def optional_fields_of(model: type[ContentModel], path: str = "") -> Iterator[str]:
    """Give the path of each field that may be absent, at any depth."""
    required = {
        info.alias or name for name, info in model.model_fields.items() if info.is_required()
    }
    for key, here, annotation in fields_of(model, path):
        if key not in required:
            yield here
        item = get_args(annotation)[0] if get_origin(annotation) is tuple else annotation
        if _is_entry(item):
            yield from optional_fields_of(item, here)


def without(data: Any, gone: Callable[[str], bool], path: str = "") -> Any:
    """Return data less the fields of which ``gone`` says so by their paths."""
    if isinstance(data, list):
        return [without(item, gone, path) for item in data]
    if not isinstance(data, dict):
        return data
    kept = ((key, f"{path}.{key}" if path else key, item) for key, item in data.items())
    return {key: without(item, gone, here) for key, here, item in kept if not gone(here)}


def leaves_of(model: type[ContentModel], path: str = "") -> Iterator[str]:
    """Give the path of each field that holds no further fields."""
    for _, here, annotation in fields_of(model, path):
        item = get_args(annotation)[0] if get_origin(annotation) is tuple else annotation
        if _is_entry(item):
            yield from leaves_of(item, here)
        else:
            yield here


def walk_values(entry: ContentModel, path: str = "") -> Iterator[tuple[str, ContentModel, Any]]:
    """Give each value of what was read with its path and the part that it is a field of."""
    for name, info in type(entry).model_fields.items():
        key = info.alias or name
        here = f"{path}.{key}" if path else key
        value = getattr(entry, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, ContentModel):
                yield from walk_values(item, here)
            elif item is not None:
                yield here, entry, item


def _kind_of(info: FieldInfo) -> Any:
    annotation: Any = info.annotation
    if info.metadata and not _is_entry(annotation) and get_origin(annotation) is not tuple:
        return Annotated[(annotation, *info.metadata)]
    if get_origin(annotation) in (Union, types.UnionType):
        (annotation,) = (each for each in get_args(annotation) if each is not types.NoneType)
    return annotation


def _is_entry(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, ContentModel)
