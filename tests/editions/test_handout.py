"""The handout as a file: made by default, two sides of a sheet, and what found no room is told."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pikepdf
import pytest

from careerkit.editions.handout import tell_left_out
from careerkit.pages.sheet import LeftOut
from tests.school import School, found_school

TASKS = "\n".join(f"  - Task number {count} that has to be done each day" for count in range(200))
PROFILE = f"""\
schema: 1
title: Tester
tagline: A person who tests things.
overview: {{work: You test things.}}
daily_tasks:
{TASKS}
"""


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A school with a career of many tasks."""
    school = found_school(tmp_path)
    school.write_career("tester", PROFILE)
    return school


def test_a_handout_has_two_sides(school: School) -> None:
    """If a handout is asked for, then it has two sides of A4."""
    done = school.run("build", "tester", "--locale", "en", "--edition", "handout")
    assert done.returncode == 0, done.stderr
    assert "1 handout made (2 sides)" in done.stderr
    with pikepdf.open(school.output / "en" / "tester.handout.pdf") as pdf:
        assert len(pdf.pages) == 2
        boxes = [
            [round(float(side) / 72 * 25.4, 1) for side in page.mediabox] for page in pdf.pages
        ]
        assert boxes == [[0.0, 0.0, 210.0, 297.0]] * 2


def test_a_handout_on_letter_paper(school: School) -> None:
    """If the paper is Letter, then so is the sheet, and its name says so."""
    done = school.run(
        "build", "tester", "--locale", "en", "--edition", "handout", "--paper", "letter"
    )
    assert done.returncode == 0, done.stderr
    with pikepdf.open(school.output / "en" / "tester.handout.letter.pdf") as pdf:
        assert [float(side) for side in pdf.pages[0].mediabox] == [0, 0, 612, 792]


def test_copies_are_counted(school: School) -> None:
    """If copies are asked for, then whoever stands at the copier is told how to print them."""
    asked = ("tester", "--locale", "en", "--edition", "handout")
    done = school.run("build", *asked, "--copies", "30")
    assert "30 copies: 30 sheets of A4, both sides, flip on the long edge\n" in done.stderr
    assert "copies" not in school.run("build", *asked, "--force").stderr


def test_what_found_no_room_is_told(school: School) -> None:
    """If texts were left out, then people are told how many, programs are told each."""
    asked = ("build", "tester", "--locale", "en", "--edition", "handout")
    done = school.run(*asked)
    found = re.search(
        r'tester.handout.pdf: (\d+) texts have no room on the sheet: \1 of "A day at work"',
        done.stderr,
    )
    assert found, done.stderr
    done = school.run(*asked, "--json", "--force")
    (made,) = (
        line for line in map(json.loads, done.stdout.splitlines()) if line["event"] == "made"
    )
    last = "Task number 199 that has to be done each day"
    assert len(made["left_out"]) == int(found[1]) > 20
    assert made["left_out"][-1] == {"section": "A day at work", "text": last}


def test_the_words_of_what_is_told() -> None:
    """If texts of some parts were left out, then the parts with most of them are named."""
    texts = [LeftOut("A", "1"), LeftOut("B", "2"), LeftOut("B", "3")]
    assert tell_left_out([]) == ()
    (one,) = tell_left_out(texts[:1])
    assert one.message == '1 text has no room on the sheet: 1 of "A"'
    assert one.fields == (("left_out", [{"section": "A", "text": "1"}]),)
    (three,) = tell_left_out(texts)
    assert three.message == '3 texts have no room on the sheet: 2 of "B" and 1 of "A"'
    more = [*texts, LeftOut("C" * 80, "4"), LeftOut("D", "5")]
    (many,) = tell_left_out(more)
    assert many.message == (
        f'5 texts have no room on the sheet: 2 of "B", 1 of "A", 1 of "{"C" * 59}…" and others'
    )
