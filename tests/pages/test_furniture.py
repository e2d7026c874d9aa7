"""What stands around the text of a page: margins at the binding, and art where there is room."""

from __future__ import annotations

import pytest

from careerkit.pages.compose import make_setting
from careerkit.pages.furniture import compose_back_cover, text_area
from careerkit.pages.icon import IconSet
from careerkit.pages.marks import PathMark
from careerkit.pages.setting import Setting
from careerkit.pages.strip import Strip
from careerkit.typography import FontLibrary, LocaleStyle
from tests.booklet import ROUND_SIZES
from tests.pages.conftest import document

MM = 72 / 25.4


@pytest.fixture(scope="module")
def setting(library: FontLibrary) -> Setting:
    """Give what pages of 400 by 600 points are set with."""
    style = LocaleStyle(("Noto Sans",))
    return make_setting(document(), ROUND_SIZES, style, library, icons=IconSet({}, 1.0))


@pytest.mark.parametrize(("number", "left"), [(1, 30), (2, 20), (3, 30)])
def test_the_wide_margin_is_at_the_binding(number: int, left: float) -> None:
    """If a page lies at the right of an open booklet, then its inner margin is at its left."""
    assert text_area(ROUND_SIZES, number) == pytest.approx((left, 50))


def test_art_keeps_a_line_away_from_what_stands_on_the_back(setting: Setting) -> None:
    """If the back's text ends less than a line above its strip of art, then there is no art."""
    strip_top = 600 - 27 * MM
    for bottom, has_art in ((strip_top - 15.1, True), (strip_top - 14.9, False)):
        strips = [Strip(bottom - 50)]
        marks = compose_back_cover(strips, setting, page_number=4, seed="x")
        art = [mark for mark in marks if isinstance(mark, PathMark)]
        assert bool(art) == has_art
        assert {mark.top for mark in art} <= {strip_top}
