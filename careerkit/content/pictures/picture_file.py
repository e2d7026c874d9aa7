"""A picture's file goes in; what its header says, or the open picture, comes out.

Nothing in the file is trusted: how large it is, is looked at before anything of it is unpacked, and
whatever Pillow raises is put into words.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from careerkit.content.file_kind import FileKind, find_kind
from careerkit.content.pictures.other_file import explain_other_file
from careerkit.content.pictures.png_file import leave_out_words
from careerkit.content.pictures.unusable_picture import UnusablePicture

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = 60_000_000
"""As many as a page can be made of in the memory of an old machine; cameras have up to 50."""
MOST_BYTES = 200_000_000
"""More than a photograph takes that is not packed at all."""
MOST_RATIO = 50
"""A picture that is longer by more is a line on the page."""

_TOO_LARGE = (
    f"the picture has more than {MOST_PIXELS // 1_000_000} million pixels",
    "make it smaller in a picture program: 2,000 pixels across are plenty for print",
)
_DAMAGED = "the picture is damaged or cut off"
_NO_COLOURS = (
    "the picture is made for measuring: its pixels are no colours that can be shown",
    "export it as JPEG or PNG with 8 bits for each colour",
)
# The modes of Pillow that can be turned into grey or RGB (see ``clean_picture``).
_MODES = frozenset(
    [
        *("1", "L", "LA", "La", "P", "PA", "RGB", "RGBA", "RGBa", "RGBX"),
        *("CMYK", "YCbCr", "HSV", "LAB", "I;16", "I;16L", "I;16B"),
    ]
)
# What Pillow calls the kinds that are shown.
_FORMATS = {
    FileKind.JPEG: "JPEG",
    FileKind.PNG: "PNG",
    FileKind.WEBP: "WEBP",
    FileKind.GIF: "GIF",
    FileKind.TIFF: "TIFF",
    FileKind.BMP: "BMP",
    FileKind.AVIF: "AVIF",
}
_STANDARD_ERROR = 2
_ORIENTATION, _UPRIGHT, _FIRST_ON_SIDE = 0x0112, 1, 5


@dataclass(frozen=True, slots=True)
class PictureHeader:
    """What a picture's file says at its beginning; ``width`` and ``height`` are those shown.

    ``changed_ns`` is when the file was changed last. ``rest`` is what of the file is not shown:
    "rest of the film", "pages after the first", or "".
    """

    width: int
    height: int
    changed_ns: int
    rest: str


def read_header(path: Path) -> PictureHeader:
    """Return what a file says at its beginning; decodes nothing. Raises UnusablePicture."""
    status = _status_of(path)
    return _read_header(path, *status)


def read_picture_file(path: Path) -> bytes:
    """Return a file's bytes, unless they are more than a picture has. Raises UnusablePicture."""
    _status_of(path)
    with _explaining_system_errors():
        return path.read_bytes()


@contextmanager
def open_picture(data: bytes) -> Iterator[Image.Image]:
    """Open a picture of a kind that is shown; nothing is unpacked yet. Raises UnusablePicture."""
    # Pillow is imported where it is needed: most profiles have no images.
    from PIL import Image, features

    kind = find_kind(data)
    format_ = _FORMATS.get(kind) if kind is not None else None
    if format_ is None or (format_ == "AVIF" and not features.check("avif")):
        raise UnusablePicture(*explain_other_file(kind, data))
    if kind is FileKind.PNG:
        data = leave_out_words(data)
    with explaining_errors(), _warnings_unread():
        picture = Image.open(BytesIO(data), formats=(format_,))
    with picture:
        yield picture


def load_picture(picture: Image.Image) -> None:
    """Unpack an open picture. Raises UnusablePicture."""
    with explaining_errors(), _warnings_unread(), _decoders_unheard(picture):
        picture.load()


