"""Names from the command line go in; the careers, languages and layouts meant by them come out."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path

from careerkit.content.career_name import CareerName, find_rival, made_of, parts_beside
from careerkit.project.folders import Folders, list_folder, list_yaml
from careerkit.project.misnamed import explain_renaming, list_misnamed, name_meant

ALL = "all"

_SHOWN_NAMES = 12


class WrongArgument(Exception):  # noqa: N818  # it says whose error it is
    """A name on the command line that means nothing here; ``hint`` says what would."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep what was wrong and what to write instead."""
        self.message = message
        self.hint = hint
        super().__init__(message)


def choose_layout(folders: Folders, wanted: str) -> str:
    """Return the name of a layout that is there.

    Raises WrongArgument for one that is not, and OSError.
    """
    folders_there = list_folder(folders.layouts)
    there = [path.name for path in folders_there if (path / "theme.yaml").exists()]
    if not there:
        raise WrongArgument(
            f"no layout in {folders.layouts.as_posix()}",
            "a layout is a folder there with a theme.yaml: `init` lays one out",
        )
    if wanted not in there:
        raise WrongArgument(f'no layout "{wanted}"', near_names(wanted, there))
    return wanted


def choose(
    kind: str,
    wanted: Sequence[str],
    there: Iterable[str],
    also: Collection[str] = (),
    folder: Path | None = None,
) -> tuple[str, ...]:
    """Return the wanted names of those that are there, sorted; all of them for none or ``all``.

    Raises WrongArgument with the nearest names, those of ``also`` among them, or with the file of
    that name in ``folder`` that is to be renamed.
    """
    names = sorted(there)
    for name in wanted:
        if name != ALL and name not in names:
            if name in also:
                hint = f'"{name}" is a command: type it before everything else'
            else:
                misnamed = list_misnamed(folder) if folder else []
                meant = (name, f"{name}.yaml")
                renaming = [
                    explain_renaming(path)
                    for path in misnamed
                    if {path.name, name_meant(path), _made_of(Path(name_meant(path)))} & {*meant}
                ]
                hint = renaming[0] if renaming else near_names(name, names, also)
            raise WrongArgument(f'no {kind} "{name}"', hint)
    return tuple(name for name in names if not wanted or ALL in wanted or name in wanted)


def list_stems(kind: str, folder: Path, hint: str) -> list[str]:
    """Return the names of the content files in a folder. Raises WrongArgument if there is none."""
    there = [path.stem for path in list_yaml(folder)]
    if not there:
        misnamed = list_misnamed(folder)
        raise WrongArgument(
            f"no {kind} in {folder.as_posix()}", explain_renaming(misnamed[0]) if misnamed else hint
        )
    return there


def choose_profiles(
    careers: Path, wanted: Sequence[str], commands: Collection[str] = ()
) -> tuple[Path, ...]:
    """Return the files of the careers named that something is made of, or all of a folder.

    The name of a career that has parts, or the path of its shared file, means all its parts; one
    part is named as what is made of it, or as its file. Raises WrongArgument, and OSError.
    """
    given = [Path(name) for name in wanted if _looks_like_path(name)]
    names = [name for name in wanted if not _looks_like_path(name)]
    for path in given:
        if not path.is_file():
            raise WrongArgument(
                f"no file {path.as_posix()}", "give a career's name, or the path of its profile"
            )
    paths = [part for path in given for part in parts_beside(path) or (path,)]
    if names or not paths:
        hint = "`init` lays out examples, `new` makes a profile to fill in"
        there = [careers / f"{stem}.yaml" for stem in list_stems("career", careers, hint)]
        made = made_of(there)
        names = [each for name in names for each in _names_made(name, made)]
        chosen = choose("career", names, {_made_of(path) for path in made}, commands, careers)
        paths += [path for path in made if _made_of(path) in chosen]
    by_name: dict[str, Path] = {}
    both: dict[Path, None] = {}
    for path in paths:
        other = by_name.setdefault(_made_of(path), path)
        if other != path and find_rival(other) == path:
            both[path] = None  # which is told of each of the two
        # Path.resolve would not have links that lead to each other.
        elif os.path.realpath(other) != os.path.realpath(path):
            raise WrongArgument(
                f"{other.as_posix()} and {path.as_posix()} would be made into the same files",
                "give one of them another name, or make them one after the other with --output",
            )
    return tuple(sorted((*by_name.values(), *both), key=lambda path: (_made_of(path), path)))


def names_one_part(name: str, path: Path) -> bool:
    """Return whether a name or a path from the command line means this one part of a career."""
    own = CareerName.of(path)
    if _looks_like_path(name):
        return CareerName.of(Path(name)) == own
    return bool(own.region) and name in (own.made, own.stem)


def _made_of(path: Path) -> str:
    return CareerName.of(path).made


def _names_made(name: str, made: Sequence[Path]) -> list[str]:
    """Return what is made by a name: that of a career, of a part, or of a part's file."""
    names = [CareerName.of(path) for path in made]
    return [one.made for one in names if name in (one.career, one.stem)] or [name]


def _looks_like_path(name: str) -> bool:
    return name.lower().endswith((".yaml", ".yml")) or "/" in name or "\\" in name


def near_names(name: str, names: Sequence[str], also: Collection[str] = ()) -> str:
    """Return a hint at the names nearest to one that is not there, or at those there are."""
    by_folded = {known.casefold(): known for known in (*also, *names)}
    near = get_close_matches(name.casefold(), by_folded, n=3, cutoff=0.6)
    if name:
        near += [each for each in by_folded if name.casefold() in each and each not in near]
    if near:
        return "did you mean " + " or ".join(f'"{by_folded[folded]}"' for folded in near[:3]) + "?"
    more = f" and {len(names) - _SHOWN_NAMES} more" if len(names) > _SHOWN_NAMES else ""
    return "there are: " + ", ".join(names[:_SHOWN_NAMES]) + more
