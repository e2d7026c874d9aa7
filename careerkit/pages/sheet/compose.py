"""A document of panels goes in; two sides of one sheet come out, and what found no room on them.

The head of the first side is the career's art and name, the foot of the second its sources; the
panels run in columns between, in their order. The largest type is taken in which all that is wanted
fits; at the least size portions are left out, the least important first (``plan``). What room is
then left goes to the art, to ruled lines, and between the panels.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from careerkit.art.artwork import cover_art, section_strip
from careerkit.content.problem import ContentError, Problem
from careerkit.document.blocks import Cover, Document
from careerkit.document.section_kinds import SheetKind, is_sheet_kind
from careerkit.document.spans import Inline, Span
from careerkit.document.theme import BookletSizes
from careerkit.pages.art import art_marks
from careerkit.pages.compose import finish_pages, make_setting
from careerkit.pages.icon import IconSet
from careerkit.pages.marks import (
    NamedPlace,
    OutlineEntry,
    PathMark,
    StripMark,
    TextMark,
)
from careerkit.pages.page import ComposedPages
from careerkit.pages.setting import Setting, baseline_in, plain
from careerkit.pages.sheet.columns import (
    fits,
    keep_sections,
    part_into_columns,
    spread,
    stack_height,
    stretch,
)
from careerkit.pages.sheet.panels import SheetStrips, Trial
from careerkit.pages.sheet.plan import choose_portions, choose_size, paths_of
from careerkit.pages.sheet.selection import (
    LAST_WANTED,
    MOST_IMPORTANT,
    LeftOut,
    PortionPath,
    list_left_out,
    list_portions,
    select,
)
from careerkit.pages.sheet.sizes import (
    COLUMNS,
    TypeArea,
    list_body_sizes,
    make_type_area,
    sheet_sizes,
)
from careerkit.pages.strip import Strip, stack
from careerkit.pages.structure import StructureElement
from careerkit.pages.type_scale import MM, make_type_scale
from careerkit.typography import FontLibrary, LocaleStyle, break_text

_STRIP_PT = 8 * MM  # of art, on the second side, and the least of it on the first
_ART = (0.3, 0.24, 0.18, 0.13, 0.09, 0.06)  # of the first side's height, from the best on
_LARGE_ART = 0.08  # of it, from where on it is drawn as a cover's is
_BELOW_MASTHEAD = 1.2  # of the grid
_BELOW_RUNNING_HEAD = 0.4
_ABOVE_FOOT = 0.7
_MOST_BETWEEN_PANELS = 1.4  # of the grid: what is added where a column has room
_LONGEST_HEAD = 200  # characters; no line of small print has room for as many


@dataclass(frozen=True, slots=True)
class ComposedSheet:
    """Both sides of a sheet, the size of its running text, and the words that found no room."""

    pages: ComposedPages
    body_pt: float
    left_out: tuple[LeftOut, ...]


def compose_sheet(
    document: Document,
    sizes: BookletSizes,
    style: LocaleStyle,
    library: FontLibrary,
    *,
    page_mm: tuple[float, float],
    icons: IconSet,
) -> ComposedSheet:
    """Set a document on both sides of one sheet; ``sizes`` are those of its theme's booklet.

    Raises ContentError for a section of a kind that a sheet does not know and for a font family
    without files.
    """
    _check_kinds(document)
    portions = list_portions(document.sections)
    wanted = paths_of(each for each in portions if each.priority <= LAST_WANTED)
    every = paths_of(portions)
    paths = [
        frozenset(path for path in every if path[0] == index)
        for index in range(len(document.sections))
    ]
    type_area = make_type_area(page_mm)
    body_sizes = list_body_sizes(sizes, style.size_scale)
    settings = _make_settings(document, sizes, style, library, type_area, icons)
    trials = [Trial(document.sections, paths, each, type_area) for each in settings]
    number = choose_size(len(trials), lambda index: _fit(trials[index], wanted))
    trial = trials[number]
    # A panel ends on the side it begins on, unless that takes room from what matters most.
    most = paths_of(each for each in portions if each.priority == MOST_IMPORTANT)
    parted = not _fit(trial, most)
    kept = choose_portions(portions, lambda each: _fit(trial, each, parted=parted))
    tree = StructureElement("Document", language=document.language)
    composed = finish_pages(
        _lay_out(trial, kept, document, tree, parted),
        document,
        trial.setting,
        tree,
        page_numbers={},
        pages_by_section={},
    )
    selected = [select(section, at, kept) for at, section in enumerate(document.sections)]
    return ComposedSheet(composed, body_sizes[number], list_left_out(document.sections, selected))


def _make_settings(
    document: Document,
    sizes: BookletSizes,
    style: LocaleStyle,
    library: FontLibrary,
    type_area: TypeArea,
    icons: IconSet,
) -> list[Setting]:
    """Return what a sheet's columns are set with in each of its type sizes."""
    page_mm = (type_area.page_width / MM, type_area.page_height / MM)
    settings: list[Setting] = []
    for body_pt in list_body_sizes(sizes, style.size_scale):
        own = sheet_sizes(sizes, page_mm, body_pt, style.size_scale)
        if settings:
            first = settings[0].scale.body
            scale = make_type_scale(
                own, style, library, right_to_left=first.right_to_left, ink=first.ink
            )
            settings.append(replace(settings[0], scale=scale, sizes=own))
        else:
            setting = make_setting(document, own, style, library, icons=icons)
            settings.append(replace(setting, width=type_area.column_width))
    return settings


# --- what fits -------------------------------------------------------------------------------


