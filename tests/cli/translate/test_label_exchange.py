"""The labels of a language go to translators as PO and come back into its file, as careers do."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from careerkit.cli.command import main
from careerkit.content import read_locale
from careerkit.translation.locales.untranslated_labels import find_untranslated
from careerkit.translation.words.plural_forms import plural_examples
from tests.school import School, found_school

HEAD = """\
# The head of the file
name: Hrvatski
english_name: Croatian
fonts: [Noto Sans]
deck_fonts: [Arial]
labels:
  # Cover
  booklet_eyebrow: Career guide  # small
  pay: Pay

  # Lengths of time
  minutes:
    one: "{count} minute"
    few: "{count} minutes"
    other: "{count} minutes"
  day_at_work: "{title} today"
# The end
"""
ENGLISH = """\
name: English
english_name: English
fonts: [Noto Sans]
deck_fonts: [Arial]
labels:
  booklet_eyebrow: Career guide
  pay: Pay
  contents: "Con\\_tents"
  minutes: {one: "{count} minute", other: "{count} minutes"}
  pay_row_label: "{level}, {region}"
  day_at_work: "{title} today"
"""


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> School:
    """A school with a few English labels and a Croatian file of them."""
    monkeypatch.chdir(tmp_path)
    school = found_school(tmp_path)
    locales = tmp_path / "source" / "locales"
    (locales / "en.yaml").write_text(ENGLISH, encoding="utf-8")
    (locales / "hr.yaml").write_text(HEAD, encoding="utf-8")
    return school


def _path(school: School) -> Path:
    return school.folder / "source" / "locales" / "hr.yaml"


def _text(school: School) -> str:
    return _path(school).read_text(encoding="utf-8")


def _export(school: School) -> Path:
    assert main(["translate", "export", "labels"]) == 0
    return school.output / "hr" / "labels.po"


def _fill(path: Path, targets: dict[str, str]) -> None:
    """Write translations into a PO file by the contexts of its messages."""
    text = path.read_text(encoding="utf-8")
    for context, target in targets.items():
        text, count = re.subn(
            rf'(msgctxt "label:{re.escape(context)}"\nmsgid .*\nmsgstr ").*"',
            lambda found, target=target: f'{found[1]}{target}"',  # type: ignore[misc]  # bound
            text,
        )
        assert count == 1
    path.write_text(text, encoding="utf-8")


def test_labels_go_out(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If labels are exported, then each form is a message that says what it is for."""
    path = _export(school)
    assert capsys.readouterr() == ("output/hr/labels.po\n", "")
    text = path.read_text(encoding="utf-8")
    assert '"Project-Id-Version: labels\\n"' in text
    assert '"X-Source-Language: en\\n"' in text
    assert (
        "#. plural form: few, for 2, 3, 4, 22\n"
        "#. filled in by the program, to be kept as they are: {count}\n"
        "#: source/locales/en.yaml:9\n"
        'msgctxt "label:minutes.few"\n'
        'msgid "{count} minutes"\n'
        'msgstr ""\n'
    ) in text
    assert "pay_row_label" not in text
    subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(path)], check=True)


