"""Vowel signs that stand on no letter are told, and told as fonts show them."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerkit.content import read_profile
from careerkit.translation.lint.file_lint import lint_profile
from careerkit.translation.lint.signs import find_lone_signs
from careerkit.typography import FontLibrary, shape_word

ROOT = Path(__file__).parent.parent.parent
TYPE_AFTER = "type each sign after its letter, also one that stands to the left of it"
# Letters and signs of Tamil and Sinhala, for which there are fonts here.
SHIPPED = frozenset(map(chr, (*range(0x0B80, 0x0C00), *range(0x0D80, 0x0E00))))
LONE = [
    ("ெமாழி", "U+0BC6, tamil vowel sign e", f'write "மொழி": {TYPE_AFTER}'),
    ("ைமின்னியலாளர்", "U+0BC8, tamil vowel sign ai", TYPE_AFTER),
    ("ා", "U+0DCF, sinhala vowel sign aela-pilla", TYPE_AFTER),
    ("ෙක", "U+0DD9, sinhala vowel sign kombuva", f'write "කෙ": {TYPE_AFTER}'),
    ("ක්ා", "U+0DCF, sinhala vowel sign aela-pilla", TYPE_AFTER),
    ("िक", "U+093F, devanagari vowel sign i", f'write "कि": {TYPE_AFTER}'),
    ("्क", "U+094D, devanagari sign virama", TYPE_AFTER),
]
SOUND = [
    *("මොහොත", "ශ්‍රී", "කෛවල්‍ය", "කිංකර", "අං", "නෑ", "ක්‍ෂේත්‍ර", "කෙ\u0dca", "\u25ccා", "\u00a0ා"),
    *("மொழி", "க்ஷௌரம்", "ஸ்ரீ", "க\u0bc6\u0bbe", "நௌகா"),
    *("हिन्दी", "क़िला", "हूँ", "क्षत्रिय", "अॅ", "র্যা", "কো", "ਕਿ", "કૉ", "కై", "ಕೋ", "കു്"),
]


@pytest.mark.parametrize(("word", "sign", "hint"), LONE)
def test_a_sign_without_a_letter(word: str, sign: str, hint: str) -> None:
    """If a sign stands on no letter, then it is named with the word, mended where one can tell."""
    (found,) = find_lone_signs(f"මේ {word} abc")
    assert (found.word, found.hint) == (word, hint)
    assert found.message == f'"{word}" has a sign without a letter ({sign})'


@pytest.mark.parametrize("word", ["කිී", "කාා", "काे", "கிீ"])
def test_two_signs_on_a_letter(word: str) -> None:
    """If a letter has two vowel signs that are not one in Unicode, then that is said."""
    (found,) = find_lone_signs(word)
    assert found.message == f'"{word}" has two vowel signs on one letter'
    assert found.hint == "take one of them out, or type the letter that is missing"


@pytest.mark.parametrize("word", SOUND)
def test_signs_on_letters(word: str) -> None:
    """If each sign has its letter, in either Unicode form, then nothing is said."""
    assert list(find_lone_signs(f"{word}, {word} {word}")) == []


@pytest.mark.parametrize(
    "word", [word for word in [*(word for word, *_ in LONE), *SOUND] if word[:1] in SHIPPED]
)
def test_fonts_draw_a_dotted_circle_where_it_is_told(word: str) -> None:
    """If a word is told, then a font draws a dotted circle in it; if it is not, then none."""
    families = ["Noto Sans Sinhala", "Noto Sans Tamil", "Noto Sans"]
    stack = FontLibrary(ROOT / "layouts" / "fonts").stack(families)
    circles = [
        glyph
        for cluster in shape_word(word, stack).clusters
        for glyph in cluster.glyphs
        if glyph.number == cluster.face.glyph_of("\u25cc")
    ]
    assert bool(circles) == bool(list(find_lone_signs(word)))


def test_a_profile_is_looked_through(tmp_path: Path) -> None:
    """If a profile has such a word, then its place is told."""
    path = tmp_path / "electrician.yaml"
    path.write_text(
        "schema: 1\ntitle: Electrician\ntagline: In Tamil ெமாழி\noverview: {work: Wires}\n"
        "daily_tasks: [Lay wires]\n",
        encoding="utf-8",
    )
    profile = read_profile(path, tmp_path)
    (told,) = lint_profile(profile, {str(path): path.read_text(encoding="utf-8")})
    assert (told.place.line, told.place.column, told.field) == (3, 19, "tagline")
