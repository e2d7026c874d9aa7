"""What was made is known: what is up to date, what was changed, and what is left over."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from careerkit.build.jobs import Job
from careerkit.build.manifest import Record
from careerkit.cli.command import main
from tests.school import NURSE, School, found_school

GONE = 'there is no career "diver" any more'


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> School:
    """A school with two careers, and its folder as the working folder."""
    monkeypatch.chdir(tmp_path)
    school = found_school(tmp_path)
    school.write_career("diver", NURSE.replace("Nurse", "Diver"))
    return school


def job_in(folder: Path) -> Job:
    """A booklet to be made in a folder."""
    return Job(
        folder / "source" / "careers" / "nurse.yaml",
        folder / "source" / "locales" / "en.yaml",
        "booklet",
        folder / "en" / "nurse.booklet.pdf",
    )


def test_a_file_is_up_to_date_only_if_nothing_changed(tmp_path: Path) -> None:
    """If what went into a file or the file itself differs, then it is made again."""
    job, record = job_in(tmp_path), Record(tmp_path)
    job.target.parent.mkdir()
    job.target.write_bytes(b"made")
    record.remember(job, "digest", b"made", 16)
    assert record.count_if_fresh(job, "digest") == 16
    assert record.count_if_fresh(job, "another digest") is None
    job.target.write_bytes(b"edited")
    assert record.count_if_fresh(job, "digest") is None
    job.target.unlink()
    assert record.count_if_fresh(job, "digest") is None
    assert record.count_if_known(job, "digest") == 16


def test_what_was_made_with_warnings_is_never_up_to_date(tmp_path: Path) -> None:
    """If a file is remembered without what went into it, then it is made again."""
    job, record = job_in(tmp_path), Record(tmp_path)
    job.target.parent.mkdir()
    job.target.write_bytes(b"made")
    record.remember(job, "", b"made", 16)
    assert record.count_if_fresh(job, "") is None
    assert record.count_if_known(job, "") is None


def test_a_record_outlives_the_run(tmp_path: Path) -> None:
    """If a record is written and read again, then it says the same, in the same bytes."""
    job, record = job_in(tmp_path), Record(tmp_path)
    job.target.parent.mkdir()
    job.target.write_bytes(b"made")
    record.remember(job, "digest", b"made", 16)
    record.write()
    again = Record(tmp_path)
    assert again.count_if_fresh(job, "digest") == 16
    assert again.text() == record.text() == record.path.read_text(encoding="utf-8")
    again.forget(job)
    assert again.count_if_fresh(job, "digest") is None


@pytest.mark.parametrize(
    "damage",
    [
        *(b"", b"{", b"[]", b"{}", b'{"en/nurse.booklet.pdf": 1}', b'{"a": ["x", "y", "z"]}'),
        *(b"\xff\xfe", b"[" * 150_000, b'{"a": ["x", "y", Infinity, "", ""]}'),
    ],
)
def test_a_damaged_record_is_an_empty_one(tmp_path: Path, damage: bytes) -> None:
    """If the record cannot be read, then nothing is up to date and nothing stops."""
    job = job_in(tmp_path)
    job.target.parent.mkdir()
    job.target.write_bytes(b"made")
    (tmp_path / ".made.json").write_bytes(damage)
    assert Record(tmp_path).count_if_fresh(job, "digest") is None


def test_a_pipe_in_the_output_is_not_waited_for(tmp_path: Path) -> None:
    """If the record or a file made is a pipe now, then nothing is up to date."""
    job = job_in(tmp_path)
    job.target.parent.mkdir()
    os.mkfifo(tmp_path / ".made.json")
    record = Record(tmp_path)
    record.remember(job, "digest", b"made", 16)
    os.mkfifo(job.target)
    assert record.count_if_fresh(job, "digest") is None


def test_a_removed_career_is_told_and_taken_away_if_asked(
    school: School, capfd: pytest.CaptureFixture[str]
) -> None:
    """If a career is removed, then its files are named, never a failure, and --prune takes them."""
    assert main([]) == 0
    (school.folder / "source" / "careers" / "diver.yaml").unlink()
    for arguments in (["nurse", "--strict"], ["check", "--strict"], ["--edition", "deck"]):
        capfd.readouterr()
        assert main(arguments) == 0
        assert capfd.readouterr().err.splitlines()[:-1] == [
            f"output/en/diver.booklet.pdf: note: left over, for {GONE}",
            "  hint: `build --prune` takes it away",
            f"output/en/diver.deck.pptx: note: left over, for {GONE}",
            "  hint: `build --prune` takes it away",
        ]
    assert len(school.made()) == 5
    assert main(["--prune"]) == 0
    told = capfd.readouterr()
    assert told.out.splitlines()[-2:] == [
        f"output/en/diver.booklet.pdf: taken away, for {GONE}",
        f"output/en/diver.deck.pptx: taken away, for {GONE}",
    ]
    assert told.err == "2 files up to date, no problems\n"
    assert set(school.made()) == {".made.json", "en/nurse.booklet.pdf", "en/nurse.deck.pptx"}
    assert main(["--strict"]) == 0
    assert "left over" not in capfd.readouterr().err


def test_a_removed_language_leaves_no_empty_folder(
    school: School, capfd: pytest.CaptureFixture[str]
) -> None:
    """If a language is removed, then --prune takes its files, and its folder as it is empty."""
    english = school.folder / "source" / "locales" / "en.yaml"
    french = shutil.copyfile(english, english.with_name("fr.yaml"))
    assert main(["nurse"]) == 0
    french.unlink()
    capfd.readouterr()
    assert main(["nurse", "--prune", "--json"]) == 0
    events = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert [event for event in events if event["event"] == "pruned"] == [
        {
            "event": "pruned",
            "file": f"output/fr/nurse.{suffix}",
            "message": 'there is no language "fr" any more',
            "changed": False,
        }
        for suffix in ("booklet.pdf", "deck.pptx")
    ]
    assert [path.name for path in school.output.iterdir() if path.is_dir()] == ["en"]


def test_what_somebody_changed_is_left(school: School, capfd: pytest.CaptureFixture[str]) -> None:
    """If a file that is left over was changed, then --prune leaves it, and it is named."""
    assert main([]) == 0
    (school.folder / "source" / "careers" / "diver.yaml").unlink()
    deck = school.output / "en" / "diver.deck.pptx"
    deck.write_bytes(b"with notes of my own")
    (school.output / "en" / "my own.txt").touch()
    for _ in range(2):
        capfd.readouterr()
        assert main(["--prune"]) == 0
        assert capfd.readouterr().err.splitlines()[:-1] == [
            f"output/en/diver.deck.pptx: note: left over, for {GONE}",
            "  hint: it was changed since it was made: take it away yourself if nobody needs it",
        ]
    assert deck.read_bytes() == b"with notes of my own"
    assert not (school.output / "en" / "diver.booklet.pdf").exists()
    assert (school.output / "en" / "my own.txt").exists()
    deck.unlink()
    capfd.readouterr()
    assert main([]) == 0
    assert "left over" not in capfd.readouterr().err


def test_nothing_that_is_still_somewhere_is_left_over(
    school: School, capfd: pytest.CaptureFixture[str]
) -> None:
    """If other careers, folders, paths or pseudo-languages are made, then none is taken away."""
    other = found_school(school.folder / "other")
    other.write_career("baker", NURSE.replace("Nurse", "Baker"))
    loose = school.folder / "drafts" / "pilot.yaml"
    loose.parent.mkdir()
    loose.write_text(NURSE.replace("Nurse", "Pilot"), encoding="utf-8")
    deck = ["--edition", "deck", "--prune"]
    assert main(["--source", "other/source", *deck]) == 0
    assert main(["drafts/pilot.yaml", *deck]) == 0
    assert main(["nurse", "--locale", "en-XA", *deck]) == 0
    assert main(["diver", "--locale", "en", *deck]) == 0
    assert main(["nurse", *deck]) == 0
    told = capfd.readouterr()
    assert "left over" not in told.err
    assert "taken away" not in told.out
    made = {name for name in school.made() if not name.startswith(".")}
    assert made == {
        *(f"en/{career}.deck.pptx" for career in ("baker", "diver", "nurse", "pilot")),
        "en-XA/nurse.deck.pptx",
    }
    loose.unlink()
    assert main(["nurse", *deck]) == 0
    assert 'output/en/pilot.deck.pptx: taken away, for there is no career "pilot" any more' in (
        capfd.readouterr().out
    )


def test_an_output_folder_that_was_moved_keeps_its_files(
    school: School, capfd: pytest.CaptureFixture[str]
) -> None:
    """If the folder of what was made lies elsewhere now, then its careers are still there."""
    assert main([]) == 0
    elsewhere = school.folder / "far" / "away"
    elsewhere.mkdir(parents=True)
    school.output.rename(elsewhere / "output")
    assert main(["nurse", "--output", "far/away/output", "--prune"]) == 0
    assert len(list((elsewhere / "output" / "en").iterdir())) == 4
    assert "taken away" not in capfd.readouterr().out


def test_an_edition_that_is_gone_is_left_over(
    school: School, capfd: pytest.CaptureFixture[str]
) -> None:
    """If files of an edition that there is none of any more were made, then they are told."""
    assert main(["nurse", "--edition", "deck"]) == 0
    record = Record(Path("output"))
    file = school.output / "en" / "nurse.pamphlet.pdf"
    file.write_bytes(b"made")
    job = job_in(school.folder)
    record.remember(replace(job, target=Path("output/en/nurse.pamphlet.pdf")), "x", b"made", 1)
    record.write()
    capfd.readouterr()
    assert main(["nurse", "--edition", "deck", "--prune"]) == 0
    assert "nurse.pamphlet.pdf: taken away, for its edition is not made any more" in (
        capfd.readouterr().out
    )
    assert not file.exists()


@pytest.mark.parametrize(
    "name",
    [
        *("../source/careers/nurse.yaml", "../source/careers.pdf", "/etc/passwd", "en/../../x.pdf"),
        *(".git/x.pdf", "en/.x.pdf", "en/sub/x.pdf", "en\\..\\x.pdf", "x.pdf", "en/nurse.yaml"),
    ],
)
def test_a_record_from_a_stranger_takes_nothing_away(school: School, name: str) -> None:
    """If a record names files that are no files of a build, then none of them is touched."""
    victim = school.output / name
    for path in (school.output, victim.parent):
        path.mkdir(parents=True, exist_ok=True)
    mine = not victim.exists()
    if mine:
        victim.write_bytes(b"mine")
    digest = hashlib.sha256(victim.read_bytes()).hexdigest()
    entry = json.dumps({name: ["x", digest, 1, "gone", "gone"]})
    (school.output / ".made.json").write_text(entry, encoding="utf-8")
    assert main(["--edition", "deck", "--prune"]) == 0
    assert victim.exists()
    if mine:
        victim.unlink()


def test_what_a_link_leads_to_is_not_taken_away(school: School) -> None:
    """If a folder of the output is a link out of it, then --prune takes nothing there."""
    assert main(["--edition", "deck"]) == 0
    shutil.move(school.output / "en", school.folder / "elsewhere")
    (school.output / "en").symlink_to(school.folder / "elsewhere")
    (school.folder / "source" / "careers" / "diver.yaml").unlink()
    assert main(["--edition", "deck", "--prune"]) == 0
    assert (school.folder / "elsewhere" / "diver.deck.pptx").is_file()
