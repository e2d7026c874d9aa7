"""A CMYK picture of a PDF goes in; the most ink that a pixel of it asks for comes out."""

from __future__ import annotations

import pikepdf
from pikepdf.models.image import (
    InvalidPdfImageError,
    NotExtractableError,
    UnsupportedImageTypeError,
)

_MOST_PIXELS = 40_000_000  # an A3 page at 400 dpi; what is larger is not looked through


def read_most_ink(picture: pikepdf.Stream) -> float:
    """Return the percentage of the pixel with most ink, 0 for what cannot be looked through."""
    from PIL import ImageChops

    if int(picture.get("/Width", 0)) * int(picture.get("/Height", 0)) > _MOST_PIXELS:
        return 0.0
    try:
        image = pikepdf.PdfImage(picture).as_pil_image()
    except (
        pikepdf.PdfError,
        pikepdf.DependencyError,
        InvalidPdfImageError,
        NotExtractableError,
        NotImplementedError,
        UnsupportedImageTypeError,
        OSError,
        TypeError,
        ValueError,
    ):
        return 0.0  # what pikepdf 10.18 and Pillow raise for pictures they do not know
    if image.mode != "CMYK":
        return 0.0
    # pikepdf 10.18 minds Decode, but not of a JPEG, whose four inks Pillow 13 always turns round.
    is_inverted = [float(value) for value in picture.get("/Decode", [])][:2] == [1.0, 0.0]
    if image.format == "JPEG" and not is_inverted:
        image = ImageChops.invert(image)
    cyan, magenta, yellow, black = image.split()
    half = ImageChops.add(cyan, magenta, scale=2), ImageChops.add(yellow, black, scale=2)
    _, most = ImageChops.add(*half, scale=2).getextrema()
    return 400.0 * float(most) / 255  # type: ignore[arg-type]  # a picture of one band gives numbers
