"""A picture is shown as any viewer shows it, and nothing else of its file is handed on."""

from __future__ import annotations

import io
import random
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageCms, PngImagePlugin

from careerkit.content.pictures.clean_picture import clean_picture, part_alpha
from careerkit.content.pictures.picture import UnusablePicture, check_picture, describe_rest
from tests.content.test_picture import draw

CASES = Path(__file__).parent / "pictures"
SECRET = b"6.9271N 79.8612E Nimal"


def shades(mode: str = "RGB", size: tuple[int, int] = (64, 48)) -> Image.Image:
    """Give a picture in which every pixel differs from its neighbours."""
    across = Image.linear_gradient("L").resize(size)
    down = across.transpose(Image.Transpose.ROTATE_90).resize(size)
    return Image.merge("RGB", (across, down, ImageChops.invert(across))).convert(mode)


def shown(path: Path, most: int = 5000) -> Image.Image:
    """Give the pixels that page and slide get."""
    return Image.open(io.BytesIO(clean_picture(path, most, most).content))


def difference(one: Image.Image, other: Image.Image) -> int:
    """Give by how much two pictures differ at the most, their alpha included."""
    pair = [each.convert("RGBA") for each in (one, other)]
    extremes = ImageChops.difference(*pair).getextrema()
    return max(high for _, high in extremes)  # type: ignore[misc]  # one pair for each band


def chunk(kind: bytes, body: bytes) -> bytes:
    """Give a chunk of a PNG file."""
    return len(body).to_bytes(4) + kind + body + zlib.crc32(kind + body).to_bytes(4)


