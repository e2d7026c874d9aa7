"""Names from the command line go in; the files to make come out, as jobs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from careerkit.editions import EDITIONS
from careerkit.editions.edition import AS_USUAL, Variant
from careerkit.project.choice import choose, choose_profiles, list_stems
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
        """The career's name: the stem of its profile's file."""
        return self.profile.stem

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
    return tuple(
        Job(
            folders=folders,
            profile=profile,
            locale=folders.locales / f"{tag}.yaml",
            edition=edition.name,
            target=folders.output / tag / edition.file_name(profile.stem, variant),
            variant=variant.only(edition.varies_by),
            layout=layout,
            listing=listing,
            is_check=is_check,
        )
        for profile in profiles
        for tag in tags
        for edition in EDITIONS
        if edition.name in names
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
