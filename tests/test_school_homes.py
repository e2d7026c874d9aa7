"""What a school says of itself comes out in booklet, handout and deck, in each language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pptx import Presentation

from careerkit.content import SchoolFile, read_locale, read_profile, read_school
from careerkit.content.models.content_model import walk_texts
from careerkit.content.models.school import Counsellor, Detail
from careerkit.content.models.school import School as ShownSchool
from careerkit.content.text import Text
from careerkit.document.blocks import Document, StampBox, WritingLines
from careerkit.document.traversal import spans
from careerkit.layout import load_layout, render_document
from careerkit.translation.words.locale_words import Words
from tests.every_field import Filler
from tests.pages.extracted_text import squeezed
from tests.pages.tag_tree import TaggedPdf
from tests.pptx.reading import all_text
from tests.school import School, found_school
from tests.shipped import FILES, LAYOUTS, ROOT, SOURCE, TEMPLATES

LINES_TO_FILL_IN = ["counsellor_name", "counsellor_phone", "counsellor_room"]


def every_field() -> dict[str, Any]:
    """Return a school that says all there is to say."""
    given_fields: dict[str, Any] = {"language": "en", "logo.file": "logo.png", "translations": {}}
    return Filler(given_fields, {}).fill(SchoolFile)


def texts_of(school: ShownSchool) -> list[str]:
    """Return the words of a school that a reader is to find."""
    return [str(text) for path, text, _ in walk_texts(school) if path != "logo.file"]


def draw_logo(folder: Path) -> None:
    """Put a picture with a clear ground where logos lie."""
    logo = Image.new("RGBA", (900, 600), (0, 0, 0, 0))
    logo.paste((140, 20, 60, 255), (150, 100, 750, 500))
    logo.save(folder / "source" / "images" / "logo.png")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> School:
    """Lay out a school whose file has every field, and make all editions of its career."""
    school = found_school(tmp_path_factory.mktemp("school"))
    draw_logo(school.folder)
    path = school.folder / "source" / "school.yaml"
    path.write_text(yaml.safe_dump(every_field()), encoding="utf-8")
    done = school.run("build", "--edition", "all")
    assert done.returncode == 0, done.stderr
    return school


def read_pdf(path: Path) -> str:
    """Return the words of a PDF: on its pages and of its pictures."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    pages = "\n".join(page.get_textpage().get_text_range() for page in document)
    with pikepdf.open(path) as opened:
        if "/StructTreeRoot" in opened.Root:
            pages += "".join(each.alt for each in TaggedPdf(opened).root.walk() if each.alt)
    return squeezed(pages)


@pytest.mark.parametrize(
    "edition",
    [
        *("booklet.pdf", "handout.pdf", "deck.pptx", "duplex.pdf", "large-print.pdf"),
        "press.pdf",
    ],
)
def test_every_word_of_a_school_comes_out(folder: School, edition: str) -> None:
    """If a school's file has a field, then a reader of each edition finds what it says."""
    made = folder.output / "en" / f"nurse.{edition}"
    is_deck = edition.endswith("pptx")
    found = squeezed(all_text(made.read_bytes())) if is_deck else read_pdf(made)
    school = read_school(folder.folder / "source" / "school.yaml", folder.folder / "source")
    texts = texts_of(school.said_in("en"))
    if edition in ("duplex.pdf", "press.pdf"):
        texts.remove(str(school.logo.alt if school.logo else ""))  # not tagged: for paper alone
    assert len(texts) > 8
    assert [text for text in texts if squeezed(text) not in found] == []


def test_a_logo_is_small_on_paper(folder: School) -> None:
    """If a logo is printed, then on cover and back page, each time no larger than 40 by 18 mm."""
    document = pypdfium2.PdfDocument((folder.output / "en" / "nurse.booklet.pdf").read_bytes())
    sizes = []
    for number, page in enumerate(document, start=1):
        for each in page.get_objects(filter=[3]):
            left, bottom, right, top = (side / 72 * 25.4 for side in each.get_bounds())
            sizes.append((number, round(right - left), round(top - bottom)))
    assert sizes == [(1, 27, 18), (len(document), 27, 18)]


def test_a_logo_stands_on_first_and_last_slide(folder: School) -> None:
    """If a school has a logo, then the deck shows it where it begins and at its last words."""
    deck = Presentation(str(folder.output / "en" / "nurse.deck.pptx"))
    shown = [
        (slide.slide_layout.name, shape.top.pt + shape.height.pt < slide.shapes.title.top.pt)
        for slide in deck.slides
        for shape in slide.shapes
        if shape.shape_type == 13  # a picture
    ]
    assert shown == [("Title", True), ("Closing", True)]
    closing = next(slide for slide in deck.slides if slide.slide_layout.name == "Closing")
    (logo,) = (shape for shape in closing.shapes if shape.shape_type == 13)
    assert logo._element.xpath("p:spPr/a:solidFill/a:schemeClr/@val") == ["bg1"]


