"""The kinds of value a field can hold: a ``Text`` goes in, a text, number, date or flag comes out.

Each kind is a type for pydantic's models and raises ``PydanticCustomError`` with words that can be
shown as they stand: ``message`` says what is wrong, ``hint`` what is allowed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from careerkit.content.excerpt import quote
from careerkit.content.models.calendar_date import CalendarDate, UnknownDate
from careerkit.content.text import Text, can_be_seen
from careerkit.content.web_address import COPY_IT, find_fault
from careerkit.content.yaml.nodes import EMPTY, YamlMapping, YamlSequence
from careerkit.content.yaml.written_number import likely_meanings, other_meaning

Holding: TypeAlias = Literal["", "words", "address"]

ERROR_TYPE = "content"
_NUMBER = re.compile(r"-?(?:[0-9]{1,15}|[0-9]{1,3}(?:_[0-9]{3}){1,4})(?:\.[0-9]{1,6})?")
_FLAGS = {"true": ("true", "yes", "y", "on", "1"), "false": ("false", "no", "n", "off", "0")}


def complain(message: str, hint: str = "") -> PydanticCustomError:
    """Return the error by which a value is refused, in words that can be shown as they stand."""
    return PydanticCustomError(ERROR_TYPE, "{message}", {"message": message, "hint": hint})


def describe(value: object) -> str:
    """Say what was found, in a teacher's words."""
    if isinstance(value, Text):
        return quote(value) if value else "empty text"
    if value is EMPTY:
        return "nothing"
    if isinstance(value, YamlSequence):
        return "a list"
    if isinstance(value, YamlMapping):
        return "a group of fields"
    return "something else"


def take_text(value: object, wanted: str = "text", hint: str = "") -> Text:
    """Return a text that can be seen, or raise what is wrong with it."""
    if not isinstance(value, Text) or not value:
        if isinstance(value, YamlMapping) and not hint:
            hint = 'put quotes around text that contains ": " or brackets'
        if value is EMPTY and not hint:
            hint = 'write it behind the "-", or take the "-" out'
        raise complain(f"expected {wanted}, found {describe(value)}", hint)
    if not can_be_seen(value):
        raise complain(f"expected {wanted}, found nothing that can be seen", hint)
    return value


def _take_number(
    value: object,
    least: int | Decimal | None = None,
    most: int | Decimal | None = None,
    whole: bool = False,
) -> Decimal:
    wanted = "a whole number" if whole else "a number"
    if least is not None:
        wanted += f" from {least:,} to {most:,}" if most is not None else f" of {least:,} or more"
    if least is not None and least == most:
        wanted = str(least)
    text = take_text(value, wanted)
    minus = ""
    if least is not None and any(each.startswith("-") for each in likely_meanings(text)):
        allowed = f"{least:,} to {most:,}" if most is not None else f"{least:,} or more"
        minus = f"take the minus out: {allowed} is allowed"
    if not _NUMBER.fullmatch(text) or (whole and "." in text):
        hint = minus or _advise(text, whole=whole)
        raise complain(f"expected {wanted}, found {quote(text)}", hint)
    number = Decimal(text)
    if (least is not None and number < least) or (most is not None and number > most):
        raise complain(f"expected {wanted}, found {quote(text)}", minus)
    both = other_meaning(text)
    if both and (most is None or Decimal(both[1]) <= most):
        meanings = f"{number.normalize():f} or {Decimal(both[1]):,}"
        raise complain(f"{quote(text)} can mean {meanings}", f"write {both[0]} or {both[1]}")
    return number


def _advise(text: str, *, whole: bool) -> str:
    """Say how to write what may have been meant, or how a number is written."""
    meanings = likely_meanings(text)
    if not all(map(_NUMBER.fullmatch, meanings)):
        return "a number has 15 digits at the most, and 6 behind the point"
    if len(meanings) == 2:
        sign = "comma" if "," in text else "point"
        return f"write {meanings[0]}, or {meanings[1]} if the {sign} begins decimals"
    if meanings and not (whole and "." in meanings[0]):
        return f"write {meanings[0]}"
    example = "12" if whole else "250000 or 1.2"
    return f"write digits only, without commas, signs or units, for example {example}"


def take_money(value: object) -> Decimal:
    """Return an amount of money, or raise what is wrong with it."""
    return _take_number(value, least=0)


def take_date(value: object, alternative: str = "") -> CalendarDate:
    """Return a day, a month or a year, or raise what is wrong with it."""
    hint = f"write year-month-day, for example 2026-01-31, or 2026-01, or 2026{alternative}"
    text = take_text(value, "a date", hint)
    try:
        return CalendarDate.parse(text)
    except ValueError as error:
        raise complain(f"expected a date, found {quote(text)}", hint) from error


def _take_date_or_unknown(value: object) -> CalendarDate | UnknownDate:
    if value == UnknownDate.UNKNOWN:
        return UnknownDate.UNKNOWN
    return take_date(value, "; or unknown, if the source gives no date")


def take_flag(value: object, hint: str = "") -> bool:
    """Return true or false, or raise what is wrong."""
    text = take_text(value, "true or false", hint)
    if text not in ("true", "false"):
        meant = next((flag for flag, words in _FLAGS.items() if text.lower() in words), "")
        told = f"write {meant}" if meant else hint
        raise complain(f"expected true or false, found {quote(text)}", told)
    return text == "true"


def _take_url(value: object) -> Text:
    text = take_text(value, "a web address", COPY_IT)
    if fault := find_fault(text):
        raise complain(*fault)
    return text


