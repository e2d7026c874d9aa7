"""Checks what a country's part says of itself: its mapping and its name go in, problems come out.

It reads the mapping, not the model, so that a mistake elsewhere does not hide these.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from careerkit.content.career_name import CareerName, layer_paths
from careerkit.content.countries import COUNTRIES
from careerkit.content.excerpt import quote
from careerkit.content.language_tag import lineage
from careerkit.content.models.part import FIELDS_OF_THE_SHARED_FILE
from careerkit.content.nearest import nearest_or_all
from careerkit.content.problem import Place, Problem
from careerkit.content.text import Text
from careerkit.content.yaml.nodes import YamlMapping, YamlSequence


def check_part(part: YamlMapping, path: Path, root: Path) -> Iterator[Problem]:
    """Yield what is wrong with the name of a part, its country, its languages, its fields."""
    yield from check_region(path, root / "locales")
    region = CareerName.of(path).region
    country = part.get("country")
    if isinstance(country, Text) and country and country != region:
        message = f"the file is for {quote(region)}, not {quote(country)}"
        hint = f'write "country: {region}", or give the file the name of its country'
        yield Problem(country.place, "country", message, hint)
    shared = layer_paths(path)[0].name
    for field in FIELDS_OF_THE_SHARED_FILE:
        if field in part:
            message = "a part cannot have this field"
            hint = f"take it out, or put it into {shared}, where it holds for all countries"
            yield Problem(part.key_places[field], field, message, hint)
    yield from _check_languages(part, root / "locales")


def check_region(path: Path, locales: Path) -> Iterator[Problem]:
    """Yield what is wrong with the region that a file's name ends with."""
    name = CareerName.of(path)
    capitals = f"{name.career}.{name.region.upper()}.yaml"
    if name.region != name.region.upper():
        told = f'"{name.region}" in the name of this file is not in capitals'
        hint = f"call a country's part {capitals}"
        if (locales / f"{name.region}.yaml").exists():
            hint += f"; a translation is {(locales / name.region / name.career).as_posix()}.yaml"
        yield Problem(Place(str(path)), "", told, hint)
    elif name.country not in COUNTRIES:
        told = f'there is no country "{name.country}"'
        hint = "name the file by two letters of ISO 3166, such as LK, or GB for the United Kingdom"
        yield Problem(Place(str(path)), "", told, hint)


def _check_languages(part: YamlMapping, locales: Path) -> Iterator[Problem]:
    languages = part.get("languages")
    there = {path.stem for path in locales.glob("*.yaml")}
    for index, tag in enumerate(languages if isinstance(languages, YamlSequence) else ()):
        if isinstance(tag, Text) and tag and there and there.isdisjoint(lineage(tag)):
            hint = nearest_or_all(tag, there)
            yield Problem(tag.place, f"languages[{index}]", f'there is no language "{tag}"', hint)
