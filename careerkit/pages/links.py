"""A line of text on a page goes in; where on the page its links are come out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from careerkit.document.spans import Span
from careerkit.pages.marks import TextMark

_BELOW_BASELINE_EM = 0.3


class Link(NamedTuple):
    """What may be clicked, and where it leads: a web address or, after ``#``, a named place.

    The rectangle reaches from the top of capitals to below the descenders.
    """

    left: float
    top: float
    right: float
    bottom: float
    span: Span

    @property
    def target(self) -> str:
        """Where it leads."""
        return self.span.link


def link_over(span: Span, mark: TextMark, left: float, right: float) -> Link:
    """Return the link that a span is, from one x to another on a line."""
    return Link(
        left,
        mark.baseline - mark.size_pt,
        right,
        mark.baseline + _BELOW_BASELINE_EM * mark.size_pt,
        span,
    )


def links_of(mark: TextMark) -> Iterator[Link]:
    """Give the links of a line from left to right."""
    left = mark.x
    for piece in mark.line.pieces:
        right = left + piece.width_pt
        if piece.span.link:
            yield link_over(piece.span, mark, left, right)
        left = right
