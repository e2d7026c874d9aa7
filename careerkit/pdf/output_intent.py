"""The printing condition that a press file is made for, and its ICC profile, which goes with it.

An *output intent* (ISO 32000-1, 14.11.5) says what the inks in a file mean: on which paper, by
which process they give which colours.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfdoc

from careerkit.pdf.packing import PACKED_ONCE

_PROFILES = Path(__file__).parent / "profiles"


@dataclass(frozen=True, slots=True)
class PrintingCondition:
    """A condition of the ICC's registry of characterization data, by its name there.

    ``profile`` is the name of a file in ``profiles``.
    """

    identifier: str
    registry: str
    description: str
    profile: str

    def read_profile(self) -> bytes:
        """Return the bytes of its ICC profile."""
        return _read(self.profile)


@lru_cache(maxsize=1)
def _read(name: str) -> bytes:
    return (_PROFILES / name).read_bytes()


FOGRA39 = PrintingCondition(
    identifier="FOGRA39",
    registry="http://www.color.org",
    description="Sheet-fed offset on coated paper, ISO 12647-2:2004/Amd 1:2007, paper type 1 or 2",
    profile="FOGRA39L_coated.icc",
)
"""Offset on coated paper, as most print shops have it set up."""


class _InfoOfPressFile(pdfdoc.PDFInfo):  # type: ignore[misc]  # ReportLab 5.1 has no types
    """A document's properties, which name PDF/X-4 as well.

    By the standard the metadata says it; readers of older parts look here.
    """

    def format(self, document: Any) -> bytes:
        written: bytes = super().format(document)
        return written.replace(b"<<", b"<< /GTS_PDFXVersion (PDF/X-4)", 1)


def add_output_intent(document: Any, condition: PrintingCondition) -> None:
    """Add the output intent of PDF/X (ISO 15930-7, 6.2.2) to a ReportLab document."""
    profile = pdfdoc.PDFStream(content=condition.read_profile(), filters=[PACKED_ONCE])
    profile.dictionary["N"] = 4
    intent = {
        "Type": pdfdoc.PDFName("OutputIntent"),
        "S": pdfdoc.PDFName("GTS_PDFX"),
        "OutputConditionIdentifier": pdfdoc.PDFString(condition.identifier),
        "OutputCondition": pdfdoc.PDFString(condition.description),
        "RegistryName": pdfdoc.PDFString(condition.registry),
        "Info": pdfdoc.PDFString(condition.description),
        "DestOutputProfile": document.Reference(profile, "DestOutputProfile"),
    }
    document.info.__class__ = _InfoOfPressFile
    catalog = document.Catalog
    # ReportLab 5.1 writes none but the entries it knows.
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = pdfdoc.PDFArray([pdfdoc.PDFDictionary(intent)])
