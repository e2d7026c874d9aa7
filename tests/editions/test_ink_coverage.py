"""How much of the paper is inked, by the marks of the pages, beside what pdfium draws of them."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image

from careerkit.content.problem import Place
from careerkit.document.inks import CMYK, GREY
from careerkit.document.shapes import circle
from careerkit.document.theme import Colour, Role, Theme
from careerkit.editions.composed_booklet import compose_booklet
from careerkit.editions.edition import AS_USUAL, Variant
from careerkit.editions.ink_coverage import measure_coverage, tell_coverage
from careerkit.layout import load_layout
from careerkit.pages import ComposedPages
from careerkit.pages.marks import CodeMark, Mark, PathMark, PictureMark, RectangleMark
from careerkit.pages.page import Box, Boxes, Page
from careerkit.pages.structure import StructureElement
from careerkit.pdf import write_pdf
from tests.editions.pdf_files import prepare
from tests.shipped import LAYOUTS

SIDE = 200.0


@pytest.fixture(scope="module")
def theme() -> Theme:
    """Give the theme that ships."""
    return load_layout("classic", LAYOUTS).theme_for(None)


def page(*marks: Mark) -> ComposedPages:
    """Give one square page with these marks."""
    tree = StructureElement("Document", language="en")
    boxes = Boxes(Box(0.0, 0.0, SIDE, SIDE))
    return ComposedPages((Page(marks, boxes),), tree, "A page", "en", "ltr", (), "", {})


@pytest.mark.parametrize("tag", ["en", "si", "ta"])
def test_as_much_as_is_drawn(tag: str, tmp_path: Path) -> None:
    """If a booklet is printed in grey, then its ink is told to a percent of the paper."""
    task = prepare("booklet", "electrician-gb", tag, tmp_path, Variant(ink="grey"))
    composed = compose_booklet(task, task.theme.booklet)
    told = measure_coverage(composed, task.theme.colours, GREY)["black"]
    target = io.BytesIO()
    write_pdf(composed, target, colours=task.theme.colours, inks=GREY)
    dark = paper = 0.0
    with pdfium.PdfDocument(target.getvalue()) as pdf:
        for drawn in pdf:
            image = drawn.render(scale=2).to_pil().convert("L")
            counts = image.histogram()
            dark += sum((255 - value) * count for value, count in enumerate(counts)) / 255
            paper += image.width * image.height
    assert told == pytest.approx(100 * dark / paper, abs=1)
    assert told > 2


def test_what_is_hidden_takes_no_ink(theme: Theme) -> None:
    """If a shape lies over another, then the lower one is printed where it is seen."""
    ground = RectangleMark(0, 0, SIDE, SIDE / 2, "accent")
    hole = RectangleMark(0, 0, SIDE / 2, SIDE / 2, "paper")
    over = RectangleMark(SIDE / 2, 0, SIDE / 2, SIDE / 2, "tint")
    share = theme.colours["accent"].grey
    assert measure_coverage(page(ground), theme.colours, GREY)["black"] == pytest.approx(
        share / 2, rel=0.02
    )
    assert measure_coverage(page(ground, hole), theme.colours, GREY)["black"] == pytest.approx(
        share / 4, rel=0.02
    )
    both = measure_coverage(page(ground, hole, over), theme.colours, GREY)["black"]
    assert both == pytest.approx(theme.colours["tint"].grey / 4, rel=0.02)


def test_curves_lines_and_codes(theme: Theme) -> None:
    """If something is round, thin or a code, then its ink is what geometry says."""
    disc = PathMark(0, 0, circle(100, 100, 80), fill="accent")
    told = measure_coverage(page(disc), theme.colours, GREY)["black"]
    assert told == pytest.approx(theme.colours["accent"].grey * 3.1416 * 80**2 / SIDE**2, rel=0.03)
    line = PathMark(0, 0, (("M", (10, 50)), ("L", (110, 50))), stroke="ink", stroke_width=4)
    assert measure_coverage(page(line), theme.colours, GREY)["black"] == pytest.approx(1)
    dashed = line._replace(dash=(2, 6))
    assert measure_coverage(page(dashed), theme.colours, GREY)["black"] == pytest.approx(0.25)
    code = CodeMark(0, 0, ((1, 0), (0, 1)), 20)
    assert measure_coverage(page(code), theme.colours, GREY)["black"] == pytest.approx(0.5)


def test_four_inks(theme: Theme) -> None:
    """If a page is in colour, then each ink is told by the theme's mix."""
    told = measure_coverage(page(RectangleMark(0, 0, SIDE, SIDE, "signal")), theme.colours, CMYK)
    assert list(told.values()) == pytest.approx(theme.colours["signal"].cmyk, rel=0.02)
    assert list(told) == ["cyan", "magenta", "yellow", "black"]


def test_pictures_take_ink(theme: Theme, tmp_path: Path) -> None:
    """If a page has a picture, then it takes ink as it is dark, in grey and in colour."""
    path = tmp_path / "picture.png"
    Image.new("RGB", (200, 200), (128, 128, 128)).save(path)
    picture = PictureMark(0, 0, SIDE, SIDE / 2, path, Place("x"))
    told = measure_coverage(page(picture), theme.colours, GREY)["black"]
    assert told == pytest.approx(50 * (1 - 128 / 255), rel=0.02)
    four = measure_coverage(page(picture), theme.colours, CMYK)
    assert 15 < min(four["cyan"], four["magenta"], four["yellow"]) < 30


def test_words(theme: Theme) -> None:
    """If pages take ink, then it is told in whole percents, and little is not told as nothing."""
    colours: dict[Role, Colour] = {
        **theme.colours,
        "accent": replace(theme.colours["accent"], cmyk=(50.0, 0.4, 0.0, 10.0), grey=40.0),
    }
    square = page(RectangleMark(0, 0, SIDE, SIDE, "accent"))
    assert tell_coverage(square, colours, "grey").message == "ink on 40 percent of the paper"
    told = tell_coverage(square, colours, AS_USUAL.ink)
    assert told.message == "ink on 60 percent of the paper"
    shares = {"cyan": 50.0, "magenta": 0.4, "yellow": 0.0, "black": 10.0}
    assert dict(told.fields) == {f"{ink}_percent": share for ink, share in shares.items()}
    little = page(RectangleMark(0, 0, 10, 10, "accent"))
    assert tell_coverage(little, colours, "grey").message == (
        "ink on less than 1 percent of the paper"
    )
    assert tell_coverage(page(), colours, "grey").message == "ink on 0 percent of the paper"
