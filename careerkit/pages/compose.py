"""A document of blocks and the sizes of a page go in; composed pages come out, as plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from careerkit.document.blocks import Cover, Document, Section
from careerkit.document.spans import Span
from careerkit.document.theme import BookletSizes
from careerkit.document.traversal import spans
from careerkit.pages.block_setters import set_block
from careerkit.pages.cover import compose_cover
from careerkit.pages.furniture import compose_back_cover, compose_running_page, text_area
from careerkit.pages.icon import IconSet
from careerkit.pages.marks import Mark, NamedPlace, OutlineEntry, PageReference, StripMark, TextMark
from careerkit.pages.mirror import mirror_page
from careerkit.pages.page import Box, Boxes, ComposedPages, Page
from careerkit.pages.sections import (
    PAGES_OF_A_SHEET,
    PlacedSections,
    RunningPage,
    place_sections,
)
from careerkit.pages.setting import ContentsEntry, Setting, plain
from careerkit.pages.structure import StructureElement
from careerkit.pages.type_scale import MM, make_type_scale
from careerkit.typography import FontLibrary, LocaleStyle, break_text, measure_ink


def compose_pages(
    document: Document,
    sizes: BookletSizes,
    style: LocaleStyle,
    library: FontLibrary,
    *,
    icons: IconSet,
    page_multiple: int | None = PAGES_OF_A_SHEET,
) -> ComposedPages:
    """Set a document on pages of a size, as many as make a multiple of some number.

    None is for loose sheets, which nothing has to be filled up to: all spare pages are there.

    Raises ContentError for a section of a kind that pages do not know and for a font family
    without files.
    """
    setting = make_setting(document, sizes, style, library, icons=icons)
    tree = StructureElement("Document", language=document.language)
    placed = place_sections(document, setting, tree, page_multiple)
    return finish_pages(
        _fill_pages(placed, document, setting, page_multiple),
        document,
        setting,
        tree,
        page_numbers=placed.page_numbers(),
        pages_by_section=Counter(page.section.name for page in placed.pages),
    )


def finish_pages(
    pages: Iterable[Iterable[StripMark]],
    document: Document,
    setting: Setting,
    tree: StructureElement,
    *,
    page_numbers: Mapping[str, int],
    pages_by_section: Mapping[str, int],
) -> ComposedPages:
    """Return the pages of a document from the marks of each, laid out from left to right.

    ``page_numbers`` are those of the sections that the marks refer to, by name.
    """
    boxes = Boxes(Box(0.0, 0.0, *(side * MM for side in setting.sizes.page_mm)))
    finished = [Page(tuple(_with_numbers(marks, page_numbers, setting)), boxes) for marks in pages]
    if document.direction == "rtl":
        finished = [mirror_page(page) for page in finished]
    return ComposedPages(
        pages=tuple(finished),
        tree=tree,
        title=document.title,
        language=document.language,
        direction=document.direction,
        authors=document.authors,
        description=document.description,
        pages_by_section=pages_by_section,
    )


def make_setting(
    document: Document,
    sizes: BookletSizes,
    style: LocaleStyle,
    library: FontLibrary,
    *,
    icons: IconSet,
) -> Setting:
    """Return what a document's blocks are set with, in a column between a page's margins."""
    texts = ((span.text, span.language) for span in spans(document))
    ink = measure_ink(texts, library.stack(style.families))
    scale = make_type_scale(
        sizes, style, library, right_to_left=document.direction == "rtl", ink=ink
    )
    height = (sizes.page_mm[1] - sizes.margin_top_mm - sizes.margin_bottom_mm) * MM
    return Setting(
        scale=scale,
        sizes=sizes,
        icons=icons,
        width=(sizes.page_mm[0] - sizes.margin_inner_mm - sizes.margin_outer_mm) * MM,
        column_height=height - height % scale.grid_pt,
        set_block=set_block,
        digits=document.digits,
        contents=tuple(
            ContentsEntry(section.name, section.title)
            for section in document.sections
            if section.kind == "chapter" and section.title
        ),
    )


def _fill_pages(
    placed: PlacedSections, document: Document, setting: Setting, page_multiple: int | None
) -> Iterator[list[StripMark]]:
    """Give the marks of each page: covers, running pages, empty ones, backs."""
    seed = ""
    for front in placed.fronts:
        marks: list[StripMark] = []
        for block in front.section.blocks:
            if isinstance(block, Cover):
                seed = block.seed
                marks.append(NamedPlace(0.0, 0.0, front.section.name))
                marks.append(OutlineEntry(document.title, front.section.name))
                marks += compose_cover(block, setting, front.element)
        yield marks
    by_name = {section.name: section for section in document.sections}
    first = len(placed.fronts) + 1
    for number, running in enumerate(placed.pages, start=first):
        yield [
            *_name_sections(running, setting, by_name, number),
            *compose_running_page(
                running.page, running.section, setting, page_number=number, seed=seed
            ),
        ]
    # Only a layout without a single spare section has empty pages.
    filled = len(placed.fronts) + len(placed.pages)
    empty = -(filled + len(placed.backs)) % (page_multiple or 1)
    yield from ([] for _ in range(empty))
    for number, back in enumerate(placed.backs, start=filled + empty + 1):
        yield [
            NamedPlace(0.0, 0.0, back.section.name),
            *compose_back_cover(back.strips, setting, page_number=number, seed=seed),
        ]


def _name_sections(
    running: RunningPage, setting: Setting, by_name: Mapping[str, Section], page_number: int
) -> Iterator[Mark]:
    """Name the places where sections begin on a page, and list them in the outline."""
    _, head = text_area(setting.sizes, page_number)
    for placed in running.page.placed:
        name = placed.strip.starts
        if name:
            top = max(0.0, head + placed.top - setting.scale.grid_pt)
            yield NamedPlace(0.0, top, name)
            if by_name[name].title:
                yield OutlineEntry(plain(by_name[name].title), name)


def _with_numbers(
    marks: Iterable[StripMark], numbers: Mapping[str, int], setting: Setting
) -> Iterator[Mark]:
    """Give marks with the page numbers that they leave room for."""
    for mark in marks:
        if not isinstance(mark, PageReference):
            yield mark
            continue
        element, style = mark.element, mark.style
        number = Span(setting.numeral(numbers[mark.section]), element.language, strong=True)
        for line in break_text((number,), style, mark.width):
            x = mark.x + mark.width - line.width_pt
            yield TextMark(x, mark.baseline, line, style.size_pt, mark.colour, element)
