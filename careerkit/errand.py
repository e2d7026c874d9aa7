"""Names of careers and languages go in; the profiles and translations to work on come out.

With it goes what an errand for translators has to tell when it is done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias, TypeVar

from careerkit.content import (
    Catalogue,
    Locale,
    Profile,
    Text,
    read_catalogue,
    read_locale,
    read_profile,
)
from careerkit.content.problem import ContentError, Place, Problem
from careerkit.content.source_text import read_source
from careerkit.folders import Folders
from careerkit.jobs import WrongArgument, choose, choose_profiles, list_stems
from careerkit.translation.catalogue_text import begin_catalogue
from careerkit.translation.tags import LAST_LANGUAGE, same_language
from careerkit.whole_file import LeftAsItIs, explain_failure, replace_whole

_LANGUAGE = "language to translate into"
Given = TypeVar("Given")
Fields: TypeAlias = dict[str, object]


@dataclass(frozen=True, slots=True)
class Report:
    """What an errand has to tell: lines for people, the same as fields for programs, problems.

    ``unwritten`` are the problems of files that could not be written, or were left as they are.
    """

    lines: tuple[str, ...]
    fields: tuple[Fields, ...]
    problems: tuple[Problem, ...] = ()
    unwritten: tuple[Problem, ...] = ()

    @property
    def failed(self) -> bool:
        """Say whether there is an error among the problems."""
        return any(problem.severity == "error" for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Work:
    """A career to translate into a language; ``catalogue`` is None before anybody began.

    ``text`` is what the catalogue was read from.
    """

    profile: Profile
    locale: Locale
    path: Path
    catalogue: Catalogue | None
    text: str

    @property
    def tag(self) -> str:
        """The language's tag."""
        return self.locale.tag


def find_work(folders: Folders, careers: Sequence[str], locales: Sequence[str]) -> tuple[Work, ...]:
    """Read the careers named and their translations, by career and language.

    No names means all there are; no career is translated into the language that it is written in.
    Raises WrongArgument, and ContentError with every problem of every file.
    """
    paths = choose_profiles(folders.careers, careers)
    problems: list[Problem] = []

    def attempt(read: Callable[[], Given]) -> Given | None:
        try:
            return read()
        except ContentError as error:
            problems.extend(error.problems)
            return None

    profiles = [attempt(partial(read_profile, path, folders.source)) for path in paths]
    there = find_languages(folders, [profile for profile in profiles if profile is not None])
    tags = choose(_LANGUAGE, locales, there, folder=folders.locales)
    found = [attempt(partial(read_locale, folders.locales / f"{tag}.yaml")) for tag in tags]
    work: list[Work] = []
    for path, profile in zip(paths, profiles, strict=True):
        for locale in filter(None, found):
            if profile is not None and same_language(locale.tag, profile.language):
                continue
            file = folders.locales / locale.tag / path.name
            read = attempt(partial(_read_translation, file, folders)) or (None, "")
            if profile is not None:
                work.append(Work(profile, locale, file, *read))
    if problems:
        raise ContentError(problems)
    return tuple(work)


def find_languages(folders: Folders, profiles: Sequence[Profile]) -> tuple[str, ...]:
    """Return the languages careers are translated into: all that not every one is written in.

    Raises WrongArgument if there is none, and OSError.
    """
    hint = "a language is a file there, such as si.yaml"
    there = list_stems(_LANGUAGE, folders.locales, hint)
    written = {str(profile.language) for profile in profiles} or {LAST_LANGUAGE}
    found = tuple(
        sorted(tag for tag in there if not all(same_language(tag, each) for each in written))
    )
    if not found:
        raise WrongArgument(f"no {_LANGUAGE} in {folders.locales.as_posix()}", hint)
    return found


def begin_work(one: Work) -> tuple[Catalogue, str]:
    """Return a translation and the text of its file, as they begin where there is none yet."""
    if one.catalogue is None:
        nothing = Catalogue.model_validate({"career": Text(one.profile.id)})
        return nothing, begin_catalogue(one.profile.id)
    return one.catalogue, one.text


def put_file(path: Path, content: str, before: str | bytes | None) -> Problem | None:
    """Replace a file that is as it was read, ``before``; return why it was left, if it was."""
    if isinstance(before, str):
        before = before.encode()
    try:
        replace_whole(path, content.encode(), before)
    except LeftAsItIs as error:
        return Problem(Place(path.as_posix()), "", error.message, error.hint)
    except OSError as error:
        message, _ = explain_failure(error)
        hint = "put that right, and run the same command again"
        return Problem(Place(path.as_posix()), "", f"cannot be written: {message}", hint)
    return None


def _read_translation(path: Path, folders: Folders) -> tuple[Catalogue, str] | None:
    """Read a translation and its file's text, which is read once: it may change at any moment."""
    if not path.exists():
        return None
    text = read_source(path, folders.locales)
    return read_catalogue(path, text), text
