"""A QR code's outline is filled in again and compared with the code it stands for."""

from __future__ import annotations

import pytest
import segno

from careerkit.layout import blocks as b
from tests.deck.conftest import Writer
from tests.deck.documents import document, say, section
from tests.deck.reading import A, P, slide_parts

URL = "https://example.org/a/rather/long/address?with=words&and=more"
QUIET = 4


def dark_cells(outlines: list[list[tuple[int, int]]], size: int) -> list[list[bool]]:
    """Fill outlines by the even-odd rule and say which cells are dark."""
    grid = []
    for y in range(size):
        row = []
        for x in range(size):
            crossings = 0
            for outline in outlines:
                for (x1, y1), (x2, y2) in zip(outline, [*outline[1:], outline[0]], strict=True):
                    if x1 == x2 and min(y1, y2) <= y < max(y1, y2) and x1 <= x:
                        crossings += 1
            row.append(crossings % 2 == 1)
        grid.append(row)
    return grid


@pytest.mark.parametrize("url", ["https://a.lk/", URL])
def test_the_drawing_is_the_code(write: Writer, url: str) -> None:
    """If a code is drawn, then its dark cells are those of the code, four from every edge."""
    code = b.QRCode(url, say("Opens a place"), (b.Paragraph(say("A place")),))
    slide = slide_parts(write(document(section("q", "links", "Try", code))))[0]
    path = slide.find(f".//{P}grpSp//{A}path")
    assert path is not None
    size = int(path.get("w", "0"))
    outlines: list[list[tuple[int, int]]] = []
    for step in path:
        if step.tag == f"{A}moveTo":
            outlines.append([])
        outlines[-1] += [(int(pt.get("x", "")), int(pt.get("y", ""))) for pt in step.iter(f"{A}pt")]
    expected = [
        [bool(cell) for cell in row]
        for row in segno.make_qr(url, error="m").matrix_iter(border=QUIET)
    ]
    assert dark_cells(outlines, size) == expected


def test_the_code_leads_there_and_says_so(write: Writer) -> None:
    """If a code is drawn, then it can be clicked and has words for who cannot see it."""
    code = b.QRCode(URL, say("Opens a place"), (b.Paragraph(say("A place")),))
    slide = slide_parts(write(document(section("q", "links", "Try", code))))[0]
    properties = slide.find(f".//{P}grpSp/{P}nvGrpSpPr/{P}cNvPr")
    assert properties is not None
    assert properties.get("descr") == "Opens a place"
    assert properties.find(f"{A}hlinkClick") is not None
