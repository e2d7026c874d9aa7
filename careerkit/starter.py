"""What a school begins with: a folder or a title goes in, files to work on come out."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from careerkit.content.profile_template import new_profile
from careerkit.folders import list_yaml, shipped_folder
from careerkit.jobs import WrongArgument, near_names
from careerkit.translation.tags import LAST_LANGUAGE, lineage
from careerkit.whole_file import write_new

_LAID_OUT = ("source", "layouts")


def lay_out_folder(folder: Path) -> tuple[Path, ...]:
    """Copy the examples and the layouts that came with careerkit into a folder; return both.

    Raises WrongArgument if there is anything of that name already.
    """
    targets = tuple(folder / name for name in _LAID_OUT)
    for target in targets:
        if target.exists():
            raise WrongArgument(
                f"{target.as_posix()} is there already, and is left as it is",
                "name another folder, or move this one away first",
            )
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".init-", dir=folder) as beside:
        for name in _LAID_OUT:
            shutil.copytree(
                shipped_folder() / name, Path(beside) / name, copy_function=shutil.copyfile
            )
        for target in targets:
            (Path(beside) / target.name).rename(target)
    return targets


def begin_profile(title: str, careers: Path, language: str = LAST_LANGUAGE) -> Path:
    """Write a commented profile to fill in, in a language; return its path.

    Raises WrongArgument if the title is empty, if there is such a profile already, if there is no
    such language, or if the folder of the profiles is not there.
    """
    try:
        name, text = new_profile(title, language)
    except ValueError as error:
        raise WrongArgument(str(error), 'give it in words, such as "Marine Biologist"') from error
    if not careers.is_dir():
        raise WrongArgument(
            f"no folder {careers.as_posix()}", "`init` lays one out, --source names another"
        )
    languages = sorted({path.stem for path in list_yaml(careers.parent / "locales")})
    if language != LAST_LANGUAGE and not {*lineage(language)} & {*languages}:
        raise WrongArgument(f'no language "{language}"', near_names(language, languages))
    path = careers / f"{name}.yaml"
    try:
        write_new(path, text.encode())
    except FileExistsError as error:
        raise WrongArgument(
            f"{path.as_posix()} is there already, and is left as it is", "give another title"
        ) from error
    return path
