"""A PDF goes in; what is wrong with its title, language and number and size of pages comes out.

The rules are those of ISO 14289-1 (PDF/UA-1): 7.1 for title and marks, 7.2 for the language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pikepdf

PAGES_OF_A_SHEET = 4
_POINTS_PER_MM = 72 / 25.4
_TOLERANCE_MM = 0.05


def find_property_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Give what the document as a whole lacks."""
    root = pdf.Root
    if not str(root.get("/Lang", "")).strip():
        yield "the document does not say its language"
    metadata = root.get("/Metadata")
    has_title = isinstance(metadata, pikepdf.Stream) and b"<dc:title>" in metadata.read_bytes()
    if not has_title or not str(pdf.docinfo.get("/Title", "")).strip():
        yield "the document has no title"
    if not root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle", False):
        yield "a viewer would show the file's name in place of the title"
    if not root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked", False):
        yield "the document does not say that it is tagged"
    if len(pdf.pages) % PAGES_OF_A_SHEET:
        yield f"{len(pdf.pages)} pages do not fill whole sheets of {PAGES_OF_A_SHEET}"


def find_size_fault(page: pikepdf.Page, page_mm: tuple[float, float]) -> Iterator[str]:
    """Give a page's size if it is not the theme's."""
    left, bottom, right, top = (float(value) for value in page.mediabox)
    found = [points / _POINTS_PER_MM for points in (right - left, top - bottom)]
    if any(abs(is_ - should) > _TOLERANCE_MM for is_, should in zip(found, page_mm, strict=True)):
        yield f"the page is {_write(found)} mm, not {_write(page_mm)} mm"


def _write(size_mm: Sequence[float]) -> str:
    return " by ".join(f"{round(mm, 1):g}" for mm in size_mm)
