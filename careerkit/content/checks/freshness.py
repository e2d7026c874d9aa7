"""A profile and a day go in; warnings about figures without a source or a date, and old ones.

Pay is old sooner than other figures: it changes every year.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, TypeAlias

from careerkit.content.models.calendar_date import CalendarDate
from careerkit.content.models.pay_and_facts import ComparedPay, Demand, Fact, Pay
from careerkit.content.models.profile import Profile
from careerkit.content.problem import Problem, warn

PAY_MONTHS = 18
"""How many months pay is told for."""

OTHER_MONTHS = 36
"""How many months any other figure is told for."""

_Figure: TypeAlias = Pay | ComparedPay | Demand | Fact


class _Dated(NamedTuple):
    """A figure that has a date: where it is, its date, and the last day on which it is not old."""

    path: str
    figure: _Figure
    as_of: CalendarDate
    last_day: date


def check_figures(profile: Profile, today: date) -> Iterator[Problem]:
    """Yield the warnings about the figures of a profile, as of a day."""
    for path, figure in figures_of(profile):
        if not figure.source:
            hint = "name in source: the id of an entry under sources:"
            yield warn(figure.place, path, "figure without a source", hint)
        if figure.as_of is None:
            hint = "say in as_of: when it was true, for example 2025 or 2025-05"
            yield warn(figure.place, path, "figure without a date", hint)
    dated = list(_dated_of(profile))
    for one in dated:
        if one.last_day < today:
            months = _months_of(one.figure)
            hint = "look for a newer one; it may have another source"
            message = f"this figure is of {one.as_of}, more than {months} months ago"
            yield warn(one.figure.place_of("as_of"), f"{one.path}.as_of", message, hint)
    yield from _check_review(profile, [one for one in dated if one.last_day >= today])


def _check_review(profile: Profile, dated: list[_Dated]) -> Iterator[Problem]:
    """Warn of a review that comes after a figure is old; those that are old are told already."""
    about = profile.about
    if about is None or about.review_by is None or not dated:
        return
    first = min(dated, key=lambda one: one.last_day)
    if about.review_by.last_day > first.last_day:
        yield warn(
            about.place_of("review_by"),
            "about.review_by",
            f"{first.path} is of {first.as_of}, and too old before this review",
            f"review the profile by {first.last_day}, or look for a newer figure",
        )


def figures_of(profile: Profile) -> Iterator[tuple[str, _Figure]]:
    """Give each figure with its dotted path."""
    yield from ((f"pay[{index}]", entry) for index, entry in enumerate(profile.pay))
    for index, compared in enumerate(profile.pay_compared):
        yield f"pay_compared[{index}]", compared
    if profile.demand is not None:
        yield "demand", profile.demand
    yield from ((f"facts[{index}]", fact) for index, fact in enumerate(profile.facts))


def _dated_of(profile: Profile) -> Iterator[_Dated]:
    for path, figure in figures_of(profile):
        if isinstance(figure.as_of, CalendarDate):
            last_day = _add_months(figure.as_of.last_day, _months_of(figure))
            yield _Dated(path, figure, figure.as_of, last_day)


def _months_of(figure: _Figure) -> int:
    return PAY_MONTHS if isinstance(figure, Pay | ComparedPay) else OTHER_MONTHS


def _add_months(day: date, count: int) -> date:
    """Return the same day some months later, or the last of a month that is shorter."""
    years, month = divmod(day.month - 1 + count, 12)
    year = day.year + years
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
