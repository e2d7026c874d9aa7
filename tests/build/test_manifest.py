"""What was made is known: what is up to date, what was changed, and what is left over."""

from __future__ import annotations

import hashlib
import json
import math
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from careerkit.build.findings import Findings, MissingGlyphs
from careerkit.build.jobs import Job
from careerkit.build.manifest import Manifest
from careerkit.build.manifest_file import read_manifest
from careerkit.cli.command import main
from careerkit.content.problem import Place, Problem
from careerkit.editions.edition import Remark
from careerkit.project.folders import Folders
from tests.school import NURSE, School, found_school

DIGEST = "a" * 64
GONE = 'there is no career "diver" any more'


ERROR = Problem(Place("source/locales/fr/terms.yaml", 1, 3), "trm", "unknown field")
WARNING = Problem(Place("source/careers/nurse.yaml"), "", "the deck is long", "cut it", "warning")


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
        Folders(folder / "source", folder / "layouts", folder),
        folder / "source" / "careers" / "nurse.yaml",
        folder / "source" / "locales" / "en.yaml",
        "booklet",
        folder / "en" / "nurse.booklet.pdf",
    )


def recall(manifest: Manifest, job: Job, ingredients: str) -> int | None:
    """The pages of a file that is up to date, None for one that is not."""
    made = manifest.recall(job, ingredients)
    return made.count if made else None


def test_a_file_is_up_to_date_only_if_nothing_changed(tmp_path: Path) -> None:
    """If what went into a file or the file itself differs, then it is made again."""
    job, manifest = job_in(tmp_path), Manifest(tmp_path)
    job.target.parent.mkdir()
    job.target.write_bytes(b"made")
    manifest.remember(job, DIGEST, b"made", 16)
    assert recall(manifest, job, DIGEST) == 16
    assert recall(manifest, job, "b" * 64) is None
    job.target.write_bytes(b"edited")
    assert recall(manifest, job, DIGEST) is None
    job.target.unlink()
    assert recall(manifest, job, DIGEST) is None
    assert recall(manifest, replace(job, is_check=True), DIGEST) == 16


def test_what_could_not_be_read_is_looked_for_again(tmp_path: Path) -> None:
    """If a file was made though something could not be read, then it is made again."""
    job, manifest = job_in(tmp_path), Manifest(tmp_path)
    job.target.parent.mkdir()
    job.target.write_bytes(b"made")
    manifest.remember(job, DIGEST, b"made", 16, Findings((WARNING,), cannot_read=True))
    for ingredients in (DIGEST, ""):
        assert recall(manifest, job, ingredients) is None
        assert recall(manifest, replace(job, is_check=True), ingredients) is None


def test_what_was_told_of_a_file_is_remembered_with_it(tmp_path: Path) -> None:
    """If something was told of files, then the manifest has it, and a shared problem once."""
    job, manifest = job_in(tmp_path), Manifest(tmp_path)
    job.target.parent.mkdir()
    deck = replace(job, edition="deck", target=job.target.with_name("nurse.deck.pptx"))
    missing = MissingGlyphs("locales/en.yaml", Place("nurse.yaml", 5, 9), "😀\x07")
    findings = Findings((ERROR, WARNING), missing=(missing,))
    fields = ("black_percent", 4), ("left", ({"text": "x"}, 0.5, None))
    remarks = Remark("flip it", fields), Remark("ink on 7 percent", (), is_measure=True)
    for each in (job, deck):
        each.target.write_bytes(b"made")
        manifest.remember(each, DIGEST, b"made", 16, findings, remarks)
    manifest.write()
    again = Manifest(tmp_path)
    for each in (job, deck, replace(job, is_check=True)):
        made = again.recall(each, DIGEST)
        assert made is not None
        assert (made.findings, made.remarks) == (findings, remarks)
    assert again.text() == manifest.text()
    assert again.text().count(WARNING.message) == 1


def test_what_was_told_names_files_as_they_were_called(tmp_path: Path) -> None:
    """If a file is called otherwise now, then what was told of it would be wrong: made again."""
    job, manifest = job_in(tmp_path), Manifest(tmp_path)
    job.target.parent.mkdir()
    job.target.write_bytes(b"made")
    elsewhere = Folders(tmp_path / "en" / ".." / "source", job.folders.layouts, tmp_path)
    manifest.remember(job, DIGEST, b"made", 16, Findings((WARNING,)))
    assert recall(manifest, job, DIGEST) == 16
    assert recall(manifest, replace(job, folders=elsewhere), DIGEST) is None
    manifest.remember(job, DIGEST, b"made", 16)
    assert recall(manifest, replace(job, folders=elsewhere), DIGEST) == 16


