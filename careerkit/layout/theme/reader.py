"""The merged tree of ``theme.yaml`` files goes in, a checked theme and its accents come out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, replace
from dataclasses import fields as dataclass_fields
from typing import TYPE_CHECKING, Any, get_args

from careerkit.art.things import thing_icons
from careerkit.content.nearest import nearest
from careerkit.content.problem import ContentError, Place, Problem
from careerkit.content.text import Text
from careerkit.content.yaml.nodes import EMPTY, YamlMapping, YamlSequence
from careerkit.document.inks import MOST_INK_PERCENT
from careerkit.document.theme import BookletSizes, Colour, DeckSizes, Role, Theme
from careerkit.layout.theme.contrast import GivenAt, find_close_greys, find_weak_pairs
from careerkit.layout.theme.icon_path import find_path_mistake
from careerkit.layout.theme.size_bounds import BOUNDS, ICON_STROKE, Bounds, find_misfits

if TYPE_CHECKING:
    from careerkit.content.yaml.nodes import Empty

    Value = Text | YamlSequence | YamlMapping | Empty

ROLES: tuple[Role, ...] = get_args(Role)
ACCENT_ROLES: tuple[Role, ...] = ("accent", "accent_soft")

_KEYS = ("name", "extends", "colours", "accents", "booklet", "deck", "icon_stroke", "icons")
_WRITE_SRGB = 'write it as "#" and six digits of 0 to 9 and a to f, in quotes: "#0b4f52"'
_WRITE_CMYK = "write four percentages, for example [80, 20, 40, 0]"
_DRAW_ICON = "an icon is drawn with M, L, H, V, C and Z in absolute figures from 0 to 24"
_COLOUR_KEYS = ("srgb", "cmyk", "grey")
_SRGB = re.compile(r"#[0-9a-fA-F]{6}")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_LISTS = {"page_mm": 2, "heading_pt": 3, "size_in": 2}
_WORDS = {
    "face": 'write the name of a font family, for example "Arial"',
    "measured_with": 'write the name of a font family in fonts/, for example "Arimo"',
}
_COUNTS = ("items_on_a_slide",)


@dataclass(frozen=True, slots=True)
class Accent:
    """The two colours that a career may choose in place of the theme's."""

    accent: Colour
    accent_soft: Colour

    def apply(self, theme: Theme) -> Theme:
        """Return the theme in these colours."""
        colours = {**theme.colours, "accent": self.accent, "accent_soft": self.accent_soft}
        return replace(theme, colours=colours)


def merge_trees(parent: YamlMapping, child: YamlMapping) -> YamlMapping:
    """Lay a child's theme over its parent's: mappings key by key, anything else as a whole."""
    merged = YamlMapping(child.place)
    for source in (parent, child):
        for key, value in source.items():
            before = merged.get(key)
            if isinstance(before, YamlMapping) and isinstance(value, YamlMapping):
                merged[key] = merge_trees(before, value)
            else:
                merged[key] = value
            merged.key_places[key] = source.key_places[key]
            merged.places[key] = source.places[key]
    return merged


def read_theme(tree: YamlMapping, name: str) -> tuple[Theme, Mapping[str, Accent]]:
    """Read a whole theme called ``name``. Raises ContentError with every problem in it."""
    reader = _ThemeReader()
    theme, accents = reader.read(tree, name)
    if reader.problems:
        raise ContentError(reader.problems)
    file = tree.place.file
    sizes = tree["booklet"]
    assert isinstance(sizes, YamlMapping)
    theme = replace(theme, page_place=sizes.places["page_mm"])
    misfits = list(find_misfits(theme.booklet, sizes.places, file))
    given = _find_given(tree, ROLES, "colours")
    problems = _find_close_pairs(theme.colours, given, file, ROLES)
    if not problems:
        for choice, accent in accents.items():
            chosen = given | _find_given(tree, ACCENT_ROLES, "accents", choice)
            colours = accent.apply(theme).colours
            problems += _find_close_pairs(colours, chosen, file, ACCENT_ROLES)
    if misfits or problems:
        raise ContentError([*misfits, *problems])
    return theme, accents


def _find_given(tree: YamlMapping, roles: Iterable[Role], *way: str) -> dict[Role, GivenAt]:
    """Find where colours were given, in a tree that has been read without a problem."""
    found: dict[Role, GivenAt] = {}
    for role in roles:
        mapping = tree
        for key in (*way, role):
            inner = mapping[key]
            assert isinstance(inner, YamlMapping)
            mapping = inner
        found[role] = GivenAt(".".join((*way, role)), mapping.places)
    return found


