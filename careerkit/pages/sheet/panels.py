"""Sections of a sheet go in, strips come out: of its masthead, of its panels, of its foot."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple, assert_never

from careerkit.document.blocks import Block, Cover, QRCode, Section
from careerkit.document.section_kinds import SheetKind, is_sheet_kind
from careerkit.document.spans import Inline
from careerkit.document.theme import Role
from careerkit.pages.icon import icon_marks
from careerkit.pages.pictures import draw_picture
from careerkit.pages.setting import Setting, plain, set_blocks, text_strips
from careerkit.pages.sheet.selection import PortionPath, select
from careerkit.pages.sheet.sizes import TypeArea
from careerkit.pages.strip import Strip, in_front, indent, keep_with_next, with_space_before
from careerkit.pages.structure import StructureElement

_LONGEST_TITLE = 0.12  # of the page's height, in type larger than small print
_LONGEST_TAGLINE = 0.08
_ABOVE_MASTHEAD = 0.7  # of the grid
_ABOVE_TAGLINE = 0.2
_ABOVE_PANEL = 1.1
_BELOW_TITLE = 0.25
_ICON_EM = 1.5  # of a panel's title
_BESIDE_ICON_EM = 0.45


class SheetStrips(NamedTuple):
    """All that a sheet shows, set; each part from top to bottom."""

    masthead: list[Strip]
    panels: list[Strip]
    foot: list[Strip]

    def of_kind(self, kind: SheetKind) -> list[Strip]:
        """Return the strips of one kind of section."""
        match kind:
            case "masthead":
                return self.masthead
            case "panel":
                return self.panels
            case "foot":
                return self.foot
            case _:
                assert_never(kind)


class Trial:
    """A sheet's sections in one type size, set once for each choice of their portions.

    What is tried is set under elements that nobody keeps; ``set_parts`` with a tree sets it for
    good. ``paths`` are the portions of each section. ``held_together`` names the sections that go
    over no two columns if one has room for them.
    """

    def __init__(
        self,
        sections: Sequence[Section],
        paths: Sequence[frozenset[PortionPath]],
        setting: Setting,
        type_area: TypeArea,
    ) -> None:
        """Begin with nothing set."""
        self.setting = setting
        self.type_area = type_area
        # What is scanned is done with a telephone in one hand: it is looked for in one place.
        self.held_together = frozenset(
            section.name
            for section in sections
            if any(isinstance(block, QRCode) for block in section.blocks)
        )
        self._sections = sections
        self._paths = paths
        self._set_block = setting.set_block
        self._trying = dataclasses.replace(setting, set_block=self._set_once)
        self._known_blocks: dict[tuple[Block, float], list[Strip]] = {}
        self._known: dict[tuple[int, frozenset[PortionPath]], list[Strip]] = {}

    def set_parts(
        self, kept: frozenset[PortionPath], tree: StructureElement | None = None
    ) -> SheetStrips:
        """Set the portions that are kept; with a tree, its elements are added to it."""
        parts = SheetStrips([], [], [])
        for index, section in enumerate(self._sections):
            parts.of_kind(_kind_of(section)).extend(self._strips(section, index, kept, tree))
        return parts

    def _strips(
        self,
        section: Section,
        index: int,
        kept: frozenset[PortionPath],
        tree: StructureElement | None,
    ) -> list[Strip]:
        key = (index, kept & self._paths[index])
        if tree is None and key in self._known:
            return self._known[key]
        chosen = select(section, index, kept)
        strips: list[Strip] = []
        if chosen is not None:
            parent = StructureElement("Sect") if tree is None else tree.add("Sect")
            setting = self._trying if tree is None else self.setting
            strips = _set_section(chosen, setting, self.type_area, parent)
        if tree is None:
            self._known[key] = strips
        return strips

    def _set_once(self, block: Block, setting: Setting, parent: StructureElement) -> list[Strip]:
        """Set a block that may have been set before, whole as it is: then its strips are known."""
        key = (block, setting.width)
        if key not in self._known_blocks:
            self._known_blocks[key] = self._set_block(block, setting, parent)
        return [*self._known_blocks[key]]


def _set_section(
    section: Section, setting: Setting, type_area: TypeArea, parent: StructureElement
) -> list[Strip]:
    kind = _kind_of(section)
    match kind:
        case "masthead":
            covers = [block for block in section.blocks if isinstance(block, Cover)]
            strips = [_set_masthead(each, setting, type_area, parent) for each in covers]
            return list(chain.from_iterable(strips))
        case "panel":
            return _set_panel(section, setting, parent)
        case "foot":
            wide = dataclasses.replace(setting, width=type_area.width)
            return set_blocks(section.blocks, wide, parent)
        case _:
            assert_never(kind)


def _kind_of(section: Section) -> SheetKind:
    assert is_sheet_kind(section.kind), section.kind  # others were refused before
    return section.kind


def _set_masthead(
    cover: Cover, setting: Setting, type_area: TypeArea, parent: StructureElement
) -> list[Strip]:
    """Set the career's name and its sentence; long ones are set in smaller type."""
    scale = setting.scale
    words = text_strips(
        cover.eyebrow, scale.caption_strong, type_area.width, parent.add("P"), colour="signal"
    )
    title_element = parent.add("H1")
    title: list[Strip] = []
    for style in (scale.title, scale.display, scale.section, scale.sub, scale.caption_strong):
        title = text_strips(cover.title, style, type_area.width, title_element, colour="accent")
        if sum(strip.height for strip in title) <= _LONGEST_TITLE * type_area.page_height:
            break
    promise: list[Strip] = []
    if cover.promise:
        promise = _fit_line(cover.promise, setting, type_area, parent.add("P"), "accent")
    tagline = _fit_line(cover.tagline, setting, type_area, parent.add("P"))
    words += title + with_space_before(promise, _ABOVE_TAGLINE * scale.grid_pt)
    words += with_space_before(tagline, _ABOVE_TAGLINE * scale.grid_pt)
    if cover.logo is not None:
        element = parent.add("Figure", alt=plain(cover.logo.alt))
        picture = draw_picture(cover.logo, setting, element, "cover.logo")
        words.append(Strip(picture.height, (picture,), space_before=scale.grid_pt / 2))
    words += text_strips(cover.foot, scale.caption, type_area.width, parent.add("P"))
    return [Strip(_ABOVE_MASTHEAD * scale.grid_pt), *words] if words else []


