"""A document goes in; its deck comes out: planned and written in one call, as tests need it."""

from __future__ import annotations

from typing import BinaryIO

from careerkit.document.blocks import Document
from careerkit.document.theme import Theme
from careerkit.pptx import write_pptx
from careerkit.slides import plan_deck
from careerkit.typography import FontLibrary, LocaleStyle


def write_deck(
    document: Document,
    theme: Theme,
    style: LocaleStyle,
    library: FontLibrary,
    target: BinaryIO,
    *,
    embed_fonts: bool = False,
) -> int:
    """Plan a deck and write it; return how many slides it has."""
    planned = plan_deck(document, theme, style, library, embed_fonts=embed_fonts)
    write_pptx(planned, target)
    return planned.slide_count
