"""A template that would run for ever, or fill the memory step by step, ends with its line."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from careerkit.layout.templates.allowance import MOST_STEPS, Allowance, OverworkError
from careerkit.layout.templates.tree import MOST_DEPTH, MOST_LOOPS

Explain = Callable[..., list[str]]
TOO_MUCH = (
    f"the template takes more than {MOST_STEPS:,} steps\n"
    "  hint: look for a loop that runs too often, or a text that grows with each turn"
)
REFUSED = "a template may not do this: "
TOO_DEEP = "too many things stand inside one another"
_DOUBLING = "{{% set n = namespace(s={0}) %}}{{% for i in range(60) %}}\n{1}\n{{% endfor %}}"

# What stands in a template from line 2 on, the line that is told, and what is said.
ENDLESS = {
    "doubled by ~": (
        _DOUBLING.format("'x' * 1000", "{% set n.s = n.s ~ n.s %}"),
        (3, REFUSED + "putting texts together to 1,024,000 characters"),
    ),
    "doubled by +": (
        _DOUBLING.format("'x' * 1000", "{% set n.s = n.s + n.s %}"),
        (3, REFUSED + "putting texts together to 1,024,000 characters"),
    ),
    "doubled by a set": (
        _DOUBLING.format("'x'", "{% set n.s %}{{ n.s }}{{ n.s }}{% endset %}"),
        (3, TOO_MUCH),
    ),
    "doubled list": (
        _DOUBLING.format("[1]", "{% set n.s = n.s + n.s %}"),
        (3, REFUSED + "making a list of 131072 things"),
    ),
    "list in a list": (
        _DOUBLING.format("[1]", "{% set n.s = [n.s, n.s] %}"),
        (3, REFUSED + "a list inside lists that holds so much"),
    ),
    "pair in a pair": (
        _DOUBLING.format("(1, 2)", "{% set n.s = (n.s, n.s) %}{{ n.s == 1 }}"),
        (3, TOO_MUCH),
    ),
    "mapping in a mapping": (
        _DOUBLING.format("[1]", "{% set n.s = dict(a=n.s, b=n.s) %}"),
        (3, TOO_MUCH),
    ),
    "squared": (
        _DOUBLING.format("99", "{% set n.s = n.s * n.s %}"),
        (3, REFUSED + "working with a number of so many digits"),
    ),
    "escaped again": (
        _DOUBLING.replace("60", "90000").format("'&' * 9000", "{% set n.s = n.s|forceescape %}"),
        (3, TOO_MUCH),
    ),
    "loops": (
        "{% for a in range(90000) %}{% for b in range(90000) %}\n{% endfor %}{% endfor %}",
        (2, TOO_MUCH),
    ),
    "a filter in a loop": (
        "{% set all = range(90000) %}{% for a in all %}\n{{ all|sort|first }}{% endfor %}",
        (3, TOO_MUCH),
    ),
    "a cut in a loop": (
        "{% set all = range(90000) %}{% for a in all %}\n{{ all[1:]|first }}{% endfor %}",
        (3, TOO_MUCH),
    ),
    "a comparison in a loop": (
        "{% set all = 'a' * 90000 %}{% for a in all %}\n{{ 'b' in all }}{% endfor %}",
        (3, TOO_MUCH),
    ),
    "a macro that calls itself twice": (
        "{% macro m(n) %}\n{{ m(n - 1) ~ m(n - 1) if n else '' }}{% endmacro %}{{ m(60) }}",
        (3, TOO_MUCH),
    ),
    "a loop that calls itself twice": (
        "{% for a in [1, 2] recursive %}\n{{ loop([1, 2]) if loop.depth < 60 }}{% endfor %}",
        (3, TOO_MUCH),
    ),
    "a template that uses itself twice": (
        "{% include 'again.xml' %}",
        (3, TOO_MUCH),
    ),
    "a macro without end": (
        "{% macro m() %}\n{{ m() }}{% endmacro %}{{ m() }}",
        (3, "the template uses itself without end"),
    ),
    "captured": (
        "{% set all %}\n{% for a in range(90000) %}" + "x" * 900 + "{% endfor %}{% endset %}",
        (2, REFUSED + "putting texts together to 33,554,700 characters"),
    ),
    "holes": (
        "<p>\n{{ ('%(a)s' * 1000)|format(a='x' * 90000) }}</p>",
        (3, REFUSED + "filling a hole that is so wide"),
    ),
    "wide holes": (
        "<p>\n{{ '%90000d' * 90 % 1 }}</p>",
        (3, REFUSED + "filling a hole that is so wide"),
    ),
    "places": (
        "<p>\n{{ 1|round(90000000, 'floor') }}</p>",
        (3, REFUSED + "rounding to more than 30 places"),
    ),
    "indent": (
        "<p>\n{{ ('a\n' * 9000)|indent(9000) }}</p>",
        (4, REFUSED + "indenting 9001 lines by 9000"),
    ),
    "lists added up": (
        "<p>\n{{ [[1]]|sum(start=[]) }}</p>",
        (3, REFUSED + "adding up lists"),
    ),
    "digits": ("<p>\n{{ " + "9" * 5000 + " }}</p>", (3, "the number is too large")),
    "no end of a number": ("<p>\n{{ 1e999 }}</p>", (3, "the number is too large")),
    "brackets": ("<p>\n{{ " + "(" * 300 + "1" + ")" * 300 + " }}</p>", (3, TOO_DEEP)),
    "sums": ("<p>\n{{ " + "1 + " * MOST_DEPTH + "1 }}</p>", (3, TOO_DEEP)),
    "conditions": ("<p>" + "\n{% if 1 %}" * 90 + "{% endif %}" * 90 + "</p>", (83, TOO_DEEP)),
    "loop in a loop": (
        "<p>" + "\n{% for a in [1] %}" * 25 + "{% endfor %}" * 25 + "</p>",
        (3 + MOST_LOOPS, f"more than {MOST_LOOPS} loops stand inside one another"),
    ),
}
AGAIN = """\
{% set depth = depth|default(0) + 1 %}
{% if depth < 40 %}
{% include 'again.xml' %}{% include 'again.xml' %}
{% endif %}
"""


@pytest.mark.parametrize("name", ENDLESS)
def test_endless(explain: Explain, write: Callable[[str, str, str], Path], name: str) -> None:
    """If a template would do more than any document needs, then it is stopped at its line."""
    body, (line, told) = ENDLESS[name]
    write("classic", "again.xml", AGAIN)
    (problem,) = explain(body)
    file = "again.xml" if "again.xml" in body else "booklet.xml"
    assert problem.replace("again.xml:2:", "again.xml:3:") == f"classic/{file}:{line}: {told}"


def test_each_filling_in_has_an_allowance_of_its_own(render_body: Callable[..., str]) -> None:
    """If many documents are filled in one after the other, then none has less for it."""
    loops = "{% for a in range(90000) %}{% endfor %}" * 10
    for _ in range(6):
        assert render_body(f"<p>a</p>{loops}") == 'Paragraph text="a" role=body'


def test_allowance() -> None:
    """If all steps are taken, then the next one is refused, until it begins again."""
    allowance = Allowance()
    allowance.take(MOST_STEPS)
    with pytest.raises(OverworkError):
        allowance.take(1)
    allowance.begin()
    allowance.take_for(["a" * 16] * 9, {"b": ("c", 1.5)})
    with pytest.raises(OverworkError):
        allowance.take(MOST_STEPS - 20)
    assert sys.getrecursionlimit() >= 1000  # what the limits of depth were measured with


# --- searches, numbers and keys that would take as long without a long text or list ------------


_LONG = "{{% set s = '{0}' * 90000 %}}{{% set s = s ~ s ~ s ~ s ~ s ~ s ~ s ~ s %}}\n"
_PRIME = 2305843009213693951  # all its multiples have one hash
_NO_KEY = (
    "this cannot be worked out: "
    "a list cannot be a key, and is not like another; take a text or a number"
)
SLOW = {
    "a trim by many letters": (
        _LONG.format("x") + "{% set y = 'y' * 90000 ~ 'x' %}{{ s|trim(y) }}",
        TOO_MUCH,
    ),
    "a method that strips": (_LONG.format("x") + "{{ s.strip('y' * 90000 ~ 'x') }}", TOO_MUCH),
    "a search from the end": (_LONG.format("a") + "{{ s.rfind('b' ~ s) }}", TOO_MUCH),
    "a word over many lines": (_LONG.format("a") + "{{ s|wordwrap(1)|length }}", TOO_MUCH),
    "numbers that hash alike": (
        f"{{% set p = {_PRIME} %}}",
        "the number is too large",
    ),
    "numbers made alike": (
        "{% set p = '2305843009213693951'|int %}",
        REFUSED + "working with a number of so many digits",
    ),
    "a number of many digits": (
        "{{ '%x'|format(('f' * 90000)|int(base=16)) }}",
        REFUSED + "working with a number of so many digits",
    ),
    "sums of numbers": (
        "{{ [1152921504606846975, 1152921504606846975]|sum }}",
        REFUSED + "working with a number of so many digits",
    ),
    "lists that hash alike": (
        "{{ [(1, 2), (1, 2)]|unique|length }}",
        _NO_KEY,
    ),
    "lists as keys": (
        "{{ {(1, 2): 3}|length }}",
        _NO_KEY,
    ),
    "lists as keys of a dict": (
        "{{ dict([((1, 2), 3)])|length }}",
        _NO_KEY,
    ),
}


@pytest.mark.parametrize("name", SLOW)
def test_slow(explain: Explain, name: str) -> None:
    """If one step would take as long as a million, then it costs as many, or is refused."""
    body, told = SLOW[name]
    (problem,) = explain(body)
    line = 3 if body.startswith("{% set s") else 2
    assert problem == f"classic/booklet.xml:{line}: {told}"


def test_what_a_document_needs_is_not_slow(render_body: Callable[..., str]) -> None:
    """If mappings, sums and searches are of the size that layouts have, then they are there."""
    body = (
        "{{ dict([('a', 1)], b=2)['b'] }}{{ dict({'c': 3}).c }}{{ {1: 4}[1] }}"
        "{{ ['a', 'A', 'b']|unique|join }}{{ [{'k': 1}, {'k': 1}]|unique(attribute='k')|length }}"
        "{{ 'xax'|trim('x') }}{{ ('a ' * 900)|wordwrap(20)|length }}{{ 10**0 if 0 else 10 * 10 }}"
    )
    assert render_body(f"<p>{body}</p>") == 'Paragraph text="234ab1a1799100" role=body'
