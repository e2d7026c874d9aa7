"""A language is begun by its tag: what CLDR and the fonts know stands in its file."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from careerkit.cli.command import main
from careerkit.cli.translate.language_fonts import choose_fonts, noto_family
from careerkit.content import read_locale
from careerkit.translation.locales.label_check import is_optional
from careerkit.translation.locales.label_forms import has_words
from careerkit.translation.locales.new_locale import (
    UnknownLanguageError,
    check_tag,
    language_names,
)
from careerkit.translation.locales.untranslated_labels import find_untranslated
from careerkit.translation.words.labels import forms_of
from tests.school import School, found_school
from tests.shipped import ROOT


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> School:
    """A school with English alone."""
    monkeypatch.chdir(tmp_path)
    return found_school(tmp_path)


def _locale(school: School, tag: str) -> Path:
    return school.folder / "source" / "locales" / f"{tag}.yaml"


def test_a_language_without_a_font_here(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If no font has a language's letters, then the file and a warning say which to put there."""
    assert main(["translate", "begin", "--locale", "ur"]) == 0
    text = _locale(school, "ur").read_text(encoding="utf-8")
    line = text.splitlines().index("fonts: [Noto Sans]") + 1
    assert capsys.readouterr() == (
        "source/locales/ur.yaml\n",
        (
            f"source/locales/ur.yaml:{line}: warning: fonts: no font in layouts/fonts has the"
            " letters of ur\n  hint: put NotoNastaliqUrdu-Regular.ttf and NotoNastaliqUrdu-Bold.ttf"
            " there, with their licence, and name Noto Nastaliq Urdu here\n"
        ),
    )
    assert "# fonts: [Noto Sans, Noto Nastaliq Urdu]\n" in text
    assert "from right to left" in text
    locale, english = read_locale(_locale(school, "ur")), read_locale(_locale(school, "en"))
    assert (locale.name, locale.english_name) == ("اردو", "Urdu")
    needed = {name: label for name, label in english.labels.items() if not is_optional(name)}
    assert list(locale.labels) == list(needed)
    with_words = [name for name, label in needed.items() if has_words(label)]
    assert list(find_untranslated(locale, english)) == with_words
    for comment in re.findall("^  #.*", _locale(school, "en").read_text("utf-8"), re.MULTILINE):
        assert comment in text
    assert main(["translate", "status", "labels", "--locale", "ur"]) == 0
    assert capsys.readouterr().out.splitlines()[1].split()[2:] == [
        *("0", "0", "0", "0", str(len(with_words)), "0", "%")
    ]


