"""Files are whole or what they were before, and a failure is put in plain words."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from careerkit.whole_file import explain_failure, write_new, write_whole


def test_a_file_is_made_with_its_folders(tmp_path: Path) -> None:
    """If the folder is not there, then it is made, and nothing else is left in it."""
    target = tmp_path / "en" / "nurse.deck.pptx"
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(target.parent.iterdir()) == [target]


def test_a_file_is_replaced(tmp_path: Path) -> None:
    """If the file is there, then it is replaced."""
    target = tmp_path / "nurse.deck.pptx"
    target.write_bytes(b"a longer old file")
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"


def test_a_failure_leaves_nothing_behind(tmp_path: Path) -> None:
    """If the place is taken by a folder, then OSError says so and no part is left."""
    target = tmp_path / "nurse.deck.pptx"
    target.mkdir()
    (target / "keep").touch()
    with pytest.raises(OSError) as caught:  # noqa: PT011  # the kind differs between systems
        write_whole(target, b"new")
    assert caught.value.errno is not None
    assert [path.name for path in tmp_path.iterdir()] == ["nurse.deck.pptx"]


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EFBIG, "the disk is full"),
        (errno.EACCES, "it may not be written"),
        (errno.EROFS, "the disk can only be read"),
        (errno.EISDIR, "a folder and a file have the same name here"),
        (errno.ENAMETOOLONG, "the name is too long for this disk"),
        (errno.EIO, "input/output error"),
    ],
)
def test_a_failure_is_told_in_plain_words(number: int, message: str) -> None:
    """If writing fails, then the reason is in plain words, with something to do about it."""
    import os

    found, hint = explain_failure(OSError(number, os.strerror(number)))
    assert found == message
    assert hint


def test_a_new_file_takes_no_other_place(tmp_path: Path) -> None:
    """If a file is there, were it a link to nowhere, then a new one is refused and it stays."""
    target, link = tmp_path / "nurse.yaml", tmp_path / "diver.yaml"
    write_new(target, b"first")
    link.symlink_to("nowhere")
    for path in (target, link):
        with pytest.raises(FileExistsError):
            write_new(path, b"second")
    assert target.read_bytes() == b"first"
    assert not (tmp_path / "nowhere").exists()


def test_a_new_file_that_failed_is_not_there(tmp_path: Path) -> None:
    """If a new file cannot be written, then nothing is left of it."""
    with pytest.raises(TypeError):
        write_new(tmp_path / "nurse.yaml", "text")  # type: ignore[arg-type]  # a bug, for once
    assert list(tmp_path.iterdir()) == []
