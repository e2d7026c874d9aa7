"""Names from the command line go in; the files to make come out, as jobs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from careerkit.build.part_languages import find_languages_of
from careerkit.content.career_name import CareerName
from careerkit.editions import EDITIONS
from careerkit.editions.edition import AS_USUAL, Variant
from careerkit.project.choice import (
    ALL,
    WrongArgument,
    choose,
    choose_profiles,
    list_stems,
    names_one_part,
)
from careerkit.project.folders import Folders
from careerkit.translation.language_tags import PSEUDO_TAGS


@dataclass(frozen=True, slots=True)
class Job:
    """One file to make: a career in a language in an edition, in one variant of it.

    It is plain data, so that it can be done in any process, or on another machine that sees the
    same folders. ``layout`` names one of the layouts' folder; ``listing`` tells each text that is
    not translated; of a job that ``is_check`` the bytes of the file are not wanted.
    """

    folders: Folders
    profile: Path
    locale: Path
    edition: str
    target: Path
    variant: Variant = AS_USUAL
    layout: str = "classic"
    listing: bool = False
    is_check: bool = False

    @property
    def career(self) -> str:
        """What its files are named by: the career, with the country of a part."""
        return CareerName.of(self.profile).made

    @property
    def tag(self) -> str:
        """The language's BCP 47 tag: the stem of its locale's file."""
        return self.locale.stem


def plan(
    folders: Folders,
    careers: Sequence[str] = (),
    locales: Sequence[str] = (),
    editions: Sequence[str] = (),
    *,
    variant: Variant = AS_USUAL,
    layout: str = "classic",
    listing: bool = False,
    is_check: bool = False,
    pseudo: bool = False,
    commands: Collection[str] = (),
) -> tuple[Job, ...]:
    """Return the jobs in the order of careers, languages and editions.

    No names, or ``all``, means all there are, but for editions: without a name, the usual ones. A
    pseudo-language is made only if it is named, or if ``pseudo`` says that there is to be no other.
    A country's part is made in its own languages, in others only if both are named.
    Of ``variant`` each edition takes what concerns it. A career is named, or given as a path to
    its profile; ``commands`` are what it may have been meant for. Raises WrongArgument for a name
    that is not there, and OSError.
    """
    profiles = choose_profiles(folders.careers, careers, commands)
    tags = choose("pseudo-language", locales, PSEUDO_TAGS) if pseudo else ()
    if not pseudo:
        tags = tuple(tag for tag in PSEUDO_TAGS if tag in locales)
        named = [tag for tag in locales if tag not in PSEUDO_TAGS]
        if named or not tags:
            hint = "a language is a file there, such as en.yaml"
            there = list_stems("language", folders.locales, hint)
            tags = (*choose("language", named, there, folder=folders.locales), *tags)
    usual = [edition.name for edition in EDITIONS if edition.is_default]
    names = choose("edition", editions or usual, [edition.name for edition in EDITIONS])
    made_in = {
        profile: {*PSEUDO_TAGS, *find_languages_of(profile, folders)} for profile in profiles
    }
    asked = {*locales} if ALL not in locales else set()
    for profile in profiles:
        if any(names_one_part(name, profile) for name in careers):
            made_in[profile] |= asked
    jobs = tuple(
        Job(
            folders=folders,
            profile=profile,
            locale=folders.locales / f"{tag}.yaml",
            edition=edition.name,
            target=folders.output / tag / edition.file_name(CareerName.of(profile).made, variant),
            variant=variant.only(edition.varies_by),
            layout=layout,
            listing=listing,
            is_check=is_check,
        )
        for profile in profiles
        for tag in tags
        if tag in made_in[profile]
        for edition in EDITIONS
        if edition.name in names
    )
    if not jobs:
        raise WrongArgument(*_explain_passing(profiles[0], tags[0], folders))
    return jobs


def find_passed_over(
    folders: Folders, jobs: Sequence[Job], careers: Sequence[str], locales: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """Return which parts are not made in a language that was named, with a hint; for ``plan``."""
    made = {(job.profile, job.tag) for job in jobs}
    named = [tag for tag in locales if tag not in (ALL, *PSEUDO_TAGS)]
    return tuple(
        _explain_passing(profile, tag, folders)
        for profile in (choose_profiles(folders.careers, careers) if named else ())
        for tag in named
        if (profile, tag) not in made
    )


def _explain_passing(profile: Path, tag: str, folders: Folders) -> tuple[str, str]:
    career = CareerName.of(profile).made
    languages = ", ".join(find_languages_of(profile, folders))
    return (
        f"{career} is not made in {tag}: {profile.as_posix()} is made in {languages}",
        f"name both the part and the language to make it: {career} --locale {tag}",
    )


def read_target(name: str) -> tuple[str, str] | None:
    """Return language and career of a file's name below the output folder (``en/nurse.deck.pptx``).

    None if it is not that of an edition there is.
    """
    tag, _, file = name.partition("/")
    for edition in EDITIONS:
        if (career := edition.career_of(file)) is not None:
            return tag, career
    return None
