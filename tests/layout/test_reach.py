"""Everything that a template can reach, walked breadth first: a list of names and nothing else."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from shutil import copytree
from typing import Any, get_args

import pytest
from jinja2 import Environment, Undefined
from jinja2.environment import TemplateModule
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, TemplateReference
from jinja2.utils import Namespace
from markupsafe import Markup

from careerkit.content import read_locale, read_profile
from careerkit.content.models.calendar_date import CalendarDate
from careerkit.content.models.content_model import ContentModel
from careerkit.content.models.credit import TranslationCredit
from careerkit.content.models.profile import Profile
from careerkit.content.models.school import School
from careerkit.content.text import MixedText, Text
from careerkit.layout.templates.filters import _OWN, FILTERS, TESTS
from careerkit.layout.templates.loader import ChainLoader
from careerkit.layout.templates.names import Callee, helpers_of
from careerkit.layout.templates.parts import Part, SourcedText, kind_of, read_part, values_of
from careerkit.layout.templates.sandbox import TemplateEnvironment, make_environment
from careerkit.translation.words.locale_words import Words
from careerkit.translation.words.wording import JoinedText
from tests.shipped import LAYOUTS, PROFILE_OF, SOURCE

# All that a template may ever hold. Nothing else has to be looked through.
KINDS: dict[type, str] = {
    Part: "",  # called by its own kind
    Text: "text of a career",
    MixedText: "text of a career",
    SourcedText: "statement",
    Markup: "text",
    str: "text",
    bool: "true or false",
    int: "number",
    float: "number",
    Decimal: "number",
    type(None): "nothing",
    CalendarDate: "date of a career",
    dt.date: "date",
    JoinedText: "wording",
    list: "list",
    tuple: "list",
    dict: "mapping",
    Callee: "function",
    Macro: "macro",
    BlockReference: "block",
    TemplateReference: "self",
    LoopContext: "loop",
    TemplateModule: "imported template",
    Namespace: "namespace",
}

# A layout on top of the shipped one, that hands over what only a template has.
HANDS_OVER = """\
{{% extends "classic/{edition}.xml" %}}
{{% import "own/other.xml" as other %}}
{{% block cover %}}
  {{%- macro asked() -%}}
    {{{{ hand(caller) }}}}{{{{ hand(varargs) }}}}{{{{ hand(kwargs) }}}}
  {{%- endmacro %}}
  {{%- call asked(1, a=2) %}}{{% endcall %}}
  {{{{- hand(self) }}}}{{{{ hand(super) }}}}{{{{ hand(asked) }}}}{{{{ hand(other) }}}}
  {{{{- hand(namespace(a=1)) }}}}{{{{ hand(dict(a=1)) }}}}{{{{ hand(range(3)) }}}}
  {{%- set captured %}}a{{% endset %}}{{{{ hand(captured) }}}}
  {{{{- hand([profile]|groupby("id")) }}}}{{{{ hand(profile.tools|map("upper")) }}}}
  {{{{- hand(profile.tools|select|batch(2)) }}}}{{{{ hand(list(profile.tools)) }}}}
  {{%- for part in (1, 2) %}}{{{{ hand(loop) }}}}{{% endfor %}}
  {{{{- super() }}}}
{{% endblock %}}
"""


def _empty(kind: Any) -> Any:
    """Give a value of a field's type, so that each field of each model is there."""
    for each in (kind, *get_args(kind)):
        for inner in (each, *get_args(each)):
            if isinstance(inner, type) and issubclass(inner, ContentModel):
                made = _full(inner)
                return (made,) if "tuple" in str(kind) else made
    return (Text("a"),) if "tuple" in str(kind) else Text("a")


def _full(model: type[ContentModel]) -> ContentModel:
    values = {name: _empty(field.annotation or str) for name, field in model.model_fields.items()}
    return model.model_construct(**values)


def _profile() -> Profile:
    profile = _full(Profile)
    assert isinstance(profile, Profile)
    profile.located("baker", SOURCE)
    return profile.credited(TranslationCredit("draft", (Text("a"),), (), 1))


def _school() -> School:
    school = _full(School)
    assert isinstance(school, School)
    return school


