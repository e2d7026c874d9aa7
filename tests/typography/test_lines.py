"""Paragraphs in, lines out: nothing lost, nothing too wide, nothing parted that is one letter."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.document.spans import Span, plain_text
from careerkit.typography import FontLibrary, Line, TextStyle, break_text, text_width_pt
from tests.typography.conftest import FONTS

STYLE = TextStyle(
    FontLibrary(FONTS).stack(["Noto Sans Sinhala", "Noto Sans", "Noto Sans Tamil"]), 12, 17
)
LETTERS = ("ක්‍ෂ", "ශ්‍රී", "ප්‍ර", "කෝ", "கொ", "கோ", "கௌ", "é", "e\u0301", "👩‍👩‍👧", "a", "W")
WORDS = (
    "learn",
    "Docker/Kubernetes",
    "₨ 2,500–3,000",
    "කෘත්‍රිම බුද්ධිය",
    "செயற்கை நுண்ணறிவு",
    "5 km",
    "A/B",
    "Donaudampfschifffahrtsgesellschaft",
    "\u00a0",
    "  ",
    "\u200b",
    "😀",
    "…",
)


def texts_of(lines: tuple[Line, ...]) -> list[str]:
    """Give the lines' characters."""
    return [line.text for line in lines]


def assert_inside(lines: tuple[Line, ...], width_pt: float) -> None:
    """Check that no line is wider than the measure, unless it is one cluster."""
    for line in lines:
        clusters = [cluster for piece in line.pieces for cluster in piece.clusters]
        inked = [c for c in clusters if c.advance and not c.text.isspace()]
        assert line.width_pt <= width_pt + 0.02 or len(inked) <= 1, line.text


# --- widths ----------------------------------------------------------------------------------


def test_width_is_the_sum_of_advances(library: FontLibrary) -> None:
    """If a word is measured, then its width is what the font's own advances give at that size."""
    style = TextStyle(library.stack(["Noto Sans"]), size_pt=10, leading_pt=14)
    # H is 741 and o is 605 thousandths wide.
    assert text_width_pt("H", style) == pytest.approx(7.41)
    assert text_width_pt("Hoo", style) == pytest.approx(7.41 + 2 * 6.05)
    assert text_width_pt("Ho Ho", style) == pytest.approx(2 * (7.41 + 6.05) + 2.6)
    assert text_width_pt("", style) == 0


def test_the_number_of_a_source_is_small(style: TextStyle) -> None:
    """If a span is the number of a source, then it is set smaller and never bold, and is narrower.

    A paragraph is never made larger by it.
    """
    number = Span("[3, 5]", reference=True)
    small = replace(style, reference_pt=style.size_pt * 0.75, bold=True)
    (line,) = break_text((Span("Bread.\u00a0"), number), small, 500)
    word, mark = line.pieces
    assert (word.scale, mark.scale) == (1, 0.75)
    regular = text_width_pt("[3, 5]", style)
    assert mark.width_pt == pytest.approx(0.75 * regular)
    assert line.width_pt == pytest.approx(word.width_pt + 0.75 * regular)
    for same in (style, replace(style, reference_pt=2 * style.size_pt)):
        (line,) = break_text((number,), same, 500)
        assert line.pieces[0].scale == 1
        assert line.width_pt == pytest.approx(regular)


def test_the_number_of_a_source_is_parted_in_its_own_size(style: TextStyle) -> None:
    """If many numbers are wider than the measure, then each line holds what fits in small print."""
    numbers = Span("[" + ",".join(map(str, range(10, 60))) + "]", reference=True)
    small = replace(style, reference_pt=style.size_pt / 2)
    lines = break_text((numbers,), small, 60)
    assert "".join(line.text for line in lines) == numbers.text
    assert all(line.width_pt <= 60.02 for line in lines)
    assert len(lines) < len(break_text((numbers,), style, 60))


def test_width_grows_with_the_size(style: TextStyle) -> None:
    """If the type is twice the size, then the text is twice as wide."""
    double = TextStyle(style.fonts, 2 * style.size_pt, style.leading_pt)
    assert text_width_pt("ශ්‍රී ලංකා", double) == pytest.approx(2 * text_width_pt("ශ්‍රී ලංකා", style))


