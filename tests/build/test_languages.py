"""Careers are made in every language there is, and what a language lacks is told."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from pptx import Presentation

from careerkit.build.jobs import plan
from careerkit.cli.command import main
from careerkit.content import read_profile
from careerkit.document.traversal import outline
from careerkit.project.folders import find_folders
from careerkit.translation.catalogues.units import find_units
from tests.school import NURSE, School, as_language, found_school, prepare_sheets

CATALOGUE = """\
career: nurse
translators: [Nimali Perera]
entries:
  - {source: Nurse, target: Infirmière}
  - {source: Ask every patient how the night was, target: Demander à chaque patient}
"""


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> School:
    """A school with English and French, and one career."""
    monkeypatch.chdir(tmp_path)
    school = found_school(tmp_path)
    _write_french(school)
    return school


def _locales(school: School) -> Path:
    return school.folder / "source" / "locales"


def _write_french(school: School, old: str = "", new: str = "") -> None:
    english = (_locales(school) / "en.yaml").read_text(encoding="utf-8")
    french = as_language(english).replace("name: English", "name: Français", 1)
    french = french.replace(
        "english_name: English\nhabits: en-GB", "english_name: French\nfallback: en"
    )
    assert old in french
    (_locales(school) / "fr.yaml").write_text(french.replace(old, new, 1), encoding="utf-8")


def _translate(school: School, text: str = CATALOGUE, tag: str = "fr") -> None:
    (_locales(school) / tag).mkdir(exist_ok=True)
    (_locales(school) / tag / "nurse.yaml").write_text(text, encoding="utf-8")


def _words_of(deck: Path) -> str:
    slides = Presentation(str(deck)).slides
    return "\n".join(
        shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame
    )


def test_a_career_is_made_in_every_language(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If there are two languages, then a build makes both, with one line on what is missing."""
    _translate(school)
    assert main(["--edition", "deck"]) == 0
    captured = capsys.readouterr()
    assert [line.split(":")[0] for line in captured.out.splitlines()] == [
        "output/en/nurse.deck.pptx",
        "output/fr/nurse.deck.pptx",
    ]
    assert captured.err.splitlines()[:2] == [
        (
            "source/locales/fr/nurse.yaml: warning: 6 of 7 texts are not translated into French and"
            " are set in another language; 1 translation is stale: its source text has changed"
        ),
        "  hint: `check --list` gives each, `translate update` puts them into the file",
    ]
    words = _words_of(school.output / "fr" / "nurse.deck.pptx")
    assert "Infirmière" in words
    assert "Care for people when they need it most." in words


def test_check_lists_what_is_missing_and_stale(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a translation has gaps, then ``check`` sums them up, and ``--list`` gives each."""
    _translate(school)
    assert main(["check", "--locale", "fr"]) == 0
    told = capsys.readouterr().err
    assert told.startswith(
        "source/locales/fr/nurse.yaml: warning: 6 of 7 texts are not translated into French and are"
        " set in another language; 1 translation is stale: its source text has changed\n"
    )
    assert told.endswith("checked 1 career in 1 language: 1 warning\n")
    assert main(["check", "--locale", "fr", "--list"]) == 0
    told = capsys.readouterr().err
    assert told.startswith(
        'source/careers/nurse.yaml:3:10: warning: tagline: missing translation: "Care for people'
        ' when they need it most." is not translated into French\n'
        "  hint: add it to source/locales/fr/nurse.yaml; `translate update` does that for all of"
        " them\n"
    )
    assert (
        "source/locales/fr/nurse.yaml:5:14: warning: entries: stale translation: no text here reads"
        ' "Ask every patient how the night was"\n'
        '  hint: the nearest, not translated yet, is "Ask each patient how the night was"'
        " (source/careers/nurse.yaml:7:5)\n"
    ) in told
    assert told.endswith("checked 1 career in 1 language: 7 warnings\n")


def test_labels_a_language_lacks_are_told_together(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If labels and holes are wrong, then all are told in one run, each with its own line."""
    _write_french(school, "  contents: Contents\n", "")
    path = _locales(school) / "fr.yaml"
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"  also_called: .*\n", '  also_called: "{title}"\n', text)
    text = re.sub(r"  work_abroad: .*\n", "", text)
    text = re.sub(r"  where_to_ask: .*\n", "", text)
    path.write_text(text, encoding="utf-8")
    line = text.splitlines().index('  also_called: "{title}"') + 1
    assert main(["check"]) == 1
    labels = text.splitlines().index("labels:") + 2
    while text.splitlines()[labels - 1].strip()[:1] == "#":
        labels += 1
    errors = [one for one in capsys.readouterr().err.splitlines() if " labels" in one]
    assert errors == [
        f"source/locales/fr.yaml:{labels}:3: labels: 2 labels are missing: contents, where_to_ask",
        f"source/locales/fr.yaml:{line}:16: labels.also_called: nothing fills the hole {{title}}",
        f"source/locales/fr.yaml:{line}:16: labels.also_called: the hole {{titles}} is missing",
    ]
    assert not school.output.exists()


