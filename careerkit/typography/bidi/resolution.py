"""The types of one run go in; weak and neutral ones are resolved (W1 to W7, N1, N2)."""

from __future__ import annotations

from careerkit.typography.bidi.classes import ISOLATES, NEUTRAL


def resolve_weak(types: list[str], start_type: str) -> None:
    """W1 to W7."""
    before = start_type
    for index, each in enumerate(types):  # W1
        if each == "NSM":
            types[index] = "ON" if before in ISOLATES or before == "PDI" else before
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


def resolve_neutral(types: list[str], start_type: str, end_type: str, own_direction: str) -> None:
    """N1 and N2."""
    index = 0
    while index < len(types):
        if types[index] not in NEUTRAL:
            index += 1
            continue
        end = index
        while end < len(types) and types[end] in NEUTRAL:
            end += 1
        left = start_type if index == 0 else "L" if types[index - 1] == "L" else "R"
        right = end_type if end == len(types) else "L" if types[end] == "L" else "R"
        for each in range(index, end):
            types[each] = left if left == right else own_direction
        index = end
