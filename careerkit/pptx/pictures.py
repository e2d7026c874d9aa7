"""The pictures of a deck's plans go in; where each stands, and its file, come out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from careerkit.content.pictures.clean_picture import DrawnSizes, clean_picture
from careerkit.content.pictures.picture import measure_picture, reading_picture
from careerkit.slides.frames import Box
from careerkit.slides.plan import Picture, SlidePlan

_DOTS_PER_INCH = 220  # as PowerPoint keeps pictures by default; a projector shows fewer


class DeckPictures:
    """The pictures of one deck, each with the pixels that its largest place shows."""

    def __init__(self, plans: Iterable[SlidePlan]) -> None:
        """Look through the plans. Raises ContentError where a picture cannot be read."""
        self._sizes = DrawnSizes(_DOTS_PER_INCH)
        for plan in plans:
            for drawing in plan.drawings:
                if isinstance(drawing, Picture):
                    box = whole_in_box(drawing)
                    self._sizes.note(drawing.path, box.width, box.height)

    def file_of(self, picture: Picture) -> bytes:
        """Return the file that goes into the deck. Raises ContentError."""
        with reading_picture(picture.place, "figure.src"):
            return clean_picture(picture.path, *self._sizes.most_pixels(picture.path)).content


def whole_in_box(picture: Picture, *, is_rtl: bool = False) -> Box:
    """Return where a picture stands: whole, in its proportions, where reading begins in its box.

    Raises ContentError where it cannot be read.
    """
    with reading_picture(picture.place, "figure.src"):
        width, height = measure_picture(picture.path)
    area = picture.box
    scale = min(area.width / width, area.height / height)
    shown_width, shown_height = width * scale, height * scale
    return replace(
        area,
        x=area.x + (area.width - shown_width if is_rtl else 0),
        y=area.y + (area.height - shown_height) / 2,
        width=shown_width,
        height=shown_height,
    )
