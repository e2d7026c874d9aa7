"""What an edition asks of its files: rules that are kept, and each of them broken on purpose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from careerkit.preflight.pdf.boxes import read_boxes
from careerkit.preflight.pdf.drawn_rules import find_drawn_faults
from careerkit.preflight.pdf.file import preflight_pdf
from careerkit.preflight.pdf.rules import BOOKLET_RULES, PdfRules
from tests.preflight.made_pdf import (
    A5_MM,
    PACKET,
    add_object,
    helvetica,
    make_pdf,
    make_picture,
    make_press,
    mm,
)

OURS = "; this is a defect of careerkit, please report it"
TAGGED = "the document is tagged, which is for those who read it, not for a press"
NO_RGB = {"RGB is used, which is not for this edition"}
UNTAGGED = PdfRules(pdf_ua=None)
PRESS = PdfRules(
    page_mm=A5_MM,
    bleed_mm=3.0,
    pdf_ua=None,
    is_pdf_x4=True,
    colours={"CMYK", "grey"},
    most_ink_percent=300.0,
    picture_dpi=300.0,
)
COLOURS = replace(PRESS, picture_dpi=0.0)
AREA = "0 0 0 1 k 20 20 100 100 re f"


def found(content: bytes, rules: PdfRules) -> set[tuple[str, str]]:
    """Give what preflight says, each with its page."""
    problems = preflight_pdf(content, rules, file="a.pdf")
    return {(problem.field, problem.message.removesuffix(OURS)) for problem in problems}


def on_page(content: bytes, rules: PdfRules) -> set[str]:
    """Give what preflight says of the first page."""
    return {what for where, what in found(content, rules) if where == "page 1"}


def test_a_press_file_without_a_fault() -> None:
    """If a file keeps all that the press edition asks for, then nothing is found."""
    assert found(make_press(AREA), PRESS) == set()


def test_a_whole_booklet_asks_nothing_of_colour(booklet: bytes) -> None:
    """If an edition asks for no colours, then any are allowed; with grey, RGB is not."""
    assert found(booklet, BOOKLET_RULES) == set()
    whats = {what for _, what in found(booklet, replace(BOOKLET_RULES, colours={"grey"}))}
    assert whats == NO_RGB


# --- boxes and bleed -----------------------------------------------------------------------------


def test_another_trimmed_size() -> None:
    """If the trimmed page is of another size, then both are named: the sheet's is no matter."""
    rules = replace(PRESS, page_mm=(139.7, 215.9))
    told = "the page is 148 by 210 mm, not 139.7 by 215.9 mm"
    assert on_page(make_press(AREA), rules) == {told}


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("/TrimBox", None, "the page has no TrimBox"),
        ("/BleedBox", None, "the page has no BleedBox"),
        (
            "/BleedBox",
            mm(8, 8, 160, 222),
            "the BleedBox is not 3 mm outside the TrimBox all round",
        ),
        ("/BleedBox", mm(12, 12, 160, 222), "the TrimBox reaches beyond the BleedBox"),
        ("/BleedBox", mm(-3, 7, 161, 223), "the BleedBox reaches beyond the MediaBox"),
        ("/TrimBox", [1, 2, 3], "the boxes of the page cannot be read"),
    ],
)
def test_boxes(key: str, value: Any, told: str) -> None:
    """If a box of a press page is absent or wrong, then that is told."""

    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        if value is None:
            del page[key]
        else:
            page[key] = pikepdf.Array(value)

    assert told in on_page(make_press(AREA, change=change), PRESS)


