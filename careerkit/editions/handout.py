"""The handout: one sheet over the counter, two sides, with what matters most of a career."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from careerkit.content.problem import Problem
from careerkit.editions.booklet import load, texts_of_pages
from careerkit.editions.edition import Edition, Prepared, Remark, Rendered, Variant
from careerkit.editions.ink import colours_of, inks_on_screen
from careerkit.editions.paper import PAPERS, count_copies

if TYPE_CHECKING:
    from careerkit.editions.task import RenderTask
    from careerkit.pages.sheet import LeftOut

_SECTIONS_TOLD = 3
_LONGEST_TITLE = 60  # characters of a section's title that are repeated


def _load() -> None:
    import careerkit.pages.sheet  # noqa: F401  # loading it is all

    load()


def _prepare(task: RenderTask) -> Prepared:
    from careerkit.editions.ink_coverage import tell_coverage
    from careerkit.pages import IconSet
    from careerkit.pages.sheet import compose_sheet
    from careerkit.pdf import write_pdf
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
        target = BytesIO()
        write_pdf(
            sheet.pages,
            target,
            colours=theme.colours,
            inks=inks_on_screen(task.variant.ink),
            conformance=pdf_ua(task.variant.pdf_ua),
        )
        coverage = tell_coverage(sheet.pages, theme.colours, task.variant.ink)
        remarks = (coverage, *tell_left_out(sheet.left_out))
        return Rendered(target.getvalue(), sheet.pages.page_count, remarks)

    return Prepared(render)


def tell_left_out(left_out: Sequence[LeftOut]) -> tuple[Remark, ...]:
    """Return what is to be told of texts that two sides have no room for, none where all is said.

    People are told of how many, and of which parts most; programs are given each.
    """
    if not left_out:
        return ()
    by_section = Counter(each.section for each in left_out)
    told = [f'{count} of "{_cut(name)}"' for name, count in by_section.most_common(_SECTIONS_TOLD)]
    if len(by_section) > _SECTIONS_TOLD:
        told.append("others")
    listed = told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"
    count = len(left_out)
    texts = "1 text has" if count == 1 else f"{count} texts have"
    every = [{"section": each.section, "text": each.text} for each in left_out]
    return (Remark(f"{texts} no room on the sheet: {listed}", (("left_out", every),)),)


def _cut(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"


def _inspect(task: RenderTask, content: bytes, missing: Sequence[str]) -> Iterable[Problem]:
    from careerkit.pages.sheet.sizes import LEAST_PT
    from careerkit.preflight.pdf.file import preflight_pdf
    from careerkit.preflight.pdf.rules import PdfRules

    rules = PdfRules(
        page_mm=PAPERS[task.variant.paper].sheet_mm,
        pages_multiple=2,
        pdf_ua=task.variant.pdf_ua,
        smallest_type_pt=LEAST_PT,
        colours=colours_of(inks_on_screen(task.variant.ink)),
    )
    return preflight_pdf(content, rules, file=task.target.as_posix(), missing=missing)


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
    families=lambda _theme, style: style.families,
    other_texts=texts_of_pages,  # stages are counted
    prepare=_prepare,
    inspect=_inspect,
    instructions=_instructions,
)
