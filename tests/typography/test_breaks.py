"""Where a line may end: between words, after slashes and dashes, never in what belongs together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.typography.breaks import grapheme_offsets, line_break_offsets


def parts(text: str, language: str = "en") -> list[str]:
    """Give the stretches between the places where a line may end."""
    ends = line_break_offsets(text, language)
    return [text[start:end] for start, end in zip((0, *ends), ends, strict=False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Docker/Kubernetes", ["Docker/", "Kubernetes"]),
        ("well-known fact", ["well-known ", "fact"]),
        ("fair—or not", ["fair", "—", "or ", "not"]),
        ("2019–2024", ["2019–", "2024"]),
        ("one  two", ["one  ", "two"]),
        ("a\u00a0b c", ["a\u00a0b ", "c"]),
        ("(like this), “so”.", ["(like ", "this), ", "“so”."]),
    ],
)
def test_slashes_and_dashes_part_words(text: str, expected: list[str]) -> None:
    """If a slash, a dash or a space parts words, then a line may end after it; not a hyphen."""
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "1,234,567.89",
        "250000",
        "3.5",
        "12:30",
        "24/7",
        "$1,200",
        "50%",
        "A/B",
        "TCP/IP",
        "e-mail",
        "X-ray",
        "5 km",
        "120 GB",
        "1.2 billion",
        "300,000+ years",
        "40 per cent",
        "37.5 மணித்தியாலங்கள்",
        "3.38 மில்லியன்",
        "3 වන",
        "20 වසර",
        "50 %",
        "USD 120,000",
        "LKR 250,000",
        "₨ 2,500",
        "€ 30",
        "Rs. 40",
        "Rs 40",
        "don’t",
    ],
)
def test_what_belongs_together_stays_together(text: str) -> None:
    """If a text is an amount, with its unit or currency, or initials, then no line ends in it."""
    assert parts(text) == [text]


def test_currency_and_range_inside_sinhala() -> None:
    """If an amount stands in a Sinhala sentence, then its sign stays with its first figure."""
    assert parts("වැටුප ₨ 2,500–3,000 වේ", "si") == ["වැටුප ", "₨ 2,500–", "3,000 ", "වේ"]


def test_thai_is_parted_into_words() -> None:
    """If a text in Thai has no spaces, then a line may end between the words of the dictionary."""
    assert parts("ภาษาไทยง่ายมาก", "th") == ["ภาษา", "ไทย", "ง่าย", "มาก"]


def test_khmer_and_burmese_are_parted() -> None:
    """If a text is Khmer or Burmese, then it is not one word as long as the paragraph."""
    assert len(parts("ខ្ញុំស្រឡាញ់ភាសាខ្មែរ", "km")) > 1
    assert len(parts("ကျွန်တော်မြန်မာစကားပြောတယ်", "my")) > 1


def test_offsets_count_characters_beyond_the_first_plane() -> None:
    """If emoji stand in a text, then offsets still count characters, not UTF-16 units."""
    text = "😀😀 word 👩‍👩‍👧 end"
    assert parts(text) == ["😀", "😀 ", "word ", "👩‍👩‍👧 ", "end"]
    assert grapheme_offsets("a👩‍👩‍👧b") == (1, 6, 7)


@pytest.mark.parametrize(
    "letter", ["කි", "ශ්‍රී", "க்", "கொ", "கோ", "கௌ", "é", "e\u0301", "न्", "👍🏽", "🇱🇰"]
)
def test_a_letter_is_one_grapheme(letter: str) -> None:
    """If a reader takes characters for one letter, then it ends where that letter ends.

    The joiner of a Sinhala conjunct is the exception: the shaper holds that together.
    """
    ends = [end for end in grapheme_offsets(letter) if not letter[:end].endswith("\u200d")]
    assert ends == [len(letter)]


@given(st.text(max_size=60))
def test_offsets_ascend_to_the_end(text: str) -> None:
    """If any text is parted, then its offsets ascend and the last is its length."""
    for offsets in (line_break_offsets(text, "en"), grapheme_offsets(text)):
        assert list(offsets) == sorted(set(offsets))
        assert offsets[-1:] == ((len(text),) if text else ())
        assert 0 not in offsets


@given(
    st.from_regex(r"[0-9]{1,3}(,[0-9]{3}){0,3}(\.[0-9]{1,2})?", fullmatch=True), st.text("ab ., ")
)
def test_no_line_ends_inside_a_number(number: str, after: str) -> None:
    """If a number stands anywhere in a text, then no line ends inside it."""
    text = f"about {number} {after}"
    inside = range(len("about ") + 1, len("about ") + len(number))
    assert not set(inside) & set(line_break_offsets(text, "en"))
