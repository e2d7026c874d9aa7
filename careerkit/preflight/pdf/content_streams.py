"""A page goes in; what its operators show and mark comes out.

Terms of ISO 32000-1: *marked content* (14.6) is what stands between ``BDC`` or ``BMC`` and ``EMC``;
an *MCID* ties it to the tag tree; without one it is an artifact. All that leaves ink has to stand
in one or the other (ISO 14289-1, 7.1).
"""

from __future__ import annotations

from dataclasses import dataclass, field

import pikepdf
from pikepdf.models import PdfParsingError

_TEXT = frozenset(["Tj", "TJ", "'", '"'])
_PAINT = frozenset(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh"])
_INLINE_IMAGE = "INLINE IMAGE"  # as pikepdf calls what stands between BI and EI
_INK = _TEXT | _PAINT | {_INLINE_IMAGE}
# The parser leaves out all others, which are two in three: paths, colours, matrices.
_READ = " ".join(["BMC", "BDC", "EMC", "Tf", "BI", "ID", "EI", *sorted(_TEXT | _PAINT)])


@dataclass(slots=True)
class PageContent:
    """What a page shows. ``codes`` are the bytes of its text by the name of their font.

    ``ink`` counts the operators that leave some, ``unmarked`` those of them outside marked
    content, ``empty`` the stretches of marked content without any. ``is_balanced`` says that every
    stretch that was begun was ended.
    """

    codes: dict[str, bytearray] = field(default_factory=dict)
    mcids: list[int] = field(default_factory=list)
    ink: int = 0
    unmarked: int = 0
    empty: int = 0
    is_balanced: bool = True


class UnreadableContentError(Exception):
    """A page whose operators do not have the operands they need."""


def read_content(page: pikepdf.Page) -> PageContent:
    """Read a page's operators once. Raises UnreadableContentError."""
    try:
        return _read_content(page)
    except (IndexError, TypeError, ValueError, PdfParsingError) as error:
        # What pikepdf 10.17 and its objects raise for operands that are absent or of another kind.
        raise UnreadableContentError from error


def _read_content(page: pikepdf.Page) -> PageContent:
    content = PageContent()
    ink_at_begin: list[int] = []  # one number for each stretch that is open
    codes = bytearray()
    for instruction in pikepdf.parse_content_stream(page, _READ):
        operator = str(instruction.operator)
        if operator in _INK:
            content.ink += 1
            content.unmarked += not ink_at_begin
            if operator in _TEXT:
                _add_codes(codes, instruction.operands[-1])
        elif operator == "Tf":
            codes = content.codes.setdefault(str(instruction.operands[0]), bytearray())
        elif operator == "EMC":
            _end_mark(content, ink_at_begin)
        else:
            ink_at_begin.append(content.ink)
            if operator == "BDC":
                _add_mcid(content.mcids, instruction.operands[1])
    content.is_balanced = content.is_balanced and not ink_at_begin
    return content


def _end_mark(content: PageContent, ink_at_begin: list[int]) -> None:
    if not ink_at_begin:
        content.is_balanced = False
    elif ink_at_begin.pop() == content.ink:
        content.empty += 1


def _add_codes(codes: bytearray, shown: pikepdf.Object) -> None:
    """Add the codes of a string, or of the strings between the adjustments of a ``TJ``."""
    if isinstance(shown, pikepdf.String):
        codes += bytes(shown)
        return
    for part in shown:
        if isinstance(part, pikepdf.String):
            codes += bytes(part)


def _add_mcid(mcids: list[int], properties: pikepdf.Object) -> None:
    if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties:
        mcids.append(int(properties["/MCID"]))
