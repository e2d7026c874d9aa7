"""A picture's file goes in; a file with nothing but its pixels comes out, no larger than needed.

Whatever a camera, a telephone or a program has noted in the file (where it was taken, by whom, a
small copy from before it was cut) stays behind. The picture is upright, in the colours of screens,
with eight bits a sample: as any viewer shows it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from careerkit.content.pictures.colour_profile import changes_colours, to_screen_colours
from careerkit.content.pictures.jpeg_file import read_jpeg
from careerkit.content.pictures.picture_file import (
    lies_on_its_side,
    load_picture,
    open_picture,
    orientation_of,
    read_header,
    read_picture_file,
)
from careerkit.content.pictures.png_file import depth_of

if TYPE_CHECKING:
    from PIL import Image

_QUALITY_AS_IT_IS, _QUALITY_SCALED = 95, 90  # of JPEG, where it has to be written anew
_PICTURES_REMEMBERED = 64
_JPEG = frozenset(["JPEG", "MPO"])  # the latter holds several, of which the first is shown
_FORMATS_OF_PHOTOGRAPHS = _JPEG | {"WEBP", "AVIF"}
_ROUNDING = 1e-6  # the last digits of a division must not cost a pixel
_DRAFT = 2  # a JPEG is unpacked to no less than twice the size that it is scaled to

PictureFormat = Literal["JPEG", "PNG"]


@dataclass(frozen=True, slots=True)
class CleanPicture:
    """A picture's file without a word about it. ``channels`` are 1 to 4: grey or RGB, and alpha.

    A PNG file has eight bits a sample, no palette, and is not interlaced.
    """

    kind: PictureFormat
    content: bytes
    width: int
    height: int
    channels: int

    @property
    def has_alpha(self) -> bool:
        """Return whether something is seen through the picture."""
        return self.channels in (2, 4)


class DrawnSizes:
    """How large each picture is drawn in one file: once for the largest place is enough."""

    def __init__(self, dots_per_inch: int) -> None:
        """Take how many pixels the medium shows on an inch."""
        self._pixels_of_a_point = dots_per_inch / 72
        self._sizes: dict[Path, tuple[float, float]] = {}

    def note(self, path: Path, width_pt: float, height_pt: float) -> None:
        """Note that a picture is drawn so large, in points."""
        width, height = self._sizes.get(path, (0.0, 0.0))
        self._sizes[path] = max(width, width_pt), max(height, height_pt)

    def most_pixels(self, path: Path) -> tuple[int, int]:
        """Return how many pixels of a picture's width and height the medium shows."""
        width, height = self._sizes[path]
        return (
            math.floor(width * self._pixels_of_a_point + _ROUNDING),
            math.floor(height * self._pixels_of_a_point + _ROUNDING),
        )


def clean_picture(path: Path, most_wide: int, most_high: int) -> CleanPicture:
    """Return a picture that is at most so many pixels wide and high. Raises UnusablePicture.

    Its proportions stay; one that is smaller stays as it is, to the pixel. A photograph that needs
    no change keeps the code of its pixels.
    """
    header = read_header(path)
    scale = min(1.0, most_wide / header.width, most_high / header.height)
    if scale == 1.0:
        return _clean(path, header.changed_ns, None)
    width = max(1, math.floor(header.width * scale + _ROUNDING))
    height = max(1, math.floor(header.height * scale + _ROUNDING))
    return _clean(path, header.changed_ns, (width, height))


def part_alpha(picture: CleanPicture) -> tuple[CleanPicture, CleanPicture]:
    """Return the colours of a picture that is seen through, and how much each pixel covers."""
    from PIL import Image

    with Image.open(BytesIO(picture.content)) as image:
        *colours, alpha = image.split()
        colour = Image.merge("RGB", colours) if len(colours) > 1 else colours[0]
        return _write(colour, "PNG"), _write(alpha, "PNG")


