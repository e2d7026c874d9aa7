"""Standard streams that cannot be written to: what is lost is dropped, and why is known."""

from __future__ import annotations

import errno
import io
import os
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from careerkit.cli.standard_streams import UnfailingStream
from tests.school import NURSE, found_school


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


def write_to_terminal(text: str) -> str:
    """Return what reaches the end of a stream of a text that is printed."""
    end = Broken(errno.EPIPE)
    stream = io.TextIOWrapper(io.BufferedWriter(end), encoding="utf-8")
    print(text, end="", file=UnfailingStream(stream), flush=True)
    return b"".join(end.taken).decode()


HIDDEN = {"Cc", "Cf", "Zl", "Zp"}
# A line's end, a tab, the joiners that words are spelt with, and signs that are drawn.
SHOWN = set("\n\t\u200c\u200d\u06dd\u070f\u08e2") | set(map(chr, range(0x600, 0x606)))
SHOWN |= {"\u0890", "\u0891", "\U000110bd", "\U000110cd"}


def test_what_is_hidden_is_shown() -> None:
    """If a text has a control character or a sign of direction, then its number is printed.

    The joiners of Sinhala and Persian stay, and so does everything that can be seen.
    """
    for each in map(chr, range(sys.maxunicode + 1)):
        category = unicodedata.category(each)
        if category in HIDDEN and each not in SHOWN:
            assert write_to_terminal(f"a{each}b") == f"a<U+{ord(each):04X}>b"
    rest = "".join(
        each
        for each in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(each) not in HIDDEN | {"Cs"} or each in SHOWN
    )
    assert write_to_terminal(rest) == rest


def test_whoever_draws_moves_the_cursor() -> None:
    """If a bar is drawn, then its control characters are left, in their order among the lines."""
    end = Broken(errno.EPIPE)
    outlet = UnfailingStream(io.TextIOWrapper(io.BufferedWriter(end), encoding="utf-8"))
    print("one", file=outlet, flush=True)
    end.taken.clear()
    print("\x1b[2K", end="", file=outlet.drawing, flush=True)
    assert end.taken == [b"\x1b[2K"]


def test_a_message_and_a_remark_cannot_turn_a_line_around(tmp_path: Path) -> None:
    """If a file's words have hidden signs, then messages, lines and usage show them."""
    school = found_school(tmp_path)
    school.write_career("nurse", NURSE + 'demand: {rating: "low\\u202e\\x9b"}\n')
    for arguments in (["check"], ["build", "--locale", "\u202een"], ["--\u202e"]):
        done = school.run(*arguments)
        assert "<U+202E>" in done.stdout + done.stderr
        assert not {"\u202e", "\x9b"} & {*done.stdout, *done.stderr}
