"""Names of careers and languages go in; the profiles and translations to work on come out.

With it goes what an errand for translators has to tell when it is done.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from careerkit.content import (
    Catalogue,
    Locale,
    Profile,
    read_catalogue,
    read_locale,
    read_profile,
)
from careerkit.content.language_tag import lineage
from careerkit.content.problem import (
    CannotReadError,
    ContentError,
    Place,
    Problem,
    cannot_read,
)
from careerkit.content.yaml.source_text import MAXIMUM_BYTES, read_source
from careerkit.editions.jobs import ALL, WrongArgument, choose, choose_profiles, list_stems
from careerkit.project.atomic_file import LeftAsItIs, replace_whole
from careerkit.project.folders import Folders
from careerkit.project.write_failure import explain_failure
from careerkit.translation.catalogues.catalogue_text import begin_catalogue
from careerkit.translation.catalogues.progress import (
    LABELS,
    Progress,
    measure_labels,
    measure_progress,
)
from careerkit.translation.catalogues.update import Updated, update_catalogue
from careerkit.translation.tags import LAST_LANGUAGE, same_language

if TYPE_CHECKING:
    from careerkit.translation.po.merging import Merged
    from careerkit.translation.po.reading import PoFile

_LANGUAGE = "language to translate into"
Given = TypeVar("Given")
Fields: TypeAlias = dict[str, object]


@dataclass(frozen=True, slots=True)
class Report:
    """What an errand has to tell: lines for people, the same as fields for programs, problems.

    ``unwritten`` are the problems of files that could not be read or written, or were left as they
    are.
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
    def name(self) -> str:
        """What it is called among the translations of its language."""
        return self.profile.id

    @property
    def before(self) -> str | None:
        """The text of its file, None if there is none yet."""
        return None if self.catalogue is None else self.text

    @property
    def start(self) -> str:
        """The text of its file, as it begins where there is none yet."""
        return begin_catalogue(self.profile.id) if self.catalogue is None else self.text

    def measure(self) -> Progress:
        """Return how far it has come."""
        return measure_progress(self.profile, self.locale.tag, self.catalogue)

    def update(self) -> Updated:
        """Return its file's text with all that there is to translate."""
        return update_catalogue(self.profile, self._read(self.start), self.start)

    def write_po(self) -> str:
        """Return it as a PO file."""
        from careerkit.translation.po.writing import write_po

        read, language = self._read(self.start), str(self.locale.english_name)
        return write_po(self.profile, self.locale.tag, language, read)

    def merge(self, po: PoFile, text: str, *, force: bool = False) -> Merged:
        """Return the text of its file, now ``text``, with what a PO file has."""
        from careerkit.translation.po.merging import merge_po

        return merge_po(self.profile, self._read(text), text, po, force=force)

    def _read(self, text: str) -> Catalogue:
        """Read a text of its file; one read before is not read again."""
        if self.catalogue is not None and text == self.text:
            return self.catalogue
        return read_catalogue(self.path, text)


@dataclass(frozen=True, slots=True)
class LabelWork:
    """The labels of a language, translated from English; ``text`` is that of its file."""

    locale: Locale
    english: Locale
    path: Path
    text: str
    inherits: bool

    @property
    def name(self) -> str:
        """What they are called among the translations of their language."""
        return LABELS

    @property
    def before(self) -> str | None:
        """The text of their file."""
        return self.text

    @property
    def start(self) -> str:
        """The text of their file."""
        return self.text

    def measure(self) -> Progress:
        """Return how far they have come."""
        return measure_labels(self.locale, self.english)

    def update(self) -> Updated:
        """Return their file's text with the English of those it lacks and does not inherit."""
        from careerkit.translation.po.label_merging import add_labels

        text, added = self.text, 0
        if not self.inherits:
            text, added = add_labels(self.locale, self.english, self.text)
        return Updated(text, added, 0)

    def write_po(self) -> str:
        """Return them as a PO file."""
        from careerkit.translation.po.label_writing import write_label_po

        return write_label_po(self.locale, self.english)

    def merge(self, po: PoFile, text: str, *, force: bool = False) -> Merged:
        """Return the text of their file, now ``text``, with what a PO file has."""
        from careerkit.translation.po.label_merging import merge_label_po

        locale = self.locale if text == self.text else read_locale(self.path, text)
        return merge_label_po(locale, self.english, text, po, force=force)


