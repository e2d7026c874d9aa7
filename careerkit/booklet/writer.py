"""A document of blocks and a theme go in; a tagged, print-ready A5 booklet comes out as PDF.

Sections by kind: ``cover`` (page 1), ``contents``, ``chapter``, ``spare`` (worksheet and notes
pages, taken in their order until the number of pages is a multiple of four) and ``back`` (the last
page). All but covers and spares run in one column that ``pagination`` parts into pages.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from careerkit.booklet import figure_blocks, roadmap, text_blocks  # noqa: F401  # register setters
from careerkit.booklet.pages import draw_back_cover, draw_cover, draw_running_page, text_area
from careerkit.booklet.pagination import Page, paginate, stretch
from careerkit.booklet.pen import Pen
from careerkit.booklet.setting import (
    ContentsEntry,
    Setting,
    line_slugs,
    plain,
    set_blocks,
)
from careerkit.booklet.slug import Slug, keep_with_next
from careerkit.booklet.structure import StructureElement
from careerkit.booklet.type_scale import MM, make_type_scale
from careerkit.content.problem import ContentError, Problem
from careerkit.layout.blocks import Cover, Document, Section
from careerkit.layout.theme import Theme
from careerkit.typography import FontLibrary, LocaleStyle

_KINDS = ("cover", "contents", "chapter", "spare", "back")
_SHEET = 4  # pages on a folded sheet
_WORTH_FILLING = 0.4  # of a page: room for a heading and a handful of ruled lines


@dataclass(frozen=True, slots=True)
class _RunningPage:
    """A page of the column or a spare page, and the section its running head names."""

    page: Page
    section: Section


def write_booklet(
    document: Document,
    theme: Theme,
    style: LocaleStyle,
    library: FontLibrary,
    target: BinaryIO,
) -> int:
    """Write a booklet and return its number of pages, a multiple of four.

    Raises ContentError for a section of a kind the booklet does not know and for a font family
    without files.
    """
    _check_kinds(document)
    sizes = theme.booklet
    page_size_pt = (sizes.page_mm[0] * MM, sizes.page_mm[1] * MM)
    scale = make_type_scale(theme, style, library)
    height = page_size_pt[1] - (sizes.margin_top_mm + sizes.margin_bottom_mm) * MM
    setting = Setting(
        scale=scale,
        theme=theme,
        width=page_size_pt[0] - (sizes.margin_inner_mm + sizes.margin_outer_mm) * MM,
        column_height=height - height % scale.grid_pt,
        contents=_contents(document),
    )
    pen = Pen(
        target,
        page_size_pt=page_size_pt,
        colours=theme.colours,
        language=document.language,
        title=document.title,
    )
    _compose_and_draw(document, setting, pen)
    pen.finish(authors=document.authors, description=document.description)
    return pen.page_index


def _check_kinds(document: Document) -> None:
    problems = [
        Problem(
            section.place,
            section.name,
            f'"{section.kind}" is not a kind of page a booklet has',
            f"the kinds are {', '.join(_KINDS)}",
        )
        for section in document.sections
        if section.kind not in _KINDS
    ]
    if problems:
        raise ContentError(problems)


def _contents(document: Document) -> tuple[ContentsEntry, ...]:
    return tuple(
        ContentsEntry(section.name, section.title)
        for section in document.sections
        if section.kind == "chapter" and section.title
    )


def _compose_and_draw(document: Document, setting: Setting, pen: Pen) -> None:
    """Compose all pages, then draw them: contents and running heads need to know them all."""
    root = pen.tree.root
    of_kind = {kind: [s for s in document.sections if s.kind == kind] for kind in _KINDS}
    by_name = {section.name: section for section in document.sections}
    covers = [(section, root.add("Sect")) for section in of_kind["cover"]]
    column: list[Slug] = []
    for section in document.sections:
        if section.kind in ("contents", "chapter"):
            column += _set_section(section, setting, root.add("Sect"))
    pages = _with_sections(_paginate(column, setting), by_name)
    wanted = -(len(covers) + len(pages) + len(of_kind["back"])) % _SHEET
    unused = of_kind["spare"][wanted:]
    if pages and unused:
        pages[-1] = _fill_up(pages[-1], unused[-1], setting, root)
    pages += _spare_pages(of_kind["spare"], wanted, setting, root)
    backs = [(section, root.add("Sect")) for section in of_kind["back"]]
    for number, running_page in enumerate(pages, start=len(covers) + 1):
        for placed in running_page.page.placed:
            if placed.slug.starts:
                setting.page_numbers[placed.slug.starts] = number

    seed = ""
    for section, element in covers:
        for block in section.blocks:
            if isinstance(block, Cover):
                seed = block.seed
                pen.bookmark(section.name, 0.0)
                pen.outline_entry(document.title, section.name)
                draw_cover(pen, block, setting, element)
        pen.end_page()
    for running_page in pages:
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
    for _ in range(-(pen.page_index + len(backs)) % _SHEET):
        pen.end_page()  # only a layout without a single spare section comes here
    for section, element in backs:
        slugs = _set_section(section, setting, element)
        draw_back_cover(pen, slugs, setting, seed=seed, page_number=pen.page_index + 1)
        pen.end_page()


def _spare_pages(
    spares: Sequence[Section], count: int, setting: Setting, root: StructureElement
) -> list[_RunningPage]:
    """Set as many spare sections as are wanted, one to a page; too few begin anew."""
    pages: list[_RunningPage] = []
    for turn in range(count if spares else 0):
        section = spares[turn % len(spares)]
        slugs = _set_section(section, setting, root.add("Sect"))
        if turn >= len(spares):
            slugs[0] = dataclasses.replace(slugs[0], starts="")  # one bookmark is enough
        page = stretch(slugs, setting.column_height, setting.scale.grid_pt)
        pages.append(_RunningPage(page, section))
    return pages


def _fill_up(
    last: _RunningPage, spare: Section, setting: Setting, root: StructureElement
) -> _RunningPage:
    """Set a spare section on what is left of the column's last page, if that is worth having."""
    height = setting.column_height
    if last.page.bottom > (1 - _WORTH_FILLING) * height:
        return last
    slugs = _set_section(spare, setting, root.add("Sect"))
    slugs[0] = dataclasses.replace(slugs[0], starts="")
    both = [*(placed.slug for placed in last.page.placed), *slugs]
    page = stretch(both, height, setting.scale.grid_pt)
    return _RunningPage(page, last.section) if page.bottom <= height else last


