"""Anybody's PDF goes in; what a print shop or a screen reader would find in it comes out, as data.

Nothing here judges: ``verdict`` does. Pages count from 1; sizes are in millimetres, type and lines
in points.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, NamedTuple

import pikepdf

from careerkit.preflight.pdf.bleed import read_edges
from careerkit.preflight.pdf.boxes import PageBoxes, UnreadableBoxError, read_boxes
from careerkit.preflight.pdf.colour_spaces import UsedColourSpace
from careerkit.preflight.pdf.content_streams import UnreadableContentError, read_content
from careerkit.preflight.pdf.drawn_page import DrawnPage, UnreadablePageError, read_drawn_pages
from careerkit.preflight.pdf.graphics import GraphicsReader, UnreadableGraphicsError
from careerkit.preflight.pdf.print_exchange import (
    PrintExchange,
    find_exchange_faults,
    read_print_exchange,
)
from careerkit.preflight.pdf.tag_facts import TagFacts, read_tag_facts

MOST_PAGES = 2_000
_SIGNATURE = b"%PDF-"
_MOST_BEFORE_SIGNATURE = 1_024  # bytes (PDF Reference 1.7, appendix H, note 13)
_SUBSET = re.compile(r"[A-Z]{6}\+")
_KINDS = {
    "/Type1": "Type 1",
    "/MMType1": "Type 1",
    "/TrueType": "TrueType",
    "/Type3": "Type 3",
    "/CIDFontType0": "OpenType",
    "/CIDFontType2": "TrueType",
}


class AlikePages(NamedTuple):
    """Pages with the same boxes."""

    pages: tuple[int, ...]
    boxes: PageBoxes


class FontUse(NamedTuple):
    """A font that text is set in, and where. ``says_text``: its letters can be read aloud."""

    name: str
    kind: str
    is_embedded: bool
    is_subset: bool
    says_text: bool
    pages: tuple[int, ...]


class PictureUse(NamedTuple):
    """A picture as it is printed."""

    dpi: float
    page: int
    width_px: int
    height_px: int


class ColourUse(NamedTuple):
    """A colour space, or a spot ink, and where it is used."""

    colour: UsedColourSpace
    pages: tuple[int, ...]


class Extreme(NamedTuple):
    """The smallest size of something in points, and the first page it is on."""

    size_pt: float
    page: int


@dataclass(slots=True)
class PdfReport:
    """What is in a PDF file.

    ``cut`` are the pages whose art runs to the cut, ``short`` those of them whose art does not go
    on to the bleed's edge. ``exchange_faults`` are what it lacks to be PDF/X-4. ``unmarked`` are
    the pages with something outside the tags, ``wordless`` those with pictures and no text;
    ``unread`` are the pages that cannot be read.
    """

    pdf_version: str
    file_bytes: int
    page_count: int
    is_encrypted: bool
    may_be_printed: bool
    sizes: tuple[AlikePages, ...]
    exchange: PrintExchange
    exchange_faults: tuple[str, ...]
    tags: TagFacts
    cut: tuple[int, ...] = ()
    short: tuple[int, ...] = ()
    smallest_type: Extreme | None = None
    thinnest_line: Extreme | None = None
    pictures: tuple[PictureUse, ...] = ()
    fonts: tuple[FontUse, ...] = ()
    colours: tuple[ColourUse, ...] = ()
    transparent: tuple[int, ...] = ()
    overprinted: tuple[int, ...] = ()
    most_ink_percent: float = 0.0
    unmarked: tuple[int, ...] = ()
    wordless: tuple[int, ...] = ()
    unread: tuple[int, ...] = ()

    @property
    def is_landscape(self) -> bool:
        """Say whether all pages are wider than high, as two abreast on a sheet are."""
        return all(each.boxes.is_landscape for each in self.sizes)


class UnreadablePdfError(Exception):
    """A file that cannot be read as a PDF, in words, and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        """Keep why, and what to do."""
        self.message, self.hint = message, hint
        super().__init__(message, hint)


def read_report(content: bytes) -> PdfReport:
    """Read a PDF. Raises UnreadablePdfError."""
    if _SIGNATURE not in content[:_MOST_BEFORE_SIGNATURE]:
        raise UnreadablePdfError(
            "it is no PDF", "name a PDF file; the others are checked when they are made"
        )
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            return _read(pdf, content)
    except pikepdf.PasswordError:
        raise UnreadablePdfError(
            "it is locked with a password", "save a copy without the password, and try that one"
        ) from None
    except (
        pikepdf.PdfError,
        UnreadablePageError,
        # What pikepdf raises where an object of the file is not what it has to be.
        AttributeError,
        RuntimeError,
        TypeError,
        ValueError,
    ) as error:
        raise UnreadablePdfError(
            "it is damaged", "make it again, or print it into a new PDF, and try that"
        ) from error


