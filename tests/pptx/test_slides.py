"""Slides are reopened and read: layouts, placeholders, notes, languages, words for pictures."""

from __future__ import annotations

import io
import warnings
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.shapes.placeholder import PlaceholderPicture

from careerkit.content.problem import ContentError, Place
from careerkit.document import blocks as b
from careerkit.document.theme import Theme
from careerkit.slides.slide_measures import FIRST_INDEX
from tests.content.test_clean_picture import PLANT, difference, shades, tells
from tests.content.test_picture import draw
from tests.pptx.reading import (
    A,
    P,
    all_text,
    leaves,
    parts,
    placeholder_text,
    slide_parts,
    squeezed,
    titles,
)
from tests.slides.conftest import Opener, Writer
from tests.slides.documents import document, every_block, item, say, section, words_of

SMALLEST_PT = 18
SOURCE_PT = 14


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A picture three times as wide as high."""
    path = tmp_path_factory.mktemp("images") / "loaf.png"
    Image.new("RGB", (300, 100), "#cc8844").save(path)
    return path


@pytest.fixture(scope="module")
def data(write: Writer, picture: Path) -> bytes:
    """A deck with every kind of block."""
    return write(every_block(picture))


@pytest.fixture(scope="module")
def deck(data: bytes) -> Deck:
    """The same, opened."""
    return Presentation(io.BytesIO(data))


def test_every_text_is_there(data: bytes, picture: Path) -> None:
    """If a document has a text, then a slide or its notes have it."""
    heard = squeezed(all_text(data))
    for words in words_of(every_block(picture)):
        assert squeezed(words) in heard, words


def test_every_slide_has_a_title_of_its_own(deck: Deck) -> None:
    """If a slide is made, then its title placeholder has words that no other slide's has."""
    found = titles(deck)
    assert all(found)
    assert len(set(found)) == len(found)


def test_what_goes_on_is_numbered(deck: Deck) -> None:
    """If ten tasks are set in groups of four, then the second slide says "(2 of 3)"."""
    found = titles(deck)
    start = found.index("A day")
    assert found[start : start + 3] == ["A day", "A day (2 of 3)", "A day (3 of 3)"]
    counts = [
        len(deck.slides[start + offset].placeholders[1].text_frame.paragraphs)
        for offset in range(3)
    ]
    assert counts == [4, 3, 3]


def test_layouts_are_named_and_used(deck: Deck) -> None:
    """If a block has a layout of its own, then its slide is made on it."""
    names = {layout.name for layout in deck.slide_layouts}
    used = {slide.slide_layout.name for slide in deck.slides}
    assert used <= names
    assert {
        "Title",
        "Statement",
        "Three facts",
        "Short steps",
        "Chart",
        "Stages",
        "Short path",
        "Two links",
        "Two columns",
        "Picture",
        "Table",
        "Caution with icon",
        "Callout",
        "Closing",
        "Short sources",
    } <= used


def test_placeholders_exist_in_their_layouts(deck: Deck) -> None:
    """If a slide has a placeholder, then its layout has the same, of the same type."""
    for slide in deck.slides:
        known = {
            shape.placeholder_format.idx: shape.placeholder_format.type
            for shape in slide.slide_layout.placeholders
        }
        for shape in slide.placeholders:
            assert known[shape.placeholder_format.idx] == shape.placeholder_format.type


def test_every_slide_shows_its_number(data: bytes) -> None:
    """If a slide is made, then it has the field of its number in the placeholder for it."""
    for number, slide in enumerate(slide_parts(data), start=1):
        fields = slide.findall(f".//{A}fld[@type='slidenum']")
        assert [field.findtext(f"{A}t") for field in fields] == [str(number)]


