"""A picture's bytes go in; a picture that ReportLab embeds under a name of its own comes out."""

from __future__ import annotations

import hashlib
from io import BytesIO
from typing import Any

from reportlab.lib.utils import ImageReader


class Picture:
    """An image reader that is told from others by its bytes.

    **Why.** ReportLab 5.1 names a picture after its path, so that the same booklet made in another
    folder has other bytes; or, without a path, after its pixels, for which it decodes a photograph
    that goes into the file as it is.
    """

    def __init__(self, content: bytes) -> None:
        """Open a PNG or JPEG file."""
        self._reader = ImageReader(BytesIO(content))
        self._name = hashlib.sha256(content).hexdigest()

    def __str__(self) -> str:
        """Return what it is named after."""
        return self._name

    def __getattr__(self, name: str) -> Any:
        """Be an image reader in all else."""
        return getattr(self._reader, name)
