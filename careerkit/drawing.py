"""A sheet (blocks and how they are to look) goes in; the bytes of a file come out."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from careerkit.content.problem import Place, Problem
from careerkit.jobs import Job
from careerkit.layout.blocks import Document, spans
from careerkit.layout.theme import Theme
from careerkit.typography import FontLibrary, FontStack, LocaleStyle

if TYPE_CHECKING:
    from careerkit.layout import Edition


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file ready to be drawn: its blocks, and how they are to look.

    ``ingredients`` is the digest of all that goes into the file, ``missing`` the characters of it
    that no font here has, ``warnings`` what else is doubtful about its fonts and words.
    """

    job: Job
    document: Document
    theme: Theme
    style: LocaleStyle
    fonts: Path
    ingredients: str
    missing: tuple[str, ...] = ()
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished file: its bytes, and how many pages or slides it has.

    ``defects`` are warnings of what is wrong with the file itself.
    """

    content: bytes
    count: int
    defects: tuple[Problem, ...] = ()


def draw(sheet: Sheet) -> Drawing:
    """Draw one file."""
    target = BytesIO()
    library = open_library(sheet.fonts)
    with _garbage_left_lying():
        if sheet.job.edition == "booklet":
            from careerkit.booklet import write_booklet

            count = write_booklet(sheet.document, sheet.theme, sheet.style, library, target)
        else:
            from careerkit.deck import write_deck

            count = write_deck(
                sheet.document,
                sheet.theme,
                sheet.style,
                library,
                target,
                embed_fonts=sheet.job.embed_fonts,
            )
    return Drawing(target.getvalue(), count)


@contextmanager
def _garbage_left_lying() -> Iterator[None]:
    """Collect garbage between two files, not while one is drawn.

    ``command.run`` has switched collection off for all that stays to the end. Were that not set
    apart after the first file, going through it once would take as long as a deck.
    """
    gc.disable()
    try:
        yield
    finally:
        _set_apart_what_stays()
        gc.enable()


@cache
def _set_apart_what_stays() -> None:
    """Let collection pass over all that is there when the first file is drawn; once a process."""
    gc.freeze()


def draw_and_look(sheet: Sheet) -> Drawing:
    """Draw one file and look through it for defects of the drawing."""
    drawing = draw(sheet)
    file = sheet.job.target.as_posix()
    if sheet.job.edition == "booklet":
        from careerkit.preflight.booklet_file import preflight_pdf

        # What has no glyph was told before, with its place in the source.
        missing, page_mm = sheet.missing, sheet.theme.booklet.page_mm
        found = preflight_pdf(drawing.content, file=file, page_mm=page_mm, missing=missing)
    else:
        from careerkit.preflight.deck_file import preflight_pptx

        found = preflight_pptx(drawing.content, file=file)
    # The file is of use all the same, and whoever asked for it cannot mend it.
    defects = tuple(replace(problem, severity="warning") for problem in found)
    return replace(drawing, defects=defects)


def load_writer(edition: Edition) -> None:
    """Load what drawing an edition needs, so that it is there when a sheet is."""
    if edition == "booklet":
        import careerkit.booklet
        import careerkit.preflight.booklet_file
    else:
        import careerkit.deck.presentation
        import careerkit.preflight.deck_file  # noqa: F401  # loading them is all


def font_stack_of(sheet: Sheet) -> FontStack:
    """Return the fonts a file is drawn or measured with, in the order they are asked."""
    families = sheet.style.families
    if sheet.job.edition == "deck":
        families = (sheet.theme.deck.measured_with, *families)
    return open_library(sheet.fonts).stack(families)


def texts_of(sheet: Sheet) -> Iterator[tuple[str, Place]]:
    """Give each text of a file with its place; among them the digits its pages are counted with."""
    for span in spans(sheet.document):
        yield span.text, span.place
    if sheet.job.edition == "booklet":
        yield sheet.document.digits, sheet.document.digits.place


def find_missing_characters(sheet: Sheet) -> tuple[str, ...]:
    """Return the characters of a document that no font here has."""
    return font_stack_of(sheet).missing("".join(text for text, _ in texts_of(sheet)))


def check_embedding(sheet: Sheet) -> None:
    """Raise ContentError if a file is to carry a font whose licence does not let it be carried."""
    if sheet.job.embed_fonts:
        from careerkit.deck import fonts_to_embed

        fonts_to_embed(sheet.document, sheet.theme, sheet.style, open_library(sheet.fonts))


@cache
def open_library(fonts: Path) -> FontLibrary:
    """Return the one library of a process: a word it has shaped need not be shaped again."""
    return FontLibrary(fonts)
