"""A translator's day: what is left to do is told, and files are brought up to date."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from careerkit.cli.command import main
from careerkit.cli.translate import file_replacement
from careerkit.content import read_locale
from careerkit.project.atomic_file import replace_whole
from careerkit.translation.locales.label_check import is_optional
from careerkit.translation.locales.label_forms import has_words
from tests.school import School, as_language, found_school

SINHALA = """\
career: nurse
status: reviewed
entries:
  - {source: Nurse, target: හෙදිය}
  - {source: Give medicine, target: බෙහෙත් දෙන්න, status: draft}
  - {source: Ask each patient how night was, target: අසන්න}
"""


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> School:
    """A school with English, Sinhala and Tamil, and one career."""
    monkeypatch.chdir(tmp_path)
    school = found_school(tmp_path)
    locales = tmp_path / "source" / "locales"
    english = as_language((locales / "en.yaml").read_text(encoding="utf-8"))
    for tag in ("si", "ta"):
        (locales / f"{tag}.yaml").write_text(english, encoding="utf-8")
    (locales / "si").mkdir()
    (locales / "si" / "nurse.yaml").write_text(SINHALA, encoding="utf-8")
    return school


def test_status(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If the status is asked for, then each language and career has a line of a table."""
    labels = school.folder / "source" / "locales" / "ta.yaml"
    text = re.sub("same_as_english: .*", "same_as_english: [pay]", labels.read_text("utf-8"))
    labels.write_text(text.replace("contents: Contents", "contents: Sommaire"), encoding="utf-8")
    known = read_locale(school.folder / "source" / "locales" / "en.yaml").labels
    total = sum(has_words(label) for name, label in known.items() if not is_optional(name))
    assert main(["translate", "status"]) == 0
    assert capsys.readouterr() == (
        (
            "language  career  translated  draft  reviewed  stale  missing  per cent\n"
            f"si        labels         {total}    {total}         0      0        0     100 %\n"
            "si        nurse            2      1         1      1        5      28 %\n"
            f"ta        labels           2      2         0      0      {total - 2}"
            f"       {200 // total} %\n"
            "ta        nurse            0      0         0      0        7       0 %\n"
        ),
        "",
    )
    assert main(["translate", "status", "nurse", "--locale", "ta", "--json"]) == 0
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [
        {
            "event": "progress",
            "language": "ta",
            "career": "nurse",
            "draft": 0,
            "reviewed": 0,
            "stale": 0,
            "missing": 7,
            "translated": 0,
            "per_cent": 0,
        }
    ]
    assert school.made() == {}


