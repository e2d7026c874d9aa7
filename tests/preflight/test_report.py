"""Anybody's PDF: what is read from it, and what it is found fit for."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest

from careerkit.preflight.pdf.boxes import name_size
from careerkit.preflight.pdf.colour_spaces import UsedColourSpace
from careerkit.preflight.pdf.print_exchange import PrintExchange
from careerkit.preflight.pdf.report import MOST_PAGES, UnreadablePdfError, read_report
from careerkit.preflight.pdf.verdict import Audience, judge, parts_of_exchange
from tests.preflight.made_pdf import (
    add_object,
    helvetica,
    make_pdf,
    make_picture,
    make_press,
    mm,
)

AREA = "0 0 0 1 k 20 20 100 100 re f"


def problems(content: bytes, audience: Audience) -> dict[str, tuple[int, ...]]:
    """Give what stands in the way of a reader, with the pages."""
    (verdict,) = (each for each in judge(read_report(content)) if each.audience == audience)
    return {each.what: each.pages for each in verdict.findings if each.is_problem}


def notes(content: bytes, audience: Audience) -> dict[str, tuple[int, ...]]:
    """Give what a reader is only to know, with the pages."""
    (verdict,) = (each for each in judge(read_report(content)) if each.audience == audience)
    return {each.what: each.pages for each in verdict.findings if not each.is_problem}


def meant(content: bytes) -> set[Audience]:
    """Give whom a file is meant for."""
    return {each.audience for each in judge(read_report(content)) if each.is_meant}


# --- what ours are fit for -----------------------------------------------------------------------


def test_our_booklet(booklet: bytes) -> None:
    """If a booklet of ours is read, then it is fit for the office and for a screen reader."""
    report = read_report(booklet)
    assert report.page_count % 4 == 0
    (sizes,) = report.sizes
    assert name_size(sizes.boxes.finished.size) == ("A5", "upright")
    assert sizes.pages == tuple(range(1, report.page_count + 1))
    assert {use.colour for use in report.colours} == {UsedColourSpace("device", "RGB")}
    assert [(font.is_embedded, font.is_subset, font.kind) for font in report.fonts] == [
        (True, True, "TrueType")
    ] * 2
    assert {font.name for font in report.fonts} == {"NotoSans-Regular", "NotoSans-Bold"}
    assert 1 in report.cut
    assert report.tags.is_tagged
    assert (report.tags.pdf_ua, report.tags.language) == (1, "en")
    assert report.tags.headings[0] == 1
    assert report.smallest_type is not None
    assert report.smallest_type.size_pt >= 9
    verdicts = judge(report)
    assert [each.is_fit for each in verdicts] == [True, False, True]
    assert [each.is_meant for each in verdicts] == [True, False, True]


def test_a_press_file() -> None:
    """If a file is made as a press asks, then it is fit for a print shop, and meant for it."""
    content = make_press(*["0 0 0 1 k -8.6 20 100 100 re f"] * 4)
    report = read_report(content)
    assert problems(content, Audience.SHOP) == {}
    assert parts_of_exchange(report) == (True, True, True, True)
    assert report.exchange == PrintExchange("PDF/X-4", "FOGRA39", "CMYK", "False")
    assert (report.cut, report.short) == ((1, 2, 3, 4), ())
    assert meant(content) == {Audience.OFFICE, Audience.SHOP}


# --- pages ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size_mm", "named"),
    [
        ((148, 210), ("A5", "upright")),
        ((210.2, 148.2), ("A5", "landscape")),
        ((210, 297), ("A4", "upright")),
        ((215.9, 279.4), ("Letter", "upright")),
        ((139.7, 215.9), ("half-letter", "upright")),
        ((279.4, 431.8), ("Tabloid", "upright")),
        ((150, 210), ("", "upright")),
        ((200, 200), ("", "square")),
    ],
)
def test_names_of_sizes(size_mm: tuple[float, float], named: tuple[str, str]) -> None:
    """If a page has a size with a name, then it is known, whichever way it lies."""
    assert name_size(size_mm) == named


def test_pages_that_differ() -> None:
    """If pages differ, then they are told apart by their boxes, and no shop can bind them."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].mediabox = pikepdf.Array([0, 0, *mm(210, 297)])
        pdf.pages[2].obj.CropBox = pikepdf.Array(mm(10, 10, 138, 200))
        pdf.pages[3].obj.UserUnit = 2

    content = make_pdf(*[AREA] * 5, change=change)
    found = [(each.pages, each.boxes.finished.size) for each in read_report(content).sizes]
    assert [(pages, tuple(round(mm) for mm in size)) for pages, size in found] == [
        ((1, 5), (148, 210)),
        ((2,), (210, 297)),
        ((3,), (128, 190)),
        ((4,), (296, 420)),
    ]
    told = problems(content, Audience.SHOP)
    assert "the pages are not all of one size" in told
    assert "5 pages are no multiple of four, as saddle stitch needs them" in told