def test_no_school_is_made_up() -> None:
    """If somebody begins with what ships, then there is no school in it, but its schema."""
    assert {path.name for path in FILES if "school" in path.name} == {"school.schema.json"}


# --- what is absent -----------------------------------------------------------------------------


def lay_out(template: str, school: ShownSchool | None, tag: str = "en") -> Document:
    """Lay out a career of this project as a school hands it out."""
    profile = read_profile(ROOT / "tests" / "content" / "profiles" / "minimal.yaml", SOURCE)
    here = ROOT / "tests" if tag == "ar" else SOURCE
    words = Words(read_locale(here / "locales" / f"{tag}.yaml"))
    layout = load_layout("classic", LAYOUTS)
    return render_document(layout, template, TEMPLATES[template], profile, words, school)


def lines_to_write_on(document: Document) -> list[str]:
    """Return what a counsellor is to fill in by pen where a pupil is told whom to ask."""
    section = next(each for each in document.sections if each.name in ("back", "ask"))
    lines: list[str] = []
    for block in section.blocks:
        if isinstance(block, StampBox):
            lines += ["".join(span.text for span in line) for line in block.lines]
        elif isinstance(block, WritingLines):
            lines.append("".join(span.text for span in block.prompt))
    return lines


@pytest.mark.parametrize("template", ["booklet", "handout"])
@pytest.mark.parametrize(
    ("counsellor", "left"),
    [
        ({}, LINES_TO_FILL_IN),
        ({"name": "A"}, ["counsellor_phone", "counsellor_room"]),
        ({"name": "A", "phone": "1"}, ["counsellor_room"]),
        ({"room": "1"}, ["counsellor_name", "counsellor_phone", "counsellor_hours"]),
        ({"hours": "1"}, ["counsellor_name", "counsellor_phone", "counsellor_only_room"]),
        ({"email": "a"}, LINES_TO_FILL_IN),
        ({"name": "A", "phone": "1", "room": "2", "hours": "3"}, []),
    ],
)
def test_what_is_absent_stays_a_line_to_fill_in(
    template: str, counsellor: dict[str, str], left: list[str], tmp_path: Path
) -> None:
    """If a school does not say who its counsellor is, then there is a line to write it on."""
    path = tmp_path / "school.yaml"
    said = {"name": "A", **({"counsellor": counsellor} if counsellor else {})}
    path.write_text(yaml.safe_dump(said), encoding="utf-8")
    school = read_school(path, tmp_path).said_in("en")
    words = Words(read_locale(SOURCE / "locales" / "en.yaml"))
    assert lines_to_write_on(lay_out(template, school)) == [str(words.label(name)) for name in left]


@pytest.mark.parametrize("template", ["booklet", "handout"])
def test_without_a_school_there_is_room_for_its_stamp(template: str) -> None:
    """If there is no school's file, then there is room for a stamp and lines, and nothing more."""
    document = lay_out(template, None)
    boxes = [
        block
        for section in document.sections
        for block in section.blocks
        if isinstance(block, StampBox)
    ]
    assert len(boxes) == 1
    words = Words(read_locale(SOURCE / "locales" / "en.yaml"))
    assert lines_to_write_on(document) == [str(words.label(name)) for name in LINES_TO_FILL_IN]


# --- other languages ----------------------------------------------------------------------------

TRANSLATED = """\
name: Lakeside College
logo: {file: logo.png, alt: An owl}
counsellor: {name: Ms Perera, room: 12, hours: Mondays, phone: 011, email: a@b.example}
translations:
  si: {name: විල්තෙර විද්‍යාලය, logo: බකමූණෙක්, counsellor: {hours: සඳුදා}}
"""


@pytest.mark.parametrize("template", TEMPLATES)
def test_words_of_a_school_say_their_language(template: str, tmp_path: Path) -> None:
    """If a school translates some of its words, then each says which language it is in."""
    (tmp_path / "source" / "images").mkdir(parents=True)
    (tmp_path / "source" / "locales").mkdir()
    (tmp_path / "source" / "locales" / "si.yaml").touch()
    draw_logo(tmp_path)
    (tmp_path / "source" / "school.yaml").write_text(TRANSLATED, encoding="utf-8")
    school = read_school(tmp_path / "source" / "school.yaml", tmp_path / "source").said_in("si")
    minimal = ROOT / "tests" / "content" / "profiles" / "minimal.yaml"
    profile = read_profile(minimal, SOURCE).located("minimal", tmp_path / "source")
    words = Words(read_locale(SOURCE / "locales" / "si.yaml"))
    document = render_document(
        load_layout("classic", LAYOUTS), template, TEMPLATES[template], profile, words, school
    )
    languages = {span.text: span.language for span in spans(document)}
    for text in ("විල්තෙර විද්‍යාලය", "බකමූණෙක්", "සඳුදා"):
        assert languages[text] == "si"
    for text in ("Ms Perera", "12", "011", "a@b.example"):
        assert languages[text] == "en"


# --- any words ----------------------------------------------------------------------------------

