"""An icon stands in place of a bullet, or at the end of a task's line with no word under it."""

from __future__ import annotations

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from careerkit.document.blocks import Block, BulletList, ListItem, Step, Steps
from tests.pages.conftest import Bind, chapter, document, words

LONG = "Weigh the flour, the salt and the water for three hundred loaves of bread before dawn"


def drawn(
    bind: Bind, *blocks: Block
) -> tuple[list[tuple[float, ...]], str, list[tuple[float, ...]]]:
    """Bind a chapter; give the boxes of its drawings, its text, and the boxes of its letters."""
    page = pypdfium2.PdfDocument(bind(document(chapter(*blocks))).content)[0]
    strokes = [
        shape.get_bounds()
        for shape in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH])
        if 5 < shape.get_bounds()[2] - shape.get_bounds()[0] < 20
    ]
    text = page.get_textpage()
    letters = [text.get_charbox(at) for at in range(text.count_chars())]
    return strokes, text.get_text_range(), letters


def test_an_icon_stands_in_place_of_a_bullet(bind: Bind) -> None:
    """If an item has an icon, then it has no bullet, and the next one has its own."""
    plain, text, _ = drawn(bind, BulletList((ListItem(words("Care")), ListItem(words("Time")))))
    assert text.count("•") == 2
    iconed = BulletList((ListItem(words("Care"), icon="heart"), ListItem(words("Time"))))
    with_icon, text, _ = drawn(bind, iconed)
    assert text.count("•") == 1
    assert len(with_icon) == len(plain) + 1


@pytest.mark.parametrize("short", ["Weigh", LONG])
def test_no_word_of_a_task_runs_under_its_icon(short: str, bind: Bind) -> None:
    """If a task has an icon, then that ends where lines do, and the words end before it."""
    plain, _, _ = drawn(bind, Steps((Step(words(short)),)))
    with_icon, _, letters = drawn(bind, Steps((Step(words(short), icon="heart"),)))
    (icon,) = [box for box in with_icon if box not in plain]
    left, bottom, right, top = icon
    assert not [x for x in letters if x[2] > left and x[0] < right and x[3] > bottom and x[1] < top]


def test_an_unknown_icon_leaves_the_bullet(bind: Bind) -> None:
    """If a theme has no icon of that name, then the item has its bullet."""
    _, text, _ = drawn(bind, BulletList((ListItem(words("Care"), icon="none-such"),)))
    assert text.count("•") == 1
