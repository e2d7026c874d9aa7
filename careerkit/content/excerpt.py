"""Words of a file go in; as much of them as a message has room for comes out."""

from __future__ import annotations


def quote(text: str) -> str:
    """Put a text that was found between quotation marks, shortened to fit a line."""
    return f'"{shorten(text)}"'


def shorten(text: str, length: int = 40) -> str:
    """Return the text on one line, its end replaced by "..." where it is longer than a glance."""
    flat = " ".join(text[: length * 4].split())
    return flat if len(flat) <= length else flat[: length - 3].rstrip() + "..."
