"""A file's path goes in; while it is held, no other careerkit writes that file.

The lock is the system's own, on an empty file beside it, so that it goes with its process however
that ends. Where a disk has no locks, as some network folders, the work is done without one.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _let_go(beside: Path, descriptor: int) -> None:
        os.close(descriptor)
        # Whoever waits for the lock has the file open, and takes it away when done.
        with suppress(OSError):
            beside.unlink()

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _let_go(beside: Path, descriptor: int) -> None:
        # Still held: what is taken away is this file, not one that another process began after it.
        with suppress(OSError):
            beside.unlink()
        os.close(descriptor)


_PAUSE_SECONDS = 0.05


@contextmanager
def hold_file(target: Path, patience_seconds: float = 10.0) -> Iterator[None]:
    """Hold a file while something is done to it, waiting for another process that does.

    Raises TimeoutError if that takes longer than ``patience_seconds``, and OSError if nothing can
    be written beside the file.
    """
    beside = target.with_name(f".{target.name}.lock")
    end = time.monotonic() + patience_seconds
    held: list[int] = []
    is_held = False
    try:
        while not _take(beside, held):
            if time.monotonic() > end:
                raise TimeoutError(f"{target.as_posix()} is held by another process")
            time.sleep(_PAUSE_SECONDS)
        is_held = True
        yield
    finally:
        if is_held:
            _let_go(beside, held[0])
        else:
            _clear(beside, held)


def _take(beside: Path, held: list[int]) -> bool:
    """Open and lock a file; False if another process holds it, or has just taken it away."""
    held.append(os.open(beside, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666))
    try:
        _lock(held[0])
        there = os.path.samestat(beside.stat(), os.fstat(held[0]))
    except (BlockingIOError, PermissionError, FileNotFoundError):
        there = False
    except OSError:
        there = True  # a disk without locks
    if not there:
        os.close(held.pop())
    return there


def _clear(beside: Path, opened: list[int]) -> None:
    """Take a lock away that a signal came between, unless another process holds it.

    The file may have been made and not yet be known to be open: a signal is heeded as soon as the
    system has done what it was asked.
    """
    while opened:
        os.close(opened.pop())
    with suppress(OSError):
        descriptor = os.open(beside, os.O_RDWR)
        try:
            _lock(descriptor)
        except OSError:
            os.close(descriptor)
        else:
            _let_go(beside, descriptor)
