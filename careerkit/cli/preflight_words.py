"""What is in a PDF goes in; lines in print-shop words come out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import assert_never

from careerkit.preflight.pdf.boxes import PageBoxes, name_size, write_size
from careerkit.preflight.pdf.colour_spaces import UsedColourSpace
from careerkit.preflight.pdf.report import PdfReport
from careerkit.preflight.pdf.rules import PAGES_OF_A_SHEET
from careerkit.preflight.pdf.verdict import (
    GOOD_DPI,
    LEAST_DPI,
    MOST_FOLDED_PAGES,
    Finding,
    Verdict,
    parts_of_exchange,
)

_LABEL = 15  # letters of the longest label, and two spaces
_SHOWN_GROUPS = 4
_SHOWN_RUNS = 10
_SHOWN_PICTURES = 5


def report_lines(file: str, report: PdfReport, verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Write a report as lines for people."""
    yield f"{file}: {_count(report.page_count, 'page')}, PDF {report.pdf_version}"
    parts = [
        ("size", _size_lines(report)),
        ("bleed", [_bleed(report)]),
        ("binding", [_binding(report)]),
        ("type", [_type(report)]),
        ("lines", [_lines(report)]),
        ("pictures", _picture_lines(report)),
        ("fonts", _font_lines(report)),
        ("colours", _colour_lines(report)),
        ("PDF/X", _exchange_lines(report)),
        ("tags", _tag_lines(report)),
    ]
    for label, lines in parts:
        for at, line in enumerate(lines):
            yield f"  {'' if at else label:<{_LABEL}}{line}"
    for verdict in verdicts:
        yield f"  {verdict.audience:<{_LABEL}}{_verdict(verdict)}"
        for finding in verdict.findings:
            yield f"    {'-' if finding.is_problem else 'note:'} {_finding(finding, report)}"


# --- pages -----------------------------------------------------------------------------------


def _size_lines(report: PdfReport) -> list[str]:
    by_size = list(report.sizes)
    if len(by_size) == 1:
        alike = "" if report.page_count == 1 else ", all pages alike"
        return [_boxes(by_size[0].boxes) + alike]
    lines = [
        f"{write_pages(each.pages, report.page_count)}: {_boxes(each.boxes)}"
        for each in by_size[:_SHOWN_GROUPS]
    ]
    if len(by_size) > _SHOWN_GROUPS:
        lines.append(f"and {len(by_size) - _SHOWN_GROUPS} sizes more")
    return lines


def _boxes(boxes: PageBoxes) -> str:
    name, orientation = name_size(boxes.finished.size)
    parts = [f"{name + ', ' if name else ''}{write_size(boxes.finished.size)} mm, {orientation}"]
    if boxes.rotation_degrees:
        parts.append(f"shown turned by {boxes.rotation_degrees} degrees")
    there = {"MediaBox": boxes.media, "BleedBox": boxes.bleed, "TrimBox": boxes.trim}
    if boxes.crop is not None and boxes.crop != boxes.media:
        there["CropBox"] = boxes.crop
    written = [f"{key} {write_size(box.size)}" for key, box in there.items() if box is not None]
    return f"{', '.join(parts)} ({', '.join(written)})"


def _bleed(report: PdfReport) -> str:
    count = report.page_count
    measures = sorted({round(each.boxes.bleed_mm, 1) for each in report.sizes})
    if measures == [0.0]:
        if not report.cut:
            return "none, and no art runs to the edge"
        return f"none; art runs to the edge on {write_pages(report.cut, count)}"
    size = " to ".join(f"{mm:g}" for mm in (measures[0], measures[-1])[: len(measures)])
    if report.short:
        return f"{size} mm; art does not reach into it on {write_pages(report.short, count)}"
    if not report.cut:
        return f"{size} mm; no art runs to the cut"
    return f"{size} mm; art reaches into it on {write_pages(report.cut, count)}"


