"""A QR code's outline is filled in again and compared with the code it stands for."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
import segno
from pptx import Presentation
from pptx.presentation import Presentation as Deck

from careerkit.deck import write_deck
from careerkit.layout import blocks as b
from careerkit.layout.theme import Theme
from careerkit.typography import FontLibrary
from tests.deck.conftest import STYLE, Opener, Writer
from tests.deck.documents import document, say, section
from tests.deck.reading import A, P, slide_parts

URL = "https://example.org/a/rather/long/address?with=words&and=more"
QUIET = 4


def dark_cells(outlines: list[list[tuple[int, int]]], size: int) -> list[list[bool]]:
    """Fill outlines by the even-odd rule and say which cells are dark."""
    grid = []
    for y in range(size):
        row = []
        for x in range(size):
            crossings = 0
            for outline in outlines:
                for (x1, y1), (x2, y2) in zip(outline, [*outline[1:], outline[0]], strict=True):
                    if x1 == x2 and min(y1, y2) <= y < max(y1, y2) and x1 <= x:
                        crossings += 1
            row.append(crossings % 2 == 1)
        grid.append(row)
    return grid


@pytest.mark.parametrize("url", ["https://a.lk/", URL])
def test_the_drawing_is_the_code(write: Writer, url: str) -> None:
    """If a code is drawn, then its dark cells are those of the code, four from every edge."""
    code = b.QRCode(url, say("Opens a place"), (b.Paragraph(say("A place")),))
    slide = slide_parts(write(document(section("q", "links", "Try", code))))[0]
    path = slide.find(f".//{P}grpSp//{A}path")
    assert path is not None
    size = int(path.get("w", "0"))
    outlines: list[list[tuple[int, int]]] = []
    for step in path:
        if step.tag == f"{A}moveTo":
            outlines.append([])
        outlines[-1] += [(int(pt.get("x", "")), int(pt.get("y", ""))) for pt in step.iter(f"{A}pt")]
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
