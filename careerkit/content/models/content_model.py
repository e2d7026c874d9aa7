"""What a profile's parts have in common: a mapping goes in, a frozen model with places comes out.

A plain text is taken for a part's one main text, and a field left empty counts as absent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Literal, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, PrivateAttr, model_validator

from careerkit.content.problem import Place, Problem
from careerkit.content.text import Text
from careerkit.content.yaml.nodes import EMPTY, YamlMapping

Stays: TypeAlias = Literal["", "name", "verbatim"]

_NOWHERE = Place("")


class ContentModel(BaseModel):
    """A part of a content file. Its texts know their places; it knows those of all its fields.

    ``main_text`` names the field which a plain text stands for, ``verbatim`` the fields whose texts
    stay as they are in every language, ``names`` those that stay unless a catalogue translates
    them: a name may be none of the proper ones. ``copied`` are those that repeat another file.
    ``is_its_text`` is true of a part that is its main text, of which something is said: the path
    of the text is then that of the part.
    """

    # Not ``defer_build``: with pydantic 2.14 it made the first reading slower by a third.
    model_config = ConfigDict(frozen=True, extra="forbid")

    main_text: ClassVar[str] = ""
    verbatim: ClassVar[frozenset[str]] = frozenset()
    names: ClassVar[frozenset[str]] = frozenset()
    copied: ClassVar[frozenset[str]] = frozenset()
    is_its_text: ClassVar[bool] = False

    _place: Place = PrivateAttr(default=_NOWHERE)
    _places: dict[str, Place] = PrivateAttr(default_factory=dict)
    _warnings: tuple[Problem, ...] = PrivateAttr(default=())

    @property
    def place(self) -> Place:
        """Where this part begins."""
        return self._place

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The warnings of the reading, if this is what a whole file says."""
        return self._warnings

    def place_of(self, field: str) -> Place:
        """Return where a field's value stands, or where the part begins if it has none."""
        return self._places.get(field, self._place)

    @classmethod
    def stays(cls, field: str) -> Stays:
        """Say how the texts of a field stay as they are in every language; "" if they do not."""
        if field in cls.names:
            return "name"
        return "verbatim" if field in cls.verbatim else ""

    @classmethod
    def path_to(cls, path: str, field: str) -> str:
        """Return the dotted path of a field, as files name it, of this part standing at ``path``.

        ``field`` is its name here or in files.
        """
        if path and field == cls.main_text and cls.is_its_text:
            return path
        info = cls.model_fields.get(field)
        name = (info and info.alias) or field
        return f"{path}.{name}" if path else name

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, value: object, handler: ModelWrapValidatorHandler[Self]) -> Self:
        cls.refuse(value)
        if isinstance(value, Text) and cls.main_text:
            made = handler({cls.main_text: value})
            return made.placed(value.place, {cls.main_text: value.place})
        if not isinstance(value, YamlMapping):
            return handler(value)
        names = _field_names(cls)
        given = {key: item for key, item in value.items() if item is not EMPTY or key not in names}
        cls.complete(given)
        return handler(given).placed(value.place, value.places)

    @classmethod
    def refuse(cls, value: object) -> None:
        """Raise what is wrong with a value that is not even the beginning of such a part."""

    @classmethod
    def complete(cls, given: dict[str, Any]) -> None:
        """Add what follows from the fields that are given; nothing, unless a part says so."""

    def with_warnings(self, warnings: tuple[Problem, ...]) -> Self:
        """Say what is suspicious in how it was written; returns the part."""
        self._warnings = warnings
        return self

    def placed(self, place: Place, places: dict[str, Place]) -> Self:
        """Say where this part and its values stand; returns the part."""
        self._place = place
        self._places = places
        return self


def walk_texts(entry: ContentModel, path: str = "") -> Iterator[tuple[str, Text, Stays]]:
    """Yield each text with its dotted path and how it stays as it is in every language, if so."""
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        where = entry.path_to(path, name)
        many = isinstance(value, tuple)
        for index, item in enumerate(value if many else (value,)):
            here = f"{where}[{index}]" if many else where
            if isinstance(item, Text):
                yield here, item, entry.stays(name)
            elif isinstance(item, ContentModel):
                yield from walk_texts(item, here)


def _field_names(model: type[ContentModel]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}