def test_update(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If translations are updated, then each has all texts, and a second time nothing changes."""
    assert main(["translate", "update"]) == 0
    assert capsys.readouterr().out == (
        "source/locales/si/nurse.yaml: 5 added, 1 stale\n"
        "source/locales/ta/nurse.yaml: 7 added, 0 stale\n"
        "source/locales/si.yaml: nothing to add\n"
        "source/locales/ta.yaml: nothing to add\n"
    )
    locales = school.folder / "source" / "locales"
    sinhala = (locales / "si" / "nurse.yaml").read_text(encoding="utf-8")
    assert (
        "  - source: Ask each patient how night was\n    target: අසන්න\n"
        "    nearest: Ask each patient how the night was\n"
        "  - source: Ask each patient how the night was\n    target:\n"
    ) in sinhala
    assert main(["translate", "update", "nurse", "--json"]) == 0
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [
        {"event": "updated", "file": f"source/locales/{tag}/nurse.yaml", "added": 0, "stale": stale}
        for tag, stale in (("si", 1), ("ta", 0))
    ]
    assert (locales / "si" / "nurse.yaml").read_text(encoding="utf-8") == sinhala
    assert main(["translate", "status", "nurse", "--locale", "ta"]) == 0
    assert capsys.readouterr().out.splitlines()[1].split()[2:7] == ["0", "0", "0", "0", "7"]


def test_a_mistake_is_told_and_the_others_are_written(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If one translation has a mistake, then it is told and stays, and the others are updated."""
    path = school.folder / "source" / "locales" / "si" / "nurse.yaml"
    text = SINHALA.replace("career: nurse", "career: baker")
    path.write_text(text, encoding="utf-8")
    assert main(["translate", "update"]) == 1
    assert "source/locales/si/nurse.yaml:1:9: career: the file is for" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == text
    assert (school.folder / "source" / "locales" / "ta" / "nurse.yaml").is_file()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["statu"], "No such command 'statu'. Did you mean 'status'?"),
        (["status", "nurze"], 'no career "nurze"'),
        (["status", "--force"], "status has no --force\n  hint: only export and import"),
        (["status", "--locale", "en"], 'no language to translate into "en"\n  hint: there are: si'),
    ],
)
@pytest.mark.usefixtures("school")
def test_wrong_argument(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """If an argument is wrong, then stderr says what would be right, with exit code 2."""
    assert main(["translate", *arguments]) == 2
    assert words in capsys.readouterr().err


def test_export_and_import(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If a file is exported and comes back with work in it, then the catalogue has that work."""
    assert main(["translate", "export", "nurse", "--locale", "si", "--output", "po"]) == 0
    assert capsys.readouterr() == ("po/si/nurse.po\n", "")
    path = school.folder / "po" / "si" / "nurse.po"
    catalogue = school.folder / "source" / "locales" / "si" / "nurse.yaml"
    before = catalogue.read_bytes()
    assert main(["translate", "import", "po/si/nurse.po"]) == 0
    assert capsys.readouterr() == (
        "source/locales/si/nurse.yaml: 0 taken over from po/si/nurse.po\n",
        "",
    )
    assert catalogue.read_bytes() == before
    exported = path.read_bytes()
    path.write_text(
        exported.decode()
        .replace('msgstr "හෙදිය"', 'msgstr "හෙද"')
        .replace('msgstr "බෙහෙත් දෙන්න"', 'msgstr "බෙහෙත් දීම"')
        + 'msgid "x\nmsgstr "y"\n',
        encoding="utf-8",
    )
    assert main(["translate", "import", "po/si/nurse.po", "--json"]) == 1
    captured = capsys.readouterr()
    *problems, imported = map(json.loads, captured.out.splitlines())
    assert [(one["severity"], one["message"]) for one in problems] == [
        (
            "warning",
            (
                'the translation of "Nurse" is reviewed and stays "හෙදිය"'
                ' (source/locales/si/nurse.yaml:4:29), not "හෙද"'
            ),
        ),
        ("error", "msgid is not between two quotation marks"),
    ]
    assert imported == {
        "event": "imported",
        "file": "source/locales/si/nurse.yaml",
        "taken": 1,
        "kept": 1,
    }
    assert "හෙදිය" in catalogue.read_text(encoding="utf-8")
    assert "බෙහෙත් දීම" in catalogue.read_text(encoding="utf-8")
    assert main(["translate", "import", "po/si/nurse.po"]) == 1
    assert capsys.readouterr().out == (
        "source/locales/si/nurse.yaml: 0 taken over from po/si/nurse.po, 1 kept as before\n"
    )
    assert main(["translate", "import", "po/si/nurse.po", "--force"]) == 1
    assert capsys.readouterr().out == (
        "source/locales/si/nurse.yaml: 1 taken over from po/si/nurse.po\n"
    )
    assert "හෙදිය" not in catalogue.read_text(encoding="utf-8")


def test_export_spares_a_translators_work(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a PO file holds what the catalogue lacks, then it is left, and the others are written."""
    export = ["translate", "export", "nurse"]
    assert main(export) == 0
    path = school.output / "si" / "nurse.po"
    exported = path.read_text(encoding="utf-8")
    catalogue = school.folder / "source" / "locales" / "si" / "nurse.yaml"
    text = catalogue.read_text(encoding="utf-8")
    # What has changed only in the catalogue may be written over.
    catalogue.write_text(text.replace("දෙන්න, status: draft", "දීම"), encoding="utf-8")
    assert main(export) == 0
    assert 'msgstr "බෙහෙත් දීම"' in path.read_text(encoding="utf-8")
    edited = exported.replace('msgstr "හෙදිය"', 'msgstr "හෙද"')
    path.write_text(edited, encoding="utf-8")
    (school.output / "ta" / "nurse.po").unlink()
    capsys.readouterr()
    assert main(export) == 1
    hint = (
        "take it over with `translate import output/si/nurse.po`, or write over it with --force\n"
    )
    assert capsys.readouterr() == (
        "output/ta/nurse.po\n",
        (
            "output/si/nurse.po: it holds 1 change that source/locales/si/nurse.yaml lacks, and is"
            f" left as it is\n  hint: {hint}"
        ),
    )
    assert path.read_text(encoding="utf-8") == edited
    path.write_text(exported + 'msgid "x\n', encoding="utf-8")
    assert main(export) == 1
    assert "output/si/nurse.po: it cannot be read whole, and is left" in capsys.readouterr().err
    assert main([*export, "--force"]) == 0
    assert 'msgstr "බෙහෙත් දීම"' in path.read_text(encoding="utf-8")


def test_a_suggestion_is_nobodys_work(school: School) -> None:
    """If a text changes again and again, then what was exported for it as fuzzy is no work."""
    path = school.folder / "source" / "careers" / "nurse.yaml"
    catalogue = school.folder / "source" / "locales" / "si" / "nurse.yaml"
    text = path.read_text(encoding="utf-8")
    export = ["translate", "export", "--locale", "si"]
    for task in ("Give the medicine", "Give all the medicine", "Give out all the medicine"):
        path.write_text(text.replace("Give medicine", task), encoding="utf-8")
        assert main(export) == 0
    assert "#, fuzzy" in (school.output / "si" / "nurse.po").read_text(encoding="utf-8")
    path.write_text(text.replace("Give medicine", "Give them the medicine"), encoding="utf-8")
    before = catalogue.read_text(encoding="utf-8")
    assert main(["translate", "import", "output/si/nurse.po"]) == 0
    assert catalogue.read_text(encoding="utf-8") == before


def test_import_checks_all_files_first(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If one of several files cannot be taken, then all that is wrong is told, nothing written."""
    header = 'msgid ""\nmsgstr ""\n"X-Status: draft\\n"\n"Language: si\\n"\n\n'
    entry = 'msgid "Nurse"\nmsgstr "හෙද"\n'
    files = {
        "nurse.po": header + 'msgid "Write\nmsgstr "x"\n\n' + entry,
        "nurze.po": header + entry,
        "nil/nurse.po": "",
        "nul/nurse.po": header.replace('"Language: si\\n"\n', ""),
        "sy/nurse.po": header.replace("si", "sy"),
    }
    for name, text in files.items():
        (school.folder / name).parent.mkdir(exist_ok=True)
        (school.folder / name).write_text(text, encoding="utf-8")
    catalogue = school.folder / "source" / "locales" / "si" / "nurse.yaml"
    before = catalogue.read_bytes()
    assert main(["translate", "import", *files]) == 1
    hint = 'say which with --locale (si, ta), or in its header by a line such as "Language: si\\n"'
    assert capsys.readouterr() == (
        "",
        (
            "nil/nurse.po:1: the file does not say which language it is in\n"
            f"  hint: {hint}\n"
            "nul/nurse.po:1: the file does not say which language it is in\n"
            f"  hint: {hint}\n"
            "nurse.po:6: msgid is not between two quotation marks\n"
            '  hint: put a backslash before a quotation mark inside the text: \\"\n'
            'nurze.po:1: no career "nurze"\n  hint: did you mean "nurse"?\n'
            'sy/nurse.po:1: no language to translate into "sy"\n  hint: there are: si, ta\n'
            "5 errors; nothing was made\n"
        ),
    )
    assert catalogue.read_bytes() == before


def test_two_files_for_one_translation(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If two translators shared a career, then the work of both is taken in one run."""
    header = 'msgid ""\nmsgstr "Language: ta\\n"\n\n'
    for folder, text in (("one", "Nurse"), ("two", "Give medicine")):
        (school.folder / folder).mkdir()
        po = f'{header}msgid "{text}"\nmsgstr "{folder}"\n'
        (school.folder / folder / "nurse.po").write_text(po, encoding="utf-8")
    assert main(["translate", "import", "one/nurse.po", "two/nurse.po"]) == 0
    made = school.folder / "source" / "locales" / "ta" / "nurse.yaml"
    assert capsys.readouterr().out == (
        "source/locales/ta/nurse.yaml: 1 taken over from one/nurse.po\n"
        "source/locales/ta/nurse.yaml: 1 taken over from two/nurse.po\n"
    )
    text = made.read_text(encoding="utf-8")
    assert "target: one\n" in text
    assert "target: two\n" in text


@pytest.mark.parametrize("command", ["update", "import", "status", "export"])
def test_without_a_source_folder(
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """If there is no folder source, then what came with careerkit is read, never written."""
    monkeypatch.chdir(tmp_path)
    writes = command in ("update", "import")
    names = ["electrician.po"] if command == "import" else ["electrician"]
    assert main(["translate", command, *names]) == (2 if writes else 0)
    assert capsys.readouterr().err == (
        "no folder source here"
        + ("" if writes else ": these are the examples that came with careerkit")
        + "\n  hint: `init` lays out a folder to work in, --source names another\n"
    )


def test_import_begins_a_translation(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If nobody had begun, then a PO file from elsewhere begins the translation."""
    path = school.folder / "nurse.po"
    header = 'msgid ""\nmsgstr "Language: ta\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
    path.write_text(f'{header}msgid "Nurse"\nmsgstr "தாதி"\n', encoding="utf-8")
    assert main(["translate", "import", "nurse.po"]) == 0
    assert capsys.readouterr().out == "source/locales/ta/nurse.yaml: 1 taken over from nurse.po\n"
    made = (school.folder / "source" / "locales" / "ta" / "nurse.yaml").read_text(encoding="utf-8")
    assert "  - source: Nurse\n    target: தாதி\n" in made


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["import"], 2, "no file was named"),
        (["import", "missing.po"], 3, "missing.po: cannot be read: no such file or directory"),
        (["import", "si/nurse.po", "--locale", "ta"], 2, "si/nurse.po is in si"),
        (["import", "si/baker.po"], 1, 'si/baker.po:1: no career "baker"'),
    ],
)
def test_import_of_what_is_not_there(
    school: School, arguments: list[str], code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a file, a language or a career is not there, then that is said."""
    (school.folder / "si").mkdir()
    for name in ("nurse", "baker"):
        text = 'msgid ""\nmsgstr "Language: si\\n"\n\nmsgid "a"\nmsgstr "b"\n'
        (school.folder / "si" / f"{name}.po").write_text(text, encoding="utf-8")
    assert main(["translate", *arguments]) == code
    assert words in capsys.readouterr().err


@pytest.mark.parametrize("command", ["update", "import", "export"])
def test_work_saved_meanwhile_is_not_lost(
    command: str,
    school: School,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """If a file is saved by hand while a command runs, then it stays; the others are written."""
    assert main(["translate", "export", "nurse"]) == 0
    if command == "import":
        for tag in ("si", "ta"):
            path = school.output / tag / "nurse.po"
            words = {"si": "සේවය", "ta": "சேவை"}[tag]
            text = path.read_text(encoding="utf-8")
            text = re.sub(r'(msgid "Write down what was done"\nmsgstr ").*"', rf'\1{words}"', text)
            path.write_text(text, encoding="utf-8")
    folder = school.output if command == "export" else school.folder / "source" / "locales"
    path = folder / "si" / ("nurse.po" if command == "export" else "nurse.yaml")
    name = path.relative_to(school.folder).as_posix()
    theirs = path.read_bytes().replace("හෙදිය".encode(), "හෙද".encode())
    put = replace_whole

    def save_first(target: Path, content: bytes, before: bytes | None) -> None:
        path.write_bytes(theirs)
        put(target, content, before)

    monkeypatch.setattr(file_replacement, "replace_whole", save_first)
    capsys.readouterr()
    names = ["output/si/nurse.po", "output/ta/nurse.po"] if command == "import" else ["nurse"]
    assert main(["translate", command, *names]) == 3
    captured = capsys.readouterr()
    assert captured.err == (
        f"{name}: it was changed while this was at work, and is left as it is\n"
        "  hint: run the same command again\n"
    )
    assert [line.split(": ")[0] for line in captured.out.splitlines()] == [
        name.replace("/si/", "/ta/")
    ]
    assert path.read_bytes() == theirs


def test_a_file_keeps_its_mode_and_a_read_only_one_stays(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a translation is updated, then its mode stays; one that is read-only is left, and told."""
    path = school.folder / "source" / "locales" / "si" / "nurse.yaml"
    path.chmod(0o640)
    assert main(["translate", "update", "--locale", "si"]) == 0
    assert path.stat().st_mode & 0o777 == 0o640
    path.write_text(SINHALA, encoding="utf-8")
    path.chmod(0o440)
    capsys.readouterr()
    assert main(["translate", "update", "nurse", "--locale", "si"]) == 3
    assert capsys.readouterr() == (
        "",
        (
            "source/locales/si/nurse.yaml: it is read-only, and is left as it is\n"
            "  hint: make it one that you may write, if it is to be changed\n"
        ),
    )
    assert path.read_text(encoding="utf-8") == SINHALA
