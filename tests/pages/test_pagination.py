"""Where pages end: the laws of the column, for any column and on reopened booklets."""

from __future__ import annotations

from itertools import groupby, pairwise

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from careerkit.document.blocks import (
    BulletList,
    Callout,
    Contents,
    Heading,
    ListItem,
    Paragraph,
    QRCode,
)
from careerkit.document.theme import Theme
from careerkit.pages.pagination import LEAST_FILL, FilledPage, paginate, stretch
from careerkit.pages.strip import Strip, keep_ends, keep_together, keep_with_next
from careerkit.typography import FontLibrary, LocaleStyle
from tests.booklet import part_booklet
from tests.pages.conftest import FAMILIES, Bind, Booklet, chapter, document, words
from tests.pages.tag_tree import Element

HEIGHT, GRID = 480.0, 17.0
_MM = 72 / 25.4


# --- any column ------------------------------------------------------------------------------


@st.composite
def columns(draw: st.DrawFn) -> list[Strip]:
    """Give columns of headings, paragraphs, lists and pictures, as the setters make them."""
    strips: list[Strip] = []
    for _ in range(draw(st.integers(1, 25))):
        kind = draw(st.sampled_from(["text", "text", "heading", "picture", "section"]))
        lines = [Strip(GRID) for _ in range(draw(st.integers(1, 30)))]
        lines[0] = lines[0]._replace(snap=True, space_before=draw(st.floats(0, 20)))
        block = keep_ends(lines)
        if kind == "picture":
            block = keep_together([Strip(draw(st.floats(20, 288))), Strip(13.5)])
        elif kind in {"heading", "section"}:
            height = 17 if kind == "heading" else 25.5
            head = Strip(height, snap=True, space_before=13, heads=True)
            block = keep_with_next([head._replace(starts="x" * (kind == "section"))], block)
        strips += block
    return strips


def strips_of(page: FilledPage) -> list[Strip]:
    """Give what stands on a page."""
    return [placed.strip for placed in page.placed]


@given(columns())
def test_pages_hold_the_column(column: list[Strip]) -> None:
    """If any column is parted, then its pages hold it in order, inside them, not overlapping."""
    pages = paginate(column, HEIGHT, GRID)
    assert [strip for page in pages for strip in strips_of(page)] == column
    for page in pages:
        assert page.placed[0].top == 0
        assert page.bottom <= HEIGHT + 0.1
        for upper, lower in pairwise(page.placed):
            assert lower.top >= upper.top + upper.strip.height - 0.1
            if lower.strip.snap:
                assert round(lower.top / GRID, 3) % 1 == 0


@given(columns())
def test_nothing_is_parted_that_may_not_be(column: list[Strip]) -> None:
    """If a break is forbidden, then no page begins there: no heading or line is left alone."""
    pages = paginate(column, HEIGHT, GRID)
    assert not any(page.placed[0].strip.keep for page in pages)


@given(columns())
def test_pages_are_filled_where_they_can_be(column: list[Strip]) -> None:
    """If pages can all be filled to a quarter, then they are: all are, but for the last of all.

    What is kept together here is at most three fifths of a page, so only the end can be short.
    """
    pages = paginate(column, HEIGHT, GRID)
    assert all(page.bottom >= LEAST_FILL * HEIGHT for page in pages[:-1])


