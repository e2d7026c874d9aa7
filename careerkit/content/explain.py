"""Turns pydantic's errors into problems: a mapping and its errors go in, plain words come out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from careerkit.content.characters import describe_character
from careerkit.content.checks.pasted_list import BULLETS
from careerkit.content.excerpt import quote, shorten
from careerkit.content.models.content_model import ContentModel
from careerkit.content.models.values import ERROR_TYPE, describe
from careerkit.content.nearest import nearest
from careerkit.content.problem import Place, Problem
from careerkit.content.text import Text
from careerkit.content.yaml.nodes import Empty, Node, YamlMapping, YamlSequence

_LONGEST_NAME = 40
_LONGEST_LIST = 12
_MOST_NAMES = 200


def explain_errors(
    error: ValidationError, tree: Node, model: type[ContentModel], file: str
) -> tuple[Problem, ...]:
    """Return a problem for each of pydantic's errors, at the key or value it is about."""
    details = error.errors(include_url=False, include_input=False)
    return tuple(
        _explain(detail, tree, model, file)
        for detail in details
        # pydantic counts only the items that are right.
        if detail["type"] != "too_short" or _walk(tree, list(detail["loc"]), file)[0] == []
    )


def suggest(word: str, names: Sequence[str]) -> str:
    """Return ``did you mean "..."?`` for the name nearest to a word, or nothing."""
    if len(word) > _LONGEST_NAME or len(names) > _MOST_NAMES:
        return ""
    return nearest(word.lower(), names)


def field_path(steps: Sequence[str | int]) -> str:
    """Write the way to a value as ``pay[1].high``."""
    path = ""
    for step in steps:
        path += (
            f"[{step}]" if isinstance(step, int) else f".{shorten(step)}" if path else shorten(step)
        )
    return path


def _explain(detail: ErrorDetails, tree: Node, model: type[ContentModel], file: str) -> Problem:
    # Steps in brackets are pydantic's own: the branch of a union, or the key of a mapping.
    steps = [step for step in detail["loc"] if isinstance(step, int) or step[:1] not in ("(", "[")]
    kind = detail["type"]
    if kind == "extra_forbidden":
        return _unknown(steps, tree, model, file)
    value, place = _walk(tree, steps, file)
    path = field_path(_as_written(steps, tree, file))
    if kind == "missing":
        if isinstance(value, Empty):
            return Problem(place, path, "required, but left empty", _describe_field(model, steps))
        return Problem(place, path, "required, but missing", _describe_field(model, steps))
    if kind == ERROR_TYPE:
        context = detail["ctx"]
        return Problem(place, path, str(context["message"]), str(context["hint"]))
    if kind == "literal_error":
        allowed = _choices(model, steps)
        listed = ", ".join(allowed[:_LONGEST_LIST])
        near = suggest(value, allowed) if isinstance(value, Text) else ""
        if len(allowed) > _LONGEST_LIST:
            listed += " and others"
            near = near or f"there are: {', '.join(allowed)}"
        message = f"expected one of {listed}, found {describe(value)}"
        return Problem(place, path, message, near)
    if kind == "tuple_type":
        hint = 'put each item on a line of its own, after "- "'
        return Problem(place, path, f"expected a list, found {describe(value)}", hint)
    if kind == "too_short":
        return Problem(place, path, "expected at least one item, found an empty list")
    if kind == "too_long":
        most, found = (detail["ctx"][name] for name in ("max_length", "actual_length"))
        message = f"expected {most} items at the most, found {found}"
        return Problem(place, path, message, "keep those that matter most")
    message = f"expected a group of fields, found {describe(value)}"
    return Problem(place, path, message, _list_fields(_names(_model_at(model, steps))))


def _as_written(steps: list[str | int], tree: Node, file: str) -> list[str | int]:
    """Return a way without the number of an item where a text stands for a list of one."""
    if steps and isinstance(steps[-1], int) and isinstance(_walk(tree, steps[:-1], file)[0], Text):
        return steps[:-1]
    return steps


