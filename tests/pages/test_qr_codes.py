"""QR codes as a telephone sees them: decoded from the page, measured on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

import pikepdf
import pytest
import zxingcpp
from PIL import Image

from careerkit.document.blocks import Paragraph, QRCode, WritingLines
from tests.pages.conftest import Bind, Booklet, chapter, document, words

_MM = 72 / 25.4
URL = "https://example.org/a?b=c&d=%20#e"


@dataclass(frozen=True)
class DrawnCode:
    """A code as its operators draw it: page, upper left corner, and module in points."""

    page: int
    x: float
    y: float
    module: float
    modules: int

    @property
    def size(self) -> float:
        """The length of its side, in points."""
        return self.module * self.modules


def drawn_codes(booklet: Booklet) -> Iterator[DrawnCode]:
    """Find the codes: rectangles in a grid of their own that is scaled to a module."""
    for number, page in enumerate(booklet.tagged.pdf.pages):
        matrix: list[float] = []
        extent = 0
        for instruction in pikepdf.parse_content_stream(page):
            operands, name = instruction.operands, str(instruction.operator)
            if name == "cm":
                matrix, extent = [float(value) for value in operands], 0
            elif name == "re" and matrix:
                column, row, width, height = (int(value) for value in operands)
                extent = max(extent, column + width, row + height)
            elif name == "Q":
                if matrix and extent:
                    yield DrawnCode(number, matrix[4], matrix[5], matrix[0], extent)
                matrix = []


def rendered(booklet: Booklet, number: int, scale: float = 4.0) -> Image.Image:
    """Draw a page."""
    image: Image.Image = booklet.pdfium[number].render(scale=scale).to_pil().convert("L")
    return image


def decoded(booklet: Booklet) -> list[str]:
    """Read the codes of all pages off their pictures."""
    return [
        found.text
        for number in range(booklet.page_count)
        for found in zxingcpp.read_barcodes(rendered(booklet, number))
    ]


def assert_quiet(booklet: Booklet, code: DrawnCode) -> None:
    """Check that nothing is printed within four modules of a code."""
    scale = 8.0
    image = rendered(booklet, code.page, scale)
    left, top = code.x, image.height / scale - code.y
    quiet = 4 * code.module
    # A pixel at the code's own edge is partly dark; one at the zone's, partly outside.
    code_box = (
        floor(left * scale) - 1,
        floor(top * scale) - 1,
        ceil((left + code.size) * scale) + 1,
        ceil((top + code.size) * scale) + 1,
    )
    zone_box = (
        ceil((left - quiet) * scale) + 1,
        ceil((top - quiet) * scale) + 1,
        floor((left + code.size + quiet) * scale) - 1,
        floor((top + code.size + quiet) * scale) - 1,
    )
    image.paste(255, code_box)
    zone = image.crop(zone_box)
    assert not Image.eval(zone, lambda value: 255 if value < 245 else 0).getbbox(), (
        f"ink beside the code on page {code.page + 1}"
    )


def test_codes_of_careers_lead_where_they_say(career: Booklet) -> None:
    """If a page has codes, then a telephone reads from them the addresses of the profile."""
    blocks = [b for s in career.document.sections for b in s.blocks if isinstance(b, QRCode)]
    assert blocks
    assert sorted(decoded(career)) == sorted(block.url for block in blocks)


def test_codes_of_careers_are_large_and_clear(career: Booklet) -> None:
    """If a code is printed, then it is 20 mm wide or wider, with four clear modules around it."""
    codes = list(drawn_codes(career))
    assert codes
    for code in codes:
        assert code.size == pytest.approx(max(20, 0.5 * code.modules) * _MM, abs=0.2)
        assert_quiet(career, code)


def test_code_keeps_its_zone_from_any_neighbour(bind: Bind) -> None:
    """If codes stand close to text, lines and each other, then their zones are clear still."""
    code = QRCode(url=URL, alt=words("code"), blocks=(Paragraph(text=words("W" * 90)),))
    blocks = (
        Paragraph(text=words("gjpqy " * 20)),
        code,
        code,
        Paragraph(text=words("WWW " * 40), role="caption"),
        code,
        WritingLines(prompt=words("Write"), count=2),
        QRCode(url=URL, alt=words("code")),
        Paragraph(text=words("WWW " * 40), role="lead"),
    )
    booklet = bind(document(chapter(*blocks)))
    codes = list(drawn_codes(booklet))
    assert len(codes) == 4
    for drawn in codes:
        assert_quiet(booklet, drawn)
    assert decoded(booklet) == [URL] * 4


def test_long_words_beside_a_code_run_on(bind: Bind) -> None:
    """If the words beside a code are long, then they run on below, over pages, none lost."""
    text = "Words about the site. " * 200
    block = QRCode(url=URL, alt=words("code"), blocks=(Paragraph(text=words(text)),))
    tagged = bind(document(chapter(block))).tagged
    assert text in {tagged.text(paragraph) for paragraph in tagged.elements("P")}


@pytest.mark.parametrize("length", [30, 84, 85, 260, 520, 900, 1500, 2331])
def test_code_is_as_large_as_its_modules_need(bind: Bind, length: int) -> None:
    """If an address is long, then its code is larger, so that a telephone reads it as well.

    It is read at 120 dots an inch, less than a camera sees of it at arm's length.
    """
    url = ("https://example.org/?q=" + "a1B2c3-" * 333)[:length]
    block = QRCode(url=url, alt=words("code"), blocks=(Paragraph(text=words("Beside or below")),))
    booklet = bind(document(chapter(Paragraph(text=words("gjpqy")), block)))
    (code,) = drawn_codes(booklet)
    assert code.module / _MM >= 0.5 - 1e-3
    assert code.size == pytest.approx(max(20, 0.5 * code.modules) * _MM, abs=0.2)
    assert_quiet(booklet, code)
    (found,) = zxingcpp.read_barcodes(rendered(booklet, code.page, 120 / 72))
    assert found.text == url


def test_words_of_a_wide_code_stand_below_it(bind: Bind) -> None:
    """If a code leaves too little beside it, then its words go on below, over pages, none lost."""
    text = "Words about the site. " * 300
    url = "https://example.org/?q=" + "a1B2c3-" * 200
    block = QRCode(url=url, alt=words("code"), blocks=(Paragraph(text=words(text)),))
    booklet = bind(document(chapter(block)))
    assert text in {booklet.tagged.text(each) for each in booklet.tagged.elements("P")}
    (code,) = drawn_codes(booklet)
    assert_quiet(booklet, code)


def test_words_beside_codes_of_any_fineness_stand_in_line(bind: Bind) -> None:
    """If codes of short addresses stand on a page, then their words begin in one line."""
    blocks = [
        QRCode(url=url, alt=words("code"), blocks=(Paragraph(text=words("Beside")),))
        for url in ("https://a.org", URL, "https://example.org/?q=" + "a1b2" * 15)
    ]
    booklet = bind(document(chapter(*blocks)))
    assert len({code.modules for code in drawn_codes(booklet)}) == 3
    page = booklet.pdfium[0].get_textpage()
    found = page.search("Beside")
    lefts = [page.get_charbox(index)[0] for index, _ in iter(found.get_next, None)]
    assert lefts == pytest.approx([lefts[0]] * 3, abs=0.01)
