"""The booklet for an office copier: two pages abreast on both sides of a sheet, to be folded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from careerkit.content.problem import ContentError, Problem
from careerkit.editions.booklet import check_pages
from careerkit.editions.composed_booklet import compose_booklet
from careerkit.editions.edition import Edition, Prepared, Rendered, Variant
from careerkit.editions.ink import colours_of, inks_on_screen
from careerkit.editions.paper import PAPERS, count_copies, on_paper
from careerkit.editions.pdf_file import (
    families_of_pages,
    inspect_pages,
    load,
    render_pages,
    texts_of_pages,
)

if TYPE_CHECKING:
    from careerkit.document.theme import Theme
    from careerkit.editions.task import RenderTask

_SIDES_OF_A_SHEET = 2


def _prepare(task: RenderTask) -> Prepared:
    from careerkit.pages.imposition import impose
    from careerkit.pdf.conformance import UNTAGGED

    paper = PAPERS[task.variant.paper]
    sizes = on_paper(task.theme.booklet, task.variant.paper)
    _check_fit(task.theme)
    composed = compose_booklet(task, sizes)
    warnings = check_pages(task, composed)

    def render() -> Rendered:
        sides = impose(composed, paper.across_mm)
        inks = inks_on_screen(task.variant.ink)
        made = render_pages(task, composed, inks, UNTAGGED, as_printed=sides)
        return replace(made, count=sides.page_count // _SIDES_OF_A_SHEET)

    return Prepared(render, warnings)


def _check_fit(theme: Theme) -> None:
    """Raise ContentError where two pages do not stand abreast on a sheet.

    A theme gives its page for A4; for another paper, page and sheet change alike (``on_paper``).
    """
    (width, height), paper = theme.booklet.page_mm, PAPERS["a4"]
    across, down = paper.across_mm
    if 2 * width > across or height > down:
        message = f"two pages of {width:g} × {height:g} mm do not fit on a sheet of {paper.name}"
        hint = "print the booklet page by page, or give the theme a page_mm of 148 × 210"
        raise ContentError([Problem(theme.page_place, "booklet.page_mm", message, hint)])


def _inspect(task: RenderTask, content: bytes, missing: Sequence[str]) -> Iterable[Problem]:
    from careerkit.preflight.pdf.rules import PdfRules

    rules = PdfRules(
        page_mm=PAPERS[task.variant.paper].across_mm,
        pages_multiple=_SIDES_OF_A_SHEET,
        pdf_ua=None,
        colours=colours_of(inks_on_screen(task.variant.ink)),
    )
    return inspect_pages(task, rules, content, missing)


def _instructions(sheets: int, variant: Variant, copies: int) -> str:
    from careerkit.pages.imposition import part_into_signatures

    counted = count_copies(copies or 1, sheets, variant.paper)
    parts = part_into_signatures(sheets)
    how = "fold, staple"
    if len(parts) > 1:
        each = " and ".join(str(part) for part in dict.fromkeys(parts))
        how = f"fold in {len(parts)} parts of {each} sheets, staple each, put them together"
    return f"{counted}, both sides, flip on the short edge, {how}"


DUPLEX = Edition(
    name="duplex",
    noun="duplex booklet",
    suffix="pdf",
    medium="pages",
    template="booklet",
    unit="sheet",
    varies_by=frozenset({"paper", "ink"}),
    load=load,
    families=families_of_pages,
    other_texts=texts_of_pages,
    prepare=_prepare,
    inspect=_inspect,
    instructions=_instructions,
)
