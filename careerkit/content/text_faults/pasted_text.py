"""A text for people goes in; what another program left in it comes out, with what to do.

Texts are set as they stand: marks of Markdown and HTML are printed, letters read in a wrong
encoding too, and a sign that changes the direction of writing does so unseen.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from careerkit.content.characters import describe_character
from careerkit.content.excerpt import quote
from careerkit.content.problem import Severity
from careerkit.content.text_faults.crowded_letters import explain_crowded, find_crowded
from careerkit.content.text_faults.misread_text import find_misread

_OUT = "take the signs out: there is no bold or slanted text, and no code"
_MARKS = (
    (r"\*\*(?=\S)[^*]+(?<=\S)\*\*|(?<!\w)__(?=\S)[^_]+(?<=\S)__(?!\w)|~~(?=\S)[^~]+~~", _OUT),
    (r"(?<![\w*])\*(?=[^\s*])[^*\n]+(?<=[^\s*])\*(?![\w*])", _OUT),
    (r"(?<!\w)_(?=[^\s_])[^_\n]+(?<=[^\s_])_(?!\w)", _OUT),
    (r"`[^`\s][^`]*`|```\w*", _OUT),
    (
        r"!?\[[^\]\n]*\]\((?:https?:|mailto:|www\.|[/#.])[^)\s]*\)|\[\^\w+\]",
        "write the words alone; the address of a link belongs in a url: field",
    ),
    (
        r"(?m)^#{1,6} +\S[^\n]*",
        "take it out: a section has a heading of its own, and a comment stands outside of text",
    ),
    (r"(?m)(?:(?<=\n\n)|\A)> ?(?=[^\W\d])[^\n]*", 'take out the ">", and put quotation marks'),
    (
        r"(?m)^(?:-{3,}|\*{3,}|_{3,}|={3,}|(?:- ){3,})$",
        "take it out: an empty line parts paragraphs",
    ),
    (r"(?m)^\|[^\n]*\|$", "write it in sentences, or in fields: text has no tables"),
)
_MARKDOWN = tuple((re.compile(pattern), hint) for pattern, hint in _MARKS)
_ANY_MARK = re.compile(r"[*_~`\[#>|=]|---")
_TAG = re.compile(
    r"</?(?:a|b|br|code|div|em|font|h[1-6]|i|img|li|ol|p|s|small|span|strong|sub|sup|table|td|th|tr|u|ul)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]+);")

_LOST_LETTERS = re.compile(r"(?<!\S)(?:\?{2,} +\?{2,}|\?{4,}(?!\S))")

_OVERRIDES = "\u202d\u202e"
_ISOLATES, _END_OF_ISOLATE = "\u2066\u2067\u2068", "\u2069"
_BEGINNINGS = f"\u202a\u202b{_OVERRIDES}{_ISOLATES}"
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Trace:
    """Something left in a text: the words it is found by, what is wrong and what to do."""

    words: str
    message: str
    hint: str
    severity: Severity = "warning"


def find_traces(text: str) -> Iterator[Trace]:
    """Yield what is suspicious in a text, the first of each kind."""
    yield from _find_markdown(text)
    yield from _find_html(text)
    if found := _LOST_LETTERS.search(text):
        message = f"{quote(found[0])} stands where another program lost the letters"
        yield Trace(found[0], message, "type again what stood there")
    if text.isascii():
        return
    for paragraph in text.split("\n\n"):
        yield from _find_mojibake(paragraph)
    yield from _find_turns(text)
    for crowded in find_crowded(text):
        yield Trace(crowded, *explain_crowded(crowded), "error")
        break


def _find_markdown(text: str) -> Iterator[Trace]:
    if not _ANY_MARK.search(text):
        return
    for pattern, hint in _MARKDOWN:
        if found := pattern.search(text):
            words = found[0].strip()
            yield Trace(words, f"{quote(words)} has signs of Markdown, which are printed", hint)


def _find_html(text: str) -> Iterator[Trace]:
    if found := _TAG.search(text):
        hint = "take it out; an empty line parts paragraphs"
        yield Trace(found[0], f"{quote(found[0])} is a tag of HTML, which is printed", hint)
    for found in _ENTITY.finditer(text):
        meant = html.unescape(found[0])
        if meant != found[0]:
            meant = quote(meant) if meant.strip() else "a space"
            hint = f"write {meant} in its place"
            yield Trace(found[0], f"{quote(found[0])} is a code of HTML, which is printed", hint)
            return


def _find_mojibake(paragraph: str) -> Iterator[Trace]:
    if misread := find_misread(paragraph):
        yield Trace(*misread)
    if "\ufffd" in paragraph:
        message = f"{describe_character(chr(0xFFFD))} stands where another program lost a letter"
        yield Trace("\ufffd", message, "type again what stood there")


def _find_turns(text: str) -> Iterator[Trace]:
    """Yield the signs of direction that are not needed, or that no other ends (UAX #9)."""
    if not _TURNS.search(text):
        return
    right_to_left = any(unicodedata.bidirectional(each) in ("R", "AL") for each in text)
    told: set[str] = set()
    for paragraph in text.split("\n\n"):
        for sign, fault in _find_in_paragraph(paragraph, right_to_left=right_to_left):
            if sign not in told:
                told.add(sign)
                hint = "take it out: it turns the direction of writing, and cannot be seen"
                yield Trace(sign, f"{describe_character(sign)} {fault}", hint)


def _find_in_paragraph(paragraph: str, *, right_to_left: bool) -> Iterator[tuple[str, str]]:
    opened: list[str] = []
    for sign in _TURNS.findall(paragraph):
        if sign in _BEGINNINGS:
            opened.append(sign)
            if sign in _OVERRIDES:
                yield sign, "turns letters round"
            elif not right_to_left:
                yield sign, "stands in a text without a letter that runs from right to left"
        elif not opened or (sign == _END_OF_ISOLATE) != (opened.pop() in _ISOLATES):
            yield sign, "ends what was not begun"
    yield from ((sign, "begins what is not ended") for sign in opened)
