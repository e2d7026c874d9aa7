"""One word for one thing: what a public class is called, and what a room's first lines name."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest

from tests.rooms import PACKAGE, STEP, modules, room_of

# Names that several rooms have, and why that is one thing, or clear by itself.
SHARED = {
    "Fact": "a profile's field, and the block that shows it",
    "Stage": "a profile's field, and the block that shows it",
    "Source": "a profile's field; the option --source, in no other module's reach",
    "Languages": "those of a project; the option of `translate`",
    "Found": "what was found, by two searches that do not meet",
    "Given": "what was given, to two commands that do not meet",
    "Fields": "texts of a file by the names of their fields",
    "Key": "by which something is found again or sorted",
    "Label": "what a locale's file gives, and the label with its holes filled",
    "Number": "a field's kind, and CLDR's number formats",
    "Node": "of a tree of YAML, and of a tree of markup: neither room sees the other's",
    "Part": "of a whole that its module names",
    "Point": "x and y",
    "Role": "of a colour in a theme; of a column in a chart's workbook",
    "Item": "of a list that its module names",
    "Unit": "what an edition's files are counted in; gettext's unit of translation",
    "Fault": "what is wrong, in two modules that do not meet",
}


def named_in(path: Path) -> list[str]:
    """The public classes and types that a module makes."""
    found = []
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef):
            found.append(node.name)
        elif isinstance(node, ast.AnnAssign | ast.Assign):
            targets = [node.target] if isinstance(node, ast.AnnAssign) else node.targets
            found += [target.id for target in targets if isinstance(target, ast.Name)]
    # A constant is in capitals, a variable in small letters.
    return [name for name in found if re.match("[A-Z][a-z]", name)]


def test_a_name_means_one_thing() -> None:
    """If a class is called as one of another room is, then it has another name, or a reason."""
    rooms: dict[str, set[str]] = defaultdict(set)
    for path in modules():
        for name in named_in(path):
            rooms[name].add(room_of(path))
    shared = {name: sorted(where) for name, where in rooms.items() if len(where) > 1}
    assert {name: where for name, where in shared.items() if name not in SHARED} == {}
    assert {name for name in SHARED if name not in shared} == set()


def docstring_of(room: str) -> str:
    """The first lines of a room."""
    tree = ast.parse((PACKAGE / room / "__init__.py").read_text(encoding="utf-8"))
    return ast.get_docstring(tree) or ""


@pytest.mark.parametrize("room", sorted(STEP.keys() - {"__main__"}))
def test_a_room_says_how_to_read_it(room: str) -> None:
    """If a room has several modules, then its first lines name them, and none that is gone."""
    there = {path.stem for path in (PACKAGE / room).glob("[!_]*.py")}
    folders = {path.parent.name for path in (PACKAGE / room).glob("*/__init__.py")}
    told = set(re.findall(r"``([a-z]\w*)``", docstring_of(room)))
    if room not in ("preflight", "editions", "pdf"):
        assert folders <= told
        assert len(told & (there | folders)) >= 4
    assert told <= there | folders, told - there - folders
