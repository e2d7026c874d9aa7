"""Describes content files to editors: the models go in, JSON Schemas (2020-12) come out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from careerkit.content.models.catalogue import Catalogue, Terms
from careerkit.content.models.content_model import ContentModel
from careerkit.content.models.locale import Locale
from careerkit.content.models.part import FIELDS_OF_THE_SHARED_FILE, PartFile
from careerkit.content.models.profile import Profile
from careerkit.content.models.school import SchoolFile

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def write_profile_schema() -> str:
    """Return the JSON Schema of a career, as in ``source/profile.schema.json``."""
    return _write(Profile, "A career profile")


def write_part_schema() -> str:
    """Return the JSON Schema of a country's part, as in ``source/part.schema.json``."""
    schema = json.loads(_write(PartFile, "A country's part of a career"))
    for field in FIELDS_OF_THE_SHARED_FILE:
        del schema["properties"][field]
    return _print(schema)


def write_locale_schema() -> str:
    """Return the JSON Schema of a language, as in ``source/locale.schema.json``."""
    return _write(Locale, "A language")


def write_catalogue_schema() -> str:
    """Return the JSON Schema of a translation, as in ``source/catalogue.schema.json``."""
    return _write(Catalogue, "A career in a language")


def write_terms_schema() -> str:
    """Return the JSON Schema of a language's terms, as in ``source/terms.schema.json``.

    The file is the list itself.
    """
    schema = json.loads(_write(Terms, "The terms of a language"))
    terms = schema.pop("properties")["terms"]
    del schema["additionalProperties"]
    return _print({**schema, **terms, "type": "array"})


def write_school_schema() -> str:
    """Return the JSON Schema of a school, as in ``source/school.schema.json``."""
    return _write(SchoolFile, "A school")


def write_schemas() -> dict[str, str]:
    """Return each schema by the name of its file in ``source/``."""
    return {
        "profile.schema.json": write_profile_schema(),
        "part.schema.json": write_part_schema(),
        "locale.schema.json": write_locale_schema(),
        "catalogue.schema.json": write_catalogue_schema(),
        "terms.schema.json": write_terms_schema(),
        "school.schema.json": write_school_schema(),
    }


def _write(model: type[ContentModel], title: str) -> str:
    schema = model.model_json_schema(by_alias=True, mode="validation")
    parts = {part.__name__: part for part in _all_parts(ContentModel)}
    definitions = schema.get("$defs", {})
    for name, definition in definitions.items():
        _drop_titles(definition)
        definitions[name] = _allow_plain_text(definition, parts[name])
    _drop_titles(schema)
    whole = {"$schema": _DIALECT, **schema, "title": title}
    return _print(whole)


def _print(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _allow_plain_text(definition: dict[str, Any], part: type[ContentModel]) -> dict[str, Any]:
    if not part.main_text:
        return definition
    described = definition["properties"][part.main_text].get("description", "")
    return {
        "description": definition.pop("description", ""),
        "anyOf": [{"type": "string", "minLength": 1, "description": described}, definition],
    }


def _all_parts(model: type[ContentModel]) -> Iterator[type[ContentModel]]:
    for part in model.__subclasses__():
        yield part
        yield from _all_parts(part)


def _drop_titles(definition: dict[str, Any]) -> None:
    """Leave out pydantic's titles, which repeat names, and defaults that say "nothing".

    A mapping whose names are free has no others than those of their pattern. An editor offers a
    default for insertion, and ``null`` is none.
    """
    definition.pop("title", None)
    for field in definition.get("properties", {}).values():
        field.pop("title", None)
        if "patternProperties" in field:
            field["additionalProperties"] = False
        if field.get("default", 0) in (None, []):
            del field["default"]
        branches = [one for one in field.get("anyOf", []) if one != {"type": "null"}]
        if "anyOf" in field and len(branches) == 1:
            del field["anyOf"]
            field.update(branches[0])
