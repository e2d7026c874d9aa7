"""The parts of a profile about the way into the work: stages, routes, subjects and skills."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from careerkit.content.models.content_model import ContentModel
from careerkit.content.models.values import Prose, Url


class Skill(ContentModel):
    """Something a person in this work is good at."""

    main_text: ClassVar[str] = "name"

    name: Prose = Field(description="The skill in a few words.", examples=["Clear writing"])
    kind: Literal["technical", "personal"] | None = Field(None, description="Which of the two.")
    note: Prose | None = Field(None, description="A sentence about it.")


class Subject(ContentModel):
    """A school or university subject."""

    main_text: ClassVar[str] = "name"

    name: Prose = Field(description="The subject.", examples=["Biology"])
    stage: Prose | None = Field(None, description="Where it is taught.", examples=["A/L"])
    need: Literal["must", "helps"] | None = Field(None, description="How much it is needed.")


class Action(ContentModel):
    """One thing to do, with a box to tick."""

    main_text: ClassVar[str] = "action"

    action: Prose = Field(description="What to do, short.", examples=["Learn Python"])
    detail: Prose | None = Field(None, description="How, in a sentence or two.")


class Activity(ContentModel):
    """Something to try out beside school."""

    main_text: ClassVar[str] = "activity"
    verbatim: ClassVar[frozenset[str]] = frozenset({"url"})

    activity: Prose = Field(description="What to try, short.", examples=["Join a robotics club"])
    url: Url | None = Field(None, description="Where to find it on the web.")
    cost: Literal["free", "paid"] | None = Field(None, description="What it costs.")
    note: Prose | None = Field(None, description="A sentence about it.")


class Stage(ContentModel):
    """One station of the roadmap."""

    main_text: ClassVar[str] = "stage"

    stage: Prose = Field(description="Its name.", examples=["Grades 6 to 9", "After O/L"])
    ages: Prose | None = Field(None, description="How old people are then.", examples=["11 to 14"])
    actions: tuple[Action, ...] = Field((), description="What to do at this stage.")
    activities: tuple[Activity, ...] = Field((), description="What to try beside school.")
    decision: Prose | None = Field(None, description="What must be chosen at its end.")
    caution: Prose | None = Field(None, description="What to be careful about.")


class EntryRoute(ContentModel):
    """One way into the work."""

    main_text: ClassVar[str] = "route"

    route: Prose = Field(description="The way in.", examples=["Apprenticeship"])
    level: Prose | None = Field(None, description="Of what level it is.", examples=["NVQ 4"])
    requirements: tuple[Prose, ...] = Field((), description="What must be there before.")
    duration: Prose | None = Field(None, description="How long it takes.", examples=["3 years"])
    cost: Prose | None = Field(None, description="What it costs, in words.")
    providers: tuple[Prose, ...] = Field((), description="Who offers it.")
