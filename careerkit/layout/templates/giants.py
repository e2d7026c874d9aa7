"""A step of a template goes in; a refusal comes out where it alone would make a giant thing.

A text of a million characters, a list of a hundred thousand things, a number of 77 digits: no
document has use for more, and one step too many of them fills the memory.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from jinja2.exceptions import SecurityError

from careerkit.layout.templates.allowance import MOST_REPEATED, size_of

MOST_CHARACTERS = 1_000_000
_MOST_BITS = 60  # money and counts have no more than 50; no two smaller ones hash alike
_MOST_PLACES = 30
_COMPARED_A_STEP = 4096
_MOVED_A_STEP = 65536

# A hole of a pattern for %: its width and its precision, where they are given.
_HOLE = re.compile(r"%(?:\([^)]*\))?[-+ #0]*(\*|[0-9]*)(?:\.(\*|[0-9]*))?")

Given = tuple[object, ...]


def refuse_operation(operator: str, left: object, right: object) -> None:
    """Raise SecurityError for a power, and for what would make a giant text, list or number."""
    if operator == "**":
        raise SecurityError("raising to a power")
    if operator == "%" and isinstance(left, str):
        refuse_filling(left, right)
    elif operator == "*":
        _refuse_repetition(left, right)
        _refuse_repetition(right, left)
    elif operator == "+":
        _refuse_addition(left, right)
    refuse_giant_number(left)
    refuse_giant_number(right)


def is_giant(number: object) -> bool:
    """Say whether something is a whole number of more digits than any document needs."""
    return isinstance(number, int) and number.bit_length() > _MOST_BITS


def refuse_giant_number(number: object) -> None:
    """Raise SecurityError for a whole number that prints as a giant text."""
    if is_giant(number):
        raise SecurityError("working with a number of so many digits")


def refuse_key(key: object) -> None:
    """Raise TypeError for a list as a key: a stranger can write lists that all hash alike.

    To find one of those takes as many comparisons as there are.
    """
    if isinstance(key, tuple):
        raise TypeError("a list cannot be a key, and is not like another; take a text or a number")


def steps_of(name: str, value: object, given: Given) -> int:
    """Return the steps of a search that may go through one text for each character of another.

    ``wordwrap`` moves what is left of a word that is wider than a line, line for line.
    """
    if not isinstance(value, str):
        return 0
    if name == "wordwrap":
        widths = [each for each in given if isinstance(each, int) and each > 0]
        return len(value) ** 2 // (widths[0] if widths else 79) // _MOVED_A_STEP
    return len(value) * max(map(size_of, given), default=0) // _COMPARED_A_STEP


def _refuse_repetition(repeated: object, times: object) -> None:
    if isinstance(repeated, str | list | tuple) and isinstance(times, int):
        refuse_more(len(repeated) * times, f"repeating something {times} times")


def _refuse_addition(left: object, right: object) -> None:
    if isinstance(left, str) and isinstance(right, str):
        refuse_joining(len(left) + len(right))
    elif isinstance(left, list | tuple) and isinstance(right, list | tuple):
        size = len(left) + len(right)
        refuse_more(size, f"making a list of {size} things")


def refuse_step(name: str, value: object, given: Given) -> None:
    """Raise SecurityError for a filter, or a text's own method, that would make a giant thing."""
    if name in _COUNTING:
        for number in given:
            if isinstance(number, int):
                refuse_more(number, f"{name} with the number {number}")
    if name in _REFUSE:
        _REFUSE[name](value, given)


def _refuse_indent(value: object, given: Given) -> None:
    lines, width = str(value).count("\n") + 1, given[0] if given else 4
    each = len(width) if isinstance(width, str) else width if isinstance(width, int) else 0
    refuse_more(lines * each, f"indenting {lines} lines by {each}")


def _refuse_wrapping(value: object, given: Given) -> None:
    size = len(str(value)) * max(map(size_of, given), default=0)
    refuse_more(size, "wrapping with such an end of a line", MOST_CHARACTERS)


def _refuse_round(value: object, given: Given) -> None:
    del value
    if any(isinstance(each, int) and abs(each) > _MOST_PLACES for each in given):
        raise SecurityError(f"rounding to more than {_MOST_PLACES} places")


def _refuse_sum(value: object, given: Given) -> None:
    del value
    if any(isinstance(each, list | tuple) for each in given):
        raise SecurityError("adding up lists")


def _refuse_replacement(value: object, given: Given) -> None:
    if len(given) > 1:
        times = str(value).count(str(given[0]))
        refuse_more(times * len(str(given[1])), f"replacing something {times} times")


_COUNTING = frozenset(["batch", "center", "indent", "ljust", "rjust", "slice", "zfill"])
_REFUSE: Mapping[str, Callable[[object, Given], None]] = MappingProxyType(
    {
        "indent": _refuse_indent,
        "replace": _refuse_replacement,
        "round": _refuse_round,
        "sum": _refuse_sum,
        "wordwrap": _refuse_wrapping,
    }
)


def refuse_joined(between: object, parts: object) -> None:
    """Raise SecurityError for parts that would make a giant text with something between them."""
    if isinstance(parts, list | tuple):
        size = sum(size_of(part) for part in parts)
        size += len(str(between)) * len(parts)
        refuse_more(size, f"joining {len(parts)} things to {size} characters", MOST_CHARACTERS)


def refuse_joining(size: int) -> None:
    """Raise SecurityError for texts that together have too many characters."""
    refuse_more(size, f"putting texts together to {size:,} characters", MOST_CHARACTERS)


def refuse_filling(pattern: str, given: object) -> None:
    """Raise SecurityError for a pattern with a giant hole, or with giant things for its holes."""
    if isinstance(given, Mapping):
        given = tuple(given.values())
    values = given if isinstance(given, tuple | list) else (given,)
    longest = max(map(size_of, values), default=0)
    size = len(pattern)
    for hole in _HOLE.finditer(pattern):
        widths = [width for width in hole.groups() if width]
        if "*" in widths or any(len(width) > len(str(MOST_REPEATED)) for width in widths):
            raise SecurityError("filling a hole that is so wide")
        size += longest + sum(int(width) for width in widths)
    if size > MOST_REPEATED and size > len(pattern):
        raise SecurityError("filling a hole that is so wide")


def refuse_more(size: int, what: str, most: int = MOST_REPEATED) -> None:
    """Raise SecurityError, naming what was to be done, where a size is too large."""
    if size > most:
        raise SecurityError(what)
