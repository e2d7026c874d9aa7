"""Every file in ``output/``, read by programs that are not Python and not this project's own.

They need tools from apt and npm, so ``.ci/run`` installs those and runs this folder by name.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import openxml_audit
import page
import pytest
import yaml
from babel.core import get_global

from careerkit.content.career_name import CareerName
from tests.shipped import PROFILE_OF, ROOT

BOOKLETS = sorted((ROOT / "output").rglob("*.booklet.pdf"))
DECKS = sorted((ROOT / "output").rglob("*.deck.pptx"))


def names(path: Path) -> str:
    """Name a file in a test's id."""
    return path.relative_to(ROOT / "output").as_posix()


def run(*command: str | Path) -> str:
    """Run a program that has to succeed, and return what it printed."""
    done = subprocess.run(
        [str(word) for word in command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def languages_of(path: Path) -> set[str]:
    """Return the languages that a career's file is to be made in, by the files themselves."""
    there = {locale.stem for locale in (ROOT / "source" / "locales").glob("*.yaml")}
    country = CareerName.of(path).country
    if not country:
        return there
    named = yaml.safe_load(path.read_text(encoding="utf-8")).get("languages")
    usual = {
        tag
        for tag, facts in get_global("territory_languages")[country].items()
        if facts["official_status"] in ("official", "de_facto_official")
        or facts["population_percent"] >= 5
    }
    return there & {*(named or usual)}


def test_every_career_was_made() -> None:
    """If a career is in source, then its booklet and deck are in output for each of its languages.

    Those are all that have a locale file; of a country's part, those that it names, or else those
    that CLDR has as official there or read by one in twenty.
    """
    expected = {
        f"{tag}/{career}" for career, path in PROFILE_OF.items() for tag in languages_of(path)
    }
    assert {made.partition("/")[2] for made in expected} == {*PROFILE_OF}
    assert {names(path).removesuffix(".booklet.pdf") for path in BOOKLETS} == expected
    assert {names(path).removesuffix(".deck.pptx") for path in DECKS} == expected


@pytest.mark.parametrize("booklet", BOOKLETS, ids=names)
def test_qpdf_finds_no_fault(booklet: Path) -> None:
    """If a booklet is written, then qpdf finds its structure sound."""
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", booklet)


@pytest.mark.parametrize("booklet", BOOKLETS, ids=names)
def test_every_font_is_embedded_and_subset(booklet: Path) -> None:
    """If a booklet has a font, then it is embedded, cut down, and says which letters it shows."""
    rows = run("pdffonts", booklet).splitlines()[2:]
    assert rows
    for row in rows:
        embedded, subset, unicode = row.split()[-5:-2]
        assert (embedded, subset, unicode) == ("yes", "yes", "yes"), row


@pytest.mark.parametrize("booklet", BOOKLETS, ids=names)
def test_a_booklet_conforms_to_pdf_ua(booklet: Path) -> None:
    """If a booklet is written, then a screen reader finds what PDF/UA-1 asks for."""
    report = page.validate_pdf(str(booklet), profile="ua1")
    assert report.is_compliant, report


@pytest.mark.parametrize("deck", DECKS, ids=names)
def test_openxml_audit_finds_no_fault(deck: Path) -> None:
    """If a deck is written, then the first schema reader finds nothing."""
    result = openxml_audit.validate_pptx(str(deck))
    assert result.is_valid, result.errors
    assert not result.errors


@pytest.mark.parametrize("deck", DECKS, ids=names)
def test_microsofts_validator_finds_no_fault(deck: Path) -> None:
    """If a deck is written, then Microsoft's own schema reader finds nothing."""
    report = json.loads(run("ooxml-validator", deck))
    assert report["errors"] == []
    assert report["ok"] is True
