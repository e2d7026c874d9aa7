"""What a PDF file promises to those who read it with a screen reader or print it, as one value.

*PDF/UA-1* (ISO 14289-1) is of PDF 1.7, *PDF/UA-2* (ISO 14289-2) of PDF 2.0. A file for a press or a
copier is not tagged: its pages are cut, folded and read on paper, so that tags, links and bookmarks
would be dead weight. *PDF/X-4* (ISO 15930-7) is of PDF 1.6, and says what its inks mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from careerkit.pdf.output_intent import FOGRA39, PrintingCondition

_NAMESPACE = "http://iso.org/pdf2/ssn"  # the standard structure namespace of PDF 2.0


@dataclass(frozen=True, slots=True)
class Conformance:
    """How a file is tagged, and by which standard.

    ``part`` is that of ISO 14289, 0 for a file without tags, and ``year`` that of its edition where
    a file has to say it. ``namespace`` is where its structure types are defined, "" for PDF 1.7's
    own. ``condition`` is what a file of PDF/X-4 is printed under.
    """

    pdf_version: Literal["1.6", "1.7", "2.0"]
    part: Literal[0, 1, 2]
    year: int = 0
    namespace: str = ""
    condition: PrintingCondition | None = None

    @property
    def is_tagged(self) -> bool:
        """Say whether the file has tags, and with them links and bookmarks."""
        return self.part > 0


UNTAGGED = Conformance("1.7", 0)
PDF_UA_1 = Conformance("1.7", 1)
PDF_X_4 = Conformance("1.6", 0, condition=FOGRA39)
PDF_UA_2 = Conformance("2.0", 2, 2024, _NAMESPACE)


def pdf_ua(part: Literal[1, 2]) -> Conformance:
    """Return what a part of ISO 14289 asks of a file."""
    return PDF_UA_1 if part == 1 else PDF_UA_2
