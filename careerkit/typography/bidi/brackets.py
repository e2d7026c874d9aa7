"""Brackets of a run go in; those that pair take a direction (BD14 to BD16, N0; L4)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from careerkit.typography.bidi.classes import class_of

# Canonically equivalent to U+3008 and U+3009, with which they pair (BD14).
_SAME_BRACKET = {"\u2329": "\u3008", "\u232a": "\u3009"}


def resolve_brackets(
    types: list[str], characters: Sequence[str], start_type: str, own_direction: str
) -> None:
    """N0: a pair of brackets takes the direction of what it holds, or of what stands before it."""

    def direction(each: str) -> str:
        return "R" if each in ("R", "EN", "AN") else each if each == "L" else ""

    for opening, closing in _bracket_pairs(types, characters):
        inside = {direction(each) for each in types[opening + 1 : closing]} - {""}
        if own_direction in inside:
            resolved = own_direction
        elif inside:
            before = next(
                (direction(each) for each in reversed(types[:opening]) if direction(each)),
                start_type,
            )
            resolved = before if before != own_direction else own_direction
        else:
            continue
        for index in (opening, closing):
            types[index] = resolved
            # Marks on a bracket follow it.
            near = index + 1
            while near < len(types) and class_of(characters[near]) == "NSM":
                types[near] = resolved
                near += 1


def _bracket_pairs(types: Sequence[str], characters: Sequence[str]) -> list[tuple[int, int]]:
    """BD16: the pairs of brackets, by their opening ones."""
    pairs: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for index, (each, character) in enumerate(zip(types, characters, strict=True)):
        if each != "ON":
            continue
        closing = _closing_bracket(character)
        if closing:
            if len(stack) == 63:
                break
            stack.append((closing, index))
            continue
        wanted = _SAME_BRACKET.get(character, character)
        for depth in range(len(stack) - 1, -1, -1):
            if stack[depth][0] == wanted:
                pairs.append((stack[depth][1], index))
                del stack[depth:]
                break
    return sorted(pairs)


@lru_cache(maxsize=512)
def _closing_bracket(character: str) -> str:
    """Return the bracket that closes an opening one, "" for all other characters."""
    if unicodedata.category(character) != "Ps":
        return ""
    closing = mirrored(character)
    if closing == character:
        return ""
    return _SAME_BRACKET.get(closing, closing)


def mirrored(character: str) -> str:
    """Return the character whose shape is a character's mirror image (L4), or itself."""
    from bidi.algorithm import MIRRORED

    return str(MIRRORED.get(character, character))
