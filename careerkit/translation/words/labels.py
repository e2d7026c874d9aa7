"""The labels of a locale: a name and what fills its holes go in, the sentence comes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from string import Formatter
from typing import Literal, TypeAlias

from careerkit.content.problem import Place, Problem
from careerkit.content.text import Text
from careerkit.translation.words.wording import Wording, join

Label: TypeAlias = Text | Mapping[str, Text]
Fault: TypeAlias = Literal["missing", "wording", "filling"]


class LabelError(Exception):
    """A label cannot be written.

    ``fault`` says why: the language has none of this name, its own wording is wrong whatever fills
    it, or it is filled with what does not fit its holes. ``hole`` is the one it is about, if it is
    about one; ``near`` are names that look alike.
    """

    def __init__(
        self,
        name: str,
        message: str,
        *,
        fault: Fault,
        place: Place,
        hole: str = "",
        near: tuple[str, ...] = (),
    ) -> None:
        """Keep what is wrong, with the place in the locale file where it can be put right."""
        self.name = name
        self.fault = fault
        self.hole = hole
        self.near = near
        self.place = place
        hint = f'did you mean "{near[0]}"?' if near else ""
        self.problem = Problem(place, f"labels.{name}", message, hint)
        super().__init__(str(self.problem))


def find_label(labels: Mapping[str, Label], name: str, locale_place: Place) -> Label:
    """Return the label called ``name``; a ``LabelError`` names the nearest where there is none."""
    label = labels.get(name)
    if label is None:
        near = tuple(get_close_matches(name, labels, n=3))
        message = "no such label in this language"
        raise LabelError(name, message, fault="missing", place=locale_place, near=near)
    return label


def choose_form(
    name: str, forms: Mapping[str, Text], category_of: Callable[[str], str | None], place: Place
) -> Text:
    """Return the plural form that the number in a label asks for.

    ``category_of`` gives the CLDR category of the number that fills a hole, None where something
    else or nothing fills it. The first hole of ``other`` that holds a number decides.
    """
    general = forms.get("other")
    if general is None:
        message = 'a label with plural forms needs the form "other"'
        raise LabelError(name, message, fault="wording", place=place)
    for hole in holes_of(name, general):
        category = category_of(hole)
        if category is not None:
            return forms.get(category, general)
    message = "no number was given to choose the plural form by"
    raise LabelError(name, message, fault="filling", place=general.place)


def forms_of(label: Label) -> Mapping[str, Text]:
    """Return a label's plural forms by their categories; a plain one has the category ""."""
    return {"": label} if isinstance(label, Text) else label


def holes_of(name: str, template: Text) -> tuple[str, ...]:
    """Return the names of the holes in a label, in their order."""
    return tuple(hole for _, hole in _parse(name, template) if hole)


def fill_holes(name: str, template: Text, values: Mapping[str, Wording]) -> Wording:
    """Put ``values`` into the holes of a label; a hole without a value is a ``LabelError``.

    A value that the label does not use is left out, since languages differ in what they need:
    one may take ``{low_money}``, an amount with its currency, where English takes ``{low}``.
    """
    pieces: list[Wording] = []
    for literal, hole in _parse(name, template):
        pieces.append(Text(literal, template.language, template.place))
        if hole is None:
            continue
        if hole not in values:
            near = tuple(get_close_matches(hole, values, n=3))
            message = f"nothing fills the hole {{{hole}}}"
            raise LabelError(
                name, message, fault="filling", place=template.place, hole=hole, near=near
            )
        pieces.append(values[hole])
    return join(pieces)


def _parse(name: str, template: Text) -> list[tuple[str, str | None]]:
    try:
        parts = list(Formatter().parse(template))
    except ValueError:
        message = "a brace is left open or closed; write {{ and }} for braces to be printed"
        raise LabelError(name, message, fault="wording", place=template.place) from None
    for _, hole, format_spec, conversion in parts:
        if hole is not None and (not hole.isidentifier() or format_spec or conversion):
            message = f"{{{hole}}} is not a hole; a hole is one name between braces"
            raise LabelError(name, message, fault="wording", place=template.place, hole=hole)
    return [(literal, hole) for literal, hole, _, _ in parts]
