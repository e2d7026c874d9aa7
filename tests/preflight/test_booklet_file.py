"""Booklets without a fault, and booklets broken on purpose: what preflight says of each."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from careerkit.build.render import draw
from careerkit.preflight.pdf.file import preflight_pdf
from careerkit.preflight.pdf.rules import BOOKLET_RULES
from tests.preflight.conftest import lay_out
from tests.school import NURSE, found_school

RULES = replace(BOOKLET_RULES, page_mm=(148.0, 210.0))
OURS = "; this is a defect of careerkit, please report it"
CHAPTER = '<section name="a" kind="chapter"><h1>x</h1><p>y</p></section>'
COVER = '<section name="b" kind="cover"><cover seed="a" title="x"/></section>'
BACK = '<section name="c" kind="back"><p>y</p></section>'
PAGE = 2  # the page that is broken, counted from 0: it has text and links


def broken(content: bytes, change: Callable[[Any], None]) -> bytes:
    """Change a booklet behind its writer's back."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        change(pdf)
        pdf.save(target)
    return target.getvalue()


def found(content: bytes, **options: Any) -> set[tuple[str, str]]:
    """Give what preflight says, each with its page."""
    problems = preflight_pdf(content, RULES, file="a.pdf", **options)
    for problem in problems:
        assert problem.severity == "error"
        assert str(problem.place) == "a.pdf"
        assert problem.message.endswith(OURS)
    return {(problem.field, problem.message.removesuffix(OURS)) for problem in problems}


def add(pdf: Any, operators: bytes) -> None:
    """Append operators to a page."""
    pdf.pages[PAGE].contents_add(operators)


def first_font(pdf: Any) -> tuple[str, Any]:
    """Give a font of the page, with its name there."""
    name, font = next(iter(pdf.pages[PAGE].resources.Font.items()))
    return str(name), font


def first_letter(pdf: Any) -> tuple[int, str]:
    """Give the first code the page shows in its first font, with the letter it stands for."""
    wanted, font = first_font(pdf)
    name = ""
    for instruction in pikepdf.parse_content_stream(pdf.pages[PAGE], "Tf TJ"):
        operand: Any = instruction.operands[0]
        if str(instruction.operator) == "Tf":
            name = str(operand)
        elif name == wanted:
            code = int.from_bytes(bytes(operand[0])[:2], "big")
            entry = font.ToUnicode.read_bytes().split(b"<%04X> <" % code)[1]
            return code, bytes.fromhex(entry.split(b">")[0].decode()).decode("utf-16-be")
    raise AssertionError


