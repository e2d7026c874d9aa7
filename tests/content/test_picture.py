"""A picture that cannot be used is told, whatever is wrong with it; one on its side is turned."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from careerkit.content import ContentError, Profile, check_pictures
from careerkit.content.pictures.clean_picture import clean_picture
from careerkit.content.pictures.picture import UnusablePicture, check_picture, measure_picture
from tests.content.conftest import Explain
from tests.content.test_explain import HEAD

RED, BLUE = (200, 0, 0), (0, 0, 200)


def draw(path: Path, *, orientation: int = 1, size: tuple[int, int] = (40, 20)) -> Path:
    """Write a picture, red at the left and blue at the right, with a note of how to turn it."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    note = Image.Exif()
    note[0x0112] = orientation
    image.save(path, exif=note)
    return path


def cut(path: Path, share: float) -> None:
    """Cut off a file's end."""
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])


def break_inside(path: Path) -> None:
    """Write into a PNG file what only whoever unpacks it finds wrong."""
    whole = path.read_bytes()
    start = whole.index(b"IDAT") + 4
    length = int.from_bytes(whole[start - 8 : start - 4])
    code = b"\x78\x9c\x07" + whole[start + 3 : start + length]  # a block of a kind there is none of
    checked = zlib.crc32(b"IDAT" + code).to_bytes(4)
    path.write_bytes(whole[:start] + code + checked + whole[start + length + 4 :])


def write_broken_pictures(folder: Path) -> None:
    """Write a file for each way in which a picture can be unusable."""
    for name in ("cut.png", "cut.jpg"):
        cut(draw(folder / name), 0.8)
    cut(draw(folder / "stump.jpg"), 0.1)
    (folder / "text.png").write_text("not a picture")
    (folder / "empty.jpg").touch()
    (folder / "folder.png").mkdir()
    Image.new("1", (8000, 8000)).save(folder / "large.png")
    Image.new("1", (12000, 12000)).save(folder / "larger.png")
    Image.new("1", (20000, 20000)).save(folder / "largest.png")
    outside = draw(folder.parent / "outside.png")
    (folder / "link.png").symlink_to(outside)
    (folder / "loop.png").symlink_to(folder / "loop.png")


TOO_LARGE = (
    "the picture has more than 60 million pixels\n"
    "  hint: make it smaller in a picture program: 2,000 pixels across are plenty for print"
)
NO_NAME = (
    " cannot be the name of a file\n"
    "  hint: put the picture there, and name it as it is called there: ward.jpg"
)
NO_PICTURE = (
    "this is not a picture that can be shown\n"
    "  hint: open it in a picture program, and export it as JPEG or PNG"
)
AGAIN = "\n  hint: get the file again, or export it again"
DAMAGED = f"the picture is damaged or cut off{AGAIN}"
CUT_OFF = f"the picture is cut off: its end is missing{AGAIN}"
EMPTY = f"the file is empty{AGAIN}"
BROKEN = {
    "none.png": "there is no file images/none.png\n"
    "  hint: put the file there, or correct its name; capitals count",
    "Ward.PNG": 'there is no file images/Ward.PNG\n  hint: did you mean "ward.png"? capitals count',
    "none/ward.png": "there is no file images/none/ward.png\n"
    "  hint: put the file there, or correct its name; capitals count",
    "loop.png": "there is no file images/loop.png\n"
    "  hint: put the file there, or correct its name; capitals count",
    "a" * 60_000: f'"{"a" * 37}..."{NO_NAME}',
    "/".join("a" * 30_000): f'"a"{NO_NAME}',
    "folder.png": "images/folder.png is a folder, not a picture\n  hint: name a file in it",
    "text.png": NO_PICTURE,
    "empty.jpg": EMPTY,
    "cut.png": CUT_OFF,
    "cut.jpg": DAMAGED,
    "stump.jpg": DAMAGED,
    "large.png": TOO_LARGE,
    "larger.png": TOO_LARGE,
    "largest.png": TOO_LARGE,
    "link.png": "images/link.png leads out of images\n  hint: replace the link by the file itself",
}


def test_unusable_pictures_are_told_together(explain: Explain, images: Path) -> None:
    """If pictures cannot be used, then each is an error at its name, beside all other errors."""
    write_broken_pictures(images)
    items = "".join(f"  - {{file: {name}, decorative: true}}\n" for name in BROKEN)
    told = explain(HEAD + "titel: x\nimages:\n" + items + "  - {file: ward.png, alt: a}\n")
    assert told[0].startswith("baker.yaml:6:1: titel: unknown field")
    assert [one.replace(images.as_posix(), "images") for one in told[1:]] == [
        f"baker.yaml:{line}:12: images[{index}].file: {BROKEN[name]}"
        for index, (line, name) in enumerate(enumerate(BROKEN, start=8))
    ]


def test_the_photo_of_a_person_is_looked_at(
    explain: Explain, read: Callable[[str], Profile], images: Path
) -> None:
    """If a person's photo is not there, or not whole, then that is told as of any picture."""
    people = "people:\n  - {name: Nimal, photo: nimal.png, consent: true}\n"
    (told,) = explain(HEAD + people)
    path = images / "nimal.png"
    assert told.startswith(f"baker.yaml:7:26: people[0].photo: there is no file {path.as_posix()}")
    break_inside(draw(path, size=(900, 900)))
    profile = read(HEAD + people)
    with pytest.raises(ContentError) as caught:
        check_pictures(profile)
    (problem,) = caught.value.problems
    assert (problem.field, problem.place.line) == ("people[0].photo", 7)


