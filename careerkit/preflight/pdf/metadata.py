"""A PDF goes in; its XMP packet comes out as bytes (ISO 16684-1, ISO 32000-1, 14.3.2)."""

from __future__ import annotations

import re

import pikepdf

_MOST_BYTES = 1_000_000  # what stands in a packet of a print file is a thousandth of it
_PDF_UA = re.compile(rb"pdfuaid:part(?:>|\s*=\s*[\"'])\s*(\d)")
_PDF_UA_YEAR = re.compile(rb"pdfuaid:rev(?:>|\s*=\s*[\"'])\s*(\d+)")


def read_packet(pdf: pikepdf.Pdf) -> bytes:
    """Return the packet, empty if there is none. It is not parsed: it may be anybody's."""
    metadata = pdf.Root.get("/Metadata")
    if not isinstance(metadata, pikepdf.Stream):
        return b""
    return metadata.read_bytes()[:_MOST_BYTES]


def read_pdf_ua(pdf: pikepdf.Pdf) -> tuple[int, int]:
    """Return the part of PDF/UA that a file says it keeps, and the year; 0 for what it does not."""
    packet = read_packet(pdf)
    part, year = _PDF_UA.search(packet), _PDF_UA_YEAR.search(packet)
    return int(part[1]) if part else 0, int(year[1]) if year else 0
