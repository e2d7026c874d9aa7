"""A deck goes in; the PDF that LibreOffice makes of it comes out."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent

FONTS = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{folder}</dir>
  <match target="pattern">
    <test name="family"><string>Arial</string></test>
    <edit name="family" mode="assign" binding="same"><string>Arimo</string></edit>
  </match>
</fontconfig>
"""


def draw(deck: Path, folder: Path) -> Path:
    """Let LibreOffice turn a deck into a PDF, with the fonts that ship in place of Arial.

    What stands in for Arial on a machine without it may be much wider, and says nothing of a deck.
    """
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS.format(folder=ROOT / "layouts" / "fonts"), encoding="utf-8")
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(deck),
        ],
        env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        timeout=300,
    )
    return folder / f"{deck.stem}.pdf"
