"""A career profile: what a file of ``source/careers/`` says, typed, every value with its place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, PrivateAttr

from careerkit.content.models.article import begin_indefinite
from careerkit.content.models.content_model import ContentModel
from careerkit.content.models.credit import TranslationCredit
from careerkit.content.models.icon_names import IconName
from careerkit.content.models.materials import Cue, Image, Question, Resource, Term
from careerkit.content.models.pathway import ICON, EntryRoute, Licence, Skill, Stage, Subject
from careerkit.content.models.pay_and_facts import ComparedPay, Demand, Fact, Pay, Source
from careerkit.content.models.person import Person
from careerkit.content.models.statement import SAYS_SO, SourceIds, Statement
from careerkit.content.models.values import (
    Code,
    Country,
    Date,
    Identifier,
    LanguageTag,
    Prose,
    TimeOfDay,
    whole_number,
    word,
)
from careerkit.content.problem import Problem, as_written
from careerkit.content.text import Text

Interest = Literal[
    "realistic", "investigative", "artistic", "social", "enterprising", "conventional"
]


class Codes(ContentModel):
    """The career's numbers in classifications of occupations."""

    verbatim: ClassVar[frozenset[str]] = frozenset({"isco08", "onet", "national"})

    isco08: (
        Annotated[
            Text,
            word(
                "[0-9]{1,4}", "an ISCO-08 code", 'one to four digits, as "2512"', bare_number=True
            ),
        ]
        | None
    ) = Field(None, description="ISCO-08 code.", examples=["2512"])
    onet: (
        Annotated[
            Text,
            word(r"[0-9]{2}-[0-9]{4}\.[0-9]{2}", "an O*NET-SOC code", "written as 15-2051.00"),
        ]
        | None
    ) = Field(None, description="O*NET-SOC code.", examples=["15-2051.00"])
    national: Code | None = Field(None, description="Code of the country's own classification.")


class Overview(ContentModel):
    """What the job is, in paragraphs with a blank line between them."""

    work: Statement = Field(description="What the job is.")
    here: Statement | None = Field(None, description="What it is like in this country.")
    abroad: Statement | None = Field(None, description="What it is like in other countries.")


class Headlines(ContentModel):
    """A claim for each section: what its opener says large in place of the section's name."""

    work: Prose | None = Field(None, description="What the job is.")
    day: Prose | None = Field(None, description="What the days are like.")
    where: Prose | None = Field(None, description="Where the work is done.")
    pay: Prose | None = Field(None, description="What it pays.")
    skills: Prose | None = Field(None, description="What one has to be good at.")
    roadmap: Prose | None = Field(None, description="How one gets there.")
    suits: Prose | None = Field(None, description="Whom it suits.")
    start: Prose | None = Field(None, description="Where to begin.")


class Specialism(ContentModel):
    """A field to specialise in."""

    main_text: ClassVar[str] = "name"
    verbatim: ClassVar[frozenset[str]] = frozenset({"source"})

    name: Prose = Field(description="Its name.")
    note: Prose | None = Field(None, description="A sentence about it.")
    icon: IconName | None = Field(None, description=ICON, examples=["eye"])
    source: SourceIds = Field((), description=SAYS_SO)


class Employer(ContentModel):
    """Somebody who hires."""

    main_text: ClassVar[str] = "name"
    verbatim: ClassVar[frozenset[str]] = frozenset({"source"})

    name: Prose = Field(description="Its name.")
    note: Prose | None = Field(None, description="A sentence about it.")
    source: SourceIds = Field((), description=SAYS_SO)


class Task(ContentModel):
    """One thing people in this work do: a short part for the slide, a detail for the booklet."""

    main_text: ClassVar[str] = "task"
    verbatim: ClassVar[frozenset[str]] = frozenset({"time", "source"})

    task: Prose = Field(description="The task, short.", examples=["Measure and weigh the flour"])
    short: Prose | None = Field(
        None,
        description="The task in two or three words, for a drawing; where the task is long.",
        examples=["Weigh the flour"],
    )
    detail: Prose | None = Field(None, description="The task in plain sentences.")
    time: TimeOfDay | None = Field(
        None, description="When on a usual day, as 07:30 or 16:00.", examples=["07:30"]
    )
    icon: IconName | None = Field(None, description=ICON, examples=["scales"])
    source: SourceIds = Field((), description=SAYS_SO)