def _binding(report: PdfReport) -> str:
    count = report.page_count
    if count <= 2:
        return "one sheet, nothing to bind"
    if report.is_landscape:
        sheets = _count(-(-count // 2), "sheet")
        return f"{count} landscape pages: {sheets} printed on both sides"
    if count % PAGES_OF_A_SHEET:
        return f"{count} pages: no multiple of four, as saddle stitch needs them"
    sheets = _count(count // PAGES_OF_A_SHEET, "sheet")
    if count > MOST_FOLDED_PAGES:
        return f"{count} pages: {sheets} folded once, too thick for saddle stitch"
    return f"{count} pages: {sheets} folded once, for saddle stitch"


# --- type, lines, pictures -------------------------------------------------------------------


def _type(report: PdfReport) -> str:
    if report.smallest_type is None:
        return "none"
    return f"smallest {report.smallest_type.size_pt:g} pt (page {report.smallest_type.page})"


def _lines(report: PdfReport) -> str:
    line = report.thinnest_line
    if line is None:
        return "none"
    width = f"{line.size_pt:g} pt" if line.size_pt else "as thin as the printer can (0 pt)"
    return f"thinnest {width} (page {line.page})"


def _picture_lines(report: PdfReport) -> list[str]:
    """Write how many pictures there are, and the coarsest first."""
    if not report.pictures:
        return ["none"]
    under = [
        f"{sum(each.dpi < limit for each in report.pictures)} under {limit} dpi"
        for limit in (GOOD_DPI, LEAST_DPI)
    ]
    shown = report.pictures[:_SHOWN_PICTURES]
    lines = [f"{len(report.pictures)} at their printed size: {', '.join(under)}"]
    lines += [
        f"{each.dpi:.0f} dpi: page {each.page}, {each.width_px} by {each.height_px} pixels"
        for each in shown
    ]
    if len(shown) < len(report.pictures):
        lines.append(f"and {len(report.pictures) - len(shown)} finer")
    return lines


def _font_lines(report: PdfReport) -> list[str]:
    if not report.fonts:
        return ["none"]
    lines = []
    for font in report.fonts:
        state = "embedded" if font.is_embedded else "not embedded"
        subset = ", a subset" if font.is_subset else ""
        lines.append(f"{font.name} ({font.kind}, {state}{subset})")
    return lines


# --- colours ---------------------------------------------------------------------------------


def _colour_lines(report: PdfReport) -> list[str]:
    count = report.page_count
    lines = [
        f"{_colour(use.colour)}: {write_pages(use.pages, count)}" for use in report.colours
    ] or ["none but black"]
    for name, pages in (
        ("transparency", report.transparent),
        ("overprint", report.overprinted),
    ):
        lines.append(f"{name}: {write_pages(pages, count) if pages else 'none'}")
    if report.most_ink_percent:
        lines.append(f"most ink in one colour: {report.most_ink_percent:.0f} %")
    return lines


def _colour(colour: UsedColourSpace) -> str:
    match colour.kind:
        case "device":
            return f"{colour.model} (device)"
        case "icc":
            return f"{colour.model} (ICC profile)"
        case "calibrated":
            return f"{colour.model} (calibrated)"
        case "spot":
            return f"{colour.model} (spot colour)"
        case _:
            assert_never(colour.kind)


_PARTS = ("output intent", "TrimBox", "fonts embedded", "no RGB")


def _exchange_lines(report: PdfReport) -> list[str]:
    stated = report.exchange
    profile = f", {stated.profile} profile embedded" if stated.profile else ", no profile"
    intent = f"output intent {stated.intent}{profile}" if stated.intent else "no output intent"
    trapped = {"True": "trapped", "False": "not trapped"}.get(stated.trapped, "trapping not said")
    parts = list(zip(_PARTS, parts_of_exchange(report), strict=True))
    lines = [f"{stated.version or 'not said to be'}; {intent}; {trapped}"]
    for word, wanted in (("there", True), ("lacking", False)):
        names = [name for name, is_there in parts if is_there == wanted]
        if names:
            lines.append(f"{word}: {', '.join(names)}")
    return lines


# --- tags ------------------------------------------------------------------------------------


def _tag_lines(report: PdfReport) -> list[str]:
    tags = report.tags
    about = [
        f"language {tags.language}" if tags.language else "no language",
        f'title "{tags.title}"' if tags.title else "no title",
    ]
    if not tags.is_tagged:
        return [f"none; {'; '.join(about)}"]
    kind = f"PDF/UA-{tags.pdf_ua}" if tags.pdf_ua else "not said to be PDF/UA"
    figures = tags.elements.get("Figure", 0)
    counted = [
        _count(len(tags.headings) + tags.elements.get("H", 0), "heading"),
        _count(tags.elements.get("P", 0), "paragraph"),
        _count(tags.elements.get("L", 0), "list"),
        _count(tags.elements.get("Table", 0), "table"),
        _count(figures, "figure"),
        _count(tags.elements.get("Link", 0), "link"),
    ]
    return [f"tagged, {kind}; {'; '.join(about)}", f"in reading order: {', '.join(counted)}"]


# --- verdicts --------------------------------------------------------------------------------


def _verdict(verdict: Verdict) -> str:
    if verdict.is_fit:
        return "fit"
    return "not fit" if verdict.is_meant else "not fit, and it does not claim to be"


def _finding(finding: Finding, report: PdfReport) -> str:
    if not finding.pages:
        return finding.what
    return f"{finding.what} ({write_pages(finding.pages, report.page_count)})"


def write_pages(pages: Sequence[int], count: int) -> str:
    """Write numbers of pages: ``page 3``, ``pages 1 to 4 and 7``, ``all pages``."""
    if len(pages) == count > 1:
        return "all pages"
    runs = []
    for _, group in groupby(enumerate(pages), key=lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in group]
        runs.append(_run(numbers))
    parts = [part for run in runs for part in run]
    if len(parts) > _SHOWN_RUNS:
        parts = [*parts[:_SHOWN_RUNS], f"{len(parts) - _SHOWN_RUNS} more"]
    *first, last = parts
    noun = "page" if len(pages) == 1 else "pages"
    return f"{noun} {', '.join(first)}{' and ' if first else ''}{last}"


def _run(numbers: Sequence[int]) -> list[str]:
    if len(numbers) > 2:
        return [f"{numbers[0]} to {numbers[-1]}"]
    return [str(number) for number in numbers]


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")
