"""Booklets of profiles as people really write them: too short, far too long, like markup."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args
from unicodedata import bidirectional

import page as pdf_validator
import pypdfium2
import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from careerkit.content import ContentError
from careerkit.document.block_kinds import BLOCK_KINDS
from careerkit.document.blocks import (
    Block,
    BulletList,
    Callout,
    Contents,
    Cover,
    Definition,
    Definitions,
    Fact,
    FactGrid,
    Heading,
    ListItem,
    ListStyle,
    Paragraph,
    ParagraphRole,
    Picture,
    QRCode,
    Range,
    RangeChart,
    Roadmap,
    Stage,
    StampBox,
    Step,
    Steps,
    Table,
    WritingLines,
)
from careerkit.document.section_kinds import PageKind
from careerkit.document.spans import Inline, Span
from careerkit.document.theme import Theme
from careerkit.typography import FontLibrary, LocaleStyle
from tests.booklet import write_booklet
from tests.pages.conftest import FAMILIES, Bind, Booklet, chapter, document, words
from tests.pages.extracted_text import printed_spans, ranges, read_with_pdfminer, squeezed
from tests.pages.test_pagination import assert_filled, assert_well_paged
from tests.strategies import profiles

MINIMAL = """\
schema: 1
title: "{title}"
tagline: "{tagline}"
overview:
  work: "{work}"
daily_tasks:
  - "{task}"
