"""A clean picture goes in; the same picture in the inks of a printer or of a press comes out.

From the colours of screens (sRGB) the way to four inks is that of the ICC profile of a printing
condition (ICC.1:2010), in the relative colorimetric intent with black point compensation. What it
asks for in deep shadows is cut to what dries.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from careerkit.content.pictures.clean_picture import CleanPicture, clean_picture, part_alpha

if TYPE_CHECKING:
    from PIL import Image, ImageFilter

_QUALITY = 95  # of JPEG, which is coded a second time
_SAMPLE_PIXELS = 64  # of a picture's sides: enough to see how dark it is
_STEPS = 33  # of the table from screen colours to inks, along each side
_WHITE = 255
# Of 255 a sample: 280 percent. JPEG lets a few percent more come out than were put in.
_MOST_INK = 2.8 * _WHITE

Coding = Literal["JPEG", "packed"]


@dataclass(frozen=True, slots=True)
class PrintedPicture:
    """The samples of a picture in one ink (DeviceGray: 0 is black) or in four (0 is no ink).

    ``content`` is a JPEG file, in which four inks are inverted as Adobe's are, or the rows of
    samples of eight bits, packed as PDF's FlateDecode has them (ISO 32000-1, 7.4.4). ``covers`` is
    how much each pixel covers of what lies below, None where it covers all of it.
    """

    coding: Coding
    content: bytes
    width: int
    height: int
    components: Literal[1, 4]
    covers: PrintedPicture | None = None


@lru_cache(maxsize=32)
def print_in_grey(picture: CleanPicture) -> PrintedPicture:
    """Return a picture in black alone; one that is grey already stays as it is."""
    if picture.kind == "JPEG" and picture.channels == 1:
        return PrintedPicture("JPEG", picture.content, picture.width, picture.height, 1)
    colours, covers = _open(picture)
    return _write(colours.convert("L"), picture, covers)


@lru_cache(maxsize=32)
def print_in_four_inks(picture: CleanPicture, profile: bytes) -> PrintedPicture:
    """Return a picture in the inks of an ICC profile, at most 300 percent of them on a pixel.

    One without colours is printed in black alone, which needs no register.
    """
    if picture.channels <= 2:
        return print_in_grey(picture)
    colours, covers = _open(picture)
    return _write(colours.filter(_table_of_inks(profile)), picture, covers)


def mean_in_grey(path: Path) -> float:
    """Return how much black a picture on paper takes, from 0 to 1. Raises UnusablePicture."""
    from PIL import ImageStat

    return 1 - ImageStat.Stat(_on_paper(path).convert("L")).mean[0] / _WHITE


def mean_in_four_inks(path: Path, profile: bytes) -> tuple[float, ...]:
    """Return how much of each ink a picture on paper takes, from 0 to 1. Raises UnusablePicture."""
    from PIL import ImageStat

    printed = _on_paper(path).filter(_table_of_inks(profile))
    return tuple(mean / _WHITE for mean in ImageStat.Stat(printed).mean)


def _on_paper(path: Path) -> Image.Image:
    """Return a small copy of a picture, on white where it is seen through."""
    from PIL import Image

    picture = clean_picture(path, _SAMPLE_PIXELS, _SAMPLE_PIXELS)
    with Image.open(BytesIO(picture.content)) as image:
        shown = image.convert("RGBA")
    paper = Image.new("RGBA", shown.size, "white")
    return Image.alpha_composite(paper, shown).convert("RGB")


def _open(picture: CleanPicture) -> tuple[Image.Image, PrintedPicture | None]:
    """Return the colours of a picture, and how much it covers."""
    from PIL import Image

    covers = None
    if picture.has_alpha:
        picture, alpha = part_alpha(picture)
        covers = print_in_grey(alpha)
    with Image.open(BytesIO(picture.content)) as image:
        image.load()
        return image, covers


def _write(
    image: Image.Image, picture: CleanPicture, covers: PrintedPicture | None
) -> PrintedPicture:
    """Write a picture of mode L or CMYK as its file was: a photograph stays a JPEG."""
    components: Literal[1, 4] = 4 if image.mode == "CMYK" else 1
    if picture.kind == "JPEG":
        written = BytesIO()
        image.info = {}
        image.save(written, "JPEG", quality=_QUALITY, subsampling=0)
        return PrintedPicture("JPEG", written.getvalue(), *image.size, components, covers)
    return PrintedPicture(
        "packed", zlib.compress(image.tobytes(), 9), *image.size, components, covers
    )


@lru_cache(maxsize=2)
def _table_of_inks(profile: bytes) -> ImageFilter.Color3DLUT:
    """Return what inks screen colours become, as a table between whose entries is interpolated.

    So no pixel has more ink than the entries around it.
    """
    from PIL import Image, ImageCms, ImageFilter

    levels = [round(step * _WHITE / (_STEPS - 1)) for step in range(_STEPS)]
    colours = bytes(
        level
        for blue in levels
        for green in levels
        for red in levels
        for level in (red, green, blue)
    )
    grid = Image.frombytes("RGB", (_STEPS * _STEPS, _STEPS), colours)
    transform = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")),
        ImageCms.ImageCmsProfile(BytesIO(profile)),
        "RGB",
        "CMYK",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    inks = ImageCms.applyTransform(grid, transform)
    assert inks is not None  # only in place nothing is returned
    samples = inks.tobytes()
    table: list[float] = []
    for at in range(0, len(samples), 4):
        table += _cut(*samples[at : at + 4])
    return ImageFilter.Color3DLUT(_STEPS, table, channels=4, target_mode="CMYK")


def _cut(cyan: int, magenta: int, yellow: int, black: int) -> tuple[float, float, float, float]:
    """Return four inks from 0 to 1, the coloured ones less where all are more than dries."""
    coloured = cyan + magenta + yellow
    left = _MOST_INK - black
    scale = (min(1.0, left / coloured) if coloured else 1.0) / _WHITE
    return cyan * scale, magenta * scale, yellow * scale, black / _WHITE
