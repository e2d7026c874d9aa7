"""Text inside a line: runs of words, each in one language and one emphasis, with their place.

This is what typography stands on. It knows no blocks, so that whoever has words to set needs none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from careerkit.content.problem import Place

NOWHERE = Place("")


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one language and one emphasis, as it was written.

    ``language`` is a BCP 47 tag. ``link`` is a web address or, for a place in the same document,
    ``#`` and the name of a section or a paragraph. ``reference`` marks the number of a source,
    "[3]", which is set in small print. ``place`` is where the words were written: a profile, a
    locale file, or the template.
    """

    text: str
    language: str = "en"
    strong: bool = False
    emphasis: bool = False
    link: str = ""
    reference: bool = False
    place: Place = field(default=NOWHERE, compare=False)


Inline: TypeAlias = tuple[Span, ...]


def plain_text(inline: Inline) -> str:
    """Return the words of a line without their emphasis."""
    return "".join(span.text for span in inline)