def _paginate(column: Sequence[Slug], setting: Setting) -> list[Page]:
    """Part the column into pages; ruled lines grow into what is left of theirs."""
    height, grid = setting.column_height, setting.scale.grid_pt
    return [
        stretch([placed.slug for placed in page.placed], height, grid)
        for page in paginate(column, height, grid)
    ]


def _with_sections(pages: Sequence[Page], by_name: dict[str, Section]) -> list[_RunningPage]:
    """Name the section each page's head is in: the one that starts there, or goes on there."""
    named: list[_RunningPage] = []
    current = ""
    for page in pages:
        starts = [placed.slug.starts for placed in page.placed if placed.slug.starts]
        at_head = page.placed[0].slug.starts or current
        named.append(_RunningPage(page, by_name[at_head]))
        current = starts[-1] if starts else at_head
    return named


def _set_section(section: Section, setting: Setting, parent: StructureElement) -> list[Slug]:
    """Set a section's title (``H1``) and its blocks; the first slug knows the section's name."""
    scale = setting.scale
    title = line_slugs(
        section.title, scale.section, setting.width, parent.add("H1"), colour="accent"
    )
    body = set_blocks(section.blocks, setting, parent)
    if title and body:
        gap = 0.45 * scale.grid_pt
        body[0] = dataclasses.replace(body[0], space_before=gap)
        slugs = keep_with_next(title, body)
    else:
        slugs = [*title, *body]
    if not slugs:
        return []
    slugs[0] = dataclasses.replace(
        slugs[0],
        starts=section.name,
        snap=True,
        space_before=1.8 * scale.grid_pt,
    )
    return slugs


def _bookmark_sections(
    pen: Pen,
    running_page: _RunningPage,
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
