"""What is not YAML, or more of YAML than is read, is told with its line and column."""

from __future__ import annotations

import pytest
import yaml

from careerkit.content.problem import ContentError
from careerkit.content.yaml import reading as yaml_reading
from careerkit.content.yaml.nodes import EMPTY

BRACKET_HINT = (
    'put quotes around text between brackets that contains ",", "?", ":", a quotation mark or a '
    "bracket, and close with"
)
MARKDOWN = "take out the marks of Markdown, which are printed as they stand"
TWICE = (
    'it stands in line 1 already: begin each item of a list with "- ", or give the second its own '
    "name; take it out only if both say the same"
)
COMMENT = 'put quotes around text that contains " #"; a comment has a line of its own'
SPACE = "use ordinary spaces: it came in by copying or by another program"
CLOSE = "close it at the end of the text, by the same straight mark"
APOSTROPHE = f"{CLOSE}; text that begins with an apostrophe goes between double ones"
OPENED = "a quotation mark is opened here and not closed"
NO_BREAK = "the character U+00A0 (no-break space)"
INDENT = "this line's indentation does not fit the lines above it"
CASES = {
    "title: a: b\n": (
        1,
        9,
        "",
        'a second ": " in one line',
        'put quotes around text that contains ": "',
    ),
    "title: a\n  tagline: c\n": (
        2,
        10,
        "",
        "a field begins here, but its indentation does not fit the lines above it",
        'begin it below the field it stands beside, and put quotes around text that contains ": "',
    ),
    "overview:\n\twork: c\n": (
        2,
        1,
        "",
        "a tab is used for indentation",
        "use spaces; most editors can replace all tabs at once",
    ),
    "overview:\n\u00a0\u00a0- c\n  d\n": (
        2,
        1,
        "",
        "the character U+00A0 (no-break space) is used for indentation",
        "use ordinary spaces: it came in by copying or by another program",
    ),
    "worksheet:\n  - {prompt: Why?, lines: 4}\n": (
        2,
        17,
        "",
        'text between brackets contains "?"',
        'put quotes around text that contains "?" or a comma',
    ),
    "a: 'x\nb: y\n": (
        1,
        4,
        "",
        OPENED,
        APOSTROPHE,
    ),
    'a: "x" y\nb: 1\n': (
        1,
        8,
        "",
        "text goes on after a closing quotation mark or bracket",
        "put quotes around the whole text",
    ),
    "a: [x\nb: y\n": (
        2,
        2,
        "",
        '"," or "]" is expected here, for the "[" of line 1',
        f'{BRACKET_HINT} "]"',
    ),
    "a: [x, , y]\n": (
        1,
        8,
        "",
        "nothing stands before this comma",
        "take the comma out, or write before it what is missing",
    ),
    "a: {x: [}\n": (
        1,
        9,
        "",
        'this "}" does not close the bracket that is open',
        "close each bracket by one of its own kind",
    ),
    "a: [x,\n": (
        2,
        1,
        "",
        "a bracket is still open here",
        "close each bracket by one of its own kind",
    ),
    "a:\n  - x\n - y\n": (
        3,
        2,
        "",
        INDENT,
        "begin it below the line it belongs with, using spaces",
    ),
    "a: @x\n": (
        1,
        4,
        "",
        'text cannot begin with "@"',
        'put quotes around text that begins with "@"',
    ),
    "a: **bold**\n": (
        1,
        4,
        "",
        'text cannot begin with "*"',
        MARKDOWN,
    ),
    "a: *x\n": (
        1,
        4,
        "",
        '"*x" refers to another part of the file; such references are not read',
        'write the text out; put quotes around text that begins with "*"',
    ),
    "a: &x 1\n": (
        1,
        4,
        "",
        '"&x" names a part of the file for use elsewhere; such names are not read',
        'take it out; put quotes around text that begins with "&"',
    ),
    "a: !!python/object:os.system {}\n": (
        1,
        4,
        "",
        'the tag "!!python/object:os.system" is not read',
        'take it out; put quotes around text that begins with "!"',
    ),
    "a: b\n---\nc: d\n": (
        2,
        1,
        "",
        "a second document begins here",
        'a file holds one document: take out the line "---" before this one',
    ),
    "<<: {a: b}\n": (1, 1, "", 'merge keys ("<<") are not read', "write the fields out"),
    "a: 1\na: 2\n": (2, 1, "a", "given twice", TWICE),
    "a: {{ name }}\n": (
        1,
        5,
        "",
        "a field's name is missing before this",
        'put quotes around text that contains "{", "}", "[" or "]"',
    ),
    "a: " + "[" * 5000: (
        1,
        19,
        "",
        "nested more than 16 levels deep",
        "no field is that deep: look for brackets that are not closed",
    ),
    'a: "\\uFDD0"\n': (
        1,
        4,
        "",
        "the character U+FDD0 is not allowed",
        "take out the escape that stands for it",
    ),
    "title:\u00a0Baker\nb: c\n": (1, 7, "", f"{NO_BREAK} follows the colon of a field", SPACE),
    "title\u202f: Baker\nb: c\n": (
        1,
        6,
        "",
        "the character U+202F (narrow no-break space) stands before the colon of a field",
        SPACE,
    ),
    "d:\n  - a\n  -\u00a0b\n": (3, 4, "", f'{NO_BREAK} follows the "-" of a list item', SPACE),
    "d:\n\u00a0\u00a0- task: a\n    detail: b\n": (
        2,
        1,
        "",
        f"{NO_BREAK} is used for indentation",
        SPACE,
    ),
    "title\uff1ab\nx: y\n": (
        1,
        6,
        "",
        "the character U+FF1A (fullwidth colon) stands behind a field's name",
        'write an ordinary colon and a space: ": "',
    ),
    "d:\n  * a\n  * b\n": (
        2,
        3,
        "",
        'text cannot begin with "*"',
        'begin each item of a list with "- "; put quotes around text that begins with "*"',
    ),
    "a: `code` b\n": (1, 4, "", 'text cannot begin with "`"', MARKDOWN),
    "a: > 100 hours\n": (
        1,
        4,
        "",
        'text cannot begin with ">"',
        'put quotes around text that begins with ">"',
    ),
    "a: - b\n": (
        1,
        4,
        "",
        "a list begins behind its field's name",
        'begin it on the next line, each item with "- "',
    ),
    "a: [b](https://c.org) d\n": (
        1,
        7,
        "",
        "text goes on after a closing quotation mark or bracket",
        f"{MARKDOWN}: the address of a link belongs in a url: field",
    ),
    "a: 'b's c'\n": (
        1,
        7,
        "",
        "text goes on after a closing quotation mark or bracket",
        "put double quotes around the whole text, so that it may have apostrophes",
    ),
    'a: "b\nc: "d e"\nf: g\n': (1, 4, "", OPENED, CLOSE),
    'a: "b\nc: d\ne: "f\n': (1, 4, "", OPENED, CLOSE),
    "a: 'b\nc: they don't\n": (1, 4, "", OPENED, APOSTROPHE),
    'a: ["b, "c"]\n': (1, 5, "", OPENED, CLOSE),
    'a: ["b,\n  "c"]\nd: e\n': (1, 5, "", OPENED, CLOSE),
    'a:\n  - "b\n  - c\n  - "d"\n': (2, 5, "", OPENED, CLOSE),
    "a:\n  - b: 'c\n    d: e'\n": (2, 8, "", OPENED, APOSTROPHE),
    'a:\n  - {b: "c, d: "e"}\n': (2, 9, "", OPENED, CLOSE),
    "a: 'tis b\nc: d\n": (1, 4, "", OPENED, APOSTROPHE),
    'a: "b\nc: d"\n': (1, 4, "", OPENED, CLOSE),
    "a: [b #, c]\nd: e\n": (1, 7, "", '"#, c]" is a comment and is not read', COMMENT),
    "a: b # c\n  d\ne: f\n": (1, 6, "", '"# c" is a comment and is not read', COMMENT),
    "a: b\n  # c\n  d\ne: f\n": (2, 3, "", '"# c" is a comment and is not read', COMMENT),
    "a: [b,  # the first\n  c\nd: e\n": (
        3,
        2,
        "",
        '"," or "]" is expected here, for the "[" of line 1',
        f'{BRACKET_HINT} "]"',
    ),
    "# only a comment\n": (0, 0, "", "the file is empty", "begin with a title: line"),
    "": (0, 0, "", "the file is empty", "begin with a title: line"),
    "---\n": (0, 0, "", "the file is empty", "begin with a title: line"),
}


