"""What the deck's tests share: the classic theme, and a way to write a document and open it."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from pptx import Presentation
from pptx.presentation import Presentation as Deck

from careerkit.document.blocks import Document
from careerkit.document.theme import Theme
from careerkit.layout.layout import load_layout
from careerkit.typography import FontLibrary, LocaleStyle
from tests.deck import write_deck
from tests.shipped import ROOT

STYLE = LocaleStyle(("Noto Sans", "Noto Sans Sinhala", "Noto Sans Tamil"), ("Arial",))

Writer = Callable[[Document], bytes]
Opener = Callable[[Document], Deck]


@pytest.fixture(scope="session")
def theme() -> Theme:
    """The classic theme."""
    return load_layout("classic", ROOT / "layouts").theme


@pytest.fixture(scope="session")
def library() -> FontLibrary:
    """The fonts that ship."""
    return FontLibrary(ROOT / "layouts" / "fonts")


@pytest.fixture(scope="session")
def write(theme: Theme, library: FontLibrary) -> Writer:
    """Write a document as a deck."""

    def written(document: Document) -> bytes:
        target = io.BytesIO()
        count = write_deck(document, theme, STYLE, library, target)
        assert count == len(Presentation(io.BytesIO(target.getvalue())).slides)
        return target.getvalue()

    return written


@pytest.fixture(scope="session")
def opened(write: Writer) -> Opener:
    """Write a document and open the deck again."""
    return lambda document: Presentation(io.BytesIO(write(document)))
