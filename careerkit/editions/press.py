"""Pages for a print shop: single, in reading order, in CMYK, with bleed and crop marks, PDF/X-4."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from careerkit.content.problem import Problem
from careerkit.editions.composed_booklet import compose_booklet
from careerkit.editions.edition import Edition, Prepared, Rendered
from careerkit.editions.ink import colours_of, inks_on_press
from careerkit.editions.length import LengthLimits, check_length
from careerkit.editions.paper import on_paper
from careerkit.editions.pdf_file import (
    families_of_pages,
    inspect_pages,
    load,
    render_pages,
    texts_of_pages,
)

if TYPE_CHECKING:
    from careerkit.editions.task import RenderTask

# A print shop can glue what is too thick to be stapled.
_LIMITS = LengthLimits("page", 128, 256, "more than 128 pages are a book")


def _prepare(task: RenderTask) -> Prepared:
    from careerkit.pages.bleed import make_press_pages
    from careerkit.pdf.conformance import PDF_X_4

    composed = compose_booklet(task, on_paper(task.theme.booklet, task.variant.paper))
    warnings = check_length(task, composed.page_count, composed.pages_by_section, _LIMITS)

    def render() -> Rendered:
        inks = inks_on_press(task.variant.ink)
        return render_pages(task, composed, inks, PDF_X_4, as_printed=make_press_pages(composed))

    return Prepared(render, warnings)


def _inspect(task: RenderTask, content: bytes, missing: Sequence[str]) -> Iterable[Problem]:
    from careerkit.document.inks import MOST_INK_PERCENT
    from careerkit.pages.bleed import BLEED_MM
    from careerkit.preflight.pdf.rules import PAGES_OF_A_SHEET, PdfRules

    rules = PdfRules(
        page_mm=on_paper(task.theme.booklet, task.variant.paper).page_mm,
        bleed_mm=BLEED_MM,
        pages_multiple=PAGES_OF_A_SHEET,
        pdf_ua=None,
        is_pdf_x4=True,
        colours=colours_of(inks_on_press(task.variant.ink)),
        most_ink_percent=MOST_INK_PERCENT,
    )
    return inspect_pages(task, rules, content, missing)


PRESS = Edition(
    name="press",
    noun="press file",
    suffix="pdf",
    medium="pages",
    template="booklet",
    unit="page",
    varies_by=frozenset({"paper", "ink"}),
    load=load,
    families=families_of_pages,
    other_texts=texts_of_pages,
    prepare=_prepare,
    inspect=_inspect,
)