Piece: TypeAlias = Work | LabelWork


@dataclass(frozen=True, slots=True)
class Found:
    """What there is to work on, and the problems of the files that stop a part of it.

    ``unread`` are those of files that could not be read at all.
    """

    work: tuple[Piece, ...]
    problems: tuple[Problem, ...]
    unread: tuple[Problem, ...]


def find_work(folders: Folders, names: Sequence[str], locales: Sequence[str]) -> tuple[Piece, ...]:
    """Return what there is to work on, if all of it is sound.

    Raises ContentError with every problem of every file, CannotReadError if one of them cannot be
    read at all, and what ``find_sound_work`` raises.
    """
    found = find_sound_work(folders, names, locales)
    if found.unread:
        raise CannotReadError([*found.problems, *found.unread])
    if found.problems:
        raise ContentError(found.problems)
    return found.work


def find_sound_work(folders: Folders, names: Sequence[str], locales: Sequence[str]) -> Found:
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
    work: list[Piece] = []
    for path, profile in zip(paths, profiles, strict=True):
        for locale, _ in languages:
            if profile is not None and same_language(locale.tag, profile.language):
                continue
            file = folders.locales / locale.tag / path.name
            read = attempt(partial(_read_translation, file, folders))
            if profile is not None and read is not None:
                work.append(Work(profile, locale, file, *read))
    if with_labels:
        english = attempt(partial(_read_locale, LAST_LANGUAGE, folders))
        work += _find_labels(languages, english[0] if english else None, folders)
    return Found(tuple(work), tuple(sorted(set(problems))), tuple(sorted(set(unread))))


def _find_labels(
    languages: Sequence[tuple[Locale, str]], english: Locale | None, folders: Folders
) -> Iterator[LabelWork]:
    for locale, text in languages:
        if english is not None and not same_language(locale.tag, LAST_LANGUAGE):
            path = folders.locales / f"{locale.tag}.yaml"
            more_general = [path.with_name(f"{one}.yaml") for one in lineage(locale.tag)[1:]]
            inherits = any(one.exists() for one in more_general)
            yield LabelWork(locale, english, path, text, inherits)


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


def put_file(path: Path, content: str, before: str | bytes | None) -> Problem | None:
    """Replace a file that is as it was read, ``before``; return why it was left, if it was.

    One that could not be read again is left, too.
    """
    if isinstance(before, str):
        before = before.encode()
    after = content.encode()
    if path.suffix == ".yaml" and len(after) > MAXIMUM_BYTES:
        message = f"it would become larger than is read: 1 MiB ({MAXIMUM_BYTES:,} bytes)"
        hint = "look for a text that is much longer than what it translates"
        return Problem(Place(path.as_posix()), "", message, hint)
    try:
        replace_whole(path, after, before)
    except LeftAsItIs as error:
        return Problem(Place(path.as_posix()), "", error.message, error.hint)
    except OSError as error:
        message, _ = explain_failure(error, path)
        hint = "put that right, and run the same command again"
        return Problem(Place(path.as_posix()), "", f"cannot be written: {message}", hint)
    return None


def _read_translation(path: Path, folders: Folders) -> tuple[Catalogue | None, str]:
    """Read a translation and its file's text, which is read once: it may change at any moment."""
    if not path.exists():
        return None, ""
    text = read_source(path, folders.locales)
    return read_catalogue(path, text), text
