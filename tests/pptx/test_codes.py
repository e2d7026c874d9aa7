"""A QR code's outline is filled in again and compared with the code it stands for."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import accumulate

import pytest
import segno
import zxingcpp
from lxml.etree import _Element as BaseElement
from PIL import Image, ImageOps
from pptx import Presentation
from pptx.presentation import Presentation as Deck

from careerkit.document import blocks as b
from careerkit.document.theme import Theme
from careerkit.typography import FontLibrary
from tests.deck import write_deck
from tests.pptx.reading import A, P, slide_parts
from tests.slides.conftest import STYLE, Opener, Writer
from tests.slides.documents import document, say, section

URL = "https://example.org/a/rather/long/address?with=words&and=more"
QUIET = 4


def dark_cells(outlines: list[list[tuple[int, int]]], size: int) -> list[list[bool]]:
    """Fill outlines by the even-odd rule and say which cells are dark."""
    crossings = [[0] * (size + 1) for _ in range(size)]
    for outline in outlines:
        for (x1, y1), (x2, y2) in zip(outline, [*outline[1:], outline[0]], strict=True):
            if x1 == x2:
                for y in range(min(y1, y2), max(y1, y2)):
                    crossings[y][x1] += 1
    return [[count % 2 == 1 for count in accumulate(row[:size])] for row in crossings]


def read_outlines(path: BaseElement) -> list[list[tuple[int, int]]]:
    """Return the corners of each outline of a drawn path."""
    outlines: list[list[tuple[int, int]]] = []
    for step in path:
        if step.tag == f"{A}moveTo":
            outlines.append([])
        outlines[-1] += [(int(pt.get("x", "")), int(pt.get("y", ""))) for pt in step.iter(f"{A}pt")]
    return outlines


@pytest.mark.parametrize("url", ["https://a.lk/", URL])
def test_the_drawing_is_the_code(write: Writer, url: str) -> None:
    """If a code is drawn, then its dark cells are those of the code, four from every edge."""
    code = b.QRCode(url, say("Opens a place"), (b.Paragraph(say("A place")),))
    slide = slide_parts(write(document(section("q", "links", "Try", code))))[0]
    path = slide.find(f".//{P}grpSp//{A}path")
    assert path is not None
    size = int(path.get("w", "0"))
    outlines = read_outlines(path)
    expected = [
        [bool(cell) for cell in row]
        for row in segno.make_qr(url, error="m").matrix_iter(border=QUIET)
    ]
    assert dark_cells(outlines, size) == expected


def test_the_code_leads_there_and_says_so(write: Writer) -> None:
    """If a code is drawn, then it can be clicked and has words for who cannot see it."""
    code = b.QRCode(URL, say("Opens a place"), (b.Paragraph(say("A place")),))
    slide = slide_parts(write(document(section("q", "links", "Try", code))))[0]
    properties = slide.find(f".//{P}grpSp/{P}nvGrpSpPr/{P}cNvPr")
    assert properties is not None
    assert properties.get("descr") == "Opens a place"
    assert properties.find(f"{A}hlinkClick") is not None


def places(*titles: str) -> tuple[b.QRCode, ...]:
    """Make codes of places with such titles, each with its address in words."""
    return tuple(
        b.QRCode(
            f"https://example.org/{number}",
            say("Opens a place"),
            (b.Paragraph(say(title)), b.Paragraph(say("example.org"), "caption")),
        )
        for number, title in enumerate(titles)
    )


THREE_LINES = "Occupational Outlook Handbook, registered nurses"
FOUR_LINES = f"{THREE_LINES} and midwives in hospitals"
LONG_WORD = "Vocationalguidancehandbook"


def bodies(deck: Deck) -> list[int]:
    """Return how many codes have words on each slide."""
    return [
        sum(1 <= each.placeholder_format.idx <= 3 for each in slide.placeholders)
        for slide in deck.slides
    ]


@pytest.mark.parametrize(
    ("titles", "counts"),
    [
        (["Bread"] * 5, [3, 2]),
        (["Bread"] * 4, [2, 2]),
        (["Bread"] * 7, [3, 2, 2]),
        ([THREE_LINES, *["Bread"] * 4], [3, 2]),
        ([FOUR_LINES, *["Bread"] * 4], [3, 2]),
        ([f"{THREE_LINES} and {THREE_LINES}", *["Bread"] * 4], [2, 2, 1]),
        ([LONG_WORD, *["Bread"] * 4], [2, 2, 1]),
    ],
)
def test_codes_are_shared_out_over_slides(
    opened: Opener, titles: list[str], counts: list[int]
) -> None:
    """If codes take several slides, then they are shared out, as many on each as their words let.

    A title of several lines has room below three codes; a word is broken for none.
    """
    assert bodies(opened(document(section("q", "links", "Try", *places(*titles))))) == counts


def test_what_is_left_over_has_the_room_of_fewer(opened: Opener) -> None:
    """If two codes or one are left for the last slide, then they stand wide apart or large."""
    layouts = [
        [
            slide.slide_layout.name
            for slide in opened(document(section("q", "links", "Try", *places(*titles)))).slides
        ]
        for titles in (["Bread"] * 5, [LONG_WORD, *["Bread"] * 2])
    ]
    assert layouts == [["Links", "Two links"], ["Two links", "One link"]]


def test_tall_scripts_have_room_for_three_lines(theme: Theme, library: FontLibrary) -> None:
    """If lines are as high as Sinhala's, then a title of three still stands below its code."""
    target = io.BytesIO()
    style = replace(STYLE, line_height=1.6)
    long = "ලියාපදිංචි හෙද නිලධාරී පිටුව, ලියාපදිංචි හෙද නිලධාරී පිටුව"
    doc = document(section("q", "links", "Try", *places(long, *["හෙද"] * 4)), language="si")
    write_deck(doc, theme, style, library, target)
    assert bodies(Presentation(target)) == [2, 2, 1]