def change_parent_tree(pdf: Any, change: Callable[[Any], None]) -> None:
    """Change the page's entry of the parent tree."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    key = int(pdf.pages[PAGE].obj.StructParents)
    place = next(at for at in range(0, len(numbers), 2) if int(numbers[at]) == key)
    change(numbers[place + 1])


def owner_of(pdf: Any, mcid: int) -> Any:
    """Give the element a stretch of marked content of the page belongs to."""
    owners: list[Any] = []
    change_parent_tree(pdf, owners.extend)
    return owners[mcid]


def link_page(pdf: Any) -> tuple[int, Any]:
    """Give the first page with a link, counted from 1, and its first link."""
    return next(
        (number, page.obj.Annots[0])
        for number, page in enumerate(pdf.pages, start=1)
        if "/Annots" in page.obj
    )


def figures(element: Any) -> list[Any]:
    """Give the figures below an element."""
    kids = element.get("/K", [])
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    below = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    return [
        *([element] if element.get("/S") == "/Figure" else []),
        *(figure for kid in below for figure in figures(kid)),
    ]


def test_a_good_booklet_has_no_defect(career: str, tmp_path: Path) -> None:
    """If a booklet of a career that ships is made, then nothing is found."""
    assert found(draw(lay_out(tmp_path, [career], "booklet")).content) == set()


def test_a_path_is_read_and_named(booklet: bytes, tmp_path: Path) -> None:
    """If a path is given, then its file is read, and named in what is found."""
    path = tmp_path / "torn.pdf"
    path.write_bytes(booklet)
    assert preflight_pdf(path) == ()
    path.write_bytes(b"torn")
    (problem,) = preflight_pdf(path)
    assert problem.place.file == path.as_posix()
    assert problem.message.startswith("the file cannot be read as a PDF")


# --- text ----------------------------------------------------------------------------------------


def test_a_box_in_place_of_a_letter(booklet: bytes) -> None:
    """If a letter is drawn with glyph 0, then it is named, unless its lack was told before."""
    letters = []

    def change(pdf: Any) -> None:
        code, letter = first_letter(pdf)
        letters.append(letter)
        glyphs = first_font(pdf)[1].DescendantFonts[0].CIDToGIDMap
        content = bytearray(glyphs.read_bytes())
        content[2 * code : 2 * code + 2] = b"\0\0"
        glyphs.write(bytes(content))

    content = broken(booklet, change)
    named = " ".join(f"U+{ord(character):04X}" for character in letters[0])
    what = f"a box or nothing (.notdef) is drawn in place of {named}"
    assert (f"page {PAGE + 1}", what) in found(content)
    assert found(content, missing=set(letters[0])) == set()


def test_a_box_as_a_part_of_a_letter(tmp_path: Path) -> None:
    """If a font has a letter and not its mark, then the glyph made of both is known for a box."""
    mark = "\u20d7"
    school = found_school(tmp_path)
    school.write_career("nurse", NURSE.replace("Care for", f"Care{mark} for"))
    sheet = lay_out(tmp_path / "output", ["nurse"], "booklet", source=tmp_path / "source")

    def change(pdf: Any) -> None:
        for font in dict(pdf.pages[0].resources.Font.items()).values():
            program = font.DescendantFonts[0].FontDescriptor.FontFile2
            # A composite glyph (OpenType 1.9, glyf) of one part, which becomes glyph 0.
            one_part = rb"(\xff\xff.{8}\x00\x03)..(\x00{4})"
            program.write(re.sub(one_part, rb"\1\0\0\2", program.read_bytes(), flags=re.DOTALL))

    content = broken(draw(sheet).content, change)
    what = "a box or nothing (.notdef) is drawn in place of U+0065 U+20D7"
    assert ("page 1", what) in found(content)
    assert {each for _, each in found(content)} == {what}
    assert found(content, missing={mark}) == set()


def test_a_letter_that_stands_for_no_text(booklet: bytes) -> None:
    """If a code is not in its font's ToUnicode map, then each page with it is named."""
    codes = []

    def change(pdf: Any) -> None:
        code = first_letter(pdf)[0]
        codes.append(code)
        to_unicode = first_font(pdf)[1].ToUnicode
        lines = to_unicode.read_bytes().split(b"\n")
        to_unicode.write(b"\n".join(line for line in lines if b"<%04X> " % code not in line))

    content = broken(booklet, change)
    what = f"some characters cannot be searched, copied or read aloud: code {codes[0]:04X}"
    assert (f"page {PAGE + 1}", what) in found(content)
    assert {each for _, each in found(content)} == {what}


def test_a_font_that_is_not_embedded(booklet: bytes) -> None:
    """If a font's program is not in the file, then the font is named."""
    names = []

    def change(pdf: Any) -> None:
        font = first_font(pdf)[1]
        names.append(str(font.BaseFont).removeprefix("/"))
        del font.DescendantFonts[0].FontDescriptor["/FontFile2"]

    whats = {what for _, what in found(broken(booklet, change))}
    assert whats == {f"the font {names[0]} is not embedded"}


def test_a_font_that_is_not_cut_down(booklet: bytes) -> None:
    """If a font is embedded whole, then it is named."""

    def change(pdf: Any) -> None:
        first_font(pdf)[1].BaseFont = pikepdf.Name("/NotoSans-Bold")

    what = "the font NotoSans-Bold is embedded whole, not cut down to what is used"
    assert {each for _, each in found(broken(booklet, change))} == {what}


def test_helvetica_slipped_in(booklet: bytes) -> None:
    """If a page has one of the fonts that are never embedded, then it is named, used or not."""

    def change(pdf: Any) -> None:
        page = pdf.pages[PAGE]
        fonts = pikepdf.Dictionary(dict(page.resources.Font.items()))
        fonts["/F99"] = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.Type1,
                BaseFont=pikepdf.Name.Helvetica,
            )
        )
        resources = pikepdf.Dictionary(dict(page.resources.items()))
        resources.Font = fonts
        page.obj.Resources = resources

    assert found(broken(booklet, change)) == {
        (f"page {PAGE + 1}", "the font Helvetica is not embedded"),
        (f"page {PAGE + 1}", "the font Helvetica does not say which text it shows"),
    }


