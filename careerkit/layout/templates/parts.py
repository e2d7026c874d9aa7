"""A career goes in; what a template may read of it comes out: named values, nothing behind them.

A template gets no model of ``careerkit.content``: those carry pydantic's methods and paths of this
machine. A ``Part`` has the fields by name, and cannot hold anything that is not content.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import NoReturn, Self, TypeAlias

from careerkit.content.models.content_model import ContentModel
from careerkit.content.models.credit import TranslationCredit
from careerkit.content.models.statement import Statement
from careerkit.content.text import Text
from careerkit.translation.words.wording import JoinedText

Value: TypeAlias = (
    "Part | str | int | float | Decimal | date | JoinedText | tuple[Value, ...] | None"
)

# What a template can read of a part beside its fields. All of it is content.
_ALSO_READ = ("id", "translation")


class SourcedText(Text):
    """A statement as templates have it: its text, which can be asked for its sources.

    ``text`` is the text itself, ``source`` the ids of its sources.
    """

    __slots__ = ("source", "text")

    text: Text
    source: tuple[Text, ...]

    @classmethod
    def of(cls, statement: Statement) -> Self:
        """Make it of a statement."""
        made = cls(statement.text, statement.text.language, statement.text.place)
        made.text = statement.text
        made.source = statement.source
        return made

    def __reduce__(self) -> NoReturn:
        """Refuse to be copied: nothing but a template has it."""
        raise TypeError("a text of a template is not copied")

    def __html__(self) -> str:
        """Return the text marked, each of its paragraphs in its own language."""
        return self.text.__html__()

    @property
    def paragraphs(self) -> tuple[Text, ...]:
        """The paragraphs of the text."""
        return self.text.paragraphs


class Part:
    """A part of a career: its fields by name. Frozen; no template can print it as it is."""

    __slots__ = ("_kind", "_values")

    _kind: str
    _values: Mapping[str, Value]

    def __init__(self, kind: str, values: Mapping[str, object]) -> None:
        """Take the fields' values. Raises TypeError for what is not content, such as a path."""
        taken = {name: _take(value) for name, value in values.items()}
        object.__setattr__(self, "_kind", kind)
        object.__setattr__(self, "_values", MappingProxyType(taken))

    def __getattr__(self, name: str) -> Value:
        """Return a field's value, for the helpers that write figures."""
        try:
            return self._values[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse to change it: what one template reads, others read after it."""
        raise AttributeError(f"{self._kind} cannot be changed")

    def __iter__(self) -> Iterator[NoReturn]:
        """Refuse to go through it."""
        raise TypeError(f"{self._kind} is not a list; name one of its fields")

    def __str__(self) -> str:
        """Refuse to write it."""
        raise TypeError(f"{self._kind} is not a text; name one of its fields")

    def __repr__(self) -> str:
        """Write it for who looks for a mistake in this program."""
        return f"<{self._kind}>"


def kind_of(part: Part) -> str:
    """Say in a word what a part is of: ``profile``, ``pay``."""
    return part._kind  # noqa: SLF001 - a name without the stroke could be a field's


def values_of(part: Part) -> Mapping[str, Value]:
    """Return a part's fields."""
    return part._values  # noqa: SLF001 - a name without the stroke could be a field's


def read_part(entry: object) -> Part:
    """Make the part that stands for a piece of content, and for all below it.

    Raises TypeError for what is none.
    """
    if isinstance(entry, TranslationCredit):
        return Part("translation", {each.name: getattr(entry, each.name) for each in fields(entry)})
    if not isinstance(entry, ContentModel):
        raise TypeError(f"no content for a template: {type(entry).__name__}")
    model = type(entry)
    values = {
        field.alias or name: getattr(entry, name) for name, field in model.model_fields.items()
    }
    values |= {name: getattr(entry, name) for name in _ALSO_READ if hasattr(model, name)}
    return Part(model.__name__.lower(), values)


def _take(value: object) -> Value:
    if isinstance(value, Statement):
        return SourcedText.of(value)
    if isinstance(value, ContentModel | TranslationCredit):
        return read_part(value)
    if isinstance(value, tuple):
        return tuple(_take(each) for each in value)
    if value is None or isinstance(value, Part | str | int | float | Decimal | date | JoinedText):
        return value
    raise TypeError(f"no content for a template: {type(value).__name__}")
