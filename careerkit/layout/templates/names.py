"""The list of names: a value and a name go in, what a template finds there comes out, or nothing.

Whatever is not on this list is not there for a template. It is asked for every ``.``, every ``[]``,
and by every filter that takes the name of an attribute; ``layouts/README.md`` says the same.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from jinja2.environment import TemplateModule
from jinja2.runtime import BlockReference, LoopContext, Macro, TemplateReference
from jinja2.utils import Namespace

from careerkit.content.models.calendar_date import CalendarDate
from careerkit.content.text import Text
from careerkit.layout.templates.allowance import Allowance
from careerkit.layout.templates.giants import refuse_joined, refuse_step, steps_of
from careerkit.layout.templates.parts import Part, SourcedText, kind_of, values_of
from careerkit.translation.words.wording import JoinedText

NOTHING = object()
"""What is found under a name that is not on the list."""

_TEXT_METHODS_IN_WORDS = (
    "capitalize casefold center count endswith find isdigit join ljust lower lstrip partition "
    "removeprefix removesuffix replace rfind rjust rpartition rsplit rstrip split splitlines "
    "startswith strip title upper zfill"
)
TEXT_METHODS = frozenset(_TEXT_METHODS_IN_WORDS.split())
_LIST_METHODS = frozenset({"count", "index"})
_MAPPING_METHODS = frozenset({"get", "items", "keys", "values"})
_TEXT_FIELDS = frozenset({"language", "paragraphs"})
_DATE_FIELDS = frozenset({"day", "month", "year"})
_LOOP_FIELDS_IN_WORDS = (
    "depth depth0 first index index0 last length nextitem previtem revindex revindex0"
)
_LOOP_FIELDS = frozenset(_LOOP_FIELDS_IN_WORDS.split())
_LOOP_METHODS = frozenset({"changed", "cycle"})
_GROUP_FIELDS = frozenset({"grouper", "list"})

# What each helper of ``layouts/README.md`` takes, and which method of ``Words`` it is.
_TEXT, _NUMBER, _DATE, _LIST = "a text", "a number", "a date", "a list of texts"
HELPERS: Mapping[str, tuple[str, tuple[tuple[str, str], ...]]] = MappingProxyType(
    {
        "_": ("label", (("name", _TEXT),)),  # and holes by their names
        "country": ("country", (("code", _TEXT),)),
        "date": ("date", (("value", _DATE),)),
        "fact_figure": ("fact_figure", (("fact", "an entry of facts"),)),
        "has_label": ("has_label", (("name", _TEXT),)),
        "language_name": ("language_name", (("tag", _TEXT),)),
        "list": ("list", (("items", _LIST),)),
        "minutes": ("minutes", (("count", _NUMBER),)),
        "money": ("money", (("amount", _NUMBER), ("currency", _TEXT))),
        "number": ("number", (("value", _NUMBER),)),
        "pay_amount": (
            "pay_amount",
            (("amount", _NUMBER), ("currency", _TEXT), ("period", _TEXT)),
        ),
        "pay_high": ("pay_high", (("pay", "an entry of pay"),)),
        "pay_low": ("pay_low", (("pay", "an entry of pay"),)),
        "pay_range": ("pay_range", (("pay", "an entry of pay"),)),
        "pay_unit": ("pay_unit", (("currency", _TEXT), ("period", _TEXT))),
        "weekdays": ("weekdays", ()),
    }
)
_PARTS_TAKEN = {"an entry of facts": "fact", "an entry of pay": "pay"}
_TAKES_HOLES = "_"
_LARGEST = 1e30

# What was there once, and what takes its place.
_REPLACED = {
    "image_path": 'write src="{{ image.file }}": a picture is named by its file in source/images',
    "format": "use the filter: '%.2f'|format(number)",
    "format_map": "use the filter: '%(name)s'|format(name=text)",
    "images_folder": 'write src="ward.jpg": a picture is named by its file in source/images',
}


class Callee:
    """Something that a template may call. There is no other kind but blocks, macros and loops."""

    __slots__ = ("_call", "name")

    def __init__(self, name: str, call: Callable[..., object]) -> None:
        """Give a function the name by which templates know it."""
        self.name = name
        self._call = call

    def __call__(self, *given: object, **named: object) -> object:
        """Call it."""
        return self._call(*given, **named)

    def __str__(self) -> str:
        """Refuse to write it."""
        raise TypeError("a function cannot be printed; call it with ()")

    def __repr__(self) -> str:
        """Write it for who looks for a mistake in this program."""
        return f"<{self.name}()>"


CALLABLE = (Callee, Macro, BlockReference, LoopContext)


class HelperError(Exception):
    """A helper failed at what a template gave it, other than by saying in words what is wrong."""

    def __init__(self, name: str, error: Exception) -> None:
        """Keep which one, and how."""
        super().__init__(f"{name}: {type(error).__name__}: {error}")
        self.name = name


def helpers_of(words: object) -> dict[str, Callee]:
    """Return the helpers of ``layouts/README.md`` by their names."""
    return {
        name: Callee(name, _checked(name, getattr(words, method), takes))
        for name, (method, takes) in HELPERS.items()
    }


def _checked(
    name: str, function: Callable[..., object], takes: tuple[tuple[str, str], ...]
) -> Callable[..., object]:
    """Let a helper be called with what it takes and nothing else."""
    wanted = " and ".join(f"{each} ({kind})" for each, kind in takes)

    def call(*given: object, **named: object) -> object:
        values = dict(zip((each for each, _ in takes), given, strict=False))
        holes = {each: value for each, value in named.items() if each not in dict(takes)}
        values |= {each: value for each, value in named.items() if each not in holes}
        fits = len(values) == len(takes) == len(given) + len(named) - len(holes)
        if not fits or (holes and name != _TAKES_HOLES):
            raise TypeError(f"{name} takes {wanted}")
        for each, kind in takes:
            if not _is_a(values[each], kind):
                raise TypeError(f"{name} takes {wanted}; {each} is {describe(values[each])}")
        try:
            return function(*(values[each] for each, _ in takes), **holes)
        except (ValueError, ArithmeticError, LookupError, TypeError, AttributeError) as error:
            if type(error) is ValueError:
                raise  # in words of its own
            raise HelperError(name, error) from error

    return call


def _is_a(value: object, kind: str) -> bool:
    if kind == _TEXT:
        return isinstance(value, str)
    if kind == _NUMBER:
        if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
            return False
        return -_LARGEST < value < _LARGEST  # neither an infinity nor "not a number"
    if kind == _DATE:
        return isinstance(value, dt.date)
    if kind == _LIST:
        return isinstance(value, list | tuple) and all(
            isinstance(each, str | JoinedText) for each in value
        )
    return isinstance(value, Part) and kind_of(value) == _PARTS_TAKEN[kind]


def describe(value: object) -> str:
    """Say in a word what a value is."""
    kinds: tuple[tuple[Any, str], ...] = (
        (str | JoinedText, _TEXT),
        (bool, "true or false"),
        (int | float | Decimal, _NUMBER),
        (dt.date, _DATE),
        (list | tuple, "a list"),
        (Mapping, "a mapping"),
        (CALLABLE, "a function"),
    )
    if value is None:
        return "none"
    if isinstance(value, Part):
        return kind_of(value)
    if isinstance(value, float) and not math.isfinite(value):
        return "no number"
    return next((name for kind, name in kinds if isinstance(value, kind)), "something else")


def look_up(value: object, name: object, allowance: Allowance) -> object:
    """Find what a template may have under a name or an index; ``NOTHING`` if there is none."""
    if isinstance(name, str):
        return _look_up_name(value, str(name), allowance)
    if isinstance(name, int | slice) and isinstance(value, str | list | tuple):
        allowance.take_for(value if isinstance(name, slice) else None)
        with suppress(LookupError, TypeError):
            return value[name]
    if isinstance(value, dict):
        with suppress(LookupError, TypeError):
            return value[name]
    return NOTHING


def _look_up_name(value: object, name: str, allowance: Allowance) -> object:
    if isinstance(value, Part):
        return values_of(value).get(name, NOTHING)
    if isinstance(value, dict) and name in value:
        return value[name]
    if name[:1] == "_":
        return NOTHING
    if isinstance(value, Namespace):
        return getattr(value, name, NOTHING)  # it has nothing but what a template put there
    if isinstance(value, TemplateReference):
        with suppress(LookupError):
            return value[name]
        return NOTHING
    if isinstance(value, TemplateModule):
        return vars(value).get(name, NOTHING)
    if name in names_of(value):
        found: object = getattr(value, name)
        return found
    if name in methods_of(value):
        return Callee(name, _method(value, name, allowance))
    return NOTHING


def names_of(value: object) -> Sequence[str]:
    """Return the names of what a template can read of a value, its methods left out."""
    if isinstance(value, Part):
        return list(values_of(value))
    kinds: tuple[tuple[Any, frozenset[str]], ...] = (
        (SourcedText, _TEXT_FIELDS | {"source", "text"}),
        (Text, _TEXT_FIELDS),
        (CalendarDate, _DATE_FIELDS | {"precision"}),
        (dt.date, _DATE_FIELDS),
        (LoopContext, _LOOP_FIELDS),
        (BlockReference, frozenset({"super"})),
    )
    if isinstance(value, tuple) and hasattr(value, "grouper"):
        return sorted(_GROUP_FIELDS)
    return sorted(next((names for kind, names in kinds if isinstance(value, kind)), frozenset()))


def methods_of(value: object) -> Sequence[str]:
    """Return the names of the methods of a value that a template can call."""
    kinds: tuple[tuple[Any, frozenset[str]], ...] = (
        (str, TEXT_METHODS),
        (list | tuple, _LIST_METHODS),
        (dict, _MAPPING_METHODS),
        (LoopContext, _LOOP_METHODS),
    )
    return sorted(next((names for kind, names in kinds if isinstance(value, kind)), frozenset()))


def _method(value: object, name: str, allowance: Allowance) -> Callable[..., object]:
    """Return a method that is refused where it would make a giant thing."""

    def call(*given: object, **named: object) -> object:
        allowance.take_for(value, *given, *named.values())
        if name == "join":
            refuse_joined(value, given[0] if given else ())
        elif isinstance(value, str):
            refuse_step(name, value, (*given, *named.values()))
            allowance.take(steps_of(name, value, (*given, *named.values())))
        made = getattr(value, name)(*given, **named)
        made = list(made) if name in ("items", "keys", "values") else made
        allowance.take_for(made)
        return made

    return call


def explain_absence(value: object, name: str) -> tuple[str, str]:
    """Say that a value has nothing under a name, and what to write instead where that is known."""
    from careerkit.content.nearest import nearest

    known: list[str] = [*names_of(value), *methods_of(value)]
    if isinstance(value, dict):
        known = [*map(str, value), *known]
    elif isinstance(value, TemplateModule | Namespace):
        known = [each for each in _own_names(value) if each[:1] != "_"]
    kind = _kind_in_message(value)
    hint = _REPLACED.get(name) or nearest(name, known)
    if not hint and isinstance(value, Part | Text):
        hint = "it has: " + ", ".join(names_of(value))
    return f"{kind} has nothing called {name!r}", hint


def _own_names(value: object) -> list[str]:
    if isinstance(value, TemplateModule):
        return list(vars(value))
    return []


def _kind_in_message(value: object) -> str:
    kinds: tuple[tuple[Any, str], ...] = (
        (TemplateModule, "the template"),
        (TemplateReference, "self"),
        (Namespace, "the namespace"),
        (LoopContext, "loop"),
    )
    return next((name for kind, name in kinds if isinstance(value, kind)), describe(value))