def test_a_manifest_from_before_forgets_no_file(tmp_path: Path) -> None:
    """If a manifest has no version, then its files are known, and all of them are made again."""
    made = tmp_path / "en" / "gone.deck.pptx"
    made.parent.mkdir()
    made.write_bytes(b"made")
    digest = hashlib.sha256(b"made").hexdigest()
    entry = {"en/gone.deck.pptx": [DIGEST, digest, 4, "gone.yaml", "en.yaml"]}
    (tmp_path / ".made.json").write_text(json.dumps(entry), encoding="utf-8")
    manifest, job = Manifest(tmp_path), job_in(tmp_path)
    (leftover,) = manifest.find_leftovers(job.folders)
    assert (leftover.file, leftover.is_changed) == (made, False)
    gone = replace(job, target=made)
    assert recall(manifest, gone, DIGEST) is None
    assert recall(manifest, gone, "") is None


def _manifest_of(file: list[object], problems: list[object]) -> str:
    files = {"en/nurse.booklet.pdf": file}
    return json.dumps({"version": 2, "problems": problems, "files": files})


_SOUND: list[object] = [
    DIGEST,
    "c" * 64,
    16,
    "p",
    "l",
    "",
    [0],
    [],
    [["fine", False, ["black_percent", 4]]],
]
_PROBLEM: list[object] = ["nurse.yaml", 3, 1, "tagline", "too long", "shorten it", "warning"]


def _with(place: int, value: object, fields: list[object] = _SOUND) -> list[object]:
    return [*fields[:place], value, *fields[place + 1 :]]


_WRONG_IN_FILE: tuple[tuple[int, tuple[object, ...]], ...] = (
    (0, ("x", 1, None, "A" * 64, "a" * 65)),
    (2, (-1, True, 1.5, "16", 10**9)),
    (3, ("a\x1b[2J", "a" * 10_001, [], None)),
    (6, ([1], [-1], ["0"], 0, [0] * 10_001)),
    (7, ([[]], ["x"], [["l", "f", 1, 1, 7]])),
    (8, ([7], [[7, True]], [["a\nb", True]], [["a"]], [["a", 1]], [["a", True, ["b"]]])),
    (8, ([["a", True, ["b", [[[[[[[1]]]]]]]]]], [["a", True, ["b", ["\x00"]]]])),
    (8, tuple([["a", True, [name, 1]]] for name in ("event", "sheets", "pages", "File", "", 1))),
    (8, tuple([["a", True, ["b", [number]]]] for number in (math.nan, math.inf, -math.inf))),
    (8, ([["a", True, ["b", {"c\n": 1}]]],)),
)
_WRONG_IN_PROBLEM: tuple[tuple[int, tuple[object, ...]], ...] = (
    (0, ("\x1b]0;", "\u2028", 7, None)),
    (1, (-1, "1", True)),
    (6, ("fine", "", None, [])),
)


_NO_PROBLEMS: tuple[object, ...] = (None, [], _PROBLEM[:6], {"file": "x"}, [*_PROBLEM, 1])
_NO_FILES: tuple[object, ...] = (None, [], _SOUND[:8], [*_SOUND, 1], {}, "x")


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        *((_with(place, one), _PROBLEM) for place, each in _WRONG_IN_FILE for one in each),
        *(
            (_SOUND, _with(place, one, _PROBLEM))
            for place, each in _WRONG_IN_PROBLEM
            for one in each
        ),
        *((_SOUND, one) for one in _NO_PROBLEMS),
        *((one, _PROBLEM) for one in _NO_FILES),
    ],
)
def test_what_a_stranger_wrote_is_passed_over(
    tmp_path: Path, file: list[object], problem: list[object]
) -> None:
    """If anything of a file is not as it is written here, then nothing is known of that file."""
    (tmp_path / ".made.json").write_text(_manifest_of(_SOUND, [_PROBLEM]), encoding="utf-8")
    names = read_manifest(tmp_path / ".made.json")
    assert names["en/nurse.booklet.pdf"].findings.problems[0].message == "too long"
    (tmp_path / ".made.json").write_text(_manifest_of(file, [problem]), encoding="utf-8")
    assert read_manifest(tmp_path / ".made.json") == {}


@pytest.mark.parametrize("version", [0, 3, "2", None, [], 2.5])
def test_another_version_says_nothing(tmp_path: Path, version: object) -> None:
    """If a manifest is of a version that is not known here, then it counts as empty."""
    raw = json.loads(_manifest_of(_SOUND, [_PROBLEM]))
    (tmp_path / ".made.json").write_text(json.dumps({**raw, "version": version}))
    assert read_manifest(tmp_path / ".made.json") == {}


