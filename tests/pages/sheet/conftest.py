"""Sheets to look at: of any profile, in any language that ships, in the pseudo-languages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from careerkit.content import Locale, read_catalogue, read_locale, read_profile
from careerkit.document.blocks import Document
from careerkit.layout import Layout, load_layout, render_document
from careerkit.pages import IconSet
from careerkit.pages.sheet import ComposedSheet, compose_sheet
from careerkit.translation.catalogues.translated import translate_profile
from careerkit.translation.language_tags import PSEUDO_TAGS
from careerkit.translation.pseudo_language import pseudo_locale, pseudo_profile
from careerkit.translation.words.locale_words import Words
from careerkit.typography import FontLibrary, LocaleStyle
from tests.shipped import ROOT

TAGS = ("en", "si", "ta", *PSEUDO_TAGS)
A4, LETTER = (210.0, 297.0), (215.9, 279.4)


@dataclass(frozen=True)
class Handout:
    """A sheet, and what it was to show."""

    document: Document
    sheet: ComposedSheet


LayOut = Callable[..., Handout]


@cache
def _locale(tag: str) -> Locale:
    name = "en" if tag in PSEUDO_TAGS else tag
    locale = read_locale(ROOT / "source" / "locales" / f"{name}.yaml")
    return pseudo_locale(tag, locale) if tag in PSEUDO_TAGS else locale


@pytest.fixture(scope="session")
def classic() -> Layout:
    """Give the layout that ships."""
    return load_layout("classic", ROOT / "layouts")


@pytest.fixture(scope="session")
def lay_out(classic: Layout) -> LayOut:
    """Lay a profile out on a sheet, in a language."""
    library = FontLibrary(ROOT / "layouts" / "fonts")

    def make(
        path: Path, tag: str = "en", page_mm: tuple[float, float] = A4, size_scale: float = 1.0
    ) -> Handout:
        profile, locale = read_profile(path, path.parent.parent), _locale(tag)
        if tag in PSEUDO_TAGS:
            profile = pseudo_profile(tag, profile)
        elif tag != "en":
            folder = ROOT / "source" / "locales" / tag
            files = [folder / f"{each.id}.yaml" for each in profile.files]
            there = [file for file in files if path.is_relative_to(ROOT) and file.exists()]
            profile = translate_profile(profile, tag, list(map(read_catalogue, there)))
        document = render_document(classic, "handout", "pages", profile, Words(locale))
        theme = classic.theme_for(profile.accent)
        style = LocaleStyle(
            tuple(locale.fonts), line_height=locale.line_height, size_scale=size_scale
        )
        icons = IconSet(theme.icons, theme.icon_stroke)
        sheet = compose_sheet(document, theme.booklet, style, library, page_mm=page_mm, icons=icons)
        return Handout(document, sheet)

    return make
