"""What a file is drawn from: its blocks, how they are to look, and the fonts they are set in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from careerkit.document.blocks import Document
from careerkit.document.theme import Theme
from careerkit.editions.jobs import Job
from careerkit.typography import FontLibrary, LocaleStyle


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file ready to be drawn: its blocks, and how they are to look.

    ``ingredients`` is the digest of all that goes into the file.
    """

    job: Job
    document: Document
    theme: Theme
    style: LocaleStyle
    fonts: Path
    ingredients: str


@cache
def open_library(fonts: Path) -> FontLibrary:
    """Return the one library of a process: a word it has shaped need not be shaped again."""
    return FontLibrary(fonts)
