"""A clean picture goes in; the objects of a PDF file that hold it come out.

The code of a JPEG file is one that PDF knows (ISO 32000-1, 7.4.8), and so is that of a PNG file
without interlacing (7.4.4, with the predictor 15): both go in as they are.
"""

from __future__ import annotations

import hashlib
from typing import Any

from reportlab.pdfbase import pdfdoc

from careerkit.content.pictures.clean_picture import CleanPicture, part_alpha
from careerkit.content.pictures.png_file import code_of


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
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), code_of(picture.content))
