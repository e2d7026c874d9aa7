"""An address goes in, the modules of a QR code come out, the same for page and slide."""

from __future__ import annotations

from functools import lru_cache

QUIET_MODULES = 4
"""The width of the white margin a reader needs, in modules (ISO/IEC 18004, 5.3.8)."""

MOST_BYTES = 2331
"""The longest address in UTF-8 that the largest code holds at level M (ISO/IEC 18004, table 7)."""

FEWEST_MODULES = 21
"""The width of the smallest code there is, in modules."""


@lru_cache(maxsize=256)
def qr_modules(url: str) -> tuple[tuple[int, ...], ...]:
    """Return rows of dark (1) and light (0) modules, without the quiet zone.

    Error correction is of level M or, where the code does not grow by it, better. The address has
    ``MOST_BYTES`` at most.
    """
    import segno

    return tuple(tuple(row) for row in segno.make_qr(url, error="m").matrix)
