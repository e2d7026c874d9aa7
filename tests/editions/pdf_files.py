"""Files of an edition, made once and read with PDFium, which shares no code with the writer."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium

from careerkit.build.jobs import plan
from careerkit.build.render import Drawing, draw_and_look
from careerkit.editions.edition import AS_USUAL, Variant
from careerkit.editions.task import RenderTask
from careerkit.project.folders import Folders
from tests.school import prepare_sheets
from tests.shipped import ROOT


def prepare(
    edition: str, career: str, tag: str, output: Path, variant: Variant = AS_USUAL
) -> RenderTask:
    """Return what a file of a shipped career in a language is made from."""
    folders = Folders(ROOT / "source", ROOT / "layouts", output)
    (task,) = prepare_sheets(folders, plan(folders, [career], [tag], [edition], variant=variant))
    return task


def make(
    edition: str, career: str, tag: str, output: Path, *, variant: Variant = AS_USUAL
) -> Drawing:
    """Make a file of a shipped career in a language."""
    return draw_and_look(prepare(edition, career, tag, output, variant))


def words(page: pdfium.PdfPage, left: float, right: float) -> str:
    """Return what stands between two edges of a page, without its white space."""
    text = page.get_textpage().get_text_bounded(left=left, right=right)
    return "".join(text.split())
