"""One broken thing stops itself alone, and ``check`` says of it what a build does."""

from __future__ import annotations

import errno
import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from careerkit.build import languages
from careerkit.cli.command import main
from careerkit.content import Locale, Profile
from careerkit.document.blocks import Document
from careerkit.document.section_kinds import Medium
from careerkit.editions.task import open_library
from careerkit.layout import Layout, render_document
from careerkit.translation.words.locale_words import Words
from tests.school import NURSE, School, found_school
from tests.shipped import ROOT

ALL = frozenset(
    f"{tag}/{career}.{edition}"
    for tag in ("en", "fr")
    for career in ("diver", "nurse")
    for edition in ("booklet.pdf", "handout.pdf", "deck.pptx")
)


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[School]:
    """A school with two careers in two languages, both whole."""
    open_library.cache_clear()  # fonts are known by the names of their folders
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_, **__: tmp_path / "log")
    school = found_school(tmp_path)
    school.write_career("diver", NURSE.replace("Nurse", "Diver"))
    locales = tmp_path / "source" / "locales"
    text = (locales / "en.yaml").read_text(encoding="utf-8")
    (locales / "fr.yaml").write_text(text.replace("name: English", "name: Français", 1))
    for career in ("diver", "nurse"):
        write_catalogue(school, career, "Soigner")
    yield school
    open_library.cache_clear()


def write_catalogue(school: School, career: str, target: str) -> None:
    """Write the French of a career."""
    path = school.folder / "source" / "locales" / "fr" / f"{career}.yaml"
    path.parent.mkdir(exist_ok=True)
    source = "Care for people when they need it most."
    entries = f"entries: [{{source: {source}, target: {target}}}]"
    path.write_text(f"career: {career}\n{entries}\n", encoding="utf-8")


def made_by(school: School) -> set[str]:
    """The names of the files in the output folder."""
    return {name for name in school.made() if not name.startswith(".")}


def change(path: Path, old: str, new: str) -> None:
    """Put other words into a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def break_profile(school: School) -> None:
    """Write an unknown field."""
    school.write_career("diver", NURSE.replace("tagline", "tagllne"))


def break_locale(school: School) -> None:
    """Write a language that is no YAML."""
    (school.folder / "source" / "locales" / "fr.yaml").write_text("name: [Français\n")


def take_label(school: School) -> None:
    """Take a label out of a language that booklet and deck use."""
    path = school.folder / "source" / "locales" / "fr.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"  cover_alt: .*\n", "", text), encoding="utf-8")


def take_label_of_decks(school: School) -> None:
    """Take a label out of a language that decks alone use."""
    path = school.folder / "source" / "locales" / "fr.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"  continued: .*\n", "", text), encoding="utf-8")


def break_last_language(school: School) -> None:
    """Break the language that all others fall back on."""
    change(school.folder / "source" / "locales" / "en.yaml", "labels:", "labells:")


def break_catalogue(school: School) -> None:
    """Write an unknown field into a translation."""
    path = school.folder / "source" / "locales" / "fr" / "nurse.yaml"
    change(path, "target:", "targt:")


def hide_catalogue(school: School) -> None:
    """Put a folder into the place of a translation."""
    path = school.folder / "source" / "locales" / "fr" / "nurse.yaml"
    path.unlink()
    path.mkdir()


def break_terms(school: School) -> None:
    """Break the terms of a language, of which nothing is made."""
    (school.folder / "source" / "locales" / "fr" / "terms.yaml").write_text("- trm: x\n")


def break_template(school: School) -> None:
    """Leave a block of a template open."""
    path = school.folder / "layouts" / "classic" / "deck.xml"
    path.write_text(path.read_text(encoding="utf-8") + "{% if %}", encoding="utf-8")


def break_template_for_one(school: School) -> None:
    """Have a template give a kind of page for one career that there is not."""
    path = school.folder / "layouts" / "classic" / "booklet.xml"
    kind = """kind="{{ 'spar' if profile.id == 'nurse' else 'spare' }}\""""
    change(path, 'kind="spare"', kind)


def break_theme(school: School) -> None:
    """Write a colour that is none."""
    path = school.folder / "layouts" / "classic" / "theme.yaml"
    path.write_text("colours: [\n", encoding="utf-8")


def break_pair_of_fonts(school: School) -> None:
    """Break a font that decks alone are measured with."""
    (school.folder / "layouts" / "fonts" / "Arimo-Regular.ttf").write_bytes(b"no font")


