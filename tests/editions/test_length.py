"""A booklet that is longer than anybody uses is told, with what makes it long, or refused."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from careerkit.build.jobs import plan
from careerkit.content.problem import ContentError, Place
from careerkit.document.blocks import Paragraph, Section
from careerkit.document.spans import Span
from careerkit.editions.length import LengthLimits, check_length
from careerkit.editions.task import RenderTask
from careerkit.project.folders import Folders
from tests.school import NURSE, School, found_school, prepare_sheets

LIMITS = LengthLimits("page", 64, 256, "nobody folds so many")
PARAGRAPH = "Nurses look after people who are ill, and write down what was done on the ward. " * 4


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A school with one small career."""
    return found_school(tmp_path)


@pytest.fixture
def sheet(school: School) -> RenderTask:
    """The booklet of a small career."""
    folder = school.folder
    folders = Folders(folder / "source", folder / "layouts", folder / "output")
    (sheet,) = prepare_sheets(folders, plan(folders, editions=["booklet"]))
    return replace(sheet, profile=Path("source/careers/nurse.yaml"))


def write_long(school: School, paragraphs: int) -> None:
    """Write a career of so many paragraphs."""
    work = "".join(f"    {PARAGRAPH}\n\n" for _ in range(paragraphs))
    short = "  work: Nurses look after people who are ill. They give medicine and comfort.\n"
    assert short in NURSE
    school.write_career("nurse", NURSE.replace(short, f"  work: |\n{work}"))


def of_sections(sheet: RenderTask, *names: str) -> RenderTask:
    """The same booklet of other sections, whose words begin on lines 10, 20 ... of a file."""
    made = [
        Section(
            name, "chapter", (Span(name, place=Place("labels.yaml", 1)),), (paragraph(10 * at),)
        )
        for at, name in enumerate(names, start=1)
    ]
    return replace(sheet, document=replace(sheet.document, sections=tuple(made)))


def paragraph(line: int) -> Paragraph:
    """Words that go over two lines of a file."""
    text = (Span(PARAGRAPH, place=Place("nurse.yaml", line + 1, 3)),)
    return Paragraph((Span("Nurses", place=Place("nurse.yaml", line, 5)), *text))


def test_what_is_usual_is_not_told(sheet: RenderTask) -> None:
    """If a file is no longer than usual, then nothing is said."""
    assert check_length(sheet, 64, {"Work": 60}, LIMITS) == ()


def test_what_makes_a_file_long_is_told(sheet: RenderTask) -> None:
    """If a file is longer, then the sections that make it so are named, the longest first."""
    sections = {"A": 20, "B" * 80: 30, "C": 10, "D": 5, "E": 3}
    (problem,) = check_length(of_sections(sheet, *sections), 68, sections, LIMITS)
    assert str(problem) == (
        "nurse.yaml:20:5: warning: the booklet in en has 68 pages, of which"
        f' 30 are "{"B" * 59}…" and 20 are "A" and 10 are "C"\n'
        "  hint: nobody folds so many: shorten what is longest, or leave it out"
    )
    sections = {str(number): 4 for number in range(17)}
    (problem,) = check_length(of_sections(sheet, *sections), 68, sections, LIMITS)
    assert 'of which 4 are "0"' in problem.message


def test_what_cannot_be_meant_is_refused(sheet: RenderTask) -> None:
    """If a file would be a book, then that is an error with what makes it long."""
    with pytest.raises(ContentError) as caught:
        check_length(of_sections(sheet, "A"), 260, {"A": 250}, LIMITS)
    assert str(caught.value) == (
        "nurse.yaml:10:5: the booklet in en would have 260 pages, of which"
        ' 250 are "A"; the most is 256\n'
        "  hint: look for what came in by mistake, or make two careers of it"
    )


def test_a_long_booklet_is_told_and_made(school: School) -> None:
    """If a booklet has more than 64 pages, then it is made with a warning, in check and build."""
    write_long(school, 280)
    for command, code in (("check", 0), ("build", 0), ("build", 0)):
        done = school.run(command, "--edition", "booklet")
        assert done.returncode == code
        assert re.match(
            r"source/careers/nurse\.yaml:6:5: warning: the booklet in en has \d\d pages, of which"
            r' \d\d are "What the job is"\n'
            "  hint: more than 64 pages are too thick to be stapled in the fold: ",
            done.stderr,
        )
    assert school.run("check", "--strict", "--edition", "booklet").returncode == 1


def test_a_book_to_fold_names_the_same_line(school: School) -> None:
    """If a folded booklet is too thick, then the line of what makes it so is named as well."""
    write_long(school, 280)
    done = school.run("check", "--edition", "duplex")
    begin = "source/careers/nurse.yaml:6:5: warning: the duplex in en has "
    assert done.stderr.startswith(begin)


def test_a_book_is_no_booklet(school: School) -> None:
    """If a booklet would have more than 256 pages, then it is not made."""
    write_long(school, 1200)
    done = school.run("check", "--edition", "booklet")
    assert done.returncode == 1
    assert re.search(r"the booklet in en would have \d{3} pages, of which", done.stderr)
    assert "; the most is 256\n" in done.stderr