def test_boxes_come_down_from_the_tree() -> None:
    """If a box stands with the page tree alone, then each page has it."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Pages.CropBox = pikepdf.Array(mm(10, 10, 138, 200))
        for page in pdf.pages:
            assert "/CropBox" not in page.obj

    (each,) = read_report(make_pdf(AREA, AREA, change=change)).sizes
    assert each.boxes.crop is not None
    assert tuple(round(side) for side in each.boxes.crop.size) == (128, 190)


def test_a_page_larger_than_office_paper() -> None:
    """If a page is larger than A3, then an office printer makes it smaller."""
    told = notes(make_pdf(AREA, size_mm=(420, 594)), Audience.OFFICE)
    assert told == {"larger than A3: it is printed smaller": (1,)}
    assert notes(make_pdf(AREA, size_mm=(420, 297)), Audience.OFFICE) == {}


def test_pages_two_abreast() -> None:
    """If pages are landscape, then they stand for sheets, and their number is no matter."""
    assert problems(make_pdf(*[AREA] * 6, size_mm=(297, 210)), Audience.SHOP) == {}

    def turn(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            page.obj.Rotate = 90

    assert read_report(make_pdf(AREA, size_mm=(210, 297), change=turn)).is_landscape
    assert problems(make_pdf(*[AREA] * 6, size_mm=(297, 210), change=turn), Audience.SHOP) != {}


def test_a_thick_booklet() -> None:
    """If there are more than 64 pages, then they are too thick for saddle stitch."""
    told = "more than 64 pages are too thick for saddle stitch"
    assert told in notes(make_pdf(*[""] * 68), Audience.SHOP)
    assert told not in notes(make_pdf(*[""] * 64), Audience.SHOP)


@pytest.mark.parametrize(
    ("bleed_mm", "operators", "told"),
    [
        (3.0, "0 0 0 1 k 0 20 90 90 re f", "art ends at the cut and does not go on into the bleed"),
        (2.0, "0 0 0 1 k -9 20 90 90 re f", "the bleed is less than 3 mm"),
        (0.0, "0 0 0 1 k -9 20 90 90 re f", "art runs to the cut and there is no bleed, of 3 mm"),
    ],
)
def test_bleed(bleed_mm: float, operators: str, told: str) -> None:
    """If art runs to the cut, then it needs a bleed, of 3 mm, and has to reach into it."""
    content = make_press(operators, "", bleed_mm=bleed_mm)
    assert problems(content, Audience.SHOP) == {told: (1,)}
    assert problems(make_press("", bleed_mm=bleed_mm), Audience.SHOP) == {}


# --- type, lines, pictures -----------------------------------------------------------------------


def test_the_smallest_type() -> None:
    """If type is under 5 pt, then its size and its page are told; what is not seen is no type."""
    small = "BT /F1 4.5 Tf 40 40 Td (small print) Tj ET"
    unseen = "BT 3 Tr /F1 1 Tf 40 40 Td (unseen) Tj ET"
    content = make_pdf(unseen, small, resources=helvetica())
    assert read_report(content).smallest_type == (4.5, 2)
    told = problems(content, Audience.SHOP)
    assert told["type of 4.5 pt, which may fill in"] == (2,)
    assert read_report(make_pdf(unseen, resources=helvetica())).smallest_type is None


@pytest.mark.parametrize(
    ("operators", "width"),
    [
        ("0.2 w 20 20 m 90 90 l S", 0.2),
        ("q .5 0 0 .5 0 0 cm 0.4 w 20 20 m 90 90 l S Q", 0.2),
        ("0 w 20 20 m 90 90 l S", 0.0),
        ("20 20 90 0.2 re f", 0.2),
    ],
)
def test_the_thinnest_line(operators: str, width: float) -> None:
    """If a line, or an area as thin as one, is under a quarter of a point, then that is told."""
    content = make_pdf("1 w 20 20 m 90 90 l S", operators)
    thinnest = read_report(content).thinnest_line
    assert thinnest is not None
    assert thinnest.size_pt == pytest.approx(width, abs=0.011)
    assert thinnest.page == 2
    told = [what for what in problems(content, Audience.SHOP) if what.startswith("a line of")]
    assert len(told) == 1
    assert problems(make_pdf("0.25 w 20 20 m 90 90 l S"), Audience.SHOP) == {}


@pytest.mark.parametrize(
    ("side_pt", "dpi", "problem", "note"),
    [
        (72, 300, "", ""),
        (144, 150, "", "1 picture under 300 dpi"),
        (145, 149, "1 picture under 150 dpi", ""),
    ],
)
def test_pictures(side_pt: float, dpi: int, problem: str, note: str) -> None:
    """If a picture is coarse at its printed size, then its resolution and page are told."""

    def change(pdf: pikepdf.Pdf) -> None:
        add_object(pdf, "/XObject", "/Photo", make_picture(pdf, 300, 300, (0, 0, 0, 99)))

    content = make_pdf("", f"q {side_pt} 0 0 {side_pt} 9 9 cm /Photo Do Q", change=change)
    (picture,) = read_report(content).pictures
    assert (round(picture.dpi), picture.page, picture.width_px) == (dpi, 2, 300)
    assert problems(content, Audience.SHOP) == ({problem: (2,)} if problem else {})
    assert notes(content, Audience.SHOP) == ({note: (2,)} if note else {})


# --- fonts and colours ---------------------------------------------------------------------------


def test_a_font_that_is_not_embedded() -> None:
    """If a font is not in the file, then it is named to both printers, with its pages."""
    content = make_pdf("", "BT /F1 9 Tf 40 40 Td (a) Tj ET", resources=helvetica())
    (font,) = read_report(content).fonts
    assert font == ("Helvetica", "Type 1", False, False, True, (2,))
    told = {"the font Helvetica is not embedded": (2,)}
    assert problems(content, Audience.OFFICE) == told
    assert problems(content, Audience.SHOP) == told


def test_subsets_of_one_font() -> None:
    """If a font comes in several subsets, then it is one font, on the pages of all."""

    def change(pdf: pikepdf.Pdf) -> None:
        for page, tag in zip(pdf.pages, ("ZZZZZZ", "AAAAAA"), strict=True):
            entries = dict(helvetica()["/Font"]["/F1"].items())
            font = pikepdf.Dictionary(entries | {"/BaseFont": pikepdf.Name(f"/{tag}+Lato")})
            page.obj.Resources = pikepdf.Dictionary({"/Font": pikepdf.Dictionary({"/F1": font})})

    content = make_pdf(*["BT /F1 9 Tf 40 40 Td (a) Tj ET"] * 2, change=change)
    assert [(font.name, font.pages) for font in read_report(content).fonts] == [("Lato", (1, 2))]


def test_rgb_and_spot_colours() -> None:
    """If a press cannot print a colour as it is, then a shop is told."""

    def change(pdf: pikepdf.Pdf) -> None:
        name = pikepdf.Name
        tint = pikepdf.Dictionary({"/FunctionType": 2, "/Domain": [0, 1], "/N": 1})
        space = pikepdf.Array([name.Separation, name("/PANTONE 300 C"), name.DeviceCMYK, tint])
        add_object(pdf, "/ColorSpace", "/Spot", space)
        state = pikepdf.Dictionary({"/ca": 0.5, "/OP": True})
        add_object(pdf, "/ExtGState", "/Half", state)

    content = make_pdf("/Spot cs 1 scn 1 0 0 rg", "/Half gs 0.9 0.9 0.9 0.9 k", change=change)
    report = read_report(content)
    assert [(use.colour, use.pages) for use in report.colours] == [
        (UsedColourSpace("device", "CMYK"), (2,)),
        (UsedColourSpace("device", "RGB"), (1,)),
        (UsedColourSpace("spot", "PANTONE 300 C"), (1,)),
    ]
    assert (report.transparent, report.overprinted) == ((2,), (2,))
    assert problems(content, Audience.SHOP) == {
        "RGB colours, where a press has CMYK": (1,),
        "360 % of ink in one colour, where 300 % dry": (),
    }
    assert notes(content, Audience.SHOP) == {
        "spot colours, each a plate of its own: PANTONE 300 C": (1,),
        "transparency, which older presses flatten": (2,),
    }


def test_a_file_that_says_it_is_pdf_x() -> None:
    """If a file says that it is PDF/X-4, then a shop is told what it lacks to be that."""

    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.Root["/OutputIntents"]

    content = make_press(AREA, change=change)
    told = "it says it is PDF/X-4, and there are 0 output intents for PDF/X, not one"
    assert problems(content, Audience.SHOP) == {told: ()}
    assert parts_of_exchange(read_report(content)).output_intent is False


# --- tags ----------------------------------------------------------------------------------------


WORDLESS = {"a figure without alternative text": (1,)}


def tagged(*kinds: str, roles: dict[str, str] | None = None) -> bytes:
    """Make a file with a flat tag tree of some kinds; ``Figure!`` has words."""

    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        kids = []
        for kind in kinds:
            entries: dict[str, Any] = {"/S": pikepdf.Name(f"/{kind.rstrip('!')}"), "/Pg": page}
            if kind.endswith("!"):
                entries["/Alt"] = pikepdf.String("a nurse")
            kids.append(pdf.make_indirect(pikepdf.Dictionary(entries)))
        tree: dict[str, Any] = {"/Type": pikepdf.Name.StructTreeRoot, "/K": pikepdf.Array(kids)}
        if roles:
            named = {f"/{key}": pikepdf.Name(f"/{value}") for key, value in roles.items()}
            tree["/RoleMap"] = pikepdf.Dictionary(named)
        pdf.Root.StructTreeRoot = pdf.make_indirect(pikepdf.Dictionary(tree))
        pdf.Root.MarkInfo = pikepdf.Dictionary({"/Marked": True})
        pdf.Root.Lang = pikepdf.String("en")
        pdf.Root.ViewerPreferences = pikepdf.Dictionary({"/DisplayDocTitle": True})
        pdf.docinfo["/Title"] = pikepdf.String("Nurse")

    return make_pdf("/Artifact BMC 0 0 9 9 re f EMC", change=change)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (tagged("H1", "P", "H2", "H3", "H2"), {}),
        (tagged("H1", "H3"), {"headings jump from H1 to H3": ()}),
        (tagged("H2"), {"headings jump from nothing to H2": ()}),
        (tagged("H1", "Figure"), WORDLESS),
        (tagged("H1", "Figure!"), {}),
        (
            tagged("H1", "Picture", roles={"Picture": "Figure"}),
            {"a figure without alternative text": (1,)},
        ),
        (tagged("Title", roles={"Title": "Head", "Head": "H1"}), {}),
        (tagged("H1", "Table"), {"1 table without header cells": ()}),
    ],
)
def test_tags(content: bytes, told: dict[str, tuple[int, ...]]) -> None:
    """If a reader of tags would lose its way, then that is told; own types are looked up."""
    assert problems(content, Audience.SCREEN_READER) == told
    assert meant(content) == {Audience.OFFICE, Audience.SCREEN_READER}


def test_tags_in_a_ring() -> None:
    """If an element of the tag tree is its own child, then the walk ends."""

    def change(pdf: pikepdf.Pdf) -> None:
        element = pdf.make_indirect(pikepdf.Dictionary({"/S": pikepdf.Name.Sect}))
        element.K = pikepdf.Array([element])
        pdf.Root.StructTreeRoot = pikepdf.Dictionary({"/K": element})
        pdf.Root.MarkInfo = pikepdf.Dictionary({"/Marked": True})

    assert read_report(make_pdf(AREA, change=change)).tags.elements == {"Sect": 1}


def test_a_file_without_tags() -> None:
    """If a file has no tags, language or title, then a screen reader's user is told all three."""
    told = problems(make_pdf(AREA), Audience.SCREEN_READER)
    assert list(told) == [
        "the language is not said",
        "there is no title",
        "there are no tags: what is read first is a guess",
    ]
    assert meant(make_pdf(AREA)) == {Audience.OFFICE}


