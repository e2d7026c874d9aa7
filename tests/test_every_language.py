"""Any language that CLDR knows can be a locale file, and careers are made in it.

The labels are English, so that what is tried is all that CLDR adds: digits, grouping, money, large
numbers, plural forms, dates, lists, names of countries and languages, direction.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from pathlib import Path

import pytest
from babel import Locale as CldrLocale
from babel import localedata

from careerkit.build.jobs import plan
from careerkit.build.reading import Reader
from careerkit.content import read_locale
from careerkit.editions import EDITIONS, edition_named
from careerkit.editions.task import RenderTask, open_library
from careerkit.project.folders import Folders, find_folders
from careerkit.slides import plan_deck
from careerkit.translation.language_tags import runs_right_to_left
from careerkit.translation.locales.fallback import merge_family
from careerkit.translation.words.cldr_formats import CldrFormats
from careerkit.translation.words.locale_words import Words
from tests.booklet import compose_booklet
from tests.school import found_school
from tests.shipped import CAREER_FILES, CAREERS, LAYOUTS, SOURCE

ALL = sorted(tag for tag in localedata.locale_identifiers() if "_" not in tag)
# One at least of each family of languages and of each kind of script that CLDR has much of.
THIRTY = (
    *("am", "ar", "az", "bn", "cy", "de", "eu", "fa", "fi", "ha", "he", "hi", "hu", "hy", "ja"),
    *("ka", "km", "ko", "lv", "mn", "my", "ps", "ru", "sw", "th", "tr", "ur", "vi", "xh", "yo"),
    *("zh", "zu", "sr-Latn", "zh-Hant"),
)
AMOUNTS = (0, 1, 2, 3, 5, 11, 1.5, Decimal("16.80"), 1234567, 1_200_000_000, -2_500_000, 5 * 10**17)


def _write_locale(folder: Path, tag: str) -> None:
    """Write the least that a language needs: its name, fonts and labels, here those of English."""
    english = (SOURCE / "locales" / "en.yaml").read_text(encoding="utf-8")
    labels = english[english.index("labels:") :]
    head = f"name: {tag}\nenglish_name: {tag}\nfonts: [Noto Sans]\ndeck_fonts: [Arial]\n"
    (folder / f"{tag}.yaml").write_text(head + labels, encoding="utf-8")


def test_all_that_cldr_knows_are_tried() -> None:
    """If CLDR gains languages, then they are tried too; thirty of all families are among them."""
    assert len(ALL) >= 312
    assert len(THIRTY) >= 30
    assert {tag.partition("-")[0] for tag in THIRTY} <= {*ALL}


@pytest.mark.parametrize("tag", ALL)
def test_figures(tag: str) -> None:
    """If CLDR knows a language, then every kind of figure is written, none lost or made up."""
    formats = CldrFormats(tag, None, None)
    for amount in AMOUNTS:
        exact = Decimal(str(amount))
        written = formats.number(amount)
        assert _value(formats, written) == abs(exact)
        assert _value(formats, formats.number(amount, places=2)) == abs(exact)
        assert formats.plural_category(amount) in ("zero", "one", "two", "few", "many", "other")
        compact = formats.compact_number(amount)
        assert compact == written or len(compact) < len(written) + 12
        assert re.search(r"\d", compact)
        assert _value(formats, re.sub("LKR|Rs", "", formats.money(amount, "LKR"))) == abs(exact)
    day = dt.date(2026, 11, 25)
    month, alone = formats.month(day), formats.month(day, alone=True)
    for written in (formats.date(day, month), formats.month_and_year(day, alone)):
        assert " " not in written
    assert month
    assert alone
    assert formats.country("LK")
    assert all(map(formats.language_name, ("en", "si", "zh-Hant", "sr-Latn", "qqq")))
    for count in range(7):
        parts = formats.list_pattern(count)
        assert [part for part in parts if isinstance(part, int)] == [*range(count)]


def _value(formats: CldrFormats, written: str) -> Decimal:
    """Read a number back by the signs that CLDR says the language has."""
    system = formats.cldr.default_numbering_system
    signs = formats.cldr.number_symbols.get(system) or formats.cldr.number_symbols["latn"]
    point = signs.get("decimal", ".")
    whole, _, rest = written.rpartition(point) if _has_point(written, point) else (written, "", "")
    digits = [
        "".join(str(int(each)) for each in part if each.isdecimal()) for part in (whole, rest)
    ]
    return Decimal(f"{digits[0]}.{digits[1] or 0}")


def _has_point(written: str, point: str) -> bool:
    return re.search(rf"\d{re.escape(point)}\d", written) is not None


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """A school with the careers that ship and a locale file for every language."""
    source = tmp_path_factory.mktemp("school") / "source"
    (source / "locales").mkdir(parents=True)
    (source / "careers").mkdir()
    (source / "images").mkdir()
    for path in CAREER_FILES:
        (source / "careers" / path.name).write_bytes(path.read_bytes())
    for tag in {*ALL, *THIRTY}:
        _write_locale(source / "locales", tag)
    return find_folders(source, LAYOUTS, source.parent / "output")


def _lay_out(
    folders: Folders, careers: list[str], tags: list[str], editions: list[str]
) -> list[RenderTask]:
    """Lay careers out; a language warns of missing texts, characters and habits alone."""
    reader = Reader(folders, "classic")
    sheets = []
    with reader.finding() as found:
        for job in plan(folders, careers, tags, editions):
            sheet = reader.prepare(job)
            assert sheet is not None, found.findings()
            reader.find_doubts(job)
            sheets.append(sheet)
    problems = found.findings().problems
    told = [one.message for one in problems if "/locales/" in one.place.file]
    assert [one for one in told if not re.search("not translated|is no form of", one)] == []
    return sheets


def test_a_career_is_laid_out_in_every_language(folders: Folders) -> None:
    """If CLDR knows a language, then a booklet is laid out in it, in the direction it is read."""
    sheets = _lay_out(folders, ["ai-ml-engineer"], ALL, ["booklet"])
    assert [sheet.document.language for sheet in sheets] == ALL
    for sheet in sheets:
        expected = CldrLocale.parse(sheet.tag).text_direction
        assert (sheet.tag, sheet.document.direction) == (sheet.tag, expected)


@pytest.mark.parametrize("tag", THIRTY)
def test_all_careers_are_composed_in_languages_of_all_families(folders: Folders, tag: str) -> None:
    """If a language is in any script, then pages and slides of all careers are composed."""
    sheets = _lay_out(folders, list(CAREERS), [tag], [])
    assert len(sheets) == len(CAREERS) * len([each for each in EDITIONS if each.is_default])
    for sheet in sheets:
        library = open_library(sheet.fonts)
        if sheet.edition == "booklet":
            composed = compose_booklet(sheet.document, sheet.theme, sheet.style, library)
            assert composed.page_count > 8
        elif sheet.edition == "handout":
            edition_named(sheet.edition).prepare(sheet)  # which raises where it does not fit
        else:
            assert len(plan_deck(sheet.document, sheet.theme, sheet.style, library).plans) > 8


@pytest.mark.parametrize("tag", ["zh", "ja", "ko", "xh"])
def test_a_copy_of_the_english_file_is_no_hindrance(tmp_path: Path, tag: str) -> None:
    """If a language's file began as a copy of the English one, then facts with amounts are made.

    What English alone needs in it (its own habits) changes nothing of the other language.
    """
    school = found_school(tmp_path)
    english = (SOURCE / "locales" / "en.yaml").read_bytes()
    assert b"habits: en-GB" in english
    path = school.folder / "source" / "locales" / f"{tag}.yaml"
    path.write_bytes(english)
    for career in CAREER_FILES:
        school.write_career(career.stem, career.read_text("utf-8"))
    folders = find_folders(school.folder / "source", LAYOUTS, tmp_path / "output")
    _lay_out(folders, list(CAREERS), [tag], [])
    words = Words(merge_family([read_locale(path)]))
    assert (
        str(words.date(dt.date(2026, 11, 25)))
        == {
            "zh": "2026年11月25日",
            "ja": "2026年11月25日",
            "ko": "2026년\u00a011월\u00a025일",
            "xh": "Novemba\u00a025,\u00a02026",
        }[tag]
    )


@pytest.mark.parametrize(
    ("tag", "amount", "written"),
    [
        ("zh", 1_200_000_000, "12亿"),
        ("ja", 1_200_000_000, "12億"),
        ("ko", 12_000_000, "1200만"),
        ("xh", 1_200_000_000, "1 200 000 000"),
        ("hi", 12_000_000, "1.2 करोड़"),
        ("sw", 5 * 10**17, "trilioni 500000000"),
        ("en", 1_200_000_000, "1.2 billion"),
    ],
)
def test_large_numbers_have_words_where_there_are_any(tag: str, amount: int, written: str) -> None:
    """If CLDR has no long words for a number, then its short ones do; root's letters are none."""
    made = CldrFormats(tag, None, None).compact_number(amount)
    assert made.replace("\u00a0", " ") == written


def test_the_script_says_the_direction() -> None:
    """If a locale file does not say how its lines run, then its script does, as CLDR has it."""
    for identifier in localedata.locale_identifiers():
        expected = CldrLocale.parse(identifier).text_direction == "rtl"
        assert runs_right_to_left(identifier.replace("_", "-")) == expected, identifier


@pytest.mark.parametrize(
    ("tag", "head", "direction"),
    [
        ("ur", "", "rtl"),
        ("ur", "direction: ltr\n", "ltr"),
        ("pa", "", "ltr"),
        ("pa-Arab", "", "rtl"),
        ("fr", "direction: rtl\n", "rtl"),
    ],
)
def test_a_file_may_pin_the_direction(tmp_path: Path, tag: str, head: str, direction: str) -> None:
    """If a locale file says how its lines run, then that holds, else its script decides."""
    _write_locale(tmp_path, tag)
    path = tmp_path / f"{tag}.yaml"
    path.write_text(head + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert merge_family([read_locale(path)]).direction == direction
