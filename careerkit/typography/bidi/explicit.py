"""Classes go in; levels by embeddings and isolates, and their runs, come out (P2 to X10)."""

from __future__ import annotations

from collections.abc import Sequence

from careerkit.typography.bidi.classes import ISOLATES, REMOVED

_MAX_DEPTH = 125  # BD2
_EMBEDDINGS = {"RLE": (1, ""), "LRE": (0, ""), "RLO": (1, "R"), "LRO": (0, "L")}


def _first_strong(classes: Sequence[str], start: int, end: int) -> int:
    """P2 and P3: skip isolates whole."""
    depth = 0
    for index in range(start, end):
        each = classes[index]
        if each in ISOLATES:
            depth += 1
        elif each == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and each in ("L", "R", "AL"):
            return 0 if each == "L" else 1
    return 0


def match_isolates(classes: Sequence[str]) -> dict[int, int]:
    """BD9: pair isolate initiators with their PDI, both ways."""
    matching: dict[int, int] = {}
    opened: list[int] = []
    for index, each in enumerate(classes):
        if each in ISOLATES:
            opened.append(index)
        elif each == "PDI" and opened:
            start = opened.pop()
            matching[start], matching[index] = index, start
    return matching


def find_explicit_levels(
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
        elif each in ISOLATES:  # X5a to X5c
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


def find_run_sequences(
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
        while original[sequence[-1]] in ISOLATES and sequence[-1] in matching:
            following = run_that_begins.get(matching[sequence[-1]])
            if following is None:
                break
            sequence += following
        sequences.append(sequence)
    return sequences


def find_edge_types(
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
        (levels[i] for i in range(first - 1, -1, -1) if original[i] not in REMOVED), base_level
    )
    after = base_level
    if original[last] not in ISOLATES or last in matching:
        after = next(
            (levels[i] for i in range(last + 1, len(levels)) if original[i] not in REMOVED),
            base_level,
        )
    return "R" if max(level, before) % 2 else "L", "R" if max(level, after) % 2 else "L"
