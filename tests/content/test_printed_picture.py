"""Pictures in the inks of a press and of an office printer."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from careerkit.content.pictures.clean_picture import CleanPicture
from careerkit.content.pictures.printed_picture import (
    PrintedPicture,
    print_in_four_inks,
    print_in_grey,
)
from careerkit.pdf.output_intent import FOGRA39

PROFILE = FOGRA39.read_profile()


def clean(image: Image.Image, kind: str) -> CleanPicture:
    """Return a picture as ``clean_picture`` gives it."""
    written = BytesIO()
    image.save(written, kind, **({"quality": 95, "subsampling": 0} if kind == "JPEG" else {}))
    channels = len(image.getbands())
    return CleanPicture(kind, written.getvalue(), *image.size, channels)  # type: ignore[arg-type]


def samples(picture: PrintedPicture) -> Image.Image:
    """Return what a reader of a PDF makes of a picture: 255 is full ink, of grey 255 is white."""
    if picture.coding == "packed":
        mode = "CMYK" if picture.components == 4 else "L"
        return Image.frombytes(
            mode, (picture.width, picture.height), zlib.decompress(picture.content)
        )
    return Image.open(BytesIO(picture.content))


def noise(size: tuple[int, int] = (96, 96)) -> Image.Image:
    """Return a picture of hard changes, half of it black: the worst there is for JPEG."""
    values = bytes((at * at * 7919 >> 5) % 256 if at % 7 < 4 else 0 for at in range(3 * 96 * 96))
    return Image.frombytes("RGB", (96, 96), values).resize(size, Image.Resampling.LANCZOS)


def most_ink(image: Image.Image) -> float:
    """Return the percentage of all inks on the pixel that has most."""
    content = image.tobytes()
    return max(sum(content[at : at + 4]) for at in range(0, len(content), 4)) * 100 / 255


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_no_pixel_has_more_ink_than_dries(kind: str) -> None:
    """If a picture is as dark and hard as can be, then no pixel has over 300 percent of ink."""
    printed = print_in_four_inks(clean(noise((300, 200)), kind), PROFILE)
    assert 200 < most_ink(samples(printed)) <= 300
    black = print_in_four_inks(clean(Image.new("RGB", (64, 64)), kind), PROFILE)
    assert 270 < most_ink(samples(black)) <= 300


def test_colours_are_those_of_the_profile() -> None:
    """If a colour is printed, then by the inks that the profile has for it."""
    steps = [(200, 30, 40), (255, 255, 255), (20, 120, 60), (128, 128, 128), (240, 220, 90)]
    source = Image.new("RGB", (len(steps), 1))
    for at, colour in enumerate(steps):
        source.putpixel((at, 0), colour)
    transform = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")),
        ImageCms.ImageCmsProfile(BytesIO(PROFILE)),
        "RGB",
        "CMYK",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    wanted = ImageCms.applyTransform(source, transform)
    assert wanted is not None
    printed = samples(print_in_four_inks(clean(source, "PNG"), PROFILE))
    assert list(printed.tobytes()) == pytest.approx(list(wanted.tobytes()), abs=4)
    assert printed.getpixel((1, 0)) == (0, 0, 0, 0)


def test_a_photograph_stays_a_photograph() -> None:
    """If a picture was a JPEG, then it is one in other inks; a drawing stays without loss."""
    assert print_in_four_inks(clean(noise(), "JPEG"), PROFILE).coding == "JPEG"
    assert print_in_grey(clean(noise(), "JPEG")).coding == "JPEG"
    drawing = print_in_grey(clean(noise(), "PNG"))
    assert drawing.coding == "packed"
    assert samples(drawing).tobytes() == noise().convert("L").tobytes()


def test_a_grey_picture_is_black_alone() -> None:
    """If a picture has no colours, then one plate prints it, to the bit as it was."""
    grey = clean(noise().convert("L"), "JPEG")
    assert print_in_four_inks(grey, PROFILE) == print_in_grey(grey)
    assert print_in_grey(grey).content == grey.content
    assert print_in_grey(grey).components == 1


def test_what_is_seen_through_stays_so() -> None:
    """If a picture is seen through, then in any ink as much as before."""
    image = noise().convert("RGBA")
    image.putalpha(noise().getchannel("R"))
    for printed in (
        print_in_four_inks(clean(image, "PNG"), PROFILE),
        print_in_grey(clean(image, "PNG")),
        print_in_grey(clean(image.convert("LA"), "PNG")),
    ):
        assert printed.covers is not None
        assert printed.covers.components == 1
        assert samples(printed.covers).tobytes() == noise().getchannel("R").tobytes()


def test_nothing_is_told_about_a_picture(tmp_path: Path) -> None:
    """If a picture's file says where it was taken, then the printed one does not."""
    image = noise()
    image.info["comment"] = b"taken at school"
    path = tmp_path / "picture.jpg"
    image.save(path, comment=b"taken at school")
    content = path.read_bytes()
    assert b"taken at school" in content
    picture = CleanPicture("JPEG", content, *image.size, 3)
    assert b"taken at school" not in print_in_four_inks(picture, PROFILE).content
