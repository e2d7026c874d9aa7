"""Labels and figures of a language, written from locale files as a school would keep them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerkit.content.models.calendar_date import CalendarDate, UnknownDate
from careerkit.content.models.pay_and_facts import Fact, Pay
from careerkit.content.problem import Place
from careerkit.content.reader import read_locale
from careerkit.content.text import Text
from careerkit.translation.words.labels import LabelError
from careerkit.translation.words.locale_words import Words
from careerkit.translation.words.wording import JoinedText, pieces_of

ENGLISH = Path(__file__).parents[2] / "source" / "locales" / "en.yaml"

HEAD = """\
name: X
english_name: X
fonts: [Noto Sans]
deck_fonts: [Arial]
"""

Speak = Callable[..., Words]


@pytest.fixture
def speak(tmp_path: Path) -> Speak:
    """Give a maker of ``Words`` from a tag, labels and further lines of a locale file."""

    def make(tag: str, labels: str = "  nothing: x\n", more: str = "") -> Words:
        path = tmp_path / f"{tag}.yaml"
        path.write_text(f"{HEAD}{more}labels:\n{labels}", encoding="utf-8")
        return Words(read_locale(path))

    return make


@pytest.fixture(scope="module")
def english() -> Words:
    """Give the words of the English edition."""
    return Words(read_locale(ENGLISH))


def pay(**fields: str) -> Pay:
    """Make a pay entry as a profile gives it."""
    given_fields = {"region": "USA", "currency": "USD", "period": "year"} | fields
    return Pay.model_validate({name: Text(value) for name, value in given_fields.items()})


def fact(**fields: str) -> Fact:
    """Make a fact as a profile gives it."""
    given_fields = {"label": "What it counts"} | fields
    return Fact.model_validate({name: Text(value) for name, value in given_fields.items()})


def test_a_label_is_filled(english: Words) -> None:
    """If a label has a hole, then what is given stands in it."""
    assert str(english.label("in_language", language="French")) == "Language: French"


def test_a_hole_keeps_its_language_and_place(speak: Speak) -> None:
    """If a Sinhala sentence holds an English title, then each says its own language and place."""
    words = speak("si", '  the_work: "{title} කරන දේ"\n')
    title = Text("Nurse", "en", Place("nurse.yaml", 2, 8))
    sentence = words.label("the_work", title=title)
    assert isinstance(sentence, JoinedText)
    assert [(str(piece), piece.language) for piece in sentence.pieces] == [
        ("Nurse", "en"),
        (" කරන දේ", "si"),
    ]
    assert sentence.pieces[0].place == Place("nurse.yaml", 2, 8)
    assert sentence.pieces[1].place.line == 6
    assert sentence.__html__() == "".join(piece.__html__() for piece in sentence.pieces)


def test_markup_in_a_hole_is_escaped(english: Words) -> None:
    """If a title looks like markup or like a hole, then it is printed as it stands."""
    sentence = english.label("also_called", titles=Text("<b> {x} & co"))
    assert str(sentence) == "Other names: <b> {x} & co"
    assert "&lt;b&gt; {x} &amp; co" in sentence.__html__()


def test_an_unknown_label_names_the_nearest(english: Words) -> None:
    """If a template asks for a label that is not there, then the error says which is near."""
    with pytest.raises(LabelError) as caught:
        english.label("daily_taks")
    assert caught.value.near[0] == "daily_tasks"
    assert str(caught.value) == (
        f"{ENGLISH}:15:3: labels.daily_taks: no such label in this language\n"
        '  hint: did you mean "daily_tasks"?'
    )


def test_an_empty_hole_is_named_with_its_line(speak: Speak) -> None:
    """If nothing fills a hole, then the error names the hole, what is near, file and line."""
    words = speak("en", '  the_work: "What {indefinite} does"\n')
    with pytest.raises(LabelError) as caught:
        words.label("the_work", indefinit="a nurse")
    assert caught.value.hole == "indefinite"
    assert str(caught.value).endswith(
        "en.yaml:6:13: labels.the_work: nothing fills the hole {indefinite}\n"
        '  hint: did you mean "indefinit"?'
    )


@pytest.mark.parametrize(
    ("label", "message"),
    [
        ("What {title does", "a brace is left open or closed; write {{ and }} for braces"),
        ("What {title!r} does", "{title} is not a hole; a hole is one name between braces"),
        ("What {} does", "{} is not a hole; a hole is one name between braces"),
    ],
)
def test_a_broken_label_is_explained(speak: Speak, label: str, message: str) -> None:
    """If a label's braces are wrong, then the error says how holes are written."""
    words = speak("en", f'  the_work: "{label}"\n')
    with pytest.raises(LabelError) as caught:
        words.label("the_work", title="Nurse")
    assert message in str(caught.value)