def test_every_slide_has_notes(deck: Deck) -> None:
    """If a slide is made, then the speaker has words for it; a section's own on its first."""
    for slide in deck.slides:
        assert slide.has_notes_slide
        assert slide.notes_slide.notes_text_frame is not None
        assert slide.notes_slide.notes_text_frame.text.strip()
    found = titles(deck)
    notes = deck.slides[found.index("A day")].notes_slide.notes_text_frame
    assert notes is not None
    assert notes.text.startswith("Speak about day.")
    assert "Detail number 1." in notes.text
    assert "Detail number 5." not in notes.text


def test_a_slide_without_notes_says_where_they_are(opened: Opener) -> None:
    """If a section goes over slides, then the notes of later ones lead to those of the first."""
    items = b.BulletList(tuple(item(f"Loaf {count}") for count in range(9)))
    deck = replace(
        document(section("s", "list", "S", items)),
        slides=b.SlideWords(notes_before=say("See before.")),
    )
    first, second = (slide.notes_slide.notes_text_frame.text for slide in opened(deck).slides)
    assert first == "Speak about s."
    assert second.split("\n")[:2] == ["See before.", "S"]


def test_every_run_says_its_language(data: bytes) -> None:
    """If a run is written, then it has the language of its span."""
    for part in parts(data, r"ppt/(slides|notesSlides)/[^/]+\.xml").values():
        for run in part.iter(f"{A}r"):
            assert run.find(f"{A}rPr[@lang]") is not None
    sinhala = [
        properties.get("lang")
        for slide in slide_parts(data)
        for run in slide.iter(f"{A}r")
        for properties in run.iter(f"{A}rPr")
        if "බුද්ධිය" in (run.findtext(f"{A}t") or "")
    ]
    assert set(sinhala) == {"si"}


def test_nothing_is_hard_coded_on_slides(data: bytes) -> None:
    """If a master is restyled, then nothing on a slide stands against it."""
    for slide in slide_parts(data):
        assert not list(slide.iter(f"{A}srgbClr"))
        for properties in slide.iter(f"{A}rPr"):
            assert properties.get("sz") is None
            assert not list(properties.iter(f"{A}latin", f"{A}cs", f"{A}solidFill"))


def test_nothing_is_shrunk_and_what_is_added_fits_itself(data: bytes) -> None:
    """If a deck is made, then no text is shrunk, and each would be where a teacher adds to it.

    LibreOffice asks the slide alone, a new slide has what its layout says. Numbers of slides and
    the school's own line at the foot have one size.
    """
    fitting = 0
    for part in parts(data, r"ppt/(slides|slideLayouts|slideMasters)/[^/]+\.xml").values():
        for shape in part.iter(f"{P}sp"):
            mark = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
            fit = shape.find(f"{P}txBody/{A}bodyPr/{A}normAutofit")
            assert not list(shape.iter(f"{A}spAutoFit"))
            if mark is None or mark.get("type") in {"sldNum", "ftr"}:
                assert fit is None
            else:
                assert fit is not None
                assert not fit.attrib
                fitting += 1
    assert fitting


def test_sizes_are_for_the_back_of_a_hall(data: bytes) -> None:
    """If a size is written anywhere in the master or a layout, then it is 18 pt or the source's."""
    pattern = r"ppt/(slideLayouts|slideMasters|charts)/[^/]+\.xml"
    for name, part in parts(data, pattern).items():
        for node in part.iter(f"{A}defRPr"):
            size = int(node.get("sz", "1800")) / 100
            assert size >= SMALLEST_PT or size == SOURCE_PT, (name, size)


def test_every_shape_is_within_the_slide(deck: Deck) -> None:
    """If a shape is drawn, then it lies within the slide."""
    for slide in deck.slides:
        for shape in leaves(slide.shapes):
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


