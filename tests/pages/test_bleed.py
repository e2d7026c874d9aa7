"""Pages for a press: what reaches the edge goes on beyond it, and nothing else changes."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from careerkit.art.artwork import cover_art, section_strip
from careerkit.document.inks import SRGB
from careerkit.document.shapes import circle, polygon, rectangle
from careerkit.document.theme import Theme
from careerkit.pages import ComposedPages
from careerkit.pages.art import art_marks
from careerkit.pages.bleed import BLEED_MM, make_press_pages
from careerkit.pages.marks import CodeMark, Mark, NamedPlace, PathMark, RectangleMark
from careerkit.pages.page import Box, Boxes, Page
from careerkit.pages.page_text import page_as_text
from careerkit.pages.structure import StructureElement
from careerkit.pages.type_scale import MM
from careerkit.pdf import write_pdf
from careerkit.pdf.conformance import UNTAGGED

WIDTH, HEIGHT = 148 * MM, 210 * MM
MARGIN, BLEED = 10 * MM, BLEED_MM * MM
PIXELS_PER_MM = 4


def composed(*marks: Mark) -> ComposedPages:
    """Give one page of A5 with these marks."""
    tree = StructureElement("Document", language="en")
    page = Page(marks, Boxes(Box(0.0, 0.0, WIDTH, HEIGHT)))
    return ComposedPages((page,), tree, "A page", "en", "ltr", (), "", {})


def press(*marks: Mark) -> Page:
    """Give the page as it goes to a press."""
    return make_press_pages(composed(*marks)).pages[0]


def drawn(pages: ComposedPages, theme: Theme) -> Image.Image:
    """Draw the first page, four pixels to a millimetre, edges unsoftened."""
    target = io.BytesIO()
    write_pdf(pages, target, colours=theme.colours, inks=SRGB, conformance=UNTAGGED)
    with pypdfium2.PdfDocument(target.getvalue()) as pdf:
        bitmap = pdf[0].render(scale=PIXELS_PER_MM / MM, no_smoothpath=True)
        image: Image.Image = bitmap.to_pil().convert("RGB")
        return image


def test_boxes_lie_in_one_another() -> None:
    """If a page goes to a press, then the sheet holds the bleed, and the bleed the page."""
    boxes = press().boxes
    assert boxes.media == pytest.approx((0, 0, WIDTH + 2 * MARGIN, HEIGHT + 2 * MARGIN))
    assert boxes.trim == pytest.approx((MARGIN, MARGIN, WIDTH, HEIGHT))
    assert boxes.bleed == pytest.approx(
        (MARGIN - BLEED, MARGIN - BLEED, WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED)
    )


def test_crop_marks_stand_outside_the_bleed() -> None:
    """If a sheet is cut by its marks, then none of them lies on the page or in its bleed."""
    page = press()
    assert page.boxes.bleed is not None
    left, top, width, height = page.boxes.bleed
    cuts_x: set[float] = set()
    cuts_y: set[float] = set()
    for mark in page.marks:
        assert isinstance(mark, PathMark)
        (_, (x1, y1)), (_, (x2, y2)) = mark.commands
        for x, y in ((x1, y1), (x2, y2)):
            assert not (left - 1 < x < left + width + 1 and top - 1 < y < top + height + 1)
            assert 0 < x < page.boxes.media.width
            assert 0 < y < page.boxes.media.height
        assert (x1 == x2) != (y1 == y2)
        (cuts_x if x1 == x2 else cuts_y).add(x1 if x1 == x2 else y1)
    assert len(page.marks) == 8
    assert sorted(cuts_x) == pytest.approx([MARGIN, MARGIN + WIDTH])
    assert sorted(cuts_y) == pytest.approx([MARGIN, MARGIN + HEIGHT])


@pytest.mark.parametrize(
    ("mark", "wanted"),
    [
        (RectangleMark(0, 0, WIDTH, 20, "tint"), (-BLEED, -BLEED, WIDTH + BLEED, 20)),
        (RectangleMark(0, 50, 30, 20, "tint"), (-BLEED, 50, 30, 70)),
        (
            RectangleMark(100, HEIGHT - 9, WIDTH - 100, 9, "tint"),
            (100, HEIGHT - 9, WIDTH + BLEED, HEIGHT + BLEED),
        ),
        (RectangleMark(5, 5, 30, 20, "tint"), (5, 5, 35, 25)),
    ],
    ids=["head", "left edge", "corner", "inside"],
)
def test_rectangles_reach_out(
    mark: RectangleMark, wanted: tuple[float, float, float, float]
) -> None:
    """If a rectangle touches edges, then it goes on beyond these and stays where it was."""
    reaching = press(mark).marks[0]
    assert isinstance(reaching, RectangleMark)
    left, top = reaching.x - MARGIN, reaching.top - MARGIN
    found = (left, top, left + reaching.width, top + reaching.height)
    assert found == pytest.approx(wanted)


def corners(page: Page) -> set[tuple[float, float]]:
    """Give the points of the first mark, a path, measured from the page's corner."""
    path = page.marks[0]
    assert isinstance(path, PathMark)
    return {
        (round(path.x + x - MARGIN, 2), round(path.top + y - MARGIN, 2))
        for _, numbers in path.commands
        for x, y in zip(numbers[::2], numbers[1::2], strict=True)
    }


