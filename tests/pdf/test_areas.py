"""What of ``ink`` is printed in the theme's mix on a press: large areas alone."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest

from careerkit.document.inks import CMYK
from careerkit.document.shapes import circle
from careerkit.layout import load_layout
from careerkit.pages import ComposedPages
from careerkit.pages.marks import Mark, PathMark, RectangleMark
from careerkit.pages.page import Box, Boxes, Page
from careerkit.pages.structure import StructureElement
from careerkit.pdf import write_pdf
from careerkit.pdf.conformance import PDF_X_4
from tests.shipped import LAYOUTS

BLACK = "/Overprint gs 0 0 0 1 k"
MIX = "/KnockOut gs 0.7 0.6 0.45 0.7 k"


@pytest.mark.parametrize(
    ("mark", "colour"),
    [
        (RectangleMark(10, 10, 100, 100, "ink"), MIX),
        (RectangleMark(10, 10, 100, 20, "ink"), BLACK),
        (RectangleMark(10, 10, 3, 150, "ink"), BLACK),
        (PathMark(0, 0, circle(80, 80, 20), fill="ink"), MIX),
        (PathMark(0, 0, circle(80, 80, 10), fill="ink"), BLACK),
    ],
    ids=["square", "bar", "rule", "disc", "dot"],
)
def test_rich_black_is_for_large_areas(mark: Mark, colour: str) -> None:
    """If an area in ink is narrower than a centimetre, then one plate prints it."""
    tree = StructureElement("Document", language="en")
    page = Page((mark,), Boxes(Box(0.0, 0.0, 200.0, 200.0)))
    composed = ComposedPages((page,), tree, "A page", "en", "ltr", (), "", {})
    colours = load_layout("classic", LAYOUTS).theme_for(None).colours
    target = io.BytesIO()
    write_pdf(composed, target, colours=colours, inks=CMYK, conformance=PDF_X_4)
    with pikepdf.open(target) as pdf:
        operators = pdf.pages[0].Contents.read_bytes().decode("ascii")
    assert re.findall(r"/\w+ gs [\d. ]+ k", operators) == [colour]
