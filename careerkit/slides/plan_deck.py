"""A document, a theme and a language's style go in; the plan of a whole deck comes out.

Blocks are composed into what each section's slides are to show, and that is planned onto slides of
the layouts that there are. A writer only writes them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from careerkit.document.blocks import Cover, Document
from careerkit.document.theme import Theme
from careerkit.document.traversal import spans
from careerkit.slides.compose import compose_slides
from careerkit.slides.faces import Faces, choose_faces
from careerkit.slides.make_master import make_master
from careerkit.slides.measure import Measurer
from careerkit.slides.mirror import mirror_master, mirror_plans
from careerkit.slides.plan import SlidePlan
from careerkit.slides.planner import Planner
from careerkit.slides.section_planner import SectionPlanner
from careerkit.slides.slide_master import SlideMaster
from careerkit.slides.titles import Titles
from careerkit.typography import FontLibrary, LocaleStyle, stated_line_height
from careerkit.typography.embeddable import CarriedFamily, choose_carried


@dataclass(frozen=True, slots=True)
class PlannedDeck:
    """A deck whose slides are known, and not yet written. The master's art grows from ``seed``."""

    document: Document
    theme: Theme
    faces: Faces
    master: SlideMaster
    plans: tuple[SlidePlan, ...]
    carried: tuple[CarriedFamily, ...]
    seed: str

    @property
    def slide_count(self) -> int:
        """The number of slides."""
        return len(self.plans)

    def slides_by_section(self) -> dict[str, int]:
        """Count the slides of each section, by its name."""
        return Counter(plan.section for plan in self.plans)


def plan_deck(
    document: Document,
    theme: Theme,
    style: LocaleStyle,
    library: FontLibrary,
    *,
    embed_fonts: bool = False,
    master: SlideMaster | None = None,
) -> PlannedDeck:
    """Plan each slide of a document, on the layouts of a master: the theme's own without one.

    ``embed_fonts`` puts the fonts it is measured with into it. Raises ContentError where a font's
    licence does not let it be embedded, and where a picture cannot be read.
    """
    carried = fonts_to_embed(document, theme, style, library) if embed_fonts else ()
    if master is None:
        master = make_master(theme.deck, style, _least_line_height(style, library, carried))
    is_rtl = document.direction == "rtl"
    measure = Measurer(theme.deck, style, library, is_rtl=is_rtl, is_embedded=embed_fonts)
    seed = _seed(document)
    plans = _plan_slides(document, theme, master, measure, seed)
    if is_rtl:
        master = mirror_master(master)
        plans = mirror_plans(plans, master)
    faces = choose_faces(theme.deck.face, style, carried)
    return PlannedDeck(document, theme, faces, master, plans, carried, seed)


def _plan_slides(
    document: Document, theme: Theme, master: SlideMaster, measure: Measurer, seed: str
) -> tuple[SlidePlan, ...]:
    titles = Titles(measure, document.slides.continued)
    most = theme.deck.items_on_a_slide
    plans: list[SlidePlan] = []
    sections = compose_slides(document)
    for section in sections:
        planner = Planner(section.name, master, measure, most, has_icon=bool(section.icon))
        plans += SectionPlanner(document, section, planner, titles, theme.icons, seed).plan()
    # No two slides have one title, of whatever sections they are.
    labels = {section.name: section.label for section in sections}
    return tuple(titles.number(plans, labels))


def _least_line_height(
    style: LocaleStyle, library: FontLibrary, carried: Sequence[CarriedFamily]
) -> float:
    """Return the line height of the face that slides are drawn with, as far as it is known."""
    # What a presenter's machine has is known where it is a family that the booklet is set in.
    known = [name for name in style.deck_families if library.has(name)]
    faces = [each.regular for each in library.stack(known).families] if known else []
    return stated_line_height([*faces, *(family.regular for family in carried)])


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
