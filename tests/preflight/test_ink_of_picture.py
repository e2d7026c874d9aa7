"""The ink that a picture of a PDF asks for, however its file and the PDF turn its samples round."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from PIL import Image, ImageChops

from careerkit.preflight.pdf.ink_of_picture import read_most_ink

LEAST, MOST = (20, 0, 10, 0), (200, 150, 100, 255)


@pytest.mark.parametrize("kind", ["adobe", "packed"])
@pytest.mark.parametrize("is_inverted", [True, False])
def test_most_ink(kind: str, is_inverted: bool) -> None:
    """If samples are inverted in the file and again by Decode, or by neither, then ink is ink."""
    image = Image.new("CMYK", (64, 64), LEAST)
    image.paste(MOST, (0, 0, 32, 32))
    samples = ImageChops.invert(image) if is_inverted else image
    pdf = pikepdf.new()
    if kind == "adobe":
        written = BytesIO()
        ImageChops.invert(samples).save(written, "JPEG", quality=100, subsampling=0)
        assert b"Adobe" in written.getvalue()  # with it Pillow writes what it is given, inverted
        stream = pikepdf.Stream(pdf, written.getvalue())
        stream.Filter = pikepdf.Name.DCTDecode
    else:
        stream = pikepdf.Stream(pdf, samples.tobytes())
    stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    stream.Width = stream.Height = 64
    stream.BitsPerComponent = 8
    stream.ColorSpace = pikepdf.Name.DeviceCMYK
    if is_inverted:
        stream.Decode = pikepdf.Array([1, 0] * 4)
    assert read_most_ink(stream) == pytest.approx(sum(MOST) * 100 / 255, abs=3)
