"""A press file, read by pikepdf and pdfium: the rules of PDF/X-4 that it keeps, by their clauses.

The clauses are those of ISO 15930-7:2010 (PDF/X-4) and of ISO 32000-1:2008 (PDF 1.7). None of the
code that writes or looks through files has a part in this.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from tests.school import School
from tests.shipped import CAREERS, TAGS, copy_shipped

MM = 72 / 25.4
PAGE_MM, BLEED_MM, MOST_INK = (148, 210), 3, 300
# One career in every language, with pictures in it, and another.
PICTURED, OTHER = CAREERS[:2]
FILES = [(PICTURED, tag) for tag in TAGS] + [(OTHER, "en")]
TEXT = frozenset(["Tj", "TJ", "'", '"'])
FILLED = frozenset(["f", "F", "f*", "B", "B*", "b", "b*"])
STROKED = frozenset(["S", "s", "B", "B*", "b", "b*"])


class Drawn(NamedTuple):
    """What an operator draws: how, with which inks from 0 to 1, and whether it overprints."""

    operator: str
    fill: tuple[float, ...]
    stroke: tuple[float, ...]
    overprints: bool


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], bytes]:
    """Give press files as the command makes them, by career and language."""
    folder = tmp_path_factory.mktemp("press")
    copy_shipped(folder, "source", "layouts")
    add_pictures(folder / "source")
    school = School(folder)
    languages = [argument for tag in TAGS for argument in ("--locale", tag)]
    done = school.run("build", PICTURED, OTHER, "--edition", "press", *languages)
    assert done.returncode == 0, done.stderr
    return {
        (career, tag): (school.output / tag / f"{career}.press.pdf").read_bytes()
        for career, tag in FILES
    }


def add_pictures(source: Path) -> None:
    """Give a career a photograph, a drawing that is seen through, and a grey photograph."""
    steps = bytes(value for y in range(600) for x in range(600) for value in (x % 256, y % 256, 40))
    photograph = Image.frombytes("RGB", (600, 600), steps)
    photograph.save(source / "images" / "photograph.jpg", quality=90)
    photograph.convert("L").save(source / "images" / "grey.jpg")
    drawing = Image.new("RGBA", (600, 450), (200, 30, 30, 255))
    drawing.paste((0, 0, 0, 255), (0, 0, 300, 250))
    drawing.paste((0, 0, 0, 0), (300, 250, 600, 450))
    drawing.save(source / "images" / "drawing.png")
    listed = "".join(
        f"  - {{file: {name}, alt: A picture, credit: Us, licence: CC0}}\n"
        for name in ("photograph.jpg", "grey.jpg", "drawing.png")
    )
    path = source / "careers" / f"{PICTURED}.yaml"
    text = path.read_text(encoding="utf-8")
    assert "\nimages:" not in text
    path.write_text(f"{text}\nimages:\n{listed}", encoding="utf-8")


@pytest.fixture(params=FILES, ids=lambda file: f"{file[0]}-{file[1]}")
def content(request: pytest.FixtureRequest, press: dict[tuple[str, str], bytes]) -> bytes:
    """Give the bytes of each file in turn."""
    return press[request.param]


@pytest.fixture
def pdf(content: bytes) -> Iterator[pikepdf.Pdf]:
    """Give each file, opened."""
    with pikepdf.open(io.BytesIO(content)) as opened:
        yield opened


def instructions(page: pikepdf.Page) -> Iterator[tuple[list[Any], str]]:
    """Give a page's operators, each with its operands."""
    for instruction in pikepdf.parse_content_stream(page):
        yield list(instruction.operands), str(instruction.operator)


def drawn_on(page: pikepdf.Page) -> Iterator[Drawn]:
    """Follow a page's operators and give all that draws, with the state it is drawn in."""
    states: Any = page.resources.get("/ExtGState", {})
    fill: tuple[float, ...] = (0.0,)
    stroke: tuple[float, ...] = (0.0,)
    overprints = False
    stack: list[tuple[tuple[float, ...], tuple[float, ...], bool]] = []
    for operands, name in instructions(page):
        match name:
            case "q":
                stack.append((fill, stroke, overprints))
            case "Q":
                fill, stroke, overprints = stack.pop()
            case "g" | "k":
                fill = tuple(float(value) for value in operands)
            case "G" | "K":
                stroke = tuple(float(value) for value in operands)
            case "gs":
                state = states[str(operands[0])]
                assert int(state.OPM) == 1
                overprints = bool(state.op)
            case _ if name in TEXT | FILLED | STROKED or name == "Do":
                yield Drawn(name, fill, stroke, overprints)
            case _:
                pass


