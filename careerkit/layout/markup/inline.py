"""Words with marks go in, spans come out: each with its language, its place and its emphasis.

The marks are those of ``careerkit.content.text``. White space folds as in HTML: a run of spaces,
tabs and line ends is one space, none is left at either end. Non-breaking spaces and joiners stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from careerkit.content.problem import ContentError, Place, Problem
from careerkit.content.text import MARK_BETWEEN, MARK_CLOSE, MARK_OPEN
from careerkit.document.spans import Inline, Span

_MARKS = re.compile(f"([{MARK_OPEN}{MARK_BETWEEN}{MARK_CLOSE}])")
# A language tag, a line, a column and a file, as ``careerkit.content.text`` writes them.
_SETTING = re.compile(r"([A-Za-z0-9-]{1,64})\|([0-9]{1,9})\|([0-9]{1,9})\|([^|]*)", re.DOTALL)
_WHITE_SPACE = re.compile(r"[ \t\n\r\f]+")


def has_marks(words: str) -> bool:
    """Say whether marks of a language and a place are in the words."""
    return MARK_OPEN in words or MARK_CLOSE in words or MARK_BETWEEN in words


def read_spans(words: str, style: Span) -> Iterator[Span]:
    """Give the pieces of marked words, unfolded, each in the style of ``style``.

    Unmarked words keep the language and the place of ``style``. Marked pieces may follow one
    another and may stand inside one another. Raises ContentError where marks are broken, which
    only a filter can do that cuts or changes them.
    """
    if not has_marks(words):
        if words:
            yield _with_text(style, words)
        return
    settings: list[tuple[str, Place]] = [(style.language, style.place)]
    parts = iter(_MARKS.split(words))
    for part in parts:
        if part == MARK_OPEN:
            settings.append(_read_setting(next(parts, ""), next(parts, ""), style.place))
        elif part == MARK_CLOSE and len(settings) > 1:
            settings.pop()
        elif part in {MARK_CLOSE, MARK_BETWEEN}:
            raise _broken_marks(style.place)
        elif part:
            language, place = settings[-1]
            yield Span(
                part, language, style.strong, style.emphasis, style.link, style.reference, place
            )
    if len(settings) > 1:
        raise _broken_marks(style.place)


def _read_setting(setting: str, mark: str, place: Place) -> tuple[str, Place]:
    found = _SETTING.fullmatch(setting)
    if mark != MARK_BETWEEN or found is None:
        raise _broken_marks(place)
    language, line, column, file = found.groups()
    return language, Place(file, int(line), int(column))


def fold(pieces: Iterable[Span]) -> Inline:
    """Fold white space over all pieces of a line, drop empty ones, join like to like."""
    folded: list[Span] = []
    for piece in pieces:
        text = _WHITE_SPACE.sub(" ", piece.text)
        if text[:1] == " " and (not folded or folded[-1].text[-1] == " "):
            text = text[1:]
        if not text:
            continue
        if folded and _may_join(folded[-1], piece, text):
            folded[-1] = _with_text(folded[-1], folded[-1].text + text)
        else:
            folded.append(piece if text == piece.text else _with_text(piece, text))
    if folded and folded[-1].text[-1] == " ":
        last = folded.pop()
        if last.text != " ":
            folded.append(_with_text(last, last.text[:-1]))
    return tuple(folded)


def _may_join(last: Span, piece: Span, text: str) -> bool:
    """Say whether a piece goes on in the style of the last; a lone space has no language."""
    same_source = piece.language == last.language and piece.place == last.place
    same_emphasis = piece.strong == last.strong and piece.emphasis == last.emphasis
    same_role = piece.link == last.link and piece.reference == last.reference
    return same_emphasis and same_role and (same_source or text == " ")


def _with_text(span: Span, text: str) -> Span:
    # dataclasses.replace is six times as slow, and this is done for every word of a document.
    return Span(
        text, span.language, span.strong, span.emphasis, span.link, span.reference, span.place
    )


def read_inline(words: str, language: str, place: Place) -> Inline:
    """Read an attribute's words."""
    return fold(read_spans(words, Span("", language, place=place)))


def read_plain(words: str) -> str:
    """Read an attribute's words without their languages and places."""
    if has_marks(words):
        words = "".join(span.text for span in read_spans(words, Span("")))
    return _WHITE_SPACE.sub(" ", words).strip(" ")


def _broken_marks(place: Place) -> ContentError:
    return ContentError(
        [
            Problem(
                place,
                "",
                "a filter has cut or changed a text after it was put together",
                "use the text whole, or filter its parts before they are joined",
            )
        ]
    )
