"""The bytes of a gettext PO file go in; its header and messages come out, and what is wrong.

A message that cannot be read is reported with its line and left out; those around it are read.
Babel's parser does the reading; what it would let pass in silence or print is reported here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email import message_from_string
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as BabelMessage
from babel.messages.pofile import PoFileParser

from careerkit.content.characters import describe_character
from careerkit.content.excerpt import quote
from careerkit.content.models.credit import Status
from careerkit.content.problem import ContentError, Place, Problem
from careerkit.content.yaml.source_text import find_refused, split_lines
from careerkit.translation.po.decoding import decode_po
from careerkit.translation.po.grouped_problems import GroupedProblems
from careerkit.translation.po.writing import MARK, mark_of

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_KEYWORD = re.compile(r"msg(?:ctxt|id|id_plural|str|str\[[0-9]\])")
_STATUSES: dict[str, Status] = {"status: draft": "draft", "status: reviewed": "reviewed"}
_REPLACEMENT = "\ufffd"
_FEW_MISTAKES = 20


@dataclass(frozen=True, slots=True)
class PoMessage:
    """One translation of a PO file, with the status and note of its comment.

    ``mark`` is of what it was when it was exported; empty where the file does not say.
    """

    place: Place
    source: str
    target: str
    context: str = ""
    fuzzy: bool = False
    obsolete: bool = False
    status: Status | None = None
    note: str | None = None
    mark: str = ""

    @property
    def edited(self) -> bool:
        """Return whether it is known to be other than it was exported."""
        now = mark_of(self.target, self.status, self.note, fuzzy=self.fuzzy)
        return self.mark not in ("", now)


@dataclass(frozen=True, slots=True)
class PoFile:
    """What was read of a PO file; ``problems`` are about what was not.

    ``place`` is where its header stands, or the beginning of a file that has none.
    """

    place: Place
    header: dict[str, str] = field(default_factory=dict)
    messages: tuple[PoMessage, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def language(self) -> str:
        """The language it says it is in, as it says it; empty if it does not say."""
        return self.header.get("language", "").strip()


def read_po(data: bytes, file: str) -> PoFile:
    """Read a PO file in the encoding that its header names, UTF-8 if it names none.

    Raises ContentError for a file that is no PO, or where little but problems is found.
    """
    text = decode_po(data, file)
    reading = _Reading(file)
    parser = _Parser(reading)
    parser.parse(split_lines(text))
    header = {name.lower(): value for name, value in reading.header or ()}
    problems = reading.problems.summed_up()
    if reading.problems.count > max(_FEW_MISTAKES, len(reading.messages)):
        first = reading.problems.first()
        told = f"{reading.problems.count} lines are no PO; the first: {first.message}"
        raise ContentError([Problem(first.place, "", told, first.hint)])
    return PoFile(reading.header_place, header, tuple(reading.messages), problems)


class _Reading(Catalog):
    """What Babel's parser puts its messages into: keeps all of them, in order, with problems."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self.file = file
        self.messages: list[PoMessage] = []
        self.problems = GroupedProblems()
        self.header: list[tuple[str, str]] | None = None
        self.header_place = Place(file, 1)
        self.broken: set[int] = set()
        self._first: dict[tuple[str, str], PoMessage] = {}
        self.obsolete = _Obsolete(self)

    def __setitem__(self, key: object, message: BabelMessage) -> None:
        self.take(message, obsolete=False)

    def report(self, kind: str, line: int, message: str, hint: str) -> None:
        self.problems.add(kind, Problem(Place(self.file, line), "", message, hint))

    def take(self, message: BabelMessage, *, obsolete: bool) -> None:
        """Keep a message, unless something is wrong with it."""
        line = message.lineno or 0
        if message.id == "" and not message.context and not obsolete:
            self._take_header(message, line)
            return
        if line in self.broken:
            return
        if message.id == "":
            self.report("empty", line, "msgid is empty", "put the source text there")
            return
        if not isinstance(message.id, str) or not isinstance(message.string, str):
            hint = "write one translation, as msgstr, without msgid_plural"
            self.report(
                "plural", line, "this has plural forms, which texts of careers have not", hint
            )
            return
        made = self._make(message, line, obsolete=obsolete)
        if self._is_refused(made):
            return
        first = self._first.setdefault((made.source, made.context), made)
        if first is made:
            self.messages.append(made)
        elif first.target != made.target:
            told = f"{quote(made.source)} is translated twice"
            hint = f"line {first.place.line} is used: keep one of the two, or give each a msgctxt"
            self.report("twice", line, told, hint)

    def _take_header(self, message: BabelMessage, line: int) -> None:
        if self.header is not None:
            hint = f"line {self.header_place.line} is used: take this one out"
            self.report("header", line, "a second header stands here", hint)
            return
        self.header = message_from_string(str(message.string)).items()
        self.header_place = Place(self.file, line)

    def _is_refused(self, made: PoMessage) -> bool:
        written = f"{made.source}{made.target}{made.context}{made.note or ''}"
        if _REPLACEMENT in written:
            self.report(
                "encoding",
                made.place.line,
                "this is not in the encoding that the file names",
                "save the file as UTF-8, and let its header say charset=UTF-8",
            )
        elif refused := find_refused(written):
            told = f"{describe_character(refused)} is not allowed"
            self.report("refused", made.place.line, told, "take it out: it cannot be seen")
        else:
            return False
        return True

    def _make(self, message: BabelMessage, line: int, *, obsolete: bool) -> PoMessage:
        status, note = read_comments(
            [one for one in message.user_comments if not one.startswith("| ")]
        )
        marks = [one.removeprefix(MARK) for one in message.auto_comments if one.startswith(MARK)]
        return PoMessage(
            Place(self.file, line),
            str(message.id),
            str(message.string).strip(" \t\r\n"),
            str(message.context or ""),
            message.fuzzy,
            obsolete,
            status,
            note,
            marks[0] if marks else "",
        )


