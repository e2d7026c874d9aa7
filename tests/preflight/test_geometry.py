"""Where ink lies on pages made by hand: what is a fault, and what words do in any script."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest

from careerkit.preflight.pdf.drawn_page import read_drawn_pages
from careerkit.preflight.pdf.geometry import find_ink_faults

FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def page(*texts: tuple[float, float, str]) -> bytes:
    """Make a page of texts of 20 pt, each at its place in points."""
    pdf = pikepdf.Pdf.new()
    added = pdf.add_blank_page(page_size=(400, 400))
    added.add_resource(
        pikepdf.Object.parse(FONT.encode()), pikepdf.Name("/Font"), pikepdf.Name("/F1")
    )
    for x, y, text in texts:
        added.contents_add(f"BT /F1 20 Tf {x} {y} Td ({text}) Tj ET".encode())
    target = io.BytesIO()
    pdf.save(target)
    return target.getvalue()


def right_end(text: str) -> float:
    """Where a text at 50 ends, in points."""
    with pypdfium2.PdfDocument(page((50, 200, text))) as pdf:
        (shown,) = pdf[0].get_objects()
        return float(shown.get_bounds()[2])


@pytest.mark.parametrize(
    ("over", "down", "is_told"),
    [
        (-1.0, 0.0, False),
        (3.0, 0.0, False),  # as a word of Nastaliq begins over the end of the one before
        (6.0, 0.0, True),
        (6.0, 4.0, True),
        (3.0, 4.0, True),
        (6.0, 13.0, False),
    ],
)
def test_words_side_by_side(over: float, down: float, is_told: bool) -> None:
    """If a word covers another by more than words of one line do, then that is told."""
    content = page((50, 200, "HOUSE"), (right_end("HOUSE") - 1.6 - over, 200 - down, "HOUSE"))
    with pypdfium2.PdfDocument(content) as pdf:
        (drawn,) = read_drawn_pages(pdf)
    assert list(find_ink_faults(drawn)) == ["a text lies over another"] * is_told
