"""A layout's name goes in, its theme and templates come out; with them a profile becomes blocks."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, Protocol

from careerkit.content.nearest import nearest
from careerkit.content.problem import ContentError, Place, Problem
from careerkit.content.text import Text
from careerkit.content.yaml.nodes import YamlMapping
from careerkit.content.yaml.reading import read_tree
from careerkit.content.yaml.source_text import read_source
from careerkit.document.blocks import Document
from careerkit.document.section_kinds import Medium
from careerkit.document.theme import Theme
from careerkit.layout.markup.conformance import find_departures
from careerkit.layout.markup.document_reader import read_document
from careerkit.layout.markup.parser import parse_markup
from careerkit.layout.theme.reader import Accent, accents_near, merge_trees, read_theme

_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


class ShownProfile(Protocol):
    """What is asked of a profile here; templates ask it for more."""

    @property
    def images_folder(self) -> Path:
        """The folder below which all pictures lie."""


class SpokenLocale(Protocol):
    """What is asked of a locale here."""

    @property
    def tag(self) -> str:
        """Its BCP 47 tag."""

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """The way its lines run."""


class SpokenWords(Protocol):
    """What is asked of ``careerkit.translation.words`` here; templates ask it for more."""

    @property
    def locale(self) -> SpokenLocale:
        """The language they speak."""

    def digits(self, text: str) -> Text:
        """Write the digits of a text in the language's own."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout ready for use. ``chain`` names it and, in order, the layouts it extends."""

    name: str
    folder: Path
    chain: tuple[str, ...]
    theme: Theme
    accents: Mapping[str, Accent] = field(default_factory=dict)

    def theme_for(self, accent: str | None) -> Theme:
        """Return the theme in a career's accent. Raises ContentError at the accent's place."""
        if not accent:
            return self.theme
        if accent not in self.accents:
            place = accent.place if isinstance(accent, Text) else Place("")
            hint = "; ".join(accents_near(accent, self.accents))
            raise ContentError(
                [Problem(place, "accent", f"the theme has no accent {str(accent)!r}", hint)]
            )
        return self.accents[accent].apply(self.theme)


def load_layout(name: str, layouts_dir: Path) -> Layout:
    """Read a layout and those it extends. Raises ContentError with every problem found."""
    chain: list[str] = []
    trees: list[YamlMapping] = []
    wanted: str | None = name
    asked_at, asked_by = Place(layouts_dir.as_posix()), ""
    while wanted is not None:
        if wanted in chain:
            way = " extends ".join([*chain[chain.index(wanted) :], wanted])
            raise _failure(asked_at, asked_by, f"the layouts extend one another in a ring: {way}")
        tree = _read_tree(wanted, layouts_dir, asked_at, asked_by)
        chain.append(wanted)
        trees.append(tree)
        extends = tree.get("extends")
        if extends is not None and not isinstance(extends, Text):
            raise _failure(tree.places["extends"], "extends", "a layout's name is expected here")
        wanted = str(extends) if extends is not None else None
        asked_at, asked_by = tree.places.get("extends", asked_at), "extends"
    whole = trees[-1]
    for tree in reversed(trees[:-1]):
        whole = merge_trees(whole, tree)
    theme, accents = read_theme(whole, str(trees[0].get("name", name)))
    return Layout(name, layouts_dir, tuple(chain), theme, accents)


def render_document(
    layout: Layout,
    template: str,
    medium: Medium,
    profile: ShownProfile,
    words: SpokenWords,
    school: object = None,
) -> Document:
    """Fill a layout's template with a profile. Raises ContentError with every problem found.

    ``template`` is the template's file without ``.xml``; its root has to be that of ``medium``.
    ``school`` is the one that hands the document out, None for none.
    What a template can reach is listed in ``careerkit.layout.templates.names``.
    """
    # Jinja2 takes 60 ms to import, which `check` of a broken theme need not wait for.
    from careerkit.layout.templates.engine import engine_for
    from careerkit.layout.templates.names import helpers_of
    from careerkit.layout.templates.parts import read_part

    engine = engine_for(layout.folder, layout.chain)
    name = engine.find(f"{template}.xml")
    if name is None:
        raise _failure(
            Place((layout.folder / layout.name).as_posix()),
            "",
            f"the layout has no {template}.xml",
            "write one, or let theme.yaml extend a layout that has it",
        )
    shown = {"profile": read_part(profile), "school": read_part(school) if school else None}
    markup = engine.render(name, {**helpers_of(words), **shown})
    root = parse_markup(markup, layout.folder, name)
    departures = find_departures(root, medium)
    if departures:
        raise ContentError(departures)
    locale = words.locale
    document = read_document(
        root,
        medium,
        locale.tag,
        locale.direction,
        icons=layout.theme.icons,
        images=profile.images_folder,
    )
    return replace(document, digits=words.digits("0123456789"))


def _read_tree(name: str, layouts_dir: Path, asked_at: Place, asked_by: str) -> YamlMapping:
    path = layouts_dir / name / "theme.yaml"
    if not _NAME.fullmatch(name) or not os.path.lexists(path):
        known = sorted(found.parent.name for found in layouts_dir.glob("*/theme.yaml"))
        hint = nearest(name, known) or "the layouts are: " + ", ".join(known)
        raise _failure(asked_at, asked_by, f"there is no layout {name!r}", hint)
    tree, problems = read_tree(read_source(path, layouts_dir), path.as_posix(), begin="name:")
    if problems:
        raise ContentError(problems)
    if not isinstance(tree, YamlMapping):
        raise _failure(
            Place(path.as_posix(), 1, 1), "", "fields are expected here", "begin with name:"
        )
    return tree


def _failure(place: Place, name: str, message: str, hint: str = "") -> ContentError:
    return ContentError([Problem(place, name, message, hint)])
