"""An allowance goes in; the filters and tests that templates may use come out, each within it.

They are Jinja2's own, but for those that would print what is no text (``pprint``, ``tojson``),
make what no layout has a use for (``urlize``) or differ from run to run (``random``). What a filter
gives is a list or a value, never a generator.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sized
from functools import wraps
from typing import Any

from jinja2 import Undefined, pass_environment, pass_eval_context
from jinja2.environment import Environment, TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS as OF_JINJA
from jinja2.filters import make_attrgetter
from jinja2.nodes import EvalContext
from jinja2.runtime import LoopContext, markup_join, str_join
from jinja2.tests import TESTS as TESTS_OF_JINJA

from careerkit.layout.templates.allowance import STEPS_OF_A_TEMPLATE, Allowance, size_of
from careerkit.layout.templates.giants import (
    refuse_filling,
    refuse_giant_number,
    refuse_joined,
    refuse_joining,
    refuse_key,
    refuse_step,
    steps_of,
)
from careerkit.layout.templates.names import NOTHING, look_up
from careerkit.layout.templates.parts import Part

COUNTED, WEIGHED, CONCATENATED, USED = " counted", " weighed", " concatenated", " used"
KEY, SHOWN = " key", " shown"
"""Filters round loops, comparisons, ``~``, templates and keys: nobody can write their names."""
_OWN = (COUNTED, WEIGHED, CONCATENATED, USED, KEY, SHOWN)

_TEXT_FILTERS_IN_WORDS = (
    "capitalize center e escape forceescape format indent lower replace string striptags "
    "title safe trim truncate upper urlencode wordcount wordwrap"
)
_MAKE_TEXT = frozenset(_TEXT_FILTERS_IN_WORDS.split())
_FILTERS_IN_WORDS = (
    "abs attr batch count d default dictsort filesizeformat first float groupby int items "
    "join last length list map max min reject rejectattr reverse round select selectattr "
    "slice sort sum unique xmlattr"
)
FILTERS = _MAKE_TEXT | frozenset(_FILTERS_IN_WORDS.split())
_TESTS_IN_WORDS = (
    "!= < <= == > >= boolean callable defined divisibleby eq equalto escaped even false "
    "filter float ge greaterthan gt in integer iterable le lessthan lower lt mapping ne none "
    "number odd sameas sequence string test true undefined upper"
)
TESTS = frozenset(_TESTS_IN_WORDS.split())
_AT_A_GLANCE = frozenset({"count", "d", "default", "first", "last", "length"})

Function = Callable[..., object]


class _Counted:
    """What a loop goes through; each item is a step."""

    def __init__(self, items: Sized, allowance: Allowance) -> None:
        self._items = items
        self._allowance = allowance

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[object]:
        for item in self._items:  # type: ignore[attr-defined]  # what cannot be iterated says so
            self._allowance.take(1)
            yield item


def make_filters(allowance: Allowance) -> dict[str, Any]:
    """Return the filters by their names."""

    def count(value: object) -> object:
        if isinstance(value, Undefined | LoopContext):
            return value
        allowance.take(1)
        return _Counted(value, allowance) if isinstance(value, Sized) else value

    def weigh(value: object) -> object:
        allowance.take_for(value)
        return value

    def use(value: object) -> object:
        allowance.take(STEPS_OF_A_TEMPLATE)
        return value

    @pass_eval_context
    def concatenate(context: EvalContext, parts: tuple[object, ...]) -> str:
        allowance.take_for(*parts)
        for part in parts:
            refuse_unprintable(part)
        refuse_joining(sum(map(size_of, parts)))
        shown = ["" if part is None else part for part in parts]
        return markup_join(shown) if context.autoescape else str_join(shown)

    @pass_environment
    def attribute(environment: Environment, value: object, name: object) -> object:
        found = look_up(value, name, allowance) if isinstance(name, str) else NOTHING
        return environment.undefined(obj=value, name=str(name)) if found is NOTHING else found

    of_jinja: dict[str, Any] = OF_JINJA
    named = {name: of_jinja[name] for name in FILTERS} | {"attr": attribute}
    own = dict(zip(_OWN, (count, weigh, concatenate, use, _check_key, _show), strict=True))
    return {name: _guarded(name, each, allowance) for name, each in named.items()} | own


def make_tests(allowance: Allowance) -> dict[str, Any]:
    """Return the tests by their names."""

    def guarded(test: Function) -> Function:
        @wraps(test)
        def call(*given: object, **named: object) -> object:
            allowance.take_for(*given, *named.values())
            return test(*given, **named)

        return call

    of_jinja: dict[str, Any] = TESTS_OF_JINJA
    return {name: guarded(of_jinja[name]) for name in TESTS}


def _check_key(value: object) -> object:
    refuse_key(value)
    return value


def _show(value: object) -> str:
    if isinstance(value, Undefined):
        value._fail_with_undefined_error()  # noqa: SLF001 - Jinja2's own way
    refuse_unprintable(value)
    if isinstance(value, str):
        return value
    return "" if value is None else str(value)


def refuse_unprintable(value: object) -> None:
    """Raise TypeError for what no person can read: a list, a function, a part of a career."""
    if isinstance(value, list | tuple | set | Mapping):
        raise TypeError("a list cannot be printed as it is; go through it with {% for %}")
    if isinstance(value, TemplateModule):
        raise TypeError("a template cannot be printed as it is; write {% include %}")
    if isinstance(value, Part):
        str(value)  # it says so itself
    if callable(value) and not isinstance(value, Undefined):
        raise TypeError("a function cannot be printed; call it with ()")


def _guarded(name: str, filter_: Function, allowance: Allowance) -> Function:
    # Jinja2 marks a filter that is to get the template's setting before its value.
    skipped = 1 if hasattr(filter_, "jinja_pass_arg") else 0

    @wraps(filter_)
    def guarded(*given: object, **named: object) -> object:
        value, *others = given[skipped:]
        if isinstance(value, LoopContext) and name != "attr":
            value = list(value)  # what is left of the loop
        if name in _AT_A_GLANCE:
            allowance.take(1)
        else:
            allowance.take_for(value, *others, *named.values())
        if name == "join" and (len(others) > 1 or "attribute" in named):
            value = _attributes(given[0], value, named.pop("attribute", None) or others.pop())
        _refuse(name, value, tuple(others), named)
        allowance.take(steps_of(name, value, (*others, *named.values())))
        if name == "unique":
            _refuse_alike(given[0], value, *others, **named)
        made = filter_(*given[:skipped], value, *others, **named)
        refuse_giant_number(made)
        if isinstance(made, Iterator) and not isinstance(made, Undefined):
            made = list(made)
        if name not in _AT_A_GLANCE:
            allowance.take_for(made)
        return made

    return guarded


def _attributes(context: object, value: object, attribute: object) -> list[object]:
    """Take an attribute of each thing that is to be joined."""
    assert isinstance(context, EvalContext)
    if not isinstance(value, list | tuple) or not isinstance(attribute, str | int):
        raise TypeError("joining by an attribute takes a list and a name")
    return [make_attrgetter(context.environment, attribute)(each) for each in value]


def _refuse_alike(
    environment: object, value: object, case_sensitive: object = None, attribute: object = None
) -> None:
    """Refuse what ``unique`` is not to look for."""
    del case_sensitive
    assert isinstance(environment, Environment)
    if isinstance(value, list | tuple) and isinstance(attribute, str | int | None):
        for each in map(make_attrgetter(environment, attribute), value):
            refuse_key(each)


def _refuse(
    name: str, value: object, others: tuple[object, ...], named: Mapping[str, object]
) -> None:
    given = (*others, *named.values())
    if name in _MAKE_TEXT:
        for each in (value, *given):
            refuse_unprintable(each)
    if name == "join":
        _refuse_join(value, others, named)
    elif name == "xmlattr" and isinstance(value, Mapping):
        for each in value.values():
            refuse_unprintable(each)
    elif name == "format":
        refuse_filling(str(value), named or others)
    elif name == "map" and any(each in _OWN for each in given):
        raise SecurityError("using a filter that is not on the list")
    else:
        refuse_step(name, value, given)


def _refuse_join(value: object, others: tuple[object, ...], named: Mapping[str, object]) -> None:
    if isinstance(value, list | tuple):
        for each in value:
            refuse_unprintable(each)
    refuse_joined(named.get("d", others[0] if others else ""), value)
