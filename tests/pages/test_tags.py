"""The tag tree of a small document with every kind of block, as text; and what a reader is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import page as pdf_validator
import pytest
from PIL import Image

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
    Stage,
    StampBox,
    Step,
    Steps,
    Table,
    WritingLines,
)
from careerkit.document.spans import Span
from tests.pages.conftest import Bind, Booklet, chapter, document, words

ITEMS = (ListItem(text=words("Flour")), ListItem(text=words("Water")))


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """Give a picture file."""
    path = tmp_path / "oven.png"
    Image.new("RGBA", (40, 20), (120, 60, 20, 200)).save(path)
    return path


@pytest.fixture
def everything(picture: Path) -> Document:
    """Give a document with every kind of block in it."""
    chart = RangeChart(
        title=words("What bakers earn"),
        unit=words("LKR a month"),
        alt=words("Chart: juniors earn 40,000 to 60,000, seniors 80,000 or more"),
        rows=(
            Range(
                words("Junior"), 40e3, 60e3, False, words("40,000"), words("60,000"), words("all")
            ),
            Range(
                words("Senior"),
                80e3,
                None,
                True,
                words("80,000 or more"),
                (),
                words("80,000 or more"),
                words("In hotels"),
            ),
        ),
    )
    return document(
        chapter(
            Cover(
                seed="baker",
                title=words("Baker"),
                tagline=words("පාන් පුළුස්සයි", "si"),
                eyebrow=words("Career guide"),
                foot=words("For students"),
                alt=words("Pattern of loaves"),
            ),
            name="cover",
            title="",
            kind="cover",
        ),
        chapter(Contents(), name="contents", title="Contents", kind="contents"),
        chapter(
            Paragraph(text=words("A baker bakes."), role="lead"),
            Paragraph(
                text=(
                    Span("Read "),
                    Span("this page", link="https://example.org/bread"),
                    Span(" or ", strong=True),
                    Span("ගුරුවරයා", "si"),
                    Span("."),
                )
            ),
            Heading(level=2, text=words("A day")),
            Heading(level=3, text=words("Early")),
            Steps(
                items=(
                    Step(short=words("Knead"), detail=words("Fold and turn.")),
                    Step(short=words("Bake")),
                )
            ),
            FactGrid(
                items=(
                    Fact(figure=words("300"), label=words("loaves a day")),
                    Fact(figure=words("4 am"), label=words("start"), note=words("On weekdays")),
                )
            ),
            Paragraph(text=words("As of 2025"), role="source"),
            name="work",
            title="The work",
        ),
        chapter(
            BulletList(items=ITEMS),
            BulletList(items=ITEMS, style="numbers"),
            BulletList(items=ITEMS, style="ticks"),
            BulletList(items=ITEMS, style="tags"),
            BulletList(items=ITEMS[:1], style="yes"),
            BulletList(
                items=(
                    ListItem(
                        text=words("Early hours"),
                        blocks=(Paragraph(text=words("Look at these instead: cook")),),
                    ),
                ),
                style="no",
            ),
            Definitions(items=(Definition(words("Proof"), words("To let dough rise.")),)),
            Callout(
                kind="caution",
                title=words("Think about this"),
                blocks=(Paragraph(text=words("Ovens are hot.")),),
            ),
            Table(
                head=(words("Bread"), words("Minutes")),
                rows=((words("Roti"), words("5")), (words("Loaf"), ())),
            ),
            name="lists",
            title="Lists",
        ),
        chapter(
            chart,
            Roadmap(
                stages=(
                    Stage(
                        words("At school"),
                        words("Ages 12 to 16"),
                        (BulletList(items=ITEMS, style="ticks"),),
                    ),
                    Stage(words("First job"), (), (Paragraph(text=words("Begin as a helper.")),)),
                ),
                alt=words("A path with two stages"),
            ),
            Picture(path=picture, alt=words("An oven"), caption=words("Photo: school")),
            Picture(path=picture, alt=()),
            QRCode(
                url="https://example.org/",
                alt=words("QR code: opens example.org"),
                blocks=(Paragraph(text=words("Example")),),
            ),
            WritingLines(prompt=words("My plan"), count=3),
            name="drawn",
            title="Drawings",
        ),
        chapter(
            WritingLines(prompt=words("Notes"), count=0), name="spare", title="Notes", kind="spare"
        ),
        chapter(
            StampBox(title=words("School stamp"), lines=(words("Name"), words("Telephone"))),
            name="back",
            title="Where to ask",
            kind="back",
        ),
    )


@pytest.fixture
def everything_bound(everything: Document, bind: Bind) -> Booklet:
    """Give that document's booklet."""
    return bind(everything)


