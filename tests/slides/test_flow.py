"""Text of any length goes over as many slides as it needs; nothing is lost on the way."""

from __future__ import annotations

import io

from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation

from careerkit.document import blocks as b
from careerkit.document.spans import Inline, plain_text
from careerkit.document.theme import Theme
from careerkit.document.traversal import spans
from careerkit.slides.flow import pour
from careerkit.slides.make_master import make_master
from careerkit.slides.measure import Measurer
from careerkit.slides.paragraphs import PLAIN, SlideParagraph
from careerkit.slides.running_text import flatten
from careerkit.slides.slide_layout import Placeholder
from careerkit.typography import FontLibrary
from tests.pptx.reading import all_text, squeezed, titles
from tests.slides.conftest import STYLE, Opener, Writer
from tests.slides.documents import document, item, pay, say, section

LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"))
WORDS = st.text(LETTERS, min_size=1, max_size=30).map(lambda text: " ".join(text.split()))
TEXTS = st.one_of(
    WORDS,
    st.integers(1, 300).map(lambda count: "bread " * count),
    st.integers(30, 400).map(lambda count: "x" * count),
).filter(lambda text: bool(text.strip()))


def lines() -> st.SearchStrategy[Inline]:
    """Give lines of text."""
    return TEXTS.map(say)


def some_blocks() -> st.SearchStrategy[b.Block]:
    """Give blocks of any sort with texts of any length."""
    text = lines()
    some = st.lists(text, min_size=1, max_size=8)
    items = some.map(lambda each: tuple(b.ListItem(line) for line in each))
    paragraph = st.builds(b.Paragraph, text, st.sampled_from(["body", "caption", "source"]))
    below = st.lists(paragraph, max_size=2).map(tuple)
    some_below = st.lists(paragraph, min_size=1, max_size=2).map(tuple)
    return st.one_of(
        paragraph,
        st.builds(b.Heading, st.just(2), text),
        st.builds(
            b.BulletList, items, st.sampled_from(["bullets", "numbers", "ticks", "tags", "yes"])
        ),
        some.map(lambda each: b.Steps(tuple(b.Step(line, line) for line in each))),
        some.map(lambda each: b.FactGrid(tuple(b.Fact(line, line, line) for line in each))),
        st.builds(b.Callout, st.sampled_from(["caution", "tip"]), text, some_below),
        st.builds(b.QRCode, st.just("https://example.org/"), text, below),
        some.map(lambda each: b.Table((), tuple((line, line) for line in each))),
        some.map(
            lambda each: b.Roadmap(
                tuple(b.Stage(line, line, (b.Paragraph(line),)) for line in each)
            )
        ),
        some.map(lambda each: b.Definitions(tuple(b.Definition(line, line) for line in each))),
        st.builds(b.Cover, st.just("seed"), text, text, text, text),
        some.map(
            lambda each: b.RangeChart(
                each[0],
                each[-1],
                each[0],
                tuple(
                    b.Range(line, 10, 20, False, say("10"), say("20"), line, line) for line in each
                ),
            )
        ),
    )


@settings(max_examples=60)
@given(st.lists(some_blocks(), max_size=4), lines())
def test_no_text_is_lost(write: Writer, blocks: list[b.Block], title: Inline) -> None:
    """If any blocks are given with texts of any length, then all of their words are in the deck."""
    doc = document(b.Section("any", "list", title, tuple(blocks)))
    heard = squeezed(all_text(write(doc)))
    for span in spans(doc.sections):
        words = squeezed(span.text)
        # A text that goes over several slides is interrupted by their titles and notes.
        if len(words) < 15:
            assert words in heard
        else:
            assert all(squeezed(word)[:8] in heard for word in span.text.split())


@settings(max_examples=100)
@given(
    st.lists(st.tuples(TEXTS, st.sampled_from([0, PLAIN]), st.booleans()), min_size=1, max_size=12),
    st.integers(1, 8),
)
def test_pouring_keeps_text_and_measure(
    theme: Theme, library: FontLibrary, given_: list[tuple[str, int, bool]], most: int
) -> None:
    """If paragraphs are poured, then shares hold all of them in order, each within its body."""
    body = make_master(theme.deck, STYLE).plain.body
    measure = Measurer(theme.deck, STYLE, library)
    words = [
        SlideParagraph(say(text), level, "" if level else "bullets", keep=keep)
        for text, level, keep in given_
    ]
    shares = pour(words, body, measure, most)
    shown = "".join(plain_text(each.text) for share in shares for each in share)
    assert squeezed(shown) == squeezed("".join(text for text, _, _ in given_))
    for share in shares:
        assert height(share, body, measure) <= body.box.height + 0.1


def height(share: tuple[SlideParagraph, ...], body: Placeholder, measure: Measurer) -> float:
    """Measure what stands in a placeholder, from its words alone."""
    total = 0.0
    for place, each in enumerate(share):
        level = body.levels[each.level]
        found = measure.paragraph(each, level, body.box.width)
        total += len(found.line_ends) * found.leading_pt + (found.before_pt if place else 0)
    return total


