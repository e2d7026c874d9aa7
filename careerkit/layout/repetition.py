"""A step of a template goes in; a refusal comes out where it alone would fill the memory.

What is refused is what a slip can do: a number with too many noughts. It is no wall against malice:
a text that is put after itself again and again, and loops inside loops that print nothing, are not
found out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import wraps

from jinja2.exceptions import SecurityError

MOST_REPEATED = 100_000

# The width of a hole in a pattern, or one that a value gives.
_WIDE_PERCENT_HOLE = re.compile(r"%(?:\([^)]*\))?[-+ #0-9.]*(?:[0-9]{6,}|\*)")  # %1000000d, %*d
_WIDE_BRACE_HOLE = re.compile(r"\{[^{}]*:[^{}]*(?:[0-9]{6,}|\{)")  # {:1000000}, {:{}}
_COUNTING = frozenset(
    ["batch", "center", "expandtabs", "indent", "ljust", "rjust", "slice", "zfill"]
)
_FILTERS = ("batch", "center", "format", "indent", "join", "replace", "slice")


def refuse_operation(operator: str, left: object, right: object) -> None:
    """Raise SecurityError for a power, a giant repetition, and a pattern with a giant hole."""
    if operator == "**":
        raise SecurityError("raising to a power")
    if operator == "%":
        _refuse_wide_hole(left, _WIDE_PERCENT_HOLE)
        return
    for repeated, times in ((left, right), (right, left)):
        if isinstance(repeated, str | list | tuple) and isinstance(times, int):
            _refuse_more(len(repeated) * times, f"repeating something {times} times")


def refuse_call(function: object, given: tuple[object, ...], named: Mapping[str, object]) -> None:
    """Raise SecurityError for a method of a text that would make a giant one of it."""
    method = getattr(function, "__wrapped__", function)  # Jinja2 has its own of str.format
    text, name = getattr(method, "__self__", None), getattr(method, "__name__", "")
    if not isinstance(text, str):
        return
    if name == "join" and given:
        _refuse_join(text, given[0])
    elif name in ("format", "format_map"):
        _refuse_wide_hole(text, _WIDE_BRACE_HOLE)
    else:
        _refuse(name, text, (*given, *named.values()))


def guard_filters(filters: dict[str, Callable[..., object]]) -> None:
    """Let the filters that repeat things refuse to make something giant."""
    for name in _FILTERS:
        filters[name] = _guarded(name, filters[name])


def _guarded(name: str, filter_: Callable[..., object]) -> Callable[..., object]:
    # Jinja2 marks a filter that is to get the template's setting before its value.
    skipped = 1 if hasattr(filter_, "jinja_pass_arg") else 0

    @wraps(filter_)
    def guarded(*given: object, **named: object) -> object:
        value, *others = given[skipped:]
        if isinstance(value, Iterator):  # what other filters give, which can be gone through once
            value = list(value)
            given = (*given[:skipped], value, *others)
        if name == "join":
            _refuse_join(named.get("d", others[0] if others else ""), value)
        else:
            _refuse(name, value, (*others, *named.values()))
        return filter_(*given, **named)

    return guarded


def _refuse(name: str, value: object, given: tuple[object, ...]) -> None:
    for number in given if name in _COUNTING else ():
        if isinstance(number, int):
            _refuse_more(number, f"{name} with the number {number}")
    if name == "format":  # the filter, whose holes are those of %
        _refuse_wide_hole(value, _WIDE_PERCENT_HOLE)
    if name == "replace" and len(given) > 1:
        times = str(value).count(str(given[0]))
        _refuse_more(times * len(str(given[1])), f"replacing something {times} times")


def _refuse_join(between: object, parts: object) -> None:
    if isinstance(parts, list | tuple):
        size = sum(len(part) for part in parts if isinstance(part, str))
        size += len(str(between)) * len(parts)
        _refuse_more(size, f"joining {len(parts)} things to {size} characters")


def _refuse_wide_hole(pattern: object, hole: re.Pattern[str]) -> None:
    if isinstance(pattern, str) and hole.search(pattern):
        raise SecurityError("filling a hole that is so wide")


def _refuse_more(size: int, what: str) -> None:
    if size > MOST_REPEATED:
        raise SecurityError(what)
