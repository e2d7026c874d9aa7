"""``preflight``: PDF files go in; what a print shop or a screen reader would find comes out."""

from __future__ import annotations

from careerkit.cli.arguments import split
from careerkit.cli.failures import explain_failures
from careerkit.cli.options import Audiences, Json, PdfFiles


@explain_failures
def preflight(
    files: PdfFiles,
    audiences: Audiences = None,
    as_json: Json = False,
) -> int:
    """Report what a print shop would find in a PDF.

    And what a screen reader would, whatever program made the file. It is held to what it is: with
    a bleed or PDF/X for a print shop, with tags for a screen reader.
    """
    from careerkit.cli.preflight import choose_audiences, preflight_files

    return preflight_files(files, choose_audiences(split(audiences)), as_json=as_json)
