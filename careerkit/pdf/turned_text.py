"""A cluster that runs from right to left goes in; what readers are told of its text comes out.

On a page the clusters of a line stand from left to right, so a reader has to put a line that runs
the other way in order again. Extractors know only a part of UAX #9 for that (poppler 22.12 and
pdfium 7500 were read and measured): both turn each stretch of right-to-left letters around, then

- pdfium takes the mirror image of each bracket and poppler does not. So a code has the mirrored
  bracket in its ToUnicode map, and a *replacement text* has the true one.
- poppler takes marks such as ``-`` and ``.`` for parts of a left-to-right stretch, and the space at
  its left, which follows it in reading, for a part too: "one - two" comes out as "one  -two". A
  right-to-left mark (U+200F), which nobody sees, ends that stretch where it ends.

A replacement text (``/ActualText``, ISO 32000-1, 14.9.4) stands for all that is marked with it, and
the outermost counts. poppler asks for it in ``/Span`` alone and takes the innermost; pdfium takes
the innermost of any tag, and none where that is empty. So the outermost has the true text, a
``/Span`` within it what poppler needs, and a ``/NonStruct`` within that keeps pdfium to ToUnicode.
"""

from __future__ import annotations

import unicodedata

from careerkit.typography import Cluster
from careerkit.typography.bidi import mirrored

_RIGHT_TO_LEFT_MARK = "\u200f"
_RIGHT_TO_LEFT = frozenset(("R", "AL"))
# What poppler takes for parts of numbers, and these for parts of a left-to-right stretch.
_NUMBER_LIKE = frozenset(("EN", "AN", "ES", "ET", "CS"))
_FOR_TO_UNICODE = "/NonStruct <</ActualText ()>> BDC"


def mark_up(cluster: Cluster, before: Cluster | None) -> tuple[str, ...]:
    """Return the operators that begin marked content for a cluster, none where none is needed.

    ``before`` is the cluster at its left on the line. As many ``EMC`` have to follow the cluster.
    """
    text = cluster.text
    for_poppler = _RIGHT_TO_LEFT_MARK + text if _ends_stretch(cluster, before) else text
    is_bracket = cluster.right_to_left and mirrored(text) != text
    if for_poppler == text and not is_bracket:
        return ()
    replacements = dict.fromkeys((text, for_poppler))
    return (*map(_replacement, replacements), _FOR_TO_UNICODE)


def _ends_stretch(cluster: Cluster, before: Cluster | None) -> bool:
    """Say whether a left-to-right stretch ends here, as it is read, and poppler would not see it.

    It begins here as it stands. Letters at its left that run from right to left would show it.
    """
    if before is None or _class_of(before) in _RIGHT_TO_LEFT:
        return False
    if cluster.right_to_left:
        return _class_of(cluster) in _NUMBER_LIKE
    return before.right_to_left


def _class_of(cluster: Cluster) -> str:
    return unicodedata.bidirectional(cluster.text[0])


def _replacement(text: str) -> str:
    return f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex().upper()}>>> BDC"
