"""A country's part of a career goes in, and the files that it lies over; one profile comes out.

Every value knows the file and the line it stands in, and what is wrong with any of the files is
told in one run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from pathlib import Path

from pydantic import ValidationError

from careerkit.content.career_name import CareerName, layer_paths
from careerkit.content.checks.part_fields import check_part
from careerkit.content.explain import explain_errors
from careerkit.content.merged_tree import find_own_paths, merge_trees
from careerkit.content.models.part import PartFile, SharedFile
from careerkit.content.models.profile import CareerFile, Profile
from careerkit.content.problem import ContentError, Place, Problem, as_written
from careerkit.content.text import Text
from careerkit.content.written_file import (
    DEFAULT_LANGUAGE,
    WrittenFile,
    language_of,
    make_model,
    open_file,
)
from careerkit.content.yaml.nodes import YamlMapping, YamlSequence, set_language

Check = Callable[[YamlMapping], Iterable[Problem]]


def read_parts(path: Path, root: Path, check: Check) -> Profile:
    """Read a part and what it lies over. ``check`` is what the whole has to stand.

    Raises ContentError with the problems of all files, and OSError.
    """
    problems: list[Problem] = []
    written = _open_layers(path, root, problems)
    files = list(_read_layers(written, root, problems))
    warnings = tuple(warning for file in files for warning in file.warnings)
    trees = [one.tree for one in written if isinstance(one.tree, YamlMapping)]
    if len(trees) < len(CareerName.of(path).layers):
        raise ContentError([*problems, *warnings])
    whole = reduce(merge_trees, trees)
    own_paths = find_own_paths(whole, trees)
    problems += [as_written(problem, own_paths) for problem in check(whole)]
    if problems:
        raise ContentError([*problems, *warnings])
    try:
        made = Profile.model_validate(whole)
    except ValidationError as error:
        lacking = explain_errors(error, whole, Profile, str(written[0].path))
        raise ContentError([*lacking, *warnings]) from error
    profile = made.with_warnings(warnings).located(CareerName.of(path).made, root)
    return profile.made_from(tuple(files), _languages_of(trees), own_paths)


def read_each(path: Path, root: Path) -> tuple[CareerFile, ...]:
    """Read what each of the files that a career, or a part, is told in says by itself."""
    problems: list[Problem] = []
    files = tuple(_read_layers(_open_layers(path, root, problems), root, problems))
    if any(problem.severity == "error" for problem in problems):
        raise ContentError(problems)
    return files


def _open_layers(path: Path, root: Path, problems: list[Problem]) -> list[WrittenFile]:
    """Open the files that a career is read from, the shared one first."""
    paths = layer_paths(path)
    for below in paths[:-1]:
        if not below.exists():
            told = f"there is no {below.name}, which this is a part of"
            hint = (
                "put there what is true everywhere; a career that is told in one file has no"
                f" country in its name: {CareerName.of(path).made}.yaml"
            )
            if CareerName.of(below).region:
                hint = "put there what is true in all of the country"
            raise ContentError([Problem(Place(str(path)), "", told, hint)])
    written: list[WrittenFile] = []
    for one in paths:
        begin = "country:" if CareerName.of(one).region else "title:"
        try:
            written.append(open_file(one, root, DEFAULT_LANGUAGE, begin))
        except ContentError as error:
            problems += error.problems
    shared = written[0].tree if written and written[0].path == paths[0] else None
    if isinstance(shared, YamlMapping):
        for each in written:
            set_language(each.tree, language_of(shared))
    return written


def _read_layers(
    written: Iterable[WrittenFile], root: Path, problems: list[Problem]
) -> Iterator[CareerFile]:
    """Give what each file says by itself; keep what is wrong with it."""
    language = ""
    for one in written:
        name = CareerName.of(one.path)
        found: Iterable[Problem] = ()
        if isinstance(one.tree, YamlMapping):
            language = language or language_of(one.tree)
            found = check_part(one.tree, one.path, root) if name.region else ()
        try:
            made = make_model(PartFile if name.region else SharedFile, one, found)
        except ContentError as error:
            problems += error.problems
            continue
        own = made.model_copy(update={"language": Text(language)})
        yield own.located(name.stem, root)


def _languages_of(trees: Iterable[YamlMapping]) -> tuple[Text, ...]:
    """Return the languages that the last of the files to do so names."""
    named: tuple[Text, ...] = ()
    for tree in trees:
        languages = tree.get("languages")
        if isinstance(languages, YamlSequence):
            named = tuple(tag for tag in languages if isinstance(tag, Text))
    return named
