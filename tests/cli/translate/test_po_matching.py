"""Which language a PO file is in: its header, the command line and its folder say so."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from careerkit.cli.command import main
from careerkit.cli.translate.po_matching import find_tag
from careerkit.translation.language_tags import as_tag
from careerkit.translation.po.decoding import MAXIMUM_BYTES
from tests.school import School, found_school


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("ta_LK", "ta-LK"),
        ("ta-lk", "ta-LK"),
        ("TA_LK.UTF-8", "ta-LK"),
        ("ta@saaho", "ta"),
        ("sr@latin", "sr-Latn"),
        ("zh_hant_TW", "zh-Hant-TW"),
        ("es_419", "es-419"),
    ],
)
def test_a_name_of_gettext_is_a_tag(name: str, tag: str) -> None:
    """If a language is named as gettext or POSIX do, then its BCP 47 tag is found."""
    assert as_tag(name) == tag


@pytest.mark.parametrize(
    ("name", "languages", "found"),
    [
        ("ta_LK", ("si", "ta"), "ta"),
        ("ta_LK", ("si", "ta", "ta-LK"), "ta-LK"),
        ("ta_IN", ("si", "ta", "ta-LK"), "ta"),
        ("ta", ("si", "ta-LK"), "ta-LK"),
        ("ta", ("ta-IN", "ta-LK"), None),
        ("ta_IN", ("ta-LK",), None),
        ("zh_TW", ("zh", "zh-Hant"), "zh-Hant"),
        ("zh_TW", ("zh",), None),
        ("sr@latin", ("sr",), None),
        ("sr@latin", ("sr", "sr-Latn"), "sr-Latn"),
        ("sy", ("si", "ta"), None),
    ],
)
def test_the_most_specific_language_is_found(
    name: str, languages: tuple[str, ...], found: str | None
) -> None:
    """If a language or a more general one is there, then it is found, none in another script."""
    assert find_tag(name, languages) == found


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> School:
    """A school with English, Sinhala and Tamil, and one career."""
    monkeypatch.chdir(tmp_path)
    school = found_school(tmp_path)
    locales = tmp_path / "source" / "locales"
    for tag, name in (("si", "සිංහල"), ("ta", "தமிழ்"), ("ta-LK", "தமிழ்")):
        text = (locales / "en.yaml").read_text(encoding="utf-8")
        text = text.replace("name: English", f"name: {name}", 1)
        (locales / f"{tag}.yaml").write_text(text, encoding="utf-8")
    return school


def _write(school: School, language: str, target: str = "தாதி") -> None:
    header = f'msgid ""\nmsgstr "Language: {language}\\n"\n\n' if language else ""
    text = f'{header}msgid "Nurse"\nmsgstr "{target}"\n'
    (school.folder / "nurse.po").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "arguments", "into"),
    [
        ("ta_LK", (), "ta-LK"),
        ("ta_LK", ("--locale", "ta"), "ta"),
        ("ta", (), "ta"),
        ("ta", ("--locale", "ta_LK"), "ta-LK"),
        ("ta_IN", (), "ta"),
        ("", ("--locale", "ta"), "ta"),
        ("en", ("--locale", "ta"), "ta"),
        ("Tamil", ("--locale", "ta"), "ta"),
    ],
)
def test_what_was_asked_for_decides(
    school: School,
    language: str,
    arguments: tuple[str, ...],
    into: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """If a file says a language or none, then --locale decides, then the most specific there is."""
    _write(school, language)
    assert main(["translate", "import", "nurse.po", *arguments]) == 0
    assert capsys.readouterr() == (
        f"source/locales/{into}/nurse.yaml: 1 taken over from nurse.po\n",
        "",
    )


def test_a_file_that_says_no_language(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If nothing says which language a file is in, then the hint names those there are."""
    _write(school, "")
    assert main(["translate", "import", "nurse.po"]) == 1
    assert capsys.readouterr().err == (
        "nurse.po:1: the file does not say which language it is in\n"
        "  hint: say which with --locale (si, ta, ta-LK), or in its header by a line such as"
        ' "Language: si\\n"\n1 error; nothing was made\n'
    )
    assert main(["translate", "import", "nurse.po", "--locale", "fr"]) == 2
    assert capsys.readouterr().err == (
        'no language to translate into "fr"\n  hint: there are: si, ta, ta-LK\n'
    )


def test_another_script_changes_nothing(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If a Tamil file says that it is Sinhala, then it is refused in a line and nothing is made."""
    _write(school, "si")
    assert main(["translate", "import", "nurse.po"]) == 1
    assert capsys.readouterr().err == (
        "nurse.po:1: 1 of 1 translations are in Tamil letters, not in Sinhala ones; none is taken"
        ' over\n  hint: if it is in "ta" or "ta-LK", say so in the line "Language:" of its header\n'
        "1 error; nothing was made\n"
    )
    assert not (school.folder / "source" / "locales" / "si").exists()


def test_a_file_too_large_is_refused(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If a file is larger than what is taken, then it is refused before it is read as PO."""
    with (school.folder / "nurse.po").open("wb") as file:
        file.truncate(MAXIMUM_BYTES + 1)
    assert main(["translate", "import", "nurse.po", "--locale", "ta"]) == 1
    assert capsys.readouterr().err == (
        "nurse.po: larger than 8 MiB (8,388,608 bytes)\n"
        "  hint: a career has less than a tenth of one; is this the PO file that was meant?\n"
        "1 error; nothing was made\n"
    )
    (school.output / "ta").mkdir(parents=True)
    (school.folder / "nurse.po").rename(school.output / "ta" / "nurse.po")
    assert main(["translate", "export", "--locale", "ta"]) == 1
    assert "output/ta/nurse.po: larger than 8 MiB" in capsys.readouterr().err


def test_a_file_that_could_not_be_read_again_is_not_written(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a text is so long that its file would be too large to be read, then nothing is written."""
    _write(school, "ta")
    assert main(["translate", "import", "nurse.po"]) == 0
    written = school.folder / "source" / "locales" / "ta" / "nurse.yaml"
    before = written.read_bytes()
    capsys.readouterr()
    _write(school, "ta", "தாதி" * 100_000)
    assert main(["translate", "import", "nurse.po"]) == 3
    assert (
        "\nsource/locales/ta/nurse.yaml: it would become larger than is read: 1 MiB (1,048,576"
        " bytes)\n  hint: look for a text that is much longer than what it translates\n"
    ) in capsys.readouterr().err
    assert written.read_bytes() == before


def test_a_pipe_is_not_waited_for(school: School) -> None:
    """If a path is a pipe that nobody writes to, then it is refused at once."""
    os.mkfifo(school.folder / "nurse.po")
    command = school.command("translate", "import", "nurse.po", "--locale", "ta")
    done = subprocess.run(
        command, cwd=school.folder, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert done.stderr == (
        "nurse.po: not a file that can be read\n  hint: give the path of a PO file\n"
        "1 error; nothing was made\n"
    )
