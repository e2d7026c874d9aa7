"""What readers are told of clusters that stand in a line read from right to left."""

from __future__ import annotations

import re

import pytest

from careerkit.pdf.turned_text import mark_up
from careerkit.typography import Cluster, FontLibrary

BET, GIMEL = "\u05d1", "\u05d2"
FOR_TO_UNICODE = "/NonStruct <</ActualText ()>> BDC"


def marked(library: FontLibrary, *letters: tuple[str, bool]) -> list[str]:
    """Return a line as it stands, each letter with the replacement texts around it, if any.

    A letter comes with whether it runs from right to left.
    """
    face = library.stack(("Noto Sans",)).first.face(bold=False)
    line = [Cluster(face, text, (), 500, turned) for text, turned in letters]
    neighbours: list[Cluster | None] = [None, *line[:-1]]
    return [
        _words(mark_up(cluster, before), cluster.text)
        for before, cluster in zip(neighbours, line, strict=True)
    ]


def _words(marks: tuple[str, ...], text: str) -> str:
    if not marks:
        return text
    assert marks[-1] == FOR_TO_UNICODE
    found = [re.fullmatch(r"/Span <</ActualText <FEFF([0-9A-F]+)>>> BDC", each) for each in marks]
    texts = [bytes.fromhex(each[1]).decode("utf-16-be") for each in found[:-1] if each]
    assert len(texts) == len(marks) - 1
    return " within ".join(reversed([text.replace("\u200f", "mark") for text in texts]))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ([(BET, True), (" ", True), (GIMEL, True)], [BET, " ", GIMEL]),
        # A bracket has its own text, whichever way the reader turns it.
        ([(BET, True), ("(", True), (GIMEL, True)], [BET, "(", GIMEL]),
        # What ends a left-to-right stretch, as it is read, stands at its left.
        ([(BET, True), (" ", True), ("7", False), ("5", False)], [BET, " ", "mark7 within 7", "5"]),
        ([(BET, True), (" ", True), ("-", True)], [BET, " ", "mark- within -"]),
        ([("7", False), ("-", True), ("5", False)], ["7", "mark- within -", "mark5 within 5"]),
        ([("d", False), (" ", False), ("e", False)], ["d", " ", "e"]),
        # Right-to-left letters end it by themselves.
        ([(BET, True), ("7", False)], [BET, "7"]),
        ([(BET, True), (".", True)], [BET, "."]),
    ],
)
def test_marks(line: list[tuple[str, bool]], expected: list[str], library: FontLibrary) -> None:
    """If a reader would lose a cluster's place in reading, then it is told, and only then."""
    assert marked(library, *line) == expected


def test_a_bracket_is_marked(library: FontLibrary) -> None:
    """If a bracket is drawn as its mirror image, then a replacement has its true text."""
    face = library.stack(("Noto Sans",)).first.face(bold=False)
    marks = mark_up(Cluster(face, "(", (), 500, True), None)
    assert marks == ("/Span <</ActualText <FEFF0028>>> BDC", FOR_TO_UNICODE)
