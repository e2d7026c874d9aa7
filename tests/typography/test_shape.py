"""Words in, clusters of glyphs out: scripts, fallback inside a word, conjuncts held together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.typography import FontLibrary, FontStack, shape_word
from tests.typography.conftest import FONTS

STACK = FontLibrary(FONTS).stack(["Noto Sans Sinhala", "Noto Sans", "Noto Sans Tamil"])
CONJUNCTS = ("ක්‍ෂ", "ශ්‍රී", "ප්‍ර", "ත්‍රි", "ද්‍ය")
TAMIL_LETTERS = ("கொ", "கோ", "கௌ", "கி", "க்")


def faces_of(text: str, stack: FontStack) -> list[tuple[str, str]]:
    """Give the stretches of a word by the family that sets them."""
    stretches: list[tuple[str, str]] = []
    for cluster in shape_word(text, stack).clusters:
        name = cluster.face.postscript_name.removesuffix("-Regular")
        if stretches and stretches[-1][0] == name:
            stretches[-1] = (name, stretches[-1][1] + cluster.text)
        else:
            stretches.append((name, cluster.text))
    return stretches


@pytest.mark.parametrize("letter", [*CONJUNCTS, *TAMIL_LETTERS])
def test_a_conjunct_is_one_cluster(stack: FontStack, letter: str) -> None:
    """If letters join into a conjunct or a vowel stands around its consonant, then they are one."""
    assert [cluster.text for cluster in shape_word(letter, stack).clusters] == [letter]


def test_a_joined_conjunct_is_drawn_unlike_a_parted_one(stack: FontStack) -> None:
    """If a joiner asks for a conjunct, then other glyphs are drawn than without it."""
    joined, parted = shape_word("ක්‍ෂ", stack), shape_word("ක්ෂ", stack)
    joined_glyphs = [glyph.number for each in joined.clusters for glyph in each.glyphs]
    parted_glyphs = [glyph.number for each in parted.clusters for glyph in each.glyphs]
    assert joined_glyphs != parted_glyphs
    assert 0 not in joined_glyphs


def test_each_script_is_set_in_its_own_family(library: FontLibrary) -> None:
    """If Latin, Sinhala and Tamil meet in one word, then each takes the family that has it."""
    stack = library.stack(["Noto Sans", "Noto Sans Sinhala", "Noto Sans Tamil"])
    assert faces_of("AIකෘත්‍රිමகோ", stack) == [
        ("NotoSans", "AI"),
        ("NotoSansSinhala", "කෘත්‍රිම"),
        ("NotoSansTamil", "கோ"),
    ]


def test_marks_stay_with_their_base(library: FontLibrary) -> None:
    """If a mark follows its letter, then no change of font comes between them."""
    stack = library.stack(["Noto Sans Tamil", "Noto Sans"])
    for text in ("e\u0301", "a\u200db", "x\ufe0f"):
        assert len(faces_of(text, stack)) == 1


def test_unknown_character_shows_as_missing(stack: FontStack) -> None:
    """If no face has a character, then it is shaped as ``.notdef`` and its text is kept."""
    (cluster,) = shape_word("😀", stack).clusters
    assert cluster.text == "😀"
    assert [glyph.number for glyph in cluster.glyphs] == [0]


def test_bold_is_wider(stack: FontStack) -> None:
    """If a word is bold, then the bold face measures it."""
    assert (
        shape_word("mathematics", stack, bold=True).width > shape_word("mathematics", stack).width
    )


def test_kerning_counts(stack: FontStack) -> None:
    """If two letters are kerned, then the word is narrower than its letters."""
    pair = shape_word("AV", stack).width
    assert pair < shape_word("A", stack).width + shape_word("V", stack).width


def test_words_past_what_is_remembered(library: FontLibrary) -> None:
    """If a text has more words than are remembered, then the memory stays within its bounds."""
    stack = FontLibrary(library.folder).stack(["Noto Sans"])
    for number in range(20_500):
        shape_word(f"{number}", stack)
    assert len(stack.shaped_words) <= 20_000
    assert shape_word("7", stack).clusters[0].text == "7"


@given(st.text(st.sampled_from("abfi කෂශරිී්\u200dகொௌி1,.-/–é\u0301😀ก漢"), max_size=20))
def test_no_text_is_lost_in_shaping(text: str) -> None:
    """If any text is shaped, then its clusters' characters are the text, in its order."""
    assert "".join(cluster.text for cluster in shape_word(text, STACK).clusters) == text


@given(st.text(max_size=20))
def test_no_character_is_lost_in_shaping(text: str) -> None:
    """If any characters at all are shaped, then none is lost and none is empty."""
    clusters = shape_word(text, STACK).clusters
    assert "".join(cluster.text for cluster in clusters) == text
    assert all(cluster.text and cluster.glyphs for cluster in clusters)