def _read(pdf: pikepdf.Pdf, content: bytes) -> PdfReport:
    count = len(pdf.pages)
    if not count:
        raise UnreadablePdfError("it has no pages", "make it again")
    if count > MOST_PAGES:
        raise UnreadablePdfError(
            f"it has {count} pages, more than the {MOST_PAGES} that are looked through",
            "part it into several files",
        )
    try:
        boxes = [read_boxes(page) for page in pdf.pages]
    except UnreadableBoxError:
        raise UnreadablePdfError("a page has no size", "make it again") from None
    report = PdfReport(
        pdf_version=str(pdf.pdf_version),
        file_bytes=len(content),
        page_count=count,
        is_encrypted=pdf.is_encrypted,
        may_be_printed=pdf.allow.print_highres,
        sizes=_group(boxes),
        exchange=read_print_exchange(pdf),
        exchange_faults=tuple(find_exchange_faults(pdf)),
        tags=read_tag_facts(pdf),
    )
    _read_operators(pdf, report)
    _read_drawn(content, boxes, report)
    return report


def _group(boxes: Iterable[PageBoxes]) -> tuple[AlikePages, ...]:
    pages: dict[PageBoxes, list[int]] = defaultdict(list)
    for number, each in enumerate(boxes, start=1):
        pages[each].append(number)
    return tuple(AlikePages(tuple(numbers), each) for each, numbers in pages.items())


@dataclass(slots=True)
class _Found:
    """What is found of a font on the way."""

    font: pikepdf.Object
    pages: list[int] = field(default_factory=list)


def _read_operators(pdf: pikepdf.Pdf, report: PdfReport) -> None:
    """Read what the operators of each page ask for."""
    reader = GraphicsReader()
    colours: dict[UsedColourSpace, list[int]] = defaultdict(list)
    fonts: dict[str, _Found] = {}
    transparent, overprinted, unmarked, unread = [], [], [], []
    for number, page in enumerate(pdf.pages, start=1):
        try:
            graphics = reader.read(page)
            if read_content(page).unmarked:
                unmarked.append(number)
        except (UnreadableGraphicsError, UnreadableContentError):
            unread.append(number)
            continue
        for colour in graphics.colours:
            colours[colour].append(number)
        for name, font in graphics.fonts.items():
            fonts.setdefault(name, _Found(font)).pages.append(number)
        if graphics.is_transparent:
            transparent.append(number)
        if graphics.overprints:
            overprinted.append(number)
        if graphics.is_cut_off:
            unread.append(number)
        report.most_ink_percent = max(report.most_ink_percent, graphics.most_ink_percent)
    report.colours = tuple(ColourUse(each, tuple(pages)) for each, pages in sorted(colours.items()))
    report.fonts = _merge(_describe(name, found) for name, found in fonts.items())
    report.transparent, report.overprinted = tuple(transparent), tuple(overprinted)
    report.unmarked, report.unread = tuple(unmarked), tuple(unread)


def _merge(fonts: Iterable[FontUse]) -> tuple[FontUse, ...]:
    """Take subsets of one font for one."""
    pages: dict[FontUse, set[int]] = defaultdict(set)
    for font in fonts:
        pages[font._replace(pages=())].update(font.pages)
    return tuple(font._replace(pages=tuple(sorted(used))) for font, used in sorted(pages.items()))


def _describe(name: str, found: _Found) -> FontUse:
    font = found.font
    plain = name.removeprefix("/")
    descendants = font.get("/DescendantFonts")
    holder: Any = descendants[0] if isinstance(descendants, pikepdf.Array) else font
    descriptor = holder.get("/FontDescriptor", pikepdf.Dictionary())
    kind = str(holder.get("/Subtype", ""))
    is_drawn_here = kind == "/Type3"  # its glyphs are drawings of the file itself
    return FontUse(
        name=_SUBSET.sub("", plain),
        kind=_KINDS.get(kind, kind.removeprefix("/")),
        is_embedded=is_drawn_here or any(key.startswith("/FontFile") for key in descriptor),
        is_subset=_SUBSET.match(plain) is not None,
        # Simple fonts have encodings with known letters; a composite one has none without a map.
        says_text="/ToUnicode" in font or (holder is font and not is_drawn_here),
        pages=tuple(found.pages),
    )


def _read_drawn(content: bytes, boxes: list[PageBoxes], report: PdfReport) -> None:
    """Read what shows once the pages are drawn."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with PdfDocument(content) as pdf:
            pages = list(read_drawn_pages(pdf))
            edges = [read_edges(pdf, *each) for each in zip(pages, boxes, strict=True)]
    except PdfiumError as error:
        raise UnreadablePageError(str(error)) from error
    report.cut = tuple(number for number, each in enumerate(edges, start=1) if each.cut)
    report.short = tuple(number for number, each in enumerate(edges, start=1) if each.short)
    report.smallest_type = _smallest(
        (text.size_pt, page.number) for page in pages for text in page.texts if text.ems
    )
    report.thinnest_line = _smallest(
        (line, page.number) for page in pages for line in page.lines_pt
    )
    report.pictures = tuple(sorted(_pictures(pages)))
    report.wordless = tuple(page.number for page in pages if page.pictures and not page.texts)


def _smallest(sizes: Iterable[tuple[float, int]]) -> Extreme | None:
    found = min(((round(size, 2), page) for size, page in sizes), default=None)
    return None if found is None else Extreme(*found)


def _pictures(pages: Iterable[DrawnPage]) -> Iterable[PictureUse]:
    for page in pages:
        for each in page.pictures:
            yield PictureUse(round(each.dpi, 1), page.number, each.width_px, each.height_px)
