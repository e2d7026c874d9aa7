"""Templates that would fill the memory by a slip are refused, and harmless ones are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Explain = Callable[..., list[str]]

# What stands in the section, whose inside begins in line 2, and what is said about it.
GIANTS = {
    "giant range": (
        "{% for i in range(1000000) %}{% endfor %}",
        [
            (
                "2: this cannot be worked out: range too big. The sandbox blocks "
                "ranges larger than "
                "MAX_RANGE (100000)"
            )
        ],
    ),
    "giant repetition": (
        "{% set a = 'ab' * 1000000 %}",
        ["2: a template may not do this: repeating something 1000000 times"],
    ),
    "giant width": (
        "{{ 'x'.ljust(3000000000)|length }}",
        ["2: a template may not do this: ljust with the number 3000000000"],
    ),
    "giant batch": (
        "{% for row in profile.tasks|batch(1000000000, 'x') %}{% endfor %}",
        ["2: a template may not do this: batch with the number 1000000000"],
    ),
    "giant slice": (
        "{% for row in profile.tasks|slice(slices=1000000000) %}{% endfor %}",
        ["2: a template may not do this: slice with the number 1000000000"],
    ),
    "giant hole": (
        "{{ '%1000000000d'|format(1) }}",
        ["2: a template may not do this: filling a hole that is so wide"],
    ),
    "giant hole of an operator": (
        "{{ '%*d' % (1000000000, 1) }}",
        ["2: a template may not do this: filling a hole that is so wide"],
    ),
    "giant replacement": (
        "{{ ('a' * 90000)|replace('a', 'b' * 90000) }}",
        ["2: a template may not do this: replacing something 90000 times"],
    ),
    "giant replacement by a method": (
        "{{ ('a' * 90000).replace('a', 'b' * 90000) }}",
        ["2: a template may not do this: replacing something 90000 times"],
    ),
    "giant join": (
        "{{ (['a'] * 90)|join('b' * 90000) }}",
        ["2: a template may not do this: joining 90 things to 8100090 characters"],
    ),
    "giant join by a method": (
        "{{ 'b'.join(['a' * 90000] * 90) }}",
        ["2: a template may not do this: joining 90 things to 8100090 characters"],
    ),
    "power": ("{{ 9 ** 9999999 }}", ["2: a template may not do this: raising to a power"]),
    "giant join of what a filter gives": (
        "{{ ('ab' * 5000)|list|map('upper')|join('y' * 90000) }}",
        ["2: a template may not do this: joining 10000 things to 900010000 characters"],
    ),
}


@pytest.mark.parametrize(("body", "expected"), GIANTS.values(), ids=GIANTS.keys())
def test_giant(explain: Explain, body: str, expected: list[str]) -> None:
    """If a template would make something giant, then it is said what and in which line."""
    assert explain(body) == [f"classic/booklet.xml:{line}" for line in expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("{{ '%s jobs (+50%%), 250000 more'|format(3) }}", "3 jobs (+50%), 250000 more"),
        ("{{ '%d jobs {about: 250000 more}' % 3 }}", "3 jobs {about: 250000 more}"),
        ("{{ '%5.1f per cent'|format(2) }}", "  2.0 per cent"),
        ("{{ ['a', 'b']|map('upper')|join(', ') }}", "A, B"),
        ("{{ '-' * 12 }}", "-" * 12),
    ],
)
def test_harmless(render_body: Callable[..., str], body: str, expected: str) -> None:
    """If a template makes nothing giant, then it is filled in."""
    assert expected.strip() in render_body(f"<p>{body}</p>")