@lru_cache(maxsize=_PICTURES_REMEMBERED)
def _clean(path: Path, _changed_ns: int, size: tuple[int, int] | None) -> CleanPicture:
    """Return a picture in its own size, or scaled down to one in pixels."""
    data = read_picture_file(path)
    with open_picture(data) as image:
        orientation = orientation_of(image)
        profile = image.info.get("icc_profile") or b""
        is_jpeg = image.format in _JPEG
        if is_jpeg and size is None and orientation == 1 and (kept := _keep(data, profile)):
            return kept
        if is_jpeg and size is not None:
            wide, high = size[::-1] if lies_on_its_side(orientation) else size
            image.draft(image.mode, (_DRAFT * wide, _DRAFT * high))
        load_picture(image)
        depth = depth_of(data) if image.format == "PNG" else 8
        is_photograph = image.format in (_FORMATS_OF_PHOTOGRAPHS if size else _JPEG)
        flat, alpha = _part(image, depth)
    shown = to_screen_colours(flat, profile)
    if alpha is not None and alpha.getextrema() != (255, 255):
        shown.putalpha(alpha)
    shown = _turn(shown, orientation)
    if size is not None:
        from PIL import Image

        shown = shown.resize(size, Image.Resampling.LANCZOS)
    kind: PictureFormat = "JPEG" if is_photograph and shown.mode in ("L", "RGB") else "PNG"
    return _write(shown, kind, _QUALITY_SCALED if size else _QUALITY_AS_IT_IS)


def _keep(data: bytes, profile: bytes) -> CleanPicture | None:
    """Return a JPEG file with the code of its pixels as it is, None where they have to change."""
    file = read_jpeg(data)
    mode = "L" if file.components == 1 else "RGB"
    if not file.is_read_everywhere or changes_colours(profile, mode):
        return None
    return CleanPicture("JPEG", file.bare(), *file.size, file.components)


def _turn(image: Image.Image, orientation: int) -> Image.Image:
    """Return a picture upright (Exif 2.32, tag 0x0112)."""
    from PIL import Image

    turn = Image.Transpose
    way = {
        2: turn.FLIP_LEFT_RIGHT,
        3: turn.ROTATE_180,
        4: turn.FLIP_TOP_BOTTOM,
        5: turn.TRANSPOSE,
        6: turn.ROTATE_270,
        7: turn.TRANSVERSE,
        8: turn.ROTATE_90,
    }.get(orientation)
    return image if way is None else image.transpose(way)


def _part(image: Image.Image, depth: int) -> tuple[Image.Image, Image.Image | None]:
    """Return a picture of mode L, RGB, CMYK or LAB with eight bits, and its alpha if it has one."""
    key = image.info.get("transparency")
    mode = image.mode
    if mode.startswith("I;16"):
        low, high = _bytes_of_deep_grey(image)
        return high, _keyed([high, low], [key >> 8, key & 255]) if isinstance(key, int) else None
    if mode in ("1", "L"):
        grey = image.convert("L")
        if not isinstance(key, int):
            return grey, None
        if mode == "1":
            return grey, _keyed([grey], [255 if key else 0])
        return grey, _keyed([grey], [key * 255 // ((1 << min(depth, 8)) - 1)])
    if mode == "RGB":
        if not isinstance(key, tuple):
            return image, None
        # Of sixteen bits Pillow gives the upper eight.
        return image, _keyed(image.split(), [each >> 8 if depth > 8 else each for each in key])
    if mode in ("CMYK", "LAB"):
        return image, None
    if mode in ("LA", "La"):
        grey, alpha = image.convert("LA").split()
        return grey, alpha
    if mode in ("P", "PA", "RGBA", "RGBa"):
        coloured = image.convert("RGBA")
        return coloured.convert("RGB"), coloured.getchannel("A")
    return image.convert("RGB"), None  # YCbCr, HSV and RGBX; others are refused when read


def _bytes_of_deep_grey(image: Image.Image) -> tuple[Image.Image, Image.Image]:
    """Return the lower and the upper bytes of a picture with sixteen bits of grey."""
    from PIL import Image

    raw = image.tobytes()
    first, second = (Image.frombytes("L", image.size, raw[at::2]) for at in (0, 1))
    return (second, first) if image.mode == "I;16B" else (first, second)


def _keyed(bands: Iterable[Image.Image], key: Iterable[int]) -> Image.Image:
    """Return an alpha of 0 where all bands have the values of a key, 255 elsewhere."""
    from PIL import ImageChops

    alpha = None
    for band, value in zip(bands, key, strict=True):
        differs = band.point([255 * (each != value) for each in range(256)])
        alpha = differs if alpha is None else ImageChops.lighter(alpha, differs)
    assert alpha is not None  # a picture has bands
    return alpha


def _write(image: Image.Image, kind: PictureFormat, quality: int = 0) -> CleanPicture:
    """Write a picture of mode L, LA, RGB or RGBA, and nothing that was noted about it."""
    written = BytesIO()
    bare = image.copy()
    bare.info = {}
    if kind == "JPEG":
        bare.save(written, "JPEG", quality=quality, subsampling=0)
    else:
        bare.save(written, "PNG")
    width, height = bare.size
    return CleanPicture(kind, written.getvalue(), width, height, len(bare.getbands()))
