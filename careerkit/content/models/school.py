"""The school that hands a guide out: what ``source/school.yaml`` says, typed, with places.

A school's words are the same in all languages but for those it has translated, field by field.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, ClassVar, TypeVar

from pydantic import Field

from careerkit.content.excerpt import quote
from careerkit.content.language_tag import lineage
from careerkit.content.models.content_model import ContentModel
from careerkit.content.models.values import (
    TAG_PATTERN,
    Code,
    ImageFile,
    LanguageTag,
    Prose,
    Url,
    complain,
    custom_kind,
)
from careerkit.content.text import Text

MOST_DETAILS = 12
"""More lines than a back page has room for beside a stamp."""

_Said = TypeVar("_Said")


def _take_tag(key: object) -> str:
    if not isinstance(key, str) or not TAG_PATTERN.fullmatch(key):
        raise complain(
            f"expected a language tag, found {quote(str(key))}", "for example si or si-LK"
        )
    return str(key)


class Logo(ContentModel):
    """The school's mark, a picture from source/images."""

    verbatim: ClassVar[frozenset[str]] = frozenset({"file"})

    file: ImageFile = Field(description="Its path below source/images.", examples=["logo.png"])
    alt: Prose = Field(description="What it shows, for those who do not see it.")


class Counsellor(ContentModel):
    """Whom to ask at school. What is absent stays a line to fill in by pen."""

    main_text: ClassVar[str] = "name"

    name: Prose | None = Field(None, description="The counsellor's name.")
    room: Code | None = Field(None, description="Where to find them.", examples=["Room 12"])
    hours: Prose | None = Field(None, description="When.", examples=["Mondays, 13:00 to 15:00"])
    phone: Code | None = Field(None, description="The number to call.", examples=["011 234 5678"])
    email: Prose | None = Field(None, description="The address to write to.")


class Detail(ContentModel):
    """One more thing to say of a school, with its name before it."""

    label: Prose = Field(description="What it is.", examples=["WhatsApp"])
    value: Code = Field(description="What it says.")


class School(ContentModel):
    """A school in one language: all that a page or a slide says of it."""

    name: Prose = Field(description="The school's name.")
    logo: Logo | None = Field(None, description="Its mark, below source/images.")
    counsellor: Counsellor | None = Field(None, description="Whom to ask at school.")
    address: Prose | None = Field(None, description="Where it is.")
    website: Url | None = Field(None, description="Its address on the web.")
    more: tuple[Detail, ...] = Field(
        (), max_length=MOST_DETAILS, description="What else to say, each with its name."
    )


class LogoWords(ContentModel):
    """What is said of a logo in another language."""

    main_text: ClassVar[str] = "alt"

    alt: Prose = Field(description="What it shows, for those who do not see it.")


class SchoolTranslation(ContentModel):
    """What is written otherwise in another language; all else stays as it is."""

    name: Prose | None = Field(None, description="The school's name.")
    logo: LogoWords | None = Field(None, description="What is said of the logo.")
    counsellor: Counsellor | None = Field(None, description="Whom to ask at school.")
    address: Prose | None = Field(None, description="Where it is.")
    website: Url | None = Field(None, description="Its address on the web in this language.")
    more: tuple[Detail, ...] = Field(
        (), max_length=MOST_DETAILS, description="All of more, in this language."
    )


_Tag = Annotated[
    str, custom_kind(_take_tag, {"type": "string", "pattern": f"^(?:{TAG_PATTERN.pattern})$"})
]


class SchoolFile(School):
    """A school as its file has it, with its translations by BCP 47 tags."""

    language: LanguageTag = Field(
        default_factory=lambda: Text("en"),
        description="BCP 47 tag of the language that it is written in; English unless you say so.",
        examples=["si"],
    )
    translations: dict[_Tag, SchoolTranslation] = Field(
        default_factory=dict,
        description="What is written otherwise in other languages, by their tags.",
    )

    def said_in(self, tag: str) -> School:
        """Return the school in a language.

        Each field is that of the first translation of its lineage (``si-LK``, then ``si``) that
        has it, else as it stands; its text says which language it is in.
        """
        found = [self.translations[one] for one in lineage(tag) if one in self.translations]
        logo = self.logo
        if logo is not None:
            words = (one.logo.alt for one in found if one.logo)
            logo = logo.model_copy(update={"alt": _first_of(words, logo.alt)})
        return School.model_construct(
            name=next((one.name for one in found if one.name), self.name),
            logo=logo,
            counsellor=_merge([one.counsellor for one in found], self.counsellor),
            address=_first_of((one.address for one in found), self.address),
            website=_first_of((one.website for one in found), self.website),
            more=_first_of((one.more for one in found), self.more),
        )


def _first_of(said: Iterable[_Said], own: _Said) -> _Said:
    """Return the first that says anything, else what the file itself says."""
    return next(filter(None, said), own)


def _merge(said: Sequence[Counsellor | None], own: Counsellor | None) -> Counsellor | None:
    """Return what several say of one counsellor, each field by the first that has it."""
    counsellors = [one for one in (*said, own) if one]
    if not counsellors:
        return None
    return Counsellor.model_construct(
        **{
            name: _first_of((getattr(one, name) for one in counsellors), None)
            for name in Counsellor.model_fields
        }
    )
