"""Every case of LineBreakTest.txt and GraphemeBreakTest.txt (Debian: unicode-data, Unicode 15.0).

Where Unicode 16 and 17 have other rules than 15, cases are left out, each by the rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from careerkit.typography.breaks import grapheme_offsets
from careerkit.typography.line_rules import find_line_breaks

FOLDER = Path("/usr/share/unicode/auxiliary")
# LB15c and LB25: "a.2" and " .35"; LB15a and LB19: a straight quotation mark before spaces, an
# opening one behind no bracket; LB20a: a hyphen that begins a word; LB21a: between Hebrew words.
CHANGED = re.compile(
    '\\.[0-9]|^,\u0308?0|^"\u0308? [\u2329(]|«[ \u0308]'
    "|^-\u0308?[#\u05d0§\U00050005\u0e01]|\u05d0-\u05d0"
)
NO_LONGER_PICTURES = re.compile("\u2701\u200d\u2701")


def cases(name: str) -> Iterator[tuple[str, list[int]]]:
    """Give each text of a file, and the offsets at which it may be parted."""
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        text, ends = "", []
        for part in line.partition("#")[0].split():
            if part == "÷":
                ends.append(len(text))
            elif part != "×":
                text += chr(int(part, 16))
        if text:
            yield text, [end for end in ends if end]


def test_lines_end_where_unicode_ends_them() -> None:
    """If a text of the file is broken, then just where the file says."""
    tried = 0
    for text, ends in cases("LineBreakTest.txt"):
        if not CHANGED.search(text):
            assert find_line_breaks(text) == ends, text.encode("unicode-escape")
            tried += 1
    assert tried > 7600


def test_letters_are_those_of_unicode() -> None:
    """If a text of the file is parted into letters, then just where the file says."""
    tried = 0
    for text, ends in cases("GraphemeBreakTest.txt"):
        if not NO_LONGER_PICTURES.search(text):
            assert list(grapheme_offsets(text)) == ends, text.encode("unicode-escape")
            tried += 1
    assert tried > 600
