"""The committed JSON Schemas are what the models say now."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from careerkit.content.schema import write_schemas

SOURCE = Path(__file__).parents[2] / "source"
SCHEMAS = [f"{kind}.schema.json" for kind in ("profile", "locale", "catalogue", "terms")]


@pytest.mark.parametrize("name", SCHEMAS)
def test_committed_schema_is_current(name: str) -> None:
    """If a model changes, then its schema has to be written anew (``generate.py schema``)."""
    assert (SOURCE / name).read_bytes() == write_schemas()[name].encode()


def _fields(schema: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    parts = [schema, *schema.get("$defs", {}).values()]
    parts += [branch for part in parts for branch in part.get("anyOf", [])]
    return [field for part in parts for field in part.get("properties", {}).items()]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_is_described(name: str) -> None:
    """If an editor shows a field, then it can say what the field is for."""
    schema = json.loads(write_schemas()[name])
    fields = _fields(schema)
    assert len(fields) > 3
    assert [key for key, field in fields if not field.get("description")] == []


def test_plain_text_is_allowed_where_the_reader_allows_it() -> None:
    """If a part has one main text, then the schema takes plain text for it, else not."""
    parts = json.loads(write_schemas()["profile.schema.json"])["$defs"]
    assert parts["Task"]["anyOf"][0]["type"] == "string"
    assert parts["Pay"]["type"] == "object"
