"""Words that were lost or pasted in are told by ``check`` and ``build`` alike, with their lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.school import NURSE, School, found_school

TRANSLATION = """\
career: nurse
entries:
  - source: Nurse
    target: හෙදිය # හෙද
"""


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A school with one small career in English."""
    return found_school(tmp_path)


@pytest.mark.parametrize("command", [["check"], ["build", "--edition", "booklet"]])
def test_words_of_every_file_are_looked_through(school: School, command: list[str]) -> None:
    """If a profile, a translation, a label or a term has doubtful words, then each is told."""
    locales = school.folder / "source" / "locales"
    english = (locales / "en.yaml").read_text(encoding="utf-8")
    sinhala = english.replace("\n  contents: Contents\n", "\n  contents: “Contents”\n")
    assert sinhala != english
    (locales / "si.yaml").write_text(sinhala, encoding="utf-8")
    (locales / "si").mkdir()
    (locales / "si" / "nurse.yaml").write_text(TRANSLATION, encoding="utf-8")
    (locales / "si" / "terms.yaml").write_text("- {term: a, target: <b>අ</b>}\n", encoding="utf-8")
    text = NURSE.replace("Care for people when", "Care for **people** when # and")
    school.write_career("nurse", text)
    told = school.run(*command, "--locale", "si").stderr
    for line in (
        'careers/nurse.yaml:3:35: warning: tagline: "# and they need it most." is a comment',
        'careers/nurse.yaml:3:19: warning: tagline: "**people**" has signs of Markdown',
        'locales/si/nurse.yaml:4:19: warning: entries[0].target: "# හෙද" is a comment',
        'locales/si/terms.yaml:1:21: warning: terms[0].target: "<b>" is a tag of HTML',
        "warning: labels.contents: the quotation marks “ ” are printed",
    ):
        assert line in told


@pytest.mark.parametrize("command", [["check"], ["build", "--edition", "booklet"]])
def test_a_crowded_letter_stops_its_career(school: School, command: list[str]) -> None:
    """If a letter has more marks than a font can set, then its place is told, and no bug."""
    school.write_career("nurse", NURSE.replace("most.", "m" + "\u0301" * 200))
    done = school.run(*command)
    assert done.returncode == 1
    assert (
        "careers/nurse.yaml:3:44: tagline: 201 characters are piled up into one letter, beginning "
        "with the character U+006D (latin small letter m)\n"
        "  hint: leave at most 30 together: no language needs more"
    ) in done.stderr