@pytest.fixture(params=["the parser in C", "the parser in Python"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    loader = yaml.CLoader if request.param == "the parser in C" else yaml.Loader
    monkeypatch.setattr(yaml_reading, "Loader", loader)


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize("text", CASES, ids=lambda text: repr(text[:24]))
def test_mistake_is_told_in_plain_words(text: str) -> None:
    """If a text is not what is read, then either parser gives the same words and place."""
    try:
        _, problems = yaml_reading.read_tree(text, "f.yaml")
    except ContentError as error:
        problems = error.problems
    (found,) = problems
    told = (found.place.line, found.place.column, found.field, found.message, found.hint)
    assert told == CASES[text]
    assert found.severity == "error"


@pytest.mark.usefixtures("_parser")
def test_alias_bomb_is_refused() -> None:
    """If aliases multiply, then each is refused where it stands and none is followed."""
    lines = ["a0: &a0 [x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    _, problems = yaml_reading.read_tree("\n".join(lines), "f.yaml")
    assert len(problems) == 9 + 8 * 9
    assert {problem.place.line for problem in problems} == set(range(1, 10))


def test_tab_inside_text_is_kept() -> None:
    """If a tab or an odd space stands inside block or quoted text, then it is text."""
    text = 'a: |\n  x\n  \ty\n  \u3000z\nb: "p\n\tq"\n'
    tree, problems = yaml_reading.read_tree(text, "f.yaml")
    assert problems == ()
    assert tree == {"a": "x\n\ty\n\u3000z", "b": "p q"}


def test_an_indent_that_yaml_lets_pass_is_told() -> None:
    """If a line is indented by a tab or by odd spaces, then it is told though YAML takes it."""
    _, problems = yaml_reading.read_tree("a: [x,\n\ty]\nb:\n \u3000c: d\n", "f.yaml")
    assert [str(problem).split("\n")[0] for problem in problems] == [
        "f.yaml:2:1: a tab is used for indentation",
        "f.yaml:4:2: the character U+3000 (ideographic space) is used for indentation",
    ]


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize("nothing", ["null", "Null", "NULL", "~", ""])
def test_nothing_in_words_is_nothing(nothing: str) -> None:
    """If "null" or "~" stands without quotes, then it is as if nothing stood there."""
    tree, problems = yaml_reading.read_tree(
        f"a: {nothing}\nb: [x, 'null']\nc:\n  - {nothing}\n", "f"
    )
    assert problems == ()
    assert tree == {"a": EMPTY, "b": ["x", "null"], "c": [EMPTY]}


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(
    "text", ['a: "b\n  c: d"\n', 'a: "b\n\n  c"\n', "a:\n  - 'b\n    - c'\n", 'a: "b\nc"\n']
)
def test_quotation_over_lines_is_closed(text: str) -> None:
    """If text in quotation marks goes on over lines that begin no field, then it is no mistake."""
    assert yaml_reading.read_tree(text, "f.yaml")[1] == ()
