"""Files are whole or what they were before, and a failure is put in plain words."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from pathlib import Path

import pytest

from careerkit.project import atomic_file as whole_file
from careerkit.project.atomic_file import (
    LeftAsItIs,
    replace_whole,
    write_new,
    write_whole,
)
from careerkit.project.write_failure import explain_failure


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


def test_a_file_is_replaced_with_its_mode(tmp_path: Path) -> None:
    """If a file is replaced, then who may read and write it stays, and nothing is left beside."""
    target = tmp_path / "nurse.yaml"
    target.write_bytes(b"\xef\xbb\xbfold")
    for mode in (0o640, 0o606, 0o600):
        target.chmod(mode)
        replace_whole(target, b"old", b"old")
        assert stat.S_IMODE(target.stat().st_mode) == mode
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_is_replaced_with_its_owner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If somebody else's file is replaced, then it stays theirs, or is left where it cannot."""
    target = tmp_path / "nurse.yaml"
    target.write_bytes(b"old")
    given: list[tuple[int, int]] = []
    monkeypatch.setattr(shutil, "chown", lambda _, user, group: given.append((user, group)))
    monkeypatch.setattr(whole_file, "_status_of", lambda path: _given_away(path.stat()))
    replace_whole(target, b"new", b"old")
    assert given == [(1234, 2345)]

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "operation not permitted")

    monkeypatch.setattr(shutil, "chown", refuse)
    with pytest.raises(LeftAsItIs, match=r"^it belongs to somebody else, and would no longer"):
        replace_whole(target, b"newer", b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def _given_away(status: os.stat_result) -> os.stat_result:
    """The status of a file as if it belonged to another user."""
    return os.stat_result((*status[:4], 1234, 2345, *status[6:]))


@pytest.mark.parametrize("now", [b"changed", b"", None])
def test_a_file_changed_meanwhile_stays(tmp_path: Path, now: bytes | None) -> None:
    """If a file is no longer what was read, were it taken away, then it is left, and told."""
    target = tmp_path / "nurse.yaml"
    if now is not None:
        target.write_bytes(now)
    with pytest.raises(LeftAsItIs, match=r"^it was changed while this was at work") as caught:
        replace_whole(target, b"new", b"old")
    assert caught.value.hint == "run the same command again"
    assert [path.read_bytes() for path in tmp_path.iterdir()] == ([now] if now is not None else [])


def test_a_file_that_came_meanwhile_stays(tmp_path: Path) -> None:
    """If a file is there that was not before, then it is left."""
    target = tmp_path / "si" / "nurse.yaml"
    replace_whole(target, b"new", None)
    with pytest.raises(LeftAsItIs, match="it was changed"):
        replace_whole(target, b"newer", None)
    assert target.read_bytes() == b"new"


def test_a_change_between_writing_and_replacing_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If somebody saves while the new file is on its way to the disk, then theirs stays."""
    target = tmp_path / "nurse.yaml"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", lambda _: target.write_bytes(b"theirs"))
    with pytest.raises(LeftAsItIs, match="it was changed"):
        replace_whole(target, b"new", b"old")
    assert target.read_bytes() == b"theirs"
    assert list(tmp_path.iterdir()) == [target]


def test_a_read_only_file_stays(tmp_path: Path) -> None:
    """If a file is read-only, then it is left, also where its folder would let it be replaced."""
    target = tmp_path / "nurse.yaml"
    target.write_bytes(b"old")
    target.chmod(0o444)
    with pytest.raises(LeftAsItIs, match=r"^it is read-only, and is left as it is$"):
        replace_whole(target, b"new", b"old")
    assert target.read_bytes() == b"old"


def test_links_stay_links(tmp_path: Path) -> None:
    """If a path is a link, then the file it leads to is replaced; what would part is refused."""
    target, link, nowhere = tmp_path / "nurse.yaml", tmp_path / "link.yaml", tmp_path / "no.yaml"
    target.write_bytes(b"old")
    link.symlink_to(target.name)
    replace_whole(link, b"new", b"old")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    nowhere.symlink_to("nothing.yaml")
    with pytest.raises(
        LeftAsItIs, match=r"it is a link to .*/nothing\.yaml, where there is no file"
    ):
        replace_whole(nowhere, b"new", None)
    other = tmp_path / "other.yaml"
    other.hardlink_to(target)
    with pytest.raises(LeftAsItIs, match="it has 2 names on this disk"):
        replace_whole(other, b"newer", b"new")
    assert target.samefile(other)
