"""Numbers go in, the way a PDF file has them comes out."""

from __future__ import annotations

from functools import lru_cache


# Places repeat on every page: a margin, a line of the grid, the art at its head.
@lru_cache(maxsize=16_384)
def write_number(value: float) -> str:
    """Write a number with at most three decimals and no exponent (ISO 32000-1, 7.3.3)."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
