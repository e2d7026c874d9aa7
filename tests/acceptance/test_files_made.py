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


def test_every_career_was_made() -> None:
    """If a career is in source, then its booklet and deck are in output for each of its languages.

    What is true of the United Kingdom or the United States alone is made in English alone.
    """
    expected = {
        f"{locale.stem}/{career}"
        for career in PROFILE_OF
        for locale in (ROOT / "source" / "locales").glob("*.yaml")
        if locale.stem == "en" or not career.endswith(("-gb", "-us"))
    }
    assert expected
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
