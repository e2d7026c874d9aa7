"""Lines of YAML go in; a problem for each space that is none, where YAML wants one, comes out.

Spaces of other kinds come in by copying and from word processors, and look the same. Before a
field's name, behind its colon or a list item's dash they make one text of what should be two.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from careerkit.content.characters import describe_character
from careerkit.content.problem import Place, Problem

_OTHER_SPACES = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000"
_ANY = re.compile(f"[\t\uff1a{_OTHER_SPACES}]")
_INDENT = re.compile(rf"^ *([\t{_OTHER_SPACES}])[ \t{_OTHER_SPACES}]*(?=[^\s#])")
_AFTER_DASH = re.compile(rf"^ *(?:- +)*-([{_OTHER_SPACES}])")
_NAME = "^ *(?:- +)*[a-z][a-z0-9_]*"
_BEFORE_COLON = re.compile(rf"{_NAME}([{_OTHER_SPACES}])\s*:")
_AFTER_COLON = re.compile(rf"{_NAME}:([{_OTHER_SPACES}])")
_WIDE_COLON = re.compile(rf"{_NAME}\s*(\uff1a)")
_PLACES = (
    (_INDENT, "is used for indentation"),
    (_AFTER_DASH, 'follows the "-" of a list item'),
    (_BEFORE_COLON, "stands before the colon of a field"),
    (_AFTER_COLON, "follows the colon of a field"),
)


def find_odd_spaces(
    lines: Sequence[str], file: str, quoted_lines: Collection[int]
) -> list[Problem]:
    """Return a problem for each line with a tab or another odd space where YAML wants a space.

    ``quoted_lines`` are the numbers of lines inside quoted or block text, where it is text.
    """
    problems: list[Problem] = []
    for number, line in enumerate(lines, start=1):
        if number not in quoted_lines and _ANY.search(line) and (found := _find(line)):
            column, message, hint = found
            problems.append(Problem(Place(file, number, column), "", message, hint))
    return problems


def _find(line: str) -> tuple[int, str, str] | None:
    """Return the column of an odd space, what is wrong with it and what to do."""
    for pattern, where in _PLACES:
        if found := pattern.match(line):
            column = found.start(1) + 1
            if found[1] == "\t":
                hint = "use spaces; most editors can replace all tabs at once"
                return column, f"a tab {where}", hint
            hint = "use ordinary spaces: it came in by copying or by another program"
            return column, f"{describe_character(found[1])} {where}", hint
    if found := _WIDE_COLON.match(line):
        message = f"{describe_character(found[1])} stands behind a field's name"
        return found.start(1) + 1, message, 'write an ordinary colon and a space: ": "'
    return None
