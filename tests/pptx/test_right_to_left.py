"""A deck read from right to left: everything on the other side, and nothing turned round inside.

The same document is written both ways, and shape is compared with shape. The Arabic words are those
of ``tests/locales``; what they look like is for ``tests/acceptance``.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openxml_audit
import pytest
from PIL import Image
from pptx import Presentation
from pptx.presentation import Presentation as Deck

from careerkit.content import read_catalogue, read_locale, read_profile
from careerkit.document import blocks as b
from careerkit.layout.layout import load_layout, render_document
from careerkit.translation.catalogues.translated import translate_profile
from careerkit.translation.locales.label_check import check_labels, is_optional
from careerkit.translation.words.locale_words import Words
from tests.pptx.reading import A, C, leaves, parts, slide_parts, titles
from tests.shipped import ROOT
from tests.slides.conftest import Opener, Writer
from tests.slides.documents import document, every_block, item, section

ARABIC = Path(__file__).parent.parent / "locales"
MARK = "\u200e"
TOLERANCE_EMU = 2


@pytest.fixture(scope="module")
def both(write: Writer, tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """A document with every kind of block, written from left to right and from right to left."""
    path = tmp_path_factory.mktemp("images") / "loaf.png"
    Image.new("RGB", (300, 500), "#cc8844").save(path)
    left = every_block(path)
    right = document(*left.sections, direction="rtl")
    return write(left), write(right)


@pytest.fixture(scope="module")
def decks(both: tuple[bytes, bytes]) -> tuple[Deck, Deck]:
    """The same, opened."""
    left, right = (Presentation(io.BytesIO(each)) for each in both)
    return left, right


@pytest.fixture(scope="module")
def arabic() -> b.Document:
    """The deck of a career in Arabic as far as it is translated, in English below that."""
    original = read_profile(ROOT / "source" / "careers" / "ai-ml-engineer.yaml", ROOT / "source")
    catalogue = read_catalogue(ARABIC / "ar" / "ai-ml-engineer.yaml")
    words = Words(read_locale(ARABIC / "ar.yaml"), [english()])
    profile = translate_profile(original, "ar", [catalogue])
    return render_document(
        load_layout("classic", ROOT / "layouts"), "deck", "slides", profile, words
    )


def english() -> Any:
    """The English locale."""
    return read_locale(ROOT / "source" / "locales" / "en.yaml")


def assert_mirrored(left: Any, right: Any, width: int) -> None:
    """Compare the place of a shape with that of its fellow."""
    assert abs(right.left - (width - left.left - left.width)) <= TOLERANCE_EMU, left.name
    assert (right.top, right.width, right.height) == (left.top, left.width, left.height)


def test_layouts_are_mirrored(decks: tuple[Deck, Deck]) -> None:
    """If a deck runs from right to left, then each frame of each layout is on the other side."""
    left, right = decks
    for one, other in zip(left.slide_layouts, right.slide_layouts, strict=True):
        for shape, fellow in zip(one.placeholders, other.placeholders, strict=True):
            assert_mirrored(shape, fellow, left.slide_width)
    for shape, fellow in zip(left.slide_master.shapes, right.slide_master.shapes, strict=True):
        assert_mirrored(shape, fellow, left.slide_width)


def test_slides_are_mirrored(decks: tuple[Deck, Deck]) -> None:
    """If a deck runs from right to left, then all that stands on its slides is moved, not turned.

    A QR code, an icon and the art keep their outlines.
    """
    left, right = decks
    for one, other in zip(left.slides, right.slides, strict=True):
        for shape, fellow in zip(leaves(one.shapes), leaves(other.shapes), strict=True):
            assert_mirrored(shape, fellow, left.slide_width)
            for name in ("flipH", "rot"):
                assert [node.get(name) for node in fellow._element.iter(f"{A}xfrm")] == [
                    node.get(name) for node in shape._element.iter(f"{A}xfrm")
                ]
            drawn = [[p.attrib for p in each._element.iter(f"{A}pt")] for each in (shape, fellow)]
            assert drawn[0] == drawn[1]


def test_text_runs_from_right_to_left(both: tuple[bytes, bytes]) -> None:
    """If a deck runs from right to left, then every level of text says so and begins at the right.

    PowerPoint itself is told, so that its window and the order of its columns do.
    """
    for name, root in parts(both[1], r"ppt/.*\.xml").items():
        if "theme" in name or "tableStyles" in name:
            continue
        for number in range(1, 10):
            for level in root.iter(f"{A}lvl{number}pPr"):
                if level.get("rtl") is not None:
                    assert (level.get("rtl"), level.get("algn")) == ("1", "r"), name
        for body in root.iter(f"{A}bodyPr"):
            if "slideLayout" in name or "slideMaster" in name:
                assert body.get("rtlCol") == "1", name
    show = parts(both[1], r"ppt/presentation\.xml")["ppt/presentation.xml"]
    assert show.get("rtl") == "1"
    assert parts(both[0], r"ppt/presentation\.xml")["ppt/presentation.xml"].get("rtl") is None


def test_a_chart_grows_towards_the_left(both: tuple[bytes, bytes]) -> None:
    """If a deck runs from right to left, then a chart has its labels at the right, 0 beside them.

    Its rows stay in their order from top to bottom.
    """
    found = {}
    for way, deck in zip(("ltr", "rtl"), both, strict=True):
        (chart,) = parts(deck, r"ppt/charts/chart1\.xml").values()
        category, value = chart.find(f".//{C}catAx"), chart.find(f".//{C}valAx")
        assert category is not None
        assert value is not None
        found[way] = [
            node.get("val", "")
            for axis in (category, value)
            for node in (axis.find(f"{C}scaling/{C}orientation"), axis.find(f"{C}axPos"))
            if node is not None
        ]
        found[way] += [node.get("val", "") for node in chart.iter(f"{C}x", f"{C}w")]
    left, right = found["ltr"], found["rtl"]
    assert left[:4] == ["maxMin", "l", "minMax", "t"]
    assert right[:4] == ["maxMin", "r", "maxMin", "t"]
    assert float(right[4]) == pytest.approx(1 - float(left[4]) - float(left[5]), abs=1e-3)
    assert right[5] == left[5]


def test_a_table_begins_at_the_right(both: tuple[bytes, bytes]) -> None:
    """If a deck runs from right to left, then a table's first column is the one at the right."""
    for deck, wanted in zip(both, (None, "1"), strict=True):
        tables = [table for slide in slide_parts(deck) for table in slide.iter(f"{A}tbl")]
        assert [table[0].get("rtl") for table in tables] == [wanted]
        assert [node.text for node in tables[0].iter(f"{A}t")][:1] == [
            "Bread" if not wanted else f"{MARK}Bread{MARK}"
        ]


