"""A content file goes in; the words of one of its fields, or the names of all, come out.

**Why.** What is to be made is planned before anything is read whole: in which languages, a part
says in a line of it. Reading all of it takes five times as long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import dropwhile, takewhile
from pathlib import Path

import yaml

from careerkit.content.problem import ContentError
from careerkit.content.yaml.source_text import read_source

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_OPENING = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_CLOSING = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


@dataclass(slots=True)
class _Collection:
    """A mapping or a list that is being read, and the key whose value comes next."""

    is_mapping: bool
    key: str = ""


def look_for(field: str, path: Path, root: Path) -> tuple[str, ...]:
    """Return the words of a field of a file: one, or those of a list; none if they are not there.

    What is wrong with the file is not said: whoever reads it will.
    """
    found = dropwhile(lambda one: one[0] != field, _look_through(path, root))
    # It is one field, so that what comes after it need not be parsed.
    return tuple(word for _, word in takewhile(lambda one: one[0] == field, found) if word)


def list_fields(path: Path, root: Path) -> frozenset[str]:
    """Return the names of a file's fields, and of those in them: ``overview``, ``overview.here``.

    What is wrong with the file is not said.
    """
    return frozenset(name for name, _ in _look_through(path, root))


def _look_through(path: Path, root: Path) -> Iterator[tuple[str, str]]:
    """Yield each field with nothing, then with each of the words that stand right in it."""
    try:
        yield from _find_words(read_source(path, root))
    except (ContentError, OSError, yaml.YAMLError):
        return


def _find_words(text: str) -> Iterator[tuple[str, str]]:
    open_ones: list[_Collection] = []
    for event in yaml.parse(text, Loader=_LOADER):
        inner = open_ones[-1] if open_ones else None
        if isinstance(event, _CLOSING):
            open_ones.pop()
            inner = open_ones[-1] if open_ones else None
        elif inner is not None and inner.is_mapping and not inner.key:
            inner.key = str(getattr(event, "value", "?"))
            yield _path_of(open_ones), ""
            continue
        elif isinstance(event, _OPENING):
            open_ones.append(_Collection(isinstance(event, yaml.MappingStartEvent)))
            continue
        elif isinstance(event, yaml.ScalarEvent):
            yield _path_of(open_ones), str(event.value)
        if inner is not None:
            inner.key = ""


def _path_of(open_ones: Iterable[_Collection]) -> str:
    return ".".join(one.key for one in open_ones if one.key)