def test_line_width_leaves_out_the_space_at_its_end(style: TextStyle) -> None:
    """If a line ends with a space, then its width is that of its words alone."""
    first, second = break_text((Span("one two"),), style, text_width_pt("one t", style))
    assert (first.text, second.text) == ("one ", "two")
    assert first.width_pt == pytest.approx(text_width_pt("one", style))
    assert first.pieces[-1].width_pt == pytest.approx(text_width_pt("one ", style))


# --- filling ---------------------------------------------------------------------------------


def test_empty_text_gives_no_line(style: TextStyle) -> None:
    """If there is nothing to set, then there is no line."""
    assert break_text((), style, 100) == ()
    assert break_text((Span(""),), style, 100) == ()


def test_line_is_filled_as_far_as_it_goes(style: TextStyle) -> None:
    """If the next word fits exactly, then it stands on the line; a hair less, on the next."""
    text = (Span("one two three"),)
    exact = text_width_pt("one two", style)
    assert texts_of(break_text(text, style, exact)) == ["one two ", "three"]
    assert texts_of(break_text(text, style, exact - 0.1)) == ["one ", "two ", "three"]


def test_later_lines_hang(style: TextStyle) -> None:
    """If lines hang, then all but the first have less room."""
    width = text_width_pt("one two", style)
    lines = break_text((Span("one two one two"),), style, width, hanging_pt=10)
    assert texts_of(lines) == ["one two ", "one ", "two"]


def test_slash_and_currency_in_a_narrow_column(style: TextStyle) -> None:
    """If a column is narrow, then words part after a slash and an amount goes down whole."""
    text = (Span("භාවිතා Docker/Kubernetes වැටුප ₨ 2,500–3,000", "si"),)
    lines = texts_of(break_text(text, style, text_width_pt("භාවිතා Docker/Kub", style)))
    assert lines == ["භාවිතා Docker/", "Kubernetes වැටුප ", "₨ 2,500–3,000"]


def test_fallback_inside_one_paragraph(style: TextStyle) -> None:
    """If Latin and figures stand in a Sinhala line, then each word is set in a face that has it."""
    (line,) = break_text((Span("Docker/Kubernetes භාවිතය ₨ 2,500–3,000 கோ", "si"),), style, 500)
    clusters = [cluster for piece in line.pieces for cluster in piece.clusters]
    assert {c.face.postscript_name for c in clusters if "඀" <= c.text[0] <= "෿"} == {
        "NotoSansSinhala-Regular"
    }
    assert {c.face.postscript_name for c in clusters if "஀" <= c.text[0] <= "௿"} == {
        "NotoSansTamil-Regular"
    }
    assert all(glyph.number for cluster in clusters for glyph in cluster.glyphs)


# --- emergency -------------------------------------------------------------------------------


@pytest.mark.parametrize("letter", LETTERS)
def test_letter_is_never_parted(style: TextStyle, letter: str) -> None:
    """If a word is wider than the measure, then it is parted between letters, never inside one."""
    lines = break_text((Span(letter * 12, "si"),), style, 2.4 * text_width_pt(letter, style))
    assert texts_of(lines) == [letter * 2] * 6


def test_texts_past_what_is_remembered(library: FontLibrary) -> None:
    """If more texts are set than are remembered, then the memory stays within its bounds."""
    stack = FontLibrary(library.folder).stack(["Noto Sans"])
    style = TextStyle(stack, 12, 17)
    text = (Span("Bread"),)
    for measure in range(2_500):
        break_text(text, style, 100 + measure)
    assert len(stack.broken_texts) <= 2_000
    assert break_text(text, style, 2_599) is break_text(text, style, 2_599)
    assert texts_of(break_text(text, style, 100)) == ["Bread"]


def test_word_wider_than_the_measure_is_parted_after_its_hyphen(style: TextStyle) -> None:
    """If a word with a hyphen is wider than the measure, then it is parted after the hyphen."""
    width = text_width_pt("retrieval-aug", style)
    lines = texts_of(break_text((Span("A retrieval-augmented"),), style, width))
    assert lines == ["A ", "retrieval-", "augmented"]


