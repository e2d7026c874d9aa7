"""A language: what a file of ``source/locales/`` says, typed, every value with its place."""

from __future__ import annotations

from string import Formatter
from typing import Annotated, ClassVar, Literal

from pydantic import Discriminator, Field, PrivateAttr, Tag

from careerkit.content.digit_systems import DIGIT_ZERO
from careerkit.content.models.content_model import ContentModel
from careerkit.content.models.values import (
    TAG_PATTERN,
    LanguageTag,
    Prose,
    complain,
    custom_kind,
    describe,
    factor,
    word,
)
from careerkit.content.nearest import nearest
from careerkit.content.text import Text
from careerkit.content.yaml.nodes import YamlMapping

_CATEGORIES = ("zero", "one", "two", "few", "many", "other")


def _take_money(value: object) -> Text:
    wanted = "a pattern such as {currency} {amount}"
    hint = 'write it in quotes, with the two holes {currency} and {amount}: "{currency} {amount}"'
    if not isinstance(value, Text):
        raise complain(f"expected {wanted}", hint)
    try:
        holes = sorted(name for _, name, form, turn in Formatter().parse(value) if name is not None)
    except ValueError as error:
        raise complain(f'expected {wanted}, found "{value}"', hint) from error
    if holes != ["amount", "currency"]:
        raise complain(f'expected {wanted}, found "{value}"', hint)
    return value


def _take_digits(value: object) -> Text:
    if not isinstance(value, Text) or value not in DIGIT_ZERO:
        near = nearest(value, DIGIT_ZERO) if isinstance(value, Text) else ""
        hint = near or f"there are: {', '.join(DIGIT_ZERO)}"
        raise complain(f"expected a CLDR system of ten digits, found {describe(value)}", hint)
    return value


def _take_forms(value: object) -> dict[str, Text]:
    if not isinstance(value, YamlMapping):
        raise complain("expected text", "put quotes around it")
    for name, text in value.items():
        if name not in _CATEGORIES:
            listed = ", ".join(_CATEGORIES)
            raise complain(f'"{name}" is not a plural category', f"allowed are {listed}")
        if not isinstance(text, Text) or not text:
            raise complain(f'the form for "{name}" has no text')
    if "other" not in value:
        raise complain('the form for "other" is missing', "every language has it (CLDR)")
    return {name: text for name, text in value.items() if isinstance(text, Text)}


def _label_kind(value: object) -> str:
    return "(forms)" if isinstance(value, YamlMapping) else "(text)"


_FORMS_SCHEMA = {
    "type": "object",
    "properties": {name: {"type": "string"} for name in _CATEGORIES},
    "required": ["other"],
    "additionalProperties": False,
}
Forms = Annotated[dict[str, Text], custom_kind(_take_forms, _FORMS_SCHEMA)]
Label = Annotated[
    Annotated[Prose, Tag("(text)")] | Annotated[Forms, Tag("(forms)")], Discriminator(_label_kind)
]


class Locale(ContentModel):
    """How one language is named, set and written, and its label for each thing layouts print."""

    verbatim: ClassVar[frozenset[str]] = frozenset(
        {"fallback", "habits", "digits", "money", "same_as_english"}
    )

    name: Prose = Field(description="Its own name.", examples=["සිංහල"])
    english_name: Prose = Field(description="Its English name.", examples=["Sinhala"])
    fallback: LanguageTag | None = Field(
        None, description="The language to use where a text is missing.", examples=["en"]
    )
    habits: (
        Annotated[Text, word(TAG_PATTERN.pattern, "a language tag", "for example en-GB")] | None
    ) = Field(
        None,
        description="The country's own way of writing lists, dates and numbers (CLDR).",
        examples=["en-GB"],
    )
    direction: Literal["ltr", "rtl"] = Field(
        "ltr", description="ltr, or rtl from right to left; its script tells if you do not."
    )
    fonts: tuple[Prose, ...] = Field(
        min_length=1,
        description="Families in layouts/fonts, the first that has a character is used.",
        examples=[["Noto Sans Sinhala", "Noto Sans"]],
    )
    deck_fonts: tuple[Prose, ...] = Field(
        min_length=1,
        description="What the presenter's machine is likely to have, the best first.",
        examples=[["Nirmala UI"]],
    )
    line_height: Annotated[float, factor(1, 3)] | None = Field(
        None, description="Leading as a multiple of the type size.", examples=[1.65]
    )
    size_scale: Annotated[float, factor(0.8, 1.5)] = Field(
        1.0, description="By how much to enlarge the type.", examples=[1.05]
    )
    digits: Annotated[Text, custom_kind(_take_digits, {"enum": list(DIGIT_ZERO)})] | None = Field(
        None, description="CLDR numbering system.", examples=["latn"]
    )
    money: (
        Annotated[
            Text,
            custom_kind(_take_money, {"type": "string", "pattern": "\\{(amount|currency)\\}"}),
        ]
        | None
    ) = Field(
        None,
        description="How an amount of money is written; CLDR decides if it is not said.",
        examples=["{currency} {amount}"],
    )
    same_as_english: tuple[Prose, ...] = Field(
        (),
        description="Labels that are meant to read as in English; others of them are told.",
        examples=[["site"]],
    )
    labels: dict[str, Label] = Field(description="Every label that layouts use.")

    _tag: str = PrivateAttr(default="")

    @property
    def tag(self) -> str:
        """The BCP 47 tag, which is the stem of the file's name."""
        return self._tag

    def tagged(self, tag: str) -> Locale:
        """Say which language this is; returns the locale."""
        self._tag = tag
        return self
