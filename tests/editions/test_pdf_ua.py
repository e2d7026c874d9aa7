"""``--pdf-ua 2``: which files it concerns, their names, and that they are what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerkit.editions import EDITIONS
from careerkit.preflight.pdf.report import read_report
from careerkit.preflight.pdf.verdict import Audience, judge
from tests.school import School, found_school

TAGGED = [edition for edition in EDITIONS if "pdf_ua" in edition.varies_by]
PAPER = [each for each in EDITIONS if each.suffix == "pdf" and each not in TAGGED]


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> School:
    """A school with every PDF edition of its career, by both parts of PDF/UA."""
    school = found_school(tmp_path_factory.mktemp("school"))
    editions = [f"--edition={edition.name}" for edition in (*TAGGED, *PAPER)]
    for part in ("1", "2"):
        made = school.run("nurse", "--locale", "en", "--pdf-ua", part, *editions)
        assert made.returncode == 0, made.stderr
        assert "no problems" in made.stderr
    return school


def file_of(school: School, edition: str, infix: str = "") -> Path:
    """Give the path of a file."""
    return school.output / "en" / f"nurse.{edition}{infix}.pdf"


@pytest.mark.parametrize("edition", [each.name for each in TAGGED])
def test_a_tagged_edition_keeps_the_part_asked_for(school: School, edition: str) -> None:
    """If an edition is tagged, then each part of PDF/UA has a file, fit for a screen reader."""
    for infix, part, version in (("", 1, "1.7"), (".ua2", 2, "2.0")):
        report = read_report(file_of(school, edition, infix).read_bytes())
        assert (report.tags.pdf_ua, report.pdf_version) == (part, version)
        fit = {verdict.audience: verdict.is_fit for verdict in judge(report)}
        assert fit[Audience.SCREEN_READER]


def test_what_is_for_paper_is_not_made_twice(school: School) -> None:
    """If an edition is for paper, then it has no tags and no second file."""
    for edition in PAPER:
        assert not read_report(file_of(school, edition.name).read_bytes()).tags.is_tagged
        assert not file_of(school, edition.name, ".ua2").exists()
    assert len(TAGGED) > 0
