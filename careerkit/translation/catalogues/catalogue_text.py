"""The text of a catalogue and changes to its entries go in; the changed text comes out.

What is not changed stays as it was written, comments and line breaks included. Of an entry that is
changed, every other field stays as it was, and every comment. Entries between brackets cannot be
changed one by one: then the whole file is written anew, each comment above what it stood at.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from careerkit.content.models.catalogue import Catalogue, CatalogueEntry
from careerkit.translation.yaml_fields import change_fields, find_comments

Fields: TypeAlias = Mapping[str, str | None]

_HEAD = ("career", "status", "translators", "reviewers", "entries")
_FIELDS = ("source", "target", "context", "status", "note", "nearest")
_WIDTH = 110
_INDENT = 2
_ENTRIES = re.compile(r"^entries:[^\n]*\n?", re.MULTILINE)
_LOOKS_PASTED = re.compile("^[“”„‘’‚«»‹›「『´`]| - ")
_CAREER = re.compile(r"^career:", re.MULTILINE)
_TOP_LEVEL = re.compile(r"[^\s#-]")


@dataclass(slots=True)
class _Piece:
    """The lines of one entry, and the comments and empty lines that stand before it."""

    lines: list[str]
    lead: list[str] = field(default_factory=list)
    after: list[_Piece] = field(default_factory=list)


class CatalogueText:
    """A catalogue's text while it is being changed; entries are named by their positions."""

    def __init__(self, text: str, catalogue: Catalogue) -> None:
        """Take a file's text and the catalogue read from it."""
        self._original = text
        self._entries = catalogue.entries
        self._changed = False
        self._newline = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
        text = text.replace("\r\n", "\n")
        lines = text.splitlines(keepends=True)
        if lines and not lines[-1].endswith("\n"):
            lines[-1] += "\n"
        self._first = _Piece([])  # stands for the place before the first entry
        starts = _find_starts(lines, catalogue.entries)
        if starts is None or not _CAREER.search(text):
            self._rewrite(text, catalogue)
        else:
            self._split(lines, starts)

    def insert(self, after: int, fields: Fields) -> None:
        """Add an entry after the one at a position and those added there before; -1: at the top."""
        self._changed = True
        anchor = self._pieces[after] if after >= 0 else self._first
        anchor.after.append(_Piece(write_entry(fields, self._indent)))

    def change(self, position: int, fields: Fields) -> None:
        """Set fields of an entry; one that is None is taken out, or for the target left empty."""
        self._changed = True
        piece = self._pieces[position]
        text = "".join(piece.lines)
        lines = {name: _write_field(name, value) for name, value in fields.items()}
        changed = change_fields(text, lines, _FIELDS)
        if changed is not None:
            piece.lines = [changed]
            return
        kept = [" " * self._indent + f"{comment.words}\n" for comment in find_comments(text)]
        written = {**fields_of(self._entries[position]), **fields}
        piece.lines = kept + write_entry(written, self._indent)

    def change_head(self, name: str, value: str | Sequence[str]) -> None:
        """Set a field of the catalogue itself, where it stands or before the entries."""
        self._changed = True
        lines = _dump({name: value if isinstance(value, str) else list(value)}).splitlines(True)
        tail = "".join(self._tail)
        part = self._tail if re.search(rf"^{name}:", tail, re.MULTILINE) else self._head
        changed = change_fields("".join(part), {name: lines}, _HEAD)
        assert changed is not None, "a head between braces has been written anew"
        part[:] = [changed]

    def text(self) -> str:
        """Return the text, the very same if nothing was changed."""
        if not self._changed:
            return self._original
        pieces = [*self._first.after]
        for piece in self._pieces:
            pieces += [piece, *piece.after]
        body = "".join(line for piece in pieces for line in (*piece.lead, *piece.lines))
        text = "".join(self._head) + body + "".join(self._tail)
        return text.replace("\n", self._newline)

    def _split(self, lines: list[str], starts: Sequence[int]) -> None:
        """Part the file into its head, its entries and what follows them."""
        self._tail: list[str] = []
        self._pieces: list[_Piece] = []
        if not starts:
            text = "".join(lines)
            found = _ENTRIES.search(text)
            comments = find_comments(found[0]) if found else ()
            kept = [f"{comment.words}\n" for comment in comments]
            self._head = [_ENTRIES.sub("", text), *kept, "entries:\n"]
            self._indent = _INDENT
            return
        self._indent = len(lines[starts[0]]) - len(lines[starts[0]].lstrip())
        end = next(
            (
                number
                for number in range(starts[-1] + 1, len(lines))
                if _TOP_LEVEL.match(lines[number])
            ),
            len(lines),
        )
        self._head, self._tail = lines[: starts[0]], lines[end:]
        lead: list[str] = []
        for start, stop in zip(starts, [*starts[1:], end], strict=True):
            own, following = _part_trailing(lines[start:stop], self._indent)
            self._pieces.append(_Piece(own, lead))
            lead = following
        self._tail = lead + self._tail

    def _rewrite(self, text: str, catalogue: Catalogue) -> None:
        """Take the file as if it had been written by this program."""
        head = {
            "career": str(catalogue.career),
            "status": str(catalogue.status),
            "translators": list(map(str, catalogue.translators)),
            "reviewers": list(map(str, catalogue.reviewers)),
        }
        self._pieces = [
            _Piece(write_entry(fields_of(entry), _INDENT)) for entry in catalogue.entries
        ]
        self._head, self._tail, self._indent = [], [], _INDENT
        starts = [entry.place.line - 1 for entry in catalogue.entries]
        for comment in find_comments(text):
            begun = bisect_right(starts, comment.line)
            owner = begun if comment.alone else begun - 1
            if owner < 0 or (begun == 0 and comment.column == 0):
                self._head.append(f"{comment.words}\n")
            elif owner < len(starts):
                self._pieces[owner].lead.append(" " * _INDENT + f"{comment.words}\n")
            else:
                self._tail.append(f"{comment.words}\n")
        self._head += [_dump(head), "entries:\n"]


