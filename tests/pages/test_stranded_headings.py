"""No page ends below a heading with little of its text, above much white."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings

from careerkit.build.jobs import plan
from careerkit.document.blocks import (
    Block,
    Callout,
    Document,
    Fact,
    FactGrid,
    Heading,
    Paragraph,
    Picture,
    Range,
    RangeChart,
    WritingLines,
)
from careerkit.document.spans import Span
from careerkit.document.theme import Theme
from careerkit.pages.pagination import LEAST_FILL, FilledPage, PlacedStrip, paginate
from careerkit.pages.setting import set_blocks
from careerkit.pages.strip import Strip, keep_ends, keep_together, keep_with_next
from careerkit.pages.structure import StructureElement
from careerkit.project.folders import Folders
from careerkit.typography import FontLibrary, LocaleStyle
from tests.booklet import part_booklet
from tests.pages.conftest import FAMILIES, chapter, document, words
from tests.pages.test_pagination import GRID, HEIGHT, columns
from tests.school import prepare_sheets
from tests.shipped import CAREERS, ROOT, TAGS

PICTURE = ROOT / "tests" / "content" / "profiles" / "images" / "wards" / "ward.png"


def is_stranded(page: FilledPage, following: FilledPage, height: float = HEIGHT) -> bool:
    """Say whether a heading's text goes on elsewhere, with little of it here and much white."""
    next_ = following.placed[0].strip
    if next_.starts or page.bottom > height * 2 / 3:
        return False
    tops = [
        placed.top
        for placed in page.placed
        if (placed.strip.starts if next_.heads else placed.strip.heads)
    ]
    return bool(tops) and page.bottom - tops[-1] <= height / 4


def heading(*, starts: str = "") -> Strip:
    """Give a heading in a section, or one of a section."""
    return Strip(25.5 if starts else 17, snap=True, space_before=13, starts=starts, heads=True)


@pytest.mark.parametrize("lines", range(10, 29))
@pytest.mark.parametrize("starts", ["", "plan"])
def test_a_heading_takes_more_than_its_lead_along(lines: int, starts: str) -> None:
    """If what follows a heading and its lead does not fit, then both go with it."""
    before = [Strip(GRID, snap=True) for _ in range(lines)]
    lead = keep_ends([Strip(GRID, snap=True), Strip(GRID)])
    drawing = keep_together([Strip(GRID) for _ in range(15)])
    column = [*before, *keep_with_next([heading(starts=starts)], lead), *drawing]
    pages = paginate(column, HEIGHT, GRID)
    assert not any(is_stranded(*pair) for pair in pairwise(pages))


def pages_from(column: list[Strip], first: int) -> Iterator[FilledPage]:
    """Give each page that can begin with a strip of a column."""
    placed: list[PlacedStrip] = []
    bottom = 0.0
    for strip in column[first:]:
        top = bottom + strip.space_before if placed else 0.0
        if placed and strip.snap:
            top = math.ceil((top - 0.01) / GRID) * GRID
        bottom = top + strip.height
        if placed and bottom > HEIGHT + 0.01:
            return
        placed.append(PlacedStrip(strip, top))
        yield FilledPage(tuple(placed))


def can_be_well_parted(column: list[Strip]) -> bool:
    """Say whether some parting has no page under a quarter full, nothing torn, nothing stranded."""
    reached = {0}
    for first in range(len(column)):
        for page in pages_from(column, first) if first in reached else ():
            end = first + len(page.placed)
            torn = end < len(column) and (
                column[end].keep or is_stranded(page, FilledPage((PlacedStrip(column[end], 0.0),)))
            )
            if not torn and page.bottom >= LEAST_FILL * HEIGHT:
                reached.add(end)
    return len(column) in reached


@settings(max_examples=300)
@given(columns())
def test_no_heading_is_stranded_where_it_need_not_be(column: list[Strip]) -> None:
    """If any column can be parted with no heading stranded and no page near empty, then it is."""
    pages = paginate(column, HEIGHT, GRID)
    if can_be_well_parted(column):
        assert not any(is_stranded(*pair) for pair in pairwise(pages))
        assert all(page.bottom >= LEAST_FILL * HEIGHT for page in pages)


