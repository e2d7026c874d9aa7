"""Folders go in; a warning for each translation that nothing is made of comes out."""

from __future__ import annotations

from collections.abc import Iterator

from careerkit.content.career_name import CareerName
from careerkit.content.nearest import nearest
from careerkit.content.problem import Place, Problem
from careerkit.project.folders import Folders, list_folder, list_yaml

TERMS_FILE = "terms.yaml"


def find_strays(folders: Folders) -> Iterator[Problem]:
    """Give a warning for each translation whose career or whose language has no file."""
    profiles = list_yaml(folders.careers)
    careers = {path.stem for path in profiles}
    files = {CareerName.of(path).made: path.name for path in profiles}
    there = {path.stem for path in list_yaml(folders.locales)}
    languages = [path for path in list_folder(folders.locales) if path.is_dir()]
    for path in (file for language in languages for file in list_yaml(language)):
        place, tag = Place(path.as_posix()), path.parent.name
        if tag not in there:
            file = (folders.locales / f"{tag}.yaml").as_posix()
            hint = f"write {file}, or correct the folder's name"
            yield Problem(place, "", f'there is no language "{tag}"', hint, "warning")
        elif path.name != TERMS_FILE and path.stem not in careers:
            hint = nearest(path.stem, sorted(careers)) or "give it the name of its career"
            if path.stem in files:
                hint = f"call it {files[path.stem]}, as the file that it translates"
            yield Problem(place, "", f'there is no career "{path.stem}"', hint, "warning")