def _fit_line(
    text: Inline,
    setting: Setting,
    type_area: TypeArea,
    element: StructureElement,
    colour: Role = "ink",
) -> list[Strip]:
    """Set a line of the masthead in the largest type in which it is short enough."""
    scale = setting.scale
    line: list[Strip] = []
    for style in (scale.lead, scale.body, scale.caption):
        line = text_strips(text, style, type_area.width, element, colour=colour)
        if sum(strip.height for strip in line) <= _LONGEST_TAGLINE * type_area.page_height:
            break
    return line


def _set_panel(section: Section, setting: Setting, parent: StructureElement) -> list[Strip]:
    """Set a panel: its icon, its title (``H1``) and its blocks below."""
    scale = setting.scale
    em = scale.section.size_pt
    has_icon = section.icon in setting.icons.paths
    distance = (_ICON_EM + _BESIDE_ICON_EM) * em if has_icon else 0.0
    width = setting.width - distance
    title = text_strips(section.title, scale.section, width, parent.add("H1"), colour="accent")
    title = indent(title, distance)
    if title:
        size = _ICON_EM * em
        top = (title[0].height - size) / 2
        icon = icon_marks(setting.icons, section.icon, x=0.0, top=top, size=size, colour="signal")
        title[0] = in_front(title[0], *icon)
    body = set_blocks(section.blocks, setting, parent)
    if title and body:
        body[0] = body[0]._replace(space_before=_BELOW_TITLE * scale.grid_pt)
    strips = keep_with_next(title, body)
    if strips:
        strips[0] = strips[0]._replace(
            starts=section.name,
            heads=bool(title),
            keep=False,
            break_cost=0.0,
            space_before=_ABOVE_PANEL * scale.grid_pt,
        )
    return strips
