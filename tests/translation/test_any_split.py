"""However a career is told in a shared file and a part, it says the same as in one file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from careerkit.content import CareerFile, Catalogue, Profile, read_catalogue, read_profile
from careerkit.content.merged_tree import GROUPS, KEYED_LISTS
from careerkit.content.models.content_model import walk_texts
from careerkit.content.models.part import FIELDS_OF_THE_SHARED_FILE
from careerkit.content.text import fold
from careerkit.translation.catalogues.translated import find_missing, translate_profile
from careerkit.translation.catalogues.units import find_units
from tests.strategies import Value, profile_values, write_yaml


def split(values: Value, draw: st.DataObject) -> tuple[Value, Value]:
    """Part the fields of a career into those of a shared file and those of a part."""
    shared: Value = {"schema": 1}
    part: Value = {"schema": 1, "country": "LK"}
    for name, value in values.items():
        if name in FIELDS_OF_THE_SHARED_FILE:
            shared[name] = value
        elif name in GROUPS and value:
            for key, item in value.items():
                side = shared if draw.draw(st.booleans(), f"{name}.{key} is shared") else part
                side.setdefault(name, {})[key] = item
        elif name in KEYED_LISTS and _can_be_cut(value, KEYED_LISTS[name]):
            cut = draw.draw(st.integers(0, len(value)), f"{name}: so many are shared")
            shared[name], part[name] = value[:cut], value[cut:]
        elif name not in ("schema", "country"):
            side = shared if draw.draw(st.booleans(), f"{name} is shared") else part
            side[name] = value
    return shared, part


def _can_be_cut(items: list[Any], key: str) -> bool:
    """Say whether no two items are known by the same, where one would take the other's place."""
    return len({fold(item[key]).casefold() for item in items}) == len(items)


def translated(profile: Profile, folder: Path) -> Profile:
    """Translate a career by a catalogue for each of its files."""
    made = translate_profile(profile, "si", [catalogue_of(file, folder) for file in profile.files])
    assert made.translation is not None
    assert made.translation.missing == 0
    return made


def catalogue_of(file: CareerFile, folder: Path) -> Catalogue:
    """Translate each text of a file: it is written twice."""
    sources = {unit.source: f"{unit.source} · {unit.source}" for unit in find_units(file)}
    entries = [{"source": source, "target": target} for source, target in sources.items()]
    text = write_yaml({"career": file.id, "entries": entries or []})
    return read_catalogue(folder / "locales" / "si" / f"{file.id}.yaml", text)


def texts_of(profile: Profile) -> list[tuple[str, str, str]]:
    """Return all texts of a career, each with its path and its language."""
    return [(path, str(text), text.language) for path, text, _ in walk_texts(profile)]


@given(profile_values(), st.data())
@settings(max_examples=60)
def test_a_career_in_two_files_says_what_it_says_in_one(
    tmp_path_factory: Any, values: Value, draw: st.DataObject
) -> None:
    """If fields are parted in any way, then the career and its translation are the same."""
    folder = tmp_path_factory.mktemp("split")
    careers = folder / "careers"
    careers.mkdir()
    values = {**values, "country": "LK"}
    shared, part = split(values, draw)
    (careers / "whole.yaml").write_text(write_yaml(values), encoding="utf-8")
    (careers / "parted.yaml").write_text(write_yaml(shared), encoding="utf-8")
    (careers / "parted.LK.yaml").write_text(write_yaml(part), encoding="utf-8")
    whole = read_profile(careers / "whole.yaml", folder)
    merged = read_profile(careers / "parted.LK.yaml", folder)
    assert texts_of(merged) == texts_of(whole)
    assert merged.model_dump() == whole.model_dump()
    own = {str(careers / name) for name in ("parted.yaml", "parted.LK.yaml")}
    assert {text.place.file for _, text, _ in walk_texts(merged)} <= {*own, ""}
    assert texts_of(translated(merged, folder)) == texts_of(translated(whole, folder))
    assert {unit.source for unit in find_missing(merged, "si", [])} == {
        unit.source for unit in find_missing(whole, "si", [])
    }
