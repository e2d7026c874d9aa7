"""Text of mixed direction goes in; embedding levels and the order on the line come out (UAX #9).

Terms of UAX #9, the Unicode Bidirectional Algorithm (revision 48):

- A character's *bidirectional class* (``L``, ``R``, ``AL``, ``EN`` ...) says how it runs by itself.
- Its *level* says how deep it stands in runs of changing direction: even levels read from left to
  right, odd ones from right to left.
- An *isolate* (U+2066 to U+2069) keeps a foreign phrase from changing the order around it.

The rules' names (X1, W4, N0, L2 ...) stand where they are carried out. python-bidi 0.6 offers no
levels from its Rust part, and its Python part knows neither isolates nor paired brackets, so the
algorithm is here; a test holds it to every case of the Unicode Character Database.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_MAX_DEPTH = 125  # BD2
_EMBEDDINGS = {"RLE": (1, ""), "LRE": (0, ""), "RLO": (1, "R"), "LRO": (0, "L")}
_ISOLATES = frozenset(("LRI", "RLI", "FSI"))
# X9: these take no part in what follows the explicit levels.
_REMOVED = frozenset(("RLE", "LRE", "RLO", "LRO", "PDF", "BN"))
_NEUTRAL = frozenset(("B", "S", "WS", "ON", "FSI", "LRI", "RLI", "PDI"))
# Canonically equivalent to U+3008 and U+3009, with which they pair (BD14).
_SAME_BRACKET = {"\u2329": "\u3008", "\u232a": "\u3009"}


def may_turn(text: str) -> bool:
    """Return whether a text has any character that makes the order of its line a question."""
    return not text.isascii() and _TURNING.search(text) is not None


_RISE_IN_ODD = {"L": 1, "AN": 1, "EN": 1}
# The blocks of the right-to-left scripts, and the marks of direction.
_TURNING = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def embedding_levels(text: str, base_level: int) -> list[int]:
    """Return the level of each character of one paragraph (P2 to I2, without L1).

    ``base_level`` is 0 or 1, the paragraph's own direction. Characters that X9 removes have the
    level of what stands before them.
    """
    classes = [_class_of(each) for each in text]
    original = list(classes)
    matching = _match_isolates(original)
    levels = _explicit_levels(classes, original, matching, base_level)
    kept = [index for index, each in enumerate(original) if each not in _REMOVED]
    sequences = _isolating_run_sequences(kept, levels, original, matching)
    edges = [_edge_types(each, levels, original, matching, base_level) for each in sequences]
    for sequence, (start_type, end_type) in zip(sequences, edges, strict=True):
        types = [classes[index] for index in sequence]
        own_direction = "R" if levels[sequence[0]] % 2 else "L"
        _resolve_weak(types, start_type)
        _resolve_brackets(types, [text[i] for i in sequence], start_type, own_direction)
        _resolve_neutral(types, start_type, end_type, own_direction)
        for index, each in zip(sequence, types, strict=True):  # I1, I2
            rise = {"R": 1, "AN": 2, "EN": 2} if own_direction == "L" else _RISE_IN_ODD
            levels[index] += rise.get(each, 0)
    before = base_level
    for index, each in enumerate(original):
        if each in _REMOVED:
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


@lru_cache(maxsize=4096)
def _class_of(character: str) -> str:
    # Characters that are not assigned have no class in Python's tables; UAX #9 gives most L.
    return unicodedata.bidirectional(character) or "L"


def _first_strong(classes: Sequence[str], start: int, end: int) -> int:
    """P2 and P3: skip isolates whole."""
    depth = 0
    for index in range(start, end):
        each = classes[index]
        if each in _ISOLATES:
            depth += 1
        elif each == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and each in ("L", "R", "AL"):
            return 0 if each == "L" else 1
    return 0


def _match_isolates(classes: Sequence[str]) -> dict[int, int]:
    """BD9: pair isolate initiators with their PDI, both ways."""
    matching: dict[int, int] = {}
    opened: list[int] = []
    for index, each in enumerate(classes):
        if each in _ISOLATES:
            opened.append(index)
        elif each == "PDI" and opened:
            start = opened.pop()
            matching[start], matching[index] = index, start
    return matching


def _explicit_levels(
    classes: list[str], original: Sequence[str], matching: dict[int, int], base_level: int
) -> list[int]:
    """X1 to X8: levels from embeddings, overrides and isolates; overrides change ``classes``."""
    levels = [base_level] * len(classes)
    stack: list[tuple[int, str, bool]] = [(base_level, "", False)]
    overflow_isolates = overflow_embeddings = valid_isolates = 0
    for index, each in enumerate(original):
        level, override, _ = stack[-1]
        if each in _EMBEDDINGS:  # X2 to X5
            odd, own_override = _EMBEDDINGS[each]
            deeper = level + 1 if (level + 1) % 2 == odd else level + 2
            if deeper <= _MAX_DEPTH and not overflow_isolates and not overflow_embeddings:
                stack.append((deeper, own_override, False))
            elif not overflow_isolates:
                overflow_embeddings += 1
        elif each in _ISOLATES:  # X5a to X5c
            levels[index] = level
            classes[index] = override or each
            odd = 1 if each == "RLI" else 0
            if each == "FSI":
                odd = _first_strong(original, index + 1, matching.get(index, len(original)))
            deeper = level + 1 if (level + 1) % 2 == odd else level + 2
            if deeper <= _MAX_DEPTH and not overflow_isolates and not overflow_embeddings:
                valid_isolates += 1
                stack.append((deeper, "", True))
            else:
                overflow_isolates += 1
        elif each == "PDI":  # X6a
            if overflow_isolates:
                overflow_isolates -= 1
            elif valid_isolates:
                overflow_embeddings = 0
                while not stack[-1][2]:
                    stack.pop()
                stack.pop()
                valid_isolates -= 1
            level, override, _ = stack[-1]
            levels[index] = level
            classes[index] = override or each
        elif each == "PDF":  # X7
            if not overflow_isolates:
                if overflow_embeddings:
                    overflow_embeddings -= 1
                elif len(stack) > 1 and not stack[-1][2]:
                    stack.pop()
        elif each == "B":  # X8
            levels[index] = base_level
        elif each != "BN":  # X6
            levels[index] = level
            classes[index] = override or each
    return levels


def _isolating_run_sequences(
    kept: Sequence[int],
    levels: Sequence[int],
    original: Sequence[str],
    matching: dict[int, int],
) -> list[list[int]]:
    """BD13 and X10: level runs, joined over isolates."""
    runs: list[list[int]] = []
    for index in kept:
        if runs and levels[runs[-1][-1]] == levels[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
    run_that_begins = {run[0]: run for run in runs}
    sequences: list[list[int]] = []
    for run in runs:
        if original[run[0]] == "PDI" and run[0] in matching:
            continue  # it goes on from the run of its initiator
        sequence = list(run)
        while original[sequence[-1]] in _ISOLATES and sequence[-1] in matching:
            following = run_that_begins.get(matching[sequence[-1]])
            if following is None:
                break
            sequence += following
        sequences.append(sequence)
    return sequences


def _edge_types(
    sequence: Sequence[int],
    levels: Sequence[int],
    original: Sequence[str],
    matching: dict[int, int],
    base_level: int,
) -> tuple[str, str]:
    """X10: the directions a sequence borders on, by the explicit levels around it."""
    level = levels[sequence[0]]
    first, last = sequence[0], sequence[-1]
    before = next(
        (levels[i] for i in range(first - 1, -1, -1) if original[i] not in _REMOVED), base_level
    )
    after = base_level
    if original[last] not in _ISOLATES or last in matching:
        after = next(
            (levels[i] for i in range(last + 1, len(levels)) if original[i] not in _REMOVED),
            base_level,
        )
    return "R" if max(level, before) % 2 else "L", "R" if max(level, after) % 2 else "L"


def _resolve_weak(types: list[str], start_type: str) -> None:
    """W1 to W7."""
    before = start_type
    for index, each in enumerate(types):  # W1
        if each == "NSM":
            types[index] = "ON" if before in _ISOLATES or before == "PDI" else before
        before = types[index]
    strong = start_type
    for index, each in enumerate(types):  # W2, W3
        if each in ("L", "R", "AL"):
            strong = each
        elif each == "EN" and strong == "AL":
            types[index] = "AN"
    for index, each in enumerate(types):
        if each == "AL":
            types[index] = "R"
    for index in range(1, len(types) - 1):  # W4
        left, right = types[index - 1], types[index + 1]
        if types[index] == "ES" and left == right == "EN":
            types[index] = "EN"
        elif types[index] == "CS" and left == right and left in ("EN", "AN"):
            types[index] = left
    for index, each in enumerate(types):  # W5
        if each == "EN":
            for step in (-1, 1):
                near = index + step
                while 0 <= near < len(types) and types[near] == "ET":
                    types[near] = "EN"
                    near += step
    strong = start_type
    for index, each in enumerate(types):  # W6, W7
        if each in ("ES", "ET", "CS"):
            types[index] = "ON"
        elif each in ("L", "R"):
            strong = each
        elif each == "EN" and strong == "L":
            types[index] = "L"


def _resolve_brackets(
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
            while near < len(types) and _class_of(characters[near]) == "NSM":
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


def _resolve_neutral(types: list[str], start_type: str, end_type: str, own_direction: str) -> None:
    """N1 and N2."""
    index = 0
    while index < len(types):
        if types[index] not in _NEUTRAL:
            index += 1
            continue
        end = index
        while end < len(types) and types[end] in _NEUTRAL:
            end += 1
        left = start_type if index == 0 else "L" if types[index - 1] == "L" else "R"
        right = end_type if end == len(types) else "L" if types[end] == "L" else "R"
        for each in range(index, end):
            types[each] = left if left == right else own_direction
        index = end