def test_words_and_source_do_not_meet(opened: Opener) -> None:
    """If words below codes take the line of the source, then the source is in the notes."""
    source = b.Paragraph(say("Seen in May."), "source")
    for title, on_slide in ((THREE_LINES, True), (FOUR_LINES, False)):
        codes = places(title, "Bread", "Bread")
        (slide,) = opened(document(section("q", "links", "Try", *codes, source))).slides
        shown = [each.text_frame.text for each in slide.placeholders if each.has_text_frame]
        assert ("Seen in May." in shown) == on_slide
        assert ("Seen in May." in slide.notes_slide.notes_text_frame.text) != on_slide


@pytest.mark.parametrize("length", [30, 251, 252, 500])
def test_a_code_is_read_from_the_last_row(write: Writer, length: int) -> None:
    """If an address is long, then its code is large enough to be read off a small projector."""
    url = ("https://example.org/?q=" + "a1B2c3-" * 100)[:length]
    codes = [b.QRCode(each, say("Opens a place")) for each in (url, "https://a.lk/", url)]
    deck = write(document(section("q", "links", "Try", *codes)))
    read: list[str] = []
    for slide in slide_parts(deck):
        for group in slide.iter(f"{P}grpSp"):
            path, extent = group.find(f".//{A}path"), group.find(f".//{A}ext")
            assert path is not None
            assert extent is not None
            cells, points = int(path.get("w", "0")), int(extent.get("cx", "0")) / 12700
            assert points / cells >= 2.7
            image = draw_code(path, cells)
            pixels = round(points * 1280 / 960)
            image = image.resize((pixels, pixels), Image.Resampling.BILINEAR)
            (found,) = zxingcpp.read_barcodes(ImageOps.expand(image, 20, 255))
            read.append(found.text)
    assert read == [url, "https://a.lk/", url]


def draw_code(path: BaseElement, cells: int) -> Image.Image:
    """Draw a code's outlines, ten pixels to a module."""
    image = Image.new("L", (cells * 10, cells * 10), 255)
    dark = dark_cells(read_outlines(path), cells)
    for y, row in enumerate(dark):
        for x, cell in enumerate(row):
            if cell:
                image.paste(0, (x * 10, y * 10, x * 10 + 10, y * 10 + 10))
    return image
