"""A colour space of a PDF goes in; the colours, or the inks, that it stands for come out.

Terms of ISO 32000-1: a *colour space* is a device's (8.6.4), measured (CalGray, CalRGB, Lab,
ICCBased, 8.6.5) or a spot ink's (Separation, DeviceN, 8.6.6).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

import pikepdf

ColourKind: TypeAlias = Literal["device", "icc", "calibrated", "spot"]

_MOST_NESTING = 20  # spaces that stand on others
_DEVICE = {
    "/DeviceGray": "grey",
    "/G": "grey",
    "/DeviceRGB": "RGB",
    "/RGB": "RGB",
    "/DeviceCMYK": "CMYK",
    "/CMYK": "CMYK",
}
_CALIBRATED = {"/CalGray": "grey", "/CalRGB": "RGB", "/Lab": "Lab"}
_MODEL_OF_COUNT = {1: "grey", 3: "RGB", 4: "CMYK"}
_NEUTRAL_SPOTS = {"/All", "/None"}


class UsedColourSpace(NamedTuple):
    """A colour space: its kind and its model (grey, RGB, CMYK, Lab), or the name of a spot ink."""

    kind: ColourKind
    model: str


def colours_of(space: pikepdf.Object | None, depth: int = 0) -> Iterator[UsedColourSpace]:
    """Give the colours that a colour space stands for; nothing for a pattern's or none at all."""
    if space is None or depth > _MOST_NESTING:
        return
    if isinstance(space, pikepdf.Name):
        if (model := _DEVICE.get(str(space))) is not None:
            yield UsedColourSpace("device", model)
        return
    family = str(space[0])
    match family:
        case "/ICCBased":
            count = int(space[1].get("/N", 0))
            yield UsedColourSpace("icc", _MODEL_OF_COUNT.get(count, f"{count} colours"))
        case "/CalGray" | "/CalRGB" | "/Lab":
            yield UsedColourSpace("calibrated", _CALIBRATED[family])
        case "/Indexed" | "/I" | "/Pattern" if len(space) > 1:
            yield from colours_of(space[1], depth + 1)
        case "/Separation" | "/DeviceN":
            names = {str(name) for name in list_of(space[1])} - _NEUTRAL_SPOTS
            yield from (UsedColourSpace("spot", name.removeprefix("/")) for name in sorted(names))
        case _ if family in _DEVICE:
            yield UsedColourSpace("device", _DEVICE[family])
        case _:
            pass  # a family that no standard names


def is_made_of_inks(space: pikepdf.Object | None) -> bool:
    """Say whether the numbers of a colour in a space are amounts of ink."""
    if isinstance(space, pikepdf.Name):
        return _DEVICE.get(str(space)) == "CMYK"
    if not isinstance(space, pikepdf.Array) or not len(space):
        return False
    if str(space[0]) == "/ICCBased":
        return int(space[1].get("/N", 0)) == 4
    return str(space[0]) in ("/Separation", "/DeviceN")


def list_of(value: pikepdf.Object | None) -> list[pikepdf.Object]:
    """Return the members of an array, or a value that stands alone for an array of one."""
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]
