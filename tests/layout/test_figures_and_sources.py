"""What the classic layout says of figures: where they come from, as of when, alone or compared."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from careerkit.content import Profile, read_locale, read_profile
from careerkit.content.models.credit import TranslationCredit
from careerkit.content.text import Text
from careerkit.document.blocks import Block, FactGrid, Paragraph, RangeChart
from careerkit.document.spans import plain_text
from careerkit.document.traversal import lines_of, spans
from careerkit.layout import load_layout, render_document
from careerkit.translation.words.locale_words import Words
from tests.shipped import LAYOUTS, SOURCE, TEMPLATES

HEAD = """\
schema: 1
title: Baker
tagline: Bread for all.
overview: {work: Baking.}
daily_tasks: [Bake]
sources: [{id: a, title: Alpha, retrieved: 2026}, {id: b, title: Beta, retrieved: 2026}]
"""
PAY = "{region: A, low: 10, currency: USD, period: year"
LayOut = Callable[..., tuple[Block, ...]]


@pytest.fixture
def lay_out(tmp_path: Path) -> LayOut:
    """Give the blocks of a section of a profile that begins as all do here."""

    def do(
        more: str, edition: str, section: str, tag: str = "en", without: str = "-"
    ) -> tuple[Block, ...]:
        path = tmp_path / "baker.yaml"
        head = "".join(line for line in HEAD.splitlines(True) if not line.startswith(without))
        path.write_text(head + more, encoding="utf-8")
        words = Words(read_locale(SOURCE / "locales" / f"{tag}.yaml"))
        profile = read_profile(path, tmp_path)
        layout = load_layout("classic", LAYOUTS)
        document = render_document(layout, edition, TEMPLATES[edition], profile, words)
        return next(each.blocks for each in document.sections if each.name == section)

    return do


def source_lines(blocks: tuple[Block, ...]) -> list[str]:
    """Give the lines that say where something comes from, without the numbers of the sources."""
    return [
        plain_text(tuple(span for span in block.text if not span.reference))
        .replace("\u00a0", " ")
        .strip()
        for block in blocks
        if isinstance(block, Paragraph) and block.role == "source"
    ]


@pytest.mark.parametrize("edition", ["booklet", "handout", "deck"])
@pytest.mark.parametrize(
    ("said", "tag", "written"),
    [
        ("as_of: 2025-05, source: a", "en", "Source: Alpha, as of May 2025"),
        ("as_of: unknown, source: a", "en", "Source: Alpha, date not given"),
        ("source: a", "en", "Source: Alpha"),
        ("as_of: 2025-05", "en", "As of May 2025"),
        ("as_of: unknown", "en", "Date not given"),
        ("as_of: unknown, source: a", "si", "මූලාශ්‍රය: Alpha, දිනය දක්වා නැත"),
        ("as_of: unknown", "ta", "திகதி தரப்படவில்லை"),
        ("source: [b, a]", "en", "Sources: Alpha and Beta"),
        ("as_of: 2025-05, source: [a, b]", "en", "Sources: Alpha and Beta, as of May 2025"),
        ("as_of: unknown, source: [a, b]", "ta", "மூலங்கள்: Alpha மற்றும் Beta, திகதி தரப்படவில்லை"),
    ],
)
def test_a_figure_says_what_is_known_of_it(
    lay_out: LayOut, edition: str, said: str, tag: str, written: str
) -> None:
    """If a figure has a source, a date, both, or that there is none, then just that is printed.

    Of several sources all are named, in the order of the list.
    """
    section = "demand" if edition == "deck" else "where"
    blocks = lay_out(f"demand: {{rating: high, {said}}}\n", edition, section, tag)
    assert source_lines(blocks) == [written]


CITING = """\
work:
  hours: {text: Many., source: b}
  demands: [{text: Standing., source: [b, a]}]
