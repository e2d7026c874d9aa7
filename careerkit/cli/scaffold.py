"""What a school begins with: a folder or a title goes in, files to work on come out."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from careerkit.content.career_name import CareerName, find_rival
from careerkit.content.countries import COUNTRIES
from careerkit.content.first_look import look_for
from careerkit.content.language_tag import lineage
from careerkit.content.part_template import new_part
from careerkit.content.profile_template import new_profile
from careerkit.project.atomic_file import write_new
from careerkit.project.choice import WrongArgument, near_names
from careerkit.project.file_lock import hold_file
from careerkit.project.folders import list_yaml, shipped_folder
from careerkit.project.temporary_files import clear_temporary_files
from careerkit.project.write_failure import CannotWriteError, explaining_failure
from careerkit.translation.language_tags import LAST_LANGUAGE

_ONE_COUNTRY = "if it is told for one country alone, write country: {} in it, and no part"
_LAID_OUT = ("source", "layouts")
_BEGUN = "init"
_WAY_OUT_OF_INIT = "name another folder after `init`"
_WAY_OUT_OF_NEW = "choose another folder with --source"


def lay_out_folder(folder: Path) -> tuple[Path, ...]:
    """Copy the examples and the layouts that came with careerkit into a folder; return both.

    What an ``init`` that was killed has left is completed. Raises WrongArgument if there is
    anything of that name already, and CannotWriteError.
    """
    targets = tuple(folder / name for name in _LAID_OUT)
    with explaining_failure(targets[0], _WAY_OUT_OF_INIT):
        folder.mkdir(parents=True, exist_ok=True)
    with explaining_failure(targets[0], _WAY_OUT_OF_INIT), hold_file(folder / _BEGUN):
        begun = [path for path in folder.glob(f".{_BEGUN}-*") if path.is_dir()]
        missing = tuple(target for target in targets if not os.path.lexists(target))
        # A folder beside what is begun is whole: it was renamed as the last step.
        for target in () if begun else targets:
            _refuse_what_is_there(target)
        with TemporaryDirectory(prefix=f".{_BEGUN}-", dir=folder) as beside:
            for target in missing:
                _copy_folder(shipped_folder() / target.name, Path(beside) / target.name, target)
            for target in missing:
                (Path(beside) / target.name).rename(target)
        for path in begun:
            shutil.rmtree(path, ignore_errors=True)
    return missing or targets


def _refuse_what_is_there(target: Path) -> None:
    if target.exists():
        raise WrongArgument(
            f"{target.as_posix()} is there already, and is left as it is",
            "name another folder, or move this one away first",
        )
    if target.is_symlink():
        raise CannotWriteError(
            target, "it is a link that leads nowhere", f"take the link away, or {_WAY_OUT_OF_INIT}"
        )


def _copy_folder(source: Path, beside: Path, target: Path) -> None:
    """Copy a folder and all in it, with the rights of new files; ``target`` is what it will be."""
    for where, folders, names in os.walk(source):
        folders.sort()
        inside = Path(where).relative_to(source)
        with explaining_failure(target / inside, _WAY_OUT_OF_INIT):
            (beside / inside).mkdir()
        for name in sorted(names):
            with explaining_failure(target / inside / name, _WAY_OUT_OF_INIT):
                shutil.copyfile(Path(where) / name, beside / inside / name)


def begin_profile(title: str, careers: Path, language: str = LAST_LANGUAGE) -> Path:
    """Write a commented profile to fill in, in a language; return its path.

    Raises WrongArgument if the title is empty, if there is such a profile already, if there is no
    such language, or if the folder of the profiles is not there.
    """
    try:
        name, text = new_profile(title, language)
    except ValueError as error:
        raise WrongArgument(str(error), 'give it in words, such as "Marine Biologist"') from error
    _refuse_no_folder(careers)
    languages = sorted({path.stem for path in list_yaml(careers.parent / "locales")})
    if language != LAST_LANGUAGE and not {*lineage(language)} & {*languages}:
        raise WrongArgument(f'no language "{language}"', near_names(language, languages))
    return _write_new(careers / f"{name}.yaml", text, "give another title")


def begin_part(career: str, country: str, careers: Path) -> Path:
    """Write a commented part of a career to fill in, for a country or a province; return its path.

    Raises WrongArgument if the career or the part that it would lie over is not there, if there is
    such a part already, and for what is no code of a country.
    """
    _refuse_no_folder(careers)
    name = CareerName(career, country)
    if CareerName.of(Path(f"{name.stem}.yaml")) != name or name.country not in COUNTRIES:
        hint = "two capital letters (ISO 3166), as LK; of a province, its code behind them: LK-2"
        capitals = f'did you mean "{country.upper()}"?'
        is_meant = country != country.upper() and country.upper().partition("-")[0] in COUNTRIES
        raise WrongArgument(f'"{country}" is no country', capitals if is_meant else hint)
    stems = [path.stem for path in list_yaml(careers)]
    for below in name.layers[:-1]:
        if below.stem not in stems:
            shared = [stem for stem in stems if not CareerName.of(Path(f"{stem}.yaml")).region]
            hint = near_names(career, shared)
            if not hint.startswith("did you mean"):
                hint = f'begin it first: `new "{career}"`; {_ONE_COUNTRY.format(name.country)}'
            if below.region:
                hint = f"begin that first: `new --country {below.region} {career}`"
            raise WrongArgument(f'no career "{below.stem}"', hint)
    path = careers / f"{name.stem}.yaml"
    if rival := find_rival(path):
        raise WrongArgument(
            f"{rival.as_posix()} is there, and would be made into the same files",
            f"rename it to {path.name}, and take out of it what {career}.yaml says",
        )
    (language, *_) = (*look_for("language", careers / f"{career}.yaml", careers.parent), "en")
    return _write_new(path, new_part(country, language), "fill that one in")


def _refuse_no_folder(careers: Path) -> None:
    if careers.is_symlink() and not careers.exists():
        hint = f"take the link away, or {_WAY_OUT_OF_NEW}"
        raise CannotWriteError(careers, "it is a link that leads nowhere", hint)
    if not careers.is_dir():
        raise WrongArgument(
            f"no folder {careers.as_posix()}", "`init` lays one out, --source names another"
        )


def _write_new(path: Path, text: str, otherwise: str) -> Path:
    """Write a file that is not there yet; return its path. ``otherwise`` is what else to do."""
    clear_temporary_files([path.parent])
    with explaining_failure(path, _WAY_OUT_OF_NEW):
        try:
            write_new(path, text.encode())
        except FileExistsError as error:
            if path.exists():
                raise WrongArgument(
                    f"{path.as_posix()} is there already, and is left as it is",
                    otherwise,
                ) from error
            hint = f"take the link away, or {otherwise}"
            raise CannotWriteError(path, "it is a link that leads nowhere", hint) from error
    return path