class Conditions(ContentModel):
    """When, how and where the work is done, and what it asks of the body."""

    hours: Statement | None = Field(None, description="How many.", examples=["40 hours a week"])
    pattern: Statement | None = Field(None, description="When.", examples=["Shifts, also at night"])
    setting: Statement | None = Field(None, description="Where.", examples=["A hospital ward"])
    demands: tuple[Statement, ...] = Field(
        (), description="What it asks of the body.", examples=[["Standing for most of the day"]]
    )


class Mismatch(ContentModel):
    """A reason why the career may not suit, and what may suit better."""

    main_text: ClassVar[str] = "because"
    verbatim: ClassVar[frozenset[str]] = frozenset({"source"})

    because: Prose = Field(description="The reason.", examples=["You dislike early mornings"])
    consider: tuple[Prose, ...] = Field((), description="Other careers to look at.")
    source: SourceIds = Field((), description=SAYS_SO)


class Related(ContentModel):
    """A career that is close to this one."""

    main_text: ClassVar[str] = "title"
    verbatim: ClassVar[frozenset[str]] = frozenset({"source"})

    title: Prose = Field(description="The other career.")
    note: Prose | None = Field(None, description="How it differs.")
    source: SourceIds = Field((), description=SAYS_SO)


class About(ContentModel):
    """Who wrote and checked the profile, and when it is to be looked at again."""

    verbatim: ClassVar[frozenset[str]] = frozenset({"authors", "reviewers", "licence"})

    authors: tuple[Prose, ...] = Field((), description="Who wrote it.")
    reviewers: tuple[Prose, ...] = Field((), description="Who checked it.")
    reviewed_on: Date | None = Field(None, description="When it was checked last.")
    review_by: Date | None = Field(None, description="When it has to be checked again.")
    reading_grade: Annotated[int, whole_number(1, 18)] | None = Field(
        None, description="The school grade whose pupils can read it.", examples=[9]
    )
    licence: Prose | None = Field(None, description="On what terms it may be used.")


class CareerFile(ContentModel):
    """One file of a career: a whole one, or what is told of one that has parts."""

    schema_version: Annotated[int, whole_number(1, 1)] = Field(
        alias="schema", description="The version of this format: 1.", examples=[1]
    )
    language: LanguageTag = Field(
        default_factory=lambda: Text("en"),
        description="BCP 47 tag of the language that it is written in; English unless you say so.",
        examples=["si"],
    )

    _id: str = PrivateAttr(default="")
    _source_folder: Path = PrivateAttr(default=Path("source"))

    @property
    def id(self) -> str:
        """What it is named by: the stem of its file's name, such as ``ai-ml-engineer``."""
        return self._id

    @property
    def source_folder(self) -> Path:
        """The folder that holds careers, locales and images."""
        return self._source_folder

    def located(self, name: str, source_folder: Path) -> Self:
        """Say what it is named by, and where the images are; returns the file."""
        self._id = name
        self._source_folder = source_folder
        return self

    @property
    def files(self) -> tuple[CareerFile, ...]:
        """What each of the files that it is told in says by itself: this one alone."""
        return (self,)