skills: [{name: Care, source: a}]
roadmap: [{stage: School, source: b, actions: [{action: Read, source: a}]}]
entry_routes: [{route: Apprentice, source: [b, a]}]
suits: [You rise early., {text: You eat bread., source: a}]
may_not_suit: [{because: You sleep., source: b}]
employers: [{name: A hotel, source: a}]
"""


@pytest.mark.parametrize(
    ("edition", "section", "written"),
    [
        ("booklet", "day", ["Many. [2]", "Standing. [1, 2]"]),
        ("booklet", "skills", ["Care [1]"]),
        ("booklet", "roadmap", ["Source: Beta [2]", "Read [1]"]),
        ("booklet", "entry", ["Apprentice [1, 2]"]),
        ("booklet", "suits", ["You eat bread. [1]", "You sleep. [2]"]),
        ("booklet", "where", ["A hotel [1]"]),
        ("deck", "day", ["Many. [2]", "Standing. [1, 2]"]),
        ("deck", "entry", ["Apprentice [1, 2]"]),
        ("deck", "suits", ["You eat bread. [1]", "You sleep. [2]"]),
    ],
)
def test_a_statement_has_the_numbers_of_its_sources(
    lay_out: LayOut, edition: str, section: str, written: list[str]
) -> None:
    """If a statement names its sources, then their numbers stand right behind it."""
    lines = lines_of(lay_out(CITING, edition, section))
    cited = [line for line in lines if any(span.reference for span in line)]
    assert [plain_text(line).replace("\u00a0", " ").strip() for line in cited] == written


def test_a_copy_is_told(lay_out: LayOut) -> None:
    """If not a source but a copy of it was read, then the list of sources says so, and whose."""
    more = "sources: [{id: a, title: Alpha, read_in_copy: true, via: A library},"
    more += " {id: b, title: Beta, read_in_copy: true}]\n"
    told = {}
    for tag in ("en", "si", "ta"):
        blocks = lay_out(more, "booklet", "sources", tag, without="sources")
        told[tag] = [line.split(" · ", 1)[1] for line in source_lines(blocks)[:2]]
    assert told == {
        "en": ["read in a copy: A library", "read in a copy"],
        "si": ["පිටපතකින් කියවන ලදී: A library", "පිටපතකින් කියවන ලදී"],
        "ta": ["பிரதியில் வாசிக்கப்பட்டது: A library", "பிரதியில் வாசிக்கப்பட்டது"],
    }


def test_rows_of_one_source_say_it_once(lay_out: LayOut) -> None:
    """If all rows of a chart are from one source and day, then that stands once below it."""
    rows = f"pay: [{PAY}, high: 20, source: a, as_of: 2025}}, {PAY}, source: a, as_of: 2025}}]\n"
    blocks = lay_out(rows, "booklet", "pay")
    assert source_lines(blocks)[0] == "Source: Alpha, as of 2025"
    assert len(source_lines(blocks)) == 2
    (chart,) = (block for block in blocks if isinstance(block, RangeChart))
    assert [plain_text(row.note) for row in chart.rows] == ["", ""]


def test_each_row_of_another_source_or_day_says_its_own(lay_out: LayOut) -> None:
    """If rows of a chart are from different sources or days, then each says its own."""
    rows = f"pay: [{PAY}, source: a, as_of: 2025}}, {PAY}, source: a, as_of: 2024}}, {PAY}}}]\n"
    blocks = lay_out(rows, "booklet", "pay")
    (chart,) = (block for block in blocks if isinstance(block, RangeChart))
    assert [plain_text(row.note) for row in chart.rows] == [
        "Source: Alpha, as of 2025\u00a0[1]",
        "Source: Alpha, as of 2024\u00a0[1]",
        "",
    ]
    assert len(source_lines(blocks)) == 1


def test_one_figure_is_a_figure(lay_out: LayOut) -> None:
    """If pay is one amount for one group, then it is printed as a figure: nothing is compared."""
    blocks = lay_out(f"pay: [{PAY}, level: Median, source: a}}]\n", "booklet", "pay")
    (grid,) = (block for block in blocks if isinstance(block, FactGrid))
    (fact,) = grid.items
    assert plain_text(fact.figure).replace("\u00a0", " ") == "US$10 a year"
    assert (plain_text(fact.label), plain_text(fact.source)) == (
        "Median, A",
        "Source: Alpha\u00a0[1]",
    )
    assert not [block for block in blocks if isinstance(block, RangeChart)]


@pytest.mark.parametrize("edition", ["booklet", "handout", "deck"])
def test_charts_come_in_the_order_of_the_profile(lay_out: LayOut, edition: str) -> None:
    """If pay is in several currencies or periods, then the profile's first has the first chart."""
    units = ("LKR, period: month", "USD, period: year", "LKR, period: hour", "GBP, period: month")
    row = "{{region: A, low: 10, high: 20, currency: {}}}"
    rows = ", ".join(row.format(unit) for unit in (*units, units[0]))
    charts = [
        block
        for block in lay_out(f"pay: [{rows}]\n", edition, "pay")
        if isinstance(block, RangeChart)
    ]
    said = [(plain_text(chart.unit).replace("\u00a0", " "), len(chart.rows)) for chart in charts]
    assert said == [
        ("Sri Lankan rupees a month", 2),
        ("Sri Lankan rupees an hour", 1),
        ("US dollars a year", 1),
        ("British pounds a month", 1),
    ]


