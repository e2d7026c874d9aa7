"""A PDF just made goes in; the defects in it, each with its page, come out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from io import BytesIO
from pathlib import Path

import pikepdf

from careerkit.content.problem import Problem
from careerkit.preflight.defect import defect, some
from careerkit.preflight.pdf.boxes import UnreadableBoxError, find_box_faults, read_boxes
from careerkit.preflight.pdf.colour_rules import find_colour_faults
from careerkit.preflight.pdf.content_streams import (
    PageContent,
    UnreadableContentError,
    read_content,
)
from careerkit.preflight.pdf.drawn_page import UnreadablePageError
from careerkit.preflight.pdf.drawn_rules import find_drawn_faults
from careerkit.preflight.pdf.fonts import FontReading, read_font
from careerkit.preflight.pdf.graphics import GraphicsReader, UnreadableGraphicsError
from careerkit.preflight.pdf.print_exchange import find_annotation_faults, find_exchange_faults
from careerkit.preflight.pdf.properties import find_property_faults
from careerkit.preflight.pdf.rules import BOOKLET_RULES, PAGES_OF_A_SHEET, PdfRules
from careerkit.preflight.pdf.tags import ObjectNumber, TagTree


def preflight_pdf(
    source: Path | bytes,
    rules: PdfRules = BOOKLET_RULES,
    *,
    file: str = "",
    missing: Collection[str] = (),
) -> tuple[Problem, ...]:
    """Return the defects of a file just made, sorted; each is this program's own.

    ``rules`` are what its edition asks for. ``file`` is the name to report under, by default the
    path. ``missing`` are characters no font has, which was said before the drawing. Raises OSError
    if the file cannot be read.
    """
    name = file or (source.as_posix() if isinstance(source, Path) else "")
    content = source.read_bytes() if isinstance(source, Path) else source
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            check = _Check(pdf, name, rules, missing)
            faults = list(check.find())
            if not check.has_font_faults:  # else glyphs of another font would be measured
                faults += check.find_drawn(content)
            return tuple(sorted(set(faults)))
    except pikepdf.PdfError as error:
        return (defect(name, "", f"the file cannot be read as a PDF ({error})"),)


class _Check:
    """One reading of one file: its fonts once, its pages one after the other."""

    def __init__(
        self, pdf: pikepdf.Pdf, file: str, rules: PdfRules, missing: Collection[str]
    ) -> None:
        self._pdf, self._file, self._rules = pdf, file, rules
        self._missing = frozenset(missing)
        self._fonts: dict[ObjectNumber, FontReading] = {}
        self._graphics = GraphicsReader()

    @property
    def has_font_faults(self) -> bool:
        """Say whether a font that was met is not as it has to be."""
        return any(reading.faults for reading in self._fonts.values())

    def find(self) -> Iterator[Problem]:
        """Give the defects, the same one more than once where a page has it more than once."""
        for what in find_property_faults(self._pdf, self._rules):
            yield defect(self._file, "", what)
        if self._rules.is_pdf_x4:
            for what in find_exchange_faults(self._pdf):
                yield defect(self._file, "", what)
        tree = TagTree(self._pdf)
        if self._rules.pdf_ua and not tree.is_there:
            yield defect(self._file, "", "the document has no tags")
        numbers = {page.obj.objgen: at for at, page in enumerate(self._pdf.pages, start=1)}
        for page_number in tree.wordless:
            at = numbers.get(page_number, 0) if page_number else 0
            yield self._on_page(at, "a picture has no words for those who do not see it")
        empty: set[int] = set()
        for number, page in enumerate(self._pdf.pages, start=1):
            try:
                content = read_content(page)
            except UnreadableContentError:
                yield self._on_page(number, "the operators of the page cannot be read")
                continue
            if not content.ink:
                empty.add(number)
            yield from self._find_on_page(page, number, content, tree)
        for number in empty - self._find_fill(empty):
            yield self._on_page(number, "the page is empty")

    def _find_on_page(
        self, page: pikepdf.Page, number: int, content: PageContent, tree: TagTree
    ) -> Iterator[Problem]:
        faults = [*self._find_box_faults(page), *self._find_font_faults(page, content)]
        if self._rules.asks_about_colour:
            faults += self._find_graphics_faults(page)
        for what in faults:
            yield self._on_page(number, what)
        if self._rules.pdf_ua is None:
            return
        for what in _find_content_faults(content):
            yield self._on_page(number, what)
        for fault in (
            *tree.faults_of_page(page, number, content.mcids),
            *tree.faults_of_annotations(page, number),
        ):
            yield self._on_page(fault.page, fault.what)

    def _find_box_faults(self, page: pikepdf.Page) -> Iterator[str]:
        try:
            yield from find_box_faults(read_boxes(page), self._rules)
        except UnreadableBoxError:
            yield "the boxes of the page cannot be read"

    def _find_graphics_faults(self, page: pikepdf.Page) -> Iterator[str]:
        try:
            graphics = self._graphics.read(page)
        except UnreadableGraphicsError:
            yield "the operators of the page cannot be read"
            return
        yield from find_colour_faults(graphics, self._rules)
        if self._rules.is_pdf_x4:
            yield from find_annotation_faults(page)

    def find_drawn(self, content: bytes) -> Iterator[Problem]:
        """Give the faults that show only once the pages are drawn."""
        try:
            boxes = [read_boxes(page) for page in self._pdf.pages]
            for number, what in find_drawn_faults(content, boxes, self._rules):
                yield self._on_page(number, what)
        except UnreadableBoxError:
            return  # told already
        except UnreadablePageError as error:
            yield defect(self._file, "", f"the pages cannot be drawn ({error})")

    def _find_fill(self, empty: Collection[int]) -> set[int]:
        """Return those of the empty pages that fill the last sheet, at the end or before the back.

        Content that an empty page has lost is told by the tag tree.
        """
        last = len(self._pdf.pages)
        fill: set[int] = set()
        number = last if last in empty else last - 1
        while number in empty:
            fill.add(number)
            number -= 1
        return fill if len(fill) < PAGES_OF_A_SHEET else set()

    def _on_page(self, number: int, what: str) -> Problem:
        return defect(self._file, f"page {number}" if number else "", what)

    def _find_font_faults(self, page: pikepdf.Page, content: PageContent) -> Iterator[str]:
        fonts = {
            name: self._read_font(font)
            for name, font in page.resources.get("/Font", pikepdf.Dictionary()).items()
        }
        for reading in fonts.values():
            yield from reading.faults
        for name, codes in content.codes.items():
            used = fonts.get(name)
            if used is None:
                yield f"the font {name.removeprefix('/')} of some text is not there"
                continue
            if untold := used.untold(codes):
                shown = some([f"{code:04X}" for code in untold])
                yield f"some characters cannot be searched, copied or read aloud: code {shown}"
            if boxed := used.boxed(codes, self._missing):
                shown = some([" ".join(f"U+{ord(c):04X}" for c in text) for text in boxed])
                yield f"a box or nothing (.notdef) is drawn in place of {shown}"

    def _read_font(self, font: pikepdf.Object) -> FontReading:
        if not font.is_indirect:
            return read_font(font)
        if font.objgen not in self._fonts:
            self._fonts[font.objgen] = read_font(font)
        return self._fonts[font.objgen]


def _find_content_faults(content: PageContent) -> Iterator[str]:
    if content.unmarked:
        yield "something is drawn outside marked content"
    if content.empty:
        yield "a stretch of marked content is empty"
    if not content.is_balanced:
        yield "a stretch of marked content is begun and not ended, or ended and not begun"
