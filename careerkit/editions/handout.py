"""The handout: one sheet over the counter, two sides, with what matters most of a career."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from careerkit.content.problem import Problem
from careerkit.editions.edition import Edition, Prepared, Remark, Rendered, Variant
from careerkit.editions.ink import colours_of, inks_on_screen
from careerkit.editions.length import shorten_title
from careerkit.editions.paper import PAPERS, count_copies
from careerkit.editions.pdf_file import (
    families_of_pages,
    inspect_pages,
    load,
    render_pages,
    texts_of_pages,
)

if TYPE_CHECKING:
    from careerkit.editions.task import RenderTask
    from careerkit.pages.sheet import LeftOut

_SECTIONS_TOLD = 3


def _load() -> None:
    import careerkit.pages.sheet  # noqa: F401  # loading it is all

    load()


def _prepare(task: RenderTask) -> Prepared:
    from careerkit.pages import IconSet
    from careerkit.pages.sheet import compose_sheet
    from careerkit.pdf.conformance import pdf_ua

    theme = task.theme
    sheet = compose_sheet(
        task.document,
        theme.booklet,
        task.style,
        task.library,
        page_mm=PAPERS[task.variant.paper].sheet_mm,
        icons=IconSet(theme.icons, theme.icon_stroke),
    )

    def render() -> Rendered:
        inks, conformance = inks_on_screen(task.variant.ink), pdf_ua(task.variant.pdf_ua)
        made = render_pages(task, sheet.pages, inks, conformance)
        return replace(made, remarks=(*made.remarks, *tell_left_out(sheet.left_out)))

    return Prepared(render)


def tell_left_out(left_out: Sequence[LeftOut]) -> tuple[Remark, ...]:
    """Return what is to be told of texts that two sides have no room for, none where all is said.

    People are told of how many, and of which parts most; programs are given each.
    """
    if not left_out:
        return ()
    by_section = Counter(each.section for each in left_out)
    told = [
        f'{count} of "{shorten_title(name)}"'
        for name, count in by_section.most_common(_SECTIONS_TOLD)
    ]
    if len(by_section) > _SECTIONS_TOLD:
        told.append("others")
    listed = told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"
    count = len(left_out)
    texts = "1 text has" if count == 1 else f"{count} texts have"
    every = [{"section": each.section, "text": each.text} for each in left_out]
    return (Remark(f"{texts} no room on the sheet: {listed}", (("left_out", every),)),)


def _inspect(task: RenderTask, content: bytes, missing: Sequence[str]) -> Iterable[Problem]:
    from careerkit.pages.sheet.sizes import LEAST_PT
    from careerkit.preflight.pdf.rules import PdfRules

    rules = PdfRules(
        page_mm=PAPERS[task.variant.paper].sheet_mm,
        pages_multiple=2,
        pdf_ua=task.variant.pdf_ua,
        smallest_type_pt=LEAST_PT,
        colours=colours_of(inks_on_screen(task.variant.ink)),
    )
    return inspect_pages(task, rules, content, missing)


def _instructions(_sides: int, variant: Variant, copies: int) -> str:
    if not copies:
        return ""
    return f"{count_copies(copies, 1, variant.paper)}, both sides, flip on the long edge"


HANDOUT = Edition(
    name="handout",
    noun="handout",
    suffix="pdf",
    medium="pages",
    template="handout",
    unit="side",
    is_default=True,
    varies_by=frozenset({"paper", "ink", "pdf_ua"}),
    load=_load,
    families=families_of_pages,
    other_texts=texts_of_pages,  # stages are counted
    prepare=_prepare,
    inspect=_inspect,
    instructions=_instructions,
)
