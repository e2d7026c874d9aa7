"""The booklet: pages in reading order, for a screen, for e-mail, for printing as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from careerkit.content.problem import Problem
from careerkit.editions.composed_booklet import compose_booklet
from careerkit.editions.edition import Edition, Prepared, Rendered
from careerkit.editions.ink import colours_of, inks_on_screen
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
    from careerkit.pages import ComposedPages


# 64 pages are 16 sheets, as many as an office stapler takes in the fold; 256 are a book.
_LIMITS = LengthLimits(
    "page", 64, 256, "more than 64 pages are too thick to be stapled in the fold"
)


def check_pages(task: RenderTask, composed: ComposedPages) -> tuple[Problem, ...]:
    """Return a warning where a booklet is longer than usual. Raises ContentError if too long."""
    return check_length(task, composed.page_count, composed.pages_by_section, _LIMITS)


def _prepare(task: RenderTask) -> Prepared:
    from careerkit.pdf.conformance import pdf_ua

    composed = compose_booklet(task, on_paper(task.theme.booklet, task.variant.paper))

    def render() -> Rendered:
        inks, conformance = inks_on_screen(task.variant.ink), pdf_ua(task.variant.pdf_ua)
        return render_pages(task, composed, inks, conformance)

    return Prepared(render, check_pages(task, composed))


def _inspect(task: RenderTask, content: bytes, missing: Sequence[str]) -> Iterable[Problem]:
    from careerkit.preflight.pdf.rules import BOOKLET_RULES

    page_mm = on_paper(task.theme.booklet, task.variant.paper).page_mm
    rules = replace(
        BOOKLET_RULES,
        page_mm=page_mm,
        pdf_ua=task.variant.pdf_ua,
        colours=colours_of(inks_on_screen(task.variant.ink)),
    )
    return inspect_pages(task, rules, content, missing)


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
    families=families_of_pages,
    other_texts=texts_of_pages,
    prepare=_prepare,
    inspect=_inspect,
)
