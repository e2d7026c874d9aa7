"""A step of a template goes in; a refusal comes out where it, or all of them, are too many.

Each item of a loop, each call, filter and printed value is a step, and so are every 16 characters
and every item of a list that it works on or makes. No one step may make what fills the memory, and
all together may be no more than ``MOST_STEPS``: some seconds, and less memory than a large picture.
"""

from __future__ import annotations

from collections.abc import Mapping

from jinja2.exceptions import SecurityError

from careerkit.translation.words.wording import JoinedText

MOST_STEPS = 4_000_000
MOST_REPEATED = 100_000
MOST_CAPTURED = 32 * 1024 * 1024
STEPS_OF_A_CALL = 8
STEPS_OF_A_TEMPLATE = 200
_CHARACTERS_A_STEP = 16
_MOST_WEIGHT = 2 * MOST_REPEATED + MOST_CAPTURED // _CHARACTERS_A_STEP


class OverworkError(Exception):
    """A template takes more steps than any document needs."""


class Allowance:
    """The steps that are left to one filling-in of a template."""

    def __init__(self) -> None:
        """Begin with all of them."""
        self._left = MOST_STEPS

    def begin(self) -> None:
        """Give a template all steps again."""
        self._left = MOST_STEPS

    def take(self, steps: int) -> None:
        """Take steps away. Raises OverworkError where none are left."""
        self._left -= steps
        if self._left < 0:
            raise OverworkError

    def take_for(self, *values: object) -> None:
        """Take the steps that it needs to go through values, however they lie in one another."""
        waiting: list[object] = list(values)
        weight = 1
        while waiting:
            value = waiting.pop()
            if isinstance(value, str | JoinedText):
                weight += 1 + size_of(value) // _CHARACTERS_A_STEP
            elif isinstance(value, list | tuple):
                weight += 1 + len(value)
                waiting += value
            elif isinstance(value, Mapping):
                weight += 1 + len(value)
                waiting += value.keys()
                waiting += value.values()
            else:
                weight += 1
            if weight > _MOST_WEIGHT:
                raise SecurityError("a list inside lists that holds so much")
        self.take(weight)


def size_of(value: object) -> int:
    """Return the number of characters of a text; of all else, 0."""
    if isinstance(value, JoinedText):
        return sum(map(len, value.pieces))
    return len(value) if isinstance(value, str) else 0