LETTERS = st.characters(categories=["L", "N"], codec="utf-8")
LONG = st.lists(st.text(LETTERS, min_size=1, max_size=12), min_size=1, max_size=80).map(" ".join)
MAYBE = st.none() | st.builds(Text, LONG, st.sampled_from(["en", "si", "ar"]))
SCHOOLS = st.builds(
    ShownSchool.model_construct,
    name=MAYBE.filter(bool),
    logo=st.none(),
    counsellor=st.none()
    | st.builds(
        Counsellor.model_construct, name=MAYBE, room=MAYBE, hours=MAYBE, phone=MAYBE, email=MAYBE
    ),
    address=MAYBE,
    website=st.none() | st.just(Text("https://lakeside.example/a")),
    more=st.lists(
        st.builds(Detail.model_construct, label=MAYBE.filter(bool), value=MAYBE.filter(bool)),
        max_size=4,
    ).map(tuple),
)


@given(school=SCHOOLS, tag=st.sampled_from(["en", "ar"]))
@settings(max_examples=40)
def test_no_word_of_any_school_is_lost(school: ShownSchool, tag: str) -> None:
    """If a school's words are endless, of whatever script, then each template says them whole."""
    for template in TEMPLATES:
        document = lay_out(template, school, tag)
        said = {(span.text, span.language) for span in spans(document)}
        for _, text, _ in walk_texts(school):
            assert (" ".join(text.split()), text.language) in said


ENDLESS = "Lakeside College of the Very Long Name " * 40


def test_endless_words_of_a_school_are_whole_in_files(tmp_path: Path) -> None:
    """If a school's name and its counsellor's have no end, then files are made, and say both."""
    school = found_school(tmp_path)
    text = f"name: {ENDLESS}\ncounsellor: {{name: {ENDLESS}Counsellor, room: {ENDLESS}Room}}\n"
    (tmp_path / "source" / "school.yaml").write_text(text, encoding="utf-8")
    done = school.run("build", "--edition", "booklet,deck", "--locale", "en,ar-XB")
    assert done.returncode == 0, done.stderr
    assert "defect" not in done.stderr
    # Page by page, with other words where one ends: name and back page, counsellor and room.
    most = 4 * ENDLESS.count("Lakeside")
    for tag in ("en", "ar-XB"):
        folder = tmp_path / "output" / tag
        assert read_pdf(folder / "nurse.booklet.pdf").count("Lakeside") == most
        assert (
            squeezed(all_text((folder / "nurse.deck.pptx").read_bytes())).count("Lakeside") >= most
        )


# --- what is wrong ------------------------------------------------------------------------------


def test_a_broken_school_stops_all_files_and_is_told_once(tmp_path: Path) -> None:
    """If the school's file is wrong, then nothing is made, and it is told once, as all else is.

    A guide without the school's name on it would be printed before anybody saw why.
    """
    school = found_school(tmp_path)
    school.write_career("diver", "schema: 1\ntitle: Diver\ntagine: b\n")
    (tmp_path / "source" / "school.yaml").write_text("nmae: Lakeside\n", encoding="utf-8")
    for command in ("check", "build"):
        done = school.run(command)
        assert done.returncode == 1
        assert done.stderr.count("source/school.yaml:1:1: nmae: unknown field") == 1
        assert done.stderr.count("diver.yaml:3:1: tagine: unknown field") == 1
        assert "Traceback" not in done.stderr
    assert not school.made()


def test_a_school_is_read_before_what_it_changes_is_made_anew(tmp_path: Path) -> None:
    """If a school is added, or its logo is another, then files are made anew; else they are not."""
    school = found_school(tmp_path)
    path = tmp_path / "source" / "school.yaml"

    def build() -> bytes:
        done = school.run("build", "--edition", "booklet")
        assert done.returncode == 0, done.stderr
        return (tmp_path / "output" / "en" / "nurse.booklet.pdf").read_bytes()

    without = build()
    draw_logo(tmp_path)
    path.write_text("name: A\nlogo: {file: logo.png, alt: B}\n", encoding="utf-8")
    with_logo = build()
    Image.new("RGB", (900, 600), (200, 0, 0)).save(tmp_path / "source" / "images" / "logo.png")
    with_another = build()
    assert len({without, with_logo, with_another}) == 3
    path.unlink()
    (tmp_path / "source" / "images" / "logo.png").unlink()
    assert build() == without


@pytest.mark.parametrize("name", ["school.yml", "School.yaml", "school.yaml.txt"])
def test_a_school_under_another_name_is_told(name: str, tmp_path: Path) -> None:
    """If a school's file has a name that is passed over, then that is told, and what to do."""
    school = found_school(tmp_path)
    (tmp_path / "source" / name).write_text("name: Lakeside\n", encoding="utf-8")
    (tmp_path / "source" / "plans.yaml").write_text("name: Lakeside\n", encoding="utf-8")
    done = school.run("check")
    assert (
        f"source/{name}: warning: passed over, for its name is not school.yaml\n"
        f"  hint: rename {name} to school.yaml\n"
    ) in done.stderr
    assert "plans.yaml" not in done.stderr
