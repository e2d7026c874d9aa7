"""A character goes in, its bidirectional class comes out; and which classes are alike (UAX #9)."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

ISOLATES = frozenset(("LRI", "RLI", "FSI"))
# X9: these take no part in what follows the explicit levels.
REMOVED = frozenset(("RLE", "LRE", "RLO", "LRO", "PDF", "BN"))
NEUTRAL = frozenset(("B", "S", "WS", "ON", "FSI", "LRI", "RLI", "PDI"))


@lru_cache(maxsize=4096)
def class_of(character: str) -> str:
    """Return a character's bidirectional class."""
    # Characters that are not assigned have no class in Python's tables; UAX #9 gives most L.
    return unicodedata.bidirectional(character) or "L"
