"""Whatever Python raises in a template has the template's file and line, wherever it is raised."""

from __future__ import annotations

import builtins
import os
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from careerkit.content import ContentError
from careerkit.layout import load_layout, render_document
from careerkit.layout.templates.engine import TemplateEngine
from careerkit.layout.templates.filters import FILTERS
from careerkit.layout.templates.names import helpers_of
from careerkit.layout.templates.parts import read_part
from careerkit.translation.words.locale_words import Words
from tests.layout.conftest import Profile, Render, short_messages, wrap

Explain = Callable[..., list[str]]
Write = Callable[[str, str, str], Path]

# What stands in line 2 of a template, and what is said.
MISTAKES = {
    "assertion": ("{{ profile.tagline|truncate(2) }}", "expected length >= 3, got 2"),
    "assertion in a macro": (
        "{% macro m() %}{{ 'a'|truncate(1) }}{% endmacro %}{{ m() }}",
        "expected length >= 3, got 1",
    ),
    "a filtered block that gives a list": (
        "{% filter list %}x{% endfilter %}",
        "a list cannot be printed as it is; go through it with {% for %}",
    ),
    "a filtered block that gives a function": (
        "{% filter attr('upper') %}x{% endfilter %}",
        "a function cannot be printed; call it with ()",
    ),
    "division": ("{{ 1 / 0 }}", "division by zero"),
    "type": ("{{ 1 + 'a' }}", "unsupported operand type(s) for +: 'int' and 'str'"),
    "comparison": ("{{ 1 < 'a' }}", "'<' not supported between instances of 'int' and 'str'"),
    "sorting": ("{{ [1, 'a']|sort }}", "'<' not supported between instances of 'str' and 'int'"),
    "value": ("{{ 'a b'|wordwrap(0) }}", "invalid width 0 (must be > 0)"),
    "unpacking": ("{% for a, b in [1] %}{% endfor %}", "cannot unpack non-iterable int object"),
    "sort of a mapping": (
        "{{ {}|dictsort(by='x') }}",
        'you can only sort by either "key" or "value"',
    ),
    "slices": ("{{ [1]|slice(0) }}", "integer division or modulo by zero"),
    "cycle of nothing": (
        "{% for a in [1] %}{{ loop.cycle() }}{% endfor %}",
        "no items for cycling given",
    ),
    "value of what is no namespace": (
        "{% set profile.title = 'a' %}",
        "cannot assign attribute on non-namespace object",
    ),
    "block of what is no namespace": (
        "{% set a = {} %}{% set a.b %}c{% endset %}",
        "cannot assign attribute on non-namespace object",
    ),
    "arguments of a macro": (
        "{% macro m() %}{% endmacro %}{{ m(1) }}",
        "macro 'm' takes not more than 0 argument(s)",
    ),
    "arguments of a helper": (
        "{{ money(1) }}",
        "money takes amount (a number) and currency (a text)",
    ),
    "argument too many": (
        "{{ money(1, 'LKR', 2) }}",
        "money takes amount (a number) and currency (a text)",
    ),
    "unknown argument": (
        "{{ money(1, 'LKR', places=2) }}",
        "money takes amount (a number) and currency (a text)",
    ),
    "type of an argument": (
        "{{ money('1', 'LKR') }}",
        "money takes amount (a number) and currency (a text); amount is a text",
    ),
    "no number": (
        "{{ number('inf'|float) }}",
        "number takes value (a number); value is no number",
    ),
    "no date": ("{{ date(2026) }}", "date takes value (a date); value is a number"),
    "no list": ("{{ list('ab') }}", "list takes items (a list of texts); items is a text"),
    "no texts": ("{{ list([1]) }}", "list takes items (a list of texts); items is a list"),
    "no pay": (
        "{{ pay_range(profile) }}",
        "pay_range takes pay (an entry of pay); pay is profile",
    ),
    "no fact": (
        "{{ fact_figure(none) }}",
        "fact_figure takes fact (an entry of facts); fact is none",
    ),
    "name of a label": ("{{ _(1) }}", "_ takes name (a text); name is a number"),
    "name of a template": (
        "{% include profile %}",
        "profile is not a list; name one of its fields",
    ),
    "names of templates": (
        "{% include [1] %}",
        "a template is named by a text, not by a number",
    ),
    "loop over a number": ("{% for a in 1 %}{% endfor %}", "'int' object is not iterable"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistake(explain: Explain, write: Write, name: str) -> None:
    """If something in a template cannot be worked out, then its line is told."""
    body, told = MISTAKES[name]
    write("classic", "other.xml", "")
    assert explain(body) == [f"classic/booklet.xml:2: this cannot be worked out: {told}"]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("{% filter attr('__class__') %}x{% endfilter %}", "a text has nothing called '__class__'"),
        ("<p>{# words</p>", "missing end of comment tag"),
    ],
)
def test_mistake_of_jinja(explain: Explain, body: str, told: str) -> None:
    """If Jinja2 tells a mistake where no line of a template is at work, then its line is told."""
    assert explain(body) == [f"classic/booklet.xml:2: {told}"]


