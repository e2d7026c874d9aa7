"""The direction of imports, read from the source; and what a command loads, read from a process."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.rooms import PACKAGE, STEP, imports_of, modules, room_of
from tests.shipped import ROOT

# The same for the parts of a large room, its folders and some modules beside them. What else lies
# beside them brings them together, and is theirs to import as far as Python lets them.
PARTS = {
    "content": ("text_faults", "yaml", "models", "pictures", "checks"),
    "translation": (
        *("language_tags", "yaml_fields", "words", "locales", "catalogues"),
        *("pseudo_language", "po", "lint"),
    ),
}
# Every library, and the only rooms that know it.
HOMES = {
    "PIL": {"content", "preflight"},
    "babel": {"translation", "cli"},
    "bidi": {"typography"},
    "ftfy": {"content"},
    "icu4py": {"typography"},
    "jinja2": {"layout"},
    "lxml": {"preflight"},
    "pikepdf": {"preflight"},
    "platformdirs": {"layout", "project"},
    "pptx": {"pptx"},
    "pydantic": {"content"},
    "pydantic_core": {"content"},
    "pypdfium2": {"preflight"},
    "regex": {"typography"},
    "reportlab": {"pdf"},
    "rich": {"cli"},
    "segno": {"art"},
    "typer": {"cli"},
    "uharfbuzz": {"typography", "pdf"},
    "xlsxwriter": {"pptx"},
    "yaml": {"content", "translation"},
}


def test_every_room_has_its_place_in_the_order() -> None:
    """If a room is added, then it has to say where in the order it stands."""
    rooms = {room_of(path) for path in modules()} - {""}
    assert rooms <= STEP.keys()


def test_contributing_says_what_every_room_is() -> None:
    """If a room is added, then those who come to help are told what it is for."""
    text = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
    told = re.findall(r"`(\w+)`", "".join(re.findall(r"^\|[^|]*\|", text, re.MULTILINE)))
    assert sorted(told) == sorted(STEP.keys() - {"__main__"})


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_from_later_to_earlier(path: Path) -> None:
    """If a module imports another room, then that room comes before its own."""
    room = room_of(path)
    for name, line in imports_of(path):
        parts = name.split(".")
        if parts[0] == "careerkit" and len(parts) > 1 and parts[1] in STEP and room:
            other = parts[1]
            assert other == room or STEP[other] < STEP[room], f"{path}:{line}: imports {name}"


def part_of(path: Path) -> str:
    """The folder or module of its room a file belongs to; empty where its room has no parts."""
    room, *way = path.relative_to(PACKAGE).with_suffix("").parts
    return way[0] if way and way[0] in PARTS.get(room, ()) else ""


@pytest.mark.parametrize(
    "path", [one for one in modules() if part_of(one)], ids=lambda path: path.stem
)
def test_imports_between_parts_run_one_way(path: Path) -> None:
    """If a module imports another part of its room, then that part comes before its own."""
    room = room_of(path)
    order = PARTS[room]
    own = order.index(part_of(path))
    for name, line in imports_of(path):
        package, *way = name.split(".")
        if package == "careerkit" and len(way) > 1 and way[0] == room and way[1] in order:
            assert order.index(way[1]) <= own, f"{path}:{line}: imports {name}"


def test_every_part_is_there() -> None:
    """If a folder is made in a room with parts, then it has its place in their order."""
    for room, order in PARTS.items():
        folders = {one.parent.name for one in (PACKAGE / room).glob("*/__init__.py")}
        assert folders <= set(order)
        assert {*order} <= {one.stem for one in (PACKAGE / room).iterdir()}


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_library_stays_in_its_room(path: Path) -> None:
    """If a library is imported, then its rooms are these; a new one has to be given a room."""
    for name, line in imports_of(path):
        library = name.split(".")[0]
        if library not in sys.stdlib_module_names and library != "careerkit":
            assert room_of(path) in HOMES.get(library, ()), f"{path}:{line}: imports {name}"


@pytest.mark.parametrize("room", ["document", "pages", "slides"])
def test_rooms_of_plain_data_know_no_library(room: str) -> None:
    """If a room makes plain data, then it imports nothing from outside, to write or to look at."""
    libraries = {
        name.split(".")[0]
        for path in modules()
        if room_of(path) == room
        for name, _ in imports_of(path)
    }
    assert libraries - sys.stdlib_module_names == {"careerkit"}


def test_one_module_prints() -> None:
    """If a module calls ``print``, then it is the one that tells what came of a command."""
    printing = {
        path.relative_to(PACKAGE).as_posix()
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    }
    assert printing == {"cli/console.py"}


def test_dependencies_are_what_is_imported() -> None:
    """If a library is declared, then it is imported, and the other way round."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["scripts"]]
    declared = {re.split(r"[^\w.-]", line)[0].lower() for line in lines}
    provided_by = {"pptx": "python-pptx", "yaml": "pyyaml", "bidi": "python-bidi", "PIL": "pillow"}
    provided_by["pydantic_core"] = "pydantic"  # which holds it to one release
    imported = {
        provided_by.get(library, library.replace("_", "-"))
        for path in modules()
        for library in [name.split(".")[0] for name, _ in imports_of(path)]
        if library not in sys.stdlib_module_names and library != "careerkit"
    }
    assert imported == declared


@pytest.mark.parametrize(
    ("arguments", "unloaded"),
    [
        (["check", "ai-ml-engineer"], {"reportlab", "pptx", "pikepdf", "rich", "PIL"}),
        (["--help"], {"reportlab", "pptx", "rich", "pydantic", "jinja2", "babel", "uharfbuzz"}),
        (
            ["build", "ai-ml-engineer", "--edition", "booklet"],
            {"pptx", "rich", "icu4py", "regex"},
        ),
        (
            ["build", "ai-ml-engineer", "--edition", "deck"],
            {"reportlab", "pikepdf", "pypdfium2", "rich", "icu4py", "regex"},
        ),
    ],
    ids=["check", "help", "booklet", "deck"],
)
def test_a_command_loads_only_what_it_uses(
    arguments: list[str], unloaded: set[str], tmp_path: Path
) -> None:
    """If a command has no use for a library, then it does not load it."""
    if arguments[0] == "build":
        arguments = [*arguments, "--locale", "en", "--output", str(tmp_path)]
    script = (
        "import sys; from careerkit.cli.command import main; code = main(sys.argv[1:]);"
        "print('LOADED', *sorted({name.partition('.')[0] for name in sys.modules})); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.splitlines()[-1].split()) - {"LOADED"}
    assert "careerkit" in loaded
    assert not unloaded & loaded


def test_a_run_that_makes_nothing_loads_nothing_to_make_it_with(tmp_path: Path) -> None:
    """If everything is up to date, then no library that reads or draws is loaded."""
    arguments = ["ai-ml-engineer", "--locale", "en", "--output", str(tmp_path)]
    script = (
        "import sys; from careerkit.cli.command import main; code = main(sys.argv[1:]);"
        "print('LOADED', *{name.partition('.')[0] for name in sys.modules}); sys.exit(code)"
    )
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", script, *arguments],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
    assert done.stdout.count(", up to date") > 1
    # Typer itself loads pydantic.
    slow = {"babel", "ftfy", "jinja2", "lxml", "multiprocessing", "PIL", "regex", "yaml"}
    assert not slow & set(done.stdout.splitlines()[-1].split())