def test_pictures_have_words(data: bytes) -> None:
    """If something is drawn, then it has an alt text or is marked as decoration."""
    drawn = (f"{P}pic", f"{P}graphicFrame", f"{P}grpSp")
    for slide in slide_parts(data):
        for shape in slide.iter(*drawn):
            properties = next(shape.iter(f"{P}cNvPr"))
            decorative = "decorative" in etree.tostring(properties, encoding="unicode")
            is_table = shape.find(f".//{A}tbl") is not None
            assert properties.get("descr") or decorative or is_table


def test_a_picture_keeps_its_proportions(deck: Deck) -> None:
    """If a picture is placed, then it is whole, undistorted, and in a picture placeholder."""
    slide = deck.slides[titles(deck).index("A picture")]
    shape = next(shape for shape in slide.placeholders if shape.placeholder_format.idx == 14)
    assert shape.width / shape.height == pytest.approx(3, rel=0.001)
    assert (shape.crop_left, shape.crop_top) == (0, 0)


def test_a_link_leads_where_it_says(deck: Deck) -> None:
    """If a span is a link, then its run has the address; a link to a section leads to its slide."""
    found = titles(deck)
    where = next(slide for slide in deck.slides if "Baker school" in _text(slide))
    assert "https://example.org/school" in {
        relation.target_ref for relation in where.part.rels.values() if relation.is_external
    }
    contents = deck.slides[found.index("What comes")]
    targets = {
        relation.target_part.partname
        for relation in contents.part.rels.values()
        if relation.reltype.endswith("/slide")
    }
    assert deck.slides[found.index("A day")].part.partname in targets


def _text(slide: object) -> str:
    return " ".join(
        shape.text_frame.text
        for shape in slide.shapes  # type: ignore[attr-defined]  # python-pptx has no types for it
        if shape.has_text_frame
    )


def test_numbers_go_on_over_slides(data: bytes) -> None:
    """If numbered tasks go on to a next slide, then its numbers go on as well."""
    starts = [
        node.get("startAt")
        for slide in slide_parts(data)
        for node in slide.iter(f"{A}buAutoNum")
        if node.get("startAt")
    ]
    assert set(starts) == {"5", "8"}


def test_right_to_left_is_set_in_the_master(write: Writer) -> None:
    """If a language runs from right to left, then the master's text does."""
    arabic = document(
        section("work", "list", "فريق", b.Paragraph(say("فريق", "ar"))), direction="rtl"
    )
    master = parts(write(arabic), r"ppt/slideMasters/[^/]+\.xml").popitem()[1]
    level = master.find(f".//{P}bodyStyle/{A}lvl1pPr")
    assert level is not None
    assert (level.get("rtl"), level.get("algn")) == ("1", "r")


def test_empty_sections_still_have_a_title(opened: Opener) -> None:
    """If a section has no blocks, then it has a slide with its title."""
    deck = opened(document(b.Section("alone", "list", say("Alone"), ())))
    assert titles(deck) == ["Alone"]


def test_core_properties_are_those_of_the_document(deck: Deck) -> None:
    """If a deck is opened, then its properties say title, authors and language."""
    properties = deck.core_properties
    assert properties.title == "Baker"
    assert properties.author == "A. Teacher; B. Teacher"
    assert properties.language == "en"


def test_an_unreadable_picture_is_a_problem(write: Writer, tmp_path: Path) -> None:
    """If a picture cannot be read, then the problem names its place."""
    path = tmp_path / "broken.png"
    path.write_text("not a picture")
    figure = b.Picture(path, say("x"), place=Place("own/deck.xml", 7))
    with pytest.raises(ContentError) as caught:
        write(document(section("p", "list", "P", figure)))
    assert str(caught.value) == (
        "own/deck.xml:7: figure.src: this is not a picture that can be shown\n"
        "  hint: open it in a picture program, and export it as JPEG or PNG"
    )


