"""Reads YAML strictly: text goes in, nested mappings and lists of ``Text`` with places come out.

Every scalar stays the text it looks like; what is a number or a date is decided by the field that
holds it. Anchors and aliases are refused altogether, cheap ones too: a profile has nothing to
repeat, a value written elsewhere would have two places, and no size has to be guessed at which
references turn into a bomb. Tags, merge keys and second documents are refused likewise.
"""

from __future__ import annotations

import re
from typing import Any, Protocol

import yaml

from careerkit.content.characters import describe_character
from careerkit.content.excerpt import quote, shorten
from careerkit.content.problem import ContentError, Place, Problem
from careerkit.content.text import Text
from careerkit.content.yaml.nodes import (
    EMPTY,
    Empty,
    Node,
    ScalarStyle,
    YamlDocument,
    YamlMapping,
    YamlSequence,
)
from careerkit.content.yaml.odd_spaces import find_odd_spaces
from careerkit.content.yaml.source_text import find_refused, split_lines
from careerkit.content.yaml.syntax_error import (
    begins_field,
    explain_syntax_error,
    open_quotation,
    question_mark,
)

MAXIMUM_DEPTH = 16

_NOTHING = frozenset(["null", "Null", "NULL", "~"])  # of YAML 1.2's core schema, 10.3.2

Loader: type[Any] = getattr(yaml, "CLoader", yaml.Loader)


def read_tree(
    text: str, file: str, language: str = "en", begin: str = "title:"
) -> tuple[Node, tuple[Problem, ...]]:
    """Return the values of ``read_document``, and its problems."""
    reading = read_document(text, file, language, begin)
    return reading.tree, reading.problems


def read_document(
    text: str, file: str, language: str = "en", begin: str = "title:"
) -> YamlDocument:
    """Return the one document of a YAML text, and the problems that did not hinder reading.

    ``begin`` is what the first line of an empty file should say.

    Raises ``ContentError`` where the text is empty or is not YAML: nothing after that can be read.
    """
    builder = _Builder(text, file, language, Loader)
    try:
        try:
            tree = builder.build()
        except yaml.MarkedYAMLError as error:
            if "nesting depth" not in (error.problem or ""):
                raise
            # libyaml 0.2.6 looks ahead, and gives up at 1,000 levels without saying where it became
            # too deep. The other parser comes to that place first.
            builder = _Builder(text, file, language, yaml.Loader)
            tree = builder.build()
    except yaml.MarkedYAMLError as error:
        raise ContentError([*builder.problems, *explain_syntax_error(error, text, file)]) from error
    except _TooDeepError as error:
        raise ContentError([*builder.problems, error.problem]) from error
    if tree is EMPTY and not builder.problems:
        raise ContentError(
            [Problem(Place(file), "", "the file is empty", f"begin with a {begin} line")]
        )
    odd_spaces = find_odd_spaces(builder.lines, file, builder.quoted_lines)
    problems = (*builder.problems, *odd_spaces)
    return YamlDocument(tree, problems, builder.scalars, tuple(builder.lines))


class _Mark(Protocol):
    """A position as PyYAML's parsers give it, counted from 0."""

    line: int
    column: int
    index: int


class _Event(Protocol):
    """What the events of PyYAML's parsers have between them."""

    start_mark: _Mark
    end_mark: _Mark
    anchor: str
    tag: str | None
    style: str | None
    value: str
    flow_style: bool | None


def _is(event: _Event, kind: type[yaml.Event]) -> bool:
    return isinstance(event, kind)