def assert_nothing_stranded(
    document: Document, theme: Theme, style: LocaleStyle, library: FontLibrary
) -> None:
    """Check that no heading stands with little of its text above much white."""
    placed, setting = part_booklet(document, theme, style, library)
    height = setting.column_height
    pages = [running.page for running in placed.pages]
    stranded = [
        number
        for number, (page, following) in enumerate(pairwise(pages), start=1)
        if is_stranded(page, following, height)
    ]
    assert stranded == [], document.title


LARGE_BLOCKS: dict[str, Callable[[], Block]] = {
    "lines": lambda: WritingLines(words("Write about it."), 8),
    "more lines": lambda: WritingLines(words("Write about it."), 20),
    "picture": lambda: Picture(PICTURE, alt=words("Ward")),
    "figures": lambda: FactGrid(
        tuple(Fact(words("1,200"), words("Bakers " * 30), words("Note. " * 30)) for _ in range(2))
    ),
    "chart": lambda: RangeChart(
        title=words("Pay"),
        unit=words("USD"),
        alt=words("Pay"),
        rows=tuple(
            Range(words("A"), 10, 20, False, words("10"), words("20"), words("10 to 20"))
            for _ in range(6)
        ),
    ),
    "advice": lambda: Callout(
        "tip", words("Advice"), tuple(Paragraph(words("Think it over. " * 20)) for _ in range(2))
    ),
}


@pytest.mark.parametrize("kind", LARGE_BLOCKS)
@pytest.mark.parametrize("level", [1, 2])
def test_no_heading_is_left_with_its_lead(
    theme: Theme, library: FontLibrary, kind: str, level: int
) -> None:
    """If a heading has a lead and then what needs much room, then no page ends between them.

    It is tried with the heading at each height of the page.
    """
    lead = Paragraph(words("Write your plan here, and show it to someone you trust."))
    large = LARGE_BLOCKS[kind]
    style = LocaleStyle(FAMILIES, line_height=None)
    for lines in range(4, 20):
        before = [Paragraph(words(f"Line {number}.")) for number in range(lines)]
        sections = (
            (chapter(*before), chapter(lead, large(), name="plan", title="My plan"))
            if level == 1
            else (chapter(*before, Heading(2, words("My plan")), lead, large()),)
        )
        assert_nothing_stranded(document(*sections), theme, style, library)


@pytest.mark.parametrize(
    "first",
    [Paragraph((Span("You keep people alive.", strong=True),)), Paragraph(words("[3]"), "caption")],
    ids=["a claim", "the numbers of sources"],
)
def test_what_only_leads_to_the_next_stays_with_it(
    theme: Theme, library: FontLibrary, first: Paragraph
) -> None:
    """If a claim or a small line stands first, then what follows it begins on the same page."""
    style = LocaleStyle(FAMILIES, line_height=None)
    _, setting = part_booklet(document(chapter(first)), theme, style, library)
    parent = StructureElement("Sect")
    long = Paragraph(words("Bake bread and sell it. " * 20))
    led = set_blocks((first, long), setting, parent)
    free = set_blocks((Paragraph(words("A sentence.")), long), setting, parent)
    alone = len(set_blocks((first,), setting, parent))
    assert led[alone].keep
    assert not free[1].keep


def test_no_heading_of_a_career_is_stranded(theme: Theme, library: FontLibrary) -> None:
    """If a career ships in a language, then no page of it ends below a heading with its lead."""
    folders = Folders(ROOT / "source", ROOT / "layouts", ROOT / "output")
    sheets = prepare_sheets(folders, plan(folders, CAREERS, TAGS, ["booklet"]))
    assert len(sheets) == len(CAREERS) * len(TAGS)
    for sheet in sheets:
        assert_nothing_stranded(sheet.document, theme, sheet.style, library)