def pictures_of(pdf: pikepdf.Pdf) -> list[Any]:
    """Give all pictures of a file."""
    return [each for each in pdf.objects if is_picture(each)]


def is_picture(found: Any) -> bool:
    """Say whether an object is a picture."""
    return isinstance(found, pikepdf.Stream) and found.get("/Subtype") == "/Image"


# --- the file (ISO 15930-7, 6.1 to 6.3, 6.9 to 6.16) -------------------------------------------


def test_version_and_identity(content: bytes, pdf: pikepdf.Pdf) -> None:
    """If a file is PDF/X-4, then it is of PDF 1.6 at most (6.1) and has its identity (6.11)."""
    assert re.match(rb"%PDF-1\.[3-6]\n%[\x80-\xff]{4}", content)
    first, second = pdf.trailer.ID
    assert len(bytes(first)) == len(bytes(second)) == 16


def test_nothing_is_locked_or_attached(pdf: pikepdf.Pdf) -> None:
    """If a file is PDF/X-4, then it has no encryption (6.15), action (6.17), form or other file."""
    assert not pdf.is_encrypted
    for name in ("/AcroForm", "/OpenAction", "/AA", "/Names", "/Collection", "/OCProperties"):
        assert name not in pdf.Root
    assert not [each for each in pdf.objects if is_forbidden(each)]


def is_forbidden(found: Any) -> bool:
    """Say whether an object is an action, PostScript, an alternate or a reference to a file."""
    if not isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        return False
    named = found.get("/S") in ("/JavaScript", "/URI", "/GoTo", "/Launch")
    drawn = found.get("/Subtype") in ("/PS", "/Type1C") and "/Length" in found
    return named or drawn or any(key in found for key in ("/OPI", "/Alternates", "/Ref", "/TR"))


def test_output_intent(pdf: pikepdf.Pdf) -> None:
    """If a file is PDF/X-4, then it carries the profile of one printing condition (6.2.2)."""
    (intent,) = pdf.Root.OutputIntents
    assert intent.S == "/GTS_PDFX"
    assert str(intent.OutputConditionIdentifier) == "FOGRA39"
    assert str(intent.RegistryName) == "http://www.color.org"
    assert str(intent.Info)
    profile = intent.DestOutputProfile
    assert int(profile.N) == 4
    content = profile.read_bytes()
    assert content[12:20] == b"prtrCMYK"
    assert content[36:40] == b"acsp"
    assert content[8] in (2, 4)  # the versions of ICC profiles that PDF 1.6 knows
    assert int.from_bytes(content[:4]) == len(content)