class _TooDeepError(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _Builder:
    """One reading of one text: holds the parser, the problems so far and the nesting."""

    def __init__(self, text: str, file: str, language: str, loader: type[Any]) -> None:
        self.text = text
        self.lines = split_lines(text)
        self.open_brackets = 0
        self.file = file
        self.language = language
        self.problems: list[Problem] = []
        self.quoted_lines: set[int] = set()
        self.scalars: dict[Place, ScalarStyle] = {}
        self.loader = loader(text)

    def build(self) -> Node:
        self.loader.get_event()
        tree: Node = EMPTY
        event = self.loader.get_event()
        if _is(event, yaml.DocumentStartEvent):
            tree = self._node(self.loader.get_event(), 0)
            self.loader.get_event()
            event = self.loader.get_event()
        if _is(event, yaml.DocumentStartEvent):
            self._report(
                event,
                "a second document begins here",
                'a file holds one document: take out the line "---" before this one',
            )
        return tree

    def _node(self, event: _Event, depth: int, margin: int = -1) -> Node:
        if _is(event, yaml.AliasEvent):
            self._report(
                event,
                f"{quote('*' + event.anchor)} refers to another part of the file; "
                "such references are not read",
                'write the text out; put quotes around text that begins with "*"',
            )
            return Text("*" + event.anchor, self.language, self._place(event.start_mark))
        self._refuse_properties(event)
        if _is(event, yaml.ScalarEvent):
            return self._scalar(event, -1 if self.open_brackets else margin)
        if depth >= MAXIMUM_DEPTH:
            raise _TooDeepError(
                Problem(
                    self._place(event.start_mark),
                    "",
                    f"nested more than {MAXIMUM_DEPTH} levels deep",
                    "no field is that deep: look for brackets that are not closed",
                )
            )
        self.open_brackets += bool(event.flow_style)
        if _is(event, yaml.SequenceStartEvent):
            node: YamlSequence | YamlMapping = self._sequence(event, depth)
        else:
            node = self._mapping(event, depth)
        self.open_brackets -= bool(event.flow_style)
        return node

    def _sequence(self, start: _Event, depth: int) -> YamlSequence:
        items = YamlSequence(self._place(start.start_mark))
        while not _is(event := self.loader.get_event(), yaml.SequenceEndEvent):
            place = self._place(event.start_mark)
            value = self._node(event, depth + 1, start.start_mark.column)
            items.append(value)
            items.places.append(value.place if isinstance(value, Text) else place)
        return items

    def _mapping(self, start: _Event, depth: int) -> YamlMapping:
        mapping = YamlMapping(self._place(start.start_mark), bool(start.flow_style))
        while not _is(event := self.loader.get_event(), yaml.MappingEndEvent):
            problems_before = len(self.problems)
            key = self._node(event, depth + 1)
            key_place = self._place(event.start_mark)
            value_event = self.loader.get_event()
            place = self._place(value_event.start_mark)
            value = self._node(value_event, depth + 1, event.start_mark.column)
            if isinstance(value, Text):
                place = value.place
            if len(self.problems) > problems_before and not isinstance(key, Text):
                continue
            if not isinstance(key, Text):
                self.problems.append(_odd_key(key_place, mapping.in_braces))
            elif key == "<<" and not event.style:
                self.problems.append(
                    Problem(
                        key_place,
                        "",
                        'merge keys ("<<") are not read',
                        "write the fields out",
                    )
                )
            elif key in mapping:
                first = mapping.key_places[key]
                self.problems.append(
                    Problem(
                        key_place,
                        shorten(key),
                        "given twice",
                        _hint_at_other(first.line),
                    )
                )
            else:
                mapping[str(key)] = value
                mapping.key_places[str(key)] = key_place
                mapping.places[str(key)] = place
        return mapping

    def _scalar(self, event: _Event, margin: int) -> Text | Empty:
        start, end = event.start_mark, event.end_mark
        style = event.style or ""
        place = self._place(start)
        value = event.value
        in_block = style in ("|", ">")
        self.scalars[place] = ScalarStyle(
            style, start.line + 1 + in_block, end.line + (not in_block), end.column
        )
        if not style and (not value or value in _NOTHING):
            return EMPTY
        if in_block:
            scalar = self.scalars.pop(place)
            place = self._first_line_of_block(place)
            self.scalars[place] = scalar
        elif style and margin >= 0 and self._swallows(start.line + 1, end.line, margin):
            self.problems.append(open_quotation(place, style))
        elif not event.style and self.open_brackets and "?" in value:
            # One of PyYAML's two parsers takes this for a key, the other for text.
            offset = value.index("?") if start.line == end.line else 0
            at = Place(self.file, place.line, place.column + offset)
            self.problems.append(question_mark(at))
        if event.style:
            self.quoted_lines.update(range(start.line + 2, end.line + 2))
        if event.style != "|" and end.line > start.line:
            # YAML folds a blank line into one line break; a blank line parts paragraphs.
            value = re.sub(r"(?<!\n)\n(?!\n)", "\n\n", value)
        if refused := find_refused(value):
            self.problems.append(
                Problem(
                    place,
                    "",
                    f"{describe_character(refused)} is not allowed",
                    "take out the escape that stands for it",
                )
            )
        return Text(value.strip(), self.language, place)

    def _swallows(self, first: int, last: int, margin: int) -> bool:
        """Return whether text in quotation marks goes on over what looks like fields of its own."""
        return any(begins_field(line, margin) for line in self.lines[first : last + 1])

    def _first_line_of_block(self, place: Place) -> Place:
        lines = self.lines
        for number in range(place.line, len(lines)):
            if lines[number].strip():
                indent = len(lines[number]) - len(lines[number].lstrip(" "))
                return Place(self.file, number + 1, indent + 1)
        return place

    def _refuse_properties(self, event: _Event) -> None:
        if event.anchor is not None:
            self._report(
                event,
                f"{quote('&' + event.anchor)} names a part of the file for use elsewhere; "
                "such names are not read",
                'take it out; put quotes around text that begins with "&"',
            )
        if event.tag is not None:
            begin = event.start_mark.index
            written = self.text[begin : begin + 80].split(maxsplit=1)
            tag = written[0] if written and written[0].startswith("!") else event.tag
            self._report(
                event,
                f"the tag {quote(tag)} is not read",
                'take it out; put quotes around text that begins with "!"',
            )

    def _report(self, event: _Event, message: str, hint: str) -> None:
        self.problems.append(Problem(self._place(event.start_mark), "", message, hint))

    def _place(self, mark: _Mark) -> Place:
        return Place(self.file, mark.line + 1, mark.column + 1)


def _hint_at_other(line: int) -> str:
    return (
        f'it stands in line {line} already: begin each item of a list with "- ", or give the '
        "second its own name; take it out only if both say the same"
    )


def _odd_key(place: Place, in_braces: bool) -> Problem:
    if in_braces:
        return Problem(
            place,
            "",
            "a field's name is missing before this",
            'put quotes around text that contains "{", "}", "[" or "]"',
        )
    return Problem(
        place,
        "",
        "a field's name has to be a word",
        'write the name, then ": ", then the text',
    )
