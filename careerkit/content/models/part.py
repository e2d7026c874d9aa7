"""What one file of a career says by itself: models in which nothing need be there.

A career that has parts is told in several files, none of which is whole. Each is read by one of
these models, so that what is wrong with a value is told of the file that it stands in, and what is
to be translated is known of each.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, TypeVar, get_origin, get_type_hints

from pydantic import Field, create_model

from careerkit.content.models.content_model import ContentModel
from careerkit.content.models.profile import CareerFile, Overview, Profile
from careerkit.content.models.values import LanguageTag, word
from careerkit.content.text import Text

Model = TypeVar("Model", bound=ContentModel)

FIELDS_OF_THE_SHARED_FILE = ("language", "accent")
"""What a part may not have: it would be another career."""

Region = Annotated[
    Text,
    word(
        "[A-Z]{2}(?:-[A-Z0-9]{1,3})?",
        "the code of a country or of a province",
        "as in the file's name: LK (ISO 3166-1), or LK-2 (ISO 3166-2)",
    ),
]


class _RegionsProfile(Profile):
    """A country's part of a career, or a province's."""

    verbatim: ClassVar[frozenset[str]] = Profile.verbatim | {"languages"}

    country: Region = Field(
        description="The country, as in the file's name: ISO 3166-1, or 3166-2 for a province.",
        examples=["LK"],
    )
    languages: tuple[LanguageTag, ...] = Field(
        (),
        min_length=1,
        description="The languages that it is made in; unless you say so, those official there or "
        "read by 5 per cent, as far as there are files of them.",
        examples=[["si", "ta", "en"]],
    )


def _needing_little(
    name: str,
    model: type[Model],
    needed: frozenset[str] = frozenset(),
    overview: type[Overview] = Overview,
) -> type[Model]:
    """Return a model of the same fields, of which only a few are required."""
    kinds = get_type_hints(model, include_extras=True) | {"overview": overview}
    fields: dict[str, Any] = {
        field: (
            kinds[field],
            Field(
                () if get_origin(kinds[field]) is tuple else None,
                description=info.description,
                examples=info.examples,
            ),
        )
        for field, info in model.model_fields.items()
        if info.is_required() and field not in needed
    }
    return create_model(name, __base__=model, __doc__=model.__doc__, **fields)


_PartOfOverview = _needing_little("PartOfOverview", Overview)

SharedFile: type[CareerFile] = _needing_little(
    "SharedFile", Profile, frozenset({"schema_version"}), _PartOfOverview
)
"""The file of a career that has parts: what is true everywhere."""

PartFile: type[CareerFile] = _needing_little(
    "PartFile", _RegionsProfile, frozenset({"schema_version", "country"}), _PartOfOverview
)
"""The file of a part."""