def test_a_hole_takes_no_list(english: Words) -> None:
    """If a template fills a hole with a list, then the error says what a hole takes."""
    with pytest.raises(LabelError, match="takes a text, a number or a date, not tuple"):
        english.label("also_called", titles=("a", "b"))


def test_a_language_may_leave_a_hole_out(speak: Speak) -> None:
    """If a language has no article, then its label may use the title alone."""
    words = speak("ta", '  the_work: "{title}"\n')
    assert words.label("the_work", title="செவிலியர்", indefinite="a nurse") == "செவிலியர்"


ARABIC_PLURALS = """\
  minutes:
    zero: "صفر"
    one: "دقيقة"
    two: "دقيقتان"
    few: "{count} دقائق"
    many: "{count} دقيقةً"
    other: "{count} دقيقة"
"""


@pytest.mark.parametrize(
    ("count", "written"),
    [
        (0, "صفر"),
        (1, "دقيقة"),
        (2, "دقيقتان"),
        (3, "٣ دقائق"),
        (11, "١١ دقيقةً"),
        (100, "١٠٠ دقيقة"),
    ],
)
def test_plural_forms_follow_cldr(speak: Speak, count: int, written: str) -> None:
    """If Arabic counts, then each of its six forms is found, in its own digits."""
    assert str(speak("ar", ARABIC_PLURALS, "digits: arab\n").minutes(count)) == written


def test_a_missing_plural_form_falls_to_other(speak: Speak) -> None:
    """If a language file gives only "other", then it serves for every number."""
    words = speak("en", '  minutes:\n    other: "{count} min"\n')
    assert [str(words.minutes(count)) for count in (1, 5)] == ["1 min", "5 min"]


def test_a_plural_label_needs_a_number(english: Words) -> None:
    """If no number is given to a plural label, then that is said."""
    with pytest.raises(LabelError, match="no number was given to choose the plural form by"):
        english.label("minutes", count="many")


@pytest.mark.parametrize(
    ("tag", "more", "written"),
    [
        ("en", "", ("250,000", "$250,000", "1.2 billion")),
        ("en-LK", "", ("250,000", "$250,000", "1.2 billion")),
        ("si", "", ("250,000", "US$250,000", "බිලියන 1.2")),
        ("ta", "", ("2,50,000", "$2,50,000", "1.2 பில்லியன்")),
        ("hi", "", ("2,50,000", "$2,50,000", "1.2 अरब")),
        ("hi", "digits: deva\n", ("२,५०,०००", "$२,५०,०००", "१.२ अरब")),
        ("ar", "digits: latn\n", ("250,000", "\u200f250,000 US$", "1.2 مليار")),
        ("ar", "digits: arab\n", ("٢٥٠٬٠٠٠", "\u200f٢٥٠٬٠٠٠ US$", "١٫٢ مليار")),
    ],
)
def test_figures_follow_the_language(
    speak: Speak, tag: str, more: str, written: tuple[str, str, str]
) -> None:
    """If a figure is written, then grouping, digits and words are the language's own."""
    words = speak(tag, more=more)
    money = str(words.money(250_000, "USD")).replace("\u00a0", " ")
    large = str(words.fact_figure(fact(amount="1200000000")))
    assert (str(words.number(250_000)), money, large) == written