def test_a_font_that_is_not_there(booklet: bytes) -> None:
    """If a page uses a font it does not have, then that is told."""
    operators = b"/Artifact BMC BT /F98 9 Tf <0021> Tj ET EMC"
    content = broken(booklet, lambda pdf: add(pdf, operators))
    assert found(content) == {(f"page {PAGE + 1}", "the font F98 of some text is not there")}


# --- pages ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("operators", "whats"),
    [
        (b"/Artifact BMC EMC", {"a stretch of marked content is empty"}),
        (b"/Artifact BMC 1 0 0 rg EMC", {"a stretch of marked content is empty"}),
        (b"/Artifact BMC 0 0 m 1 1 l S EMC", set()),
        (b"0 0 9 9 re f", {"something is drawn outside marked content"}),
        (
            b"BI /W 1 /H 1 /CS /G /BPC 8 ID x EI",
            {"something is drawn outside marked content"},
        ),
        (
            b"EMC",
            {"a stretch of marked content is begun and not ended, or ended and not begun"},
        ),
        (
            b"/Artifact BMC 0 0 9 9 re f",
            {"a stretch of marked content is begun and not ended, or ended and not begun"},
        ),
        (
            b"/P <</MCID 999>> BDC 0 0 9 9 re f EMC",
            {
                "some content belongs to no element of the tag tree",
                "the parent tree has no entry for some content",
            },
        ),
        (
            b"/P <</MCID 0>> BDC 0 0 9 9 re f EMC",
            {"two stretches of marked content have the same number"},
        ),
    ],
)
def test_operators_that_do_not_belong(booklet: bytes, operators: bytes, whats: set[str]) -> None:
    """If a page draws what it should not, then the page and the fault are named."""
    content = broken(booklet, lambda pdf: add(pdf, operators))
    assert found(content) == {(f"page {PAGE + 1}", what) for what in whats}


def test_an_empty_page(booklet: bytes) -> None:
    """If a page has no content, then it is named, and so are the tags that miss theirs."""

    def change(pdf: Any) -> None:
        pdf.pages[PAGE].obj.Contents = pdf.make_stream(b"")

    assert found(broken(booklet, change)) == {
        (f"page {PAGE + 1}", "the page is empty"),
        (f"page {PAGE + 1}", "the tag tree names content that is not on the page"),
        (f"page {PAGE + 1}", "the parent tree has an entry for content that is absent"),
    }


def without(content: bytes, *pages: int) -> bytes:
    """Empty some pages, counted from 0."""

    def change(pdf: Any) -> None:
        for page in pages:
            pdf.pages[page].obj.Contents = pdf.make_stream(b"")

    return broken(content, change)


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        ((-1,), ()),
        ((-2,), ()),
        ((-4, -3, -2), ()),
        ((-3, -2, -1), ()),
        ((-4, -3, -2, -1), (-4, -3, -2, -1)),
        ((-3,), (-3,)),
        ((5, -2), (5,)),
        ((0,), (0,)),
    ],
)
def test_pages_that_fill_the_last_sheet(
    booklet: bytes, pages: tuple[int, ...], told: tuple[int, ...]
) -> None:
    """If up to three empty pages end a booklet, or come before its back, then they fill a sheet."""
    count = len(pikepdf.open(io.BytesIO(booklet)).pages)
    numbers = {f"page {page % count + 1}" for page in told}
    assert {
        where for where, what in found(without(booklet, *pages)) if what == "the page is empty"
    } == numbers


@pytest.mark.parametrize("markup", [CHAPTER, COVER, BACK, COVER + CHAPTER, COVER + CHAPTER + BACK])
def test_a_layout_of_few_pages(tmp_path: Path, markup: str) -> None:
    """If a layout has fewer pages than a sheet, then those that fill it are no defect."""
    school = found_school(tmp_path)
    layout = tmp_path / "layouts" / "small"
    layout.mkdir()
    (layout / "theme.yaml").write_text("extends: classic\n")
    (layout / "booklet.xml").write_text(f'<pages title="x">{markup}</pages>')
    made = school.run("nurse", "--locale", "en", "--edition", "booklet", "--layout", "small")
    assert made.returncode == 0
    assert made.stdout.startswith("output/en/nurse.booklet.pdf: 4 pages, ink on ")
    assert made.stderr == "1 booklet made (4 pages), no problems\n"