def test_a_long_field_goes_over_many_slides(write: Writer) -> None:
    """If a field has 100 kB, then every word of it is on a slide, and the last says which it is."""
    text = " ".join(f"word{count}" for count in range(11_000))
    data = write(document(section("long", "list", "Long", b.Paragraph(say(text)))))
    deck = Presentation(io.BytesIO(data))
    body = " ".join(slide.placeholders[1].text_frame.text for slide in deck.slides)
    assert body.split() == text.split()
    count = len(deck.slides)
    assert titles(deck)[-1] == f"Long ({count} of {count})"


def test_a_long_word_goes_over_many_slides(write: Writer) -> None:
    """If a word has 20,000 letters, then all of them are on slides."""
    word = "abcdefghij" * 2_000
    data = write(document(section("long", "list", "Long", b.Paragraph(say(word)))))
    deck = Presentation(io.BytesIO(data))
    assert "".join(slide.placeholders[1].text_frame.text for slide in deck.slides) == word


def test_prose_has_at_most_six_lines(theme: Theme, library: FontLibrary) -> None:
    """If prose is long, then each slide has six lines of it at most."""
    body = make_master(theme.deck, STYLE).plain.body
    measure = Measurer(theme.deck, STYLE, library)
    shares = pour([SlideParagraph(say("bread " * 500), PLAIN, "")], body, measure, 6)
    for share in shares:
        found = [measure.paragraph(each, body.levels[PLAIN], body.box.width) for each in share]
        assert sum(len(each.line_ends) for each in found) <= 6


def test_prose_is_parted_after_a_sentence(theme: Theme, library: FontLibrary) -> None:
    """If a sentence ends in the last third of what fits, then the next slide begins after it."""
    body = make_master(theme.deck, STYLE).plain.body
    measure = Measurer(theme.deck, STYLE, library)
    fresh, tamil = "Bread is baked at night so that it is fresh. ", "இது கடினமாக இருக்கும். "
    for sentence in (fresh, tamil * 2, "Bread " * 400):
        words = [SlideParagraph(say((sentence * 14).strip()), PLAIN, "")]
        shares = pour(words, body, measure, 6)
        shown = [plain_text(each.text) for share in shares for each in share]
        assert " ".join(shown).split() == (sentence * 14).split()
        assert all(height(share, body, measure) <= body.box.height for share in shares)
        assert shown[0].endswith(".") == sentence.rstrip().endswith(".")


def test_a_long_title_goes_on_as_text(opened: Opener) -> None:
    """If a title has more than two lines, then the rest of it is the first text of the slide."""
    title = " ".join(f"title{count}" for count in range(40))
    deck = opened(document(section("t", "list", title, b.Paragraph(say("Body.")))))
    words = titles(deck)[0].split()
    body = deck.slides[0].placeholders[1].text_frame.text.split()
    assert [*words, *body[: 40 - len(words)]] == title.split()


def test_a_heading_stays_with_its_text(opened: Opener) -> None:
    """If a heading would stand last on a slide, then it goes on with what it heads."""
    first = b.BulletList(tuple(item(f"Item {count}") for count in range(6)))
    second = b.BulletList((item("One"), item("Two")))
    deck = opened(document(section("h", "list", "H", first, b.Heading(2, say("Head")), second)))
    for slide in deck.slides:
        paragraphs = slide.placeholders[1].text_frame.paragraphs
        assert paragraphs[-1].text != "Head"


def test_a_chart_of_many_rows_goes_over_slides(opened: Opener) -> None:
    """If a chart has eight rows, then it becomes two charts of four."""
    rows = [(f"Level {count}", 1000.0 * count, 2000.0 * count) for count in range(1, 9)]
    deck = opened(document(section("pay", "chart", "Pay", pay(*rows))))
    counts = [
        len(list(shape.chart.plots[0].categories))
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_chart
    ]
    assert counts == [4, 4]


def test_tags_are_parted_between_two(theme: Theme, library: FontLibrary) -> None:
    """If tags in a row go over slides, then each is whole, and no line begins with the dot."""
    body = make_master(theme.deck, STYLE).plain.body
    measure = Measurer(theme.deck, STYLE, library)
    for count in range(20, 60):
        tags = [f"loaf of bread number {number}" for number in range(count)]
        block = b.BulletList(tuple(item(tag) for tag in tags), "tags")
        (words,) = flatten([block])
        shares = pour([words], body, measure, 6)
        shown = [plain_text(each.text) for share in shares for each in share]
        assert [tag.strip() for text in shown for tag in text.split("·") if tag.strip()] == tags
        (level, width) = (body.levels[PLAIN], body.box.width)
        ends = measure.line_ends(words.text, level, width)
        assert not any(plain_text(words.text)[end:].startswith("·") for end in ends)
