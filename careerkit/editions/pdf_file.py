"""What the editions made of pages have in common: how their PDF files are written and checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from careerkit.content.problem import Place, Problem
from careerkit.editions.edition import Rendered

if TYPE_CHECKING:
    from careerkit.document.blocks import Document
    from careerkit.document.inks import Inks
    from careerkit.document.theme import Theme
    from careerkit.editions.task import RenderTask
    from careerkit.pages import ComposedPages
    from careerkit.pdf.conformance import Conformance
    from careerkit.preflight.pdf.rules import PdfRules
    from careerkit.typography import LocaleStyle


def load() -> None:
    """Load what composes, writes and looks through a file of pages."""
    import careerkit.pages
    import careerkit.pdf
    import careerkit.preflight.pdf.file  # noqa: F401  # loading them is all


def families_of_pages(_theme: Theme, style: LocaleStyle) -> tuple[str, ...]:
    """Return the fonts that pages are set in: the language's own."""
    return style.families


def texts_of_pages(document: Document) -> list[tuple[str, Place]]:
    """Return the digits that pages are counted with, which stand in no block."""
    return [(document.digits, document.digits.place)]


def render_pages(
    task: RenderTask,
    composed: ComposedPages,
    inks: Inks,
    conformance: Conformance,
    *,
    as_printed: ComposedPages | None = None,
) -> Rendered:
    """Write composed pages as a file, and measure the ink they take.

    ``as_printed`` are the same pages as they stand on the paper, where that differs: it is they
    that are written. The file counts as many units as there are composed pages.
    """
    from careerkit.editions.ink_coverage import tell_coverage
    from careerkit.pdf import write_pdf

    target, colours = BytesIO(), task.theme.colours
    write_pdf(as_printed or composed, target, colours=colours, inks=inks, conformance=conformance)
    coverage = tell_coverage(composed, colours, task.variant.ink)
    return Rendered(target.getvalue(), composed.page_count, (coverage,))


def inspect_pages(
    task: RenderTask, rules: PdfRules, content: bytes, missing: Sequence[str]
) -> Iterable[Problem]:
    """Give what in a file departs from its edition's rules."""
    from careerkit.preflight.pdf.file import preflight_pdf

    return preflight_pdf(content, rules, file=task.target.as_posix(), missing=missing)
