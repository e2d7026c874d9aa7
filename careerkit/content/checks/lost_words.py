"""A value and the lines it was written on go in; the words that YAML took for something else, out.

YAML reads what follows `` #`` as a comment, and knows straight quotation marks alone. Nothing of it
is a mistake to YAML, and all of it is one to who wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from careerkit.content.checks.pasted_list import find_pasted_list
from careerkit.content.checks.written_words import WrittenValue
from careerkit.content.excerpt import quote
from careerkit.content.problem import Place, Problem, warn
from careerkit.content.yaml.nodes import ScalarStyle

_COMMENT = re.compile(r"[ \t]+(#+[ \t]*\S.*)")
# Further in than the field, and without the space that a comment begins with: "#1 in town".
_NEXT_LINE = re.compile(r" +(#[^\s#].*)")
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
_OPENING = "“„«「『"  # which no apostrophe looks like
_ANY_MARK = "".join(_PAIRS) + "".join(_PAIRS.values())


def find_lost_words(
    written: WrittenValue, scalar: ScalarStyle, lines: Sequence[str]
) -> Iterator[Problem]:
    """Yield a warning for what is not read as it was meant; ``lines`` are those of the file."""
    if not scalar.style:
        yield from _find_comment(written, scalar, lines)
    if written.text is None:
        return
    if not scalar.style:
        yield from _find_quotes(written, str(written.text))
    yield from find_pasted_list(written, scalar, lines)


def _find_comment(
    written: WrittenValue, scalar: ScalarStyle, lines: Sequence[str]
) -> Iterator[Problem]:
    number = scalar.last
    found = _COMMENT.match(lines[number - 1], scalar.end)
    if not found and written.text is not None and number < len(lines):
        first = lines[scalar.first - 1]
        margin = len(first) - len(first.lstrip(" -"))
        number += 1
        found = _NEXT_LINE.match(lines[number - 1])
        found = found if found and found.start(1) > margin else None
    if not found or (written.text is None and scalar.end > written.place.column - 1):
        return  # after "null" nothing is lost
    place = Place(written.place.file, number, found.start(1) + 1)
    message = f"{quote(found[1])} is a comment and is not read"
    hint = 'put quotes around text that contains " #"; a comment has a line of its own'
    yield warn(place, written.path, message, hint)


def _find_quotes(written: WrittenValue, text: str) -> Iterator[Problem]:
    inner = text[1:-1]
    if text[0] in _OPENING and not any(
        sign in _PAIRS[text[0]] + text[0] + '"' for sign in text[1:]
    ):
        message = f"{quote(text[0])} is opened and not closed"
        hint = (
            f"close it with {quote(_PAIRS[text[0]][0])}; between brackets a comma parts texts, and "
            "straight quotation marks around the whole text keep it together"
        )
        yield warn(written.place, written.path, message, hint)
        return
    if len(text) < 3 or text[0] not in _PAIRS or text[-1] not in _PAIRS[text[0]] + '"':
        return
    if any(sign in _ANY_MARK and sign not in "’´" for sign in inner):
        return  # several quotations, or one in another
    message = f"the quotation marks {text[0]} {text[-1]} are printed: YAML knows straight ones only"
    hint = (
        f"write {quote(inner)[1:-1]} without them; if they belong to the text, put straight quotes "
        "around them"
    )
    yield warn(written.place, written.path, message, hint)
