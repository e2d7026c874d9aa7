"""Pages as text: where everything stands, in which colour role, and what it is read out as."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from careerkit.document.blocks import (
    BulletList,
    Callout,
    Contents,
    Cover,
    Definition,
    Definitions,
    Document,
    Fact,
    FactGrid,
    Heading,
    ListItem,
    Paragraph,
    Picture,
    QRCode,
    Range,
    RangeChart,
    Roadmap,
    Section,
    Stage,
    StampBox,
    Step,
    Steps,
    Table,
    WritingLines,
)
from careerkit.document.spans import Span
from careerkit.pages import ComposedPages, IconSet, compose_pages
from careerkit.pages.page import Box, Boxes, Page
from careerkit.pages.page_text import page_as_text
from careerkit.typography import FontLibrary, LocaleStyle
from tests.booklet import ROUND_SIZES
from tests.pages.conftest import chapter, document, words

ICONS = IconSet({"caution": "M 12 3 L 22 21 L 2 21 Z", "pay": "M 4 4 H 20 V 20"}, 2.0)
PICTURE = Path(__file__).parent.parent / "content" / "profiles" / "images" / "wards" / "ward.png"
LINKED = (
    Span("Read "),
    Span("this page", link="https://example.org/bread"),
    Span(" with your "),
    Span("Lehrer", "de"),
    Span("."),
)
CHART = RangeChart(
    title=words("What bakers earn"),
    unit=words("LKR a month"),
    alt=words("Chart: juniors earn 40,000 to 60,000, seniors 80,000 or more"),
    rows=(
        Range(words("Junior"), 4e4, 6e4, False, words("40,000"), words("60,000"), words("all")),
        Range(words("Senior"), 8e4, None, True, words("80,000 or more"), (), words("all")),
    ),
)


def everything() -> Document:
    """Give a booklet of a cover, contents, two chapters and a back."""
    cover = Cover("x", words("Baker"), words("Bread, every day"), words("Guide"), words("For you"))
    pay = Section(
        "pay",
        "chapter",
        words("Pay"),
        (
            Paragraph(LINKED, role="lead"),
            CHART,
            Callout("caution", words("Hot"), (Paragraph(words("Mind the oven.")),)),
        ),
    )
    plan = chapter(
        BulletList((ListItem(words("Flour")), ListItem(words("Water"))), style="ticks"),
        Picture(PICTURE, words("A ward"), words("Look")),
        QRCode("https://example.org/", words("Code"), (Paragraph(words("More of it")),)),
        WritingLines(words("Write it down."), 2),
        name="plan",
        title="Plan",
    )
    way = chapter(
        Roadmap(
            tuple(
                Stage(words(title), words("16+"), (Paragraph(words("Ask a baker.")),))
                for title in ("School", "College")
            ),
            words("From school to college"),
        ),
        Heading(2, words("Facts")),
        FactGrid(
            (
                Fact(words("300"), words("loaves"), words("On weekdays")),
                Fact(words("4 am"), words("start")),
                Fact(words("7"), words("days")),
            )
        ),
        Heading(3, words("Steps")),
        Steps((Step(words("Knead"), words("Fold it.")), Step(words("Bake")))),
        BulletList((ListItem(words("Flour")), ListItem(words("Water"))), style="tags"),
        BulletList((ListItem(words("Early")),), style="numbers"),
        Definitions((Definition(words("Proof"), words("To rise.")),)),
        Table((words("Bread"), words("Minutes")), ((words("Roti"), words("5")),)),
        name="way",
        title="The way",
    )
    return document(
        chapter(cover, name="cover", title="", kind="cover"),
        Section("contents", "contents", words("Contents"), (Contents(),), icon="pay"),
        pay,
        plan,
        way,
        chapter(StampBox(words("Stamp"), (words("Name"),)), name="back", title="", kind="back"),
    )


@pytest.fixture(scope="module")
def composed(library: FontLibrary) -> ComposedPages:
    """Compose the booklet."""
    return compose_pages(
        everything(), ROUND_SIZES, LocaleStyle(("Noto Sans",)), library, icons=ICONS
    )


def page_with(composed: ComposedPages, words: str) -> str:
    """Give the one page that has some words on it, as text."""
    (page,) = [text for text in map(page_as_text, composed.pages) if words in text]
    return page


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("cover", "'For you'"),
        ("chart", "'What bakers earn'"),
        ("code", "'More of it'"),
        ("way", "'School'"),
        ("lists", "'Bake'"),
        ("back", "'Stamp'"),
    ],
)
def test_pages_of_a_booklet(
    composed: ComposedPages, golden: Callable[[str, str], None], name: str, words: str
) -> None:
    """If pages of a booklet are composed, then everything stands where somebody found it right."""
    golden(f"page-{name}.txt", page_with(composed, words))


def test_a_page_read_from_right_to_left(
    library: FontLibrary, golden: Callable[[str, str], None]
) -> None:
    """If a language is read from right to left, then its page is mirrored, words stand upright."""
    turned = replace(everything(), direction="rtl")
    style = LocaleStyle(("Noto Sans",))
    composed = compose_pages(turned, ROUND_SIZES, style, library, icons=ICONS)
    golden("page-chart-rtl.txt", page_with(composed, "'What bakers earn'"))


def test_boxes_are_told() -> None:
    """If a page is cut from a larger sheet, then each of its boxes has a line."""
    media, trim, bleed = Box(0, 0, 120, 220), Box(10, 10, 100, 200), Box(7, 7, 106, 206)
    assert page_as_text(Page((), Boxes(media, trim, bleed))).splitlines() == [
        "media box 0.0 0.0 120.0 220.0",
        "trim box 10.0 10.0 100.0 200.0",
        "bleed box 7.0 7.0 106.0 206.0",
    ]
