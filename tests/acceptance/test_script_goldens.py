"""Pages in scripts whose fonts a school adds, as somebody looked at them and found them right.

A script needs no more than its font files in the layouts' fonts folder and its families' names in a
locale file: that is all that is done here.
"""

from __future__ import annotations

import io

import pytest

from careerkit.layout import load_layout
from careerkit.typography import FontLibrary
from tests.acceptance.script_fonts import fill_font_folder
from tests.booklet import write_booklet
from tests.page_image import LookAt, golden_pictures
from tests.script_specimens import ADDED
from tests.shipped import ROOT

look_at = pytest.fixture(golden_pictures)


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> FontLibrary:
    """Give a library that has the fonts of all tested scripts."""
    return FontLibrary(fill_font_folder(tmp_path_factory.mktemp("fonts")))


@pytest.mark.parametrize("name", ADDED)
def test_an_added_script_is_right_on_paper(
    name: str, library: FontLibrary, look_at: LookAt
) -> None:
    """If a script's fonts are added, then it is set as well as those that ship."""
    specimen = ADDED[name]
    target = io.BytesIO()
    theme = load_layout("classic", ROOT / "layouts").theme_for(None)
    write_booklet(specimen.document(), theme, specimen.style, library, target)
    assert library.stack(specimen.families).missing(specimen.letters + specimen.sentence) == ()
    look_at(f"script-{name}", target.getvalue())
