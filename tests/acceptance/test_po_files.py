"""gettext's own program reads the PO files of every career and language."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from careerkit.content import read_career_files, read_catalogue, read_locale
from careerkit.translation.po.writing import write_po
from tests.shipped import CATALOGUES, SOURCE


def test_there_are_catalogues() -> None:
    """If the examples are there, then they have translations."""
    assert CATALOGUES


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_gettext_accepts_a_file(path: Path, tmp_path: Path) -> None:
    """If a translation is exported, then msgfmt finds nothing in it, its header included."""
    *_, profile = read_career_files(SOURCE / "careers" / path.name, SOURCE)
    locale = read_locale(SOURCE / "locales" / f"{path.parent.name}.yaml")
    catalogue = read_catalogue(path)
    target = tmp_path / "career.po"
    po = write_po(profile, locale.tag, str(locale.english_name), catalogue)
    target.write_text(po, encoding="utf-8")
    done = subprocess.run(
        ["msgfmt", "-c", "-v", "-o", str(tmp_path / "career.mo"), str(target)],
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stderr.splitlines()
    assert done.returncode == 0, done.stderr
    assert len(lines) == 1, done.stderr
    assert "translated message" in lines[0]
