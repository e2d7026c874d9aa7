"""A date as a source gives it: ``2026-01-31``, ``2026-01`` or ``2026`` goes in, a date comes out.

Many figures are published for a month or a year. Making up a day for them would be inventing. Where
a source gives no date at all, ``unknown`` says so.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from enum import StrEnum
from typing import Literal, Self

Precision = Literal["day", "month", "year"]

_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class UnknownDate(StrEnum):
    """The one value of a date that its source does not give; absent is what nobody looked for."""

    UNKNOWN = "unknown"


class CalendarDate(date):
    """A real date, the first day of what was written, that knows how much was written."""

    __slots__ = ("precision",)

    precision: Precision

    def __new__(cls, year: int, month: int = 1, day: int = 1, precision: Precision = "day") -> Self:
        """Make a date; raises ``ValueError`` for a day that no calendar has."""
        made = super().__new__(cls, year, month, day)
        made.precision = precision
        return made

    @classmethod
    def parse(cls, written: str) -> Self:
        """Read ``2026-01-31``, ``2026-01`` or ``2026``; raises ``ValueError`` for all else."""
        found = _WRITTEN.fullmatch(written)
        if not found:
            raise ValueError(written)
        year, month, day = found.groups()
        precision: Precision = "day" if day else "month" if month else "year"
        return cls(int(year), int(month or 1), int(day or 1), precision)

    @property
    def last_day(self) -> date:
        """The last day of what was written: the day itself, or the end of the month or year."""
        if self.precision == "day":
            return date(self.year, self.month, self.day)
        month = 12 if self.precision == "year" else self.month
        return date(self.year, month, monthrange(self.year, month)[1])

    def __str__(self) -> str:
        """Write the date as it was written."""
        return self.isoformat()[: {"day": 10, "month": 7, "year": 4}[self.precision]]

    def __reduce__(self) -> tuple[type[Self], tuple[int, int, int, Precision]]:
        """Let copies and pickles keep the precision."""
        return (type(self), (self.year, self.month, self.day, self.precision))
