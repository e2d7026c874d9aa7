"""What a profile says twice is told, and a career that is named as its own kin."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from careerkit.content import Profile
from careerkit.content.checks.repeats import find_repeats
from tests.content.test_explain import HEAD

Read = Callable[[str], Profile]

TWICE = "this stands in line 6 already"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tools: [Oven, Scales, oven]", [("6:23", "tools[2]", TWICE)]),
        ("skills: [{name: Care, kind: technical}, Care]", [("6:41", "skills[1]", TWICE)]),
        ("skills: [{name: Care, note: a}, {name: care, note: b}]", [("6:33", "skills[1]", TWICE)]),
        ("subjects: [Art, Art]", [("6:17", "subjects[1]", TWICE)]),
        ("related: [Cook, {title: Cook, note: b}]", [("6:17", "related[1]", TWICE)]),
        ("interests: [social, social]", [("6:12", "interests[1]", TWICE)]),
        ("progression: [A, B,\n  A]", [("7:3", "progression[2]", TWICE)]),
        ("suits: [A  b, a b]", [("6:15", "suits[1]", TWICE)]),
        ("facts: [{label: a, value: b}, {label: a, value: b}]", [("6:31", "facts[1]", TWICE)]),
        (
            "glossary: [{term: a, meaning: b}, {term: A, meaning: c}]",
            [("6:35", "glossary[1]", TWICE)],
        ),
        (
            "entry_routes: [{route: a, requirements: [b, b]}]",
            [("6:45", "entry_routes[0].requirements[1]", TWICE)],
        ),
        (
            "roadmap: [{stage: a, actions: [b, {action: b}]}]",
            [("6:35", "roadmap[0].actions[1]", TWICE)],
        ),
        ("other_titles: [Baker]", [("6:16", "other_titles[0]", "this is the title itself")]),
        ("related: [baker]", [("6:11", "related[0].title", "this is the career itself")]),
        (
            "other_titles: [Bread maker]\nrelated: [{title: Bread Maker}]",
            [("7:19", "related[0].title", "this is the career itself")],
        ),
        (
            "may_not_suit: [{because: a, consider: [Cook, Baker]}]",
            [("6:46", "may_not_suit[0].consider[1]", "this is the career itself")],
        ),
    ],
)
def test_repeats_are_told(read: Read, text: str, told: list[tuple[str, str, str]]) -> None:
    """If something stands twice in a list, or a career is kin to itself, then it is told where."""
    found = list(find_repeats(read(f"{HEAD}{text}\n")))
    assert [
        (f"{one.place.line}:{one.place.column}", one.field, one.message) for one in found
    ] == told
    assert all(one.severity == "warning" and one.hint for one in found)


def test_the_middle_of_a_picture_is_no_repeat(read: Read, images: Path) -> None:
    """If a point lies as far from the left as from the top, then nothing is told."""
    assert images.is_dir()
    text = "images: [{file: ward.png, alt: a, focus: [0.5, 0.5]}]"
    assert list(find_repeats(read(f"{HEAD}{text}\n"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "tools: [Oven, Ovens]\nskills: [Oven]",
        "roadmap:\n  - {stage: a, actions: [Read]}\n  - {stage: b, actions: [Read]}",
        "subjects: [{name: Art, stage: O/L}, {name: Art, stage: A/L}]",
        "facts: [{label: a, amount: 1}, {label: a, amount: 2}]",
        (
            "pay:\n  - {region: a, level: b, low: 1, currency: LKR, period: day}\n"
            "  - {region: a, level: c, low: 1, currency: LKR, period: day}"
        ),
        "resources: [{title: a, url: https://a.org}, {title: a, url: https://b.org}]",
        "related: [Cook]\nmay_not_suit: [{because: a, consider: [Cook]}]",
    ],
)
def test_what_differs_is_no_repeat(read: Read, text: str) -> None:
    """If items differ in something, or stand in two lists, then nothing is said."""
    assert list(find_repeats(read(f"{HEAD}{text}\n"))) == []


def test_tasks_of_one_name(read: Read) -> None:
    """If two tasks have one name, then they are two if their details differ."""
    head = HEAD.replace("daily_tasks: [Weigh flour]", "daily_tasks: [{task: a, detail: b}, TASK]")
    assert list(find_repeats(read(head.replace("TASK", "{task: a, detail: c}")))) == []
    (told,) = find_repeats(read(head.replace("TASK", "{task: a, detail: b}")))
    assert (told.field, told.message) == ("daily_tasks[1]", "this stands in line 5 already")