@pytest.mark.parametrize("begin", ["https://a.lk/", "www.a.lk/"])
@pytest.mark.parametrize("end", ["conditions/", "(conditions)"])
def test_address_is_parted_before_its_hyphen(style: TextStyle, begin: str, end: str) -> None:
    """If an address must be parted, then it is before a hyphen, which readers else leave out."""
    address = f"{begin}new-apprentice-pay-and-{end}"
    whole = text_width_pt(address, style)
    for width in (whole * part / 40 for part in range(3, 40)):
        found = texts_of(break_text((Span(address),), style, width))
        assert "".join(found) == address
        assert not any(line.endswith("-") for line in found), found
    lines = texts_of(break_text((Span(address),), style, text_width_pt("new-apprentice-pa", style)))
    assert lines[-1] == f"-and-{end}"


def test_address_is_parted_before_the_values_it_hands_over(style: TextStyle) -> None:
    """If an address must be parted, then a line begins with the "&" of a value, not within one."""
    address = "https://a.lk/index.php?view=article&id=7&Itemid=147&lang=si"
    lines = texts_of(
        break_text((Span(address),), style, text_width_pt("view=article&id=7&I", style))
    )
    assert lines[-3:] == ["view=article&id=7", "&Itemid=147", "&lang=si"] or lines[-2:] == [
        "view=article&id=7",
        "&Itemid=147&lang=si",
    ]


def test_letter_wider_than_the_measure_stands_alone(style: TextStyle) -> None:
    """If not even one letter fits, then each has a line of its own."""
    assert texts_of(break_text((Span("ශ්‍රීW"),), style, 1)) == ["ශ්‍රී", "W"]


def test_long_word_after_a_short_one(style: TextStyle) -> None:
    """If a word that must be parted follows another, then it begins on a line of its own."""
    width = text_width_pt("aaaaaa", style)
    lines = texts_of(break_text((Span("b " + "a" * 8 + " b"),), style, width))
    assert lines == ["b ", "aaaaaa", "aa b"]


def test_amount_wider_than_the_measure_is_parted(style: TextStyle) -> None:
    """If what belongs together is wider than the measure, then it is parted all the same."""
    width = text_width_pt("USD 1", style)
    lines = break_text((Span("USD 120,000"),), style, width)
    assert "".join(texts_of(lines)) == "USD 120,000"
    assert_inside(lines, width)


def test_numbers_of_sources_wider_than_the_measure_stay_whole(style: TextStyle) -> None:
    """If no-break spaces hold together more than a line has room for, then it ends at one."""
    glue = Span("\u00a0")
    marks = [(Span(f"{number},"), glue) for number in range(10, 40)]
    text = (Span("Ward"), glue, *(span for pair in marks for span in pair))
    lines = break_text(text, style, 60)
    assert_inside(lines, 60)
    assert len(lines) > 3
    assert "".join(texts_of(lines)) == "".join(span.text for span in text)
    assert all(one.endswith(",\u00a0") for one in texts_of(lines))


def test_very_long_word(style: TextStyle) -> None:
    """If a word has 20,000 characters, then it is set over as many full lines as it needs."""
    lines = break_text((Span("n" * 20_000),), style, 300)
    assert "".join(texts_of(lines)) == "n" * 20_000
    assert len({len(line.text) for line in lines[:-1]}) == 1
    assert_inside(lines, 300)


def test_very_long_text(style: TextStyle) -> None:
    """If a field has 100 kB, then every line of it is there and inside the measure."""
    text = "කෘත්‍රිම intelligence learns, ₨ 2,500 at a time. " * 1500
    assert len(text.encode()) > 100_000
    lines = break_text((Span(text),), style, 300)
    assert "".join(texts_of(lines)) == text
    assert_inside(lines, 300)


# --- spans -----------------------------------------------------------------------------------


def test_spans_are_kept(style: TextStyle) -> None:
    """If a line holds several spans, then each piece knows its own, over line ends too."""
    plain, bold = Span("plain words and "), Span("bold words", strong=True)
    linked = Span("ගුරු", "si", link="https://example.org/")
    lines = break_text((plain, bold, linked), style, text_width_pt("plain words and bo", style))
    pieces = [piece for line in lines for piece in line.pieces]
    for span in (plain, bold, linked):
        assert "".join(piece.text for piece in pieces if piece.span is span) == span.text
    bold_faces = {c.face.postscript_name for p in pieces if p.span is bold for c in p.clusters}
    assert bold_faces == {"NotoSansSinhala-Bold"}


