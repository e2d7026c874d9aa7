"""Bytes go in; a whole file on disk comes out, or the one that was there before."""

from __future__ import annotations

import codecs
import errno
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from careerkit.project.file_lock import hold_file


class LeftAsItIs(Exception):  # noqa: N818  # it says what became of the file
    """A file that is not replaced, for what it is; ``hint`` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        """Keep why, and what to do."""
        self.message = message
        self.hint = hint
        super().__init__(message)


def write_whole(target: Path, content: bytes) -> None:
    """Write a file beside its place, then put it there in one step.

    Whatever goes wrong on the way, Ctrl-C and a full disk among it, the target is what it was and
    nothing is left beside it. Raises OSError.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with hold_file(target), _written_beside(target, content) as beside:
        beside.replace(target)


@contextmanager
def _written_beside(target: Path, content: bytes) -> Iterator[Path]:
    """Yield a file with the new content beside the place of a file that is held.

    If it has not been put there in the end, it is taken away. A process that is killed leaves it
    (``temporary_files``).
    """
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            # Without it a power cut just after the renaming can leave an empty file in place.
            os.fsync(file.fileno())
        yield beside
    finally:
        beside.unlink(missing_ok=True)


def replace_whole(target: Path, content: bytes, before: bytes | None) -> None:
    """Replace a file that a person works on too, if it still is ``before``; None: not there yet.

    A byte order mark is no difference. Mode, owner and what else the system keeps of a file stay;
    a link stays one, and the file that it leads to is replaced. Raises LeftAsItIs for a file that
    may not be written, that has other names, or that was changed since; and OSError.
    """
    target = _follow(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    with hold_file(target):
        former = _status_of(target)
        with _written_beside(target, content) as beside:
            if former is not None:
                _keep_traits(target, former, beside)
            _check_unchanged(target, before)  # as late as can be: an editor knows of no lock
            beside.replace(target)


def _follow(target: Path) -> Path:
    """Return the file that a path leads to over links."""
    if not target.is_symlink():
        return target
    followed = Path(os.path.realpath(target))
    if not followed.is_file():
        raise LeftAsItIs(
            f"it is a link to {followed.as_posix()}, where there is no file",
            "take the link away, or put the file there that it is to lead to",
        )
    return followed


def _status_of(target: Path) -> os.stat_result | None:
    """Return a file's status, None if there is none. Raises LeftAsItIs for what stays."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise LeftAsItIs("it is no file", "take away what has this name")
    # The mode is looked at too: the superuser may write everything.
    if not status.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise LeftAsItIs(
            "it is read-only, and is left as it is",
            "make it one that you may write, if it is to be changed",
        )
    if status.st_nlink > 1:
        raise LeftAsItIs(
            f"it has {status.st_nlink} names on this disk (hard links), which would no longer be"
            " one file",
            "put a copy in its place, which is a file of its own",
        )
    return status


def _keep_traits(target: Path, former: os.stat_result, beside: Path) -> None:
    """Give a new file the owner, the mode and what else the system keeps of the one before."""
    new = beside.stat()
    if (new.st_uid, new.st_gid) != (former.st_uid, former.st_gid):
        try:
            shutil.chown(beside, former.st_uid, former.st_gid)
        except PermissionError:
            raise LeftAsItIs(
                "it belongs to somebody else, and would no longer",
                "ask whoever it belongs to, or put a copy of your own in its place",
            ) from None
    shutil.copystat(target, beside)
    os.utime(beside)  # but for the time


def _check_unchanged(target: Path, before: bytes | None) -> None:
    now = target.read_bytes() if target.exists() else None
    if now is not None and before is not None:
        now, before = now.removeprefix(codecs.BOM_UTF8), before.removeprefix(codecs.BOM_UTF8)
    if now != before:
        raise LeftAsItIs(
            "it was changed while this was at work, and is left as it is",
            "run the same command again",
        )


def write_new(target: Path, content: bytes) -> None:
    """Write a file that is not there yet, whole or not at all. Raises FileExistsError, and OSError.

    Renaming would replace what another process put there at the same moment; so it is given a
    second name there, and then loses its first.
    """
    with hold_file(target), _written_beside(target, content) as beside:
        try:
            os.link(beside, target)
        except FileExistsError:
            raise
        except OSError:  # a disk without links, as of a memory stick
            if os.path.lexists(target):
                raise FileExistsError(
                    errno.EEXIST, os.strerror(errno.EEXIST), str(target)
                ) from None
            beside.replace(target)
