"""Checks what the fields of one part ask of one another: a profile's mapping goes in, problems out.

It reads the mapping, not the model, so that a mistake elsewhere does not hide these.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pydantic_core import PydanticCustomError

from careerkit.content.models.values import take_money
from careerkit.content.problem import Problem
from careerkit.content.text import Text
from careerkit.content.yaml.nodes import EMPTY, Empty, YamlMapping, YamlSequence


def check_relations(profile: YamlMapping) -> Iterator[Problem]:
    """Yield a problem for pay upside down, for facts without one figure, for images untold."""
    for path, pay in find_parts(profile, "pay"):
        low, high = (_read_money(pay.get(end)) for end in ("low", "high"))
        if low is not None and high is not None and low > high:
            message = f"the upper end ({high}) is less than the lower end ({low})"
            yield Problem(pay.place, path, message, "swap low and high, or correct one of them")
    for path, fact in find_parts(profile, "facts"):
        if _is_given(fact, "amount") == _is_given(fact, "value"):
            message = "a fact has either an amount or a value"
            hint = "give a number as amount:, or words as value:"
            yield Problem(fact.place, path, message, hint)
    for path, image in find_parts(profile, "images"):
        if not _is_given(image, "alt") and image.get("decorative", EMPTY) in (EMPTY, "false"):
            hint = "say in alt: what it shows, or write decorative: true if it shows nothing worth "
            yield Problem(image.place, path, "the image has no alt text", f"{hint}telling")


def find_parts(profile: YamlMapping, field: str) -> Iterator[tuple[str, YamlMapping]]:
    """Yield a field's mapping, or each of its list's, with its dotted path."""
    value: Text | YamlSequence | YamlMapping | Empty | None = profile.get(field)
    if isinstance(value, YamlMapping):
        yield field, value
    elif isinstance(value, YamlSequence):
        for index, item in enumerate(value):
            if isinstance(item, YamlMapping):
                yield f"{field}[{index}]", item


def _is_given(part: YamlMapping, field: str) -> bool:
    return part.get(field, EMPTY) is not EMPTY


def _read_money(value: object) -> Decimal | None:
    """Read an amount; None for one that is absent or wrong, which is reported with its field."""
    try:
        return take_money(value)
    except PydanticCustomError:
        return None
