"""An error of the system comes in; in plain words why a file could not be written goes out."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from careerkit.content.problem import reason_of

OTHER_OUTPUT = "choose another folder with --output"


class CannotWriteError(Exception):
    """A file or folder that could not be written: which, why, and what to do."""

    def __init__(self, file: Path, message: str, hint: str) -> None:
        """Keep the words of it."""
        self.file = file
        self.message = message
        self.hint = hint
        super().__init__(f"{file.as_posix()}: {message}")


@contextmanager
def explaining_failure(file: Path, way_out: str) -> Iterator[None]:
    """Turn an OSError of the writing inside into a CannotWriteError about a file.

    ``way_out`` says where else it could be written.
    """
    try:
        yield
    except OSError as error:
        raise CannotWriteError(file, *explain_failure(error, file, way_out)) from error


def explain_failure(
    error: OSError, target: Path | None = None, way_out: str = OTHER_OUTPUT
) -> tuple[str, str]:
    """Say in plain words why a file could not be written, and what to do about it.

    ``target`` is the file, which is looked at for what stands in its way.
    """
    if isinstance(error, TimeoutError):
        return "another careerkit is writing it", "wait for that to end, then try again"
    if target is not None and (found := _find_obstacle(target)):
        return found[0], f"{found[1]}, or {way_out}"
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return "the disk is full", f"make room, or {way_out}"
        case errno.EACCES | errno.EPERM | errno.EBUSY:
            return (
                "it may not be written",
                f"close it where it is open, see that you may write there, or {way_out}",
            )
        case errno.EROFS:
            return "the disk can only be read", f"{way_out}, on another disk"
        case errno.EISDIR | errno.ENOTDIR | errno.EEXIST | errno.ENOTEMPTY:
            return (
                "a folder and a file have the same name here",
                f"rename one of them, or {way_out}",
            )
        case errno.ENAMETOOLONG:
            return "the name is too long for this disk", "give the career's file a shorter name"
        case _:
            return reason_of(error), way_out


def _find_obstacle(target: Path) -> tuple[str, str] | None:
    """Return what stands where a file or one of its folders should, and what to do about it."""
    for folder in reversed(target.parents):
        if folder.is_symlink() and not folder.exists():
            name = folder.as_posix()
            return f"{name} is a link that leads nowhere", "take the link away"
        if folder.exists() and not folder.is_dir():
            return f"{folder.as_posix()} is a file where a folder has to be", "rename the file"
    if target.is_dir():
        return "a folder and a file have the same name here", "rename one of them"
    return None
