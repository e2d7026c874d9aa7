"""A folder goes in; files come out whose names keep them from being content, here or elsewhere."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from careerkit.content.career_name import CareerName
from careerkit.content.file_kind import find_kind
from careerkit.content.problem import Place, Problem
from careerkit.content.yaml.source_text import MAXIMUM_BYTES
from careerkit.project.folders import Folders, list_folder, list_yaml

_MISNAMED = re.compile(
    r"(.+?)\.ya?ml(?:\.(?:txt|text|docx?|odt|rtf|html?|pdf|md|pages|json|xml|ya?ml|download))?"
    r"(?: \(\d+\))?",
    re.IGNORECASE,
)


def list_misnamed(folder: Path) -> list[Path]:
    """Return the files of a folder that are no content only for how ``.yaml`` is written.

    Another ending may follow it, as word processors and browsers add theirs.
    """
    return [
        path
        for path in list_folder(folder)
        if _MISNAMED.fullmatch(path.name) and path.suffix != ".yaml" and path.is_file()
    ]


def name_meant(path: Path) -> str:
    """Return the name that a file of ``list_misnamed`` should have."""
    found = _MISNAMED.fullmatch(path.name)
    return f"{found[1] if found else path.stem}.yaml"


def find_misnamed(folders: Folders, read: Collection[Path]) -> Iterator[Problem]:
    """Yield a warning for each file that would be content, were it not for how its name ends.

    ``read`` are those that were named by their paths and read all the same.
    """
    translations = [path for path in list_folder(folders.locales) if path.is_dir()]
    named = {os.path.realpath(path) for path in read}
    for folder in (folders.careers, folders.locales, *translations):
        for path in list_misnamed(folder):
            if os.path.realpath(path) not in named:
                message = "passed over, for its name does not end in .yaml"
                yield Problem(
                    Place(path.as_posix()), "", message, explain_renaming(path), "warning"
                )
    for path in list_folder(folders.source):
        if path.name != folders.school.name and _is_meant_for(folders.school.name, path):
            message = f"passed over, for its name is not {folders.school.name}"
            hint = f"rename {path.name} to {folders.school.name}"
            yield Problem(Place(path.as_posix()), "", message, hint, "warning")
    yield from _find_alike(list_yaml(folders.careers))


def _find_alike(careers: list[Path]) -> Iterator[Problem]:
    """Warn of careers that many disks take for one, or what is made of them."""
    first: dict[str, Path] = {}
    for path in careers:
        made = CareerName.of(path).made
        other = first.setdefault(made.casefold(), path)
        if CareerName.of(other).made != made:
            message = f"but for capitals, {other.name} is made into files of the same names"
            hint = "give one of them another name: many disks take the two for one file"
            yield Problem(Place(path.as_posix()), "", message, hint, "warning")


def _is_meant_for(name: str, path: Path) -> bool:
    """Say whether a file was to have a name, but for capitals or how its name ends."""
    is_content = _MISNAMED.fullmatch(path.name) is not None and path.is_file()
    return is_content and name_meant(path).casefold() == name


def explain_renaming(path: Path) -> str:
    """Return what to do about a file of ``list_misnamed``: what it is, or what to call it."""
    name = name_meant(path)
    kind = None
    with suppress(OSError), path.open("rb") as stream:  # what cannot be read can be renamed
        kind = find_kind(stream.read(MAXIMUM_BYTES))
    if kind:
        return (
            f"it is {kind.value}: copy its words into a plain text editor, and save them as {name}"
        )
    if any(other.name == name for other in list_yaml(path.parent)):
        return f"{name} lies beside it: compare the two before you take one away"
    return f"rename {path.name} to {name}"
