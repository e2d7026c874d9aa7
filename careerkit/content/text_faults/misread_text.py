"""A text goes in; what to say comes out, if its bytes were read in a wrong encoding.

UTF-8 read as an encoding of Windows, of an old Macintosh or of DOS looks like ``cafÃ©``. Which of
such texts are no words of any language is ftfy's knowledge, not ours.
"""

from __future__ import annotations

import re
from functools import cache

from careerkit.content.excerpt import quote, shorten

_ENCODINGS = ("cp1252", "latin-1", "cp1250", "cp1251", "mac_roman", "cp437")


def find_misread(text: str) -> tuple[str, str, str] | None:
    """Return the first words that were misread, the message and the hint; None if none were."""
    meant = _read_anew(text)
    if meant == text:
        return None
    words, right = text, meant
    if text.count(" ") == meant.count(" "):
        pairs = zip(text.split(" "), meant.split(" "), strict=True)
        words, right = next(pair for pair in pairs if pair[0] != pair[1])
    message = f"{quote(words)} is {quote(right)}, read in a wrong encoding"
    hint = f'write "{shorten(meant, 200)}", or copy it anew from a file opened as UTF-8'
    return words, message, hint


def _read_anew(text: str) -> str:
    """Return the text that was meant, or the same text.

    Only a text with a letter that begins a character of UTF-8 in some encoding, and one behind it
    that goes on, is worth the loading of ftfy.
    """
    if text.isascii() or not _suspicion().search(text):
        return text
    import ftfy

    return ftfy.fix_encoding(text)


@cache
def _suspicion() -> re.Pattern[str]:
    beginning = _decode(range(0xC2, 0xF5))
    going_on = _decode(range(0x80, 0xC0))
    return re.compile(f"[{re.escape(beginning)}][{re.escape(going_on)}]")


def _decode(numbers: range) -> str:
    decoded = "".join(bytes(numbers).decode(name, "ignore") for name in _ENCODINGS)
    return "".join(sorted(set(decoded)))
