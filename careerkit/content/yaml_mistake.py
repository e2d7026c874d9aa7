"""Explains why a text is not YAML: the parser's error goes in, a problem in plain words comes out.

The parser stops at its first error, so that one problem is all that can be said of such a file.
The words are chosen by what stands at the place, as PyYAML's two parsers word things differently.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

import yaml

from careerkit.content.problem import Place, Problem

_OTHER_SPACES = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_INDENT = re.compile(rf"^ *([{_OTHER_SPACES}])[ {_OTHER_SPACES}]*(?=[^\s#])")
_ODD_SPACE = re.compile(f"[{_OTHER_SPACES}]")
_OPENING = re.compile(r"""^\s*(?:-\s+)*(?:[^\s"'\[{][^:]*:\s+)?(["'\[{])""")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")


def quote(text: str) -> str:
    """Put a text that was found between quotation marks, shortened to fit a line."""
    return f'"{shorten(text)}"'


def shorten(text: str, length: int = 40) -> str:
    """Return the text on one line, its end replaced by "..." where it is longer than a glance."""
    flat = " ".join(text[: length * 4].split())
    return flat if len(flat) <= length else flat[: length - 3].rstrip() + "..."


def split_lines(text: str) -> list[str]:
    """Return the lines of a text as an editor counts them."""
    return _LINE_BREAK.split(text)


def question_mark(place: Place) -> Problem:
    """Return the problem of a question mark in text between brackets."""
    return Problem(
        place,
        "",
        'text between brackets contains "?"',
        'put quotes around text that contains "?" or a comma',
    )


def find_odd_indents(text: str, file: str, quoted_lines: Collection[int]) -> list[Problem]:
    """Return a problem for each line indented by a tab or the like that YAML itself let pass.

    ``quoted_lines`` are the numbers of lines inside quoted or block text, where a tab is text.
    """
    if not _ODD_SPACE.search(text):
        return []
    return [
        _odd_indent(file, number, indent)
        for number, line in enumerate(split_lines(text), start=1)
        if number not in quoted_lines and (indent := _ODD_INDENT.match(line))
    ]


def explain_mistake(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    """Say in plain words what the parser stumbled over, where, and what to do."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Problem(Place(file), "", "this file cannot be read as YAML")
    lines = [*split_lines(text), ""]
    for each in (mark, error.context_mark or mark):
        line = lines[min(each.line, len(lines) - 1)]
        if indent := _ODD_INDENT.match(line):
            return _odd_indent(file, each.line + 1, indent)
    line = lines[min(mark.line, len(lines) - 1)]
    place = _place(file, mark)
    opened = _place(file, error.context_mark or mark)
    return (
        _explain_sign(error, place, opened, line)
        or _explain_bracket(error, place, opened, lines)
        or _explain_line(error, place, opened, line)
    )


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
    if "quoted scalar" in context:
        return Problem(
            opened,
            "",
            "a quotation mark is opened here and not closed",
            "close it at the end of the text",
        )
    if "mapping values are not allowed" in problem:
        return _second_colon(place, line)
    if "alias" in context or "anchor" in context:
        return _special_sign(opened, line[opened.column - 1 : opened.column] or "*")
    if "cannot start any token" in problem:
        return _special_sign(place, line[place.column - 1 : place.column])
    return None


def _explain_bracket(
    error: yaml.MarkedYAMLError, place: Place, opened: Place, lines: list[str]
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
    if _OPENING.match(line):
        return Problem(
            place,
            "",
            "text goes on after a closing quotation mark or bracket",
            "put quotes around the whole text",
        )
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


def _odd_indent(file: str, number: int, indent: re.Match[str]) -> Problem:
    place, sign = Place(file, number, indent.start(1) + 1), indent[1]
    if sign == "\t":
        hint = "use spaces; most editors can replace all tabs at once"
        return Problem(place, "", "a tab is used for indentation", hint)
    name = unicodedata.name(sign).lower()
    message = f"the character U+{ord(sign):04X} ({name}) is used for indentation"
    hint = "use ordinary spaces: it came in by copying or by another program"
    return Problem(place, "", message, hint)


def _second_colon(place: Place, line: str) -> Problem:
    if ": " in line[: max(place.column - 1, 0)]:
        return Problem(
            place,
            "",
            'a second ": " in one line',
            'put quotes around text that contains ": "',
        )
    return Problem(
        place,
        "",
        "a field begins here, but its indentation does not fit the lines above it",
        'begin it below the field it stands beside, and put quotes around text that contains ": "',
    )


def _special_sign(place: Place, sign: str) -> Problem:
    return Problem(
        place,
        "",
        f"text cannot begin with {quote(sign)}",
        f"put quotes around text that begins with {quote(sign)}",
    )


def _nothing_before(place: Place, sign: str) -> Problem:
    if sign == ",":
        hint = "take the comma out, or write before it what is missing"
        return Problem(place, "", "nothing stands before this comma", hint)
    message = "a bracket is still open here"
    if sign:
        message = f"this {quote(sign)} does not close the bracket that is open"
    return Problem(place, "", message, "close each bracket by one of its own kind")


def _open_bracket(place: Place, lines: list[str], opened: Place) -> Problem:
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
