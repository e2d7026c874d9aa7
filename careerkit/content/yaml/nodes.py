"""What a YAML file holds, as data: mappings and sequences of texts, each with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from careerkit.content.problem import Place, Problem
from careerkit.content.text import Text


class Empty:
    """The value of a key or a list item after which nothing is written."""

    def __repr__(self) -> str:
        """Name the value for a debugger."""
        return "EMPTY"


EMPTY: Final = Empty()


Node: TypeAlias = "Text | YamlSequence | YamlMapping | Empty"


class YamlSequence(list[Node]):
    """A list as it was written, with its place and the places of its items."""

    def __init__(self, place: Place) -> None:
        """Begin an empty list at a place."""
        super().__init__()
        self.place = place
        self.places: list[Place] = []


class YamlMapping(dict[str, Node]):
    """A mapping as it was written, with the places of its keys and values.

    ``in_braces`` distinguishes ``{a: b}`` from lines of ``a: b``.
    """

    def __init__(self, place: Place, in_braces: bool = False) -> None:
        """Begin an empty mapping at a place."""
        super().__init__()
        self.place = place
        self.in_braces = in_braces
        self.key_places: dict[str, Place] = {}
        self.places: dict[str, Place] = {}


@dataclass(frozen=True, slots=True)
class ScalarStyle:
    """How a value was written: its sign (``|``, ``>``, a quotation mark, or none) and its extent.

    Lines count from 1; ``end`` is the offset, in the last line, of what follows.
    """

    style: str
    first: int
    last: int
    end: int


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """A document as it was written: its values, how each was written by its place, its lines.

    A value that is not there has the place behind its colon or dash.
    """

    tree: Node
    problems: tuple[Problem, ...]
    scalars: Mapping[Place, ScalarStyle]
    lines: tuple[str, ...]


def set_language(node: Node, language: str) -> None:
    """Say which language all texts of a tree are in, where the file itself says so."""
    if isinstance(node, Text):
        node.language = language
    elif isinstance(node, YamlSequence | YamlMapping):
        for item in node.values() if isinstance(node, YamlMapping) else node:
            set_language(item, language)
