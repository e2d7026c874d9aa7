"""Lines of a booklet that is read from right to left stand at its right margin."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from string import ascii_letters

import pytest

from careerkit.document.blocks import Paragraph
from tests.pages.conftest import Bind, chapter, document, words

ENGLISH = "Some sentences are not translated yet and stand in English. " * 5 + "The end."
INK = ascii_letters + ".,"
# Less than half of the space between two words, more than a letter's own side bearing.
NEARLY_PT = 1.2


@pytest.mark.parametrize("text", [ENGLISH, f"\u200f{ENGLISH}\u200f"], ids=["alone", "within"])
def test_a_wrapped_line_ends_at_the_margin(bind: Bind, text: str) -> None:
    """If a left-to-right text is wrapped on such a page, then each of its lines ends at the margin.

    The space where a line was wrapped stands at its right and does not push it away.
    """
    made = bind(replace(document(chapter(Paragraph(words(text)))), direction="rtl"))
    page = made.pdfium[0]
    chars = page.get_textpage()
    right: dict[float, list[float]] = defaultdict(list)
    for index in range(chars.count_chars()):
        if chars.get_text_range(index, 1) in INK:
            _, bottom, edge, _ = chars.get_charbox(index, loose=True)
            right[round(bottom, 1)].append(edge)
    lines = [max(edges) for edges in right.values() if len(edges) > 3]
    assert len(lines) == 6
    assert max(lines) - min(lines) < NEARLY_PT