@pytest.mark.parametrize(
    ("tag", "money"),
    [("en", "LKR\u00a0250,000"), ("si", "LKR\u00a0250,000"), ("ta", "LKR\u00a02,50,000")],
)
def test_a_pinned_money_style_wins(speak: Speak, tag: str, money: str) -> None:
    """If the locale pins how money is written, then CLDR's sign and order are not used."""
    assert speak(tag, more='money: "{currency} {amount}"\n').money(250_000, "LKR") == money


def test_cents_are_kept(speak: Speak) -> None:
    """If an amount has cents, then they are written; a whole amount has none."""
    words = speak("en")
    assert [words.money(amount, "USD") for amount in (12.5, 12)] == ["$12.50", "$12"]


@pytest.mark.parametrize(
    ("fields", "written", "low", "high"),
    [
        (
            {"low": "120000", "high": "300000", "open_ended": "true"},
            "US$120,000 to more than 300,000 a year",
            "120,000",
            "more than 300,000",
        ),
        (
            {"low": "120000", "high": "300000"},
            "US$120,000 to 300,000 a year",
            "120,000",
            "300,000",
        ),
        ({"low": "15.5", "period": "hour"}, "US$15.50 an hour", "15.50", ""),
        (
            {"low": "900", "period": "day", "open_ended": "true"},
            "US$900 a day or more",
            "900 or more",
            "",
        ),
        (
            {"low": "90000", "high": "250000", "period": "month", "currency": "LKR"},
            "Rs 90,000 to 250,000 a month",
            "90,000",
            "250,000",
        ),
    ],
)
def test_pay_is_a_whole_sentence(
    english: Words, fields: dict[str, str], written: str, low: str, high: str
) -> None:
    """If pay is written out, then the figures, the currency and the period are one sentence."""
    entry = pay(**fields)
    assert str(english.pay_range(entry)).replace("\u00a0", " ") == written
    assert str(english.pay_high(entry)) == high
    assert str(english.pay_low(entry)) == low


def test_a_pay_unit_names_currency_and_period(english: Words) -> None:
    """If a chart needs its unit, then it is the currency and the period."""
    assert str(english.pay_unit("USD", "year")) == "US dollars a year"


@pytest.mark.parametrize("shape", ["range", "range_open", "single", "from", "unit"])
@pytest.mark.parametrize("period", ["year", "month", "day", "hour"])
def test_every_kind_of_pay_has_its_label(english: Words, shape: str, period: str) -> None:
    """If a profile uses any period, then English has the sentence for it."""
    assert english.has_label(f"pay_{shape}_{period}")


@pytest.mark.parametrize(
    ("fields", "written"),
    [
        (
            {"amount": "1200000000", "currency": "USD", "qualifier": "over"},
            "over US$1.2 billion",
        ),
        ({"amount": "1234567891", "qualifier": "about"}, "about 1,234,567,891"),
        ({"amount": "250000", "currency": "LKR", "qualifier": "under"}, "under Rs 250,000"),
        ({"amount": "12.5"}, "12.5"),
        ({"value": "7 in 10"}, "7 in 10"),
    ],
)
def test_a_fact_is_written_without_loss(
    english: Words, fields: dict[str, str], written: str
) -> None:
    """If a large amount can be said in words without loss, then it is; else it stands in full."""
    assert str(english.fact_figure(fact(**fields))).replace("\u00a0", " ") == written


@pytest.mark.parametrize(
    ("source", "written"),
    [("2026-11-02", "2 November 2026"), ("2026-11", "November 2026"), ("2026", "2026")],
)
def test_a_date_is_as_exact_as_its_source(english: Words, source: str, written: str) -> None:
    """If a source gives a month or a year, then no day is made up; all stays on one line."""
    assert str(english.date(CalendarDate.parse(source))) == written.replace(" ", "\u00a0")


def test_a_date_that_its_source_does_not_give_is_said(english: Words) -> None:
    """If a source gives no date, then the language says so, wherever a date may stand."""
    assert str(english.date(UnknownDate.UNKNOWN)) == "Date not given"
    assert str(english.label("published", date=UnknownDate.UNKNOWN)) == "Published: Date not given"