def test_a_scan() -> None:
    """If a page is a picture without text, then that is told to whoever cannot see it."""

    def change(pdf: pikepdf.Pdf) -> None:
        add_object(pdf, "/XObject", "/Scan", make_picture(pdf, 9, 9, (0,)))

    content = make_pdf("q 300 0 0 400 0 0 cm /Scan Do Q", change=change)
    assert problems(content, Audience.SCREEN_READER)[
        "a picture without any text, as of a scan"
    ] == (1,)


def test_letters_that_say_nothing(booklet: bytes) -> None:
    """If a font of glyph numbers has no map to letters, then its text cannot be read aloud."""
    with pikepdf.open(io.BytesIO(booklet)) as pdf:
        for font in dict(pdf.pages[2].resources.Font.items()).values():
            if "/ToUnicode" in font:
                del font["/ToUnicode"]
        target = io.BytesIO()
        pdf.save(target)
    told = problems(target.getvalue(), Audience.SCREEN_READER)
    assert "letters that cannot be searched, copied or read aloud" in told


# --- what cannot be read -------------------------------------------------------------------------


def locked(user: str, **allowed: bool) -> bytes:
    """Make a file that is encrypted."""
    with pikepdf.open(io.BytesIO(make_pdf(AREA))) as pdf:
        target = io.BytesIO()
        allow = pikepdf.Permissions(**allowed)
        pdf.save(target, encryption=pikepdf.Encryption(owner="o", user=user, allow=allow))
    return target.getvalue()