def begin_catalogue(career: str) -> str:
    """Return the text of a catalogue without entries."""
    return (
        "# yaml-language-server: $schema=../../catalogue.schema.json\n"
        f"career: {career}\nstatus: draft\ntranslators: []\nreviewers: []\nentries: []\n"
    )


def fields_of(entry: CatalogueEntry) -> dict[str, str | None]:
    """Return an entry's fields as plain strings, None for those that are absent."""
    values = {name: getattr(entry, name) for name in _FIELDS}
    return {name: None if value is None else str(value) for name, value in values.items()}


def write_entry(fields: Fields, indent: int) -> list[str]:
    """Return the lines of an entry, its fields in their usual order."""
    lines: list[str] = []
    for name in _FIELDS:
        lines += _write_field(name, fields.get(name)) or ()
    margins = [" " * indent + "- ", *[" " * (indent + 2)] * (len(lines) - 1)]
    return [
        margin + line if line.strip() else line for margin, line in zip(margins, lines, strict=True)
    ]


def _write_field(name: str, value: str | None) -> list[str] | None:
    """Return the lines of an entry's field; a target is left empty, another one taken out."""
    if value is not None:
        return _dump({name: value}).splitlines(keepends=True)
    return ["target:\n"] if name == "target" else None


class _Dumper(yaml.SafeDumper):
    """Writes a text of several lines as such: quoted, its line breaks would be folded.

    What would look like a mistake if it had no quotation marks of YAML around it has them.
    """

    def represent_text(self, text: str) -> yaml.ScalarNode:
        style = "|" if "\n" in text else "'" if _LOOKS_PASTED.search(text) else None
        return self.represent_scalar("tag:yaml.org,2002:str", text, style)


_Dumper.add_representer(str, _Dumper.represent_text)


def _dump(value: Mapping[str, object]) -> str:
    lines = any(isinstance(text, str) and "\n" in text for text in value.values())
    width = sys.maxsize if lines else _WIDTH
    return yaml.dump(dict(value), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=width)


def _find_starts(lines: Sequence[str], entries: Sequence[CatalogueEntry]) -> list[int] | None:
    """Return the line of each entry, counted from 0; None unless each begins one with a dash."""
    starts = [entry.place.line - 1 for entry in entries]
    if len(set(starts)) < len(starts) or starts != sorted(starts):
        return None
    margins = {lines[start][: entries[i].place.column - 1] for i, start in enumerate(starts)}
    return starts if all(margin.strip() == "-" for margin in margins) and len(margins) < 2 else None


def _part_trailing(lines: list[str], indent: int) -> tuple[list[str], list[str]]:
    """Part an entry's lines from the comments and empty lines that belong to what follows."""
    end = len(lines)
    while end > 1 and (not lines[end - 1].strip() or _is_comment(lines[end - 1], indent)):
        end -= 1
    return lines[:end], lines[end:]


def _is_comment(line: str, indent: int) -> bool:
    """Return whether a line is a comment; one further in may be part of a text in lines."""
    stripped = line.lstrip(" ")
    return stripped.startswith("#") and len(line) - len(stripped) <= indent + 2