@pytest.mark.parametrize(
    ("plant", "code", "lost"),
    [
        (break_profile, 1, r".*/diver\."),
        (break_locale, 1, r"fr/"),
        (take_label, 1, r"fr/.*(booklet|deck)"),
        (take_label_of_decks, 1, r"fr/.*pptx"),
        (break_last_language, 1, r"en/"),
        (break_catalogue, 1, r"fr/nurse"),
        (hide_catalogue, 3, r"fr/nurse"),
        (break_terms, 1, r"none"),
        (break_template, 1, r".*pptx"),
        (break_template_for_one, 1, r".*/nurse\.booklet"),
        (break_theme, 1, r".*"),
        (break_pair_of_fonts, 1, r".*pptx"),
    ],
    ids=lambda value: value.__name__ if callable(value) else str(value),
)
@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_broken_thing_stops_itself_alone(
    school: School,
    plant: Callable[[School], None],
    code: int,
    lost: str,
    processes: str,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """If a thing is broken, then what needs it is not made, and ``check`` says the same."""
    plant(school)
    kept = {name for name in ALL if not re.match(lost, name)}
    assert main(["check", "--jobs", processes]) == code
    checked = capfd.readouterr().err.splitlines()
    assert not school.output.exists()
    assert main(["build", "--jobs", processes]) == code
    told = capfd.readouterr()
    assert made_by(school) == kept
    assert {line.split(":")[0] for line in told.out.splitlines()} == {
        f"output/{name}" for name in kept
    }
    *problems, summary = told.err.splitlines()
    assert problems == checked[:-1]
    assert not [line for line in problems if "bug" in line]
    if len(kept) < len(ALL):
        missed = len(ALL) - len(kept)
        assert checked[-1].endswith(f"; {missed} of {len(ALL)} files cannot be made")
        assert f", {missed} file" in summary or "; nothing was made" in summary
    # With nothing changed, what was made is up to date, and the rest is told again.
    assert main(["build", "--jobs", processes]) == code
    assert capfd.readouterr().err.splitlines()[:-1] == problems
    assert main(["check", "--jobs", processes]) == code
    assert capfd.readouterr().err.splitlines()[:-1] == problems


def test_strict_makes_what_there_is_no_warning_about(
    school: School, capfd: pytest.CaptureFixture[str]
) -> None:
    """If there are warnings about some files, then --strict makes the others; ``check`` says so."""
    pay = "pay: [{region: Here, low: 1000, high: 2000, currency: LKR, period: month}]\n"
    school.write_career("diver", NURSE.replace("Nurse", "Diver") + pay)
    shutil.rmtree(school.folder / "source" / "locales" / "fr")  # what is left is not translated
    for again in (False, True):
        for command in ("check", "build"):
            assert main([command]) == 0, (command, again)
            assert (
                main([command, "--strict", "--output", "strict"][: 4 if command == "build" else 2])
                == 1
            )
    told = capfd.readouterr().err.splitlines()
    assert told[-1].endswith("warnings, and --strict was given")
    strict = {path.relative_to("strict").as_posix() for path in Path("strict").rglob("*.p*")}
    assert strict == {name for name in ALL if name.startswith("en/nurse.")}
    assert made_by(school) == ALL


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_bug_in_one_file_stops_that_file(
    school: School,
    command: str,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """If the program fails at one file, then career, language and edition are named, exit 70."""

    def render(
        layout: Layout, template: str, medium: Medium, profile: Profile, words: Words, *rest: object
    ) -> Document:
        if (profile.id, template, words.locale.tag) == ("nurse", "deck", "en"):
            raise RuntimeError("the wheel came off")
        return render_document(layout, template, medium, profile, words, *rest)

    monkeypatch.setattr("careerkit.build.reading.render_document", render)
    school.write_career("extra", NURSE.replace("tagline", "tagllne"))
    assert main([command, "--json"]) == 70
    told = capfd.readouterr()
    lines = told.err.splitlines()
    assert lines[0] == (
        "output/en/nurse.deck.pptx (nurse, en, deck): this is a bug in careerkit, not in your"
        " files: RuntimeError: the wheel came off"
    )
    report = Path(lines[1].removeprefix("  report: ")).read_text(encoding="utf-8")
    assert "while making: output/en/nurse.deck.pptx (nurse, en, deck)" in report
    assert "the wheel came off" in report
    assert lines[-1].endswith("1 bug" if command == "build" else "7 of 18 files cannot be made")
    events = [json.loads(line) for line in told.out.splitlines()]
    (crashed,) = [event for event in events if event["event"] == "crashed"]
    assert (crashed["career"], crashed["locale"], crashed["edition"]) == ("nurse", "en", "deck")
    if command == "build":
        assert made_by(school) == ALL - {"en/nurse.deck.pptx"}


@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_bug_in_the_drawing_is_found_by_check_too(
    school: School,
    processes: str,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """If a file cannot be drawn for a bug, then ``check`` ends in 70 as a build does."""

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("no ink")

    monkeypatch.setattr("careerkit.pdf.write_pdf", fail)
    for command in ("check", "build"):
        assert main([command, "--jobs", processes, "nurse", "--locale", "en"]) == 70
        assert capfd.readouterr().err.startswith(
            "output/en/nurse.booklet.pdf (nurse, en, booklet): this is a bug in careerkit"
        )
    assert made_by(school) == {"en/nurse.deck.pptx"}


def test_a_bug_in_what_is_said_of_a_file_stops_that_career(
    school: School, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """If looking through a career fails, then that career is not made and the others are."""

    def fail(profile: Profile) -> tuple[()]:
        if profile.id == "nurse":
            raise RuntimeError("no ruler")
        return ()

    monkeypatch.setattr("careerkit.build.reading.check_profile", fail)
    assert main([]) == 70
    assert made_by(school) == {name for name in ALL if "diver" in name}
    told = capfd.readouterr().err.splitlines()
    assert "(nurse, en, booklet): this is a bug in careerkit" in told[0]
    assert told[3] == (
        "output/en/nurse.handout.pdf (nurse, en, handout): the same bug as in"
        " output/en/nurse.booklet.pdf"
    )


@pytest.mark.parametrize(
    ("reader", "file", "lost"),
    [
        ("read_catalogue", "fr/nurse.yaml", "fr/nurse"),
        ("read_locale", "fr.yaml", "fr/"),
        ("check_labels", "fr.yaml", "fr/"),
        ("translate_profile", "fr", "fr/nurse"),
    ],
)
def test_a_bug_in_reading_never_makes_half_of_a_file(
    school: School,
    reader: str,
    file: str,
    lost: str,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """If reading a translation fails, then no file is made as if there were none."""
    inner = getattr(languages, reader)

    def fail(first: object, *rest: object) -> object:
        named = first.place.file if isinstance(first, Locale) else first
        is_it = (
            (first.id, rest[0]) == ("nurse", file)
            if isinstance(first, Profile)
            else (isinstance(named, str | Path) and str(named).endswith(f"locales/{file}"))
        )
        if is_it:
            raise RuntimeError("no spectacles")
        return inner(first, *rest)

    monkeypatch.setattr(languages, reader, fail)
    assert main([]) == 70
    assert made_by(school) == {name for name in ALL if not name.startswith(lost)}
    assert "RuntimeError: no spectacles" in capfd.readouterr().err


def test_a_file_that_cannot_be_looked_at_is_no_bug(
    school: School, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """If the system refuses something in looking through a career, then that is told, exit 3."""

    def fail(profile: Profile) -> tuple[()]:
        if profile.id == "nurse":
            raise OSError(errno.EIO, "Input/output error", "source/images/ward.jpg")
        return ()

    monkeypatch.setattr("careerkit.build.reading.check_profile", fail)
    for command in ("check", "build"):
        assert main([command]) == 3
        assert capfd.readouterr().err.startswith(
            "source/images/ward.jpg: cannot be read: input/output error\n"
        )
    assert made_by(school) == {name for name in ALL if "diver" in name}


def test_a_kind_of_page_that_there_is_not_is_told_by_check(
    school: School, capfd: pytest.CaptureFixture[str]
) -> None:
    """If a layout gives one career a kind that booklets lack, then it is told with its line."""
    (school.folder / "layouts" / "spar").mkdir()
    folder = school.folder / "layouts" / "spar"
    (folder / "theme.yaml").write_text("extends: classic\n", encoding="utf-8")
    text = (ROOT / "layouts" / "classic" / "booklet.xml").read_text(encoding="utf-8")
    kind = """kind="{{ 'spar' if profile.id == 'nurse' else 'spare' }}\""""
    (folder / "booklet.xml").write_text(text.replace('kind="spare"', kind), encoding="utf-8")
    for command in ("check", "build"):
        assert main([command, "--layout", "spar", "--locale", "en"]) == 1
        told = capfd.readouterr().err
        words = r"layouts/spar/booklet\.xml:\d+: section\.kind: 'spar' is not a kind of page"
        assert re.match(words, told)
    assert made_by(school) == {
        "en/diver.booklet.pdf",
        "en/diver.handout.pdf",
        "en/diver.deck.pptx",
        "en/nurse.handout.pdf",
        "en/nurse.deck.pptx",
    }


@pytest.mark.parametrize("command", ["status", "update", "export"])
def test_a_broken_translation_stops_its_part_alone(
    school: School, command: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """If a translation is broken, then translators are helped with the others, exit 1 or 3."""
    path = school.folder / "source" / "locales" / "fr" / "nurse.yaml"
    change(path, "target:", "targt:")
    broken = path.read_bytes()
    assert main(["translate", command]) == 1
    told = capfd.readouterr()
    assert "source/locales/fr/nurse.yaml:2:61: entries[0].targt: unknown field" in told.err
    assert "diver" in told.out
    assert "nurse" not in told.out
    assert path.read_bytes() == broken
    path.unlink()
    path.mkdir()
    assert main(["translate", command]) == 3
    told = capfd.readouterr()
    assert "source/locales/fr/nurse.yaml: cannot be read: is a directory\n  hint: " in told.err
    assert "diver" in told.out
