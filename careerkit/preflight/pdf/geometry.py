"""Where the ink of a page lies goes in; what lies beyond the page, or over other ink, comes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careerkit.preflight.pdf.drawn_page import DrawnPage, DrawnText, Extent

_BEYOND_PT = 1.0  # what rounding and a line along the edge make of it
_WIDENED = 0.92  # of a line's width: PDFium 159 takes the ink for up to so much wider on each side
_OVER_HEIGHT = 0.25  # of the lower of two texts: a mark that reaches into the next line is less
_OVER_WIDTH_PT = 1.5  # letters that lean into one another, side by side in two stretches, are less
_OVER_BESIDE = 0.25  # of the lower's height, in one line: words of Nastaliq begin above each other
_ONE_LINE_PT = 1.0  # between baselines, which rounding moves


def find_ink_faults(page: DrawnPage) -> Iterator[str]:
    """Give each fault of where the marks of a page lie."""
    for box, line_width in page.boxes:
        if _is_beyond(box, page.sheet, _BEYOND_PT + _WIDENED * line_width):
            yield "some ink lies beyond the edge of the page"
    if _has_collision(page.texts):
        yield "a text lies over another"


def _is_beyond(box: Extent, sheet: Extent, spare: float) -> bool:
    inside = (
        box.left >= sheet.left - spare
        and box.bottom >= sheet.bottom - spare
        and box.right <= sheet.right + spare
        and box.top <= sheet.top + spare
    )
    return not inside


def _has_collision(texts: Sequence[DrawnText]) -> bool:
    """Say whether two texts share more than letters of two lines or words ever do."""
    reaching: list[DrawnText] = []
    for text in sorted(texts, key=lambda each: each.box.bottom):
        reaching = [other for other in reaching if other.box.top > text.box.bottom]
        if any(_collide(text, other) for other in reaching):
            return True
        reaching.append(text)
    return False


def _collide(first: DrawnText, second: DrawnText) -> bool:
    one, other = first.box, second.box
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.top, other.top) - max(one.bottom, other.bottom)
    lower = min(one.top - one.bottom, other.top - other.bottom)
    is_one_line = abs(first.baseline - second.baseline) < _ONE_LINE_PT
    least_width = max(_OVER_WIDTH_PT, _OVER_BESIDE * lower if is_one_line else 0.0)
    return width > least_width and height > _OVER_HEIGHT * lower
