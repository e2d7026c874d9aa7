"""The plan of a deck goes in; a PPTX file comes out, and how long it is."""

from __future__ import annotations

from typing import BinaryIO

from careerkit.document.blocks import Document
from careerkit.document.theme import Theme
from careerkit.pptx.master import Language, template
from careerkit.slides.deck import PlannedDeck, plan_deck
from careerkit.slides.faces import choose_faces
from careerkit.typography import FontLibrary, LocaleStyle


def draw_deck(planned: PlannedDeck, target: BinaryIO) -> int:
    """Write a planned deck and return how many slides it has.

    Raises ContentError where a picture cannot be read. The same plan gives the same bytes.
    """
    # python-pptx takes 160 ms to import, which a document that cannot be planned need not wait for.
    from careerkit.pptx.presentation import write_presentation

    document, theme = planned.document, planned.theme
    is_rtl = document.direction == "rtl"
    faces = choose_faces(theme.deck.face, planned.style, planned.carried)
    language = Language(document.language, is_rtl)
    write_presentation(
        template(theme, faces, planned.slides, language, planned.seed),
        planned.plans,
        document,
        target,
        theme=theme,
        is_rtl=is_rtl,
        carried=planned.carried,
    )
    return len(planned.plans)


def write_deck(
    document: Document,
    theme: Theme,
    style: LocaleStyle,
    library: FontLibrary,
    target: BinaryIO,
    *,
    embed_fonts: bool = False,
) -> int:
    """Plan a deck and write it; return how many slides it has."""
    return draw_deck(plan_deck(document, theme, style, library, embed_fonts=embed_fonts), target)
