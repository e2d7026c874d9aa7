"""What a profile says twice is told, with the line of the first; what differs is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from careerkit.content import Profile, read_profile
from careerkit.content.repeats import find_repeats
from tests.content.test_explain import HEAD
from tests.shipped import PROFILES, SOURCE

Read = Callable[[str], Profile]


def told(profile: Profile) -> list[str]:
    """Return the warnings, without the folder."""
    assert all(problem.severity == "warning" for problem in find_repeats(profile))
    return [
        str(each).replace(f"{profile.source_folder}/", "") for each in sorted(find_repeats(profile))
    ]


def test_repeated_items_name_the_first(read: Read) -> None:
    """If an item stands twice, then both lines are told, and what to do."""
    text = (
        "skills:\n  - Patience\n  - Care\n  - {name: patience, kind: personal}\ntools: [A, A, a]\n"
    )
    hint = "already: keep one, or say how they differ"
    assert told(read(HEAD + text)) == [
        f"baker.yaml:{found}\n  hint: it stands in line {line} {hint}"
        for found, line in (
            ('9:5: warning: skills[2]: "patience" stands twice in this list', 7),
            ('10:12: warning: tools[1]: "A" stands 3 times in this list', 10),
        )
    ]


def test_a_list_of_any_length_is_looked_through(read: Read) -> None:
    """If a list is as long as a file may be, then it is looked through all the same."""
    many = "".join(f"  - {{name: A, note: {number}}}\n" for number in range(1_000))
    names = "".join(f"  - A{number}\n" for number in range(1_000))
    assert told(read(HEAD + f"employers:\n{many}tools:\n{names}")) == []


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("other_titles: [A, a]\n", "other_titles[1]"),
        ("interests: [social, realistic, social]\n", "interests[2]"),
        ("subjects: [Biology, {name: Biology, stage: A/L}]\n", "subjects[1]"),
        ("suits: [You  wait, You wait]\n", "suits[1]"),
        ("progression: [A, B, A]\n", "progression[2]"),
        ("entry_routes: [{route: A, providers: [B, B]}]\n", "entry_routes[0].providers[1]"),
        ("roadmap: [{stage: A, actions: [B, {action: B, detail: C}]}]\n", "roadmap[0].actions[1]"),
        ("glossary: [{term: A, meaning: B}, {term: A, meaning: B}]\n", "glossary[1]"),
        ("facts: [{label: A, amount: 1}, {label: A, amount: 1}]\n", "facts[1]"),
        ("about: {authors: [A, A]}\n", "about.authors[1]"),
    ],
)
def test_repeats_in_any_list(read: Read, text: str, path: str) -> None:
    """If any list has an item twice, at whatever depth, then that is told at the second."""
    (line,) = told(read(HEAD + text))
    assert f"warning: {path}: " in line


@pytest.mark.parametrize(
    "text",
    [
        "subjects: [{name: Biology, stage: O/L}, {name: Biology, stage: A/L}]\n",
        "skills: [{name: Care, note: Of tools}, {name: Care, note: Of people}]\n",
        "facts: [{label: A, amount: 1}, {label: A, amount: 2}]\n",
        "talk: [{section: day, say: One.}, {section: day, say: Two.}]\n",
        "related: [{title: Baker of cakes}]\n",
    ],
)
def test_what_differs_is_no_repeat(read: Read, text: str) -> None:
    """If something tells two items apart, then nothing is said."""
    assert told(read(HEAD + text)) == []


def test_a_career_is_not_its_own_neighbour(read: Read) -> None:
    """If a career names itself where others are named, then that is told at the name."""
    text = (
        "other_titles: [baker, Breadmaker]\n"
        "related: [{title: Baker}, breadmaker, Miller]\n"
        "may_not_suit: [{because: A, consider: [Baker, Miller]}]\n"
    )
    another = "name another career"
    assert told(read(HEAD + text)) == [
        f"baker.yaml:{place}: warning: {found} is this career itself\n  hint: {hint}"
        for place, found, hint in (
            ("6:16", 'other_titles[0]: "baker"', "write other names of it only"),
            ("7:19", 'related[0].title: "Baker"', another),
            ("7:27", 'related[1].title: "breadmaker"', another),
            ("8:40", 'may_not_suit[0].consider[0]: "Baker"', another),
        )
    ]


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_no_career_that_ships_repeats_itself(path: Path) -> None:
    """If a career ships, then it says nothing twice."""
    assert told(read_profile(path, SOURCE)) == []
