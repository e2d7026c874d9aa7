"""The cover is slide 1 and whole, and what is said in one sentence stands on one slide."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation
from pptx.presentation import Presentation as Deck

from careerkit.document import blocks as b
from careerkit.document.spans import Inline
from careerkit.document.theme import Theme
from careerkit.typography import FontLibrary, LocaleStyle
from tests.deck import write_deck
from tests.pptx.reading import squeezed, titles
from tests.slides.documents import document, say, section

LATIN = LocaleStyle(("Noto Sans",), ("Arial",))
SINHALA = LocaleStyle(("Noto Sans Sinhala", "Noto Sans"), ("Nirmala UI",), line_height=1.65)
TAMIL = LocaleStyle(("Noto Sans Tamil", "Noto Sans"), ("Nirmala UI",), line_height=1.65)

_TAMIL_TITLE = (
    "மின் பணியாளர் மற்றும் புதுப்பிக்கத்தக்க ஆற்றல் அமைப்புகளை நிறுவும் தொழில்நுட்ப அலுவலர், "
    "வீடுகள் தொழிற்சாலைகள் பிரிவு"
)
_SINHALA_TITLE = "විදුලි කාර්මික ශිල්පියා සහ පුනර්ජනනීය බලශක්ති පද්ධති ස්ථාපනය කරන තාක්ෂණික නිලධාරියා, ගෘහස්ථ අංශය සහ කර්මාන්තශාලා"
_TITLE_OF_WORDS = (
    "Grinding, Lapping, Polishing, and Buffing Machine Tool Setters, Operators, and Tenders, "
    "Metal and Plastic, First Class, Day"
)
_TITLE_OF_LONG_WORDS = (
    "Elektroinstallationsfachbetriebsmeisterprüfungsausschussvorsitzender und "
    "Sprachwissenschaftlerin für Altertumswissenschaften"
)
LONG = {
    "words": (LATIN, _TITLE_OF_WORDS),
    "long words": (LATIN, _TITLE_OF_LONG_WORDS),
    "a word": (LATIN, "abcdefghij" * 12),
    "Sinhala": (SINHALA, _SINHALA_TITLE),
    "Tamil": (TAMIL, _TAMIL_TITLE),
}


def cover(title: str, **more: Inline) -> b.Section:
    """A cover's section, with notes."""
    words = b.Cover(
        "seed",
        say(title),
        more.get("tagline", ()),
        say("Career talk"),
        say("For students"),
        say("Pattern"),
    )
    return section("cover", "title", "", words)


def make(theme: Theme, library: FontLibrary, style: LocaleStyle, doc: b.Document) -> Deck:
    """Write a deck in a style and open it."""
    target = io.BytesIO()
    write_deck(doc, theme, style, library, target)
    return Presentation(io.BytesIO(target.getvalue()))


@pytest.mark.parametrize("name", LONG)
def test_the_cover_is_the_first_slide_and_whole(
    theme: Theme, library: FontLibrary, name: str
) -> None:
    """If a title is long, then it is whole on slide 1, beside the art, in smaller type."""
    style, title = LONG[name]
    assert len(title) >= 110
    work = section("work", "statement", "In one sentence", b.Paragraph(say("Bakers bake.")))
    deck = make(theme, library, style, document(cover(title), work))
    assert titles(deck) == [title, "In one sentence"]
    first = deck.slides[0]
    assert first.slide_layout.name in {"Title", "Long title", "Longer title", "Longest title"}
    assert any(shape.name == "Art" for shape in first.shapes)
    assert {shape.text_frame.text for shape in first.placeholders} >= {
        "Career talk",
        "For students",
    }


def test_a_short_title_is_as_large_as_ever(theme: Theme, library: FontLibrary) -> None:
    """If a title is short, then it has the largest type."""
    deck = make(theme, library, LATIN, document(cover("Registered nurse")))
    assert deck.slides[0].slide_layout.name == "Title"


def test_a_tagline_on_the_cover_is_whole_too(theme: Theme, library: FontLibrary) -> None:
    """If a layout has the tagline on the cover, then a type is chosen in which both are whole."""
    tagline = "Bakers bake bread for a town and rise early to do it. " * 5
    doc = document(cover("Baker of bread, rolls and cakes", tagline=say(tagline.strip())))
    deck = make(theme, library, LATIN, doc)
    assert len(deck.slides) == 1
    assert tagline.strip() in {shape.text_frame.text for shape in deck.slides[0].placeholders}


def test_a_title_beyond_any_cover_goes_on_after_it(theme: Theme, library: FontLibrary) -> None:
    """If a title is longer than any cover, then slide 1 is the cover and the next have the rest."""
    title = " ".join(f"word{count}" for count in range(150))
    deck = make(theme, library, LATIN, document(cover(title)))
    first, *others = deck.slides
    assert first.slide_layout.name == "Longest title"
    shown = first.shapes.title.text_frame.text
    rest = [
        shape.text_frame.text
        for slide in others
        for shape in slide.placeholders
        if shape.name == "Text"
    ]
    assert squeezed(shown + "".join(rest)) == squeezed(title)
    assert all("… (" in each for each in titles(deck)[1:])


@pytest.mark.parametrize(
    ("style", "length"),
    [(LATIN, 200), (LATIN, 500), (LATIN, 800), (SINHALA, 500), (TAMIL, 200), (TAMIL, 500)],
    ids=str,
)
def test_a_statement_is_one_slide(
    theme: Theme, library: FontLibrary, style: LocaleStyle, length: int
) -> None:
    """If a tagline is long, then it is one slide, in the largest type in which it is whole."""
    sentence = {
        LATIN: "Bring safe power and light to homes, hospitals, schools and factories; ",
        SINHALA: "ගෙවල්, රෝහල්, පාසල් සහ කර්මාන්තශාලා සඳහා ආරක්ෂිත බලය සහ ආලෝකය ලබා දෙන්න; ",
        TAMIL: "வீடுகள், மருத்துவமனைகள், பாடசாலைகளுக்கு பாதுகாப்பான மின்சாரத்தை வழங்குங்கள்; ",
    }[style]
    text = (sentence * 20)[:length].strip()
    title = say("In one sentence")
    work = b.Section("work", "statement", title, (b.Paragraph(say(text)),), "work")
    deck = make(theme, library, style, document(work))
    assert titles(deck) == ["In one sentence"]
    assert text in {shape.text_frame.text for shape in deck.slides[0].placeholders}