def test_a_manifest_that_fills_the_memory_is_not_read(tmp_path: Path) -> None:
    """If a manifest is larger than any school's, then it counts as empty."""
    with (tmp_path / ".made.json").open("wb") as stream:
        stream.write(_manifest_of(_SOUND, [_PROBLEM]).encode())
        stream.write(b" " * (65 << 20))
    assert read_manifest(tmp_path / ".made.json") == {}


def test_a_manifest_outlives_the_run(tmp_path: Path) -> None:
    """If a manifest is written and read again, then it says the same, in the same bytes."""
    job, manifest = job_in(tmp_path), Manifest(tmp_path)
    job.target.parent.mkdir()
    job.target.write_bytes(b"made")
    manifest.remember(job, DIGEST, b"made", 16)
    manifest.write()
    again = Manifest(tmp_path)
    assert recall(again, job, DIGEST) == 16
    assert again.text() == manifest.text() == manifest.path.read_text(encoding="utf-8")
    again.forget(job)
    assert recall(again, job, DIGEST) is None


@pytest.mark.parametrize(
    "damage",
    [
        *(b"", b"{", b"[]", b"{}", b'{"en/nurse.booklet.pdf": 1}', b'{"a": ["x", "y", "z"]}'),
        *(b"\xff\xfe", b"[" * 150_000, b'{"a": ["x", "y", Infinity, "", ""]}'),
    ],
)
def test_a_damaged_manifest_is_an_empty_one(tmp_path: Path, damage: bytes) -> None:
    """If the manifest cannot be read, then nothing is up to date and nothing stops."""
    job = job_in(tmp_path)
    job.target.parent.mkdir()
    job.target.write_bytes(b"made")
    (tmp_path / ".made.json").write_bytes(damage)
    assert recall(Manifest(tmp_path), job, DIGEST) is None


def test_a_pipe_in_the_output_is_not_waited_for(tmp_path: Path) -> None:
    """If the manifest or a file made is a pipe now, then nothing is up to date."""
    job = job_in(tmp_path)
    job.target.parent.mkdir()
    os.mkfifo(tmp_path / ".made.json")
    manifest = Manifest(tmp_path)
    manifest.remember(job, DIGEST, b"made", 16)
    os.mkfifo(job.target)
    assert recall(manifest, job, DIGEST) is None


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
            f"output/en/diver.handout.pdf: note: left over, for {GONE}",
            "  hint: `build --prune` takes it away",
        ]
    assert len(school.made()) == 7
    assert main(["--prune"]) == 0
    told = capfd.readouterr()
    assert told.out.splitlines()[-3:] == [
        f"output/en/diver.booklet.pdf: taken away, for {GONE}",
        f"output/en/diver.deck.pptx: taken away, for {GONE}",
        f"output/en/diver.handout.pdf: taken away, for {GONE}",
    ]
    assert told.err == "3 files up to date, no problems\n"
    kept = {f"en/nurse.{kind}" for kind in ("booklet.pdf", "handout.pdf", "deck.pptx")}
    assert set(school.made()) == {".made.json", *kept}
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
        for suffix in ("booklet.pdf", "deck.pptx", "handout.pdf")
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
    assert len(list((elsewhere / "output" / "en").iterdir())) == 6
    assert "taken away" not in capfd.readouterr().out


def test_an_edition_that_is_gone_is_left_over(
    school: School, capfd: pytest.CaptureFixture[str]
) -> None:
    """If files of an edition that there is none of any more were made, then they are told."""
    assert main(["nurse", "--edition", "deck"]) == 0
    manifest = Manifest(Path("output"))
    file = school.output / "en" / "nurse.pamphlet.pdf"
    file.write_bytes(b"made")
    job = job_in(school.folder)
    manifest.remember(replace(job, target=Path("output/en/nurse.pamphlet.pdf")), DIGEST, b"made", 1)
    manifest.write()
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
def test_a_manifest_from_a_stranger_takes_nothing_away(school: School, name: str) -> None:
    """If a manifest names files that are no files of a build, then none of them is touched."""
    victim = school.output / name
    for path in (school.output, victim.parent):
        path.mkdir(parents=True, exist_ok=True)
    mine = not victim.exists()
    if mine:
        victim.write_bytes(b"mine")
    digest = hashlib.sha256(victim.read_bytes()).hexdigest()
    old = {name: ["x", digest, 1, "gone", "gone"]}
    files = {name: [DIGEST, digest, 1, "gone", "gone", "", [], [], []]}
    for entry in (old, {"version": 2, "problems": [], "files": files}):
        (school.output / ".made.json").write_text(json.dumps(entry), encoding="utf-8")
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
