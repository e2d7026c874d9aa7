"""The booklet for readers with low vision: the whole text in 18 points, on whole sheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from careerkit.content.problem import Problem
from careerkit.editions.composed_booklet import compose_booklet
from careerkit.editions.edition import Edition, Paper, Prepared, Rendered, Variant
from careerkit.editions.ink import colours_of, inks_on_screen
from careerkit.editions.length import LengthLimits, check_length
from careerkit.editions.paper import PAPERS, count_copies
from careerkit.editions.pdf_file import (
    families_of_pages,
    inspect_pages,
    load,
    render_pages,
    texts_of_pages,
)

if TYPE_CHECKING:
    from careerkit.document.theme import BookletSizes
    from careerkit.editions.task import RenderTask

# What is called large print begins at 16 points; 18 is what is asked for most (Clear Print
# Guidelines of the UK Association for Accessible Formats, 2012). Small print is no smaller than 16.
BODY_PT = 18.0
LEAST_PT = 16.0
_LIMITS = LengthLimits("page", 128, 512, "more than 128 pages are too thick for a corner staple")


def enlarge(sizes: BookletSizes, paper: Paper) -> BookletSizes:
    """Return a booklet's measures for large print: a whole sheet a page, all type in proportion."""
    page_mm = PAPERS[paper].sheet_mm
    across, down = (new / old for new, old in zip(page_mm, sizes.page_mm, strict=True))
    larger = BODY_PT / sizes.body_pt
    title, section, sub = (size * larger for size in sizes.heading_pt)
    return replace(
        sizes,
        page_mm=page_mm,
        margin_inner_mm=sizes.margin_inner_mm * across,
        margin_outer_mm=sizes.margin_outer_mm * across,
        margin_top_mm=sizes.margin_top_mm * down,
        margin_bottom_mm=sizes.margin_bottom_mm * down,
        body_pt=BODY_PT,
        leading_pt=sizes.leading_pt * larger,
        lead_pt=sizes.lead_pt * larger,
        lead_leading_pt=sizes.lead_leading_pt * larger,
        heading_pt=(title, section, sub),
        caption_pt=max(sizes.caption_pt * larger, LEAST_PT),
        writing_line_mm=sizes.writing_line_mm * larger,
        qr_mm=sizes.qr_mm * larger,
        reference_pt=max(sizes.reference_pt * larger, LEAST_PT),
    )


def _prepare(task: RenderTask) -> Prepared:
    from careerkit.pdf.conformance import pdf_ua

    sizes = enlarge(task.theme.booklet, task.variant.paper)
    composed = compose_booklet(task, sizes, page_multiple=None)  # stapled at a corner, not folded
    warnings = check_length(task, composed.page_count, composed.pages_by_section, _LIMITS)

    def render() -> Rendered:
        inks, conformance = inks_on_screen(task.variant.ink), pdf_ua(task.variant.pdf_ua)
        return render_pages(task, composed, inks, conformance)

    return Prepared(render, warnings)


def _inspect(task: RenderTask, content: bytes, missing: Sequence[str]) -> Iterable[Problem]:
    from careerkit.preflight.pdf.rules import PdfRules

    # A language may have its type smaller beside Latin, as its locale file says.
    scale = min(1.0, task.style.size_scale)
    rules = PdfRules(
        page_mm=PAPERS[task.variant.paper].sheet_mm,
        smallest_type_pt=LEAST_PT * scale,
        body_type_pt=BODY_PT * scale,
        pdf_ua=task.variant.pdf_ua,
        colours=colours_of(inks_on_screen(task.variant.ink)),
    )
    return inspect_pages(task, rules, content, missing)


def _instructions(pages: int, variant: Variant, copies: int) -> str:
    if not copies:
        return ""
    counted = count_copies(copies, -(-pages // 2), variant.paper)
    return f"{counted}, both sides, flip on the long edge, staple at the corner"


LARGE_PRINT = Edition(
    name="large-print",
    noun="large-print booklet",
    suffix="pdf",
    medium="pages",
    template="booklet",
    unit="page",
    varies_by=frozenset({"paper", "ink", "pdf_ua"}),
    load=load,
    families=families_of_pages,
    other_texts=texts_of_pages,
    prepare=_prepare,
    inspect=_inspect,
    instructions=_instructions,
)