def _find_close_pairs(
    colours: Mapping[Role, Colour],
    given: Mapping[Role, GivenAt],
    file: str,
    among: tuple[Role, ...],
) -> list[Problem]:
    return [
        *find_weak_pairs(colours, given, file, among),
        *find_close_greys(colours, given, file, among),
    ]


class _ThemeReader:
    """Reads values one by one and gathers what is wrong and goes on."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def read(self, tree: YamlMapping, name: str) -> tuple[Theme, Mapping[str, Accent]]:
        self.check_keys(tree, "", _KEYS)
        colours = self.mapping(tree, "", "colours", ROLES)
        accents = self.optional_mapping(tree, "accents")
        icons = self.optional_mapping(tree, "icons")
        theme = Theme(
            name=name,
            colours=self.colours(colours, "colours", ROLES),
            booklet=BookletSizes(**self.sizes(tree, "booklet", BookletSizes)),
            deck=DeckSizes(**self.sizes(tree, "deck", DeckSizes)),
            # A theme draws what it likes anew; things that it does not draw are there all the same.
            icons={**thing_icons(), **{icon: self.icon(icons, icon) for icon in icons}},
            icon_stroke=self.number(tree, "", "icon_stroke", ICON_STROKE),
        )
        return theme, {accent: self.accent(accents, accent) for accent in accents}

    def accent(self, accents: YamlMapping, name: str) -> Accent:
        if not _NAME.fullmatch(name):
            self.report(
                accents.key_places[name],
                f"accents.{name}",
                f"{name!r} is not a name",
                "a name is small letters a to z, digits, and hyphens between them",
            )
        colours = self.mapping(accents, "accents", name, ACCENT_ROLES)
        read = self.colours(colours, f"accents.{name}", ACCENT_ROLES)
        return Accent(read["accent"], read["accent_soft"])

    def colours(self, tree: YamlMapping, field: str, roles: tuple[Role, ...]) -> dict[Role, Colour]:
        self.check_keys(tree, field, roles)
        return {role: self.colour(tree, field, role) for role in roles}

    def colour(self, colours: YamlMapping, field: str, role: Role) -> Colour:
        tree = self.mapping(colours, field, role, _COLOUR_KEYS)
        inner = f"{field}.{role}"
        self.check_keys(tree, inner, _COLOUR_KEYS)
        srgb = self.word(tree, inner, "srgb", _WRITE_SRGB)
        if srgb and not _SRGB.fullmatch(srgb):
            self.report(
                tree.places["srgb"],
                f"{inner}.srgb",
                f"{srgb!r} is not a colour",
                _WRITE_SRGB,
            )
            srgb = ""
        cyan, magenta, yellow, black = self.numbers(tree, inner, "cmyk", 4, (0, 100), _WRITE_CMYK)
        ink = cyan + magenta + yellow + black
        if ink > MOST_INK_PERCENT:
            self.report(
                tree.places["cmyk"],
                f"{inner}.cmyk",
                f"the four inks add up to {ink:g} percent, "
                f"and paper takes {MOST_INK_PERCENT} at most",
                "take some away from the first three: black alone is dark",
            )
        grey = self.number(
            tree, inner, "grey", (0, 100), "write a percentage: 0 is white, 100 is black"
        )
        return Colour(srgb.lower() or "#000000", (cyan, magenta, yellow, black), grey)

    def icon(self, icons: YamlMapping, name: str) -> str:
        path = self.word(icons, "icons", name, _DRAW_ICON)
        written = isinstance(icons[name], Text)
        mistake = find_path_mistake(path) if written else ""
        if mistake:
            self.report(
                icons.places[name],
                f"icons.{name}",
                mistake,
                _DRAW_ICON,
            )
        return path

    def sizes(
        self, tree: YamlMapping, name: str, kind: type[BookletSizes] | type[DeckSizes]
    ) -> dict[str, Any]:
        defaults = {field.name: field.default for field in dataclass_fields(kind)}
        fields = tuple(defaults)
        mapping = self.mapping(tree, "", name, fields)
        self.check_keys(mapping, name, fields)
        read: dict[str, Any] = {}
        for field in fields:
            if defaults[field] is not MISSING and field not in mapping:
                continue
            if field in _WORDS:
                read[field] = self.word(mapping, name, field, _WORDS[field])
                continue
            bounds = BOUNDS[f"{name}.{field}"]
            if field in _LISTS:
                read[field] = self.numbers(mapping, name, field, _LISTS[field], bounds)
            else:
                read[field] = self.number(mapping, name, field, bounds)
                if field in _COUNTS:
                    read[field] = int(read[field])
        return read

    # --- values --------------------------------------------------------------------------

    def report(self, place: Place, field: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(place, field, message, hint))

    def check_keys(self, tree: YamlMapping, field: str, known: Iterable[str]) -> None:
        known = tuple(known)
        for key in tree:
            if key not in known:
                allowed = ", ".join(known)
                self.report(
                    tree.key_places[key],
                    f"{field}.{key}".lstrip("."),
                    "unknown field",
                    nearest(key, known) or f"allowed here: {allowed}",
                )

    def value(self, tree: YamlMapping, field: str, key: str, wanted: str) -> Value:
        """Return a value; report one that is missing, with what to write."""
        if tree.get(key, EMPTY) is EMPTY:
            place = tree.places.get(key, tree.place)
            # A mapping that is missing has been reported itself, and stands for its fields.
            if place.file:
                empty = key in tree
                told = "left empty" if empty else "missing"
                if empty and key == "srgb":
                    wanted = 'put quotes around text that begins with "#", as colours do'
                self.report(place, f"{field}.{key}".lstrip("."), told, wanted)
            return EMPTY
        return tree[key]

    def mapping(self, tree: YamlMapping, field: str, key: str, known: Iterable[str]) -> YamlMapping:
        value = self.value(tree, field, key, f"give it these fields: {', '.join(known)}")
        return self.as_mapping(value, tree, field, key)

    def optional_mapping(self, tree: YamlMapping, key: str) -> YamlMapping:
        return self.as_mapping(tree.get(key, EMPTY), tree, "", key)

    def as_mapping(self, value: Value, tree: YamlMapping, field: str, key: str) -> YamlMapping:
        if isinstance(value, YamlMapping):
            return value
        if value is not EMPTY:
            self.report(tree.places[key], f"{field}.{key}".lstrip("."), "fields are expected here")
        return YamlMapping(Place(""))

    def word(self, tree: YamlMapping, field: str, key: str, wanted: str) -> str:
        value = self.value(tree, field, key, wanted)
        if isinstance(value, Text):
            return str(value)
        if value is not EMPTY:
            path = f"{field}.{key}".lstrip(".")
            self.report(tree.places[key], path, "a text is expected here", wanted)
        return ""

    def number(
        self, tree: YamlMapping, field: str, key: str, bounds: Bounds, wanted: str = ""
    ) -> float:
        wanted = wanted or f"write a number from {bounds[0]:g} to {bounds[1]:g}"
        value = self.value(tree, field, key, wanted)
        if value is EMPTY:
            return bounds[0]
        return self.figure(value, tree.places[key], f"{field}.{key}".lstrip("."), bounds)

    def numbers(
        self,
        tree: YamlMapping,
        field: str,
        key: str,
        length: int,
        bounds: Bounds,
        wanted: str = "",
    ) -> tuple[float, ...]:
        least, most = bounds
        range_ = f"from {least:g} to {most:g}"
        wanted = wanted or f"write {length} numbers {range_} in brackets with commas between them"
        value = self.value(tree, field, key, wanted)
        path = f"{field}.{key}"
        if isinstance(value, YamlSequence) and len(value) == length:
            return tuple(
                self.figure(item, place, f"{path}[{position}]", bounds)
                for position, (item, place) in enumerate(zip(value, value.places, strict=True))
            )
        if value is not EMPTY:
            self.report(tree.places[key], path, f"{length} figures are expected here", wanted)
        return (least,) * length

    def figure(self, value: Value, place: Place, field: str, bounds: Bounds) -> float:
        least, most = bounds
        allowed = f"{least:g} to {most:g} is allowed"
        if isinstance(value, Text) and _NUMBER.fullmatch(value):
            if least <= float(value) <= most:
                return float(value)
            self.report(place, field, f"{value} is out of bounds", allowed)
        elif isinstance(value, Text) and _NUMBER.fullmatch(value[1:]) and value[0] in "-\u2212":
            told = f"{value} is less than nothing"
            self.report(place, field, told, f"take the minus out: {allowed}")
        else:
            shown = repr(str(value)) if isinstance(value, Text) else "this"
            self.report(place, field, f"{shown} is not a number", "write it in digits: 12.5")
        return least


def accents_near(name: str, accents: Mapping[str, Accent]) -> Iterator[str]:
    """Give what to say to a career that names an accent which the theme has not."""
    near = nearest(name, accents)
    if near:
        yield near
    yield "the accents are: " + ", ".join(accents) if accents else "the theme has no accents"