def png(
    width: int, depth: int, colour: int, rows: list[bytes], *more: tuple[bytes, bytes]
) -> bytes:
    """Write a PNG file by hand, as programs do that Pillow does not write like."""
    header = struct.pack(">IIBBBBB", width, len(rows), depth, colour, 0, 0, 0)
    packed = zlib.compress(b"".join(b"\0" + row for row in rows))
    parts = [(b"IHDR", header), *more, (b"IDAT", packed), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


# --- as any viewer shows it --------------------------------------------------------------------


@pytest.mark.parametrize("suffix", ["png", "bmp", "tiff", "webp", "gif"])
def test_pixels_stay_as_they_are(tmp_path: Path, suffix: str) -> None:
    """If a picture without loss is not scaled, then every pixel is the one in its file."""
    path = tmp_path / f"shades.{suffix}"
    source = shades("P") if suffix == "gif" else shades()
    source.save(path, lossless=suffix == "webp")
    assert difference(shown(path), source) == 0


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_a_photograph_keeps_its_pixels(tmp_path: Path, mode: str, progressive: bool) -> None:
    """If a JPEG file needs no change, then its pixels come out bit by bit."""
    path = tmp_path / "photo.jpg"
    shades(mode).save(path, progressive=progressive)
    clean = clean_picture(path, 64, 48)
    assert (clean.kind, clean.channels) == ("JPEG", len(mode))
    assert difference(shown(path), Image.open(path)) == 0


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA"])
def test_kinds_of_pixels(tmp_path: Path, mode: str) -> None:
    """If pixels are black and white, grey, of a palette or seen through, then so they are shown."""
    path = tmp_path / "shades.png"
    source = shades(mode)
    if mode in ("LA", "RGBA"):
        source.putalpha(Image.linear_gradient("L").resize(source.size))
    source.save(path)
    assert difference(shown(path), source) == 0


def test_an_alpha_that_hides_nothing_goes(tmp_path: Path) -> None:
    """If no pixel is seen through, then the picture has no alpha."""
    path = tmp_path / "shades.png"
    shades("RGBA").save(path)
    assert clean_picture(path, 64, 48).channels == 3


def test_sixteen_bits_of_grey(tmp_path: Path) -> None:
    """If a scanner writes sixteen bits of grey, then the upper eight are shown; a key is clear."""
    values = [value * 257 for value in range(256)]
    row = struct.pack(">256H", *values)
    path = tmp_path / "grey.png"
    path.write_bytes(png(256, 16, 0, [row] * 16, (b"tRNS", struct.pack(">H", 100 * 257))))
    picture = shown(path)
    assert [picture.getpixel((x, 1)) for x in range(256)] == [
        (x, 0 if x == 100 else 255) for x in range(256)
    ]
    assert shown(CASES / "grey16.png").getextrema() == (0, 255)


@pytest.mark.parametrize("depth", [1, 2, 4, 8])
def test_a_grey_that_is_clear(tmp_path: Path, depth: int) -> None:
    """If one shade of grey of few bits is meant to be clear, then it is, and no other."""
    width, most = 8, (1 << depth) - 1
    packed = sum((x % (most + 1)) << depth * (width - 1 - x) for x in range(width))
    row = packed.to_bytes(width * depth // 8)
    path = tmp_path / "grey.png"
    path.write_bytes(png(width, depth, 0, [row], (b"tRNS", b"\0\1")))
    assert [shown(path).convert("LA").getpixel((x, 0)) for x in range(width)] == [
        (x % (most + 1) * 255 // most, 0 if x % (most + 1) == 1 else 255) for x in range(width)
    ]


def test_a_colour_that_is_clear(tmp_path: Path) -> None:
    """If one colour is meant to be clear, then what is beneath it is seen."""
    picture = shown(CASES / "rgb_trns.png")
    source = Image.open(CASES / "rgb_trns.png").convert("RGBA")
    assert picture.mode == "RGBA"
    assert picture.getchannel("A").getextrema() == (0, 255)
    assert difference(picture, source) == 0
    deep = struct.pack(">6H", 0x1234, 0x5678, 0x9ABC, 0xFFFF, 0, 0)
    path = tmp_path / "deep.png"
    path.write_bytes(png(2, 16, 2, [deep], (b"tRNS", deep[:6])))
    assert [shown(path).getpixel((x, 0)) for x in (0, 1)] == [
        (0x12, 0x56, 0x9A, 0),
        (255, 0, 0, 255),
    ]


def test_the_colours_of_a_press(tmp_path: Path) -> None:
    """If a photograph has the four colours of a press, then it comes out in those of a screen."""
    for suffix in ("jpg", "tiff"):
        path = tmp_path / f"press.{suffix}"
        shades("CMYK").save(path, quality=100, subsampling=0)
        clean = clean_picture(path, 64, 48)
        assert clean.channels == 3
        assert difference(shown(path), shades()) <= 8


@pytest.mark.parametrize("name", ["photo.jpg", "photo.png"])
def test_a_colour_profile_is_honoured(tmp_path: Path, name: str) -> None:
    """If a picture's colours are those of another device, then they become those of screens."""
    plain = tmp_path / "plain.png"
    shades().save(plain)
    lab = ImageCms.createProfile("LAB")
    screen = ImageCms.createProfile("sRGB")
    path = tmp_path / name
    data = bytearray(ImageCms.ImageCmsProfile(screen).tobytes())
    # Red and blue change places: no screen is like that, and everyone sees if it was honoured.
    red, blue = data.index(b"rXYZ"), data.index(b"bXYZ")
    data[red : red + 4], data[blue : blue + 4] = b"bXYZ", b"rXYZ"
    source = Image.new("RGB", (16, 16), (230, 20, 20))
    source.save(path, icc_profile=bytes(data), quality=100)
    pixel = shown(path).getpixel((8, 8))
    assert isinstance(pixel, tuple)
    assert pixel[2] > 200
    assert pixel[0] < 60
    assert b"ICC" not in clean_picture(path, 16, 16).content
    # A profile of the screen itself, one that is meant for another kind, and one that is broken:
    for profile in (
        ImageCms.ImageCmsProfile(screen).tobytes(),
        ImageCms.ImageCmsProfile(lab).tobytes(),
        b"\0" * 200,
    ):
        path = tmp_path / f"{len(profile)}-{name}"
        source.save(path, icc_profile=profile)
        assert difference(shown(path), Image.open(path)) == 0


def test_a_photograph_is_scaled_to_what_is_seen(tmp_path: Path) -> None:
    """If a picture has more pixels than its place shows, then it has just those afterwards."""
    path = draw(tmp_path / "photo.jpg", size=(3000, 1000), orientation=6)
    clean = clean_picture(path, 300, 300)
    assert (clean.width, clean.height) == (100, 300)
    assert clean.kind == "JPEG"
    with Image.open(io.BytesIO(clean.content)) as image:
        assert image.size == (100, 300)
        top, bottom = image.getpixel((50, 40)), image.getpixel((50, 260))
    assert isinstance(top, tuple)
    assert isinstance(bottom, tuple)
    assert top[0] > 150 > bottom[0]


def test_the_parts_of_what_is_seen_through(tmp_path: Path) -> None:
    """If a picture has an alpha, then colours and alpha can be had apart, as PDF wants them."""
    source = shades("RGBA")
    source.putalpha(Image.linear_gradient("L").resize(source.size))
    source.save(tmp_path / "shades.png")
    parts = part_alpha(clean_picture(tmp_path / "shades.png", 64, 48))
    colour, alpha = (Image.open(io.BytesIO(part.content)) for part in parts)
    colour.putalpha(alpha)
    assert difference(colour, source) == 0


def test_the_same_bytes_each_time(tmp_path: Path) -> None:
    """If a picture is cleaned under another name, then the bytes are the same."""
    for suffix in ("png", "jpg", "webp"):
        first, second = tmp_path / f"one.{suffix}", tmp_path / f"two.{suffix}"
        shades().save(first)
        second.write_bytes(first.read_bytes())
        assert clean_picture(first, 20, 20) == clean_picture(second, 20, 20)


@pytest.mark.parametrize(
    ("kind", "rest"),
    [("GIF", "rest of the film"), ("WEBP", "rest of the film"), ("TIFF", "pages after the first")],
)
def test_the_first_of_several(tmp_path: Path, kind: str, rest: str) -> None:
    """If a file holds several pictures, then the first is shown, and what is not shown is named."""
    path = tmp_path / "film"
    frames = [Image.new("RGB", (40, 20), colour) for colour in ("#f00", "#00f")]
    frames[0].save(path, kind, save_all=True, append_images=frames[1:], lossless=True)
    assert describe_rest(path) == rest
    assert difference(shown(path), frames[0]) <= 1
    frames[0].save(path.with_suffix(".png"))
    assert not describe_rest(path.with_suffix(".png"))


# --- and nothing else of its file ---------------------------------------------------------------


def segment(marker: int, body: bytes) -> bytes:
    """Give a segment of a JPEG file."""
    return bytes([0xFF, marker]) + (len(body) + 2).to_bytes(2) + body


def note() -> Image.Exif:
    """Give notes as a telephone makes them: owner and place."""
    exif = Image.Exif()
    exif[0x013B] = SECRET.decode()
    exif.get_ifd(0x8825)[1] = SECRET.decode()
    return exif


def plant_in_jpeg(path: Path) -> None:
    """Put the secret wherever a JPEG file has room for words."""
    draw(path)
    thumbnail = io.BytesIO()
    Image.new("RGB", (8, 8)).save(thumbnail, "JPEG", comment=SECRET)
    exif = b"Exif\0\0" + note().tobytes().removeprefix(b"Exif\0\0")
    places = [
        segment(0xE1, exif),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>" + SECRET + b"</x>"),
        segment(0xE0, b"JFXX\0\x10" + thumbnail.getvalue()),
        segment(0xE2, b"MPF\0" + SECRET),
        segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x20" + SECRET),
        segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01" + SECRET),
        segment(0xFE, SECRET),
        *(segment(0xE0 + number, SECRET) for number in range(3, 13)),
    ]
    data = path.read_bytes()
    start = data.index(b"\xff\xdb")
    path.write_bytes(data[:start] + b"".join(places) + data[start:] + SECRET)


def plant_in_png(path: Path) -> None:
    """Put the secret wherever a PNG file has room for words."""
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", SECRET.decode())
    words.add_text("Place", SECRET.decode(), zip=True)
    words.add_itxt("XML:com.adobe.xmp", SECRET.decode(), zip=True)
    words.add(b"prVt", SECRET)
    shades().save(path, pnginfo=words, exif=note())
    path.write_bytes(path.read_bytes() + SECRET)


def plant_in_any(path: Path) -> None:
    """Put the secret into the notes of a file of another kind, and behind it."""
    shades().save(path, exif=note(), xmp=SECRET, comment=SECRET)
    path.write_bytes(path.read_bytes() + SECRET)


PLANT: dict[str, Callable[[Path], None]] = {
    "photo.jpg": plant_in_jpeg,
    "photo.png": plant_in_png,
    "photo.webp": plant_in_any,
    "photo.tiff": plant_in_any,
    "photo.gif": plant_in_any,
}


def tells(data: bytes, secret: bytes = SECRET) -> bool:
    """Say whether bytes hold the secret or what could be it, as they are or packed."""
    found = [data]
    for start in range(len(data)):
        if data[start : start + 1] == b"\x78":
            try:
                found.append(zlib.decompressobj().decompress(data[start:]))
            except zlib.error:
                continue
    traces = (secret, secret[::2], b"Exif\0\0", b"JFXX\0", b"xap/1.0/\0", b"8BIM", b"MPF\0")
    return any(trace in each for each in found for trace in traces)


@pytest.mark.parametrize("most", [16, 5000], ids=["scaled", "as it is"])
@pytest.mark.parametrize("name", PLANT)
def test_nothing_is_told(tmp_path: Path, name: str, most: int) -> None:
    """If a file says where and by whom it was taken, then that is not handed on."""
    path = tmp_path / name
    PLANT[name](path)
    assert tells(path.read_bytes())
    check_picture(path, tmp_path)
    clean = clean_picture(path, most, most)
    assert not tells(clean.content)
    assert max(clean.width, clean.height) <= most


def test_a_telephones_photograph() -> None:
    """If a photograph has its position in it, then its pixels come out without it."""
    path = CASES / "gps.jpg"
    assert b"Exif" in path.read_bytes()
    assert not tells(clean_picture(path, 600, 400).content)
    assert difference(shown(path), Image.open(path)) == 0


def test_a_photograph_without_a_word_on_its_colours(tmp_path: Path) -> None:
    """If a file leaves it to readers to guess what its colours are, then it is said."""
    for adobe in (b"", segment(0xEE, b"Adobe\0\x64\0\0\0\0\x00"), None):
        path = draw(tmp_path / f"{adobe!r}.jpg".replace("\\", ""))
        data = path.read_bytes()
        start = data.index(b"\xff\xdb")
        if adobe is not None:
            path.write_bytes(data[:2] + adobe + data[start:])
        assert difference(shown(path), Image.open(path)) == 0


# --- what cannot be shown -----------------------------------------------------------------------


def refusal(path: Path) -> str:
    """Give what is said of a picture that is refused."""
    with pytest.raises(UnusablePicture) as caught:
        check_picture(path, path.parent)
    return f"{caught.value.message} | {caught.value.hint}"


AGAIN = "get the file again, or export it again"
EXPORT = "export it as JPEG or PNG"
REFUSED = {
    b"\0\0\0\x18ftypheic\0\0\0\0mif1heic": "this is a HEIC picture, which cannot be shown here | "
    "send it from the phone by e-mail, which makes a JPEG of it, or export it as JPEG on a"
    " computer",
    b"<svg xmlns='http://www.w3.org/2000/svg'/>": "this is an SVG drawing, which cannot be shown "
    f"here | open it in a browser or a drawing program, and {EXPORT}",
    b"\xef\xbb\xbf<?xml version='1.0'?><svg/>": "this is an SVG drawing, which cannot be shown "
    f"here | open it in a browser or a drawing program, and {EXPORT}",
    b"<!DOCTYPE html><html>": "this is a web page (HTML), which cannot be shown here | "
    "save the picture itself: right click on it, then save image as",
    b"%PDF-1.7": f"this is a PDF file, which cannot be shown here | open it, and {EXPORT}",
    b"8BPS\0\1": f"this is a Photoshop file, which cannot be shown here | open it, and {EXPORT}",
    b"PK\x03\x04": "this is a packed file (ZIP), which cannot be shown here | "
    f"take the picture out of it, and {EXPORT}",
    b"": f"the file is empty | {AGAIN}",
    b"some words": f"this is not a picture that can be shown | open it in a picture program, and"
    f" {EXPORT}",
    b"BM\x7a\0\0\0 and some words": f"the picture is damaged or cut off | {AGAIN}",
    b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", b"\0\0\0\1") + chunk(b"IEND", b""): "the picture is "
    f"damaged or cut off | {AGAIN}",
}


@pytest.mark.parametrize("content", REFUSED, ids=range(len(REFUSED)))
def test_files_of_other_kinds(tmp_path: Path, content: bytes) -> None:
    """If a file is no picture that can be shown, then it is said what it is and what to do."""
    path = tmp_path / "ward.jpg"
    path.write_bytes(content)
    assert refusal(path) == REFUSED[content]


def test_sizes_that_are_not_there(tmp_path: Path) -> None:
    """If a header speaks of more than the file holds, or of a line, then that is said."""
    assert refusal(CASES / "thin.png") == (
        "the picture has 1 by 50,000,000 pixels: it would be a line"
        " | cut it to what it is to show, or choose another"
    )
    told = refusal(CASES / "hdr7700.jpg")
    assert told.startswith("the picture is cut off: ")
    assert told.endswith(f" bytes are too few for 7,700 by 7,700 pixels | {AGAIN}")
    path = tmp_path / "short.png"
    path.write_bytes(
        png(4, 8, 2, [bytes(12)] * 4).replace(b"\0\0\0\4\0\0\0\4", b"\0\0\0\4\0\0\0\5")
    )
    assert "sum in it is wrong" in refusal(path)
    header = struct.pack(">IIBBBBB", 400, 300, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", header), (b"IDAT", zlib.compress(bytes(9))), (b"IEND", b"")]
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts))
    assert refusal(path) == (
        f"the picture is cut off: 9 bytes are too few for 400 by 300 pixels | {AGAIN}"
    )


def test_an_interlaced_picture_is_whole(tmp_path: Path) -> None:
    """If a picture is interlaced, then the bytes of its seven passes are counted as such."""
    path = tmp_path / "passes.png"
    header = struct.pack(">IIBBBBB", 3, 1, 8, 0, 0, 0, 1)
    # Of three pixels in a row the first, fourth and sixth pass have one each.
    body = b"".join(b"\0" + bytes([value]) for value in (10, 30, 20))
    parts = [(b"IHDR", header), (b"IDAT", zlib.compress(body)), (b"IEND", b"")]
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts))
    check_picture(path, tmp_path)
    assert [shown(path).getpixel((x, 0)) for x in range(3)] == [10, 20, 30]