def test_labels_come_back(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If labels come back, then they stand in the file, in order, and its comments stay."""
    path = _export(school)
    targets = {
        "booklet_eyebrow": "Vodič",
        "contents": "Sa\u00a0držaj",
        "minutes.one": "{count} minuta",
        "minutes.few": "{count} minute",
        "minutes.other": "{count} minuta",
        "day_at_work": "Danas: {title}",
    }
    _fill(path, targets)
    _path(school).chmod(0o640)
    capsys.readouterr()
    assert main(["translate", "import", str(path)]) == 0
    assert capsys.readouterr() == (
        f"source/locales/hr.yaml: 6 taken over from {path.as_posix()}\n",
        "",
    )
    assert _path(school).stat().st_mode & 0o777 == 0o640
    assert _text(school) == HEAD.replace("Career guide  #", '"Vodič"  #').replace(
        "  pay: Pay\n", '  pay: Pay\n  contents: "Sa\\_držaj"\n'
    ).replace('"{count} minute"\n', '"{count} minuta"\n').replace(
        'few: "{count} minutes"', 'few: "{count} minute"'
    ).replace('other: "{count} minutes"', 'other: "{count} minuta"').replace(
        '"{title} today"', '"Danas: {title}"'
    )
    # A second time nothing changes, and what goes out comes back as it is.
    again = _export(school)
    before = _text(school)
    assert main(["translate", "import", str(again)]) == 0
    assert _text(school) == before


def test_work_done_meanwhile_stays(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If a label was translated here since the export, then it stays, and that is told."""
    path = _export(school)
    _fill(path, {"booklet_eyebrow": "Vodič", "day_at_work": "Danas: {title}"})
    _path(school).write_text(HEAD.replace("Career guide", "Priručnik"), encoding="utf-8")
    capsys.readouterr()
    assert main(["translate", "import", str(path)]) == 0
    captured = capsys.readouterr()
    assert captured.out.endswith("1 taken over from " + path.as_posix() + ", 1 kept as before\n")
    assert (
        "the label booklet_eyebrow has changed since this file was exported and stays"
        ' "Priručnik" (source/locales/hr.yaml:8:20), not "Vodič"\n'
        "  hint: if this one is better, write it there, or import with --force\n"
    ) in captured.err
    assert "Priručnik" in _text(school)
    assert main(["translate", "export", "labels"]) == 1
    assert "it holds 1 change that source/locales/hr.yaml lacks" in capsys.readouterr().err
    assert main(["translate", "import", str(path), "--force"]) == 0
    assert "Vodič" in _text(school)


@pytest.mark.parametrize(
    ("context", "target", "told"),
    [
        (
            "day_at_work",
            "Danas",
            (
                "the label day_at_work: the hole {title} is missing\n"
                "  hint: put {title} where it belongs in the sentence"
            ),
        ),
        (
            "day_at_work",
            "Danas: {naslov}",
            (
                "the label day_at_work: nothing fills the hole {naslov}\n"
                "  hint: this label's holes: {title}"
            ),
        ),
        (
            "pay",
            "Pay",
            (
                "warning: the label pay has its English text\n"
                "  hint: it is taken as meant, and named under same_as_english:"
            ),
        ),
    ],
)
def test_a_doubtful_label_is_told(
    school: School, context: str, target: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a label lacks a hole or still is English, then that is told, and the others are taken."""
    path = _export(school)
    _fill(path, {context: target, "booklet_eyebrow": "Vodič"})
    capsys.readouterr()
    assert main(["translate", "import", str(path)]) == ("warning" not in told)
    assert told in capsys.readouterr().err
    locale = read_locale(_path(school))
    assert locale.labels["booklet_eyebrow"] == "Vodič"
    assert locale.labels["day_at_work"] == "{title} today"
    assert list(map(str, locale.same_as_english)) == (["pay"] if context == "pay" else [])


def test_messages_without_a_label_are_told(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a PO file names labels, forms or English texts that there are not, then each is told."""
    po = 'msgid ""\nmsgstr "Language: hr\\n"\n'
    for context, source in (
        ("pai", "Pay"),
        ("minutes.two", "{count} minutes"),
        ("pay.one", "Pay"),
        ("contents", "Table of contents"),
    ):
        po += f'\nmsgctxt "label:{context}"\nmsgid "{source}"\nmsgstr "Nešto {{count}}"\n'
    po += '\n#, fuzzy\nmsgctxt "label:pay"\nmsgid "Pay"\nmsgstr "Plaća"\n'
    (school.folder / "x.po").write_text(po, encoding="utf-8")
    before = _text(school)
    assert main(["translate", "import", "x.po"]) == 1
    assert re.findall(r"^x.po:\d+: (.*)", capsys.readouterr().err, re.MULTILINE) == [
        'warning: there is no label "pai"',
        'the label minutes has no plural form "two"',
        'the label pay has no plural form "one"',
        'the label contents reads "Con tents" in English now',
        "warning: the label pay is marked as fuzzy",
    ]
    assert _text(school) == before


def test_a_file_of_copies_is_no_translation(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If most labels of a PO file are English copies, then none is taken as meant."""
    names = [f"word_{number}" for number in range(12)]
    for path in (_path(school), _path(school).with_name("en.yaml")):
        labels = "".join(f"  {name}: The word {name}\n" for name in names)
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("  pay: Pay\n", f"  pay: Pay\n{labels}"), encoding="utf-8")
    path = _export(school)
    _fill(path, {name: f"The word {name}" for name in names})
    before = _text(school)
    capsys.readouterr()
    assert main(["translate", "import", str(path)]) == 0
    assert (
        "the label word_0 has its English text, and the like in 11 other places, down to line"
    ) in capsys.readouterr().err
    assert _text(school) == before


def test_update_adds_the_labels_a_language_lacks(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If English has labels that a language lacks, then they are added, still to be translated."""
    assert main(["translate", "update", "labels"]) == 0
    assert capsys.readouterr().out == "source/locales/hr.yaml: 2 added, 0 stale\n"
    locale, english = (read_locale(_path(school).with_name(f"{tag}.yaml")) for tag in ("hr", "en"))
    assert list(locale.labels) == list(english.labels)
    assert "contents" in find_untranslated(locale, english)
    assert "# The end" in _text(school)
    assert main(["translate", "update", "labels"]) == 0
    assert capsys.readouterr().out == "source/locales/hr.yaml: nothing to add\n"
    # One that shares the tag takes over what it lacks.
    child = "name: Hrvatski\nenglish_name: C\nfonts: [Noto Sans]\ndeck_fonts: [Arial]\nlabels:\n"
    _path(school).with_name("hr-BA.yaml").write_text(child + "  pay: Plata\n", encoding="utf-8")
    assert main(["translate", "update", "labels", "--locale", "hr-BA"]) == 0
    assert capsys.readouterr().out == "source/locales/hr-BA.yaml: nothing to add\n"


def test_labels_between_braces_are_told(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If labels stand between braces, then no line is one label, and that is said."""
    text = HEAD[: HEAD.index("labels:")] + "labels: {pay: Pay}\n"
    _path(school).write_text(text, encoding="utf-8")
    assert main(["translate", "update", "labels"]) == 1
    assert capsys.readouterr().err.startswith(
        "source/locales/hr.yaml:6:9: labels: labels between braces\n"
        "  hint: write each label in a line of its own, without the braces around them\n"
    )
    assert _text(school) == text


def test_plural_forms_are_those_of_cldr() -> None:
    """If a language has plural forms, then each has numbers that take it."""
    assert plural_examples("hr") == {
        "one": (1, 21, 31, 41),
        "few": (2, 3, 4, 22),
        "other": (0, 5, 6, 7),
    }
    assert list(plural_examples("ar")) == ["zero", "one", "two", "few", "many", "other"]
    assert list(plural_examples("ja")) == ["other"]