"""
PICTURE = Path(__file__).parent / "goldens" / "script-latin.png"
LIKE_MARKUP = ("<b>bold</b> & <i>", "&amp; &lt;", "{{ 7*7 }} {% raw %}", "]]> <!-- # %")

WriteProfile = Callable[..., Booklet]


@pytest.fixture
def bind_minimal(bind_profile: Callable[[Path], Booklet], tmp_path: Path) -> WriteProfile:
    """Write a booklet of a profile with the required fields alone."""

    def write(**fields: str) -> Booklet:
        values = {"title": "Baker", "tagline": "Bread", "work": "Bakes bread.", "task": "Knead"}
        path = tmp_path / "careers" / "baker.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(MINIMAL.format(**{**values, **fields}), encoding="utf-8")
        return bind_profile(path)

    return write


def assert_complete(booklet: Booklet) -> None:
    """Check that every text is in the tag tree whole, as it was written."""
    tagged = booklet.tagged
    found = squeezed(tagged.text(tagged.root))
    printed = [span.text for span in printed_spans(booklet.document, booklet.pdfium)]
    assert [text for text in printed if not _stands_in(squeezed(text), found)] == []
    for row in ranges(booklet.document):
        summary = "".join(span.text for span in row.summary)
        low = "".join(span.text for span in row.low_text)
        assert squeezed(summary) in found or squeezed(low) in found


def _stands_in(text: str, found: str) -> bool:
    if text in found:
        return True
    # A line that runs from right to left is drawn from left to right: only its letters can be
    # compared here. Beside one, figures and marks at a text's ends go with it (UAX #9, W2, N1).
    strong = [at for at, character in enumerate(text) if bidirectional(character) == "L"]
    core = text[strong[0] : strong[-1] + 1] if strong else ""
    is_moved = _has_right_to_left(text) or (_has_right_to_left(found) and core in found)
    return is_moved and set(text) <= set(found)


def _has_right_to_left(text: str) -> bool:
    return any(bidirectional(c) in {"R", "AL", "AN", "RLE", "RLO", "RLI"} for c in text)


def assert_inside_pages(booklet: Booklet) -> None:
    """Check that no text stands outside its page: nothing is cut off."""
    tagged = booklet.tagged
    for shown in tagged.reading.shown:
        box = tagged.pdf.pages[shown.page].mediabox
        width, height = float(box[2]), float(box[3])
        assert 0 < shown.x < width, shown
        assert 0 < shown.y < height - shown.size_pt / 2, shown


def assert_accessible(booklet: Booklet) -> None:
    """Check a booklet against PDF/UA-1."""
    failures = pdf_validator.validate_pdf_bytes(booklet.content, profile="ua1").failures
    assert [str(failure) for failure in failures] == []


def assert_sound(booklet: Booklet) -> None:
    """Check all that holds of any booklet."""
    assert booklet.page_count == len(booklet.pdfium)
    assert booklet.page_count % 4 == 0
    assert_complete(booklet)
    assert_inside_pages(booklet)
    assert_well_paged(booklet)
    assert_accessible(booklet)


# --- short -----------------------------------------------------------------------------------


def test_minimal_profile_makes_a_whole_booklet(bind_minimal: WriteProfile, theme: Theme) -> None:
    """If a profile has the required fields alone, then its booklet is complete and well filled."""
    booklet = bind_minimal()
    assert_sound(booklet)
    assert_filled(booklet, theme)
    headings = [booklet.tagged.text(h) for h in booklet.tagged.elements("H1")]
    assert headings[:4] == ["Baker", "Contents", "What the job is", "A day at work"]


def test_document_without_covers_or_spares(bind: Bind) -> None:
    """If a layout has one chapter and nothing else, then it still folds, and passes."""
    booklet = bind(document(chapter(Paragraph(text=words("Bread.")))))
    assert_sound(booklet)
    assert booklet.page_count == 4


def test_empty_spare_is_no_page(bind: Bind) -> None:
    """If a spare section has nothing in it, then the booklet is made all the same."""
    spare = chapter(name="spare", title="", kind="spare")
    assert_sound(bind(document(chapter(Paragraph(text=words("Bread."))), spare)))


def test_unknown_kind_is_named(bind: Bind) -> None:
    """If a section is of a kind that no booklet has, then the error says which there are."""
    with pytest.raises(ContentError) as caught:
        bind(document(chapter(kind="statement", name="end")))
    (problem,) = caught.value.problems
    assert problem.message == '"statement" is not a kind of page a booklet has'
    assert problem.hint == "the kinds are cover, contents, chapter, spare, back"
    assert problem.field == "end"


def test_unknown_font_is_named(theme: Theme, library: FontLibrary) -> None:
    """If a language names a font that is not there, then the error names it and nothing is made."""
    target = io.BytesIO()
    style = LocaleStyle(("Noto Sans Thai",))
    with pytest.raises(ContentError, match='no font files for the family "Noto Sans Thai"'):
        write_booklet(document(chapter()), theme, style, library, target)
    assert target.getvalue() == b""


# --- long ------------------------------------------------------------------------------------


@pytest.mark.parametrize("field", ["title", "tagline", "work", "task"])
@pytest.mark.parametrize(
    "text",
    ["n" * 20_000, "Words that go on and on. " * 4_100, "ක්‍ෂ" * 1000],
    ids=["word", "100 kB", "conjuncts"],
)
def test_any_field_may_be_long(bind_minimal: WriteProfile, field: str, text: str) -> None:
    """If a field is a word of 20,000 characters or 100 kB of text, then all of it is printed."""
    booklet = bind_minimal(**{field: text.strip()})
    assert booklet.page_count % 4 == 0
    assert_complete(booklet)
    assert_inside_pages(booklet)


LONG: Mapping[type[Block], Callable[[Inline], Iterable[Block]]] = {
    Heading: lambda line: [Heading(2, line)],
    Paragraph: lambda line: [Paragraph(line, role) for role in get_args(ParagraphRole)],
    BulletList: lambda line: [
        BulletList((ListItem(line, (Paragraph(line),)),), style) for style in get_args(ListStyle)
    ],
    Steps: lambda line: [Steps((Step(line, line),))],
    FactGrid: lambda line: [
        FactGrid((Fact(line, line, line), Fact(words("7"), line), Fact(words("8"), line)))
    ],
    RangeChart: lambda line: [
        RangeChart(line, line, words("chart"), (_long_range(line), _long_range(line)))
    ],
    Callout: lambda line: [Callout("caution", line, (Paragraph(line), Paragraph(line)))],
    Roadmap: lambda line: [
        Roadmap((Stage(line, line, (Paragraph(line),)), Stage(line, (), (Paragraph(line),))))
    ],
    Picture: lambda line: [Picture(PICTURE, words("picture"), line)],
    QRCode: lambda line: [
        QRCode("https://example.org/", words("code"), (Paragraph(line), Paragraph(line)))
    ],
    WritingLines: lambda line: [WritingLines(line, 60)],
    Definitions: lambda line: [Definitions((Definition(line, line),))],
    Table: lambda line: [
        Table((line, words("b")), ((words("a"), line), (line, words("b")))),
    ],
    StampBox: lambda line: [StampBox(words("stamp"), (line,))],
}
"""Of each kind of block, how it is made with a long text in each of its places."""


def _long_range(line: Inline) -> Range:
    return Range(line, 10, 20, True, line, line, line, line)


def long_blocks(text: str) -> Iterator[Block]:
    """Give each kind of block that may stand anywhere on a page, with long texts."""
    for kind in BLOCK_KINDS:
        if kind.home("pages") in ("anywhere", "drawn"):
            yield from LONG[kind.block](words(text))


@pytest.mark.parametrize(
    "block",
    list(long_blocks("Words that go on and on. " * 120)),
    ids=lambda block: type(block).__name__,
)
def test_any_block_may_be_long(bind: Bind, block: Block) -> None:
    """If a block's texts are longer than a page, then it runs over pages and nothing is lost."""
    booklet = bind(document(chapter(block)))
    assert_complete(booklet)
    assert_inside_pages(booklet)
    assert_accessible(booklet)