class Profile(CareerFile):
    """One career. Absent lists are empty, all else that is absent is None."""

    verbatim: ClassVar[frozenset[str]] = frozenset({"language", "country", "accent", "tools"})
    names: ClassVar[frozenset[str]] = frozenset({"tools"})

    title: Prose = Field(description="The career's name.", examples=["Baker"])
    indefinite: Prose = Field(
        default_factory=lambda: Text(""),  # ``complete`` gives it wherever there is a title
        description='The title in a sentence; English has "a" or "an" before it unless you say.',
        examples=["a Baker"],
    )
    other_titles: tuple[Prose, ...] = Field((), description="Other names of the career.")
    codes: Codes | None = Field(None, description="Its numbers in classifications.")
    country: Country | None = Field(
        None, description='ISO 3166 code of the country that "here" means.', examples=["LK"]
    )
    accent: Identifier | None = Field(None, description="One of the theme's accent colours.")
    tagline: Prose = Field(description="One sentence for the cover.")
    promise: Prose | None = Field(
        None,
        description="One line of up to 90 characters for the cover; else what the tagline begins "
        "with.",
        examples=["Bake what a whole town eats for breakfast."],
    )
    headlines: Headlines | None = Field(None, description="A claim for each section.")
    overview: Overview = Field(description="What the job is.")
    specialisms: tuple[Specialism, ...] = Field((), description="Fields to specialise in.")
    daily_tasks: tuple[Task, ...] = Field(min_length=1, description="What people do each day.")
    work: Conditions | None = Field(None, description="When, how and where the work is done.")
    skills: tuple[Skill, ...] = Field((), description="What people in this work are good at.")
    tools: tuple[Prose, ...] = Field((), description="Tools; proper names are never translated.")
    subjects: tuple[Subject, ...] = Field((), description="Subjects to learn.")
    roadmap: tuple[Stage, ...] = Field((), description="The way there, stage by stage.")
    entry_routes: tuple[EntryRoute, ...] = Field((), description="Ways into the work.")
    licences: tuple[Licence, ...] = Field(
        (), description="Papers without which the work may not be done."
    )
    pay: tuple[Pay, ...] = Field((), description="What it pays, by region and level.")
    pay_compared: tuple[ComparedPay, ...] = Field(
        (), description="Figures that the pay is compared with."
    )
    demand: Demand | None = Field(None, description="How many people are wanted.")
    facts: tuple[Fact, ...] = Field((), description="Striking figures.")
    people: tuple[Person, ...] = Field((), description="People who do this work.")
    employers: tuple[Employer, ...] = Field((), description="Who hires.")
    suits: tuple[Statement, ...] = Field((), description="Whom it suits.")
    may_not_suit: tuple[Mismatch, ...] = Field((), description="Whom it may not suit, and why.")
    interests: tuple[Interest, ...] = Field((), description="Holland's types of interest.")
    related: tuple[Related, ...] = Field((), description="Careers close to this one.")
    progression: tuple[Statement, ...] = Field((), description="What comes after some years.")
    resources: tuple[Resource, ...] = Field((), description="Where to start.")
    worksheet: tuple[Question, ...] = Field((), description="Questions to write about.")
    glossary: tuple[Term, ...] = Field((), description="Words explained.")
    images: tuple[Image, ...] = Field((), description="Pictures from source/images.")
    talk: tuple[Cue, ...] = Field((), description="What the speaker says.")
    sources: tuple[Source, ...] = Field((), description="Where the facts come from.")
    about: About | None = Field(None, description="Who wrote and checked this profile.")

    _translation: TranslationCredit | None = PrivateAttr(default=None)
    _files: tuple[CareerFile, ...] = PrivateAttr(default=())
    _made_in: tuple[Text, ...] = PrivateAttr(default=())
    _own_paths: dict[str, str] = PrivateAttr(default_factory=dict)

    @property
    def files(self) -> tuple[CareerFile, ...]:
        """What each of its files says by itself, the shared one first; itself if it has no part."""
        return self._files or (self,)

    @property
    def made_in(self) -> tuple[Text, ...]:
        """The languages that its country's part names; none where it names none."""
        return self._made_in

    @property
    def translation(self) -> TranslationCredit | None:
        """Who translated it and how far they got; None in the language it was written in."""
        return self._translation

    @property
    def images_folder(self) -> Path:
        """The folder below which all pictures lie."""
        return self._source_folder / "images"

    def image_path(self, image: Image) -> Path:
        """Return where one of the profile's images lies."""
        return self.images_folder / image.file

    def made_from(
        self,
        files: tuple[CareerFile, ...],
        made_in: tuple[Text, ...],
        own_paths: dict[str, str],
    ) -> Profile:
        """Say which files it was read from, and which languages the part names; returns it.

        ``own_paths`` are those of items within their own files, by those in the whole.
        """
        self._files = files
        self._made_in = made_in
        self._own_paths = own_paths
        return self

    def as_written(self, problem: Problem) -> Problem:
        """Return a problem with its field named as in the file that it is in."""
        return as_written(problem, self._own_paths)

    def credited(self, credit: TranslationCredit) -> Profile:
        """Say who translated it; returns the profile."""
        self._translation = credit
        return self

    @classmethod
    def complete(cls, given: dict[str, Any]) -> None:
        """Add the title, in English with its article, where it is not given as in a sentence."""
        title = given.get("title")
        if "indefinite" not in given and isinstance(title, Text) and title:
            given["indefinite"] = begin_indefinite(title)
