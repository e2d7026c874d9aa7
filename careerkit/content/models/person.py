"""A person who does the work: what they are and say, how they came there, a day of theirs.

A real person, who has agreed to stand there.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from careerkit.content.models.content_model import ContentModel
from careerkit.content.models.values import (
    ImageFile,
    Prose,
    TimeOfDay,
    complain,
    custom_kind,
    take_flag,
)


def _take_consent(value: object) -> bool:
    hint = "print a person only who has agreed to it, and then write consent: true"
    if not take_flag(value, hint):
        raise complain("a person who has not agreed is not printed", hint)
    return True


class Moment(ContentModel):
    """Something done at a time of the day."""

    verbatim: ClassVar[frozenset[str]] = frozenset({"time"})

    time: TimeOfDay = Field(description="When, as 07:30 or 16:00.", examples=["07:30"])
    text: Prose = Field(description="What is done then, short.", examples=["The ovens are lit"])


class Person(ContentModel):
    """A real person who does this work and has agreed to be shown."""

    verbatim: ClassVar[frozenset[str]] = frozenset({"name", "photo"})
    names: ClassVar[frozenset[str]] = frozenset({"name"})

    name: Prose = Field(description="The person's name.")
    role: Prose | None = Field(None, description="What the person does.", examples=["Baker"])
    workplace: Prose | None = Field(
        None, alias="place", description="Where.", examples=["A hotel in Galle"]
    )
    quote: Prose | None = Field(None, description="What the person says, word for word.")
    route: tuple[Prose, ...] = Field((), description="How the person came there, step by step.")
    day: tuple[Moment, ...] = Field((), description="A day by the clock.")
    photo: ImageFile | None = Field(
        None, description="A picture's path below source/images.", examples=["people/baker.jpg"]
    )
    consent: Annotated[bool, custom_kind(_take_consent, {"const": True})] = Field(
        description="true: the person has agreed to be shown with all of this."
    )
