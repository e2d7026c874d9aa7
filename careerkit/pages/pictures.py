"""The setter of pictures, with their captions; how large a picture is on paper."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from careerkit.content.pictures.picture import LOGO_MM, measure_picture, reading_picture
from careerkit.document.blocks import Picture, PictureRole
from careerkit.pages.marks import PictureMark
from careerkit.pages.setting import Setting, plain, text_strips
from careerkit.pages.strip import Strip, keep_together, with_space_before
from careerkit.pages.structure import StructureElement
from careerkit.pages.type_scale import MM

# As large as a picture with a role of its own gets: width and height.
_MOST_MM: Mapping[PictureRole, tuple[float, float]] = MappingProxyType(
    {"logo": LOGO_MM, "portrait": (45.0, 60.0)}
)


def draw_picture(
    block: Picture, setting: Setting, element: StructureElement | None, field: str
) -> PictureMark:
    """Return a picture as large as its role and the column let it be.

    ``field`` is told where it cannot be read. Raises ContentError.
    """
    with reading_picture(block.place, field):
        pixels_wide, pixels_high = measure_picture(block.path)
    most_width, most_height = setting.width, 0.6 * setting.column_height
    if block.role in _MOST_MM:
        width_mm, height_mm = _MOST_MM[block.role]
        most_width, most_height = min(most_width, width_mm * MM), min(most_height, height_mm * MM)
    factor = min(most_width / pixels_wide, most_height / pixels_high)
    size = pixels_wide * factor, pixels_high * factor
    return PictureMark(0.0, 0.0, *size, block.path, block.place, element)


def set_picture(block: Picture, setting: Setting, parent: StructureElement) -> list[Strip]:
    """Set a picture as wide as the column, or as high as three fifths of it (``Figure``)."""
    element = parent.add("Figure", alt=plain(block.alt)) if block.alt else None
    picture = draw_picture(block, setting, element, "figure.src")
    caption = text_strips(
        block.caption, setting.scale.caption, setting.width, parent.add("Caption")
    )
    caption = with_space_before(keep_together(caption), 4.0)
    if caption:
        caption[0] = caption[0]._replace(keep=True)
    return [Strip(picture.height, (picture,), space_before=0.75 * setting.scale.grid_pt), *caption]