@pytest.mark.parametrize(
    ("holder", "place"),
    [
        ("{{% include 'other.xml' %}}", "classic/other.xml:2"),
        ("{{% import 'other.xml' as other %}}", "classic/other.xml:2"),
        ("{{% from 'macros.xml' import wrong %}}\n{{{{ wrong() }}}}", "classic/macros.xml:2"),
        ("{{% call(a) m() %}}\n{0}{{% endcall %}}", "classic/booklet.xml:5"),
        ("{{% filter upper %}}\n{0}{{% endfilter %}}", "classic/booklet.xml:5"),
        ("{{% set a %}}\n{0}{{% endset %}}", "classic/booklet.xml:5"),
        ("{{% with a = 1 %}}\n{0}{{% endwith %}}", "classic/booklet.xml:5"),
        ("{{% for a in [1] %}}\n{0}{{% endfor %}}", "classic/booklet.xml:5"),
        ("{{% for a in [] %}}{{% else %}}\n{0}{{% endfor %}}", "classic/booklet.xml:5"),
        ("{{% if 1 %}}\n{0}{{% endif %}}", "classic/booklet.xml:5"),
        ("{{% block own %}}\n{0}{{% endblock %}}", "classic/booklet.xml:5"),
        ('<p class="\n{0}">a</p>', "classic/booklet.xml:5"),
        ("{{{{ ['a']|map('truncate', 1)|list }}}}", "classic/booklet.xml:4"),
        ("{{{{\n'a'|truncate(1) }}}}", "classic/booklet.xml:5"),
    ],
)
def test_place(explain: Explain, write: Write, holder: str, place: str) -> None:
    """If a mistake stands in any kind of statement, then the line it stands in is told."""
    wrong = "{{ 'a'|truncate(1) }}"
    write("classic", "other.xml", f"\n{wrong}")
    write("classic", "macros.xml", f"{{% macro wrong() %}}\n{wrong}{{% endmacro %}}")
    macro = "{% macro m() %}{{ caller(1) }}{% endmacro %}"
    assert explain(f"{macro}\n\n{holder.format(wrong)}") == [
        f"{place}: this cannot be worked out: expected length >= 3, got 1"
    ]


ERRORS = sorted(
    name
    for name, each in vars(builtins).items()
    if isinstance(each, type)
    and issubclass(each, Exception)
    and not issubclass(each, UnicodeError | OSError | ExceptionGroup | StopIteration)
)


@pytest.mark.parametrize("name", ERRORS)
def test_any_error(
    render: Render, layouts_dir: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """If anything at all is raised while a template is filled in, then its line is told."""
    error: type[Exception] = getattr(builtins, name)

    def fail(*_: object) -> None:
        raise error("Of one\nkind.")

    monkeypatch.setattr(Words, "has_label", fail)
    with pytest.raises(ContentError) as caught:
        render(wrap("<p>a</p>\n<p>{{ has_label('a') }}</p>"))
    (told,) = short_messages(caught.value, layouts_dir)
    assert told.startswith("classic/booklet.xml:3: ")
    assert "\nk" not in told


def test_a_fault_of_the_program_is_said_to_be_one(
    explain: Explain, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If a helper fails at what it says it takes, then that is not put down to the template."""

    def fail(*_: object) -> None:
        raise KeyError("a")

    monkeypatch.setattr(Words, "has_label", fail)
    assert explain("{{ has_label('a') }}") == [
        (
            "classic/booklet.xml:2: this cannot be worked out: has_label: KeyError: 'a'\n"
            "  hint: if what has_label is given is right, this is a bug in careerkit: "
            "please report it"
        )
    ]


ODD = ("none", "1.5", "'a'", "['a', 1]", "{}", "profile")


@pytest.mark.parametrize("name", sorted(FILTERS))
def test_filter_of_anything(layouts_dir: Path, profile: Profile, words: Words, name: str) -> None:
    """If a filter is given whatever there is, then it gives something or its line is told."""
    engine = TemplateEngine(layouts_dir, ("classic",))
    names = {**helpers_of(words), "profile": read_part(profile)}
    path = layouts_dir / "classic" / "odd.xml"
    turns = count()
    for value in ODD:
        for arguments in ("", "(-1)", "('a')", "([])", "(profile, 'a')"):
            expression = f"({value})|{name}{arguments}"
            path.write_text(f"<p>a</p>\n\n{{% set a = {expression} %}}", encoding="utf-8")
            os.utime(path, ns=(0, next(turns)))  # no two of the same age
            try:
                engine.render("classic/odd.xml", names)
            except ContentError as error:
                for told in short_messages(error, layouts_dir):
                    assert told.startswith("classic/odd.xml:3: "), expression


def test_file_that_cannot_be_read(
    write: Write,
    layouts_dir: Path,
    profile: Profile,
    words: Words,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """If a template's file cannot be read, then that is not put down to what stands in it."""
    path = write("classic", "booklet.xml", wrap("<p>a</p>"))
    opened = Path.open

    def refuse(self: Path, *given: object, **named: object) -> object:
        if self == path:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(self, *given, **named)  # type: ignore[call-overload]  # as it was given

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(PermissionError):
        render_document(load_layout("classic", layouts_dir), "booklet", "pages", profile, words)
