"""Names of careers and languages go in; the translations to work on come out, each read once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from careerkit.cli.translate.translations import (
    CareerTranslation,
    LabelTranslation,
    Translation,
)
from careerkit.content import Catalogue, Locale, read_catalogue, read_locale, read_profile
from careerkit.content.language_tag import lineage
from careerkit.content.problem import CannotReadError, ContentError, Problem, cannot_read
from careerkit.content.yaml.source_text import read_source
from careerkit.project.choice import ALL, WrongArgument, choose, choose_profiles, list_stems
from careerkit.project.folders import Folders
from careerkit.translation.catalogues.progress import LABELS
from careerkit.translation.language_tags import LAST_LANGUAGE, same_language

_LANGUAGE = "language to translate into"
Given = TypeVar("Given")


@dataclass(frozen=True, slots=True)
class Found:
    """The translations that are sound, and the problems of the files that stop the others.

    ``unread`` are those of files that could not be read at all.
    """

    translations: tuple[Translation, ...]
    problems: tuple[Problem, ...]
    unread: tuple[Problem, ...]


def require_translations(
    folders: Folders, names: Sequence[str], locales: Sequence[str]
) -> tuple[Translation, ...]:
    """Return the translations to work on, if all of them are sound.

    Raises ContentError with every problem of every file, CannotReadError if one of them cannot be
    read at all, and what ``find_translations`` raises.
    """
    found = find_translations(folders, names, locales)
    if found.unread:
        raise CannotReadError([*found.problems, *found.unread])
    if found.problems:
        raise ContentError(found.problems)
    return found.translations


def find_translations(folders: Folders, names: Sequence[str], locales: Sequence[str]) -> Found:
    """Read the careers named and their translations, by career and language, and the labels.

    No names means all there are; ``labels`` are a language's. No career is translated into the
    language that it is written in. A file that is broken stops what needs it. Raises WrongArgument,
    and OSError for a folder that cannot be read.
    """
    careers = [name for name in names if name != LABELS]
    paths = choose_profiles(folders.careers, careers) if careers or not names else ()
    problems: list[Problem] = []
    unread: list[Problem] = []

    def attempt(read: Callable[[], Given]) -> Given | None:
        try:
            return read()
        except ContentError as error:
            problems.extend(error.problems)
        except OSError as error:
            hint = "see that it is a file, and that you may read it"
            unread.append(cannot_read(folders.source.as_posix(), error, hint))
        return None

    profiles = [attempt(partial(read_profile, path, folders.source)) for path in paths]
    with_labels = len(careers) < len(names) or ALL in names or not names
    sources = {str(profile.language) for profile in profiles if profile is not None}
    there = find_languages(folders, sources | ({LAST_LANGUAGE} if with_labels else set()))
    tags = choose(_LANGUAGE, locales, there, folder=folders.locales)
    found = {tag: attempt(partial(_read_locale, tag, folders)) for tag in tags}
    languages = [one for one in found.values() if one is not None]
    translations: list[Translation] = []
    for path, profile in zip(paths, profiles, strict=True):
        for locale, _ in languages:
            if profile is not None and same_language(locale.tag, profile.language):
                continue
            file = folders.locales / locale.tag / path.name
            read = attempt(partial(_read_translation, file, folders))
            if profile is not None and read is not None:
                translations.append(CareerTranslation(profile, locale, file, *read))
    if with_labels:
        english = attempt(partial(_read_locale, LAST_LANGUAGE, folders))
        translations += _find_labels(languages, english[0] if english else None, folders)
    return Found(tuple(translations), tuple(sorted(set(problems))), tuple(sorted(set(unread))))


def _find_labels(
    languages: Sequence[tuple[Locale, str]], english: Locale | None, folders: Folders
) -> Iterator[LabelTranslation]:
    for locale, text in languages:
        if english is not None and not same_language(locale.tag, LAST_LANGUAGE):
            path = folders.locales / f"{locale.tag}.yaml"
            more_general = [path.with_name(f"{one}.yaml") for one in lineage(locale.tag)[1:]]
            inherits = any(one.exists() for one in more_general)
            yield LabelTranslation(locale, english, path, text, inherits)


def find_languages(folders: Folders, sources: Collection[str]) -> tuple[str, ...]:
    """Return the languages to translate into: all that not every one of ``sources`` is.

    Without sources, out of English. Raises WrongArgument if there is none, and OSError.
    """
    hint = "a language is a file there, such as si.yaml: `translate begin` writes one"
    there = list_stems(_LANGUAGE, folders.locales, hint)
    written = sources or {LAST_LANGUAGE}
    found = tuple(
        sorted(tag for tag in there if not all(same_language(tag, each) for each in written))
    )
    if not found:
        raise WrongArgument(f"no {_LANGUAGE} in {folders.locales.as_posix()}", hint)
    return found


def _read_locale(tag: str, folders: Folders) -> tuple[Locale, str] | None:
    """Read a language and its file's text; None where there is no file."""
    path = folders.locales / f"{tag}.yaml"
    if not path.exists():
        return None
    text = read_source(path, folders.locales)
    return read_locale(path, text), text


def _read_translation(path: Path, folders: Folders) -> tuple[Catalogue | None, str]:
    """Read a translation and its file's text, which is read once: it may change at any moment."""
    if not path.exists():
        return None, ""
    text = read_source(path, folders.locales)
    return read_catalogue(path, text), text