def test_a_photograph_on_its_side_stands_upright(opened: Opener, tmp_path: Path) -> None:
    """If a camera was held on its side, then the slide shows the photograph upright, and whole."""
    path = draw(tmp_path / "photo.jpg", orientation=6)
    deck = opened(document(section("p", "list", "P", b.Picture(path, say("x")))))
    (shown,) = [shape for shape in deck.slides[0].shapes if isinstance(shape, PlaceholderPicture)]
    with Image.open(io.BytesIO(shown.image.blob)) as image:
        assert (image.size, image.getexif().get(0x0112, 1)) == ((20, 40), 1)
    assert shown.height / shown.width == pytest.approx(2, rel=0.001)


def test_no_more_pixels_than_a_projector_shows(opened: Opener, tmp_path: Path) -> None:
    """If a picture has more than 220 pixels an inch on the slide, then it is scaled down, once."""
    path = tmp_path / "photo.png"
    shades(size=(6000, 3000)).save(path)
    figure = b.Picture(path, say("x"))
    deck = opened(document(section("p", "list", "P", figure, figure)))
    pictures = [
        shape
        for slide in deck.slides
        for shape in slide.shapes
        if isinstance(shape, PlaceholderPicture)
    ]
    assert len(pictures) == 2
    assert len({shape.image.sha1 for shape in pictures}) == 1
    with Image.open(io.BytesIO(pictures[0].image.blob)) as image:
        assert image.width / pictures[0].width.inches <= 220
        assert image.width / pictures[0].width.inches == pytest.approx(220, abs=1)


@pytest.mark.parametrize("name", PLANT)
def test_a_deck_tells_nothing_of_its_pictures(write: Writer, tmp_path: Path, name: str) -> None:
    """If a picture says where and by whom it was taken, then no part of the deck does."""
    path = tmp_path / name
    PLANT[name](path)
    data = write(document(section("p", "list", "P", b.Picture(path, say("x")))))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        media = [part for part in archive.namelist() if part.startswith("ppt/media/")]
        assert len(media) == 1
        for part in archive.namelist():
            assert not tells(archive.read(part)), part
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what is planted in the notes
            source = Image.open(path)
        with Image.open(io.BytesIO(archive.read(media[0]))) as image, source:
            assert difference(image, source) == 0


def test_items_and_lines_are_at_most_six(opened: Opener) -> None:
    """If a list has thirteen items, then they are shared evenly among three slides."""
    items = tuple(item(f"Item {count}") for count in range(13))
    deck = opened(document(section("list", "list", "Many", b.BulletList(items))))
    counts = [len(slide.placeholders[1].text_frame.paragraphs) for slide in deck.slides]
    assert counts == [5, 4, 4]


def test_a_section_shows_its_icon(write: Writer, theme: Theme) -> None:
    """If a section names an icon of the theme, then its slide has it in lines, as decoration."""
    name = next(iter(theme.icons))
    with_icon = b.Section("i", "list", say("Icon"), (b.Paragraph(say("Text")),), name)
    slide = slide_parts(write(document(with_icon)))[0]
    drawn = slide.findall(f".//{P}sp[{P}spPr]")
    icons = [shape for shape in drawn if shape.find(f"{P}spPr/{A}custGeom") is not None]
    assert len(icons) == 1
    assert icons[0].find(f"{P}spPr/{A}noFill") is not None
    assert "decorative" in etree.tostring(icons[0], encoding="unicode")


def _icon_width(slide: etree._Element) -> int:
    """Return the width of the only freeform of a slide, in points."""
    (extent,) = (
        shape.find(f"{A}xfrm/{A}ext")
        for shape in slide.iter(f"{P}spPr")
        if shape.find(f"{A}custGeom") is not None
    )
    assert extent is not None
    return int(extent.attrib["cx"]) // 12700


def test_few_words_have_a_large_icon_beside_them(write: Writer, theme: Theme) -> None:
    """If a list is short, then its icon fills the free side; beside long text it stays small."""
    name = next(iter(theme.icons))
    short = b.BulletList((item("Curiosity"), item("Teamwork")))
    prose = b.Paragraph(say("Every baker begins long before the sun is up. " * 9))
    sections = [b.Section("s", "list", say("S"), (block,), name) for block in (short, prose)]
    few, many = slide_parts(write(document(*sections)))
    assert _icon_width(few) == 190
    assert _icon_width(many) == 44


