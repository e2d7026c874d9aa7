"""A folder of careers and languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.translation.catalogues import Source


@pytest.fixture
def source(tmp_path: Path) -> Source:
    """An empty folder of careers and languages."""
    return Source(tmp_path)