@pytest.mark.parametrize("kind", ["cover", "spare", "back"])
def test_single_pages_run_on(bind: Bind, kind: PageKind) -> None:
    """If a cover, a worksheet page or the back has more than a page, then it goes on."""
    text = words("Words that go on and on. " * 200)
    block: Block = Paragraph(text=text)
    if kind == "cover":
        block = Cover(seed="x", title=words("Baker"), tagline=text, foot=text)
    one = chapter(Paragraph(text=words("Bread.")))
    booklet = bind(document(one, chapter(block, name="other", title="Other", kind=kind)))
    assert booklet.page_count % 4 == 0
    assert_complete(booklet)
    assert_inside_pages(booklet)


def test_many_chapters_have_many_lines_of_contents(bind: Bind) -> None:
    """If there are more chapters than lines on a page, then the contents go on, and are right."""
    chapters = [
        chapter(Paragraph(text=words("Bread. " * 90)), name=f"c{n}", title=f"Chapter no {n}")
        for n in range(60)
    ]
    contents = chapter(Contents(), name="contents", title="Contents", kind="contents")
    tagged = bind(document(contents, *chapters)).tagged
    pages = {tagged.text(h): tagged.shown(h)[0].page + 1 for h in tagged.elements("H1")}
    entries = [tagged.text(entry) for entry in tagged.elements("TOCI")]
    assert entries == [f"Chapter no {n}{pages[f'Chapter no {n}']}" for n in range(60)]


# --- odd -------------------------------------------------------------------------------------


def test_markup_is_printed_as_it_stands(bind_minimal: WriteProfile) -> None:
    """If a text looks like markup or a template, then pdfium and pdfminer read just that."""
    for text in LIKE_MARKUP:
        booklet = bind_minimal(title=text, tagline=text, work=text, task=text)
        found = [
            squeezed(read_with_pdfminer(booklet.content)),
            squeezed("".join(p.get_textpage().get_text_range() for p in booklet.pdfium)),
        ]
        for reading in found:
            assert reading.count(squeezed(text)) >= 4
        assert booklet.pdfium.get_metadata_value("Title") == text
        assert_accessible(booklet)


