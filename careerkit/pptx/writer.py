"""A planned deck goes in; a PPTX file comes out.

The slides are read and never changed: the same deck gives the same bytes, as often as it is
written.
"""

from __future__ import annotations

from typing import BinaryIO

from careerkit.pptx.empty_presentation import empty_presentation
from careerkit.pptx.master import Language
from careerkit.slides.plan_deck import PlannedDeck


def write_pptx(planned: PlannedDeck, target: BinaryIO) -> None:
    """Write a planned deck. Raises ContentError where a picture cannot be read."""
    # python-pptx takes 160 ms to import, which a document that cannot be planned need not wait for.
    from careerkit.pptx.presentation import write_presentation

    master = planned.master
    language = Language(planned.document.language, master.is_rtl)
    empty = empty_presentation(planned.theme, planned.faces, master, language, planned.seed)
    write_presentation(empty, planned, target)
