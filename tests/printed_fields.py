"""What the fields of a profile look like in print: a value goes in, the words to look for come out.

A field that is not text, date or one of these fails until it is said here how it is printed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from careerkit.content.models.calendar_date import CalendarDate
from careerkit.content.models.profile import Profile
from careerkit.content.text import Text
from careerkit.translation.words.locale_words import Words
from careerkit.translation.words.wording import Wording


@dataclass(frozen=True)
class Field:
    """A field's value, the part of the profile that has it, and the title of the one source."""

    value: Any
    owner: Any
    source: str
    words: Words

    @property
    def origin(self) -> Wording:
        """Where a figure comes from, and as of when it holds."""
        as_of = getattr(self.owner, "as_of", None)
        if not self.owner.source:
            return self.words.label("as_of", date=as_of)
        if as_of is None:
            return self.words.label("source_line", source=self.source)
        return self.words.label("source_line_as_of", source=self.source, date=as_of)

    @property
    def change(self) -> Wording:
        """By how much the number of jobs changes."""
        growth = self.owner
        return self.words.label(
            "demand_change", since=growth.since, until=growth.until, percent=growth.percent
        )

    @property
    def copy(self) -> Wording:
        """That not a source itself but a copy of it was read; its title, where it was."""
        if not self.value:
            return Text(self.owner.title)
        if self.owner.via is None:
            return self.words.label("read_in_copy")
        return self.words.label("read_in_copy_via", via=self.owner.via)

    @property
    def compared(self) -> Wording:
        """A figure that pay is compared with."""
        other = self.owner
        return self.words.pay_amount(other.amount, other.currency, other.period)

    @property
    def middle(self) -> Wording:
        """The middle of a range of pay."""
        pay = self.owner
        return self.words.pay_amount(pay.middle, pay.currency, pay.period)

    @property
    def unit_of_pay(self) -> Wording:
        """The unit of a chart, or the one figure that there is, which says it itself."""
        if self.owner.high is None:
            return self.words.pay_range(self.owner)
        return self.words.pay_unit(self.owner.currency, self.owner.period)

    @property
    def start_of_pay(self) -> Wording:
        """The figure at the lower end, or the one figure that there is."""
        if self.owner.high is None:
            return self.words.pay_range(self.owner)
        return self.words.pay_low(self.owner)

    @property
    def end_of_pay(self) -> Wording:
        """The figure at the upper end, or the one figure that there is."""
        if self.owner.high is None:
            return self.words.pay_range(self.owner)
        return self.words.pay_high(self.owner)


_PRINTED: dict[str, Callable[[Field], Wording]] = {
    "country": lambda field: field.words.country(field.value),
    "interests": lambda field: field.words.label(f"interest_{field.value}"),
    "demand.rating": lambda field: field.words.label(f"demand_{field.value}"),
    "demand.source": lambda field: field.origin,
    "demand.as_of": lambda field: field.origin,
    "skills.kind": lambda field: field.words.label(f"{field.value}_skills"),
    "subjects.need": lambda field: field.words.label(f"subjects_{field.value}"),
    "roadmap.activities.cost": lambda field: field.words.label(field.value),
    "resources.cost": lambda field: field.words.label(field.value),
    "resources.kind": lambda field: field.words.label(f"resource_{field.value}"),
    "resources.language": lambda field: field.words.language_name(field.value),
    "pay.low": lambda field: field.start_of_pay,
    "pay.high": lambda field: field.end_of_pay,
    "pay.open_ended": lambda field: field.end_of_pay,
    "pay.currency": lambda field: field.unit_of_pay,
    "pay.period": lambda field: field.unit_of_pay,
    "pay.source": lambda field: field.origin,
    "pay.as_of": lambda field: field.origin,
    "facts.amount": lambda field: field.words.fact_figure(field.owner),
    "facts.currency": lambda field: field.words.fact_figure(field.owner),
    "facts.qualifier": lambda field: field.words.fact_figure(field.owner),
    "facts.source": lambda field: field.origin,
    "facts.as_of": lambda field: field.origin,
    "demand.change.percent": lambda field: field.change,
    "demand.change.since": lambda field: field.change,
    "demand.change.until": lambda field: field.change,
    "pay.middle": lambda field: field.middle,
    "pay_compared.amount": lambda field: field.compared,
    "pay_compared.currency": lambda field: field.compared,
    "pay_compared.period": lambda field: field.compared,
    "pay_compared.source": lambda field: field.origin,
    "pay_compared.as_of": lambda field: field.origin,
    "sources.read_in_copy": lambda field: field.copy,
    # To write is what one does at a question anyway: it is not said.
    "worksheet.kind": lambda field: (
        field.owner.prompt
        if field.value == "write"
        else field.words.label(
            f"question_{field.value}", low=field.words.number(1), high=field.words.number(5)
        )
    ),
    "talk.ask_seconds": lambda field: field.words.label("speaker_ask_seconds", count=field.value),
    "worksheet.minutes": lambda field: field.words.minutes(field.value),
    "talk.seconds": lambda field: field.words.label("speaker_seconds", count=field.value),
    "about.reading_grade": lambda field: field.words.label("reading_grade", grade=field.value),
}


def print_field(path: str, owner: object, value: object, words: Words, profile: Profile) -> str:
    """Return what a field's value looks like in print; ``owner`` is the part that has it."""
    if path.endswith(".source") and path not in _PRINTED:
        return f"[{words.number(1)}]"
    if path in _PRINTED:
        source = str(profile.sources[0].title) if profile.sources else ""
        return str(_PRINTED[path](Field(value, owner, source, words)))
    if isinstance(value, CalendarDate):
        return str(words.date(value))
    assert isinstance(value, Text), f"say in tests/printed_fields.py how {path} is printed"
    return str(value)