@pytest.mark.parametrize("count", range(8))
def test_spare_pages_fill_the_sheet(bind: Bind, theme: Theme, count: int) -> None:
    """If chapters leave pages over, then worksheets fill them, each with its lines."""
    chapters = [
        chapter(Paragraph(text=words("Bread. " * 250)), name=f"c{n}", title=f"Chapter {n}")
        for n in range(count)
    ]
    spares = [
        chapter(WritingLines(prompt=words("Ask"), count=0), name=n, title=n, kind="spare")
        for n in ("Questions", "Steps", "Notes")
    ]
    cover = chapter(Cover("x", words("B"), words("b")), name="cover", title="", kind="cover")
    back = chapter(Paragraph(text=words("Ask us.")), name="back", title="Back", kind="back")
    booklet = bind(document(cover, *chapters, *spares, back))
    assert_sound(booklet)
    assert_filled(booklet, theme)


def test_fact_beside_a_fact_keeps_its_words(bind: Bind) -> None:
    """If short facts stand two abreast, then each is read whole, one after the other."""
    facts = tuple(Fact(words(str(n)), words(f"label {n}"), words(f"note {n}")) for n in range(5))
    tagged = bind(document(chapter(FactGrid(items=facts)))).tagged
    read = [[tagged.text(part) for part in each.children] for each in tagged.elements("Div")]
    assert read == [[str(n), f"label {n}", f"note {n}"] for n in range(5)]


def test_term_that_returns_in_its_meaning_is_tagged_right(bind: Bind) -> None:
    """If a meaning has the term in bold in it, then the term is the label, that word is not."""
    entry = Definition(words("Proof"), (Span("Proof", strong=True), Span(" makes dough rise.")))
    tagged = bind(document(chapter(Definitions(items=(entry,))))).tagged
    assert [tagged.text(label) for label in tagged.elements("Lbl")] == ["Proof"]
    (body,) = tagged.elements("LBody")
    assert tagged.text(body).strip() == "Proof makes dough rise."


# --- any -------------------------------------------------------------------------------------


@settings(
    max_examples=15,
    phases=[Phase.explicit, Phase.generate],  # to make a failure small takes minutes here
)
@given(profiles())
def test_any_profile_makes_a_booklet(bind_profile: Callable[[Path], Booklet], profile: str) -> None:
    """If a profile is valid, then its booklet is made, whole, and all of its text is in it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "careers" / "any.yaml"
        path.parent.mkdir()
        path.write_text(profile, encoding="utf-8")
        assert_sound(bind_profile(path))


@settings(max_examples=40)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=6))
@example(["\u200d", "\u0301", "\ufe0f", "\u00ad"])
def test_any_characters_are_kept(bind: Bind, texts: list[str]) -> None:
    """If a text has any characters at all, then the page keeps them, in their order."""
    blocks = [Paragraph(text=words(text)) for text in texts if text]
    tagged = bind(document(chapter(*blocks, title="Any"))).tagged
    found = [tagged.text(paragraph) for paragraph in tagged.elements("P")]
    written = [text for text in texts if text]
    assert [sorted(text) for text in found] == [sorted(text) for text in written]
    for read, text in zip(found, written, strict=True):
        assert read == text or _has_right_to_left(text)


# --- the same again --------------------------------------------------------------------------


def test_same_document_gives_same_bytes(career: Booklet, theme: Theme) -> None:
    """If a booklet is made twice, even with its fonts opened anew, then the bytes are the same."""
    made = []
    for _ in range(2):
        target = io.BytesIO()
        library = FontLibrary(Path(__file__).parents[2] / "layouts" / "fonts")
        write_booklet(career.document, theme, LocaleStyle(FAMILIES), library, target)
        made.append(target.getvalue())
    assert made[0] == made[1]
    assert made[0] == career.content
    assert len(pypdfium2.PdfDocument(made[0])) == career.page_count