@pytest.fixture(params=["booklet", "deck"])
def reached(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[TemplateEnvironment, Any]:
    """Give the environment of a medium's template, and all that a template begins with."""
    own = tmp_path / "own"
    own.mkdir()
    copytree(LAYOUTS / "classic", tmp_path / "classic")
    edition = request.param
    (own / f"{edition}.xml").write_text(HANDS_OVER.format(edition=edition), encoding="utf-8")
    (own / "other.xml").write_text("{% set shown = 1 %}{% macro m() %}{% endmacro %}", "utf-8")
    environment = make_environment(ChainLoader(tmp_path, ("own", "classic")))
    handed: list[object] = [CalendarDate(2026), dt.date(2026, 1, 1), Decimal(1), None, True]
    handed += [MixedText.of((Text("a"), Text("b", "si"))), JoinedText((Text("a"), Text("b")))]
    names = {
        **helpers_of(Words(read_locale(SOURCE / "locales" / "en.yaml"))),
        "profile": read_part(_profile()),
        "school": read_part(_school()),
    }
    begun = [*names.values(), *environment.globals.values()]
    hand = Callee("hand", handed.append)
    career = read_part(read_profile(PROFILE_OF["electrician-gb"], SOURCE))
    environment.get_template(f"own/{edition}.xml").render(
        {**names, "profile": career, "hand": hand}
    )
    assert len(handed) > 20
    return environment, [*begun, *handed]


def _name_of(value: object) -> str:
    if isinstance(value, Part):
        return kind_of(value)
    if isinstance(value, tuple) and type(value) is not tuple:
        return "group"
    assert type(value) in KINDS, f"a template can reach {type(value)}: {value!r}"
    return KINDS[type(value)]


def _names_to_try(value: object) -> Iterator[object]:
    """Give every name that anything in the program has, and a few that have led out elsewhere."""
    yield from sorted({*dir(value), *_TRIED})
    if isinstance(value, dict):
        yield from value
    if isinstance(value, str | list | tuple):
        yield from (0, -1, slice(0, 1))


def _models(model: type[ContentModel]) -> Iterator[type[ContentModel]]:
    yield model
    for field in model.model_fields.values():
        for each in _inner(field.annotation):
            if isinstance(each, type) and issubclass(each, ContentModel):
                yield from _models(each)


def _inner(annotation: object) -> Iterator[object]:
    yield annotation
    for each in get_args(annotation):
        yield from _inner(each)


def _function() -> Iterator[None]:
    yield


_EXAMPLES: tuple[object, ...] = (
    *(_profile(), Words, Path(), "", [], {}, 1, 1.0, dt.date(2026, 1, 1)),
    *(_function, _function(), BlockReference, LoopContext, Namespace, Environment, Context),
)
_MODELS: tuple[type, ...] = (*_models(Profile), TranslationCredit)
_TRIED = {
    *(name for each in (*_EXAMPLES, *_MODELS) for name in dir(each)),
    *(name for each in _MODELS for name in each.__annotations__),
    *("a", "m", "shown", "precision", "cover"),
}


def test_reach(
    reached: tuple[TemplateEnvironment, Any], golden: Callable[[str, str], None]
) -> None:
    """If a template asks for any name of anything, then it gets what is on the list alone."""
    environment, begun = reached
    found: dict[str, set[str]] = {}
    waiting = deque(begun)
    seen: set[tuple[type, object]] = set()
    while waiting:
        value = waiting.popleft()
        name = _name_of(value)
        key = (type(value), name if isinstance(value, Part | Callee | str) else repr(value))
        if key in seen:
            continue
        seen.add(key)
        found.setdefault(name, set())
        for tried in _names_to_try(value):
            environment.allowance.begin()
            given = environment.getitem(value, tried)
            if isinstance(tried, str):
                _try_other_ways(environment, value, tried, given)
            if isinstance(given, Undefined):
                continue
            if isinstance(tried, str) and not isinstance(value, dict | TemplateModule):
                found[name].add(tried)
            waiting.append(given)
    found["self"] = {"(the blocks)"} if found["self"] else set()
    lines = [f"{kind}: {' '.join(sorted(names))}".strip() for kind, names in sorted(found.items())]
    lines += ["", f"filters: {' '.join(sorted(FILTERS))}", f"tests: {' '.join(sorted(TESTS))}"]
    lines += [f"globals: {' '.join(sorted(environment.globals))}"]
    lines += [f"helpers: {' '.join(sorted(each.name for each in begun if _is_helper(each)))}"]
    golden("reach.txt", "\n".join(lines) + "\n")
    assert set(environment.filters) - FILTERS == set(_OWN)
    assert set(environment.tests) == TESTS


def _is_helper(value: object) -> bool:
    return isinstance(value, Callee) and value.name not in ("dict", "namespace", "range")


def _try_other_ways(
    environment: TemplateEnvironment, value: object, name: str, given: object
) -> None:
    """See that a filter finds under a name what a dot does."""
    for other in (
        environment.getattr(value, name),
        environment.call_filter("attr", value, [name]),
    ):
        assert isinstance(other, Undefined) == isinstance(given, Undefined), (value, name)


def test_every_model_is_walked() -> None:
    """If a model is added to a profile, then the walk comes to it."""
    kinds: set[str] = set()
    waiting: list[Any] = [read_part(_profile())]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Part):
            kinds.add(kind_of(value))
            waiting += values_of(value).values()
        elif isinstance(value, SourcedText):
            kinds.add("statement")
        elif isinstance(value, tuple):
            waiting += value
    models = {model.__name__.lower() for model in _models(Profile)}
    assert kinds == models | {"translation"}


@pytest.mark.parametrize("value", [Path(), len, object(), iter(()), {"a": 1}, [1], Profile])
def test_what_no_part_holds(value: object) -> None:
    """If something that is no content were put into a part, then it is refused."""
    with pytest.raises(TypeError, match="no content for a template"):
        Part("profile", {"title": value})
    with pytest.raises(TypeError, match="no content for a template"):
        Part("profile", {"titles": (Text("a"), (value,))})


def test_a_part_stays_as_it_is() -> None:
    """If anything tries to change a part, then it is refused."""
    part = Part("profile", {"title": Text("a")})
    with pytest.raises(AttributeError, match="profile cannot be changed"):
        part.title = "b"
    with pytest.raises(AttributeError):
        part.nosuch  # noqa: B018 - to ask for it is what is tried


def test_nothing_is_kept_from_one_career_to_the_next(
    render_body: Callable[..., str], write: Callable[[str, str, str], Path]
) -> None:
    """If a template writes into what it imported, then the next career's does not see it."""
    write(
        "classic",
        "kept.xml",
        "{% set ns = namespace(n=0) %}"
        "{% macro more() %}{% set ns.n = ns.n + 1 %}{{ ns.n }}{% endmacro %}",
    )
    body = (
        "{% import 'kept.xml' as kept %}{% from 'kept.xml' import ns, more %}"
        "<p>{{ kept.more() }}{{ more() }}{% set ns.n = 70 %}{% set own = kept.ns %}"
        "{% set own.n = own.n + 50 %}{{ kept.more() }}</p>"
    )
    first = render_body(body)
    assert [render_body(body) for _ in range(2)] == [first, first]
