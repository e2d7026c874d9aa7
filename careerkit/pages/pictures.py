"""The setter of pictures, with their captions."""

from __future__ import annotations

from careerkit.content.pictures.picture import measure_picture, reading_picture
from careerkit.document.blocks import Picture
from careerkit.pages.marks import PictureMark
from careerkit.pages.setting import Setting, plain, text_strips
from careerkit.pages.strip import Strip, keep_together, with_space_before
from careerkit.pages.structure import StructureElement


def set_picture(block: Picture, setting: Setting, parent: StructureElement) -> list[Strip]:
    """Set a picture as wide as the column, or as high as three fifths of it (``Figure``)."""
    with reading_picture(block.place, "figure.src"):
        pixels_wide, pixels_high = measure_picture(block.path)
    factor = min(setting.width / pixels_wide, 0.6 * setting.column_height / pixels_high)
    width, height = pixels_wide * factor, pixels_high * factor
    element = parent.add("Figure", alt=plain(block.alt)) if block.alt else None
    picture = PictureMark(0.0, 0.0, width, height, block.path, block.place, element)
    caption = text_strips(
        block.caption, setting.scale.caption, setting.width, parent.add("Caption")
    )
    caption = with_space_before(keep_together(caption), 4.0)
    if caption:
        caption[0] = caption[0]._replace(keep=True)
    return [Strip(height, (picture,), space_before=0.75 * setting.scale.grid_pt), *caption]