def test_a_path_points_to_the_left(both: tuple[bytes, bytes]) -> None:
    """If a deck runs from right to left, then a path's arrow is at its left end."""
    ends = [
        [
            node.tag
            for slide in slide_parts(deck)
            for node in slide.iter(f"{A}headEnd", f"{A}tailEnd")
        ]
        for deck in both
    ]
    assert set(ends[0]) == {f"{A}tailEnd"}
    assert set(ends[1]) == {f"{A}headEnd"}


def test_english_among_arabic_keeps_its_own_order(opened: Opener) -> None:
    """If a paragraph has no Arabic, then marks at its ends keep its full stop after its last word.

    Arabic paragraphs, and figures alone, are left as they are.
    """
    texts = ("Learn Python.", "تعلّم Python.", "120,000 – 300,000")
    bullets = b.BulletList(tuple(item(text) for text in texts))
    deck = opened(document(section("work", "list", "Work?", bullets), direction="rtl"))
    (slide,) = deck.slides
    body = slide.placeholders[1].text_frame
    assert [each.text for each in body.paragraphs] == [f"{MARK}{texts[0]}{MARK}", *texts[1:]]
    assert titles(deck) == [f"{MARK}Work?{MARK}"]
    assert slide.notes_slide.notes_text_frame.text == f"{MARK}Speak about work.{MARK}"


def test_openxml_audit_finds_nothing(both: tuple[bytes, bytes], tmp_path: Path) -> None:
    """If a deck runs from right to left, then an independent validator finds no fault in it."""
    path = tmp_path / "deck.pptx"
    path.write_bytes(both[1])
    assert [str(error) for error in openxml_audit.validate_pptx(str(path)).errors] == []


def test_the_arabic_labels_are_complete() -> None:
    """If layouts use a label, then the Arabic locale has it, with the holes of the English one."""
    locale = read_locale(ARABIC / "ar.yaml")
    assert check_labels(locale, english()) == ()
    own_names = {name for name in english().labels if is_optional(name)}
    assert set(english().labels) - own_names <= set(locale.labels)


def test_a_career_in_arabic(arabic: b.Document, opened: Opener) -> None:
    """If a career is in Arabic, then titles, order of tasks, properties and notes are as well."""
    deck = opened(arabic)
    assert deck.core_properties.title == "مهندس الذكاء الاصطناعي وتعلم الآلة"
    assert deck.core_properties.subject.startswith("ابنِ أنظمة ذكية")
    assert deck.core_properties.language == "ar"
    found = titles(deck)
    claim = "البيانات أولًا، ثم النموذج، ثم الناس"
    start = found.index(claim)
    assert found[start : start + 3] == [claim, f"{claim} (2 من 3)", f"{claim} (3 من 3)"]
    first = deck.slides[start].placeholders[1].text_frame.paragraphs
    assert first[0].text == "تصميم النماذج"
    assert len(first) > 1
    notes = deck.slides[0].notes_slide.notes_text_frame
    assert "نتعرف اليوم" in notes.text
    languages = {
        run.get("lang")
        for slide in deck.slides
        for shape in slide.placeholders
        for run in shape._element.iter(f"{A}rPr")
    }
    assert languages == {"ar", "en"}