def test_a_language_without_labels(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If no label is translated, then one problem lists them and names the file to copy from."""
    (_locales(school) / "fr.yaml").write_text(
        "name: F\nenglish_name: F\nfonts: [Noto Sans]\ndeck_fonts: [Arial]\nlabels: {}\n",
        encoding="utf-8",
    )
    assert main(["check", "--locale", "fr"]) == 1
    told = capsys.readouterr().err
    found = re.search(
        r"^source/locales/fr.yaml:5:9: labels: (\d+) labels are missing: (.*)\n"
        r"  hint: copy them from source/locales/en.yaml, then translate$",
        told,
        re.MULTILINE,
    )
    assert found
    assert len(found[2].split(", ")) == int(found[1]) > 20
    assert told.splitlines()[-1] == (
        "checked 1 career in 1 language: 1 error and 1 warning; 3 of 3 files cannot be made"
    )


@pytest.mark.parametrize("tag", ["fr", "en"])
def test_a_miswritten_label_is_told_once(
    school: School, tag: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a label has a brace too few, then that is told once, at its line, in all languages."""
    path = _locales(school) / f"{tag}.yaml"
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"  the_work: .*", '  the_work: "what {indefinite"', text)
    path.write_text(text, encoding="utf-8")
    line = text.splitlines().index('  the_work: "what {indefinite"') + 1
    assert main(["check", "--locale", "en,en-XA,fr"]) == 1
    errors = [one for one in capsys.readouterr().err.splitlines() if "label" in one]
    assert errors == [
        (
            f"source/locales/{tag}.yaml:{line}:13: labels.the_work: a brace is left open or closed;"
            " write {{ and }} for braces to be printed"
        )
    ]


