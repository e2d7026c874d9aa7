"""The pictures of a deck go in; the file of each, with no more pixels than shown, comes out."""

from __future__ import annotations

from collections.abc import Iterable

from careerkit.content.pictures.clean_picture import DrawnSizes, clean_picture
from careerkit.content.pictures.picture import reading_picture
from careerkit.slides.plan import PlacedPicture, SlidePlan

_DOTS_PER_INCH = 220  # as PowerPoint keeps pictures by default; a projector shows fewer


class DeckPictures:
    """The pictures of one deck, each with the pixels that its largest place shows."""

    def __init__(self, plans: Iterable[SlidePlan]) -> None:
        """Look through the plans."""
        self._sizes = DrawnSizes(_DOTS_PER_INCH)
        for plan in plans:
            for graphic in plan.graphics:
                if isinstance(graphic, PlacedPicture):
                    self._sizes.note(graphic.path, graphic.box.width, graphic.box.height)

    def file_of(self, picture: PlacedPicture) -> bytes:
        """Return the file that goes into the deck. Raises ContentError."""
        with reading_picture(picture.place, "figure.src"):
            return clean_picture(picture.path, *self._sizes.most_pixels(picture.path)).content
