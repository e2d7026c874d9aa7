"""The bytes of a file go in; what kind of file it is comes out, by its first bytes.

A file's name says nothing certain: what a browser saved as ``ward.jpg`` may be WebP or a web page,
and what is called ``nurse.yaml`` a document of a word processor.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TypeAlias

ENOUGH_BYTES = 4096
"""How much of a file's beginning is looked at, but for the names of the files in a packed one."""


class FileKind(Enum):
    """A kind of file that is told from plain text; its value is what it is called in messages."""

    JPEG = "a picture (JPEG)"
    PNG = "a picture (PNG)"
    GIF = "a picture (GIF)"
    TIFF = "a picture (TIFF)"
    BMP = "a picture (BMP)"
    WEBP = "a picture (WebP)"
    AVIF = "an AVIF picture"
    HEIC = "a HEIC picture"
    JPEG_2000 = "a JPEG 2000 picture"
    JPEG_XL = "a JPEG XL picture"
    ICON = "an icon file"
    PHOTOSHOP = "a Photoshop file"
    GIMP = "a GIMP file"
    WMF = "a Windows drawing (WMF)"
    SVG = "an SVG drawing"
    POSTSCRIPT = "a PostScript drawing"
    PDF = "a PDF file"
    RTF = "a text of a word processor (RTF)"
    OLD_OFFICE = "a document of an old Microsoft Office"
    WORD = "a Word document"
    EXCEL = "an Excel workbook"
    POWERPOINT = "a PowerPoint presentation"
    OPEN_TEXT = "an OpenDocument text"
    OPEN_DOCUMENT = "an OpenDocument file"
    IWORK = "a document of Apple's iWork"
    ZIP = "a packed file (ZIP)"
    GZIP = "a packed file (gzip)"
    WEB_PAGE = "a web page (HTML)"
    XML = "an XML file"
    PROPERTY_LIST = "a property list of macOS"
    MO = "a compiled MO file"


MARKUP = frozenset({FileKind.SVG, FileKind.WEB_PAGE, FileKind.XML})
"""Kinds that are text, with tags in it."""

Signatures: TypeAlias = tuple[tuple[bytes, FileKind], ...]

_SIGNATURES: Signatures = (
    (b"\xff\xd8\xff", FileKind.JPEG),
    (b"\x89PNG\r\n\x1a\n", FileKind.PNG),
    (b"GIF87a", FileKind.GIF),
    (b"GIF89a", FileKind.GIF),
    (b"II*\0", FileKind.TIFF),
    (b"MM\0*", FileKind.TIFF),
    (b"\0\0\0\x0cjP  ", FileKind.JPEG_2000),
    (b"\0\0\0\x0cJXL ", FileKind.JPEG_XL),
    (b"\xff\x0a", FileKind.JPEG_XL),
    (b"\0\0\x01\0", FileKind.ICON),
    (b"8BPS\0", FileKind.PHOTOSHOP),
    (b"gimp xcf ", FileKind.GIMP),
    (b"\xd7\xcd\xc6\x9a", FileKind.WMF),
    (b"%!PS", FileKind.POSTSCRIPT),
    (b"%PDF", FileKind.PDF),
    (b"{\\rtf", FileKind.RTF),
    (b"\xd0\xcf\x11\xe0", FileKind.OLD_OFFICE),
    (b"\x1f\x8b", FileKind.GZIP),
    (b"bplist00", FileKind.PROPERTY_LIST),
    (b"\xde\x12\x04\x95", FileKind.MO),
    (b"\x95\x04\x12\xde", FileKind.MO),
)
# What a file in a packed document is called, or says.
_PACKED: Signatures = (
    (b"word/", FileKind.WORD),
    (b"xl/", FileKind.EXCEL),
    (b"ppt/", FileKind.POWERPOINT),
    (b"opendocument.text", FileKind.OPEN_TEXT),
    (b"opendocument", FileKind.OPEN_DOCUMENT),
    (b"Index/", FileKind.IWORK),
)
_HEIF_BRANDS = frozenset(
    [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"heif"]
)
_AVIF_BRANDS = frozenset([b"avif", b"avis"])
# Its header has numbers with noughts in them within 14 bytes; words may begin with BM as well.
_BMP = re.compile(rb"BM[^\0]{0,11}\0", re.DOTALL)
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:[?!]|svg|html|head|body|meta)", re.IGNORECASE)
_WEB_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta)", re.IGNORECASE)
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml", re.IGNORECASE)


def find_kind(data: bytes) -> FileKind | None:
    """Return the kind of a file by its bytes, of which the first are enough; None for plain text.

    Which office document a packed file is, is seen only if all of it is given.
    """
    head = data[:ENOUGH_BYTES]
    if head.startswith(b"PK\x03\x04"):
        return next((kind for name, kind in _PACKED if name in data), FileKind.ZIP)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return FileKind.WEBP
    if brands := _brands(head):
        return _kind_of_brands(brands)
    if _BMP.match(head):
        return FileKind.BMP
    if _MARKUP.match(head):
        return _kind_of_markup(head)
    return next((kind for sign, kind in _SIGNATURES if head.startswith(sign)), None)


def _kind_of_brands(brands: frozenset[bytes]) -> FileKind | None:
    if brands & _AVIF_BRANDS:
        return FileKind.AVIF
    return FileKind.HEIC if brands & _HEIF_BRANDS else None


def _kind_of_markup(head: bytes) -> FileKind:
    if b"<svg" in head.lower():
        return FileKind.SVG
    if _XML.match(head) and not _WEB_PAGE.search(head):
        return FileKind.XML
    return FileKind.WEB_PAGE


def _brands(head: bytes) -> frozenset[bytes]:
    """Return the brands of a file of ISO base media (ISO 14496-12, 4.3), none for any other."""
    if head[4:8] != b"ftyp":
        return frozenset()
    box = head[8 : int.from_bytes(head[:4])]
    return frozenset(box[at : at + 4] for at in range(0, len(box), 4) if at != 4)