@pytest.mark.parametrize(
    ("operators", "sides"),
    [
        ("0 0 0 1 k -8.6 100 50 50 re f", set()),
        ("0 0 0 1 k 0 100 50 50 re f", {"left"}),
        ("0 0 0 1 k -4 100 50 50 re f", {"left"}),
        ("0 0 0 1 k 10 100 50 50 re f", set()),
        ("0 0 0 1 k 300 560 119.6 35.3 re f", {"right", "top"}),
        ("0 0 0 1 k 300 -8.6 50 50 re f", set()),
        ("0 0 0 1 k 300 0 50 50 re f", {"bottom"}),
        # Aslant: what lies in the bleed lies farther along the side.
        ("0 0 0 1 k -8.6 100 m -8.6 150 l 50 180 l 50 130 l f", set()),
        # Clipped to the cut: only drawing shows it.
        ("q 0 0 100 300 re W n 0 0 0 1 k -8.6 100 50 50 re f Q", {"left"}),
        # White in the bleed is no art.
        ("0 0 0 1 k -8.6 100 50 50 re f 0 0 0 0 k -8.6 100 8.6 50 re f", {"left"}),
    ],
)
def test_art_goes_on_into_the_bleed(operators: str, sides: set[str]) -> None:
    """If art is cut at a side and does not go on to the bleed's edge, then the side is named."""
    told = {f"the art is cut at the {side} and does not go on into the bleed" for side in sides}
    assert on_page(make_press(operators), PRESS) == told


def test_a_page_beyond_its_sheet() -> None:
    """If a page reaches beyond its sheet, then nothing is taken for art where no sheet is."""

    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        page.TrimBox = mm(-200, 10, -50, 220)
        page.BleedBox = mm(-203, 7, -47, 223)

    told = on_page(make_press(AREA, change=change), PRESS)
    assert "the BleedBox reaches beyond the MediaBox" in told
    assert not [each for each in told if each.startswith("the art is cut")]


def test_a_turned_page_has_its_sides() -> None:
    """If a page is turned and its sheet begins elsewhere, then its sides are those of its boxes."""

    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        page.Rotate = 90
        for key in ("/MediaBox", "/TrimBox", "/BleedBox"):
            left, bottom, right, top = (float(value) for value in page[key])
            page[key] = [left + 50, bottom - 20, right + 50, top - 20]
        moved = b"q 1 0 0 1 50 -20 cm " + page.Contents.read_bytes() + b" Q"
        page.Contents = pdf.make_stream(moved)

    content = make_press("0 0 0 1 k 0 100 50 50 re f", change=change)
    told = "the art is cut at the left and does not go on into the bleed"
    assert on_page(content, PRESS) == {told}


