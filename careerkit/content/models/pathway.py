"""The parts of a profile about the way into the work: stages, routes, subjects and skills."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from careerkit.content.models.content_model import ContentModel
from careerkit.content.models.icon_names import IconName
from careerkit.content.models.statement import SAYS_SO, SourceIds
from careerkit.content.models.values import Prose, Url

ICON = "The name of an icon, such as wrench, that is drawn beside it."


class Skill(ContentModel):
    """Something a person in this work is good at."""

    main_text: ClassVar[str] = "name"
    verbatim: ClassVar[frozenset[str]] = frozenset({"source"})

    name: Prose = Field(description="The skill in a few words.", examples=["Clear writing"])
    kind: Literal["technical", "personal"] | None = Field(None, description="Which of the two.")
    note: Prose | None = Field(None, description="A sentence about it.")
    icon: IconName | None = Field(None, description=ICON, examples=["pencil"])
    source: SourceIds = Field((), description=SAYS_SO)


class Subject(ContentModel):
    """A school or university subject."""

    main_text: ClassVar[str] = "name"
    verbatim: ClassVar[frozenset[str]] = frozenset({"source"})

    name: Prose = Field(description="The subject.", examples=["Biology"])
    stage: Prose | None = Field(None, description="Where it is taught.", examples=["A/L"])
    need: Literal["must", "helps"] | None = Field(None, description="How much it is needed.")
    source: SourceIds = Field((), description=SAYS_SO)


class Action(ContentModel):
    """One thing to do, with a box to tick."""

    main_text: ClassVar[str] = "action"
    verbatim: ClassVar[frozenset[str]] = frozenset({"source"})

    action: Prose = Field(description="What to do, short.", examples=["Learn Python"])
    detail: Prose | None = Field(None, description="How, in a sentence or two.")
    source: SourceIds = Field((), description=SAYS_SO)


class Activity(ContentModel):
    """Something to try out beside school."""

    main_text: ClassVar[str] = "activity"
    verbatim: ClassVar[frozenset[str]] = frozenset({"url", "source"})

    activity: Prose = Field(description="What to try, short.", examples=["Join a robotics club"])
    url: Url | None = Field(None, description="Where to find it on the web.")
    cost: Literal["free", "paid"] | None = Field(None, description="What it costs.")
    note: Prose | None = Field(None, description="A sentence about it.")
    source: SourceIds = Field((), description=SAYS_SO)


class Stage(ContentModel):
    """One station of the roadmap."""

    main_text: ClassVar[str] = "stage"
    verbatim: ClassVar[frozenset[str]] = frozenset({"source"})

    stage: Prose = Field(description="Its name.", examples=["Grades 6 to 9", "After O/L"])
    ages: Prose | None = Field(None, description="How old people are then.", examples=["11 to 14"])
    actions: tuple[Action, ...] = Field((), description="What to do at this stage.")
    activities: tuple[Activity, ...] = Field((), description="What to try beside school.")
    decision: Prose | None = Field(None, description="What must be chosen at its end.")
    caution: Prose | None = Field(None, description="What to be careful about.")
    source: SourceIds = Field((), description=SAYS_SO)


class EntryRoute(ContentModel):
    """One way into the work."""

    main_text: ClassVar[str] = "route"
    verbatim: ClassVar[frozenset[str]] = frozenset({"source"})

    route: Prose = Field(description="The way in.", examples=["Apprenticeship"])
    level: Prose | None = Field(None, description="Of what level it is.", examples=["NVQ 4"])
    requirements: tuple[Prose, ...] = Field((), description="What must be there before.")
    duration: Prose | None = Field(None, description="How long it takes.", examples=["3 years"])
    cost: Prose | None = Field(None, description="What it costs, in words.")
    providers: tuple[Prose, ...] = Field((), description="Who offers it.")
    source: SourceIds = Field((), description=SAYS_SO)


class Licence(ContentModel):
    """A paper without which the work may not be done, or not alone: a licence, a registration."""

    main_text: ClassVar[str] = "name"
    verbatim: ClassVar[frozenset[str]] = frozenset({"source"})

    name: Prose = Field(description="Its name.", examples=["Registration as a nurse"])
    issuer: Prose | None = Field(
        None, description="Who gives it.", examples=["The country's nursing council"]
    )
    note: Prose | None = Field(None, description="What it takes, or what it is needed for.")
    source: SourceIds = Field((), description=SAYS_SO)
