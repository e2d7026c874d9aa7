"""A locale and the one it falls back to go in; what is wrong with its labels comes out.

A language may leave a hole out only for another that says the same, such as an amount with its
currency. A plural form for few things need not say the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from difflib import get_close_matches

from careerkit.content.models.locale import Locale
from careerkit.content.nearest import nearest
from careerkit.content.problem import Problem
from careerkit.content.text import Text
from careerkit.translation.words.labels import Label, LabelError, forms_of, holes_of

# What each hole may be replaced by: every layout fills those of one line together.
_ALTERNATIVES: dict[str, frozenset[str]] = {
    "low": frozenset({"low_money"}),
    "low_money": frozenset({"low"}),
    "high": frozenset({"high_money"}),
    "high_money": frozenset({"high"}),
}
_CURRENCY = "currency"
# What CLDR or the locale's own pattern says where a language has no label for it, and the holes
# that such a label has to have.
_OPTIONAL: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (re.compile("country_[a-z]{2}|currency_[a-z]{3}"), frozenset()),
    (re.compile("language_[a-z]{2,3}(?:-[a-z0-9]+)*|month_(?:[1-9]|1[0-2])"), frozenset()),
    (re.compile("date_long"), frozenset({"day", "month", "year"})),
    (re.compile("date_month"), frozenset({"month", "year"})),
    (re.compile("money_[a-z]{3}"), frozenset({"amount"})),
)


def check_labels(locale: Locale, reference: Locale) -> tuple[Problem, ...]:
    """Return an error for each hole that a label of ``locale`` lacks or ``reference`` has not.

    A label that may be left out has the holes that are said here, whatever ``reference`` has.
    """
    found: list[Problem] = []
    for name, label in locale.labels.items():
        known = reference.labels.get(name)
        optional = _holes_of_optional(name)
        try:
            if optional is not None:
                found += _compare_holes(name, label, optional, optional)
            elif known is not None:
                found += _compare(name, label, known)
        except LabelError as error:
            found.append(error.problem)
    return tuple(sorted(found))


def is_optional(name: str) -> bool:
    """Return whether a language may do without a label: CLDR or a pattern says the same."""
    return _holes_of_optional(name) is not None


def find_unknown_labels(locale: Locale, reference: Locale) -> Iterator[Problem]:
    """Yield a warning for each label of ``locale`` whose name ``reference`` does not have."""
    lacking = [name for name in reference.labels if name not in locale.labels]
    for name, label in locale.labels.items():
        if name in reference.labels or is_optional(name):
            continue
        file = reference.place.file
        hint = (
            nearest(name, lacking)
            or nearest(name, reference.labels)
            or f"take it out; if a layout of yours prints it, put it into {file} too"
        )
        place = next(iter(forms_of(label).values())).place
        yield Problem(place, f"labels.{name}", "unknown label", hint, "warning")


def _compare(name: str, label: Label, known: Label) -> Iterator[Problem]:
    allowed = {hole for form in forms_of(known).values() for hole in holes_of(name, form)}
    required = set(holes_of(name, _general(known)))
    for hole in list(allowed):
        allowed |= _ALTERNATIVES.get(hole, frozenset())
    if allowed & {"low_money", "high_money"}:
        allowed.add(_CURRENCY)
    yield from _compare_holes(name, label, allowed, required)


def _compare_holes(
    name: str, label: Label, allowed: Set[str], required: Set[str]
) -> Iterator[Problem]:
    for category, form in forms_of(label).items():
        field = f"labels.{name}" + (f".{category}" if category else "")
        holes = set(holes_of(name, form))
        for hole in sorted(holes - allowed):
            near = get_close_matches(hole, sorted(allowed), n=1)
            listed = ", ".join(f"{{{one}}}" for one in sorted(allowed)) or "none"
            hint = f"did you mean {{{near[0]}}}?" if near else f"this label's holes: {listed}"
            yield Problem(form.place, field, f"nothing fills the hole {{{hole}}}", hint)
        if category not in ("", "other"):
            continue
        for hole in sorted(required - holes):
            if not _replaced(hole, holes):
                yield Problem(
                    form.place,
                    field,
                    f"the hole {{{hole}}} is missing",
                    f"put {{{hole}}} where it belongs in the sentence",
                )


def _holes_of_optional(name: str) -> frozenset[str] | None:
    return next((holes for pattern, holes in _OPTIONAL if pattern.fullmatch(name)), None)


def _replaced(hole: str, holes: set[str]) -> bool:
    if hole == _CURRENCY:
        return bool(holes & {"low_money", "high_money"})
    return bool(holes & _ALTERNATIVES.get(hole, frozenset()))


def _general(label: Label) -> Text:
    return label if isinstance(label, Text) else label["other"]
