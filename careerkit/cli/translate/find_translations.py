"""Names of careers and languages go in; the translations to work on come out, each read once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from careerkit.build.part_languages import find_languages_of
from careerkit.cli.translate.translations import (
    CareerTranslation,
    LabelTranslation,
    Translation,
)
from careerkit.content import (
    CareerFile,
    Locale,
    read_career_files,
    read_catalogue,
    read_locale,
)
from careerkit.content.career_name import CareerName, layer_paths, parts_beside
from careerkit.content.language_tag import lineage
from careerkit.content.problem import CannotReadError, ContentError, Problem, cannot_read
from careerkit.content.yaml.source_text import read_source
from careerkit.project.choice import (
    ALL,
    WrongArgument,
    choose,
    choose_profiles,
    list_stems,
    names_one_part,
)
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
    files: dict[str, CareerFile] = {}

    def attempt(read: Callable[[], Given]) -> Given | None:
        try:
            return read()
        except ContentError as error:
            problems.extend(error.problems)
        except OSError as error:
            hint = "see that it is a file, and that you may read it"
            unread.append(cannot_read(folders.source.as_posix(), error, hint))
        return None

    layers = dict.fromkeys(layer for path in paths for layer in layer_paths(path))
    for layer in filter(Path.exists, layers):
        read = attempt(partial(read_career_files, layer, folders.source)) or ()
        files |= {file.place.file: file for file in read}
    with_labels = len(careers) < len(names) or ALL in names or not names
    sources = {str(file.language) for file in files.values()}
    there = find_languages(folders, sources | ({LAST_LANGUAGE} if with_labels else set()))
    tags = choose(_LANGUAGE, locales, there, folder=folders.locales)
    found = {tag: attempt(partial(_read_locale, tag, folders)) for tag in tags}
    languages = [one for one in found.values() if one is not None]
    translations: list[Translation] = []
    for file in files.values():
        wanted = _languages_of(file, folders, names, locales)
        for locale, _ in languages:
            if locale.tag in wanted and not same_language(locale.tag, file.language):
                one = attempt(partial(_read_translation, file, locale, folders))
                translations += [one] if one is not None else []
    if with_labels:
        english = attempt(partial(_read_english, folders))
        translations += _find_labels(languages, english, folders)
    return Found(tuple(translations), tuple(sorted(set(problems))), tuple(sorted(set(unread))))


def find_translation(path: Path, tag: str, folders: Folders) -> CareerTranslation:
    """Return the translation of one file of a career. Raises ContentError and OSError."""
    *_, file = read_career_files(path, folders.source)
    locale, _ = _read_locale(tag, folders)
    return _read_translation(file, locale, folders)


def _languages_of(
    file: CareerFile, folders: Folders, names: Sequence[str], locales: Sequence[str]
) -> Collection[str]:
    """Return the languages that a career's file is translated into.

    Those are the ones that something is made in, that it is translated into already, and that
    were named together with it.
    """
    path = Path(file.place.file)
    parts = parts_beside(path) or (path,)
    made = {tag for part in parts for tag in find_languages_of(part, folders)}
    begun = {one.parent.name for one in folders.locales.glob(f"*/{file.id}.yaml")}
    own = CareerName.of(path)
    is_named = any(
        names_one_part(name, path) if own.region else name not in (ALL, LABELS) for name in names
    )
    return {*made, *begun, *(locales if is_named else ())}


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


def _read_english(folders: Folders) -> Locale | None:
    """Read the language that labels are translated from; None where it has no file."""
    path = folders.locales / f"{LAST_LANGUAGE}.yaml"
    return _read_locale(LAST_LANGUAGE, folders)[0] if path.exists() else None


def _read_locale(tag: str, folders: Folders) -> tuple[Locale, str]:
    """Read a language and its file's text."""
    path = folders.locales / f"{tag}.yaml"
    text = read_source(path, folders.locales)
    return read_locale(path, text), text


def _read_translation(file: CareerFile, locale: Locale, folders: Folders) -> CareerTranslation:
    """Read a translation and its file's text, which is read once: it may change at any moment."""
    path = folders.locales / locale.tag / f"{file.id}.yaml"
    if not path.exists():
        return CareerTranslation(file, locale, path, None, "")
    text = read_source(path, folders.locales)
    return CareerTranslation(file, locale, path, read_catalogue(path, text), text)
