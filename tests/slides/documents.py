"""Documents made by hand for the deck's tests."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from careerkit.document import blocks as b
from careerkit.document.section_kinds import SectionKindName
from careerkit.document.spans import Inline, Span
from careerkit.document.traversal import spans


def say(text: str, language: str = "en", **more: bool | str) -> Inline:
    """Make a line of one span."""
    return (Span(text, language, **more),) if text else ()  # type: ignore[arg-type]


def item(text: str) -> b.ListItem:
    """Make an item of a list."""
    return b.ListItem(say(text))


def section(name: str, kind: SectionKindName, title: str, *blocks: b.Block) -> b.Section:
    """Make a section with notes."""
    notes = b.Notes((b.Paragraph(say(f"Speak about {name}.")),), 30)
    return b.Section(name, kind, say(title), (*blocks, notes))


def document(*sections: b.Section, direction: str = "ltr", language: str = "en") -> b.Document:
    """Make a document of sections."""
    return b.Document(
        title="Baker",
        language=language,
        direction=direction,  # type: ignore[arg-type]
        authors=("A. Teacher", "B. Teacher"),
        description="Bread for a town.",
        sections=sections,
        slides=b.SlideWords(continued=say("{title} ({part} of {parts})")),
    )


def pay(*rows: tuple[str, float, float | None]) -> b.RangeChart:
    """Make a chart of pay."""
    return b.RangeChart(
        say("Pay at home"),
        say("LKR a month"),
        say("Chart of pay, in LKR a month"),
        tuple(
            b.Range(
                say(label),
                low,
                high,
                open_ended=False,
                low_text=say(f"{low:,.0f}"),
                high_text=say(f"{high:,.0f}") if high is not None else (),
                summary=say(f"LKR {low:,.0f} and up"),
                note=say("Source: a survey"),
            )
            for label, low, high in rows
        ),
    )


def every_block(picture: Path) -> b.Document:
    """Make a document with every kind of block in it."""
    linked = say("Baker school", link="https://example.org/school")
    return document(
        section(
            "cover",
            "title",
            "",
            b.Cover(
                "baker",
                say("Baker"),
                say("Bread for a town"),
                say("Talk"),
                say("Foot"),
                say("Pattern of shapes"),
            ),
        ),
        section("contents", "list", "What comes", b.Contents()),
        section("work", "statement", "In one sentence", b.Paragraph(say("Bakers make bread."))),
        section(
            "facts",
            "facts",
            "Figures",
            b.FactGrid(
                (
                    b.Fact(say("4 am"), say("start of the day"), say("in most towns")),
                    b.Fact(say("300"), say("loaves")),
                    b.Fact(say("220 °C"), say("oven")),
                )
            ),
            b.Paragraph(say("Source: the guild"), "source"),
        ),
        section(
            "day",
            "steps",
            "A day",
            b.Steps(
                tuple(
                    b.Step(say(f"Task number {count}"), say(f"Detail number {count}."))
                    for count in range(1, 11)
                )
            ),
        ),
        section(
            "where",
            "list",
            "Where",
            b.Heading(2, say("Shops")),
            b.BulletList((item("Corner bakery"), item("Hotel"))),
            b.BulletList((item("Flour"), item("Yeast")), "tags"),
            b.BulletList((item("Wake early"),), "ticks"),
            b.BulletList((item("First"), item("Second")), "numbers"),
            b.Paragraph(say("A caption line"), "caption"),
            b.Paragraph((*say("කෘත්‍රිම බුද්ධිය", "si"), *say(" and "), *linked)),
        ),
        section("pay", "chart", "Pay", pay(("Beginner", 40_000, 60_000), ("Master", 90_000, None))),
        section(
            "path",
            "path",
            "The path",
            b.Roadmap(
                (
                    b.Stage(
                        say("School"),
                        say("Ages 14 to 16"),
                        (
                            b.BulletList((item("Bake at home"),)),
                            b.Callout("caution", say("Take care"), (b.Paragraph(say("Hot!")),)),
                        ),
                    ),
                    b.Stage(say("Apprentice"), (), (b.Paragraph(say("Two years.")),)),
                    b.Stage(say("Master"), (), ()),
                ),
                say("Three stages"),
            ),
        ),
        section(
            "links",
            "links",
            "Try this",
            *(
                b.QRCode(
                    f"https://example.org/{count}",
                    say(f"Opens place {count}"),
                    (
                        b.Paragraph(say(f"Place {count}")),
                        b.Paragraph(say(f"example.org/{count}"), "caption"),
                    ),
                )
                for count in range(4)
            ),
        ),
        section(
            "suits",
            "columns",
            "Is it for you?",
            b.Heading(2, say("It may suit you")),
            b.BulletList((item("You like mornings"),), "yes"),
            b.Heading(2, say("It may not")),
            b.BulletList((item("You sleep long"),), "no"),
        ),
        section("picture", "list", "A picture", b.Picture(picture, say("A loaf"), say("Photo"))),
        section(
            "table",
            "list",
            "A table",
            b.Table(
                (say("Bread"), say("Hours")), ((say("Rye"), say("24")), (say("Roll"), say("3")))
            ),
        ),
        section(
            "rest",
            "list",
            "The rest",
            b.Definitions((b.Definition(say("Proof"), say("to let dough rise")),)),
            b.WritingLines(say("Why bread?"), 3),
            b.StampBox(say("Stamp here"), (say("Name"),)),
            b.Callout("decision", (), (b.Paragraph(say("Choose a school.")),)),
        ),
        section("closing", "closing", "Questions?", b.Paragraph(say("Ask for the booklet."))),
        section("sources", "sources", "Sources", b.Paragraph(say("The guild, 2026"), "source")),
    )


def words_of(doc: b.Document) -> list[str]:
    """Give every text of a document, alt texts included, notes included."""
    return [span.text for span in spans(doc.sections) if span.text.strip()]


def draw_picture(folder: Path) -> Path:
    """Make a picture."""
    path = folder / "loaf.png"
    Image.new("RGB", (300, 100), "#cc8844").save(path)
    return path