def _take_point(value: object) -> tuple[float, float]:
    """Return a point of a picture: its parts of the width and of the height, from 0 to 1."""
    hint = "write how far from the left and from the top, for example [0.5, 0.3]"
    if not isinstance(value, YamlSequence):
        raise complain(f"expected two numbers from 0 to 1, found {describe(value)}", hint)
    if len(value) != 2:
        raise complain(f"expected two numbers from 0 to 1, found {len(value)} in the list", hint)
    across, down = (float(_take_number(item, 0, 1)) for item in value)
    return across, down


def take_image(value: object) -> Text:
    """Return the name of an image file, or raise what is wrong with it as a name."""
    text = take_text(value, "the name of an image file")
    parts = text.split("/")
    if text.startswith("/") or "\\" in text or ":" in text or not all(parts) or ".." in parts:
        raise complain(
            f"{quote(text)} does not lie in source/images",
            'give the path below source/images, with "/" between folders, for example ward.jpg',
        )
    if any(part.startswith(".") for part in parts):
        message = f"{quote(text)} has a name that begins with a dot and is passed over"
        raise complain(message, "give it a name without the dot")
    return text


def _take_word(value: object, pattern: str, wanted: str, hint: str) -> Text:
    text = take_text(value, wanted, hint)
    if not re.fullmatch(pattern, text):
        raise complain(f"expected {wanted}, found {quote(text)}", hint)
    return text


@dataclass(frozen=True, eq=False)
class _Kind:
    """How pydantic reads a value of this kind, and how a JSON Schema describes it."""

    take: Callable[[Any], Any]
    schema: Mapping[str, Any]
    holding: Holding = ""

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.take)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return dict(self.schema)


def holding_of(kind: object) -> Holding:
    """Say what texts of a kind hold: words for people, a web address, or neither."""
    return kind.holding if isinstance(kind, _Kind) else ""


def word(pattern: str, wanted: str, hint: str = "", bare_number: bool = False) -> _Kind:
    """Return the kind of a short text of a certain shape, such as a code.

    ``bare_number`` lets an editor accept it without quotes where it is all digits.
    """
    types = ["string", "number"] if bare_number else "string"
    take = partial(_take_word, pattern=pattern, wanted=wanted, hint=hint)
    return _Kind(take, {"type": types, "pattern": f"^(?:{pattern})$"})


def custom_kind(take: Callable[[Any], Any], schema: Mapping[str, Any]) -> _Kind:
    """Return the kind of a value that a function reads or refuses (see ``complain``)."""
    return _Kind(take, schema)


def whole_number(least: int, most: int) -> _Kind:
    """Return the kind of a whole number between two limits, both allowed."""

    def take(value: object) -> int:
        return int(_take_number(value, least, most, whole=True))

    return _Kind(take, {"type": "integer", "minimum": least, "maximum": most})


def factor(least: float, most: float) -> _Kind:
    """Return the kind of a number to multiply by, between two limits, both allowed."""

    def take(value: object) -> float:
        return float(_take_number(value, Decimal(str(least)), Decimal(str(most))))

    return _Kind(take, {"type": "number", "minimum": least, "maximum": most})


Prose = Annotated[Text, _Kind(take_text, {"type": "string", "minLength": 1}, "words")]
Code = Annotated[Text, _Kind(take_text, {"type": ["string", "number"], "minLength": 1}, "words")]
Number = Annotated[Decimal, _Kind(_take_number, {"type": "number"})]
Money = Annotated[Decimal, _Kind(take_money, {"type": "number", "minimum": 0})]
_DATE_PATTERN = "[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
Date = Annotated[
    CalendarDate,
    _Kind(take_date, {"type": ["string", "integer"], "pattern": f"^{_DATE_PATTERN}$"}),
]
DateOrUnknown = Annotated[
    CalendarDate | UnknownDate,
    _Kind(
        _take_date_or_unknown,
        {
            "type": ["string", "integer"],
            "pattern": f"^(?:{_DATE_PATTERN}|{UnknownDate.UNKNOWN})$",
        },
    ),
]
Flag = Annotated[bool, _Kind(take_flag, {"type": "boolean"})]
Url = Annotated[
    Text,
    _Kind(_take_url, {"type": "string", "format": "uri", "pattern": "^https?://\\S+$"}, "address"),
]
ImageFile = Annotated[
    # What kind of picture it is, its bytes say, not its name.
    Text,
    _Kind(take_image, {"type": "string", "pattern": r"^(?![./])(?!.*(?:/[./]|/$|[\\:]))."}),
]
Point = Annotated[
    tuple[float, float],
    _Kind(
        _take_point,
        {
            "type": "array",
            "items": {"type": "number", "minimum": 0, "maximum": 1},
            "minItems": 2,
            "maxItems": 2,
        },
    ),
]
TAG_PATTERN = re.compile(
    "[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-[a-z0-9]{5,8})*"
)
LanguageTag = Annotated[
    Text, word(TAG_PATTERN.pattern, "a language tag", "for example en or si-LK")
]
Country = Annotated[
    Text, word("[A-Z]{2}", "a country code", "two capital letters (ISO 3166), for example LK")
]
TimeOfDay = Annotated[
    Text,
    word(
        "(?:[01][0-9]|2[0-3]):[0-5][0-9]",
        "a time of day",
        "write hours and minutes from 00:00 to 23:59, for example 07:30",
    ),
]
Currency = Annotated[
    Text, word("[A-Z]{3}", "a currency code", "three capital letters (ISO 4217), for example LKR")
]
IDENTIFIER_PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]*"
Identifier = Annotated[
    Text,
    word(
        IDENTIFIER_PATTERN,
        "a short name",
        "use letters, digits and hyphens without spaces, for example onet-2025",
        bare_number=True,
    ),
]
