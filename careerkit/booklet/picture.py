"""A clean picture goes in; the objects of a PDF file that hold it come out.

The code of a JPEG file is one that PDF knows (ISO 32000-1, 7.4.8), and so is that of a PNG file
without interlacing (7.4.4, with the predictor 15): both go in as they are.
"""

from __future__ import annotations

import hashlib
from typing import Any

from reportlab.pdfbase import pdfdoc

from careerkit.content.clean_picture import CleanPicture, part_alpha

_PNG_SIGNATURE_BYTES = 8


def add_picture(document: Any, picture: CleanPicture) -> str:
    """Add a picture to a ReportLab document, once, and return the name it is drawn by."""
    name = hashlib.sha256(picture.content).hexdigest()[:32]
    if not document.hasForm(name):
        covers = None
        if picture.has_alpha:
            picture, alpha = part_alpha(picture)
            mask = add_picture(document, alpha)
            covers = pdfdoc.PDFObjectReference(document.getXObjectName(mask))
        document.addForm(name, _image(picture, covers))
    return name


def _image(picture: CleanPicture, covers: pdfdoc.PDFObjectReference | None) -> pdfdoc.PDFStream:
    entries: dict[str, Any] = {
        "Type": pdfdoc.PDFName("XObject"),
        "Subtype": pdfdoc.PDFName("Image"),
        "Width": picture.width,
        "Height": picture.height,
        "BitsPerComponent": 8,
        "ColorSpace": pdfdoc.PDFName("DeviceGray" if picture.channels == 1 else "DeviceRGB"),
    }
    if covers is not None:
        entries["SMask"] = covers
    if picture.kind == "JPEG":
        entries["Filter"] = pdfdoc.PDFName("DCTDecode")
        return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), picture.content)
    entries["Filter"] = pdfdoc.PDFName("FlateDecode")
    entries["DecodeParms"] = pdfdoc.PDFDictionary(
        {"Predictor": 15, "Colors": picture.channels, "Columns": picture.width}
    )
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), _code_of(picture.content))


def _code_of(png: bytes) -> bytes:
    """Return the coded picture of a PNG file (ISO 15948, 10.3): its IDAT chunks in a row."""
    code = []
    position = _PNG_SIGNATURE_BYTES
    while position < len(png):
        length = int.from_bytes(png[position : position + 4])
        if png[position + 4 : position + 8] == b"IDAT":
            code.append(png[position + 8 : position + 8 + length])
        position += 12 + length
    return b"".join(code)
