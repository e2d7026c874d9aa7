"""The first bytes of a file go in; what kind of file it is, if it is no plain text, comes out."""

from __future__ import annotations

import re

ENOUGH_BYTES = 4096

_SIGNATURES = (
    (b"{\\rtf", "a text of a word processor (RTF)"),
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an old Microsoft Office"),
    (b"\x89PNG\r\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"\x1f\x8b", "a packed file (gzip)"),
    (b"<?xml", "an XML file"),
    (b"\xef\xbb\xbf<?xml", "an XML file"),
    (b"bplist00", "a property list of macOS"),
)
_PACKED = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"opendocument.text", "an OpenDocument text"),
    (b"opendocument", "an OpenDocument file"),
    (b"Index/", "a document of Apple's iWork"),
)
_WEB_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body|!--|meta)", re.IGNORECASE
)


def kind_of(data: bytes) -> str:
    """Name what a file is by its first ``ENOUGH_BYTES``; empty if it may be plain text."""
    head = data[:ENOUGH_BYTES]
    if head.startswith(b"PK\x03\x04"):
        return next((kind for name, kind in _PACKED if name in data), "a packed file (ZIP)")
    if _WEB_PAGE.match(head):
        return "a web page (HTML)"
    return next((kind for sign, kind in _SIGNATURES if head.startswith(sign)), "")


def is_utf_16(data: bytes) -> bool:
    """Say whether text without a byte order mark is UTF-16: every other byte of English is nought.

    A file of UTF-8 has none at all.
    """
    head = data[:ENOUGH_BYTES]
    return head.count(0) > len(head) / 4 and not (any(head[::2]) and any(head[1::2]))
