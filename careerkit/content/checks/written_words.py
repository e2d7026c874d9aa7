"""A mapping and its model go in; each value that holds words or an address comes out, as written.

It walks the mapping, not the model's values, so that a mistake elsewhere does not hide what is
suspicious here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from careerkit.content.models.content_model import ContentModel
from careerkit.content.models.values import Holding, holding_of
from careerkit.content.problem import Place
from careerkit.content.text import Text
from careerkit.content.yaml.nodes import Node, YamlMapping, YamlSequence


@dataclass(frozen=True, slots=True)
class WrittenValue:
    """A value with its dotted path; ``text`` is None where it was left empty.

    ``in_list`` marks an item of a list; ``copied``, a text that is another file's, word for word.
    """

    path: str
    place: Place
    text: Text | None
    holding: Literal["words", "address"]
    in_list: bool = False
    copied: bool = False


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a field's type allows: a text, a part, a list of something, names of something."""

    holding: Holding = ""
    part: type[ContentModel] | None = None
    items: _Shape | None = None
    named: _Shape | None = None


def walk_written(tree: Node, model: type[ContentModel], path: str = "") -> Iterator[WrittenValue]:
    """Yield the values of a part and of the parts in it, in the order they were written."""
    if not isinstance(tree, YamlMapping):
        return
    shapes = _shapes_of(model)
    for key, value in tree.items():
        if key in shapes:
            where = model.path_to(path, key)
            for written in _walk(value, tree.places[key], shapes[key], where):
                if key in model.copied:
                    yield WrittenValue(
                        written.path, written.place, written.text, "words", copied=True
                    )
                else:
                    yield written


def _walk(
    value: Node, place: Place, shape: _Shape, path: str, *, in_list: bool = False
) -> Iterator[WrittenValue]:
    if isinstance(value, YamlSequence):
        if shape.items is not None:
            for index, item in enumerate(value):
                inner = f"{path}[{index}]"
                yield from _walk(item, value.places[index], shape.items, inner, in_list=True)
    elif isinstance(value, YamlMapping):
        if shape.part is not None:
            yield from walk_written(value, shape.part, path)
        elif shape.named is not None:
            for name, item in value.items():
                yield from _walk(item, value.places[name], shape.named, f"{path}.{name}")
    else:
        holding, where = shape.holding, path
        if shape.part is not None and shape.part.main_text:
            main = _shapes_of(shape.part)[shape.part.main_text]
            holding = main.holding
            where = shape.part.path_to(path, shape.part.main_text)
        if holding:
            text = value if isinstance(value, Text) else None
            yield WrittenValue(where, place, text, holding, in_list)


@lru_cache(maxsize=64)
def _shapes_of(model: type[ContentModel]) -> Mapping[str, _Shape]:
    return {
        field.alias or name: _merge([field.annotation, *field.metadata])
        for name, field in model.model_fields.items()
    }


def _merge(hints: list[Any]) -> _Shape:
    """Put together what the parts of a type say, each of which may be one of its branches."""
    merged = _Shape()
    for hint in hints:
        shape = _read(hint)
        merged = _Shape(
            merged.holding or shape.holding,
            merged.part or shape.part,
            merged.items or shape.items,
            merged.named or shape.named,
        )
    return merged


def _read(hint: Any) -> _Shape:  # noqa: ANN401  # a type has no type of its own
    origin, arguments = get_origin(hint), list(get_args(hint))
    if origin in (Union, UnionType, Annotated):
        return _merge(arguments)
    if origin is tuple:
        return _Shape(items=_read(arguments[0]))
    if origin is dict:
        return _Shape(named=_Shape("words") if arguments[1] is Text else _read(arguments[1]))
    if isinstance(hint, type) and issubclass(hint, ContentModel):
        return _Shape(part=hint)
    return _Shape(holding_of(hint))
