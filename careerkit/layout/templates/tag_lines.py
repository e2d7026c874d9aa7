"""A template's plain text goes in, the same with the line of each start tag comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from careerkit.layout.markup.parser import PLACE_ATTRIBUTE

_DATA = re.compile(
    r"(?P<comment><!--)|(?P<cdata><!\[CDATA\[)|<(?P<tag>[A-Za-z][\w.-]*)"
    r"|&(?P<entity>[A-Za-z][A-Za-z0-9]*;)"
)
_XML_ENTITIES = frozenset("<>&\"'")


class TagLines(Extension):
    """Writes its template's name and line into every start tag, and HTML's names for characters
    as the characters.

    **Why.** The reader sees only what the template gave; with inheritance, loops and includes no
    line of that says where it was written. A start tag's ``<name`` always stands in plain template
    text, whatever expressions its attributes hold.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Rewrite the tokens of plain text."""
        inside = ""
        for token in stream:
            if token.type == "data":
                text, inside = _write_lines(token.value, token.lineno, stream.name or "", inside)
                yield Token(token.lineno, token.type, text)
            else:
                yield token


def _write_lines(data: str, line: int, template: str, inside: str) -> tuple[str, str]:
    """Return the data with places written in, and the end mark of a comment still open."""
    written: list[str] = []
    position = 0
    while position < len(data):
        if inside:
            end = data.find(inside, position)
            if end < 0:
                written.append(data[position:])
                return "".join(written), inside
            end += len(inside)
            written.append(data[position:end])
            position, inside = end, ""
            continue
        found = _DATA.search(data, position)
        if found is None:
            break
        written.append(data[position : found.end()])
        position = found.end()
        if found["comment"]:
            inside = "-->"
        elif found["cdata"]:
            inside = "]]>"
        elif found["tag"]:
            at = line + data.count("\n", 0, found.start())
            written.append(f' {PLACE_ATTRIBUTE}="{template}:{at}"')
        else:
            character = html5.get(found["entity"], "")
            if character and not _XML_ENTITIES & set(character):
                written[-1] = written[-1][: -len(found[0])] + character
    written.append(data[position:])
    return "".join(written), inside