def test_an_unknown_label_is_warned_of(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If a language has a label that English has not, then that is said, and what is near."""
    pinned = "  month_2: Fevrier\n  language_de: Tudesque\n  country_de: Teutonie\n"
    own = "  contnts: Table\n  own_words: A nous\n  month_13: Rien\n" + pinned
    _write_french(school, "  contents: Contents\n", own)
    main(["check", "--locale", "fr"])
    told = capsys.readouterr().err
    unknown = re.findall(r"labels\.(\w+): unknown label", told)
    assert unknown == ["contnts", "own_words", "month_13"]
    assert 'warning: labels.contnts: unknown label\n  hint: did you mean "contents"?\n' in told
    assert (
        "warning: labels.own_words: unknown label\n  hint: take it out; if a layout of yours prints"
        " it, put it into source/locales/en.yaml too\n"
    ) in told


def test_digits_without_a_font(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If no font has a language's digits, then that is told at its digits:, and is no defect."""
    path = _locales(school) / "en.yaml"
    text = path.read_text(encoding="utf-8").replace("digits: latn", "digits: arab")
    path.write_text(text, encoding="utf-8")
    line = text.splitlines().index("digits: arab") + 1
    assert main(["--locale", "en"]) == 0
    told = [one for one in capsys.readouterr().err.splitlines() if "warning" in one]
    assert len(told) == 2
    assert told[0].startswith(
        f"source/locales/en.yaml:{line}:9: warning: missing glyph: U+0660 (arabic-indic digit zero)"
    )
    assert told[1].endswith("1 warning")


def test_a_region_asks_its_language(school: School) -> None:
    """If a region has a few words of its own, then the rest is its language's, then English."""
    _translate(school)
    (_locales(school) / "fr-CA.yaml").write_text(
        "name: Français (Canada)\nenglish_name: Canadian French\nfonts: [Noto Sans]\n"
        "deck_fonts: [Arial]\nlabels: {questions_title: Vos questions}\n",
        encoding="utf-8",
    )
    entry = "career: nurse\nentries: [{source: Give medicine, target: Donner}]\n"
    _translate(school, entry, "fr-CA")
    assert main(["--locale", "fr-CA", "--edition", "deck", "--quiet"]) == 0
    words = _words_of(school.output / "fr-CA" / "nurse.deck.pptx")
    for expected in ("Infirmière", "Donner", "Write down what was done", "Vos questions"):
        assert expected in words


@pytest.mark.parametrize("tag", ["en-XA", "ar-XB"])
def test_pseudo_languages_are_made_when_named(
    school: School, tag: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a pseudo-language is named, then it is made without a file and without a warning."""
    assert main(["--locale", tag]) == 0
    captured = capsys.readouterr()
    assert [line.split(":")[0] for line in captured.out.splitlines()] == [
        f"output/{tag}/nurse.booklet.pdf",
        f"output/{tag}/nurse.handout.pdf",
        f"output/{tag}/nurse.deck.pptx",
    ]
    assert "no problems" in captured.err
    words = _words_of(school.output / tag / "nurse.deck.pptx")
    assert ("[Ñûŕšé]" if tag == "en-XA" else "\u202eNurse\u202c") in words


def test_a_mistake_in_a_translation_stops_its_files(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a catalogue has an error, then it is told with its line, and that career is not made."""
    _translate(school, CATALOGUE.replace("target: Infirmière", "targt: x"))
    assert main([]) == 1
    told = capsys.readouterr().err
    assert "source/locales/fr/nurse.yaml:4:21: entries[0].targt: unknown field" in told
    assert "not translated" not in told
    assert {path.parent.name for path in school.output.rglob("nurse.*")} == {"en"}


def test_a_changed_translation_is_made_again(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a translation changes, then its files are made again and those of others are not."""
    _translate(school)
    main(["--edition", "deck"])
    capsys.readouterr()
    _translate(school, CATALOGUE.replace("Infirmière", "Infirmier"))
    assert main(["--locale", "fr", "--edition", "deck"]) == 0
    assert "up to date" not in capsys.readouterr().out
    assert "Infirmier\n" in _words_of(school.output / "fr" / "nurse.deck.pptx") + "\n"


@pytest.mark.parametrize("edition", ["booklet", "deck"])
def test_the_colophon_says_how_far_a_translation_is(
    school: School, edition: str, tmp_path: Path
) -> None:
    """If a translation is a draft with gaps, then the colophon says so, and who made it."""
    _translate(school)
    text = _colophon(school, edition)
    for expected in ("Translation:", "Nimali Perera", "is a draft", "not translated yet"):
        assert expected in text
    profile = read_profile(tmp_path / "source" / "careers" / "nurse.yaml", tmp_path / "source")
    entries = "".join(
        f"  - {{source: {json.dumps(unit.source)}, target: x}}\n" for unit in find_units(profile)
    )
    _translate(school, f"career: nurse\nstatus: reviewed\nentries:\n{entries}")
    text = _colophon(school, edition)
    for unexpected in ("Translation:", "draft", "not translated"):
        assert unexpected not in text


def _colophon(school: School, edition: str) -> str:
    folders = find_folders(school.folder / "source", school.folder / "layouts")
    (job,) = plan(folders, ["nurse"], ["fr"], [edition])
    (sheet,) = prepare_sheets(folders, [job])
    (section,) = [one for one in sheet.document.sections if one.name == "sources"]
    return outline(replace(sheet.document, sections=(section,)))


def test_doubtful_words_are_warned_of(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If a translation does not keep a term, or copies its source, then a build says so."""
    _translate(school, CATALOGUE + "  - {source: Give medicine, target: Give medicine}\n")
    (_locales(school) / "fr" / "terms.yaml").write_text(
        "- {term: patient, target: malade}\n- {term: nurse, target: infirmier}\n", encoding="utf-8"
    )
    assert main(["--edition", "deck", "--locale", "fr"]) == 0
    told = capsys.readouterr().err
    assert (
        'source/locales/fr/nurse.yaml:4:29: warning: entries: the term "nurse" is not translated as'
        ' "infirmier"\n  hint: use that word, or add a form of it to forms: in terms.yaml'
    ) in told
    assert "nurse.yaml:6:37: warning: entries: the translation is the same as the source" in told
    (_locales(school) / "fr" / "terms.yaml").write_text("- {trm: x}\n", encoding="utf-8")
    assert main(["check"]) == 1
    assert "fr/terms.yaml:1:4: terms[0].trm: unknown field" in capsys.readouterr().err


def test_strays_are_warned_of(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If a translation is of no career or of no language, then ``check`` says so."""
    _translate(school)
    (_locales(school) / "fr" / "nurse.yaml").rename(_locales(school) / "fr" / "nurze.yaml")
    _translate(school, tag="ta")
    assert main(["check", "--locale", "en"]) == 0
    assert capsys.readouterr().err == (
        'source/locales/fr/nurze.yaml: warning: there is no career "nurze"\n'
        '  hint: did you mean "nurse"?\n'
        'source/locales/ta/nurse.yaml: warning: there is no language "ta"\n'
        "  hint: write source/locales/ta.yaml, or correct the folder's name\n"
        "checked 1 career in 1 language: 2 warnings\n"
    )


def test_a_profile_is_looked_through_too(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a profile has a word in two scripts or a lost joiner, then ``check`` says so."""
    school.write_career("nurse", NURSE.replace("comfort.", "c\u043emfort, විද්යාව."))
    assert main(["check", "--locale", "en"]) == 0
    told = capsys.readouterr().err
    assert (
        'nurse.yaml:5:70: warning: overview.work: "c\u043emfort" mixes Latin and Cyrillic' in told
    )
    assert 'nurse.yaml:5:79: warning: overview.work: "විද්යාව" has lost a joiner' in told


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("terms", "among translations it is the language's terms"),
        ("Terms", "among translations it is the language's terms"),
        ("labels", "among translations it is the language's labels"),
        ("all", "on the command line it means every career"),
        ("con", "on Windows it is a device, and no file may have it"),
        ("com1.old", "on Windows it is a device, and no file may have it"),
    ],
)
def test_a_name_that_means_something_else(
    name: str, meaning: str, school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a career has a name with another meaning, then that is told, and no language breaks."""
    school.write_career(name, NURSE)
    (_locales(school) / "en").mkdir()
    (_locales(school) / "en" / "terms.yaml").write_text("- {term: nurse, target: nurse}\n")
    assert main(["check"]) == 1
    assert (
        f'source/careers/{name}.yaml: a career cannot be called "{name}": {meaning}\n  hint: rename'
        f" the file and its translations, for example to career-{name}.yaml\n"
    ) in (told := capsys.readouterr().err)
    assert "terms.yaml:" not in told.replace(f"careers/{name}.yaml:", "")


def test_labels_still_in_english_are_counted(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If labels still are English, then they are counted in a line, and ``--list`` names each."""
    _write_french(school, "  contents: Contents\n", "  contents: Sommaire\n")
    path = _locales(school) / "fr.yaml"
    text = path.read_text(encoding="utf-8")
    meant = text.replace("same_as_english: [", "same_as_english: [contentz, ")
    line = next(at for at, one in enumerate(text.splitlines(), 1) if one.startswith("same_as"))
    path.write_text(meant, encoding="utf-8")
    assert main(["check", "--locale", "fr"]) == 0
    labels = [one for one in _messages(capsys.readouterr().err) if "nurse.yaml" not in one]
    assert labels == [
        (
            f"source/locales/fr.yaml:{line}:19: warning: same_as_english:"
            ' no label "contentz"\n  hint: did you mean "contents"?'
        )
    ]
    path.write_text(re.sub("same_as_english: .*", "same_as_english: [pay]", text), encoding="utf-8")
    assert main(["check", "--locale", "fr"]) == 0
    (told,) = [one for one in _messages(capsys.readouterr().err) if "nurse.yaml" not in one]
    counted = re.fullmatch(
        rf"source/locales/fr.yaml:{line + 3}: warning: labels: (\d+) of (\d+) labels are not"
        r" translated into French\n  hint: `check --list` gives each, `translate export labels`"
        r" sends them to translators; those that are to stay are named under same_as_english:",
        told,
    )
    assert counted is not None
    count, total = map(int, counted.groups())
    assert count == total - 2  # without "contents" and "pay"
    assert main(["check", "--locale", "fr", "--list"]) == 0
    labels = [one for one in _messages(capsys.readouterr().err) if ": labels." in one]
    assert len(labels) == count
    work = text.splitlines().index("  work_abroad: Around the world") + 1
    assert (
        f"source/locales/fr.yaml:{work}:16: warning: labels.work_abroad: missing translation:"
        ' "Around the world" is not translated into French\n  hint: translate it there, or name it'
        " under same_as_english: if it is to stay"
    ) in labels
    assert not any("labels.pay:" in one or "labels.contents:" in one for one in labels)


def _messages(told: str) -> list[str]:
    """Problems with their hints, without the line that sums up."""
    return re.findall(r"^\S[^\n]*\n  hint: [^\n]*", told, re.MULTILINE)


def test_a_language_without_a_font_is_told_once(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If many places of a file lack glyphs, then one line counts them; ``--list`` gives each."""
    english = as_language((_locales(school) / "en.yaml").read_text(encoding="utf-8"))
    thai = re.sub(r"(?m)^(  \w+): [A-Z][^{\n]*$", r"\1: งานที่ทำ", english)
    (_locales(school) / "th.yaml").write_text(thai, encoding="utf-8")
    assert main(["check", "--locale", "th"]) == 0
    (told,) = [one for one in _messages(capsys.readouterr().err) if "glyph" in one]
    found = re.fullmatch(
        r"source/locales/th\.yaml:\d+:\d+: warning: missing glyph in (\d+) places: U\+0E07 \(thai"
        r" character ngo ngu\), .* and 1 more\n  hint: put a font that has them into the layouts'"
        r" fonts folder and name it in source/locales/th\.yaml under fonts; `check --list` gives"
        r" each",
        told,
    )
    assert found is not None
    assert main(["check", "--locale", "th", "--list"]) == 0
    each = [one for one in _messages(capsys.readouterr().err) if "missing glyph: U+0E07" in one]
    assert len(each) == int(found[1])
