"""What may be left out of a sheet, in which order, and what goes with what."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerkit.document.blocks import (
    Block,
    BulletList,
    Callout,
    Cover,
    Definition,
    Definitions,
    Fact,
    FactGrid,
    Heading,
    ListItem,
    Paragraph,
    Picture,
    QRCode,
    RangeChart,
    Roadmap,
    Section,
    Stage,
    Step,
    Steps,
    Table,
)
from careerkit.document.spans import Span, plain_text
from careerkit.pages.sheet.selection import (
    LeftOut,
    PortionPath,
    list_left_out,
    list_portions,
    select,
)


def _words(text: str) -> tuple[Span, ...]:
    return (Span(text),)


def _paragraph(text: str, priority: int | None = None) -> Paragraph:
    return Paragraph(_words(text), priority=priority)


def _source(text: str) -> Paragraph:
    return Paragraph(_words(text), "source")


def _items(*texts: str, priority: int | None = None) -> BulletList:
    return BulletList(tuple(ListItem(_words(text)) for text in texts), priority=priority)


def _panel(*blocks: Block, priority: int | None = None) -> Section:
    return Section("one", "panel", _words("One"), blocks, priority=priority)


def _texts(section: Section | None) -> list[str]:
    """Return the words of each line of a section, told by leaving all of them out."""
    return [] if section is None else [each.text for each in list_left_out([section], [None])]


def _paths(*sections: Section) -> list[PortionPath]:
    return [path for portion in list_portions(sections) for path in portion.paths]


def test_the_most_important_comes_first() -> None:
    """If portions have priorities, then they come by them, then as they stand in the template."""
    section = _panel(_paragraph("c", 3), _paragraph("a", 1), _paragraph("b", 1))
    assert _paths(section) == [(0, 1), (0, 2), (0, 0)]


def test_what_is_inside_matters_no_more_than_what_it_is_in() -> None:
    """If an item has no priority or a better one than its list, then it has its list's."""
    item = ListItem(_words("a"), (_paragraph("b", 2), _paragraph("c", 6)), priority=1)
    section = _panel(BulletList((item,), priority=4), priority=3)
    assert [portion.priority for portion in list_portions([section])] == [4, 4, 6]
    assert {portion.group for portion in list_portions([section])} == {(0, 0)}


def test_the_first_of_each_list_comes_before_all_second_ones() -> None:
    """If lists have one priority, then they grow shorter together, each from its end."""
    section = _panel(_items("a", "b", "c", priority=2), _items("d", "e", priority=2))
    assert _paths(section) == [(0, 0, 0), (0, 1, 0), (0, 0, 1), (0, 1, 1), (0, 0, 2)]


def test_what_is_said_for_spare_room_is_said_in_threes() -> None:
    """If a list is not wanted, then its first three items are one portion; the others follow."""
    lists = [_items("a", "b", "c", "d", priority=6), _items("a", "b", priority=5)]
    portions = list_portions([_panel(*lists)])
    assert [len(portion.paths) for portion in portions] == [1, 1, 3, 1]
    apart = BulletList(
        tuple(ListItem(_words(text), priority=at) for at, text in enumerate("abc", start=6))
    )
    assert [len(portion.paths) for portion in list_portions([_panel(apart)])] == [1, 1, 1]


def test_all_portions_are_all_of_the_section() -> None:
    """If everything is kept, then a section is as it was, and nothing is told."""
    section = _panel(
        Heading(2, _words("Heading")),
        _paragraph("Text"),
        _source("Source"),
        Callout("tip", _words("Tip"), (_items("a", "b"),)),
        Roadmap((Stage(_words("Stage"), (), (_paragraph("in it"),)),), _words("alt")),
        QRCode("https://example.org/", _words("alt"), (_paragraph("beside it"),)),
    )
    kept = frozenset(_paths(section))
    assert select(section, 0, kept) == section
    assert list_left_out([section], [section]) == ()


def test_a_code_is_kept_with_its_address() -> None:
    """If a code is printed, then so is what it leads to, whatever priority its words have."""
    url = "https://example.org/"
    address = Paragraph((Span(url, link=url),), priority=9)
    words = (_paragraph("what it is"), _paragraph("why", 7), address)
    panel = _panel(QRCode(url, _words("alt"), words, priority=4))
    code, *others = list_portions([panel])
    assert code.paths == ((0, 0), (0, 0, 2))
    assert code.priority == 4
    assert [each.paths for each in others] == [((0, 0, 0),), ((0, 0, 1),)]
    assert _texts(select(panel, 0, code.paths)) == ["One", "alt", "https://example.org/"]


