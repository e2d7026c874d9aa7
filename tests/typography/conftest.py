"""The shipped fonts, and ways to set a word or a paragraph in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerkit.typography import FontLibrary, FontStack, TextStyle

FONTS = Path(__file__).parents[2] / "layouts" / "fonts"


@pytest.fixture(scope="session")
def library() -> FontLibrary:
    """Give the library of the fonts that ship."""
    return FontLibrary(FONTS)


@pytest.fixture(scope="session")
def stack(library: FontLibrary) -> FontStack:
    """Give the families of a Sinhala locale, with Tamil behind them."""
    return library.stack(["Noto Sans Sinhala", "Noto Sans", "Noto Sans Tamil"])


@pytest.fixture(scope="session")
def style(stack: FontStack) -> TextStyle:
    """Give the style of a booklet's body."""
    return TextStyle(stack, size_pt=12, leading_pt=17)
