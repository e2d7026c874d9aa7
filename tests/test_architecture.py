"""The page on the architecture speaks of the code as it is."""

from __future__ import annotations

import re

import pytest

from tests.room_picture import PICTURE, draw, imported_rooms, reduce
from tests.shipped import ROOT

PAGE = (ROOT / ".github" / "ARCHITECTURE.md").read_text(encoding="utf-8")


def test_the_picture_is_what_the_imports_are() -> None:
    """If an import between rooms comes or goes, then the picture is drawn again."""
    told = "run `python -m tests.room_picture` and look at the picture"
    assert PICTURE.read_text(encoding="utf-8") == draw(), told


@pytest.mark.parametrize(
    "path",
    sorted(set(re.findall(r"`((?:careerkit|layouts|tests)/[\w/.-]*)`", PAGE))),
)
def test_what_the_page_names_is_there(path: str) -> None:
    """If the page names a file or a folder, then there is one."""
    assert (ROOT / path).exists()


def test_an_arrow_that_others_lead_to_is_left_out() -> None:
    """If a room is reached by way of another, then it has no arrow of its own."""
    imported = imported_rooms()
    drawn = reduce(imported)
    assert "content" in imported["cli"]
    assert "content" not in drawn["cli"]
    assert all(drawn[room] <= imported[room] for room in imported)
