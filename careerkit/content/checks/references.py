"""Checks that what a profile refers to is there: its mapping goes in, problems come out.

It reads the mapping, not the model, so that a mistake elsewhere does not hide these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from pydantic_core import PydanticCustomError

from careerkit.content.checks.relations import find_parts
from careerkit.content.excerpt import quote
from careerkit.content.explain import suggest
from careerkit.content.models.profile import Profile
from careerkit.content.models.values import take_image
from careerkit.content.pictures.picture import UnusablePicture, check_picture, find_picture
from careerkit.content.problem import ContentError, Problem
from careerkit.content.text import Text
from careerkit.content.yaml.nodes import YamlMapping


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
    for index, image in enumerate(profile.images):
        try:
            check_picture(profile.image_path(image), profile.images_folder)
        except UnusablePicture as error:
            problems.append(error.at(image.file.place, f"images[{index}].file"))
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
            hint = f"it stands in line {known[name].place.line} already: give each source its own"
            yield Problem(name.place, f"{path}.id", message, hint)
        else:
            known[str(name)] = name
    for field in ("pay", "demand", "facts"):
        for path, entry in find_parts(profile, field):
            name = entry.get("source")
            if isinstance(name, Text) and name and name not in known:
                listed = ", ".join(list(known)[:12]) or "none yet"
                yield Problem(
                    name.place,
                    f"{path}.source",
                    f"no source has the id {quote(name)}",
                    suggest(name, list(known)) or f"the ids under sources: are {listed}",
                )


def _check_pictures(profile: YamlMapping, images: Path) -> Iterator[Problem]:
    """Look at the beginnings of all pictures; where one is not sound, at the others' insides too.

    What is not laid out is not unpacked later.
    """
    problems = list(_look_at_pictures(profile, images, find_picture))
    yield from _look_at_pictures(profile, images, check_picture) if problems else ()


def _look_at_pictures(
    profile: YamlMapping, images: Path, look: Callable[[Path, Path], None]
) -> Iterator[Problem]:
    for path, entry in find_parts(profile, "images"):
        try:
            file = take_image(entry.get("file"))
            look(images / file, images)
        except PydanticCustomError:
            continue  # reported with the other fields
        except UnusablePicture as error:
            yield error.at(file.place, f"{path}.file")