class _Obsolete(dict[Any, Any]):
    """Where Babel's parser puts what stands behind ``#~``."""

    def __init__(self, reading: _Reading) -> None:
        super().__init__()
        self._reading = reading

    def __setitem__(self, key: object, message: BabelMessage) -> None:
        self._reading.take(message, obsolete=True)


class _Parser(PoFileParser):
    """Babel's parser (seen in 2.18), which by itself prints problems, or mends them in silence."""

    catalog: _Reading

    def _process_keyword_line(self, lineno: int, line: str, obsolete: bool = False) -> None:
        keyword, _, written = line.partition(" ")
        if obsolete and keyword.startswith("|"):
            return
        if not _KEYWORD.fullmatch(keyword):
            self._report(lineno, f"{quote(line)} means nothing here")
            return
        if keyword in ("msgid", "msgctxt"):
            self._finish_current_message()
        is_second = keyword == "msgstr" and self.translations
        if keyword.startswith("msgstr") and (is_second or not self.messages):
            self._report(lineno, "msgstr stands here without a msgid before it")
            return
        if not _STRING.fullmatch(written.strip()):
            self._break(lineno, keyword)
            # An empty msgid would be a header.
            written = '"?"' if keyword == "msgid" else '""'
        super()._process_keyword_line(lineno, f"{keyword} {written.strip()}", obsolete)

    def _process_string_continuation_line(self, line: str, lineno: int) -> None:
        if not _STRING.fullmatch(line.strip()):
            self._break(lineno, "the text")
            if not self.in_msgid:
                return
            line = '"?"'
        super()._process_string_continuation_line(line, lineno)

    def _invalid_pofile(self, line: str, lineno: int, msg: str) -> None:  # noqa: ARG002  # Babel's
        self._report(lineno, f"{quote(line)} means nothing here" if line else "msgstr is missing")

    def _break(self, lineno: int, what: str) -> None:
        hint = 'put a backslash before a quotation mark inside the text: \\"'
        self.catalog.report(
            "broken", lineno + 1, f"{what} is not between two quotation marks", hint
        )
        self._broken = True

    def _report(self, lineno: int, message: str) -> None:
        self.catalog.report(
            "meaningless", lineno + 1, message, "each entry is a msgid and a msgstr"
        )

    def _add_message(self) -> None:
        if getattr(self, "_broken", False):
            self.catalog.broken.add(self.offset + 1)
            self._broken = False
        super()._add_message()


def read_comments(lines: list[str]) -> tuple[Status | None, str | None]:
    """Return the status and the note that a translator's comment holds."""
    status: Status | None = None
    if lines and lines[0] in _STATUSES:
        status, lines = _STATUSES[lines[0]], lines[1:]
    if lines:
        lines = [lines[0].removeprefix("note: "), *lines[1:]]
    return status, "\n".join(lines).strip() or None
