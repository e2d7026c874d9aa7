"""A deck longer than a talk is told what makes it long; one that nobody can mean is not made."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pptx import Presentation

from tests.school import School, found_school
from tests.shipped import ROOT

LONGEST_TALK, MOST_SLIDES = 60, 300
HEAD = """\
schema: 1
title: Tester
tagline: A person who tests things.
overview: {work: You test things.}
employers: [One, Two, Three]
daily_tasks:
"""


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A school with a career of so many tasks that a test writes."""
    return found_school(tmp_path)


def write(school: School, slides_of_tasks: int) -> None:
    """Write a profile with so many slides of tasks, four to a slide, and four other slides."""
    listed = "".join(
        f"  - Task number {count} that has to be done\n" for count in range(4 * slides_of_tasks)
    )
    school.write_career("tester", HEAD + listed)


def run(school: School, command: str, *more: str) -> tuple[int, str]:
    """Run the program for the deck; return its code and what it says."""
    done = school.run(command, "tester", "--locale", "en", "--edition", "deck", *more)
    return done.returncode, done.stderr


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_deck_longer_than_a_talk_says_what_makes_it_long(school: School, command: str) -> None:
    """If a deck has more slides than a talk has time for, then the longest part is named."""
    write(school, LONGEST_TALK)
    code, said = run(school, command)
    assert code == 0
    message = (
        f"source/careers/tester.yaml:7:5: warning: the deck in en has {LONGEST_TALK + 4} slides, "
        f'of which {LONGEST_TALK} are "A day at work"\n'
        f"  hint: a talk has no time for more than {LONGEST_TALK} slides: "
        "shorten what is longest, or leave it out\n"
    )
    assert message in said
    assert run(school, command, "--strict")[0] == 1


def test_a_deck_as_long_as_a_talk_is_no_matter(school: School) -> None:
    """If a deck has just as many slides as a talk has time for, then nothing is said of it."""
    write(school, LONGEST_TALK - 4)
    code, said = run(school, "build")
    assert (code, "a talk has no time" in said) == (0, False)
    deck = school.output / "en" / "tester.deck.pptx"
    assert len(Presentation(io.BytesIO(deck.read_bytes())).slides) == LONGEST_TALK


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_deck_that_nobody_can_mean_is_not_made(school: School, command: str) -> None:
    """If a deck has more slides than the hard limit, then it is an error, and no file."""
    write(school, MOST_SLIDES)
    code, said = run(school, command)
    assert code == 1
    message = (
        f"source/careers/tester.yaml:7:5: the deck in en would have {MOST_SLIDES + 4} slides, "
        f'of which {MOST_SLIDES} are "A day at work"; the most is {MOST_SLIDES}\n'
    )
    assert message in said
    assert not list(school.output.rglob("*.pptx"))


def test_both_limits_are_in_the_readme() -> None:
    """If a limit is changed, then README.md says the new one."""
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    assert f"over {LONGEST_TALK} slides" in readme
    assert f"over {MOST_SLIDES} slides" in readme
