"""A booklet's page goes in; a small picture comes out, to be compared with the one that was seen.

A golden picture is what somebody looked at and found right. Letters may come out a shade lighter or
darker with another version of the renderer, so a few pixels may differ; a glyph that is missing,
wrong or moved by a point changes more than that.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pypdfium2
import pytest
from PIL import Image, ImageChops

PIXELS_A_POINT = 2
_GREY_STEP = 17  # sixteen greys: a third of the bytes
_SHADE = 32  # of 255: a difference that can be seen
_SHARE = 0.001  # of all pixels

LookAt: TypeAlias = Callable[[str, bytes], None]
"""Compares the first page of a PDF with the golden of a name."""


def draw_page(pdf: bytes, number: int = 0) -> Image.Image:
    """Draw a page in sixteen greys, two pixels to the point."""
    page: Any = pypdfium2.PdfDocument(pdf)[number]
    image: Image.Image = page.render(scale=PIXELS_A_POINT).to_pil().convert("L")
    return image.point([round(grey / _GREY_STEP) * _GREY_STEP for grey in range(256)])


def share_of_difference(one: Image.Image, other: Image.Image) -> float:
    """Return the share of pixels that visibly differ, 1 for pictures of different size."""
    if one.size != other.size:
        return 1.0
    histogram = ImageChops.difference(one, other).histogram()
    return sum(histogram[_SHADE + 1 :]) / sum(histogram)


def golden_pictures(request: pytest.FixtureRequest) -> LookAt:
    """Give a comparison with ``goldens/<name>.png`` beside a test; a missing golden fails."""
    folder: Path = request.path.parent / "goldens"

    def look_at(name: str, pdf: bytes) -> None:
        path = folder / f"{name}.png"
        image = draw_page(pdf)
        if request.config.getoption("--update-goldens"):
            path.parent.mkdir(exist_ok=True)
            image.save(path, optimize=True)
            return
        assert path.is_file(), f"no golden {path}; look at the page, then use --update-goldens"
        difference = share_of_difference(image, Image.open(path))
        assert difference <= _SHARE, f"{difference:.2%} of {path.name} looks different"

    return look_at