def _fit(
    trial: Trial, kept: frozenset[PortionPath], art: float = _STRIP_PT, *, parted: bool = False
) -> bool:
    """Say whether portions find room on both sides below art of a height.

    ``parted`` says whether a panel may begin on the first side and end on the second.
    """
    parts = trial.set_parts(kept)
    sides = _column_heights(trial, parts, art)
    if min(height for side in sides for height in side) <= 0:
        return False
    return fits(_panels_of(trial, parts, sides), sides, parted=parted)


def _panels_of(
    trial: Trial, parts: SheetStrips, sides: Sequence[Sequence[float]]
) -> Sequence[Strip]:
    """Return the strips of the panels, with those held together that are not to be parted."""
    highest = max(height for side in sides for height in side)
    return keep_sections(parts.panels, trial.held_together, highest)


def _column_heights(
    trial: Trial, parts: SheetStrips, art: float
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return how high the columns of the first and of the second side are."""
    type_area, grid = trial.type_area, trial.setting.scale.grid_pt
    first = type_area.bottom - art - stack_height(parts.masthead) - _BELOW_MASTHEAD * grid
    foot = stack_height(parts.foot) + _ABOVE_FOOT * grid if parts.foot else 0.0
    second = type_area.bottom - foot - _head_of_second(trial)
    return (first,) * COLUMNS, (second,) * COLUMNS


def _head_of_second(trial: Trial) -> float:
    scale = trial.setting.scale
    return _STRIP_PT + _BELOW_RUNNING_HEAD * scale.grid_pt + 1.6 * scale.caption.leading_pt


# --- both sides ------------------------------------------------------------------------------


def _lay_out(
    trial: Trial,
    kept: frozenset[PortionPath],
    document: Document,
    tree: StructureElement,
    parted: bool,
) -> Iterator[list[StripMark]]:
    """Give the marks of each side."""
    type_area = trial.type_area
    art = next(
        (
            height
            for height in (part * type_area.page_height for part in _ART)
            if height > _STRIP_PT and _fit(trial, kept, height, parted=parted)
        ),
        _STRIP_PT,
    )
    cover = _find_cover(document)
    figure = tree.add("Figure", alt=plain(cover.alt)) if cover and cover.alt else None
    parts = trial.set_parts(kept, tree)
    heights = _column_heights(trial, parts, art)
    sides = part_into_columns(_panels_of(trial, parts, heights), heights)
    assert sides is not None, "what was tried fits"
    titles = {section.name: section.title for section in document.sections}
    seed = cover.seed if cover else ""
    masthead, _ = stack(parts.masthead, type_area.left, art)
    yield [
        *_head_art(seed, type_area, art, figure),
        NamedPlace(0.0, 0.0, "masthead"),
        OutlineEntry(document.title, "masthead"),
        *masthead,
        *_columns(sides[0], type_area.bottom - heights[0][0], heights[0], trial, titles),
    ]
    foot, _ = stack(parts.foot, type_area.left, type_area.bottom - stack_height(parts.foot))
    yield [
        *_head_art(seed, type_area, _STRIP_PT),
        *_running_head(document, trial),
        *_columns(sides[1], _head_of_second(trial), heights[1], trial, titles),
        *foot,
    ]


def _columns(
    columns: Sequence[Sequence[Strip]],
    top: float,
    heights: Sequence[float],
    trial: Trial,
    titles: Mapping[str, Inline],
) -> Iterator[StripMark]:
    type_area = trial.type_area
    most = _MOST_BETWEEN_PANELS * trial.setting.scale.grid_pt
    for number, (column, height) in enumerate(zip(columns, heights, strict=True)):
        strips = spread(stretch(column, height), height, most)
        x = type_area.left + number * (type_area.column_width + type_area.gutter)
        y = top
        for index, strip in enumerate(strips):
            y += strip.space_before if index else 0.0
            if strip.starts:
                yield NamedPlace(x, y, strip.starts)
                if titles[strip.starts]:
                    yield OutlineEntry(plain(titles[strip.starts]), strip.starts)
            y += strip.height
        marks, _ = stack(strips, x, top)
        yield from marks


def _head_art(
    seed: str, type_area: TypeArea, height: float, element: StructureElement | None = None
) -> list[PathMark]:
    is_large = height > _LARGE_ART * type_area.page_height
    draw = cover_art if is_large else section_strip
    return art_marks(draw(seed, type_area.page_width, height), element=element) if seed else []


def _running_head(document: Document, trial: Trial) -> list[TextMark]:
    """Return the career's name for the second side, where a line has room for it."""
    style = trial.setting.scale.caption
    if len(document.title) > _LONGEST_HEAD:
        return []
    lines = break_text((Span(document.title, document.language),), style, trial.type_area.width)
    if len(lines) != 1:
        return []
    top = _STRIP_PT + _BELOW_RUNNING_HEAD * trial.setting.scale.grid_pt
    baseline = top + baseline_in(style)
    return [TextMark(trial.type_area.left, baseline, lines[0], style.size_pt, "accent")]


def _find_cover(document: Document) -> Cover | None:
    blocks = (block for section in document.sections for block in section.blocks)
    return next((block for block in blocks if isinstance(block, Cover)), None)


def _check_kinds(document: Document) -> None:
    problems = [
        Problem(
            section.place,
            section.name,
            f'"{section.kind}" is not a kind of section a sheet has',
            f"the kinds are {', '.join(get_args(SheetKind))}",
        )
        for section in document.sections
        if not is_sheet_kind(section.kind)
    ]
    if problems:
        raise ContentError(problems)
