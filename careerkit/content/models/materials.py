"""The parts of a profile to work with: resources, worksheet, glossary, images and the talk."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from careerkit.content.models.content_model import ContentModel
from careerkit.content.models.values import Flag, ImageFile, Point, Prose, Url, whole_number

Seconds = Annotated[int, whole_number(1, 3600)]
Position = Literal[
    "cover",
    "person",
    "opener:work",
    "opener:day",
    "opener:where",
    "opener:pay",
    "opener:skills",
    "opener:roadmap",
    "opener:entry",
    "opener:suits",
    "opener:start",
    "opener:plan",
    "opener:words",
]


class Resource(ContentModel):
    """A course, book or site to start with."""

    main_text: ClassVar[str] = "title"
    verbatim: ClassVar[frozenset[str]] = frozenset({"url", "language"})

    title: Prose = Field(description="Its title.")
    kind: Literal["course", "book", "video", "site", "club", "contest"] | None = Field(
        None, description="What it is."
    )
    url: Url | None = Field(None, description="Its address; printed with a QR code.")
    cost: Literal["free", "paid"] | None = Field(None, description="What it costs.")
    language: Prose | None = Field(None, description="The language it is in.", examples=["en"])
    note: Prose | None = Field(None, description="A sentence about it.")


class Question(ContentModel):
    """A question of the worksheet, with room to write or to draw."""

    main_text: ClassVar[str] = "prompt"

    prompt: Prose = Field(description="The question or task.")
    kind: Literal["write", "draw", "rate", "week"] = Field(
        "write",
        description="What is done: write on lines, draw in a frame, rate on a scale of five, or "
        "fill in the days of a week.",
    )
    lines: Annotated[int, whole_number(1, 60)] | None = Field(
        None, description="How many lines to write on.", examples=[4]
    )
    minutes: Annotated[int, whole_number(1, 240)] | None = Field(
        None, description="How long it takes.", examples=[10]
    )


class Term(ContentModel):
    """A word explained."""

    term: Prose = Field(description="The word.")
    meaning: Prose = Field(description="What it means, in a plain sentence.")


class Image(ContentModel):
    """A picture from source/images, with words for those who do not see it."""

    verbatim: ClassVar[frozenset[str]] = frozenset({"file", "credit", "licence"})

    file: ImageFile = Field(description="Its path below source/images.", examples=["ward.jpg"])
    alt: Prose | None = Field(None, description="What it shows, for those who do not see it.")
    decorative: Flag = Field(False, description="true if it shows nothing worth telling.")
    credit: Prose | None = Field(None, description="Who made it.")
    licence: Prose | None = Field(None, description="On what terms.", examples=["CC BY 4.0"])
    position: Position | None = Field(
        None,
        alias="place",
        description="Where it stands: on the cover, at the opening of a section, or as a person.",
        examples=["cover", "opener:day"],
    )
    focus: Point | None = Field(
        None,
        description="The point that is not cut off: parts of the width and the height, 0 to 1.",
        examples=[[0.5, 0.3]],
    )


class Cue(ContentModel):
    """What to say, to ask and to do at a slide of the deck, and how long it takes."""

    verbatim: ClassVar[frozenset[str]] = frozenset({"section"})

    section: Prose = Field(
        description="The slide's name: cover, work, pictures, facts, day, specialisms, where, "
        "demand, people, pay, skills, roadmap, entry, start, suits, plan, words, questions, "
        "closing or sources, unless the layout has others.",
        examples=["day"],
    )
    say: Prose = Field(description="What the speaker says, in plain sentences.")
    ask: Prose | None = Field(
        None,
        description="The question that the speaker then asks.",
        examples=["Which of these would you like to do?"],
    )
    ask_seconds: Seconds | None = Field(
        None, description="How long people have to answer it, at least 10.", examples=[30]
    )
    do: Prose | None = Field(
        None,
        description="What the speaker does meanwhile, or shows.",
        examples=["Hold up the tool you brought."],
    )
    if_asked: Prose | None = Field(
        None, description="What to answer to a question that somebody may ask."
    )
    seconds: Seconds | None = Field(
        None, description="How long it takes to say and do, without the answers.", examples=[60]
    )
