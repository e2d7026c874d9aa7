"""A PDF file goes in; its text comes out, as five readers that share no code extract it.

Each extractor returns all pages' text, a form feed after each page, with the reader's own line
ends. What a reader adds of its own, and every program that uses it has to undo, is undone here.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdfium2

_PDFJS = Path(__file__).parent / "pdfjs_text.mjs"
# pdfium writes one of these for a hyphen that ends a line.
_HYPHEN_AT_LINE_END = re.compile("[\x02\ufffe]")
# poppler puts embeddings around what runs against the page's direction (UAX #9, 2.1 and 2.2). Where
# it would part what it should not, a booklet tells it of a right-to-left mark.
_DIRECTIONS = re.compile("[\u200f\u202a-\u202c]")


def read_with_poppler(pdf: Path) -> str:
    """Extract with pdftotext."""
    return _DIRECTIONS.sub("", _run("pdftotext", "-enc", "UTF-8", pdf, "-"))


def read_with_pdfium(pdf: Path) -> str:
    """Extract with the reader inside Chromium."""
    document = pypdfium2.PdfDocument(pdf)
    texts = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    return _HYPHEN_AT_LINE_END.sub("-", "".join(text + "\f" for text in texts))


def read_with_pdfminer(pdf: Path) -> str:
    """Extract with pdfminer.six."""
    from pdfminer.high_level import extract_text

    return str(extract_text(pdf))


def read_with_mutool(pdf: Path) -> str:
    """Extract with the reader inside MuPDF."""
    return _run("mutool", "draw", "-q", "-F", "txt", pdf)


def read_with_pdfjs(pdf: Path) -> str:
    """Extract with the reader inside Firefox."""
    return _run("node", _PDFJS, pdf)


EXTRACTORS: dict[str, Callable[[Path], str]] = {
    "poppler": read_with_poppler,
    "pdfium": read_with_pdfium,
    "pdfminer": read_with_pdfminer,
    "mutool": read_with_mutool,
    "pdf.js": read_with_pdfjs,
}
"""All extractors, by the name they are spoken of."""


def _run(*command: str | Path) -> str:
    done = subprocess.run(
        [str(word) for word in command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
