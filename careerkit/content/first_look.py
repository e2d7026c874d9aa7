"""A content file and the name of a field go in; the words of that field come out, no more is read.

**Why.** What is to be made is planned before anything is read whole: in which languages, a part
says in a line of it. Reading all of it takes five times as long.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from careerkit.content.problem import ContentError
from careerkit.content.yaml.source_text import read_source

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_OPENING = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_CLOSING = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


def look_for(field: str, path: Path, root: Path) -> tuple[str, ...]:
    """Return the words of a field of a file: one, or those of a list; none if they are not there.

    What is wrong with the file is not said: whoever reads it will.
    """
    try:
        return tuple(_find_words(field, read_source(path, root)))
    except (ContentError, OSError, yaml.YAMLError):
        return ()


def _find_words(field: str, text: str) -> Iterator[str]:
    depth, is_key, is_inside = 0, True, False
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.ScalarEvent):
            if depth == 1 and is_key:
                is_inside, is_key = event.value == field, False
                continue
            if is_inside and event.value:
                yield str(event.value)
        depth += isinstance(event, _OPENING) - isinstance(event, _CLOSING)
        if depth == 1 and not isinstance(event, yaml.MappingStartEvent):
            if is_inside:
                return
            is_key = True
