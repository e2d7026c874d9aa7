"""Text of mixed direction goes in; embedding levels and the order on the line come out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careerkit.typography.bidi.brackets import resolve_brackets
from careerkit.typography.bidi.classes import REMOVED, class_of
from careerkit.typography.bidi.explicit import (
    find_edge_types,
    find_explicit_levels,
    find_run_sequences,
    match_isolates,
)
from careerkit.typography.bidi.resolution import resolve_neutral, resolve_weak

_RISE_IN_ODD = {"L": 1, "AN": 1, "EN": 1}
# The blocks of the right-to-left scripts, and the marks of direction.
_TURNING = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def may_turn(text: str) -> bool:
    """Return whether a text has any character that makes the order of its line a question."""
    return not text.isascii() and _TURNING.search(text) is not None


def embedding_levels(text: str, base_level: int) -> list[int]:
    """Return the level of each character of one paragraph (P2 to I2, without L1).

    ``base_level`` is 0 or 1, the paragraph's own direction. Characters that X9 removes have the
    level of what stands before them.
    """
    classes = [class_of(each) for each in text]
    original = list(classes)
    matching = match_isolates(original)
    levels = find_explicit_levels(classes, original, matching, base_level)
    kept = [index for index, each in enumerate(original) if each not in REMOVED]
    sequences = find_run_sequences(kept, levels, original, matching)
    edges = [find_edge_types(each, levels, original, matching, base_level) for each in sequences]
    for sequence, (start_type, end_type) in zip(sequences, edges, strict=True):
        types = [classes[index] for index in sequence]
        own_direction = "R" if levels[sequence[0]] % 2 else "L"
        resolve_weak(types, start_type)
        resolve_brackets(types, [text[i] for i in sequence], start_type, own_direction)
        resolve_neutral(types, start_type, end_type, own_direction)
        for index, each in zip(sequence, types, strict=True):  # I1, I2
            rise = {"R": 1, "AN": 2, "EN": 2} if own_direction == "L" else _RISE_IN_ODD
            levels[index] += rise.get(each, 0)
    before = base_level
    for index, each in enumerate(original):
        if each in REMOVED:
            levels[index] = before
        before = levels[index]
    return levels


def visual_order(levels: Sequence[int]) -> list[int]:
    """Return the indexes of a line's items in the order they stand, left to right (L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            if end > start:
                order[start:end] = reversed(order[start:end])
            start = end + 1
    return order