# --- colours -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("operators", "told"),
    [
        ("0.5 g 20 20 9 9 re f", set()),
        ("0 0 0 1 K 20 20 m 90 90 l S", set()),
        ("1 0 0 rg 20 20 9 9 re f", NO_RGB),
        ("1 0 0 RG 20 20 m 90 90 l S", NO_RGB),
        ("/DeviceRGB cs 1 0 0 sc 20 20 9 9 re f", NO_RGB),
        (
            "/Spot cs 1 scn 20 20 9 9 re f",
            {"the spot colour Gold is used, which is not for this edition"},
        ),
        (
            "/Icc cs 1 0 0 scn 20 20 9 9 re f",
            {"RGB with an ICC profile is used, which is not for this edition"},
        ),
        (
            "/Lab cs 1 0 0 scn 20 20 9 9 re f",
            {"calibrated Lab is used, which is not for this edition"},
        ),
        ("BI /W 1 /H 1 /CS /RGB /BPC 8 ID xxx EI", NO_RGB),
        ("/Form Do", NO_RGB),
        ("/Picture Do", NO_RGB),
        ("/Blend sh", NO_RGB),
        ("/Indexed cs 0 sc 20 20 9 9 re f", NO_RGB),
        ("0.9 0.9 0.9 0.2 k 20 20 9 9 re f", set()),
        (
            "0.9 0.9 0.9 0.5 k 20 20 9 9 re f",
            {"the inks of a colour add up to 320 percent, more than 300"},
        ),
        ("/Dense Do", {"the inks of a colour add up to 400 percent, more than 300"}),
        ("/Odd gs 20 20 9 9 re f", {"it holds a transfer function"}),
    ],
)
def test_colours(operators: str, told: set[str]) -> None:
    """If a page uses a colour that its edition does not allow, then the colour is named."""

    def change(pdf: pikepdf.Pdf) -> None:
        tint = pikepdf.Dictionary(
            {
                "/FunctionType": 2,
                "/Domain": [0, 1],
                "/N": 1,
                "/C0": [0, 0, 0, 0],
                "/C1": [0, 0.2, 0.8, 0],
            }
        )
        name = pikepdf.Name
        spot = [name.Separation, name.Gold, name.DeviceCMYK, tint]
        icc = [name.ICCBased, pdf.make_stream(b"", {"/N": 3})]
        lab = [name.Lab, pikepdf.Dictionary({"/WhitePoint": [0.96, 1, 0.82]})]
        indexed = [name.Indexed, name.DeviceRGB, 0, pikepdf.String("abc")]
        for key, space in (("/Spot", spot), ("/Icc", icc), ("/Lab", lab), ("/Indexed", indexed)):
            add_object(pdf, "/ColorSpace", key, pikepdf.Array(space))
        form = pdf.make_stream(b"1 0 0 rg 20 20 9 9 re f", {"/BBox": [0, 0, 200, 200]})
        form.Subtype = name.Form
        add_object(pdf, "/XObject", "/Form", form)
        add_object(pdf, "/XObject", "/Picture", make_picture(pdf, 2, 2))
        add_object(pdf, "/XObject", "/Dense", make_picture(pdf, 2, 2, (255, 255, 255, 255)))
        shading = {"/ShadingType": 2, "/ColorSpace": name.DeviceRGB, "/Coords": [0, 0, 9, 9]}
        add_object(pdf, "/Shading", "/Blend", pikepdf.Dictionary(shading))
        add_object(pdf, "/ExtGState", "/Odd", pikepdf.Dictionary({"/TR": name.Identity}))

    assert on_page(make_press(operators, change=change), COLOURS) == told


def test_a_form_that_draws_itself_is_read_once() -> None:
    """If forms draw each other in a ring, then their colours are found and the reading ends."""

    def change(pdf: pikepdf.Pdf) -> None:
        box = {"/BBox": [0, 0, 200, 200], "/Subtype": pikepdf.Name.Form}
        first = pdf.make_stream(b"/Second Do", box)
        second = pdf.make_stream(b"1 0 0 rg 20 20 9 9 re f /First Do", box)
        objects = pikepdf.Dictionary({"/First": first, "/Second": second})
        first.Resources = second.Resources = pikepdf.Dictionary({"/XObject": objects})
        add_object(pdf, "/XObject", "/First", first)

    content = make_press("/First Do", change=change)
    assert on_page(content, PRESS) == NO_RGB


@pytest.mark.parametrize("operators", ["/None Do", "/None gs", "/None sh", "k", "Tf", "/a cs /b k"])
def test_operators_without_what_they_name(operators: str) -> None:
    """If an operator lacks what it needs, then that is told of the page, once."""
    told = on_page(make_press(operators), PRESS)
    assert "the operators of the page cannot be read" in told