@pytest.mark.parametrize(
    ("tag", "name", "families"),
    [
        ("fr", "Français", ["Noto Sans"]),
        ("si", "සිංහල", ["Noto Sans", "Noto Sans Sinhala"]),
        ("ta", "தமிழ்", ["Noto Sans", "Noto Sans Tamil"]),
        ("ru", "Русский", ["Noto Sans"]),
    ],
)
def test_a_language_that_can_be_made_at_once(
    school: School, tag: str, name: str, families: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """If a font here has the letters, then it is named, and careers can be made at once."""
    assert main(["translate", "begin", "--locale", tag]) == 0
    assert capsys.readouterr() == (f"source/locales/{tag}.yaml\n", "")
    locale = read_locale(_locale(school, tag))
    assert (str(locale.name), list(map(str, locale.fonts))) == (name, families)
    assert main(["--locale", tag, "--edition", "booklet"]) == 0
    assert "error" not in (told := capsys.readouterr().err)
    assert "glyph" not in told
    assert "labels are not translated into" in told


def test_plural_forms_of_the_language_stand_there(school: School) -> None:
    """If a language has other plural forms than English, then its labels have them."""
    assert main(["translate", "begin", "--locale", "ar,ja"]) == 0
    arabic = forms_of(read_locale(_locale(school, "ar")).labels["minutes"])
    assert list(arabic) == ["zero", "one", "two", "few", "many", "other"]
    assert arabic["one"] == "{count} minute"
    assert arabic["two"] == "{count} minutes"
    assert list(forms_of(read_locale(_locale(school, "ja")).labels["minutes"])) == ["other"]


def test_a_region_takes_over_what_its_language_has(school: School) -> None:
    """If a language is there without its region, then the new file has no labels of its own yet."""
    assert main(["translate", "begin", "--locale", "hr"]) == 0
    assert main(["translate", "begin", "--locale", "hr_BA"]) == 0
    path = _locale(school, "hr-BA")
    assert read_locale(path).labels == {}
    assert main(["check", "--locale", "hr-BA"]) == 0
    po = 'msgid ""\nmsgstr "Language: hr_BA\\n"\n\nmsgctxt "label:pay"\nmsgid "Pay"\nmsgstr "Plata"'
    (school.folder / "x.po").write_text(po + "\n", encoding="utf-8")
    assert main(["translate", "import", "x.po"]) == 0
    assert path.read_text(encoding="utf-8").endswith('\nlabels:\n  pay: "Plata"\n')


def test_a_file_that_is_there_stays(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If one of the languages is there, then it stays, and none is begun."""
    before = _locale(school, "en").read_bytes()
    assert main(["translate", "begin", "--locale", "fr,en"]) == 2
    assert capsys.readouterr().err == (
        "source/locales/en.yaml is there already, and is left as it is\n"
        "  hint: `translate update labels` adds the labels that it lacks\n"
    )
    assert _locale(school, "en").read_bytes() == before
    assert not _locale(school, "fr").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--locale", "qaa"], 'CLDR knows no language "qaa"\n  hint: did you mean "aa" (Afar)'),
        (["--locale", "Urdu"], 'CLDR knows no language "Urdu"\n  hint: did you mean "ur" (Urdu)'),
        (["--locale", "हिन्दी"], 'no language "हिन्दी"\n  hint: did you mean "hi" (Hindi)?'),
        (["--locale", "x y"], "  hint: give the tag of a language by BCP 47, such as ur for Urdu"),
        (["--locale", "fr-XQ"], 'no script or region "XQ"\n  hint: leave it out: fr (French)'),
        (["--locale", "../en"], 'CLDR knows no language "../en"'),
        ([], "no language was named\n  hint: name it by its tag: `translate begin --locale ur`"),
        (["nurse", "--locale", "ur"], "begin is for a language\n  hint: name it by its tag"),
        (["--locale", "ur", "--force"], "begin has no --force"),
    ],
)
def test_what_is_no_language_is_refused(
    school: School, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a tag is none that CLDR knows, then the nearest are named and nothing is written."""
    assert main(["translate", "begin", *arguments]) == 2
    assert told in capsys.readouterr().err
    assert [path.name for path in _locale(school, "x").parent.iterdir()] == ["en.yaml"]


def test_labels_between_braces_are_begun_too(school: School) -> None:
    """If the English labels stand between braces, then each has a line in the new file."""
    text = (
        "name: English\nenglish_name: English\nfonts: [Noto Sans]\ndeck_fonts: [Arial]\n"
        'labels: {pay: Pay, country_us: US, minutes: {one: "{count} m", other: "{count} m"}}\n'
    )
    _locale(school, "en").write_text(text, encoding="utf-8")
    assert main(["translate", "begin", "--locale", "ja"]) == 0
    assert (
        _locale(school, "ja")
        .read_text(encoding="utf-8")
        .endswith('\nlabels:\n  pay: "Pay"\n  minutes:\n    other: "{count} m"\n')
    )


def test_a_font_put_there_is_chosen(tmp_path: Path) -> None:
    """If a family has the letters, then it is chosen, were it not of Noto; a broken one is not."""
    fonts = ROOT / "layouts" / "fonts"
    for weight in ("Regular", "Bold"):
        shutil.copy(fonts / f"NotoSans-{weight}.ttf", tmp_path)
        shutil.copy(fonts / f"NotoSansTamil-{weight}.ttf", tmp_path / f"OurTamil-{weight}.ttf")
    (tmp_path / "Broken-Regular.ttf").write_bytes(b"no font")
    assert choose_fonts("ta", tmp_path).families == ("Noto Sans", "Our Tamil")
    assert choose_fonts("si", tmp_path).missing == "Noto Sans Sinhala"


@pytest.mark.parametrize(
    ("tag", "family"),
    [
        ("hi", "Noto Sans Devanagari"),
        ("ar", "Noto Sans Arabic"),
        ("ur", "Noto Nastaliq Urdu"),
        ("zh-Hant", "Noto Sans TC"),
        ("bn", "Noto Sans Bengali"),
        ("fr", "Noto Sans"),
        ("th", "Noto Sans Thai"),
    ],
)
def test_noto_has_a_family_for_a_script(tag: str, family: str) -> None:
    """If a language is written in a script, then its family of Noto is named as Noto names it."""
    assert noto_family(tag) == family


def test_names_are_those_of_cldr() -> None:
    """If CLDR knows a language, then its names are CLDR's; else the English one stands for both."""
    assert language_names("hi") == ("हिन्दी", "Hindi")
    assert language_names("sr-Latn") == ("Srpski (latinica)", "Serbian (Latin)")
    assert check_tag("UR_pk") == "ur-PK"
    assert check_tag("zh_hant") == "zh-Hant"
    with pytest.raises(UnknownLanguageError):
        check_tag("")
