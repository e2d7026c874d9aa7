"""Pages in the scripts whose fonts ship, as somebody looked at them and found them right."""

from __future__ import annotations

import io

import pytest

from careerkit.document.theme import Theme
from careerkit.typography import FontLibrary
from tests.booklet import write_booklet
from tests.page_image import LookAt, draw_page, golden_pictures, share_of_difference
from tests.script_specimens import SHIPPED

look_at = pytest.fixture(golden_pictures)


def set_specimen(name: str, theme: Theme, library: FontLibrary, *, without: str = "") -> bytes:
    """Set a script's specimen as a booklet, leaving out some letters wherever they are."""
    specimen = SHIPPED[name]
    target = io.BytesIO()
    document = specimen.leaving_out(without).document() if without else specimen.document()
    write_booklet(document, theme, specimen.style, library, target)
    return target.getvalue()


@pytest.mark.parametrize("name", SHIPPED)
def test_a_script_is_right_on_paper(
    name: str, theme: Theme, library: FontLibrary, look_at: LookAt
) -> None:
    """If a script is set in every kind of block, then the page looks as it should."""
    look_at(f"script-{name}", set_specimen(name, theme, library))


@pytest.mark.parametrize(
    ("name", "without"),
    [("sinhala", "\u200d"), ("tamil", "\u0bcd"), ("latin", "ﬁ")],
)
def test_a_lost_letter_is_seen(name: str, without: str, theme: Theme, library: FontLibrary) -> None:
    """If a joiner or a vowel sign is lost, then the page differs more than a golden allows."""
    whole = draw_page(set_specimen(name, theme, library))
    short = draw_page(set_specimen(name, theme, library, without=without))
    assert share_of_difference(whole, whole) == 0
    assert share_of_difference(whole, short) > 0.002
