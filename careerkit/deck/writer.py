"""A document, a theme and a language's style go in; a PPTX file comes out, and how long it is."""

from __future__ import annotations

from typing import BinaryIO

from careerkit.deck.compose import compose
from careerkit.deck.faces import choose_faces
from careerkit.deck.master import Language, template
from careerkit.deck.measure import Measurer
from careerkit.deck.mirror import mirror_plans, mirror_slides
from careerkit.deck.slide_layouts import make_layouts
from careerkit.layout.blocks import Cover, Document, spans
from careerkit.layout.theme import Theme
from careerkit.typography import FontLibrary, LocaleStyle
from careerkit.typography.embeddable import CarriedFamily, choose_carried


def write_deck(
    document: Document,
    theme: Theme,
    style: LocaleStyle,
    library: FontLibrary,
    target: BinaryIO,
    *,
    embed_fonts: bool = False,
) -> int:
    """Write the deck and return how many slides it has.

    ``embed_fonts`` puts the fonts it is measured with into it. Raises ContentError where a picture
    cannot be read, or a font's licence does not let it be embedded. The same arguments give the
    same bytes.
    """
    slides = make_layouts(theme.deck, style)
    is_rtl = document.direction == "rtl"
    measure = Measurer(theme.deck, style, library, is_rtl=is_rtl, is_embedded=embed_fonts)
    seed = _seed(document)
    plans = compose(document, slides, measure, theme.deck.items_on_a_slide, seed)
    if is_rtl:
        slides = mirror_slides(slides)
        plans = mirror_plans(plans, slides)
    carried = fonts_to_embed(document, theme, style, library) if embed_fonts else ()

    # python-pptx takes 160 ms to import, which a document that cannot be planned need not wait for.
    from careerkit.deck.presentation import write_presentation

    faces = choose_faces(theme.deck.face, style, carried)
    empty = template(theme, faces, slides, Language(document.language, is_rtl), seed)
    write_presentation(empty, plans, document, target, theme=theme, is_rtl=is_rtl, carried=carried)
    return len(plans)


def fonts_to_embed(
    document: Document, theme: Theme, style: LocaleStyle, library: FontLibrary
) -> tuple[CarriedFamily, ...]:
    """Return the families that set a document's words. Raises ContentError; see write_deck."""
    text = "".join(span.text for span in spans(document))
    return choose_carried(text, (theme.deck.measured_with, *style.families), library)


def _seed(document: Document) -> str:
    """Return what the art grows from: the cover's seed, or the title where there is no cover."""
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Cover):
                return block.seed
    return document.title
