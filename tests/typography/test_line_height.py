"""Lines never touch, however tall a font is, and whatever theme and language say."""

from __future__ import annotations

import io
import shutil
import struct
from itertools import pairwise

import pypdfium2
import pytest

from careerkit.document.blocks import Heading, Paragraph
from careerkit.document.theme import Theme
from careerkit.layout import load_layout
from careerkit.pages.setting import baseline_in
from careerkit.pages.type_scale import make_type_scale
from careerkit.slides import plan_deck
from careerkit.slides.slide_layout import LINE_HEIGHT, TALL_LINE_HEIGHT
from careerkit.typography import FontLibrary, LocaleStyle, measure_ink, stated_line_height
from careerkit.typography.line_height import NO_INK
from tests.booklet import write_booklet
from tests.pages.conftest import chapter, document, words
from tests.shipped import FONTS, LAYOUTS

TALL = "Tall Sans"
TEXT = "Åccents aboÿe and jumping descenders below, on every one of several lines. " * 3
# The boxes that pdfium gives are that much taller than the letters (seen in pypdfium2 5).
PDFIUM_ROUNDS_PT = 0.5
_UNITS_PER_EM = 18  # its offset in the table ``head``


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> FontLibrary:
    """Give the shipped fonts, and one whose letters are twice as tall for the same size."""
    folder = tmp_path_factory.mktemp("fonts")
    for path in FONTS:
        shutil.copyfile(path, folder / path.name)
    for weight in ("Regular", "Bold"):
        font = bytearray((folder / f"NotoSans-{weight}.ttf").read_bytes())
        at = font.index(b"head", 12)
        (head,) = struct.unpack_from(">L", font, at + 8)
        (units,) = struct.unpack_from(">H", font, head + _UNITS_PER_EM)
        struct.pack_into(">H", font, head + _UNITS_PER_EM, units // 2)
        (folder / f"TallSans-{weight}.ttf").write_bytes(font)
    return FontLibrary(folder)


@pytest.fixture(scope="module")
def theme() -> Theme:
    """Give the theme that ships."""
    return load_layout("classic", LAYOUTS).theme_for(None)


def test_ink_is_measured(library: FontLibrary) -> None:
    """If letters are twice as tall, then so is their ink; spaces and joiners have none."""
    plain = measure_ink([("Ag", "en")], library.stack(["Noto Sans"]))
    assert (plain.above, plain.below) == (0.717, 0.24)
    tall = measure_ink([("A", "en"), ("g \u200d", "en")], library.stack([TALL]))
    assert (tall.above, tall.below) == (2 * plain.above, 2 * plain.below)
    assert measure_ink([(" \u200d", "en")], library.stack(["Noto Sans"])) == NO_INK


@pytest.mark.parametrize("line_height", [None, 1.0, 1.65])
def test_lines_of_a_tall_font_do_not_touch(
    library: FontLibrary, theme: Theme, line_height: float | None
) -> None:
    """If a font is taller than any line height that was asked for, then lines stand further apart.

    That holds within a paragraph, within a heading, and between the two.
    """
    style = LocaleStyle((TALL,), line_height=line_height)
    heading, paragraph = Heading(2, words("Ågain jumping " * 4)), Paragraph(words(TEXT))
    target = io.BytesIO()
    write_booklet(document(chapter(heading, paragraph, paragraph)), theme, style, library, target)
    lines = 0
    for page in pypdfium2.PdfDocument(target.getvalue()):
        inked = _lines_of(page)
        lines += len(inked)
        for (upper, _), (_, lower) in pairwise(inked):
            assert lower <= upper + PDFIUM_ROUNDS_PT
    assert lines > 12


def _lines_of(page: pypdfium2.PdfPage) -> list[tuple[float, float]]:
    """Give the lowest and the highest point of each line's ink, from the top of the page."""
    text = page.get_textpage()
    lines: dict[float, list[tuple[float, float]]] = {}
    for index in range(text.count_chars()):
        if text.get_text_range(index, 1).strip():
            _, loose, _, _ = text.get_charbox(index, loose=True)
            _, bottom, _, top = text.get_charbox(index)
            lines.setdefault(round(loose), []).append((bottom, top))
    ink = [(min(low for low, _ in each), max(top for _, top in each)) for each in lines.values()]
    return sorted(ink, reverse=True)


def test_the_layouts_own_line_heights_stay_where_nothing_touches(
    library: FontLibrary, theme: Theme
) -> None:
    """If ink has room, then neither leading nor baseline is moved for it."""
    style = LocaleStyle(("Noto Sans",))
    ink = measure_ink([("Baker, fg (jpy)", "en")], library.stack(style.families))
    plain = make_type_scale(theme.booklet, style, library)
    scale = make_type_scale(theme.booklet, style, library, ink=ink)
    for name in ("body", "lead", "title", "section", "sub", "caption"):
        before, after = getattr(plain, name), getattr(scale, name)
        assert after.leading_pt == before.leading_pt
        assert baseline_in(after) == baseline_in(before)


@pytest.mark.parametrize(
    ("style", "line_height"),
    [
        (LocaleStyle(("Noto Sans",), ("Arial",)), LINE_HEIGHT),
        (LocaleStyle(("Noto Sans Sinhala",), ("Nirmala UI",), script="Sinh"), TALL_LINE_HEIGHT),
        (LocaleStyle(("Noto Sans",), ("Arial",), script="Cyrl"), LINE_HEIGHT),
        (LocaleStyle((TALL,), (TALL,), 1.0), 2.724),
        (LocaleStyle((TALL,), ("Arial",)), LINE_HEIGHT),
    ],
)
def test_slides_make_room_for_the_face_they_are_drawn_with(
    library: FontLibrary, theme: Theme, style: LocaleStyle, line_height: float
) -> None:
    """If a deck's face is one of the fonts here, then its own line height is what slides allow for.

    Without a ``line_height`` in the locale file the script says which faces are tall.
    """
    assert stated_line_height(()) == 0
    made = document(chapter(Paragraph(words(TEXT))))
    planned = plan_deck(made, theme, style, library)
    assert planned.master.title.levels[0].line_height == pytest.approx(line_height)
