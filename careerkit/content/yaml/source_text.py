"""Opens a content file: a path goes in, its checked text comes out.

What is refused here is what no later step could point at: too many bytes, bytes that are not UTF-8
(in the name too), characters that nobody can see or type, a link that leads out of the folder.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from careerkit.content.characters import describe_character
from careerkit.content.file_kind import ENOUGH_BYTES, MARKUP, find_kind
from careerkit.content.problem import ContentError, Place, Problem
from careerkit.content.text_faults.misread_text import find_misread

MAXIMUM_BYTES = 1024 * 1024

_NONCHARACTERS = "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)
)
_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff"
    + _NONCHARACTERS
    + "]"
)
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_LATIN_CONTROL = re.compile("[\x80-\x9f]")
# The marks of UTF-32 come first: one begins as one of UTF-16 does.
_OTHER_MARKS = {
    b"\xff\xfe\0\0": "UTF-32",
    b"\0\0\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}


def read_source(path: Path, root: Path, *, markup: bool = False) -> str:
    """Return the text of a file, without a byte order mark.

    Raises ``ContentError`` for what is wrong with the file itself, and lets ``OSError`` pass where
    it cannot be opened. ``root`` is the folder which a file that lies in it may not lead out of.
    ``markup`` says that the file may begin as one of markup does.
    """
    file = str(path)
    if find_refused(path.name):
        raise _failure(
            Place(file), "the name of this file cannot be read as text", "give it another name"
        )
    _refuse_way_out(path, root)
    if is_no_file(path):
        raise _failure(Place(file), "not a file that can be read", "give the path of a YAML file")
    with path.open("rb") as stream:
        data = stream.read(MAXIMUM_BYTES + 1)
    kind = find_kind(data)
    if kind and not (markup and kind in MARKUP):
        hint = 'copy its words into a plain text editor, and save them there as "UTF-8"'
        raise _failure(Place(file), f"{kind.value}, not plain text", hint)
    if len(data) > MAXIMUM_BYTES:
        raise _failure(
            Place(file),
            "larger than 1 MiB (1,048,576 bytes)",
            f"a {'template' if markup else 'career'} is a few pages of text; "
            "move what does not belong to it to another file",
        )
    text = _decode(data, file)
    if problems := list(_find_refused(text, file)):
        raise ContentError(problems)
    return text


def _find_refused(text: str, file: str) -> Iterator[Problem]:
    """Yield a problem for the first character of each line that may not stand there.

    Where the controls of Latin-1 are among them, each line that was misread is reported instead.
    """
    if not _REFUSED.search(text):
        return
    misread = _LATIN_CONTROL.search(text) is not None
    for number, line in enumerate(split_lines(text), start=1):
        if misread and (told := find_misread(line.strip())):
            words, message, hint = told
            yield Problem(Place(file, number, line.index(words) + 1), "", message, hint)
        elif found := _REFUSED.search(line):
            message = f"{describe_character(found.group())} is not allowed"
            hint = "take it out: it cannot be seen and came in by copying or by another program"
            yield Problem(Place(file, number, found.start() + 1), "", message, hint)


def find_way_out(path: Path, root: Path) -> str:
    """Say of a path into a folder that leads elsewhere, by a link or a "..", that it does.

    Empty for any other path. The link is named if it is a folder on the way.
    """
    # Path.resolve would not have links that lead to each other.
    home = os.path.realpath(root)
    lies_inside = path.absolute().is_relative_to(root.absolute())
    if not lies_inside or Path(os.path.realpath(path)).is_relative_to(home):
        return ""
    told = f"leads out of the {root.absolute().name} folder"
    way = [path, *path.parents]
    links = [one for one in way if one.is_symlink() and one.absolute() != root.absolute()]
    outer = next((one for one in reversed(links) if not _is_inside(one, home)), path)
    return told if outer == path else f"{told}: {outer.as_posix()} is a link"


def _is_inside(path: Path, home: str) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(home)


def is_no_file(path: Path) -> bool:
    """Return whether a path is that of a pipe or a device, where a reader would wait for more."""
    return path.exists() and not path.is_dir() and not stat.S_ISREG(path.stat().st_mode)


def split_lines(text: str) -> list[str]:
    """Return the lines of a text as an editor counts them."""
    return _LINE_BREAK.split(text)


def find_refused(text: str) -> str:
    """Return the first character that may not stand in a text, or nothing.

    **Why.** An escape of YAML brings in what the file itself does not hold.
    """
    found = _REFUSED.search(text)
    return found.group() if found else ""


def remove_refused(text: str) -> str:
    """Return the text without the characters that may not stand in a file."""
    return _REFUSED.sub("", text)


def _refuse_way_out(path: Path, root: Path) -> None:
    if way_out := find_way_out(path, root):
        hint = 'replace the link, or a ".." in the path, by the file itself'
        raise _failure(Place(str(path)), way_out, hint)


def _decode(data: bytes, file: str) -> str:
    for mark, encoding in _OTHER_MARKS.items():
        if data.startswith(mark):
            message = f"saved as {encoding}, not as UTF-8"
            raise _failure(Place(file, 1, 1), message, 'save the file again as "UTF-8"')
    if _is_utf_16(data):
        message = "saved as UTF-16, not as UTF-8"
        raise _failure(Place(file, 1, 1), message, 'save the file again as "UTF-8"')
    body = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        before = body[: error.start].decode("utf-8")
        position = error.start + len(data) - len(body)
        raise _failure(
            _place_at(before, len(before), file),
            f"not UTF-8: byte {position + 1:,} of the file is 0x{body[error.start]:02X}",
            'save the file again as "UTF-8"',
        ) from error


def _is_utf_16(data: bytes) -> bool:
    """Return whether text without a byte order mark is UTF-16.

    Every other byte of English is nought then; a file of UTF-8 has none at all.
    """
    head = data[:ENOUGH_BYTES]
    return head.count(0) > len(head) / 4 and not (any(head[::2]) and any(head[1::2]))


def _place_at(text: str, index: int, file: str) -> Place:
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    return Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _failure(place: Place, message: str, hint: str) -> ContentError:
    return ContentError([Problem(place, "", message, hint)])