@pytest.mark.parametrize("edition", ["booklet", "handout", "deck"])
@pytest.mark.parametrize(
    ("tag", "written"), [("en", "10 or more"), ("si", "10 හෝ ඊට වැඩි"), ("ta", "10 அல்லது அதற்கு மேல்")]
)
def test_a_floor_of_pay_says_that_it_goes_on(
    lay_out: LayOut, edition: str, tag: str, written: str
) -> None:
    """If a row of several has a lower end only and goes on above it, then its figure says so."""
    blocks = lay_out(f"pay: [{PAY}, open_ended: true}}, {PAY}, high: 20}}]\n", edition, "pay", tag)
    (chart,) = (block for block in blocks if isinstance(block, RangeChart))
    said = [plain_text(row.low_text).replace("\u00a0", " ") for row in chart.rows]
    assert said == [written, "10"]


@pytest.mark.parametrize(
    ("day_of_b", "written"), [("2026", " · Date all sources were read: 2026"), ("2025", "")]
)
def test_a_sheet_is_dated(tmp_path: Path, day_of_b: str, written: str) -> None:
    """If a career was reviewed, then its sheet's notices end in that date; its sources in theirs.

    Sources that were read on different days have no date for all of them.
    """
    path = tmp_path / "baker.yaml"
    head = HEAD.replace("title: Beta, retrieved: 2026", f"title: Beta, retrieved: {day_of_b}")
    path.write_text(head + "about: {reviewed_on: 2024-11}\n", encoding="utf-8")
    words = Words(read_locale(SOURCE / "locales" / "en.yaml"))
    layout = load_layout("classic", LAYOUTS)
    profile = read_profile(path, tmp_path)
    document = render_document(layout, "handout", TEMPLATES["handout"], profile, words)
    (foot,) = (each for each in document.sections if each.name == "foot")
    notices, sources = (
        "".join(span.text for span in spans(block)).replace("\u00a0", " ") for block in foot.blocks
    )
    assert notices.endswith("counsellor for it. Date of review: November 2024")
    assert sources == "Sources: Alpha and Beta" + written


@pytest.mark.parametrize("edition", ["booklet", "deck"])
def test_a_translation_says_whose_it_is(tmp_path: Path, edition: str) -> None:
    """If a profile is translated, then page and notes say by whom, and no reading level is told.

    The level is that of the text it was made from.
    """
    path = tmp_path / "baker.yaml"
    path.write_text(HEAD + "about: {authors: [Ann], reading_grade: 9}\n", encoding="utf-8")
    words = Words(read_locale(SOURCE / "locales" / "en.yaml"))
    layout = load_layout("classic", LAYOUTS)

    def words_of(profile: Profile) -> str:
        document = render_document(layout, edition, TEMPLATES[edition], profile, words)
        (section,) = (each for each in document.sections if each.name == "sources")
        return "|".join(span.text for block in section.blocks for span in spans(block))

    original = words_of(read_profile(path, tmp_path))
    credit = TranslationCredit("draft", (Text("Nimali"),), (Text("Ravi"),), 3)
    translated = words_of(read_profile(path, tmp_path).credited(credit))
    assert "Reading level (school grade): |9" in original
    assert "Reading level" not in translated
    for said in ("Translation: |Nimali", "Review of the translation: |Ravi", "is a draft"):
        assert said in translated
        assert said not in original
    assert "not translated yet" in translated
    assert "Text: |Ann" in translated
