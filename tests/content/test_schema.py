"""The committed JSON Schemas are what the models say now; editors find by them what readers do."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from careerkit.content import (
    ContentError,
    read_career_files,
    read_catalogue,
    read_locale,
    read_profile,
    read_school,
    read_terms,
    write_schemas,
)
from careerkit.content.models.catalogue import Catalogue, Terms
from careerkit.content.models.content_model import ContentModel
from careerkit.content.models.locale import Locale
from careerkit.content.models.part import FIELDS_OF_THE_SHARED_FILE, PartFile
from careerkit.content.models.profile import Profile
from careerkit.content.models.school import SchoolFile
from tests.every_field import Filler, leaves_of, walk_values

SOURCE = Path(__file__).parents[2] / "source"
MODELS: dict[str, type[ContentModel]] = {
    "profile.schema.json": Profile,
    "part.schema.json": PartFile,
    "locale.schema.json": Locale,
    "catalogue.schema.json": Catalogue,
    "terms.schema.json": Terms,
    "school.schema.json": SchoolFile,
}
READERS: dict[str, Callable[[Path], ContentModel]] = {
    "profile.schema.json": lambda path: read_profile(path, path.parents[1]),
    "part.schema.json": lambda path: read_career_files(path, path.parents[1])[-1],
    "locale.schema.json": read_locale,
    "catalogue.schema.json": read_catalogue,
    "terms.schema.json": read_terms,
    "school.schema.json": lambda path: read_school(path, path.parents[1]),
}

FILE_NAMES = {"locale.schema.json": "si.yaml", "part.schema.json": "any.LK.yaml"}

# What fields of a certain shape hold, and one item for each group of fields that exclude others.
GIVEN: dict[str, dict[str, Any]] = {
    "profile.schema.json": {
        "schema": 1,
        "language": "en",
        "accent": "plum",
        "country": "LK",
        "codes.isco08": "4831",
        "codes.onet": "49-3021.07",
        "pay.currency": "JPY",
        "pay.as_of": "unknown",
        "pay_compared.currency": "JPY",
        "daily_tasks.time": "05:43",
        "people.day.time": "06:17",
        "people.photo": "ward.png",
        "people.consent": True,
        "images.focus": [0.25, 0.5],
        "talk.ask_seconds": 37,
        "facts.currency": "GBP",
        "sources.id": "first",
        "worksheet.lines": 7,
        "worksheet.minutes": 83,
        "talk.seconds": 71,
        "about.reading_grade": 13,
        "images.file": "ward.png",
    },
    "locale.schema.json": {
        "fallback": "en",
        "habits": "en-GB",
        "line_height": 1.5,
        "size_scale": 1.1,
        "digits": "latn",
        "money": "{currency} {amount}",
        "words_a_minute": 120,
        "labels": {"contents": "Contents", "minutes": {"one": "a minute", "other": "{count} min"}},
    },
    "catalogue.schema.json": {"career": "any"},
    "terms.schema.json": {},
    "school.schema.json": {
        "language": "en",
        "logo.file": "ward.png",
        "translations": {"en-GB": {"name": "a", "logo": "b", "counsellor": {"phone": "1"}}},
    },
}
CITING = [path for path in leaves_of(Profile) if path.endswith(".source")]
# One id or a list of them, by turns.
GIVEN["profile.schema.json"] |= {
    path: ["first"] if number % 2 else "first" for number, path in enumerate(CITING)
}
GIVEN["part.schema.json"] = {**GIVEN["profile.schema.json"], "languages": ["en"]}
ALTERNATIVES = {
    "facts": (frozenset({"value"}), frozenset({"amount", "currency", "qualifier"})),
    "images": (frozenset({"decorative"}), frozenset({"alt"})),
}


def without(name: str) -> set[str]:
    """Return the fields of a model that the files of its kind may not have."""
    return {*FIELDS_OF_THE_SHARED_FILE} if name == "part.schema.json" else set()


def sample(name: str) -> Any:
    """Return data with every field of a schema."""
    data = Filler(GIVEN[name], ALTERNATIVES).fill(MODELS[name])
    data = {field: value for field, value in data.items() if field not in without(name)}
    return data["terms"] if name == "terms.schema.json" else data


@cache
def editor(name: str) -> jsonschema.Draft202012Validator:
    """Return what looks at data by a schema."""
    schema = json.loads(write_schemas()[name])
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def faults(name: str, data: Any) -> list[str]:
    """Return what an editor says of data by a schema."""
    return [each.message for each in editor(name).iter_errors(data)]


def read(name: str, data: Any, folder: Path) -> ContentModel:
    """Read data as a file of its kind."""
    (folder / "images").mkdir(exist_ok=True)
    picture = Path(__file__).parent / "profiles" / "images" / "wards" / "ward.png"
    (folder / "images" / "ward.png").write_bytes(picture.read_bytes())
    # A catalogue's folder, and a language's file, have the name of a language.
    path = folder / "si" / FILE_NAMES.get(name, "any.yaml")
    path.parent.mkdir()
    (path.parent / "any.yaml").write_text("schema: 1\n", encoding="utf-8")
    path.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return READERS[name](path)


@pytest.mark.parametrize("name", MODELS)
def test_committed_schema_is_current(name: str) -> None:
    """If a model changes, then its schema has to be written anew (``generate.py schema``)."""
    assert (SOURCE / name).read_bytes() == write_schemas()[name].encode()


def test_every_schema_is_tested() -> None:
    """If there is a schema, then the tests of this file are about it too."""
    assert set(write_schemas()) == set(MODELS)


def _fields(schema: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    parts = [schema, *schema.get("$defs", {}).values()]
    parts += [branch for part in parts for branch in part.get("anyOf", [])]
    return [field for part in parts for field in part.get("properties", {}).items()]


@pytest.mark.parametrize("name", MODELS)
def test_every_field_is_described(name: str) -> None:
    """If an editor shows a field, then it can say what the field is for."""
    schema = json.loads(write_schemas()[name])
    fields = _fields(schema)
    assert len(fields) > 3
    assert [key for key, field in fields if not field.get("description")] == []


@pytest.mark.parametrize("name", MODELS)
def test_every_field_is_taken(name: str, tmp_path: Path) -> None:
    """If a file has every field that there is, then editor and reader take each."""
    data = sample(name)
    assert faults(name, data) == []
    filled = {path for path, _, _ in walk_values(read(name, data, tmp_path))}
    assert set(leaves_of(MODELS[name])) - filled <= without(name)


def spoil(data: Any, path: str) -> Any:
    """Return data in which a field holds a group of fields that nobody knows."""
    if isinstance(data, list):
        return [spoil(item, path) for item in data]
    key, _, rest = path.partition(".")
    if not isinstance(data, dict) or key not in data:
        return data
    return {**data, key: spoil(data[key], rest) if rest else {"xyzzy": {"xyzzy": "1"}}}


@pytest.mark.parametrize(
    ("name", "path"),
    [
        (name, path)
        for name, model in MODELS.items()
        for path in leaves_of(model)
        if path not in without(name)
    ],
)
def test_every_field_is_looked_at(name: str, path: str, tmp_path: Path) -> None:
    """If a field holds what it cannot, then both editor and reader say so."""
    data = spoil(sample(name), path.removeprefix("terms."))
    assert faults(name, data)
    with pytest.raises(ContentError) as caught:
        read(name, data, tmp_path)
    last = path.rpartition(".")[2]
    assert any(last in problem.field for problem in caught.value.problems), caught.value


@pytest.mark.parametrize("name", MODELS)
def test_unknown_fields_are_told(name: str) -> None:
    """If a field is misspelt, then an editor underlines it."""
    data = sample(name)
    (data[0] if isinstance(data, list) else data)["xyzzy"] = "1"
    assert any("xyzzy" in fault for fault in faults(name, data))


def test_plain_text_is_allowed_where_the_reader_allows_it() -> None:
    """If a part has one main text, then the schema takes plain text for it, else not."""
    parts = json.loads(write_schemas()["profile.schema.json"])["$defs"]
    assert parts["Task"]["anyOf"][0]["type"] == "string"
    assert parts["Pay"]["type"] == "object"