# --- where the ink is ----------------------------------------------------------------------------

_BEYOND = "some ink lies beyond the edge of the page"
_OVER = "a text lies over another"


@pytest.mark.parametrize(
    "operators",
    [
        b"/Artifact BMC 400 300 60 10 re f EMC",
        b"/Artifact BMC -3 300 10 10 re f EMC",
        b"/Artifact BMC 2 w 10 597 m 100 597 l S EMC",
        b"/Artifact BMC q 1 0 0 1 0 -300 cm 100 200 10 10 re f Q EMC",
        b"/Artifact BMC q 30 0 0 30 400 100 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q EMC",
    ],
    ids=["area", "left", "line", "moved", "picture"],
)
def test_ink_beyond_the_page(booklet: bytes, operators: bytes) -> None:
    """If an area, a line or a picture is drawn beyond the page's edge, then the page is named."""
    content = broken(booklet, lambda pdf: add(pdf, operators))
    assert found(content) == {(f"page {PAGE + 1}", _BEYOND)}


def repeat_text(pdf: Any, *, x: float, y: float) -> None:
    """Draw the longest text of the page again, as decoration, some points beside itself."""
    page = pdf.pages[PAGE]
    before: list[Any] = []
    longest: tuple[int, list[Any]] = (0, [])
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator == "BT":
            before = []
        if operator in ("BT", "Tf", "Tm", "Td"):
            before.append(instruction)
        elif operator in ("TJ", "Tj"):
            found_here = len(str(instruction.operands[0])), [*before, instruction]
            longest = max(longest, found_here, key=lambda each: each[0])
    text = pikepdf.unparse_content_stream(longest[1])
    move = f"/Artifact BMC q 1 0 0 1 {x} {y} cm\n".encode()
    page.contents_add(move + text + b"\nET Q EMC")


@pytest.mark.parametrize(("x", "y"), [(0, 0), (2, 1), (0, 5), (40, -4)])
def test_text_over_text(booklet: bytes, x: float, y: float) -> None:
    """If a text is drawn over another, then the page is named."""
    content = broken(booklet, lambda pdf: repeat_text(pdf, x=x, y=y))
    assert (f"page {PAGE + 1}", _OVER) in found(content)


def test_text_beyond_the_page(booklet: bytes) -> None:
    """If a text runs over the page's edge, then the page is named."""
    content = broken(booklet, lambda pdf: repeat_text(pdf, x=300, y=0))
    assert (f"page {PAGE + 1}", _BEYOND) in found(content)


@pytest.mark.parametrize("operators", [b"/P BDC", b"BT TJ ET", b"BT <zz> TJ ET", b"Tf"])
def test_operators_without_their_operands(booklet: bytes, operators: bytes) -> None:
    """If an operator lacks what it needs, then the page cannot be read, and the others are."""
    content = broken(booklet, lambda pdf: add(pdf, operators))
    assert found(content) == {(f"page {PAGE + 1}", "the operators of the page cannot be read")}


def test_a_page_of_another_size(booklet: bytes) -> None:
    """If a page is not as large as the theme says, then both sizes are named."""

    def change(pdf: Any) -> None:
        pdf.pages[PAGE].mediabox = [0, 0, 595.276, 841.89]

    content = broken(booklet, change)
    assert found(content) == {(f"page {PAGE + 1}", "the page is 210 by 297 mm, not 148 by 210 mm")}
    assert preflight_pdf(content) == ()


def test_pages_that_fill_no_sheet(booklet: bytes) -> None:
    """If the number of pages is no multiple of four, then the number is named."""
    counts = []

    def change(pdf: Any) -> None:
        counts.append(len(pdf.pages) - 1)
        del pdf.pages[-1]

    whats = found(broken(booklet, change))
    assert ("", f"{counts[0]} pages do not fill whole sheets of 4") in whats


# --- tags ----------------------------------------------------------------------------------------


def test_a_parent_tree_too_short(booklet: bytes) -> None:
    """If a page's entry in the parent tree ends too early, then that is told."""

    def change(pdf: Any) -> None:
        change_parent_tree(pdf, lambda owners: owners.__delitem__(len(owners) - 1))

    what = "the parent tree has no entry for some content"
    assert found(broken(booklet, change)) == {(f"page {PAGE + 1}", what)}


