"""A document's sections go in; which page holds what of them comes out.

Sections by kind: ``cover`` (page 1), ``contents``, ``chapter``, ``spare`` (worksheet and notes
pages, taken in their order until the number of pages is a multiple of some number, in a booklet of
four) and ``back`` (the last page). All but covers and spares run in one column that ``pagination``
parts into pages; so does what should have a page of its own and has too many words for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, assert_never, get_args

from careerkit.content.problem import ContentError, Problem
from careerkit.document import blocks
from careerkit.document.blocks import Document, Section
from careerkit.document.section_kinds import BoundKind, is_bound_kind
from careerkit.pages.cover import cover_fits
from careerkit.pages.pagination import FilledPage, fits_one_page, paginate, stretch
from careerkit.pages.setting import Setting, set_blocks, text_strips
from careerkit.pages.strip import Strip, keep_together, keep_with_next
from careerkit.pages.structure import StructureElement

PAGES_OF_A_SHEET = 4  # of a booklet, folded
_Placing: TypeAlias = Literal["front", "column", "spare", "back"]
_CLOSER_ENTRIES = 0.2  # of the grid, below a line of the list of contents
_WORTH_FILLING = 0.4  # of a page: room for a heading and a handful of ruled lines


@dataclass(frozen=True, slots=True)
class RunningPage:
    """A page of the column or a spare page, and the section its running head names."""

    page: FilledPage
    section: Section


@dataclass(frozen=True, slots=True)
class SetSection:
    """A section set apart from the column: its strips, and its own element of the tag tree."""

    section: Section
    element: StructureElement
    strips: list[Strip]

    def join(self, root: StructureElement) -> SetSection:
        """Give the element its place in the tag tree: after all that stands there."""
        root.adopt(self.element)
        return self


@dataclass(frozen=True, slots=True)
class PlacedSections:
    """What of a document's sections stands on which page: covers, running pages, backs."""

    fronts: tuple[SetSection, ...]
    pages: tuple[RunningPage, ...]
    backs: tuple[SetSection, ...]

    def page_numbers(self) -> dict[str, int]:
        """Return the page each section begins on, by its name; the cover is page 1."""
        return {
            placed.strip.starts: number
            for number, running_page in enumerate(self.pages, start=len(self.fronts) + 1)
            for placed in running_page.page.placed
            if placed.strip.starts
        }


def place_sections(
    document: Document, setting: Setting, root: StructureElement, page_multiple: int | None
) -> PlacedSections:
    """Set all sections and part them into pages; the tag tree grows in reading order.

    Spare pages come as the number of pages has to be a multiple of some number; if of none, all.
    Raises ContentError for a section of a kind the booklet does not know.
    """
    placings = _place_kinds(document)
    apart = {
        section.name: _set_apart(section, setting, root)
        for section in document.sections
        if placings[section.name] != "column"
    }
    single = {name: each for name, each in apart.items() if _fits_a_page(each, setting)}

    def placed(where: _Placing) -> list[SetSection]:
        return [each for name, each in single.items() if placings[name] == where]

    fronts = tuple(each.join(root) for each in placed("front"))
    columns: list[list[Strip]] = [[]]
    for section in document.sections:
        if section.name in single:
            continue
        if section.kind != "contents":
            columns[-1] += set_section(section, setting, root.add("Sect", name=section.name))
            continue
        contents = _set_contents_section(section, setting, root)
        if _is_one_page(contents.strips, setting):
            columns[-1] += keep_together(contents.strips)
        else:  # what follows begins on a page of its own, not below the end of a list
            columns += [[*columns.pop(), *contents.strips], []]
    pages = _with_sections(
        [page for column in columns for page in _paginate(column, setting)], document
    )
    spares = [each for each in placed("spare") if each.strips]
    filled = len(fronts) + len(pages) + len(placed("back"))
    wanted = len(spares) if page_multiple is None else -filled % page_multiple
    unused = spares[wanted:]
    if pages and unused:
        pages[-1] = _fill_up(pages[-1], unused[-1], setting, root)
    pages += _spare_pages(spares, wanted, setting, root)
    backs = tuple(each.join(root) for each in placed("back"))
    return PlacedSections(fronts, tuple(pages), backs)


def _set_contents_section(section: Section, setting: Setting, root: StructureElement) -> SetSection:
    """Set the section with the list of contents, its entries closer if that gives it one page."""
    usual = _set_apart(section, setting, root)
    if not _is_one_page(usual.strips, setting):
        closer = _set_apart(section, replace(setting, below_entry=_CLOSER_ENTRIES), root)
        if _is_one_page(closer.strips, setting):
            return closer.join(root)
    return usual.join(root)


