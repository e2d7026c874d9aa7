"""A picture's place goes in; what hinders its use, or its size, comes out."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from careerkit.content.excerpt import quote
from careerkit.content.pictures.jpeg_file import read_jpeg
from careerkit.content.pictures.picture_file import (
    load_picture,
    open_picture,
    read_header,
    read_picture_file,
)
from careerkit.content.pictures.png_file import check_png
from careerkit.content.pictures.unusable_picture import UnusablePicture
from careerkit.content.problem import ContentError, Place
from careerkit.content.yaml.source_text import find_way_out, is_no_file

__all__ = [
    "LOGO_MM",
    "UnusablePicture",
    "check_picture",
    "describe_rest",
    "find_picture",
    "measure_picture",
    "reading_picture",
]
# As large as a school's logo is printed: width and height.
LOGO_MM = (40.0, 18.0)
_NEAR = 0.75  # names are alike by their endings already
_SMALLEST_DRAFT = (1, 1)


def find_picture(path: Path, folder: Path) -> None:
    """Raise UnusablePicture unless a file below ``folder`` begins as a picture does."""
    if not _lies_in(path, folder):
        raise UnusablePicture(
            f"{quote(path.as_posix())} does not lie in {folder.as_posix()}",
            "put the picture there, and name it as it is called there: ward.jpg",
        )
    if not _can_be_a_name(path):
        raise UnusablePicture(
            f"{quote(path.name)} cannot be the name of a file",
            "put the picture there, and name it as it is called there: ward.jpg",
        )
    if way_out := find_way_out(folder, folder.parent):
        hint = "replace the link by the folder itself"
        raise UnusablePicture(f"{folder.as_posix()} {way_out}", hint)
    if find_way_out(path, folder):
        raise UnusablePicture(
            f"{path.as_posix()} leads out of {folder.as_posix()}",
            "replace the link by the file itself",
        )
    if path.is_dir():
        raise UnusablePicture(f"{path.as_posix()} is a folder, not a picture", "name a file in it")
    if is_no_file(path):
        raise UnusablePicture(f"{path.as_posix()} is no picture, and no file at all", "name a file")
    if not path.is_file():
        there = [each.name for each in path.parent.glob("*")] if path.parent.is_dir() else []
        # A link that leads to nothing is there by its own name.
        folded = {name.casefold(): name for name in sorted(there) if name != path.name}
        near = get_close_matches(path.name.casefold(), folded, n=1, cutoff=_NEAR)
        hint = "put the file there, or correct its name; capitals count"
        if near:
            hint = f"did you mean {quote(folded[near[0]])}? capitals count"
        raise UnusablePicture(f"there is no file {path.as_posix()}", hint)
    read_header(path)


def check_picture(path: Path, folder: Path) -> None:
    """Raise UnusablePicture unless a file below ``folder`` is a whole picture; decodes it."""
    find_picture(path, folder)
    message, hint = _find_damage(path, read_header(path).changed_ns, path.stat().st_size)
    if message:
        raise UnusablePicture(message, hint)


def measure_picture(path: Path) -> tuple[int, int]:
    """Return the width and height in pixels as it is shown. Raises UnusablePicture."""
    header = read_header(path)
    return header.width, header.height


def describe_rest(path: Path) -> str:
    """Return what of a file is not shown: "rest of the film", "pages after the first", or "".

    Raises UnusablePicture.
    """
    return read_header(path).rest


@contextmanager
def reading_picture(place: Place, field: str) -> Iterator[None]:
    """Turn what hinders the reading inside into a ContentError that names a place."""
    try:
        yield
    except UnusablePicture as error:
        raise ContentError([error.at(place, field)]) from error


def _can_be_a_name(path: Path) -> bool:
    """Return whether the system could have a file at a path: none has 60,000 letters, or a nought.

    A file that is not there, or may not be looked at, could be.
    """
    try:
        os.lstat(path)
    except ValueError:
        return False
    except OSError as error:
        return error.errno != errno.ENAMETOOLONG
    return True


def _lies_in(path: Path, folder: Path) -> bool:
    """Return whether a path is that of something below a folder, whatever links there are."""
    return Path(os.path.normpath(path.absolute())).is_relative_to(
        os.path.normpath(folder.absolute())
    )


@lru_cache(maxsize=1024)
def _find_damage(path: Path, _changed_ns: int, _size: int) -> tuple[str, str]:
    """Return what is wrong with a file and what to do; a file that has changed is read again."""
    try:
        data = read_picture_file(path)
        with open_picture(data) as picture:
            if picture.format in ("JPEG", "MPO"):
                read_jpeg(data)
                # All of its code is read, and an eighth of its pixels made: a third of the time.
                picture.draft(picture.mode, _SMALLEST_DRAFT)
            elif picture.format == "PNG":
                check_png(data)
            load_picture(picture)
    except UnusablePicture as error:
        return error.message, error.hint
    return "", ""