def test_every_word_is_kept_or_told() -> None:
    """If fewer and fewer portions are kept, then what is said and what is told is always all."""
    section = _panel(
        Heading(2, _words("First")),
        _items("a", "b", priority=2),
        _source("Source of a and b"),
        Heading(3, _words("Second")),
        BulletList((ListItem(_words("c"), (_paragraph("d", 5), _paragraph("d"))),), priority=3),
        Callout("caution", _words("Think"), (_paragraph("e", 4),)),
    )
    every = sorted(_texts(section))
    paths = _paths(section)
    for count in range(1, len(paths) + 1):
        kept = frozenset(paths[:count])
        selected = select(section, 0, kept)
        told = [each.text for each in list_left_out([section], [selected])]
        assert sorted(_texts(selected) + told) == every
    assert select(section, 0, frozenset()) is None


def test_a_heading_goes_with_what_is_below_it() -> None:
    """If nothing below a heading is kept, then it goes; one of a lower level may be between."""
    section = _panel(
        Heading(2, _words("first")),
        _paragraph("a"),
        Heading(2, _words("second")),
        Heading(3, _words("below")),
        _paragraph("b"),
    )
    assert _texts(select(section, 0, {(0, 1)})) == ["One", "first", "a"]
    assert _texts(select(section, 0, {(0, 4)})) == ["One", "second", "below", "b"]


def test_a_source_stays_with_what_stands_above_it() -> None:
    """If some of what stands above a source is kept, then so is the source, and not else."""
    section = _panel(_paragraph("a"), _paragraph("b"), _source("of both"), _paragraph("c"))
    assert _texts(select(section, 0, {(0, 0)})) == ["One", "a", "of both"]
    assert _texts(select(section, 0, {(0, 1), (0, 3)})) == ["One", "b", "of both", "c"]
    assert _texts(select(section, 0, {(0, 3)})) == ["One", "c"]


def test_two_sources_do_not_share_what_stands_above_them() -> None:
    """If what stands between two sources is left out, then so is the second."""
    section = _panel(_paragraph("a"), _source("of a"), _paragraph("b"), _source("of b"))
    assert _texts(select(section, 0, {(0, 0)})) == ["One", "a", "of a"]


def test_a_chart_is_whole_or_absent() -> None:
    """If a chart has rows, then they are no portions: they are there to be compared."""
    row = _words("1")
    chart = RangeChart((), (), _words("alt"), ())
    assert _paths(_panel(chart)) == [(0, 0)]
    assert plain_text(row) == "1"


def test_a_path_that_lost_a_stage_has_no_alternative_text() -> None:
    """If a stage is left out, then the words that named all stages are no longer said."""
    stages = tuple(Stage(_words(name), (), ()) for name in ("a", "b"))
    section = _panel(Roadmap(stages, _words("a; b")))
    selected = select(section, 0, {(0, 0, 0)})
    assert selected is not None
    assert selected.blocks == (Roadmap(stages[:1]),)


def test_the_lines_of_a_cover_go_one_by_one() -> None:
    """If a cover's words are too many, then its logo goes first, and its title last."""
    logo = Picture(Path("logo.png"), _words("An owl"), role="logo")
    cover = Cover(
        "baker",
        _words("Baker"),
        _words("Bread"),
        _words("Guide"),
        _words("Here"),
        promise=_words("Warm at six"),
        logo=logo,
    )
    section = Section("head", "masthead", (), (cover,))
    lines = [(0, 0, number) for number in range(6)]
    assert _paths(section) == lines
    said = ["Baker", "Warm at six", "Bread", "Guide", "Here", "An owl"]
    for count in (1, 2, 5, 6):
        assert _texts(select(section, 0, set(lines[:count]))) == said[:count]
    nothing = select(section, 0, frozenset())
    assert nothing is not None
    assert nothing.blocks == (Cover("baker", (), ()),)


@pytest.mark.parametrize(
    ("block", "told"),
    [
        (Definitions((Definition(_words("Dough"), _words("Flour and water.")),)), "Dough Flour"),
        (FactGrid((Fact(_words("46.5"), _words("of a hundred")),)), "46.5 of a hundred"),
        (Picture(Path("oven.png"), _words("An oven"), _words("Lit at four")), "An oven Lit at"),
        (Table((), ((_words("Rye"), _words("Two days")),)), "Rye Two days"),
        (Steps((Step(_words("Knead."), _words("By hand.")),)), "Knead. By hand."),
    ],
    ids=lambda value: type(value).__name__,
)
def test_lines_of_a_block_do_not_run_together(block: Block, told: str) -> None:
    """If a block of several lines is left out, then its lines are told apart by a space."""
    assert told in " | ".join(_texts(_panel(block)))


def test_what_is_left_out_is_told_by_its_section() -> None:
    """If words are left out, then they are told with their section's title, or its name."""
    titled, untitled = _panel(_paragraph("a")), Section("two", "panel", (), (_paragraph("b"),))
    assert list_left_out([titled, untitled], [None, None]) == (
        LeftOut("One", "One"),
        LeftOut("One", "a"),
        LeftOut("two", "b"),
    )