def _set_apart(section: Section, setting: Setting, root: StructureElement) -> SetSection:
    """Set a section that has a page of its own; covers draw themselves."""
    element = StructureElement("Sect", language=root.language, name=section.name)
    strips = [] if section.kind == "cover" else set_section(section, setting, element)
    return SetSection(section, element, strips)


def _fits_a_page(apart: SetSection, setting: Setting) -> bool:
    """Say whether a cover, a spare or a back fits on the one page it should have."""
    if apart.section.kind == "cover":
        return all(
            cover_fits(block, setting)
            for block in apart.section.blocks
            if isinstance(block, blocks.Cover)
        )
    return _is_one_page(apart.strips, setting)


def _is_one_page(strips: list[Strip], setting: Setting) -> bool:
    return fits_one_page(strips, setting.column_height, setting.scale.grid_pt)


def set_section(section: Section, setting: Setting, parent: StructureElement) -> list[Strip]:
    """Set a section's title (``H1``) and its blocks; the first strip knows the section's name."""
    scale = setting.scale
    title = text_strips(
        section.title, scale.section, setting.width, parent.add("H1"), colour="accent"
    )
    body = set_blocks(section.blocks, setting, parent)
    if title and body:
        body[0] = body[0]._replace(space_before=0.45 * scale.grid_pt)
        strips = keep_with_next(title, body)
    else:
        strips = [*title, *body]
    if strips:
        strips[0] = strips[0]._replace(
            starts=section.name, heads=bool(title), snap=True, space_before=1.8 * scale.grid_pt
        )
    return strips


def _placing(kind: BoundKind) -> _Placing:
    """Say where sections of a kind stand."""
    match kind:
        case "cover":
            return "front"
        case "contents" | "chapter":
            return "column"
        case "spare":
            return "spare"
        case "back":
            return "back"
        case _:
            assert_never(kind)


def _place_kinds(document: Document) -> dict[str, _Placing]:
    """Say by its name where each section stands. Raises ContentError for other kinds."""
    placings: dict[str, _Placing] = {}
    problems: list[Problem] = []
    for section in document.sections:
        if is_bound_kind(section.kind):
            placings[section.name] = _placing(section.kind)
            continue
        message = f'"{section.kind}" is not a kind of page a booklet has'
        hint = f"the kinds are {', '.join(get_args(BoundKind))}"
        problems.append(Problem(section.place, section.name, message, hint))
    if problems:
        raise ContentError(problems)
    return placings


def _spare_pages(
    spares: Sequence[SetSection], count: int, setting: Setting, root: StructureElement
) -> list[RunningPage]:
    """Stretch as many spare sections as are wanted, each to a page; the last comes again."""
    pages: list[RunningPage] = []
    for turn in range(count if spares else 0):
        spare = spares[min(turn, len(spares) - 1)]
        if turn >= len(spares):
            spare = _set_apart(spare.section, setting, root)
            spare.strips[0] = spare.strips[0]._replace(starts="")  # one bookmark will do
        page = stretch(spare.join(root).strips, setting.column_height, setting.scale.grid_pt)
        pages.append(RunningPage(page, spare.section))
    return pages


def _fill_up(
    last: RunningPage, spare: SetSection, setting: Setting, root: StructureElement
) -> RunningPage:
    """Set a spare section on what is left of the column's last page, if that is worth having."""
    height = setting.column_height
    if last.page.bottom > (1 - _WORTH_FILLING) * height:
        return last
    first = spare.strips[0]._replace(starts="")
    both = [*(placed.strip for placed in last.page.placed), first, *spare.strips[1:]]
    page = stretch(both, height, setting.scale.grid_pt)
    if page.bottom > height:
        return last
    spare.join(root)
    return RunningPage(page, last.section)


def _paginate(column: Sequence[Strip], setting: Setting) -> list[FilledPage]:
    """Part the column into pages; ruled lines grow into what is left of theirs."""
    height, grid = setting.column_height, setting.scale.grid_pt
    return [
        stretch([placed.strip for placed in page.placed], height, grid)
        for page in paginate(column, height, grid)
    ]


def _with_sections(pages: Sequence[FilledPage], document: Document) -> list[RunningPage]:
    """Name the section each page's head is in: the one that starts there, or goes on there."""
    by_name = {section.name: section for section in document.sections}
    named: list[RunningPage] = []
    current = ""
    for page in pages:
        starts = [placed.strip.starts for placed in page.placed if placed.strip.starts]
        at_head = page.placed[0].strip.starts or current
        named.append(RunningPage(page, by_name[at_head]))
        current = starts[-1] if starts else at_head
    return named