# --- type and pictures ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("operators", "told"),
    [
        ("BT /F1 16 Tf 30 30 Td (small) Tj ET", set()),
        ("BT /F1 9 Tf 30 30 Td (small) Tj ET", {"some text is set in 9.0 pt, less than 16"}),
        ("BT /F1 1 Tf 9 0 0 9 30 30 Tm (x) Tj ET", {"some text is set in 9.0 pt, less than 16"}),
        (
            "q .5 0 0 .5 0 0 cm BT /F1 18 Tf 30 30 Td (x) Tj ET Q",
            {"some text is set in 9.0 pt, less than 16"},
        ),
        ("BT /F1 18 Tf 0 1 -1 0 30 30 Tm (turned) Tj ET", set()),
        ("/Half Do", {"some text is set in 10.0 pt, less than 16"}),
        ("BT 3 Tr /F1 2 Tf 30 30 Td (hidden) Tj ET", set()),
    ],
)
def test_smallest_type(operators: str, told: set[str]) -> None:
    """If text comes out smaller than its edition allows, then its size is told."""

    def change(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(b"BT /F1 20 Tf 30 30 Td (small) Tj ET")
        form.Subtype, form.BBox = pikepdf.Name.Form, pikepdf.Array([0, 0, 200, 200])
        form.Matrix = pikepdf.Array([0.5, 0, 0, 0.5, 0, 0])
        form.Resources = pdf.pages[0].obj.Resources
        add_object(pdf, "/XObject", "/Half", form)

    content = make_pdf(operators, resources=helvetica(), change=change)
    rules = replace(UNTAGGED, smallest_type_pt=16.0)
    assert drawn(content, rules) == told


def drawn(content: bytes, rules: PdfRules) -> set[str]:
    """Give the faults that show once pages are drawn, fonts being no matter here."""
    with pikepdf.open(BytesIO(content)) as pdf:
        boxes = [read_boxes(page) for page in pdf.pages]
    return {what for _, what in find_drawn_faults(content, boxes, rules)}


def test_most_of_the_text() -> None:
    """If most of the text is smaller than the body of its edition, then its size is told."""
    operators = "BT /F1 12 Tf 30 30 Td (the whole text of a page) Tj ET "
    operators += "BT /F1 24 Tf 30 90 Td (Title) Tj ET"
    content = make_pdf(operators, resources=helvetica())
    told = {"most of the text is set in 12 pt, less than 18"}
    assert drawn(content, replace(UNTAGGED, body_type_pt=18.0)) == told
    assert drawn(content, replace(UNTAGGED, body_type_pt=12.0)) == set()


@pytest.mark.parametrize(
    ("operators", "told"),
    [
        ("q 72 0 0 72 0 0 cm /Photo Do Q", set()),
        ("q 72 0 0 144 0 0 cm /Photo Do Q", {"a picture has 150 dpi, less than 300"}),
        ("q 0 144 -144 0 200 0 cm /Photo Do Q", {"a picture has 150 dpi, less than 300"}),
        ("/Twice Do", {"a picture has 150 dpi, less than 300"}),
    ],
)
def test_resolution(operators: str, told: set[str]) -> None:
    """If a picture is too coarse at its printed size, then its resolution is told."""

    def change(pdf: pikepdf.Pdf) -> None:
        picture = make_picture(pdf, 300, 300, (0,))
        add_object(pdf, "/XObject", "/Photo", picture)
        form = pdf.make_stream(b"q 72 0 0 72 0 0 cm /Photo Do Q")
        form.Subtype, form.BBox = pikepdf.Name.Form, pikepdf.Array([0, 0, 200, 200])
        form.Matrix = pikepdf.Array([2, 0, 0, 2, 0, 0])
        form.Resources = pikepdf.Dictionary({"/XObject": pikepdf.Dictionary({"/Photo": picture})})
        add_object(pdf, "/XObject", "/Twice", form)

    content = make_pdf(operators, change=change)
    assert drawn(content, replace(UNTAGGED, picture_dpi=300.0)) == told


# --- the file ------------------------------------------------------------------------------------


def without_packet(part: bytes) -> Callable[[pikepdf.Pdf], None]:
    """Give what takes a line out of the metadata."""
    packet = b"\n".join(line for line in PACKET.split(b"\n") if part not in line)

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Metadata.write(packet)

    return change


JAVASCRIPT = pikepdf.Dictionary({"/S": pikepdf.Name.JavaScript})


def set_root(key: str, value: Any) -> Callable[[pikepdf.Pdf], None]:
    """Give what sets an entry of the catalog."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root[key] = value

    return change


def change_intent(pdf: pikepdf.Pdf) -> None:
    """Take the profile away from the output intent."""
    del pdf.Root.OutputIntents[0]["/DestOutputProfile"]


def change_profile(pdf: pikepdf.Pdf) -> None:
    """Make the output profile one of a monitor."""
    pdf.Root.OutputIntents[0].DestOutputProfile.write(b"\0" * 12 + b"mntrRGB ")


def change_condition(pdf: pikepdf.Pdf) -> None:
    """Take away what names the printing condition."""
    del pdf.Root.OutputIntents[0]["/OutputConditionIdentifier"]


def change_trapped(pdf: pikepdf.Pdf) -> None:
    """Say nothing of trapping."""
    del pdf.docinfo["/Trapped"]


def tag(pdf: pikepdf.Pdf) -> None:
    """Say that the file is tagged."""
    pdf.Root.MarkInfo = pikepdf.Dictionary({"/Marked": True})


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (without_packet(b"GTS_"), "GTS_PDFXVersion is absent, not PDF/X-4"),
        (without_packet(b"RenditionClass"), "the XMP metadata has no xmpMM:RenditionClass"),
        (without_packet(b"MetadataDate"), "the XMP metadata has no xmp:MetadataDate"),
        (
            set_root("/OutputIntents", pikepdf.Array()),
            "there are 0 output intents for PDF/X, not one",
        ),
        (change_intent, "the output intent has no ICC profile"),
        (change_profile, "the ICC profile of the output intent is not one of an output device"),
        (change_condition, "the output intent has no OutputConditionIdentifier"),
        (change_trapped, "it is not said whether the file is trapped"),
        (
            set_root("/OpenAction", JAVASCRIPT),
            "the file holds an action",
        ),
        (set_root("/AcroForm", pikepdf.Dictionary()), "the file holds a form to fill in"),
        (tag, TAGGED),
    ],
)
def test_the_file_of_a_press(change: Callable[[pikepdf.Pdf], None], told: str) -> None:
    """If a press file lacks what PDF/X-4 asks of it, then that is told."""
    assert found(make_press(AREA, change=change), PRESS) == {("", told)}


def test_a_link_on_a_press_page() -> None:
    """If a link lies on the page, then that is told; outside the bleed it is no matter."""

    def link(*box_mm: float) -> Callable[[pikepdf.Pdf], None]:
        def change(pdf: pikepdf.Pdf) -> None:
            entries = {"/Subtype": pikepdf.Name.Link, "/Rect": mm(*box_mm)}
            pdf.pages[0].obj.Annots = pikepdf.Array([pikepdf.Dictionary(entries)])

        return change

    told = {"a link or another annotation lies on the page"}
    assert on_page(make_press(AREA, change=link(20, 20, 30, 30)), PRESS) == told
    assert on_page(make_press(AREA, change=link(0, 0, 6, 6)), PRESS) == set()


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        (
            replace(BOOKLET_RULES, pdf_ua=2),
            {
                "the document says that it is PDF/UA-1, not PDF/UA-2",
                "a document of PDF/UA-2 is of PDF 2.0 and says the year 2024",
                "the tag tree does not begin with one Document of PDF 2.0",
                "an entry of the list of contents does not say what it stands for",
                "a list has labels and says that it has none",
                "a link or a bookmark leads to a page, not to what stands there",
            },
        ),
        (replace(BOOKLET_RULES, pdf_ua=None), {TAGGED}),
        (replace(BOOKLET_RULES, pages_multiple=7), {"12 pages do not fill whole sheets of 7"}),
        (BOOKLET_RULES, set()),
    ],
)
def test_tags_and_sheets(booklet: bytes, rules: PdfRules, told: set[str]) -> None:
    """If a file is not tagged, or not as long, as its edition asks for, then that is told."""
    with pikepdf.open(BytesIO(booklet)) as pdf:
        pages = f"{len(pdf.pages)} pages"
    assert {what.replace(pages, "12 pages") for where, what in found(booklet, rules)} == told