def test_a_slope_is_not_bent() -> None:
    """If a triangle stands on an edge, then its slope stays and its foot goes straight out."""
    triangle = polygon((0, 0), (30, 0), (0, 40))
    reaching = corners(press(PathMark(0, 100, triangle, fill="accent")))
    out = round(-BLEED, 2)
    assert reaching == {(0, 100), (30, 100), (0, 140), (out, 100), (out, 140)}


def test_a_corner_is_filled() -> None:
    """If a path covers the page, wherever it begins, then it covers all of the bleed."""
    wanted = {
        (round(x, 2), round(y, 2))
        for x in (-BLEED, WIDTH + BLEED)
        for y in (-BLEED, HEIGHT + BLEED)
    }
    points = [(0.0, 0.0), (WIDTH, 0.0), (WIDTH, HEIGHT), (0.0, HEIGHT)]
    for start in range(4):
        page = press(PathMark(0, 0, polygon(*points[start:], *points[:start]), fill="tint"))
        assert wanted <= corners(page)
        assert (0, 0) not in corners(page)


def test_what_only_touches_the_edge_stays() -> None:
    """If a circle meets the edge in a point, or nothing meets it, then it is not changed."""
    disc = PathMark(0, 0, circle(50, 100, 50), fill="accent")
    hole = PathMark(0, 0, circle(50, 50, 20), fill="paper")
    line = PathMark(0, 0, rectangle(0, 0, 30, 30), stroke="ink")
    code = CodeMark(0, 0, ((1,),), 40)
    place = NamedPlace(0, 0, "cover")
    marks: tuple[Mark, ...] = (disc, hole, line, code, place)
    page = press(*marks)
    for before, after in zip(marks, page.marks, strict=False):
        here = before.moved(MARGIN, MARGIN)
        texts = [page_as_text(Page((mark,), page.boxes)) for mark in (here, after)]
        assert texts[0] == texts[1]


@given(seed=st.text(min_size=1, max_size=12), is_cover=st.booleans())
@settings(max_examples=25)
def test_art_goes_on_beyond_the_cut(theme: Theme, seed: str, is_cover: bool) -> None:
    """If any career's art goes to a press, then the page is as it was, and the bleed is inked.

    Along an edge the bleed is as the page is there, but for what only touches the edge.
    """
    art = cover_art(seed, WIDTH, HEIGHT * 0.54) if is_cover else section_strip(seed, WIDTH, 27 * MM)
    pages = composed(*art_marks(art))
    before = drawn(pages, theme)
    after = drawn(make_press_pages(pages), theme)
    margin, bleed = 10 * PIXELS_PER_MM, 3 * PIXELS_PER_MM
    page = after.crop((margin, margin, margin + before.width, margin + before.height))
    assert share_of_differences(page, before) < 0.02
    head = before.crop((0, 1, before.width, 2))
    beyond_head = after.crop(
        (margin, margin - bleed + 1, margin + before.width, margin - bleed + 2)
    )
    assert share_of_differences(beyond_head, head) < 0.2
    left = before.crop((1, 0, 2, before.height))
    beyond = after.crop((margin - bleed + 1, margin, margin - bleed + 2, margin + before.height))
    assert share_of_differences(beyond, left) < 0.2
    corner = after.crop((margin - bleed + 1, margin - bleed + 1, margin, margin))
    assert (255, 255, 255) not in {colour for _, colour in corner.getcolors() or []}


def share_of_differences(one: Image.Image, other: Image.Image) -> float:
    """Return which part of the pixels of two pictures differs by more than a shade."""
    difference = ImageChops.difference(one, other).convert("L").point([0] * 24 + [255] * 232)
    return difference.histogram()[255] / (one.width * one.height)


def test_pages_are_not_changed() -> None:
    """If press pages are made, then the pages they are made of stay as they were."""
    pages = composed(RectangleMark(0, 0, WIDTH, 20, "tint"))
    before = page_as_text(pages.pages[0])
    made = make_press_pages(pages)
    assert page_as_text(pages.pages[0]) == before
    assert replace(made, pages=pages.pages) == pages
