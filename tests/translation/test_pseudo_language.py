"""Pseudo-languages show what is cut off, what was not translated, and what runs the wrong way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from careerkit.content.models.content_model import walk_texts
from careerkit.translation.language_tags import PSEUDO_TAGS
from careerkit.translation.pseudo_language import (
    pseudo_locale,
    pseudo_profile,
    pseudo_text,
)
from careerkit.translation.words.labels import holes_of
from careerkit.translation.words.locale_words import Words
from tests.translation.catalogues import Source

LABELS = """\
  work: "What {indefinite} does"
  plain: Contents
  date_long: "{day} {month} {year}"
  braces: "{{x}} {y}"
  minutes: {one: "{count} minute", other: "{count} minutes"}
"""


@given(st.text(st.characters(codec="ascii", categories=["Lu", "Ll"]), min_size=1, max_size=200))
def test_accented_is_longer_and_in_brackets(text: str) -> None:
    """If a text is accented, then it is two fifths longer and one can see where it ends."""
    made = pseudo_text(text, "en-XA")
    assert made.startswith("[")
    assert made.endswith("]")
    assert len(text) * 1.4 <= len(made) <= len(text) * 1.4 + 9


@given(st.text(st.sampled_from("ab c"), max_size=50))
def test_right_to_left_keeps_its_words(text: str) -> None:
    """If a text is turned, then nothing but marks is added, and each turn ends with its word."""
    made = pseudo_text(text, "ar-XB")
    assert made.translate(dict.fromkeys(map(ord, "\u200f\u202e\u202c"))) == text
    assert made.count("\u202e") == made.count("\u202c") == len(text.split())


def test_no_letters_no_change() -> None:
    """If a text has no letters, then it is the same in every language."""
    assert [pseudo_text("11-16", tag) for tag in PSEUDO_TAGS] == ["11-16", "11-16"]


def test_labels_keep_their_holes(source: Source) -> None:
    """If a label is changed, then its holes are not, and braces stay braces."""
    english = source.locale("en", LABELS)
    for tag in PSEUDO_TAGS:
        locale = pseudo_locale(tag, english)
        for name in ("work", "date_long", "braces"):
            old, new = english.labels[name], locale.labels[name]
            assert isinstance(old, str)
            assert isinstance(new, str)
            assert holes_of(name, new) == holes_of(name, old)
        words = Words(locale)
        assert words.locale.tag == tag
        assert "{x}" in str(words.label("braces", y="z")).replace("ý", "y").replace("\u202e", "")
        assert str(words.number(120000)) == "120,000"
    assert str(Words(pseudo_locale("en-XA", english)).label("minutes", count=2)) == (
        "[2 mîñûţéš one]"
    )
    assert pseudo_locale("ar-XB", english).direction == "rtl"


def test_a_profile_in_a_pseudo_language(source: Source) -> None:
    """If a profile is made pseudo, then all but what is verbatim is, and nothing is missing."""
    made = pseudo_profile("en-XA", source.profile())
    texts = {path: text for path, text, _ in walk_texts(made)}
    assert texts["title"] == "[Ñûŕšé]"
    assert texts["tools[0]"] == "Thermometer"
    assert [part.language for part in texts["overview.work"].paragraphs] == ["en-XA", "en-XA"]
    assert made.translation is not None
    assert made.translation.missing == 0
    assert made.id == "nurse"
