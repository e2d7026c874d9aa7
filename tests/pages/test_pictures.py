"""Pictures on a page: turned as a viewer turns them, the same bytes wherever they lie."""

from __future__ import annotations

import io
from pathlib import Path
from shutil import copyfile

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageFilter
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE as IMAGE

from careerkit.content import ContentError, Place
from careerkit.document.blocks import Document, Picture
from tests.content.test_clean_picture import PLANT, difference, shades, tells
from tests.content.test_picture import draw
from tests.pages.conftest import Bind, Booklet, chapter, document, words

WIDTH_MM = 117  # of the text on the pages of the layout that ships


def showing(path: Path) -> Document:
    """Give a document that shows a picture."""
    place = Place("layouts/own/booklet.xml", 7)
    return document(chapter(Picture(path, words("Halves"), place=place)))


def pictures_in(booklet: Booklet) -> list[Image.Image]:
    """Give the pictures in a booklet as they are stored, masks among them."""
    with pikepdf.open(io.BytesIO(booklet.content)) as pdf:
        streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        assert not [one for one in streams if "ASCII85" in str(one.get("/Filter"))]
        images = [one for one in streams if one.get("/Subtype") == "/Image"]
        return [pikepdf.PdfImage(one).as_pil_image() for one in images]


def find_colour(page: Image.Image, channel: int) -> tuple[int, int, int, int]:
    """Give the box of what is red (0) or blue (2) on a page."""
    channels = page.split()
    strong = channels[channel].point(lambda value: 255 * (value > 180))
    alone = channels[2 - channel].point(lambda value: 255 * (value < 100))
    box = ImageChops.darker(strong, alone).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("suffix", ["png", "jpg"])
def test_a_photograph_on_its_side_stands_upright(bind: Bind, tmp_path: Path, suffix: str) -> None:
    """If a camera was held on its side, then the page shows what was above above."""
    path = draw(tmp_path / f"photo.{suffix}", orientation=6, size=(400, 200))
    page: Image.Image = bind(showing(path)).pdfium[0].render(scale=2).to_pil().convert("RGB")
    page = page.crop((0, 100, *page.size))  # without the strip above the text
    red, blue = find_colour(page, 0), find_colour(page, 2)
    assert abs(red[0] - blue[0]) <= 3
    assert abs(red[3] - blue[1]) <= 3
    wide, high = red[2] - red[0], blue[3] - red[1]
    assert high / wide == pytest.approx(2, abs=0.05)


def test_a_photograph_goes_in_as_it_is(bind: Bind, tmp_path: Path) -> None:
    """If a JPEG file needs no change, then its pixels are in the booklet, bit by bit."""
    path = tmp_path / "photo.jpg"
    shades(size=(640, 480)).save(path)
    (stored,) = pictures_in(bind(showing(path)))
    assert difference(stored, Image.open(path)) == 0


def test_no_more_pixels_than_a_printer_shows(bind: Bind, tmp_path: Path) -> None:
    """If a picture has more than 300 pixels an inch on the page, then it is scaled down."""
    for name in ("photo.jpg", "photo.png"):
        path = tmp_path / name
        shades(size=(3000, 2000)).save(path)
        booklet = bind(showing(path))
        (stored,) = pictures_in(booklet)
        assert stored.width <= WIDTH_MM / 25.4 * 300
        assert stored.width > 1200
        assert stored.height == pytest.approx(stored.width * 2 / 3, abs=1)


@pytest.mark.parametrize("name", ["shades.png", "seen-through.png", "photo.jpg", "press.jpg"])
def test_a_page_shows_a_picture_as_viewers_do(bind: Bind, tmp_path: Path, name: str) -> None:
    """If a picture is on a page, then a reader of PDF draws the pixels that viewers show."""
    path = tmp_path / name
    source = shades(size=(640, 480))
    if name == "seen-through.png":
        source.putalpha(Image.linear_gradient("L").resize(source.size))
    source.convert("CMYK" if name == "press.jpg" else source.mode).save(path)
    flat = Image.new("RGB", source.size, "white")
    flat.paste(source, (0, 0), source if source.mode == "RGBA" else None)
    page = bind(showing(path)).pdfium[0]
    (drawn,) = [one for one in page.get_objects() if one.type == IMAGE]
    left, _, right, top = drawn.get_bounds()
    scale = 640 / (right - left)
    whole: Image.Image = page.render(scale=scale).to_pil().convert("RGB")
    height = page.get_height()
    box = (round(left * scale), round((height - top) * scale))
    seen = whole.crop((*box, box[0] + 640, box[1] + 480))
    inside = (8, 8, 632, 472)
    pair = [each.crop(inside).filter(ImageFilter.BoxBlur(2)) for each in (seen, flat)]
    assert difference(pair[0], pair[1]) <= 8


def test_the_folder_leaves_no_trace(bind: Bind, tmp_path: Path) -> None:
    """If the same pictures lie in another folder, then the booklet is the same to the byte."""
    path = draw(tmp_path / "photo.png", orientation=6)
    (tmp_path / "else where").mkdir()
    other = tmp_path / "else where" / "photo.png"
    copyfile(path, other)
    assert bind(showing(path)).content == bind(showing(other)).content


def test_a_picture_shown_twice_is_there_once(bind: Bind, tmp_path: Path) -> None:
    """If a picture is shown again, then the file has it once."""
    figure = Picture(draw(tmp_path / "photo.jpg"), words("Halves"))
    assert len(pictures_in(bind(document(chapter(figure, figure))))) == 1


def test_a_picture_that_cannot_be_drawn_is_told(bind: Bind, tmp_path: Path) -> None:
    """If a picture is broken inside, where only drawing finds it, then its place is named."""
    path = draw(tmp_path / "photo.png")
    whole = path.read_bytes()
    start = whole.index(b"IDAT") + 4
    path.write_bytes(whole[:start] + bytes(8) + whole[start + 8 :])
    for broken in (path, tmp_path / "none.png"):
        with pytest.raises(ContentError) as caught:
            bind(showing(broken))
        (told,) = caught.value.problems
        assert str(told).startswith("layouts/own/booklet.xml:7: figure.src: ")
    assert told.message == "cannot be read: no such file or directory"


@pytest.mark.parametrize("name", PLANT)
def test_a_booklet_tells_nothing_of_its_pictures(bind: Bind, tmp_path: Path, name: str) -> None:
    """If a picture says where and by whom it was taken, then no stream of the booklet does."""
    path = tmp_path / name
    PLANT[name](path)
    content = bind(showing(path)).content
    assert not tells(content)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Stream):
                raw = one.read_raw_bytes()
                assert not tells(raw)
                if one.get("/Filter") != "/DCTDecode":
                    assert not tells(one.read_bytes())
