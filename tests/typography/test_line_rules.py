"""The classes that are told without a table are Unicode's; the rules are tried in acceptance."""

from __future__ import annotations

import pytest
import regex
from icu4py.breakers import LineBreaker

from careerkit.content import Place
from careerkit.typography import breaks, line_classes
from careerkit.typography.line_classes import class_of, needs_dictionary
from careerkit.typography.line_rules import find_line_breaks

DOT = "\u00b7"


def test_classes_told_without_a_table() -> None:
    """If a character's class is told without the library, then it is the library's."""
    for code in range(0x3000):
        character = chr(code)
        if character != DOT:
            assert class_of(character).name == line_classes._look_up(character), hex(code)


def test_scripts_without_spaces() -> None:
    """If a character is of a script that parts no words, then it is known, and no other script."""
    of_class = regex.compile(r"\p{Line_Break=SA}")
    for code in range(0x20000):
        character = chr(code)
        if of_class.match(character):
            assert needs_dictionary(character), hex(code)
    for script in ["English", "සිංහල", "தமிழ்", "हिन्दी", "العربية", "日本語", "한국어", "ქართული"]:
        assert not needs_dictionary(script)


@pytest.mark.parametrize(
    "text",
    [
        "He said: “so be it” (or not), 3.5 km/h – 24/7; e.g. $ 1,200.50?",
        "«Так и есть», — сказал он… 50 %",
        "ආධුනිකයෙක් “හොඳයි” කියයි; රු. 2,500.00/-",
        "இது ஒரு “சோதனை” (3.5 கி.மீ.) – நன்று!",
        "日本語の文章、これは「テスト」です。100円",
        "中文（简体）：你好，世界！50%",
        "한국어 문장입니다. (시험) 3.5km",
        "हिन्दी का वाक्य “परीक्षा” है।",
        "😀👍🏽🇱🇰🇮🇳👩‍👩‍👧 end",
        "שלום-עולם / (טוב)",
    ],
)
def test_lines_end_where_icu_ends_them(text: str) -> None:
    """If a text is broken by the rules, then as the best known implementation breaks it."""
    units = [end for _, end in LineBreaker(text, "en").segments()]
    wide = [
        sum(2 if ord(each) > 0xFFFF else 1 for each in text[:end]) for end in find_line_breaks(text)
    ]
    assert wide == units


@pytest.fixture
def without_icu(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without the extra ``scripts``."""
    monkeypatch.setattr(breaks, "has_dictionary", lambda: False)


@pytest.mark.usefixtures("without_icu")
def test_without_a_dictionary() -> None:
    """If the words of a script cannot be told, then that is told, and no letter is parted."""
    thai = "ภาษาไทยง่ายมาก (ABC def)"
    breaks.line_break_offsets.cache_clear()
    offsets = breaks.line_break_offsets(thai, "th-x-none")
    assert set(offsets) <= set(breaks.grapheme_offsets(thai))
    assert len(offsets) > 10
    assert [thai[start:] for start in offsets[-3:]] == ["(ABC def)", "def)", ""]
    place = Place("source/locales/th.yaml", 3)
    (told,) = breaks.find_undivided([("English", Place("a")), (thai, place), (thai, Place("b"))])
    assert str(told) == (
        "source/locales/th.yaml:3: warning: lines end between any two letters: the dictionary of"
        ' its words is not installed\n  hint: install it: pip install "careerkit[scripts]"'
    )


def test_with_a_dictionary() -> None:
    """If the dictionary is there, then nothing is told."""
    assert not list(breaks.find_undivided([("ภาษาไทย", Place("a"))]))