def test_four_facts_stand_two_and_two(opened: Opener) -> None:
    """If four facts are too wide for columns, then two slides have two of them each."""
    facts = tuple(b.Fact(say("over USD 1.2 billion"), say(f"Fact {count}")) for count in range(4))
    deck = opened(document(section("facts", "facts", "Facts", b.FactGrid(facts))))
    assert [slide.slide_layout.name for slide in deck.slides] == ["Two facts in rows"] * 2


def test_three_wide_facts_stand_in_rows(opened: Opener) -> None:
    """If three facts are too wide for columns, then one slide has them under one another."""
    facts = tuple(b.Fact(say("over USD 1.2 billion"), say(f"Fact {count}")) for count in range(3))
    deck = opened(document(section("facts", "facts", "Facts", b.FactGrid(facts))))
    assert [slide.slide_layout.name for slide in deck.slides] == ["Three facts in rows"]


def test_a_fact_has_its_own_source_at_its_foot(opened: Opener) -> None:
    """If facts come from several sources, then each slide names those of its own facts, once."""
    label = say("Of all the bread that is baked in the whole of the country in one year, weighed")
    facts = tuple(
        b.Fact(say(f"about {count}5,000"), label + label, source=say(f"Source: {source}"))
        for count, source in enumerate("AAB", start=1)
    )
    short = tuple(replace(fact, label=say("loaves")) for fact in facts)
    feet = [
        [
            placeholder_text(slide, FIRST_INDEX["source"])
            for slide in opened(document(section("f", "facts", "F", b.FactGrid(items)))).slides
        ]
        for items in (facts, short)
    ]
    assert feet == [["Source: A", "Source: A", "Source: B"], ["Source: A\nSource: B"]]


def test_sources_run_on_where_a_line_each_has_no_room(opened: Opener) -> None:
    """If three sources stand at the foot of a slide, then they share its two lines."""
    facts = tuple(b.Fact(say("4"), say("x"), source=say(f"Source: {name}")) for name in "ABC")
    (slide,) = opened(document(section("f", "facts", "F", b.FactGrid(facts)))).slides
    assert placeholder_text(slide, FIRST_INDEX["source"]) == "Source: A · Source: B · Source: C"


def test_facts_too_long_for_rows_stand_alone(opened: Opener) -> None:
    """If facts have a slide each, then all are set alike, beside the icon if all fit there."""
    label = say(
        "Of all the bread that is baked in the whole of the country in one year, weighed " * 2
    )
    for figure, layout in (
        ("46.5 per cent", "One fact with icon"),
        ("46.5 per cent or so", "One fact"),
    ):
        facts = (b.Fact(say("about 15,000"), label), b.Fact(say(figure), label))
        grid = b.Section("facts", "facts", say("Facts"), (b.FactGrid(facts),), "facts")
        assert [slide.slide_layout.name for slide in opened(document(grid)).slides] == [layout] * 2


def test_columns_too_long_for_a_slide_follow_one_another(opened: Opener) -> None:
    """If two columns have more items than a slide may, then each has slides of its own."""
    left = b.BulletList(tuple(item(f"Left {count}") for count in range(5)), "yes")
    right = b.BulletList(tuple(item(f"Right {count}") for count in range(2)), "no")
    blocks = (b.Heading(2, say("Yes")), left, b.Heading(2, say("No")), right)
    deck = opened(document(section("fit", "columns", "Is it?", *blocks)))
    assert [
        [paragraph.text for paragraph in slide.placeholders[1].text_frame.paragraphs][::5]
        for slide in deck.slides
    ] == [["Yes", "Left 4"], ["No"]]
