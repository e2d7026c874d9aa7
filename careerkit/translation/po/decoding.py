"""Opens a PO file: a path goes in, its bytes and then its text come out, or what it is instead.

A file that is no PO, that is too large, or whose bytes are in another encoding than its header
says, is refused in one line.
"""

from __future__ import annotations

import codecs
import re
import stat
from pathlib import Path

from careerkit.content.file_kind import FileKind, find_kind
from careerkit.content.problem import ContentError, Place, Problem
from careerkit.content.yaml.source_text import split_lines

# The longest that Weblate, Crowdin and Transifex take is of this order; a career has 90 kB.
MAXIMUM_BYTES = 8 * 1024 * 1024

_MEBIBYTE = 1024 * 1024
_CHARSET = re.compile(rb'"Content-Type:[^"\n]*charset=([A-Za-z0-9_.:-]+)')
_IS_PO = re.compile(r"^[ \t]*(?:#~[ \t]*)?msg(?:ctxt|id|str)", re.MULTILINE)
_ONLY_COMMENTS = re.compile(r"\s*(?:#[^\n]*\n?\s*)*")
_GUESSED_BYTES = 4096
_FEW_LINES = 3
_FOR_NAMES = ("idna", "punycode")  # codecs that Python has for the names of hosts
_ASCII = bytes(range(32, 127))

# Kinds of text, which are looked at more closely.
_TEXTS = (FileKind.XML, FileKind.WEB_PAGE)
# The first pattern found in a text says what it is.
_KINDS = (
    (re.compile(r"<xliff\b", re.IGNORECASE), "an XLIFF file"),
    (re.compile(r"<tmx\b", re.IGNORECASE), "a TMX file"),
    (re.compile(r"<TS\b"), "a Qt TS file"),
    (re.compile(r"\A\s*(?:<!doctype html|<html)\b", re.IGNORECASE), FileKind.WEB_PAGE.value),
    (re.compile(r"\A\s*<[?!a-zA-Z]"), FileKind.XML.value),
    (re.compile(r"\A\s*[{\[]"), "a JSON file"),
    (re.compile(r"\A(?:\s*#[^\n]*\n)*\s*(?:---|(?:- *)?[\w\"' -]+:(?:\s|\Z))"), "a YAML file"),
    (re.compile(r"\A[^\n]*[,;\t][^\n]*\n[^\n]*[,;\t]"), "a CSV file"),
)


def read_po_bytes(path: Path) -> bytes:
    """Return a file's bytes. Raises ContentError for what is not read, and OSError."""
    file = path.as_posix()
    status = path.stat()
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
        raise _failure(file, "not a file that can be read", "give the path of a PO file")
    with path.open("rb") as stream:
        data = stream.read(MAXIMUM_BYTES + 1)
    if len(data) > MAXIMUM_BYTES:
        raise _failure(
            file,
            f"larger than {MAXIMUM_BYTES // _MEBIBYTE} MiB ({MAXIMUM_BYTES:,} bytes)",
            "a career has less than a tenth of one; is this the PO file that was meant?",
        )
    return data


def decode_po(data: bytes, file: str) -> str:
    """Return the text of a PO file, in the encoding that its header names, UTF-8 if none.

    Raises ContentError for another kind of file, or another encoding.
    """
    kind = find_kind(data)
    if kind is not None and kind not in _TEXTS:
        raise _not_po(file, kind.value)
    charset, place = _find_charset(data, file)
    data = data.removeprefix(codecs.BOM_UTF8)
    if _names_another(charset) and not data.isascii() and _is_in("utf-8", data):
        told = f"the header says {charset}, but the file is in UTF-8"
        raise ContentError([Problem(place, "", told, "write charset=UTF-8 there")])
    text = data.decode(charset, errors="replace")
    if not _is_in(charset, data):
        damaged = [number for number, line in enumerate(split_lines(text), 1) if "\ufffd" in line]
        if len(damaged) > _FEW_LINES:
            told = f"{len(damaged)} lines are not in the encoding that the file names ({charset})"
            hint = "save the file as UTF-8, and let its header say charset=UTF-8"
            raise ContentError([Problem(Place(file, damaged[0]), "", told, hint)])
    if not _IS_PO.search(text) and not _ONLY_COMMENTS.fullmatch(text):
        kinds = [name for pattern, name in _KINDS if pattern.search(text)]
        raise _not_po(file, kinds[0] if kinds else "another kind of file")
    return text


def _find_charset(data: bytes, file: str) -> tuple[str, Place]:
    """Return the encoding to read a file in, and where its header names it, if it does."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "UTF-16", Place(file)
    if b"\0" in data[:_GUESSED_BYTES]:
        return ("UTF-16-LE" if data[1:2] == b"\0" else "UTF-16-BE"), Place(file)
    found = _CHARSET.search(data)
    if not found:
        return "UTF-8", Place(file)
    charset = found[1].decode()
    place = Place(file, data.count(b"\n", 0, found.start()) + 1)
    return (charset if _keeps_ascii(charset) else "UTF-8"), place


def _keeps_ascii(charset: str) -> bool:
    """Return whether this is an encoding of texts: not the word CHARSET, as templates have it."""
    try:
        named = codecs.lookup(charset).name
        return named not in _FOR_NAMES and _ASCII.decode(charset) == _ASCII.decode()
    except (LookupError, UnicodeError):
        return False


def _names_another(charset: str) -> bool:
    return not codecs.lookup(charset).name.startswith("utf")


def _is_in(charset: str, data: bytes) -> bool:
    try:
        data.decode(charset)
    except UnicodeError:
        return False
    return True


def _not_po(file: str, kind: str) -> ContentError:
    hint = "give the PO file (gettext): most translation programs can save or export one"
    return _failure(file, f"this is {kind}, not a PO file", hint)


def _failure(file: str, message: str, hint: str) -> ContentError:
    return ContentError([Problem(Place(file), "", message, hint)])
