"""A file that was drawn wrong: it is made and told of, by any number of processes."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any, BinaryIO

import pikepdf
import pytest

import careerkit.pdf
from careerkit.cli.command import main
from careerkit.pages import ComposedPages
from careerkit.pdf import write_pdf
from tests.school import NURSE, School, found_school

BOOKLET = "output/en/nurse.booklet.pdf"
ONLY = ("--edition", "booklet", "--edition", "deck")
DEFECT = (
    f"{BOOKLET}: warning: the document does not say its language; "
    "this is a defect of careerkit, please report it"
)


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> School:
    """A school with one small career, to be worked in."""
    monkeypatch.chdir(tmp_path)
    return found_school(tmp_path)


@pytest.fixture
def faulty_writer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A writer that forgets a booklet's language."""

    def write(composed: ComposedPages, target: BinaryIO, **how: Any) -> None:
        written = io.BytesIO()
        write_pdf(composed, written, **how)
        with pikepdf.open(written) as pdf:
            del pdf.Root["/Lang"]
            pdf.save(target)

    monkeypatch.setattr(careerkit.pdf, "write_pdf", write)


@pytest.mark.usefixtures("faulty_writer")
@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_defect_is_told_and_the_file_is_made(
    school: School, capfd: pytest.CaptureFixture[str], processes: str
) -> None:
    """If a file has a defect, then it is made, and the defect is told as a warning, each time."""
    for _ in range(2):
        assert main(["--jobs", processes, *ONLY]) == 0
        told = capfd.readouterr().err.splitlines()
        assert told[0] == DEFECT
        assert told[-1].endswith(", 1 warning")
        assert BOOKLET.removeprefix("output/") in school.made()


@pytest.mark.usefixtures("faulty_writer")
def test_strict_takes_a_defect_for_an_error(
    school: School, capfd: pytest.CaptureFixture[str]
) -> None:
    """If --strict is given, then the file is not made, and ``check`` says the same."""
    assert main(["check", "--strict", *ONLY]) == 1
    assert DEFECT in capfd.readouterr().err.splitlines()
    assert main(["--strict", "--json", *ONLY]) == 1
    told = capfd.readouterr()
    assert DEFECT in told.err.splitlines()
    events = [json.loads(line) for line in told.out.splitlines()]
    assert [event["event"] for event in events] == ["stopped", "made", "problem"]
    assert (events[2]["file"], events[2]["severity"]) == (BOOKLET, "warning")
    assert BOOKLET.removeprefix("output/") not in school.made()


def test_a_sound_file_is_not_told_of(school: School, capfd: pytest.CaptureFixture[str]) -> None:
    """If nothing is wrong with what was drawn, then --strict has nothing against it."""
    assert main(["--strict"]) == 0
    assert capfd.readouterr().err.splitlines()[-1].endswith(", no problems")
    assert len(school.made()) == 4


def test_a_missing_glyph_is_told_once(school: School, capfd: pytest.CaptureFixture[str]) -> None:
    """If a character has no glyph, then its place in the source is told, and no defect."""
    school.write_career("nurse", NURSE.replace("Care for", "Care 😀 for"))
    assert main([]) == 0
    told = capfd.readouterr().err
    assert "missing glyph: U+1F600" in told
    assert "defect" not in told
