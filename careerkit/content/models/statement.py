"""A statement and its sources: a text, or a text with the ids of what bears it out."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field, WithJsonSchema

from careerkit.content.models.content_model import ContentModel
from careerkit.content.models.values import IDENTIFIER_PATTERN, Identifier, Prose, take_text
from careerkit.content.text import Text
from careerkit.content.yaml.nodes import YamlMapping


def _as_list(value: object) -> object:
    return (value,) if isinstance(value, Text) else value


_ONE_ID = {"type": ["string", "number"], "pattern": f"^(?:{IDENTIFIER_PATTERN})$"}

SourceIds = Annotated[
    tuple[Identifier, ...],
    BeforeValidator(_as_list),
    WithJsonSchema({"anyOf": [_ONE_ID, {"type": "array", "items": _ONE_ID}]}),
]
"""The ids of entries under ``sources``: written as one id or as a list of them, always a tuple."""

SAYS_SO = "The id of the entry under sources: that says so, or a list of ids."


class Statement(ContentModel):
    """A text that can name its sources. A plain text is a statement without any."""

    main_text: ClassVar[str] = "text"
    is_its_text: ClassVar[bool] = True
    verbatim: ClassVar[frozenset[str]] = frozenset({"source"})

    text: Prose = Field(description="The text.")
    source: SourceIds = Field((), description=SAYS_SO)

    @classmethod
    def refuse(cls, value: object) -> None:
        """Refuse what is neither a text nor meant to be a text and its sources."""
        if not isinstance(value, YamlMapping) or cls.model_fields.keys().isdisjoint(value):
            take_text(value)
