"""A value and the lines it was written on go in; the words that YAML took for something else, out.

YAML reads what follows `` #`` as a comment, folds lines into one, and knows straight quotation
marks alone. Nothing of it is a mistake to YAML, and all of it is one to who wrote it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from careerkit.content.problem import Place, Problem
from careerkit.content.written_words import Written
from careerkit.content.yaml_mistake import quote
from careerkit.content.yaml_tree import Scalar

_COMMENT = re.compile(r"[ \t]+(#+[ \t]*\S.*)")
# Bullets that begin nothing but an item, and signs that may also be a dash, a star or a product.
# The private ones are those of Symbol and Wingdings, as Word copies them.
_BULLETS = "•▪▫■□●○◦‣⁃∙◆◇➢➤►▶✓✔❖\uf0a7\uf0b7\uf0d8\uf076\uf0fc"
_BULLET = re.compile(rf"\s*([{_BULLETS}]|[-–—*+·](?=\s))\s*\S")
_NUMBER = re.compile(r"\s*(\d{1,2})[.)]\s+\S")
_PAIRS = {
    "“": "”",
    "„": "“”",
    "”": "”",
    "‘": "’",
    "‚": "‘’",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "＂": "＂",
    "´": "´",
    "`": "´'",
}
_ANY_MARK = "".join(_PAIRS) + "".join(_PAIRS.values())


def find_lost_words(written: Written, scalar: Scalar, lines: Sequence[str]) -> Iterator[Problem]:
    """Give a warning for what is not read as it was meant; ``lines`` are those of the file."""
    if not scalar.style:
        yield from _find_comment(written, scalar, lines)
    if written.text is None:
        return
    if not scalar.style:
        yield from _find_quotes(written, str(written.text))
    yield from _find_list(written, scalar, lines)


def _find_comment(written: Written, scalar: Scalar, lines: Sequence[str]) -> Iterator[Problem]:
    found = _COMMENT.match(lines[scalar.last - 1], scalar.end)
    if not found or (written.text is None and scalar.end > written.place.column - 1):
        return  # after "null" nothing is lost
    place = Place(written.place.file, scalar.last, found.start(1) + 1)
    message = f"{quote(found[1])} is a comment and is not read"
    hint = 'put quotes around text that contains " #"; a comment has a line of its own'
    yield _warn(place, written.path, message, hint)


def _find_quotes(written: Written, text: str) -> Iterator[Problem]:
    inner = text[1:-1]
    if len(text) < 3 or text[0] not in _PAIRS or text[-1] not in _PAIRS[text[0]] + '"':
        return
    if any(sign in _ANY_MARK and sign not in "’´" for sign in inner):
        return  # several quotations, or one in another
    message = f"the quotation marks {text[0]} {text[-1]} are printed: YAML knows straight ones only"
    hint = (
        f"write {quote(inner)[1:-1]} without them; if they belong to the text, put straight quotes "
        "around them"
    )
    yield _warn(written.place, written.path, message, hint)


def _find_list(written: Written, scalar: Scalar, lines: Sequence[str]) -> Iterator[Problem]:
    rows = list(enumerate(lines[scalar.first - 1 : scalar.last], start=scalar.first))
    number, first = next((row for row in rows if row[1].strip()), rows[0])
    begin = written.place.column - 1 + (scalar.style in ("'", '"'))
    if number == written.place.line:
        rows[number - scalar.first] = (number, " " * begin + first[begin:])
    found = [(row, match) for row, line in rows if (match := _BULLET.match(line))]
    if not found:
        found = _find_numbers(rows)
    signs = Counter(match[1] for _, match in found)
    for row, match in found:
        sign = match[1]
        leads = row == number
        # A single dash that begins a line may be one; in plain text it is an item further in.
        item = not scalar.style and sign == "-"
        if sign in _BULLETS or leads or item or signs[sign] > 1 or sign.isdecimal():
            place = Place(written.place.file, row, match.start(1) + 1)
            yield _tell_list(place, written, sign, alone=leads and len(found) == 1)
            return


def _find_numbers(rows: Sequence[tuple[int, str]]) -> list[tuple[int, re.Match[str]]]:
    """Return the lines of a numbered list, if they are numbered from 1 on."""
    found = [(row, match) for row, line in rows if (match := _NUMBER.match(line))]
    numbers = [int(match[1]) for _, match in found]
    return found if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)) else []


def _tell_list(place: Place, written: Written, sign: str, *, alone: bool) -> Problem:
    if written.in_list and alone:
        message, hint = f"{quote(sign)} is printed", "take it out: a list sets signs of its own"
    else:
        message = f"lines that begin with {quote(sign)} are read as text that runs on"
        hint = 'begin each item of a list with "- ", below its field and further in'
        if not written.in_list:
            hint = (
                "write sentences, with an empty line where a paragraph ends, or move the items to "
                "a field that holds a list"
            )
    return _warn(place, written.path, message, hint)


def _warn(place: Place, field: str, message: str, hint: str) -> Problem:
    return Problem(place, field, message, hint, "warning")
