"""A document, a theme and a language's style go in; the plan of a whole deck comes out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from careerkit.document.blocks import Cover, Document, plain_text, spans
from careerkit.document.theme import Theme
from careerkit.slides.compose import compose
from careerkit.slides.frames import Slides
from careerkit.slides.measure import Measurer
from careerkit.slides.mirror import mirror_plans, mirror_slides
from careerkit.slides.plan import SlidePlan
from careerkit.slides.slide_layouts import make_layouts
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
