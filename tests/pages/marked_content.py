"""Reads what a page draws: a PDF goes in, its lines of text with their marks come out.

An independent reader of the writer's output: it follows the operators of ISO 32000-1 and each
font's ToUnicode map and glyph map, and knows nothing of how they were made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

PAINTING = frozenset(["Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*"])
PAINTING |= {"Do", "sh", "EI"}
ARTIFACT = -1
UNMARKED = -2


@dataclass(frozen=True)
class Shown:
    """A stretch of text as one operator shows it. ``mcid`` may be ARTIFACT or UNMARKED."""

    page: int
    mcid: int
    x: float
    y: float
    size_pt: float
    text: str


@dataclass(frozen=True)
class Painted:
    """An operator that leaves ink, and the mark it stands in."""

    page: int
    mcid: int
    operator: str


@dataclass
class PageReading:
    """All that was read from the pages of one PDF."""

    shown: list[Shown] = field(default_factory=list)
    painted: list[Painted] = field(default_factory=list)
    codes: dict[str, set[int]] = field(default_factory=dict)
    fonts: dict[str, FontReading] = field(default_factory=dict)
    tags: dict[tuple[int, int], str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


class FontReading:
    """A font as its dictionaries describe it."""

    def __init__(self, font: Any) -> None:
        """Read the maps of a composite font."""
        self.name = str(font.BaseFont)
        self.subtype = str(font.Subtype)
        self.descendant = font.DescendantFonts[0]
        self.program = bytes(self.descendant.FontDescriptor.FontFile2.read_bytes())
        first, widths = self.descendant.W
        self.width_of = {int(first) + at: float(width) for at, width in enumerate(widths)}
        glyphs = self.descendant.CIDToGIDMap.read_bytes()
        self.glyph_of = [
            int.from_bytes(glyphs[at : at + 2], "big") for at in range(0, len(glyphs), 2)
        ]
        blocks = re.findall(rb"beginbfchar\n(.*?)endbfchar", font.ToUnicode.read_bytes(), re.DOTALL)
        entries = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>", b"".join(blocks))
        self.text_of = {
            int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
            for code, text in entries
        }


def read_pages(pdf: pikepdf.Pdf) -> PageReading:
    """Read every page's content."""
    reading = PageReading()
    for number, page in enumerate(pdf.pages):
        _read_page(page, number, reading)
    return reading


def _read_page(page: Any, number: int, reading: PageReading) -> None:
    fonts = {}
    for name, font in page.obj.Resources.get("/Font", {}).items():
        key = str(font.objgen)
        if key not in reading.fonts:
            reading.fonts[key] = FontReading(font)
        fonts[str(name)] = key
    marks: list[int] = []
    font_key, size_pt, x, y = "", 0.0, 0.0, 0.0
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        name = str(instruction.operator)
        if name in {"BDC", "BMC", "EMC"}:
            _read_mark(name, operands, number, marks, reading)
        elif name == "Tf":
            font_key, size_pt = fonts[str(operands[0])], float(operands[1])
        elif name == "Tm":
            x, y = float(operands[4]), float(operands[5])
        elif name in PAINTING:
            mcid = marks[-1] if marks else UNMARKED
            reading.painted.append(Painted(number, mcid, name))
            if name in {"TJ", "Tj"}:
                text = _read_text(operands[0], font_key, reading)
                reading.shown.append(Shown(number, mcid, x, y, size_pt, text))
    if marks:
        reading.faults.append(f"page {number + 1}: marked content is left open")


def _read_mark(name: str, operands: Any, page: int, marks: list[int], reading: PageReading) -> None:
    if name == "EMC":
        marks.pop()
        return
    if marks and _is_replacement(operands):
        marks.append(marks[-1])
        return
    if marks:
        reading.faults.append(f"page {page + 1}: marked content inside marked content")
    mcid = _mcid(operands)
    if mcid != ARTIFACT:
        reading.tags[page, mcid] = str(operands[0])
    marks.append(mcid)


def _read_text(shown: Any, font_key: str, reading: PageReading) -> str:
    codes = list(_codes(shown))
    reading.codes.setdefault(font_key, set()).update(codes)
    text_of = reading.fonts[font_key].text_of
    return "".join(text_of.get(code, "\ufffd") for code in codes)


def _is_replacement(operands: Any) -> bool:
    """Say whether a mark has a replacement text and nothing else."""
    return len(operands) == 2 and set(operands[1].keys()) == {"/ActualText"}


def _mcid(operands: Any) -> int:
    if str(operands[0]) == "/Artifact":
        return ARTIFACT
    return int(operands[1].MCID)


def _codes(shown: Any) -> Iterator[int]:
    for part in shown if isinstance(shown, pikepdf.Array) else [shown]:
        if isinstance(part, pikepdf.String):
            codes = bytes(part)
            yield from (int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2))
