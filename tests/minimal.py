"""The least that a profile has to say, as a mapping that tests add fields to."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

BAKER: Mapping[str, Any] = MappingProxyType(
    {
        "schema": 1,
        "title": "Baker",
        "tagline": "Bread for all.",
        "overview": {"work": "Bakers bake."},
        "daily_tasks": ["Knead"],
    }
)