def test_tag_tree_of_every_block(
    everything_bound: Booklet, golden: Callable[[str, str], None]
) -> None:
    """If a document has every kind of block, then its tag tree is as a person would read it."""
    golden("tag_tree.txt", everything_bound.tagged.outline())


def test_every_block_passes_the_validator(everything_bound: Booklet, tmp_path: Path) -> None:
    """If a document has every kind of block, then PDF/UA-1 has nothing against it."""
    _assert_accessible(everything_bound, tmp_path)


def _assert_accessible(booklet: Booklet, folder: Path) -> None:
    path = folder / "booklet.pdf"
    path.write_bytes(booklet.content)
    failures = pdf_validator.validate_pdf(str(path), profile="ua1").failures
    assert [str(failure) for failure in failures] == []


def test_table_is_regular(everything_bound: Booklet) -> None:
    """If a cell is empty, then it is there all the same, and headings say what they head."""
    tagged = everything_bound.tagged
    rows = [row.children for row in tagged.elements("TR")]
    assert [[cell.tag for cell in row] for row in rows] == [
        ["TH", "TH"],
        ["TD", "TD"],
        ["TD", "TD"],
    ]
    assert [tagged.text(cell) for cell in rows[1]] == ["Roti", "5"]
    assert {cell.attributes["Scope"] for cell in tagged.elements("TH")} == {"Column"}


def test_figures_speak(everything_bound: Booklet) -> None:
    """If a picture means something, then it says so; if it is decoration, it is no figure."""
    alternatives = [element.alt for element in everything_bound.tagged.elements("Figure")]
    assert alternatives == [
        "Pattern of loaves",
        "Chart: juniors earn 40,000 to 60,000, seniors 80,000 or more",
        "A path with two stages",
        "An oven",
        "QR code: opens example.org",
    ]
    images = [
        painted for painted in everything_bound.tagged.reading.painted if painted.operator == "Do"
    ]
    assert [image.mcid >= 0 for image in images] == [True, False]


def test_another_language_is_said(everything_bound: Booklet) -> None:
    """If words are in another language, then the tag tree says in which."""
    tagged = everything_bound.tagged
    foreign = {tagged.text(e): e.language for e in tagged.root.walk() if e.language == "si"}
    assert foreign == {"පාන් පුළුස්සයි": "si", "ගුරුවරයා": "si"}


def test_link_in_another_language_says_so(bind: Bind) -> None:
    """If a link's words are in another language, then the link says in which."""
    link = Span("ගුරුවරයා", "si", link="https://example.org/")
    tagged = bind(document(chapter(Paragraph(text=(Span("See "), link))))).tagged
    (element,) = tagged.elements("Link")
    assert (tagged.text(element), element.language) == ("ගුරුවරයා", "si")


def test_paragraph_over_two_pages_is_one(bind: Bind) -> None:
    """If a paragraph runs on to the next page, then it is still one paragraph, exact and whole."""
    text = "A sentence that goes on. " * 150
    tagged = bind(document(chapter(Paragraph(text=words(text))))).tagged
    (paragraph,) = [p for p in tagged.elements("P") if tagged.text(p).startswith("A sentence")]
    assert tagged.text(paragraph) == text
    assert len({shown.page for shown in tagged.shown(paragraph)}) > 1


@pytest.mark.parametrize("language", ["en", "si", "ta"])
def test_document_in_any_language_passes(bind: Bind, tmp_path: Path, language: str) -> None:
    """If a document is in Sinhala or Tamil, then it passes as an English one does."""
    text = {
        "en": "Proof the dough—naïve",
        "si": "කෘත්‍රිම බුද්ධිය ක්‍ෂ ශ්‍රී ප්‍ර",
        "ta": "செயற்கை நுண்ணறிவு கொ கோ கௌ",
    }[language]
    booklet = bind(
        document(
            chapter(
                Paragraph(text=words(text, language)),
                BulletList(items=(ListItem(text=words(text, language)),)),
                title=text,
            ),
            language=language,
        )
    )
    assert booklet.tagged.root.language == language
    _assert_accessible(booklet, tmp_path)
