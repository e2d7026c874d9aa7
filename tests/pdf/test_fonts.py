"""One word on one page: what the smallest PDF shows, and what can be copied from it."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from careerkit.document.spans import Span
from careerkit.document.theme import Theme
from careerkit.pages.marks import TextMark
from careerkit.pages.page import Box
from careerkit.pdf.font_program import Outline, build_font_program
from careerkit.typography import FontLibrary, Glyph, TextStyle, break_text, shape_word
from tests.booklet import write_lines
from tests.pages.conftest import FAMILIES
from tests.pages.extracted_text import folded, read_with_pdfminer
from tests.pages.marked_content import read_pages
from tests.shipped import ROOT

WORDS = (
    "Baker",
    "fi AVATAR",
    "naïve e\u0301tude",
    "ක්‍ෂ",
    "ශ්‍රී ප්‍ර",
    "කෘත්‍රිම බුද්ධිය",
    "கொ கோ கௌ",
    "செயற்கை நுண்ணறிவு",
    "Docker ක්‍ෂ ₨ 2,500–3,000",
)
SIZE_PT, LEFT, BASELINE = 80.0, 60.0, 250.0


@dataclass(frozen=True)
class Page:
    """A page with one word on it."""

    content: bytes

    def text(self) -> str:
        """Give the page's text as pdfium reads it."""
        text: str = pypdfium2.PdfDocument(self.content)[0].get_textpage().get_text_range()
        return text

    def ink(self) -> tuple[float, float, float, float]:
        """Give the box of what is drawn, in points from the page's upper left corner."""
        image: Image.Image = pypdfium2.PdfDocument(self.content)[0].render(scale=4).to_pil()
        box = Image.eval(image.convert("L"), lambda value: 255 - value).getbbox()
        assert box is not None, "nothing is drawn"
        left, top, right, bottom = (edge / 4 for edge in box)
        return left, top, right, bottom


def set_word(text: str, library: FontLibrary, theme: Theme, size_pt: float = SIZE_PT) -> Page:
    """Set a word on a page of its own."""
    target = io.BytesIO()
    style = TextStyle(library.stack(FAMILIES), size_pt, size_pt)
    lines = [
        TextMark(LEFT, BASELINE, line, size_pt, "ink")
        for line in break_text((Span(text, "si"),), style, 1300)
    ]
    write_lines(lines, target, theme, page=Box(0, 0, 1400, 400), language="si")
    return Page(target.getvalue())


@pytest.mark.parametrize("text", WORDS)
def test_a_word_is_copied_exactly(text: str, library: FontLibrary, theme: Theme) -> None:
    """If a word is copied from the page, then it is the word that was written."""
    page = set_word(text, library, theme)
    assert folded(page.text()) == folded(text)
    assert folded(read_with_pdfminer(page.content)) == folded(text)


@pytest.mark.parametrize("text", WORDS)
def test_a_word_is_drawn_where_its_glyphs_are(
    text: str, library: FontLibrary, theme: Theme
) -> None:
    """If a word is drawn, then its ink is where HarfBuzz places the glyphs of the font itself."""
    boxes = []
    pen = 0.0
    for word in text.split(" "):
        for cluster in shape_word(word, library.stack(FAMILIES), language="si").clusters:
            scale = SIZE_PT / cluster.face.units_per_em
            for glyph in cluster.glyphs:
                extents = cluster.face.harfbuzz_font.get_glyph_extents(glyph.number)
                if extents.width:
                    x = LEFT + pen + (glyph.x + extents.x_bearing) * scale
                    y = BASELINE - (glyph.y + extents.y_bearing) * scale
                    boxes.append((x, y, x + extents.width * scale, y - extents.height * scale))
            pen += cluster.advance * scale
        first = library.stack(FAMILIES).first.regular
        space = first.glyph_of(" ")
        assert space is not None
        # A word space is as wide as the first family's, whatever face is in use.
        pen += first.advance_of(space) * SIZE_PT / first.units_per_em
    expected = (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
    assert set_word(text, library, theme).ink() == pytest.approx(expected, abs=0.6)


@pytest.mark.parametrize("text", WORDS)
def test_every_code_of_a_word_is_whole(text: str, library: FontLibrary, theme: Theme) -> None:
    """If a code is shown, then it has a text, a glyph, and the width that its glyph has."""
    reading = read_pages(pikepdf.open(io.BytesIO(set_word(text, library, theme).content)))
    for key, codes in reading.codes.items():
        font = reading.fonts[key]
        advances = _advances(font.program)
        for code in codes:
            assert font.text_of[code]
            assert font.glyph_of[code] > 0
            assert font.width_of[code] == pytest.approx(advances[font.glyph_of[code]], abs=1)
        assert set(font.text_of) == set(range(33, 33 + len(font.text_of)))


def _advances(program: bytes) -> list[float]:
    """Read the advances of a TrueType file, in thousandths of the type size."""
    tables = {}
    for index in range(int.from_bytes(program[4:6], "big")):
        entry = program[12 + 16 * index : 28 + 16 * index]
        offset, length = (int.from_bytes(entry[at : at + 4], "big") for at in (8, 12))
        tables[entry[:4]] = program[offset : offset + length]
    units = int.from_bytes(tables[b"head"][18:20], "big")
    full = int.from_bytes(tables[b"hhea"][34:36], "big")
    count = int.from_bytes(tables[b"maxp"][4:6], "big")
    advances = [
        int.from_bytes(tables[b"hmtx"][4 * at : 4 * at + 2], "big") * 1000 / units
        for at in range(full)
    ]
    return advances + advances[-1:] * (count - full)


def test_first_codes_are_left_free(library: FontLibrary, theme: Theme) -> None:
    """If codes are handed out, then none is below 33: readers take 32 for a space."""
    reading = read_pages(pikepdf.open(io.BytesIO(set_word("a b", library, theme).content)))
    assert {min(codes) for codes in reading.codes.values()} == {33}


def test_a_word_drawn_twice_is_embedded_once(library: FontLibrary, theme: Theme) -> None:
    """If the same letters come again, then the font does not grow."""
    once = read_pages(pikepdf.open(io.BytesIO(set_word("ක්‍ෂ", library, theme).content)))
    twice = read_pages(pikepdf.open(io.BytesIO(set_word("ක්‍ෂ ක්‍ෂ", library, theme).content)))
    (a,), (b,) = once.fonts.values(), twice.fonts.values()
    assert len(b.text_of) == len(a.text_of) + 1  # the space


def test_character_that_no_font_has_is_kept_as_text(library: FontLibrary, theme: Theme) -> None:
    """If no font has a character, then it can still be copied."""
    assert read_with_pdfminer(set_word("😀", library, theme).content).strip() == "😀"


@given(
    st.lists(
        st.tuples(
            st.lists(
                st.builds(
                    Glyph, st.integers(1, 400), st.integers(-500, 500), st.integers(-500, 500)
                ),
                max_size=4,
            ),
            st.integers(0, 3000),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_any_outlines_make_a_font(outlines: list[tuple[list[Glyph], int]]) -> None:
    """If any glyphs are put together, then the font has one for each, as wide as was asked."""
    face = FontLibrary(ROOT / "layouts" / "fonts").stack(["Noto Sans Sinhala"]).faces(bold=False)[0]
    wanted = [Outline(tuple(glyphs), advance) for glyphs, advance in outlines]
    program, numbers = build_font_program(face, wanted)
    advances = _advances(program)
    assert len(numbers) == len(wanted)
    for outline, number in zip(wanted, numbers, strict=True):
        assert number > 0
        assert round(advances[number] * face.units_per_em / 1000) == outline.advance
