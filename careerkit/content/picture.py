"""A picture's file goes in; what hinders its use, its size or its upright bytes come out.

A camera that is held on its side writes the picture as its sensor lay, and notes beside it how to
turn it (Exif 2.32, tag 0x0112). Viewers turn it; pages and slides show the pixels as they are.
"""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from careerkit.content.problem import ContentError, Place, Problem
from careerkit.content.source_text import leads_out
from careerkit.content.yaml_mistake import quote

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = 60_000_000
"""As many as a page can be made of in the memory of an old machine; cameras have up to 50."""

_TOO_LARGE = (
    f"the picture has more than {MOST_PIXELS // 1_000_000} million pixels",
    "make it smaller in a picture program: 2,000 pixels across are plenty for print",
)
_NO_PICTURE = (
    "this is not a PNG or JPEG image",
    "open it in a picture program and export it as PNG or JPEG",
)
_DAMAGED = ("the picture is damaged or cut off", "get the file again, or export it again")
_ORIENTATION, _UPRIGHT, _FIRST_ON_SIDE = 0x0112, 1, 5
_NEAR = 0.75  # names are alike by their endings already
# In the coded picture a byte FF is followed by 00 or by the number of a restart; a marker ends it.
_NEXT_MARKER = re.compile(b"\xff+([\x01-\xcf\xd8-\xfe])")
_END_OF_IMAGE, _WITHOUT_LENGTH = 0xD9, frozenset([0x01, 0xD8])


class UnusablePicture(Exception):  # noqa: N818  # it says what is wrong, not that something is
    """A picture that cannot be shown: what is wrong with it, and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        """Keep the words of a problem."""
        super().__init__(message)
        self.message = message
        self.hint = hint

    def at(self, place: Place, field: str) -> Problem:
        """Return the problem it makes of the place where the picture is named."""
        return Problem(place, field, self.message, self.hint)


@dataclass(frozen=True, slots=True)
class _Header:
    """What a picture's file says at its beginning; ``width`` and ``height`` are those shown."""

    width: int
    height: int
    is_as_shown: bool


def check_picture(path: Path, folder: Path) -> None:
    """Raise UnusablePicture unless a file below ``folder`` is a whole picture; decodes nothing."""
    if not _lies_in(path, folder):
        raise UnusablePicture(
            f"{quote(path.as_posix())} does not lie in {folder.as_posix()}",
            "put the picture there, and name it as it is called there: ward.jpg",
        )
    if leads_out(path, folder):
        raise UnusablePicture(
            f"{path.as_posix()} leads out of {folder.as_posix()}",
            "replace the link by the file itself",
        )
    if path.is_dir():
        raise UnusablePicture(f"{path.as_posix()} is a folder, not a picture", "name a file in it")
    if not path.is_file():
        there = [each.name for each in path.parent.glob("*")] if path.parent.is_dir() else []
        folded = {name.casefold(): name for name in sorted(there)}
        near = get_close_matches(path.name.casefold(), folded, n=1, cutoff=_NEAR)
        hint = "put the file there, or correct its name; capitals count"
        if near:
            hint = f"did you mean {quote(folded[near[0]])}? capitals count"
        raise UnusablePicture(f"there is no file {path.as_posix()}", hint)
    status = path.stat()
    message, hint = _find_damage(path, status.st_mtime_ns, status.st_size)
    if message:
        raise UnusablePicture(message, hint)


def measure_picture(path: Path) -> tuple[int, int]:
    """Return the width and height in pixels as it is shown. Raises UnusablePicture."""
    with _telling():
        header = _read_header(path)
    return header.width, header.height


def read_upright(path: Path) -> bytes:
    """Return a PNG or JPEG file whose pixels lie as they are shown. Raises UnusablePicture.

    A file that needs no turning is returned as it is. Of several pictures in one JPEG file
    (CIPA DC-007, which readers take for another format) the first is returned.
    """
    with _telling():
        if _read_header(path).is_as_shown:
            return path.read_bytes()
        from PIL import ImageOps

        written = BytesIO()
        with _open(path) as picture:
            upright = ImageOps.exif_transpose(picture)
            kind = "PNG" if picture.format == "PNG" else "JPEG"
            profile = picture.info.get("icc_profile")
            upright.save(written, kind, quality=95, subsampling=0, icc_profile=profile, exif=b"")
        return written.getvalue()


@contextmanager
def reading_picture(place: Place, field: str) -> Iterator[None]:
    """Turn what hinders the reading inside into a ContentError that names a place."""
    try:
        with _telling():
            yield
    except UnusablePicture as error:
        raise ContentError([error.at(place, field)]) from error


def _lies_in(path: Path, folder: Path) -> bool:
    """Say whether a path is that of something below a folder, whatever links there are."""
    return Path(os.path.normpath(path.absolute())).is_relative_to(
        os.path.normpath(folder.absolute())
    )


@lru_cache(maxsize=1024)
def _find_damage(path: Path, _changed_ns: int, _size: int) -> tuple[str, str]:
    """Return what is wrong with a file and what to do; a file that has changed is read again."""
    try:
        with _telling():
            _read_header(path)
            with _open(path) as picture:
                is_png = picture.format == "PNG"
                if is_png:
                    picture.verify()  # the sums of all its parts, up to the last
            if not is_png and not _is_whole_jpeg(path.read_bytes()):
                return _DAMAGED
    except UnusablePicture as error:
        return error.message, error.hint
    return "", ""


def _is_whole_jpeg(data: bytes) -> bool:
    """Go from marker to marker, and say whether the picture's end is there (ISO 10918-1, B.1).

    Some cameras put more behind the end; all others spare us the way.
    """
    if data.endswith(bytes([0xFF, _END_OF_IMAGE])):
        return True
    position = 2
    while found := _NEXT_MARKER.search(data, position):
        marker = found[1][0]
        if marker == _END_OF_IMAGE:
            return True
        position = found.end()
        if marker not in _WITHOUT_LENGTH:
            position += int.from_bytes(data[position : position + 2])
    return False


def _read_header(path: Path) -> _Header:
    with _open(path) as picture:
        width, height = picture.size
        if width * height > MOST_PIXELS:
            raise UnusablePicture(*_TOO_LARGE)
        orientation = picture.getexif().get(_ORIENTATION, _UPRIGHT)
        is_as_shown = orientation not in range(2, 9) and picture.format in ("PNG", "JPEG")
        if orientation in range(_FIRST_ON_SIDE, 9):
            width, height = height, width
        return _Header(width, height, is_as_shown)


@contextmanager
def _open(path: Path) -> Iterator[Image.Image]:
    # Pillow takes 40 ms to import, and most profiles have no images.
    from PIL import Image

    with warnings.catch_warnings():
        # Of what is odd in a file it warns in Python's way, which is not ours; but for its size.
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(path, formats=("PNG", "JPEG")) as picture:
            yield picture


@contextmanager
def _telling() -> Iterator[None]:
    """Turn what Pillow raises into words."""
    from PIL import Image, UnidentifiedImageError

    try:
        yield
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise UnusablePicture(*_TOO_LARGE) from error
    except UnidentifiedImageError as error:
        raise UnusablePicture(*_NO_PICTURE) from error
    except OSError as error:
        if error.strerror:
            reason = f"cannot be read: {error.strerror.lower()}"
            raise UnusablePicture(reason, "check that you may read it") from error
        raise UnusablePicture(*_DAMAGED) from error
    except (SyntaxError, ValueError, EOFError) as error:
        raise UnusablePicture(*_DAMAGED) from error
