"""Pictures on a page: turned as a viewer turns them, the same bytes wherever they lie."""

from __future__ import annotations

import base64
import io
from pathlib import Path
from shutil import copyfile

import pikepdf
import pytest
from PIL import Image, ImageChops

from careerkit.content import ContentError, Place
from careerkit.layout.blocks import Document, Figure
from tests.booklet.conftest import Bind, Booklet, chapter, document, words
from tests.content.test_picture import draw


def showing(path: Path) -> Document:
    """Give a document that shows a picture."""
    place = Place("layouts/own/booklet.xml", 7)
    return document(chapter(Figure(path, words("Halves"), place=place)))


def pictures_in(booklet: Booklet) -> list[bytes]:
    """Give the files of the pictures in a booklet, whatever they are packed in."""
    with pikepdf.open(io.BytesIO(booklet.content)) as pdf:
        streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        images = [one for one in streams if one.get("/Subtype") == "/Image"]
        return [base64.a85decode(one.read_raw_bytes().removesuffix(b"~>")) for one in images]


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
    """If a JPEG file needs no turning, then its bytes are in the booklet."""
    path = draw(tmp_path / "photo.jpg")
    assert pictures_in(bind(showing(path))) == [path.read_bytes()]


def test_the_folder_leaves_no_trace(bind: Bind, tmp_path: Path) -> None:
    """If the same pictures lie in another folder, then the booklet is the same to the byte."""
    path = draw(tmp_path / "photo.png", orientation=6)
    (tmp_path / "else where").mkdir()
    other = tmp_path / "else where" / "photo.png"
    copyfile(path, other)
    assert bind(showing(path)).content == bind(showing(other)).content


def test_a_picture_shown_twice_is_there_once(bind: Bind, tmp_path: Path) -> None:
    """If a picture is shown again, then the file has it once."""
    figure = Figure(draw(tmp_path / "photo.jpg"), words("Halves"))
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
