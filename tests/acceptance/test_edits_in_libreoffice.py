"""A deck that a teacher added lines to is drawn whole; one that nobody touched as planned.

What LibreOffice draws is read from its PDF, as in ``test_deck_in_libreoffice``.
"""

from __future__ import annotations

import copy
import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from careerkit.document.blocks import Document
from careerkit.layout.layout import load_layout
from careerkit.typography import FontLibrary, LocaleStyle
from tests.acceptance.libreoffice import ROOT, draw
from tests.acceptance.test_deck_in_libreoffice import POINT, letters_outside
from tests.deck import write_deck
from tests.pptx.reading import A
from tests.slides.documents import draw_picture, every_block

STYLES = {
    "Latin": LocaleStyle(("Noto Sans", "Noto Sans Sinhala"), ("Arial",)),
    "tall": LocaleStyle(("Noto Sans Sinhala", "Noto Sans"), ("Nirmala UI",), line_height=1.65),
}
LINES = 3
TOLERANCE_PT = 0.5


@pytest.fixture(scope="module", params=list(STYLES))
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A deck of every block, in a style."""
    folder = tmp_path_factory.mktemp("deck")
    document: Document = every_block(draw_picture(folder))
    target = io.BytesIO()
    theme = load_layout("classic", ROOT / "layouts").theme
    library = FontLibrary(ROOT / "layouts" / "fonts")
    write_deck(document, theme, STYLES[request.param], library, target)
    path = folder / "made.pptx"
    path.write_bytes(target.getvalue())
    return path


def add_lines(deck: Path, to: Path) -> int:
    """Type lines at the end of each text of a deck but the titles; return how many."""
    presentation = Presentation(str(deck))
    added = 0
    for slide in presentation.slides:
        for shape in slide.placeholders:
            kind = shape.placeholder_format.type
            if not shape.has_text_frame or kind in (
                PP_PLACEHOLDER.TITLE,
                PP_PLACEHOLDER.CENTER_TITLE,
                PP_PLACEHOLDER.SLIDE_NUMBER,
            ):
                continue
            last: Any = shape.text_frame.paragraphs[-1]._p
            for count in range(1, LINES + 1):
                line = copy.deepcopy(last)
                first, *others = line.findall(f"{A}r")
                for run in others:
                    line.remove(run)
                first.find(f"{A}t").text = f"Line {count} that a teacher typed here"
                last.addnext(line)
                last = line
                added += 1
    presentation.save(str(to))
    return added


def letters(page: Any) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    """Give each letter of a page with its box."""
    text = page.get_textpage()
    for index in range(text.count_chars()):
        letter = text.get_text_range(index, 1)
        if letter.strip():
            yield letter, text.get_charbox(index)


def test_added_lines_stay_in_their_shapes_and_off_the_title(made: Path, tmp_path: Path) -> None:
    """If a teacher adds three lines to each text, then all of it is on the slide, off the title."""
    edited = tmp_path / "edited.pptx"
    assert add_lines(made, edited) > 60
    presentation = Presentation(str(edited))
    pdf = draw(edited, tmp_path)
    assert list(letters_outside(presentation, pdf)) == []
    for page, slide in zip(pypdfium2.PdfDocument(str(pdf)), presentation.slides, strict=True):
        title = slide.shapes.title
        left, top = title.left / POINT, title.top / POINT
        right, bottom = left + title.width / POINT, top + title.height / POINT
        height = page.get_height()
        found = Counter(
            letter
            for letter, (x0, y0, x1, y1) in letters(page)
            if left < (x0 + x1) / 2 < right and top < height - (y0 + y1) / 2 < bottom
        )
        assert found <= Counter(title.text_frame.text)


def test_an_untouched_deck_is_drawn_as_it_was_planned(made: Path, tmp_path: Path) -> None:
    """If nobody adds anything, then no letter moves by what would let added text fit itself."""
    plain = tmp_path / "plain.pptx"
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(plain, "w") as target:
        for info in source.infolist():
            target.writestr(info, source.read(info).replace(b"<a:normAutofit/>", b""))
    pages = [
        pypdfium2.PdfDocument(str(draw(deck, folder)))
        for deck, folder in ((made, made.parent), (plain, tmp_path))
    ]
    for one, other in zip(*pages, strict=True):
        first, second = list(letters(one)), list(letters(other))
        assert [letter for letter, _ in first] == [letter for letter, _ in second]
        for (_, box), (_, same) in zip(first, second, strict=True):
            assert max(abs(a - b) for a, b in zip(box, same, strict=True)) <= TOLERANCE_PT
