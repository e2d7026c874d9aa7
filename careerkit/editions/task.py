"""What a file is made from: its document, how it is to look, and the fonts it is set in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from careerkit.document.blocks import Document
from careerkit.document.theme import Theme
from careerkit.editions.edition import AS_USUAL, Variant
from careerkit.typography import FontLibrary, LocaleStyle


@dataclass(frozen=True, slots=True)
class RenderTask:
    """One file to be made. ``profile`` is the career's file, ``target`` the file's own place."""

    edition: str
    profile: Path
    tag: str
    target: Path
    document: Document
    theme: Theme
    style: LocaleStyle
    fonts: Path
    variant: Variant = AS_USUAL

    @property
    def library(self) -> FontLibrary:
        """The fonts it is set in."""
        return open_library(self.fonts)


@cache
def open_library(fonts: Path) -> FontLibrary:
    """Return the one library of a process: a word it has shaped need not be shaped again."""
    return FontLibrary(fonts)
