"""A PDF goes in; what is wrong with its title, language and number of pages comes out.

The rules are those of ISO 14289-1 (PDF/UA-1): 7.1 for title and marks, 7.2 for the language.
"""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from careerkit.preflight.pdf.metadata import read_packet, read_pdf_ua
from careerkit.preflight.pdf.pdf_2 import find_pdf_2_faults
from careerkit.preflight.pdf.rules import PdfRules


def find_property_faults(pdf: pikepdf.Pdf, rules: PdfRules) -> Iterator[str]:
    """Give what the document as a whole lacks."""
    root = pdf.Root
    if not str(root.get("/Lang", "")).strip():
        yield "the document does not say its language"
    if b"<dc:title>" not in read_packet(pdf) or not str(pdf.docinfo.get("/Title", "")).strip():
        yield "the document has no title"
    if not root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle", False):
        yield "a viewer would show the file's name in place of the title"
    if len(pdf.pages) % rules.pages_multiple:
        yield f"{len(pdf.pages)} pages do not fill whole sheets of {rules.pages_multiple}"
    is_marked = root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked", False)
    part, _ = read_pdf_ua(pdf)
    if rules.pdf_ua is None:
        if is_marked or part or "/StructTreeRoot" in root:
            yield "the document is tagged, which is for those who read it, not for a press"
        return
    if not is_marked:
        yield "the document does not say that it is tagged"
    if part != rules.pdf_ua:
        yield f"the document says that it is {_name(part)}, not {_name(rules.pdf_ua)}"
    if rules.pdf_ua == 2:
        yield from find_pdf_2_faults(pdf)


def _name(part: int) -> str:
    return f"PDF/UA-{part}" if part else "not PDF/UA"