def test_pixels_that_are_no_colours(tmp_path: Path) -> None:
    """If a picture holds measurements, then it is refused with how to export it."""
    path = tmp_path / "heights.tiff"
    Image.new("F", (20, 20), 3.5).save(path)
    assert refusal(path) == (
        "the picture is made for measuring: its pixels are no colours that can be shown"
        " | export it as JPEG or PNG with 8 bits for each colour"
    )


def test_a_note_of_many_words_does_not_hinder(tmp_path: Path) -> None:
    """If a program has written megabytes of words into a picture, then it is shown all the same."""
    path = tmp_path / "wordy.png"
    path.write_bytes(png(1, 8, 0, [b"\7"], (b"zTXt", b"a\0\0" + zlib.compress(bytes(80 << 20)))))
    check_picture(path, tmp_path)
    assert shown(path).getpixel((0, 0)) == 7


@pytest.mark.parametrize(
    "name", ["photo.jpg", "photo.png", "photo.webp", "photo.tiff", "photo.gif"]
)
def test_any_damage_is_told(tmp_path: Path, name: str) -> None:
    """If bytes of a picture are changed or lost, then it is shown or refused, and nothing else."""
    path = tmp_path / name
    shades().save(path)
    whole = path.read_bytes()
    chance = random.Random(9)  # noqa: S311  # the same damage each time
    refused = 0
    for number in range(120):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        damaged = tmp_path / f"{number}-{name}"
        damaged.write_bytes(data[: chance.randrange(len(data))] if number % 4 == 0 else data)
        try:
            check_picture(damaged, tmp_path)
        except UnusablePicture:
            refused += 1
        else:
            clean_picture(damaged, 30, 30)
            clean_picture(damaged, 5000, 5000)
    assert refused > 20