def orientation_of(picture: Image.Image) -> int:
    """Return how an open picture has to be turned (Exif 2.32, tag 0x0112): 1 to 8.

    A camera that is held on its side writes the picture as its sensor lay, and notes beside it how
    to turn it. Viewers turn it; pages and slides show the pixels as they are. Pillow turns TIFF
    files by itself. A note that makes no sense is passed over, as by viewers.
    """
    if picture.format == "TIFF":
        return _UPRIGHT
    try:
        with explaining_errors(), _warnings_unread():
            orientation = picture.getexif().get(_ORIENTATION, _UPRIGHT)
    except UnusablePicture:
        return _UPRIGHT
    return orientation if orientation in range(_UPRIGHT, 9) else _UPRIGHT


def lies_on_its_side(orientation: int) -> bool:
    """Return whether turning a picture makes its width its height."""
    return orientation >= _FIRST_ON_SIDE


@contextmanager
def explaining_errors() -> Iterator[None]:
    """Turn what Pillow raises for a file into words."""
    from PIL import Image

    try:
        yield
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise UnusablePicture(*_TOO_LARGE) from error
    except UnusablePicture:
        raise
    except Exception as error:
        # A decoder raises whatever a damaged file leads it to: struct.error, KeyError, TypeError.
        raise UnusablePicture(_DAMAGED) from error


@lru_cache(maxsize=1024)
def _read_header(path: Path, changed_ns: int, _size: int) -> PictureHeader:
    with open_picture(read_picture_file(path)) as picture:
        width, height = picture.size
        if width * height > MOST_PIXELS:
            raise UnusablePicture(*_TOO_LARGE)
        if max(width, height) > MOST_RATIO * min(width, height):
            raise UnusablePicture(
                f"the picture has {width:,} by {height:,} pixels: it would be a line",
                "cut it to what it is to show, or choose another",
            )
        if picture.mode not in _MODES:
            raise UnusablePicture(*_NO_COLOURS)
        if lies_on_its_side(orientation_of(picture)):
            width, height = height, width
        return PictureHeader(width, height, changed_ns, _describe_rest(picture))


def _describe_rest(picture: Image.Image) -> str:
    if picture.format == "MPO":  # a telephone puts other shots of the same behind the first
        return ""
    try:
        with explaining_errors(), _warnings_unread():
            has_more = bool(getattr(picture, "is_animated", False))
    except UnusablePicture:  # what is broken behind the first picture is not shown
        return ""
    if not has_more:
        return ""
    return "pages after the first" if picture.format == "TIFF" else "rest of the film"


def _status_of(path: Path) -> tuple[int, int]:
    """Return when a file was changed last, in nanoseconds, and how many bytes it has."""
    with _explaining_system_errors():
        status = path.stat()
    if status.st_size > MOST_BYTES:
        raise UnusablePicture(
            f"the file has {status.st_size // 1_000_000:,} million bytes,"
            f" more than {MOST_BYTES // 1_000_000}",
            _TOO_LARGE[1],
        )
    return status.st_mtime_ns, status.st_size


@contextmanager
def _explaining_system_errors() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = f"cannot be read: {(error.strerror or str(error)).lower()}"
        raise UnusablePicture(reason, "check that you may read it") from error


@contextmanager
def _decoders_unheard(picture: Image.Image) -> Iterator[None]:
    """Keep a decoder from writing into the user's terminal.

    libtiff (seen in 4.7.2, as Pillow 13 has it) writes what is wrong with a file to the standard
    error itself, in words of its own; Pillow raises the same.
    """
    try:
        kept = os.dup(_STANDARD_ERROR) if picture.format == "TIFF" else None
    except OSError:  # there is no standard error that could be written to
        kept = None
    if kept is None:
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, _STANDARD_ERROR)
        yield
    finally:
        os.dup2(kept, _STANDARD_ERROR)
        os.close(kept)
        os.close(nowhere)


@contextmanager
def _warnings_unread() -> Iterator[None]:
    """Leave Pillow's warnings of what is odd in a file unread, but for those of its size."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        yield
