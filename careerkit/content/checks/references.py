"""Checks that what a profile refers to is there: its mapping goes in, problems come out.

It reads the mapping, not the model, so that a mistake elsewhere does not hide these.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from pydantic_core import PydanticCustomError

from careerkit.content.checks.relations import find_parts
from careerkit.content.excerpt import quote
from careerkit.content.explain import suggest
from careerkit.content.models.profile import Profile
from careerkit.content.models.values import IDENTIFIER_PATTERN, take_image
from careerkit.content.pictures.picture import UnusablePicture, check_picture, find_picture
from careerkit.content.problem import ContentError, Problem
from careerkit.content.text import Text
from careerkit.content.yaml.nodes import Node, YamlMapping, YamlSequence


def check_references(profile: YamlMapping, images: Path) -> Iterator[Problem]:
    """Yield a problem for each source and each picture that is not there, or not what it should be.

    ``images`` is the folder of the pictures.
    """
    yield from _check_sources(profile)
    yield from _check_pictures(profile, images)


def check_pictures(profile: Profile) -> None:
    """Unpack each picture of a profile, once in a run. Raises ContentError for those not whole.

    It takes as long as laying out the words, and is spared where a file is up to date.
    """
    problems = []
    files = [(f"images[{index}].file", image.file) for index, image in enumerate(profile.images)]
    files += [
        (f"people[{index}].photo", person.photo)
        for index, person in enumerate(profile.people)
        if person.photo is not None
    ]
    for path, file in files:
        try:
            check_picture(profile.images_folder / file, profile.images_folder)
        except UnusablePicture as error:
            problems.append(error.at(file.place, path))
    if problems:
        raise ContentError(problems)


def _check_sources(profile: YamlMapping) -> Iterator[Problem]:
    known: dict[str, Text] = {}
    for path, entry in find_parts(profile, "sources"):
        name = entry.get("id")
        if not isinstance(name, Text) or not name:
            continue
        if name in known:
            message = f"the id {quote(name)} is given twice"
            first = known[name].place
            where = f"line {first.line}" if first.file == name.place.file else str(first)
            hint = f"it stands in {where} already: give each source its own"
            yield Problem(name.place, f"{path}.id", message, hint)
        else:
            known[str(name)] = name
    for path, name in _find_cited(profile, ""):
        # What cannot be an id is reported with the other fields.
        if name not in known and re.fullmatch(IDENTIFIER_PATTERN, name):
            listed = ", ".join(list(known)[:12]) or "none yet"
            yield Problem(
                name.place,
                path,
                f"no source has the id {quote(name)}",
                suggest(name, list(known)) or f"the ids under sources: are {listed}",
            )


def _find_cited(node: Node, path: str) -> Iterator[tuple[str, Text]]:
    """Yield each id that stands in a ``source:``, at any depth, with its path."""
    if isinstance(node, YamlSequence):
        for index, item in enumerate(node):
            yield from _find_cited(item, f"{path}[{index}]")
    elif isinstance(node, YamlMapping):
        for key, value in node.items():
            where = f"{path}.{key}" if path else key
            if key != "source":
                yield from _find_cited(value, where)
            elif isinstance(value, YamlSequence):
                many = enumerate(value)
                yield from ((f"{where}[{at}]", one) for at, one in many if isinstance(one, Text))
            elif isinstance(value, Text):
                yield where, value


def _check_pictures(profile: YamlMapping, images: Path) -> Iterator[Problem]:
    """Look at the beginnings of all pictures; where one is not sound, at the others' insides too.

    What is not laid out is not unpacked later.
    """
    problems = list(_look_at_pictures(profile, images, find_picture))
    yield from _look_at_pictures(profile, images, check_picture) if problems else ()


def _look_at_pictures(
    profile: YamlMapping, images: Path, look: Callable[[Path, Path], None]
) -> Iterator[Problem]:
    for list_name, field in (("images", "file"), ("people", "photo")):
        for path, entry in find_parts(profile, list_name):
            try:
                file = take_image(entry.get(field))
                look(images / file, images)
            except PydanticCustomError:
                continue  # reported with the other fields
            except UnusablePicture as error:
                yield error.at(file.place, f"{path}.{field}")
