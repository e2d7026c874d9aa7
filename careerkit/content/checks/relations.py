"""Checks what the fields of one part ask of one another: a profile's mapping goes in, problems out.

It reads the mapping, not the model, so that a mistake elsewhere does not hide these.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pydantic_core import PydanticCustomError

from careerkit.content.models.values import take_date, take_money
from careerkit.content.problem import Problem
from careerkit.content.text import Text
from careerkit.content.yaml.nodes import EMPTY, Empty, YamlMapping, YamlSequence


def check_relations(profile: YamlMapping) -> Iterator[Problem]:
    """Yield a problem for each part of which one field says what another does not allow."""
    for path, pay in find_parts(profile, "pay"):
        yield from _check_pay(path, pay)
    for path, fact in find_parts(profile, "facts"):
        if _is_given(fact, "amount") == _is_given(fact, "value"):
            message = "a fact has either an amount or a value"
            hint = "give a number as amount:, or words as value:"
            yield Problem(fact.place, path, message, hint)
    for path, image in find_parts(profile, "images"):
        if not _is_given(image, "alt") and image.get("decorative", EMPTY) in (EMPTY, "false"):
            hint = "say in alt: what it shows, or write decorative: true if it shows nothing worth "
            yield Problem(image.place, path, "the image has no alt text", f"{hint}telling")

    for path, source in find_parts(profile, "sources"):
        yield from _check_copy(path, source)
    for _, demand in find_parts(profile, "demand"):
        for name, change in find_parts(demand, "change"):
            yield from _check_years(f"demand.{name}", change)
    for path, cue in find_parts(profile, "talk"):
        yield from _check_question(path, cue)


def _check_pay(path: str, pay: YamlMapping) -> Iterator[Problem]:
    low, middle, high = (_read_money(pay.get(end)) for end in ("low", "middle", "high"))
    if low is not None and high is not None and low > high:
        message = f"the upper end ({high}) is less than the lower end ({low})"
        yield Problem(pay.place, path, message, "swap low and high, or correct one of them")
    # Also of one that is open above: the ends are those that are drawn.
    elif middle is not None and (
        (low is not None and middle < low) or (high is not None and middle > high)
    ):
        message = f"the middle ({middle}) is not between the lower and the upper end"
        hint = "half of the people earn less than the middle, half earn more: correct one"
        yield Problem(pay.places["middle"], f"{path}.middle", message, hint)


def _check_copy(path: str, source: YamlMapping) -> Iterator[Problem]:
    if _is_given(source, "via") and source.get("read_in_copy", EMPTY) in (EMPTY, "false"):
        message = "this says whose copy was read, but not that it was a copy"
        hint = "write read_in_copy: true too, or take via: out"
        yield Problem(source.places["via"], f"{path}.via", message, hint)


def _check_question(path: str, cue: YamlMapping) -> Iterator[Problem]:
    """Yield a problem for a question without time to answer it, or time without a question."""
    if _is_given(cue, "ask") and not _is_given(cue, "ask_seconds"):
        hint = "say in ask_seconds: how long people have to answer, for example 30"
        yield Problem(cue.places["ask"], f"{path}.ask", "a question without time to answer", hint)
    elif _is_given(cue, "ask_seconds") and not _is_given(cue, "ask"):
        hint = "put the question into ask:, or take ask_seconds: out"
        message = "time to answer, but no question"
        yield Problem(cue.places["ask_seconds"], f"{path}.ask_seconds", message, hint)


def _check_years(path: str, change: YamlMapping) -> Iterator[Problem]:
    """Yield a problem for a change of which the end does not come after the beginning."""
    try:
        since, until = (take_date(change.get(end)) for end in ("since", "until"))
    except PydanticCustomError:
        return  # reported with the other fields
    if since >= until:
        message = f"the change does not end ({until}) after it begins ({since})"
        hint = "swap since and until, or correct one of them"
        yield Problem(change.places["until"], f"{path}.until", message, hint)


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
