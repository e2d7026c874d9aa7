"""A document of blocks and a theme go in; a tagged, print-ready A5 booklet comes out as PDF."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import BinaryIO

from careerkit.document.blocks import Cover, Document, Section, spans
from careerkit.document.theme import Theme

# The modules of setters are imported to register them with `set_block`.
from careerkit.pages import (  # noqa: F401
    contents,
    figure_blocks,
    lists,
    roadmap,
    table,
    text_blocks,
)
from careerkit.pages.composition import (
    PAGES_OF_A_SHEET,
    Composition,
    RunningPage,
    compose,
)
from careerkit.pages.pages import draw_back_cover, draw_cover, draw_running_page, text_area
from careerkit.pages.setting import ContentsEntry, Setting, plain
from careerkit.pages.type_scale import MM, make_type_scale
from careerkit.pdf.pen import Pen
from careerkit.pdf.structure import StructureTree
from careerkit.typography import FontLibrary, LocaleStyle, measure_ink


@dataclass(frozen=True, slots=True)
class ComposedBooklet:
    """A booklet whose pages are known, and not yet drawn.

    It can be drawn once: that fills in the tag tree.
    """

    document: Document
    setting: Setting
    tree: StructureTree
    composition: Composition

    @property
    def page_count(self) -> int:
        """The number of pages, a multiple of four."""
        composition = self.composition
        count = len(composition.fronts) + len(composition.pages) + len(composition.backs)
        return count + -count % PAGES_OF_A_SHEET

    def pages_by_section(self) -> Counter[str]:
        """Count the pages that each section begins or goes on at the head of, by its title."""
        return Counter(
            plain(page.section.title) or page.section.name for page in self.composition.pages
        )


def compose_booklet(
    document: Document, theme: Theme, style: LocaleStyle, library: FontLibrary
) -> ComposedBooklet:
    """Set a document and part it into pages.

    Raises ContentError for a section of a kind the booklet does not know and for a font family
    without files.
    """
    sizes = theme.booklet
    right_to_left = document.direction == "rtl"
    texts = ((span.text, span.language) for span in spans(document))
    ink = measure_ink(texts, library.stack(style.families))
    scale = make_type_scale(theme, style, library, right_to_left=right_to_left, ink=ink)
    height = (sizes.page_mm[1] - sizes.margin_top_mm - sizes.margin_bottom_mm) * MM
    setting = Setting(
        scale=scale,
        theme=theme,
        width=(sizes.page_mm[0] - sizes.margin_inner_mm - sizes.margin_outer_mm) * MM,
        column_height=height - height % scale.grid_pt,
        digits=document.digits,
        contents=_contents_entries(document),
    )
    tree = StructureTree(document.language)
    composition = compose(document, setting, tree.root)
    setting.page_numbers.update(composition.page_numbers())
    return ComposedBooklet(document, setting, tree, composition)


def draw_booklet(composed: ComposedBooklet, target: BinaryIO) -> int:
    """Draw a composed booklet and return its number of pages."""
    document, theme = composed.document, composed.setting.theme
    pen = Pen(
        target,
        composed.tree,
        page_size_pt=(theme.booklet.page_mm[0] * MM, theme.booklet.page_mm[1] * MM),
        colours=theme.colours,
        language=document.language,
        title=document.title,
        right_to_left=document.direction == "rtl",
    )
    _draw(composed.composition, document, composed.setting, pen)
    pen.finish(authors=document.authors, description=document.description)
    return pen.page_index


def write_booklet(
    document: Document,
    theme: Theme,
    style: LocaleStyle,
    library: FontLibrary,
    target: BinaryIO,
) -> int:
    """Compose a booklet and draw it; return its number of pages."""
    return draw_booklet(compose_booklet(document, theme, style, library), target)


def _contents_entries(document: Document) -> tuple[ContentsEntry, ...]:
    return tuple(
        ContentsEntry(section.name, section.title)
        for section in document.sections
        if section.kind == "chapter" and section.title
    )


def _draw(composition: Composition, document: Document, setting: Setting, pen: Pen) -> None:
    seed = _draw_fronts(composition, document, setting, pen)
    by_name = {section.name: section for section in document.sections}
    for running_page in composition.pages:
        _bookmark_sections(pen, running_page, setting, by_name)
        draw_running_page(
            pen,
            running_page.page,
            setting,
            page_number=pen.page_index + 1,
            running_head=running_page.section.title,
            icon=running_page.section.icon,
            seed=seed,
        )
        pen.end_page()
    for _ in range(-(pen.page_index + len(composition.backs)) % PAGES_OF_A_SHEET):
        pen.end_page()  # only a layout without a single spare section comes here
    for back in composition.backs:
        pen.bookmark(back.section.name, 0.0)
        draw_back_cover(pen, back.slugs, setting, seed=seed, page_number=pen.page_index + 1)
        pen.end_page()


def _draw_fronts(composition: Composition, document: Document, setting: Setting, pen: Pen) -> str:
    """Draw the covers and return the seed of their art, "" where there is none."""
    seed = ""
    for front in composition.fronts:
        for block in front.section.blocks:
            if isinstance(block, Cover):
                seed = block.seed
                pen.bookmark(front.section.name, 0.0)
                pen.outline_entry(document.title, front.section.name)
                draw_cover(pen, block, setting, front.element)
        pen.end_page()
    return seed


def _bookmark_sections(
    pen: Pen,
    running_page: RunningPage,
    setting: Setting,
    by_name: dict[str, Section],
) -> None:
    _, head = text_area(setting, pen.page_index + 1)
    for placed in running_page.page.placed:
        name = placed.slug.starts
        if name:
            pen.bookmark(name, max(0.0, head + placed.top - setting.scale.grid_pt))
            if by_name[name].title:
                pen.outline_entry(plain(by_name[name].title), name)
