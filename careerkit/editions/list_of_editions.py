"""The editions: for each, how a sheet is checked, drawn, and looked through when it is a file.

``check`` composes the pages or plans the slides, which finds all that hinders them before anything
is drawn; what it gives is drawn by ``render`` without composing again. What an edition needs is
loaded when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from careerkit.content.problem import Place, Problem
from careerkit.document.blocks import Document
from careerkit.editions.length import LengthLimits, check_length
from careerkit.editions.sheet import Sheet, open_library
from careerkit.layout.talk import find_unspoken

if TYPE_CHECKING:
    from careerkit.content import Profile
    from careerkit.layout import Edition


@dataclass(frozen=True, slots=True)
class Checked:
    """A sheet that can be drawn, once. ``warnings`` are about its content."""

    draw_into: Callable[[BinaryIO], int]
    warnings: tuple[Problem, ...] = ()

    def render(self) -> tuple[bytes, int]:
        """Draw it; return the bytes of the file and how many pages or slides it has."""
        target = BytesIO()
        count = self.draw_into(target)
        return target.getvalue(), count


@dataclass(frozen=True, slots=True)
class EditionWriter:
    """What is done with the sheets of one edition.

    ``unit`` is what its files are counted in. ``load`` loads what the others need; ``families``
    names the fonts asked for a sheet's words, in their order; ``other_texts`` gives the texts of a
    file that are in none of its blocks; ``doubts`` finds what is doubtful about a profile in this
    edition alone. ``check`` raises ContentError. ``inspect`` finds what is wrong with the bytes
    of a file, of which the characters in ``missing`` are known to be without a glyph.
    """

    unit: str
    load: Callable[[], None]
    families: Callable[[Sheet], tuple[str, ...]]
    other_texts: Callable[[Document], Sequence[tuple[str, Place]]]
    doubts: Callable[[Profile, Document], Iterable[Problem]]
    check: Callable[[Sheet], Checked]
    inspect: Callable[[Sheet, bytes, Sequence[str]], Iterable[Problem]]


# --- booklet ---------------------------------------------------------------------------------


# 64 pages are 16 sheets, as many as an office stapler takes in the fold; 256 are a book.
_PAGES = LengthLimits("page", 64, 256, "more than 64 pages are too thick to be stapled in the fold")


def _load_booklet() -> None:
    import careerkit.pages
    import careerkit.pdf
    import careerkit.preflight.pdf.file  # noqa: F401  # loading them is all


def _check_booklet(sheet: Sheet) -> Checked:
    from careerkit.pages import IconSet, compose_pages
    from careerkit.pdf import write_pdf

    theme, library = sheet.theme, open_library(sheet.fonts)
    icons = IconSet(theme.icons, theme.icon_stroke)
    composed = compose_pages(sheet.document, theme.booklet, sheet.style, library, icons=icons)
    warnings = check_length(sheet, composed.page_count, composed.pages_by_section, _PAGES)

    def draw_into(target: BinaryIO) -> int:
        write_pdf(composed, target, colours=theme.colours)
        return composed.page_count

    return Checked(draw_into, warnings)


def _inspect_booklet(sheet: Sheet, content: bytes, missing: Sequence[str]) -> Iterable[Problem]:
    from careerkit.preflight.pdf.file import preflight_pdf
    from careerkit.preflight.pdf.rules import BOOKLET_RULES

    rules = replace(BOOKLET_RULES, page_mm=sheet.theme.booklet.page_mm)
    file = sheet.job.target.as_posix()
    return preflight_pdf(content, rules, file=file, missing=missing)


_BOOKLET = EditionWriter(
    unit="page",
    load=_load_booklet,
    families=lambda sheet: sheet.style.families,
    # The digits that its pages are counted with.
    other_texts=lambda document: [(document.digits, document.digits.place)],
    doubts=lambda _profile, _document: (),
    check=_check_booklet,
    inspect=_inspect_booklet,
)


# --- deck ------------------------------------------------------------------------------------


_SLIDES = LengthLimits("slide", 60, 300, "a talk has no time for more than 60 slides")


def _load_deck() -> None:
    import careerkit.pptx.presentation
    import careerkit.preflight.pptx.file  # noqa: F401  # loading them is all


def _check_deck(sheet: Sheet) -> Checked:
    from careerkit.pptx import draw_deck, plan_deck

    planned = plan_deck(
        sheet.document,
        sheet.theme,
        sheet.style,
        open_library(sheet.fonts),
        embed_fonts=sheet.job.embed_fonts,
    )
    warnings = check_length(sheet, len(planned.plans), planned.slides_by_section(), _SLIDES)
    return Checked(lambda target: draw_deck(planned, target), warnings)


def _inspect_deck(sheet: Sheet, content: bytes, _missing: Sequence[str]) -> Iterable[Problem]:
    from careerkit.preflight.pptx.file import preflight_pptx

    return preflight_pptx(content, file=sheet.job.target.as_posix())


_DECK = EditionWriter(
    unit="slide",
    load=_load_deck,
    families=lambda sheet: (sheet.theme.deck.measured_with, *sheet.style.families),
    other_texts=lambda _document: [],
    doubts=lambda profile, document: find_unspoken(profile.talk, document),
    check=_check_deck,
    inspect=_inspect_deck,
)


WRITERS: dict[Edition, EditionWriter] = {"booklet": _BOOKLET, "deck": _DECK}
