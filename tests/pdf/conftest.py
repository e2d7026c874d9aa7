"""What the writer's tests share: the fonts and the theme that ship."""

from __future__ import annotations

import pytest

from careerkit.document.theme import Theme
from careerkit.layout import load_layout
from careerkit.typography import FontLibrary
from tests.shipped import LAYOUTS, ROOT


@pytest.fixture(scope="session")
def library() -> FontLibrary:
    """Give the library of the fonts that ship."""
    return FontLibrary(ROOT / "layouts" / "fonts")


@pytest.fixture(scope="session")
def theme() -> Theme:
    """Give the theme that ships."""
    return load_layout("classic", LAYOUTS).theme_for(None)