def no_pages() -> bytes:
    """Make a file without a page."""
    target = io.BytesIO()
    pikepdf.Pdf.new().save(target)
    return target.getvalue()


def spoil_media_box(pdf: pikepdf.Pdf) -> None:
    """Take a page's size away."""
    pdf.pages[0].obj.MediaBox = pikepdf.Array([0, 0, 0, 0])


def spoil_tree(pdf: pikepdf.Pdf) -> None:
    """Put a number where the file has a list."""
    pdf.Root.OutputIntents = 5


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: b"", "it is no PDF"),
        (lambda: b"PK\x03\x04 a deck", "it is no PDF"),
        (lambda: make_pdf(AREA)[:200], "it is damaged"),
        (lambda: make_pdf(AREA, change=spoil_tree), "it is damaged"),
        (lambda: make_pdf(AREA, change=spoil_media_box), "a page has no size"),
        (lambda: locked("secret"), "it is locked with a password"),
        (no_pages, "it has no pages"),
        (
            lambda: make_pdf(*[""] * (MOST_PAGES + 1)),
            "it has 2001 pages, more than the 2000 that are looked through",
        ),
    ],
)
def test_files_that_cannot_be_read(make: Callable[[], bytes], message: str) -> None:
    """If a file cannot be read, then it is told why, and what to do."""
    with pytest.raises(UnreadablePdfError) as caught:
        read_report(make())
    assert caught.value.message == message
    assert caught.value.hint


