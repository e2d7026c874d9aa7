"""A file is up to date only if nothing that went into it, and nothing in it, has changed."""

from __future__ import annotations

import hashlib
import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from careerkit.build.fingerprint import _add_file, digest_ingredients, digest_of_file
from careerkit.build.jobs import Job, plan
from careerkit.project.folders import Folders
from tests.school import School, found_school


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A school with one small career."""
    return found_school(tmp_path)


def digests(school: School, layout: str = "classic") -> dict[str, str]:
    """The digest of each file a build would make, by the file's name."""
    folder = school.folder
    folders = Folders(folder / "source", folder / "layouts", folder / "output")
    jobs: tuple[Job, ...] = plan(folders, layout=layout)
    found = digest_ingredients(folders, jobs)
    return {job.target.name: digest for job, digest in found.items()}


def test_two_files_never_share_a_digest(school: School) -> None:
    """If two files differ in career or edition, then their digests differ."""
    school.write_career("copy", (school.folder / "source/careers/nurse.yaml").read_text())
    assert len(set(digests(school).values())) == 6


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
        _append("source/locales/si/terms.yaml"),
        _append("source/images/ward.jpg"),
        _append("source/school.yaml"),
        _append("layouts/classic/theme.yaml"),
        _append("layouts/classic/booklet.xml"),
        _append("layouts/fonts/NotoSans-Bold.ttf"),
    ],
    ids=[
        "profile",
        "locale",
        "translation",
        "terms",
        "picture",
        "school",
        "theme",
        "template",
        "font",
    ],
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
    tracemalloc.start()
    try:
        _add_file(hashlib.sha256(), "film.jpg", large)
        assert digest_of_file(large)
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()


def test_a_file_that_cannot_be_read_stops_no_digest(school: School) -> None:
    """If a picture that nothing shows cannot be read, then the digests are there all the same."""
    before = digests(school)
    (school.folder / "source" / "images" / "spare.jpg").symlink_to("/proc/self/mem")
    assert digests(school).keys() == before.keys()