def test_short_end_takes_lines_from_the_page_before() -> None:
    """If a column ends with a few lines too many, then more of it goes with them."""
    lines = [Strip(GRID) for _ in range(int(HEIGHT // GRID) + 2)]
    first, second = paginate(lines, HEIGHT, GRID)
    assert second.bottom >= LEAST_FILL * HEIGHT
    assert len(first.placed) + len(second.placed) == len(lines)


def test_group_higher_than_a_page_is_parted_all_the_same() -> None:
    """If what is to be kept together is higher than a page, then it is parted, and nothing lost."""
    column = keep_together([Strip(GRID) for _ in range(100)])
    pages = paginate(column, HEIGHT, GRID)
    assert sum(len(page.placed) for page in pages) == 100
    assert all(page.bottom <= HEIGHT for page in pages)


def test_strip_higher_than_a_page_has_its_own() -> None:
    """If one strip is higher than a page, then it has a page of its own."""
    pages = paginate([Strip(200), Strip(HEIGHT + 50), Strip(200)], HEIGHT, GRID)
    assert [len(page.placed) for page in pages] == [1, 1, 1]


def test_no_column_has_no_pages() -> None:
    """If there is nothing, then there is no page."""
    assert paginate([], HEIGHT, GRID) == []


def test_very_long_column() -> None:
    """If a column has 20,000 lines, then it is parted into full pages."""
    pages = paginate([Strip(GRID) for _ in range(20_000)], HEIGHT, GRID)
    assert sum(len(page.placed) for page in pages) == 20_000
    assert len(pages) <= 20_000 // 28 + 2


@given(st.lists(st.integers(1, 3), min_size=1, max_size=4))
def test_ruled_lines_fill_the_page(counts: list[int]) -> None:
    """If lines may be repeated, then they are until one more would not fit, in turn."""
    ruled = Strip(25.5, stretches=True)
    strips = [strip for count in counts for strip in (Strip(GRID), *[ruled] * count)]
    page = stretch(strips, HEIGHT, GRID)
    assert HEIGHT - 25.5 - GRID < page.bottom <= HEIGHT + 0.1
    is_ruled = (placed.strip.stretches for placed in page.placed)
    grown = [len(list(group)) for ruled_set, group in groupby(is_ruled) if ruled_set]
    assert len(grown) == len(counts)
    assert max(b - a for a, b in zip(counts, grown, strict=True)) <= 1 + min(
        b - a for a, b in zip(counts, grown, strict=True)
    )


# --- reopened --------------------------------------------------------------------------------


def assert_well_paged(booklet: Booklet) -> None:
    """Check a booklet's pages for headings, lines and bullets left alone."""
    tagged = booklet.tagged
    for heading in tagged.elements("H1", "H2", "H3"):
        if _heads_nothing(heading):
            continue
        (page,) = {shown.page for shown in tagged.shown(heading)}
        lowest = min(shown.y for shown in tagged.shown(heading))
        below = [
            s.y for s in tagged.reading.shown if s.page == page and s.mcid >= 0 and s.y < lowest
        ]
        drawn_below = any(
            figure.alt and any(content.page == page for content in figure.content())
            for figure in tagged.elements("Figure")
        )
        assert below or drawn_below, f"at the foot of page {page + 1}: {tagged.text(heading)}"
    for paragraph in tagged.elements("P"):
        lines = {(shown.page, round(shown.y, 1)) for shown in tagged.shown(paragraph)}
        if len(lines) < 4:
            continue
        pages = [page for page, _ in lines]
        alone = [page + 1 for page in set(pages) if pages.count(page) == 1]
        assert not alone, f"a line alone on page {alone}: {tagged.text(paragraph)[:60]}"
    for item in tagged.elements("LI"):
        label, *rest = item.children
        if rest and tagged.shown(label) and tagged.shown(rest[0]):
            assert tagged.shown(label)[0].page == tagged.shown(rest[0])[0].page


def _heads_nothing(heading: Element) -> bool:
    """Say whether a heading, a stage of the path that has only its name, stands over nothing."""
    assert heading.parent is not None
    after = heading.parent.children[heading.parent.children.index(heading) + 1 :]
    return not after or after[0].tag in {"H1", "H2", "H3"}


def ink_of(pdf: pypdfium2.PdfDocument, number: int, theme: Theme) -> float:
    """Return how far down its text area a page is filled, from 0 to 1, as it is drawn."""
    sizes = theme.booklet
    image = pdf[number].render(scale=1).to_pil().convert("L")
    head = sizes.margin_top_mm * _MM
    foot = image.height - sizes.margin_bottom_mm * _MM
    area = image.crop((0, round(head), image.width, round(foot)))
    box = Image.eval(area, lambda value: 255 if value < 235 else 0).getbbox()
    return box[3] / area.height if box else 0.0


def assert_filled(booklet: Booklet, theme: Theme) -> None:
    """Check that no page between the covers is under a quarter full."""
    inner = range(1, len(booklet.pdfium) - 1)
    empty = [n + 1 for n in inner if ink_of(booklet.pdfium, n, theme) < LEAST_FILL]
    assert empty == []


def test_careers_are_well_paged(career: Booklet, theme: Theme) -> None:
    """If a career is set, then nothing on its pages is left alone, and no page is near empty."""
    assert_well_paged(career)
    assert_filled(career, theme)


def test_lines_of_facing_pages_share_the_grid(career: Booklet) -> None:
    """If body text stands on two pages, then most of its lines stand at the same heights."""
    heights = [
        round(shown.y % 17, 1)
        for shown in career.tagged.reading.shown
        if shown.size_pt == 12 and shown.mcid >= 0
    ]
    commonest = max(set(heights), key=heights.count)
    assert heights.count(commonest) > len(heights) / 3


@pytest.mark.parametrize("paragraphs", range(1, 16))
def test_pages_of_any_length_are_well_set(bind: Bind, theme: Theme, paragraphs: int) -> None:
    """If a text has any length, then its pages keep the laws."""
    blocks = [
        block
        for number in range(paragraphs)
        for block in (
            Heading(level=2, text=words(f"Part {number}")),
            Paragraph(text=words("Some words that make up a few lines. " * (1 + number % 7))),
            BulletList(
                items=tuple(
                    ListItem(text=words("An item that runs over more than one line, now and then."))
                    for _ in range(number % 4)
                )
            ),
            QRCode("https://example.org/", words("code"), (Paragraph(text=words("Words")),)),
        )
        if not isinstance(block, BulletList) or block.items
    ]
    spare = Paragraph(text=words("Room for notes. " * 40))
    booklet = bind(
        document(
            chapter(*blocks),
            *(chapter(spare, name=f"s{n}", title=f"Spare {n}", kind="spare") for n in range(3)),
        )
    )
    assert booklet.page_count % 4 == 0
    assert_well_paged(booklet)
    empty = [
        number + 1
        for number in range(booklet.page_count)
        if ink_of(booklet.pdfium, number, theme) < LEAST_FILL
    ]
    assert empty == []


def pages_of(booklet: Booklet, *texts: str) -> set[int]:
    """Give the pages on which some words of paragraphs stand."""
    tagged = booklet.tagged
    return {
        shown.page
        for paragraph in tagged.elements("P")
        if tagged.text(paragraph).startswith(texts)
        for shown in tagged.shown(paragraph)
    }


@pytest.mark.parametrize("lines", range(8, 14))
def test_what_belongs_together_stands_on_one_page(bind: Bind, lines: int) -> None:
    """If a page ends near a source or a short caution, then it parts neither from its matter."""
    before = [Paragraph(text=words(f"Line {number}.")) for number in range(lines)]
    source = Paragraph(text=words("Source: a survey"), role="source")
    after = [Paragraph(text=words(f"More {number}.")) for number in range(10)]
    figures = chapter(*before, Paragraph(text=words("Figures.")), source, *after)
    assert len(pages_of(bind(document(figures)), "Figures.", "Source: a survey")) == 1
    advice = Paragraph(text=words("Think it over twice, and ask whom you trust. " * 6))
    caution = chapter(*before, Callout("caution", words("Think first"), (advice,)), *after)
    assert len(pages_of(bind(document(caution)), "Think first", "Think it over")) == 1


@pytest.mark.parametrize("lines", range(4, 7))
def test_a_page_ends_between_lists_rather_than_in_one(bind: Bind, lines: int) -> None:
    """If a list under a heading would leave few of its items over, then the page ends before it."""
    items = tuple(ListItem(text=words(f"Item {number}")) for number in range(12))
    others = tuple(ListItem(text=words(f"Other {number}")) for number in range(12))
    before = [Paragraph(text=words(f"Line {number}.")) for number in range(lines)]
    first = (Heading(2, words("First")), BulletList(items=items))
    second = (Heading(2, words("Second")), BulletList(items=others))
    booklet = bind(document(chapter(*before, *first, *second)))
    pages = {
        shown.page
        for item in booklet.tagged.elements("LI")
        if "Item" in booklet.tagged.text(item)
        for shown in booklet.tagged.shown(item)
    }
    assert len(pages) == 1


@pytest.mark.parametrize("chapters", [11, 12, 13])
def test_a_page_of_contents_is_whole(bind: Bind, chapters: int) -> None:
    """If the contents and the words below them fit on a page, then they stand on one."""
    below = [Paragraph(text=words(f"Below {number}. " + "Use it. " * 14)) for number in (1, 2)]
    contents = chapter(Contents(), *below, name="contents", title="Contents", kind="contents")
    opening = Paragraph(text=words("More of the work. " * 40), role="lead")
    advice = Paragraph(text=words("Think it over. " * 20))
    caution = Callout("caution", words("Think first"), (advice,))
    first = chapter(opening, caution, name="first", title="First")
    text = Paragraph(text=words("More."))
    others = [chapter(text, name=f"c{n}", title=f"Chapter {n}") for n in range(1, chapters)]
    assert pages_of(bind(document(contents, first, *others)), "Below") == {0}


@pytest.mark.parametrize("count", [60, 70])
def test_chapters_begin_on_a_page_of_their_own_after_a_long_contents(
    theme: Theme, library: FontLibrary, count: int
) -> None:
    """If a list of contents has more than a page, then no chapter begins below its end."""
    contents = chapter(Contents(), name="contents", title="Contents", kind="contents")
    chapters = [
        chapter(Paragraph(words("Words.")), name=f"part{number}", title=f"Part {number}")
        for number in range(count)
    ]
    placed, _ = part_booklet(
        document(contents, *chapters), theme, LocaleStyle(FAMILIES, line_height=None), library
    )
    begun = [
        [each.strip.starts for each in running.page.placed if each.strip.starts]
        for running in placed.pages
    ]
    first = next(index for index, names in enumerate(begun) if "part0" in names)
    assert first > 1
    assert begun[0] == ["contents"]
    assert placed.pages[first].page.placed[0].strip.starts == "part0"
