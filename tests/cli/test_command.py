"""What a user types and is answered: words, streams, exit codes."""

from __future__ import annotations

import errno
import json
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from careerkit import __version__
from careerkit.build.executor import InProcess
from careerkit.build.jobs import Job
from careerkit.build.outcome import Lost, Outcome
from careerkit.cli.command import main
from careerkit.editions import EDITIONS
from tests.school import NURSE, School, found_school
from tests.shipped import ROOT

# What is told where an edition is not known.
EDITION_NAMES = ", ".join(sorted(edition.name for edition in EDITIONS))


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> School:
    """A school with one small career, and its folder as the working folder."""
    monkeypatch.chdir(tmp_path)
    return found_school(tmp_path)


def test_a_build_needs_no_subcommand(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If no subcommand is given, then a career and options mean a build."""
    assert main(["nurse", "--locale", "en", "--edition", "booklet"]) == 0
    short = capsys.readouterr()
    assert main(["build", "nurse", "--locale=en", "--edition=booklet", "--force"]) == 0
    assert capsys.readouterr() == short
    assert [path.name for path in school.output.rglob("nurse.*")] == ["nurse.booklet.pdf"]


def test_pseudo_languages_are_made_when_asked_for(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If ``translate pseudo`` is typed, then both pseudo-languages are made, or the one named."""
    assert main(["translate", "pseudo", "--edition", "booklet"]) == 0
    made = sorted(path.parent.name for path in school.output.rglob("nurse.booklet.pdf"))
    assert made == ["ar-XB", "en-XA"]
    capsys.readouterr()
    assert main(["translate", "pseudo", "nurse", "--locale", "en-XA", "--edition", "deck"]) == 0
    assert [path.parent.name for path in school.output.rglob("nurse.deck.pptx")] == ["en-XA"]


@pytest.mark.parametrize("typed", ["translate pseudo --locale en", "translate --locale en pseudo"])
@pytest.mark.usefixtures("school")
def test_pseudo_makes_no_other_language(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    """If another language is asked of ``translate pseudo``, then the pseudo-languages are named."""
    assert main(typed.split()) == 2
    assert capsys.readouterr() == (
        "",
        'no pseudo-language "en"\n  hint: did you mean "en-XA"?\n',
    )


def test_names_may_be_given_again_or_with_commas(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If ``--edition`` is given twice, or once with a comma, then both are made."""
    assert main(["--edition", "deck", "--edition", "booklet"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert main(["--edition", "deck,booklet", "--output", "more"]) == 0
    assert sorted(path.name for path in (school.folder / "more" / "en").iterdir()) == [
        "nurse.booklet.pdf",
        "nurse.deck.pptx",
    ]


def test_json_is_one_object_a_line(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If ``--json`` is given, then each file and each problem is one object on stdout."""
    school.write_career("nurse", NURSE.replace("comfort.", "comfort 😀."))
    assert main(["--json"]) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [event["event"] for event in events] == ["made"] * 3 + ["problem"]
    booklet, handout, deck, problem = events
    assert {**problem, "hint": ""} == {
        "event": "problem",
        "severity": "warning",
        "file": "source/careers/nurse.yaml",
        "line": 5,
        "column": 9,
        "field": "",
        "message": "missing glyph: U+1F600 (grinning face)",
        "hint": "",
    }
    inks = {f"{ink}_percent": 0 for ink in ("cyan", "magenta", "yellow", "black")}
    assert {**booklet, "pages": 0, **inks} == {
        **inks,
        "event": "made",
        "file": "output/en/nurse.booklet.pdf",
        "career": "nurse",
        "locale": "en",
        "edition": "booklet",
        "pages": 0,
        "fresh": False,
    }
    assert booklet["pages"] % 4 == 0
    assert handout["sides"] == 2
    assert deck["slides"] > 0


def test_json_tells_errors_too(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If a career has an error, then ``--json`` tells it on stdout as well."""
    school.write_career("nurse", NURSE + "tite: x\n")
    assert main(["check", "--json"]) == 1
    event = json.loads(capsys.readouterr().out)
    assert (event["severity"], event["line"], event["message"]) == ("error", 10, "unknown field")


def test_quiet_prints_problems_only(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If ``--quiet`` is given, then a build without problems prints nothing at all."""
    assert main(["--quiet"]) == 0
    assert capsys.readouterr() == ("", "")
    school.write_career("nurse", NURSE + "tite: x\n")
    assert main(["--quiet"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "nurse.yaml:10:1: tite: unknown field" in captured.err


def test_check_makes_nothing(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If a school is checked, then what was found is told and nothing is made."""
    assert main(["check"]) == 0
    assert capsys.readouterr() == ("", "checked 1 career in 1 language: no problems\n")
    assert not school.output.exists()


def test_check_can_be_strict(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If there are warnings, then ``check`` succeeds, and with ``--strict`` fails."""
    school.write_career("nurse", NURSE.replace("comfort.", "comfort 😀."))
    assert main(["check"]) == 0
    assert "1 warning" in capsys.readouterr().err
    assert main(["check", "--strict"]) == 1


def test_check_finds_mistakes_in_a_layout(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a template has a mistake, then its file and line are told along with the content's."""
    template = school.folder / "layouts" / "classic" / "deck.xml"
    lines = template.read_text(encoding="utf-8").splitlines()
    lines.append("{% if %}")
    template.write_text("\n".join(lines), encoding="utf-8")
    school.write_career("diver", NURSE + "tite: x\n")
    assert main(["check"]) == 1
    told = capsys.readouterr().err
    assert f"layouts/classic/deck.xml:{len(lines)}" in told
    assert "source/careers/diver.yaml:10:1: tite: unknown field" in told


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nurze"], 'no career "nurze"\n  hint: did you mean "nurse"?\n'),
        (["--locale", "xx"], 'no language "xx"\n  hint: there are: en\n'),
        (["--edition", "pdf"], f'no edition "pdf"\n  hint: there are: {EDITION_NAMES}\n'),
        (["--layout", "clasic"], 'no layout "clasic"\n  hint: did you mean "classic"?\n'),
        (["--lcale", "en"], "--locale"),
        (["--locale", ""], 'no language ""\n  hint: there are: en\n'),
        (["--edition", ","], f'no edition ","\n  hint: there are: {EDITION_NAMES}\n'),
        (["--edition", "all,pdf"], f'no edition "pdf"\n  hint: there are: {EDITION_NAMES}\n'),
        (["--locale", "all", "--locale", "xx"], 'no language "xx"\n  hint: there are: en\n'),
        (["--layout", "all"], 'no layout "all"\n  hint: there are: classic\n'),
        (["--output", ""], "for '--output': the name of a folder is empty\n"),
        (["--source", ""], "for '--source': the name of a folder is empty\n"),
        (["init", ""], "the name of a folder is empty\n"),
        (["--jobs", "0"], "for '--jobs': expected a whole number from 1 on, found \"0\"\n"),
        (["--jobs", "x"], "for '--jobs': expected a whole number from 1 on, found \"x\"\n"),
        (["chek"], 'no career "chek"\n  hint: did you mean "check" or "schema"?\n'),
        (["--force", "check"], '  hint: "check" is a command: type it before everything else\n'),
        (["new"], "title"),
    ],
)
def test_a_wrong_argument_is_answered(
    school: School, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """If an argument is wrong, then stderr says what would be right, with exit code 2."""
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert words.lower() in captured.err.lower()
    assert not school.output.exists()


def test_a_file_that_cannot_be_read_is_told(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a profile cannot be read at all, then it is named, the others are told too, exit 3."""
    (school.folder / "source" / "careers" / "diver.yaml").mkdir()
    school.write_career("pilot", NURSE + "tite: x\n")
    assert main(["check"]) == 3
    told = capsys.readouterr().err
    assert "source/careers/diver.yaml: cannot be read" in told
    assert "source/careers/pilot.yaml:10:1: tite: unknown field" in told


def test_a_folder_that_cannot_be_read_is_told(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a folder cannot be read, then it is named, exit 3: it is not taken for an empty one."""
    for name in ("layouts", "source/locales", "source/careers"):
        folder = school.folder / name
        folder.rename(school.folder / f"{folder.name} elsewhere")
        folder.symlink_to(folder.name)
        assert main(["check", "--source", "source", "--layouts", "layouts"]) == 3
        assert capsys.readouterr().err == f"{name}: too many levels of symbolic links\n"


def test_a_failure_without_a_file_is_told(
    school: School, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """If the system refuses something that has no name, then only its reason is told, exit 3."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr("careerkit.build.session.Run", fail)
    assert main(["check"]) == 3
    assert capsys.readouterr().err == "too many open files\n"
    assert not school.output.exists()


def test_a_helper_that_was_ended_is_told(
    school: School, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a process that draws was ended from outside, then a hint says what to try, exit 3."""

    def lose(_: InProcess, _job: Job) -> Outcome:
        return Outcome(Lost())

    monkeypatch.setattr(InProcess, "render", lose)
    assert main(["--edition", "deck"]) == 3
    assert capsys.readouterr().err == (
        "output/en/nurse.deck.pptx: the process that drew it was ended from outside\n"
        "  hint: try --jobs 1, which needs the least memory\n"
        "1 file not made\n"
    )
    assert not school.output.exists()


@pytest.mark.parametrize("stamp", ["abc", "9999999999999999", "²", "-1", "1.5"])
def test_a_date_that_is_none_is_answered(
    school: School, stamp: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """If SOURCE_DATE_EPOCH is no date, then that is told before anything is read, exit 2."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", stamp)
    assert main([]) == 2
    assert capsys.readouterr().err == (
        f'SOURCE_DATE_EPOCH is "{stamp}", which is not a date\n'
        "  hint: give it the seconds since 1970, such as 1767225600 for 1 January 2026, or unset"
        " it\n"
    )
    assert not school.output.exists()


def test_a_bug_is_told_in_a_line_and_its_traceback_is_in_a_file(
    school: School,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """If the program itself fails, then there is a short report, a file, and exit code 70."""

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("the wheel came off")

    monkeypatch.setattr("careerkit.build.session.Run", fail)
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_, **__: tmp_path / "log")
    assert main([]) == 70
    told = capsys.readouterr().err.splitlines()
    assert told[0] == (
        "this is a bug in careerkit, not in your files: RuntimeError: the wheel came off"
    )
    assert len(told) == 3
    report = Path(told[1].removeprefix("  report: "))
    text = report.read_text(encoding="utf-8")
    assert report.parent == tmp_path / "log"
    assert f"careerkit {__version__}, Python" in text
    assert "Traceback" in text
    assert "the wheel came off" in text
    assert school.folder.exists()


def test_a_bug_report_that_cannot_be_written_is_printed(
    school: School,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """If the report cannot be written, then the traceback is printed and not lost."""

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("the wheel came off")

    taken = tmp_path / "taken"
    taken.touch()
    monkeypatch.setattr("careerkit.build.session.Run", fail)
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_, **__: taken / "log")
    assert main(["check"]) == 70
    assert "Traceback" in capsys.readouterr().err
    assert school.folder.exists()


def test_ctrl_c_is_answered(
    school: School, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """If the user presses Ctrl-C while a file is written, then no half file is left, exit 130."""
    parts: list[Path] = []

    def press(_: int) -> None:
        parts.extend(school.output.rglob("*.part"))
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", press)
    assert main([]) == 130
    assert capsys.readouterr().err == "stopped; every file is whole, or as it was\n"
    # Whichever of the three is drawn first: two processes draw.
    assert parts[0].name.startswith(".nurse.")
    assert [path for path in school.output.rglob("*") if path.is_file()] == []


def test_fonts_are_put_into_decks_if_asked_for(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If fonts are asked for, then the deck is made anew with them, and the booklet is not."""
    assert main([]) == 0
    plain = school.made()
    assert main(["--embed-fonts"]) == 0
    made = school.made()
    changed = [name for name in made if made[name] != plain[name]]
    assert changed == [".made.json", "en/nurse.deck.pptx"]
    with zipfile.ZipFile(school.output / "en" / "nurse.deck.pptx") as archive:
        assert [name for name in archive.namelist() if name.startswith("ppt/fonts/")]
    capsys.readouterr()
    assert main(["--embed-fonts", "--json"]) == 0
    assert all(json.loads(line)["fresh"] for line in capsys.readouterr().out.splitlines())


def test_a_font_that_may_not_be_embedded_is_named(school: School) -> None:
    """If a font's licence forbids it, then its file is named and no deck is made, exit 1."""
    path = school.folder / "layouts" / "fonts" / "Arimo-Bold.ttf"
    font = bytearray(path.read_bytes())
    entry = font.index(b"OS/2")
    table = int.from_bytes(font[entry + 8 : entry + 12], "big")
    font[table + 8 : table + 10] = (2).to_bytes(2, "big")
    length = int.from_bytes(font[entry + 12 : entry + 16], "big")
    words = bytes(font[table : table + length]) + bytes(-length % 4)
    checksum = sum(int.from_bytes(words[at : at + 4], "big") for at in range(0, len(words), 4))
    font[entry + 4 : entry + 8] = (checksum % 2**32).to_bytes(4, "big")
    path.write_bytes(font)
    done = school.run("--embed-fonts")
    assert done.returncode == 1
    booklet = pypdfium2.PdfDocument(school.output / "en" / "nurse.booklet.pdf")
    assert done.stderr == (
        'layouts/fonts/Arimo-Bold.ttf: the font "Arimo" does not allow to be embedded in a deck'
        " (fsType 0x0002)\n"
        "  hint: build without --embed-fonts, or name a family with a free licence in the"
        " language's fonts\n"
        f"1 booklet made ({len(booklet)} pages), 1 handout made (2 sides), "
        "1 file not made, 1 error\n"
    )
    assert school.run("check", "--embed-fonts").returncode == 1
    assert school.run("check").returncode == 0


def test_the_schema_is_the_one_that_is_committed(capsys: pytest.CaptureFixture[str]) -> None:
    """If the schema is printed, then it is source/profile.schema.json to the letter."""
    assert main(["schema"]) == 0
    committed = (ROOT / "source" / "profile.schema.json").read_text(encoding="utf-8")
    assert capsys.readouterr().out == committed


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """If the version is asked for, then it is printed and nothing is built."""
    assert main(["--version"]) == 0
    assert capsys.readouterr() == (f"careerkit {__version__}\n", "")


@pytest.mark.parametrize("command", ["build", "check", "new", "schema", "init"])
def test_help_names_every_command(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """If help is asked for, then it names the command, and the command has help of its own."""
    assert main(["--help"]) == 0
    assert f"\n  {command} " in capsys.readouterr().out
    assert main([command, "-h"]) == 0
    assert capsys.readouterr().out.startswith("Usage: ")


def test_init_and_new_begin_a_school(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a folder is laid out and a career begun in it, then the career can be made."""
    monkeypatch.chdir(tmp_path)
    assert main(["init"]) == 0
    assert capsys.readouterr().out == "source\nlayouts\n"
    assert main(["new", "Marine Biologist"]) == 0
    assert capsys.readouterr().out == "source/careers/marine-biologist.yaml\n"
    assert main(["marine-biologist", "--locale", "en"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3
    assert main(["init"]) == 2
