"""Files that are made to hurt whoever reads them: what is told, and that it ends."""

from __future__ import annotations

import os
import zlib
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from careerkit.preflight.pdf.guarded import MOST_BYTES, read_guarded
from careerkit.preflight.pdf.report import UnreadablePdfError
from tests.preflight.made_pdf import make_pdf


def told(path: Path, **limits: Any) -> str:
    """Give what is told of a file that cannot be read."""
    with pytest.raises(UnreadablePdfError) as caught:
        read_guarded(path, **limits)
    assert caught.value.hint
    return caught.value.message


def test_a_sound_file(tmp_path: Path) -> None:
    """If a file is sound, then its report comes out of the other process whole."""
    path = tmp_path / "a.pdf"
    path.write_bytes(make_pdf("0 0 9 9 re f", ""))
    assert read_guarded(path).page_count == 2


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """If what is named is a pipe, then that is told at once: nobody may ever write into it."""
    os.mkfifo(tmp_path / "a.pdf")
    assert told(tmp_path / "a.pdf") == "it is no file"


def test_a_file_that_takes_too_long(tmp_path: Path) -> None:
    """If a file takes longer than is given to it, then it is left, and that is told."""
    path = tmp_path / "a.pdf"
    path.write_bytes(make_pdf("0 0 9 9 re f\n" * 400_000))
    assert told(path, most_seconds=0.01) == (
        "it took longer than 0.01 seconds to read, and was left"
    )


def test_a_file_that_unpacks_to_more_than_there_is(tmp_path: Path) -> None:
    """If a small file unpacks to more memory than is given, then that is told."""

    def change(pdf: pikepdf.Pdf) -> None:
        packer = zlib.compressobj(9)
        block = b"\n" * 10_000_000
        first, again = (packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
        stream = pdf.make_stream(b"")
        stream.write(first + 300 * again + packer.flush(), filter=pikepdf.Name.FlateDecode)
        pdf.pages[0].obj.Contents = stream

    path = tmp_path / "a.pdf"
    path.write_bytes(make_pdf(change=change))
    assert path.stat().st_size < 10_000_000
    assert told(path, most_memory_bytes=1_500_000_000) in {
        "it asks for more memory than is given to it",
        "reading it made the reader fail: it is damaged, or too large for this machine",
    }


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    """If a file is larger than is looked through, then it is not read at all."""
    path = tmp_path / "a.pdf"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert told(path) == "it is larger than 500 MB, the most that is looked through"


@pytest.mark.parametrize("name", ["", "none.pdf"])
def test_what_is_no_file(tmp_path: Path, name: str) -> None:
    """If a path leads to a folder or to nothing, then the system's words are for it."""
    with pytest.raises(OSError, match=r"directory|No such"):
        read_guarded(tmp_path / name)
