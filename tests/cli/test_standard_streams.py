"""Standard streams that cannot be written to: what is lost is dropped, and why is known."""

from __future__ import annotations

import errno
import io
import os
from typing import Any

import pytest

from careerkit.cli.standard_streams import UnfailingStream


class Broken(io.RawIOBase):
    """The end of a stream that fails after its first line."""

    def __init__(self, number: int) -> None:
        """Take the error's number."""
        super().__init__()
        self.number = number
        self.taken: list[bytes] = []

    def writable(self) -> bool:
        """Say that it can be written to: it seems so."""
        return True

    def write(self, data: Any, /) -> int:
        """Take one line, and then no more."""
        if self.taken:
            raise OSError(self.number, os.strerror(self.number))
        self.taken.append(bytes(data))
        return len(data)


def broken_stream(number: int) -> tuple[Broken, UnfailingStream]:
    """A text stream that fails after its first line, and what stands in for it."""
    end = Broken(number)
    stream = io.TextIOWrapper(io.BufferedWriter(end), encoding="ascii")
    return end, UnfailingStream(stream)


def test_a_full_disk_is_kept_to_be_told() -> None:
    """If a stream fails, then what follows is dropped without a word, and the reason is there."""
    end, outlet = broken_stream(errno.ENOSPC)
    print("one", file=outlet, flush=True)
    assert outlet.failure is None
    for _ in range(2):
        print("more " * 10_000, file=outlet, flush=True)
    assert outlet.failure is not None
    assert outlet.failure.errno == errno.ENOSPC
    assert end.taken == [b"one\n"]


@pytest.mark.parametrize("number", [errno.EPIPE, errno.EINVAL])
def test_a_reader_that_has_left_is_no_failure(number: int) -> None:
    """If whoever reads has left, then what follows is dropped, and there is nothing to tell."""
    end, outlet = broken_stream(number)
    print("one", file=outlet, flush=True)
    print("two", file=outlet, flush=True)
    assert outlet.failure is None
    assert end.taken == [b"one\n"]


def test_what_an_encoding_lacks_is_written_as_escapes() -> None:
    """If a console has no Sinhala, then a line in it is written all the same."""
    end, outlet = broken_stream(errno.EPIPE)
    print("ගුරු", file=outlet, flush=True)
    assert end.taken == [b"\\u0d9c\\u0dd4\\u0dbb\\u0dd4\n"]
