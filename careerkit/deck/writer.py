"""A document, a theme and a language's style go in; a PPTX file comes out, and how long it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import BinaryIO

from careerkit.deck.compose import compose
from careerkit.deck.faces import choose_faces
from careerkit.deck.frames import Slides
from careerkit.deck.master import Language, template
from careerkit.deck.measure import Measurer
from careerkit.deck.mirror import mirror_plans, mirror_slides
from careerkit.deck.plan import SlidePlan
from careerkit.deck.slide_layouts import make_layouts
from careerkit.layout.blocks import Cover, Document, plain_text, spans
from careerkit.layout.theme import Theme
from careerkit.typography import FontLibrary, LocaleStyle, stated_line_height
from careerkit.typography.embeddable import CarriedFamily, choose_carried


@dataclass(frozen=True, slots=True)
class PlannedDeck:
    """A deck whose slides are known, and not yet written."""

    document: Document
    theme: Theme
    style: LocaleStyle
    slides: Slides
    plans: tuple[SlidePlan, ...]
    carried: tuple[CarriedFamily, ...]
    seed: str

    def slides_by_section(self) -> dict[str, int]:
        """Count the slides of each section, by its title or else its name."""
        names = {
            section.name: plain_text(section.title) or section.name
            for section in self.document.sections
        }
        return dict(Counter(names[plan.section] for plan in self.plans))


def plan_deck(
    document: Document,
    theme: Theme,
    style: LocaleStyle,
    library: FontLibrary,
    *,
    embed_fonts: bool = False,
) -> PlannedDeck:
    """Plan each slide of a document.

    ``embed_fonts`` puts the fonts it is measured with into it. Raises ContentError where a font's
    licence does not let it be embedded.
    """
    carried = fonts_to_embed(document, theme, style, library) if embed_fonts else ()
    # What a presenter's machine has is known where it is a family that the booklet is set in.
    known = [name for name in style.deck_families if library.has(name)]
    faces = [each.regular for each in library.stack(known).families] if known else []
    line_height = stated_line_height([*faces, *(family.regular for family in carried)])
    slides = make_layouts(theme.deck, style, line_height)
    is_rtl = document.direction == "rtl"
    measure = Measurer(theme.deck, style, library, is_rtl=is_rtl, is_embedded=embed_fonts)
    seed = _seed(document)
    plans = compose(document, slides, measure, theme.deck.items_on_a_slide, seed)
    if is_rtl:
        slides = mirror_slides(slides)
        plans = mirror_plans(plans, slides)
    return PlannedDeck(document, theme, style, slides, tuple(plans), carried, seed)


def draw_deck(planned: PlannedDeck, target: BinaryIO) -> int:
    """Write a planned deck and return how many slides it has.

    Raises ContentError where a picture cannot be read. The same plan gives the same bytes.
    """
    # python-pptx takes 160 ms to import, which a document that cannot be planned need not wait for.
    from careerkit.deck.presentation import write_presentation

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


def fonts_to_embed(
    document: Document, theme: Theme, style: LocaleStyle, library: FontLibrary
) -> tuple[CarriedFamily, ...]:
    """Return the families that set a document's words. Raises ContentError; see plan_deck."""
    text = "".join(span.text for span in spans(document))
    return choose_carried(text, (theme.deck.measured_with, *style.families), library)


def _seed(document: Document) -> str:
    """Return what the art grows from: the cover's seed, or the title where there is no cover."""
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Cover):
                return block.seed
    return document.title
