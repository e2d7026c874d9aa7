"""A document of blocks and a theme go in; a booklet comes out, composed or written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from careerkit.document.blocks import Document
from careerkit.document.theme import BookletSizes, Theme
from careerkit.pages import ComposedPages, IconSet, compose_pages
from careerkit.pages.compose import make_setting
from careerkit.pages.marks import TextMark
from careerkit.pages.page import Box, Boxes, Page
from careerkit.pages.sections import PAGES_OF_A_SHEET, PlacedSections, place_sections
from careerkit.pages.setting import Setting
from careerkit.pages.structure import StructureElement
from careerkit.pdf import write_pdf
from careerkit.typography import FontLibrary, LocaleStyle

_MM = 72 / 25.4
ROUND_SIZES = BookletSizes(
    page_mm=(400 / _MM, 600 / _MM),
    margin_inner_mm=30 / _MM,
    margin_outer_mm=20 / _MM,
    margin_top_mm=50 / _MM,
    margin_bottom_mm=40 / _MM,
    body_pt=10,
    leading_pt=15,
    lead_pt=12,
    lead_leading_pt=16,
    heading_pt=(30, 20, 14),
    caption_pt=8,
    writing_line_mm=8,
    qr_mm=22,
)
"""A page of 400 by 600 points, with margins of 30 inside, 20 outside, 50 above, 40 below."""


def compose_booklet(
    document: Document, theme: Theme, style: LocaleStyle, library: FontLibrary
) -> ComposedPages:
    """Compose a document on the pages of a theme's booklet."""
    icons = IconSet(theme.icons, theme.icon_stroke)
    return compose_pages(document, theme.booklet, style, library, icons=icons)


def write_lines(
    lines: Sequence[TextMark], target: BinaryIO, theme: Theme, *, page: Box, language: str
) -> None:
    """Write lines of text on a page of their own, as one paragraph."""
    tree = StructureElement("Document", language=language)
    paragraph = tree.add("P")
    marks = tuple(mark._replace(element=paragraph) for mark in lines)
    composed = ComposedPages(
        pages=(Page(marks, Boxes(page)),),
        tree=tree,
        title="A word",
        language=language,
        direction="ltr",
        authors=("A. Writer",),
        description="One word",
        pages_by_section={},
    )
    write_pdf(composed, target, colours=theme.colours)


def part_booklet(
    document: Document, theme: Theme, style: LocaleStyle, library: FontLibrary
) -> tuple[PlacedSections, Setting]:
    """Part a document into the pages of a booklet; return what it was set with, too."""
    icons = IconSet(theme.icons, theme.icon_stroke)
    setting = make_setting(document, theme.booklet, style, library, icons=icons)
    root = StructureElement("Document", language=document.language)
    return place_sections(document, setting, root, PAGES_OF_A_SHEET), setting


def write_booklet(
    document: Document,
    theme: Theme,
    style: LocaleStyle,
    library: FontLibrary,
    target: BinaryIO,
) -> int:
    """Write a document as a booklet; return its number of pages."""
    composed = compose_booklet(document, theme, style, library)
    write_pdf(composed, target, colours=theme.colours)
    return composed.page_count