@pytest.mark.parametrize(
    ("tag", "more", "written"),
    [
        ("si", "", "2026 නොවැම්බර් 2"),
        ("ta", "", "2 நவம்பர், 2026"),
        ("hi", "digits: deva\n", "२ नवंबर २०२६"),
        ("ar", "digits: arab\n", "٢ نوفمبر ٢٠٢٦"),
    ],
)
def test_dates_follow_the_language(speak: Speak, tag: str, more: str, written: str) -> None:
    """If a locale pins no order, then CLDR's long date is written."""
    assert str(speak(tag, more=more).date(dt.date(2026, 11, 2))) == written.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("tag", "country", "language", "listed"),
    [
        ("en", "Sri Lanka", "Sinhala", "a, b, and c"),
        ("si", "ශ්‍රී ලංකාව", "සිංහල", "a, b, සහ c"),
        ("ta", "இலங்கை", "சிங்களம்", "a, b மற்றும் c"),
        ("hi", "श्रीलंका", "सिंहली", "a, b, और c"),
        ("ar", "سريلانكا", "السنهالية", "a وb وc"),
    ],
)
def test_names_and_lists_follow_the_language(
    speak: Speak, tag: str, country: str, language: str, listed: str
) -> None:
    """If countries, languages or lists are written, then it is the language's own way."""
    words = speak(tag)
    assert words.country("LK") == country
    assert words.language_name("si") == language
    items = words.list([Text(item, "fr") for item in "abc"])
    assert str(items) == listed
    assert [str(piece) for piece in pieces_of(items) if piece.language == "fr"] == ["a", "b", "c"]


def test_a_locale_takes_the_habits_of_a_country(speak: Speak) -> None:
    """If English is to be written as in Britain, then lists and dates are, and it is still en."""
    words = speak("en", more="habits: en-GB\n")
    items = words.list([Text(item, "fr") for item in "abc"])
    assert str(items) == "a, b and c"
    assert str(words.date(dt.date(2026, 11, 2))) == "2\u00a0November\u00a02026"
    assert {piece.language for piece in pieces_of(items)} == {"fr", "en"}


def test_a_label_pins_a_country(speak: Speak) -> None:
    """If a locale names a country itself, then CLDR's name is not used."""
    assert speak("en", "  country_lk: Ceylon\n").country("LK") == "Ceylon"


def test_a_label_pins_a_currency(speak: Speak) -> None:
    """If a locale names a currency, then units have that name, amounts its pattern, others not."""
    unit = '  pay_unit_month: "{currency} a month"\n'
    words = speak("en", f'{unit}  currency_lkr: Rupees\n  money_lkr: "{{amount}} Rs"\n')
    assert [str(words.pay_unit(code, "month")) for code in ("LKR", "CHF", "QQQ")] == [
        *("Rupees a month", "Swiss francs a month", "QQQ a month")
    ]
    assert [words.money(5_000, code) for code in ("LKR", "USD")] == ["5,000\u00a0Rs", "$5,000"]
    large = fact(amount="1200000000", currency="LKR")
    assert str(words.fact_figure(large)).replace("\u00a0", " ") == "1.2 billion Rs"


@pytest.mark.parametrize("code", ["lkr", "Rs"])
def test_a_unit_of_what_is_no_currency(speak: Speak, code: str) -> None:
    """If something is no code of a currency, then a unit is refused as an amount is."""
    with pytest.raises(ValueError, match="is not a currency"):
        speak("en", '  pay_unit_month: "{currency} a month"\n').pay_unit(code, "month")


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("en", ["Rs 54,920 a month", "Sri Lankan rupees a month", "US$1.2 billion"]),
        ("si", ["මසකට රු. 54,920", "මසකට රුපියල්", "ඩොලර් බිලියන 1.2"]),
        (
            "ta",
            ["மாதத்துக்கு ரூ. 54,920", "மாதத்துக்கு ரூபா", "1.2 பில்லியன் டொலர்"],
        ),
    ],
)
def test_money_is_written_as_in_sri_lanka(tag: str, written: list[str]) -> None:
    """If money of the careers that ship is written, then no reader needs a code of ISO 4217."""
    words = Words(read_locale(ENGLISH.with_name(f"{tag}.yaml")))
    made = (
        words.pay_amount(54_920, "LKR", "month"),
        words.pay_unit("LKR", "month"),
        words.fact_figure(fact(amount="1200000000", currency="USD")),
    )
    assert [str(one).replace("\u00a0", " ") for one in made] == written
    codes = ("GBP", "LKR", "USD")
    said = " ".join(f"{words.money(5, code)} {words.pay_unit(code, 'day')}" for code in codes)
    assert not re.search("|".join(codes), said)


