"""A clean picture goes in; the objects of a PDF file that hold it come out, in the file's colours.

The code of a JPEG file is one that PDF knows (ISO 32000-1, 7.4.8), and so is that of a PNG file
without interlacing (7.4.4, with the predictor 15): for a screen both go in as they are.
"""

from __future__ import annotations

import hashlib
from typing import Any, assert_never

from reportlab.pdfbase import pdfdoc

from careerkit.content.pictures.clean_picture import CleanPicture, part_alpha
from careerkit.content.pictures.png_file import code_of
from careerkit.content.pictures.printed_picture import (
    PrintedPicture,
    print_in_four_inks,
    print_in_grey,
)
from careerkit.document.inks import ColourSpace
from careerkit.pdf.output_intent import FOGRA39

_SPACES = {1: "DeviceGray", 4: "DeviceCMYK"}


def add_picture(document: Any, picture: CleanPicture, space: ColourSpace) -> str:
    """Add a picture to a ReportLab document, once, and return the name it is drawn by."""
    match space:
        case "rgb":
            return _add_on_screen(document, picture)
        case "cmyk":
            return _add_printed(document, print_in_four_inks(picture, FOGRA39.read_profile()))
        case "grey":
            return _add_printed(document, print_in_grey(picture))
        case _:
            assert_never(space)


def _add_printed(document: Any, picture: PrintedPicture) -> str:
    name = hashlib.sha256(picture.content).hexdigest()[:32]
    if document.hasForm(name):
        return name
    entries: dict[str, Any] = {
        "Type": pdfdoc.PDFName("XObject"),
        "Subtype": pdfdoc.PDFName("Image"),
        "Width": picture.width,
        "Height": picture.height,
        "BitsPerComponent": 8,
        "ColorSpace": pdfdoc.PDFName(_SPACES[picture.components]),
        "Filter": pdfdoc.PDFName("DCTDecode" if picture.coding == "JPEG" else "FlateDecode"),
    }
    if picture.coding == "JPEG" and picture.components == 4:
        # Pillow writes four inks as Adobe does, inverted.
        entries["Decode"] = pdfdoc.PDFArray([1, 0] * 4)
    if picture.covers is not None:
        mask = _add_printed(document, picture.covers)
        entries["SMask"] = pdfdoc.PDFObjectReference(document.getXObjectName(mask))
    document.addForm(name, pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), picture.content))
    return name


def _add_on_screen(document: Any, picture: CleanPicture) -> str:
    name = hashlib.sha256(picture.content).hexdigest()[:32]
    if not document.hasForm(name):
        covers = None
        if picture.has_alpha:
            picture, alpha = part_alpha(picture)
            mask = _add_on_screen(document, alpha)
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
