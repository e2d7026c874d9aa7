"""The booklet: pages in reading order, for a screen, for e-mail, for printing as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from careerkit.content.problem import Place, Problem
from careerkit.editions.composed_booklet import compose_booklet
from careerkit.editions.edition import Edition, Prepared, Rendered
from careerkit.editions.ink import colours_of, inks_on_screen
from careerkit.editions.length import LengthLimits, check_length
from careerkit.editions.paper import on_paper

if TYPE_CHECKING:
    from careerkit.document.blocks import Document
    from careerkit.editions.task import RenderTask
    from careerkit.pages import ComposedPages


# 64 pages are 16 sheets, as many as an office stapler takes in the fold; 256 are a book.
_LIMITS = LengthLimits(
    "page", 64, 256, "more than 64 pages are too thick to be stapled in the fold"
)


def load() -> None:
    """Load what composes, writes and looks through a file of pages."""
    import careerkit.pages
    import careerkit.pdf
    import careerkit.preflight.pdf.file  # noqa: F401  # loading them is all


def check_pages(task: RenderTask, composed: ComposedPages) -> tuple[Problem, ...]:
    """Return a warning where a booklet is longer than usual. Raises ContentError if too long."""
    return check_length(task, composed.page_count, composed.pages_by_section, _LIMITS)


def texts_of_pages(document: Document) -> list[tuple[str, Place]]:
    """Return the digits that pages are counted with, which stand in no block."""
    return [(document.digits, document.digits.place)]


def _prepare(task: RenderTask) -> Prepared:
    from careerkit.editions.ink_coverage import tell_coverage
    from careerkit.pdf import write_pdf
    from careerkit.pdf.conformance import pdf_ua

    composed = compose_booklet(task, on_paper(task.theme.booklet, task.variant.paper))

    def render() -> Rendered:
        target = BytesIO()
        write_pdf(
            composed,
            target,
            colours=task.theme.colours,
            inks=inks_on_screen(task.variant.ink),
            conformance=pdf_ua(task.variant.pdf_ua),
        )
        coverage = tell_coverage(composed, task.theme.colours, task.variant.ink)
        return Rendered(target.getvalue(), composed.page_count, (coverage,))

    return Prepared(render, check_pages(task, composed))


def _inspect(task: RenderTask, content: bytes, missing: Sequence[str]) -> Iterable[Problem]:
    from careerkit.preflight.pdf.file import preflight_pdf
    from careerkit.preflight.pdf.rules import BOOKLET_RULES

    page_mm = on_paper(task.theme.booklet, task.variant.paper).page_mm
    rules = replace(
        BOOKLET_RULES,
        page_mm=page_mm,
        pdf_ua=task.variant.pdf_ua,
        colours=colours_of(inks_on_screen(task.variant.ink)),
    )
    return preflight_pdf(content, rules, file=task.target.as_posix(), missing=missing)


BOOKLET = Edition(
    name="booklet",
    noun="booklet",
    suffix="pdf",
    medium="pages",
    template="booklet",
    unit="page",
    is_default=True,
    varies_by=frozenset({"paper", "ink", "pdf_ua"}),
    load=load,
    families=lambda _theme, style: style.families,
    other_texts=texts_of_pages,
    prepare=_prepare,
    inspect=_inspect,
)
