"""Bytes go in; a whole file on disk comes out, or the one that was there before."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from careerkit.content.problem import reason_of


def write_whole(target: Path, content: bytes) -> None:
    """Write a file beside its place, then put it there in one step.

    Whatever goes wrong on the way, Ctrl-C and a full disk among it, the target is what it was and
    nothing is left beside it. Raises OSError.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            # Without it a power cut just after the renaming can leave an empty file in place.
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def write_new(target: Path, content: bytes) -> None:
    """Write a file that is not there yet; if an error or Ctrl-C comes, it is not there afterwards.

    A power cut can leave half of it: putting it there in one step would replace what somebody else
    put there at the same moment. Raises FileExistsError for that, and OSError.
    """
    file = target.open("xb")
    try:
        with file:
            file.write(content)
    except BaseException:
        target.unlink()
        raise


def explain_failure(error: OSError) -> tuple[str, str]:
    """Say in plain words why a file could not be written, and what to do about it."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return "the disk is full", "make room, or choose another folder with --output"
        case errno.EACCES | errno.EPERM | errno.EBUSY:
            return (
                "it may not be written",
                "close it where it is open, or choose another folder with --output",
            )
        case errno.EROFS:
            return (
                "the disk can only be read",
                "choose a folder on another disk with --output",
            )
        case errno.EISDIR | errno.ENOTDIR | errno.EEXIST | errno.ENOTEMPTY:
            return (
                "a folder and a file have the same name here",
                "rename one of them, or choose another folder with --output",
            )
        case errno.ENAMETOOLONG:
            return "the name is too long for this disk", "give the career's file a shorter name"
        case _:
            return reason_of(error), "choose another folder with --output"