def test_no_line_ends_between_spans_of_one_word(style: TextStyle) -> None:
    """If a word changes its weight in its middle, then it is still one word."""
    inline = (Span("so "), Span("un", strong=True), Span("do"))
    assert texts_of(break_text(inline, style, text_width_pt("so und", style))) == ["so ", "undo"]


def test_equal_spans_stay_apart(style: TextStyle) -> None:
    """If two spans are alike, then each is a piece of its own: a link may stand beside itself."""
    link = "https://example.org/"
    (line,) = break_text((Span("a", link=link), Span("a", link=link)), style, 100)
    assert [piece.text for piece in line.pieces] == ["a", "a"]


# --- laws ------------------------------------------------------------------------------------


@st.composite
def inlines(draw: st.DrawFn) -> tuple[Span, ...]:
    """Give lines of text of several scripts, weights and languages."""
    piece = st.one_of(
        st.sampled_from(WORDS), st.sampled_from(LETTERS), st.text(max_size=8), st.just(" ")
    )
    span = st.builds(
        Span,
        st.lists(piece, max_size=8).map("".join),
        st.sampled_from(["en", "si", "ta", "th"]),
        st.booleans(),
        st.booleans(),
        st.sampled_from(["", "https://example.org/"]),
    )
    return tuple(draw(st.lists(span, max_size=4)))


@given(inlines(), st.floats(1, 400), st.floats(0, 20))
def test_nothing_is_lost_and_nothing_sticks_out(
    inline: tuple[Span, ...], width_pt: float, hanging_pt: float
) -> None:
    """If any text is set to any measure, then its lines hold it exactly, none of them too wide."""
    lines = break_text(inline, STYLE, width_pt, hanging_pt=hanging_pt)
    assert "".join(line.text for line in lines) == plain_text(inline)
    assert_inside(lines[:1], width_pt)
    assert_inside(lines[1:], width_pt - hanging_pt)
    for span in {id(span): span for span in inline}.values():
        pieces = [piece for line in lines for piece in line.pieces if piece.span is span]
        # Pieces and clusters stand as on the line, which may turn what is read from right to left.
        assert sorted("".join(piece.text for piece in pieces)) == sorted(span.text)
    for piece in (piece for line in lines for piece in line.pieces):
        drawn = "".join(cluster.text for cluster in piece.clusters)
        assert sorted(drawn) == sorted(piece.text)


@given(st.lists(st.sampled_from(LETTERS), min_size=1, max_size=30), st.floats(1, 60))
def test_letters_stay_whole_at_any_measure(letters: list[str], width_pt: float) -> None:
    """If letters of any script make a word, then every line of it begins with a whole letter."""
    text = "".join(letters)
    lines = texts_of(break_text((Span(text, "si"),), STYLE, width_pt))
    ends = {0}
    for letter in letters:
        ends.add(max(ends) + len(letter))
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    assert all(start < end for start, end in pairwise(starts))
    assert set(starts) <= ends


def test_a_span_in_another_language_keeps_its_own_order() -> None:
    """If an English question stands in an Arabic label, then its question mark stays at its end."""
    arabic = "\u062f\u0642\u0627\u0626\u0642"
    inline = (Span("Why not?", "en"), Span(f" (5 {arabic})", "ar"))
    style = dataclasses.replace(STYLE, right_to_left=True)
    (line,) = break_text(inline, style, 400)
    assert line.text == f"Why not? (5 {arabic})"
    drawn = "".join(cluster.text for piece in line.pieces for cluster in piece.clusters)
    assert drawn.endswith("Why not?")


def test_what_was_broken_is_known_by_its_own_spans() -> None:
    """If a text is set again, then its lines are there; equal words elsewhere have their own."""
    text = (Span("Learn to wire a house safely", "en"),)
    same = (Span("Learn to wire a house safely", "en"),)
    lines = break_text(text, STYLE, 60)
    assert break_text(text, STYLE, 60) is lines
    assert break_text(text, STYLE, 90) != lines
    other = break_text(same, STYLE, 60)
    assert texts_of(other) == texts_of(lines)
    assert all(piece.span is same[0] for line in other for piece in line.pieces)
