"""Explains why a text is not YAML: the parser's error goes in, problems in plain words come out.

The parser stops at its first error, so that what led to it is all that can be said of such a file.
The words are chosen by what stands at the place, as PyYAML's two parsers word things differently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml

from careerkit.content.excerpt import quote
from careerkit.content.problem import Place, Problem
from careerkit.content.yaml.odd_spaces import find_odd_spaces
from careerkit.content.yaml.source_text import split_lines

_OPENING = re.compile(r"""^\s*(?:-\s+)*(?:[^\s"'\[{][^:]*:\s+)?(["'\[{])""")
_FIELD = re.compile(r"-(?: |$)|(?:- +)*[A-Za-z_][A-Za-z0-9_]*:(?: |$)")
_COMMENT = re.compile(r"(?<=\s)#")
_MARKDOWN = re.compile(r"\*{1,3}[^\s*][^*]*\*|`[^`]+`")
_LINK = re.compile(r"\[[^\]]*\]\(")
_MARKS = "take out the marks of Markdown, which are printed as they stand"


def question_mark(place: Place) -> Problem:
    """Return the problem of a question mark in text between brackets."""
    return Problem(
        place,
        "",
        'text between brackets contains "?"',
        'put quotes around text that contains "?" or a comma',
    )


def open_quotation(place: Place, mark: str) -> Problem:
    """Return the problem of a quotation mark that no other closes where its text ends."""
    hint = "close it at the end of the text, by the same straight mark"
    if mark == "'":
        hint += "; text that begins with an apostrophe goes between double ones"
    return Problem(place, "", "a quotation mark is opened here and not closed", hint)


def begins_field(line: str, margin: int) -> bool:
    """Return whether a line looks like a field or list item, at most ``margin`` spaces in."""
    indent = len(line) - len(line.lstrip(" "))
    return indent <= margin and _FIELD.match(line, indent) is not None


def explain_syntax_error(error: yaml.MarkedYAMLError, text: str, file: str) -> list[Problem]:
    """Say in plain words what the parser stumbled over, where, and what to do."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return [Problem(Place(file), "", "this file cannot be read as YAML")]
    lines = [*split_lines(text), ""]
    quoted = [token for token in _scan_quoted(text) if token.start_mark.index < mark.index]
    inside = {
        number
        for token in quoted
        for number in range(token.start_mark.line + 2, token.end_mark.line + 2)
    }
    if odd_spaces := find_odd_spaces(lines[: mark.line + 1], file, inside):
        return odd_spaces
    line = lines[min(mark.line, len(lines) - 1)]
    place = _place(file, mark)
    opened = _place(file, error.context_mark or mark)
    found = (
        _explain_quotation(error, quoted, lines, opened)
        or _explain_comment(error, place, opened, lines)
        or _explain_sign(error, place, opened, line)
        or _explain_bracket(error, place, opened, lines)
        or _explain_line(error, place, opened, line)
    )
    return [found]


def _scan_quoted(text: str) -> Iterator[yaml.ScalarToken]:
    """Yield the texts in quotation marks or blocks, up to where the text can no longer be read."""
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if isinstance(token, yaml.ScalarToken) and token.style:
                yield token
    except yaml.YAMLError:
        return


def _explain_quotation(
    error: yaml.MarkedYAMLError,
    quoted: Sequence[yaml.ScalarToken],
    lines: Sequence[str],
    opened: Place,
) -> Problem | None:
    """Explain a quotation mark that goes on over the fields below it, or to the end of the file.

    The next such mark, wherever it stands, then seems to close it, and what follows is odd.
    """
    for token in quoted:
        start, end = token.start_mark, token.end_mark
        if token.style not in ("'", '"'):
            continue
        margin = len(lines[start.line]) - len(lines[start.line].lstrip(" -"))
        below = lines[start.line + 1 : end.line + 1]
        cut = lines[end.line][end.column : end.column + 1]
        in_list = token.value.rstrip().endswith((",", ":")) and cut.isalnum()
        if in_list or any(begins_field(line, margin) for line in below):
            return open_quotation(_place(opened.file, start), token.style)
    if "quoted scalar" in (error.context or "") and "escape" not in (error.problem or ""):
        line = lines[min(opened.line, len(lines)) - 1]
        return open_quotation(opened, line[opened.column - 1 : opened.column])
    return None


def _explain_comment(
    error: yaml.MarkedYAMLError, place: Place, opened: Place, lines: Sequence[str]
) -> Problem | None:
    """Explain a list that loses its end to a sign for a comment, or a text that goes on after."""
    context, problem = error.context or "", error.problem or ""
    numbers: Sequence[int] = ()
    if "flow" in context:
        numbers = range(min(place.line, len(lines)), opened.line - 1, -1)
    elif "parsing a block" in context or "expected ':'" in problem:
        at = opened.line if "expected ':'" in problem else place.line
        if not _FIELD.match(lines[min(at, len(lines)) - 1].lstrip()):
            numbers = (at - 1,)
    for number in numbers:
        line = lines[number - 1]
        found = _COMMENT.search(line)
        if not found or line[: found.start()].count('"') % 2:
            continue
        words = line[found.start() :]
        if "flow" not in context or "]" in words or "}" in words:
            return Problem(
                Place(place.file, number, found.start() + 1),
                "",
                f"{quote(words)} is a comment and is not read",
                'put quotes around text that contains " #"; a comment has a line of its own',
            )
    return None


def _explain_sign(
    error: yaml.MarkedYAMLError, place: Place, opened: Place, line: str
) -> Problem | None:
    """Explain a sign that means something else than the writer thought."""
    problem, context = error.problem or "", error.context or ""
    if "escape" in problem:
        return Problem(
            place,
            "",
            "a backslash inside double quotes has a meaning of its own",
            "use single quotes around text that contains a backslash",
        )
    if "block scalar" in context:
        return _special_sign(opened, line[opened.column - 1 :])
    if "sequence entries" in problem:
        hint = 'begin it on the next line, each item with "- "'
        return Problem(place, "", "a list begins behind its field's name", hint)
    if "mapping values are not allowed" in problem:
        return _second_colon(place, line)
    if "alias" in context or "anchor" in context:
        return _special_sign(opened, line[opened.column - 1 :] or "*")
    if "cannot start any token" in problem:
        return _special_sign(place, line[place.column - 1 :])
    return None


def _explain_bracket(
    error: yaml.MarkedYAMLError, place: Place, opened: Place, lines: Sequence[str]
) -> Problem | None:
    if "flow" not in (error.context or "") or not error.context_mark:
        return None
    line = lines[min(place.line, len(lines)) - 1]
    if line[place.column - 1 : place.column] == "?":
        return question_mark(place)
    if "node" in (error.context or ""):
        return _nothing_before(place, line[place.column - 1 : place.column])
    return _open_bracket(place, lines, opened)


def _explain_line(error: yaml.MarkedYAMLError, place: Place, opened: Place, line: str) -> Problem:
    problem, context = error.problem or "", error.context or ""
    if opening := _OPENING.match(line):
        message = "text goes on after a closing quotation mark or bracket"
        hint = "put quotes around the whole text"
        if opening[1] == "'":
            hint = "put double quotes around the whole text, so that it may have apostrophes"
        elif _LINK.match(line, opening.start(1)):
            hint = f"{_MARKS}: the address of a link belongs in a url: field"
        return Problem(place, "", message, hint)
    if "could not find expected ':'" in problem:
        return Problem(
            opened,
            "",
            "this line is neither text nor a field",
            'write a field as its name, then ": ", then its text',
        )
    if "block" in context or "indent" in problem:
        return Problem(
            place,
            "",
            "this line's indentation does not fit the lines above it",
            "begin it below the line it belongs with, using spaces",
        )
    return Problem(
        place,
        "",
        "this cannot be read as YAML",
        "put quotes around text with special signs, and compare the indentation with the lines "
        "above",
    )


def _second_colon(place: Place, line: str) -> Problem:
    if ": " in line[: max(place.column - 1, 0)]:
        return Problem(
            place,
            "",
            'a second ": " in one line',
            'put straight quotes around text that contains ": "'
            if re.search("[“”„‘’«»]", line)
            else 'put quotes around text that contains ": "',
        )
    return Problem(
        place,
        "",
        "a field begins here, but its indentation does not fit the lines above it",
        'begin it below the field it stands beside, and put quotes around text that contains ": "',
    )


def _special_sign(place: Place, text: str) -> Problem:
    """Explain a sign at the beginning of a text that is none there; ``text`` is what is left."""
    sign = text[:1]
    hint = f"put quotes around text that begins with {quote(sign)}"
    if _MARKDOWN.match(text):
        hint = _MARKS
    elif text.startswith("* "):
        hint = f'begin each item of a list with "- "; {hint}'
    return Problem(place, "", f"text cannot begin with {quote(sign)}", hint)


def _nothing_before(place: Place, sign: str) -> Problem:
    if sign == ",":
        hint = "take the comma out, or write before it what is missing"
        return Problem(place, "", "nothing stands before this comma", hint)
    message = "a bracket is still open here"
    if sign:
        message = f"this {quote(sign)} does not close the bracket that is open"
    return Problem(place, "", message, "close each bracket by one of its own kind")


def _open_bracket(place: Place, lines: Sequence[str], opened: Place) -> Problem:
    line = lines[min(opened.line, len(lines)) - 1]
    sign = line[opened.column - 1 : opened.column] or "{"
    closing = {"{": "}", "[": "]"}.get(sign, "}")
    where = "" if opened.line == place.line else f" of line {opened.line}"
    return Problem(
        place,
        "",
        f'"," or "{closing}" is expected here, for the "{sign}"{where}',
        'put quotes around text between brackets that contains ",", "?", ":", a quotation mark or '
        f'a bracket, and close with "{closing}"',
    )


def _place(file: str, mark: yaml.Mark) -> Place:
    return Place(file, mark.line + 1, mark.column + 1)
