"""A translator's errands: folders and names go in, files brought up to date and counts come out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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
from careerkit.content.problem import ContentError, Problem
from careerkit.content.source_text import read_source
from careerkit.folders import Folders, list_yaml
from careerkit.jobs import WrongArgument, choose, choose_profiles, list_stems
from careerkit.translation.catalogue_text import begin_catalogue
from careerkit.translation.progress import as_table, measure_progress
from careerkit.translation.tags import LAST_LANGUAGE, same_language
from careerkit.translation.update import update_catalogue
from careerkit.whole_file import write_whole

Given = TypeVar("Given")
Fields: TypeAlias = dict[str, object]


@dataclass(frozen=True, slots=True)
class Report:
    """What an errand has to tell: lines for people, the same as fields for programs, problems."""

    lines: tuple[str, ...]
    fields: tuple[Fields, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def failed(self) -> bool:
        """Say whether there is an error among the problems."""
        return any(problem.severity == "error" for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Work:
    """A career to translate into a language; ``catalogue`` is None before anybody began."""

    profile: Profile
    locale: Locale
    path: Path
    catalogue: Catalogue | None

    @property
    def tag(self) -> str:
        """The language's tag."""
        return self.locale.tag


def find_work(folders: Folders, careers: Sequence[str], locales: Sequence[str]) -> tuple[Work, ...]:
    """Read the careers named and their translations, by career and language.

    No names means all there are. Raises WrongArgument, and ContentError with every problem of
    every file.
    """
    paths = choose_profiles(folders.careers, careers)
    kind, hint = "language to translate into", "a language is a file there, such as si.yaml"
    there = _translated(list_stems(kind, folders.locales, hint))
    if not there:
        raise WrongArgument(f"no {kind} in {folders.locales.as_posix()}", hint)
    tags = choose(kind, locales, there, folder=folders.locales)
    problems: list[Problem] = []

    def attempt(read: Callable[[], Given]) -> Given | None:
        try:
            return read()
        except ContentError as error:
            problems.extend(error.problems)
            return None

    found = [attempt(partial(read_locale, folders.locales / f"{tag}.yaml")) for tag in tags]
    work: list[Work] = []
    for path in paths:
        profile = attempt(partial(read_profile, path, folders.source))
        for locale in filter(None, found):
            file = folders.locales / locale.tag / path.name
            catalogue = attempt(partial(read_catalogue, file)) if file.exists() else None
            if profile is not None:
                work.append(Work(profile, locale, file, catalogue))
    if problems:
        raise ContentError(problems)
    return tuple(work)


def run_errand(
    errand: str, folders: Folders, names: Sequence[str], locales: Sequence[str]
) -> Report:
    """Do what is asked for by name. Raises WrongArgument, ContentError and OSError."""
    if errand not in _ERRANDS:
        listed = ", ".join(_ERRANDS)
        raise WrongArgument(f'no errand "{errand}"', f"there are: {listed}")
    return _ERRANDS[errand](folders, names, locales)


def tell_status(folders: Folders, careers: Sequence[str], locales: Sequence[str]) -> Report:
    """Tell how far each translation has come, by language and career."""
    work = find_work(folders, careers, locales)
    rows = [measure_progress(one.profile, one.tag, one.catalogue) for one in work]
    rows.sort(key=lambda row: (row.language, row.career))
    return Report(tuple(as_table(rows)), tuple(row.fields() for row in rows))


def update(folders: Folders, careers: Sequence[str], locales: Sequence[str]) -> Report:
    """Add to each translation the texts it lacks."""
    lines: list[str] = []
    fields: list[Fields] = []
    for one in find_work(folders, careers, locales):
        catalogue, before = one.catalogue, ""
        if catalogue is None:
            begun = begin_catalogue(one.profile.id)
            catalogue = _nothing_yet(one.profile)
        else:
            begun = before = read_source(one.path, folders.source)
        updated = update_catalogue(one.profile, catalogue, begun)
        if updated.text != before:
            write_whole(one.path, updated.text.encode())
        file = one.path.as_posix()
        told = f"{updated.added} added, {updated.stale} stale"
        lines.append(f"{file}: {told if updated.text != before else 'nothing to add'}")
        counts = {"added": updated.added, "stale": updated.stale}
        fields.append({"event": "updated", "file": file, **counts})
    return Report(tuple(lines), tuple(fields))


def export(folders: Folders, careers: Sequence[str], locales: Sequence[str]) -> Report:
    """Write each translation as a PO file into the output folder of its language."""
    # Babel takes 25 ms to import, and only these two errands need it.
    from careerkit.translation.po_file import write_po

    lines: list[str] = []
    for one in find_work(folders, careers, locales):
        catalogue = one.catalogue or _nothing_yet(one.profile)
        path = folders.output / one.tag / f"{one.profile.id}.po"
        po = write_po(one.profile, one.tag, str(one.locale.english_name), catalogue)
        write_whole(path, po.encode())
        lines.append(path.as_posix())
    return Report(tuple(lines), tuple({"event": "exported", "file": line} for line in lines))


def import_(folders: Folders, files: Sequence[str], locales: Sequence[str]) -> Report:
    """Take over the translations of PO files, named by their paths.

    A file says which language it is in; its name, or the first line of its header, which career.
    """
    from careerkit.translation.po_merging import merge_po
    from careerkit.translation.po_reading import read_po

    if not files:
        raise WrongArgument("no file was named", "give the paths of PO files")
    lines: list[str] = []
    fields: list[Fields] = []
    problems: list[Problem] = []
    for file in files:
        po = read_po(Path(file).read_bytes(), Path(file).as_posix())
        tag = po.tag or Path(file).parent.name
        if locales and tag not in locales:
            raise WrongArgument(f"{file} is in {tag}", "leave --locale out, or name that language")
        named = po.header.get("project-id-version", "").split(" ")[0]
        known = {path.stem for path in list_yaml(folders.careers)}
        career = named if named in known else Path(file).stem
        (one,) = find_work(folders, [career], [tag])
        catalogue, before = one.catalogue, begin_catalogue(one.profile.id)
        if catalogue is None:
            catalogue = _nothing_yet(one.profile)
        else:
            before = read_source(one.path, folders.source)
        merged = merge_po(one.profile, catalogue, before, po)
        if merged.text != before:
            write_whole(one.path, merged.text.encode())
        problems += merged.problems
        target = one.path.as_posix()
        lines.append(f"{target}: {merged.taken} taken over from {Path(file).as_posix()}")
        fields.append({"event": "imported", "file": target, "taken": merged.taken})
    return Report(tuple(lines), tuple(fields), tuple(problems))


def _nothing_yet(profile: Profile) -> Catalogue:
    return Catalogue.model_validate({"career": Text(profile.id)})


def _translated(there: Iterable[str]) -> set[str]:
    """Return the languages that careers are translated into: all but that they are written in."""
    return {tag for tag in there if not same_language(tag, LAST_LANGUAGE)}


_ERRANDS: dict[str, Callable[[Folders, Sequence[str], Sequence[str]], Report]] = {
    "status": tell_status,
    "update": update,
    "export": export,
    "import": import_,
}