def _unknown(
    steps: Sequence[str | int], tree: Node, model: type[ContentModel], file: str
) -> Problem:
    *way, last = steps
    key = str(last)
    mapping, place = _walk(tree, way, file)
    names = _names(_model_at(model, way))
    if isinstance(mapping, YamlMapping):
        place = mapping.key_places.get(key, place)
        if mapping.in_braces and isinstance(mapping[key], Empty):
            return Problem(
                place,
                field_path(way),
                f"{quote(key)} stands after a comma and is read as a field of its own",
                "put quotes around text that contains a comma",
            )
    hint = suggest(key, names) or _list_fields(names)
    if isinstance(mapping, YamlMapping):
        for name, at in mapping.key_places.items():
            if hint == f'did you mean "{name}"?':
                hint += f" it stands in line {at.line} already"
    unseen = next((each for each in key if unicodedata.category(each) == "Cf"), "")
    if unseen:
        hint = f"take {describe_character(unseen)} out of it"
    elif key[:1] in BULLETS:
        hint = f'begin each item of a list with "- " in place of {quote(key[:1])}'
    return Problem(place, field_path(steps), "unknown field", hint)


def _walk(tree: Node, steps: Sequence[str | int], file: str) -> tuple[Node | None, Place]:
    """Return the value at the end of a way, if there is one, and the nearest place to it."""
    node: Node | None = tree
    place = Place(file, 1, 1) if isinstance(tree, Empty) else tree.place
    for step in steps:
        if isinstance(node, YamlMapping) and isinstance(step, str) and step in node:
            node = node[step]
            own = node.place if not isinstance(node, Empty) else None
            place = own or _key_place(tree, steps, step, place)
        elif isinstance(node, YamlSequence) and isinstance(step, int) and step < len(node):
            place = node.places[step]
            node = node[step]
        elif isinstance(node, Text):
            # A plain text in place of a mapping: the text is the value of its main field.
            return node, place
        else:
            return None, place
    return node, place


def _key_place(tree: Node, steps: Sequence[str | int], name: str, otherwise: Place) -> Place:
    node: Any = tree
    for step in steps:
        if isinstance(node, YamlMapping) and step == name and isinstance(node.get(name), Empty):
            return node.key_places[name]
        node = node[step]
    return otherwise


def _model_at(model: type[ContentModel], steps: Sequence[str | int]) -> type[ContentModel] | None:
    current: object = model
    for step in steps:
        if isinstance(step, str):
            named = _values_by_name(current)
            current = _annotation(_entry(current), step) if named is None else named
    return _entry(current)


def _entry(annotation: object) -> type[ContentModel] | None:
    """Return the part that a type holds, one or several of it."""
    return next(_entries(annotation), None)


def _values_by_name(annotation: object) -> object | None:
    """Return the type of the values of a mapping whose names are free; None for what is none."""
    return get_args(annotation)[1] if get_origin(annotation) is dict else None


def _annotation(model: type[ContentModel] | None, name: str) -> object:
    for field_name, field in model.model_fields.items() if model else ():
        if (field.alias or field_name) == name:
            return field.annotation
    return None


def _entries(annotation: object) -> Iterator[type[ContentModel]]:
    if isinstance(annotation, type) and issubclass(annotation, ContentModel):
        yield annotation
    elif get_origin(annotation) in (Union, UnionType, tuple, Annotated):
        for part in get_args(annotation):
            yield from _entries(part)


def _names(model: type[ContentModel] | None) -> list[str]:
    if model is None:
        return []
    return [field.alias or name for name, field in model.model_fields.items()]


def _choices(model: type[ContentModel], steps: Sequence[str | int]) -> list[str]:
    names = [position for position, step in enumerate(steps) if isinstance(step, str)]
    owner = _model_at(model, steps[: names[-1]])
    return list(_words(_annotation(owner, str(steps[names[-1]])))) if owner else []


def _words(annotation: object) -> Iterator[str]:
    for part in get_args(annotation):
        if isinstance(part, str):
            yield part
        else:
            yield from _words(part)


def _list_fields(names: Sequence[str]) -> str:
    if not names:
        return ""
    if len(names) > _LONGEST_LIST:
        return f"the fields are {', '.join(names[:_LONGEST_LIST])} and others: see the schema"
    return f"the fields allowed here are {', '.join(names)}"


def _describe_field(model: type[ContentModel], steps: Sequence[str | int]) -> str:
    owner = _model_at(model, steps[:-1])
    for name, field in owner.model_fields.items() if owner else ():
        if (field.alias or name) == steps[-1] and field.description:
            told = field.description.rstrip(".")
            return f'add "{steps[-1]}:", {told[0].lower()}{told[1:]}'
    return ""
