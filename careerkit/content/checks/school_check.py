"""Looks at what a school says of itself: its mapping or its model goes in, problems come out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic_core import PydanticCustomError

from careerkit.content.checks.picture_doubts import doubt_picture
from careerkit.content.language_tag import lineage
from careerkit.content.models.school import SchoolFile
from careerkit.content.models.values import TAG_PATTERN, take_image
from careerkit.content.nearest import nearest_or_all
from careerkit.content.pictures.picture import (
    LOGO_MM,
    UnusablePicture,
    check_picture,
    measure_picture,
)
from careerkit.content.problem import Problem
from careerkit.content.yaml.nodes import YamlMapping


def check_school(tree: YamlMapping, images: Path, own: str, there: set[str]) -> Iterator[Problem]:
    """Yield a problem for a logo that cannot be used, and for translations that nobody would see.

    ``own`` is the language that the file is written in, ``there`` are those that have a file.
    """
    yield from _check_logo(tree, images)
    translations = tree.get("translations")
    if not isinstance(translations, YamlMapping):
        return
    for tag, words in translations.items():
        place = translations.key_places[tag]
        path = f"translations.{tag}"
        if not TAG_PATTERN.fullmatch(tag):
            continue  # reported with the other fields
        if tag in lineage(own):
            message = f"the file is written in this language ({own})"
            hint = "write it above in place of what stands there, or correct language:"
            yield Problem(place, path, message, hint)
        elif not any(tag in lineage(one) or one in lineage(tag) for one in there):
            hint = nearest_or_all(tag, there)
            yield Problem(place, path, f'there is no language "{tag}"', hint)
        if isinstance(words, YamlMapping) and words.get("logo") and not tree.get("logo"):
            hint = "name its file under logo: above"
            message = "there is no logo to say it of"
            yield Problem(words.places["logo"], f"{path}.logo", message, hint)


def _check_logo(tree: YamlMapping, images: Path) -> Iterator[Problem]:
    logo = tree.get("logo")
    if not isinstance(logo, YamlMapping):
        return
    try:
        file = take_image(logo.get("file"))
        check_picture(images / file, images)
    except PydanticCustomError:
        return  # reported with the other fields
    except UnusablePicture as error:
        yield error.at(file.place, "logo.file")


def doubt_school(school: SchoolFile, images: Path) -> tuple[Problem, ...]:
    """Return the warnings about a school, sorted by place."""
    return tuple(sorted([*school.warnings, *_doubt_logo(school, images)]))


def _doubt_logo(school: SchoolFile, images: Path) -> Iterator[Problem]:
    if school.logo is None:
        return
    file, path = school.logo.file, images / school.logo.file
    width, height = measure_picture(path)
    shown_mm = min(LOGO_MM[0], LOGO_MM[1] * width / height)
    yield from doubt_picture(path, file.place, "logo.file", shown_mm)
