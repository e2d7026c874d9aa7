"""Figures and a deck go in; the deck as PowerPoint leaves it after "Edit data" comes out.

Each chart's cells of figures take the given ones in turn, row by row; then formulas are worked out
anew and every value of the workbook goes into the chart, which draws what it holds.
"""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from tests.pptx.reading import C

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SPAN = re.compile(r"MAX\(([A-Z]+\d+)-([A-Z]+\d+),0\)")


@dataclass(frozen=True)
class Book:
    """A chart's workbook: its cells of figures and its formulas, by address ("B2")."""

    figures: dict[str, float]
    formulas: dict[str, str]
    names: dict[str, str]


def read_book(content: bytes) -> Book:
    """Read the figures, formulas and words of a chart's workbook."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
        words = etree.fromstring(archive.read("xl/sharedStrings.xml"))
    texts = ["".join(str(part) for part in node.itertext()) for node in words.iter(f"{SHEET}si")]
    book = Book({}, {}, {})
    for cell in sheet.iter(f"{SHEET}c"):
        address, value = cell.get("r", ""), cell.findtext(f"{SHEET}v") or ""
        formula = cell.findtext(f"{SHEET}f")
        if cell.get("t") == "s":
            book.names[address] = texts[int(value)]
        elif formula is not None:
            book.formulas[address] = formula
        elif value:
            book.figures[address] = float(value)
    return book


def type_figures(deck: bytes, figures: Sequence[float]) -> tuple[bytes, list[dict[str, float]]]:
    """Type figures into every chart; return the deck and what then stands in each chart's cells."""
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        parts = {info: archive.read(info) for info in archive.infolist()}
    books = {info.filename: content for info, content in parts.items()}
    typed: list[dict[str, float]] = []
    for info in list(parts):
        found = re.fullmatch(r"ppt/charts/chart(\d+)\.xml", info.filename)
        if not found:
            continue
        book = read_book(books[f"ppt/embeddings/Microsoft_Excel_Sheet{found[1]}.xlsx"])
        given = itertools.cycle(figures)
        addresses = sorted(book.figures, key=lambda each: (int(each[1:]), each[0]))
        cells = {address: next(given) for address in addresses}
        typed.append(dict(cells))
        for address, formula in book.formulas.items():
            span = _SPAN.fullmatch(formula)
            assert span is not None, formula
            cells[address] = max(cells.get(span[1], 0.0) - cells.get(span[2], 0.0), 0.0)
        parts[info] = _fill_cache(parts[info], cells)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for info, content in parts.items():
            archive.writestr(info, content)
    return written.getvalue(), typed


def _fill_cache(chart: bytes, cells: dict[str, float]) -> bytes:
    root = etree.fromstring(chart)
    for reference in root.iter(f"{C}numRef"):
        formula = reference.findtext(f"{C}f") or ""
        column = formula.partition("$")[2][:1]
        for point in reference.iter(f"{C}pt"):
            value = point.find(f"{C}v")
            assert value is not None
            value.text = repr(cells[f"{column}{int(point.get('idx', '')) + 2}"])
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