def test_a_label_pins_a_language(speak: Speak) -> None:
    """If a locale names a language itself, then CLDR's name is not used, and others stay."""
    words = speak("ta", '  language_de: "ஜேர்மன்"\n')
    assert (words.language_name("de"), words.language_name("fr")) == ("ஜேர்மன்", "பிரெஞ்சு")


@pytest.mark.parametrize(
    ("order", "written"),
    [
        ("", ("4 பெப்ரவரி, 2026", "பெப்ரவரி 2026", "4 மார்ச், 2026")),
        (
            '  date_long: "{year} {month} {day}"\n  date_month: "{year} {month}"\n',
            ("2026 பெப்ரவரி 4", "2026 பெப்ரவரி", "2026 மார்ச் 4"),
        ),
    ],
)
def test_a_label_pins_a_month(speak: Speak, order: str, written: tuple[str, ...]) -> None:
    """If a locale names a month itself, then dates have that name, in whatever order they are."""
    words = speak("ta", f'{order}  month_2: "பெப்ரவரி"\n')
    dates = (CalendarDate.parse(one) for one in ("2026-02-04", "2026-02", "2026-03-04"))
    assert tuple(str(words.date(one)).replace("\u00a0", " ") for one in dates) == written


@pytest.mark.parametrize("tag", ["en", "si", "ta", "hi", "ur", "ar", "fr", "ru", "pl", "sw"])
def test_a_pinned_month_stands_where_cldr_has_its_own(speak: Speak, tag: str) -> None:
    """If CLDR writes a date with the month's name, in whatever form, then the pinned one is it."""
    words = speak(tag, "  month_11: Zqx\n")
    for written in ("2026-11-02", "2026-11"):
        assert str(words.date(CalendarDate.parse(written))).count("Zqx") == 1


def test_months_are_named_as_in_sri_lanka() -> None:
    """If a date is written in Tamil, then months have the names that Sri Lanka's schools use."""
    words = Words(read_locale(ENGLISH.with_name("ta.yaml")))
    written = [str(words.date(CalendarDate(2026, month, 1, "month"))) for month in (2, 9, 10)]
    assert [one.split("\u00a0")[1] for one in written] == ["பெப்ரவரி", "செப்டெம்பர்", "ஒக்டோபர்"]
    assert words.language_name("de") == "ஜேர்மன்"


def test_what_cldr_lacks_is_tagged_with_the_language_it_is_in(speak: Speak) -> None:
    """If CLDR does not know a language, then its figures come from the fallback and say so."""
    words = speak("tlh", more="fallback: ta\n")
    assert (str(words.number(250_000)), words.number(250_000).language) == ("2,50,000", "ta")
    assert speak("en-LK").number(5).language == "en-LK"


@given(filling=st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
@settings(max_examples=60)
def test_no_text_in_a_hole_is_lost(english: Words, filling: str) -> None:
    """If anything at all is put in a hole, then it comes out unchanged."""
    sentence = english.label("continued", title=Text(filling, "si"), part=2, parts=3)
    assert str(sentence) == f"{filling} (2 of 3)"
    assert pieces_of(sentence)[0] == filling
    assert pieces_of(sentence)[0].language == "si"


@given(amount=st.integers(min_value=0, max_value=10**15))
@settings(max_examples=60)
def test_no_digit_of_a_number_is_lost(english: Words, amount: int) -> None:
    """If a number is written in full, then its digits are those it had."""
    assert int(str(english.number(amount)).replace(",", "")) == amount
