"""The words of a language: a locale goes in, labels and figures written its way come out.

Layout templates call this. Every sentence is one label with holes, so that a language may order
its parts as it needs; nothing is glued together here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, TypeGuard

from careerkit.content.models.calendar_date import CalendarDate, UnknownDate
from careerkit.content.problem import Place
from careerkit.content.text import Text
from careerkit.translation.words.cldr_formats import NO_BREAK_SPACE, CldrFormats, Number
from careerkit.translation.words.labels import LabelError, choose_form, fill_holes, find_label
from careerkit.translation.words.wording import JoinedText, Wording, join

if TYPE_CHECKING:
    from careerkit.content.models.locale import Locale
    from careerkit.content.models.pay_and_facts import Fact, Pay


class Words:
    """Labels, numbers, money, dates and names in one language."""

    def __init__(self, locale: Locale, lenders: Sequence[Locale] = ()) -> None:
        """Speak the language of a locale file. ``lenders`` may lend it labels, see ``lend``."""
        self.locale = locale
        self.borrowed: set[str] = set()  # labels written since it was last emptied, that were lent
        self._lent: set[str] = set()
        self._labels = dict(locale.labels)
        self._lenders = tuple(lenders)
        self._formats = CldrFormats(locale.tag, locale.fallback, locale.digits, locale.habits)
        self._place = locale.place_of("labels")
        self._place_of_figures = locale.digits.place if locale.digits else locale.place

    def label(self, name: str, **holes: object) -> Wording:
        """Write a label; numbers and dates in holes are written the language's way.

        A label with plural forms takes the one its number asks for. Raises ``LabelError``.
        """
        label = find_label(self._labels, name, self._place)
        if name in self._lent:
            self.borrowed.add(name)
        if isinstance(label, Mapping):
            label = choose_form(
                name, label, lambda hole: self._category(holes.get(hole)), self._place
            )
        values = {hole: self._fill(name, hole, holes[hole], label.place) for hole in holes}
        return fill_holes(name, label, values)

    def has_label(self, name: str) -> bool:
        """Return whether the language has a label."""
        return name in self._labels

    def lend(self, name: str) -> Locale | None:
        """Take a label from the first lender that has it; return which one has."""
        for lender in self._lenders:
            if name in lender.labels and self._labels.get(name) is not lender.labels[name]:
                self._labels[name] = lender.labels[name]
                self._lent.add(name)
                return lender
        return None

    def number(self, value: Number) -> Text:
        """Write a number in full: "250,000"."""
        return self._text(self._formats.number(value))

    def digits(self, text: str) -> Text:
        """Write the digits of a text ("2026") in the language's own, ungrouped."""
        return self._text(self._formats.digits(text))

    def money(self, amount: Number, currency: str) -> Text:
        """Write an amount of money in full: "Rs 120,000", "USD 120,000".

        A label ``money_xxx``, whose hole is ``{amount}``, says how amounts of one currency are
        written; else the locale's ``money`` does for all, with the code; else CLDR.
        """
        if not self._money_label(currency) and not self.locale.money:
            return self._text(self._formats.money(amount, currency))
        return self._pinned_money(self._plain_money(amount, currency), currency)

    def currency(self, code: str) -> Text:
        """Return a currency's name by its ISO 4217 code, as where it is counted: "US dollars".

        A label ``currency_xxx`` wins over CLDR. Raises ``ValueError`` for what is no code.
        """
        name = self._formats.currency_name(code)
        return self._pinned(f"currency_{code.lower()}") or self._text(name)

    def pay_range(self, pay: Pay) -> Wording:
        """Write a pay entry as a phrase: "Rs 120,000 to more than 300,000 a year".

        Labels may take the figures with their currency (``{low_money}``) or without (``{low}``).
        """
        holes: dict[str, Wording] = {
            "currency": self.currency(pay.currency),
            "low": self._plain_money(pay.low, pay.currency),
            "low_money": self.money(pay.low, pay.currency),
        }
        if pay.high is None:
            shape = "from" if pay.open_ended else "single"
        else:
            shape = "range_open" if pay.open_ended else "range"
            holes["high"] = self._plain_money(pay.high, pay.currency)
            holes["high_money"] = self.money(pay.high, pay.currency)
        return self.label(f"pay_{shape}_{pay.period}", **holes)

    def pay_amount(self, amount: Number, currency: str, period: str) -> Wording:
        """Write one figure of pay as a phrase: "Rs 120,000 a year"."""
        return self.label(
            f"pay_single_{period}",
            currency=self.currency(currency),
            low=self._plain_money(amount, currency),
            low_money=self.money(amount, currency),
        )

    def pay_low(self, pay: Pay) -> Wording:
        """Write the figure at the low end of a pay bar; "900 or more" if it is the only end."""
        figure = self._plain_money(pay.low, pay.currency)
        is_floor = pay.high is None and pay.open_ended
        return self.label("pay_or_more", figure=figure) if is_floor else figure

    def pay_high(self, pay: Pay) -> Wording:
        """Write the figure at the high end of a pay bar: "more than 300,000"."""
        if pay.high is None:
            return Text("")
        figure = self._plain_money(pay.high, pay.currency)
        return self.label("pay_more_than", figure=figure) if pay.open_ended else figure

    def pay_unit(self, currency: str, period: str) -> Wording:
        """Write the unit of a pay chart: "US dollars a year"."""
        return self.label(f"pay_unit_{period}", currency=self.currency(currency))

    def fact_figure(self, fact: Fact) -> Wording:
        """Write a fact's figure: "over US$1.2 billion", or its value as it stands."""
        if fact.amount is None:
            return self._as_text(fact.value or "")
        if not fact.currency:
            figure: Wording = self._text(self._formats.compact_number(fact.amount))
        elif self._formats.is_large(fact.amount):
            amount = self._text(self._formats.compact_number(fact.amount))
            figure = self._pinned_money(amount, fact.currency)
        else:
            figure = self.money(fact.amount, fact.currency)
        return self.label(f"figure_{fact.qualifier}", figure=figure) if fact.qualifier else figure

    def date(self, value: dt.date | UnknownDate) -> Wording:
        """Write a date in full, or as much of it as its source gave: a month, a year, or no date.

        A locale may pin the order with the labels ``date_long`` and ``date_month``, whose holes
        are ``{day}``, ``{month}`` and ``{year}``, and a month's name with ``month_1`` to
        ``month_12``.
        """
        if isinstance(value, UnknownDate):
            return self.label("undated")
        precision = value.precision if isinstance(value, CalendarDate) else "day"
        year = self.digits(str(value.year))
        if precision == "year":
            return year
        if precision == "month":
            month = self._month(value, alone=True)
            if not self.has_label("date_month"):
                return self._text(self._formats.month_and_year(value, month))
            return self.label("date_month", month=month, year=year)
        month = self._month(value)
        if not self.has_label("date_long"):
            return self._text(self._formats.date(value, month))
        return self.label("date_long", day=self.digits(str(value.day)), month=month, year=year)

    def country(self, code: str) -> Text:
        """Return a country's name by its ISO 3166 code; a label ``country_xx`` wins over CLDR."""
        return self._pinned(f"country_{code.lower()}") or self._text(self._formats.country(code))

    def list(self, items: Sequence[Wording | str]) -> Wording:
        """Write a list as a phrase ("a, b and c"); each item keeps its language and place."""
        wordings = [item if isinstance(item, JoinedText) else self._as_text(item) for item in items]
        if not wordings:
            return Text("")
        return join(
            wordings[part] if isinstance(part, int) else self._text(part)
            for part in self._formats.list_pattern(len(wordings))
        )

    def language_name(self, tag: str) -> Text:
        """Return what a language is called in this one; a label ``language_xx`` wins over CLDR."""
        pinned = self._pinned(f"language_{tag.lower()}")
        return pinned or self._text(self._formats.language_name(tag))

    def weekdays(self) -> tuple[Text, ...]:
        """Return the names of the days of the week, from Monday on."""
        return tuple(map(self._text, self._formats.weekdays()))

    def minutes(self, count: Number) -> Wording:
        """Write a length of time: "1 minute", "20 minutes"."""
        return self.label("minutes", count=count)

    def _month(self, value: dt.date, *, alone: bool = False) -> Text:
        pinned = self._pinned(f"month_{value.month}")
        return pinned or self._text(self._formats.month(value, alone=alone))

    def _pinned(self, name: str) -> Text | None:
        """Return the label by which a locale file wins over CLDR, if it has it."""
        pinned = self._labels.get(name)
        return pinned if isinstance(pinned, Text) else None

    def _plain_money(self, amount: Number, currency: str) -> Text:
        """Write an amount without its currency: "120,000", "16.80"."""
        places = self._formats.currency_places(currency)
        return self._text(self._formats.number(amount, places=places))

    def _pinned_money(self, amount: Text, currency: str) -> Text:
        # Where CLDR has no compact money, the code goes first: the order of ISO 4217 in prose.
        label = self._money_label(currency)
        name = f"money_{currency.lower()}" if label else "money"
        pattern = (label or self.locale.money or "{currency} {amount}").replace(" ", NO_BREAK_SPACE)
        place = label.place if label else self._place
        values: dict[str, Wording] = {"currency": self._as_text(currency), "amount": amount}
        return self._text(str(fill_holes(name, Text(pattern, place=place), values)))

    def _money_label(self, currency: str) -> Text | None:
        return self._pinned(f"money_{currency.lower()}")

    def _category(self, value: object) -> str | None:
        return self._formats.plural_category(value) if _is_number(value) else None

    def _fill(self, name: str, hole: str, value: object, place: Place) -> Wording:
        if isinstance(value, JoinedText):
            return value
        if isinstance(value, dt.date | UnknownDate):
            return self.date(value)
        if isinstance(value, str):
            return self._as_text(value)
        if _is_number(value):
            return self.number(value)
        kind = type(value).__name__
        message = f"the hole {{{hole}}} takes a text, a number or a date, not {kind}"
        raise LabelError(name, message, fault="filling", place=place, hole=hole)

    def _text(self, written: str) -> Text:
        return Text(written, self._formats.language, self._place_of_figures)

    def _as_text(self, value: str) -> Text:
        return value if isinstance(value, Text) else Text(value, self.locale.tag)


def _is_number(value: object) -> TypeGuard[Number]:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)
