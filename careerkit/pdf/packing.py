"""The content of a stream goes in; it comes out packed, once for all the files that have it alike.

Editions of one career have fonts in common, and all press files a colour profile. What differs in
every file, such as a page, is rather packed by ReportLab's own filter, which keeps nothing.
"""

from __future__ import annotations

import zlib
from functools import lru_cache

# The fonts of a career in one language, in some orders of their codes, and a colour profile.
_STREAMS_KEPT = 32


class _KeepingFilter:
    """Packs as ReportLab's ``PDFZCompress`` does."""

    pdfname = "FlateDecode"

    def encode(self, content: bytes) -> bytes:
        return _pack(content)


@lru_cache(maxsize=_STREAMS_KEPT)
def _pack(content: bytes) -> bytes:
    return zlib.compress(content)


PACKED_ONCE = _KeepingFilter()
"""A filter for the streams of a ReportLab document."""
