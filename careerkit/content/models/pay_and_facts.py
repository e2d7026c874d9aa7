"""The parts of a profile that hold numbers and money, and the sources they come from."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from careerkit.content.models.content_model import ContentModel
from careerkit.content.models.statement import SAYS_SO, SourceIds
from careerkit.content.models.values import (
    Currency,
    Date,
    DateOrUnknown,
    Flag,
    Identifier,
    Money,
    Number,
    Prose,
    Url,
)

Period = Literal["year", "month", "day", "hour"]

_AS_OF = "When the figure was true: a day, a month or a year; unknown if the source gives no date."


class Pay(ContentModel):
    """What one level earns in one region."""

    verbatim: ClassVar[frozenset[str]] = frozenset({"currency", "source"})

    region: Prose = Field(description="Where this is paid.", examples=["Sri Lanka"])
    level: Prose | None = Field(None, description="For whom.", examples=["First job"])
    low: Money = Field(description="The lower end, digits only.", examples=[90000])
    middle: Money | None = Field(
        None,
        description="The middle one (median): half earn less, half more; between low and high.",
        examples=[140000],
    )
    high: Money | None = Field(None, description="The upper end.", examples=[250000])
    open_ended: Flag = Field(False, description="true if pay goes on above the upper end.")
    currency: Currency = Field(description="ISO 4217 code.", examples=["LKR"])
    period: Period = Field(description="What the pay is for.")
    as_of: DateOrUnknown | None = Field(None, description=_AS_OF, examples=["2025-05"])
    source: SourceIds = Field((), description=SAYS_SO)


class ComparedPay(ContentModel):
    """A figure that pay is compared with, such as what people in all kinds of work earn."""

    verbatim: ClassVar[frozenset[str]] = frozenset({"currency", "source"})

    label: Prose = Field(description="Whose pay it is.", examples=["The middle of all jobs"])
    amount: Money = Field(description="How much, digits only.", examples=[65000])
    currency: Currency = Field(description="ISO 4217 code.", examples=["LKR"])
    period: Period = Field(description="What the pay is for.")
    as_of: DateOrUnknown | None = Field(None, description=_AS_OF, examples=["2025-05"])
    source: SourceIds = Field((), description=SAYS_SO)


class Growth(ContentModel):
    """By how much the number of jobs is expected to change between two years."""

    percent: Number = Field(
        description="Per cent; with a minus sign if there will be fewer.", examples=[9]
    )
    since: Date = Field(description="The year it is counted from.", examples=[2024])
    until: Date = Field(description="The year it is expected for.", examples=[2034])


class Demand(ContentModel):
    """How many people are wanted in this work."""

    verbatim: ClassVar[frozenset[str]] = frozenset({"source"})

    rating: Literal["low", "steady", "growing", "high", "short"] = Field(
        description="In one word; short: employers cannot find enough people."
    )
    note: Prose | None = Field(None, description="In a sentence or two.")
    change: Growth | None = Field(None, description="The expected change in figures.")
    as_of: DateOrUnknown | None = Field(None, description=_AS_OF, examples=["2024"])
    source: SourceIds = Field((), description=SAYS_SO)


class Fact(ContentModel):
    """One striking figure: an ``amount`` that is a number, or a ``value`` in words."""

    verbatim: ClassVar[frozenset[str]] = frozenset({"currency", "source"})

    label: Prose = Field(description="What the figure is about.", examples=["Export income"])
    amount: Number | None = Field(None, description="A number, digits only.", examples=[1200000000])
    currency: Currency | None = Field(None, description="ISO 4217 code, if the amount is money.")
    qualifier: Literal["over", "about", "under"] | None = Field(
        None, description="How exact the amount is."
    )
    value: Prose | None = Field(
        None, description="The figure in words, instead of an amount.", examples=["7 in 10"]
    )
    note: Prose | None = Field(None, description="A sentence that explains the figure.")
    as_of: DateOrUnknown | None = Field(None, description=_AS_OF, examples=["2023"])
    source: SourceIds = Field((), description=SAYS_SO)


class Source(ContentModel):
    """A publication that facts are taken from."""

    verbatim: ClassVar[frozenset[str]] = frozenset({"id", "title", "publisher", "url", "licence"})
    names: ClassVar[frozenset[str]] = frozenset({"title", "via"})

    id: Identifier = Field(description="A short name for use in source:.", examples=["onet"])
    title: Prose = Field(description="The publication's title.")
    publisher: Prose | None = Field(None, description="Who publishes it.")
    url: Url | None = Field(None, description="Its address on the web.")
    published: Date | None = Field(None, description="When it was published.", examples=["2025"])
    retrieved: Date | None = Field(None, description="When you read it.", examples=["2026-01-31"])
    licence: Prose | None = Field(
        None,
        description="On what terms; none if it names none and only facts are taken from it.",
        examples=["CC BY 4.0", "none"],
    )
    read_in_copy: Flag = Field(
        False, description="true if not it but a copy or a quotation of it was read."
    )
    via: Prose | None = Field(
        None,
        description="Whose copy or quotation was read.",
        examples=["a page of the careers library"],
    )