def test_a_decoder_says_nothing_itself(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """If a TIFF file is damaged, then that is told, and the decoder's own words are not seen."""
    stream = io.BytesIO()
    Image.effect_noise((400, 300), 60).convert("RGB").save(stream, "TIFF", compression="tiff_lzw")
    data = bytearray(stream.getvalue())
    data[2000:2200] = b"\xff" * 200
    (tmp_path / "noise.tif").write_bytes(data)
    with pytest.raises(UnusablePicture):
        check_picture(tmp_path / "noise.tif", tmp_path)
    assert capfd.readouterr() == ("", "")


def test_a_link_to_a_neighbour_is_followed(images: Path) -> None:
    """If a link leads to another picture of the folder, then it is as good as a file."""
    (images / "same.png").symlink_to(images / "ward.png")
    check_picture(images / "same.png", images)


def test_a_name_with_a_character_that_no_name_has(explain: Explain) -> None:
    """If an escape brings a NUL into a name, then both are told."""
    told = explain(HEAD + 'images:\n  - {file: "a\\0b.png", alt: a}\n')
    assert told == [
        (
            "baker.yaml:7:12: the character U+0000 is not allowed\n"
            "  hint: take out the escape that stands for it"
        ),
        f'baker.yaml:7:12: images[0].file: "a\0b.png"{NO_NAME}',
    ]


def test_a_path_that_leads_out(images: Path) -> None:
    """If a path is not below the folder, whether or not it is there, then it is refused."""
    for path in (images / ".." / "ward.png", Path("/etc/passwd"), Path("https://a.org/b.png")):
        with pytest.raises(UnusablePicture, match="does not lie in"):
            check_picture(path, images)


def test_a_picture_that_was_mended_is_read_again(images: Path) -> None:
    """If a broken picture is replaced, then it is found whole."""
    path = images / "oven.png"
    path.touch()
    with pytest.raises(UnusablePicture):
        check_picture(path, images)
    draw(path)
    check_picture(path, images)


@pytest.mark.parametrize("more", [b"\0\0", b"ftypmp42\xff\xda\x00\x08 a film"])
@pytest.mark.parametrize("progressive", [False, True])
def test_what_follows_a_photograph(images: Path, more: bytes, progressive: bool) -> None:
    """If a camera puts more behind a photograph, then it is whole all the same."""
    path = images / "photo.jpg"
    Image.effect_noise((64, 64), 80).save(path, progressive=progressive)
    path.write_bytes(path.read_bytes() + more)
    check_picture(path, images)
    cut(path, 0.7)
    with pytest.raises(UnusablePicture, match="cut off"):
        check_picture(path, images)


def test_a_thumbnail_is_not_the_picture(images: Path) -> None:
    """If a cut photograph has a whole small one in its notes, then it is cut off all the same."""
    path = draw(images / "photo.jpg")
    small = path.read_bytes()
    note = b"\xff\xe1" + (len(small) + 2).to_bytes(2) + small
    path.write_bytes(small[:2] + note + small[2:])
    check_picture(path, images)
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(UnusablePicture, match="cut off"):
        check_picture(path, images)


# Where the red half lies that was written at the left (Exif 2.32, tag 0x0112).
TURNED = {
    1: "left",
    2: "right",
    3: "right",
    4: "left",
    5: "top",
    6: "top",
    7: "bottom",
    8: "bottom",
}
POINTS: dict[str, Callable[[int, int], tuple[int, int]]] = {
    "left": lambda width, height: (width // 4, height // 2),
    "right": lambda width, height: (3 * width // 4, height // 2),
    "top": lambda width, height: (width // 2, height // 4),
    "bottom": lambda width, height: (width // 2, 3 * height // 4),
}


@pytest.mark.parametrize("suffix", ["png", "jpg"])
@pytest.mark.parametrize(("orientation", "side"), TURNED.items())
def test_a_picture_is_turned(tmp_path: Path, suffix: str, orientation: int, side: str) -> None:
    """If a camera was held on its side, then size and pixels are as a viewer shows them."""
    path = draw(tmp_path / f"photo.{suffix}", orientation=orientation)
    content = clean_picture(path, 40, 40).content
    with Image.open(io.BytesIO(content)) as image:
        assert image.size == measure_picture(path) == ((40, 20) if orientation < 5 else (20, 40))
        assert image.format == {"png": "PNG", "jpg": "JPEG"}[suffix]
        assert image.getexif().get(0x0112, 1) == 1
        pixel = image.convert("RGB").getpixel(POINTS[side](*image.size))
        assert isinstance(pixel, tuple)
        assert pixel[0] > 150
        assert pixel[2] < 50


def test_several_photographs_in_a_file(tmp_path: Path) -> None:
    """If a telephone puts two photographs into a file, then the first is given as plain JPEG."""
    path = tmp_path / "photo.jpg"
    first, second = Image.new("RGB", (40, 20), RED), Image.new("RGB", (40, 20), BLUE)
    first.save(path, "MPO", save_all=True, append_images=[second])
    check_picture(path, tmp_path)
    with Image.open(io.BytesIO(clean_picture(path, 40, 40).content)) as image:
        assert (image.format, image.size) == ("JPEG", (40, 20))


def test_a_note_that_makes_no_sense(tmp_path: Path) -> None:
    """If the note of how to turn a picture means nothing, then it is shown as it is."""
    path = draw(tmp_path / "photo.jpg", orientation=9)
    with Image.open(io.BytesIO(clean_picture(path, 40, 40).content)) as image:
        assert image.size == (40, 20)
    assert measure_picture(path) == (40, 20)
