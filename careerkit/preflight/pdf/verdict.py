"""What is in a PDF goes in; what it is fit for, and what stands in the way, comes out.

The limits are those print shops ask for (the Ghent Workgroup's sheet-fed specification and the
lists that shops give out): 3 mm of bleed, pictures of 300 dpi and never under 150, lines of a
quarter of a point, type of 5 points, 300 percent of ink. What a screen reader needs is of
ISO 14289-1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from careerkit.preflight.pdf.report import PdfReport
from careerkit.preflight.pdf.rules import PAGES_OF_A_SHEET

GOOD_DPI, LEAST_DPI = 300, 150
LEAST_LINE_PT = 0.25
LEAST_TYPE_PT = 5.0
BLEED_MM = 3.0
MOST_INK_PERCENT = 300
MOST_FOLDED_PAGES = 64  # 16 sheets, as many as an office stapler takes in the fold
_LARGEST_OFFICE_MM = (297.5, 432.5)  # A3, Tabloid
_ROUNDING_MM = 0.1
_TWO_DIGITS = 0.005


class Audience(StrEnum):
    """Whom a file may be for."""

    OFFICE = "office printer"
    SHOP = "print shop"
    SCREEN_READER = "screen reader"


class Finding(NamedTuple):
    """What stands in the way, on which pages (none: the whole file), or is only to be known."""

    is_problem: bool
    what: str
    pages: tuple[int, ...] = ()


class Verdict(NamedTuple):
    """What one audience finds. ``is_meant`` says that the file itself claims to be for it."""

    audience: Audience
    is_meant: bool
    findings: tuple[Finding, ...]

    @property
    def is_fit(self) -> bool:
        """Say whether nothing stands in the way."""
        return not any(finding.is_problem for finding in self.findings)


class ExchangeParts(NamedTuple):
    """Which of the parts of PDF/X that a print shop asks for first are there."""

    output_intent: bool
    trim_box: bool
    fonts_embedded: bool
    no_rgb: bool


def parts_of_exchange(report: PdfReport) -> ExchangeParts:
    """Return which of the parts of PDF/X that a print shop asks for first are there."""
    return ExchangeParts(
        output_intent=bool(report.exchange.intent),
        trim_box=all(each.boxes.trim is not None for each in report.sizes),
        fonts_embedded=all(font.is_embedded for font in report.fonts),
        no_rgb=not any(use.colour.model == "RGB" for use in report.colours),
    )


def judge(report: PdfReport) -> tuple[Verdict, ...]:
    """Return what each audience finds.

    Every file may be printed at the office. One with a bleed, or that says it is PDF/X, is meant
    for a print shop; one with tags for a screen reader.
    """
    has_bleed = any(each.boxes.bleed_mm > _ROUNDING_MM for each in report.sizes)
    return (
        Verdict(Audience.OFFICE, True, tuple(_find_for_office(report))),
        Verdict(
            Audience.SHOP, has_bleed or bool(report.exchange.version), tuple(_find_for_shop(report))
        ),
        Verdict(
            Audience.SCREEN_READER,
            report.tags.is_tagged or bool(report.tags.pdf_ua),
            tuple(_find_for_screen_reader(report)),
        ),
    )


def _problem(what: str, pages: Iterable[int] = ()) -> Finding:
    return Finding(True, what, tuple(sorted(set(pages))))


def _note(what: str, pages: Iterable[int] = ()) -> Finding:
    return Finding(False, what, tuple(sorted(set(pages))))


def _find_for_office(report: PdfReport) -> Iterator[Finding]:
    if not report.may_be_printed:
        yield _problem("the file forbids printing")
    yield from _find_everywhere(report)
    too_large = [
        page
        for each in report.sizes
        for page in each.pages
        if any(
            side > most
            for side, most in zip(sorted(each.boxes.finished.size), _LARGEST_OFFICE_MM, strict=True)
        )
    ]
    if too_large:
        yield _note("larger than A3: it is printed smaller", too_large)
    if report.cut:
        yield _note("art runs to the edge: an office printer leaves 5 mm of it white", report.cut)


def _find_everywhere(report: PdfReport) -> Iterator[Finding]:
    """Give what no printer can do without."""
    if report.unread:
        yield _problem("what is on it cannot be read", report.unread)
    for font in report.fonts:
        if not font.is_embedded:
            yield _problem(f"the font {font.name} is not embedded", font.pages)
    coarse = [picture.page for picture in report.pictures if picture.dpi < LEAST_DPI]
    if coarse:
        yield _problem(f"{_count(coarse, 'picture')} under {LEAST_DPI} dpi", coarse)


def _find_for_shop(report: PdfReport) -> Iterator[Finding]:
    if report.is_encrypted:
        yield _problem("the file is encrypted")
    yield from _find_everywhere(report)
    yield from _find_sizes(report)
    yield from _find_bleed(report)
    yield from _find_colours(report)
    yield from _find_small(report)
    if report.exchange.version == "PDF/X-4":
        for what in report.exchange_faults:
            yield _problem(f"it says it is PDF/X-4, and {what}")


def _find_sizes(report: PdfReport) -> Iterator[Finding]:
    sizes = {each.boxes.finished.size for each in report.sizes}
    if len(sizes) > 1:
        yield _problem("the pages are not all of one size")
    if report.is_landscape:
        return  # two pages abreast: what is bound is counted in sheets
    if report.page_count > 2 and report.page_count % PAGES_OF_A_SHEET:
        yield _problem(
            f"{report.page_count} pages are no multiple of four, as saddle stitch needs them"
        )
    if report.page_count > MOST_FOLDED_PAGES:
        yield _note(f"more than {MOST_FOLDED_PAGES} pages are too thick for saddle stitch")


def _find_bleed(report: PdfReport) -> Iterator[Finding]:
    cut = set(report.cut)
    lacking = {page for each in report.sizes if not each.boxes.bleed_mm for page in each.pages}
    scarce = {
        page
        for each in report.sizes
        if 0.0 < each.boxes.bleed_mm < BLEED_MM - _ROUNDING_MM
        for page in each.pages
    }
    if cut & lacking:
        yield _problem(
            f"art runs to the cut and there is no bleed, of {BLEED_MM:g} mm", cut & lacking
        )
    if cut & scarce:
        yield _problem(f"the bleed is less than {BLEED_MM:g} mm", cut & scarce)
    if short := set(report.short) - lacking:
        yield _problem("art ends at the cut and does not go on into the bleed", short)


def _find_colours(report: PdfReport) -> Iterator[Finding]:
    rgb = [page for use in report.colours if use.colour.model == "RGB" for page in use.pages]
    if rgb:
        yield _problem("RGB colours, where a press has CMYK", rgb)
    spots = [use for use in report.colours if use.colour.kind == "spot"]
    if spots:
        names = ", ".join(use.colour.model for use in spots)
        yield _note(
            f"spot colours, each a plate of its own: {names}",
            [page for use in spots for page in use.pages],
        )
    if report.most_ink_percent > MOST_INK_PERCENT + 0.5:
        yield _problem(
            f"{report.most_ink_percent:.0f} % of ink in one colour, where {MOST_INK_PERCENT} % dry"
        )
    if report.transparent and not report.exchange.version:
        yield _note("transparency, which older presses flatten", report.transparent)


def _find_small(report: PdfReport) -> Iterator[Finding]:
    scarce = [p.page for p in report.pictures if LEAST_DPI <= p.dpi < GOOD_DPI]
    if scarce:
        yield _note(f"{_count(scarce, 'picture')} under {GOOD_DPI} dpi", scarce)
    line, smallest = report.thinnest_line, report.smallest_type
    if line and line.size_pt < LEAST_LINE_PT - _TWO_DIGITS:
        yield _problem(f"a line of {line.size_pt:g} pt, which may not print", [line.page])
    if smallest and smallest.size_pt < LEAST_TYPE_PT - _TWO_DIGITS:
        yield _problem(f"type of {smallest.size_pt:g} pt, which may fill in", [smallest.page])


def _find_for_screen_reader(report: PdfReport) -> Iterator[Finding]:
    tags = report.tags
    if report.unread:
        yield _problem("what is on it cannot be read", report.unread)
    if report.wordless and not tags.is_tagged:
        yield _problem("a picture without any text, as of a scan", report.wordless)
    silent = [page for font in report.fonts if not font.says_text for page in font.pages]
    if silent:
        yield _problem("letters that cannot be searched, copied or read aloud", silent)
    if not tags.language:
        yield _problem("the language is not said")
    if not tags.title:
        yield _problem("there is no title")
    elif not tags.shows_title:
        yield _problem("a viewer shows the file's name in place of the title")
    if not tags.is_tagged:
        yield _problem("there are no tags: what is read first is a guess")
        return
    yield from _find_in_tags(report)


def _find_in_tags(report: PdfReport) -> Iterator[Finding]:
    tags = report.tags
    if tags.is_cut_off:
        yield _note("the tags are too many to be read to the end")
    if report.unmarked:
        yield _problem("something is on it that is in no tag", report.unmarked)
    if tags.figures_without_words:
        pages = [page for page in tags.figures_without_words if page]
        yield _problem("a figure without alternative text", pages)
    if tags.tables_without_headers:
        yield _problem(f"{_count_of(tags.tables_without_headers, 'table')} without header cells")
    if jump := tags.first_jump:
        before, level = jump
        after = f"H{before}" if before else "nothing"
        yield _problem(f"headings jump from {after} to H{level}")
    if not tags.headings and "H" not in tags.elements:
        yield _note("there are no headings to leap between")


def _count(found: list[int], noun: str) -> str:
    return _count_of(len(found), noun)


def _count_of(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")