def test_a_parent_tree_too_long(booklet: bytes) -> None:
    """If the parent tree has an entry for marked content that no page has, then that is told."""

    def change(pdf: Any) -> None:
        change_parent_tree(pdf, lambda owners: owners.append(owners[0]))

    what = "the parent tree has an entry for content that is absent"
    assert found(broken(booklet, change)) == {(f"page {PAGE + 1}", what)}


def test_a_parent_tree_that_leads_astray(booklet: bytes) -> None:
    """If the parent tree leads to another element than the one that names it, that is told."""

    def change(pdf: Any) -> None:
        element = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.P))

        def lead_astray(owners: Any) -> None:
            owners[0] = element

        change_parent_tree(pdf, lead_astray)

    what = "the tag tree and the parent tree disagree"
    assert found(broken(booklet, change)) == {(f"page {PAGE + 1}", what)}


def test_an_element_that_lost_its_content(booklet: bytes) -> None:
    """If an element no longer names its marked content, then that is told."""

    def change(pdf: Any) -> None:
        owner_of(pdf, 0).K = pikepdf.Array([])

    what = "some content belongs to no element of the tag tree"
    assert (f"page {PAGE + 1}", what) in found(broken(booklet, change))


def test_an_element_that_names_what_is_not_there(booklet: bytes) -> None:
    """If an element names marked content that its page does not have, then that is told."""

    def change(pdf: Any) -> None:
        more = pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=pdf.pages[PAGE].obj, MCID=999)
        element = pikepdf.Dictionary(S=pikepdf.Name.P, K=more)
        pdf.Root.StructTreeRoot.K.K.append(pdf.make_indirect(element))

    what = "the tag tree names content that is not on the page"
    assert found(broken(booklet, change)) == {(f"page {PAGE + 1}", what)}


def test_a_picture_without_words(booklet: bytes) -> None:
    """If a figure has no alternative text, then its page is named."""
    pages = []

    def change(pdf: Any) -> None:
        figure = figures(pdf.Root.StructTreeRoot.K)[0]
        pages.append(1 + [page.obj.objgen for page in pdf.pages].index(figure.Pg.objgen))
        figure.Alt = pikepdf.String(" ")

    content = broken(booklet, change)
    what = "a picture has no words for those who do not see it"
    assert found(content) == {(f"page {pages[0]}", what)}


@pytest.mark.parametrize(
    ("key", "what"),
    [
        ("/Contents", "a link does not say in words where it leads"),
        ("/StructParent", "a link has no place in the tag tree"),
    ],
)
def test_a_link_without_words_or_place(booklet: bytes, key: str, what: str) -> None:
    """If a link has no words, or no element, then its page is named."""
    pages = []

    def change(pdf: Any) -> None:
        number, link = link_page(pdf)
        pages.append(number)
        del link[key]

    assert found(broken(booklet, change)) == {(f"page {pages[0]}", what)}


# --- the document --------------------------------------------------------------------------------


def without_xmp_title(pdf: Any) -> None:
    """Rename the title in the metadata."""
    metadata = pdf.Root.Metadata
    metadata.write(metadata.read_bytes().replace(b"dc:title", b"dc:rights"))


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda pdf: pdf.Root.__delitem__("/Lang"), "the document does not say its language"),
        (lambda pdf: pdf.docinfo.__delitem__("/Title"), "the document has no title"),
        (without_xmp_title, "the document has no title"),
        (
            lambda pdf: pdf.Root.__delitem__("/ViewerPreferences"),
            "a viewer would show the file's name in place of the title",
        ),
        (
            lambda pdf: pdf.Root.__delitem__("/MarkInfo"),
            "the document does not say that it is tagged",
        ),
    ],
)
def test_what_a_document_lacks(booklet: bytes, change: Callable[[Any], None], what: str) -> None:
    """If the document does not say something of itself, then that is told."""
    assert found(broken(booklet, change)) == {("", what)}


def test_a_document_without_tags(booklet: bytes) -> None:
    """If the tag tree is gone, then that is told, and each page's content belongs nowhere."""
    whats = found(broken(booklet, lambda pdf: pdf.Root.__delitem__("/StructTreeRoot")))
    assert ("", "the document has no tags") in whats
    what = "some content belongs to no element of the tag tree"
    assert (f"page {PAGE + 1}", what) in whats
