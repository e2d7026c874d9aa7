"""Numbers, money, dates and names of a language: values go in, CLDR's strings come out.

The one module that knows Babel, which is imported when the first figure is written.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal, localcontext
from functools import cache, cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias

from careerkit.content.digit_systems import DIGIT_ZERO
from careerkit.translation.language_tags import PSEUDO_TAGS, same_base

if TYPE_CHECKING:
    import babel

Number: TypeAlias = int | float | Decimal

NO_BREAK_SPACE = "\u00a0"

_COMPACT_FROM = 1_000_000
_COMPACT_FRACTION_DIGITS = 3
_EXACT_FRACTION_DIGITS = 20
_MANY = 100  # of a currency: the plural form of its name
# Codes that stand for no money (CLDR 48).
_NO_CURRENCIES = frozenset(["XTS", "XXX"])
_CURRENCY = re.compile("[A-Z]{3}")
_LIST_ITEM = re.compile("\ue000([0-9]+)\ue001")


class CldrFormats:
    """CLDR's way of writing values in one language, with the digits of the locale file."""

    def __init__(
        self, tag: str, fallback: str | None, digits: str | None, habits: str | None = None
    ) -> None:
        """Take a BCP 47 tag, the tag to use where CLDR does not know it, and a digit system.

        ``habits`` is a tag of the same language, such as ``en-GB`` for ``en``, to write by. One of
        another language is asked only where CLDR does not know the tag at all.
        """
        self._tag = tag
        is_own = habits is not None and (same_base(habits, tag) or tag in PSEUDO_TAGS)
        own = (habits, tag) if is_own else (tag, habits)
        self._tags = (*filter(None, own), fallback or "en", "en")
        self._digits = digits

    @cached_property
    def cldr(self) -> babel.Locale:
        """CLDR's data nearest to the tag: ``en-LK`` is not there, so it gives ``en``."""
        from babel import Locale, UnknownLocaleError

        for tag in self._tags:
            subtags = tag.split("-")
            while subtags:
                try:
                    return Locale.parse("_".join(subtags))
                except (UnknownLocaleError, ValueError):
                    subtags.pop()
        raise AssertionError("CLDR always has English")

    @property
    def language(self) -> str:
        """The tag of the language that these strings really are in."""
        if self._tag.split("-")[0] == self.cldr.language:
            return self._tag
        return str(self.cldr).replace("_", "-")

    @property
    def is_known(self) -> bool:
        """Return whether CLDR knows the language itself, not only one to use in its stead."""
        return same_base(self.cldr.language, self._tag)

    def plural_category(self, value: Number) -> str:
        """Return the CLDR plural category of a number: zero, one, two, few, many or other."""
        return str(self.cldr.plural_form(_exact(value)))

    def number(self, value: Number, *, places: int = 0) -> str:
        """Write a number in full, with the language's grouping.

        One that is not whole has at least so many places after the point: 16.80 of a currency.
        """
        from babel.numbers import format_decimal

        exact = _exact(value)
        pattern = None
        if places and exact != int(exact):
            written = "." + "0" * places + "#" * 6
            pattern = re.sub(r"\.#+", written, self.cldr.decimal_formats[None].pattern)
        return self._with_digits(
            format_decimal(
                exact,
                format=pattern,
                locale=self.cldr,
                numbering_system=self._symbols,
                decimal_quantization=False,
            )
        )

    def is_large(self, value: Number) -> bool:
        """Return whether a number is better read in words than as a row of digits."""
        exact = _exact(value)
        return exact >= _COMPACT_FROM or exact <= -_COMPACT_FROM

    def compact_number(self, value: Number) -> str:
        """Write a large number in words ("1.2 billion") where that loses nothing of it.

        It is written in full where CLDR has no words for it.
        """
        from babel.numbers import format_compact_decimal

        exact = _exact(value)
        kind = self._compact_kind
        if kind is None or not self.is_large(value):
            return self.number(value)

        def write(fraction_digits: int) -> str:
            return format_compact_decimal(
                exact,
                format_type=kind,
                locale=self.cldr,
                fraction_digits=fraction_digits,
                numbering_system=self._symbols,
            )

        with localcontext() as context:
            context.prec = len(str(abs(int(exact)))) + 2 * _EXACT_FRACTION_DIGITS
            whole = write(_EXACT_FRACTION_DIGITS)
            for fraction_digits in range(_COMPACT_FRACTION_DIGITS + 1):
                if write(fraction_digits) == whole:
                    return self._with_digits(whole)
        return self.number(value)

    def money(self, value: Number, currency: str) -> str:
        """Write an amount as CLDR does; whole amounts without the places after the point."""
        from babel.numbers import format_currency

        _check_currency(currency)
        exact = _exact(value)
        pattern = self.cldr.currency_formats["standard"].pattern
        if exact == int(exact):
            pattern = re.sub(r"\.0+", "", pattern)
        return self._with_digits(
            format_currency(
                exact,
                currency,
                format=pattern,
                locale=self.cldr,
                currency_digits=False,
                numbering_system=self._symbols,
            )
        )

    def currency_places(self, currency: str) -> int:
        """Return how many places after the point a currency has (ISO 4217).

        Raises ``ValueError`` for what is no code of a currency, as ``money`` does.
        """
        from babel.numbers import get_currency_precision

        _check_currency(currency)
        return int(get_currency_precision(currency))

    def currency_name(self, currency: str) -> str:
        """Return what a currency is called where it is counted: "US dollars"; its code if unnamed.

        Raises ``ValueError`` for what is no code of a currency, as ``money`` does.
        """
        from babel.numbers import get_currency_name

        _check_currency(currency)
        return str(get_currency_name(currency, count=_MANY, locale=self.cldr))

    def digits(self, text: str) -> str:
        """Write the digits of a text ("2026") in the language's own, ungrouped."""
        return self._with_digits(text)

    def date(self, value: dt.date, month: str) -> str:
        """Write a date in CLDR's long form, its month by a name; no line breaks inside it."""
        from babel.dates import format_date

        return self._named(format_date(value, "long", locale=self.cldr), value, month)

    def month_and_year(self, value: dt.date, month: str) -> str:
        """Write a month of a year in CLDR's long form, by a name; no line breaks inside it."""
        from babel.dates import format_skeleton

        return self._named(format_skeleton("yMMMM", value, locale=self.cldr), value, month)

    def _named(self, written: str, value: dt.date, month: str) -> str:
        # CLDR's patterns take either form of a month's name.
        own = {self.month(value), self.month(value, alone=True)}
        for name in sorted(own, key=len, reverse=True):
            if name in written:
                written = written.replace(name, month)
                break
        return self._with_digits(written).replace(" ", NO_BREAK_SPACE)

    def month(self, value: dt.date, *, alone: bool = False) -> str:
        """Return a month's name, in the form it takes inside a date or ``alone``."""
        context = "stand-alone" if alone else "format"
        return str(self.cldr.months[context]["wide"][value.month])

    def weekdays(self) -> tuple[str, ...]:
        """Return the names of the days of the week, as they stand alone, from Monday on."""
        names = self.cldr.days["stand-alone"]["wide"]
        return tuple(str(names[day]) for day in range(7))

    def country(self, code: str) -> str:
        """Return the name of a country by its ISO 3166 code; the code where CLDR has no name."""
        return str(self.cldr.territories.get(code.upper(), code))

    def language_name(self, tag: str) -> str:
        """Return what a language is called in this one; its tag where CLDR has no name."""
        parts = tag.split("-")
        whole = "_".join(parts)
        return str(self.cldr.languages.get(whole) or self.cldr.languages.get(parts[0], tag))

    def list_pattern(self, count: int) -> list[str | int]:
        """Return a list of ``count`` items as literal strings and, for the items, their numbers."""
        from babel.lists import format_list

        items = [f"\ue000{number}\ue001" for number in range(count)]
        parts = _LIST_ITEM.split(format_list(items, locale=self.cldr))
        return [int(part) if odd % 2 else part for odd, part in enumerate(parts)]

    @cached_property
    def _compact_kind(self) -> Literal["long", "short"] | None:
        """Which words for large numbers CLDR has for this language: "long", else "short" (12亿).

        Those that nearly 200 languages take from CLDR's root, such as G for 1,000,000,000, are
        words of none of them.
        """
        from babel import localedata

        formats = self.cldr.compact_decimal_formats
        if formats.get("long"):
            return "long"
        root = localedata.load("root")["compact_decimal_formats"]["short"]["other"]
        own = formats.get("short", {}).get("other", {})
        return "short" if _patterns(own) != _patterns(root) else None

    @cached_property
    def _symbols(self) -> str:
        """The numbering system whose signs (point, grouping) CLDR has for this language."""
        known = self.cldr.number_symbols
        wanted = self._digits or self.cldr.default_numbering_system
        return wanted if wanted in known else "latn"

    def _with_digits(self, text: str) -> str:
        # Babel 2.18 takes a numbering system's signs but leaves the digits themselves Latin.
        zero = DIGIT_ZERO.get(self._digits or self.cldr.default_numbering_system, ord("0"))
        return "".join(
            chr(zero + int(character)) if character.isdecimal() else character for character in text
        )


@cache
def currency_codes() -> frozenset[str]:
    """Return the codes of the currencies there are and were (ISO 4217)."""
    from babel.core import get_global

    return frozenset(get_global("all_currencies")) - _NO_CURRENCIES


def _patterns(formats: Mapping[str, object]) -> dict[str, str]:
    """Return patterns as text; Babel keeps those of what it has parsed already as objects."""
    return {size: str(getattr(one, "pattern", one)) for size, one in formats.items()}


def _check_currency(code: str) -> None:
    if not _CURRENCY.fullmatch(code):
        raise ValueError(f"{code!r} is not a currency: write three capital letters, as in LKR")


def _exact(value: Number) -> int | Decimal:
    """Return a number without binary rounding; a whole one as an int, as plural rules want it."""
    exact = Decimal(str(value))
    return int(exact) if exact == exact.to_integral_value() else exact
