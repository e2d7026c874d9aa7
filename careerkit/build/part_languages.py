"""A career's file and the languages there are go in; those that it is made in come out.

A career of one file is made in all of them, a country's part in those that it names, or else in
those that are official there or read by many.
"""

from __future__ import annotations

from pathlib import Path

from careerkit.content.career_name import CareerName, layer_paths
from careerkit.project.folders import Folders, list_yaml
from careerkit.translation.language_tags import LAST_LANGUAGE, same_language


def find_languages_of(path: Path, folders: Folders) -> tuple[str, ...]:
    """Return the languages that a career is made in, of those there are.

    Where none of them is read in a country, its part is made in the language that it is written
    in, so that it is made at all.
    """
    name, source = CareerName.of(path), folders.source
    there = [file.stem for file in list_yaml(folders.locales)]
    if not name.region:
        return tuple(there)
    from careerkit.content.first_look import look_for  # loads what reads, which few runs need

    shared, *parts = layer_paths(path)
    for part in reversed(parts):
        if named := look_for("languages", part, source):
            made = tuple(tag for tag in there if any(same_language(tag, one) for one in named))
            break
    else:
        from careerkit.translation.words.country_languages import is_usual_in

        made = tuple(tag for tag in there if is_usual_in(tag, name.country.upper()))
    if made:
        return made  # as nearly always: the shared file need not be looked through
    own = (*look_for("language", shared, source), LAST_LANGUAGE)[0]
    return tuple(tag for tag in there if same_language(tag, own)) or tuple(there)
