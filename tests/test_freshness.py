"""A file is up to date only if nothing that went into it, and nothing in it, has changed."""

from __future__ import annotations

import hashlib
import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from careerkit.folders import Folders
from careerkit.freshness import Record, _add_file, digest_ingredients
from careerkit.jobs import Job, plan
from tests.school import School, found_school


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A school with one small career."""
    return found_school(tmp_path)


def digests(school: School, layout: str = "classic") -> dict[str, str]:
    """The digest of each file a build would make, by the file's name."""
    folder = school.folder
    folders = Folders(folder / "source", folder / "layouts", folder / "output")
    jobs: tuple[Job, ...] = plan(folders)
    found = digest_ingredients(folders, layout, jobs)
    return {job.target.name: digest for job, digest in found.items()}


def test_two_files_never_share_a_digest(school: School) -> None:
    """If two files differ in career or edition, then their digests differ."""
    school.write_career("copy", (school.folder / "source/careers/nurse.yaml").read_text())
    assert len(set(digests(school).values())) == 4


def test_a_digest_does_not_depend_on_where_the_folder_is(school: School, tmp_path: Path) -> None:
    """If the same school lies elsewhere, then its digests are the same."""
    assert digests(found_school(tmp_path / "elsewhere")) == digests(school)


def _append(path: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("ab") as stream:
            stream.write(b"\n")

    return change


@pytest.mark.parametrize(
    "change",
    [
        _append("source/careers/nurse.yaml"),
        _append("source/locales/en.yaml"),
        _append("source/locales/si/nurse.yaml"),
        _append("source/images/ward.jpg"),
        _append("layouts/classic/theme.yaml"),
        _append("layouts/classic/booklet.xml"),
        _append("layouts/fonts/NotoSans-Bold.ttf"),
    ],
    ids=["profile", "locale", "translation", "picture", "theme", "template", "font"],
)
def test_a_changed_ingredient_changes_the_digest(
    school: School, change: Callable[[Path], None]
) -> None:
    """If anything that goes into a file changes, then its digest does."""
    before = digests(school)
    change(school.folder)
    after = digests(school)
    assert all(before[name] != after[name] for name in before)


def test_another_career_changes_nothing(school: School) -> None:
    """If another career or its translation changes, then this one's digest stays."""
    before = digests(school)
    school.write_career("diver", "schema: 1\n")
    (school.folder / "source/locales/si").mkdir()
    (school.folder / "source/locales/si/diver.yaml").touch()
    after = digests(school)
    assert all(before[name] == after[name] for name in before)


def test_the_date_asked_for_and_the_layout_count(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If SOURCE_DATE_EPOCH or the layout's name is another, then so is the digest."""
    before = digests(school)
    assert digests(school, "festive") != before
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert digests(school) != before


def test_a_file_is_fresh_until_it_or_its_ingredients_change(tmp_path: Path) -> None:
    """If a file is as it was made from what it would be made from, then its count is known."""
    file = tmp_path / "en" / "nurse.booklet.pdf"
    file.parent.mkdir()
    file.write_bytes(b"made")
    record = Record(tmp_path)
    assert record.count_if_fresh(file, "digest") is None
    record.remember(file, "digest", b"made", 16)
    assert record.count_if_fresh(file, "digest") == 16
    assert record.count_if_fresh(file, "another digest") is None
    file.write_bytes(b"edited")
    assert record.count_if_fresh(file, "digest") is None
    file.unlink()
    assert record.count_if_fresh(file, "digest") is None


def test_a_record_outlives_the_run(tmp_path: Path) -> None:
    """If a record is written and read again, then it says the same, in the same bytes."""
    file = tmp_path / "nurse.booklet.pdf"
    file.write_bytes(b"made")
    record = Record(tmp_path)
    record.remember(file, "digest", b"made", 16)
    record.path.write_text(record.text(), encoding="utf-8")
    again = Record(tmp_path)
    assert again.count_if_fresh(file, "digest") == 16
    assert again.text() == record.text()
    again.forget(file)
    assert again.count_if_fresh(file, "digest") is None


@pytest.mark.parametrize(
    "damage",
    [
        *(b"", b"{", b"[]", b"{}", b'{"nurse.booklet.pdf": 1}', b'{"a": ["x", "y", "z"]}'),
        *(b"\xff\xfe", b"[" * 150_000, b'{"a": ["x", "y", Infinity]}'),
    ],
)
def test_a_damaged_record_is_an_empty_one(tmp_path: Path, damage: bytes) -> None:
    """If the record cannot be read, then nothing is up to date and nothing stops."""
    file = tmp_path / "nurse.booklet.pdf"
    file.write_bytes(b"made")
    (tmp_path / ".made.json").write_bytes(damage)
    assert Record(tmp_path).count_if_fresh(file, "digest") is None


def test_what_is_not_content_changes_nothing_and_stops_nothing(school: School) -> None:
    """If editors leave files of their own, links to nowhere or pipes, then digests are the same."""
    before = digests(school)
    for folder in ("source/careers", "source/locales", "source/images", "layouts/classic"):
        (school.folder / folder / "._x.yaml").write_bytes(b"\0")
        (school.folder / folder / ".#nurse.yaml").symlink_to("nowhere")
        os.mkfifo(school.folder / folder / "pipe")
    (school.folder / "source/images/.trash").mkdir()
    (school.folder / "source/images/.trash/ward.jpg").touch()
    os.mkfifo(school.folder / "layouts/pipe.ttf")
    assert digests(school) == before


def test_a_name_that_is_not_utf8_has_a_digest(tmp_path: Path) -> None:
    """If a file's name is not UTF-8, then it is counted like any other."""
    picture, digest = tmp_path / "ward.jpg", hashlib.sha256()
    picture.touch()
    _add_file(digest, os.fsdecode(b"caf\xe9.jpg"), picture)
    assert digest.digest() != hashlib.sha256().digest()


def test_a_large_file_is_read_in_pieces(tmp_path: Path) -> None:
    """If a picture or a file made is large, then it is not held in memory to be digested."""
    large = tmp_path / "film.jpg"
    with large.open("wb") as file:
        file.truncate(64 << 20)
    record = Record(tmp_path)
    record.remember(large, "digest", b"", 16)
    tracemalloc.start()
    try:
        _add_file(hashlib.sha256(), "film.jpg", large)
        assert record.count_if_fresh(large, "digest") is None
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()


def test_a_pipe_in_the_output_is_not_waited_for(tmp_path: Path) -> None:
    """If the record or a file made is a pipe now, then nothing is up to date."""
    file = tmp_path / "nurse.booklet.pdf"
    os.mkfifo(tmp_path / ".made.json")
    record = Record(tmp_path)
    record.remember(file, "digest", b"made", 16)
    os.mkfifo(file)
    assert record.count_if_fresh(file, "digest") is None