def test_metadata(pdf: pikepdf.Pdf) -> None:
    """If a file is PDF/X-4, then its metadata and its properties say so (6.9, 6.10)."""
    told = dict(pdf.open_metadata())
    xmp, media = "{http://ns.adobe.com/xap/1.0/}", "{http://ns.adobe.com/xap/1.0/mm/}"
    assert told["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] == "PDF/X-4"
    assert told["{http://purl.org/dc/elements/1.1/}title"] == str(pdf.docinfo["/Title"])
    assert told["{http://ns.adobe.com/pdf/1.3/}Trapped"] == "False"
    assert pdf.docinfo["/Trapped"] == pikepdf.Name("/False")
    assert told[f"{media}VersionID"] == "1"
    assert told[f"{media}RenditionClass"] == "default"
    assert re.fullmatch(
        r"uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", told[f"{media}DocumentID"]
    )
    digits = re.sub(r"\D", "", told[f"{xmp}CreateDate"])[:14]
    for name in ("/CreationDate", "/ModDate"):
        assert re.sub(r"\D", "", str(pdf.docinfo[name]))[:14] == digits
    for name in ("ModifyDate", "MetadataDate"):
        assert told[f"{xmp}{name}"] == told[f"{xmp}CreateDate"]
    assert b"pdfuaid:part" not in pdf.Root.Metadata.read_bytes()


def test_two_files_have_two_identities(press: dict[tuple[str, str], bytes]) -> None:
    """If two files differ, then so do their document identities (6.10)."""
    packets = [re.search(rb"uuid:[0-9a-f-]{36}", content) for content in press.values()]
    assert None not in packets
    assert len({found[0] for found in packets if found}) == len(press)


def test_it_is_untagged_on_purpose(pdf: pikepdf.Pdf) -> None:
    """If pages are for a press, then no tags, links or bookmarks go with them."""
    for name in ("/StructTreeRoot", "/MarkInfo", "/Outlines"):
        assert name not in pdf.Root
    for page in pdf.pages:
        assert "/StructParents" not in page
        assert not [name for _, name in instructions(page) if name == "BDC"]


# --- pages ------------------------------------------------------------------------------------


def box(page: pikepdf.Page, name: str) -> list[float]:
    """Return a box of a page in millimetres."""
    return [float(value) / MM for value in page[name]]


def test_boxes(pdf: pikepdf.Pdf) -> None:
    """If a page is cut, then its boxes lie in one another, the trim as large as the page (6.4)."""
    assert len(pdf.pages) % 4 == 0
    for page in pdf.pages:
        assert "/CropBox" not in page
        assert "/ArtBox" not in page  # a page has one or the other
        assert "/UserUnit" not in page
        media, bleed, trim = (box(page, name) for name in ("/MediaBox", "/BleedBox", "/TrimBox"))
        assert trim[2] - trim[0] == pytest.approx(PAGE_MM[0], abs=0.01)
        assert trim[3] - trim[1] == pytest.approx(PAGE_MM[1], abs=0.01)
        for at in range(4):
            outwards = -1 if at < 2 else 1
            assert bleed[at] == pytest.approx(trim[at] + outwards * BLEED_MM, abs=0.01)
            assert (media[at] - bleed[at]) * outwards > 0


def test_no_annotation_lies_on_a_page(pdf: pikepdf.Pdf) -> None:
    """If a page is printed, then nothing on it is for a screen (6.17: none in the BleedBox)."""
    for page in pdf.pages:
        assert "/Annots" not in page
        assert "/AA" not in page


def test_fonts_are_embedded(pdf: pikepdf.Pdf) -> None:
    """If text is set in a font, then its program is in the file (6.2.4)."""
    fonts = {
        font.objgen: font
        for page in pdf.pages
        for _, font in page.resources.get("/Font", {}).items()
    }
    assert fonts
    for font in fonts.values():
        holder = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        assert len(holder.FontDescriptor.FontFile2.read_bytes()) > 1000


# --- inks -------------------------------------------------------------------------------------


def test_no_colour_of_a_screen(pdf: pikepdf.Pdf) -> None:
    """If a colour is chosen, then by amounts of ink: no RGB, no Lab, no ICC colours (6.2.3)."""
    allowed = {"/DeviceCMYK", "/DeviceGray"}
    for page in pdf.pages:
        names = {name for _, name in instructions(page)}
        assert not names & {"rg", "RG", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "BI", "ri"}
        resources = page.resources
        assert not {"/ColorSpace", "/Shading", "/Pattern"} & set(resources.keys())
        assert "/Group" not in page
    assert {str(picture.ColorSpace) for picture in pictures_of(pdf)} <= allowed


def test_ink_is_at_most_what_dries(pdf: pikepdf.Pdf) -> None:
    """If inks lie on each other, then they add up to 300 percent at most (FOGRA39)."""
    total = max(
        sum(colour)
        for page in pdf.pages
        for drawn in drawn_on(page)
        for colour in (drawn.fill, drawn.stroke)
        if len(colour) == 4
    )
    assert 2 < total <= MOST_INK / 100


def test_black_text_is_black_alone_and_overprints(pdf: pikepdf.Pdf) -> None:
    """If text is in ink, then one plate prints it, over the others (ISO 32000-1, 8.6.7).

    All else knocks out: white letters that overprint would vanish.
    """
    black, other = 0, 0
    for page in pdf.pages:
        for drawn in drawn_on(page):
            if drawn.operator in TEXT:
                is_black = drawn.fill == (0, 0, 0, 1)
                assert drawn.overprints == is_black
                black, other = black + is_black, other + (not is_black)
                assert is_black or drawn.fill[3] < 1
            elif drawn.operator in FILLED:
                assert drawn.overprints == (drawn.fill == (0, 0, 0, 1))
    assert black > 100
    assert other > 10


def test_codes_and_lines_are_black_alone(pdf: pikepdf.Pdf) -> None:
    """If something thin is black, a code's module or a line, then one plate prints it."""
    strokes = {
        drawn.stroke for page in pdf.pages for drawn in drawn_on(page) if drawn.operator == "S"
    }
    assert (0, 0, 0, 1) in strokes
    codes = 0
    for page in pdf.pages:
        rectangles = 0
        colour: list[float] = []
        for operands, name in instructions(page):
            if name == "k":
                colour = [float(value) for value in operands]
            rectangles = rectangles + 1 if name == "re" else rectangles
            if name == "f":
                if rectangles > 50:  # a code's modules are one path
                    codes += 1
                    assert colour == [0, 0, 0, 1]
                rectangles = 0
    assert codes


def test_pictures(press: dict[tuple[str, str], bytes]) -> None:
    """If pictures are printed, then in inks that dry, at 300 dpi, without what hides in files."""
    with pikepdf.open(io.BytesIO(press[PICTURED, "en"])) as pdf:
        found = pictures_of(pdf)
        spaces = sorted((str(one.ColorSpace), str(one.Filter)) for one in found)
        assert spaces == [
            ("/DeviceCMYK", "/DCTDecode"),
            ("/DeviceCMYK", "/FlateDecode"),
            ("/DeviceGray", "/DCTDecode"),
            ("/DeviceGray", "/FlateDecode"),  # how much the drawing covers
        ]
        for one in found:
            if one.ColorSpace == "/DeviceCMYK":
                assert 150 < most_ink(one) <= MOST_INK
            content = one.read_raw_bytes()
            assert b"Exif" not in content
            assert b"ICC_PROFILE" not in content


def most_ink(picture: Any) -> float:
    """Return the percentage of the pixel with most ink."""
    content = picture.read_raw_bytes()
    if picture.Filter == "/DCTDecode":
        # Pillow gives Adobe's inverted inks as they are meant, as Decode does in the file.
        assert [float(value) for value in picture.Decode] == [1, 0] * 4
        samples = Image.open(io.BytesIO(content)).tobytes()
    else:
        assert "/Decode" not in picture
        samples = zlib.decompress(content)
    return max(sum(samples[at : at + 4]) for at in range(0, len(samples), 4)) * 100 / 255


def test_pictures_look_as_on_a_screen(press: dict[tuple[str, str], bytes]) -> None:
    """If a photograph is printed in four inks, then a viewer shows no negative of it."""
    with pypdfium2.PdfDocument(press[PICTURED, "en"]) as pdf:
        shown = 0
        for page in pdf:
            for picture in page.get_objects([3]):  # FPDF_PAGEOBJ_IMAGE
                image = picture.get_bitmap(render=True).to_pil().convert("RGB").resize((8, 8))
                red, green, blue = image.getpixel((0, 0))
                shown += 1
                assert min(red, green, blue) < 120  # each picture is dark at its head's left
        assert shown == 3


def test_art_reaches_into_the_bleed(press: dict[tuple[str, str], bytes]) -> None:
    """If the cover's art touches the cut, then it is there all the way to the bleed's edge."""
    with pypdfium2.PdfDocument(press[OTHER, "en"]) as pdf:
        image = pdf[0].render(scale=4 / MM).to_pil().convert("L")
    edge = (10 - BLEED_MM) * 4 + 2
    assert all(image.getpixel((x, edge)) < 250 for x in range(edge, image.width - edge, 3))
    assert all(image.getpixel((edge, y)) < 250 for y in range(edge, image.height // 3, 3))
    assert all(image.getpixel((x, edge - 6)) > 250 for x in range(60, image.width - 60, 3))
