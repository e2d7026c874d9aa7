"""A text and the lines it was written on go in; a list that was pasted into it comes out.

Text has paragraphs, no lists: lines are folded into one paragraph, and the signs of items printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from careerkit.content.checks.written_words import WrittenValue
from careerkit.content.excerpt import quote
from careerkit.content.problem import Place, Problem, warn
from careerkit.content.yaml.nodes import ScalarStyle

# Bullets that begin nothing but an item, and signs that may also be a dash, a star or a product.
# The private ones are those of Symbol and Wingdings, as Word copies them.
BULLETS = "•▪▫■□●○◦‣⁃∙◆◇➢➤►▶✓✔✅☑❖→⇒➔👉🔹🔸\uf0a7\uf0b7\uf0d8\uf076\uf0fc"
_BULLET = re.compile(rf"\s*([{BULLETS}]|[-–—*+·](?=\s))\ufe0f?\s*\S")
_NUMBER = re.compile(r"\s*\(?(\d{1,2}|[A-Za-z])[.)]\s+\S")
_POSITION = re.compile(r"\[(\d+)\](?:\.\w+)?$")
_ENDINGS = ".,;:!?-–—…)\"'”’"
_FEWEST_SHORT_LINES = 3
_SHORT_LINE = 60

Row = tuple[int, str]


def find_pasted_list(
    written: WrittenValue, scalar: ScalarStyle, lines: Sequence[str]
) -> Iterator[Problem]:
    """Yield a warning for the first sign of a list in a text; ``lines`` are those of the file."""
    rows = _rows_of(written, scalar, lines)
    number = written.place.line
    found = [(row, match) for row, line in rows if (match := _BULLET.match(line))]
    signs = Counter(match[1] for _, match in found)
    for row, match in found or _find_numbers(rows):
        sign = match[1]
        leads = row == number
        # A single dash that begins a line may be one; in plain text it is an item further in.
        item = not scalar.style and sign == "-"
        if sign in BULLETS or sign.isalnum() or leads or item or signs[sign] > 1:
            place = Place(written.place.file, row, match.start(1) + 1)
            yield _problem_of(place, written, sign, alone=leads and len(found) == 1)
            return
    if _is_numbered_item(written):
        message = f"{quote(str(written.text).split()[0])} is printed"
        yield warn(written.place, written.path, message, "take it out: a list numbers its items")
    elif scalar.style not in ("'", '"') and _has_short_lines([line for _, line in rows]):
        message = "lines that look like a list are set as one paragraph"
        yield warn(written.place, written.path, message, _advise(written))


def _rows_of(written: WrittenValue, scalar: ScalarStyle, lines: Sequence[str]) -> list[Row]:
    """Return the numbers and words of a text's lines, its beginning without what stands before."""
    rows = list(enumerate(lines[scalar.first - 1 : scalar.last], start=scalar.first))
    begin = written.place.column - 1 + (scalar.style in ("'", '"'))
    return [
        (number, " " * begin + line[begin:] if number == written.place.line else line)
        for number, line in rows
        if number >= written.place.line
    ]


def _find_numbers(rows: Sequence[Row]) -> list[tuple[int, re.Match[str]]]:
    """Return the lines of a numbered or lettered list, if they count from its beginning."""
    found = [(row, match) for row, line in rows if (match := _NUMBER.match(line))]
    marks = [match[1].lower() for _, match in found]
    counted = [str(number) for number in range(1, len(marks) + 1)]
    lettered = [chr(ord("a") + number) for number in range(min(len(marks), 26))]
    return found if len(marks) > 1 and marks in (counted, lettered) else []


def _is_numbered_item(written: WrittenValue) -> bool:
    """Return whether an item of a list, the second or a later one, begins with its number."""
    position = _POSITION.search(written.path)
    number = re.match(r"(\d{1,2})[.)]\s", str(written.text))
    return bool(position and number and 0 < int(position[1]) == int(number[1]) - 1)


def _has_short_lines(lines: Sequence[str]) -> bool:
    """Return whether lines that follow one another are items: short, a capital first, no stop."""
    count = 0
    for line in map(str.strip, lines):
        short = 0 < len(line) < _SHORT_LINE and line[-1] not in _ENDINGS
        count = count + 1 if short and line[0].isupper() else 0
        if count == _FEWEST_SHORT_LINES:
            return True
    return False


def _problem_of(place: Place, written: WrittenValue, sign: str, *, alone: bool) -> Problem:
    if alone:
        hint = "take it out: a list sets signs of its own"
        return warn(place, written.path, f"{quote(sign)} is printed", hint)
    message = f"lines that begin with {quote(sign)} are printed as text, not as a list"
    return warn(place, written.path, message, _advise(written))


def _advise(written: WrittenValue) -> str:
    if written.in_list:
        return 'begin each item of a list with "- ", below its field and further in'
    return (
        "write sentences, with an empty line where a paragraph ends, or move the items to a field "
        "that holds a list"
    )