def test_a_file_that_forbids_printing() -> None:
    """If a file may be read and not printed, then a printer is told."""
    told = problems(locked("", print_highres=False, print_lowres=False), Audience.OFFICE)
    assert told == {"the file forbids printing": ()}
    assert problems(locked(""), Audience.SHOP) == {"the file is encrypted": ()}


def test_a_page_that_cannot_be_read() -> None:
    """If the operators of one page make no sense, then it is named and the others are read."""
    content = make_pdf(AREA, "/None Do", AREA)
    assert problems(content, Audience.OFFICE) == {"what is on it cannot be read": (2,)}


def test_forms_nested_without_end() -> None:
    """If forms are nested deeper than is followed, then the page counts as not read."""

    def change(pdf: pikepdf.Pdf) -> None:
        inner = pdf.make_stream(b"0 0 9 9 re f", {"/Subtype": pikepdf.Name.Form})
        for _ in range(40):
            drawn = pikepdf.Dictionary({"/XObject": pikepdf.Dictionary({"/X": inner})})
            box = pikepdf.Array([0, 0, 9, 9])
            form = {"/Subtype": pikepdf.Name.Form, "/Resources": drawn, "/BBox": box}
            inner = pdf.make_stream(b"/X Do", form)
        add_object(pdf, "/XObject", "/X", inner)

    assert read_report(make_pdf("/X Do", change=change)).unread == (1,)
