"""A document as it was written and its model go in; what is suspicious in its words comes out.

It is suspicious, not wrong: each is a warning, but for what no font can set.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careerkit.content.checks.lost_words import find_lost_words
from careerkit.content.checks.written_words import WrittenValue, walk_written
from careerkit.content.models.content_model import ContentModel
from careerkit.content.problem import Place, Problem
from careerkit.content.text import Text
from careerkit.content.text_faults.pasted_text import Trace, find_traces
from careerkit.content.web_address import find_doubt, find_fault
from careerkit.content.yaml.nodes import Node, ScalarStyle, YamlDocument


def find_suspicious_words(
    document: YamlDocument, tree: Node, model: type[ContentModel]
) -> Iterator[Problem]:
    """Yield the problems of the words in a file; ``tree`` is what its model is made of."""
    for written in walk_written(tree, model):
        scalar = document.scalars.get(written.place)
        if written.holding == "address":
            yield from _doubt_address(written)
        if scalar is None or written.holding != "words":
            continue
        yield from find_lost_words(written, scalar, document.lines)
        if written.text is not None and not written.copied:
            for trace in find_traces(str(written.text)):
                place = _locate(trace, written.text, scalar, document.lines)
                yield Problem(place, written.path, trace.message, trace.hint, trace.severity)


def _doubt_address(written: WrittenValue) -> Iterator[Problem]:
    if written.text and not find_fault(written.text) and (doubt := find_doubt(written.text)):
        yield Problem(written.place, written.path, *doubt, "warning")


def _locate(trace: Trace, text: Text, scalar: ScalarStyle, lines: Sequence[str]) -> Place:
    """Return where the words of a trace stand, which may begin on any line of their text."""
    place = text.place
    for words in (trace.words, trace.words.split(maxsplit=1)[0] if trace.words.split() else ""):
        for number in range(place.line, scalar.last + 1):
            begin = place.column - 1 if number == place.line else 0
            column = lines[number - 1].find(words, begin) if words else -1
            if column >= 0:
                return Place(place.file, number, column + 1)
    return place
