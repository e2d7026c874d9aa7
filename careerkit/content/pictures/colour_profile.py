"""A picture and its ICC profile go in; the same picture in the colours of screens (sRGB) comes out.

A telephone's red is another than a screen's: without its profile, or the change that it asks for,
a photograph looks dull (ICC.1:2022, IEC 61966-2-1).
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image, ImageCms

# The modes of Pillow that a profile of each space is meant for.
_SPACES = MappingProxyType({"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK", "Lab": "LAB"})
_SAME = 2  # of 255: what rounding may change


def to_screen_colours(image: Image.Image, profile: bytes) -> Image.Image:
    """Return a picture of mode L, RGB, CMYK or LAB as L or RGB in the colours of screens.

    A profile that is damaged or meant for pictures of another kind is passed over, as by viewers;
    one that changes nothing leaves every pixel as it is.
    """
    transform = _find_transform(profile, image.mode) if profile else None
    if transform is None and image.mode == "LAB":
        transform = _find_transform(b"", "LAB")
    if transform is None:
        return image if image.mode in ("L", "RGB") else image.convert("RGB")
    from PIL import ImageCms

    shown = ImageCms.applyTransform(image, transform)
    assert shown is not None  # only in place nothing is returned
    return shown.convert("L") if image.mode == "L" else shown


def changes_colours(profile: bytes, mode: str) -> bool:
    """Return whether a picture with a profile has other colours than one without."""
    return bool(profile) and _find_transform(profile, mode) is not None


@lru_cache(maxsize=32)
def _find_transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """Return the way from a profile's colours to those of screens, None where nothing changes."""
    from PIL import ImageCms

    screen = ImageCms.createProfile("sRGB")
    try:
        if profile:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
        else:
            source = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
        if _SPACES.get(source.profile.xcolor_space.strip()) != mode:
            return None
        transform = ImageCms.buildTransform(
            source,
            ImageCms.ImageCmsProfile(screen),
            mode,
            "RGB",
            ImageCms.Intent(ImageCms.getDefaultIntent(source)),
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None
    return transform if mode not in ("L", "RGB") or _changes_something(transform, mode) else None


def _changes_something(transform: ImageCms.ImageCmsTransform, mode: str) -> bool:
    from PIL import Image, ImageChops, ImageCms

    if mode == "L":
        probe = Image.frombytes("L", (256, 1), bytes(range(256)))
    else:
        steps = range(0, 256, 15)
        colours = bytes(value for colour in product(steps, repeat=3) for value in colour)
        probe = Image.frombytes("RGB", (len(colours) // 3, 1), colours)
    shown = ImageCms.applyTransform(probe, transform)
    assert shown is not None
    difference = ImageChops.difference(shown, probe.convert("RGB"))
    return max(high for _, high in difference.getextrema()) > _SAME  # type: ignore[misc]  # one pair for each band
