"""Slide layouts are found by their role; with three of them a whole deck is made, nothing lost."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from pptx import Presentation

from careerkit.document.theme import Theme
from careerkit.pptx import write_pptx
from careerkit.preflight.pptx.file import preflight_pptx
from careerkit.slides import PlannedDeck, plan_deck
from careerkit.slides.make_master import make_master
from careerkit.slides.slide_layout import LayoutRole, Placeholder, SlideLayout
from careerkit.slides.slide_master import SlideMaster, fall_backs
from careerkit.typography import FontLibrary
from tests.pptx.reading import all_text, leaves, squeezed
from tests.slides.conftest import STYLE
from tests.slides.documents import document, draw_picture, every_block, words_of

ROLES: tuple[LayoutRole, ...] = get_args(LayoutRole)
# What a role may be without, as what asks for it has another way to show what it has.
DISPENSABLE = {"three facts", "two codes", "three codes", "roadmap", "two columns", "blank"}


def plain_master(theme: Theme) -> SlideMaster:
    """Layouts as an empty presentation of PowerPoint has them: a title, a title and a body, none.

    They have neither art nor icons, and no place for a source, a chart, a picture or a table.
    """
    own = make_master(theme.deck, STYLE)
    levels = own.plain.body.levels
    title, body = own.title, replace(own.body, levels=levels)
    under: Placeholder = replace(body, name="Subtitle", levels=levels[2:3])
    layouts = (
        SlideLayout("title", "Title Slide", "title", (title, under)),
        SlideLayout("list", "Title and Content", "obj", (title, body)),
        SlideLayout("blank", "Blank", "blank", ()),
    )
    return replace(own, layouts=layouts)


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A picture for the document of every block."""
    return draw_picture(tmp_path_factory.mktemp("images"))


@pytest.fixture(scope="module")
def planned(theme: Theme, library: FontLibrary, image: Path) -> PlannedDeck:
    """Every kind of block, planned on three layouts."""
    return plan_deck(every_block(image), theme, STYLE, library, master=plain_master(theme))


@pytest.fixture(scope="module")
def deck(planned: PlannedDeck) -> bytes:
    """The same, written."""
    return write(planned)


def write(planned: PlannedDeck) -> bytes:
    """Write a planned deck."""
    target = io.BytesIO()
    write_pptx(planned, target)
    return target.getvalue()


def test_three_layouts_make_a_whole_deck(deck: bytes, image: Path) -> None:
    """If a set has a title, a body and a blank layout, then no text is lost."""
    heard = squeezed(all_text(deck))
    for words in words_of(every_block(image)):
        assert squeezed(words) in heard, words
    used = {slide.slide_layout.name for slide in Presentation(io.BytesIO(deck)).slides}
    assert used == {"Title Slide", "Title and Content"}


def test_graphics_stand_on_layouts_without_a_place_for_them(deck: bytes) -> None:
    """If a layout has no place for a medium, then it stands over the body, with nothing over it."""
    opened = Presentation(io.BytesIO(deck))
    names = [shape.name for slide in opened.slides for shape in leaves(slide.shapes)]
    assert {"Chart", "Picture", "Table", "QR code"} <= set(names)
    for slide in opened.slides:
        known = {shape.placeholder_format.idx for shape in slide.slide_layout.placeholders}
        for shape in slide.placeholders:
            assert shape.placeholder_format.idx in known
        for shape in leaves(slide.shapes):
            assert shape.left >= 0
            assert shape.left + shape.width <= opened.slide_width
            assert shape.top + shape.height <= opened.slide_height
    assert preflight_pptx(deck) == ()


def test_what_stands_on_a_slide_does_not_meet(planned: PlannedDeck) -> None:
    """If a medium stands over a body, then the words that it has left there are clear of it."""
    for plan in planned.plans:
        for graphic in plan.graphics:
            for text in plan.texts:
                one, other = getattr(graphic, "box", None), text.area
                if one is None:
                    continue
                beside = one.x + one.width <= other.x or other.x + other.width <= one.x
                above = one.y + one.height <= other.y or other.y + other.height <= one.y
                assert beside or above, (plan.section, graphic, text)


def test_a_deck_is_written_twice_alike(planned: PlannedDeck, deck: bytes) -> None:
    """If one planned deck is written again, then the file has the same bytes."""
    assert write(planned) == deck


def test_right_to_left_on_three_layouts(theme: Theme, library: FontLibrary, image: Path) -> None:
    """If a deck is read from right to left, then the same layouts serve it."""
    doc = document(*every_block(image).sections, direction="rtl")
    planned = plan_deck(doc, theme, STYLE, library, master=plain_master(theme))
    assert planned.master.is_rtl
    assert preflight_pptx(write(planned)) == ()


@pytest.mark.parametrize("role", ROLES)
def test_every_role_ends_at_a_list_or_can_be_done_without(role: LayoutRole) -> None:
    """If there are lists alone, then a role finds them, unless what asks for it copes with none."""
    assert role not in fall_backs(role)
    if role in DISPENSABLE:
        assert not {"list"} & set(fall_backs(role))
    else:
        assert role in ("list", "two facts") or fall_backs(role)[-1] == "list"


def test_the_nearest_fall_back_is_taken(theme: Theme) -> None:
    """If a role has no layout, then those of the next in its chain are found, all of them."""
    own = make_master(theme.deck, STYLE)
    without = replace(own, layouts=tuple(each for each in own.layouts if each.role != "caution"))
    assert [each.name for each in own.find("caution")] == ["Caution with icon", "Caution"]
    assert [each.name for each in without.find("caution")] == ["Callout"]


def test_the_own_layouts_have_every_role_but_blank(theme: Theme) -> None:
    """If the program draws a slide, then there is a layout for its very role."""
    own = make_master(theme.deck, STYLE)
    assert {each.role for each in own.layouts} == {*ROLES} - {"blank"}


def test_a_set_without_lists_is_refused(theme: Theme) -> None:
    """If no layout is for lists, or one of them has no body, then there is no such master."""
    own = plain_master(theme)
    title, plain, blank = own.layouts
    for layouts in ((title, blank), (title, replace(plain, placeholders=plain.placeholders[:1]))):
        with pytest.raises(ValueError, match="needs a layout with a title and a body"):
            replace(own, layouts=layouts)
    with pytest.raises(ValueError, match="two layouts have one name"):
        replace(own, layouts=(plain, plain))


def test_a_layout_says_what_it_lacks(theme: Theme) -> None:
    """If a layout has no placeholder of a role, then the error names both."""
    *_, blank = plain_master(theme).layouts
    with pytest.raises(LookupError, match="the layout 'Blank' has no title"):
        _ = blank.title
